#include "report/cells.h"
#include "report/diff.h"
#include "report/escape.h"

#include <criterion/criterion.h>

static void json_is(const char *text, size_t count, const char *expected)
{
    syn_buf buf = {0};
    syn_escape_json(&buf, text, count);
    cr_expect_str_eq(buf.bytes, expected);
    syn_buf_release(&buf);
}

static void line_is(const char *text, size_t count, const char *expected)
{
    syn_buf buf = {0};
    syn_escape_line(&buf, text, count);
    cr_expect_str_eq(buf.bytes ? buf.bytes : "", expected);
    syn_buf_release(&buf);
}

#define JSON(text, expected) json_is(text, sizeof text - 1, expected)
#define LINE(text, expected) line_is(text, sizeof text - 1, expected)

Test(escape, leaves_plain_text_as_it_is)
{
    JSON("", "\"\"");
    JSON("Harbour <b>tolls</b> rise", "\"Harbour <b>tolls</b> rise\"");
    JSON("Grüße, 港口 \xF0\x9F\x9A\xA2", "\"Grüße, 港口 \xF0\x9F\x9A\xA2\"");
}

Test(escape, writes_what_json_reserves)
{
    JSON("a\"b\\c\nd\te\rf\bg\fh", "\"a\\\"b\\\\c\\nd\\te\\rf\\bg\\fh\"");
    JSON("a\0b\x0B\x1B[31m\x7F", "\"a\\u0000b\\u000b\\u001b[31m\\u007f\"");
    JSON("\xC2\x9B" "31m", "\"\\u009b31m\"");
    JSON("a\xE2\x80\xA8" "b\xE2\x80\xA9", "\"a\\u2028b\\u2029\"");
}

#define FFFD "\xEF\xBF\xBD"

Test(escape, replaces_each_broken_sequence_once)
{
    JSON("a\xFFz", "\"a" FFFD "z\"");
    JSON("\xC0\x80", "\"" FFFD FFFD "\"");                    /* never a lead byte; stray continuation */
    JSON("\xE2\x82z", "\"" FFFD "z\"");                       /* cut short: one */
    JSON("\xED\xA0\x80", "\"" FFFD FFFD FFFD "\"");           /* a surrogate: three */
    JSON("\xF0\x9F\x9A", "\"" FFFD "\"");                     /* cut short at the end */
    JSON("\xF4\x90\x80\x80", "\"" FFFD FFFD FFFD FFFD "\"");  /* beyond U+10FFFF */
    JSON("\xE2\x82\xE2\x82\xAC", "\"" FFFD "\xE2\x82\xAC\""); /* the next one is whole */
}

Test(escape, folds_white_space_of_every_kind_in_a_line)
{
    LINE("  one\n\n two\t\xC2\xA0three\xE3\x80\x80" "four\xE2\x80\xA8 ", "one two three four");
    LINE(" \n ", "");
}

Test(escape, lets_nothing_steer_a_terminal)
{
    LINE("a\x1B[2Jb", "a" FFFD "[2Jb");
    LINE("a\xC2\x9B" "2Jb", "a" FFFD "2Jb");
    LINE("a\xE2\x80\xAE" "b\xE2\x81\xA7" "c\xE2\x80\x8F", "a" FFFD "b" FFFD "c" FFFD);
    LINE("a\xE2\x81\xAA" "b\xEF\xBF\xB9" "c\xF3\xA0\x80\x81" "d\xE2\x80\x8B" "e\xD8\x9C",
         "a" FFFD "b" FFFD "c" FFFD "d" FFFD "e" FFFD);
    LINE("a\0b\x7F", "a" FFFD "b" FFFD);
}

Test(cells, counts_wide_and_combining_characters)
{
    cr_expect_eq(syn_cells_count("plain", 5), 5);
    cr_expect_eq(syn_cells_count("港口", 6), 4);
    cr_expect_eq(syn_cells_count("e\xCC\x81", 3), 1);
    cr_expect_eq(syn_cells_count("\xF0\x9F\x9A\xA2", 4), 2);
    cr_expect_eq(syn_cells_count("ｗ", 3), 2);
    cr_expect_eq(syn_cells_of(0x0E31), 0);
    cr_expect_eq(syn_cells_of(0x1F3F), 1);
    cr_expect_eq(syn_cells_of(0x20000), 2);
    cr_expect_eq(syn_cells_of(0x10FFFF), 1);
}

Test(cells, cuts_whole_characters_with_their_marks)
{
    cr_expect_eq(syn_cells_cut("港口", 6, 3), 3);
    cr_expect_eq(syn_cells_cut("e\xCC\x81x", 4, 1), 3);
    cr_expect_eq(syn_cells_cut("abc", 3, 9), 3);
    cr_expect_eq(syn_cells_cut("abc", 3, 0), 0);
}

Test(cells, breaks_between_words_and_wide_characters)
{
    const char text[] = "so 港口 abcdefgh";
    const char *const expected[] = {"so", "港", "口", "abcde", "fgh"};
    const bool spaced[] = {false, true, false, true, false};
    syn_cells_word word;
    size_t at = 0, i = 0;
    for (; syn_cells_next(text, sizeof text - 1, 5, &at, &word); i++) {
        cr_assert_lt(i, 5);
        cr_expect_eq(word.end - word.begin, strlen(expected[i]));
        cr_expect_eq(memcmp(text + word.begin, expected[i], word.end - word.begin), 0);
        cr_expect_eq(word.spaced, spaced[i]);
    }
    cr_expect_eq(i, 5);
}

/** Writes a letter a word: '-' where it differs, '=' where not. */
static void marks_are(const char *a, const char *b, const char *a_marks, const char *b_marks)
{
    syn_diff diff = {0};
    cr_assert_eq(syn_diff_make(a, strlen(a), b, strlen(b), 40, &diff), SYN_OK);
    cr_expect_eq(diff.a_count, strlen(a_marks));
    cr_expect_eq(diff.b_count, strlen(b_marks));
    for (size_t i = 0; i < diff.a_count; i++)
        cr_expect_eq(diff.a[i].differs, a_marks[i] == '-', "word %zu of \"%s\"", i, a);
    for (size_t i = 0; i < diff.b_count; i++)
        cr_expect_eq(diff.b[i].differs, b_marks[i] == '-', "word %zu of \"%s\"", i, b);
    syn_diff_release(&diff);
}

Test(diff, marks_words_that_only_one_text_has)
{
    marks_are("the mayor signed it", "the mayor signed it", "====", "====");
    marks_are("the old mayor signed it", "the mayor never signed it", "=-===", "==-==");
    marks_are("one two", "three four", "--", "--");
    marks_are("", "new", "", "-");
}

Test(diff, looks_past_case_and_punctuation)
{
    marks_are("“The mayor,” he said", "the Mayor he – said.", "====", "=====");
    marks_are("4 dead", "40 dead", "-=", "-=");
}

Test(diff, keeps_its_way_through_texts_longer_than_a_window)
{
    enum { WORDS = 3000 };
    syn_buf a = {0}, b = {0};
    syn_diff diff = {0};
    size_t a_marks = 0, b_marks = 0;
    for (unsigned i = 0; i < WORDS; i++) {
        syn_buf_format(&a, i % 50 == 7 ? "old%u " : "w%u ", i);
        syn_buf_format(&b, i % 50 == 7 ? "new%u more%u " : "w%u ", i, i);
    }
    cr_assert_eq(syn_diff_make(a.bytes, a.len, b.bytes, b.len, 40, &diff), SYN_OK);
    for (size_t i = 0; i < diff.a_count; i++)
        a_marks += diff.a[i].differs;
    for (size_t i = 0; i < diff.b_count; i++)
        b_marks += diff.b[i].differs;
    cr_expect_eq(a_marks, WORDS / 50);
    cr_expect_eq(b_marks, 2 * WORDS / 50);
    syn_diff_release(&diff);
    syn_buf_release(&a);
    syn_buf_release(&b);
}
