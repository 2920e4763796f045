/** What packing and reading blocks share: where the parts of a block lie.
 *
 *      0        2       4         6     11     12      13     14
 *      | groups | zeros | several | key | rice | width | drop | bits, lowest first in each byte ...
 *
 *      highs     a one for each key, and before it a zero for each step of its high part
 *      lows      `rice` bits a key (keys are counted from the first one)
 *      firsts    `width` bits a key: its lowest place
 *      marks     which keys have more than one place: their numbers, or a bit for each key, whichever is shorter
 *      restarts  16 bits for each 32nd record but the first: its position
 *      records   for each marked key: how many places behind the first, Elias gamma; when there are many, their rice
 *                in six bits; low bits; high bits (places are counted from the first one)
 *
 *  Owns    nothing.  Units   positions and sizes are in bits, from the block's beginning.
 */
#ifndef SYN_BASE_POSTING_SHAPE_H
#define SYN_BASE_POSTING_SHAPE_H

#include "base/posting.h"

#include <string.h>

enum {
    SYN_BLOCK_HEADER = 14,   /* bytes */
    SYN_BLOCK_LEAST = 16,    /* bytes: so that eight can be loaded near the end */
    SYN_BLOCK_RESTART = 32,  /* records from one restart to the next */
    SYN_BLOCK_MANY = 16      /* places from which on a record has its own rice */
};

static inline uint32_t syn_block_width(uint64_t x)
{
    return x ? 64 - (uint32_t)__builtin_clzll(x) : 0;
}

/** Low bits of the places behind the first of `count` in all, when they are not many. */
static inline uint32_t syn_block_few_rice(const syn_block_shape *shape, uint32_t count)
{
    const uint32_t taken = syn_block_width(count) - 1 + shape->drop;
    return shape->width > taken ? shape->width - taken : 0;
}

/** Bits of a mark, or 0 when there is a bit for each key. */
static inline uint32_t syn_block_mark_bits(const syn_block_shape *shape)
{
    const uint32_t width = syn_block_width(shape->groups - 1);
    return shape->several * width < shape->groups ? width : 0;
}

/** From the header's fields to where the parts begin. No overflow: none of the products passes 2^32. */
static inline void syn_block_lay(syn_block_shape *shape)
{
    const uint32_t mark_bits = syn_block_mark_bits(shape);
    shape->lows = SYN_BLOCK_HEADER * 8 + shape->groups + shape->zeros;
    shape->firsts = shape->lows + shape->groups * shape->rice;
    shape->marks = shape->firsts + shape->groups * shape->width;
    shape->restarts = shape->marks;
    if (shape->several > 0)
        shape->restarts += mark_bits ? shape->several * mark_bits : shape->groups;
    shape->records = shape->restarts;
    if (shape->several > 0)
        shape->records += (shape->several - 1) / SYN_BLOCK_RESTART * 16;
}

/** Eight bytes as a number, lowest first. */
static inline uint64_t syn_block_load(const unsigned char *bytes)
{
    uint64_t x;
    memcpy(&x, bytes, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    return x;
}

static inline void syn_block_store(unsigned char *bytes, uint64_t x)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    memcpy(bytes, &x, sizeof x);
}

#endif
