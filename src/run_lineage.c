#include "run.h"

#include "base/alloc.h"

#include <stdlib.h>

enum { batch_passages = 256 /* passages traced as one item */ };

static void find_parents(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    for (size_t p = item * batch_passages; p < (item + 1) * batch_passages && p < r->found.count; p++)
        syn_run_note(r, w, syn_parents_find(&r->tracing, (uint32_t)p, &r->workers[w].tracer.parent, r->parents));
}

static void link_document(void *context, uint32_t w, size_t d)
{
    syn_run *r = context;
    syn_run_note(r, w, syn_lineage_document(&r->tracing, &r->kinship, (uint32_t)d, &r->workers[w].tracer.links));
}

static syn_status join_links(syn_run *r)
{
    syn_links *parts = syn_alloc(r->worker_count, sizeof *parts);
    if (parts == NULL)
        return SYN_MEMORY;
    for (uint32_t w = 0; w < r->worker_count; w++)
        parts[w] = r->workers[w].tracer.links;
    syn_status status = syn_lineage_join(&r->tracing, parts, r->worker_count, &r->lineage);
    free(parts);
    return status;
}

syn_status syn_run_lineage(syn_run *r)
{
    syn_run_begin(r, "lineage", 2);
    r->parents = syn_alloc(r->found.copy_count, sizeof *r->parents);
    if (r->parents == NULL)
        return SYN_MEMORY;
    syn_status status = syn_credited_make(r->mentions, r->document_count, &r->credited);
    r->tracing.claims = &r->claims;
    r->tracing.credited = &r->credited;
    r->tracing.standings = r->standings;
    r->tracing.dates = r->dates;
    r->tracing.urls = r->urls;
    r->tracing.canonicals = r->canonicals;
    r->tracing.document_count = r->document_count;
    r->tracing.min_words = r->options->min_words;
    if (status == SYN_OK)
        status = syn_run_items(r, (r->found.count + batch_passages - 1) / batch_passages, find_parents);
    if (status == SYN_OK)
        status = syn_kinship_make(&r->tracing, r->parents, &r->kinship);
    if (status == SYN_OK)
        status = syn_run_items(r, r->document_count, link_document);
    return status == SYN_OK ? join_links(r) : status;
}
