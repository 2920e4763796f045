#include "trace/proof.h"

#include "base/alloc.h"

/* The descent at hand. */
typedef struct proving {
    const syn_tracing *t;
    const syn_link *links;
    size_t count;            /* 0 of a credit alone */
    syn_line *line;
    syn_lineage *out;
} proving;

static syn_status add(const proving *x, syn_proof proof)
{
    syn_lineage *out = x->out;
    for (size_t i = x->line->proof_first; i < out->proof_count; i++) {
        const syn_proof *had = &out->proofs[i];
        if (had->document == proof.document && had->mention == proof.mention && had->kind == proof.kind)
            return SYN_OK;
    }
    if (x->line->proof_count == SYN_PROOF_MOST)
        return SYN_OK;
    if (!syn_alloc_room((void **)&out->proofs, &out->proof_capacity, out->proof_count + 1, sizeof *out->proofs))
        return SYN_MEMORY;
    out->proofs[out->proof_count++] = proof;
    x->line->proof_count++;
    return SYN_OK;
}

/* What the taker's text says: its credits beside these passages, those that cover first, then the best elsewhere. */
static syn_status prove_by_own(const proving *x, uint32_t outlet)
{
    const uint32_t to = x->line->to;
    syn_status status = SYN_OK;
    for (int covers = 1; covers >= 0; covers--) {
        for (size_t i = 0; i < x->count && x->line->proof_count < SYN_PROOF_MOST - 2 && status == SYN_OK; i++) {
            const syn_claim *claim = syn_claims_of_copy(x->t->claims, x->links[i].passage, outlet, x->links[i].copy);
            if (claim != NULL && claim->covers == (bool)covers)
                status = add(x, (syn_proof){SYN_PROOF_CREDIT, to, claim->mention});
        }
    }
    const syn_credited_outlet *credited = syn_credited_find(x->t->credited, to, outlet);
    if (status == SYN_OK && credited != NULL)
        status = add(x, (syn_proof){SYN_PROOF_CREDIT, to, credited->mention});
    return status;
}

/* What others say where the taker's text is silent. */
static syn_status prove_by_others(const proving *x, uint32_t outlet)
{
    syn_status status = SYN_OK;
    for (size_t i = 0, shown = 0; i < x->count && shown < 2 && status == SYN_OK; i++) {
        const syn_link *link = &x->links[i];
        const syn_claim *other = syn_claims_first(x->t->claims, link->passage, outlet);
        if (other == NULL || syn_claims_of_copy(x->t->claims, link->passage, outlet, link->copy) != NULL)
            continue;
        const bool quoted = x->t->standings[link->copy].standing == SYN_QUOTED;
        status = add(x, (syn_proof){quoted ? SYN_PROOF_QUOTATION : SYN_PROOF_CREDIT, other->document, other->mention});
        shown++;
    }
    return status;
}

static bool rests_on(const proving *x, syn_reason reason)
{
    for (size_t i = 0; i < x->count; i++)
        if (x->links[i].parent.reason == reason)
            return true;
    return false;
}

/* What is told without anybody's words. A moderate date is one whose document also lacks nothing. */
static syn_status prove_silently(const proving *x)
{
    const syn_from from = (syn_from)x->links->parent.from;
    const uint32_t source = x->links->id;
    bool lack = rests_on(x, SYN_BY_LACK);
    syn_status status = SYN_OK;
    if (rests_on(x, SYN_BY_OWN))
        status = add(x, (syn_proof){SYN_PROOF_OWN, source, x->t->credited->own[source]});
    if (rests_on(x, SYN_BY_DATE) && status == SYN_OK)
        status = add(x, (syn_proof){SYN_PROOF_DATE, source, SYN_NONE});
    for (size_t i = 0; i < x->count; i++)
        lack |= x->links[i].parent.reason == SYN_BY_DATE && x->links[i].parent.level == SYN_MODERATE;
    if (lack && status == SYN_OK)
        status = add(x, (syn_proof){SYN_PROOF_LACK, from == SYN_FROM_DOCUMENT ? source : x->line->to, SYN_NONE});
    return status;
}

syn_status syn_proof_find(const syn_tracing *t, const syn_link *links, size_t count, syn_line *line,
                          syn_lineage *out)
{
    const proving x = {t, links, links->passage == SYN_NONE ? 0 : count, line, out};
    const uint32_t outlet = syn_link_outlet(t, links);
    syn_status status = SYN_OK;
    line->proof_first = (uint32_t)out->proof_count;
    if (rests_on(&x, SYN_BY_CANONICAL))
        status = add(&x, (syn_proof){SYN_PROOF_CANONICAL, line->to, SYN_NONE});
    if (outlet != SYN_NONE && status == SYN_OK)
        status = prove_by_own(&x, outlet);
    if (outlet != SYN_NONE && status == SYN_OK)
        status = prove_by_others(&x, outlet);
    return status == SYN_OK ? prove_silently(&x) : status;
}
