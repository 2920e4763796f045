#include "support/passages.h"
#include "support/stages.h"

#include <criterion/criterion.h>

enum { DOCUMENTS = 4 };

/** Gathers parts written by hand; the texts hold no name. */
static void gather(stages *s, const syn_passages parts[DOCUMENTS])
{
    stages_read(s, (const char *const[]){"1..60", "100..160", "200..260", "300..360"}, DOCUMENTS);
    cr_assert_eq(syn_gather_all(&s->text.wordings, parts, DOCUMENTS, STAGES_WORDS, false, &s->gathered), SYN_OK);
}

static void release(stages *s, syn_passages parts[DOCUMENTS])
{
    for (uint32_t d = 0; d < DOCUMENTS; d++)
        syn_passages_release(&parts[d]);
    stages_release(s);
}

Test(gather, passages_come_in_the_order_of_their_hubs)
{
    stages s;
    syn_passages parts[DOCUMENTS] = {0};
    passages_add(&parts[0], SYN_VERBATIM);
    passages_copy(&parts[0], 0, true, 1, (syn_block[]){{5, 5, 12}});
    passages_copy(&parts[0], 1, true, 1, (syn_block[]){{5, 30, 12}});
    passages_add(&parts[2], SYN_VERBATIM);
    passages_copy(&parts[2], 2, true, 1, (syn_block[]){{0, 0, 9}});
    passages_copy(&parts[2], 3, true, 1, (syn_block[]){{0, 20, 9}});
    gather(&s, parts);
    cr_assert_eq(s.gathered.count, 2);
    cr_expect(stages_copy(&s.gathered, 0, 1, 30, 42));
    cr_expect(stages_copy(&s.gathered, 1, 3, 20, 29));
    release(&s, parts);
}

Test(gather, what_lies_inside_another_passage_in_every_copy_is_not_listed_again)
{
    stages s;
    syn_passages parts[DOCUMENTS] = {0};
    passages_add(&parts[0], SYN_VERBATIM);
    passages_copy(&parts[0], 0, true, 1, (syn_block[]){{0, 0, 30}});
    passages_copy(&parts[0], 1, true, 1, (syn_block[]){{0, 10, 30}});
    passages_copy(&parts[0], 2, true, 1, (syn_block[]){{0, 20, 30}});
    passages_add(&parts[1], SYN_VERBATIM);
    passages_copy(&parts[1], 1, true, 1, (syn_block[]){{14, 14, 20}});
    passages_copy(&parts[1], 2, true, 1, (syn_block[]){{14, 24, 20}});
    gather(&s, parts);
    cr_assert_eq(s.gathered.count, 1);
    cr_expect_eq(s.gathered.items[0].copy_count, 3);
    release(&s, parts);
}

Test(gather, what_one_passage_holds_is_not_given_to_another)
{
    stages s;
    syn_passages parts[DOCUMENTS] = {0};
    passages_add(&parts[0], SYN_VERBATIM);
    passages_copy(&parts[0], 0, true, 1, (syn_block[]){{0, 0, 30}});
    passages_copy(&parts[0], 1, true, 1, (syn_block[]){{0, 16, 30}});
    passages_copy(&parts[0], 2, true, 1, (syn_block[]){{0, 26, 30}});
    passages_add(&parts[0], SYN_VERBATIM);
    passages_copy(&parts[0], 0, true, 1, (syn_block[]){{35, 35, 20}});
    passages_copy(&parts[0], 1, true, 1, (syn_block[]){{35, 14, 20}});
    passages_add(&parts[1], SYN_VERBATIM);
    passages_copy(&parts[1], 1, true, 1, (syn_block[]){{14, 14, 20}});
    passages_copy(&parts[1], 2, true, 1, (syn_block[]){{14, 24, 20}});
    gather(&s, parts);
    cr_assert_eq(s.gathered.count, 2);
    cr_expect_eq(s.gathered.items[0].copy_count, 3);
    cr_expect_eq(s.gathered.items[1].copy_count, 2);
    release(&s, parts);
}

Test(gather, a_later_hub_gives_its_copies_to_the_passage_it_is_a_copy_of)
{
    stages s;
    syn_passages parts[DOCUMENTS] = {0};
    passages_add(&parts[0], SYN_VERBATIM);
    passages_copy(&parts[0], 0, true, 1, (syn_block[]){{0, 0, 20}});
    passages_copy(&parts[0], 1, true, 1, (syn_block[]){{0, 10, 20}});
    passages_add(&parts[1], SYN_VERBATIM);
    passages_copy(&parts[1], 1, true, 1, (syn_block[]){{8, 8, 21}});
    passages_copy(&parts[1], 3, true, 1, (syn_block[]){{8, 40, 21}});
    gather(&s, parts);
    cr_assert_eq(s.gathered.count, 1);
    cr_expect_eq(s.gathered.items[0].copy_count, 3);
    cr_expect(stages_copy(&s.gathered, 0, 3, 42, 61));
    const syn_copy *given = &s.gathered.copies[s.gathered.items[0].copy_first + 2];
    const syn_block *block = &s.gathered.blocks[given->block_first];
    cr_expect(given->block_count == 1 && block->a == 0 && block->b == 42 && block->count == 19, "side a is the first hub's");
    release(&s, parts);
}

Test(gather, a_longer_copy_is_not_cut_to_what_an_earlier_passage_has)
{
    found f = found_in((const char *const[]){"1000..1011 1..20", "30..45 1101..1112 1000..1011", "60..70 1101..1112 1000..1011"}, 3, NULL);
    const syn_pair *pair = found_pair(&f, 1, 2);
    cr_assert_not_null(pair);
    cr_expect_eq(pair->words, 24, "%u words", pair->words);
    cr_expect(found_covered(&f, 1, 16, 40));
    cr_expect(found_covered(&f, 2, 11, 35));
    found_release(&f);
}

Test(gather, copies_that_have_the_minimum_more_than_the_first_are_told_apart)
{
    stages s;
    stages_run(&s, (const char *const[]){"1..16 100", "1..24 200", "1..24 300"}, 3);
    cr_assert_eq(s.gathered.count, 2);
    cr_expect_eq(s.gathered.items[0].copy_count, 3);
    cr_expect(stages_copy(&s.gathered, 0, 0, 0, 16));
    cr_expect_eq(s.gathered.items[1].copy_count, 2);
    cr_expect(stages_copy(&s.gathered, 1, 1, 0, 24));
    cr_expect(stages_copy(&s.gathered, 1, 2, 0, 24));
    stages_release(&s);
}

Test(gather, no_parts_make_no_passages)
{
    stages s;
    syn_passages parts[DOCUMENTS] = {0};
    gather(&s, parts);
    cr_expect_eq(s.gathered.count, 0);
    release(&s, parts);
}
