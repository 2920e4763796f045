#include "support/newsroom.h"
#include "support/passages.h"
#include "support/shorthand.h"
#include "trace/lineage.h"

#include <criterion/criterion.h>

enum { DOCUMENTS = 4 };

#define STORY \
    "Herons nested late on the upper marsh because the keeper opened both sluices in March, and the old weir below the mill " \
    "stood dry until the parish paid for a second pump. "
#define SPEECH "\342\200\234We counted forty nests below the weir and not one of them was above the flood line this year,\342\200\235"
#define FILLER_A "Bakers along the quay say the ferry timetable has cost them two mornings a week. "
#define FILLER_B "A choir from the hill villages will sing carols beside the harbour crane on Friday. "
#define FILLER_C "Nobody has yet offered to repaint the bandstand, whose roof blew off in October. "

/** The document that has the first passage surely first, or SYN_NONE; dates are ISO 8601, "" is none. */
static uint32_t earliest(const syn_passages *p, const char *const texts[DOCUMENTS], bool bound)
{
    syn_date date[DOCUMENTS] = {0};
    const syn_date *of[DOCUMENTS];
    for (uint32_t i = 0; i < DOCUMENTS; i++) {
        cr_assert(*texts[i] == '\0' || syn_date_parse(texts[i], strlen(texts[i]), "date field", &date[i]));
        date[i].bound = bound;
        of[i] = &date[i];
    }
    uint32_t copy = syn_lineage_earliest(p, &p->items[0], of);
    return copy == SYN_NONE ? SYN_NONE : p->copies[p->items[0].copy_first + copy].place.document;
}

static void add(syn_passages *p, syn_kind kind, uint32_t words, uint32_t a, uint32_t a_at, uint32_t b, uint32_t b_at)
{
    passages_add(p, kind);
    passages_copy(p, a, true, 1, (syn_block[]){{a_at, a_at, words}});
    passages_copy(p, b, true, 1, (syn_block[]){{a_at, b_at, words}});
}

#define DATES(...) ((const char *const[DOCUMENTS]){__VA_ARGS__})

Test(lineage, the_earliest_is_named_where_every_witness_is_dated)
{
    syn_passages p = {0};
    add(&p, SYN_VERBATIM, 20, 0, 0, 1, 30);
    passages_copy(&p, 2, true, 1, (syn_block[]){{0, 5, 20}});
    cr_expect_eq(earliest(&p, DATES("2017-04-05", "2017-04-04", "2017-05-01", ""), false), 1);
    cr_expect_eq(earliest(&p, DATES("2017-04-05", "2017-04-04", "", ""), false), SYN_NONE);
    cr_expect_eq(earliest(&p, DATES("2017-04-05", "2017-04-04", "2017-05-01", ""), true), SYN_NONE, "a bound makes nobody the earliest");
    syn_passages_release(&p);
}

Test(lineage, nobody_is_named_who_is_not_surely_first)
{
    syn_passages p = {0};
    add(&p, SYN_VERBATIM, 20, 0, 0, 1, 30);
    cr_expect_eq(earliest(&p, DATES("2017-04-04", "2017-04-04", "", ""), false), SYN_NONE);
    cr_expect_eq(earliest(&p, DATES("2017-04", "2017-04-20", "", ""), false), SYN_NONE);
    cr_expect_eq(earliest(&p, DATES("2017-03", "2017-04-20", "", ""), false), 0);
    cr_expect_eq(earliest(&p, DATES("2017-04-04T10:00:00Z", "2017-04-04T09:00:00Z", "", ""), false), 1);
    cr_expect_eq(earliest(&p, DATES("2017-04-04T10:00:00", "2017-04-04T09:00:00Z", "", ""), false), SYN_NONE);
    syn_passages_release(&p);
}

Test(lineage, an_unsure_date_in_the_middle_leaves_the_first_one_sure)
{
    syn_passages p = {0};
    add(&p, SYN_VERBATIM, 20, 0, 0, 1, 30);
    passages_copy(&p, 2, true, 1, (syn_block[]){{0, 5, 20}});
    cr_expect_eq(earliest(&p, DATES("2017-05", "2017-05-09", "2017-04-30", ""), false), 2);
    cr_expect_eq(earliest(&p, DATES("2017-05", "2017-05-09", "2017-05-08", ""), false), SYN_NONE);
    syn_passages_release(&p);
}

Test(lineage, dates_alone_make_a_weak_descent)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = FILLER_A STORY, .date = "2017-04-05"}, {.text = STORY FILLER_B, .date = "2017-04-03"}});
    cr_assert_eq(n.view->descent_count, 1);
    const syn_descent *d = newsroom_descent(&n, "d001", 0);
    cr_assert_not_null(d);
    cr_expect_eq(d->level, SYN_WEAK);
    cr_expect_not(d->direct);
    cr_expect_str_eq(n.view->evidence[d->evidence_first].kind, "date");
    newsroom_close(&n);
}

Test(lineage, one_dated_text_is_no_order)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = FILLER_A STORY, .date = "2017-04-05"}, {.text = STORY FILLER_B}});
    cr_expect_eq(n.view->descent_count, 0);
    cr_expect_eq(n.view->source_count, 0);
    newsroom_close(&n);
}

Test(lineage, a_passage_of_fewer_than_twenty_words_descends_from_no_date)
{
    static const char shorter[] = "Herons nested late on the upper marsh because the keeper opened both sluices in March. ";
    char a[256], b[256];
    snprintf(a, sizeof a, "%s%s", shorter, FILLER_A);
    snprintf(b, sizeof b, "%s%s", FILLER_B, shorter);
    newsroom n = newsroom_of(2, (const news[]){{.text = a, .date = "2017-04-05"}, {.text = b, .date = "2017-04-03"}});
    cr_expect_eq(n.view->passage_count, 1);
    cr_expect_eq(n.view->descent_count, 0);
    newsroom_close(&n);
}

Test(lineage, an_outlet_that_is_credited_stands_above_all_witnesses)
{
    newsroom n = newsroom_of(3, (const news[]){{.text = SPEECH " Ada Quill told the Fenmouth Gazette.\n\n" FILLER_A},
                                               {.text = FILLER_B "\n\nAda Quill told the Fenmouth Gazette: " SPEECH "\n\n"},
                                               {.text = FILLER_C "\n\n" SPEECH " said Ada Quill.\n"}});
    const syn_descent *first = newsroom_descent(&n, "Fenmouth Gazette", 0), *silent = newsroom_descent(&n, "Fenmouth Gazette", 2);
    cr_assert(first != NULL && newsroom_descent(&n, "Fenmouth Gazette", 1) != NULL && silent != NULL);
    cr_expect_not(n.view->sources[0].seen);
    cr_expect_eq(first->level, SYN_STRONG);
    cr_expect_eq(silent->level, SYN_WEAK, "others credit it, but speech may have been heard by many");
    cr_expect_str_eq(n.view->evidence[silent->evidence_first].kind, "quotation");
    const syn_witness *witness = newsroom_witness(&n, 0, 2);
    cr_expect(witness->unnamed && witness->standing == SYN_QUOTED);
    cr_expect_not(newsroom_witness(&n, 0, 0)->unnamed);
    newsroom_close(&n);
}

Test(lineage, a_silent_text_owes_what_two_others_credit)
{
    newsroom n = newsroom_of(3, (const news[]){{.text = "Fenmouth Gazette\302\240 " STORY "\n\n" FILLER_A},
                                               {.text = "Fenmouth Gazette\302\240 " STORY "\n\n" FILLER_B},
                                               {.text = FILLER_C "\n\n" STORY}});
    const syn_descent *silent = newsroom_descent(&n, "Fenmouth Gazette", 2);
    cr_assert_not_null(silent);
    cr_expect_eq(silent->level, SYN_MODERATE);
    cr_expect_str_eq(n.view->evidence[silent->evidence_first].kind, "credit");
    cr_expect_neq(n.view->evidence[silent->evidence_first].document, 2, "whose words it rests on");
    newsroom_close(&n);
}

Test(lineage, who_is_surely_earlier_than_all_that_credit_may_be_the_source)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = "Fenmouth Gazette\302\240 " STORY "\n\n" FILLER_A, .date = "2017-04-05"},
                                               {.text = FILLER_C STORY, .date = "2017-04-01"}});
    cr_expect_not_null(newsroom_descent(&n, "Fenmouth Gazette", 0));
    cr_expect_null(newsroom_descent(&n, "Fenmouth Gazette", 1));
    newsroom_close(&n);
}

Test(lineage, siblings_do_not_descend_from_one_another_by_dates)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = "Fenmouth Gazette\302\240 " STORY "\n\n" FILLER_A, .date = "2017-04-05"},
                                               {.text = "Fenmouth Gazette\302\240 " STORY "\n\n" FILLER_B, .date = "2017-04-03"}});
    cr_expect_not_null(newsroom_descent(&n, "Fenmouth Gazette", 0));
    cr_expect_not_null(newsroom_descent(&n, "Fenmouth Gazette", 1));
    cr_expect_null(newsroom_descent(&n, "d001", 0));
    newsroom_close(&n);
}

Test(lineage, a_document_of_the_credited_outlet_takes_its_place)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = FILLER_A STORY, .outlet = "Fenmouth Gazette"},
                                               {.text = "Fenmouth Gazette\302\240 " STORY "\n\n" FILLER_B}});
    const syn_descent *d = newsroom_descent(&n, "d000", 1);
    cr_assert_not_null(d);
    cr_expect(n.view->sources[d->source].seen && n.view->sources[d->source].document == 0);
    cr_expect_eq(d->level, SYN_STRONG);
    cr_expect(d->direct, "a label, and a verbatim copy");
    cr_expect_null(newsroom_descent(&n, "Fenmouth Gazette", 1));
    cr_expect_null(newsroom_descent(&n, "Fenmouth Gazette", 0));
    newsroom_close(&n);
}

Test(lineage, a_label_makes_a_descent_without_shared_words)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = "FENMOUTH GAZETTE\302\240 " STORY "\n\n" FILLER_A}, {.text = FILLER_B FILLER_C}});
    cr_assert_eq(n.view->descent_count, 1);
    const syn_descent *d = &n.view->descents[0];
    cr_expect(d->to == 0 && d->words > 20 && d->passage_count == 0 && d->level == SYN_STRONG);
    newsroom_close(&n);
}

Test(lineage, a_sentence_without_shared_words_makes_none)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = FILLER_A "Ada Quill told the Fenmouth Gazette that she would resign."},
                                               {.text = FILLER_B FILLER_C}});
    cr_expect_eq(n.view->descent_count, 0);
    cr_expect_eq(n.view->source_count, 0);
    newsroom_close(&n);
}

Test(lineage, what_none_can_have_had_first_is_of_an_unknown_source)
{
    /* Each two share a run that the third lacks, and all share one. */
    static const char *const texts[] = {"1..30 901..930 101..120 931..960 201..220", "1..30 1001..1030 101..120 1031..1060 301..320",
                                        "1..30 1101..1130 201..220 1131..1160 301..320"};
    found f = found_in(texts, 3, NULL);
    cr_assert_eq(f.view->source_count, 1);
    cr_expect_str_eq(f.view->sources[0].name, "unknown source 1");
    cr_expect_not(f.view->sources[0].seen);
    cr_expect_eq(f.view->descent_count, 3);
    cr_expect_eq(f.view->descents[0].level, SYN_WEAK);
    cr_expect_str_eq(f.view->evidence[f.view->descents[0].evidence_first].kind, "containment");
    found_release(&f);
}

Test(lineage, that_others_lack_something_says_nothing_by_itself)
{
    static const char *const texts[] = {"1..30 901..930 101..120", "1..30 1001..1030 101..120 1031..1060 301..320",
                                        "1..30 1101..1130 301..320"};
    found f = found_in(texts, 3, NULL);
    cr_expect_eq(f.view->descent_count, 0);
    found_release(&f);
}

Test(lineage, the_earliest_that_lacks_nothing_while_all_others_do_is_moderate)
{
    static const char *const texts[] = {"1..30 901..930 101..120", "1..30 1001..1030 101..120 1031..1060 301..320",
                                        "1..30 1101..1130 301..320"};
    found f = found_in(texts, 3, (const char *const[]){"2017-04-03", "2017-04-01", "2017-04-02"});
    cr_assert_eq(f.view->descent_count, 2);
    cr_expect_eq(f.view->descents[0].level, SYN_MODERATE);
    found_release(&f);
}

Test(lineage, what_its_own_outlet_claims_was_there_first)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = "FENMOUTH (Reuters) - " STORY "\n\n" FILLER_A, .outlet = "Reuters"},
                                               {.text = FILLER_B "\n\n" STORY, .outlet = "Hill Courier"}});
    const syn_descent *d = newsroom_descent(&n, "d000", 1);
    cr_assert_not_null(d);
    cr_expect_eq(d->level, SYN_MODERATE);
    cr_expect_eq(n.view->descent_count, 1);
    const syn_evidence *e = &n.view->evidence[d->evidence_first];
    cr_expect(strcmp(e->kind, "credit") == 0 && e->document == 0, "its words are the source's own");
    newsroom_close(&n);
}

Test(lineage, an_address_of_another_is_where_it_is_from)
{
    newsroom n = newsroom_of(3, (const news[]){
        {.text = STORY "\n\n" FILLER_A, .url = "https://www.fenmouth.example/herons/"},
        {.text = FILLER_B "\n\n" STORY, .url = "https://hill.example/1", .canonical = "http://Fenmouth.example/herons#top"},
        {.text = FILLER_C "\n\n" STORY, .url = "https://hill.example/2", .canonical = "https://www.reuters.com/herons"}});
    const syn_descent *seen = newsroom_descent(&n, "d000", 1), *unseen = newsroom_descent(&n, "Reuters", 2);
    cr_assert(seen != NULL && unseen != NULL);
    cr_expect(seen->direct && seen->level == SYN_STRONG && !unseen->direct && unseen->level == SYN_STRONG);
    cr_expect_str_eq(n.view->evidence[seen->evidence_first].kind, "canonical");
    cr_expect_str_eq(n.view->evidence[unseen->evidence_first].kind, "canonical");
    newsroom_close(&n);
}

Test(lineage, two_addresses_that_name_each_other_say_nothing)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = STORY FILLER_A, .url = "http://a.example/x", .canonical = "http://b.example/y"},
                                               {.text = STORY FILLER_B, .url = "http://b.example/y", .canonical = "http://a.example/x"}});
    cr_expect_eq(n.view->descent_count, 0);
    newsroom_close(&n);
}

Test(lineage, a_phrase_carries_no_credit_of_another)
{
    static const char phrase[] = "not one of the nine parish councillors who had asked for it could say why ";
    char a[512], b[512];
    snprintf(a, sizeof a, "FENMOUTH (Reuters) - %s.\n\n%s", phrase, FILLER_A);
    snprintf(b, sizeof b, "%s%s.\n\n%s", FILLER_B, phrase, FILLER_C);
    newsroom n = newsroom_of(2, (const news[]){{.text = a}, {.text = b}});
    cr_expect_eq(n.view->passage_count, 1);
    cr_expect_null(newsroom_descent(&n, "Reuters", 1));
    cr_expect_not_null(newsroom_descent(&n, "Reuters", 0));
    newsroom_close(&n);
}

Test(lineage, words_are_explained_once_by_the_longest_passage)
{
    static const char *const texts[] = {"1..60", "500 1..60 501", "502 21..45 503"};
    found f = found_in(texts, 3, (const char *const[]){"2017-04-01", "2017-04-03", "2017-04-02"});
    cr_assert_eq(f.view->descent_count, 2);
    cr_expect(f.view->descents[0].to == 1 && f.view->descents[0].words == 60);
    cr_expect(f.view->descents[1].to == 2 && f.view->descents[1].words == 25);
    found_release(&f);
}

#define LONG_STORY \
    "herons nested late on the upper marsh because the keeper opened both sluices in March. The old weir below the mill " \
    "stood dry until the parish paid for a second pump. Eels came back by the end of the summer, and with them two otters " \
    "whose tracks the schoolmaster drew in the margin of his register. Nobody had seen any there since the railway came. "

Test(lineage, the_credit_of_one_sentence_is_not_strong_for_a_long_passage)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = FILLER_A "The Fenmouth Gazette reported that " LONG_STORY "\n"},
                                               {.text = FILLER_B "They say that " LONG_STORY "\n"}});
    const syn_descent *d = newsroom_descent(&n, "Fenmouth Gazette", 0);
    cr_assert_not_null(d);
    cr_expect_eq(d->level, SYN_MODERATE);
    cr_expect_null(newsroom_descent(&n, "Fenmouth Gazette", 1), "nor does it speak for a text that is silent");
    newsroom_close(&n);
}

Test(lineage, a_sentence_put_into_a_passage_is_not_strong_for_it)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = FILLER_A LONG_STORY "It cost three thousand, according to the Fenmouth Gazette. "
                                                        "Bakers and boatmen gave the most, and were thanked from the pulpit in May."},
                                               {.text = FILLER_B LONG_STORY
                                                        "Bakers and boatmen gave the most, and were thanked from the pulpit in May."}});
    const syn_descent *d = newsroom_descent(&n, "Fenmouth Gazette", 0);
    cr_expect(d == NULL || d->level < SYN_STRONG);
    cr_expect_null(newsroom_descent(&n, "Fenmouth Gazette", 1));
    newsroom_close(&n);
}

Test(lineage, a_label_elsewhere_is_not_strong_for_a_passage_it_does_not_reach)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = "Fenmouth Gazette: " FILLER_A "\n\n" FILLER_B "\n\n" FILLER_C "\n\n" STORY},
                                               {.text = "Fenmouth Gazette\302\240 " STORY "\n\n"}});
    const syn_descent *d = newsroom_descent(&n, "Fenmouth Gazette", 0);
    cr_assert_not_null(d);
    cr_expect_eq(d->level, SYN_MODERATE);
    newsroom_close(&n);
}

Test(lineage, a_silent_text_owes_nothing_where_two_agencies_are_credited_alike)
{
    newsroom n = newsroom_of(3, (const news[]){{.text = "FENMOUTH (AP) \342\200\224 " STORY "\n\n" FILLER_A},
                                               {.text = "FENMOUTH (Reuters) - " STORY "\n\n" FILLER_B},
                                               {.text = FILLER_C "\n\n" STORY}});
    cr_expect_not_null(newsroom_descent(&n, "AP", 0));
    cr_expect_null(newsroom_descent(&n, "AP", 2));
    cr_expect_null(newsroom_descent(&n, "Reuters", 2));
    newsroom_close(&n);
}

Test(lineage, an_address_that_another_begins_with_is_not_linked)
{
    newsroom n = newsroom_of(2, (const news[]){{.text = "Herons: " STORY, .outlet = "Fenmouth Gazette", .url = "https://www.nytimes.com/1"},
                                               {.text = STORY "See https://www.nytimes.com/12 for more. " FILLER_A}});
    for (size_t i = 0; i < n.view->descent_count; i++)
        cr_expect_not(n.view->descents[i].direct);
    newsroom_close(&n);
}
