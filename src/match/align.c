#include "match/align.h"

#include "base/alloc.h"
#include "match/chain.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    window_most = 2 * SYN_WINDOW, /* the longest side of a gap that is aligned word by word */
    cell_most = 160,              /* matching cells looked at in one window */
    filter_bits = 10,             /* bits of a hash that choose a bit of a filter */
    short_words = 8,              /* a run of fewer is looked around in half a window: most lead nowhere */
    diagonal_band = 2             /* how far from the diagonal a lone common word may match */
};
static const float misspelt_bits = 4.0f, rare_bits = 10.0f;

/* A place in the table of two windows where the words match. */
typedef struct cell {
    uint32_t i, j;
    float bits, score;
    uint32_t before;
} cell;

/* Two short runs of words, read forwards or backwards, and where they match. Only matching cells are
 * kept: a window of 16 by 16 words holds a few of them, so that this costs a tenth of a full table. */
typedef struct window {
    uint32_t a[window_most], b[window_most];
    uint32_t a_count, b_count;
    cell cells[cell_most];
    uint32_t count;
    bool anchored; /* two words in a row or one rare word match: without that no path pays */
} window;

void syn_aligner_release(syn_aligner *aligner)
{
    free(aligner->blocks);
    free(aligner->spare);
    aligner->blocks = aligner->spare = NULL;
    aligner->capacity = aligner->spare_capacity = aligner->count = 0;
}

static bool equal_cell(const window *w, uint32_t i, uint32_t j)
{
    return i < w->a_count && j < w->b_count && w->a[i] == w->b[j];
}

static void add_cell(window *w, uint32_t i, uint32_t j, float bits)
{
    if (w->count < cell_most)
        w->cells[w->count++] = (cell){.i = i, .j = j, .bits = bits};
}

/* A misspelt word matches where a matching word, or the edge the window hangs on, is next to it. */
static void add_misspelt(const syn_aligner *aligner, window *w, uint32_t i, uint32_t j)
{
    bool beside = (i == 0 && j == 0) || (i > 0 && j > 0 && equal_cell(w, i - 1, j - 1)) || equal_cell(w, i + 1, j + 1);
    if (!beside || !syn_lexicon_near(aligner->lexicon, w->a[i], w->b[j]))
        return;
    float bits = syn_surprisal_bits(aligner->surprisal, SYN_NONE_WORD, w->a[i]) - misspelt_bits;
    if (bits > 0)
        add_cell(w, i, j, bits);
}

static void add_equal(const syn_aligner *aligner, window *w, uint32_t i, uint32_t j)
{
    bool behind = i > 0 && j > 0 && w->a[i - 1] == w->b[j - 1], pair = behind || equal_cell(w, i + 1, j + 1);
    float bits = syn_surprisal_bits(aligner->surprisal, behind ? w->a[i - 1] : SYN_NONE_WORD, w->a[i]);
    uint32_t off = i > j ? i - j : j - i;
    if (!pair && off > diagonal_band && bits < rare_bits)
        return;
    w->anchored = w->anchored || pair || bits >= rare_bits;
    add_cell(w, i, j, bits);
}

/* Which words of a may stand in b, alone and together with the word behind them. */
typedef struct sieve {
    uint64_t words, pairs; /* bit i: word i of a */
} sieve;

static uint32_t hash_word(uint32_t word)
{
    return word * 0x9e3779b1u >> (32 - filter_bits);
}

static uint32_t hash_pair(uint32_t word, uint32_t next)
{
    return (word * 0x85ebca6bu ^ next * 0x9e3779b1u) >> (32 - filter_bits);
}

/* Two filters of b, looked up for every word of a: what is not in them need not be looked for. */
static sieve sift(const window *w)
{
    uint64_t words[1 << (filter_bits - 6)] = {0}, pairs[1 << (filter_bits - 6)] = {0};
    sieve s = {0, 0};
    for (uint32_t j = 0; j < w->b_count; j++) {
        uint32_t word = hash_word(w->b[j]), pair = j + 1 < w->b_count ? hash_pair(w->b[j], w->b[j + 1]) : 0;
        words[word >> 6] |= (uint64_t)1 << (word & 63);
        pairs[pair >> 6] |= (uint64_t)(j + 1 < w->b_count) << (pair & 63);
    }
    for (uint32_t i = 0; i < w->a_count; i++) {
        uint32_t word = hash_word(w->a[i]), pair = i + 1 < w->a_count ? hash_pair(w->a[i], w->a[i + 1]) : 0;
        s.words |= (words[word >> 6] >> (word & 63) & 1) << i;
        s.pairs |= (pairs[pair >> 6] >> (pair & 63) & (i + 1 < w->a_count)) << i;
    }
    return s;
}

/* Whether two words in a row, or one rare word, may match: most windows beyond an end hold neither. */
static bool may_anchor(const syn_aligner *aligner, const window *w, sieve s)
{
    const float *bits = aligner->surprisal->bits, pair_bits = 13.0f;
    for (uint64_t left = s.pairs & s.words; left != 0; left &= left - 1) {
        uint32_t i = (uint32_t)__builtin_ctzll(left);
        if (bits[w->a[i]] + bits[w->a[i + 1]] >= pair_bits)
            return true;
    }
    for (uint64_t left = s.words; left != 0; left &= left - 1)
        if (bits[w->a[__builtin_ctzll(left)]] >= rare_bits)
            return true;
    return false;
}

/* Collects the matching cells, in order of i, then j. */
static void find_cells(const syn_aligner *aligner, window *w, sieve s)
{
    w->count = 0;
    w->anchored = false;
    for (uint32_t i = 0; i < w->a_count; i++) {
        uint32_t word = w->a[i];
        bool maybe = s.words >> i & 1, beside = i == 0 || ((s.words << 1 | s.words >> 1) >> i & 1);
        if (!maybe && !beside)
            continue;
        uint32_t low = maybe || i < 2 ? 0 : i - 2, high = maybe ? w->b_count : i + 3;
        for (uint32_t j = low; j < high && j < w->b_count; j++) {
            if (w->b[j] == word)
                add_equal(aligner, w, i, j);
            else if (beside && j + 2 >= i && j <= i + 2)
                add_misspelt(aligner, w, i, j);
        }
    }
}

/* Scores every cell by the best path from the window's edge to it; returns the best end, or NULL.
 * A closed window's far edge costs its gap too. */
static const cell *best_path(window *w, bool open_end)
{
    const cell *best = NULL;
    float best_score = open_end ? SYN_PAYS : -1e9f;
    for (uint32_t c = 0; c < w->count; c++) {
        cell *x = &w->cells[c];
        float from = -syn_chain_gap_cost(x->i, x->j);
        x->before = UINT32_MAX;
        for (uint32_t p = c; p-- > 0;) {
            const cell *y = &w->cells[p];
            if (y->i >= x->i || y->j >= x->j)
                continue;
            float score = y->score - syn_chain_gap_cost(x->i - y->i - 1, x->j - y->j - 1);
            if (score > from) {
                from = score;
                x->before = p;
            }
        }
        x->score = from + x->bits;
        float end = x->score - (open_end ? 0 : syn_chain_gap_cost(w->a_count - x->i - 1, w->b_count - x->j - 1));
        if (end >= best_score && (best == NULL || end > best_score)) {
            best_score = end;
            best = x;
        }
    }
    return best;
}

/* The cells of the path that ends in `end`, in order from the window's edge; returns how many. */
static uint32_t path_cells(const window *w, const cell *end, uint32_t out[][2])
{
    uint32_t count = 0;
    for (const cell *c = end; c != NULL; c = c->before == UINT32_MAX ? NULL : &w->cells[c->before])
        count++;
    uint32_t at = count;
    for (const cell *c = end; c != NULL; c = c->before == UINT32_MAX ? NULL : &w->cells[c->before]) {
        out[--at][0] = c->i;
        out[at][1] = c->j;
    }
    return count;
}

/* Appends `count` matching words, joined to the last block where they touch it. */
static void push(syn_aligner *aligner, uint32_t a, uint32_t b, uint32_t count)
{
    if (count == 0)
        return;
    syn_block *last = aligner->count > 0 ? &aligner->blocks[aligner->count - 1] : NULL;
    if (last != NULL && last->a + last->count == a && last->b + last->count == b) {
        last->count += count;
        return;
    }
    if (!syn_alloc_room((void **)&aligner->blocks, &aligner->capacity, aligner->count + 1, sizeof *aligner->blocks)) {
        aligner->failed = true;
        return;
    }
    aligner->blocks[aligner->count++] = (syn_block){a, b, count};
}

/* Words that match between two runs; gaps too long to be tabulated stay gaps. */
static void fill_gap(syn_aligner *aligner, const syn_wording *a, const syn_wording *b,
                     syn_block from, syn_block to)
{
    uint32_t i = from.a + from.count, j = from.b + from.count;
    window w;
    w.a_count = to.a - i;
    w.b_count = to.b - j;
    if (w.a_count == 0 || w.b_count == 0 || w.a_count > window_most || w.b_count > window_most)
        return;
    memcpy(w.a, a->ids + i, w.a_count * sizeof *w.a);
    memcpy(w.b, b->ids + j, w.b_count * sizeof *w.b);
    find_cells(aligner, &w, sift(&w));
    uint32_t cells[window_most][2], count = path_cells(&w, best_path(&w, false), cells);
    for (uint32_t n = 0; n < count; n++)
        push(aligner, i + cells[n][0], j + cells[n][1], 1);
}

/* How many words from i and j on are equal. */
static uint32_t equal_words(const syn_wording *a, const syn_wording *b, uint32_t i, uint32_t j)
{
    uint32_t left = a->count - i < b->count - j ? a->count - i : b->count - j, n = 0;
    while (n < left && a->ids[i + n] == b->ids[j + n])
        n++;
    return n;
}

/* How many words before i and j are equal. */
static uint32_t equal_words_before(const syn_wording *a, const syn_wording *b, uint32_t i, uint32_t j)
{
    uint32_t left = i < j ? i : j, n = 0;
    while (n < left && a->ids[i - 1 - n] == b->ids[j - 1 - n])
        n++;
    return n;
}

/* Reads the words behind (i, j) in the given direction, +1 or -1, (i, j) included. */
static void read_window(window *w, const syn_wording *a, const syn_wording *b, int64_t i, int64_t j, int direction, uint32_t most)
{
    w->a_count = w->b_count = 0;
    for (; w->a_count < most && i >= 0 && i < a->count; i += direction)
        w->a[w->a_count++] = a->ids[i];
    for (; w->b_count < most && j >= 0 && j < b->count; j += direction)
        w->b[w->b_count++] = b->ids[j];
}

/* One window beyond an end at (i, j), where a run of `held` words ends. Returns the number of matching cells, in order from the end. */
static uint32_t extend_once(const syn_aligner *aligner, const syn_wording *a, const syn_wording *b,
                            int64_t i, int64_t j, int direction, uint32_t held, uint32_t cells[][2])
{
    window w;
    read_window(&w, a, b, i, j, direction, held < short_words ? SYN_WINDOW / 2 : SYN_WINDOW);
    sieve found = sift(&w);
    if (!may_anchor(aligner, &w, found))
        return 0;
    find_cells(aligner, &w, found);
    uint32_t count = w.anchored ? path_cells(&w, best_path(&w, true), cells) : 0;
    bool shifted = count > 0 && (cells[0][0] > cells[0][1] + 1 || cells[0][1] > cells[0][0] + 1);
    return shifted && count < SYN_PAYS_WORDS ? 0 : count;
}

static void extend_forwards(syn_aligner *aligner, const syn_wording *a, const syn_wording *b)
{
    uint32_t cells[SYN_WINDOW][2], found;
    do {
        syn_block *last = &aligner->blocks[aligner->count - 1];
        last->count += equal_words(a, b, last->a + last->count, last->b + last->count);
        uint32_t i = last->a + last->count, j = last->b + last->count;
        found = extend_once(aligner, a, b, i, j, 1, last->count, cells);
        for (uint32_t n = 0; n < found; n++)
            push(aligner, i + cells[n][0], j + cells[n][1], 1);
    } while (found > 0 && !aligner->failed);
}

/* Blocks before the first are collected last first in spare[] and written out by the caller. */
static size_t extend_backwards(syn_aligner *aligner, const syn_wording *a, const syn_wording *b, syn_block first)
{
    uint32_t cells[SYN_WINDOW][2], found;
    size_t count = 0;
    do {
        uint32_t equal = equal_words_before(a, b, first.a, first.b);
        first = (syn_block){first.a - equal, first.b - equal, first.count + equal};
        if (!syn_alloc_room((void **)&aligner->spare, &aligner->spare_capacity, count + SYN_WINDOW + 1, sizeof *aligner->spare)) {
            aligner->failed = true;
            return 0;
        }
        int64_t i = (int64_t)first.a - 1, j = (int64_t)first.b - 1;
        found = extend_once(aligner, a, b, i, j, -1, first.count, cells);
        for (uint32_t n = 0; n < found; n++) {
            uint32_t x = (uint32_t)(i - cells[n][0]), y = (uint32_t)(j - cells[n][1]);
            if (first.a == x + 1 && first.b == y + 1) {
                first = (syn_block){x, y, first.count + 1};
                continue;
            }
            aligner->spare[count++] = first;
            first = (syn_block){x, y, 1};
        }
    } while (found > 0);
    aligner->spare[count++] = first;
    return count;
}

syn_status syn_align_grow(syn_aligner *aligner, const syn_wording *a, const syn_wording *b,
                          const syn_block *chain, size_t count)
{
    assert(count > 0);
    aligner->count = 0;
    aligner->failed = false;
    size_t before = extend_backwards(aligner, a, b, chain[0]);
    while (before-- > 0)
        push(aligner, aligner->spare[before].a, aligner->spare[before].b, aligner->spare[before].count);
    for (size_t i = 1; i < count && !aligner->failed; i++) {
        fill_gap(aligner, a, b, chain[i - 1], chain[i]);
        push(aligner, chain[i].a, chain[i].b, chain[i].count);
    }
    if (!aligner->failed)
        extend_forwards(aligner, a, b);
    return aligner->failed ? SYN_MEMORY : SYN_OK;
}

/* What a gap takes from the evidence: more than it costs a chain, because a match must still be beyond
 * chance when its edits are told. An insertion on one side weighs less than words replaced. */
static float doubt(uint32_t a, uint32_t b)
{
    uint32_t less = a < b ? a : b, more = a < b ? b : a;
    return less == 0 ? 5.0f + 1.2f * (float)more : 5.0f + 8.0f * (float)less + 2.0f * (float)(more - less);
}

float syn_align_bits(const syn_aligner *aligner, const syn_wording *a, uint32_t begin, uint32_t end)
{
    float bits = 0;
    for (uint32_t i = begin; i < end; i++)
        bits += syn_surprisal_bits(aligner->surprisal, i > begin ? a->ids[i - 1] : SYN_NONE_WORD, a->ids[i]);
    return bits;
}

static float doubt_between(const syn_block *x, const syn_block *y)
{
    return doubt(y->a - x->a - x->count, y->b - x->b - x->count);
}

/* A long run weighs as its beginning does: it is far beyond every threshold. */
static float block_bits(const syn_aligner *aligner, const syn_wording *a, const syn_block *x)
{
    const uint32_t enough = 64;
    if (x->count <= enough)
        return syn_align_bits(aligner, a, x->a, x->a + x->count);
    return syn_align_bits(aligner, a, x->a, x->a + enough) * ((float)x->count / (float)enough);
}

void syn_align_part(const syn_aligner *aligner, const syn_wording *a, float drop, size_t *from, size_t *to)
{
    float best = 0, sum = 0;
    size_t begin = *from;
    *to = aligner->count;
    if (begin + 1 == aligner->count)
        return;
    for (size_t i = *from; i < aligner->count; i++) {
        const syn_block *x = &aligner->blocks[i];
        float cost = i > begin ? doubt_between(x - 1, x) : 0;
        if (best > 0 && (sum <= cost || best - sum + cost > drop))
            break;
        if (sum <= cost) {
            begin = i;
            sum = cost = 0;
        }
        sum += block_bits(aligner, a, x) - cost;
        if (sum > best) {
            best = sum;
            *to = i + 1;
        }
    }
    *from = begin;
}

void syn_align_measure(const syn_aligner *aligner, const syn_wording *a, const syn_block *blocks, size_t count,
                       syn_match *match)
{
    const syn_block *last = &blocks[count - 1];
    match->a.begin = blocks[0].a;
    match->a.end = last->a + last->count;
    match->b.begin = blocks[0].b;
    match->b.end = last->b + last->count;
    match->matched_words = match->column_count = 0;
    match->weight = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            uint32_t gap_a = blocks[i].a - blocks[i - 1].a - blocks[i - 1].count;
            uint32_t gap_b = blocks[i].b - blocks[i - 1].b - blocks[i - 1].count;
            match->column_count += gap_a > gap_b ? gap_a : gap_b;
            match->weight -= doubt(gap_a, gap_b);
        }
        match->matched_words += blocks[i].count;
        match->weight += block_bits(aligner, a, &blocks[i]);
    }
    match->column_count += match->matched_words;
}
