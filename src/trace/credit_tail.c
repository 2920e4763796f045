/* Credits at the tail of a text, which speak of all of it: contributions, copyright lines, h/t lines and marks.
 *
 *      Copyright 2017 The Associated Press     (h/t The Hill.)        — AP        FNB aq/jr */
#include "base/encoding.h"
#include "trace/credit_cue.h"
#include "trace/credit_line.h"
#include "trace/outlet_name.h"

#include <string.h>

enum { head_bytes = 2500, tail_bytes = 2500, tail_lines = 16, line_most = 200 };

/* What a house is in law, behind the name of its paper: "Moorland Post Ltd.". */
static const char houses[] =
    "ltd limited inc incorporated llc llp plc gmbh ag kg s.a sa s.p.a spa s.r.l srl bv nv ab oy co co. corp "
    "corporation company media group holdings publishing publications communications";

/* Where the name of a paper ends in [at, end) if what the house is follows it; end when nothing does. */
static uint32_t before_house(const char *text, uint32_t at, uint32_t end)
{
    syn_credit_word word;
    for (int i = 0; i < 8 && syn_credit_word_at(text, at, end, &word); i++) {
        if (i > 0 && word.capital && syn_credit_word_in(text, &word, houses))
            return word.begin;
        at = word.after;
    }
    return end;
}

static bool copyright_name(const syn_credit_scan *scan, uint32_t at, uint32_t end, syn_credit_name *name)
{
    syn_credit_word word;
    for (int i = 0; i < 6 && syn_credit_word_at(scan->text, at, end, &word); i++) {
        bool number = scan->text[word.begin] >= '0' && scan->text[word.begin] <= '9';
        if (!number && !syn_credit_word_in(scan->text, &word, "by c copyright the of all content"))
            break;
        at = syn_credit_word_in(scan->text, &word, "the") ? word.begin : word.end;
        if (at == word.begin)
            break;
    }
    at = syn_credit_blanks(scan->text, at, end);
    uint32_t house = before_house(scan->text, at, end);
    if (!(house < end && syn_credit_name_alone(scan->text, at, house, name)) &&
        !syn_credit_name_after(scan->text, at, end, false, name))
        return false;
    return !name->common && name->name.begin - at < 8;
}

void syn_credit_copyright(syn_credit_scan *scan, uint32_t at)
{
    uint32_t end = scan->bytes - at > line_most ? at + line_most : scan->bytes, next = at;
    bool head = at < head_bytes, tail = scan->bytes - at < tail_bytes;
    const char *stop = memchr(scan->text + at, '\n', end - at);
    syn_credit_name name;
    if (!head && !tail)
        return;
    end = stop ? (uint32_t)(stop - scan->text) : end;
    while (next < end && ((unsigned char)scan->text[next] == 0xC2 || (unsigned char)scan->text[next] == 0xA9))
        next++;
    if (copyright_name(scan, next, end, &name))
        syn_credit_add_whole(scan, (syn_reach){at, name.name.end}, &name, "copyright", tail ? SYN_AT_TAIL
                             : SYN_AT_HEAD, SYN_STRONG);
}

/* A line that opens with the sign: "© 2017 ...", "(c) 2017 ..."; the word is found where sentences are read. */
void syn_credit_signed(syn_credit_scan *scan, syn_reach line)
{
    if (line.end == line.begin || ((unsigned char)scan->text[line.begin] != 0xC2 && scan->text[line.begin] != '('))
        return;
    if (syn_credit_opens(scan->text, line, "\xC2\xA9") || syn_credit_opens(scan->text, line, "(c)"))
        syn_credit_copyright(scan, line.begin);
}

/* Where the bracket or the dash that sets off the end of a line stands; its start when none does, its end when
 * it is too far to be one. */
static uint32_t mark_at(const char *text, syn_reach r, bool bracket)
{
    uint32_t from = r.end - r.begin > 60 ? r.end - 60 : r.begin;
    for (uint32_t at = r.end; at > from; at--) {
        if (bracket ? text[at - 1] == '(' || text[at - 1] == '[' : syn_credit_dash(text, at - 1, r.end) > 0)
            return at - 1;
    }
    return from == r.begin ? r.begin : r.end;
}

/* Whether a word alone at the end may be an agency's: not initials ("(END)"), and behind a dash, where persons sign
 * too, only what is put together as agencies' names are ("Northwire"). */
static bool may_sign(const char *text, const syn_credit_name *name, bool bracket)
{
    static const char *const ends[] = {"wire", "press", "news", "media"};
    uint32_t bytes = name->name.end - name->name.begin;
    const char *end = text + name->name.end;
    bool small = false, put_together = false;
    for (uint32_t i = name->name.begin; i < name->name.end; i++)
        small |= text[i] >= 'a' && text[i] <= 'z';
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const size_t length = strlen(ends[i]);
        put_together |= bytes > length + 2 && syn_ascii_same(end - length, ends[i], length);
    }
    return small ? bracket || put_together : put_together;
}

/* A name at the very end of a line: "... (AP)", "[Reuters]", "— AFP", or alone on it. */
static void mark(syn_credit_scan *scan, syn_reach line, bool is_last)
{
    const char *text = scan->text;
    syn_reach r = syn_credit_trim(text, line, ".");
    syn_credit_name name;
    bool bracket = r.end > r.begin && (text[r.end - 1] == ')' || text[r.end - 1] == ']');
    uint32_t first = mark_at(text, r, bracket), begin = first;
    if (first == r.end)
        return;
    uint32_t dash = bracket ? 0 : syn_credit_dash(text, first, r.end);
    bool opens = bracket && (text[first] == '(' || text[first] == '['), alone = dash == 0 && !opens;
    begin += opens ? 1 : dash;
    if (dash > 0 && first > r.begin && !strchr(" .-", text[first - 1]))
        return; /* a hyphen */
    uint32_t end = bracket ? r.end - 1 : r.end;
    if (!syn_credit_name_alone(text, begin, end, &name)) {
        bool set_off = opens || (dash > 0 && is_last && first == r.begin);
        if ((set_off || (is_last && first == r.begin)) && syn_credit_maybe(text, begin, end, set_off, &name))
            syn_credit_add_maybe(scan, (syn_reach){first, r.end}, &name, "mark", SYN_AT_TAIL,
                                 is_last && first == r.begin && may_sign(text, &name, opens));
        return;
    }
    bool agency = syn_credit_is_agency(scan, &name);
    if (alone && (!agency || !is_last)) /* an image's, as likely */
        return;
    if (!agency && (name.common || first > r.begin))
        return;
    syn_credit_add_whole(scan, (syn_reach){first, r.end}, &name, "mark", SYN_AT_TAIL, agency ? SYN_STRONG : SYN_MODERATE);
}

/* "iv/rt": who wrote and who edited, as agencies sign. */
static bool is_signature(const char *text, uint32_t at, uint32_t end)
{
    uint32_t letters = 0;
    for (; at < end && letters <= 4; at++) {
        bool small = text[at] >= 'a' && text[at] <= 'z';
        if (!small && (text[at] != '/' || letters == 0))
            return false;
        letters = small ? letters + 1 : 0;
    }
    return at == end && letters > 1 && letters <= 4;
}

/* Initials that open the last line ("FNB iv/rt") or end it, behind a sentence ("... was mended. FNB"). */
static void initials(syn_credit_scan *scan, syn_reach line)
{
    const char *text = scan->text;
    syn_credit_word word;
    syn_credit_name name;
    uint32_t at = line.end, most = line.end - line.begin > SYN_CREDIT_WORD ? line.end - SYN_CREDIT_WORD : line.begin;
    bool opens = syn_credit_word_at(text, line.begin, line.end, &word) && word.begin == line.begin &&
                 is_signature(text, syn_credit_blanks(text, word.after, line.end), line.end);
    while (!opens && at > most && text[at - 1] != ' ')
        at--;
    bool ends = !opens && at > line.begin + 1 && at > most && strchr(".!?\"", text[at - 2]) && text[at - 2];
    syn_reach all = opens ? (syn_reach){line.begin, word.end} : (syn_reach){at, line.end};
    if (!opens && !ends)
        return;
    if (syn_credit_name_alone(text, all.begin, all.end, &name) && name.initials && syn_credit_is_agency(scan, &name))
        syn_credit_add_whole(scan, all, &name, "mark", SYN_AT_TAIL, SYN_STRONG);
    else if (syn_credit_maybe(text, all.begin, all.end, false, &name))
        syn_credit_add_maybe(scan, all, &name, "mark", SYN_AT_TAIL, false);
}

/* "h/t: The Hill", "Source: Fenmouth Gazette", "Contributing: Ada Quill, Medill News Service". */
static void tail_line(syn_credit_scan *scan, syn_reach line)
{
    syn_reach r = syn_credit_trim(scan->text, line, "([*-\"_>");
    while (syn_credit_dash(scan->text, r.begin, r.end) == 3)
        r.begin = syn_credit_blanks(scan->text, r.begin + 3, r.end);
    const syn_credit_line *row = syn_credit_lines, *rows_end = syn_credit_lines + syn_credit_line_count;
    syn_credit_name name;
    const char first = r.begin < r.end ? (char)(scan->text[r.begin] | 0x20) : 0;
    while (row < rows_end && (row->opening[0] != first || !syn_credit_opens(scan->text, r, row->opening)))
        row++;
    if (row == rows_end || r.end - r.begin > 2 * line_most)
        return;
    uint32_t at = r.begin + (uint32_t)strlen(row->opening);
    while (at < r.end && strchr(":/ \"", scan->text[at]) && scan->text[at])
        at++;
    bool many = row->flags & SYN_CUE_MANY, strict = row->flags & SYN_CUE_KNOWN;
    for (int i = 0; i < 12 && at < r.end; i++) {
        syn_credit_word word;
        if (!syn_credit_word_at(scan->text, at, r.end, &word))
            return;
        if (i == 0 && syn_credit_word_in(scan->text, &word, "at on in from by here") &&
            !syn_credit_word_at(scan->text, word.end, r.end, &word))
            return;
        uint32_t piece = word.begin;
        while (piece < r.end && !strchr(",;|)", scan->text[piece]))
            piece++;
        bool found = syn_credit_name_alone(scan->text, word.begin, piece, &name) ||
                     (!strict && (many || i > 0 || r.end - r.begin < 120) &&
                      syn_credit_name_after(scan->text, word.begin, piece, false, &name)) ||
                     (!many && !strict && row->level == SYN_STRONG && word.end == piece &&
                      syn_outlet_is_short(scan->text + word.begin, word.end - word.begin) &&
                      (name = (syn_credit_name){.name = {word.begin, word.end}, .all = {word.begin, word.end}}, true));
        if (!found && i == 0 && piece == r.end && syn_credit_maybe(scan->text, word.begin, piece, true, &name)) {
            syn_credit_add_maybe(scan, r, &name, row->cue, SYN_AT_TAIL, false);
            return;
        }
        if (found && (!name.common || (!many && !strict && piece - name.name.end < 12)))
            syn_credit_add_whole(scan, (syn_reach){r.begin, name.name.end}, &name, row->cue, SYN_AT_TAIL, row->level);
        if (found && !many)
            return;
        at = found && name.name.end < piece && many ? name.name.end : piece + 1;
    }
}

void syn_credit_tails(syn_credit_scan *scan)
{
    uint32_t end = scan->bytes, at = end > tail_bytes ? end - tail_bytes : 0, count = 0, skip;
    syn_reach line, lines[tail_lines];
    const char *start = at > 0 ? memchr(scan->text + at, '\n', end - at) : NULL;
    if (start)
        at = (uint32_t)(start - scan->text);
    while (syn_credit_next_line(scan->text, &at, end, &line))
        lines[count++ % tail_lines] = line;
    skip = count > tail_lines ? count - tail_lines : 0;
    for (uint32_t i = skip; i < count; i++) {
        line = lines[i % tail_lines];
        if (line.end <= line.begin || syn_credit_quoted(scan, line.begin))
            continue;
        tail_line(scan, line);
        syn_credit_signed(scan, line);
        if (i + 6 >= count && i > 0)
            mark(scan, line, i + 1 == count);
        if (i + 1 == count && i > 0)
            initials(scan, line);
    }
}
