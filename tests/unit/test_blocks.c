#include "trace/blocks.h"

#include <criterion/criterion.h>

static void are(const syn_block *blocks, size_t count, const syn_block *expected, size_t expected_count)
{
    cr_assert_eq(count, expected_count, "%zu blocks", count);
    for (size_t i = 0; i < count; i++)
        cr_expect(blocks[i].a == expected[i].a && blocks[i].b == expected[i].b && blocks[i].count == expected[i].count,
                  "block %zu: %u %u %u", i, blocks[i].a, blocks[i].b, blocks[i].count);
}

static const syn_block edited[] = {{10, 100, 5}, {17, 106, 4}, {21, 113, 6}};

Test(blocks, counts_words_and_columns)
{
    cr_expect_eq(syn_blocks_words(edited, 3), 15);
    cr_expect_eq(syn_blocks_columns(edited, 3), 15 + 2 + 3);
    cr_expect_eq(syn_blocks_words(edited, 0), 0);
    cr_expect_eq(syn_blocks_columns(edited, 0), 0);
    cr_expect_eq(syn_blocks_columns(edited, 1), 5);
}

Test(blocks, a_cut_keeps_what_lies_inside)
{
    syn_block out[3];
    are(out, syn_blocks_cut(edited, 3, 12, 19, out), (syn_block[]){{12, 102, 3}, {17, 106, 2}}, 2);
    are(out, syn_blocks_cut(edited, 3, 0, 100, out), edited, 3);
    are(out, syn_blocks_cut(edited, 3, 15, 17, out), NULL, 0);
    are(out, syn_blocks_cut(edited, 3, 13, 14, out), (syn_block[]){{13, 103, 1}}, 1);
}

Test(blocks, a_cut_may_be_made_in_place)
{
    syn_block blocks[] = {{10, 100, 5}, {17, 106, 4}, {21, 113, 6}};
    are(blocks, syn_blocks_cut(blocks, 3, 18, 23, blocks), (syn_block[]){{18, 107, 3}, {21, 113, 2}}, 2);
}

Test(blocks, a_drop_may_split_a_block)
{
    syn_block out[4];
    are(out, syn_blocks_drop(edited, 3, 12, 13, out), (syn_block[]){{10, 100, 2}, {13, 103, 2}, {17, 106, 4}, {21, 113, 6}}, 4);
    are(out, syn_blocks_drop(edited, 3, 0, 100, out), NULL, 0);
    are(out, syn_blocks_drop(edited, 3, 0, 0, out), edited, 3);
}

Test(blocks, composes_through_the_text_in_the_middle)
{
    syn_block out[5];
    static const syn_block further[] = {{102, 7, 6}, {115, 20, 9}};
    are(out, syn_blocks_compose(edited, 3, false, further, 2, out), (syn_block[]){{12, 7, 3}, {17, 11, 2}, {23, 20, 4}}, 3);
    are(out, syn_blocks_compose(edited, 3, false, further, 0, out), NULL, 0);
}

Test(blocks, composes_two_copies_through_the_text_they_share)
{
    syn_block out[5];
    static const syn_block other[] = {{12, 0, 9}};
    are(out, syn_blocks_compose(edited, 3, true, other, 1, out), (syn_block[]){{102, 0, 3}, {106, 5, 4}}, 2);
}

Test(blocks, joins_what_touches_on_both_sides)
{
    syn_block out[4];
    static const syn_block x[] = {{0, 50, 4}, {4, 54, 4}}, y[] = {{50, 9, 3}, {53, 12, 5}};
    are(out, syn_blocks_compose(x, 2, false, y, 2, out), (syn_block[]){{0, 9, 8}}, 1);
}
