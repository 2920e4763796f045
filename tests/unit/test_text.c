#include "text/text.h"

#include "support/oom.h"
#include "text/vocabulary.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Writes the words of a text as "word[begin,end) word[begin,end)", or without spans. */
static void words_of(const char *text, size_t bytes, bool spans, char *out)
{
    syn_vocabulary *vocabulary = NULL;
    syn_words words = {0};
    char room[SYN_VOCABULARY_SHORT];
    size_t len;

    cr_assert_eq(syn_vocabulary_new(&vocabulary), SYN_OK);
    cr_assert_eq(syn_text_make(text, bytes, vocabulary, &words, NULL), SYN_OK);
    *out = '\0';
    for (size_t i = 0; i < words.count; ++i) {
        const char *word = syn_vocabulary_word(vocabulary, words.id[i], room, &len);
        out += sprintf(out, "%s%.*s", i ? " " : "", (int)len, word);
        if (spans)
            out += sprintf(out, "[%u,%u)", words.begin[i], words.end[i]);
    }
    syn_words_release(&words);
    syn_vocabulary_free(vocabulary);
}

static void holds(const char *text, const char *expected)
{
    char found[4096];

    words_of(text, strlen(text), false, found);
    cr_assert_str_eq(found, expected);
}

static void holds_spans(const char *text, const char *expected)
{
    char found[4096];

    words_of(text, strlen(text), true, found);
    cr_assert_str_eq(found, expected);
}

Test(text, lowers_letters_and_splits_at_all_else)
{
    holds("", "");
    holds(" .,;\n", "");
    holds("The mayor, a baker, SAID: no!", "the mayor a baker said no");
    holds("U.S. (e.g.) a@b_c/d", "u s e g a b c d");
}

Test(text, gives_spans_of_raw_bytes)
{
    holds_spans("  One two", "one[2,5) two[6,9)");
    holds_spans("\xe2\x80\x9c\xc3\x89t\xc3\xa9\xe2\x80\x9d fin", "été[3,8) fin[12,15)");
}

Test(text, tells_numbers_apart)
{
    holds("4 dead, 40 hurt, 1,000 there, 3.5", "4 dead 40 hurt 1 000 there 3 5");
    holds("the 4th B52", "the 4th b52");
}

Test(text, keeps_an_inner_apostrophe_of_any_kind)
{
    holds("don't don\xe2\x80\x99t don\xca\xbct don`t don\xef\xbc\x87t", "don't don't don't don't don't");
    holds_spans("it\xe2\x80\x99s", "it's[0,6)");
}

Test(text, leaves_an_outer_apostrophe)
{
    holds_spans("'the bakers' van'", "the[1,4) bakers[5,11) van[13,16)");
    holds("rock'n'roll rock''n", "rock'n'roll rock n");
    holds("\xc5\x89 a", "n a");
}

Test(text, splits_at_hyphens_and_dashes)
{
    holds("well-known well\xe2\x80\x91known well\xe2\x80\x94known", "well known well known well known");
    holds("twelve- to", "twelve to");
}

Test(text, joins_a_word_over_a_line_end)
{
    holds_spans("gar-\ndener", "gardener[0,10)");
    holds_spans("gar-\r\n  dener x", "gardener[0,13) x[14,15)");
    holds("gar\xe2\x80\x90 \ndener", "gardener");
    holds("gar\xc2\xad\ndener", "gardener");
}

Test(text, does_not_join_over_anything_else)
{
    holds("gar-\n\ndener", "gar dener");
    holds("gar- dener", "gar dener");
    holds("gar\ndener", "gar dener");
    holds("2017-\n2018", "2017 2018");
    holds("gar-\n2", "gar 2");
    holds("gar-", "gar");
    holds("gar-\n", "gar");
}

Test(text, drops_what_is_not_seen_inside_a_word)
{
    holds_spans("gar\xc2\xad" "den\xe2\x80\x8b" "er\xe2\x80\x8b", "gardener[0,13)");
    holds("\xef\xbb\xbf" "first", "first");
    holds("don\xe2\x80\x8d'\xe2\x80\x8dt", "don't");
}

Test(text, folds_forms_of_a_letter)
{
    holds("CAF\xc3\x89 cafe\xcc\x81 \xef\xbc\xa3\xef\xbc\xa1\xef\xbc\xa6\xc3\xa9", "café café café");
    holds("Straße STRASSE", "strasse strasse");
    holds("cafe", "cafe");
}

Test(text, makes_one_word_a_character_where_no_spaces_are_written)
{
    holds_spans("東京x2", "東[0,3) 京[3,6) x2[6,8)");
    holds("か\xe3\x82\x99 ｶﾞ", "が ガ");
    holds("ที่นี่", "ที่ นี่");
    holds("2017年", "2017 年");
}

Test(text, keeps_a_character_with_spaces_in_it_one_word)
{
    holds_spans("ﷺ", "صلىاللهعليهوسلم[0,3)");
}

Test(text, folds_lookalikes_of_another_script)
{
    holds("The p\xd0\xb0per", "the paper");
    holds("со мной", "со мной");
}

Test(text, begins_no_word_with_a_mark)
{
    holds_spans("\xcc\x81" "abc", "abc[2,5)");
}

Test(text, cuts_a_run_of_marks)
{
    char text[1024] = "ab", found[1024];

    for (int i = 0; i < 200; ++i)
        strcat(text, "\xcc\xa3");
    words_of(text, strlen(text), false, found);
    cr_assert_eq(strlen(found), 1 + 3 + 29 * 2);
    words_of(text, strlen(text), true, found);
    cr_assert_not_null(strstr(found, "[0,402)"));
}

Test(text, counts_broken_bytes_which_split)
{
    syn_vocabulary *vocabulary = NULL;
    syn_words words = {0};
    uint64_t replaced = 5;

    cr_assert_eq(syn_vocabulary_new(&vocabulary), SYN_OK);
    cr_assert_eq(syn_text_make("ab\xff" "cd \xe2\x80", 8, vocabulary, &words, &replaced), SYN_OK);
    cr_assert_eq(replaced, 7);
    cr_assert_eq(words.count, 2);
    cr_assert_eq(words.begin[1], 3);
    syn_words_release(&words);
    syn_vocabulary_free(vocabulary);
}

Test(text, appends_and_gives_equal_words_equal_numbers)
{
    syn_vocabulary *vocabulary = NULL;
    syn_words words = {0};

    cr_assert_eq(syn_vocabulary_new(&vocabulary), SYN_OK);
    cr_assert_eq(syn_text_make("one two", 7, vocabulary, &words, NULL), SYN_OK);
    cr_assert_eq(syn_text_make("TWO one", 7, vocabulary, &words, NULL), SYN_OK);
    cr_assert_eq(words.count, 4);
    cr_assert_eq(words.id[0], words.id[3]);
    cr_assert_eq(words.id[1], words.id[2]);
    cr_assert_neq(words.id[0], words.id[1]);
    syn_words_release(&words);
    syn_vocabulary_free(vocabulary);
}

Test(text, reads_words_of_every_length_alike_wherever_they_stand)
{
    for (size_t length = 1; length < 70; ++length)
        for (size_t behind = 0; behind < 20; ++behind) {
            char text[128], lowered[128], found[512], expected[512];
            memset(text, 'Q', length);
            memset(text + length, ' ', behind);
            memset(lowered, 'q', length);
            lowered[length] = '\0';
            sprintf(expected, "%s[0,%zu)", lowered, length);
            words_of(text, length + behind, true, found);
            cr_assert_str_eq(found, expected);
        }
}

Test(text, refuses_a_text_that_spans_cannot_measure)
{
    syn_vocabulary *vocabulary = NULL;
    syn_words words = {0};

    cr_assert_eq(syn_vocabulary_new(&vocabulary), SYN_OK);
    cr_assert_eq(syn_text_make("a", (size_t)UINT32_MAX + 1, vocabulary, &words, NULL), SYN_LIMIT);
    cr_assert_eq(words.count, 0);
    syn_vocabulary_free(vocabulary);
}

Test(text, survives_short_memory)
{
    static const char text[] = "Plain words, then caf\xc3\xa9 and e\xcc\x81t\xc3\xa9; a word as long as seventeenletterss";

    for (long n = 0; n == 0 || oom_struck(); ++n) {
        syn_vocabulary *vocabulary = NULL;
        syn_words words = {0};
        syn_status status;
        oom_after(n);
        status = syn_vocabulary_new(&vocabulary);
        if (status == SYN_OK)
            status = syn_text_make(text, strlen(text), vocabulary, &words, NULL);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        cr_assert_eq(words.count, oom_struck() ? 0 : 12);
        syn_words_release(&words);
        syn_vocabulary_free(vocabulary);
    }
}

static syn_casing casing(const char *text)
{
    return syn_text_casing(text, 0, (uint32_t)strlen(text));
}

Test(text, tells_casing)
{
    cr_assert_eq(casing("bakery"), SYN_CASE_LOWER);
    cr_assert_eq(casing("Bakery"), SYN_CASE_CAPITAL);
    cr_assert_eq(casing("BAKERY"), SYN_CASE_UPPER);
    cr_assert_eq(casing("A"), SYN_CASE_CAPITAL);
    cr_assert_eq(casing("McAdam"), SYN_CASE_CAPITAL);
    cr_assert_eq(casing("iPad"), SYN_CASE_LOWER);
    cr_assert_eq(casing("DON'T"), SYN_CASE_UPPER);
    cr_assert_eq(casing("2017"), SYN_CASE_NONE);
    cr_assert_eq(casing("Ölwerk"), SYN_CASE_CAPITAL);
    cr_assert_eq(casing("МОСТ"), SYN_CASE_UPPER);
    cr_assert_eq(casing("東"), SYN_CASE_NONE);
}
