/** Plain words by AVX2, in chunks of a few blocks of 64 bytes.
 *
 *      text    He said "no", and it's ...
 *      word    11.1111..11...111.11.1.      a bit a byte: ASCII letters and digits
 *      edge    1.11...1.1.1..1..11.11..     word ^ word << 1: begins and ends take turns
 *      stop    .....................1       an apostrophe at a word's end: not certain, not plain
 *
 *  First all edges up to the first stop become numbers in an array, without a branch a word (as simdjson
 *  does: Langdale and Lemire 2019); then each pair of them is a word, of which two registers are loaded,
 *  cut and lowered. Canonical ASCII is the byte with bit 5 set, of digits too. A word that is still open
 *  at the end of a chunk, or at a stop, is where the next chunk begins.
 */
#include "text/sweep_plain.h"

#ifdef SYN_SWEEP_HAS_AVX2

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
/** Edges of a block that are written whether there are so many or not. */
#define SWEEP_EDGES 28

typedef struct block {
    uint64_t word, stop;
} block;

/** One bit for each of 64 bytes. */
AVX2 static inline uint64_t bits(__m256i low, __m256i high)
{
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

/** Bytes in [first, first + count). */
AVX2 static inline __m256i among(__m256i bytes, char first, char count)
{
    return _mm256_cmpgt_epi8(_mm256_set1_epi8((char)(-128 + count)),
                             _mm256_add_epi8(bytes, _mm256_set1_epi8((char)(-128 - first))));
}

AVX2 static inline __m256i equal(__m256i bytes, char byte)
{
    return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte));
}

AVX2 static inline __m256i is_word(__m256i bytes)
{
    return _mm256_or_si256(among(_mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), 'a', 26), among(bytes, '0', 10));
}

AVX2 static inline __m256i is_apostrophe(__m256i bytes)
{
    return _mm256_or_si256(equal(bytes, '\''), equal(bytes, '`'));
}

AVX2 static inline __m256i is_graphic(__m256i bytes)
{
    return _mm256_cmpgt_epi8(bytes, _mm256_set1_epi8(' '));
}

/** Bytes of whole characters that split words, or do where no word stands before them: dashes, quotes,
 *  dots and bullets of U+2013 to U+2026, and the space that does not break. */
AVX2 static uint64_t passed(__m256i low, __m256i high, uint64_t behind_word)
{
    uint64_t lead = bits(equal(low, (char)0xe2), equal(high, (char)0xe2)) << 2 &
                    bits(equal(low, (char)0x80), equal(high, (char)0x80)) << 1;
    uint64_t dash = bits(among(low, (char)0x93, 3), among(high, (char)0x93, 3));
    uint64_t quote = bits(among(low, (char)0x98, 2), among(high, (char)0x98, 2));
    uint64_t other = bits(among(low, (char)0x9c, 4), among(high, (char)0x9c, 4)) |
                     bits(equal(low, (char)0xa2), equal(high, (char)0xa2)) |
                     bits(equal(low, (char)0xa6), equal(high, (char)0xa6));
    uint64_t three = lead & (dash | other | (quote & ~(behind_word << 2)));
    uint64_t space = bits(equal(low, (char)0xa0), equal(high, (char)0xa0)) &
                     bits(equal(low, (char)0xc2), equal(high, (char)0xc2)) << 1;

    return three | three >> 1 | three >> 2 | space | space >> 1;
}

/** The 64 bytes at `at`; `open` is 1 if a word goes on into them. at[64] is looked at too. */
AVX2 static inline block classify(const char *at, uint64_t open)
{
    __m256i low = _mm256_loadu_si256((const void *)at), high = _mm256_loadu_si256((const void *)(at + 32));
    uint64_t word = bits(is_word(low), is_word(high)), behind = word << 1 | open;
    uint64_t graphic = bits(is_graphic(low), is_graphic(high)) >> 1 | (uint64_t)((signed char)at[64] > ' ') << 63;
    uint64_t hyphen = bits(equal(low, '-'), equal(high, '-')) & ~graphic;
    uint64_t joint = (hyphen | bits(is_apostrophe(low), is_apostrophe(high))) & behind, far = bits(low, high);

    if (far)
        far &= ~passed(low, high, behind);
    return (block){.word = word, .stop = joint | far};
}

/** Writes the number of each set bit, plus `base`; returns how many. Room for SWEEP_EDGES at least. */
AVX2 static inline size_t edges_add(uint32_t *edges, uint64_t set, uint32_t base)
{
    size_t count = (size_t)_mm_popcnt_u64(set);

#pragma GCC unroll 28
    for (unsigned i = 0; i < SWEEP_EDGES; ++i) {
        edges[i] = base + (uint32_t)_tzcnt_u64(set);
        set = _blsr_u64(set);
    }
    for (size_t i = SWEEP_EDGES; i < count; ++i) {
        edges[i] = base + (uint32_t)_tzcnt_u64(set);
        set = _blsr_u64(set);
    }
    return count;
}

/** Edges of a chunk, up to the first stop, which *done is moved to. */
AVX2 static inline size_t edges_find(const char *text, size_t blocks, uint32_t *edges, uint32_t *done)
{
    size_t count = 0;
    uint64_t open = 0;

    for (uint32_t base = 0; base < blocks * 64; base += 64) {
        block b = classify(text + base, open);
        uint64_t edge = b.word ^ (b.word << 1 | open);
        if (b.stop) {
            *done = base + (uint32_t)_tzcnt_u64(b.stop);
            return count + edges_add(edges + count, edge & (_blsi_u64(b.stop) - 1), base);
        }
        count += edges_add(edges + count, edge, base);
        open = b.word >> 63;
    }
    *done = (uint32_t)blocks * 64;
    return count;
}

AVX2 static inline uint64_t word_hash(const char *at, uint32_t bytes)
{
    const uint64_t lower = 0x2020202020202020u;
    uint32_t rest = bytes > 8 ? bytes - 8 : 0;

    return syn_sweep_short(_bzhi_u64(syn_vocabulary_load(at) | lower, bytes * 8),
                           _bzhi_u64(syn_vocabulary_load(at + 8) | lower, rest * 8));
}

/** Hashes words, up to the first of more than 16 bytes; returns how many. */
AVX2 static inline size_t words_hash(const char *text, const uint32_t *edges, size_t count, syn_sweep_batch *batch)
{
    uint64_t *hash = batch->hash + batch->count, sum = batch->sum, base = batch->base;
    size_t i = 0;

    for (; i < count; ++i) {
        uint32_t begin = edges[2 * i], bytes = edges[2 * i + 1] - begin;
        if (bytes > 16)
            break;
        hash[i] = sum = sum * base + word_hash(text + begin, bytes);
    }
    batch->sum = sum;
    return i;
}

static void spans_add(const uint32_t *edges, size_t count, uint32_t offset, syn_sweep_batch *batch)
{
    uint32_t *begin = batch->begin + batch->count, *end = batch->end + batch->count;

    for (size_t i = 0; i < count; ++i) {
        begin[i] = offset + edges[2 * i];
        end[i] = offset + edges[2 * i + 1];
    }
}

AVX2 size_t syn_sweep_avx2(const char *text, size_t at, size_t count, syn_sweep_batch *batch)
{
    uint32_t edges[SYN_SWEEP_CHUNK * 64 + SWEEP_EDGES];

    while (count - at >= SYN_SWEEP_SLACK && batch->capacity - batch->count >= SYN_SWEEP_ROOM) {
        size_t blocks = (count - at - (SYN_SWEEP_SLACK - 64)) / 64, found, hashed;
        uint32_t done, end;
        if (blocks > SYN_SWEEP_CHUNK)
            blocks = SYN_SWEEP_CHUNK;
        found = edges_find(text + at, blocks, edges, &end);
        done = found % 2 ? edges[found - 1] : end;
        hashed = words_hash(text + at, edges, found / 2, batch);
        if (batch->begin)
            spans_add(edges, hashed, batch->offset + (uint32_t)at, batch);
        batch->count += hashed;
        if (hashed < found / 2)
            return at + edges[2 * hashed];
        at += done;
        if (end < blocks * 64 || done == 0)
            break;
    }
    return at;
}

#endif
