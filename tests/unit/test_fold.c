#include "text/fold.h"

#include "support/oom.h"
#include "text/lookalike.h"

#include <criterion/criterion.h>
#include <string.h>

static void holds_kind(uint32_t character, syn_fold_kind kind)
{
    syn_fold fold = {0};

    cr_assert_eq(syn_fold_class(syn_fold_get(&fold, character)), kind, "U+%04X", character);
    syn_fold_release(&fold);
}

static void holds_word(const char *word, const char *canonical)
{
    syn_fold fold = {0};
    syn_buf out = {0};

    syn_fold_word(&fold, word, strlen(word), &out);
    cr_assert_not(fold.failed);
    cr_assert_str_eq(out.bytes, canonical);
    syn_buf_release(&out);
    syn_fold_release(&fold);
}

Test(fold, knows_what_a_character_does_to_a_word)
{
    holds_kind('a', SYN_FOLD_LETTER);
    holds_kind('7', SYN_FOLD_DIGIT);
    holds_kind('.', SYN_FOLD_SPLIT);
    holds_kind(0x2014, SYN_FOLD_SPLIT);
    holds_kind(0x1f600, SYN_FOLD_SPLIT);
    holds_kind(0xfffd, SYN_FOLD_SPLIT);
    holds_kind(0, SYN_FOLD_SPLIT);
    holds_kind(0x10ffff, SYN_FOLD_SPLIT);
    holds_kind(0xa0, SYN_FOLD_SPACE);
    holds_kind('\n', SYN_FOLD_BREAK);
    holds_kind('-', SYN_FOLD_HYPHEN);
    holds_kind(0xad, SYN_FOLD_SOFT);
    holds_kind(0x301, SYN_FOLD_MARK);
}

Test(fold, takes_every_kind_of_apostrophe_for_one)
{
    static const uint32_t kinds[] = {'\'', '`', 0xb4, 0x2bc, 0x2018, 0x2019, 0x201b, 0x2032, 0xff07};

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; ++i)
        holds_kind(kinds[i], SYN_FOLD_APOSTROPHE);
}

Test(fold, drops_what_is_not_seen)
{
    static const uint32_t unseen[] = {0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xfe0f, 0x200e, 0x202e, 0x2066, 0xe0101};

    for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; ++i)
        holds_kind(unseen[i], SYN_FOLD_DROP);
}

Test(fold, makes_one_word_a_character_where_no_spaces_are_written)
{
    static const uint32_t solo[] = {0x4e2d, 0x3005, 0x3042, 0x30a2, 0x30fc, 0xff76, 0xe01, 0xe81, 0x1780, 0x1000, 0x20000};

    for (size_t i = 0; i < sizeof solo / sizeof solo[0]; ++i)
        holds_kind(solo[i], SYN_FOLD_SOLO);
    holds_kind(0xe52, SYN_FOLD_DIGIT);
    holds_kind(0xac00, SYN_FOLD_LETTER);
}

Test(fold, folds_a_whole_word)
{
    holds_word("STRASSE", "strasse");
    holds_word("Straße", "strasse");
    holds_word("ﬁn", "fin");
    holds_word("ＡＢＣ", "abc");
    holds_word("e\xcc\x81t\xc3\x89", "été");
    holds_word("ΌΣΟΣ", "όσοσ");
    holds_word("don't", "don't");
}

Test(fold, keeps_accents)
{
    holds_word("résumé", "résumé");
    holds_word("resume", "resume");
}

Test(fold, leaves_spaces_and_signs_of_an_expansion_out)
{
    holds_word("ﷺ", "صلىاللهعليهوسلم");
    holds_word("⑴", "1");
    holds_word("½", "1\xe2\x81\x84" "2");
}

Test(lookalike, folds_the_few_to_the_script_of_the_many)
{
    holds_word("p\xd0\xb0per", "paper");
    holds_word("\xd0\xa0\xd0\xb0rliament", "parliament");
    holds_word("пpивет", "привет");
    holds_word("МOСКВA", "москва");
    holds_word("t\xce\xbf" "day", "today");
}

Test(lookalike, goes_by_letters_that_have_no_twin)
{
    holds_word("\xd0\xb5\xd1\x85\xd0\xbe\x72\xd1\x82", "exort");
}

Test(lookalike, goes_by_the_capital_that_was_written)
{
    holds_word("g\xce\xbd", "gv");
    holds_word("G\xce\x9d", "gn");
}

Test(lookalike, keeps_the_accent_of_a_twin)
{
    holds_word("r\xd1\x91gl", "rëgl");
}

Test(lookalike, leaves_a_word_of_one_script)
{
    holds_word("сорока", "сорока");
    holds_word("coopera", "coopera");
    holds_word("\xd0\xb0", "\xd0\xb0");
    cr_assert_eq(syn_lookalike_script('7'), 0);
}

Test(fold, tells_case_and_digits)
{
    cr_assert_eq(syn_fold_case('A'), 1);
    cr_assert_eq(syn_fold_case('z'), -1);
    cr_assert_eq(syn_fold_case(0x416), 1);
    cr_assert_eq(syn_fold_case(0xdf), -1);
    cr_assert_eq(syn_fold_case(0x5d0), 0);
    cr_assert_eq(syn_fold_case('1'), 0);
    cr_assert(syn_fold_is_digit(0x0664));
    cr_assert_not(syn_fold_is_digit('x'));
}

Test(fold, survives_short_memory)
{
    for (long n = 0; n == 0 || oom_struck(); ++n) {
        syn_fold fold = {0};
        syn_buf out = {0};
        oom_after(n);
        syn_fold_get(&fold, 0xfb01);
        syn_fold_word(&fold, "e\xcc\x81t\xc3\xa9", 6, &out);
        oom_never();
        cr_assert_eq(fold.failed, oom_struck());
        syn_buf_release(&out);
        syn_fold_release(&fold);
    }
}
