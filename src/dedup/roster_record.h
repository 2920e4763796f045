/** A sketch as a roster holds it, in memory and in its files alike: a head, and behind it the values.
 *
 *      size_t bytes = syn_roster_record_bytes(head->count);
 *      const uint32_t *values = syn_roster_record_values(head);
 *
 *  Records lie behind one another, each at a multiple of eight bytes.
 *
 *  Units   bytes; integers as the machine has them, for no other one reads the files.
 */
#ifndef SYN_DEDUP_ROSTER_RECORD_H
#define SYN_DEDUP_ROSTER_RECORD_H

#include "dedup/roster.h"

typedef struct syn_roster_head {
    uint64_t order[4], whole;
    uint32_t text, words, bound, count;
} syn_roster_head;

/** Of the whole record. */
static inline uint64_t syn_roster_record_bytes(uint32_t count)
{
    return sizeof(syn_roster_head) + (((uint64_t)count * sizeof(uint32_t) + 7) & ~(uint64_t)7);
}

static inline const uint32_t *syn_roster_record_values(const syn_roster_head *head)
{
    return (const uint32_t *)(const void *)(head + 1);
}

/** Below, above or equal to zero, as a is kept before b, behind it, or neither. */
static inline int syn_roster_record_order(const syn_roster_head *a, const syn_roster_head *b)
{
    for (int i = 0; i < 4; i++) {
        if (a->order[i] != b->order[i])
            return a->order[i] < b->order[i] ? -1 : 1;
    }
    return (a->text > b->text) - (a->text < b->text);
}

static inline syn_sketch syn_roster_record_sketch(const syn_roster_head *head)
{
    return (syn_sketch){.order = {head->order[0], head->order[1], head->order[2], head->order[3]},
                        .whole = head->whole, .text = head->text, .words = head->words, .bound = head->bound,
                        .count = head->count, .values = syn_roster_record_values(head)};
}

#endif
