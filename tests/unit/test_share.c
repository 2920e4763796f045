#include "support/passages.h"
#include "trace/share.h"

#include <criterion/criterion.h>

static syn_share share_of(const syn_passages *p, uint32_t document, uint32_t words)
{
    syn_holdings holdings;
    syn_share share = {0};
    cr_assert_eq(syn_holdings_make(p, 8, &holdings), SYN_OK);
    cr_assert_eq(syn_share_make(p, &holdings, document, words, &share), SYN_OK);
    syn_holdings_release(&holdings);
    return share;
}

static void add_two(syn_passages *p, syn_kind kind, bool verbatim, uint32_t begin, uint32_t words)
{
    passages_add(p, kind);
    passages_copy(p, 0, true, 1, (syn_block[]){{begin, begin, words}});
    passages_copy(p, 1, verbatim, 1, (syn_block[]){{begin, begin + 100, words}});
}

Test(share, words_of_nested_passages_count_once)
{
    syn_passages p = {0};
    add_two(&p, SYN_VERBATIM, true, 10, 30);
    add_two(&p, SYN_VERBATIM, true, 15, 10);
    add_two(&p, SYN_VERBATIM, true, 35, 15);
    cr_expect_eq(share_of(&p, 0, 90).reused_words, 40);
    cr_expect_eq(share_of(&p, 1, 190).reused_words, 40);
    cr_expect_eq(share_of(&p, 0, 90).words, 90);
    cr_expect_eq(share_of(&p, 2, 90).reused_words, 0);
    syn_passages_release(&p);
}

Test(share, a_word_is_verbatim_if_any_copy_of_it_is)
{
    syn_passages p = {0};
    add_two(&p, SYN_EDITED, false, 10, 30);
    add_two(&p, SYN_VERBATIM, true, 15, 10);
    syn_share share = share_of(&p, 0, 90);
    cr_expect_eq(share.how[SYN_VERBATIM], 10);
    cr_expect_eq(share.how[SYN_EDITED], 20);
    cr_expect_eq(share.reused_words, 30);
    syn_passages_release(&p);
}

Test(share, both_splits_add_up)
{
    syn_passages p = {0};
    add_two(&p, SYN_EDITED, false, 10, 30);
    add_two(&p, SYN_VERBATIM, true, 60, 11);
    add_two(&p, SYN_NAME, true, 80, 4);
    syn_share share = share_of(&p, 1, 200);
    cr_expect_eq(share.how[0] + share.how[1] + share.how[2], share.reused_words);
    cr_expect_eq(share.standing[0] + share.standing[1] + share.standing[2], share.reused_words);
    cr_expect_eq(share.reused_words, 41);
    syn_passages_release(&p);
}

Test(share, names_and_stock_wording_are_counted_apart_where_nothing_else_holds_them)
{
    syn_passages p = {0};
    add_two(&p, SYN_VERBATIM, true, 10, 20);
    add_two(&p, SYN_NAME, true, 25, 8);
    add_two(&p, SYN_COMMON, true, 40, 12);
    syn_share share = share_of(&p, 0, 90);
    cr_expect_eq(share.reused_words, 20);
    cr_expect_eq(share.name_words, 3);
    cr_expect_eq(share.common_words, 12);
    cr_expect(syn_kind_counts(SYN_VERBATIM) && syn_kind_counts(SYN_EDITED) && syn_kind_counts(SYN_REWORDED));
    cr_expect_not(syn_kind_counts(SYN_NAME) || syn_kind_counts(SYN_COMMON));
    syn_passages_release(&p);
}

Test(share, words_between_the_blocks_of_a_copy_are_its_own)
{
    syn_passages p = {0};
    passages_add(&p, SYN_VERBATIM);
    passages_copy(&p, 0, true, 1, (syn_block[]){{0, 0, 20}});
    passages_copy(&p, 1, false, 2, (syn_block[]){{0, 30, 9}, {12, 45, 8}});
    cr_expect_eq(share_of(&p, 1, 90).reused_words, 17);
    cr_expect_eq(share_of(&p, 0, 90).reused_words, 17, "the representative's words are those another has");
    syn_passages_release(&p);
}

Test(share, holdings_list_the_copies_of_a_document_in_order_of_passages)
{
    syn_passages p = {0};
    syn_holdings h;
    add_two(&p, SYN_VERBATIM, true, 50, 9);
    passages_add(&p, SYN_VERBATIM);
    passages_copy(&p, 1, true, 1, (syn_block[]){{0, 0, 8}});
    passages_copy(&p, 3, true, 1, (syn_block[]){{0, 0, 8}});
    passages_copy(&p, 3, true, 1, (syn_block[]){{0, 20, 8}});
    cr_assert_eq(syn_holdings_make(&p, 5, &h), SYN_OK);
    static const uint32_t first[] = {0, 1, 3, 3, 5, 5}, copy[] = {0, 1, 2, 3, 4}, passage[] = {0, 0, 1, 1, 1};
    cr_expect_arr_eq(h.first, first, sizeof first);
    cr_expect_arr_eq(h.copy, copy, sizeof copy);
    cr_expect_arr_eq(h.passage, passage, sizeof passage);
    syn_holdings_release(&h);
    syn_passages_release(&p);
}
