#include "trace/lineage.h"

#include "base/alloc.h"
#include "base/date.h"
#include "trace/share.h"

#include <stdlib.h>

/* One passage of one descent. */
typedef struct link {
    uint32_t from, to, passage;
    syn_stretch place;
    uint32_t words;
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

static syn_status add_links(const syn_passages *p, uint32_t passage, uint32_t earliest, link **links, size_t *count, size_t *capacity)
{
    const syn_gathered *g = &p->items[passage];
    uint32_t from = p->copies[g->copy_first + earliest].place.document;
    if (!syn_alloc_room((void **)links, capacity, *count + g->copy_count, sizeof **links))
        return SYN_MEMORY;
    for (uint32_t c = g->copy_first; c < g->copy_first + g->copy_count; c++)
        if (p->copies[c].place.document != from)
            (*links)[(*count)++] = (link){from, p->copies[c].place.document, passage, p->copies[c].place, p->copies[c].matched_words};
    return SYN_OK;
}

/* One descent from links [i, j) of the same two documents; overlapping passages count once. */
static syn_status add_line(const link *links, size_t count, syn_lineage *out)
{
    if (!syn_alloc_room((void **)&out->items, &out->capacity, out->count + 1, sizeof *out->items) ||
        !syn_alloc_room((void **)&out->passages, &out->passage_capacity, out->passage_count + count, sizeof *out->passages))
        return SYN_MEMORY;
    syn_line line = {.from = links->from, .to = links->to, .first = (uint32_t)out->passage_count, .count = (uint32_t)count};
    uint32_t end = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t known = links[i].place.begin < end ? end - links[i].place.begin : 0;
        line.words += links[i].words > known ? links[i].words - known : 0;
        if (links[i].place.end > end)
            end = links[i].place.end;
        out->passages[out->passage_count++] = links[i].passage;
    }
    out->items[out->count++] = line;
    return SYN_OK;
}

syn_status syn_lineage_all(const syn_passages *p, const syn_date *const *dates, syn_lineage *out)
{
    link *links = NULL;
    size_t count = 0, capacity = 0;
    syn_status status = SYN_OK;
    for (uint32_t i = 0; i < p->count && status == SYN_OK; i++) {
        if (!syn_kind_counts(p->items[i].kind))
            continue;
        uint32_t earliest = syn_lineage_earliest(p, &p->items[i], dates);
        if (earliest != SYN_NONE)
            status = add_links(p, i, earliest, &links, &count, &capacity);
    }
    if (count > 0)
        qsort(links, count, sizeof *links, by_line);
    for (size_t i = 0, j; i < count && status == SYN_OK; i = j) {
        for (j = i + 1; j < count && links[j].from == links[i].from && links[j].to == links[i].to; j++)
            ;
        status = add_line(links + i, j - i, out);
    }
    free(links);
    return status;
}
