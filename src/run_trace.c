#include "run.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

enum { batch_documents = 128 /* documents paired at most before the list of pairs is looked at again */ };

static void share_document(void *context, uint32_t w, size_t d)
{
    syn_run *r = context;
    syn_run_note(r, w, syn_share_make(&r->found, &r->holdings, (uint32_t)d, r->wording[d].count, &r->shares[d]));
    r->reused[d] = r->shares[d].reused_words;
}

static void pair_document(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    uint32_t d = r->pair_first + (uint32_t)item;
    if (r->asked != NULL && d >= r->asked->count)
        return;
    syn_run_note(r, w, syn_pair_document(&r->wordings, &r->found, &r->holdings, d, r->reused, r->floor_words,
                                         r->options->min_words, (size_t)r->options->pair_count, &r->pair_parts[d]));
}

static void count_pairs(void *context, uint32_t w, size_t d)
{
    syn_run *r = context;
    if (r->asked != NULL && d >= r->asked->count)
        return;
    if (r->workers[w].seen == NULL)
        r->workers[w].seen = syn_alloc_zero(r->document_count, sizeof *r->workers[w].seen);
    if (r->workers[w].seen == NULL)
        syn_run_note(r, w, SYN_MEMORY);
    else
        r->pair_totals[d] = syn_pair_count(&r->found, &r->holdings, (uint32_t)d, r->options->min_words,
                                            r->workers[w].seen);
}

static int by_size(const void *x, const void *y)
{
    const syn_pairing *a = x, *b = y;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

/* Adds the pairs of documents [first, end) to the list, largest first, and keeps as many as are wanted.
 * Of equal pairs that of the earlier documents stays, so a full list asks later ones for more words. */
static syn_status list_pairs(syn_run *r, uint32_t first, uint32_t end)
{
    const size_t most = r->options->pair_count > 0 ? (size_t)r->options->pair_count : SIZE_MAX;
    size_t count = r->pair_count;
    for (uint32_t d = first; d < end; d++)
        count += r->pair_parts[d].count;
    if (!syn_alloc_room((void **)&r->pairs, &r->pair_capacity, count, sizeof *r->pairs))
        return SYN_MEMORY;
    for (uint32_t d = first; d < end; d++) {
        if (r->pair_parts[d].count > 0)
            memcpy(r->pairs + r->pair_count, r->pair_parts[d].items, r->pair_parts[d].count * sizeof *r->pairs);
        r->pair_count += r->pair_parts[d].count;
    }
    if (r->pair_count > 0)
        qsort(r->pairs, r->pair_count, sizeof *r->pairs, by_size);
    if (r->pair_count >= most) {
        r->pair_count = most;
        if (r->pairs[most - 1].words >= r->floor_words)
            r->floor_words = r->pairs[most - 1].words + 1;
    }
    return SYN_OK;
}

static syn_status pair_all(syn_run *r)
{
    uint32_t step = r->options->pair_count > 0 ? 1 : r->document_count;
    syn_status status = SYN_OK;
    r->pairs_left_out = 0;
    if (r->options->pair_count > 0) {
        status = syn_pair_floor(&r->found, r->options->pair_count, &r->floor_words);
        if (status == SYN_OK)
            status = syn_run_items(r, r->document_count, count_pairs);
        for (uint32_t d = 0; d < r->document_count; d++)
            r->pairs_left_out += r->pair_totals[d];
    }
    for (uint32_t d = 0, end; d < r->document_count && status == SYN_OK; d = end) {
        end = r->document_count - d < step ? r->document_count : d + step;
        r->pair_first = d;
        status = syn_run_some(r, d, end - d, r->document_count, pair_document);
        if (status == SYN_OK)
            status = list_pairs(r, d, end);
        step = step < batch_documents / 2 ? step * 2 : step; /* The first few may fill the list. */
    }
    r->pair_sets = syn_alloc(r->pair_count, sizeof *r->pair_sets);
    if (status < 0 || r->pair_sets == NULL)
        return status < 0 ? status : SYN_MEMORY;
    for (size_t i = 0; i < r->pair_count; i++)
        r->pair_sets[i] = &r->pair_parts[r->pairs[i].a];
    r->pairs_left_out -= r->pairs_left_out > r->pair_count ? r->pair_count : r->pairs_left_out;
    return SYN_OK;
}

syn_status syn_run_trace(syn_run *r, bool descents)
{
    syn_run_begin(r, "trace", r->options->pair_count > 0 ? 3 : 2);
    r->shares = syn_alloc_zero(r->document_count, sizeof *r->shares);
    r->reused = syn_alloc_zero(r->document_count, sizeof *r->reused);
    r->pair_parts = syn_alloc_zero(r->document_count, sizeof *r->pair_parts);
    r->pair_totals = syn_alloc_zero(r->document_count, sizeof *r->pair_totals);
    if (r->shares == NULL || r->reused == NULL || r->pair_parts == NULL || r->pair_totals == NULL)
        return SYN_MEMORY;
    syn_status status = syn_holdings_make(&r->found, r->document_count, &r->holdings);
    if (status == SYN_OK)
        status = syn_run_items(r, r->document_count, share_document);
    if (status == SYN_OK)
        status = pair_all(r);
    if (status == SYN_OK && descents)
        status = syn_run_credit(r);
    if (status == SYN_OK && descents)
        status = syn_run_lineage(r);
    return status;
}
