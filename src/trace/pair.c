#include "trace/pair.h"

#include "base/alloc.h"
#include "trace/blocks.h"

#include <stdlib.h>
#include <string.h>

/* What pairing one document needs: joints, and blocks to compose them in. */
typedef struct bench {
    syn_joint *joints;
    size_t count, capacity;
    syn_block *blocks;
    size_t block_count, block_capacity;
} bench;

void syn_pairings_release(syn_pairings *p)
{
    free(p->items);
    free(p->joints);
    *p = (syn_pairings){0};
}

typedef struct ranked {
    uint64_t pair;
    uint32_t words;
} ranked;

static int by_pair(const void *x, const void *y)
{
    const ranked *a = x, *b = y;
    if (a->pair != b->pair)
        return a->pair < b->pair ? -1 : 1;
    return (a->words < b->words) - (a->words > b->words);
}

static int by_words(const void *x, const void *y)
{
    const ranked *a = x, *b = y;
    return (a->words < b->words) - (a->words > b->words);
}

/* The fewest words that `want` entries have, so that few need be sorted; longer ones count as `most`. */
static uint32_t find_cut(const ranked *pairs, size_t count, uint64_t want)
{
    enum { most = 1 << 14 };
    uint32_t counts[most + 1] = {0};
    uint64_t met = 0;
    for (size_t i = 0; i < count; i++)
        counts[pairs[i].words < most ? pairs[i].words : most]++;
    for (uint32_t words = most; words > 0; words--)
        if ((met += counts[words]) >= want)
            return words;
    return 0;
}

static size_t sort_pairs(ranked *pairs, size_t count)
{
    size_t kept = 0;
    if (count > 0)
        qsort(pairs, count, sizeof *pairs, by_pair);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || pairs[kept - 1].pair != pairs[i].pair)
            pairs[kept++] = pairs[i];
    if (kept > 0)
        qsort(pairs, kept, sizeof *pairs, by_words);
    return kept;
}

/* One pair may be met in several passages, hence more entries are looked at than pairs are wanted. */
static uint32_t find_floor(ranked *pairs, size_t count, uint64_t want)
{
    for (uint64_t look = want * 4; look / 64 < count; look *= 8) {
        uint32_t cut = find_cut(pairs, count, look);
        size_t chosen = 0;
        for (size_t i = 0; i < count; i++) {
            if (pairs[i].words < cut)
                continue;
            ranked swap = pairs[chosen];
            pairs[chosen++] = pairs[i];
            pairs[i] = swap;
        }
        size_t kept = sort_pairs(pairs, chosen);
        if (kept >= want)
            return pairs[want - 1].words;
        if (chosen == count)
            break;
    }
    return 0;
}

syn_status syn_pair_floor(const syn_passages *p, uint64_t count, uint32_t *floor_words)
{
    ranked *pairs = syn_alloc(p->copy_count, sizeof *pairs);
    size_t made = 0;
    if (pairs == NULL)
        return SYN_MEMORY;
    for (size_t i = 0; i < p->count; i++) {
        const syn_gathered *g = &p->items[i];
        for (uint32_t c = 0; syn_kind_counts(g->kind) && c < g->copy_count; c++) {
            const syn_copy *copy = &p->copies[g->copy_first + c];
            uint32_t x = g->hub.document, y = copy->place.document;
            if (x != y)
                pairs[made++] = (ranked){x < y ? (uint64_t)x << 32 | y : (uint64_t)y << 32 | x, copy->matched_words};
        }
    }
    *floor_words = find_floor(pairs, made, count);
    free(pairs);
    return SYN_OK;
}

static syn_status join(const syn_wordings *w, const syn_passages *p, uint32_t passage, uint32_t copy_a, uint32_t copy_b, uint32_t min_words, bench *b)
{
    const syn_copy *x = &p->copies[copy_a], *y = &p->copies[copy_b];
    if (!syn_alloc_room((void **)&b->blocks, &b->block_capacity, b->block_count + x->block_count + y->block_count, sizeof *b->blocks) ||
        !syn_alloc_room((void **)&b->joints, &b->capacity, b->count + 1, sizeof *b->joints))
        return SYN_MEMORY;
    const syn_block *first = b->blocks + b->block_count;
    size_t count = syn_blocks_compose(p->blocks + x->block_first, x->block_count, true, p->blocks + y->block_first,
                                      y->block_count, b->blocks + b->block_count);
    uint32_t words = syn_blocks_words(first, count);
    if (words < min_words)
        return SYN_OK;
    const syn_block *last = first + count - 1;
    b->joints[b->count++] = (syn_joint){
        .b = y->place.document, .passage = passage, .copy_a = copy_a, .copy_b = copy_b,
        .in_a = {x->place.document, first->a, last->a + last->count},
        .in_b = {y->place.document, first->b, last->b + last->count},
        .words = words, .columns = syn_blocks_columns(first, count), .verbatim = syn_blocks_verbatim(w->of[x->place.document].ids, w->of[y->place.document].ids, first, count),
        .block_first = (uint32_t)b->block_count, .block_count = (uint32_t)count};
    b->block_count += count;
    return SYN_OK;
}

/* By the other document, most words first, then place and passage. */
static int by_other(const void *x, const void *y)
{
    const syn_joint *a = x, *b = y;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    if (a->in_a.begin != b->in_a.begin)
        return a->in_a.begin < b->in_a.begin ? -1 : 1;
    if (a->in_b.begin != b->in_b.begin)
        return a->in_b.begin < b->in_b.begin ? -1 : 1;
    if (a->in_a.end != b->in_a.end)
        return a->in_a.end > b->in_a.end ? -1 : 1;
    if (a->in_b.end != b->in_b.end)
        return a->in_b.end > b->in_b.end ? -1 : 1;
    return (a->passage > b->passage) - (a->passage < b->passage);
}

static int by_begin(const void *x, const void *y)
{
    const syn_joint *a = x, *b = y;
    if (a->in_a.begin != b->in_a.begin)
        return a->in_a.begin < b->in_a.begin ? -1 : 1;
    if (a->in_b.begin != b->in_b.begin)
        return a->in_b.begin < b->in_b.begin ? -1 : 1;
    return (a->passage > b->passage) - (a->passage < b->passage);
}

static bool inside(const syn_joint *x, const syn_joint *y)
{
    return x->in_a.begin >= y->in_a.begin && x->in_a.end <= y->in_a.end &&
           x->in_b.begin >= y->in_b.begin && x->in_b.end <= y->in_b.end;
}

/* Drops joints inside larger ones, puts the rest in order of place; returns how many. */
static uint32_t settle(syn_joint *joints, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool held = false;
        for (uint32_t k = 0; k < kept && !held; k++)
            held = inside(&joints[i], &joints[k]);
        if (!held)
            joints[kept++] = joints[i];
    }
    qsort(joints, kept, sizeof *joints, by_begin);
    return kept;
}

/* Words of one document that lie in any of the joints; `room` has space for all their blocks. */
static uint32_t united_words(const bench *b, const syn_joint *joints, uint32_t count, bool side_a, syn_block *room)
{
    size_t ranges = 0;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < joints[i].block_count; k++) {
            const syn_block *x = &b->blocks[joints[i].block_first + k];
            room[ranges++] = (syn_block){side_a ? x->a : x->b, 0, x->count};
        }
    }
    return syn_blocks_words(room, syn_blocks_unite(room, ranges));
}

/* One pair from its joints; those that lie in larger ones go. */
static syn_status make_pairing(bench *b, uint32_t document, syn_joint *joints, uint32_t count, syn_pairing *out)
{
    uint32_t kept = settle(joints, count);
    size_t blocks = 0;
    for (uint32_t i = 0; i < kept; i++)
        blocks += joints[i].block_count;
    if (!syn_alloc_room((void **)&b->blocks, &b->block_capacity, b->block_count + blocks, sizeof *b->blocks))
        return SYN_MEMORY;
    *out = (syn_pairing){.a = document, .b = joints->b, .joint_count = kept};
    uint32_t of_a = united_words(b, joints, kept, true, b->blocks + b->block_count);
    uint32_t of_b = united_words(b, joints, kept, false, b->blocks + b->block_count);
    out->words = of_a < of_b ? of_a : of_b;
    return SYN_OK;
}

static syn_status collect(const syn_wordings *w, const syn_passages *p, const syn_holdings *h, uint32_t document, const uint32_t *reused,
                          uint32_t floor_words, uint32_t min_words, bench *b)
{
    for (uint32_t e = h->first[document]; e < h->first[document + 1]; e++) {
        const syn_gathered *g = &p->items[h->passage[e]];
        if (!syn_kind_counts(g->kind))
            continue;
        for (uint32_t c = h->copy[e] + 1; c < g->copy_first + g->copy_count; c++) {
            uint32_t other = p->copies[c].place.document;
            if (other == document || reused[other] < floor_words)
                continue;
            syn_status status = join(w, p, h->passage[e], h->copy[e], c, min_words, b);
            if (status < 0)
                return status;
        }
    }
    return SYN_OK;
}

static int by_size(const void *x, const void *y)
{
    const syn_pairing *a = x, *b = y;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

/* Copies the joints of the pairs that are kept. */
static syn_status keep_joints(const bench *b, size_t first, syn_pairings *out)
{
    for (size_t i = first; i < out->count; i++) {
        syn_pairing *pair = &out->items[i];
        if (!syn_alloc_room((void **)&out->joints, &out->joint_capacity, out->joint_count + pair->joint_count, sizeof *out->joints))
            return SYN_MEMORY;
        memcpy(out->joints + out->joint_count, b->joints + pair->joint_first, pair->joint_count * sizeof *b->joints);
        pair->joint_first = (uint32_t)out->joint_count;
        out->joint_count += pair->joint_count;
    }
    return SYN_OK;
}

syn_status syn_pair_document(const syn_wordings *w, const syn_passages *p, const syn_holdings *h, uint32_t document, const uint32_t *reused,
                             uint32_t floor_words, uint32_t min_words, size_t most, syn_pairings *out)
{
    bench b = {0};
    const size_t first = out->count;
    if (reused[document] < floor_words)
        return SYN_OK;
    syn_status status = collect(w, p, h, document, reused, floor_words, min_words, &b);
    if (status == SYN_OK && b.count > 0)
        qsort(b.joints, b.count, sizeof *b.joints, by_other);
    for (size_t i = 0, j; i < b.count && status == SYN_OK; i = j) {
        syn_pairing pair;
        for (j = i + 1; j < b.count && b.joints[j].b == b.joints[i].b; j++)
            ;
        status = make_pairing(&b, document, b.joints + i, (uint32_t)(j - i), &pair);
        if (status < 0 || pair.words < floor_words)
            continue;
        pair.joint_first = (uint32_t)i;
        if (syn_alloc_room((void **)&out->items, &out->capacity, out->count + 1, sizeof *out->items))
            out->items[out->count++] = pair;
        else
            status = SYN_MEMORY;
    }
    if (status == SYN_OK && out->count > first)
        qsort(out->items + first, out->count - first, sizeof *out->items, by_size);
    if (most > 0 && out->count - first > most)
        out->count = first + most;
    if (status == SYN_OK)
        status = keep_joints(&b, first, out);
    free(b.joints);
    free(b.blocks);
    return status;
}

uint64_t syn_pair_count(const syn_passages *p, const syn_holdings *h, uint32_t document, uint32_t min_words, uint32_t *seen)
{
    uint64_t count = 0;
    for (uint32_t e = h->first[document]; e < h->first[document + 1]; e++) {
        const syn_gathered *g = &p->items[h->passage[e]];
        const syn_stretch own = h->range[h->copy[e]];
        const uint32_t end_copy = g->copy_first + g->copy_count;
        if (!syn_kind_counts(g->kind) || own.end - own.begin < min_words)
            continue;
        /* Two copies are a pair if their ranges share the minimum of words. */
        const uint32_t begin_before = own.end - min_words, end_behind = own.begin + min_words;
        for (uint32_t c = h->copy[e] + 1; c < end_copy; c++) {
            const syn_stretch x = h->range[c];
            if (x.begin > begin_before || x.end < end_behind || x.end - x.begin < min_words || x.document == document)
                continue;
            count += seen[x.document] != document + 1;
            seen[x.document] = document + 1;
        }
    }
    return count;
}
