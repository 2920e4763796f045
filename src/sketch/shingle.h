/** Shingles and the fingerprints that winnowing keeps of them.
 *
 *  A shingle is the rolling hash (Karp and Rabin 1987, modulo 2^64, with a final mix) of k consecutive
 *  words, made from the lexicon's stable word hashes: the same words give the same fingerprint in every
 *  run. Winnowing (Schleimer, Wilkerson, Aiken 2003) keeps the smallest shingle of every window of w,
 *  the rightmost of equals.
 *
 *  Guarantee: of every run of k + w - 1 words that two texts share, both keep the same fingerprint.
 *  A text of at least k words keeps at least one.
 *
 *      size_t n = syn_shingle_all(&sketch, ids, count, fingerprints, places);
 *
 *  Cost    one multiplication and one mix a word, no memory.  Fails   never.
 *  Units   a fingerprint's place is the index of its first word.
 */
#ifndef SYN_SKETCH_SHINGLE_H
#define SYN_SKETCH_SHINGLE_H

#include <stddef.h>
#include <stdint.h>

/** How shingles are made; the same throughout a run. */
typedef struct syn_sketch {
    const uint64_t *hash; /**< of each word number; see syn_lexicon */
    uint32_t shingle_words, window_words;
} syn_sketch;

/** Writes the winnowed fingerprints of ids[0..count) and the word each starts at, in ascending order
 *  of place. The arrays hold `count` items each. Returns how many. */
size_t syn_shingle_all(const syn_sketch *sketch, const uint32_t *ids, size_t count,
                       uint64_t *fingerprints, uint32_t *places);

#endif
