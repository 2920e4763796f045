#include "match/align.h"
#include "support/stages.h"

#include <criterion/criterion.h>

/** Two texts written short and what grows from a chain between them. */
typedef struct grown {
    stages s;
    syn_aligner aligner;
} grown;

static void grow(grown *g, const char *a, const char *b, const syn_block *chain, size_t count)
{
    stages_read(&g->s, (const char *const[]){a, b}, 2);
    g->aligner = (syn_aligner){.lexicon = &g->s.text.lexicon, .surprisal = &g->s.text.surprisal};
    cr_assert_eq(syn_align_grow(&g->aligner, &g->s.text.of[0], &g->s.text.of[1], chain, count), SYN_OK);
}

static void grown_release(grown *g)
{
    syn_aligner_release(&g->aligner);
    stages_release(&g->s);
}

static void blocks_are(const grown *g, const syn_block *expected, size_t count)
{
    cr_assert_eq(g->aligner.count, count, "%zu blocks", g->aligner.count);
    for (size_t i = 0; i < count; i++) {
        const syn_block *x = &g->aligner.blocks[i], *y = &expected[i];
        cr_expect(x->a == y->a && x->b == y->b && x->count == y->count, "block %zu: %u %u %u", i, x->a, x->b, x->count);
    }
}

Test(align, lengthens_a_run_as_far_as_it_goes)
{
    grown g;
    grow(&g, "100 1..9 101..130", "200..202 1..9 203..230", (syn_block[]){{4, 6, 2}}, 1);
    blocks_are(&g, (syn_block[]){{1, 3, 9}}, 1);
    grown_release(&g);
}

Test(align, stops_at_the_ends_of_both_texts)
{
    grown g;
    grow(&g, "1..9", "1..9", (syn_block[]){{2, 2, 3}}, 1);
    blocks_are(&g, (syn_block[]){{0, 0, 9}}, 1);
    grown_release(&g);
    grow(&g, "3..9", "1..12", (syn_block[]){{0, 2, 5}}, 1);
    blocks_are(&g, (syn_block[]){{0, 2, 7}}, 1);
    grown_release(&g);
}

Test(align, finds_the_word_that_stayed_between_two_replaced_ones)
{
    grown g;
    grow(&g, "1..6 100 7 101 8..12", "1..6 200 7 201 8..12", (syn_block[]){{0, 0, 6}, {9, 9, 5}}, 2);
    blocks_are(&g, (syn_block[]){{0, 0, 6}, {7, 7, 1}, {9, 9, 5}}, 3);
    grown_release(&g);
}

Test(align, a_misspelt_word_matches)
{
    grown g;
    grow(&g, "1..6 harbourmaster 7..12", "1..6 harbourmastre 7..12", (syn_block[]){{0, 0, 6}, {7, 7, 6}}, 2);
    blocks_are(&g, (syn_block[]){{0, 0, 13}}, 1);
    grown_release(&g);
}

Test(align, a_short_word_or_a_number_is_never_misspelt)
{
    grown g;
    grow(&g, "1..6 cat 7..12", "1..6 cap 7..12", (syn_block[]){{0, 0, 6}, {7, 7, 6}}, 2);
    cr_expect_eq(g.aligner.count, 2);
    grown_release(&g);
    grow(&g, "1..6 \302\2431234 7..12", "1..6 \302\2431235 7..12", (syn_block[]){{0, 0, 6}, {7, 7, 6}}, 2);
    cr_expect_eq(g.aligner.count, 2);
    grown_release(&g);
}

Test(align, ends_are_extended_over_edits_on_both_sides)
{
    grown g;
    grow(&g, "1..4 100 5..10 101 11..14", "1..4 200 5..10 201 202 11..14", (syn_block[]){{5, 5, 6}}, 1);
    blocks_are(&g, (syn_block[]){{0, 0, 4}, {5, 5, 6}, {12, 13, 4}}, 3);
    grown_release(&g);
}

Test(align, a_lone_common_word_does_not_prolong_an_end)
{
    grown g;
    grow(&g, "1..9 100 101 the 102", "1..9 200 201 202 203 the 204", (syn_block[]){{0, 0, 9}}, 1);
    blocks_are(&g, (syn_block[]){{0, 0, 9}}, 1);
    grown_release(&g);
}

Test(align, two_words_behind_an_insertion_do_not_prolong_an_end_and_three_do)
{
    grown g;
    grow(&g, "1..9 100..102 20 21 110..130", "1..9 20 21 200..230", (syn_block[]){{0, 0, 9}}, 1);
    blocks_are(&g, (syn_block[]){{0, 0, 9}}, 1);
    grown_release(&g);
    grow(&g, "1..9 100..102 20..22 110..130", "1..9 20..22 200..230", (syn_block[]){{0, 0, 9}}, 1);
    blocks_are(&g, (syn_block[]){{0, 0, 9}, {12, 9, 3}}, 2);
    grown_release(&g);
}

Test(align, measures_words_and_columns)
{
    grown g;
    grow(&g, "1..6 100 101 7..12", "1..6 200 7..12", (syn_block[]){{0, 0, 6}, {8, 7, 6}}, 2);
    syn_match m = {0};
    syn_align_measure(&g.aligner, &g.s.text.of[0], g.aligner.blocks, g.aligner.count, &m);
    cr_expect_eq(m.matched_words, 12);
    cr_expect_eq(m.column_count, 14);
    cr_expect(m.a.begin == 0 && m.a.end == 14 && m.b.begin == 0 && m.b.end == 13);
    cr_expect(m.weight < 12 * SYN_SURPRISAL_RARE && m.weight > 10 * SYN_SURPRISAL_RARE);
    grown_release(&g);
}

Test(align, a_part_leaves_an_end_that_costs_more_than_it_weighs)
{
    grown g;
    size_t from = 0, to = 0;
    grow(&g, "1..8 100..107 the", "1..8 200..207 the", (syn_block[]){{0, 0, 8}}, 1);
    g.aligner.count = 1;
    syn_block *blocks = realloc(g.aligner.blocks, 2 * sizeof *blocks);
    cr_assert_not_null(blocks);
    blocks[1] = (syn_block){16, 16, 1};
    g.aligner.blocks = blocks;
    g.aligner.count = g.aligner.capacity = 2;
    syn_align_part(&g.aligner, &g.s.text.of[0], 58, &from, &to);
    cr_expect(from == 0 && to == 1, "[%zu, %zu)", from, to);
    grown_release(&g);
}
