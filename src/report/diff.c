#include "report/diff.h"

#include "base/alloc.h"
#include "report/escape.h"

#include <stdlib.h>

#define WINDOW 600

/* Words as they are compared */

static bool is_punctuation(uint32_t c)
{
    bool ascii = c < 0x80 && !(c >= '0' && c <= '9') && !((c | 32) >= 'a' && (c | 32) <= 'z');
    return ascii || c == 0xAB || c == 0xBB || (c >= 0x2010 && c <= 0x2027) || c == 0x3001 || c == 0x3002;
}

/** Cuts punctuation from both ends; a word of nothing else is left empty. */
static void bare(const char *text, syn_diff_word *word)
{
    unsigned length;
    word->begin = word->end = word->place.end;
    for (size_t at = word->place.begin; at < word->place.end; at += length) {
        if (is_punctuation(syn_escape_decode(text + at, word->place.end - at, &length)))
            continue;
        if (word->begin == word->place.end)
            word->begin = at;
        word->end = at + length;
    }
}

static bool read_words(const char *text, size_t bytes, size_t most, syn_diff_word **words,
                       size_t *count, size_t *capacity)
{
    syn_cells_word word;
    *count = 0;
    for (size_t at = 0; syn_cells_next(text, bytes, most, &at, &word);) {
        if (!syn_alloc_room((void **)words, capacity, *count + 1, sizeof **words))
            return false;
        (*words)[*count] = (syn_diff_word){.place = word, .differs = true};
        bare(text, &(*words)[(*count)++]);
    }
    return true;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

typedef struct sides {
    const char *a, *b;
    syn_diff *diff;
} sides;

static bool same(const sides *s, size_t i, size_t j)
{
    const syn_diff_word *x = &s->diff->a[i], *y = &s->diff->b[j];
    size_t a = x->begin, b = y->begin;
    if (x->end - a != y->end - b)
        return false;
    while (a < x->end && lower(s->a[a]) == lower(s->b[b])) {
        a++;
        b++;
    }
    return a == x->end;
}

static void pair_up(const sides *s, size_t i, size_t j)
{
    s->diff->a[i].differs = s->diff->b[j].differs = false;
}

/** Pairs the words of one window: `n` words from `i` and `m` from `j`. Stops at half of a window that
 *  is not the last, where what comes after could still change the best. Moves i and j on. */
static void pair_window(const sides *s, size_t *i, size_t *j, size_t n, size_t m, bool last)
{
    uint16_t *table = s->diff->table;
    size_t row = m + 1, x = 0, y = 0;
    for (size_t k = 0; k <= m; k++)
        table[n * row + k] = 0;
    for (size_t p = n; p-- > 0;) {
        table[p * row + m] = 0;
        for (size_t q = m; q-- > 0;) {
            uint16_t down = table[(p + 1) * row + q], right = table[p * row + q + 1];
            table[p * row + q] = same(s, *i + p, *j + q) ? (uint16_t)(table[(p + 1) * row + q + 1] + 1)
                                 : down > right          ? down
                                                         : right;
        }
    }
    while (x < n && y < m && (last || (x < WINDOW / 2 && y < WINDOW / 2))) {
        if (same(s, *i + x, *j + y))
            pair_up(s, *i + x++, *j + y++);
        else if (table[(x + 1) * row + y] >= table[x * row + y + 1])
            x++;
        else
            y++;
    }
    *i += x;
    *j += y;
}

static void pair_all(const sides *s)
{
    size_t i = 0, j = 0, a_end = s->diff->a_count, b_end = s->diff->b_count;
    while (a_end > 0 && b_end > 0 && same(s, a_end - 1, b_end - 1))
        pair_up(s, --a_end, --b_end);
    while (i < a_end && j < b_end) {
        if (same(s, i, j)) {
            pair_up(s, i++, j++);
            continue;
        }
        size_t n = a_end - i < WINDOW ? a_end - i : WINDOW;
        size_t m = b_end - j < WINDOW ? b_end - j : WINDOW;
        pair_window(s, &i, &j, n, m, i + n == a_end && j + m == b_end);
    }
}

/** A word of nothing but punctuation is no difference worth marking. */
static void clear_punctuation(syn_diff_word *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        words[i].differs &= words[i].begin < words[i].end;
}

syn_status syn_diff_make(const char *a, size_t a_bytes, const char *b, size_t b_bytes, size_t most,
                         syn_diff *diff)
{
    sides s = {a, b, diff};
    if (!diff->table)
        diff->table = syn_alloc((WINDOW + 1) * (WINDOW + 1), sizeof *diff->table);
    if (!diff->table || !read_words(a, a_bytes, most, &diff->a, &diff->a_count, &diff->a_capacity) ||
        !read_words(b, b_bytes, most, &diff->b, &diff->b_count, &diff->b_capacity))
        return SYN_MEMORY;
    pair_all(&s);
    clear_punctuation(diff->a, diff->a_count);
    clear_punctuation(diff->b, diff->b_count);
    return SYN_OK;
}

void syn_diff_release(syn_diff *diff)
{
    free(diff->a);
    free(diff->b);
    free(diff->table);
    *diff = (syn_diff){0};
}
