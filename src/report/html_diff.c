/* Differences, word by word, between two copies of a passage. */

#include "report/html.h"

#include "report/escape.h"

#include <string.h>

enum {
    MOST_BYTES = 12000,  /* of one copy that is compared */
    WORD_CELLS = 4000,
    WINDOW = 600,        /* words that diff.c looks at together */
    LONG_WORDS = 44,     /* a run beyond which its middle is left out, ... */
    KEPT_WORDS = 14,     /* ... and as many are kept at either end; */
    SHORT_WORDS = 16,    /* on a long page */
    KEPT_SHORT = 5
};

/** What a comparison may take at most: windows, each of all words with all words. */
static uint64_t cost_of(size_t a_bytes, size_t b_bytes)
{
    uint64_t a = a_bytes / 5 + 1, b = b_bytes / 5 + 1;
    uint64_t windows = (a > b ? a : b) / (WINDOW / 2) + 1;
    return windows * (a < WINDOW ? a : WINDOW) * (b < WINDOW ? b : WINDOW);
}

bool syn_html_compare(syn_html_out *out, syn_slice a, syn_slice b)
{
    uint64_t cost = cost_of(a.count, b.count);
    if (a.count > MOST_BYTES || b.count > MOST_BYTES || cost > out->diff_cost)
        return false;
    out->diff_cost -= cost;
    syn_buf_clear(&out->a);
    syn_buf_clear(&out->b);
    syn_escape_line(&out->a, a.at, a.count);
    syn_escape_line(&out->b, b.at, b.count);
    syn_buf_add(&out->a, "", 0);
    syn_buf_add(&out->b, "", 0);
    if (out->a.failed || out->b.failed ||
        syn_diff_make(out->a.bytes, out->a.len, out->b.bytes, out->b.len, WORD_CELLS, &out->diff) < 0)
        out->status = SYN_MEMORY;
    return out->status == SYN_OK;
}

/** Writes words [begin, end) of a side as they stand, with the blank before the first. */
static void put_words(syn_html_out *out, const syn_buf *text, const syn_diff_word *words, size_t begin, size_t end)
{
    if (begin == end)
        return;
    size_t from = words[begin].place.begin, to = words[end - 1].place.end;
    syn_html_body(out, text->bytes + from, to - from);
}

static void put_blank(syn_html_out *out, const syn_diff_word *word)
{
    if (word->place.spaced)
        syn_html_raw(out, " ");
}

static void put_side(syn_html_out *out, const syn_buf *text, const syn_diff_word *words, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        bool differs = words[i].differs;
        for (end = i + 1; end < count && words[end].differs == differs; end++)
            ;
        if (i)
            put_blank(out, &words[i]);
        if (differs)
            syn_html_raw(out, "<b>");
        put_words(out, text, words, i, end);
        if (differs)
            syn_html_raw(out, "</b>");
    }
}

void syn_html_side_a(syn_html_out *out)
{
    put_side(out, &out->a, out->diff.a, out->diff.a_count);
}

void syn_html_side_b(syn_html_out *out)
{
    put_side(out, &out->b, out->diff.b, out->diff.b_count);
}

/** Words [begin, end); of a long run the middle is left out. */
static void put_run(syn_html_out *out, const syn_buf *text, const syn_diff_word *words, size_t begin, size_t end,
                    const char *what)
{
    bool brief = out->passages > SYN_HTML_LONG;
    size_t kept = brief ? KEPT_SHORT : KEPT_WORDS;
    if (end - begin <= (brief ? SHORT_WORDS : LONG_WORDS)) {
        put_words(out, text, words, begin, end);
        return;
    }
    put_words(out, text, words, begin, begin + kept);
    syn_html_raw(out, " <i>… ");
    syn_html_number(out, end - begin - 2 * kept);
    syn_html_format(out, " %s …</i> ", what);
    put_words(out, text, words, end - kept, end);
}

static bool is_bare(const syn_diff_word *word)
{
    return word->begin == word->end;
}

/** Words of b from `j` that are not marked; moves both sides on. Words of nothing but punctuation have no partner. */
static void walk_same(syn_html_out *out, size_t *i, size_t *j)
{
    const syn_diff *d = &out->diff;
    size_t begin = *j;
    for (;;) {
        if (*i < d->a_count && !d->a[*i].differs && is_bare(&d->a[*i])) {
            ++*i;
        } else if (*j < d->b_count && !d->b[*j].differs && is_bare(&d->b[*j])) {
            ++*j;
        } else if (*i < d->a_count && *j < d->b_count && !d->a[*i].differs && !d->b[*j].differs) {
            ++*i;
            ++*j;
        } else {
            break;
        }
    }
    if (*j > begin) {
        put_blank(out, &d->b[begin]);
        put_run(out, &out->b, d->b, begin, *j, "words the same");
    }
}

static size_t walk_marked(syn_html_out *out, const syn_buf *text, const syn_diff_word *words, size_t count, size_t at,
                          const char *tag)
{
    size_t end = at;
    while (end < count && words[end].differs)
        end++;
    if (end == at)
        return at;
    put_blank(out, &words[at]);
    syn_html_format(out, "<%s>", tag);
    put_run(out, text, words, at, end, "words more");
    syn_html_format(out, "</%s>", tag);
    return end;
}

bool syn_html_changes(syn_html_out *out)
{
    const syn_diff *d = &out->diff;
    bool any = false;
    for (size_t i = 0, j = 0; i < d->a_count || j < d->b_count;) {
        size_t a = i, b = j;
        walk_same(out, &i, &j);
        size_t i_marked = i, j_marked = j;
        i = walk_marked(out, &out->a, d->a, d->a_count, i, "del");
        j = walk_marked(out, &out->b, d->b, d->b_count, j, "ins");
        any |= i > i_marked || j > j_marked;
        if (i == a && j == b) { /* one side has come to its end */
            i += i < d->a_count;
            j += j < d->b_count;
        }
    }
    return any;
}
