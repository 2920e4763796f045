/* One read finds the bits in which keys differ at all: outside of them nothing is sorted. A second
 * fills the histograms of all passes; a pass whose digit turns out constant is skipped. */
#include "base/sort.h"

#include <string.h>

enum { MOST_BITS = 11, MOST_PASSES = 8, SMALL_COUNT = 48, NARROW_COUNT = 6000 };

/* Pass p sorts by bits [low + p * bits, low + (p + 1) * bits), cut off at `high`. */
typedef struct plan {
    unsigned low, high, bits, passes;
} plan;

typedef size_t histogram[1 << MOST_BITS];

static void sort_small(uint64_t *keys, size_t count, uint64_t mask)
{
    for (size_t i = 1; i < count; i++) {
        const uint64_t key = keys[i];
        size_t at = i;
        for (; at > 0 && (keys[at - 1] & mask) > (key & mask); at--)
            keys[at] = keys[at - 1];
        keys[at] = key;
    }
}

static uint64_t differing_bits(const uint64_t *keys, size_t count)
{
    uint64_t any = 0;

    for (size_t i = 0; i < count; i++)
        any |= keys[i] ^ keys[0];
    return any;
}

/* Passes of equal width over the bits that differ. Clearing and adding up 2,048 counters costs more
 * than a pass over a few thousand keys, so fewer keys take narrower digits. */
static plan plan_make(uint64_t differing, size_t count)
{
    const unsigned most = count < NARROW_COUNT ? 8 : MOST_BITS;
    plan p = {.low = (unsigned)__builtin_ctzll(differing),
              .high = 64 - (unsigned)__builtin_clzll(differing)};
    const unsigned width = p.high - p.low;

    p.passes = (width + most - 1) / most;
    p.bits = (width + p.passes - 1) / p.passes;
    return p;
}

static unsigned pass_shift(const plan *p, unsigned pass)
{
    return p->low + pass * p->bits;
}

static uint64_t pass_mask(const plan *p, unsigned pass)
{
    const unsigned left = p->high - pass_shift(p, pass);
    return ((uint64_t)1 << (left < p->bits ? left : p->bits)) - 1;
}

static void count_digits(const uint64_t *keys, size_t count, const plan *p, histogram *counts)
{
    for (unsigned pass = 0; pass < p->passes; pass++)
        memset(counts[pass], 0, sizeof(size_t) << p->bits);
    for (size_t i = 0; i < count; i++) {
        const uint64_t key = keys[i];
        for (unsigned pass = 0; pass < p->passes; pass++)
            counts[pass][key >> pass_shift(p, pass) & pass_mask(p, pass)]++;
    }
}

/* Turns counts into the places where each digit's keys begin. */
static void add_up(size_t *counts, size_t digit_count)
{
    size_t sum = 0;

    for (size_t d = 0; d < digit_count; d++) {
        const size_t here = counts[d];
        counts[d] = sum;
        sum += here;
    }
}

static void scatter(const uint64_t *from, uint64_t *to, size_t count, size_t *place, unsigned shift,
                    uint64_t mask)
{
    for (size_t i = 0; i < count; i++)
        to[place[from[i] >> shift & mask]++] = from[i];
}

void syn_sort_u64(uint64_t *keys, uint64_t *scratch, size_t count, unsigned low_bit, unsigned high_bit)
{
    const unsigned width = high_bit > low_bit ? high_bit - low_bit : 0;
    const uint64_t range = width >= 64 ? UINT64_MAX : (((uint64_t)1 << width) - 1) << (width ? low_bit : 0);
    histogram counts[MOST_PASSES];
    uint64_t *from = keys, *to = scratch;

    if (count <= SMALL_COUNT) {
        sort_small(keys, count, range);
        return;
    }
    const uint64_t differing = differing_bits(keys, count) & range;
    if (differing == 0)
        return;
    const plan p = plan_make(differing, count);
    count_digits(keys, count, &p, counts);
    for (unsigned pass = 0; pass < p.passes; pass++) {
        const unsigned shift = pass_shift(&p, pass);
        const uint64_t mask = pass_mask(&p, pass);
        uint64_t *swap = to;
        if (counts[pass][from[0] >> shift & mask] == count)
            continue;
        add_up(counts[pass], (size_t)1 << p.bits);
        scatter(from, to, count, counts[pass], shift, mask);
        to = from;
        from = swap;
    }
    if (from != keys)
        memcpy(keys, from, count * sizeof *keys);
}
