/** The part of a roster that is in memory: records in the order they came in, and where each one lies.
 *
 *      syn_pile_init(&pile, room);
 *      while (syn_pile_add(&pile, &sketch)) ...                          // until it is full
 *      syn_pile_sort(&pile);
 *      for (size_t i = 0; i < pile.count; i++) ... syn_pile_get(&pile, i) ...
 *      syn_pile_clear(&pile);
 *
 *  Owns    one block of memory, which is touched only as far as it is used; sorting takes place in it.
 *  Order   as a roster's; what is equal stays in the order it came in.
 *  Cost    16 bytes a sketch beside its record. Sorting looks at each record once for each number of its order that it
 *          takes, and at none when they came in order.
 */
#ifndef SYN_DEDUP_ROSTER_PILE_H
#define SYN_DEDUP_ROSTER_PILE_H

#include "dedup/roster_record.h"

#include <stdbool.h>

typedef struct syn_pile_item {
    uint64_t key, at; /**< at: of the record, in the memory */
} syn_pile_item;

typedef struct syn_pile {
    char *memory;         /**< records grow from its front, items from its back */
    size_t room, fill;    /**< fill: bytes of records */
    size_t count;
    size_t last;          /**< where the last record lies */
    uint64_t values;      /**< of all sketches */
    bool rising;          /**< they came in order */
    syn_pile_item *items; /**< in order, once it is sorted */
} syn_pile;

/** SYN_MEMORY. */
syn_status syn_pile_init(syn_pile *pile, size_t room);
void syn_pile_release(syn_pile *pile);
void syn_pile_clear(syn_pile *pile);
/** What an empty pile must have for a sketch of so many values. */
size_t syn_pile_need(uint32_t value_count);
/** False when there is no room. */
bool syn_pile_add(syn_pile *pile, const syn_sketch *sketch);
void syn_pile_sort(syn_pile *pile);
static inline const syn_roster_head *syn_pile_get(const syn_pile *pile, size_t index)
{
    return (const syn_roster_head *)(const void *)(pile->memory + pile->items[index].at);
}

#endif
