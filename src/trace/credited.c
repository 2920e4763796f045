#include "trace/credited.h"

#include "base/alloc.h"
#include "trace/testimony.h"

#include <stdlib.h>
#include <string.h>

/* By outlet; of one outlet what names it best, then what stands first. */
static int by_outlet(const void *x, const void *y)
{
    const syn_credited_outlet *a = x, *b = y;
    if (a->outlet != b->outlet)
        return a->outlet < b->outlet ? -1 : 1;
    if (a->named != b->named)
        return a->named ? -1 : 1;
    return (a->mention > b->mention) - (a->mention < b->mention);
}

static syn_status list_document(const syn_mentions *m, syn_credited *out)
{
    const size_t first = out->count;
    if (!syn_alloc_room((void **)&out->items, &out->capacity, out->count + m->count, sizeof *out->items))
        return SYN_MEMORY;
    for (uint32_t i = 0; i < m->count; i++)
        if (syn_mention_names(&m->items[i]))
            out->items[out->count++] =
                (syn_credited_outlet){m->items[i].outlet, i, m->items[i].place != SYN_AT_SENTENCE};
    if (out->count - first > 1)
        qsort(out->items + first, out->count - first, sizeof *out->items, by_outlet);
    size_t kept = first;
    for (size_t i = first; i < out->count; i++)
        if (i == first || out->items[i].outlet != out->items[i - 1].outlet)
            out->items[kept++] = out->items[i];
    out->count = kept;
    return out->count < UINT32_MAX ? SYN_OK : SYN_LIMIT;
}

/* "told the Gazette" in the Gazette, or its own dateline. A byline or a copyright line is no claim to have had it
 * first. */
static uint32_t own_of(const syn_mentions *m)
{
    for (uint32_t i = 0; i < m->count; i++) {
        const syn_mention *x = &m->items[i];
        if (x->own && !x->person && x->of != SYN_OF_IMAGE && x->level == SYN_STRONG &&
            (x->place == SYN_AT_SENTENCE || strcmp(x->cue, "dateline") == 0))
            return i;
    }
    return SYN_NONE;
}

syn_status syn_credited_make(const syn_mentions *mentions, uint32_t document_count, syn_credited *out)
{
    syn_credited all = {.first = syn_alloc((size_t)document_count + 1, sizeof *all.first),
                        .own = syn_alloc(document_count, sizeof *all.own)};
    syn_status status = all.first == NULL || all.own == NULL ? SYN_MEMORY : SYN_OK;
    for (uint32_t d = 0; d < document_count && status == SYN_OK; d++) {
        all.first[d] = (uint32_t)all.count;
        all.own[d] = own_of(&mentions[d]);
        status = list_document(&mentions[d], &all);
    }
    if (status < 0) {
        syn_credited_release(&all);
        return status;
    }
    all.first[document_count] = (uint32_t)all.count;
    *out = all;
    return SYN_OK;
}

const syn_credited_outlet *syn_credited_find(const syn_credited *c, uint32_t document, uint32_t outlet)
{
    uint32_t low = c->first[document], high = c->first[document + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (c->items[middle].outlet < outlet)
            low = middle + 1;
        else
            high = middle;
    }
    return low < c->first[document + 1] && c->items[low].outlet == outlet ? &c->items[low] : NULL;
}

void syn_credited_release(syn_credited *c)
{
    free(c->items);
    free(c->first);
    free(c->own);
    *c = (syn_credited){0};
}
