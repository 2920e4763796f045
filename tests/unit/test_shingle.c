#include "sketch/shingle.h"

#include <criterion/criterion.h>

enum { MOST = 32 };

/* Any numbers that differ. */
static const uint64_t hashes[MOST] = {0x51, 0x92f1, 0x3a77e, 0x4b0991, 0x5dd2ff1, 0x6ee, 0x7a, 0x80003, 0x91, 0xa7, 0xb3, 0xc1};

typedef struct sketched {
    uint64_t fingerprints[MOST];
    uint32_t places[MOST];
    size_t count;
} sketched;

static sketched sketch(const uint32_t *ids, size_t count, uint32_t k, uint32_t w)
{
    syn_sketch how = {.hash = hashes, .shingle_words = k, .window_words = w};
    sketched s;
    s.count = syn_shingle_all(&how, ids, count, s.fingerprints, s.places);
    return s;
}

Test(shingle, a_window_of_one_keeps_every_shingle)
{
    sketched s = sketch((uint32_t[]){0, 1, 2, 3, 4, 5}, 6, 3, 1);
    cr_assert_eq(s.count, 4);
    for (uint32_t i = 0; i < 4; i++)
        cr_expect_eq(s.places[i], i);
}

Test(shingle, the_same_words_give_the_same_fingerprint_wherever_they_stand)
{
    sketched s = sketch((uint32_t[]){1, 2, 3, 9, 8, 1, 2, 3}, 8, 3, 1);
    cr_assert_eq(s.fingerprints[0], s.fingerprints[5]);
    for (size_t i = 1; i < 5; i++)
        cr_expect_neq(s.fingerprints[i], s.fingerprints[0], "place %zu", i);
}

Test(shingle, the_order_of_words_counts)
{
    sketched x = sketch((uint32_t[]){1, 2, 3}, 3, 3, 1), y = sketch((uint32_t[]){3, 2, 1}, 3, 3, 1);
    cr_assert_neq(x.fingerprints[0], y.fingerprints[0]);
}

Test(shingle, a_text_of_fewer_words_than_a_shingle_keeps_none)
{
    cr_expect_eq(sketch((uint32_t[]){0, 1}, 2, 3, 1).count, 0);
    cr_expect_eq(sketch((uint32_t[]){0}, 0, 1, 1).count, 0);
}

Test(shingle, a_text_shorter_than_a_window_keeps_one)
{
    cr_expect_eq(sketch((uint32_t[]){0, 1}, 2, 2, 4).count, 1);
    cr_expect_eq(sketch((uint32_t[]){0, 1, 2}, 3, 2, 4).count, 1);
}

Test(shingle, the_rightmost_of_equal_shingles_is_kept)
{
    sketched s = sketch((uint32_t[]){7, 7, 7, 7, 7, 7}, 6, 1, 4);
    cr_assert_eq(s.count, 3);
    for (uint32_t i = 0; i < 3; i++)
        cr_expect_eq(s.places[i], i + 3);
}

Test(shingle, a_run_of_k_and_w_less_one_words_gives_both_texts_one_fingerprint)
{
    for (uint32_t k = 1; k <= 5; k++) {
        sketched x = sketch((uint32_t[]){10, 11, 1, 2, 3, 4, 5, 9}, 8, k, 6 - k);
        sketched y = sketch((uint32_t[]){8, 1, 2, 3, 4, 5, 7, 6}, 8, k, 6 - k);
        bool shared = false;
        for (size_t i = 0; i < x.count; i++)
            for (size_t j = 0; j < y.count; j++)
                shared = shared || (x.fingerprints[i] == y.fingerprints[j] && x.places[i] == y.places[j] + 1);
        cr_expect(shared, "shingles of %u words", k);
    }
}
