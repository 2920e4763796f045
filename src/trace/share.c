#include "trace/share.h"

#include "base/alloc.h"

#include <stdlib.h>

enum mark { mark_verbatim = 1, mark_edited = 2, mark_name = 4, mark_common = 8 };

bool syn_kind_counts(syn_kind kind)
{
    return kind != SYN_NAME && kind != SYN_COMMON;
}

syn_status syn_holdings_make(const syn_passages *p, uint32_t document_count, syn_holdings *out)
{
    syn_holdings h = {.first = syn_alloc_zero((size_t)document_count + 2, sizeof *h.first),
                      .copy = syn_alloc(p->copy_count, sizeof *h.copy),
                      .passage = syn_alloc(p->copy_count, sizeof *h.passage),
                      .range = syn_alloc(p->copy_count, sizeof *h.range)};
    if (h.first == NULL || h.copy == NULL || h.passage == NULL || h.range == NULL) {
        syn_holdings_release(&h);
        return SYN_MEMORY;
    }
    /* Counted one place further, so that after filling each entry is where its document starts. */
    for (size_t c = 0; c < p->copy_count; c++) {
        const syn_copy *copy = &p->copies[c];
        const syn_block *last = &p->blocks[copy->block_first + copy->block_count - 1];
        h.first[copy->place.document + 2]++;
        h.range[c] = (syn_stretch){copy->place.document, p->blocks[copy->block_first].a, last->a + last->count};
    }
    for (uint32_t d = 0; d < document_count; d++)
        h.first[d + 2] += h.first[d + 1];
    for (uint32_t i = 0; i < p->count; i++) {
        for (uint32_t c = p->items[i].copy_first; c < p->items[i].copy_first + p->items[i].copy_count; c++) {
            uint32_t e = h.first[p->copies[c].place.document + 1]++;
            h.copy[e] = c;
            h.passage[e] = i;
        }
    }
    *out = h;
    return SYN_OK;
}

void syn_holdings_release(syn_holdings *h)
{
    free(h->first);
    free(h->copy);
    free(h->passage);
    free(h->range);
    *h = (syn_holdings){0};
}

static void mark_blocks(const syn_passages *p, const syn_copy *copy, bool side_a, unsigned char mark, unsigned char *marks)
{
    for (uint32_t b = 0; b < copy->block_count; b++) {
        const syn_block *x = &p->blocks[copy->block_first + b];
        uint32_t from = side_a ? x->a : x->b;
        for (uint32_t i = from; i < from + x->count; i++)
            marks[i] |= mark;
    }
}

static unsigned char mark_of(const syn_gathered *g, const syn_copy *copy)
{
    if (g->kind == SYN_NAME)
        return mark_name;
    if (g->kind == SYN_COMMON)
        return mark_common;
    return copy->verbatim ? mark_verbatim : mark_edited;
}

static void mark_passage(const syn_passages *p, const syn_gathered *g, uint32_t copy, unsigned char *marks)
{
    if (copy != g->copy_first + g->representative) {
        mark_blocks(p, &p->copies[copy], false, mark_of(g, &p->copies[copy]), marks);
        return;
    }
    for (uint32_t c = g->copy_first; c < g->copy_first + g->copy_count; c++)
        if (c != copy)
            mark_blocks(p, &p->copies[c], true, mark_of(g, &p->copies[c]), marks);
}

syn_status syn_share_make(const syn_passages *p, const syn_holdings *h, uint32_t document, uint32_t word_count, syn_share *out)
{
    syn_share share = {.words = word_count};
    unsigned char *marks = syn_alloc_zero(word_count, 1);
    if (marks == NULL)
        return SYN_MEMORY;
    for (uint32_t e = h->first[document]; e < h->first[document + 1]; e++)
        mark_passage(p, &p->items[h->passage[e]], h->copy[e], marks);
    for (uint32_t i = 0; i < word_count; i++) {
        if (marks[i] & mark_verbatim)
            share.how[SYN_VERBATIM]++;
        else if (marks[i] & mark_edited)
            share.how[SYN_EDITED]++;
        else if (marks[i] & mark_name)
            share.name_words++;
        else if (marks[i] & mark_common)
            share.common_words++;
    }
    share.reused_words = share.how[SYN_VERBATIM] + share.how[SYN_EDITED];
    share.standing[SYN_OPEN] = share.reused_words;
    free(marks);
    *out = share;
    return SYN_OK;
}
