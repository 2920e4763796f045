#include "base/sort.h"

#include "base/hash.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

typedef struct keyed {
    uint64_t key, digit;
    size_t place;
} keyed;

static int order(const void *left, const void *right)
{
    const keyed *a = left, *b = right;
    if (a->digit != b->digit)
        return a->digit < b->digit ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* Sorts with qsort by (digit, place), which is what a stable sort by digit gives. */
static void sort_slowly(uint64_t *keys, size_t count, unsigned low, unsigned high)
{
    keyed *twin = malloc((count + 1) * sizeof *twin);

    for (size_t i = 0; i < count; i++) {
        const uint64_t above = high >= 64 ? 0 : keys[i] >> high << high;
        twin[i] = (keyed){keys[i], high > low ? (keys[i] - above) >> low : 0, i};
    }
    qsort(twin, count, sizeof *twin, order);
    for (size_t i = 0; i < count; i++)
        keys[i] = twin[i].key;
    free(twin);
}

static void check(const uint64_t *keys, size_t count, unsigned low, unsigned high, uint64_t seed)
{
    uint64_t *fast = malloc((count + 1) * sizeof *fast), *slow = malloc((count + 1) * sizeof *slow);
    uint64_t *scratch = malloc((count + 1) * sizeof *scratch);

    if (count) {
        memcpy(fast, keys, count * sizeof *fast);
        memcpy(slow, keys, count * sizeof *slow);
    }
    syn_sort_u64(fast, scratch, count, low, high);
    sort_slowly(slow, count, low, high);
    for (size_t i = 0; i < count; i++)
        cr_assert_eq(fast[i], slow[i], "seed %lu: %zu keys by bits %u to %u differ at %zu", seed, count, low,
                     high, i);
    free(fast);
    free(slow);
    free(scratch);
}

Test(sort, none_and_one)
{
    uint64_t one = 7, scratch = 0;

    syn_sort_u64(NULL, NULL, 0, 0, 64);
    syn_sort_u64(&one, &scratch, 1, 0, 64);
    cr_assert_eq(one, 7);
}

Test(sort, equals_qsort_on_random_keys)
{
    for (uint64_t seed = 1; seed <= 400; seed++) {
        uint64_t state = seed * 0x9e3779b97f4a7c15u;
        const size_t count = syn_hash_mix(state + 1) % (seed % 20 == 0 ? 20000 : 400);
        const unsigned a = (unsigned)(syn_hash_mix(state + 2) % 65), b = (unsigned)(syn_hash_mix(state + 3) % 65);
        const uint64_t mask = syn_hash_mix(state + 4) | syn_hash_mix(state + 5);
        uint64_t *keys = malloc((count + 1) * sizeof *keys);
        for (size_t i = 0; i < count; i++)
            keys[i] = syn_hash_mix(state + 10 + i) & mask;
        check(keys, count, a < b ? a : b, a < b ? b : a, seed);
        check(keys, count, 0, 64, seed);
        free(keys);
    }
}

Test(sort, equals_qsort_on_awkward_keys)
{
    enum { COUNT = 9000 };
    static uint64_t keys[COUNT];

    for (unsigned shape = 0; shape < 6; shape++) {
        for (size_t i = 0; i < COUNT; i++) {
            const uint64_t shapes[] = {i, COUNT - i, 42, i % 2 ? UINT64_MAX : 0, i << 53, i % 3 << 11 | i % 7 << 40};
            keys[i] = shapes[shape];
        }
        for (size_t count = 40; count <= COUNT; count = count * 3 / 2) {
            check(keys, count, 0, 64, shape);
            check(keys, count, 11, 12, shape);
            check(keys, count, 64, 64, shape);
            check(keys, count, 0, 0, shape);
        }
    }
}

Test(sort, is_stable_outside_the_bits_asked_for)
{
    enum { COUNT = 5000 };
    static uint64_t keys[COUNT], scratch[COUNT];

    for (size_t i = 0; i < COUNT; i++)
        keys[i] = syn_hash_mix(i) % 16 << 32 | i;
    syn_sort_u64(keys, scratch, COUNT, 32, 64);
    for (size_t i = 1; i < COUNT; i++)
        cr_assert_lt(keys[i - 1], keys[i]);
}
