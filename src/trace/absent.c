#include "trace/absent.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

static syn_status make_room(const syn_passages *p, uint32_t count, syn_absent_scratch *s)
{
    const size_t had = s->holder_capacity;
    if (!syn_alloc_room((void **)&s->holders, &s->holder_capacity, p->count, sizeof *s->holders))
        return SYN_MEMORY;
    if (s->holder_capacity > had)
        memset(s->holders + had, 0, (s->holder_capacity - had) * sizeof *s->holders);
    const size_t most = (size_t)count * SYN_ABSENT_ENTRIES;
    return syn_alloc_room((void **)&s->touched, &s->touched_capacity, most, sizeof *s->touched) ? SYN_OK : SYN_MEMORY;
}

static uint32_t entries(const syn_holdings *h, uint32_t document)
{
    return h->first[document + 1] - h->first[document];
}

/* Which passages the documents hold, into holders[] and touched[]; how many. Bit i of *checked: documents[i] was
 * read. */
static uint32_t touch(const syn_holdings *h, const uint32_t *documents, uint32_t count, syn_absent_scratch *s,
                      uint64_t *checked)
{
    uint32_t touched = 0;
    *checked = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (entries(h, documents[i]) > SYN_ABSENT_ENTRIES)
            continue;
        *checked |= (uint64_t)1 << i;
        for (uint32_t e = h->first[documents[i]]; e < h->first[documents[i] + 1]; e++) {
            const uint32_t passage = h->passage[e];
            if (s->holders[passage] == 0)
                s->touched[touched++] = passage;
            s->holders[passage] |= (uint64_t)1 << i;
        }
    }
    return touched;
}

/* Words of a document's first copy of a passage that it shares with no passage of `other`. */
static syn_status count_unshared(const syn_passages *p, const syn_holdings *h, uint32_t document, uint32_t passage,
                                 uint32_t other, syn_absent_scratch *s, uint32_t *words)
{
    const syn_copy *copy = NULL;
    s->shared.count = 0;
    for (uint32_t e = h->first[document]; e < h->first[document + 1]; e++) {
        const syn_copy *x = &p->copies[h->copy[e]];
        if (h->passage[e] == passage && copy == NULL)
            copy = x;
        if ((s->holders[h->passage[e]] & (uint64_t)1 << other) == 0)
            continue;
        if (syn_spread_add(&s->shared, x->place.begin, x->place.end) < 0)
            return SYN_MEMORY;
    }
    syn_spread_unite(&s->shared);
    *words = copy == NULL ? 0 : copy->matched_words - syn_spread_matched(&s->shared, p, copy);
    return SYN_OK;
}

static uint32_t lowest_bit(uint64_t bits)
{
    uint32_t at = 0;
    while ((bits & (uint64_t)1 << at) == 0)
        at++;
    return at;
}

/* Whether documents[i] lacks what two others share: in no passage has it what the first of them has there. */
static syn_status lacks(const syn_passages *p, const syn_holdings *h, const uint32_t *documents, uint32_t i,
                        uint32_t touched, syn_absent_scratch *s, bool *out)
{
    *out = false;
    for (uint32_t t = 0, asked = 0; t < touched && asked < SYN_ABSENT_ASKED && !*out; t++) {
        const uint64_t holders = s->holders[s->touched[t]];
        const syn_gathered *g = &p->items[s->touched[t]];
        if ((holders & (uint64_t)1 << i) != 0 || (holders & (holders - 1)) == 0 || g->words < SYN_ABSENT_WORDS ||
            !syn_kind_counts(g->kind))
            continue;
        uint32_t words = 0;
        if (count_unshared(p, h, documents[lowest_bit(holders)], s->touched[t], i, s, &words) < 0)
            return SYN_MEMORY;
        *out = words >= SYN_ABSENT_WORDS;
        asked++;
    }
    return SYN_OK;
}

syn_status syn_absent_find(const syn_passages *p, const syn_holdings *h, const uint32_t *documents, uint32_t count,
                           syn_absent_scratch *s, uint64_t *lacking)
{
    uint64_t checked;
    if (make_room(p, count, s) < 0)
        return SYN_MEMORY;
    const uint32_t touched = touch(h, documents, count, s, &checked);
    syn_status status = SYN_OK;
    *lacking = 0;
    for (uint32_t i = 0; i < count && status == SYN_OK; i++) {
        bool found = false;
        if (checked & (uint64_t)1 << i)
            status = lacks(p, h, documents, i, touched, s, &found);
        *lacking |= (uint64_t)found << i;
    }
    for (uint32_t t = 0; t < touched; t++)
        s->holders[s->touched[t]] = 0;
    return status;
}

void syn_absent_scratch_release(syn_absent_scratch *s)
{
    free(s->holders);
    free(s->touched);
    syn_spread_release(&s->shared);
    *s = (syn_absent_scratch){0};
}
