#include "trace/link.h"

#include "base/alloc.h"
#include "trace/candidate.h"

#include <stdlib.h>
#include <string.h>

enum { drop_most = 256 /* passages of one document whose unseen source is held against what is seen of it */ };

void syn_links_release(syn_links *l)
{
    free(l->items);
    free(l->marks);
    *l = (syn_links){0};
}

/* Matched words of a copy that no longer passage explained; then they are. */
static uint32_t explain(const syn_passages *p, const syn_copy *copy, unsigned char *marks, bool keep)
{
    uint32_t fresh = 0;
    for (uint32_t b = 0; b < copy->block_count; b++) {
        const syn_block *x = &p->blocks[copy->block_first + b];
        for (uint32_t i = x->b; i < x->b + x->count; i++) {
            fresh += marks[i] == 0;
            marks[i] |= keep;
        }
    }
    return fresh;
}

/* Whether a parent that was found for one passage holds when all are known. */
static bool holds(const syn_kinship *k, const syn_parent *parent, uint32_t document)
{
    const bool unsaid = parent->from == SYN_FROM_DOCUMENT && parent->reason >= SYN_BY_OWN;
    return parent->from != SYN_FROM_NOBODY && !(unsaid && syn_kinship_siblings(k, parent->id, document));
}

uint32_t syn_link_outlet(const syn_tracing *t, const syn_link *link)
{
    if (link->parent.from == SYN_FROM_OUTLET)
        return link->id;
    return link->parent.from == SYN_FROM_DOCUMENT ? t->testimony.outlets->of_document[link->id] : SYN_NONE;
}

/* Words of a document's links, from `first` on, that come from an outlet: unseen, or from documents of it. */
static uint32_t words_from(const syn_tracing *t, const syn_links *links, size_t first, uint32_t outlet, syn_from from)
{
    uint32_t words = 0;
    for (size_t i = first; i < links->count; i++) {
        const syn_link *link = &links->items[i];
        words += link->parent.from == from && syn_link_outlet(t, link) == outlet ? link->words : 0;
    }
    return words;
}

/* An outlet that a document has a passage from by a text of it that is there, or as much as from elsewhere, is not
 * unseen for the rest. */
static void drop_unseen(const syn_tracing *t, syn_links *links, size_t first)
{
    size_t kept = first;
    for (size_t i = first; i < links->count; i++) {
        const syn_link link = links->items[i];
        const uint32_t looked = i - first < drop_most && link.parent.from == SYN_FROM_OUTLET ? link.id : SYN_NONE;
        const uint32_t seen = looked == SYN_NONE ? 0 : words_from(t, links, first, looked, SYN_FROM_DOCUMENT);
        links->items[i].unwanted =
            seen >= SYN_LINEAGE_WORDS || (seen > 0 && seen >= words_from(t, links, first, looked, SYN_FROM_OUTLET));
    }
    for (size_t i = first; i < links->count; i++)
        if (!links->items[i].unwanted)
            links->items[kept++] = links->items[i];
    links->count = kept;
}

/* A copy that nothing strong is said of is owed to the outlet whose address its document names as its own. */
static syn_parent by_address(const syn_tracing *t, const syn_passages *p, uint32_t passage, uint32_t copy,
                             syn_parent parent)
{
    const uint32_t outlet = t->canonicals == NULL ? SYN_NONE : t->canonicals[p->copies[copy].place.document].outlet;
    if (outlet == SYN_NONE || parent.level == SYN_STRONG || syn_copy_is_chance(&p->items[passage], &p->copies[copy]))
        return parent;
    return (syn_parent){outlet, SYN_FROM_OUTLET, SYN_STRONG, SYN_BY_CANONICAL, false};
}

/* Adds what one copy explains of its document, unless longer passages leave too little. */
static syn_status add_link(const syn_tracing *t, const syn_kinship *k, uint32_t passage, uint32_t c, syn_parent parent,
                           syn_links *out)
{
    const syn_passages *p = t->testimony.passages;
    const syn_copy *copy = &p->copies[c];
    const uint32_t fresh = explain(p, copy, out->marks, false);
    if (fresh < t->min_words)
        return SYN_OK;
    if (!syn_alloc_room((void **)&out->items, &out->capacity, out->count + 1, sizeof *out->items))
        return SYN_MEMORY;
    explain(p, copy, out->marks, true);
    if (parent.from == SYN_FROM_UNKNOWN)
        parent.id = k->unknown[passage];
    const syn_stretch *at = &copy->place;
    out->items[out->count++] = (syn_link){parent.id, at->document, passage, c, fresh, at->begin, parent, false};
    return SYN_OK;
}

/* The links of one document whose parents are documents, or all others, longest passage first. */
static syn_status add_links(const syn_tracing *t, const syn_kinship *k, uint32_t document, bool seen, syn_links *out)
{
    const syn_passages *p = t->testimony.passages;
    const syn_holdings *h = t->testimony.holdings;
    syn_status status = SYN_OK;
    for (uint32_t e = h->first[document]; e < h->first[document + 1] && status == SYN_OK; e++) {
        const uint32_t c = h->copy[e], passage = h->passage[e];
        syn_parent parent = k->parents[c];
        if (syn_kind_counts(p->items[passage].kind))
            parent = by_address(t, p, passage, c, parent);
        if ((parent.from == SYN_FROM_DOCUMENT) != seen || !holds(k, &parent, document) ||
            (parent.from == SYN_FROM_UNKNOWN && k->unknown[passage] == 0))
            continue;
        status = add_link(t, k, passage, c, parent, out);
    }
    return status;
}

/* What is there is asked first: a text that stands in the collection explains its words before an absent one does. */
syn_status syn_lineage_document(const syn_tracing *t, const syn_kinship *k, uint32_t document, syn_links *out)
{
    const uint32_t *first = &t->testimony.holdings->first[document], words = t->testimony.wording[document].count;
    const size_t start = out->count;
    bool any = false;
    for (uint32_t e = first[0]; e < first[1] && !any; e++)
        any = k->parents[t->testimony.holdings->copy[e]].from != SYN_FROM_NOBODY || t->canonicals != NULL;
    if (!any)
        return SYN_OK;
    if (!syn_alloc_room((void **)&out->marks, &out->mark_capacity, words, 1))
        return SYN_MEMORY;
    memset(out->marks, 0, words);
    syn_status status = add_links(t, k, document, true, out);
    if (status == SYN_OK)
        status = add_links(t, k, document, false, out);
    drop_unseen(t, out, start);
    return status;
}
