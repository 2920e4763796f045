/* Shingles that were seen: none that stands twice is missed, and what is taken back is gone. */
#include "dedup/seen.h"

#include "../support/oom.h"

#include <criterion/criterion.h>

enum { COUNT = 5000 };

static uint64_t hash_of(uint64_t number)
{
    number *= 0x9e3779b97f4a7c15u;
    number ^= number >> 31;
    return number * 0xbf58476d1ce4e5b9u;
}

Test(twice, misses_nothing_that_stands_twice)
{
    syn_twice *twice = NULL;
    uint64_t hashes[COUNT], again;
    cr_assert_eq(syn_twice_new(1 << 20, COUNT, &twice), SYN_OK);
    for (uint32_t i = 0; i < COUNT; i++)
        hashes[i] = hash_of(i);
    again = syn_twice_see(twice, hashes, COUNT);
    cr_expect_leq(again, COUNT / 10, "%llu seem to be seen", (unsigned long long)again);
    again = syn_twice_see(twice, hashes, 100);
    cr_expect_eq(again, 100);
    for (uint32_t i = 0; i < 100; i++)
        cr_assert(syn_twice_may(twice, hashes[i]));
    again = 0;
    for (uint32_t i = 100; i < COUNT; i++)
        again += syn_twice_may(twice, hashes[i]);
    cr_expect_leq(again, COUNT / 5, "%llu seem to stand twice", (unsigned long long)again);
    syn_twice_free(twice);
}

Test(twice, errs_to_the_safe_side_when_it_is_too_small)
{
    syn_twice *twice = NULL;
    cr_assert_eq(syn_twice_new(0, UINT32_MAX, &twice), SYN_OK);
    for (uint64_t i = 0; i < 200000; i++)
        syn_twice_see(twice, &(uint64_t){hash_of(i / 2)}, 1);
    for (uint64_t i = 0; i < 100000; i++)
        cr_assert(syn_twice_may(twice, hash_of(i)));
    syn_twice_free(twice);
    syn_twice_free(NULL);
}

Test(seen, gives_the_place_that_was_added)
{
    syn_seen *seen = NULL;
    size_t slot;
    cr_assert_eq(syn_seen_new(COUNT, &seen), SYN_OK);
    cr_expect_eq(syn_seen_room(seen), COUNT);
    for (uint32_t i = 0; i < COUNT; i++) {
        cr_assert_null(syn_seen_get(seen, hash_of(i)));
        syn_seen_add(seen, hash_of(i), (syn_seen_at){i, 2 * i}, &slot);
    }
    cr_expect_eq(syn_seen_room(seen), 0);
    for (uint32_t i = 0; i < COUNT; i++) {
        const syn_seen_at *at = syn_seen_get(seen, hash_of(i));
        cr_assert(at && at->text == i && at->word == 2 * i);
    }
    syn_seen_clear(seen);
    cr_expect_eq(syn_seen_room(seen), COUNT);
    cr_expect_null(syn_seen_get(seen, hash_of(7)));
    syn_seen_free(seen);
    syn_seen_free(NULL);
}

Test(seen, keeps_apart_hashes_of_one_place)
{
    syn_seen *seen = NULL;
    size_t slots[64];
    cr_assert_eq(syn_seen_new(100, &seen), SYN_OK);
    for (uint64_t i = 0; i < 64; i++)
        syn_seen_add(seen, i << 32 | UINT16_MAX, (syn_seen_at){(uint32_t)i, 0}, &slots[i]);
    for (uint64_t i = 0; i < 64; i++)
        cr_expect_eq(syn_seen_get(seen, i << 32 | UINT16_MAX)->text, i);
    for (uint64_t i = 64; i-- > 0;) {
        syn_seen_undo(seen, slots[i]);
        cr_expect_null(syn_seen_get(seen, i << 32 | UINT16_MAX));
        for (uint64_t left = 0; left < i; left++)
            cr_assert_eq(syn_seen_get(seen, left << 32 | UINT16_MAX)->text, left);
    }
    cr_expect_eq(syn_seen_room(seen), 100);
    syn_seen_free(seen);
}

Test(seen, takes_a_hash_of_zero)
{
    syn_seen *seen = NULL;
    size_t slot;
    cr_assert_eq(syn_seen_new(0, &seen), SYN_OK);
    syn_seen_free(seen);
    cr_assert_eq(syn_seen_new(1, &seen), SYN_OK);
    cr_expect_null(syn_seen_get(seen, 0));
    syn_seen_add(seen, 0, (syn_seen_at){3, 4}, &slot);
    cr_assert_not_null(syn_seen_get(seen, 0));
    cr_expect_eq(syn_seen_get(seen, 0)->word, 4);
    syn_seen_undo(seen, slot);
    cr_expect_null(syn_seen_get(seen, 0));
    syn_seen_free(seen);
}

Test(seen, short_memory_is_told)
{
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_seen *seen = NULL;
        syn_twice *twice = NULL;
        oom_after(n);
        const syn_status status = syn_seen_new(10, &seen), other = syn_twice_new(1 << 16, 10, &twice);
        oom_never();
        cr_expect_eq((status < 0) + (other < 0), oom_struck());
        cr_expect_eq(status < 0, seen == NULL);
        cr_expect_eq(other < 0, twice == NULL);
        syn_seen_free(seen);
        syn_twice_free(twice);
    }
}
