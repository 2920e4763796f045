#include "run.h"

#include "base/alloc.h"

#include <stdlib.h>

static void sort_suffixes(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    syn_run_note(r, w, syn_suffixes_sort(&r->suffixes, (uint32_t)item));
}

static void merge_suffixes(void *context, uint32_t w, size_t item)
{
    (void)w;
    syn_run *r = context;
    syn_suffixes_merge(&r->suffixes, (uint32_t)item);
}

static void find_seeds(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    syn_run_note(r, w, syn_seed_all(&r->suffixes, &r->surprisal, r->range_first[item], r->range_first[item + 1],
                            r->options->min_words, &r->range_seeds[item]));
}

static syn_status sort_all(syn_run *r)
{
    const uint32_t **ids = syn_alloc(r->document_count, sizeof *ids);
    if (ids == NULL)
        return SYN_MEMORY;
    for (uint32_t d = 0; d < r->document_count; d++)
        ids[d] = r->wording[d].ids;
    syn_status status = syn_suffixes_init(&r->suffixes, ids, r->stretches, r->stretch_count, r->lexicon.count,
                                          r->options->group_words, r->worker_count);
    free(ids);
    for (uint32_t runs = 1; status == SYN_OK && runs < r->suffixes.group_count; runs *= 2)
        r->pass_count++; /* Each round of merging halves them. */
    if (status == SYN_OK)
        status = syn_run_items(r, r->suffixes.group_count, sort_suffixes);
    while (status == SYN_OK) {
        int64_t ranges = syn_suffixes_plan(&r->suffixes);
        if (ranges <= 0)
            return (syn_status)ranges;
        status = syn_run_items(r, (size_t)ranges, merge_suffixes);
        syn_suffixes_turn(&r->suffixes);
    }
    return status;
}

/* Ranges begin where the first word of the suffixes changes: no repeat crosses that. */
static void cut_ranges(syn_run *r)
{
    const syn_suffixes *s = &r->suffixes;
    for (uint32_t i = 1; i < SYN_RUN_RANGES; i++) {
        uint32_t aim = (uint32_t)((uint64_t)s->count * i / SYN_RUN_RANGES);
        r->range_first[i] = s->count == 0 ? 0 : syn_suffixes_find(s, r->range_first[i - 1], s->count, s->symbols[s->at[aim]]);
    }
    r->range_first[SYN_RUN_RANGES] = s->count;
}

/* Deals the seeds to their first documents. */
static syn_status deal_seeds(syn_run *r)
{
    size_t count = 0, *next = syn_alloc_zero((size_t)r->document_count + 2, sizeof *next);
    for (uint32_t i = 0; i < SYN_RUN_RANGES; i++)
        count += r->range_seeds[i].count;
    r->seeds = syn_alloc(count, sizeof *r->seeds);
    r->seed_first = next;
    if (r->seeds == NULL || next == NULL)
        return SYN_MEMORY;
    for (uint32_t i = 0; i < SYN_RUN_RANGES; i++)
        for (size_t s = 0; s < r->range_seeds[i].count; s++)
            next[r->range_seeds[i].items[s].document_a + 2]++;
    for (uint32_t d = 0; d < r->document_count; d++)
        next[d + 2] += next[d + 1];
    for (uint32_t i = 0; i < SYN_RUN_RANGES; i++) {
        for (size_t s = 0; s < r->range_seeds[i].count; s++)
            r->seeds[next[r->range_seeds[i].items[s].document_a + 1]++] = r->range_seeds[i].items[s];
        syn_seeds_release(&r->range_seeds[i]);
    }
    return SYN_OK;
}

static void match_document(void *context, uint32_t w, size_t d)
{
    syn_run *r = context;
    syn_run_worker *me = &r->workers[w];
    if (me->status < 0)
        return;
    size_t first = me->matches.count;
    syn_run_note(r, w, syn_match_document(&me->matcher, r->seeds + r->seed_first[d], r->seed_first[d + 1] - r->seed_first[d], &me->matches));
    r->hubs[d] = (syn_run_hub){.worker = w, .first = first, .count = me->matches.count - first};
}

static syn_status find_all_seeds(syn_run *r)
{
    syn_run_begin(r, "sort", 1);
    syn_status status = sort_all(r);
    if (status < 0)
        return status;
    syn_run_begin(r, "seed", 1);
    cut_ranges(r);
    status = syn_run_items(r, SYN_RUN_RANGES, find_seeds);
    syn_suffixes_release(&r->suffixes);
    return status;
}

/* Adds the parts of a seed whose words are equal in truth: what found it compared hashes. */
static bool add_equal(const syn_run *r, const syn_seed *seed, syn_seeds *seeds)
{
    const syn_wording *a = &r->wording[seed->document_a], *b = &r->wording[seed->document_b];
    syn_seed part = *seed;
    part.block.count = 0;
    for (uint32_t i = 0; i <= seed->block.count; i++) {
        const uint64_t at = (uint64_t)seed->block.a + i, bt = (uint64_t)seed->block.b + i;
        if (i < seed->block.count && at < a->count && bt < b->count && a->ids[at] == b->ids[bt]) {
            part.block.count++;
            continue;
        }
        if (part.block.count >= SYN_SEED_WORDS) {
            if (!syn_alloc_room((void **)&seeds->items, &seeds->capacity, seeds->count + 1, sizeof *seeds->items))
                return false;
            seeds->items[seeds->count++] = part;
        }
        part.block = (syn_block){seed->block.a + i + 1, seed->block.b + i + 1, 0};
    }
    return true;
}

/* Seeds that were found elsewhere are dealt as if one range had made them. */
static syn_status take_seeds(syn_run *r)
{
    for (size_t i = 0; i < r->asked->seed_count; i++)
        if (!add_equal(r, &r->asked->seeds[i], &r->range_seeds[0]))
            return SYN_MEMORY;
    return SYN_OK;
}

syn_status syn_run_match(syn_run *r)
{
    syn_status status = r->asked == NULL ? find_all_seeds(r) : take_seeds(r);
    if (status == SYN_OK)
        status = deal_seeds(r);
    r->hubs = syn_alloc_zero(r->document_count, sizeof *r->hubs);
    if (status < 0 || r->hubs == NULL)
        return status < 0 ? status : SYN_MEMORY;
    syn_run_begin(r, "match", 1);
    for (uint32_t w = 0; w < r->worker_count; w++) {
        r->workers[w].matcher.wordings = &r->wordings;
        r->workers[w].matcher.min_words = r->options->min_words;
        r->workers[w].matcher.aligner.lexicon = &r->lexicon;
        r->workers[w].matcher.aligner.surprisal = &r->surprisal;
    }
    status = syn_run_items(r, r->document_count, match_document);
    free(r->seeds);
    r->seeds = NULL;
    return status;
}
