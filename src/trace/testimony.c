#include "trace/testimony.h"

#include "base/alloc.h"

#include <stdlib.h>

/* The first word that begins at `byte` or behind it. */
static uint32_t word_from(const syn_wording *w, uint32_t byte)
{
    uint32_t low = 0, high = w->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (w->begin[middle] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

syn_stretch syn_testimony_words(const syn_testimony *t, uint32_t document, syn_reach bytes)
{
    const syn_wording *w = &t->wording[document];
    uint32_t begin = word_from(w, bytes.begin);
    return (syn_stretch){document, begin, bytes.end > bytes.begin ? word_from(w, bytes.end) : begin};
}

syn_reach syn_testimony_bytes(const syn_testimony *t, syn_stretch words)
{
    const syn_wording *w = &t->wording[words.document];
    return (syn_reach){w->begin[words.begin], w->end[words.end - 1]};
}

bool syn_mention_names(const syn_mention *m)
{
    return m->outlet != SYN_NONE && !m->person && !m->own && m->of != SYN_OF_IMAGE && m->of != SYN_OF_SELF &&
           m->level >= SYN_MODERATE;
}

syn_status syn_spread_add(syn_spread *s, uint32_t begin, uint32_t end)
{
    if (begin >= end)
        return SYN_OK;
    if (!syn_alloc_room((void **)&s->items, &s->capacity, (size_t)s->count + 1, sizeof *s->items))
        return SYN_MEMORY;
    s->items[s->count++] = (syn_range){begin, end, 0};
    return SYN_OK;
}

static int by_begin(const void *x, const void *y)
{
    const syn_range *a = x, *b = y;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

void syn_spread_unite(syn_spread *s)
{
    uint32_t kept = 0, words = 0;
    if (s->count > 1)
        qsort(s->items, s->count, sizeof *s->items, by_begin);
    for (uint32_t i = 0; i < s->count; i++) {
        if (kept > 0 && s->items[i].begin <= s->items[kept - 1].end) {
            if (s->items[i].end > s->items[kept - 1].end)
                s->items[kept - 1].end = s->items[i].end;
        } else {
            s->items[kept++] = s->items[i];
        }
    }
    for (uint32_t i = 0; i < kept; i++) {
        s->items[i].before = words;
        words += s->items[i].end - s->items[i].begin;
    }
    s->count = kept;
}

/* Words of the spread that stand before word `at`. */
static uint32_t words_before(const syn_spread *s, uint32_t at)
{
    uint32_t low = 0, high = s->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s->items[middle].begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return 0;
    const syn_range *last = &s->items[low - 1];
    return last->before + (last->end < at ? last->end : at) - last->begin;
}

uint32_t syn_spread_words(const syn_spread *s, uint32_t begin, uint32_t end)
{
    return s->count == 0 ? 0 : words_before(s, end) - words_before(s, begin);
}

uint32_t syn_spread_matched(const syn_spread *s, const syn_passages *p, const syn_copy *copy)
{
    uint32_t words = 0;
    for (uint32_t b = 0; s->count > 0 && b < copy->block_count; b++) {
        const syn_block *x = &p->blocks[copy->block_first + b];
        words += syn_spread_words(s, x->b, x->b + x->count);
    }
    return words;
}

void syn_spread_release(syn_spread *s)
{
    free(s->items);
    *s = (syn_spread){0};
}
