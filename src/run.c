#include "run.h"

#include "base/alloc.h"

#include <stdlib.h>

void syn_run_begin(syn_run *r, const char *stage, uint32_t pass_count)
{
    r->pass = 0;
    r->pass_count = pass_count;
    syn_tally_begin(&r->tally, stage, SYN_TEXTS, r->document_count);
}

/* Items are texts, or batches of them or of what was found in them: each pass stands for an equal part of the texts. */
static void tell_items(void *context, size_t done)
{
    syn_run *r = context;
    if (r->pass_count == 0)
        return;
    double part = r->pass_items > 0 ? (double)(r->pass_first + done) / (double)r->pass_items : 1;
    syn_tally_set(&r->tally, (uint64_t)(((double)r->pass + part) / r->pass_count * r->document_count));
}

syn_status syn_run_items(syn_run *r, size_t item_count, syn_pool_item *item)
{
    return syn_run_some(r, 0, item_count, item_count, item);
}

syn_status syn_run_some(syn_run *r, size_t first, size_t item_count, size_t all, syn_pool_item *item)
{
    r->pass_first = first;
    r->pass_items = all;
    syn_pool_run_told(r->pool, item_count, item, tell_items, r);
    r->pass += first + item_count >= all;
    for (uint32_t w = 0; w < r->worker_count; w++)
        if (r->workers[w].status < 0)
            return r->workers[w].status;
    return SYN_OK;
}

void syn_run_note(syn_run *r, uint32_t w, syn_status status)
{
    if (status < 0 && r->workers[w].status == SYN_OK)
        r->workers[w].status = status;
}

syn_status syn_run_open(syn_run *r)
{
    const uint32_t n = r->document_count;
    syn_status status = syn_pool_new(r->options->thread_count, &r->pool);
    if (status < 0)
        return status;
    r->worker_count = syn_pool_workers(r->pool);
    r->workers = syn_alloc_zero(r->worker_count, sizeof *r->workers);
    r->vocabularies = syn_alloc_zero(r->worker_count, sizeof *r->vocabularies);
    r->wording = syn_alloc_zero(n, sizeof *r->wording);
    r->dates = syn_alloc_zero(n, sizeof *r->dates);
    if (r->workers == NULL || r->vocabularies == NULL || r->wording == NULL || r->dates == NULL)
        return SYN_MEMORY;
    for (uint32_t w = 0; w < r->worker_count && status == SYN_OK; w++)
        status = syn_vocabulary_new(&r->vocabularies[w]);
    return status;
}

void syn_run_release_parts(syn_run *r)
{
    for (size_t i = 0; i < r->part_count; i++)
        syn_passages_release(&r->parts[i]);
    free(r->parts);
    r->parts = NULL;
    r->part_count = 0;
}

void syn_run_close(syn_run *r)
{
    syn_convert_release(&r->convert, r->document_count);
    syn_result_free(r->result);
    syn_run_close_credit(r);
    for (uint32_t d = 0; r->pair_parts != NULL && d < r->document_count; d++)
        syn_pairings_release(&r->pair_parts[d]);
    free(r->pair_parts);
    free(r->pairs);
    free(r->pair_sets);
    free(r->pair_totals);
    free(r->shares);
    free(r->reused);
    syn_holdings_release(&r->holdings);
    syn_name_list_release(&r->names);
    syn_stock_release(&r->stock);
    free(r->sorts);
    syn_passages_release(&r->found);
    syn_passages_release(&r->gathered);
    syn_run_release_parts(r);
    free(r->hubs);
    free(r->seeds);
    free(r->seed_first);
    for (uint32_t i = 0; i < SYN_RUN_RANGES; i++)
        syn_seeds_release(&r->range_seeds[i]);
    syn_suffixes_release(&r->suffixes);
    free(r->stretches);
    syn_group_release(&r->group);
    syn_surprisal_release(&r->surprisal);
    syn_lexicon_release(&r->lexicon);
    for (uint32_t b = 0; r->batches != NULL && b < r->batch_count; b++)
        syn_words_release(&r->batches[b].words);
    free(r->batches);
    for (uint32_t w = 0; w < r->worker_count; w++) {
        if (r->vocabularies != NULL)
            syn_vocabulary_free(r->vocabularies[w]);
        if (r->workers == NULL)
            continue;
        syn_group_scratch_release(&r->workers[w].group);
        syn_matcher_release(&r->workers[w].matcher);
        syn_match_set_release(&r->workers[w].matches);
        free(r->workers[w].seen);
    }
    free(r->vocabularies);
    free(r->workers);
    free(r->wording);
    free(r->dates);
    syn_pool_free(r->pool);
}
