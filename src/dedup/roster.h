/** Sketches of texts in the order of keeping, more than fit into memory: sorted runs in files, and their merge.
 *
 *      syn_roster *roster = NULL;
 *      syn_roster_new(folder, memory_bytes, mark, &roster, &error);
 *      syn_roster_add(roster, &sketch, &error);            // copied; any order
 *      syn_roster_sort(roster, &error);                    // no more are added
 *      while (syn_roster_next(roster, batch, 256, &count, &error) == SYN_OK && count > 0) ... batch[i].values ...
 *      syn_roster_free(roster);
 *
 *  A sketch of a text is the set of the smallest fingerprints of its shingles, cut to 32 bits: those up to a bound
 *  (Broder 1997; FracMinHash, Irber and others 2022). Values ascend and are distinct.
 *
 *  What fits stays in memory and no file is made. A run is a header (magic, format, the caller's mark, counts of
 *  sketches and values), the sketches in order in blocks, each with its length and XXH3-64, and an end mark: a run that
 *  is cut short, garbled, out of order or someone else's is refused (SYN_INPUT), never read as if it were whole. Files
 *  have no name: nothing stays behind, whatever ends the process. More runs than are merged at once are merged in
 *  rounds, of which each needs the disk once more while it lasts.
 *
 *  Owns    its memory and files.  Fails   SYN_MEMORY, SYN_IO (a full disk: says how much was needed), SYN_INPUT.
 *  After a failure a roster can only be freed.
 *  Order   by order[0], [1], [2], [3], then text; what is equal in all comes in the order of adding.
 *  Cost    memory_bytes in all, and at least 1 MiB or a little more than twice the largest sketch; 72 bytes a sketch
 *          and four a value. What comes in order is not sorted again.
 */
#ifndef SYN_DEDUP_ROSTER_H
#define SYN_DEDUP_ROSTER_H

#include "syndic/base.h"

typedef struct syn_sketch {
    uint64_t order[4];      /**< what is kept before what: smaller first */
    uint64_t whole;         /**< hash of all words */
    uint32_t text;          /**< number of the text */
    uint32_t words;         /**< of it */
    uint32_t bound;         /**< values up to this one are kept */
    uint32_t count;
    const uint32_t *values; /**< what syn_roster_next gives holds until the next call */
} syn_sketch;

typedef struct syn_roster syn_roster;

/** `mark` is what the sketches were made with (a hash of parameters). */
syn_status syn_roster_new(const char *folder, size_t memory_bytes, uint64_t mark, syn_roster **out, syn_error *error);
void syn_roster_free(syn_roster *roster);
syn_status syn_roster_add(syn_roster *roster, const syn_sketch *sketch, syn_error *error);
syn_status syn_roster_sort(syn_roster *roster, syn_error *error);
/** Up to `room` more, which is at least 1; *count is 0 when there are no more. */
syn_status syn_roster_next(syn_roster *roster, syn_sketch *sketches, size_t room, size_t *count, syn_error *error);
/** Bytes written to files so far. */
uint64_t syn_roster_bytes(const syn_roster *roster);

#endif
