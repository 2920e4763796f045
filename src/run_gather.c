#include "run.h"

#include "base/alloc.h"

enum { batch_passages = 64 /* passages worked out as one item */ };

static void gather_document(void *context, uint32_t w, size_t d)
{
    syn_run *r = context;
    const syn_run_hub *h = &r->hubs[d];
    syn_match_set *set = &r->workers[h->worker].matches;
    if (h->count > 0)
        syn_run_note(r, w, syn_gather_document(&r->wordings, set->items + h->first, h->count, set->blocks, r->options->min_words, &r->parts[d]));
}

static syn_status make_parts(syn_run *r, size_t count)
{
    syn_run_release_parts(r);
    r->parts = syn_alloc_zero(count, sizeof *r->parts);
    if (r->parts == NULL)
        return SYN_MEMORY;
    r->part_count = count;
    return SYN_OK;
}

static size_t batch_end(const syn_run *r, size_t item)
{
    size_t end = (item + 1) * batch_passages;
    return end < r->gathered.count ? end : r->gathered.count;
}

static void sort_passages(void *context, uint32_t w, size_t item)
{
    (void)w;
    syn_run *r = context;
    for (size_t i = item * batch_passages; i < batch_end(r, item); i++)
        syn_finding_sort(&r->wordings, &r->stock, &r->gathered, i, r->options->min_words, &r->sorts[i]);
}

static void make_findings(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    for (size_t i = item * batch_passages; i < batch_end(r, item); i++)
        syn_run_note(r, w, syn_finding_make(&r->wordings, &r->gathered, i, &r->sorts[i], &r->names, r->options->min_words,
                                          r->asked != NULL, &r->parts[item]));
}

syn_status syn_run_gather(syn_run *r)
{
    syn_run_begin(r, "gather", 3);
    syn_status status = make_parts(r, r->document_count);
    if (status == SYN_OK)
        status = syn_run_items(r, r->document_count, gather_document);
    for (uint32_t w = 0; w < r->worker_count; w++)
        syn_match_set_release(&r->workers[w].matches);
    if (status == SYN_OK)
        status = syn_gather_all(&r->wordings, r->parts, r->document_count, r->options->min_words, r->asked != NULL, &r->gathered);
    syn_run_release_parts(r);
    if (status < 0)
        return status;
    size_t items = (r->gathered.count + batch_passages - 1) / batch_passages;
    r->sorts = syn_alloc(r->gathered.count, sizeof *r->sorts);
    if (r->sorts == NULL)
        return SYN_MEMORY;
    status = syn_stock_init(&r->stock, &r->wordings);
    if (status == SYN_OK)
        status = syn_run_items(r, items, sort_passages);
    if (status == SYN_OK)
        status = syn_name_list_make(r->sorts, r->gathered.count, r->document_count, &r->names);
    if (status == SYN_OK)
        status = make_parts(r, items);
    if (status == SYN_OK)
        status = syn_run_items(r, items, make_findings);
    if (status == SYN_OK)
        status = syn_passages_join(r->parts, r->part_count, &r->found);
    syn_passages_release(&r->gathered);
    syn_run_release_parts(r);
    return status;
}
