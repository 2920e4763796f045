#include "match/seed.h"

#include "base/alloc.h"
#include "syndic/result.h"

#include <stdbool.h>
#include <stdlib.h>

enum { ahead = 12 /* suffixes whose word before is fetched in advance */ };
static const uint32_t diverse = UINT32_MAX;

/* An LCP interval that is still open. */
typedef struct interval {
    uint32_t depth, from;
    uint32_t first_place, last_place; /* smallest and largest place among its suffixes */
    uint32_t left;                    /* the symbol before every occurrence, or `diverse` */
    uint32_t reach;                   /* the deepest repeat inside that is not yet tied */
} interval;

typedef struct walk {
    const syn_suffixes *suffixes;
    const syn_surprisal *surprisal;
    uint32_t min_words;
    syn_seeds *seeds;
    interval *open;
    size_t open_count, open_capacity;
    bool failed;
} walk;

void syn_seeds_release(syn_seeds *seeds)
{
    free(seeds->items);
    *seeds = (syn_seeds){0};
}

static uint32_t left_of(const syn_suffixes *s, uint32_t place)
{
    return s->symbols[place - 1];
}

/* Ties two places unless they are in one document or share the word before (then the seed that
 * starts there has them). The start of a stretch differs from everything. */
static void tie(walk *w, uint32_t a, uint32_t b, uint32_t count, bool common)
{
    const syn_suffixes *s = w->suffixes;
    if (left_of(s, a) == left_of(s, b) && left_of(s, a) != 0)
        return;
    if (a > b) {
        uint32_t swap = a;
        a = b;
        b = swap;
    }
    uint32_t i = syn_suffixes_stretch(s, a), j = syn_suffixes_stretch(s, b);
    const syn_stretch *x = &s->stretches[i], *y = &s->stretches[j];
    if (x->document == y->document)
        return;
    syn_seeds *seeds = w->seeds;
    if (!syn_alloc_room((void **)&seeds->items, &seeds->capacity, seeds->count + 1, sizeof *seeds->items)) {
        w->failed = true;
        return;
    }
    seeds->items[seeds->count++] = (syn_seed){
        .document_a = x->document, .document_b = y->document,
        .block = {.a = x->begin + (a - s->stretch_first[i]), .b = y->begin + (b - s->stretch_first[j]), .count = count},
        .common = common};
}

static uint32_t document_of(const walk *w, uint32_t place)
{
    return w->suffixes->stretches[syn_suffixes_stretch(w->suffixes, place)].document;
}

/* The first place in another document than the first. */
static uint32_t find_second(const walk *w, const interval *top, uint32_t end)
{
    uint32_t first_document = document_of(w, top->first_place), second = top->last_place;
    for (uint32_t i = top->from; i < end; i++)
        if (w->suffixes->at[i] < second && document_of(w, w->suffixes->at[i]) != first_document)
            second = w->suffixes->at[i];
    return second;
}

/* What the first document has a second time is tied to the next document. */
static void tie_to_first(walk *w, const interval *top, uint32_t end)
{
    const uint32_t first_document = document_of(w, top->first_place);
    const bool common = top->depth < w->min_words;
    uint32_t second = SYN_NONE;
    for (uint32_t i = top->from; i < end; i++) {
        uint32_t place = w->suffixes->at[i];
        if (place == top->first_place)
            continue;
        bool again = document_of(w, place) == first_document;
        if (again && second == SYN_NONE)
            second = find_second(w, top, end);
        tie(w, again ? second : top->first_place, place, top->depth, common);
    }
}

static void tie_each(walk *w, const interval *top, uint32_t end)
{
    for (uint32_t i = top->from; i < end; i++)
        for (uint32_t j = i + 1; j < end; j++)
            tie(w, w->suffixes->at[i], w->suffixes->at[j], top->depth, false);
}

static bool in_one_document(const walk *w, const interval *top)
{
    return document_of(w, top->first_place) == document_of(w, top->last_place);
}

/* Bits of the first `depth` words of the interval. */
static float weight_of(const walk *w, const interval *top, uint32_t depth)
{
    const uint32_t *symbols = w->suffixes->symbols + top->first_place;
    float bits = 0;
    for (uint32_t i = 0; i < depth; i++)
        bits += syn_surprisal_bits(w->surprisal, i > 0 ? symbols[i - 1] - 1 : SYN_NONE_WORD, symbols[i] - 1);
    return bits;
}

/* Whether the interval around this one will tie the same occurrences as well: its words are fewer by
 * less than matters, and enough to be a match by themselves. */
static bool is_left_to_outer(const walk *w, const interval *top, uint32_t outer_depth)
{
    uint32_t adds = top->reach / 16 > w->min_words ? top->reach / 16 : w->min_words;
    const uint32_t certain_words = 32; /* more weigh enough whatever they are */
    if (outer_depth < w->min_words || outer_depth + adds <= top->reach)
        return false;
    const float enough = outer_depth < SYN_SHORT_WORDS ? SYN_SHORT_BITS : SYN_MATCH_BITS;
    return outer_depth >= certain_words || weight_of(w, top, outer_depth) >= enough;
}

/* Ties what the interval holds if it is due; true when nothing in it is left to tie. */
static bool settle(walk *w, const interval *top, uint32_t end, uint32_t outer_depth)
{
    if (top->left != diverse)
        return true;
    if (is_left_to_outer(w, top, outer_depth))
        return false;
    if (in_one_document(w, top))
        return true;
    if (top->depth >= w->min_words)
        tie_to_first(w, top, end);
    else if (end - top->from <= SYN_WEAK_MOST && weight_of(w, top, top->depth) >= SYN_WEAK_BITS)
        tie_each(w, top, end);
    else if (top->depth < w->min_words && weight_of(w, top, top->depth) >= SYN_TELLING_BITS)
        tie_to_first(w, top, end);
    return true;
}

static void take_in(interval *outer, const interval *inner, bool settled)
{
    if (inner->first_place < outer->first_place)
        outer->first_place = inner->first_place;
    if (inner->last_place > outer->last_place)
        outer->last_place = inner->last_place;
    if (inner->left != outer->left)
        outer->left = diverse;
    uint32_t reach = settled ? outer->depth : inner->reach;
    if (reach > outer->reach)
        outer->reach = reach;
}

static interval leaf(const walk *w, uint32_t i)
{
    uint32_t place = w->suffixes->at[i], left = left_of(w->suffixes, place);
    return (interval){.from = i, .first_place = place, .last_place = place, .left = left == 0 ? diverse : left};
}

/* Closes what is deeper than `depth`, whose suffixes end before `end`; returns what is carried over
 * into the interval around it. */
static interval close_deeper(walk *w, uint32_t depth, uint32_t end, interval carried, bool *settled)
{
    while (w->open_count > 0 && w->open[w->open_count - 1].depth > depth) {
        interval *top = &w->open[--w->open_count];
        take_in(top, &carried, *settled);
        uint32_t outer = w->open_count > 0 ? w->open[w->open_count - 1].depth : 0;
        if (depth > outer)
            outer = depth;
        *settled = settle(w, top, end, outer);
        carried = *top;
    }
    return carried;
}

/* The suffixes [from, end) all share at least SYN_SEED_WORDS words with their neighbours. */
static void walk_cluster(walk *w, uint32_t from, uint32_t end)
{
    const syn_suffixes *s = w->suffixes;
    for (uint32_t i = from; i < end; i++) {
        bool settled = true;
        uint32_t depth = i + 1 < end ? s->lcp[i + 1] : 0;
        interval carried = close_deeper(w, depth, i + 1, leaf(w, i), &settled);
        if (depth == 0)
            return;
        if (w->open_count > 0 && w->open[w->open_count - 1].depth == depth) {
            take_in(&w->open[w->open_count - 1], &carried, settled);
            continue;
        }
        if (!syn_alloc_room((void **)&w->open, &w->open_capacity, w->open_count + 1, sizeof *w->open)) {
            w->failed = true;
            return;
        }
        interval opened = carried;
        opened.depth = depth;
        opened.reach = settled ? depth : carried.reach;
        w->open[w->open_count++] = opened;
    }
}

/* Whether the word before is the same throughout, so that all of it is the tail of longer repeats. */
static bool is_tail(const syn_suffixes *s, uint32_t from, uint32_t end)
{
    uint32_t left = left_of(s, s->at[from]);
    if (left == 0)
        return false;
    for (uint32_t i = from + 1; i < end; i++)
        if (left_of(s, s->at[i]) != left)
            return false;
    return true;
}

syn_status syn_seed_all(const syn_suffixes *s, const syn_surprisal *surprisal, uint32_t from, uint32_t end,
                        uint32_t min_words, syn_seeds *seeds)
{
    walk w = {.suffixes = s, .surprisal = surprisal, .min_words = min_words, .seeds = seeds};
    for (uint32_t i = from, j; i < end && !w.failed; i = j) {
        for (j = i + 1; j < end && s->lcp[j] >= SYN_SEED_WORDS; j++)
            if (j + ahead < end)
                __builtin_prefetch(&s->symbols[s->at[j + ahead] - 1]);
        if (j - i >= 2 && !is_tail(s, i, j))
            walk_cluster(&w, i, j);
        w.open_count = 0;
    }
    free(w.open);
    return w.failed ? SYN_MEMORY : SYN_OK;
}
