#include "support/shorthand.h"

#include <criterion/criterion.h>

#define FIND(...) found_texts((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), NULL)

static const char story[] = "herons nested late because the upper marsh stood dry until the keeper opened both sluices";
static const char loud[] = "HERONS NESTED LATE BECAUSE THE UPPER MARSH STOOD DRY UNTIL THE KEEPER OPENED BOTH SLUICES";

static void span_is(const syn_span *span, uint64_t begin, uint64_t end, uint64_t cbegin, uint64_t cend)
{
    cr_expect(span->begin == begin && span->end == end, "bytes [%llu, %llu)", (unsigned long long)span->begin, (unsigned long long)span->end);
    cr_expect(span->cbegin == cbegin && span->cend == cend, "characters [%llu, %llu)", (unsigned long long)span->cbegin, (unsigned long long)span->cend);
}

/** Puts `before` in front of the story and compares what is found with where it stands. */
static void story_behind(const char *before, uint64_t characters)
{
    char text[8192];
    const uint64_t bytes = strlen(before), length = strlen(story);
    snprintf(text, sizeof text, "%s%s.", before, story);
    found f = FIND(story, text);
    cr_assert_eq(f.view->passage_count, 1);
    span_is(&found_witness(&f, 0, 1)->span, bytes, bytes + length, characters, characters + length);
    cr_assert_eq(f.view->pair_count, 1);
    span_is(&f.view->matches[0].b, bytes, bytes + length, characters, characters + length);
    found_release(&f);
}

Test(convert, characters_are_counted_apart_from_bytes)
{
    story_behind("plain words: ", 13);
    story_behind("\303\251t\303\251 \342\200\224 ", 6);
    story_behind("\360\237\214\212\360\237\214\212 \342\200\234", 4);
}

Test(convert, a_broken_sequence_is_one_character)
{
    story_behind("\303 ", 2);
    story_behind("\342\202 \360\237\214 \200\200 ", 7);
    story_behind("\303\251 \355\240\200 \377 ", 8);
}

Test(convert, characters_are_right_far_into_a_long_text)
{
    char before[4096];
    for (unsigned shift = 0; shift < 3; shift++) {
        size_t at = 0;
        for (unsigned i = 0; i < shift; i++)
            before[at++] = '-';
        for (unsigned i = 0; i < 1200; i++, at += 3)
            memcpy(before + at, "\342\200\224", 3);
        before[at] = '\0';
        story_behind(before, shift + 1200);
    }
}

Test(convert, a_broken_sequence_over_the_bound_of_a_table_is_one_character)
{
    char before[2048];
    memset(before, '-', 1022);
    memcpy(before + 1022, "\360\237\214 ", 5);
    story_behind(before, 1022 + 2);
}

Test(convert, spans_lie_on_the_characters_of_words)
{
    found f = FIND("\302\253\303\211t\303\251 herons nested late because the upper marsh stood dry until spring\302\273",
                   "x: \303\251t\303\251 herons nested late because the upper marsh stood dry until spring, they said");
    cr_assert_eq(f.view->passage_count, 1);
    const uint64_t words = strlen("\303\211t\303\251 herons nested late because the upper marsh stood dry until spring");
    span_is(&found_witness(&f, 0, 0)->span, 2, 2 + words, 1, 1 + words - 2);
    span_is(&found_witness(&f, 0, 1)->span, 3, 3 + words, 3, 3 + words - 2);
    found_release(&f);
}

Test(convert, the_key_is_of_the_words_and_not_of_how_they_are_written)
{
    found plain = FIND(story, story), upper = FIND(loud, loud), other = FIND(story + 7, story + 7);
    cr_assert(plain.view->passage_count == 1 && upper.view->passage_count == 1 && other.view->passage_count == 1);
    cr_expect_str_eq(plain.view->passages[0].key, upper.view->passages[0].key);
    cr_expect_str_neq(plain.view->passages[0].key, other.view->passages[0].key);
    cr_expect_eq(strlen(plain.view->passages[0].key), 32);
    found_release(&plain);
    found_release(&upper);
    found_release(&other);
}

Test(convert, shares_of_a_pair_are_of_each_document)
{
    found f = found_in((const char *const[]){"1..20 100..119", "1..20 200..279"}, 2, NULL);
    const syn_pair *pair = found_pair(&f, 0, 1);
    cr_assert_not_null(pair);
    cr_expect_eq(pair->words, 20);
    cr_expect_float_eq(pair->share_a, 0.5, 1e-9);
    cr_expect_float_eq(pair->share_b, 0.2, 1e-9);
    found_release(&f);
}

Test(convert, a_descent_says_which_dates_it_rests_on)
{
    static const char *const texts[] = {"1..20 100", "1..20 200", "1..20 300"};
    found f = found_in(texts, 3, (const char *const[]){"2017-04-05", "2017-04-04", "2017-05"});
    cr_assert_eq(f.view->descent_count, 2);
    cr_assert_eq(f.view->source_count, 1);
    cr_expect(f.view->sources[0].seen && f.view->sources[0].document == 1);
    cr_expect_str_eq(f.view->sources[0].name, "d001");
    cr_expect(f.view->descents[0].to == 0 && f.view->descents[1].to == 2);
    cr_expect_eq(f.view->descents[0].level, SYN_WEAK);
    cr_expect_str_eq(f.view->evidence[f.view->descents[1].evidence_first].kind, "date");
    cr_expect_str_eq(f.view->evidence[f.view->descents[1].evidence_first].says, "dated 2017-04-04, before 2017-05");
    found_release(&f);
}

Test(convert, nothing_shared_is_an_empty_result)
{
    found f = found_in((const char *const[]){"1..40", "", "100..140"}, 3, NULL);
    cr_expect_eq(f.view->passage_count, 0);
    cr_expect_eq(f.view->pair_count, 0);
    cr_expect_eq(f.view->descent_count, 0);
    cr_expect_eq(f.view->shares[1].words, 0);
    cr_expect_eq(f.view->shares[0].words, 40);
    found_release(&f);
}
