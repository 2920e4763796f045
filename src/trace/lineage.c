#include "trace/lineage.h"

#include "base/alloc.h"
#include "base/date.h"

#include <stdlib.h>

/* One passage of one descent. */
typedef struct link {
    uint32_t from, to, passage;
    syn_stretch place;
    uint32_t words; /* that no longer passage explains */
} link;

void syn_lineage_release(syn_lineage *l)
{
    free(l->items);
    free(l->passages);
    *l = (syn_lineage){0};
}

uint32_t syn_lineage_earliest(const syn_passages *p, const syn_gathered *g, const syn_date *const *dates)
{
    uint32_t best = 0;
    for (uint32_t c = 0; c < g->copy_count; c++) {
        const syn_date *date = dates[p->copies[g->copy_first + c].place.document];
        if (date->precision == SYN_DATE_NONE)
            return SYN_NONE;
        if (syn_date_order(date, dates[p->copies[g->copy_first + best].place.document]) < 0)
            best = c;
    }
    uint32_t document = p->copies[g->copy_first + best].place.document;
    for (uint32_t c = 0; c < g->copy_count; c++) {
        uint32_t other = p->copies[g->copy_first + c].place.document;
        if (other != document && syn_date_order(dates[document], dates[other]) >= 0)
            return SYN_NONE;
    }
    return best;
}

static int by_line(const void *x, const void *y)
{
    const link *a = x, *b = y;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->place.begin != b->place.begin)
        return a->place.begin < b->place.begin ? -1 : 1;
    return (a->passage > b->passage) - (a->passage < b->passage);
}

/* Links and what they are found with: per passage the earliest document, per document what longer
 * passages have already explained. */
typedef struct tracing {
    const syn_passages *passages;
    const syn_holdings *holdings;
    uint32_t min_words;
    uint32_t *earliest;     /* by passage: a document, or SYN_NONE */
    syn_stretch *explained; /* of the document at hand, disjoint */
    size_t explained_count, explained_capacity;
    link *links;
    size_t count, capacity;
} tracing;

/* Words of a stretch that no longer passage has explained; then they are. explained[] ascends and its
 * stretches neither overlap nor touch. */
static uint32_t explain(tracing *t, const syn_stretch *s)
{
    syn_stretch all = *s;
    uint32_t words = s->end - s->begin;
    size_t kept = 0;
    for (size_t i = 0; i < t->explained_count; i++) {
        const syn_stretch x = t->explained[i];
        uint32_t begin = x.begin > s->begin ? x.begin : s->begin, end = x.end < s->end ? x.end : s->end;
        words -= end > begin ? end - begin : 0;
        if (x.begin > s->end || x.end < s->begin) {
            t->explained[kept++] = x;
            continue;
        }
        all.begin = x.begin < all.begin ? x.begin : all.begin;
        all.end = x.end > all.end ? x.end : all.end;
    }
    t->explained[kept++] = all;
    t->explained_count = kept;
    return words;
}

static uint32_t unexplained(const tracing *t, const syn_stretch *s)
{
    uint32_t words = s->end - s->begin;
    for (size_t i = 0; i < t->explained_count; i++) {
        const syn_stretch *x = &t->explained[i];
        uint32_t begin = x->begin > s->begin ? x->begin : s->begin, end = x->end < s->end ? x->end : s->end;
        words -= end > begin ? end - begin : 0;
    }
    return words;
}

/* A document's links, longest passage first; a part of what is explained already explains nothing. */
static syn_status link_document(tracing *t, uint32_t document)
{
    t->explained_count = 0;
    for (uint32_t e = t->holdings->first[document]; e < t->holdings->first[document + 1]; e++) {
        uint32_t passage = t->holdings->passage[e], from = t->earliest[passage];
        const syn_copy *copy = &t->passages->copies[t->holdings->copy[e]];
        if (from == SYN_NONE || from == document || copy->matched_words < SYN_LINEAGE_WORDS || unexplained(t, &copy->place) < t->min_words)
            continue;
        if (!syn_alloc_room((void **)&t->links, &t->capacity, t->count + 1, sizeof *t->links) ||
            !syn_alloc_room((void **)&t->explained, &t->explained_capacity, t->explained_count + 1, sizeof *t->explained))
            return SYN_MEMORY;
        uint32_t fresh = explain(t, &copy->place);
        t->links[t->count++] = (link){from, document, passage, copy->place, fresh < copy->matched_words ? fresh : copy->matched_words};
    }
    return SYN_OK;
}

static void find_earliest(tracing *t, const syn_date *const *dates)
{
    for (uint32_t i = 0; i < t->passages->count; i++) {
        const syn_gathered *g = &t->passages->items[i];
        uint32_t copy = syn_kind_counts(g->kind) ? syn_lineage_earliest(t->passages, g, dates) : SYN_NONE;
        t->earliest[i] = copy == SYN_NONE ? SYN_NONE : t->passages->copies[g->copy_first + copy].place.document;
    }
}

/* One descent from the links of the same two documents. */
static syn_status add_line(const link *links, size_t count, syn_lineage *out)
{
    if (!syn_alloc_room((void **)&out->items, &out->capacity, out->count + 1, sizeof *out->items) ||
        !syn_alloc_room((void **)&out->passages, &out->passage_capacity, out->passage_count + count, sizeof *out->passages))
        return SYN_MEMORY;
    syn_line line = {.from = links->from, .to = links->to, .first = (uint32_t)out->passage_count, .count = (uint32_t)count};
    for (size_t i = 0; i < count; i++) {
        line.words += links[i].words;
        out->passages[out->passage_count++] = links[i].passage;
    }
    out->items[out->count++] = line;
    return SYN_OK;
}

syn_status syn_lineage_all(const syn_passages *p, const syn_holdings *h, uint32_t document_count,
                           const syn_date *const *dates, uint32_t min_words, syn_lineage *out)
{
    tracing t = {.passages = p, .holdings = h, .min_words = min_words, .earliest = syn_alloc(p->count, sizeof *t.earliest)};
    syn_status status = t.earliest == NULL ? SYN_MEMORY : SYN_OK;
    if (status == SYN_OK)
        find_earliest(&t, dates);
    for (uint32_t d = 0; d < document_count && status == SYN_OK; d++)
        status = link_document(&t, d);
    if (t.count > 0)
        qsort(t.links, t.count, sizeof *t.links, by_line);
    for (size_t i = 0, j; i < t.count && status == SYN_OK; i = j) {
        for (j = i + 1; j < t.count && t.links[j].from == t.links[i].from && t.links[j].to == t.links[i].to; j++)
            ;
        status = add_line(t.links + i, j - i, out);
    }
    free(t.earliest);
    free(t.explained);
    free(t.links);
    return status;
}
