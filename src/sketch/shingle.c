#include "sketch/shingle.h"

#include "base/hash.h"

#include <assert.h>

static const uint64_t base = 0x9e3779b97f4a7c15u;

/* Hashes of all shingles, one for each place where k words are left. */
static size_t hash_all(const syn_sketch *sketch, const uint32_t *ids, size_t count, uint64_t *out)
{
    const uint32_t k = sketch->shingle_words;
    if (count < k)
        return 0;
    uint64_t top = 1, sum = 0;
    for (uint32_t i = 1; i < k; i++)
        top *= base;
    for (uint32_t i = 0; i + 1 < k; i++)
        sum = sum * base + sketch->hash[ids[i]];
    for (size_t i = k - 1; i < count; i++) {
        sum = sum * base + sketch->hash[ids[i]];
        out[i + 1 - k] = syn_hash_mix(sum);
        sum -= top * sketch->hash[ids[i + 1 - k]];
    }
    return count + 1 - k;
}

/* The place of the rightmost smallest of w hashes from `first`. */
static size_t smallest(const uint64_t *hashes, size_t first, uint32_t w)
{
    size_t best = first;
    for (size_t i = first + 1; i < first + w; i++)
        if (hashes[i] <= hashes[best])
            best = i;
    return best;
}

/* Winnows in place: the kept ones move to the front, so that no second array of hashes is needed.
 * A window is read before anything in it is overwritten, because at most one is kept a window. */
static size_t winnow(uint64_t *hashes, size_t count, uint32_t w, uint32_t *places)
{
    if (w > count)
        w = (uint32_t)count;
    size_t kept = 0, last = SIZE_MAX;
    for (size_t first = 0; first + w <= count; first++) {
        size_t best = last;
        if (last == SIZE_MAX || last < first)
            best = smallest(hashes, first, w);
        else if (hashes[first + w - 1] <= hashes[last])
            best = first + w - 1;
        if (best != last) {
            places[kept++] = (uint32_t)best;
            last = best;
        }
    }
    for (size_t i = 0; i < kept; i++)
        hashes[i] = hashes[places[i]];
    return kept;
}

size_t syn_shingle_all(const syn_sketch *sketch, const uint32_t *ids, size_t count,
                       uint64_t *fingerprints, uint32_t *places)
{
    assert(sketch->shingle_words >= 1 && sketch->window_words >= 1);
    size_t made = hash_all(sketch, ids, count, fingerprints);
    if (made == 0)
        return 0;
    if (sketch->window_words == 1) {
        for (size_t i = 0; i < made; i++)
            places[i] = (uint32_t)i;
        return made;
    }
    return winnow(fingerprints, made, sketch->window_words, places);
}
