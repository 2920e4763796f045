/** Pairs: what two documents share, read from the passages both stand in.
 *
 *      syn_pair_document(&wordings, &passages, &holdings, document, reused, floor_words, min_words, most, &out); // parallel
 *
 *  Two copies share what both share with the representative. A match that lies inside a longer one of
 *  the same pair is not listed; the pair's words are the union of its matches.
 *
 *  Cost    the square of the copies in a passage, unless floor_words leaves documents out; see
 *          syn_pair_floor.
 *  Owns    syn_pairings owns its arrays.  Fails   SYN_MEMORY.
 */
#ifndef SYN_TRACE_PAIR_H
#define SYN_TRACE_PAIR_H

#include "trace/share.h"

/** The part of a passage that documents a and b share. */
typedef struct syn_joint {
    uint32_t b;          /**< the other document */
    uint32_t passage, copy_a, copy_b;
    syn_stretch in_a, in_b;
    uint32_t words, columns;
    bool verbatim;
    uint32_t block_first, block_count; /**< while pairing only */
} syn_joint;

typedef struct syn_pairing {
    uint32_t a, b;
    uint32_t words; /**< of a that b has, or of b that a has, whichever is fewer */
    uint32_t joint_first, joint_count;
} syn_pairing;

typedef struct syn_pairings {
    syn_pairing *items;
    size_t count, capacity;
    syn_joint *joints;
    size_t joint_count, joint_capacity;
} syn_pairings;

void syn_pairings_release(syn_pairings *pairings);

/** Words that the `count`-th largest pair has at least, from the pairs of each representative with its
 *  copies; 0 when there are fewer. Documents that reuse fewer words are in none of the largest pairs. */
syn_status syn_pair_floor(const syn_passages *passages, uint64_t count, uint32_t *floor_words);

/** Appends the pairs of `document` with later documents, both with at least `floor_words` reused words
 *  (reused[d]) and as many between them: the `most` largest (0: all), in order of size, then document. */
syn_status syn_pair_document(const syn_wordings *wordings, const syn_passages *passages, const syn_holdings *holdings, uint32_t document,
                             const uint32_t *reused, uint32_t floor_words, uint32_t min_words, size_t most,
                             syn_pairings *out);

/** How many later documents share a stretch of at least min_words words of some passage with `document`,
 *  edits within it not looked at. `seen` has an entry a document and is a worker's own, zeroed once. */
uint64_t syn_pair_count(const syn_passages *passages, const syn_holdings *holdings, uint32_t document,
                        uint32_t min_words, uint32_t *seen);

#endif
