/** The sweep: from a text's bytes to hashes of its canonical words, or to fingerprints of its shingles, in
 *  one pass and without a vocabulary.
 *
 *  Words are those of syn_text_make, word for word; the hash of one depends on its canonical bytes alone,
 *  so equal words have equal hashes in every text, run and machine, and others differ but for a chance of
 *  2^-64 a pair. Plain ASCII is taken 64 bytes at a time (with AVX2 where the machine has it: the same
 *  hashes); a word with anything else in it, and only that word, is read character by character.
 *
 *  A shingle's fingerprint is the rolling hash (Karp and Rabin 1987) of k consecutive words, mixed. Of all
 *  fingerprints those up to `bound` are kept (modulo sampling by a scaled bound: Broder 1997; FracMinHash,
 *  Irber and others 2022): whether a shingle is kept depends on its words alone, so two texts keep the same
 *  ones of the shingles they share. If a text has none that small, its smallest is kept, and a text of
 *  fewer than k words has one shingle of all of them: only a text without words keeps nothing.
 *
 *      syn_sweep *sweep = NULL;                       // one a worker
 *      syn_sampled sampled;
 *      syn_sweep_new(SYN_SWEEP_BEST, &sweep);
 *      syn_sweep_shingles(sweep, text, bytes, 5, syn_sweep_bound(1.0 / 16), &sampled);
 *      for (size_t i = 0; i < sampled.count; ++i) ... sampled.fingerprint[i] ...
 *      syn_sweep_free(sweep);
 *
 *  Owns    the arrays of what it gives are the sweep's, and hold until its next text.
 *  Fails   SYN_MEMORY; SYN_LIMIT for a text of 4 GiB or more. Either leaves the sweep fit for other texts.
 *  Units   begin and end are bytes of the text, as in syn_words; a place is the number of a shingle's first word.
 *  Cost    linear; memory only for what is given. A core does about 1.3 GB/s of English to a sample by AVX2, 0.6
 *          by the portable way, and 0.3 of Russian by either.
 */
#ifndef SYN_TEXT_SWEEP_H
#define SYN_TEXT_SWEEP_H

#include "syndic/base.h"

#include <stdbool.h>

#define SYN_SWEEP_MOST_WORDS 32 /**< of a shingle */

typedef struct syn_sweep syn_sweep;

/** Which way plain ASCII is read. All give the same; a test holds them together. */
typedef enum syn_sweep_way {
    SYN_SWEEP_PORTABLE,
    SYN_SWEEP_AVX2,
    SYN_SWEEP_BEST      /**< the fastest this machine has */
} syn_sweep_way;

/** Whether this machine has that way. */
bool syn_sweep_has(syn_sweep_way way);

/** A way the machine lacks becomes the portable one. */
syn_status syn_sweep_new(syn_sweep_way way, syn_sweep **out);
void syn_sweep_free(syn_sweep *sweep);

/** All words of a text. */
typedef struct syn_swept {
    const uint64_t *hash;
    const uint32_t *begin, *end; /**< NULL when not asked for */
    size_t count;
    uint64_t replaced_count;     /**< broken UTF-8 sequences */
} syn_swept;

syn_status syn_sweep_words(syn_sweep *sweep, const char *text, size_t bytes, bool spans, syn_swept *out);

/** What is kept of a text's shingles, in the order of the text; equal shingles are kept as often as they stand. */
typedef struct syn_sampled {
    const uint64_t *fingerprint;
    const uint32_t *place;
    size_t count;
    size_t word_count;
    uint64_t whole;          /**< hash of all words in order; 0 of none. Equal for equal canonical texts */
    uint64_t replaced_count;
} syn_sampled;

/** `shingle_words` is 1 to SYN_SWEEP_MOST_WORDS. */
syn_status syn_sweep_shingles(syn_sweep *sweep, const char *text, size_t bytes, uint32_t shingle_words, uint64_t bound,
                              syn_sampled *out);

/** The bound that keeps `fraction` of all shingles; 1 or more keeps all. */
uint64_t syn_sweep_bound(double fraction);

/** The hash of one canonical word (at least 1 byte). */
uint64_t syn_sweep_hash(const char *word, size_t bytes);

#endif
