#include "text/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

static void holds_decode(const char *bytes, size_t count, uint32_t character, unsigned taken, uint64_t broken)
{
    unsigned n = 0;
    uint64_t met = 0;

    cr_assert_eq(syn_utf8_decode(bytes, count, &n, &met), character);
    cr_assert_eq(n, taken);
    cr_assert_eq(met, broken);
}

Test(utf8, decodes_one_to_four_bytes)
{
    holds_decode("A", 1, 'A', 1, 0);
    holds_decode("\xc3\xa9x", 3, 0xe9, 2, 0);
    holds_decode("\xe2\x80\x99", 3, 0x2019, 3, 0);
    holds_decode("\xf0\x9f\x98\x80", 4, 0x1f600, 4, 0);
    holds_decode("\0", 1, 0, 1, 0);
}

Test(utf8, takes_a_maximal_subpart_for_one_broken_character)
{
    holds_decode("\x80", 1, 0xfffd, 1, 1);
    holds_decode("\xc0\xaf", 2, 0xfffd, 1, 1);
    holds_decode("\xe2\x80", 2, 0xfffd, 2, 1);
    holds_decode("\xe2\x80x", 3, 0xfffd, 2, 1);
    holds_decode("\xf0\x9f\x98", 3, 0xfffd, 3, 1);
    holds_decode("\xed\xa0\x80", 3, 0xfffd, 1, 1);
    holds_decode("\xf4\x90\x80\x80", 4, 0xfffd, 1, 1);
    holds_decode("\xff", 1, 0xfffd, 1, 1);
}

Test(utf8, does_not_count_the_replacement_character_as_broken)
{
    holds_decode("\xef\xbf\xbd", 3, 0xfffd, 3, 0);
}

Test(utf8, needs_no_counter)
{
    unsigned n;

    cr_assert_eq(syn_utf8_decode("\xff", 1, &n, NULL), 0xfffdu);
}

Test(utf8, encodes_what_it_decodes)
{
    static const uint32_t characters[] = {0, 'z', 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff};

    for (size_t i = 0; i < sizeof characters / sizeof characters[0]; ++i) {
        char bytes[4];
        unsigned count = syn_utf8_encode(characters[i], bytes), n;
        cr_assert_eq(syn_utf8_decode(bytes, count, &n, NULL), characters[i]);
        cr_assert_eq(n, count);
    }
}

Test(utf8, counts_characters_and_broken_sequences)
{
    char plain[100];

    memset(plain, 'a', sizeof plain);
    cr_assert_eq(syn_utf8_count("", 0), 0);
    cr_assert_eq(syn_utf8_count(plain, sizeof plain), sizeof plain);
    cr_assert_eq(syn_utf8_count("\xc3\xa9t\xc3\xa9", 5), 3);
    cr_assert_eq(syn_utf8_count("a\xe2\x80z\xff", 5), 4);
}

Test(utf8, counts_a_character_over_a_block_boundary_once)
{
    char text[70];

    memset(text, 'a', sizeof text);
    memcpy(text + 31, "\xe2\x80\x99", 3);
    memcpy(text + 63, "\xc3\xa9", 2);
    cr_assert_eq(syn_utf8_count(text, sizeof text), sizeof text - 3);
}
