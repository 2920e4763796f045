#include "match/match.h"

#include "base/alloc.h"
#include "text/name.h"

#include <stdlib.h>
#include <string.h>

void syn_matcher_release(syn_matcher *m)
{
    syn_aligner_release(&m->aligner);
    syn_chainer_release(&m->chainer);
    free(m->pair);
    free(m->bits);
    m->pair = NULL;
    m->bits = NULL;
    m->pair_capacity = m->bits_capacity = 0;
}

void syn_match_set_release(syn_match_set *set)
{
    free(set->items);
    free(set->blocks);
    *set = (syn_match_set){0};
}

static int by_pair(const void *x, const void *y)
{
    const syn_seed *a = x, *b = y;
    if (a->document_b != b->document_b)
        return a->document_b < b->document_b ? -1 : 1;
    if (a->block.a != b->block.a)
        return a->block.a < b->block.a ? -1 : 1;
    if (a->block.b != b->block.b)
        return a->block.b < b->block.b ? -1 : 1;
    return (a->block.count < b->block.count) - (a->block.count > b->block.count);
}

/* Mean bits of a word, from at most the first 64: a longer seed weighs enough however it goes on. */
static float mean_bits(const syn_matcher *m, const syn_wording *text, const syn_block *seed)
{
    uint32_t count = seed->count < 64 ? seed->count : 64;
    return syn_align_bits(&m->aligner, text, seed->a, seed->a + count) / (float)count;
}

/* What a word of the seed is worth in a chain. Texts on one subject repeat its names wherever they
 * need them, so a name must not draw a chain away from the words it stands among. */
static float chain_bits(const syn_matcher *m, uint32_t document_a, const syn_block *seed)
{
    const float name_bits = 2.0f;
    const uint32_t name_words = 20; /* more are no name: see text/name.h */
    syn_stretch name, stretch = {document_a, seed->a, seed->a + seed->count};
    float bits = mean_bits(m, &m->wordings->of[document_a], seed);
    return seed->count <= name_words && syn_name_in(m->wordings, stretch, &name) && bits > name_bits ? name_bits : bits;
}

/* Whether an earlier match of the same pair has words of the block at the same places. */
static bool is_known(const syn_match_set *set, size_t first, const syn_block *x)
{
    for (size_t i = first; i < set->count; i++) {
        const syn_match *match = &set->items[i];
        for (uint32_t b = 0; b < match->block_count; b++) {
            const syn_block *y = &set->blocks[match->block_first + b];
            if (y->a - y->b == x->a - x->b && y->a < x->a + x->count && x->a < y->a + y->count)
                return true;
        }
    }
    return false;
}

/* Cuts an alignment back to where it does not run into an earlier match of the same pair: a name
 * before a quotation must not take the quotation along a second time. */
static void cut_known(syn_aligner *aligner, const syn_block *chain, size_t chain_count, const syn_match_set *set, size_t first)
{
    uint32_t begin = chain[0].a, end = chain[chain_count - 1].a + chain[chain_count - 1].count;
    size_t from = 0, to = aligner->count;
    if (set->count == first)
        return;
    for (size_t i = 0; i < aligner->count; i++) {
        const syn_block *x = &aligner->blocks[i];
        if (x->a + x->count <= begin && is_known(set, first, x))
            from = i + 1;
        else if (x->a >= end && to == aligner->count && is_known(set, first, x))
            to = i;
    }
    memmove(aligner->blocks, aligner->blocks + from, (to - from) * sizeof *aligner->blocks);
    aligner->count = to - from;
}

/* Words of a block that earlier matches of the same pair have on one side. */
static uint32_t taken_words(const syn_match_set *set, size_t first, const syn_block *x, bool side_a)
{
    uint32_t taken = 0, begin = side_a ? x->a : x->b, end = begin + x->count;
    for (size_t i = first; i < set->count && taken < x->count; i++) {
        const syn_match *match = &set->items[i];
        const syn_stretch *place = side_a ? &match->a : &match->b;
        if (place->begin >= end || place->end <= begin)
            continue;
        for (uint32_t b = 0; b < match->block_count; b++) {
            const syn_block *y = &set->blocks[match->block_first + b];
            uint32_t y_begin = side_a ? y->a : y->b, from = y_begin > begin ? y_begin : begin;
            uint32_t to = y_begin + y->count < end ? y_begin + y->count : end;
            taken += to > from ? to - from : 0;
        }
    }
    return taken;
}

/* Whether all words of the blocks are matched already on both sides: nothing would be told that is not
 * known, and a text that repeats itself has as many such chains as shifts. */
static bool are_taken(const syn_match_set *set, size_t first, const syn_block *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (taken_words(set, first, &blocks[i], true) < blocks[i].count || taken_words(set, first, &blocks[i], false) < blocks[i].count)
            return false;
    return true;
}

static syn_status keep(const syn_block *blocks, size_t count, syn_match *match, syn_match_set *out)
{
    if (!syn_alloc_room((void **)&out->items, &out->capacity, out->count + 1, sizeof *out->items) ||
        !syn_alloc_room((void **)&out->blocks, &out->block_capacity, out->block_count + count, sizeof *out->blocks))
        return SYN_MEMORY;
    match->block_first = (uint32_t)out->block_count;
    match->block_count = (uint32_t)count;
    memcpy(out->blocks + out->block_count, blocks, count * sizeof *blocks);
    out->block_count += count;
    out->items[out->count++] = *match;
    return SYN_OK;
}

/* Keeps the parts of an alignment that are sound by themselves: an extension that paid when it was made
 * must not take a match down with it. */
static syn_status keep_parts(syn_matcher *m, uint32_t document_a, uint32_t document_b, size_t first, syn_match_set *out)
{
    const syn_block *blocks = m->aligner.blocks;
    const syn_wording *a = &m->wordings->of[document_a];
    for (size_t from = 0, to; from < m->aligner.count; from = to) {
        syn_match match = {.a.document = document_a, .b.document = document_b};
        syn_align_part(&m->aligner, a, SYN_MATCH_BITS, &from, &to);
        syn_align_measure(&m->aligner, a, blocks + from, to - from, &match);
        if (match.matched_words < m->min_words || match.weight < (match.matched_words < SYN_SHORT_WORDS ? SYN_SHORT_BITS : SYN_MATCH_BITS))
            continue;
        if (are_taken(out, first, blocks + from, to - from))
            continue;
        syn_status status = keep(blocks + from, to - from, &match, out);
        if (status < 0)
            return status;
    }
    return SYN_OK;
}

static syn_status match_chain(syn_matcher *m, uint32_t document_a, uint32_t document_b, const syn_chain *chain,
                              size_t first, syn_match_set *out)
{
    const syn_block *blocks = m->chainer.blocks + chain->first;
    if (are_taken(out, first, blocks, chain->count))
        return SYN_OK;
    syn_status status = syn_align_grow(&m->aligner, &m->wordings->of[document_a], &m->wordings->of[document_b], blocks, chain->count);
    if (status < 0)
        return status;
    cut_known(&m->aligner, blocks, chain->count, out, first);
    return keep_parts(m, document_a, document_b, first, out);
}

/* Whether a chain is one weak seed whose words stand in many places: beside others it counts, alone it does not. */
static bool is_common_alone(const syn_matcher *m, const syn_chain *chain, const syn_seed *seeds, size_t count)
{
    const syn_block *block = &m->chainer.blocks[chain->first];
    if (chain->count > 1 || block->count >= m->min_words)
        return false;
    size_t low = 0, high = count; /* seeds are in order of a: the first that is not before the chain */
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (seeds[middle].block.a < block->a)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < count && seeds[i].block.a < block->a + block->count; i++)
        if (!seeds[i].common && seeds[i].block.a - seeds[i].block.b == block->a - block->b)
            return false;
    return true;
}

static syn_status match_pair(syn_matcher *m, const syn_seed *seeds, size_t count, syn_match_set *out)
{
    if (count == 1 && seeds->common)
        return SYN_OK;
    if (!syn_alloc_room((void **)&m->pair, &m->pair_capacity, count, sizeof *m->pair) ||
        !syn_alloc_room((void **)&m->bits, &m->bits_capacity, count, sizeof *m->bits))
        return SYN_MEMORY;
    uint32_t document_a = seeds->document_a, document_b = seeds->document_b;
    for (size_t i = 0; i < count; i++) {
        m->pair[i] = seeds[i].block;
        /* Seeds that lie on the diagonal of the one before, and touch it, are one seed with it. */
        const syn_block *last = i > 0 ? &m->pair[i - 1] : NULL, *next = &m->pair[i];
        bool same = last != NULL && last->a - last->b == next->a - next->b && next->a <= last->a + last->count;
        m->bits[i] = count == 1 ? 1.0f : same ? m->bits[i - 1] : chain_bits(m, document_a, next);
    }
    size_t chains = syn_chain_all(&m->chainer, m->pair, m->bits, count), first = out->count;
    if (chains == SIZE_MAX)
        return SYN_MEMORY;
    for (size_t c = 0; c < chains; c++) {
        if (is_common_alone(m, &m->chainer.chains[c], seeds, count))
            continue;
        syn_status status = match_chain(m, document_a, document_b, &m->chainer.chains[c], first, out);
        if (status < 0)
            return status;
    }
    return SYN_OK;
}

syn_status syn_match_document(syn_matcher *m, syn_seed *seeds, size_t count, syn_match_set *out)
{
    qsort(seeds, count, sizeof *seeds, by_pair);
    for (size_t i = 0, j; i < count; i = j) {
        for (j = i + 1; j < count && seeds[j].document_b == seeds[i].document_b; j++)
            ;
        syn_status status = match_pair(m, seeds + i, j - i, out);
        if (status < 0)
            return status;
    }
    return SYN_OK;
}
