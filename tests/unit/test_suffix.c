#include "match/suffix.h"

#include <criterion/criterion.h>
#include <string.h>

enum { MOST = 64 };

/** Sorts stretches in groups of the given size and merges them. */
static void sort_all(syn_suffixes *s, const uint32_t *const *ids, const syn_stretch *stretches, uint32_t count, uint32_t group_words)
{
    cr_assert_eq(syn_suffixes_init(s, ids, stretches, count, MOST, group_words, 1), SYN_OK);
    for (uint32_t g = 0; g < s->group_count; g++)
        cr_assert_eq(syn_suffixes_sort(s, g), SYN_OK);
    for (int64_t ranges; (ranges = syn_suffixes_plan(s)) > 0; syn_suffixes_turn(s))
        for (int64_t r = 0; r < ranges; r++)
            syn_suffixes_merge(s, (uint32_t)r);
    cr_assert_eq(s->run_count <= 1, true);
}

static const uint32_t first[] = {1, 0, 2, 0, 2, 0}, second[] = {2, 0, 2, 0, 3};
static const uint32_t *const both[] = {first, second};
static const syn_stretch whole[] = {{0, 0, 6}, {1, 0, 5}};

Test(suffix, sorts_by_words_up_to_the_separator)
{
    static const uint32_t place[] = {6, 4, 2, 9, 11, 1, 5, 3, 8, 10, 12};
    syn_suffixes s;
    sort_all(&s, both, whole, 1, 0);
    cr_assert_eq(s.count, 6);
    for (uint32_t i = 0; i < 6; i++)
        cr_expect_eq(s.at[i], ((uint32_t[]){6, 4, 2, 1, 5, 3})[i], "%u", i);
    syn_suffixes_release(&s);
    sort_all(&s, both, whole, 2, 0);
    cr_assert_eq(s.count, 11);
    for (uint32_t i = 0; i < 11; i++)
        cr_expect_eq(s.at[i], place[i], "%u: %u", i, s.at[i]);
    syn_suffixes_release(&s);
}

Test(suffix, prefixes_end_at_the_end_of_a_stretch)
{
    static const uint32_t same[] = {4, 5, 6};
    static const uint32_t *const ids[] = {same, same};
    syn_suffixes s;
    sort_all(&s, ids, (const syn_stretch[]){{0, 0, 3}, {1, 0, 3}}, 2, 0);
    cr_assert_eq(s.count, 6);
    for (uint32_t i = 0; i < 3; i++) {
        cr_expect_eq(s.lcp[2 * i], 0);
        cr_expect_eq(s.lcp[2 * i + 1], 3 - i);
    }
    syn_suffixes_release(&s);
}

Test(suffix, groups_merge_into_what_one_group_gives)
{
    for (uint32_t words = 1; words < 12; words++) {
        syn_suffixes one, many;
        sort_all(&one, both, whole, 2, 0);
        sort_all(&many, both, whole, 2, words);
        if (words < 7)
            cr_assert_eq(many.group_count, 2);
        cr_expect_arr_eq(one.at, many.at, one.count * sizeof *one.at);
        cr_expect_arr_eq(one.lcp, many.lcp, one.count * sizeof *one.lcp);
        syn_suffixes_release(&one);
        syn_suffixes_release(&many);
    }
}

Test(suffix, a_place_leads_back_to_its_stretch)
{
    static const syn_stretch parts[] = {{0, 1, 3}, {0, 4, 6}, {1, 2, 5}};
    syn_suffixes s;
    sort_all(&s, both, parts, 3, 0);
    for (uint32_t i = 0; i < 3; i++)
        for (uint32_t p = 0; p < parts[i].end - parts[i].begin; p++) {
            cr_expect_eq(syn_suffixes_stretch(&s, s.stretch_first[i] + p), i);
            cr_expect_eq(s.symbols[s.stretch_first[i] + p], both[parts[i].document][parts[i].begin + p] + 1);
        }
    syn_suffixes_release(&s);
}

Test(suffix, finds_where_a_first_word_begins)
{
    syn_suffixes s;
    sort_all(&s, both, whole, 2, 0);
    cr_expect_eq(syn_suffixes_find(&s, 0, s.count, 1), 0);
    cr_expect_eq(syn_suffixes_find(&s, 0, s.count, 2), 5);
    cr_expect_eq(syn_suffixes_find(&s, 0, s.count, 3), 6);
    cr_expect_eq(syn_suffixes_find(&s, 0, s.count, 4), 10);
    cr_expect_eq(syn_suffixes_find(&s, 0, s.count, 5), 11);
    cr_expect_eq(syn_suffixes_find(&s, 7, s.count, 2), 7);
    syn_suffixes_release(&s);
}

Test(suffix, no_stretches_make_no_suffixes)
{
    syn_suffixes s;
    sort_all(&s, both, whole, 0, 0);
    cr_expect_eq(s.count, 0);
    syn_suffixes_release(&s);
    sort_all(&s, both, whole, 0, 5);
    cr_expect_eq(s.count, 0);
    syn_suffixes_release(&s);
}
