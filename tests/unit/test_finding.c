#include "support/passages.h"
#include "support/stages.h"
#include "trace/finding.h"

#include <criterion/criterion.h>

#define FIND(...) found_in((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), NULL)

/** The document whose copy stands for the only passage. */
static uint32_t representative(const char *const *shorthands, uint32_t count, const char *const *dates)
{
    found f = found_in(shorthands, count, dates);
    cr_assert_eq(f.view->passage_count, 1, "%zu passages", f.view->passage_count);
    uint32_t document = found_witness(&f, 0, f.view->passages[0].representative)->document;
    found_release(&f);
    return document;
}

Test(finding, the_copy_with_the_most_matched_words_stands_for_all)
{
    static const char *const texts[] = {"1..12 100", "1..20 200", "1..20 300"};
    static const char *const parts[] = {"1..20 200", "1..15 100", "1..20 300"};
    found f = found_in(texts, 3, NULL);
    cr_expect_eq(found_witness(&f, 0, f.view->passages[0].representative)->document, 1);
    cr_expect_eq(f.view->passages[0].words, 20);
    found_release(&f);
    cr_expect_eq(representative(parts, 3, (const char *const[]){"2020", "2010", "2021"}), 0, "however short or old another is");
}

Test(finding, of_equal_ones_that_with_the_fewest_words_stands)
{
    static const char *const texts[] = {"1..10 100..103 11..20", "1..20 200"};
    cr_expect_eq(representative(texts, 2, (const char *const[]){"2010", "2020"}), 1);
}

Test(finding, then_the_earliest_stands_then_the_first)
{
    static const char *const texts[] = {"1..20 100", "1..20 200", "300 1..20"};
    cr_expect_eq(representative(texts, 3, (const char *const[]){"2020", "2012-05-03", "2012-05-02"}), 2);
    cr_expect_eq(representative(texts, 3, (const char *const[]){"", "2012-05-03", ""}), 1);
    cr_expect_eq(representative(texts, 3, (const char *const[]){"2012-05", "2012-05", "2012-05"}), 0);
    cr_expect_eq(representative(texts, 3, NULL), 0);
}

Test(finding, a_copy_is_verbatim_word_for_word_but_for_one_interruption_as_long_as_a_speaker)
{
    static const struct {
        const char *copy;
        syn_kind kind;
        double identity;
    } copies[] = {
        {"1..20 200", SYN_VERBATIM, 1.0},
        {"1..10 200 201 202 11..20", SYN_VERBATIM, 20.0 / 23},
        {"1..10 200 11..20", SYN_EDITED, 20.0 / 21},
        {"1..5 200 6..12 201 13..20", SYN_EDITED, 20.0 / 22},
        {"1..10 200 12..20", SYN_EDITED, 19.0 / 20},
        {"1..10 12..20", SYN_EDITED, 19.0 / 20},
        {"200 2..20 201", SYN_VERBATIM, 1.0},
    };
    for (size_t i = 0; i < sizeof copies / sizeof *copies; i++) {
        found f = FIND("1..20 100", "1..20 150", copies[i].copy);
        cr_assert_eq(f.view->passage_count, 1, "%s", copies[i].copy);
        const syn_witness *w = found_witness(&f, 0, 2);
        cr_expect_eq(w->kind, copies[i].kind, "%s", copies[i].copy);
        cr_expect_float_eq(w->identity, copies[i].identity, 5e-5, "%s: %g", copies[i].copy, w->identity);
        found_release(&f);
    }
}

Test(finding, a_misspelt_word_makes_a_copy_edited_and_costs_no_identity)
{
    found f = FIND("1..10 harbourmaster 11..20 100", "1..10 harbourmastre 11..20 200");
    cr_assert_eq(f.view->passage_count, 1);
    const syn_witness *w = found_witness(&f, 0, 1);
    cr_expect_eq(w->kind, SYN_EDITED);
    cr_expect_eq(w->words, 21);
    cr_expect_float_eq(w->identity, 1.0, 1e-9);
    found_release(&f);
}

Test(finding, a_passage_is_edited_when_most_of_its_copies_are)
{
    found f = FIND("1..20 100", "1..20 200", "1..20 300", "1..10 400 12..20");
    cr_expect_eq(f.view->passages[0].kind, SYN_VERBATIM);
    found_release(&f);
    f = FIND("1..20 100", "1..10 200 12..20", "1..10 300 12..20", "1..20 400");
    cr_expect_eq(f.view->passages[0].kind, SYN_EDITED);
    found_release(&f);
}

Test(finding, two_copies_in_one_document_that_overlap_by_four_words_both_stay)
{
    found f = FIND("100 1..12 1..4 101", "200 1..12 1..12 1..4 201");
    cr_assert_eq(f.view->passage_count, 1);
    cr_expect(found_copy(&f, 0, 1, 1, 17));
    cr_expect(found_copy(&f, 0, 1, 13, 29));
    found_release(&f);
}

static const char told[] = "We will not rebuild the pier twice said Ada Quill deputy director of the Harbour Trust while the tide gates "
                           "stand open all winter long and nobody pays for the keeper";
static const char cut[] = "We will not rebuild the pier twice while the tide gates stand open all winter long and nobody pays for the keeper";

Test(finding, a_speaker_inserted_into_a_quotation_is_a_name_and_in_no_share)
{
    found f = FIND(told, cut, told, "100..130 Ada Quill deputy director of the Harbour Trust 131..160", "200..220 Ada Quill deputy director of the Harbour Trust 221..240");
    uint32_t names = 0;
    for (size_t p = 0; p < f.view->passage_count; p++) {
        names += f.view->passages[p].kind == SYN_NAME;
        if (f.view->passages[p].kind == SYN_NAME)
            cr_expect(found_copy(&f, (uint32_t)p, 0, 8, 16) && found_copy(&f, (uint32_t)p, 2, 8, 16) && found_copy(&f, (uint32_t)p, 3, 31, 39));
    }
    cr_expect_eq(names, 1, "%u names", names);
    cr_expect_eq(f.view->shares[0].name_words, 8);
    cr_expect_eq(f.view->shares[0].reused_words, 23, "with said: %u", f.view->shares[0].reused_words);
    cr_expect_eq(f.view->shares[1].reused_words, 22);
    cr_expect_eq(f.view->shares[3].reused_words, 0);
    cr_expect_eq(f.view->shares[3].name_words, 8);
    cr_expect_null(found_pair(&f, 0, 3));
    found_release(&f);
}

Test(finding, stock_wording_is_common_and_in_no_share)
{
    static const char line[] = "Sign up for our newsletter and get the best of the marsh straight to your inbox every Friday morning";
    found f = FIND(line, line, "1..40");
    cr_assert_eq(f.view->passage_count, 1);
    cr_expect_eq(f.view->passages[0].kind, SYN_COMMON);
    cr_expect_eq(f.view->shares[0].common_words, 19, "%u", f.view->shares[0].common_words);
    cr_expect_eq(f.view->shares[0].reused_words, 0);
    cr_expect_eq(f.view->pair_count, 0);
    found_release(&f);
}

Test(finding, nothing_is_made_of_copies_with_too_few_words)
{
    stages s;
    syn_passages out = {0};
    syn_name_list none;
    stages_run(&s, (const char *const[]){"1..20 100", "1..20 200", "300 1..10"}, 3);
    cr_assert_eq(s.gathered.count, 1);
    syn_sort sort = {.kind = SYN_VERBATIM, .kept = s.gathered.items[0].hub};
    cr_assert_eq(syn_name_list_make(NULL, 0, 3, &none), SYN_OK);
    cr_assert_eq(syn_finding_make(&s.text.wordings, &s.gathered, 0, &sort, &none, 21, false, &out), SYN_OK);
    cr_expect_eq(out.count, 0);
    cr_assert_eq(syn_finding_make(&s.text.wordings, &s.gathered, 0, &sort, &none, 11, false, &out), SYN_OK);
    cr_assert_eq(out.count, 1);
    cr_expect_eq(out.items[0].copy_count, 2);
    syn_name_list_release(&none);
    syn_passages_release(&out);
    stages_release(&s);
}

Test(finding, passages_are_joined_longest_first_then_by_witnesses_then_by_place)
{
    syn_passages parts[2] = {0}, all;
    passages_add(&parts[0], SYN_VERBATIM);
    passages_copy(&parts[0], 1, true, 1, (syn_block[]){{0, 0, 9}});
    passages_copy(&parts[0], 2, true, 1, (syn_block[]){{0, 0, 9}});
    passages_add(&parts[0], SYN_VERBATIM);
    passages_copy(&parts[0], 0, true, 1, (syn_block[]){{7, 7, 9}});
    passages_copy(&parts[0], 1, true, 1, (syn_block[]){{7, 20, 9}});
    passages_add(&parts[1], SYN_VERBATIM);
    passages_copy(&parts[1], 2, true, 1, (syn_block[]){{0, 30, 9}});
    passages_copy(&parts[1], 3, true, 1, (syn_block[]){{0, 0, 9}});
    passages_copy(&parts[1], 4, true, 1, (syn_block[]){{0, 0, 9}});
    passages_add(&parts[1], SYN_VERBATIM);
    passages_copy(&parts[1], 4, true, 1, (syn_block[]){{40, 40, 12}});
    passages_copy(&parts[1], 5, true, 1, (syn_block[]){{40, 0, 12}});
    cr_assert_eq(syn_passages_join(parts, 2, &all), SYN_OK);
    cr_assert_eq(all.count, 4);
    cr_expect(stages_copy(&all, 0, 5, 0, 12));
    cr_expect(stages_copy(&all, 1, 4, 0, 9));
    cr_expect(stages_copy(&all, 2, 1, 20, 29));
    cr_expect(stages_copy(&all, 3, 2, 0, 9));
    syn_passages_release(&parts[0]);
    syn_passages_release(&parts[1]);
    syn_passages_release(&all);
}
