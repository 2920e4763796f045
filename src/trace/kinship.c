#include "trace/kinship.h"

#include "base/alloc.h"
#include "base/sort.h"

#include <stdlib.h>

/* Every outlet that a document's copies come from, and every one its label, head or tail credits. */
static size_t list_under(const syn_tracing *t, const syn_parent *parents, uint64_t *out)
{
    const syn_passages *p = t->testimony.passages;
    size_t count = 0;
    for (size_t c = 0; c < p->copy_count; c++)
        if (parents[c].from == SYN_FROM_OUTLET)
            out[count++] = (uint64_t)p->copies[c].place.document << 32 | parents[c].id;
    for (uint32_t d = 0; d < t->document_count; d++)
        for (uint32_t i = t->credited->first[d]; i < t->credited->first[d + 1]; i++)
            if (t->credited->items[i].named)
                out[count++] = (uint64_t)d << 32 | t->credited->items[i].outlet;
    return count;
}

static syn_status sort_under(const syn_tracing *t, const syn_parent *parents, syn_kinship *k)
{
    const size_t most = t->testimony.passages->copy_count + t->credited->count;
    uint64_t *scratch = syn_alloc(most, sizeof *scratch);
    size_t kept = 0;
    k->under = syn_alloc(most, sizeof *k->under);
    if (k->under == NULL || scratch == NULL) {
        free(scratch);
        return SYN_MEMORY;
    }
    const size_t count = list_under(t, parents, k->under);
    syn_sort_u64(k->under, scratch, count, 0, 64);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || k->under[i] != k->under[i - 1])
            k->under[kept++] = k->under[i];
    k->under_count = kept;
    free(scratch);
    return SYN_OK;
}

/* Where a document's entries begin among all, sorted as (document, outlet). */
static size_t under_from(const syn_kinship *k, uint32_t document)
{
    size_t low = 0, high = k->under_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (k->under[middle] >> 32 < document)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool syn_kinship_siblings(const syn_kinship *k, uint32_t a, uint32_t b)
{
    size_t i = under_from(k, a), j = under_from(k, b);
    while (i < k->under_count && j < k->under_count && k->under[i] >> 32 == a && k->under[j] >> 32 == b) {
        const uint32_t x = (uint32_t)k->under[i], y = (uint32_t)k->under[j];
        if (x == y)
            return true;
        i += x < y;
        j += y < x;
    }
    return false;
}

/* Passages of unknown source in their order: one joins the group of an earlier one with which it shares two
 * witnesses. last_of[] leads from a document to the last group it is in, so at most as many groups as it has
 * witnesses are asked. */
static uint32_t group_of(const syn_passages *p, const syn_gathered *g, const uint32_t *last_of)
{
    for (uint32_t c = g->copy_first; c < g->copy_first + g->copy_count; c++) {
        const uint32_t group = last_of[p->copies[c].place.document];
        uint32_t before = SYN_NONE, shared = 0;
        for (uint32_t x = g->copy_first; x < g->copy_first + g->copy_count && group != 0; x++) {
            const uint32_t document = p->copies[x].place.document;
            shared += document != before && last_of[document] == group;
            before = document;
        }
        if (shared >= 2)
            return group;
    }
    return 0;
}

/* Which documents have a source that is known: credited at label, head or tail, or told of a copy better than weakly. */
static void mark_known(const syn_tracing *t, const syn_parent *parents, unsigned char *known)
{
    const syn_passages *p = t->testimony.passages;
    for (size_t c = 0; c < p->copy_count; c++)
        if (parents[c].level >= SYN_MODERATE)
            known[p->copies[c].place.document] = 1;
    for (uint32_t d = 0; d < t->document_count; d++)
        for (uint32_t i = t->credited->first[d]; i < t->credited->first[d + 1]; i++)
            known[d] |= t->credited->items[i].named;
}

/* Whether a passage is laid to an unknown source, and none of its witnesses has a known one. */
static bool is_unknown(const syn_passages *p, const syn_gathered *g, const syn_parent *parents, const unsigned char *known)
{
    bool unknown = false;
    for (uint32_t c = g->copy_first; c < g->copy_first + g->copy_count; c++) {
        if (known[p->copies[c].place.document])
            return false;
        unknown |= parents[c].from == SYN_FROM_UNKNOWN;
    }
    return unknown;
}

static syn_status number_unknown(const syn_tracing *t, const syn_parent *parents, syn_kinship *k)
{
    const syn_passages *p = t->testimony.passages;
    uint32_t *last_of = syn_alloc_zero(t->document_count, sizeof *last_of), numbers = 0;
    unsigned char *known = syn_alloc_zero(t->document_count, 1);
    k->unknown = syn_alloc_zero(p->count, sizeof *k->unknown);
    if (last_of == NULL || known == NULL || k->unknown == NULL) {
        free(last_of);
        free(known);
        return SYN_MEMORY;
    }
    mark_known(t, parents, known);
    for (uint32_t i = 0; i < p->count; i++) {
        const syn_gathered *g = &p->items[i];
        if (!is_unknown(p, g, parents, known))
            continue;
        const uint32_t group = group_of(p, g, last_of);
        k->unknown[i] = group != 0 ? group : ++numbers;
        for (uint32_t c = g->copy_first; c < g->copy_first + g->copy_count; c++)
            last_of[p->copies[c].place.document] = k->unknown[i];
    }
    free(last_of);
    free(known);
    return SYN_OK;
}

syn_status syn_kinship_make(const syn_tracing *t, const syn_parent *parents, syn_kinship *out)
{
    syn_kinship made = {.parents = parents};
    syn_status status = sort_under(t, parents, &made);
    if (status == SYN_OK)
        status = number_unknown(t, parents, &made);
    if (status == SYN_OK)
        *out = made;
    else
        syn_kinship_release(&made);
    return status;
}

void syn_kinship_release(syn_kinship *k)
{
    free(k->under);
    free(k->unknown);
    *k = (syn_kinship){0};
}
