#include "trace/scope_confirm.h"

#include "base/alloc.h"

#include <string.h>

enum {
    blocks_of_copy = 8, /* blocks that one copy may confirm */
    short_ends = 4      /* paragraphs cut from a copy's ends */
};

static uint32_t words_in(const syn_scoping *s, syn_stretch place, uint32_t paragraph)
{
    const syn_stretch p = syn_testimony_words(s->t, s->document, s->layout->paragraphs[paragraph]);
    const uint32_t begin = place.begin > p.begin ? place.begin : p.begin, end = place.end < p.end ? place.end : p.end;
    return end > begin ? end - begin : 0;
}

/* Marks paragraphs [from, to]; syn_scope_confirm sums up. */
static void confirm(syn_scope_scratch *x, uint32_t from, uint32_t to)
{
    x->confirmed[from]++;
    x->confirmed[to + 1]--;
}

/* Confirms paragraphs [from, to] in the blocks whose outlet another document credits with the passage. */
static void confirm_blocks(syn_scoping *s, uint32_t passage, uint32_t from, uint32_t to)
{
    const syn_scope_scratch *x = s->scratch;
    uint32_t low = 0, high = x->open_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (x->opens[middle].end <= from)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t i = low; i < x->open_count && i < low + blocks_of_copy && x->opens[i].first <= to; i++) {
        const syn_block_open *o = &x->opens[i];
        const uint32_t begin = o->first > from ? o->first : from, end = o->end < to + 1 ? o->end : to + 1;
        const uint32_t outlet = s->mentions->items[o->mention].outlet;
        if (begin < end && syn_claims_by_another(s->claims, passage, outlet, s->document))
            confirm(s->scratch, begin, end - 1);
    }
}

static void confirm_by_copy(syn_scoping *s, uint32_t passage, syn_stretch place)
{
    const syn_reach bytes = syn_testimony_bytes(s->t, place);
    const uint32_t begins = syn_layout_paragraph(s->layout, bytes.begin);
    uint32_t from = begins, to = syn_layout_paragraph(s->layout, bytes.end - 1);
    for (uint32_t i = 0; i < short_ends && from < to && words_in(s, place, from) < SYN_SCOPE_WORDS; i++)
        from++;
    for (uint32_t i = 0; i < short_ends && to > from && words_in(s, place, to) < SYN_SCOPE_WORDS; i++)
        to--;
    if (words_in(s, place, from) < SYN_SCOPE_WORDS && words_in(s, place, to) < SYN_SCOPE_WORDS)
        return;
    if (to > s->scratch->far[begins])
        s->scratch->far[begins] = to;
    confirm_blocks(s, passage, from, to);
}

/* A second mention confirms; behind a credit that is no label, only the outlet's own voice does. */
static void confirm_by_mentions(syn_scoping *s)
{
    const syn_scope_scratch *x = s->scratch;
    for (uint32_t i = 0, o = 0; i < s->mentions->count; i++) {
        const syn_mention *m = &s->mentions->items[i];
        const uint32_t p = syn_layout_paragraph(s->layout, m->all.begin);
        while (o < x->open_count && x->opens[o].end <= p)
            o++;
        if (o == x->open_count || p < x->opens[o].first || m->of == SYN_OF_IMAGE || m->person)
            continue;
        const syn_mention *open = &s->mentions->items[x->opens[o].mention];
        if (m->outlet == open->outlet && (open->place == SYN_AT_LABEL || m->of == SYN_OF_SELF))
            confirm(s->scratch, p, p);
    }
}

syn_status syn_scope_confirm(syn_scoping *s)
{
    syn_scope_scratch *x = s->scratch;
    const size_t count = (size_t)s->layout->paragraph_count + 1;
    if (!syn_alloc_room((void **)&x->far, &x->far_capacity, count, sizeof *x->far) ||
        !syn_alloc_room((void **)&x->confirmed, &x->confirmed_capacity, count, sizeof *x->confirmed))
        return SYN_MEMORY;
    memset(x->far, 0, count * sizeof *x->far);
    memset(x->confirmed, 0, count * sizeof *x->confirmed);
    const syn_holdings *h = s->t->holdings;
    for (uint32_t e = h->first[s->document]; e < h->first[s->document + 1]; e++)
        if (syn_kind_counts(s->t->passages->items[h->passage[e]].kind))
            confirm_by_copy(s, h->passage[e], s->t->passages->copies[h->copy[e]].place);
    confirm_by_mentions(s);
    for (size_t p = 1; p < count; p++)
        x->confirmed[p] += x->confirmed[p - 1];
    return SYN_OK;
}
