#include "support/oom.h"
#include "support/weak_cover.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static syn_covering *cover_new(void)
{
    syn_covering *cover = NULL;

    cr_assert_eq(syn_cover_new(&cover), SYN_OK);
    return cover;
}

static syn_covered measure(syn_covering *cover, const char *text, const char *kept, uint32_t least)
{
    syn_covered found;

    cr_assert_eq(syn_cover_set(cover, text, strlen(text)), SYN_OK);
    cr_assert_eq(syn_cover_measure(cover, kept, strlen(kept), least, true, &found), SYN_OK);
    return found;
}

static void counts(const char *text, const char *kept, uint32_t covered, uint32_t kept_covered)
{
    syn_covering *cover = cover_new();
    syn_covered found = measure(cover, text, kept, 0);

    cr_expect_eq(found.covered, covered, "%s: %u", text, found.covered);
    cr_expect_eq(found.kept_covered, kept_covered, "%s: %u", kept, found.kept_covered);
    syn_cover_free(cover);
}

/* A span is these bytes of both texts. */
static void stands(const char *text, const char *kept, const syn_cover_span *span, const char *says,
                   const char *kept_says)
{
    size_t bytes = span->end - span->begin, kept_bytes = span->kept_end - span->kept_begin;

    cr_expect(bytes == strlen(says) && memcmp(text + span->begin, says, bytes) == 0, "%.*s", (int)bytes,
              text + span->begin);
    cr_expect(kept_bytes == strlen(kept_says) && memcmp(kept + span->kept_begin, kept_says, kept_bytes) == 0, "%.*s",
              (int)kept_bytes, kept + span->kept_begin);
}

static bool same(const char *a, const char *b)
{
    bool found = false;

    cr_assert_eq(syn_cover_same(a, strlen(a), b, strlen(b), &found), SYN_OK);
    return found;
}

/* `count` times the same words. */
static char *repeated(const char *words, size_t count)
{
    size_t bytes = strlen(words);
    char *text = malloc(bytes * count + 1);

    cr_assert(text);
    for (size_t i = 0; i < count; ++i)
        memcpy(text + i * bytes, words, bytes);
    text[bytes * count] = '\0';
    return text;
}

Test(cover, counts_words_in_runs_of_five)
{
    counts("the old ferry left the quay at dawn", "At noon the old ferry left the pier", 5, 5);
    counts("the old ferry left a quay at dawn", "At noon the old ferry left the pier", 0, 0);
    counts("one two three four five", "one two three four five", 5, 5);
    counts("one two three four five six", "", 0, 0);
    counts("", "one two three four five six", 0, 0);
    counts("", "", 0, 0);
}

Test(cover, takes_short_texts_as_a_whole)
{
    counts("Rain, again.", "rain again", 2, 2);
    counts("Rain, again.", "again rain", 0, 0);
    counts("rain again", "rain again and again and again", 0, 0);
    counts("rain again and again and again", "rain again", 0, 0);
}

Test(cover, counts_every_place_of_a_repeat)
{
    counts("a b c d e", "a b c d e x a b c d e y a b c d e", 5, 15);
    counts("a b c d e x a b c d e y a b c d e", "a b c d e", 15, 5);
    counts("a a a a a a a a a", "a a a a a b a a a a", 9, 5);
}

Test(cover, gives_spans_of_whole_words_of_both_texts)
{
    const char *text = "So: \u201cThe har-\nbour caf\u00e9 isn\u2019t open\u201d, he said.";
    const char *kept = "(the harbour CAFE\u0301 isn't OPEN; all the same)";
    syn_covering *cover = cover_new();
    syn_covered found = measure(cover, text, kept, 0);

    cr_expect_eq(found.words, 8);
    cr_expect_eq(found.kept_words, 8);
    cr_assert_eq(found.span_count, 1);
    cr_expect_eq(found.spans[0].words, 5);
    stands(text, kept, &found.spans[0], "The har-\nbour caf\u00e9 isn\u2019t open",
           "the harbour CAFE\u0301 isn't OPEN");
    syn_cover_free(cover);
}

Test(cover, splits_a_stretch_where_it_goes_on_elsewhere)
{
    const char *text = "x a b c d e f g y z x", *kept = "a b c d e f g . d e f g y z";
    syn_covering *cover = cover_new();
    syn_covered found = measure(cover, text, kept, 0);

    cr_expect_eq(found.covered, 9);
    cr_expect_eq(found.kept_covered, 13);
    cr_assert_eq(found.span_count, 2);
    stands(text, kept, &found.spans[0], "a b c d e f g", "a b c d e f g");
    stands(text, kept, &found.spans[1], "y z", "y z");
    syn_cover_free(cover);
}

Test(cover, goes_on_behind_a_change_rather_than_elsewhere)
{
    const char *text = "k l m n o p NEW a b c d e q", *kept = "a b c d e k l m n o p old a b c d e r";
    syn_covering *cover = cover_new();
    syn_covered found = measure(cover, text, kept, 0);

    cr_assert_eq(found.span_count, 2);
    cr_expect_eq(found.spans[0].kept_begin, 10);
    cr_expect_eq(found.spans[1].kept_begin, 26);
    syn_cover_free(cover);
}

Test(cover, says_nothing_below_the_least)
{
    const char *text = "a b c d e f g h i j", *kept = "a b c d e f x g h i j";
    syn_covering *cover = cover_new();
    syn_covered found = measure(cover, text, kept, 6);

    cr_expect_eq(found.covered, 6);
    found = measure(cover, text, kept, 7);
    cr_expect(found.covered == 0 && found.kept_covered == 0 && found.span_count == 0);
    cr_expect(found.words == 10 && found.kept_words == 11);
    found = measure(cover, text, kept, 11);
    cr_expect_eq(found.covered, 0);
    syn_cover_free(cover);
}

Test(cover, holds_one_text_against_several)
{
    const char *text = "a b c d e f g h i j";
    syn_covering *cover = cover_new();
    syn_covered found;

    cr_assert_eq(syn_cover_set(cover, text, strlen(text)), SYN_OK);
    cr_assert_eq(syn_cover_measure(cover, "b c d e f", 9, 0, false, &found), SYN_OK);
    cr_expect(found.covered == 5 && found.spans == NULL && found.span_count == 0);
    cr_assert_eq(syn_cover_measure(cover, "c b a", 5, 0, false, &found), SYN_OK);
    cr_expect_eq(found.covered, 0);
    cr_assert_eq(syn_cover_measure(cover, text, strlen(text), 10, false, &found), SYN_OK);
    cr_expect(found.covered == 10 && found.kept_covered == 10);
    syn_cover_free(cover);
}

Test(cover, does_not_count_what_only_has_the_same_hash)
{
    const char *text = "a b c d e f g h", *kept = "p q r s t u v w a b c d e";
    syn_covering *cover = cover_new();
    syn_covered found;

    for (weak_bits = 0; weak_bits < 4; ++weak_bits) {
        found = measure(cover, text, kept, 0);
        cr_expect_eq(found.covered, 5);
        cr_expect_eq(found.kept_covered, 5);
        cr_assert_eq(found.span_count, 1);
        stands(text, kept, &found.spans[0], "a b c d e", "a b c d e");
        cr_assert_eq(syn_cover_measure(cover, text, strlen(text), 0, false, &found), SYN_OK);
        cr_expect_eq(found.covered, 8);
    }
    weak_bits = UINT64_MAX;
    syn_cover_free(cover);
}

/* Nu is v and capital nu N, so these are two words though they differ in case only. */
Test(cover, folds_case_by_itself_in_ascii_only)
{
    weak_bits = 0;
    counts("a b \u03b1N\u03b2\u03b3 d e", "a b \u03b1n\u03b2\u03b3 d e", 0, 0);
    counts("a b \u03b1N\u03b2\u03b3 d e", "A B \u03b1N\u03b2\u03b3 D E", 5, 5);
    counts("a b xy{ d e", "a b xy[ d e", 5, 5);
    counts("a b 1q d e", "a b 1Q d e", 5, 5);
    weak_bits = UINT64_MAX;
}

Test(cover, takes_one_word_a_million_times)
{
    char *many = repeated("more ", 1000000);
    syn_covering *cover = cover_new();
    syn_covered found = measure(cover, many, "more and more and more", 0);

    cr_expect_eq(found.covered, 0);
    found = measure(cover, many, "more more more more more more more", 0);
    cr_expect(found.covered == 1000000 && found.kept_covered == 7);
    found = measure(cover, "more more more more more more more", many, 0);
    cr_expect(found.covered == 7 && found.kept_covered == 1000000);
    found = measure(cover, many, many, 1000000);
    cr_expect(found.covered == 1000000 && found.span_count == 1);
    syn_cover_free(cover);
    free(many);
}

/* Long words that come to short ones were read again for each place of those. */
Test(cover, takes_words_that_are_mostly_soft_hyphens)
{
    char *hyphens = repeated("\u00ad", 300000), *many = repeated("aa ", 200000), *text = malloc(5 * 600010);
    syn_covering *cover = cover_new();
    syn_covered found;

    cr_assert(text);
    text[0] = '\0';
    for (int i = 0; i < 5; ++i)
        strcat(strcat(strcat(text, "a"), hyphens), "a ");
    found = measure(cover, text, many, 0);
    cr_expect(found.covered == 5 && found.kept_covered == 200000);
    found = measure(cover, many, text, 0);
    cr_expect(found.covered == 200000 && found.kept_covered == 5);
    syn_cover_free(cover);
    free(hyphens);
    free(many);
    free(text);
}

Test(cover, takes_short_texts_behind_a_long_one)
{
    char *many = repeated("the tide tables of the month ", 700000);
    syn_covering *cover = cover_new();
    syn_covered found = measure(cover, "the tide tables of the year", many, 0);

    cr_expect_eq(found.covered, 5);
    found = measure(cover, "the tide tables of the year", "tide tables of the year", 0);
    cr_expect(found.covered == 5 && found.kept_covered == 5);
    syn_cover_free(cover);
    free(many);
}

Test(cover, refuses_a_text_beyond_the_limit)
{
    syn_covering *cover = cover_new();
    syn_covered found = {.covered = 77};

    cr_expect_eq(syn_cover_set(cover, "", SYN_COVER_BYTES), SYN_LIMIT);
    cr_expect_eq(syn_cover_set(cover, "a b c d e", 9), SYN_OK);
    cr_expect_eq(syn_cover_measure(cover, "", SYN_COVER_BYTES, 0, true, &found), SYN_LIMIT);
    cr_expect_eq(found.covered, 77);
    cr_expect_eq(syn_cover_measure(cover, "a b c d e", 9, 0, true, &found), SYN_OK);
    cr_expect_eq(found.covered, 5);
    syn_cover_free(cover);
}

Test(cover, takes_no_memory_once_it_has_grown)
{
    char *many = repeated("the caf\u00e9 at the quay, now closed, ", 300);
    syn_covering *cover = cover_new();
    syn_covered found;

    measure(cover, many, "THE CAFE\u0301 AT THE QUAY", 0);
    measure(cover, many, many, 0);
    oom_after(0);
    for (int i = 0; i < 3; ++i) {
        cr_expect_eq(syn_cover_set(cover, many, strlen(many)), SYN_OK);
        cr_expect_eq(syn_cover_measure(cover, many, strlen(many), 9, true, &found), SYN_OK);
        cr_expect_eq(syn_cover_measure(cover, "THE CAFE\u0301 AT THE QUAY", 22, 0, true, &found), SYN_OK);
        cr_expect_eq(found.kept_covered, 5);
    }
    oom_never();
    cr_expect_not(oom_struck());
    syn_cover_free(cover);
    free(many);
}

/* A pair from nothing to spans; with weak hashes by way of the exact words. */
static syn_status whole_way(const char *text, const char *kept, syn_covered *found)
{
    syn_covering *cover = NULL;
    syn_status status = syn_cover_new(&cover);

    if (status == SYN_OK)
        status = syn_cover_set(cover, text, strlen(text));
    if (status == SYN_OK)
        status = syn_cover_measure(cover, kept, strlen(kept), 0, true, found);
    syn_cover_free(cover);
    return status;
}

static void fails_cleanly(void)
{
    const char *text = "o caf\u00e9 b c d e f", *kept = "p cafe\u0301 b c d e g";

    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_covered found = {.covered = 77};
        syn_status status;
        oom_after(n);
        status = whole_way(text, kept, &found);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        cr_assert_eq(found.covered, oom_struck() ? 77 : 5);
    }
}

Test(cover, fails_cleanly_when_memory_is_short)
{
    fails_cleanly();
    weak_bits = 0;
    fails_cleanly();
    weak_bits = UINT64_MAX;
}

Test(cover, is_fit_for_other_texts_behind_a_failure)
{
    char *many = repeated("the caf\u00e9 at the quay, now closed, ", 300);

    for (long n = 0; n < 12; ++n) {
        syn_covering *cover = cover_new();
        syn_covered found;
        oom_after(n);
        if (syn_cover_set(cover, many, strlen(many)) == SYN_OK)
            syn_cover_measure(cover, "the cafe\u0301 at the quay now", 26, 0, true, &found);
        oom_never();
        found = measure(cover, "the caf\u00e9 at the quay", "THE CAFE\u0301 AT THE QUAY", 5);
        cr_expect_eq(found.covered, 5);
        syn_cover_free(cover);
    }
    free(many);
}

Test(cover, knows_texts_with_the_same_words)
{
    cr_expect(same("", ""));
    cr_expect(same("a b", "a b"));
    cr_expect(same("The caf\u00e9, open.", "the\ncafe\u0301 OPEN"));
    cr_expect(same("twenty foo-\nbar", "twenty foobar"));
    cr_expect_not(same("twenty foo-\nbar", "twenty foo-bar"));
    cr_expect_not(same("twenty f-bar", "twenty f-\nbar"));
    cr_expect_not(same("a b", "a b c"));
    cr_expect_not(same("a b c", "a b"));
    cr_expect_not(same("a b", ""));
    cr_expect_not(same("a b", "ab"));
    cr_expect_not(same(" ", "  "));
    cr_expect(same(" \u2014 ", " \u2014 "));
    cr_expect(same("so it is done ", "so it is done"));
    cr_expect_not(same("so it is done x", "so it is done y"));
}

/* Texts without spaces were compared from every word to their end. */
Test(cover, knows_long_texts_without_spaces)
{
    char *many = repeated("\u6771\u4eac", 500000), *other = repeated("\u6771\u4eac", 500000);
    size_t bytes = strlen(many);

    other[bytes - 1]++;
    cr_expect_not(same(many, other));
    many[bytes - 6] = other[bytes - 6] = ' ';
    many[0] = ' ';
    cr_expect_not(same(many, other));
    free(many);
    free(other);
}

Test(cover, fails_cleanly_when_memory_is_short_for_the_same)
{
    for (long n = 0; n == 0 || oom_struck(); n++) {
        bool found = false;
        syn_status status;
        oom_after(n);
        status = syn_cover_same("the caf\u00e9", 9, "the cafe\u0301", 10, &found);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        cr_assert_eq(found, !oom_struck());
    }
}
