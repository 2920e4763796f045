/** Shingles that were seen: which may stand more than once, and where the one that is kept stands.
 *
 *      syn_twice *twice = NULL;
 *      syn_twice_new(most_bytes, expected_count, &twice);
 *      syn_twice_see(twice, hashes, count);                     // all shingles of all texts, in any order
 *      if (syn_twice_may(twice, hash)) ...                      // false: it stands once
 *
 *      syn_seen *seen = NULL;
 *      syn_seen_new(capacity, &seen);
 *      const syn_seen_at *at = syn_seen_get(seen, hash);        // NULL when it was not seen yet
 *      syn_seen_add(seen, hash, (syn_seen_at){text, word}, &slot);
 *      syn_seen_undo(seen, slot);                               // the last one that was added and not undone
 *
 *  The first is a bit pair for each of many buckets (a counting filter: Fan and others 2000); it errs to the safe side.
 *  The second is exact for hashes of 64 bits.
 *
 *  Owns    their memory.  Fails   SYN_MEMORY.  Cost   a cache miss a call, which a prefetch hides.
 *  Threads syn_twice_see and _may may run in several at once; what was seen is the same whatever their number.
 */
#ifndef SYN_DEDUP_SEEN_H
#define SYN_DEDUP_SEEN_H

#include "syndic/base.h"

#include <stdbool.h>

typedef struct syn_twice syn_twice;

syn_status syn_twice_new(uint64_t most_bytes, uint64_t expected_count, syn_twice **out);
void syn_twice_free(syn_twice *twice);
/** Returns how many of them stood in a bucket that had been seen. */
uint64_t syn_twice_see(syn_twice *twice, const uint64_t *hashes, size_t count);
bool syn_twice_may(const syn_twice *twice, uint64_t hash);
void syn_twice_prefetch(const syn_twice *twice, uint64_t hash);

/** A place: a word of a text. */
typedef struct syn_seen_at {
    uint32_t text, word;
} syn_seen_at;

typedef struct syn_seen syn_seen;

syn_status syn_seen_new(size_t capacity, syn_seen **out);
void syn_seen_free(syn_seen *seen);
void syn_seen_clear(syn_seen *seen);
/** How many more it takes. */
size_t syn_seen_room(const syn_seen *seen);
const syn_seen_at *syn_seen_get(const syn_seen *seen, uint64_t hash);
/** Adds one that is not there and has room. */
void syn_seen_add(syn_seen *seen, uint64_t hash, syn_seen_at at, size_t *slot);
void syn_seen_undo(syn_seen *seen, size_t slot);
void syn_seen_prefetch(const syn_seen *seen, uint64_t hash);

#endif
