/* Partners of passages: first by key. Then each passage that is left looks, at each of its places, at the few places of
 * passages left on the other side that begin next to it:
 *
 *      before   |---- p ----|      |-- q --|
 *      after        |------- n -------|          overlap with p and q, summed over all texts
 *
 * One that shares half of the shorter's bytes becomes its partner, the one with the most in common first. How many
 * neighbours are looked at has a bound, so that texts in which everything nests cost no more than others. */
#include "report/change.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

enum { neighbours = 16 /* on either side */ };

/* By key */

typedef struct keyed {
    const char *key;
    uint32_t number;
} keyed;

static int order_keys(const void *left, const void *right)
{
    const keyed *a = left, *b = right;
    int way = strcmp(a->key, b->key);
    return way ? way : (a->number > b->number) - (a->number < b->number);
}

static keyed *list_keys(const syn_result_view *view)
{
    keyed *keys = syn_alloc(view->passage_count, sizeof *keys);
    for (size_t i = 0; keys && i < view->passage_count; i++)
        keys[i] = (keyed){view->passages[i].key, (uint32_t)i};
    if (keys && view->passage_count > 1)
        qsort(keys, view->passage_count, sizeof *keys, order_keys);
    return keys;
}

static void tie(syn_changes *c, uint32_t before, uint32_t after)
{
    c->of_before.passages[before] = after;
    c->of_after.passages[after] = before;
}

static syn_status pair_by_key(syn_changes *c)
{
    keyed *before = list_keys(c->before), *after = list_keys(c->after);
    size_t i = 0, j = 0;
    while (before && after && i < c->before->passage_count && j < c->after->passage_count) {
        int way = strcmp(before[i].key, after[j].key);
        if (way == 0)
            tie(c, before[i].number, after[j].number);
        i += way <= 0;
        j += way >= 0;
    }
    syn_status status = before && after ? SYN_OK : SYN_MEMORY;
    free(before);
    free(after);
    return status;
}

/* By overlap */

/** Where a passage of the first result stands, its document numbered as in the second. */
typedef struct spot {
    uint32_t document, passage;
    uint64_t begin, end;
} spot;

/** What a passage of the second result has in common with one of the first. */
typedef struct hit {
    uint32_t passage;
    uint64_t bytes;
} hit;

typedef struct search {
    syn_changes *changes;
    spot *spots;
    size_t spot_count;
    uint64_t *sizes; /* bytes of all copies, by passage of the first result */
    hit *hits;
    size_t hit_count, hit_capacity;
} search;

static int order_spots(const void *left, const void *right)
{
    const spot *a = left, *b = right;
    if (a->document != b->document)
        return a->document < b->document ? -1 : 1;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return (a->passage > b->passage) - (a->passage < b->passage);
}

static int order_hits(const void *left, const void *right)
{
    const hit *a = left, *b = right;
    return (a->passage > b->passage) - (a->passage < b->passage);
}

static void list_spots(search *s)
{
    const syn_changes *c = s->changes;
    const syn_result_view *view = c->before;
    for (size_t p = 0; p < view->passage_count; p++) {
        const syn_passage *passage = &view->passages[p];
        for (uint32_t i = 0; i < passage->witness_count && c->of_before.passages[p] == SYN_NONE; i++) {
            const syn_witness *w = &view->witnesses[passage->witness_first + i];
            uint32_t document = c->of_before.documents[w->document];
            s->sizes[p] += w->span.end - w->span.begin;
            if (document != SYN_NONE)
                s->spots[s->spot_count++] = (spot){document, (uint32_t)p, w->span.begin, w->span.end};
        }
    }
    if (s->spot_count > 1)
        qsort(s->spots, s->spot_count, sizeof *s->spots, order_spots);
}

/** The first spot of the document that begins at or behind a witness. */
static size_t find_spot(const search *s, const syn_witness *w)
{
    size_t low = 0, high = s->spot_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const spot *x = &s->spots[middle];
        if (x->document < w->document || (x->document == w->document && x->begin < w->span.begin))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool note_hits(search *s, const syn_witness *w)
{
    size_t at = find_spot(s, w), first = at > neighbours ? at - neighbours : 0;
    size_t end = s->spot_count - at > neighbours ? at + neighbours : s->spot_count;
    if (!syn_alloc_room((void **)&s->hits, &s->hit_capacity, s->hit_count + (end - first), sizeof *s->hits))
        return false;
    for (size_t i = first; i < end; i++) {
        const spot *x = &s->spots[i];
        uint64_t from = x->begin > w->span.begin ? x->begin : w->span.begin;
        uint64_t to = x->end < w->span.end ? x->end : w->span.end;
        if (x->document == w->document && from < to)
            s->hits[s->hit_count++] = (hit){x->passage, to - from};
    }
    return true;
}

/** The passage of the first result that has most in common with what was hit, or SYN_NONE. */
static uint32_t choose(search *s, uint64_t size)
{
    uint32_t best = SYN_NONE;
    double most = 0;
    if (s->hit_count > 1)
        qsort(s->hits, s->hit_count, sizeof *s->hits, order_hits);
    for (size_t i = 0, next; i < s->hit_count; i = next) {
        uint32_t passage = s->hits[i].passage;
        uint64_t bytes = 0, other = s->sizes[passage], shorter = other < size ? other : size;
        for (next = i; next < s->hit_count && s->hits[next].passage == passage; next++)
            bytes += s->hits[next].bytes;
        double common = (double)bytes / ((double)size + (double)other);
        if (s->changes->of_before.passages[passage] != SYN_NONE || bytes < shorter / 2 + shorter % 2)
            continue;
        if (common > most) {
            most = common;
            best = passage;
        }
    }
    return best;
}

static syn_status pair_by_overlap(search *s)
{
    syn_changes *c = s->changes;
    list_spots(s);
    for (uint32_t p = 0; p < c->after->passage_count; p++) {
        const syn_passage *passage = &c->after->passages[p];
        uint64_t size = 0;
        s->hit_count = 0;
        for (uint32_t i = 0; i < passage->witness_count && c->of_after.passages[p] == SYN_NONE; i++) {
            const syn_witness *w = &c->after->witnesses[passage->witness_first + i];
            size += w->span.end - w->span.begin;
            if (!note_hits(s, w))
                return SYN_MEMORY;
        }
        uint32_t partner = choose(s, size);
        if (partner != SYN_NONE)
            tie(c, partner, p);
    }
    return SYN_OK;
}

syn_status syn_change_passages(syn_changes *c)
{
    search s = {.changes = c, .spots = syn_alloc(c->before->witness_count, sizeof *s.spots),
                .sizes = syn_alloc_zero(c->before->passage_count, sizeof *s.sizes)};
    syn_status status = s.spots && s.sizes ? pair_by_key(c) : SYN_MEMORY;
    if (status == SYN_OK)
        status = pair_by_overlap(&s);
    free(s.spots);
    free(s.sizes);
    free(s.hits);
    return status;
}

/* Whether partners differ */

bool syn_change_witness(const syn_witness *a, const syn_witness *b)
{
    return a->span.begin != b->span.begin || a->span.end != b->span.end || a->words != b->words || a->kind != b->kind;
}

bool syn_change_passage(const syn_changes *c, uint32_t before, uint32_t after)
{
    const syn_passage *p = &c->before->passages[before], *q = &c->after->passages[after];
    if (strcmp(p->key, q->key) != 0 || p->kind != q->kind || p->words != q->words ||
        p->witness_count != q->witness_count)
        return true;
    for (uint32_t i = 0; i < p->witness_count; i++) {
        const syn_witness *a = &c->before->witnesses[p->witness_first + i];
        const syn_witness *b = &c->after->witnesses[q->witness_first + i];
        if (c->of_before.documents[a->document] != b->document || syn_change_witness(a, b) ||
            a->standing != b->standing || a->unnamed != b->unnamed)
            return true;
    }
    return false;
}
