/* Labels: an outlet's name that opens a paragraph, set off from the text behind it.
 *
 *      NY DAILY NEWS  As a matter of fact, the council said ...
 *      Fenmouth Gazette: The ferry was late again.
 *
 *  One blank sets nothing off, so capitals that open a sentence are no label ("ICE listed ..."). */
#include "trace/credit_cue.h"
#include "trace/credit_line.h"
#include "trace/credit_scan.h"
#include "trace/outlet_name.h"

#include <string.h>

enum { label_words = 6, label_bytes = 60, text_words_least = 4 };

typedef enum setting { NONE, BLANKS, TAB, COLON, DASH } setting;

typedef struct label {
    syn_reach name;
    setting setting;
    uint32_t text;      /* where the labelled text begins */
    bool capitals;      /* no small letter */
} label;

static uint32_t dash_bytes(const char *text, uint32_t at, uint32_t end)
{
    if (at < end && text[at] == '-')
        return end - at > 1 && text[at + 1] == '-' ? 2 : 1;
    bool dash = end - at > 2 && memcmp(text + at, "\xE2\x80", 2) == 0 &&
        ((unsigned char)text[at + 2] == 0x93 || (unsigned char)text[at + 2] == 0x94);
    return dash ? 3 : 0;
}

/* What the bytes at `at` set off: NONE where one plain blank, or nothing, follows. */
static setting setting_at(const char *text, uint32_t at, uint32_t end, uint32_t *behind)
{
    uint32_t next = syn_credit_blanks(text, at, end), spaces = 0;
    setting found = NONE;
    for (uint32_t i = at; i < next; i++) {
        spaces += text[i] == ' ';
        if ((unsigned char)text[i] == 0xC2)
            found = BLANKS;
        if (text[i] == '\t')
            found = TAB;
        if (text[i] == '\n' || text[i] == '\r')
            return NONE;
    }
    *behind = next;
    if (next < end && text[next] == ':' && next == at) {
        *behind = syn_credit_blanks(text, next + 1, end);
        return *behind > next + 1 ? COLON : NONE;
    }
    uint32_t dash = next > at ? dash_bytes(text, next, end) : 0;
    if (dash > 0) {
        *behind = syn_credit_blanks(text, next + dash, end);
        return DASH;
    }
    return found == NONE && spaces >= 2 ? BLANKS : found;
}

/* The run of words that opens the paragraph, up to what sets it off. */
static bool read_label(const char *text, syn_reach p, label *l)
{
    uint32_t at = p.begin, end = p.end - p.begin > label_bytes ? p.begin + label_bytes : p.end;
    syn_credit_word word;
    while (at < p.end && strchr("*_>#[", text[at]) && text[at] != '\0')
        at++;
    l->name.begin = at;
    for (int i = 0; i < label_words; i++) {
        if (!syn_credit_word_at(text, at, end, &word) || word.apart ||
            (!word.capital && !syn_credit_word_in(text, &word, "of and de der the for")))
            return false;
        if (i == 0)
            l->name.begin = word.begin;
        l->name.end = at = word.end;
        while (at < end && strchr("*_]", text[at]) && text[at] != '\0')
            at++;
        l->setting = setting_at(text, at, p.end, &l->text);
        if (l->setting != NONE)
            return true;
    }
    return false;
}

static bool has_text(const char *text, uint32_t at, uint32_t end)
{
    syn_credit_word word;
    int count = 0;
    while (count < text_words_least && syn_credit_word_at(text, at, end, &word)) {
        at = word.after;
        count++;
    }
    return count == text_words_least;
}

static bool opens_sentence(const char *text, uint32_t at, uint32_t end)
{
    unsigned char c = at < end ? (unsigned char)text[at] : 0;
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80 ||
        c == '"' || c == '\'' || c == '(' || c == '[';
}

static bool is_heading(const char *text, syn_reach name)
{
    char key[SYN_OUTLET_KEY];
    size_t bytes = syn_outlet_key(text + name.begin, name.end - name.begin, key);
    return bytes == 0 || syn_credit_is_heading(key, bytes);
}

/* How surely a name set off so is a label; SYN_UNKNOWN when it is none. */
static syn_level level_of(const char *text, const label *l)
{
    const char *name = text + l->name.begin;
    uint32_t bytes = l->name.end - l->name.begin;
    const syn_outlet_form *form = syn_outlet_find(name, bytes);
    if (is_heading(text, l->name))
        return SYN_UNKNOWN;
    if (form && !(form->flags & SYN_OUTLET_COMMON))
        return SYN_STRONG;
    if (form)
        return l->setting == BLANKS || l->setting == TAB ? SYN_MODERATE : SYN_UNKNOWN;
    if (syn_outlet_ends(name, bytes))
        return l->setting == DASH ? SYN_WEAK : SYN_STRONG; /* so do places and the site itself */
    return SYN_UNKNOWN;
}

/* Where a colon ends a paragraph of its own, the label opens the next one. */
static bool labels_next(const syn_credit_scan *scan, uint32_t paragraph, label *l)
{
    syn_reach p = scan->layout->paragraphs[paragraph];
    if (scan->text[p.end - 1] != ':' || p.end - p.begin > label_bytes || paragraph + 1 >= scan->layout->paragraph_count)
        return false;
    syn_credit_name name;
    if (!syn_credit_name_alone(scan->text, p.begin, p.end - 1, &name) || name.common)
        return false;
    l->name = name.name;
    return true;
}

/* "NORTHWIRE: Shares ...": one word of which only other texts can tell that agencies sign so. */
static bool may_be_label(const char *text, const label *l)
{
    syn_credit_name name;
    return l->setting == COLON && syn_credit_maybe(text, l->name.begin, l->name.end, true, &name);
}

static void add(syn_credit_scan *scan, const label *l, syn_reach covers, syn_level level, bool maybe)
{
    syn_mention m = {.all = l->name, .name = l->name, .covers = covers, .cue = "label", .of = SYN_OF_TEXT,
                     .place = SYN_AT_LABEL, .level = level, .tentative = maybe};
    syn_credit_add(scan, &m);
}

void syn_credit_labels(syn_credit_scan *scan)
{
    uint32_t first = scan->out->count;
    for (uint32_t i = 0; i < scan->layout->paragraph_count && scan->status == SYN_OK; i++) {
        syn_reach p = scan->layout->paragraphs[i];
        label l = {0};
        if (p.end <= p.begin || p.end > scan->bytes || syn_credit_quoted(scan, p.begin))
            continue;
        if (labels_next(scan, i, &l)) {
            add(scan, &l, scan->layout->paragraphs[i + 1], SYN_STRONG, false);
            continue;
        }
        if (!read_label(scan->text, p, &l) || !opens_sentence(scan->text, l.text, p.end) ||
            !has_text(scan->text, l.text, p.end))
            continue;
        syn_level level = level_of(scan->text, &l);
        bool maybe = level == SYN_UNKNOWN && may_be_label(scan->text, &l);
        if (level != SYN_UNKNOWN || maybe)
            add(scan, &l, (syn_reach){l.text, p.end}, maybe ? SYN_STRONG : level, maybe);
    }
    if (scan->status == SYN_OK)
        syn_credit_caps(scan, first);
}
