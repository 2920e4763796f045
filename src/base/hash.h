/** The door to xxHash (XXH3) and to SHA-256. Equal bytes give equal hashes on every machine.
 */
#ifndef SYN_BASE_HASH_H
#define SYN_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t syn_hash(const void *bytes, size_t count); /**< XXH3-64, seed 0 */
void syn_hash_key(const void *bytes, size_t count, char key[33]); /**< XXH3-128, canonical hexadecimal */
void syn_hash_sha256(const void *bytes, size_t count, uint8_t digest[32]);

/** Spreads the entropy of a 64-bit value over all its bits (the finalizer of SplitMix64). */
static inline uint64_t syn_hash_mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

#endif
