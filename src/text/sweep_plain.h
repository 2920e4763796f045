/** The plain part of a sweep: words of ASCII letters and digits, of up to 16 bytes, whose end is certain.
 *
 *  Both functions append the hashes of plain words from text[at] on to the batch, and return how far the
 *  text is done. There something stands that is not theirs (a word of more than 16 bytes, or with other
 *  ones in it or next to it; a character that is not ASCII), or fewer than SYN_SWEEP_SLACK bytes are left,
 *  or the batch may have room for fewer than SYN_SWEEP_ROOM words. They may stop at other places, but never
 *  give other words. `at` must not be inside a word.
 *
 *      at = syn_sweep_portable(text, at, count, &batch);
 *
 *  Owns    nothing.  Fails   never.  Units   bytes. Only text[at, count) is read.
 */
#ifndef SYN_TEXT_SWEEP_PLAIN_H
#define SYN_TEXT_SWEEP_PLAIN_H

#include "text/vocabulary.h"

/** A block of 64, a word that begins at its end, and the byte behind that. */
#define SYN_SWEEP_SLACK 81
/** Words of one chunk of SYN_SWEEP_CHUNK blocks, and one more. */
#define SYN_SWEEP_CHUNK 16
#define SYN_SWEEP_ROOM (SYN_SWEEP_CHUNK * 32 + 1)

typedef struct syn_sweep_batch {
    uint64_t *hash;
    uint64_t sum, base;    /**< hash[i] = sum = sum * base + the word's: of itself, or of all up to it */
    uint32_t *begin, *end; /**< NULL when not wanted */
    size_t count, capacity;
    uint32_t offset;       /**< added to begin and end */
} syn_sweep_batch;

typedef size_t syn_sweep_plain(const char *text, size_t at, size_t count, syn_sweep_batch *batch);

syn_sweep_plain syn_sweep_portable;
#if defined(__x86_64__) && defined(__GNUC__)
#define SYN_SWEEP_HAS_AVX2 1
syn_sweep_plain syn_sweep_avx2;
#endif

/** Appends one word; there must be room. */
static inline void syn_sweep_batch_add(syn_sweep_batch *batch, uint64_t hash, size_t begin, size_t end)
{
    if (batch->begin) {
        batch->begin[batch->count] = (uint32_t)begin;
        batch->end[batch->count] = (uint32_t)end;
    }
    batch->hash[batch->count++] = batch->sum = batch->sum * batch->base + hash;
}

/** Both halves of a product of 64 by 64 bits, folded: what wyhash (Wang Yi) is built of. */
static inline uint64_t syn_sweep_fold(uint64_t a, uint64_t b)
{
#ifdef __SIZEOF_INT128__
    __extension__ typedef unsigned __int128 wide;
    return (a * b) ^ (uint64_t)((wide)a * b >> 64); /* a second multiplication costs less than what GCC makes of one */
#else
    uint64_t a_low = (uint32_t)a, a_high = a >> 32, b_low = (uint32_t)b, b_high = b >> 32;
    uint64_t low = a_low * b_low, left = a_high * b_low, right = a_low * b_high;
    uint64_t middle = (low >> 32) + (uint32_t)left + (uint32_t)right;
    return (a * b) ^ (a_high * b_high + (left >> 32) + (right >> 32) + (middle >> 32));
#endif
}

/** The hash of a canonical word of up to 16 bytes, padded with zeros. The constants hold a byte that UTF-8
 *  has not, so that neither factor is ever zero. */
static inline uint64_t syn_sweep_short(uint64_t low, uint64_t high)
{
    return syn_sweep_fold(low ^ 0x9e3779b97f4affc5u, high ^ 0xc2b2ae3d27d4ff4fu);
}

#endif
