#include "support/stages.h"

#include <criterion/criterion.h>

#define RUN(s, ...) \
    stages_run(&s, (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

Test(passage, every_copy_of_a_run_is_in_one_passage)
{
    stages s;
    RUN(s, "100 1..20", "1..20 200", "300 301 1..20", "400..420");
    cr_assert_eq(s.parts[0].count, 1);
    cr_expect_eq(s.parts[0].items[0].copy_count, 3);
    cr_expect(stages_copy(&s.parts[0], 0, 0, 1, 21));
    cr_expect(stages_copy(&s.parts[0], 0, 1, 0, 20));
    cr_expect(stages_copy(&s.parts[0], 0, 2, 2, 22));
    cr_expect_eq(s.parts[1].count, 0);
    stages_release(&s);
}

Test(passage, partial_copies_join_the_whole)
{
    stages s;
    RUN(s, "1..40 100", "1..40 200", "1..40 300", "400 11..20 401");
    cr_assert_eq(s.parts[0].count, 1);
    cr_expect_eq(s.parts[0].items[0].copy_count, 4);
    cr_expect(stages_copy(&s.parts[0], 0, 3, 1, 11));
    stages_release(&s);
}

Test(passage, a_part_with_more_copies_than_the_whole_founds_its_own)
{
    stages s;
    RUN(s, "1..40 100", "1..40 200", "300 11..22", "400 11..22", "500 11..22");
    cr_assert_eq(s.parts[0].count, 2);
    cr_expect_eq(s.parts[0].items[0].copy_count, 2);
    cr_expect(stages_copy(&s.parts[0], 0, 1, 0, 40));
    cr_expect_eq(s.parts[0].items[1].copy_count, 5);
    cr_expect(stages_copy(&s.parts[0], 1, 0, 10, 22));
    cr_expect(stages_copy(&s.parts[0], 1, 1, 10, 22), "the copy of the whole is a witness of the part, cut to it");
    cr_expect(stages_copy(&s.parts[0], 1, 4, 1, 13));
    stages_release(&s);
}

Test(passage, a_name_inside_never_joins)
{
    static const char name[] = "1..20 Ada Quill deputy director of the Harbour Trust 21..40";
    stages s;
    RUN(s, name, name, name, "100..120 Ada Quill deputy director of the Harbour Trust 130..150");
    cr_assert_eq(s.parts[0].count, 2);
    cr_expect_eq(s.parts[0].items[0].copy_count, 3);
    cr_expect(stages_copy(&s.parts[0], 1, 3, 21, 29));
    stages_release(&s);
}

Test(passage, stretches_that_differ_by_less_than_the_minimum_are_one)
{
    stages s;
    RUN(s, "100 1..25 101", "1..20 200", "6..25 300");
    cr_assert_eq(s.parts[0].count, 1);
    cr_expect(stages_copy(&s.parts[0], 0, 0, 1, 26), "the hub's copy is what any other has of it");
    cr_expect(stages_copy(&s.parts[0], 0, 1, 0, 20));
    cr_expect(stages_copy(&s.parts[0], 0, 2, 0, 20));
    stages_release(&s);
    RUN(s, "100 1..25 101", "5..25 200", "1..20 300");
    cr_assert_eq(s.parts[0].count, 1);
    cr_expect(stages_copy(&s.parts[0], 0, 0, 1, 26));
    cr_expect(stages_copy(&s.parts[0], 0, 2, 0, 20), "also where the shorter one begins first");
    stages_release(&s);
}

Test(passage, stretches_that_differ_by_more_are_two)
{
    stages s;
    RUN(s, "1..40 100", "1..20 200", "21..40 300");
    cr_assert_eq(s.parts[0].count, 2);
    cr_expect(stages_copy(&s.parts[0], 0, 1, 0, 20));
    cr_expect(stages_copy(&s.parts[0], 1, 2, 0, 20));
    stages_release(&s);
}

Test(passage, two_copies_in_one_document_that_overlap_by_four_words_both_stay)
{
    stages s;
    RUN(s, "100 1..12 1..4 101", "200 1..12 1..12 1..4 201");
    cr_assert_eq(s.parts[0].count, 1);
    cr_expect(stages_copy(&s.parts[0], 0, 1, 1, 17));
    cr_expect(stages_copy(&s.parts[0], 0, 1, 13, 29));
    stages_release(&s);
}

Test(passage, of_two_copies_at_one_place_the_fuller_stays)
{
    stages s;
    RUN(s, "1..20 100 1..12 101", "200 1..20 201");
    cr_assert_geq(s.parts[0].count, 1);
    cr_expect(stages_copy(&s.parts[0], 0, 1, 1, 21));
    for (size_t p = 0; p < s.parts[0].count; p++) {
        uint32_t copies = 0;
        for (uint32_t c = 0; c < s.parts[0].items[p].copy_count; c++)
            copies += s.parts[0].copies[s.parts[0].items[p].copy_first + c].place.document == 1;
        cr_expect_eq(copies, 1, "passage %zu", p);
    }
    stages_release(&s);
}

Test(passage, a_copy_beside_another_of_its_parts_loses_no_eight_words)
{
    found f = found_in((const char *const[]){"1000..1046", "1047..1059 1019..1046 1020 1009..1019 1032..1037"}, 2, NULL);
    cr_expect(found_covered(&f, 1, 13, 41));
    cr_expect(found_covered(&f, 1, 42, 53));
    found_release(&f);
}
