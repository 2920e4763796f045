/** Seeds: which places of which documents hold the same words, read from LCP intervals.
 *
 *  An LCP interval of the suffix array is a string of words with all its occurrences at once
 *  (Abouelhoda, Kurtz, Ohlebusch 2004). Only intervals whose occurrences differ in the word before are
 *  read: the others are the tail of a longer repeat. All occurrences are tied to the first one, in
 *  order of documents: n witnesses give n - 1 seeds, never a loop over all pairs.
 *
 *  Nested intervals: one that is at least the minimum of words longer than the interval around it
 *  ties its occurrences on its own, and so does one around which nothing would make a match (fewer words
 *  than the minimum, or less than SYN_MATCH_BITS); else the difference is left to the alignment, which
 *  lengthens matches as far as they go. Long ones must differ by a sixteenth, so that a text that repeats
 *  itself without end costs n log n seeds and not n^2.
 *
 *  Intervals shorter than the minimum of words are weak: alone they are no match. With at most SYN_WEAK_MOST
 *  occurrences each is tied to each, unless the words are common ones (less than SYN_WEAK_BITS), because then the pair
 *  is all there is to find it by; with more, all are tied to the first if the words are telling ones
 *  (SYN_TELLING_BITS), as seeds that count only in a chain with others, and none is otherwise. That thins
 *  phrases, not passages: of the runs between the edits of a passage some are long or telling.
 *
 *      syn_seeds seeds = {0};
 *      syn_seed_all(&suffixes, &surprisal, from, end, min_words, &seeds);
 *
 *  Owns    syn_seeds owns its array.  Fails   SYN_MEMORY.
 *  Cost    one read of the array and one random read a suffix.
 */
#ifndef SYN_MATCH_SEED_H
#define SYN_MATCH_SEED_H

#include "match/suffix.h"
#include "text/surprisal.h"

#include <stdbool.h>
#include <stddef.h>

/** Words that two runs must share for the suffix array to be asked (the guarantee of the sketch). */
#define SYN_SEED_WORDS 5

/** Bits below which shared words are set phrases of the language; of fewer than SYN_SHORT_WORDS words,
 *  which are written twice by chance more often, more is asked. */
#define SYN_MATCH_BITS 58.0f
#define SYN_SHORT_WORDS 10
#define SYN_SHORT_BITS 64.0f

/** Occurrences, in all documents, up to which a weak repeat ties each to each; bits that it needs for it, and bits
 *  with which it ties beside others whatever their number. */
#define SYN_WEAK_MOST 4
#define SYN_WEAK_BITS 30.0f
#define SYN_TELLING_BITS 50.0f

/** Equal words of two documents, a before b in the order of documents. */
typedef struct syn_seed {
    uint32_t document_a, document_b;
    syn_block block;
    bool common; /**< weak and in many places: worth nothing but in a chain with another */
} syn_seed;

typedef struct syn_seeds {
    syn_seed *items;
    size_t count, capacity;
} syn_seeds;

void syn_seeds_release(syn_seeds *seeds);

/** Appends the seeds of suffixes [from, end); both must be bounds of first symbols (or the ends). */
syn_status syn_seed_all(const syn_suffixes *suffixes, const syn_surprisal *surprisal, uint32_t from,
                        uint32_t end, uint32_t min_words, syn_seeds *seeds);

#endif
