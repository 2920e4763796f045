#include "support/stages.h"

#include <criterion/criterion.h>

#define SEEDS(s, ...) \
    do { \
        stages_read(&s, (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)); \
        stages_sort(&s); \
    } while (0)

static bool has_seed(const stages *s, uint32_t a, uint32_t b, syn_block block)
{
    for (size_t i = 0; i < s->seeds.count; i++) {
        const syn_seed *x = &s->seeds.items[i];
        if (x->document_a == a && x->document_b == b && x->block.a == block.a && x->block.b == block.b && x->block.count == block.count)
            return true;
    }
    return false;
}

Test(seed, ties_the_whole_of_a_shared_run_once)
{
    stages s;
    SEEDS(s, "100..104 1..9 110", "200 1..9 210..212");
    cr_assert_eq(s.seeds.count, 1);
    cr_expect(has_seed(&s, 0, 1, (syn_block){5, 1, 9}));
    stages_release(&s);
}

Test(seed, n_copies_of_a_run_give_n_less_one_seeds)
{
    stages s;
    SEEDS(s, "1..9 100", "200 1..9", "300 1..9 310", "1..9 400", "500 1..9");
    cr_assert_eq(s.seeds.count, 4);
    for (uint32_t d = 1; d < 5; d++)
        cr_expect(has_seed(&s, 0, d, (syn_block){0, d == 3 ? 0 : 1, 9}), "document %u", d);
    stages_release(&s);
}

Test(seed, a_run_of_nine_words_whose_beginning_is_common_is_found)
{
    stages s;
    SEEDS(s, "1..9 100..120", "200..210 1..9", "300..310 1..5 400", "310..320 1..5 401", "500..520 1..5");
    cr_expect(has_seed(&s, 0, 1, (syn_block){0, 11, 9}));
    stages_release(&s);
}

Test(seed, what_one_document_repeats_ties_nothing)
{
    stages s;
    SEEDS(s, "1..9 100 1..9 101", "200..220");
    cr_expect_eq(s.seeds.count, 0);
    stages_release(&s);
}

Test(seed, no_run_goes_over_the_end_of_a_document)
{
    stages s;
    SEEDS(s, "100 1..4", "5..9 200", "300 1..9");
    cr_expect_eq(s.seeds.count, 1);
    cr_expect(has_seed(&s, 1, 2, (syn_block){0, 5, 5}));
    stages_release(&s);
}

Test(seed, a_short_run_of_rare_words_in_four_places_ties_each_to_each)
{
    stages s;
    SEEDS(s, "100 1..5 101", "200 1..5 201", "300 1..5 301", "400 1..5 401");
    cr_assert_eq(s.seeds.count, 6);
    cr_expect(has_seed(&s, 2, 3, (syn_block){1, 1, 5}));
    stages_release(&s);
}

Test(seed, a_short_run_of_rare_words_in_five_places_ties_all_to_the_first)
{
    stages s;
    SEEDS(s, "100 1..5 101", "200 1..5 201", "300 1..5 301", "400 1..5 401", "500 1..5 501");
    cr_assert_eq(s.seeds.count, 4);
    for (uint32_t d = 1; d < 5; d++)
        cr_expect(has_seed(&s, 0, d, (syn_block){1, 1, 5}));
    stages_release(&s);
}

Test(seed, a_short_run_that_tells_little_in_five_places_ties_nothing)
{
    stages s;
    SEEDS(s, "100 it is 1 2 of 101", "200 it is 1 2 of 201", "300 it is 1 2 of 301", "400 it is 1 2 of 401", "500 it is 1 2 of 501");
    cr_expect_eq(s.seeds.count, 0);
    stages_release(&s);
}

Test(seed, a_short_run_of_common_words_ties_nothing)
{
    stages s;
    SEEDS(s, "100 it is one of the 101", "200 it is one of the 201");
    cr_expect_eq(s.seeds.count, 0);
    stages_release(&s);
}

Test(seed, a_run_longer_by_the_minimum_within_a_commoner_one_has_its_own_seed)
{
    stages s;
    SEEDS(s, "1..10 100", "200 1..10 201", "300 1..30 301", "400 1..30 401");
    cr_expect(has_seed(&s, 2, 3, (syn_block){1, 1, 30}));
    cr_expect(has_seed(&s, 0, 1, (syn_block){0, 1, 10}));
    stages_release(&s);
}
