/** Alignment of words: gaps between exact runs filled, ends extended while it pays.
 *
 *  Words that are equal or within one edit of each other (a typing or scanning error) match. Scores
 *  are bits: a match is worth the surprisal of its word, a replaced, inserted or dropped word costs a
 *  fixed number (Needleman and Wunsch 1970; ends as in Smith and Waterman 1981). An end is extended in
 *  windows of SYN_WINDOW words (half of that beside a run of fewer than 8) as long as the best path through
 *  the window is worth SYN_PAYS bits, and holds SYN_PAYS_WORDS words where it begins with an insertion of more
 *  than one: less would let chance prolong a match.
 *
 *      syn_align_grow(&aligner, &a, &b, chain, count);
 *      for (size_t from = 0, to; from < aligner.count; from = to) {
 *          syn_align_part(&aligner, &a, SYN_MATCH_BITS, &from, &to);
 *          syn_align_measure(&aligner, &a, aligner.blocks + from, to - from, &match);
 *      }
 *
 *  Owns    nothing beyond the aligner's own arrays.  Fails   SYN_MEMORY.
 *  Units   bits; word indices.
 */
#ifndef SYN_MATCH_ALIGN_H
#define SYN_MATCH_ALIGN_H

#include "text/stretch.h"
#include "text/wording.h"

#include <stddef.h>

#define SYN_WINDOW 16
#define SYN_PAYS 10.0f
#define SYN_PAYS_WORDS 3

/** The tables, and memory that is reused. */
typedef struct syn_aligner {
    const syn_lexicon *lexicon;
    const syn_surprisal *surprisal;
    syn_block *blocks;       /**< the alignment last made, ascending, touching blocks joined */
    size_t count, capacity;
    syn_block *spare;
    size_t spare_capacity;
    bool failed;
} syn_aligner;

void syn_aligner_release(syn_aligner *aligner);

/** Makes aligner->blocks from a chain: exact runs lengthened, gaps filled, both ends extended.
 *  The chain's blocks ascend and do not overlap. Never runs over a text's end. */
syn_status syn_align_grow(syn_aligner *aligner, const syn_wording *a, const syn_wording *b,
                          const syn_block *chain, size_t count);

/** Sums an alignment up: stretches, matched words, columns and weight of `match` are set;
 *  documents and block_first are the caller's. */
void syn_align_measure(const syn_aligner *aligner, const syn_wording *a, const syn_block *blocks, size_t count,
                       syn_match *match);

/** The first part of the alignment last made, from block *from on, that weighs most: the words' bits, less
 *  what the gaps between blocks take from the evidence. It ends where going on would cost all of its
 *  weight, or more than `drop` bits without gaining them back (X-drop; Altschul et al. 1990). Sets *from
 *  and *to; the next part is looked for from *to on. */
void syn_align_part(const syn_aligner *aligner, const syn_wording *a, float drop, size_t *from, size_t *to);

/** Bits of words [begin, end) of a text, each behind the one before it. */
float syn_align_bits(const syn_aligner *aligner, const syn_wording *a, uint32_t begin, uint32_t end);

#endif
