#include "support/newsroom.h"

#include <criterion/criterion.h>

#define LABEL "FENMOUTH GAZETTE\302\240 "
#define OTHER "HILL COURIER\302\240 "
#define ONE "The county has sold three of its four pumping stations since the spring floods, papers seen last week show."
#define TWO "The buyer, a firm of two directors, has promised to keep one of the stations running until the summer is over."
#define THREE "Engineers who built the stations were not asked, and several of them learned of the sale from a neighbour."
#define FOUR "A fifth station was never finished, though its foundations can still be seen behind the lime kilns."
#define FIVE "Grain barges stopped coming up the river when the lock at the old tannery jammed some years ago."
#define FILLER "A choir from the hill villages will sing carols beside the harbour crane on Friday."

static syn_level cover(const news *texts, uint32_t count, const char *credit, const char *words)
{
    newsroom n = newsroom_of(count, texts);
    const syn_credit *c = newsroom_credit(&n, 0, credit);
    cr_assert_not_null(c, "%s", credit);
    const syn_level level = newsroom_cover(&n, c, words);
    newsroom_close(&n);
    return level;
}

Test(scope, a_label_covers_its_own_paragraph_and_no_other_by_itself)
{
    const news texts[] = {{.text = LABEL ONE "\n\n" TWO "\n\n" THREE}, {.text = FILLER}};
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", ONE), SYN_STRONG);
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", TWO), SYN_UNKNOWN);
}

Test(scope, a_passage_that_begins_under_the_label_carries_it_on)
{
    const news texts[] = {{.text = LABEL ONE "\n\n" TWO "\n\n" THREE "\n\n" FOUR "\n\n" OTHER FIVE}, {.text = FILLER "\n\n" ONE "\n\n" TWO}};
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", TWO), SYN_STRONG);
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", THREE), SYN_MODERATE, "on account of the paragraph before");
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", FOUR), SYN_MODERATE);
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", FIVE), SYN_UNKNOWN, "another label ends it");
}

Test(scope, another_text_that_credits_the_outlet_confirms)
{
    const news texts[] = {{.text = LABEL ONE "\n\n" TWO "\n\n" THREE}, {.text = FILLER "\n\n" LABEL TWO}};
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", TWO), SYN_STRONG);
    const news silent[] = {{.text = LABEL ONE "\n\n" TWO "\n\n" THREE}, {.text = FILLER "\n\n" TWO}};
    cr_expect_eq(cover(silent, 2, "FENMOUTH GAZETTE", TWO), SYN_UNKNOWN);
}

Test(scope, a_second_mention_confirms_and_is_the_outlets_own_voice)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = LABEL ONE "\n\nBram Tolley told the Gazette that the buyer had promised nothing at all.\n\n" THREE}, {.text = FILLER}});
    const syn_credit *label = newsroom_credit(&n, 0, "FENMOUTH GAZETTE"), *told = newsroom_credit(&n, 0, "told the Gazette");
    cr_assert(label != NULL && told != NULL);
    cr_expect_eq(newsroom_cover(&n, label, "the buyer had promised nothing at all"), SYN_STRONG);
    cr_expect_eq(told->of, SYN_OF_SELF);
    cr_expect_eq(told->cover_count, 0);
    newsroom_close(&n);
}

Test(scope, a_known_speaker_carries_a_label_on_and_a_new_one_is_left_out)
{
    const news texts[] = {{.text = LABEL "Bram Tolley, who heads the pumping union, took the county to task over the sale of the stations.\n\n"
                                   "Tolley insisted that nobody had asked the engineers about any of it.\n\n"
                                   "The stations were built in three summers. The county clerk, Una Frist, said the sale was lawful.\n\n" FILLER},
                          {.text = FIVE}};
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", "nobody had asked the engineers"), SYN_MODERATE);
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", "The stations were built in three summers."), SYN_WEAK);
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", "the sale was lawful"), SYN_UNKNOWN);
}

Test(scope, furniture_ends_a_block)
{
    const news texts[] = {{.text = LABEL ONE "\n\n" TWO "\n\nJoin the harbour mailing list and win a boat trip\n\n" THREE}, {.text = FILLER "\n\n" ONE "\n\n" TWO}};
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", TWO), SYN_STRONG);
    cr_expect_eq(cover(texts, 2, "FENMOUTH GAZETTE", THREE), SYN_UNKNOWN);
}
