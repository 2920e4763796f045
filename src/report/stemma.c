#include "report/stemma.h"

#include "base/alloc.h"
#include "report/view.h"

#include <stdlib.h>
#include <string.h>

/** What is known while leaves are listed. Heads have the numbers of sources until they are sorted. */
typedef struct planting {
    const syn_result_view *view;
    const syn_groups *groups;
    syn_stemma *stemma;
    uint32_t *head_of;  /* by source: the first source of the same outlet */
    bool *named;        /* by source: some credit names it */
    bool *placed;       /* by witness: some descent accounts for it */
} planting;

/* Leaves */

static bool add_leaf(syn_stemma *stemma, const syn_leaf *leaf)
{
    if (!syn_alloc_room((void **)&stemma->leaves, &stemma->leaf_capacity, stemma->leaf_count + 1,
                        sizeof *stemma->leaves))
        return false;
    stemma->leaves[stemma->leaf_count++] = *leaf;
    return true;
}

/** The first witness of a passage in a document, or the passage's last + 1; witnesses come by document. */
static uint32_t find_witness(const syn_result_view *view, const syn_passage *passage, uint32_t document)
{
    uint32_t low = passage->witness_first, high = low + passage->witness_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (view->witnesses[middle].document < document)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool add_witnesses(planting *p, const syn_descent *descent, syn_leaf leaf, bool listed)
{
    const syn_result_view *view = p->view;
    for (uint32_t i = 0; i < descent->passage_count; i++) {
        leaf.passage = view->descent_passages[descent->passage_first + i];
        const syn_passage *passage = &view->passages[leaf.passage];
        uint32_t end = passage->witness_first + passage->witness_count;
        for (uint32_t w = find_witness(view, passage, leaf.document);
             w < end && view->witnesses[w].document == leaf.document; w++) {
            p->placed[w] = true;
            p->stemma->partly[leaf.document] = true;
            leaf.witness = w;
            if (listed && !add_leaf(p->stemma, &leaf))
                return false;
            leaf.words = 0;
        }
    }
    return true;
}

static bool add_descent(planting *p, uint32_t number)
{
    const syn_descent *descent = &p->view->descents[number];
    const syn_source *source = &p->view->sources[descent->source];
    syn_leaf leaf = {.head = p->head_of[descent->source], .group = p->groups->of[descent->to],
                     .passage = SYN_NONE, .witness = SYN_NONE, .document = descent->to,
                     .descent = number, .words = descent->words};
    bool own = source->seen && p->groups->of[source->document] == leaf.group;
    p->stemma->linked[descent->to] = true;
    if (source->seen) { /* what others have from it is accounted for in the source itself */
        syn_leaf origin = {.document = source->document};
        p->stemma->linked[source->document] = true;
        p->stemma->origin[source->document] |= descent->passage_count > 0 && descent->level >= SYN_MODERATE;
        if (!add_witnesses(p, descent, origin, false))
            return false;
    }
    if (descent->passage_count == 0)
        return own || add_leaf(p->stemma, &leaf);
    return add_witnesses(p, descent, leaf, !own);
}

/** Lists the copies that count and that no descent accounts for. */
static bool add_rest(planting *p)
{
    const syn_result_view *view = p->view;
    for (uint32_t i = 0; i < view->passage_count; i++) {
        const syn_passage *passage = &view->passages[i];
        uint32_t end = passage->witness_first + passage->witness_count;
        for (uint32_t w = passage->witness_first; w < end && syn_view_counts(passage->kind); w++) {
            uint32_t document = view->witnesses[w].document;
            syn_leaf leaf = {.head = (uint32_t)view->source_count, .group = p->groups->of[document],
                             .passage = i, .witness = w, .document = document, .descent = SYN_NONE,
                             .words = view->witnesses[w].words};
            if (!p->placed[w] && !add_leaf(p->stemma, &leaf))
                return false;
        }
    }
    return true;
}

static int leaf_order(const void *a, const void *b)
{
    const syn_leaf *x = a, *y = b;
    if (x->head != y->head)
        return x->head < y->head ? -1 : 1;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    if (x->passage != y->passage)
        return x->passage < y->passage ? -1 : 1;
    if (x->witness != y->witness)
        return x->witness < y->witness ? -1 : 1;
    return (x->descent > y->descent) - (x->descent < y->descent);
}

/** By outlet, one copy may be below two texts of the same outlet: it is listed once. */
static bool same_copy(const syn_leaf *a, const syn_leaf *b)
{
    return a->head == b->head && a->group == b->group && a->passage == b->passage && a->witness == b->witness &&
           a->document == b->document;
}

static void sort_leaves(syn_stemma *stemma)
{
    size_t kept = 0;
    if (stemma->leaf_count > 0)
        qsort(stemma->leaves, stemma->leaf_count, sizeof *stemma->leaves, leaf_order);
    for (size_t i = 0; i < stemma->leaf_count; i++) {
        if (kept > 0 && same_copy(&stemma->leaves[kept - 1], &stemma->leaves[i]))
            stemma->leaves[kept - 1].words += stemma->leaves[i].words;
        else
            stemma->leaves[kept++] = stemma->leaves[i];
    }
    stemma->leaf_count = kept;
}

/* Edges and heads */

static void grow_edge(const syn_result_view *view, const syn_leaf *leaf, syn_edge *edge)
{
    edge->leaf_count++;
    edge->words += leaf->words;
    edge->passages += leaf->passage != SYN_NONE;
    if (leaf->descent == SYN_NONE)
        return;
    const syn_descent *descent = &view->descents[leaf->descent];
    edge->level = descent->level > edge->level ? descent->level : edge->level;
    edge->direct |= descent->direct;
}

static bool make_edges(const syn_result_view *view, syn_stemma *stemma)
{
    size_t count = 0;
    const syn_leaf *leaf = stemma->leaves;
    for (size_t i = 0; i < stemma->leaf_count; i++)
        count += i == 0 || leaf[i].head != leaf[i - 1].head || leaf[i].group != leaf[i - 1].group;
    stemma->edges = syn_alloc(count, sizeof *stemma->edges);
    for (size_t i = 0; stemma->edges && i < stemma->leaf_count; i++) {
        if (i == 0 || leaf[i].head != leaf[i - 1].head || leaf[i].group != leaf[i - 1].group)
            stemma->edges[stemma->edge_count++] =
                (syn_edge){.head = leaf[i].head, .group = leaf[i].group, .leaf_first = (uint32_t)i};
        grow_edge(view, &leaf[i], &stemma->edges[stemma->edge_count - 1]);
    }
    return stemma->edges != NULL;
}

static int edge_order(const void *a, const void *b)
{
    const syn_edge *x = a, *y = b;
    if (x->head != y->head)
        return x->head < y->head ? -1 : 1;
    if (!x->passages != !y->passages)
        return x->passages ? -1 : 1;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    return (x->group > y->group) - (x->group < y->group);
}

static int head_order(const void *a, const void *b)
{
    const syn_head *x = a, *y = b;
    if ((x->source == SYN_NONE) != (y->source == SYN_NONE))
        return x->source == SYN_NONE ? 1 : -1;
    if (x->seen != y->seen)
        return x->seen ? 1 : -1;
    if (x->named != y->named)
        return x->named ? -1 : 1;
    if (x->sharing != y->sharing)
        return x->sharing > y->sharing ? -1 : 1;
    if (x->edge_count != y->edge_count)
        return x->edge_count > y->edge_count ? -1 : 1;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    return (x->source > y->source) - (x->source < y->source);
}

/** Edges in their order; every run of one head's edges becomes that head. */
static bool make_heads(const syn_result_view *view, const bool *named, syn_stemma *stemma)
{
    size_t count = 0;
    syn_edge *edge = stemma->edges;
    if (stemma->edge_count > 0)
        qsort(edge, stemma->edge_count, sizeof *edge, edge_order);
    for (size_t i = 0; i < stemma->edge_count; i++)
        count += i == 0 || edge[i].head != edge[i - 1].head;
    stemma->heads = syn_alloc(count, sizeof *stemma->heads);
    for (size_t i = 0; stemma->heads && i < stemma->edge_count; i++) {
        uint32_t source = edge[i].head < view->source_count ? edge[i].head : SYN_NONE;
        if (i == 0 || edge[i].head != edge[i - 1].head)
            stemma->heads[stemma->head_count++] =
                (syn_head){.source = source, .seen = source != SYN_NONE && view->sources[source].seen,
                           .named = source != SYN_NONE && named[source], .edge_first = (uint32_t)i};
        syn_head *head = &stemma->heads[stemma->head_count - 1];
        head->edge_count++;
        head->sharing += edge[i].passages > 0;
        head->words += edge[i].words;
    }
    if (stemma->head_count > 0)
        qsort(stemma->heads, stemma->head_count, sizeof *stemma->heads, head_order);
    return stemma->heads != NULL;
}

/** The head of each source, and whether it is named: by outlet, seen sources of one outlet share it. */
static void find_heads(planting *p, uint32_t *first_of)
{
    memset(first_of, 0xff, p->groups->count * sizeof *first_of);
    for (uint32_t s = 0; s < p->view->source_count; s++) {
        const syn_source *source = &p->view->sources[s];
        uint32_t *first = source->seen ? &first_of[p->groups->of[source->document]] : NULL;
        if (first && *first == SYN_NONE)
            *first = s;
        p->head_of[s] = first ? *first : s;
    }
    for (size_t i = 0; i < p->view->credit_count; i++)
        if (p->view->credits[i].source != SYN_NONE)
            p->named[p->head_of[p->view->credits[i].source]] = true;
}

static bool plant(planting *p)
{
    for (uint32_t i = 0; i < p->view->descent_count; i++)
        if (!add_descent(p, i))
            return false;
    if (!add_rest(p))
        return false;
    sort_leaves(p->stemma);
    return make_edges(p->view, p->stemma) && make_heads(p->view, p->named, p->stemma);
}

syn_status syn_stemma_make(const syn_result_view *view, const syn_groups *groups, syn_stemma *out)
{
    size_t documents = syn_corpus_count(view->corpus);
    syn_stemma stemma = {.partly = syn_alloc_zero(documents, sizeof *stemma.partly),
                         .linked = syn_alloc_zero(documents, sizeof *stemma.linked),
                         .origin = syn_alloc_zero(documents, sizeof *stemma.origin)};
    uint32_t *first_of = syn_alloc(groups->count, sizeof *first_of);
    planting p = {.view = view, .groups = groups, .stemma = &stemma,
                  .head_of = syn_alloc(view->source_count, sizeof *p.head_of),
                  .named = syn_alloc_zero(view->source_count, sizeof *p.named),
                  .placed = syn_alloc_zero(view->witness_count, sizeof *p.placed)};
    bool made = stemma.partly && stemma.linked && stemma.origin && first_of && p.head_of && p.named && p.placed;
    if (made) {
        find_heads(&p, first_of);
        made = plant(&p);
    }
    free(first_of);
    free(p.head_of);
    free(p.named);
    free(p.placed);
    if (!made) {
        syn_stemma_release(&stemma);
        return SYN_MEMORY;
    }
    *out = stemma;
    return SYN_OK;
}

void syn_stemma_release(syn_stemma *stemma)
{
    free(stemma->heads);
    free(stemma->edges);
    free(stemma->leaves);
    free(stemma->partly);
    free(stemma->linked);
    free(stemma->origin);
    *stemma = (syn_stemma){0};
}
