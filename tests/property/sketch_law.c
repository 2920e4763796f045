/** Laws of fingerprints and groups, on seeded random texts. Prints its seed; exits with 1 at the first
 *  law broken.
 *
 *      sketch_law [seed]
 */
#include "base/pool.h"
#include "sketch/group.h"
#include "support/law.h"
#include "support/oracle.h"

#include <string.h>

enum { MOST_WORDS = 120, MOST_DOCUMENTS = 7, WORD_KINDS = 50, WORKERS = 3, LARGE_WORDS = 90000 };

static uint64_t hash[WORD_KINDS + (LARGE_WORDS + 1) * MOST_DOCUMENTS];

/** A document's fingerprints. */
typedef struct printed {
    uint64_t fingerprint[MOST_WORDS + 1];
    uint32_t place[MOST_WORDS + 1];
    size_t count;
} printed;

typedef struct text {
    uint32_t ids[MOST_WORDS];
    uint32_t count;
} text;

/** Random words, some of them a piece of `other`: small vocabularies repeat themselves anyway. */
static void make_text(text *out, const text *other, uint32_t kinds)
{
    out->count = law_chance(MOST_WORDS + 1);
    for (uint32_t i = 0; i < out->count; ++i)
        out->ids[i] = law_chance(kinds);
    if (other == NULL || other->count == 0 || out->count == 0)
        return;
    uint32_t from = law_chance(other->count), to = law_chance(out->count), most = law_chance(30);
    for (uint32_t i = 0; i < most && from + i < other->count && to + i < out->count; ++i)
        out->ids[to + i] = other->ids[from + i];
}

static void print_text(const syn_sketch *sketch, const text *t, printed *out)
{
    out->count = syn_shingle_all(sketch, t->ids, t->count, out->fingerprint, out->place);
}

/* ---- one text ---- */

static void law_shingles(const text *t, const printed *all, uint32_t k)
{
    law_hold(all->count == (t->count < k ? 0 : t->count + 1 - k), "with windows of one every shingle is kept", "k %u", k);
    for (size_t i = 0; i < all->count; ++i)
        for (size_t j = 0; j < i; ++j) {
            bool same = memcmp(t->ids + i, t->ids + j, k * sizeof *t->ids) == 0;
            law_hold(all->place[i] == i && same == (all->fingerprint[i] == all->fingerprint[j]),
                     "shingles are equal when their words are", "k %u, words %zu and %zu", k, i, j);
        }
}

static void law_winnowed(const printed *all, const printed *kept, uint32_t k, uint32_t w)
{
    uint32_t places[MOST_WORDS + 1];
    size_t count = oracle_winnow(all->fingerprint, all->count, w, places);

    law_hold(kept->count == count && memcmp(kept->place, places, count * sizeof *places) == 0,
             "winnowing keeps what its definition says", "k %u, w %u: %zu kept, not %zu", k, w, kept->count, count);
    law_hold((count > 0) == (all->count > 0), "a text of k words keeps one", "k %u, w %u", k, w);
    for (size_t i = 0; i < count; ++i)
        law_hold(kept->fingerprint[i] == all->fingerprint[kept->place[i]], "a fingerprint is that of its place",
                 "k %u, w %u, place %u", k, w, kept->place[i]);
}

/* ---- two texts ---- */

static bool is_kept(const printed *p, uint32_t place, uint64_t *fingerprint)
{
    for (size_t i = 0; i < p->count; ++i)
        if (p->place[i] == place) {
            *fingerprint = p->fingerprint[i];
            return true;
        }
    return false;
}

static void law_guarantee(const text *a, const text *b, const printed *x, const printed *y, uint32_t k, uint32_t w)
{
    size_t count;
    oracle_run *runs = oracle_runs(a->ids, a->count, b->ids, b->count, k + w - 1, &count);

    for (size_t r = 0; r < count; ++r)
        for (uint32_t from = 0; from + k + w - 1 <= runs[r].count; ++from) {
            bool both = false;
            for (uint32_t i = from; i < from + w; ++i) {
                uint64_t f = 0, g = 1;
                both = both || (is_kept(x, runs[r].a + i, &f) && is_kept(y, runs[r].b + i, &g) && f == g);
            }
            law_hold(both, "of k + w - 1 shared words both keep the same fingerprint", "k %u, w %u, words %u and %u", k,
                     w, runs[r].a + from, runs[r].b + from);
        }
    free(runs);
}

static void law_sketches(void)
{
    text a, b;
    static printed all, x, y;
    uint32_t kinds = law_between(1, WORD_KINDS);

    make_text(&a, NULL, kinds);
    make_text(&b, &a, kinds);
    for (uint32_t k = 1; k <= 5; ++k)
        for (uint32_t w = 1; w <= 5; ++w) {
            syn_sketch every = {hash, k, 1}, sketch = {hash, k, w};
            print_text(&every, &a, &all);
            print_text(&sketch, &a, &x);
            print_text(&sketch, &b, &y);
            if (w == 1)
                law_shingles(&a, &all, k);
            law_winnowed(&all, &x, k, w);
            law_guarantee(&a, &b, &x, &y, k, w);
        }
}

/* ---- collections ---- */

static syn_pool *pools[WORKERS];
static syn_group group;
static syn_group_scratch scratch[WORKERS];

static void count_item(void *context, uint32_t worker, size_t item)
{
    (void)context;
    syn_group_count(&group, (uint32_t)item, &scratch[worker]);
}

static void deal_item(void *context, uint32_t worker, size_t item)
{
    (void)context;
    syn_group_deal(&group, (uint32_t)item, &scratch[worker]);
}

static void mark_item(void *context, uint32_t worker, size_t item)
{
    (void)context;
    if (syn_group_mark(&group, (uint32_t)item, &scratch[worker]) < 0)
        abort();
}

static void stretch_item(void *context, uint32_t worker, size_t item)
{
    (void)context;
    (void)worker;
    syn_group_stretches(&group, (uint32_t)item);
}

static void run_group(const syn_sketch *sketch, const syn_group_text *texts, uint32_t count)
{
    syn_pool *pool = pools[law_chance(WORKERS)];

    if (syn_group_init(&group, sketch, texts, count) < 0)
        abort();
    syn_pool_run(pool, group.batch_count, count_item, NULL);
    if (syn_group_place(&group) < 0)
        abort();
    syn_pool_run(pool, group.batch_count, deal_item, NULL);
    syn_pool_run(pool, SYN_GROUP_PARTITIONS, mark_item, NULL);
    syn_pool_run(pool, group.batch_count, stretch_item, NULL);
}

/** Whether one stretch holds words [begin, end). */
static bool in_stretch(uint32_t document, uint32_t begin, uint32_t end)
{
    bool found = false;

    for (uint32_t b = 0; b < group.batch_count; ++b)
        for (size_t s = 0; s < group.batches[b].stretch_count; ++s) {
            const syn_stretch *x = &group.batches[b].stretches[s];
            found = found || (x->document == document && x->begin <= begin && end <= x->end);
        }
    return found;
}

static void law_ascending(const syn_group_text *texts)
{
    syn_stretch last = {0, 0, 0};
    bool first = true;

    for (uint32_t b = 0; b < group.batch_count; ++b) {
        law_hold(group.batches[b].status == SYN_OK, "no batch fails", "batch %u", b);
        for (size_t s = 0; s < group.batches[b].stretch_count; ++s) {
            syn_stretch x = group.batches[b].stretches[s];
            law_hold(x.begin < x.end && x.end <= texts[x.document].count, "a stretch lies in its document",
                     "document %u, words %u to %u of %u", x.document, x.begin, x.end, texts[x.document].count);
            law_hold(first || last.document < x.document || (last.document == x.document && last.end < x.begin),
                     "stretches ascend and do not touch", "document %u, word %u", x.document, x.begin);
            last = x;
            first = false;
        }
    }
}

/** Marks the words of all runs that two documents share, and holds that each lies in one stretch. */
static void law_covered(const text *texts, uint32_t count, uint32_t least, bool shared[][MOST_WORDS])
{
    memset(shared, 0, MOST_DOCUMENTS * sizeof *shared);
    for (uint32_t a = 0; a < count; ++a)
        for (uint32_t b = a + 1; b < count; ++b) {
            size_t n;
            oracle_run *runs = oracle_runs(texts[a].ids, texts[a].count, texts[b].ids, texts[b].count, least, &n);
            for (size_t r = 0; r < n; ++r) {
                law_hold(in_stretch(a, runs[r].a, runs[r].a + runs[r].count) &&
                             in_stretch(b, runs[r].b, runs[r].b + runs[r].count),
                         "a shared run lies in one stretch of either document", "%u words of documents %u and %u",
                         runs[r].count, a, b);
                memset(&shared[a][runs[r].a], 1, runs[r].count);
                memset(&shared[b][runs[r].b], 1, runs[r].count);
            }
            free(runs);
        }
}

static void law_groups(void)
{
    static text texts[MOST_DOCUMENTS];
    static bool shared[MOST_DOCUMENTS][MOST_WORDS];
    syn_group_text seen[MOST_DOCUMENTS];
    uint32_t count = law_between(0, MOST_DOCUMENTS), kinds = law_between(1, WORD_KINDS);
    uint32_t k = law_between(1, 5), w = law_between(1, 6 - k);
    syn_sketch sketch = {hash, k, w};

    for (uint32_t d = 0; d < count; ++d) {
        make_text(&texts[d], d > 0 ? &texts[law_chance(d)] : NULL, kinds);
        seen[d] = (syn_group_text){texts[d].ids, texts[d].count};
    }
    run_group(&sketch, seen, count);
    law_ascending(seen);
    law_covered(texts, count, k + w - 1, shared);
    for (uint32_t d = 0; w == 1 && d < count; ++d)
        for (uint32_t i = 0; i < texts[d].count; ++i)
            law_hold(shared[d][i] == in_stretch(d, i, i + 1), "with windows of one a stretch holds shared runs alone",
                     "document %u, word %u, k %u", d, i, k);
    syn_group_release(&group);
}

/** Documents of many batches that share one run and no other word. */
static void law_batches(void)
{
    static uint32_t ids[MOST_DOCUMENTS][LARGE_WORDS];
    syn_group_text seen[MOST_DOCUMENTS];
    uint32_t next = 0, run = 5, at[MOST_DOCUMENTS];
    syn_sketch sketch = {hash, 4, 2};

    for (uint32_t d = 0; d < MOST_DOCUMENTS; ++d) {
        for (uint32_t i = 0; i < LARGE_WORDS; ++i)
            ids[d][i] = WORD_KINDS + next++;
        at[d] = law_chance(LARGE_WORDS - run);
        for (uint32_t i = 0; i < run && d % 3 == 0; ++i)
            ids[d][at[d] + i] = i;
        seen[d] = (syn_group_text){ids[d], LARGE_WORDS};
    }
    run_group(&sketch, seen, MOST_DOCUMENTS);
    law_hold(group.batch_count > 1, "the documents fill several batches", "%u", group.batch_count);
    law_ascending(seen);
    for (uint32_t d = 0; d < MOST_DOCUMENTS; ++d) {
        law_hold(in_stretch(d, at[d], at[d] + run) == (d % 3 == 0), "the run is found where it is, and nowhere else",
                 "document %u, word %u", d, at[d]);
        law_hold(d % 3 == 0 || !in_stretch(d, 0, 1), "what is shared by nobody is in no stretch", "document %u", d);
    }
    syn_group_release(&group);
}

int main(int argc, char **argv)
{
    law_seed(argc, argv, 7301);
    for (size_t i = 0; i < sizeof hash / sizeof *hash; ++i)
        hash[i] = syn_hash_mix(i * 0x9e3779b97f4a7c15u + 1);
    for (uint32_t w = 0; w < WORKERS; ++w)
        if (syn_pool_new(w + 1, &pools[w]) < 0)
            abort();
    for (law_trial = 0; law_trial < 500; ++law_trial)
        law_sketches();
    for (law_trial = 0; law_trial < 1500; ++law_trial)
        law_groups();
    for (law_trial = 0; law_trial < 3; ++law_trial)
        law_batches();
    for (uint32_t w = 0; w < WORKERS; ++w) {
        syn_group_scratch_release(&scratch[w]);
        syn_pool_free(pools[w]);
    }
    return 0;
}
