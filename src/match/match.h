/** Matches: from the seeds of one document to its aligned stretches in others.
 *
 *      syn_match_set set = {0};
 *      syn_match_document(&matcher, seeds, seed_count, &set);   // all seeds have the same document_a
 *
 *  A match is kept when it has the minimum of words and its weight is at least SYN_MATCH_BITS, with fewer than
 *  SYN_SHORT_WORDS words SYN_SHORT_BITS (all in seed.h): what the words are worth is what chance would have
 *  to do to write them again.
 *
 *  Owns    a syn_match_set owns its arrays; a syn_matcher its scratch.  Fails   SYN_MEMORY.
 *  Units   word indices; a match's blocks are set->blocks[block_first ...].
 */
#ifndef SYN_MATCH_MATCH_H
#define SYN_MATCH_MATCH_H

#include "match/align.h"
#include "match/chain.h"
#include "match/seed.h"

typedef struct syn_match_set {
    syn_match *items;
    size_t count, capacity;
    syn_block *blocks;
    size_t block_count, block_capacity;
} syn_match_set;

/** What one worker needs. */
typedef struct syn_matcher {
    const syn_wordings *wordings;
    uint32_t min_words;
    syn_aligner aligner;
    syn_chainer chainer;
    syn_block *pair;    /**< the seeds of the pair at hand */
    float *bits;
    size_t pair_capacity, bits_capacity;
} syn_matcher;

void syn_matcher_release(syn_matcher *matcher);
void syn_match_set_release(syn_match_set *set);

/** Sorts `seeds` in place and appends the matches, by other document, then best first. */
syn_status syn_match_document(syn_matcher *matcher, syn_seed *seeds, size_t count, syn_match_set *out);

#endif
