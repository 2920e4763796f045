/** The part of a spill that is in memory: postings in buckets by the top bits of their key, eight bytes each.
 *
 *      syn_buckets_init(&buckets, memory_bytes, pool);
 *      while (syn_buckets_add(&buckets, &posting)) ...                 // until it is full
 *      while (syn_buckets_sort(&buckets, mark, true) > 0)              // a few buckets at a time, in order
 *          ... buckets.slots[0 .. buckets.slot_count) ...
 *      syn_buckets_clear(&buckets, buckets.place_bits);
 *
 *  The bucket says the top bits, so that the rest of a key and the place share a word, which base/sort.h sorts. As
 *  places grow beyond 32 bits there are more buckets.
 *
 *  Owns    one block of memory, which is touched only as far as it is used; sorting takes place in it.
 */
#ifndef SYN_BASE_SPILL_BUCKET_H
#define SYN_BASE_SPILL_BUCKET_H

#include "base/pool.h"
#include "base/posting.h"

enum { SYN_BUCKET_SLOTS = 256 };

/** Chunks of the memory, linked by their first word. */
typedef struct syn_bucket {
    uint32_t first, last, fill; /**< fill: words used of the last chunk */
    uint64_t count;
} syn_bucket;

/** A bucket, sorted, and packed when that was asked. */
typedef struct syn_bucket_slot {
    uint32_t bucket;
    size_t count, byte_count;
    uint64_t *words;      /**< ascending */
    unsigned char *bytes; /**< blocks as in base/spill_run.h */
} syn_bucket_slot;

typedef struct syn_buckets {
    syn_pool *pool; /**< or NULL */
    uint64_t *words;
    size_t word_count, chunk_words, chunk_count;
    size_t largest;              /**< no bucket has more */
    syn_bucket *buckets;
    uint32_t bucket_count, place_bits, next; /**< next: bucket to be sorted */
    uint64_t count, last_place;
    uint64_t mark;
    bool rising, packs;          /**< rising: places never fell, so that sorting by key is enough */
    syn_bucket_slot slots[SYN_BUCKET_SLOTS];
    size_t slot_count;
} syn_buckets;

syn_status syn_buckets_init(syn_buckets *buckets, size_t memory_bytes, syn_pool *pool);
void syn_buckets_release(syn_buckets *buckets);
/** Empties them; places will have up to `place_bits` bits. SYN_MEMORY. */
syn_status syn_buckets_clear(syn_buckets *buckets, uint32_t place_bits);
/** False when there is no room. The place has at most place_bits bits. */
bool syn_buckets_add(syn_buckets *buckets, const syn_posting *posting);
/** Sorts the next buckets into slots and returns how many; 0 when all have been. */
size_t syn_buckets_sort(syn_buckets *buckets, uint64_t mark, bool pack);
static inline syn_posting syn_bucket_posting(const syn_buckets *buckets, uint32_t bucket, uint64_t word)
{
    return (syn_posting){.key = (uint64_t)bucket << (64 - buckets->place_bits) | word >> buckets->place_bits,
                         .place = word & (((uint64_t)1 << buckets->place_bits) - 1)};
}

#endif
