#include "trace/lineage.h"

#include "base/alloc.h"
#include "trace/proof.h"

#include <stdlib.h>
#include <string.h>

void syn_lineage_release(syn_lineage *l)
{
    free(l->origins);
    free(l->items);
    free(l->passages);
    free(l->proofs);
    *l = (syn_lineage){0};
}

/* ---- lines ---- */

static int by_line(const void *x, const void *y)
{
    const syn_link *a = x, *b = y;
    if (a->parent.from != b->parent.from)
        return a->parent.from < b->parent.from ? -1 : 1;
    if (a->id != b->id)
        return a->id < b->id ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return (a->passage > b->passage) - (a->passage < b->passage);
}

/* The lines while they are made. */
typedef struct joining {
    const syn_tracing *t;
    syn_link *links;
    size_t count;
    syn_lineage *out;
} joining;

static bool same_line(const syn_link *a, const syn_link *b)
{
    return a->parent.from == b->parent.from && a->id == b->id && a->to == b->to;
}

static syn_status add_origin(joining *j, syn_from from, uint32_t id)
{
    syn_lineage *out = j->out;
    const syn_origin *last = out->origin_count > 0 ? &out->origins[out->origin_count - 1] : NULL;
    if (last != NULL && last->from == from && last->id == id)
        return SYN_OK;
    if (!syn_alloc_room((void **)&out->origins, &out->origin_capacity, out->origin_count + 1, sizeof *out->origins))
        return SYN_MEMORY;
    out->origins[out->origin_count++] = (syn_origin){from, id, 0};
    return SYN_OK;
}

/* One descent from the links of the same source and taker. A link without a passage is a credit alone. */
static syn_status add_line(joining *j, const syn_link *links, size_t count)
{
    syn_lineage *out = j->out;
    if (!syn_alloc_room((void **)&out->items, &out->capacity, out->count + 1, sizeof *out->items) ||
        !syn_alloc_room((void **)&out->passages, &out->passage_capacity, out->passage_count + count,
                        sizeof *out->passages) ||
        add_origin(j, (syn_from)links->parent.from, links->id) < 0)
        return SYN_MEMORY;
    syn_line line = {.origin = (uint32_t)out->origin_count - 1, .to = links->to, .first = (uint32_t)out->passage_count};
    for (size_t i = 0; i < count; i++) {
        line.words += links[i].words;
        line.level = links[i].parent.level > line.level ? (syn_level)links[i].parent.level : line.level;
        line.direct |= links[i].parent.direct;
        if (links[i].passage != SYN_NONE)
            out->passages[out->passage_count++] = links[i].passage;
    }
    line.count = (uint32_t)out->passage_count - line.first;
    const syn_status status = syn_proof_find(j->t, links, count, &line, out);
    out->origins[line.origin].words += line.words;
    out->items[out->count++] = line;
    return status;
}

/* ---- credit alone ---- */

/* Where the links of each document begin; a document's stand together. */
static uint32_t *find_links(const joining *j)
{
    uint32_t *first = syn_alloc(j->t->document_count, sizeof *first);
    for (uint32_t d = 0; first != NULL && d < j->t->document_count; d++)
        first[d] = SYN_NONE;
    for (size_t i = j->count; first != NULL && i > 0; i--)
        first[j->links[i - 1].to] = (uint32_t)(i - 1);
    return first;
}

/* Whether a document descends from an outlet, or from a document of it, by a link from `first` to `end`. */
static bool linked(const joining *j, uint32_t first, size_t end, uint32_t document, uint32_t outlet)
{
    for (size_t i = first; i < end && j->links[i].to == document; i++)
        if (syn_link_outlet(j->t, &j->links[i]) == outlet)
            return true;
    return false;
}

static syn_status add_credit(joining *j, size_t *capacity, uint32_t document, const syn_credited_outlet *credited)
{
    const syn_level level = j->t->testimony.mentions[document].items[credited->mention].level;
    const syn_parent parent = {credited->outlet, SYN_FROM_OUTLET, (uint8_t)level, SYN_BY_CREDIT, false};
    if (!syn_alloc_room((void **)&j->links, capacity, j->count + 1, sizeof *j->links))
        return SYN_MEMORY;
    j->links[j->count++] = (syn_link){credited->outlet, document, SYN_NONE, SYN_NONE, 0, 0, parent, false};
    return SYN_OK;
}

/* Adds a link without passage for every label, head or tail that credits an outlet no link is from. A document's links
 * are looked through for each outlet it names so, SYN_CLAIM_MOST of them at most. */
static syn_status add_credits(joining *j, size_t *capacity)
{
    const syn_credited *c = j->t->credited;
    const size_t linked_count = j->count;
    uint32_t *first = find_links(j);
    syn_status status = first == NULL ? SYN_MEMORY : SYN_OK;
    for (uint32_t d = 0; d < j->t->document_count && status == SYN_OK; d++) {
        const uint32_t own = j->t->testimony.outlets->of_document[d];
        for (uint32_t i = c->first[d], looked = 0; i < c->first[d + 1] && looked < SYN_CLAIM_MOST; i++) {
            const syn_credited_outlet *x = &c->items[i];
            looked += x->named;
            if (status == SYN_OK && x->named && x->outlet != own && !linked(j, first[d], linked_count, d, x->outlet))
                status = add_credit(j, capacity, d, x);
        }
    }
    free(first);
    return status;
}

/* ---- order ---- */

/* An origin while origins are put in order. */
typedef struct place {
    syn_origin origin;
    const char *name;
    uint32_t was;
} place;

static int by_rank(const void *x, const void *y)
{
    const place *a = x, *b = y;
    const bool a_seen = a->origin.from == SYN_FROM_DOCUMENT, b_seen = b->origin.from == SYN_FROM_DOCUMENT;
    if (a_seen != b_seen)
        return a_seen ? 1 : -1;
    if (!a_seen && a->origin.words != b->origin.words)
        return a->origin.words > b->origin.words ? -1 : 1;
    if (a->origin.from != b->origin.from)
        return a->origin.from < b->origin.from ? -1 : 1;
    const int order = a->name != NULL && b->name != NULL ? strcmp(a->name, b->name) : 0;
    return order != 0 ? order : (a->origin.id > b->origin.id) - (a->origin.id < b->origin.id);
}

static int by_origin(const void *x, const void *y)
{
    const syn_line *a = x, *b = y;
    if (a->origin != b->origin)
        return a->origin < b->origin ? -1 : 1;
    return (a->to > b->to) - (a->to < b->to);
}

static syn_status rank_origins(const syn_tracing *t, syn_lineage *out)
{
    place *places = syn_alloc(out->origin_count, sizeof *places);
    uint32_t *now = syn_alloc(out->origin_count, sizeof *now);
    if (places != NULL && now != NULL && out->origin_count > 0) {
        for (uint32_t i = 0; i < out->origin_count; i++) {
            const syn_origin *o = &out->origins[i];
            places[i] = (place){*o, o->from == SYN_FROM_OUTLET ? t->testimony.outlets->items[o->id].name : NULL, i};
        }
        qsort(places, out->origin_count, sizeof *places, by_rank);
        for (uint32_t i = 0; i < out->origin_count; i++) {
            out->origins[i] = places[i].origin;
            now[places[i].was] = i;
        }
        for (size_t i = 0; i < out->count; i++)
            out->items[i].origin = now[out->items[i].origin];
        qsort(out->items, out->count, sizeof *out->items, by_origin);
    }
    const bool failed = places == NULL || now == NULL;
    free(places);
    free(now);
    return failed ? SYN_MEMORY : SYN_OK;
}

static syn_status collect(joining *j, const syn_links *parts, uint32_t part_count, size_t *capacity)
{
    size_t count = 0;
    for (uint32_t i = 0; i < part_count; i++)
        count += parts[i].count;
    if (!syn_alloc_room((void **)&j->links, capacity, count, sizeof *j->links))
        return SYN_MEMORY;
    for (uint32_t i = 0; i < part_count; i++) {
        if (parts[i].count > 0)
            memcpy(j->links + j->count, parts[i].items, parts[i].count * sizeof *j->links);
        j->count += parts[i].count;
    }
    return SYN_OK;
}

syn_status syn_lineage_join(const syn_tracing *t, const syn_links *parts, uint32_t part_count, syn_lineage *out)
{
    joining j = {.t = t, .out = out};
    size_t capacity = 0;
    syn_status status = collect(&j, parts, part_count, &capacity);
    if (status == SYN_OK)
        status = add_credits(&j, &capacity);
    if (j.count > 1)
        qsort(j.links, j.count, sizeof *j.links, by_line);
    for (size_t i = 0, end; i < j.count && status == SYN_OK; i = end) {
        for (end = i + 1; end < j.count && same_line(&j.links[end], &j.links[i]); end++)
            ;
        status = add_line(&j, j.links + i, end - i);
    }
    free(j.links);
    return status == SYN_OK ? rank_origins(t, out) : status;
}
