#include "support/stages.h"

#include <criterion/criterion.h>

static void match_two(stages *s, const char *a, const char *b)
{
    stages_run(s, (const char *const[]){a, b}, 2);
}

static bool has_match(const stages *s, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
    for (size_t i = 0; i < s->matches.count; i++) {
        const syn_match *m = &s->matches.items[i];
        if (m->a.begin == a && m->a.end == a_end && m->b.begin == b && m->b.end == b_end)
            return true;
    }
    return false;
}

/** Whether some match aligns a run of words: a + i with b + i. */
static bool has_run(const stages *s, uint32_t a, uint32_t b, uint32_t count)
{
    for (size_t i = 0; i < s->matches.block_count; i++) {
        const syn_block *x = &s->matches.blocks[i];
        if (x->a <= a && x->a + x->count >= a + count && x->b + a == b + x->a)
            return true;
    }
    return false;
}

Test(match, a_run_of_the_minimum_is_a_match_and_one_word_less_is_none)
{
    stages s;
    match_two(&s, "100 1..8 101", "200 201 1..8 202");
    cr_assert_eq(s.matches.count, 1);
    cr_expect(has_match(&s, 1, 9, 2, 10));
    cr_expect_eq(s.matches.items[0].matched_words, 8);
    stages_release(&s);
    match_two(&s, "100 1..7 101", "200 201 1..7 202");
    cr_expect_eq(s.matches.count, 0);
    stages_release(&s);
}

Test(match, the_minimum_counts_words_of_the_alignment_and_not_of_a_seed)
{
    stages s;
    match_two(&s, "100 1..5 101 6..9 102", "200 1..5 201 6..9 202");
    cr_assert_eq(s.matches.count, 1);
    cr_expect_eq(s.matches.items[0].matched_words, 9);
    cr_expect_eq(s.matches.items[0].column_count, 10);
    stages_release(&s);
}

Test(match, a_set_phrase_of_common_words_is_none)
{
    stages s;
    match_two(&s, "100 it is one of the things that we have to 101",
              "200 it is one of the things that we have to 201");
    cr_expect_eq(s.matches.count, 0, "%.1f bits", s.matches.count > 0 ? (double)s.matches.items[0].weight : 0);
    stages_release(&s);
}

Test(match, twenty_words_inserted_into_a_quotation_leave_it_one_match)
{
    stages s;
    match_two(&s, "1..10 100..119 11..20", "200 1..20 201");
    cr_assert_eq(s.matches.count, 1);
    cr_expect(has_match(&s, 0, 40, 1, 21));
    cr_expect_eq(s.matches.items[0].matched_words, 20);
    stages_release(&s);
}

Test(match, runs_far_apart_are_two_matches)
{
    stages s;
    match_two(&s, "1..10 100..160 11..20", "1..10 200..260 11..20");
    cr_expect_eq(s.matches.count, 2);
    cr_expect(has_match(&s, 0, 10, 0, 10));
    cr_expect(has_match(&s, 71, 81, 71, 81));
    stages_release(&s);
}

Test(match, two_copies_in_the_other_document_are_two_matches)
{
    stages s;
    match_two(&s, "100 1..12 101", "1..12 200..230 1..12");
    cr_expect_eq(s.matches.count, 2);
    cr_expect(has_match(&s, 1, 13, 0, 12));
    cr_expect(has_match(&s, 1, 13, 43, 55));
    stages_release(&s);
}

Test(match, an_extension_that_does_not_pay_leaves_the_sound_part)
{
    stages s;
    match_two(&s, "1..5 100..114 6..13 40", "200 1..5 300..315 6..13 41");
    cr_expect(has_run(&s, 20, 22, 8));
    stages_release(&s);
}

Test(match, a_run_beside_another_copy_of_its_end_is_reported)
{
    stages s;
    match_two(&s, "1000..1036", "1037 1038 1039 1001..1008 1025..1036 1021..1029 1034");
    cr_expect(has_run(&s, 25, 11, 12));
    stages_release(&s);
    found f = found_in((const char *const[]){"1000..1036", "1037 1038 1039 1001..1008 1025..1036 1021..1029 1034"}, 2, NULL);
    cr_expect(found_covered(&f, 1, 11, 23));
    found_release(&f);
}

Test(match, the_words_of_two_matches_of_a_pair_are_not_told_twice)
{
    stages s;
    match_two(&s, "1..12 100 13..30", "1..12 200 13..30 201");
    cr_expect_eq(s.matches.count, 1);
    stages_release(&s);
}
