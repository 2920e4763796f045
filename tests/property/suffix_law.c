/** Laws of the suffix array, on seeded random stretches: however it is grouped and merged it is the naive one. Prints its seed; exits with 1 at the first law broken.
 *
 *      suffix_law [seed]
 *
 *  Symbols of two and three bytes are met. Four bytes (16 million distinct words in one group) and 64-bit
 *  indices (2 GiB in one group) are out of reach here.
 */
#include "base/pool.h"
#include "match/suffix.h"
#include "support/law.h"
#include "support/oracle.h"

#include <string.h>

enum { MOST_DOCUMENTS = 6, MOST_WORDS = 70, MOST_SYMBOLS = 1024, WORKERS = 3, LARGE_WORDS = 150000 };

static syn_pool *pools[WORKERS];

typedef struct collection {
    uint32_t words[MOST_DOCUMENTS][MOST_WORDS];
    const uint32_t *ids[MOST_DOCUMENTS];
    syn_stretch stretches[MOST_DOCUMENTS * MOST_WORDS];
    uint32_t stretch_count, word_count;
} collection;

/** Stretches of one document do not touch; between them lie words that must not be seen. */
static void make_collection(collection *c)
{
    uint32_t kinds = law_chance(4) == 0 ? 1 : law_between(1, 12), documents = law_between(0, MOST_DOCUMENTS);

    c->stretch_count = 0;
    c->word_count = law_chance(2) ? law_between(kinds, 4000) : law_between(1 << 16, 1 << 17);
    for (uint32_t d = 0; d < documents; ++d) {
        uint32_t count = law_chance(MOST_WORDS + 1);
        for (uint32_t i = 0; i < count; ++i) {
            uint32_t kind = law_chance(kinds);
            c->words[d][i] = law_chance(2) ? kind : c->word_count - 1 - kind;
        }
        c->ids[d] = c->words[d];
        for (uint32_t at = law_chance(8); at < count;) {
            uint32_t end = at + law_between(1, 30);
            end = end > count ? count : end;
            c->stretches[c->stretch_count++] = (syn_stretch){d, at, end};
            at = end + law_between(1, 6);
        }
    }
}

/* ---- sorted and merged by a pool ---- */

static void sort_item(void *context, uint32_t worker, size_t item)
{
    (void)worker;
    if (syn_suffixes_sort(context, (uint32_t)item) < 0)
        abort();
}

static void merge_item(void *context, uint32_t worker, size_t item)
{
    (void)worker;
    syn_suffixes_merge(context, (uint32_t)item);
}

static void sort_all(syn_suffixes *s, const uint32_t *const *ids, const syn_stretch *stretches, uint32_t count,
                     uint32_t word_count, uint32_t group_words, uint32_t worker_count)
{
    syn_pool *pool = pools[worker_count < WORKERS ? worker_count - 1 : WORKERS - 1];
    int64_t ranges;

    if (syn_suffixes_init(s, ids, stretches, count, word_count, group_words, worker_count) < 0)
        abort();
    syn_pool_run(pool, s->group_count, sort_item, s);
    while ((ranges = syn_suffixes_plan(s)) > 0) {
        syn_pool_run(pool, (size_t)ranges, merge_item, s);
        syn_suffixes_turn(s);
    }
    law_hold(ranges == 0, "a plan does not fail", "%lld", (long long)ranges);
}

/* ---- laws ---- */

/** The words of all stretches, separators around them. */
static void law_layout(const collection *c, const syn_suffixes *s)
{
    uint32_t place = 0;

    law_hold(s->symbols[place++] == 0, "a separator stands in front", "%u", s->symbols[0]);
    for (uint32_t i = 0; i < c->stretch_count; ++i) {
        const syn_stretch *x = &c->stretches[i];
        law_hold(s->stretch_first[i] == place, "a stretch starts behind a separator", "stretch %u at %u", i, place);
        for (uint32_t w = x->begin; w < x->end; ++w, ++place) {
            law_hold(s->symbols[place] == c->words[x->document][w] + 1, "a symbol is a word and one", "place %u", place);
            law_hold(syn_suffixes_stretch(s, place) == i, "a place knows its stretch", "place %u, stretch %u", place, i);
        }
        law_hold(s->symbols[place++] == 0, "a separator stands behind each stretch", "stretch %u", i);
    }
    law_hold(s->symbol_count == place, "nothing else is laid out", "%u symbols, not %u", s->symbol_count, place);
}

static void law_same(const syn_suffixes *s, const uint32_t *at, const uint32_t *lcp, uint32_t count, const char *how)
{
    static bool met[MOST_SYMBOLS];

    memset(met, 0, sizeof met);
    law_hold(s->count == count, "every word has a suffix", "%u, not %u: %s", s->count, count, how);
    for (uint32_t i = 0; i < count; ++i) {
        uint32_t shared = oracle_prefix(s->symbols, at[i], s->at[i]);
        law_hold(!met[s->at[i]], "every suffix is listed once", "place %u: %s", s->at[i], how);
        met[s->at[i]] = true;
        law_hold(s->symbols[at[i] + shared] == 0 && s->symbols[s->at[i] + shared] == 0,
                 "suffixes stand in the order of their words", "suffix %u is %u, not %u: %s", i, s->at[i], at[i], how);
        law_hold(s->lcp[i] == lcp[i], "a prefix is as long as the naive one", "suffix %u: %u, not %u: %s", i, s->lcp[i],
                 lcp[i], how);
    }
}

static void law_ends(const syn_suffixes *s)
{
    for (uint32_t i = 0; i < s->count; ++i) {
        uint32_t here = syn_suffixes_stretch(s, s->at[i]), end = s->stretch_first[here + 1] - 1;
        law_hold(s->at[i] + s->lcp[i] <= end, "nothing runs over a stretch's end", "place %u, %u words, end %u", s->at[i],
                 s->lcp[i], end);
    }
}

static void law_find(const syn_suffixes *s)
{
    for (uint32_t trial = 0; trial < 8; ++trial) {
        uint32_t from = law_chance(s->count + 1), end = law_between(from, s->count), found = from;
        uint32_t symbol = s->count == 0 || law_chance(8) == 0 ? law_chance(UINT32_MAX) : s->symbols[s->at[law_chance(s->count)]];
        symbol += law_chance(2) && symbol < UINT32_MAX;
        while (found < end && s->symbols[s->at[found]] < symbol)
            ++found;
        law_hold(syn_suffixes_find(s, from, end, symbol) == found, "the first suffix of a symbol is found",
                 "%u to %u, symbol %u", from, end, symbol);
    }
}

static void law_suffixes(void)
{
    static collection c;
    static uint32_t at[MOST_SYMBOLS], lcp[MOST_SYMBOLS];
    uint32_t count = 0;

    make_collection(&c);
    for (uint32_t i = 0; i < 5; ++i) {
        syn_suffixes s = {0};
        char how[64];
        uint32_t group_words = i == 0 ? 0 : i == 1 ? 1 : law_between(1, 250), workers = law_between(1, 4);
        sort_all(&s, c.ids, c.stretches, c.stretch_count, c.word_count, group_words, workers);
        snprintf(how, sizeof how, "%u groups, %u workers, %u words", s.group_count, workers, c.word_count);
        if (i == 0) {
            law_hold(s.symbol_count <= MOST_SYMBOLS && s.group_count <= 1, "zero makes one group", "%s", how);
            law_layout(&c, &s);
            count = oracle_suffixes(s.symbols, s.symbol_count, at, lcp);
        }
        law_same(&s, at, lcp, count, how);
        law_ends(&s);
        law_find(&s);
        syn_suffixes_release(&s);
    }
}

static void law_neighbours(const syn_suffixes *s)
{
    for (uint32_t i = 1; i < s->count; ++i) {
        uint32_t a = s->at[i - 1], b = s->at[i], n = oracle_prefix(s->symbols, a, b);
        law_hold(s->lcp[i] == n && s->symbols[a + n] <= s->symbols[b + n], "neighbours stand in the order of their words",
                 "suffix %u", i);
    }
}

/** Enough words that groups are dealt to the workers unasked, and (for one group) too many different ones for
 *  two bytes: held to order by comparing neighbours, as the naive sort would take too long. */
static void law_shared_out(uint32_t kinds)
{
    static uint32_t ids[2][LARGE_WORDS];
    syn_stretch stretches[64];
    syn_suffixes one = {0}, many = {0};

    for (uint32_t i = 0; i < LARGE_WORDS; ++i) {
        ids[0][i] = law_chance(kinds);
        ids[1][i] = law_chance(3) ? ids[0][i] : law_chance(kinds);
    }
    for (uint32_t i = 0; i < 64; ++i) {
        uint32_t from = i % 32 * (LARGE_WORDS / 32);
        stretches[i] = (syn_stretch){i / 32, from, from + LARGE_WORDS / 32 - 1};
    }
    const uint32_t *const both[] = {ids[0], ids[1]};
    sort_all(&one, both, stretches, 64, kinds, 0, 3);
    sort_all(&many, both, stretches, 64, kinds, 16000000, 3);
    law_hold(one.group_count == 1 && many.group_count == 3, "the workers share the work", "%u groups", many.group_count);
    for (uint32_t i = 0; i < one.count; ++i) {
        uint32_t n = oracle_prefix(one.symbols, one.at[i], many.at[i]);
        law_hold(one.symbols[one.at[i] + n] == 0 && one.symbols[many.at[i] + n] == 0 && one.lcp[i] == many.lcp[i],
                 "groups change nothing", "suffix %u", i);
    }
    law_neighbours(&one);
    law_ends(&many);
    syn_suffixes_release(&one);
    syn_suffixes_release(&many);
}

int main(int argc, char **argv)
{
    law_seed(argc, argv, 7302);
    for (uint32_t w = 0; w < WORKERS; ++w)
        if (syn_pool_new(w + 1, &pools[w]) < 0)
            abort();
    for (law_trial = 0; law_trial < 800; ++law_trial)
        law_suffixes();
    for (law_trial = 0; law_trial < 2; ++law_trial)
        law_shared_out(law_trial == 0 ? 5000 : 300000);
    for (uint32_t w = 0; w < WORKERS; ++w)
        syn_pool_free(pools[w]);
    return 0;
}
