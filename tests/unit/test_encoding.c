#include "base/encoding.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static uint64_t broken(const char *text)
{
    return syn_utf8_broken(text, strlen(text));
}

Test(encoding, accepts_the_edges_of_every_length)
{
    cr_assert_eq(broken("\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf"), 0);
    cr_assert_eq(broken("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"), 0);
    cr_assert_eq(syn_utf8_broken("\0\0", 2), 0);
    cr_assert_eq(syn_utf8_broken(NULL, 0), 0);
}

Test(encoding, counts_maximal_subparts)
{
    cr_assert_eq(broken("\x80"), 1);
    cr_assert_eq(broken("\xc0\xaf"), 2);
    cr_assert_eq(broken("\xe0\x80\xaf"), 3);
    cr_assert_eq(broken("\xed\xa0\x80"), 3);
    cr_assert_eq(broken("\xf4\x90\x80\x80"), 4);
    cr_assert_eq(broken("\xf5\xff"), 2);
    cr_assert_eq(broken("\xe2\x82"), 1);
    cr_assert_eq(broken("\xf0\x9d\x84"), 1);
    cr_assert_eq(broken("\xf0\x9d\x84z"), 1);
    cr_assert_eq(broken("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41"), 4);
}

/* Decodes by the arithmetic of the standard's definition rather than by its table of second bytes. */
static unsigned step_slowly(const unsigned char *c, size_t count, bool *bad)
{
    const unsigned need = c[0] < 0x80 ? 1 : c[0] >= 0xc2 && c[0] < 0xe0 ? 2 : c[0] >= 0xe0 && c[0] < 0xf0 ? 3
                        : c[0] >= 0xf0 && c[0] < 0xf5 ? 4 : 0;
    const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t value = need ? c[0] & (0xffu >> (need + (need > 1))) : 0;

    *bad = need == 0;
    for (unsigned i = 1; i < need; i++) {
        if (i >= count || (c[i] & 0xc0) != 0x80) {
            *bad = true;
            return i;
        }
        value = value << 6 | (c[i] & 0x3f);
        const unsigned left = 6 * (need - 1 - i);
        const uint64_t low = (uint64_t)value << left, high = low | (((uint64_t)1 << left) - 1);
        if (high < least[need] || low > 0x10ffff || (low >= 0xd800 && high <= 0xdfff)) {
            *bad = true;
            return i;
        }
    }
    return need ? need : 1;
}

Test(encoding, equals_its_slow_twin_on_random_bytes)
{
    static const unsigned char likely[] = "a\x7f\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xdf"
                                          "\xe0\xe1\xed\xef\xf0\xf1\xf4\xf5\xff";

    for (unsigned seed = 1; seed <= 3000; seed++) {
        unsigned char bytes[200];
        const size_t count = seed % sizeof bytes;
        uint64_t expected = 0;
        srand(seed);
        for (size_t i = 0; i < count; i++)
            bytes[i] = rand() % 4 ? likely[(size_t)rand() % (sizeof likely - 1)] : 'a';
        if (seed % 3 == 0)
            memset(bytes, 'a', count / 2);
        for (size_t i = 0; i < count;) {
            bool bad;
            i += step_slowly(bytes + i, count - i, &bad);
            expected += bad;
        }
        cr_assert_eq(syn_utf8_broken((char *)bytes, count), expected, "seed %u", seed);
    }
}

Test(encoding, letters_of_either_case_are_the_same_in_any_locale)
{
    cr_expect(syn_ascii_same("Courier I", "cOURIER i", 9));
    cr_expect_not(syn_ascii_same("Courier", "Carrier", 7));
    cr_expect_not(syn_ascii_same("\xc4", "\xe4", 1), "only letters of ASCII");
    cr_expect(syn_ascii_same("a", "b", 0));
}
