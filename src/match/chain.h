/** Chains: seeds of two documents that follow one another in both, joined over edits.
 *
 *  Seeds on one diagonal that touch become one. Then the best chain ending in each seed is found by
 *  dynamic programming over the seeds before it (as in minimap2; Li 2018), scored in bits: what the
 *  words weigh, less what the gap costs. A gap is bridged when both sides of it are at most
 *  SYN_GAP_WORDS words, or when one side is adjacent (or lacks one word) and the other at most SYN_INSERTED_WORDS words:
 *  a speaker inside a quotation.
 *
 *      syn_chainer chainer = {0};
 *      size_t chains = syn_chain_all(&chainer, seeds, bits, count);
 *      for (size_t c = 0; c < chains; c++)
 *          ... chainer.blocks[chainer.chains[c].first ...]
 *
 *  Owns    a syn_chainer owns its arrays, reused from call to call.  Fails   SIZE_MAX when memory is short.
 *  Cost    at most 64 steps back a seed.
 */
#ifndef SYN_MATCH_CHAIN_H
#define SYN_MATCH_CHAIN_H

#include "text/stretch.h"

#include <stddef.h>

#define SYN_GAP_WORDS 14
#define SYN_INSERTED_WORDS 20

/** What a gap of a words on one side and b on the other costs, in bits. */
float syn_chain_gap_cost(uint32_t a, uint32_t b);

typedef struct syn_chain {
    uint32_t first, count; /**< into blocks[] */
    float score;
} syn_chain;

typedef struct syn_chain_node {
    syn_block block;
    float bits, score;
    uint32_t before;       /**< node before it in its best chain, or UINT32_MAX */
    uint32_t used;
} syn_chain_node;

typedef struct syn_chainer {
    syn_chain_node *nodes;
    uint32_t *order;
    syn_block *blocks;
    syn_chain *chains;
    size_t node_capacity, order_capacity, block_capacity, chain_capacity;
} syn_chainer;

void syn_chainer_release(syn_chainer *chainer);

/** `bits_per_word[i]` is the mean weight of a word of seeds[i]. Chains come best first; each seed is
 *  in one chain. The blocks of a chain ascend on both sides and do not overlap. */
size_t syn_chain_all(syn_chainer *chainer, const syn_block *seeds, const float *bits_per_word, size_t count);

#endif
