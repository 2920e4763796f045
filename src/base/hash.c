/* xxHash is compiled into this file: words are short, and a call through the library's dispatch costs
 * more than hashing one. Of libcrypto the three plain SHA-256 calls are used, marked as deprecated in
 * version 3, because SHA256() itself allocates, may fail, and reads OPENSSL_CONF. */
#define XXH_INLINE_ALL
#define OPENSSL_SUPPRESS_DEPRECATED
#include "base/hash.h"

#include <openssl/sha.h>
#include <xxhash.h>

uint64_t syn_hash(const void *bytes, size_t count)
{
    return XXH3_64bits(bytes, count);
}

void syn_hash_key(const void *bytes, size_t count, char key[33])
{
    static const char digits[] = "0123456789abcdef";
    XXH128_canonical_t canonical;

    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes, count));
    for (size_t i = 0; i < 16; i++) {
        key[2 * i] = digits[canonical.digest[i] >> 4];
        key[2 * i + 1] = digits[canonical.digest[i] & 15];
    }
    key[32] = '\0';
}

void syn_hash_sha256(const void *bytes, size_t count, uint8_t digest[32])
{
    SHA256_CTX state;

    SHA256_Init(&state);
    SHA256_Update(&state, bytes, count);
    SHA256_Final(digest, &state);
}
