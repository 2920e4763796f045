/** The words of a text that stand in what is kept already: runs of at least as many words as a shingle has here.
 *
 *      syn_repeats repeats = {0};                                    // one a text in work
 *      syn_repeats_begin(&repeats, text_number, shingle_words);
 *      ... repeats.shingles: those of the text that may stand twice (syn_alloc_room, in order) ...
 *      ... repeats.segments: what was found of it in earlier rounds ...
 *      syn_repeats_find(&repeats, seen, adds);
 *      for (size_t i = 0; i < repeats.segment_count; i++) ... repeats.segments[i] ...
 *      syn_repeats_release(&repeats);
 *
 *  From left to right, each shingle is looked up. What was seen makes its words a segment, or lengthens the last one
 *  when it goes on in the same text behind the last word there. A shingle of which no word lies in a segment is what is
 *  kept, and becomes seen, but only when the reading has come past it: so a text's own later copies are found, none
 *  overlaps the copy it is held to be one of, and every segment's words still stand, in one piece, in what is kept.
 *
 *  Owns    its arrays.  Fails   SYN_MEMORY.  Cost   two look-ups a shingle.  Units   words of the text.
 */
#ifndef SYN_DEDUP_REPEAT_H
#define SYN_DEDUP_REPEAT_H

#include "dedup/seen.h"

typedef struct syn_shingle_at {
    uint64_t hash;
    uint32_t word; /**< its first */
} syn_shingle_at;

/** Words [begin, end) of a text; in the kept one they begin at kept_begin. */
typedef struct syn_segment_at {
    uint32_t begin, end, kept, kept_begin;
} syn_segment_at;

typedef struct syn_repeats {
    uint32_t text, shingle_words;
    syn_shingle_at *shingles;
    size_t shingle_count, shingle_capacity;
    syn_segment_at *segments; /**< ascending, disjoint */
    size_t segment_count, segment_capacity;
    syn_segment_at *older;    /**< those of earlier rounds */
    size_t older_count, older_capacity;
    size_t *slots;            /**< of what was added, for syn_repeats_undo */
    size_t slot_count, slot_capacity;
} syn_repeats;

void syn_repeats_begin(syn_repeats *repeats, uint32_t text, uint32_t shingle_words);
/** `adds`: the text's own shingles become seen, for which there is room; else it is only held against what was. */
syn_status syn_repeats_find(syn_repeats *repeats, syn_seen *seen, bool adds);
/** All shingles become seen, and nothing is found: for a text that is kept as it is. */
syn_status syn_repeats_keep(syn_repeats *repeats, syn_seen *seen);
/** Takes back what the last call added: the text is not kept. */
void syn_repeats_undo(syn_repeats *repeats, syn_seen *seen);
/** Words in segments. */
uint32_t syn_repeats_words(const syn_repeats *repeats);
void syn_repeats_release(syn_repeats *repeats);

#endif
