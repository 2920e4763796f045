/** Items by the words they cover: each is listed in every bucket of 64 words that it touches.
 *
 *  What covers at least half of a stretch covers one of its two middle words; so the buckets of those
 *  list all that matters to it.
 *
 *      syn_shelf shelf = {0};
 *      syn_shelf_init(&shelf, bucket_count);
 *      syn_shelf_put(&shelf, first_bucket, begin, end, item);
 *      syn_shelf_walk walk = syn_shelf_over(&shelf, first_bucket, begin, end);
 *      for (uint32_t item; (item = syn_shelf_next(&shelf, &walk)) != SYN_NONE;)
 *          ...          // an item may come twice
 *
 *  Owns    its arrays.  Fails   SYN_MEMORY.  Units   words; `first_bucket` is where a document's buckets start.
 */
#ifndef SYN_TRACE_SHELF_H
#define SYN_TRACE_SHELF_H

#include "syndic/result.h"

#define SYN_SHELF_WORDS 64

typedef struct syn_shelf_entry {
    uint32_t item, next;
} syn_shelf_entry;

typedef struct syn_shelf {
    uint32_t *first; /**< by bucket */
    syn_shelf_entry *entries;
    size_t count, capacity;
} syn_shelf;

/** Buckets that a text of `words` words takes. */
static inline uint32_t syn_shelf_buckets(uint32_t words)
{
    return words / SYN_SHELF_WORDS + 1;
}

syn_status syn_shelf_init(syn_shelf *shelf, size_t bucket_count);
void syn_shelf_release(syn_shelf *shelf);
syn_status syn_shelf_put(syn_shelf *shelf, uint32_t first_bucket, uint32_t begin, uint32_t end, uint32_t item);

/** A walk over the items near the middle of a stretch. */
typedef struct syn_shelf_walk {
    uint32_t entry, later; /**< where it is, and the head of the second list */
} syn_shelf_walk;

static inline syn_shelf_walk syn_shelf_over(const syn_shelf *shelf, uint32_t first_bucket, uint32_t begin, uint32_t end)
{
    uint32_t a = (begin + (end - 1 - begin) / 2) / SYN_SHELF_WORDS, b = (begin + (end - begin) / 2) / SYN_SHELF_WORDS;
    return (syn_shelf_walk){shelf->first[first_bucket + a], a == b ? SYN_NONE : shelf->first[first_bucket + b]};
}

static inline uint32_t syn_shelf_next(const syn_shelf *shelf, syn_shelf_walk *walk)
{
    if (walk->entry == SYN_NONE) {
        walk->entry = walk->later;
        walk->later = SYN_NONE;
    }
    if (walk->entry == SYN_NONE)
        return SYN_NONE;
    const syn_shelf_entry *entry = &shelf->entries[walk->entry];
    walk->entry = entry->next;
    return entry->item;
}

#endif
