#include "probe.h"

#include "base/alloc.h"
#include "base/error.h"
#include "match/chain.h"
#include "match/seed.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    list_step = 4096,   /* places asked for at once */
    lengths_most = 64   /* of runs whose places are counted; longer ones count wherever they are */
};

/* One text on its way through the stores. */
typedef struct probing {
    syn_probe *probe;
    const syn_wordings *wordings;
    const syn_wording *text;
    syn_store *const *stores;
    const syn_held *owned;
    size_t owned_count;
    uint32_t store, segment;
} probing;

void syn_probe_release(syn_probe *p)
{
    free(p->places_held);
    free(p->places_live);
    syn_sweep_free(p->sweep);
    free(p->owned_met);
    free(p->list);
    free(p->open);
    free(p->next);
    free(p->runs);
    *p = (syn_probe){.min_words = p->min_words};
}

static float run_bits(const probing *x, uint32_t begin, uint32_t words)
{
    const uint32_t *ids = x->text->ids + begin;
    float bits = 0;
    for (uint32_t i = 0; i < words; i++)
        bits += syn_surprisal_bits(x->wordings->surprisal, i > 0 ? ids[i - 1] : SYN_NONE_WORD, ids[i]);
    return bits;
}

/* Whether the run's places are counted: then it may be in too many to count alone. */
static bool is_weak(const syn_probe *p, const syn_probe_run *run)
{
    return run->words < SYN_SEED_WORDS + p->held_lengths;
}

static size_t slot_of(const syn_probe *p, const syn_probe_run *run)
{
    return (size_t)run->begin * p->held_lengths + run->words - SYN_SEED_WORDS;
}

static bool is_few(const syn_probe *p, const syn_probe_run *run)
{
    return p->places_held[slot_of(p, run)] < SYN_WEAK_MOST;
}

/* Whether enough of the run's places are known to be in texts that count: then no more need be looked at. */
static bool is_surely_frequent(const syn_probe *p, const syn_probe_run *run)
{
    return p->places_live[slot_of(p, run)] >= SYN_WEAK_MOST;
}

int syn_held_order(const void *a, const void *b)
{
    const syn_held *x = a, *y = b;
    if (x->store != y->store)
        return x->store < y->store ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

/* What stands in a text that does not count is taken out of the counts again. */
static void discount(syn_probe *p, const syn_probe_run *run)
{
    for (uint32_t n = 0; n < p->held_lengths; n++)
        for (uint32_t w = run->begin; w + SYN_SEED_WORDS + n <= run->begin + run->words; w++)
            if (p->places_held[(size_t)w * p->held_lengths + n] > 0)
                p->places_held[(size_t)w * p->held_lengths + n]--;
}

/* Finds the document of a run, and whether it counts: it is neither removed nor the text's own. */
static syn_status locate(probing *x, syn_probe_run *run, bool *counts)
{
    syn_probe *p = x->probe;
    syn_store *store = x->stores[run->held.store];
    *counts = true;
    if (run->located)
        return SYN_OK;
    syn_status status = syn_store_locate(store, run->segment, run->place, &run->held.number, &run->word);
    if (status < 0)
        return status;
    run->located = true;
    const syn_held *own =
        x->owned_count > 0 ? bsearch(&run->held, x->owned, x->owned_count, sizeof *x->owned, syn_held_order) : NULL;
    if (own != NULL)
        p->owned_met[own - x->owned] = true;
    *counts = own == NULL && syn_store_holds(store, run->held.number);
    if (!*counts)
        discount(p, run);
    else if (is_weak(p, run) && !is_surely_frequent(p, run))
        p->places_live[slot_of(p, run)]++;
    return SYN_OK;
}

/* Takes down a run that goes no further, if it may count. Of a weak one that is not telling a few places do: in more
 * it counts nowhere. */
static syn_status end_run(probing *x, const syn_probe_open *open, uint32_t end)
{
    syn_probe *p = x->probe;
    syn_probe_run run = {.held.store = x->store, .segment = x->segment, .begin = open->begin,
                         .words = end - open->begin + SYN_SEED_WORDS - 1,
                         .place = open->place - (end - open->begin - 1)};
    if (is_weak(p, &run)) {
        const float bits = run_bits(x, run.begin, run.words);
        bool counts = bits >= SYN_WEAK_BITS;
        run.telling = bits >= SYN_TELLING_BITS;
        if (counts && !run.telling) {
            syn_status status = is_surely_frequent(p, &run) ? SYN_OK : locate(x, &run, &counts);
            if (status < 0)
                return status;
            counts = counts && run.located;
        }
        if (!counts)
            return SYN_OK;
    }
    if (!syn_alloc_room((void **)&p->runs, &p->run_capacity, p->run_count + 1, sizeof *p->runs))
        return SYN_MEMORY;
    p->runs[p->run_count++] = run;
    return SYN_OK;
}

/* Counts a place for all runs that end in it and are shorter than the minimum of words. */
static void count_place(syn_probe *p, uint32_t begin, uint32_t shingle)
{
    for (uint32_t n = 0; n < p->held_lengths && n <= shingle - begin; n++)
        p->places_held[(size_t)(shingle - n) * p->held_lengths + n]++;
}

/* Takes the places of one shingle: open runs go on, end or begin. Both lists ascend. */
static syn_status advance(probing *x, uint32_t shingle, size_t count)
{
    syn_probe *p = x->probe;
    syn_status status = SYN_OK;
    size_t o = 0;
    p->next_count = 0;
    if (!syn_alloc_room((void **)&p->next, &p->next_capacity, count + 1, sizeof *p->next))
        return SYN_MEMORY;
    for (size_t i = 0; i < count; i++) {
        syn_probe_open next = {.place = p->list[i], .begin = shingle};
        for (; o < p->open_count && p->open[o].place + 1 < next.place && status == SYN_OK; o++)
            status = end_run(x, &p->open[o], shingle);
        if (status < 0)
            return status;
        if (o < p->open_count && p->open[o].place + 1 == next.place)
            next.begin = p->open[o++].begin;
        p->next[p->next_count++] = next;
        count_place(p, next.begin, shingle);
    }
    for (; o < p->open_count && status == SYN_OK; o++)
        status = end_run(x, &p->open[o], shingle);
    if (status < 0)
        return status;
    syn_probe_open *swap = p->open;
    const size_t capacity = p->open_capacity;
    p->open = p->next;
    p->open_capacity = p->next_capacity;
    p->open_count = p->next_count;
    p->next = swap;
    p->next_capacity = capacity;
    return SYN_OK;
}

/* All places of one hash into the list. */
static syn_status read_list(syn_probe *p, syn_lookup *lookup, uint64_t hash, size_t *count)
{
    size_t read = 0, got = 0;
    syn_lookup_seek(lookup, hash, 0);
    do {
        if (!syn_alloc_room((void **)&p->list, &p->list_capacity, read + list_step, sizeof *p->list))
            return SYN_MEMORY;
        got = syn_lookup_next(lookup, p->list + read, list_step);
        read += got;
    } while (got > 0);
    *count = read;
    return lookup->status;
}

static syn_status probe_segment(probing *x, syn_store *store, size_t shingles)
{
    syn_lookup lookup = {0};
    syn_status status = syn_lookup_open(store, x->segment, &lookup);
    if (status < 0)
        return status;
    x->probe->open_count = 0;
    for (size_t i = 0; i < shingles && status == SYN_OK; i++) {
        size_t count = 0;
        status = read_list(x->probe, &lookup, x->probe->hashes[i], &count);
        if (status == SYN_OK)
            status = advance(x, (uint32_t)i, count);
    }
    if (status == SYN_OK)
        status = advance(x, (uint32_t)shingles, 0);
    syn_lookup_close(&lookup);
    return status;
}

static int by_place(const void *a, const void *b)
{
    const syn_probe_run *x = a, *y = b;
    if (x->held.store != y->held.store)
        return x->held.store < y->held.store ? -1 : 1;
    if (x->segment != y->segment)
        return x->segment < y->segment ? -1 : 1;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return (x->begin > y->begin) - (x->begin < y->begin);
}

static int by_document(const void *a, const void *b)
{
    const syn_probe_run *x = a, *y = b;
    if (x->held.store != y->held.store)
        return x->held.store < y->held.store ? -1 : 1;
    if (x->held.number != y->held.number)
        return x->held.number < y->held.number ? -1 : 1;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static bool same_segment(const syn_probe_run *x, const syn_probe_run *y)
{
    return x->held.store == y->held.store && x->segment == y->segment;
}

/* Says of runs that others are near enough to for a chain: of telling phrases that is nearly none, and places alone
 * tell it. Runs are in order of place. */
static void mark_near(syn_probe *p)
{
    uint64_t reach = 0; /* how near to the runs before is near enough */
    for (size_t i = 0; i < p->run_count; i++) {
        syn_probe_run *run = &p->runs[i], *behind = i + 1 < p->run_count ? run + 1 : NULL;
        const uint64_t end = run->place + run->words + SYN_INSERTED_WORDS;
        const bool first = i == 0 || !same_segment(run - 1, run);
        run->near = (!first && run->place <= reach) || (behind != NULL && same_segment(behind, run) && behind->place <= end);
        reach = first || end > reach ? end : reach;
    }
}

/* Finds the documents of the runs and drops those that do not count. Of runs that have none near, which count only
 * where they are in few places, no more are looked at than it takes to know that they are in many. */
static syn_status locate_runs(probing *x)
{
    syn_probe *p = x->probe;
    size_t kept = 0;
    if (p->run_count > 1)
        qsort(p->runs, p->run_count, sizeof *p->runs, by_place);
    mark_near(p);
    for (size_t i = 0; i < p->run_count; i++) {
        syn_probe_run run = p->runs[i];
        bool counts = true;
        if (!run.near && is_weak(p, &run) && is_surely_frequent(p, &run))
            continue;
        syn_status status = locate(x, &run, &counts);
        if (status < 0)
            return status;
        if (counts)
            p->runs[kept++] = run;
    }
    p->run_count = kept;
    return SYN_OK;
}

/* Whether y, which begins behind x, may stand in a chain with it (match/chain.h). */
static bool may_chain(const syn_probe_run *x, const syn_probe_run *y)
{
    return y->begin <= x->begin + x->words + SYN_INSERTED_WORDS && y->place > x->place &&
           y->place <= x->place + x->words + SYN_INSERTED_WORDS;
}

/* Whether two of the runs of one document are telling and near each other. */
static bool are_chained(const syn_probe_run *runs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; runs[i].telling && j < count && runs[j].begin <= runs[i].begin + runs[i].words + SYN_INSERTED_WORDS; j++)
            if (runs[j].telling && may_chain(&runs[i], &runs[j]))
                return true;
    return false;
}

/* Keeps the runs that count, of documents that have one that counts alone or telling ones that may be a chain. */
static void choose(syn_probe *p)
{
    size_t kept = 0, next;
    if (p->run_count > 1)
        qsort(p->runs, p->run_count, sizeof *p->runs, by_document);
    for (size_t i = 0; i < p->run_count; i = next) {
        const size_t first = kept;
        const syn_held held = p->runs[i].held;
        bool alone = false;
        for (next = i; next < p->run_count && p->runs[next].held.store == held.store && p->runs[next].held.number == held.number; next++) {
            syn_probe_run run = p->runs[next];
            run.common = is_weak(p, &run) && !is_few(p, &run);
            alone |= !run.common;
            if (!run.common || (run.telling && run.near))
                p->runs[kept++] = run;
        }
        if (!alone && !are_chained(p->runs + first, kept - first))
            kept = first;
    }
    p->run_count = kept;
}

static syn_status make_room(syn_probe *p, size_t words)
{
    p->held_lengths = p->min_words - SYN_SEED_WORDS < lengths_most ? p->min_words - SYN_SEED_WORDS : lengths_most;
    const size_t held = words * p->held_lengths + 1;
    if (!syn_alloc_room((void **)&p->places_held, &p->held_capacity, held, sizeof *p->places_held) ||
        !syn_alloc_room((void **)&p->places_live, &p->live_capacity, held, sizeof *p->places_live))
        return SYN_MEMORY;
    memset(p->places_live, 0, held);
    memset(p->places_held, 0, held * sizeof *p->places_held);
    return SYN_OK;
}

syn_status syn_probe_text(syn_probe *p, syn_store *const *stores, size_t store_count, const syn_wordings *wordings,
                          uint32_t document, size_t text_bytes, const syn_held *owned, size_t owned_count,
                          syn_error *error)
{
    probing x = {.probe = p, .wordings = wordings, .text = &wordings->of[document], .stores = stores, .owned = owned,
                 .owned_count = owned_count};
    syn_sampled all = {.count = 0};
    p->run_count = 0;
    syn_status status = make_room(p, x.text->count);
    if (status == SYN_OK && !syn_alloc_room((void **)&p->owned_met, &p->met_capacity, owned_count + 1, sizeof *p->owned_met))
        status = SYN_MEMORY;
    for (size_t i = 0; status == SYN_OK && i < owned_count; i++)
        p->owned_met[i] = false;
    if (status == SYN_OK && p->sweep == NULL)
        status = syn_sweep_new(SYN_SWEEP_BEST, &p->sweep);
    if (status == SYN_OK)
        status = syn_sweep_shingles(p->sweep, x.text->text, text_bytes, SYN_SEED_WORDS, UINT64_MAX, &all);
    if (status < 0)
        return syn_fail_memory(error);
    assert(all.word_count == x.text->count);
    const size_t shingles = x.text->count < SYN_SEED_WORDS ? 0 : all.count;
    p->hashes = all.fingerprint;
    for (x.store = 0; x.store < store_count && status == SYN_OK; x.store++) {
        const uint32_t segments = syn_store_segments(stores[x.store]);
        for (x.segment = 0; x.segment < segments && status == SYN_OK; x.segment++)
            status = probe_segment(&x, stores[x.store], shingles);
    }
    if (status == SYN_OK)
        status = locate_runs(&x);
    if (status == SYN_OK)
        choose(p);
    if (status == SYN_MEMORY)
        return syn_fail_memory(error);
    return status == SYN_OK ? SYN_OK
                            : syn_fail(error, status, "index: its fingerprints are damaged (syndic index verify says where)");
}
