/* Labels of outlets that nobody knows: a few words in capitals, set off at the head of a paragraph.
 *
 *      TIDEMARK  The firm began as a seed merchant and keeps its weighbridge.
 *
 *  Headings, places, persons who speak in a transcript are set off so too. Headings and places are lists; three
 *  such labels in one text are speakers; a name that the text uses as a person's or a place's is one. */
#include "trace/credit_cue.h"
#include "trace/credit_place.h"
#include "trace/credit_scan.h"
#include "trace/outlet_name.h"

#include <string.h>

enum { caps_words = 4, letters_least = 3, text_words_least = 8, labels_most = 2, repeated_most = 8,
       confirmed_most = 4 };

/* Words of headings: a label that opens with one is none. The others are in the list of credit_cue.h. */
static const char heading_words[] =
    "and but or if so yet for from in on at by of to with as is are was what who whom whose when where why how "
    "this that these those it we you he she they i my our your his her their not no yes ok one two three four "
    "five six seven eight nine ten first second third last next new old more most best worst top key big hot "
    "update updated breaking photo photos video videos audio gallery related read watch listen click share follow "
    "subscribe sign join log advertisement advertising sponsored promoted correction corrections clarification "
    "note notes editor editors notice disclaimer copyright contents contact contacts about press media release "
    "immediate source sources story stories report exclusive analysis opinion editorial commentary letters letter "
    "column feature features review reviews interview profile obituary obituaries question questions answer "
    "answers narrator host moderator reporter caller anchor speaker interviewer man woman boy girl mr mrs ms dr "
    "sir sen rep gov president chairman chairwoman mayor judge senator congressman governor secretary minister "
    "chapter part section act scene step day week month year figure fig table chart map graphic image caption "
    "title headline summary overview background introduction conclusion abstract methods results discussion "
    "references appendix index agenda minutes tip tips fact facts myth quote quotes poll survey score scores "
    "result standings schedule sports sport football baseball basketball hockey soccer golf tennis racing boxing "
    "cricket rugby nfl nba mlb nhl ncaa mls pga ufc politics business money markets economy finance tech "
    "technology science health weather crime courts police fire traffic education schools movies movie music "
    "books arts art food dining travel style fashion home garden real estate world nation national international "
    "local state region metro city county town community events calendar jobs classifieds deaths births lottery "
    "horoscope crossword puzzles comics elsewhere meanwhile however also pros cons good bad ugly winners losers "
    "today tomorrow yesterday tonight now then here there live latest recap flashback throwback monday tuesday "
    "wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june "
    "july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec spring "
    "summer autumn fall winter morning afternoon evening night noon usa uk eu un us gop nyc dc la ps nb fyi faq "
    "tldr";
/* Words that open a sentence behind a label which one blank alone sets off. */
static const char openers[] =
    "the a an in on at as by for from to with under over after before when while if although since it he she they we i "
    "you this that these those there his her their its our my one two three some many most no not nobody all both each "
    "every but and so then now what who how why where last next another other";

typedef struct caps {
    syn_reach names[labels_most]; /* different ones */
    uint32_t count;               /* more than labels_most: speakers of a transcript */
} caps;

static bool is_shouted(const char *text, const syn_credit_word *word, uint32_t *letters)
{
    for (uint32_t i = word->begin; i < word->after; i++) {
        if (text[i] >= 'A' && text[i] <= 'Z')
            ++*letters;
        else if (!(text[i] >= '0' && text[i] <= '9') && !strchr("-&.'", text[i]))
            return false;
    }
    return word->after == word->end;
}

/* Whether the blanks [at, next) set something off: a tab, NBSP, or two and more. */
static bool sets_off(const char *text, uint32_t at, uint32_t next)
{
    bool wide = next - at >= 2;
    for (; at < next; at++) {
        if (text[at] == '\n' || text[at] == '\r')
            return false;
        wide |= text[at] == '\t';
    }
    return wide;
}

/* Whether a paragraph's worth of prose opens at `at`: rows of a table have no words in small letters. */
static bool opens_text(const char *text, uint32_t at, uint32_t end)
{
    syn_credit_word word;
    unsigned char c = at < end ? (unsigned char)text[at] : 0;
    uint32_t count = 0, small = 0;
    bool opens = (c >= 'A' && c <= 'Z') || c >= 0xC3 || c == '"' || c == '\'';
    while (opens && count < text_words_least && syn_credit_word_at(text, at, end, &word)) {
        small += text[word.begin] >= 'a' && text[word.begin] <= 'z';
        at = word.after;
        count++;
    }
    return count == text_words_least && small * 2 >= text_words_least;
}

static bool is_outlet_perhaps(const char *text, syn_reach name)
{
    const char *at = text + name.begin;
    uint32_t bytes = name.end - name.begin;
    char key[SYN_OUTLET_KEY];
    syn_credit_word first, last = {.begin = name.begin, .end = name.end};
    size_t count = syn_outlet_key(at, bytes, key);
    if (count == 0 || syn_credit_is_heading(key, count) || syn_credit_is_place(at, bytes) ||
        syn_outlet_find(at, bytes) || syn_outlet_ends(at, bytes) ||
        !syn_credit_word_at(text, name.begin, name.end, &first))
        return false;
    while (last.begin < last.end && memchr(text + last.begin, ' ', last.end - last.begin))
        last.begin++;
    return !syn_credit_word_in(text, &first, heading_words) &&
           !syn_credit_is_place(text + last.begin, last.end - last.begin) &&
           (first.end == name.end || !syn_credit_is_place(text + first.begin, first.end - first.begin));
}

/* The label of a paragraph, and where its text begins. */
static bool read_caps(const char *text, syn_reach p, syn_reach *name, uint32_t *behind)
{
    uint32_t at = p.begin, letters = 0;
    syn_credit_word word;
    for (int i = 0; i < caps_words && syn_credit_word_at(text, at, p.end, &word); i++) {
        if (word.begin != (i == 0 ? p.begin : at + 1) || !is_shouted(text, &word, &letters))
            return false;
        at = word.after;
        *behind = syn_credit_blanks(text, at, p.end);
        if (!sets_off(text, at, *behind))
            continue;
        *name = (syn_reach){p.begin, word.end};
        return letters >= letters_least && opens_text(text, *behind, p.end) && is_outlet_perhaps(text, *name);
    }
    return false;
}

/* ---- persons and places ---- */

/* "HOT AIR" as "Hot Air". */
static uint32_t write_title(const char *text, syn_reach name, char title[SYN_OUTLET_KEY])
{
    uint32_t bytes = name.end - name.begin;
    if (bytes >= SYN_OUTLET_KEY)
        return 0;
    for (uint32_t i = 0; i < bytes; i++) {
        char c = text[name.begin + i];
        title[i] = i > 0 && title[i - 1] != ' ' && title[i - 1] != '-' && c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    return bytes;
}

static bool is_letter_at(const char *text, uint32_t at)
{
    return (unsigned char)((text[at] | 0x20) - 'a') < 26 || (unsigned char)text[at] >= 0xC3;
}

/* Whether the word before byte `at` makes a person or a place of the name there: "Ada Quill", "Mr Quill",
 * "in Fenmouth". */
static bool is_made_one(const char *text, uint32_t at)
{
    syn_credit_word word;
    uint32_t from = at;
    if (at < 2 || text[at - 1] != ' ')
        return false;
    for (from--; from > 0 && at - from < SYN_CREDIT_WORD && !strchr(" \n\t", text[from - 1]);)
        from--;
    if (!syn_credit_word_at(text, from, at, &word) || syn_credit_blanks(text, word.after, at) != at || word.possessive)
        return false;
    if (syn_credit_word_in(text, &word, "in near outside around mr mrs ms dr sir lady lord mayor judge captain"))
        return true;
    bool small = syn_credit_word_in(text, &word, heading_words) || syn_credit_word_in(text, &word, openers);
    return word.capital && !small && text[word.begin] >= 'A';
}

/* Whether the text has the name of a label as a person's or a place's, in small letters with capitals. */
static bool is_somebody(const syn_credit_scan *scan, syn_reach name)
{
    char title[SYN_OUTLET_KEY];
    uint32_t bytes = write_title(scan->text, name, title), last = bytes;
    while (last > 0 && title[last - 1] != ' ')
        last--;
    for (uint32_t at = 0; bytes > 0 && at < scan->bytes;) {
        const char *met = memmem(scan->text + at, scan->bytes - at, title + last, bytes - last);
        if (!met)
            break;
        uint32_t begin = (uint32_t)(met - scan->text), end = begin + bytes - last;
        at = end;
        if ((begin > 0 && is_letter_at(scan->text, begin - 1)) || (end < scan->bytes && is_letter_at(scan->text, end)))
            continue;
        bool whole = last > 0 && begin >= last && memcmp(met - last, title, last) == 0;
        if (is_made_one(scan->text, whole ? begin - last : begin))
            return true;
        syn_credit_word next;
        bool said = last > 0 && !whole && syn_credit_word_at(scan->text, end, scan->bytes, &next) && !next.apart &&
                    syn_credit_word_in(scan->text, &next, "said says told added asked");
        if (said)
            return true; /* the surname alone */
    }
    return false;
}

/* ---- labels ---- */

static bool is_same(const char *text, syn_reach a, syn_reach b)
{
    return a.end - a.begin == b.end - b.begin && memcmp(text + a.begin, text + b.begin, a.end - a.begin) == 0;
}

static void note(const char *text, caps *c, syn_reach name)
{
    for (uint32_t i = 0; i < c->count && i < labels_most; i++)
        if (is_same(text, c->names[i], name))
            return;
    if (c->count < labels_most)
        c->names[c->count] = name;
    if (c->count <= labels_most)
        c->count++;
}

static void add(syn_credit_scan *scan, syn_reach name, syn_reach covers, syn_level level)
{
    syn_mention m = {.all = name, .name = name, .covers = covers, .cue = "label", .of = SYN_OF_TEXT,
                     .place = SYN_AT_LABEL, .level = level};
    syn_credit_add(scan, &m);
}

/* Adds the paragraphs that one name labels. */
static void add_all(syn_credit_scan *scan, syn_reach label)
{
    uint32_t first = scan->out->count, behind;
    syn_reach name;
    if (is_somebody(scan, label))
        return;
    for (uint32_t i = 0; i < scan->layout->paragraph_count && scan->status == SYN_OK; i++) {
        syn_reach p = scan->layout->paragraphs[i];
        if (p.end > p.begin && p.end <= scan->bytes && scan->text[p.begin] == scan->text[label.begin] &&
            read_caps(scan->text, p, &name, &behind) && is_same(scan->text, name, label) &&
            !syn_credit_quoted(scan, p.begin))
            add(scan, name, (syn_reach){behind, p.end}, SYN_MODERATE);
    }
    for (uint32_t i = first; scan->out->count - first > 1 && i < scan->out->count; i++)
        scan->out->items[i].level = SYN_STRONG;
}

/* Names of labels in capitals that the text sets off, each once, the first few. */
typedef struct labels {
    syn_mention items[repeated_most];
    uint32_t count;
} labels;

static bool is_all_shouted(const char *text, syn_reach name)
{
    uint32_t letters = 0;
    syn_credit_word word = {.begin = name.begin};
    for (; word.begin < name.end; word.begin = word.end + 1) {
        const char *blank = memchr(text + word.begin, ' ', name.end - word.begin);
        word.end = word.after = blank ? (uint32_t)(blank - text) : name.end;
        if (!is_shouted(text, &word, &letters))
            return false;
    }
    return true;
}

static void list_labels(const syn_credit_scan *scan, uint32_t first, labels *l)
{
    l->count = 0;
    for (uint32_t i = first; i < scan->out->count && l->count < repeated_most; i++) {
        const syn_mention *m = &scan->out->items[i];
        bool listed = false;
        for (uint32_t k = 0; k < l->count; k++)
            listed |= is_same(scan->text, l->items[k].name, m->name);
        if (!listed && !m->tentative && is_all_shouted(scan->text, m->name))
            l->items[l->count++] = *m;
    }
}

/* Whether the paragraph opens with the label and one blank, and goes on as a new sentence does. */
static bool repeats(const syn_credit_scan *scan, syn_reach p, syn_reach label)
{
    const char *text = scan->text;
    syn_reach name = {p.begin, p.begin + (label.end - label.begin)};
    syn_credit_word word;
    if (p.end > scan->bytes || name.end >= p.end || label.begin >= p.begin || !is_same(text, name, label) ||
        text[name.end] != ' ' || sets_off(text, name.end, syn_credit_blanks(text, name.end, p.end)))
        return false;
    return syn_credit_word_at(text, name.end, p.end, &word) && word.capital &&
           (word.apart || syn_credit_word_in(text, &word, openers)) && opens_text(text, name.end + 1, p.end) &&
           !syn_credit_quoted(scan, p.begin);
}

/* A label in capitals that the text sets off above may be set off by one blank: "TIDEMARK The firm ...". */
static void add_repeated(syn_credit_scan *scan, uint32_t first)
{
    labels l;
    list_labels(scan, first, &l);
    for (uint32_t i = 0; l.count > 0 && i < scan->layout->paragraph_count && scan->status == SYN_OK; i++) {
        syn_reach p = scan->layout->paragraphs[i];
        for (uint32_t k = 0; k < l.count; k++) {
            syn_reach label = l.items[k].name;
            if (!repeats(scan, p, label))
                continue;
            uint32_t end = p.begin + (label.end - label.begin);
            add(scan, (syn_reach){p.begin, end}, (syn_reach){end + 1, p.end}, l.items[k].level);
            break;
        }
    }
}

void syn_credit_caps(syn_credit_scan *scan, uint32_t first)
{
    caps c = {0};
    syn_reach name;
    uint32_t behind;
    for (uint32_t i = 0; i < scan->layout->paragraph_count; i++) {
        syn_reach p = scan->layout->paragraphs[i];
        if (p.end > p.begin && p.end <= scan->bytes && read_caps(scan->text, p, &name, &behind) &&
            !syn_credit_quoted(scan, p.begin))
            note(scan->text, &c, name);
    }
    for (uint32_t i = 0; c.count <= labels_most && i < c.count; i++)
        add_all(scan, c.names[i]);
    add_repeated(scan, first);
}

void syn_credit_confirm_labels(syn_credit_scan *scan)
{
    syn_mention *items = scan->out->items;
    for (uint32_t i = 0, met = 0; i < scan->head_count && met < confirmed_most; i++) {
        if (items[i].place != SYN_AT_LABEL || items[i].level != SYN_MODERATE)
            continue;
        met++;
        for (uint32_t k = scan->head_count; k < scan->out->count && items[i].level == SYN_MODERATE; k++)
            if (items[k].of != SYN_OF_IMAGE && !items[k].person && syn_credit_same(scan, items[i].name, items[k].name))
                items[i].level = SYN_STRONG;
    }
}
