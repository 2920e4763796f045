/** The sketch of a text: the smallest fingerprints of its shingles, 32 bits of each.
 *
 *      syn_sketch_room room = {0};                       // one a worker
 *      syn_sketch_make(sweep, text, bytes, &room, &sketch);
 *      ... sketch.values, sketch.count ...               // until the next one
 *      syn_sketch_room_release(&room);
 *
 *  Of a text of few words all are kept, of a longer one SYN_SKETCH_VALUES or one in SYN_SKETCH_PART, whichever is more,
 *  and of very long ones SYN_SKETCH_MOST: so short texts have enough to be told by, and a short text that stands in a
 *  long one has values there (bottom sketches with a bound that depends on the text's length alone: Broder 1997). A
 *  text without words has one value, of its bytes. One that repeats itself has its smallest SYN_SKETCH_VALUES, as too
 *  few lie below that bound.
 *
 *  Owns    values are the room's.  Fails   SYN_MEMORY, SYN_LIMIT for a text of 4 GiB or more.
 *  Cost    a sweep (text/sweep.h), and a sort of the values that is linear for they are spread evenly.
 */
#ifndef SYN_DEDUP_SKETCH_H
#define SYN_DEDUP_SKETCH_H

#include "dedup/roster.h"
#include "text/sweep.h"

#define SYN_SKETCH_SHINGLE_WORDS 5
#define SYN_SKETCH_VALUES 64
#define SYN_SKETCH_PART 8
#define SYN_SKETCH_MOST (4u << 20)

typedef struct syn_sketch_room {
    uint32_t *values, *scratch, *counts;
    size_t capacity, scratch_capacity, counts_capacity;
} syn_sketch_room;

/** Sets all but `text` and `order`. */
syn_status syn_sketch_make(syn_sweep *sweep, const char *text, size_t bytes, syn_sketch_room *room, syn_sketch *out);
/** The same with one value, of all words. */
syn_status syn_sketch_whole(syn_sweep *sweep, const char *text, size_t bytes, syn_sketch_room *room, syn_sketch *out);
void syn_sketch_room_release(syn_sketch_room *room);

#endif
