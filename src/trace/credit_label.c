/* Labels: an outlet's name that opens a paragraph, set off from the text behind it.
 *
 *      NY DAILY NEWS  As a matter of fact, the council said ...
 *      Fenmouth Gazette: The ferry was late again.
 *      From the Fenmouth Gazette on Friday:            and the paragraph below
 *
 *  One blank sets nothing off, so capitals that open a sentence are no label ("ICE listed ..."). */
#include "trace/credit_cue.h"
#include "trace/credit_line.h"
#include "trace/credit_scan.h"
#include "trace/outlet_name.h"

#include <string.h>

enum { label_words = 6, label_bytes = 60, led_bytes = 90, about_words = 7, text_words_least = 4 };

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
    syn_credit_name alone;
    if (syn_outlet_ends(name, bytes) && syn_credit_name_alone(text, l->name.begin, l->name.end, &alone))
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

/* ---- labels that words bring in ---- */

static const char *const leads[] = {
    "from ", "via ", "by ", "more from ", "also from ", "and from ", "again from ", "again, from ", "this from ",
    "this is from ", "this comes from ", "now from ", "next from ", "again the ", "here is ", "here's ",
    "here\xE2\x80\x99s ", "and here is ", "and here's ", "and here\xE2\x80\x99s ",
};
/* What may stand behind the name: when it appeared, and what of the outlet's it is. */
static const char times[] =
    "on in at of the this last late early earlier yesterday today week month year morning afternoon evening night "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep "
    "sept oct nov dec st nd rd th";
static const char pieces[] = "story report article account editorial column piece page board website site online";

static uint32_t behind_marks(const char *text, uint32_t at, uint32_t end, const char *marks)
{
    while (at < end && text[at] != '\0' && strchr(marks, text[at]))
        at++;
    return at;
}

/* Where the words behind the lead begin; 0 when the paragraph opens with none. */
static uint32_t behind_lead(const char *text, syn_reach p)
{
    const syn_reach rest = {behind_marks(text, p.begin, p.end, "*_>#[ "), p.end};
    const char first = rest.begin < rest.end ? (char)(text[rest.begin] | 0x20) : 0;
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (leads[i][0] == first && syn_credit_opens(text, rest, leads[i]))
            return rest.begin + (uint32_t)strlen(leads[i]);
    return 0;
}

/* Whether [at, colon) says no more of the name before it than when and of what: "on Friday", ", May 2", "'s Ada Quill",
 * and where `is_alone`, on a line of its own, "on the ferry". */
static bool is_rest_of_label(const char *text, uint32_t at, uint32_t colon, bool is_alone)
{
    const uint32_t quote = at < colon ? syn_credit_apostrophe(text, at, colon) : 0;
    bool about = false;
    syn_credit_word word;
    at += quote;
    if (quote > 0 && at < colon && text[at] == 's')
        at++;
    for (int i = 0; syn_credit_word_at(text, at, colon, &word); i++) {
        const bool number = text[word.begin] >= '0' && text[word.begin] <= '9';
        about |= i == 0 && is_alone && !word.apart && syn_credit_word_in(text, &word, "on about");
        if (!number && !syn_credit_word_in(text, &word, times) && !syn_credit_word_in(text, &word, pieces) &&
            !(about && !word.apart && i < about_words) && !(quote > 0 && word.capital && !word.apart && i < 3))
            return false;
        at = word.after;
    }
    return true;
}

static bool is_text(const char *text, syn_reach p)
{
    const uint32_t at = behind_marks(text, p.begin, p.end, "*_># ");
    return opens_sentence(text, at, p.end) && has_text(text, at, p.end);
}

/* "From the Fenmouth Gazette:", and the text it labels: what is left of its paragraph, else the next one. */
static bool read_led(const syn_credit_scan *scan, uint32_t paragraph, label *l, syn_reach *covers)
{
    const char *text = scan->text;
    const syn_reach p = scan->layout->paragraphs[paragraph];
    const uint32_t first = behind_lead(text, p), most = p.end - p.begin > led_bytes ? p.begin + led_bytes : p.end;
    const char *stop = first > 0 && first < most ? memchr(text + first, ':', most - first) : NULL;
    const uint32_t colon = stop ? (uint32_t)(stop - text) : 0;
    syn_credit_name name;
    if (!stop || memchr(text + first, '\n', colon - first) ||
        !syn_credit_name_after(text, first, colon, true, &name) ||
        !syn_credit_name_alone(text, first, name.name.end, &name))
        return false;
    const uint32_t behind = syn_credit_blanks(text, behind_marks(text, colon + 1, p.end, "*_]"), p.end);
    const bool is_alone = behind == p.end || memchr(text + colon, '\n', behind - colon) != NULL;
    *l = (label){.name = name.name, .setting = COLON, .text = behind};
    *covers = (syn_reach){behind, p.end};
    if (behind == p.end && paragraph + 1 < scan->layout->paragraph_count)
        *covers = scan->layout->paragraphs[paragraph + 1];
    return level_of(text, l) == SYN_STRONG && is_rest_of_label(text, name.name.end, colon, is_alone) &&
           behind > colon + (behind < p.end) && is_text(text, *covers);
}

/* Whether the credit is a line that labels what stands below it, and so speaks of no more than that. */
static bool is_of_label(const syn_credit_scan *scan, const syn_mention *m)
{
    label l = {0};
    syn_reach covers;
    if (scan->layout->paragraph_count == 0 || (m->place != SYN_AT_TAIL && strcmp(m->cue, "masthead") != 0))
        return false;
    const uint32_t paragraph = syn_layout_paragraph(scan->layout, m->all.begin);
    if (m->all.begin < scan->layout->paragraphs[paragraph].begin)
        return false;
    if (labels_next(scan, paragraph, &l) ? !is_text(scan->text, scan->layout->paragraphs[paragraph + 1])
                                         : !read_led(scan, paragraph, &l, &covers))
        return false;
    return m->all.begin < l.name.end && m->all.end > l.name.begin;
}

static void drop_labels(syn_credit_scan *scan)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < scan->out->count; i++)
        if (!is_of_label(scan, &scan->out->items[i]))
            scan->out->items[kept++] = scan->out->items[i];
    scan->out->count = kept;
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
    drop_labels(scan);
    uint32_t first = scan->out->count;
    for (uint32_t i = 0; i < scan->layout->paragraph_count && scan->status == SYN_OK; i++) {
        syn_reach p = scan->layout->paragraphs[i], covers;
        label l = {0};
        if (p.end <= p.begin || p.end > scan->bytes || syn_credit_quoted(scan, p.begin))
            continue;
        if (labels_next(scan, i, &l)) {
            add(scan, &l, scan->layout->paragraphs[i + 1], SYN_STRONG, false);
            continue;
        }
        if (read_led(scan, i, &l, &covers)) {
            add(scan, &l, covers, SYN_STRONG, false);
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
