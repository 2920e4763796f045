#include "base/hash.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Known answers: XXH3 from `xxhsum -H3` and `xxhsum -H2`, SHA-256 from `sha256sum`. */
Test(hash, gives_the_published_values)
{
    char key[33];

    cr_assert_eq(syn_hash("", 0), 0x2d06800538d394c2u);
    cr_assert_eq(syn_hash("abc", 3), 0x78af5f94892f3950u);
    syn_hash_key("", 0, key);
    cr_assert_str_eq(key, "99aa06d3014798d86001c324468d497f");
    syn_hash_key("abc", 3, key);
    cr_assert_str_eq(key, "06b05ab6733a618578af5f94892f3950");
}

static void check_sha256(const char *text, const char *expected)
{
    uint8_t digest[32];
    char hex[65];

    syn_hash_sha256(text, strlen(text), digest);
    for (size_t i = 0; i < 32; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
    cr_assert_str_eq(hex, expected);
}

Test(hash, gives_sha256)
{
    check_sha256("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check_sha256("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

Test(hash, mix_changes_half_the_bits_for_each_bit)
{
    for (int bit = 0; bit < 64; bit++) {
        int changed = 0;
        for (uint64_t i = 0; i < 256; i++)
            changed += __builtin_popcountll(syn_hash_mix(i * 977) ^ syn_hash_mix(i * 977 ^ (uint64_t)1 << bit));
        cr_assert(changed > 30 * 256 && changed < 34 * 256, "bit %d: %d", bit, changed);
    }
}
