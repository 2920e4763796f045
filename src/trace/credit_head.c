/* Credits at the head of a text, which speak of all of it: bylines and datelines.
 *
 *      By Ada Quill, Associated Press          LONDON, May 2 (Reuters) - The ferry ... */
#include "text/plain.h"
#include "trace/credit_cue.h"
#include "trace/credit_line.h"
#include "trace/credit_place.h"
#include "trace/outlet_name.h"

#include <string.h>

enum { head_bytes = 2500, head_lines = 14, line_most = 200, dateline_bytes = 130, dateline_paragraphs = 8,
      byline_bytes = 500 };

/* ---- bylines ---- */

/* Whether the line names persons and the like: short, capitalised words with commas. */
static bool is_byline_like(const syn_credit_scan *scan, syn_reach line)
{
    syn_credit_word word;
    uint32_t at = line.begin, count = 0;
    while (count < 14 && syn_credit_word_at(scan->text, at, line.end, &word)) {
        if (!word.capital && !syn_credit_word_in(scan->text, &word, "by and of for the de von van in"))
            return false;
        at = word.after;
        count++;
    }
    return count > 0 && count < 14;
}

/* "Ada Quill / Reuters": who took the picture above. */
static void add_photographer(syn_credit_scan *scan, syn_reach line, const syn_credit_name *name)
{
    syn_mention m = {.all = {line.begin, name->name.end}, .name = name->name, .covers = {line.begin, line.begin},
                     .cue = "photo",
                     .of = SYN_OF_IMAGE, .place = SYN_AT_SENTENCE, .level = SYN_MODERATE};
    syn_credit_add(scan, &m);
}

static void byline(syn_credit_scan *scan, syn_reach line, bool *after_byline)
{
    bool by = syn_credit_opens(scan->text, line, "by "),
        slash = memchr(scan->text + line.begin, '/', line.end - line.begin) != NULL;
    bool late = line.begin > byline_bytes && !*after_byline;
    syn_credit_name name;
    if (line.begin == line.end || strchr("([-*", scan->text[line.begin]) ||
        syn_credit_dash(scan->text, line.begin, line.end) || (late && !by && !slash) ||
            line.end - line.begin > line_most || (!by && line.end - line.begin > 80) || !is_byline_like(scan, line)) {
        *after_byline = false;
        return;
    }
    bool mixed = by;
    for (uint32_t at = by ? line.begin + 3 : line.begin; at < line.end;) {
        uint32_t end = at;
        while (end < line.end && !strchr(",|/;", scan->text[end]) &&
               (!mixed || syn_credit_dash(scan->text, end, line.end) != 3)) {
            mixed |= scan->text[end] >= 'a' && scan->text[end] <= 'z'; /* in capitals it may be a dateline */
            end++;
        }
        bool whole = at == line.begin && end == line.end;
        if (syn_credit_name_alone(scan->text, at, end, &name) && (!name.common || syn_credit_is_agency(scan, &name)) &&
            (by || *after_byline || syn_credit_is_agency(scan, &name)) &&
                (whole || by || at > line.begin || *after_byline)) {
            if (slash && !by) {
                add_photographer(scan, line, &name);
                return;
            }
            syn_credit_add_whole(scan, (syn_reach){line.begin, name.name.end}, &name, "byline", SYN_AT_HEAD,
                                 SYN_STRONG);
        } else if (by && at > line.begin + 3 && syn_credit_maybe(scan->text, at, end, false, &name)) {
            syn_credit_add_maybe(scan, (syn_reach){line.begin, name.name.end}, &name, "byline", SYN_AT_HEAD, false);
        }
        at = end + (end < line.end && scan->text[end] & 0x80 ? 3 : 1);
    }
    *after_byline = by;
}

/* ---- datelines ---- */

/* Whether what stands before the agency may be a place and a date: few words, hardly a small one. */
static bool is_place(const syn_credit_scan *scan, uint32_t begin, uint32_t end)
{
    syn_credit_word word;
    uint32_t small = 0, count = 0;
    for (uint32_t at = begin; syn_credit_word_at(scan->text, at, end, &word); at = word.after) {
        small += !word.capital &&
            !syn_credit_word_in(scan->text, &word, "de of the la le di du am an and on upon sur del el y do da");
        if (++count > 12 || small > 1)
            return false;
    }
    return true;
}

/* An agency whose name has small letters only: "Berlin (dpa) -". */
static bool is_small_agency(const syn_credit_scan *scan, uint32_t begin, uint32_t end, syn_credit_name *name)
{
    for (uint32_t i = begin; i < end; i++)
        if (scan->text[i] < 'a' || scan->text[i] > 'z')
            return false;
    *name = (syn_credit_name){.name = {begin, end}, .all = {begin, end}, .known = true};
    return end > begin && syn_outlet_find(scan->text + begin, end - begin) && syn_credit_is_agency(scan, name);
}

/* The agency, or the first of several, in [begin, end): "AP", "AP/AFP". */
static bool agency_in(const syn_credit_scan *scan, uint32_t begin, uint32_t end, syn_credit_name *name)
{
    uint32_t cut = begin;
    while (cut < end && scan->text[cut] != '/' && scan->text[cut] != ',')
        cut++;
    return syn_credit_name_alone(scan->text, begin, cut, name) || is_small_agency(scan, begin, cut, name);
}

static void add_dateline(syn_credit_scan *scan, uint32_t begin, uint32_t end, uint32_t paragraph,
                         const syn_credit_name *name)
{
    syn_mention m = {.all = {begin, end}, .name = name->name, .covers = syn_credit_whole(scan), .cue = "dateline",
                     .of = SYN_OF_TEXT, .place = SYN_AT_HEAD, .level = SYN_STRONG};
    if (paragraph >= dateline_paragraphs) { /* a text of several: each its own paragraph */
        m.covers = scan->layout->paragraphs[paragraph];
        m.place = SYN_AT_LABEL;
    }
    syn_credit_add(scan, &m);
}

/* Whether the words before an agency are surely a place, and perhaps a date: in capitals, dated, or well known. */
static bool is_sure_place(const syn_credit_scan *scan, uint32_t begin, uint32_t end)
{
    syn_reach r = syn_credit_trim(scan->text, (syn_reach){begin, end}, ",-");
    bool dated = false, small = false;
    for (uint32_t i = r.begin; i < r.end && scan->text[i] != ',' && scan->text[i] != ' '; i++)
        small |= scan->text[i] >= 'a' && scan->text[i] <= 'z';
    for (uint32_t i = r.begin; i < r.end; i++)
        dated |= scan->text[i] >= '0' && scan->text[i] <= '9';
    return r.end - r.begin > 2 && (!small || dated || syn_credit_is_place(scan->text + r.begin, r.end - r.begin));
}

/* "FENMOUTH (Northsea).", "FENMOUTH (NPA) --": a place, and what may be an agency's name. */
static void maybe_dateline(syn_credit_scan *scan, uint32_t begin, uint32_t open, uint32_t close, uint32_t next,
                           bool dash)
{
    syn_credit_name name;
    syn_credit_word place;
    if (!syn_credit_word_at(scan->text, begin, open, &place) || !place.capital ||
        !syn_credit_maybe(scan->text, open + 1, close, true, &name) || next - close > 3)
        return;
    syn_credit_add_maybe(scan, (syn_reach){begin, close + 1}, &name, "dateline", SYN_AT_HEAD,
                         dash && is_sure_place(scan, begin, open));
}

/* "(AP) --", "/PRNewswire/ --", "/TASS/.": a name between marks, with a dash or the text's end behind. */
static bool marked_dateline(syn_credit_scan *scan, uint32_t begin, uint32_t open, uint32_t limit, uint32_t paragraph)
{
    char shut = scan->text[open] == '(' ? ')' : '/';
    uint32_t close = open + 1;
    syn_credit_name name;
    while (close < limit && close - open < 40 && scan->text[close] != shut)
        close++;
    if (close >= limit || scan->text[close] != shut)
        return false;
    uint32_t next = syn_credit_blanks(scan->text, close + 1, limit);
    syn_credit_name named;
    bool unnamed = !syn_credit_name_alone(scan->text, begin, open, &named);
    bool dash = syn_credit_dash(scan->text, next, limit) > 0 && unnamed;
    bool stop = next < limit && (scan->text[next] == '.' || scan->text[next] == ':');
    if (!agency_in(scan, open + 1, close, &name)) {
        if (paragraph < dateline_paragraphs && shut == ')' && unnamed && (dash || stop))
            maybe_dateline(scan, begin, open, close, next, dash);
        return false;
    }
    stop &= shut == '/' || (open > begin && unnamed && syn_credit_is_agency(scan, &name));
    if ((!dash && !stop) || (name.common && !syn_credit_is_agency(scan, &name)))
        return false;
    add_dateline(scan, begin, close + 1, paragraph, &name);
    return true;
}

/* The agency behind a dash or a stop: "PARIS – AFP", "MOSCOW. May 2. INTERFAX", "МОСКВА — РИА Новости". */
static bool bare_dateline(syn_credit_scan *scan, uint32_t begin, uint32_t at, uint32_t limit, uint32_t paragraph)
{
    uint32_t end = at;
    syn_credit_name name;
    while (end < limit && end - at < 40 && !strchr(".-:,\n", scan->text[end]) &&
           !syn_credit_dash(scan->text, end, limit))
        end++;
    if (end == at || end - at >= 40 || !syn_credit_name_alone(scan->text, at, end, &name) ||
        !syn_credit_is_agency(scan, &name) || name.common)
        return false;
    const char *first = scan->text + begin;
    bool shouts = true;
    for (uint32_t i = 0; begin + i < at && first[i] != ' ' && first[i] != ',' && first[i] != '.'; i++)
        shouts &= !(first[i] >= 'a' && first[i] <= 'z');
    if (!shouts)
        return false;
    add_dateline(scan, begin, name.name.end, paragraph, &name);
    return true;
}

/* "据新华社报道", "共同通信によると": a report in a sentence, no dateline. */
static bool is_in_sentence(const char *text, uint32_t begin, uint32_t end, syn_reach name)
{
    static const char *const behind[] = {"报道", "報道", "によると", "通信によると", "消息"};
    bool found = name.begin - begin >= 3 && (memcmp(text + name.begin - 3, "据", 3) == 0 ||
                                             memcmp(text + name.begin - 3, "據", 3) == 0);
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        found |= end - name.end >= strlen(behind[i]) && memcmp(text + name.end, behind[i], strlen(behind[i])) == 0;
    return found;
}

/* Agencies of scripts without spaces: "北京5月2日电 新华社", "【共同】", "(서울=연합뉴스)". */
static bool other_dateline(syn_credit_scan *scan, syn_reach p, uint32_t limit, uint32_t paragraph)
{
    if ((unsigned char)scan->text[p.begin] < 0x80 && scan->text[p.begin] != '(' && scan->text[p.begin] != '[')
        return false;
    uint32_t bytes = limit - p.begin;
    const char *at = scan->text + p.begin;
    bool dated = memmem(at, bytes, "电", 3) || memmem(at, bytes, "電", 3) || memmem(at, bytes, "【", 3) ||
        memmem(at, bytes, "=", 1) ||
                 memmem(at, bytes, "（", 3) || memmem(at, bytes, "日", 3);
    for (uint32_t i = 0; dated && i < syn_credit_mark_count; i++) {
        const char *mark = memmem(at, bytes < 80 ? bytes : 80, syn_credit_marks[i], strlen(syn_credit_marks[i]));
        if (!mark)
            continue;
        syn_credit_name name = {.name = {(uint32_t)(mark - scan->text),
                                         (uint32_t)(mark - scan->text + strlen(syn_credit_marks[i]))}};
        if (is_in_sentence(scan->text, p.begin, limit, name.name))
            continue;
        add_dateline(scan, p.begin, name.name.end, paragraph, &name);
        return true;
    }
    return false;
}

static void dateline(syn_credit_scan *scan, uint32_t paragraph)
{
    syn_reach p = scan->layout->paragraphs[paragraph];
    uint32_t limit = p.end - p.begin > dateline_bytes ? p.begin + dateline_bytes : p.end;
    const char *text = scan->text;
    if (p.end <= p.begin || p.end > scan->bytes || (paragraph < dateline_paragraphs && other_dateline(scan, p, limit,
                                                                                                      paragraph)))
        return;
    if (paragraph >= dateline_paragraphs && !memchr(text + p.begin, '(', limit - p.begin))
        return;
    for (uint32_t at = p.begin; at < limit && at - p.begin < 100; at++) {
        if (syn_plain_start((unsigned char)text[at]) == 1 || text[at] == ' ')
            continue; /* as most are */
        uint32_t dash = at > p.begin ? syn_credit_dash(text, at, limit) : 0;
        if (dash == 1 && text[at - 1] != ' ' && text[at - 1] != '-')
            dash = 0; /* a hyphen */
        bool stop = text[at] == '.' && at + 1 < limit && text[at + 1] == ' ';
        if (text[at] != '(' && text[at] != '/' && !dash && !stop)
            continue;
        if (!is_place(scan, p.begin, at))
            return;
        if ((text[at] == '(' || text[at] == '/') && marked_dateline(scan, p.begin, at, limit, paragraph))
            return;
        if ((dash || stop) && bare_dateline(scan, p.begin, at + (dash ? dash : 1), limit, paragraph))
            return;
    }
}

/* A dateline in a text whose line ends are lost: "...Press WriterHONOLULU (AP) _ The". */
static void glued_dateline(syn_credit_scan *scan)
{
    uint32_t end = scan->bytes < head_bytes ? scan->bytes : head_bytes;
    const char *text = scan->text;
    for (uint32_t at = 3; at + 5 < end;) {
        const char *open = memchr(text + at + 1, '(', end - at - 5);
        if (!open)
            return;
        at = (uint32_t)(open - text);
        uint32_t from = at - 1;
        if (text[from] != ' ')
            continue;
        while (from > 0 && at - from < 30 && ((text[from - 1] >= 'A' && text[from - 1] <= 'Z') ||
                                              strchr(" .,", text[from - 1])) && text[from - 1])
            from--;
        from = syn_credit_blanks(text, from, at);
        if (at - from > 4 && marked_dateline(scan, from, at, end, 0))
            return;
    }
}

void syn_credit_heads(syn_credit_scan *scan)
{
    uint32_t at = 0, end = scan->bytes < head_bytes ? scan->bytes : head_bytes, first = scan->out->count;
    bool after_byline = false;
    syn_reach line;
    for (int i = 0; i < head_lines && syn_credit_next_line(scan->text, &at, end, &line); i++) {
        byline(scan, line, &after_byline);
        syn_credit_signed(scan, line);
    }
    for (uint32_t i = 0; i < scan->layout->paragraph_count; i++)
        dateline(scan, i);
    for (uint32_t i = first; i < scan->out->count; i++)
        if (!strcmp(scan->out->items[i].cue, "dateline"))
            return;
    glued_dateline(scan);
}
