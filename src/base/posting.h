/** Postings, sorted and packed: (key, place) in blocks of at most a page.
 *
 *  Postings are sorted by key, then place. A block holds its distinct keys, each one's first place, and for keys with
 *  more than one place the rest. Keys, and places behind the first, are ascending numbers and are kept as Elias (1974)
 *  and Fano (1971) have it: low bits in fixed width, high bits as a row of ones and zeros. So a key is found without
 *  reading those before it. Keys are 40 bits: what is found by one is a candidate, and is looked at.
 *
 *      size_t bytes = syn_block_pack(postings, count, page, sizeof page, &packed);
 *      syn_block_reader reader;
 *      if (syn_block_open(page, bytes, &reader))
 *          while (syn_block_next(&reader, &posting)) ...
 *
 *  Owns    nothing.
 *  Fails   opening and reading a garbled block never leave its bytes, take no longer than with a whole one, and give
 *          ascending postings; what breaks the format sets reader.broken. A block has no checksum: who keeps it has.
 *  Cost    5.3 bytes a posting at 500 million with random keys: 29 bits for the place, 13 for the key. A seek is 0.1
 *          to 0.5 microseconds, wherever it goes, since it counts and does not decode.
 */
#ifndef SYN_BASE_POSTING_H
#define SYN_BASE_POSTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SYN_POSTING_BITS 40       /**< of keys and of places */
#define SYN_BLOCK_BYTES 8191      /**< no block is larger */
#define SYN_BLOCK_POSTINGS 4096   /**< no block has more */

typedef struct syn_posting {
    uint64_t key, place; /**< both below 2^SYN_POSTING_BITS */
} syn_posting;

/** What a block's header says, and the parts that follow from it, as positions in bits: base/posting_shape.h. */
typedef struct syn_block_shape {
    uint64_t key;                      /**< the first */
    uint32_t groups, zeros, several;   /**< distinct keys, zeros among their high bits, keys with more than one place */
    uint32_t rice, width, drop;        /**< low bits of keys, bits of a first place, bits that places behind it lack */
    uint32_t lows, firsts, marks, restarts, records;
} syn_block_shape;

/** Ascending numbers being read. */
typedef struct syn_block_rise {
    uint64_t word;           /**< high bits not yet read of the 64 at word_at */
    uint32_t word_at, high, low;
    uint32_t next, count;    /**< numbers read, and in all */
    uint32_t rice;
} syn_block_rise;

/** Reads a block front to back; the fields are posting.c's. */
typedef struct syn_block_reader {
    const unsigned char *bytes;
    uint32_t count;
    syn_block_shape shape;
    syn_block_rise keys, places;    /**< places of the present key behind the first */
    uint64_t key, least, first, place; /**< least: that the next key may be */
    uint32_t marked, mark;          /**< the next group with more than one place, and which of those it is */
    uint32_t record, record_at;     /**< where that record begins */
    bool broken;
} syn_block_reader;

/** Packs as many of `count` >= 1 ascending postings as fit into `room` >= 64 bytes (beyond SYN_BLOCK_BYTES nothing is
 *  used), at least one, and says how many. Returns the bytes written. A few more might have fitted: the number is found
 *  by estimates. */
size_t syn_block_pack(const syn_posting *postings, size_t count, unsigned char *out, size_t room, size_t *packed);

/** False, and out->broken, when the header cannot be one. The bytes are read as long as the reader is used. */
bool syn_block_open(const unsigned char *bytes, size_t count, syn_block_reader *out);
/** The next posting, ascending; false at the end, or when the block is broken. */
bool syn_block_next(syn_block_reader *reader, syn_posting *out);
/** Up to `room` next postings; fewer only at the end. The fastest way through a whole block. */
size_t syn_block_read(syn_block_reader *reader, syn_posting *out, size_t room);
/** Goes on to the first posting that is not before (key, place) and gives it; false when there is none. */
bool syn_block_seek(syn_block_reader *reader, uint64_t key, uint64_t place, syn_posting *out);

#endif
