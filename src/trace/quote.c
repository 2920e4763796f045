/** How quotation marks are paired: paragraph by paragraph, the outermost pair first.
 *
 *  Every mark may open, close or both, by its form and by what stands on its sides. Inside a quotation only
 *  marks of its own family count: one more that opens is a pair of its own when as many close, else the one
 *  before it was never closed. Single marks, which apostrophes look like, are only taken in pairs.
 */
#include "trace/quote.h"

#include "base/alloc.h"
#include "syndic/result.h"
#include "trace/mark.h"
#include "trace/speaker.h"

#include <stdlib.h>
#include <string.h>

/* How many marks ahead the second of a pair of single ones may be. */
#define SINGLE_REACH 48

typedef struct pairing {
    const unsigned char *text;
    syn_reach paragraph;
    syn_mark *marks;
    size_t count, capacity;
    syn_quoted *quoted;
    size_t quoted_capacity;
    syn_quotes *out;
    int carried; /* family of the quotation that the last paragraph left open, or -1 */
} pairing;

static syn_status read_marks(pairing *p)
{
    bool single = false;
    p->count = 0;
    for (uint32_t at = p->paragraph.begin; at < p->paragraph.end;) {
        syn_mark m;
        at = syn_mark_next((const char *)p->text, p->paragraph, at, &m);
        if (m.may == 0 || (m.family == SYN_SINGLE && !single && !(m.may & SYN_OPENS)))
            continue;
        single = single || m.family == SYN_SINGLE;
        if (!syn_alloc_room((void **)&p->marks, &p->capacity, p->count + 1, sizeof *p->marks))
            return SYN_MEMORY;
        p->marks[p->count++] = m;
    }
    return SYN_OK;
}

static bool is_nbsp(const unsigned char *t, uint32_t at, uint32_t end)
{
    return end - at > 1 && t[at] == 0xc2 && t[at + 1] == 0xa0;
}

/* Without the blanks at its ends. */
static syn_reach trim(const unsigned char *t, syn_reach r)
{
    while (r.begin < r.end && (t[r.begin] <= ' ' || is_nbsp(t, r.begin, r.end)))
        r.begin += t[r.begin] <= ' ' ? 1 : 2;
    while (r.begin < r.end && (t[r.end - 1] <= ' ' || (r.end - r.begin > 1 && is_nbsp(t, r.end - 2, r.end))))
        r.end -= t[r.end - 1] <= ' ' ? 1 : 2;
    return r;
}

static syn_status add_quote(pairing *p, syn_reach outside, syn_reach inside, bool follows, bool block)
{
    inside = trim(p->text, inside);
    if (inside.begin >= inside.end)
        return SYN_OK;
    const size_t count = p->out->count;
    if (!syn_alloc_room((void **)&p->out->items, &p->out->capacity, count + 1, sizeof *p->out->items) ||
        !syn_alloc_room((void **)&p->quoted, &p->quoted_capacity, count + 1, sizeof *p->quoted))
        return SYN_MEMORY;
    p->quoted[count] = (syn_quoted){outside, follows, block};
    p->out->items[count] = (syn_quote){.inside = inside, .utterance = (uint32_t)count};
    p->out->count++;
    return SYN_OK;
}

/* Whether the mark may be the apostrophe of a plural: behind an s, before a word in lower case. */
static bool is_plural(const pairing *p, const syn_mark *m)
{
    const unsigned char *t = p->text;
    return t[m->begin - 1] == 's' && m->end + 1 < p->paragraph.end && t[m->end] == ' ' && t[m->end + 1] >= 'a' &&
           t[m->end + 1] <= 'z';
}

/* The mark that closes single mark i, or 0: the first that does not look like a plural's apostrophe, else that one. */
static size_t find_single(const pairing *p, size_t i)
{
    size_t last = 0, doubles = 0;
    for (size_t j = i + 1; j < p->count && j <= i + SINGLE_REACH; j++) {
        const syn_mark *m = &p->marks[j];
        if (m->family != SYN_SINGLE) {
            doubles++;
            continue;
        }
        if (!(m->may & SYN_CLOSES)) {
            if (last > 0)
                break;
            continue;
        }
        if (doubles % 2 != 0)
            continue;
        if (!is_plural(p, m))
            return j;
        last = last > 0 ? last : j;
    }
    return last;
}

/* Whether mark m closes what `open` opened. */
static bool closes(const pairing *p, const syn_mark *open, const syn_mark *m)
{
    if (open->family == SYN_ANGLE || open->family == SYN_NARROW) /* « by », and » by « or by another » */
        return p->text[open->end - 1] != p->text[m->end - 1] || m->may == SYN_CLOSES;
    if (!(m->may & SYN_CLOSES))
        return false;
    const bool either = m->may & SYN_OPENS && p->text[m->begin] == 0xe2 && p->text[m->end - 1] != 0x9d; /* a “ */
    return !either || open->may & SYN_LOW;
}

/* Marks of one family that are still to come in the paragraph. */
typedef struct tally {
    size_t open, close;
} tally;

static bool opens_only(const syn_mark *m) { return (m->may & (SYN_OPENS | SYN_CLOSES)) == SYN_OPENS; }

/* Whether the quotation that the paragraph before left open goes on: 1 it is opened anew, 2 it is only closed. */
static int goes_on(const pairing *p)
{
    if (p->carried < 0 || p->count == 0)
        return 0;
    if (p->marks[0].family == p->carried && p->marks[0].begin == p->paragraph.begin)
        return 1;
    for (size_t i = 0; i < p->count; i++)
        if (p->marks[i].family == p->carried)
            return p->marks[i].may == SYN_CLOSES ? 2 : 0;
    return 0;
}

/* Takes mark i off what is to come. */
static void pass_mark(const pairing *p, size_t i, tally left[])
{
    const syn_mark *m = &p->marks[i];
    *(opens_only(m) ? &left[m->family].open : &left[m->family].close) -= 1;
}

/* Takes the pair that single mark *i opens, if it does, and leaves *i at its second mark. */
static syn_status take_single(pairing *p, size_t *i, tally left[])
{
    const syn_mark *m = &p->marks[*i];
    const size_t j = m->may & SYN_OPENS ? find_single(p, *i) : 0;
    if (j == 0)
        return SYN_OK;
    while (*i < j)
        pass_mark(p, ++*i, left);
    const syn_mark *last = &p->marks[j];
    return add_quote(p, (syn_reach){m->begin, last->end}, (syn_reach){m->end, last->begin}, false, false);
}

/* The quotation from `open` to where the next mark begins, `end` being behind that. */
static syn_status end_quote(pairing *p, const syn_mark *open, uint32_t next, uint32_t end, bool *follows)
{
    const bool goes_on = *follows;
    *follows = false;
    return add_quote(p, (syn_reach){open->begin, end}, (syn_reach){open->end, next}, goes_on, false);
}

static syn_status pair_marks(pairing *p)
{
    tally left[SYN_WHITE + 1] = {{0}};
    for (size_t i = 0; i < p->count; i++)
        *(opens_only(&p->marks[i]) ? &left[p->marks[i].family].open : &left[p->marks[i].family].close) += 1;
    const int on = goes_on(p);
    const unsigned char carried = (unsigned char)(p->carried < 0 ? 0 : p->carried);
    const syn_mark start = {p->paragraph.begin, p->paragraph.begin, carried, SYN_OPENS};
    const syn_mark *open = on == 2 ? &start : NULL;
    bool follows = on != 0;
    size_t depth = 0;
    syn_status status = SYN_OK;
    for (size_t i = 0; i < p->count && status == SYN_OK; i++) {
        const syn_mark *m = &p->marks[i];
        pass_mark(p, i, left);
        if (open == NULL && m->family == SYN_SINGLE) {
            status = take_single(p, &i, left);
        } else if (open == NULL) {
            open = m->may & SYN_OPENS || (follows && i == 0) ? m : NULL;
            depth = 0;
        } else if (m->family == open->family && closes(p, open, m)) {
            if (depth-- > 0)
                continue;
            status = end_quote(p, open, m->begin, m->end, &follows);
            open = NULL;
        } else if (m->family == open->family && opens_only(m)) {
            if (left[m->family].close >= left[m->family].open + depth++ + 2)
                continue;
            status = end_quote(p, open, m->begin, m->begin, &follows);
            open = m;
            depth = 0;
        }
    }
    p->carried = open != NULL && status == SYN_OK ? open->family : -1;
    return p->carried < 0 ? status : end_quote(p, open, p->paragraph.end, p->paragraph.end, &follows);
}

/* A paragraph set off as a quotation: by > before it. */
static bool is_block(const pairing *p)
{
    const unsigned char *t = p->text + p->paragraph.begin;
    return p->paragraph.end - p->paragraph.begin > 2 && t[0] == '>';
}

static syn_status add_paragraph(pairing *p)
{
    if (is_block(p))
        return add_quote(p, p->paragraph, (syn_reach){p->paragraph.begin + 1, p->paragraph.end}, false, true);
    syn_status status = read_marks(p);
    if (status != SYN_OK)
        return status;
    if (p->count == 0)
        p->carried = -1;
    return p->count == 0 ? SYN_OK : pair_marks(p);
}

syn_status syn_quotes_make(const char *text, size_t bytes, const syn_layout *layout, syn_quotes *out)
{
    (void)bytes;
    pairing p = {.text = (const unsigned char *)text, .out = out, .carried = -1};
    syn_status status = SYN_OK;
    out->count = 0;
    for (uint32_t i = 0; i < layout->paragraph_count && status == SYN_OK; i++) {
        p.paragraph = layout->paragraphs[i];
        status = add_paragraph(&p);
    }
    if (status == SYN_OK && out->count > 0)
        syn_speaker_find(text, layout, p.quoted, out);
    free(p.marks);
    free(p.quoted);
    return status;
}

void syn_quotes_release(syn_quotes *quotes)
{
    free(quotes->items);
    *quotes = (syn_quotes){0};
}

uint32_t syn_quotes_at(const syn_quotes *quotes, uint32_t at)
{
    uint32_t low = 0, high = quotes->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (quotes->items[middle].inside.end > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low < quotes->count && quotes->items[low].inside.begin <= at ? low : SYN_NONE;
}
