#include "support/passages.h"
#include "trace/pair.h"

#include <criterion/criterion.h>

enum { DOCUMENTS = 6 };
static const uint32_t reused[DOCUMENTS] = {100, 100, 100, 100, 100, 100};

/* Where words match they are equal: one word throughout will do. */
static const uint32_t ids[256];
static const syn_wording texts[DOCUMENTS] = {{.ids = ids}, {.ids = ids}, {.ids = ids}, {.ids = ids}, {.ids = ids}, {.ids = ids}};
static const syn_wordings wordings = {.of = texts};

/** The `most` largest pairs (0: all) of one document with later ones. */
static syn_pairings pair_most(const syn_passages *p, uint32_t document, const uint32_t *words, uint32_t least, size_t most)
{
    syn_pairings out = {0};
    syn_holdings h;
    cr_assert_eq(syn_holdings_make(p, DOCUMENTS, &h), SYN_OK);
    cr_assert_eq(syn_pair_document(&wordings, p, &h, document, words, least, 8, most, &out), SYN_OK);
    syn_holdings_release(&h);
    return out;
}

static syn_pairings pair(const syn_passages *p, uint32_t document, const uint32_t *words, uint32_t least)
{
    return pair_most(p, document, words, least, 0);
}

/** One passage: all 40 words in 0, the first 25 in 1, the last 25 in 2, all in 3 with one word replaced. */
static void add_parts(syn_passages *p)
{
    passages_add(p, SYN_VERBATIM);
    passages_copy(p, 0, true, 1, (syn_block[]){{0, 0, 40}});
    passages_copy(p, 1, true, 1, (syn_block[]){{0, 50, 25}});
    passages_copy(p, 2, true, 1, (syn_block[]){{15, 70, 25}});
    passages_copy(p, 3, false, 2, (syn_block[]){{0, 10, 20}, {21, 31, 19}});
}

Test(pair, two_copies_share_what_both_share_with_the_representative)
{
    syn_passages p = {0};
    add_parts(&p);
    syn_pairings x = pair(&p, 1, reused, 0);
    cr_assert_eq(x.count, 2);
    cr_expect(x.items[1].a == 1 && x.items[1].b == 2 && x.items[1].words == 10);
    const syn_joint *joint = &x.joints[x.items[1].joint_first];
    cr_expect(joint->in_a.document == 1 && joint->in_a.begin == 65 && joint->in_a.end == 75);
    cr_expect(joint->in_b.document == 2 && joint->in_b.begin == 70 && joint->in_b.end == 80);
    cr_expect(joint->verbatim);
    joint = &x.joints[x.items[0].joint_first];
    cr_expect(joint->words == 24 && joint->columns == 25 && !joint->verbatim);
    syn_pairings_release(&x);
    syn_passages_release(&p);
}

Test(pair, copies_with_less_than_the_minimum_in_common_are_no_pair)
{
    syn_passages p = {0};
    passages_add(&p, SYN_VERBATIM);
    passages_copy(&p, 0, true, 1, (syn_block[]){{0, 0, 40}});
    passages_copy(&p, 1, true, 1, (syn_block[]){{0, 0, 25}});
    passages_copy(&p, 2, true, 1, (syn_block[]){{18, 0, 22}});
    syn_pairings x = pair(&p, 1, reused, 0);
    cr_expect_eq(x.count, 0);
    syn_pairings_release(&x);
    x = pair(&p, 0, reused, 0);
    cr_expect_eq(x.count, 2);
    syn_pairings_release(&x);
    syn_passages_release(&p);
}

Test(pair, a_match_inside_a_longer_one_is_not_listed_and_counts_once)
{
    syn_passages p = {0};
    add_parts(&p);
    passages_add(&p, SYN_VERBATIM);
    passages_copy(&p, 0, true, 1, (syn_block[]){{5, 5, 10}});
    passages_copy(&p, 1, true, 1, (syn_block[]){{5, 55, 10}});
    passages_add(&p, SYN_VERBATIM);
    passages_copy(&p, 0, true, 1, (syn_block[]){{20, 20, 12}});
    passages_copy(&p, 1, true, 1, (syn_block[]){{20, 90, 12}});
    syn_pairings x = pair(&p, 0, reused, 0);
    cr_assert_eq(x.count, 3);
    cr_expect_eq(x.items[1].b, 1);
    cr_expect_eq(x.items[1].joint_count, 2);
    cr_expect_eq(x.items[1].words, 25 + 7, "%u", x.items[1].words);
    syn_pairings_release(&x);
    syn_passages_release(&p);
}

Test(pair, names_and_stock_wording_make_no_pair)
{
    syn_passages p = {0};
    passages_add(&p, SYN_NAME);
    passages_copy(&p, 0, true, 1, (syn_block[]){{0, 0, 9}});
    passages_copy(&p, 1, true, 1, (syn_block[]){{0, 0, 9}});
    passages_add(&p, SYN_COMMON);
    passages_copy(&p, 0, true, 1, (syn_block[]){{20, 20, 9}});
    passages_copy(&p, 1, true, 1, (syn_block[]){{20, 0, 9}});
    syn_pairings x = pair(&p, 0, reused, 0);
    cr_expect_eq(x.count, 0);
    syn_pairings_release(&x);
    syn_passages_release(&p);
}

Test(pair, a_document_is_no_pair_with_itself)
{
    syn_passages p = {0};
    passages_add(&p, SYN_VERBATIM);
    passages_copy(&p, 0, true, 1, (syn_block[]){{0, 0, 9}});
    passages_copy(&p, 0, true, 1, (syn_block[]){{0, 20, 9}});
    passages_copy(&p, 4, true, 1, (syn_block[]){{0, 0, 9}});
    syn_pairings x = pair(&p, 0, reused, 0);
    cr_assert_eq(x.count, 1);
    cr_expect(x.items[0].b == 4 && x.items[0].joint_count == 2);
    cr_expect_eq(x.items[0].words, 9, "nine words of the other: %u", x.items[0].words);
    syn_pairings_release(&x);
    syn_passages_release(&p);
}

Test(pair, the_largest_are_kept_and_come_first)
{
    syn_passages p = {0};
    add_parts(&p);
    syn_pairings x = pair_most(&p, 0, reused, 0, 2);
    cr_assert_eq(x.count, 2);
    cr_expect(x.items[0].b == 3 && x.items[0].words == 39);
    cr_expect(x.items[1].b == 1 && x.items[1].words == 25, "of equal ones the first document");
    cr_expect_eq(x.joint_count, 2);
    syn_pairings_release(&x);
    syn_passages_release(&p);
}

Test(pair, the_floor_leaves_out_smaller_pairs_and_documents)
{
    static const uint32_t few[DOCUMENTS] = {100, 100, 100, 20, 0, 0};
    syn_passages p = {0};
    add_parts(&p);
    syn_pairings x = pair(&p, 0, few, 25);
    cr_assert_eq(x.count, 2);
    cr_expect(x.items[0].b == 1 && x.items[1].b == 2);
    syn_pairings_release(&x);
    x = pair(&p, 1, few, 25);
    cr_expect_eq(x.count, 0);
    syn_pairings_release(&x);
    syn_passages_release(&p);
}

Test(pair, the_floor_is_what_the_last_pair_kept_has_at_least)
{
    syn_passages p = {0};
    uint32_t words = 77;
    add_parts(&p);
    cr_assert_eq(syn_pair_floor(&p, 1, &words), SYN_OK);
    cr_expect_eq(words, 39);
    cr_assert_eq(syn_pair_floor(&p, 3, &words), SYN_OK);
    cr_expect_eq(words, 25);
    cr_assert_eq(syn_pair_floor(&p, 4, &words), SYN_OK);
    cr_expect_eq(words, 0);
    syn_passages_release(&p);
}

Test(pair, documents_met_in_several_passages_are_counted_once)
{
    syn_passages p = {0};
    syn_holdings h;
    uint32_t seen[DOCUMENTS] = {0};
    add_parts(&p);
    passages_add(&p, SYN_VERBATIM);
    passages_copy(&p, 0, true, 1, (syn_block[]){{60, 60, 9}});
    passages_copy(&p, 1, true, 1, (syn_block[]){{60, 0, 9}});
    passages_copy(&p, 5, true, 1, (syn_block[]){{60, 0, 9}});
    cr_assert_eq(syn_holdings_make(&p, DOCUMENTS, &h), SYN_OK);
    cr_expect_eq(syn_pair_count(&p, &h, 0, 8, seen), 4);
    cr_expect_eq(syn_pair_count(&p, &h, 1, 8, seen), 3);
    cr_expect_eq(syn_pair_count(&p, &h, 5, 8, seen), 0);
    syn_holdings_release(&h);
    syn_passages_release(&p);
}
