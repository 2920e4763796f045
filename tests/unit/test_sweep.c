#include "text/sweep.h"

#include "support/oom.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static syn_sweep *sweep_of(syn_sweep_way way)
{
    syn_sweep *sweep = NULL;

    cr_assert_eq(syn_sweep_new(way, &sweep), SYN_OK);
    return sweep;
}

/** The words of a text are `expected`, one behind another with spaces between, by either way. */
static void holds(const char *text, const char *expected)
{
    for (syn_sweep_way way = SYN_SWEEP_PORTABLE; way <= SYN_SWEEP_BEST; ++way) {
        syn_sweep *sweep = sweep_of(way);
        const char *word = expected;
        syn_swept swept;
        cr_assert_eq(syn_sweep_words(sweep, text, strlen(text), false, &swept), SYN_OK);
        for (size_t i = 0; i < swept.count; ++i) {
            size_t bytes = strcspn(word, " ");
            cr_assert_gt(bytes, 0, "%s: more than %s", text, expected);
            cr_expect_eq(swept.hash[i], syn_sweep_hash(word, bytes), "%s: not %.*s", text, (int)bytes, word);
            word += bytes + (word[bytes] == ' ');
        }
        cr_expect_eq(*word, '\0', "%s: no %s", text, word);
        syn_sweep_free(sweep);
    }
}

static syn_sampled sample(syn_sweep *sweep, const char *text, uint32_t k, double fraction)
{
    syn_sampled sampled;

    cr_assert_eq(syn_sweep_shingles(sweep, text, strlen(text), k, syn_sweep_bound(fraction), &sampled), SYN_OK);
    return sampled;
}

Test(sweep, finds_canonical_words)
{
    holds("", "");
    holds(" .,;\n", "");
    holds("The mayor, a baker, SAID: no!", "the mayor a baker said no");
    holds("The harbour office opened in 1904 and never closed, not even for the flood;\n"
          "the harbour master would not hear of it, nor would HIS men.",
          "the harbour office opened in 1904 and never closed not even for the flood "
          "the harbour master would not hear of it nor would his men");
}

Test(sweep, reads_apostrophes_and_joins_line_ends)
{
    holds("It's the bakers' oven, isn\xe2\x80\x99t it? "
          "\xe2\x80\x98" "Tis \xe2\x80\x9cours\xe2\x80\x9d, \xe2\x80\x98ours\xe2\x80\x99.",
          "it's the bakers oven isn't it tis ours ours");
    holds("a long-\nterm plan, twenty- two of them, half-built, "
          "and a soft hy\xc2\xadphen at the end of the line-",
          "a longterm plan twenty two of them half built and a soft hyphen at the end of the line");
}

Test(sweep, reads_other_letters_in_the_midst_of_plain_ones)
{
    holds("Caf\xc3\xa9s in Z\xc3\xbcrich and in Stra\xc3\x9f" "burg\xe2\x80\x94"
          "all of them\xc2\xa0open \xd0\xb4\xd0\xbe late \xe6\x9d\xb1\xe4\xba\xac.",
          "caf\xc3\xa9s in z\xc3\xbcrich and in strassburg "
          "all of them open \xd0\xb4\xd0\xbe late \xe6\x9d\xb1 \xe4\xba\xac");
}

Test(sweep, reads_words_of_any_length)
{
    char text[4000];

    for (size_t bytes = 1; bytes < 2100; bytes += bytes < 140 ? 1 : 97) {
        memset(text, 'w', bytes);
        text[bytes] = '\0';
        holds(text, text);
    }
}

Test(sweep, gives_the_hash_that_every_text_gives)
{
    cr_expect_eq(syn_sweep_hash("harbour", 7), syn_sweep_hash("harbour, office", 7));
    cr_expect_neq(syn_sweep_hash("harbour", 7), syn_sweep_hash("harbours", 8));
    cr_expect_neq(syn_sweep_hash("abcdefgh", 8), syn_sweep_hash("abcdefgh1", 9));
    cr_expect_eq(syn_sweep_hash("harbour", 7), 0xc723be02c0184e1au);
}

Test(sweep, gives_spans_and_counts_broken_sequences)
{
    const char *text = "  One \xc3\x89t\xc3\xa9 t\xff" "wo";
    syn_sweep *sweep = sweep_of(SYN_SWEEP_BEST);
    syn_swept swept;

    cr_assert_eq(syn_sweep_words(sweep, text, strlen(text), true, &swept), SYN_OK);
    cr_assert_eq(swept.count, 4);
    cr_expect_eq(swept.replaced_count, 1);
    cr_expect(swept.begin[0] == 2 && swept.end[0] == 5);
    cr_expect(swept.begin[1] == 6 && swept.end[1] == 11);
    cr_expect(swept.begin[3] == 14 && swept.end[3] == 16);
    syn_sweep_free(sweep);
}

Test(sweep, keeps_the_same_shingles_wherever_they_stand)
{
    syn_sweep *a = sweep_of(SYN_SWEEP_BEST), *b = sweep_of(SYN_SWEEP_PORTABLE);
    syn_sampled x = sample(a, "One, two, three, four, five", 3, 1);
    syn_sampled y = sample(b, "zero ONE two three 'four' nine", 3, 1);

    cr_assert_eq(x.count, 3);
    cr_assert_eq(y.count, 4);
    cr_expect_eq(x.fingerprint[0], y.fingerprint[1]);
    cr_expect_eq(x.fingerprint[1], y.fingerprint[2]);
    cr_expect_neq(x.fingerprint[2], y.fingerprint[3]);
    cr_expect_eq(x.place[2], 2);
    syn_sweep_free(a);
    syn_sweep_free(b);
}

Test(sweep, tells_the_order_of_words)
{
    syn_sweep *a = sweep_of(SYN_SWEEP_BEST), *b = sweep_of(SYN_SWEEP_BEST);
    syn_sampled x = sample(a, "one two three", 3, 1), y = sample(b, "three two one", 3, 1);

    cr_expect_neq(x.fingerprint[0], y.fingerprint[0]);
    cr_expect_neq(x.whole, y.whole);
    syn_sweep_free(a);
    syn_sweep_free(b);
}

Test(sweep, forgets_no_short_text)
{
    syn_sweep *sweep = sweep_of(SYN_SWEEP_BEST);
    uint64_t two;

    cr_expect_eq(sample(sweep, "", 5, 1).count, 0);
    cr_expect_eq(sample(sweep, "", 5, 1).whole, 0);
    cr_expect_eq(sample(sweep, "one two", 5, 0).count, 1);
    two = sample(sweep, "one two", 5, 0).fingerprint[0];
    cr_expect_eq(sample(sweep, "One, two!", 5, 1).fingerprint[0], two);
    cr_expect_neq(sample(sweep, "one three", 5, 1).fingerprint[0], two);
    cr_expect_eq(sample(sweep, "one two three four five six seven", 5, 0).count, 1);
    syn_sweep_free(sweep);
}

/** 4000 words of which no run of three stands twice. */
static char *text_of_numbers(void)
{
    char *text = malloc(4000 * 16), *at = text;

    cr_assert(text);
    for (uint32_t i = 0; i < 4000; ++i)
        at += sprintf(at, "w%u ", i * 2654435761u >> 12);
    return text;
}

Test(sweep, keeps_about_the_fraction_asked_for)
{
    char *text = text_of_numbers();
    syn_sweep *sweep = sweep_of(SYN_SWEEP_BEST);

    cr_expect_eq(sample(sweep, text, 3, 1).count, 3998);
    cr_expect_eq(sample(sweep, text, 3, 2).count, 3998);
    for (double fraction = 0.5; fraction > 0.01; fraction /= 2) {
        double kept = (double)sample(sweep, text, 3, fraction).count / 3998;
        cr_expect(kept > fraction * 0.7 && kept < fraction * 1.4, "%g of %g", kept, fraction);
    }
    syn_sweep_free(sweep);
    free(text);
}

Test(sweep, keeps_one_text_as_whole_and_tells_others_apart)
{
    char *text = text_of_numbers();
    syn_sweep *sweep = sweep_of(SYN_SWEEP_BEST);
    uint64_t whole = sample(sweep, text, 3, 0.1).whole;

    cr_expect_eq(sample(sweep, text, 7, 0.5).whole, whole);
    text[0] = 'W';
    cr_expect_eq(sample(sweep, text, 3, 0.1).whole, whole);
    text[1] = '!';
    cr_expect_neq(sample(sweep, text, 3, 0.1).whole, whole);
    syn_sweep_free(sweep);
    free(text);
}

Test(sweep, refuses_a_text_of_four_gigabytes)
{
    syn_sweep *sweep = sweep_of(SYN_SWEEP_BEST);
    syn_swept swept;
    syn_sampled sampled;

    cr_expect_eq(syn_sweep_words(sweep, "", (size_t)UINT32_MAX + 1, false, &swept), SYN_LIMIT);
    cr_expect_eq(syn_sweep_shingles(sweep, "", (size_t)UINT32_MAX + 1, 5, 0, &sampled), SYN_LIMIT);
    syn_sweep_free(sweep);
}

/** A failing allocation fails the call, and the sweep is fit for the next one. */
static syn_status sweep_anew(const char *text, bool words)
{
    syn_sweep *sweep = NULL;
    syn_status status = syn_sweep_new(SYN_SWEEP_BEST, &sweep);
    syn_swept swept;
    syn_sampled sampled;

    if (status == SYN_OK && words)
        status = syn_sweep_words(sweep, text, strlen(text), true, &swept);
    else if (status == SYN_OK)
        status = syn_sweep_shingles(sweep, text, strlen(text), 3, UINT64_MAX, &sampled);
    oom_never();
    if (sweep && status < 0) {
        cr_expect_eq(syn_sweep_words(sweep, text, strlen(text), true, &swept), SYN_OK);
        cr_expect_gt(swept.count, 4000);
    }
    syn_sweep_free(sweep);
    return status;
}

Test(sweep, survives_short_memory)
{
    char *text = text_of_numbers();

    strcat(text, "\xd0\xb4\xd0\xbe e\xcc\x81t\xc3\xa9 \xef\xb7\xba");
    for (int words = 0; words < 2; ++words)
        for (long n = 0; n == 0 || oom_struck(); ++n) {
            syn_status status;
            oom_after(n);
            status = sweep_anew(text, words);
            cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        }
    free(text);
}
