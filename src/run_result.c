#include "run.h"

#include "base/alloc.h"
#include "model/result.h"

static void find_points(void *context, uint32_t w, size_t d)
{
    syn_run *r = context;
    if (r->holdings.first[d + 1] > r->holdings.first[d])
        syn_run_note(r, w, syn_convert_points(&r->convert, (uint32_t)d));
}

syn_status syn_run_result(syn_run *r, bool descents, syn_result **out)
{
    r->convert = (syn_convert){.corpus = r->corpus, .wordings = &r->wordings, .passages = &r->found, .pairs = r->pairs,
                               .pair_count = r->pair_count, .pair_sets = r->pair_sets,
                               .lineage = descents ? &r->lineage : NULL};
    r->convert.points = syn_alloc_zero(r->document_count, sizeof *r->convert.points);
    if (r->convert.points == NULL)
        return SYN_MEMORY;
    syn_result *result = NULL;
    syn_status status = syn_run_items(r, r->document_count, find_points);
    if (status == SYN_OK)
        status = syn_result_new(r->corpus, r->options, &result);
    if (status == SYN_OK)
        status = syn_convert_all(&r->convert, result);
    if (status < 0) {
        syn_result_free(result);
        return status;
    }
    result->view.shares = r->shares;
    result->view.pairs_left_out = r->pairs_left_out;
    r->shares = NULL;
    *out = result;
    return SYN_OK;
}
