#include "run.h"

#include "base/alloc.h"
#include "model/result.h"

enum { batch_passages = 256 /* passages converted as one item */ };

static void find_points(void *context, uint32_t w, size_t d)
{
    syn_run *r = context;
    if (r->holdings.first[d + 1] > r->holdings.first[d] || (r->mentions != NULL && r->mentions[d].count > 0))
        syn_run_note(r, w, syn_convert_points(&r->convert, (uint32_t)d));
}

static void convert_passages(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    size_t first = item * batch_passages, end = first + batch_passages;
    syn_run_note(r, w, syn_convert_passages(&r->convert, r->result, first, end < r->found.count ? end : r->found.count));
}

static void convert_credits(void *context, uint32_t w, size_t d)
{
    syn_run *r = context;
    (void)w;
    syn_convert_credits(&r->convert, r->result, (uint32_t)d);
}

syn_status syn_run_result(syn_run *r, bool descents, syn_result **out)
{
    syn_run_begin(r, "convert", descents ? 3 : 2);
    r->convert = (syn_convert){.corpus = r->corpus, .wordings = &r->wordings, .passages = &r->found, .pairs = r->pairs,
                               .pair_count = r->pair_count, .pair_sets = r->pair_sets,
                               .tracing = descents ? &r->tracing : NULL, .lineage = &r->lineage, .scopes = r->scopes,
                               .speakers = r->speakers};
    r->convert.points = syn_alloc_zero(r->document_count, sizeof *r->convert.points);
    if (r->convert.points == NULL)
        return SYN_MEMORY;
    syn_status status = syn_run_items(r, r->document_count, find_points);
    if (status == SYN_OK)
        status = syn_result_new(r->corpus, r->options, &r->result);
    if (status == SYN_OK)
        status = syn_convert_begin(&r->convert, r->result);
    if (status == SYN_OK)
        status = syn_run_items(r, (r->found.count + batch_passages - 1) / batch_passages, convert_passages);
    if (status == SYN_OK && descents)
        status = syn_run_items(r, r->document_count, convert_credits);
    if (status == SYN_OK)
        status = syn_convert_end(&r->convert, r->result);
    if (status == SYN_OK && r->asked != NULL)
        status = syn_run_gate(r);
    if (status < 0)
        return status;
    r->result->view.traced = descents;
    r->result->view.shares = r->shares;
    r->result->view.pairs_left_out = r->pairs_left_out;
    *out = r->result;
    r->shares = NULL;
    r->result = NULL;
    return SYN_OK;
}
