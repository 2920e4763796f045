#include "probe.h"

#include "base/alloc.h"
#include "base/error.h"
#include "match/chain.h"
#include "match/seed.h"
#include "sketch/shingle.h"

#include <stdlib.h>
#include <string.h>

enum {
    list_step = 4096,  /* places asked for at once */
    weak_kept = 64     /* ends of one weak run that are kept: some may turn out to be in texts that do not count */
};

/* One text on its way through the stores. */
typedef struct probing {
    syn_probe *probe;
    const syn_wordings *wordings;
    const syn_wording *text;
    uint32_t store, segment;
    uint32_t ended[SYN_SEED_WORDS * 8]; /* runs that ended at the shingle at hand, by words over SYN_SEED_WORDS */
} probing;

void syn_probe_release(syn_probe *p)
{
    free(p->places_held);
    free(p->hashes);
    free(p->shingle_at);
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

/* Takes down a run that goes no further, if it may count. */
static syn_status end_run(probing *x, const syn_probe_open *open, uint32_t end)
{
    syn_probe *p = x->probe;
    const uint32_t words = end - open->begin + SYN_SEED_WORDS - 1;
    syn_probe_run run = {.held.store = x->store, .segment = x->segment, .begin = open->begin, .words = words,
                         .place = open->place - (end - open->begin - 1)};
    if (words < p->min_words) {
        const float bits = run_bits(x, open->begin, words);
        run.telling = bits >= SYN_TELLING_BITS;
        if (bits < SYN_WEAK_BITS || (!run.telling && x->ended[(words - SYN_SEED_WORDS) % (SYN_SEED_WORDS * 8)]++ >= weak_kept))
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
    size_t o = 0;
    memset(x->ended, 0, sizeof x->ended);
    p->next_count = 0;
    if (!syn_alloc_room((void **)&p->next, &p->next_capacity, count + 1, sizeof *p->next))
        return SYN_MEMORY;
    for (size_t i = 0; i < count; i++) {
        syn_probe_open next = {.place = p->list[i], .begin = shingle};
        for (; o < p->open_count && p->open[o].place + 1 < next.place; o++)
            if (end_run(x, &p->open[o], shingle) < 0)
                return SYN_MEMORY;
        if (o < p->open_count && p->open[o].place + 1 == next.place)
            next.begin = p->open[o++].begin;
        p->next[p->next_count++] = next;
        count_place(p, next.begin, shingle);
    }
    for (; o < p->open_count; o++)
        if (end_run(x, &p->open[o], shingle) < 0)
            return SYN_MEMORY;
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

static bool is_owned(const syn_held *owned, size_t count, const syn_probe_run *run)
{
    for (size_t i = 0; i < count; i++)
        if (owned[i].store == run->held.store && owned[i].number == run->held.number)
            return true;
    return false;
}

/* What stands in a text that does not count is taken out of the counts again. */
static void discount(syn_probe *p, const syn_probe_run *run)
{
    for (uint32_t n = 0; n < p->held_lengths; n++)
        for (uint32_t w = run->begin; w + SYN_SEED_WORDS + n <= run->begin + run->words; w++)
            if (p->places_held[(size_t)w * p->held_lengths + n] > 0)
                p->places_held[(size_t)w * p->held_lengths + n]--;
}

static bool is_frequent(const syn_probe *p, const syn_probe_run *run)
{
    return run->words < p->min_words && p->places_held[(size_t)run->begin * p->held_lengths + run->words - SYN_SEED_WORDS] >=
                                            SYN_WEAK_MOST + weak_kept;
}

static bool same_segment(const syn_probe_run *x, const syn_probe_run *y)
{
    return x->held.store == y->held.store && x->segment == y->segment;
}

/* Drops runs that count only in a chain and have none near them: of telling phrases that is nearly all, and places
 * alone tell it. Runs are in order of place. */
static void drop_lonely(syn_probe *p)
{
    size_t kept = 0;
    uint64_t reach = 0; /* how near to the runs before is near enough */
    syn_probe_run before = {.segment = UINT32_MAX};
    for (size_t i = 0; i < p->run_count; i++) {
        const syn_probe_run run = p->runs[i], *behind = &p->runs[i + 1];
        const uint64_t end = run.place + run.words + SYN_INSERTED_WORDS;
        if (!same_segment(&before, &run))
            reach = 0;
        const bool near = run.place < reach || (i + 1 < p->run_count && same_segment(behind, &run) && behind->place < end);
        reach = end > reach ? end : reach;
        before = run;
        if (near || !is_frequent(p, &run))
            p->runs[kept++] = run;
    }
    p->run_count = kept;
}

/* Finds the document of every run and drops those of documents that are removed or the text's own. */
static syn_status locate_runs(syn_probe *p, syn_store *const *stores, const syn_held *owned, size_t owned_count)
{
    size_t kept = 0;
    if (p->run_count > 1)
        qsort(p->runs, p->run_count, sizeof *p->runs, by_place);
    drop_lonely(p);
    for (size_t i = 0; i < p->run_count; i++) {
        syn_probe_run run = p->runs[i];
        syn_store *store = stores[run.held.store];
        syn_status status = syn_store_locate(store, run.segment, run.place, &run.held.number, &run.word);
        if (status < 0)
            return status;
        if (is_owned(owned, owned_count, &run) || !syn_store_holds(store, run.held.number))
            discount(p, &run);
        else
            p->runs[kept++] = run;
    }
    p->run_count = kept;
    return SYN_OK;
}

static bool is_few(const syn_probe *p, const syn_probe_run *run)
{
    return p->places_held[(size_t)run->begin * p->held_lengths + run->words - SYN_SEED_WORDS] < SYN_WEAK_MOST;
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
            run.common = run.words < p->min_words && !is_few(p, &run);
            alone |= !run.common;
            if (!run.common || run.telling)
                p->runs[kept++] = run;
        }
        if (!alone && !are_chained(p->runs + first, kept - first))
            kept = first;
    }
    p->run_count = kept;
}

static syn_status make_room(syn_probe *p, size_t words)
{
    p->held_lengths = p->min_words - SYN_SEED_WORDS;
    const size_t held = words * p->held_lengths + 1;
    if (!syn_alloc_room((void **)&p->hashes, &p->hash_capacity, words + 1, sizeof *p->hashes) ||
        !syn_alloc_room((void **)&p->shingle_at, &p->shingle_capacity, words + 1, sizeof *p->shingle_at) ||
        !syn_alloc_room((void **)&p->places_held, &p->held_capacity, held, sizeof *p->places_held))
        return SYN_MEMORY;
    memset(p->places_held, 0, held * sizeof *p->places_held);
    return SYN_OK;
}

syn_status syn_probe_text(syn_probe *p, syn_store *const *stores, size_t store_count, const syn_wordings *wordings,
                          uint32_t document, const syn_held *owned, size_t owned_count, syn_error *error)
{
    probing x = {.probe = p, .wordings = wordings, .text = &wordings->of[document]};
    const syn_sketch sketch = {.hash = wordings->lexicon->hash, .shingle_words = SYN_SEED_WORDS, .window_words = 1};
    p->run_count = 0;
    syn_status status = make_room(p, x.text->count);
    if (status < 0)
        return syn_fail_memory(error);
    const size_t shingles = syn_shingle_all(&sketch, x.text->ids, x.text->count, p->hashes, p->shingle_at);
    for (x.store = 0; x.store < store_count && status == SYN_OK; x.store++) {
        const uint32_t segments = syn_store_segments(stores[x.store]);
        for (x.segment = 0; x.segment < segments && status == SYN_OK; x.segment++)
            status = probe_segment(&x, stores[x.store], shingles);
    }
    if (status == SYN_OK)
        status = locate_runs(p, stores, owned, owned_count);
    if (status == SYN_OK)
        choose(p);
    if (status == SYN_MEMORY)
        return syn_fail_memory(error);
    return status == SYN_OK ? SYN_OK
                            : syn_fail(error, status, "index: its fingerprints are damaged (syndic index verify says where)");
}
