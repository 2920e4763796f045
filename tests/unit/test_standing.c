#include "support/newsroom.h"

#include <criterion/criterion.h>

#define FIRST "\342\200\234We counted forty nests below the weir,\342\200\235"
#define SECOND "\342\200\234Not one of them was above the flood line, and nobody on the council ever asked us why it had come to that.\342\200\235"
#define BLOCK \
    "The county has sold three of its four pumping stations since the spring floods, papers show, and the buyer has promised to " \
    "keep only one of them running."
#define FILLER_A "Bakers along the quay say the ferry timetable has cost them two mornings a week."
#define FILLER_B "A choir from the hill villages will sing carols beside the harbour crane on Friday."

static void sums_hold(const newsroom *n)
{
    for (size_t d = 0; d < syn_corpus_count(n->corpus); d++) {
        const syn_share *s = &n->view->shares[d];
        cr_expect_eq(s->standing[0] + s->standing[1] + s->standing[2], s->reused_words);
    }
}

Test(standing, a_speaker_between_two_halves_is_not_counted_against_them)
{
    newsroom n = newsroom_of(2, (const news[]){
        {.text = FILLER_A "\n\n" FIRST " said Ada Quill, who has kept the upper marsh for the county since she was nineteen. " SECOND "\n"},
        {.text = FIRST " said Ada Quill, who has kept the upper marsh for the county since she was nineteen. " SECOND "\n\n" FILLER_B}});
    cr_assert_geq(n.view->passage_count, 1);
    cr_expect_eq(newsroom_witness(&n, 0, 0)->standing, SYN_QUOTED);
    cr_expect_eq(newsroom_witness(&n, 0, 1)->standing, SYN_QUOTED);
    cr_assert_not_null(n.view->passages[0].speaker);
    cr_expect_str_eq(n.view->passages[0].speaker, "Ada Quill");
    sums_hold(&n);
    newsroom_close(&n);
}

Test(standing, scare_quotes_are_not_speech)
{
    newsroom n = newsroom_of(2, (const news[]){
        {.text = FILLER_A "\n\nThe county has sold three of its \342\200\234surplus\342\200\235 pumping stations since the floods, and the buyer keeps only one running."},
        {.text = "The county has sold three of its \342\200\234surplus\342\200\235 pumping stations since the floods, and the buyer keeps only one running.\n\n" FILLER_B}});
    cr_assert_eq(n.view->passage_count, 1);
    cr_expect_eq(newsroom_witness(&n, 0, 0)->standing, SYN_OPEN);
    cr_expect_eq(newsroom_witness(&n, 0, 0)->credit, SYN_NONE);
    cr_expect_null(n.view->passages[0].speaker);
    sums_hold(&n);
    newsroom_close(&n);
}

Test(standing, a_label_credits_and_speech_goes_before_it)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = "FENMOUTH GAZETTE\302\240 " BLOCK " " SECOND " said Ada Quill.\n"},
                                               {.text = BLOCK "\n\n" FILLER_B "\n\n" FILLER_A "\n\n" SECOND " said Ada Quill.\n"}});
    uint32_t credited = 0, quoted = 0;
    for (uint32_t p = 0; p < n.view->passage_count; p++) {
        const syn_witness *w = newsroom_witness(&n, p, 0);
        credited += w->standing == SYN_CREDITED;
        quoted += w->standing == SYN_QUOTED;
        cr_assert_neq(w->credit, SYN_NONE);
        cr_expect_str_eq(n.view->credits[w->credit].name, "FENMOUTH GAZETTE");
    }
    cr_expect(credited == 1 && quoted == 1, "%u credited, %u quoted", credited, quoted);
    sums_hold(&n);
    newsroom_close(&n);
}

Test(standing, nothing_is_told_of_a_comparison)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = FILLER_A "\n\nFENMOUTH GAZETTE\302\240 " BLOCK}, {.text = BLOCK "\n\n" FILLER_B}});
    syn_result *compared = NULL;
    syn_error error = {0};
    cr_assert_eq(syn_compare(n.corpus, &n.options, &compared, &error), SYN_OK);
    const syn_result_view *view = syn_result_get(compared);
    cr_expect_eq(view->credit_count, 0);
    cr_expect_eq(view->source_count, 0);
    cr_expect(view->witnesses[0].standing == SYN_OPEN && view->witnesses[0].credit == SYN_NONE);
    cr_expect_eq(newsroom_witness(&n, 0, 0)->standing, SYN_CREDITED);
    syn_result_free(compared);
    newsroom_close(&n);
}
