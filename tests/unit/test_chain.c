#include "match/chain.h"

#include <criterion/criterion.h>

enum { MOST = 200 };

/** Chains seeds whose words all weigh the same. */
static size_t chain(syn_chainer *c, const syn_block *seeds, size_t count, float bits)
{
    float each[MOST];
    for (size_t i = 0; i < count; i++)
        each[i] = bits;
    *c = (syn_chainer){0};
    return syn_chain_all(c, seeds, each, count);
}

static bool is(const syn_block *x, uint32_t a, uint32_t b, uint32_t count)
{
    return x->a == a && x->b == b && x->count == count;
}

Test(chain, joins_seeds_across_a_small_gap)
{
    syn_chainer c;
    cr_assert_eq(chain(&c, (syn_block[]){{10, 20, 6}, {19, 28, 7}}, 2, 14), 1);
    cr_assert_eq(c.chains[0].count, 2);
    cr_expect(is(&c.blocks[0], 10, 20, 6));
    cr_expect(is(&c.blocks[1], 19, 28, 7));
    syn_chainer_release(&c);
}

Test(chain, leaves_seeds_apart_when_both_sides_of_the_gap_are_long)
{
    syn_chainer c;
    cr_expect_eq(chain(&c, (syn_block[]){{0, 0, 9}, {9 + SYN_GAP_WORDS, 9 + SYN_GAP_WORDS, 9}}, 2, 14), 1);
    syn_chainer_release(&c);
    cr_expect_eq(chain(&c, (syn_block[]){{0, 0, 9}, {10 + SYN_GAP_WORDS, 10 + SYN_GAP_WORDS, 9}}, 2, 14), 2);
    syn_chainer_release(&c);
}

Test(chain, bridges_words_inserted_on_one_side_up_to_a_bound)
{
    syn_chainer c;
    cr_expect_eq(chain(&c, (syn_block[]){{0, 0, 9}, {9, 9 + SYN_INSERTED_WORDS, 9}}, 2, 14), 1);
    syn_chainer_release(&c);
    cr_expect_eq(chain(&c, (syn_block[]){{0, 0, 9}, {9, 10 + SYN_INSERTED_WORDS, 9}}, 2, 14), 2);
    syn_chainer_release(&c);
    cr_expect_eq(chain(&c, (syn_block[]){{0, 0, 9}, {9 + SYN_INSERTED_WORDS, 9, 9}}, 2, 14), 1);
    syn_chainer_release(&c);
}

Test(chain, does_not_pay_a_gap_with_light_words)
{
    syn_chainer c;
    cr_expect_eq(chain(&c, (syn_block[]){{0, 0, 5}, {15, 15, 5}}, 2, 14), 1);
    syn_chainer_release(&c);
    cr_expect_eq(chain(&c, (syn_block[]){{0, 0, 5}, {15, 15, 5}}, 2, 2), 2);
    syn_chainer_release(&c);
}

Test(chain, seeds_that_touch_on_one_diagonal_become_one_block)
{
    syn_chainer c;
    cr_assert_eq(chain(&c, (syn_block[]){{3, 7, 5}, {6, 10, 6}, {12, 16, 2}}, 3, 14), 1);
    cr_assert_eq(c.chains[0].count, 1);
    cr_expect(is(&c.blocks[0], 3, 7, 11));
    syn_chainer_release(&c);
}

Test(chain, overlaps_of_two_seeds_before_are_cut_from_the_third)
{
    syn_chainer c;
    size_t chains = chain(&c, (syn_block[]){{0, 0, 5}, {5, 1, 5}, {9, 8, 5}}, 3, 14);
    cr_assert_neq(chains, SIZE_MAX);
    for (size_t i = 0; i < chains; i++)
        for (uint32_t b = 0; b < c.chains[i].count; b++) {
            const syn_block *x = &c.blocks[c.chains[i].first + b];
            cr_expect(x->count >= 1 && x->count <= 5, "chain %zu: a block of %u words", i, x->count);
            cr_expect(b == 0 || (x->a >= x[-1].a + x[-1].count && x->b >= x[-1].b + x[-1].count), "chain %zu", i);
        }
    syn_chainer_release(&c);
}

Test(chain, best_chains_come_first_and_hold_each_seed_once)
{
    syn_chainer c;
    cr_assert_eq(chain(&c, (syn_block[]){{0, 500, 6}, {100, 0, 9}, {112, 12, 9}, {300, 300, 7}}, 4, 14), 3);
    cr_expect_eq(c.chains[0].count, 2);
    cr_expect(is(&c.blocks[c.chains[0].first], 100, 0, 9));
    cr_expect(is(&c.blocks[c.chains[1].first], 300, 300, 7));
    cr_expect(is(&c.blocks[c.chains[2].first], 0, 500, 6));
    cr_expect(c.chains[0].score > c.chains[1].score && c.chains[1].score > c.chains[2].score);
    syn_chainer_release(&c);
}

Test(chain, never_goes_back_on_either_side)
{
    syn_chainer c;
    cr_expect_eq(chain(&c, (syn_block[]){{0, 40, 6}, {8, 20, 6}}, 2, 14), 2);
    syn_chainer_release(&c);
}

Test(chain, a_gap_costs_more_the_more_words_it_has)
{
    cr_expect_eq(syn_chain_gap_cost(0, 0), 0);
    cr_expect_eq(syn_chain_gap_cost(2, 5), syn_chain_gap_cost(5, 2));
    cr_expect(syn_chain_gap_cost(0, 1) < syn_chain_gap_cost(1, 1));
    cr_expect(syn_chain_gap_cost(1, 1) < syn_chain_gap_cost(1, 2));
    cr_expect(syn_chain_gap_cost(0, 5) < syn_chain_gap_cost(5, 5));
}

Test(chain, no_seeds_make_no_chain)
{
    syn_chainer c = {0};
    cr_expect_eq(syn_chain_all(&c, NULL, NULL, 0), 0);
    syn_chainer_release(&c);
}
