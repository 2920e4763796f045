#include "base/alloc.h"
#include "model/corpus.h"
#include "model/result.h"

#include <stdlib.h>

/* Numbers of the documents that stay: the first ones, and those with a witness. */
static uint32_t *keep_documents(const syn_result_view *view, size_t first_count, uint32_t *kept_count)
{
    const size_t count = syn_corpus_count(view->corpus);
    uint32_t *number = syn_alloc_zero(count, sizeof *number), kept = 0;
    for (size_t i = 0; number != NULL && i < view->witness_count; i++)
        number[view->witnesses[i].document] = 1;
    for (size_t d = 0; number != NULL && d < count; d++)
        number[d] = d < first_count || number[d] ? kept++ : SYN_NONE;
    *kept_count = kept;
    return number;
}

static void renumber(const uint32_t *number, uint32_t *document)
{
    if (*document != SYN_NONE)
        *document = number[*document];
}

static void renumber_all(const uint32_t *number, syn_result_view *v)
{
    for (size_t i = 0; i < v->witness_count; i++)
        renumber(number, &((syn_witness *)v->witnesses)[i].document);
    for (size_t i = 0; i < v->pair_count; i++) {
        renumber(number, &((syn_pair *)v->pairs)[i].a);
        renumber(number, &((syn_pair *)v->pairs)[i].b);
    }
    for (size_t i = 0; i < v->source_count; i++)
        renumber(number, &((syn_source *)v->sources)[i].document);
    for (size_t i = 0; i < v->credit_count; i++)
        renumber(number, &((syn_credit *)v->credits)[i].document);
    for (size_t i = 0; i < v->descent_count; i++)
        renumber(number, &((syn_descent *)v->descents)[i].to);
    for (size_t i = 0; i < v->evidence_count; i++)
        renumber(number, &((syn_evidence *)v->evidence)[i].document);
}

syn_status syn_result_trim(syn_result *result, size_t first_count)
{
    syn_corpus *corpus = result->own_corpus;
    uint32_t kept, *number = keep_documents(&result->view, first_count, &kept);
    if (number == NULL)
        return SYN_MEMORY;
    for (size_t d = 0; d < corpus->count; d++) {
        if (number[d] == SYN_NONE)
            continue;
        corpus->documents[number[d]] = corpus->documents[d];
        ((syn_share *)result->view.shares)[number[d]] = result->view.shares[d];
    }
    corpus->count = kept;
    renumber_all(number, &result->view);
    free(number);
    return SYN_OK;
}
