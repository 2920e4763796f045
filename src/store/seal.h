/** What every value of the store begins with: a checksum over its table, its key and its bytes; and numbers as bytes.
 *
 *  A value that is read where it does not belong, or that lost a bit, is told from one that is whole.
 */
#ifndef SYN_STORE_SEAL_H
#define SYN_STORE_SEAL_H

#include "base/hash.h"

#include <string.h>

enum { SYN_SEAL_BYTES = 8, SYN_KEY_BYTES = 16 /* at most */ };

static inline uint64_t syn_seal_make(uint8_t table, const void *key, size_t key_bytes, const void *bytes, size_t count)
{
    unsigned char name[1 + SYN_KEY_BYTES] = {table};

    memcpy(name + 1, key, key_bytes);
    return syn_hash_mix(syn_hash(bytes, count) + 0x9e3779b97f4a7c15u * syn_hash(name, key_bytes + 1));
}

/* Keys are big-endian, so that their bytes have their order; all else is little-endian. */

static inline void syn_put_key(unsigned char *at, uint64_t number, unsigned bytes)
{
    for (unsigned i = bytes; i-- > 0; number >>= 8)
        at[i] = (unsigned char)number;
}

static inline uint64_t syn_get_key(const unsigned char *at, unsigned bytes)
{
    uint64_t number = 0;

    for (unsigned i = 0; i < bytes; i++)
        number = number << 8 | at[i];
    return number;
}

static inline void syn_put_number(unsigned char *at, uint64_t number, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++, number >>= 8)
        at[i] = (unsigned char)number;
}

static inline uint64_t syn_get_number(const unsigned char *at, unsigned bytes)
{
    uint64_t number = 0;

    for (unsigned i = bytes; i-- > 0;)
        number = number << 8 | at[i];
    return number;
}

#endif
