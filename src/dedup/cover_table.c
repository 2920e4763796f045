/** Open addressing by the high bits of a shingle's hash. A slot is four bytes: where the words first stand, and five
 *  bits of their hash, so that others are mostly told apart without looking there. Small tables stay three quarters
 *  empty, so that looking up what is not there seldom meets anything.
 */
#include "dedup/cover_inside.h"

#include "base/alloc.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define TABLE_SMALL 4096

/** log2 of the slots for `count` shingles: the least power of two that leaves enough of them empty. */
static unsigned table_log2(uint32_t count)
{
    uint64_t need = (uint64_t)count * (count <= TABLE_SMALL ? 4 : 2);

    return need <= 64 ? 6 : 64 - (unsigned)__builtin_clzll(need - 1);
}

void syn_cover_table_release(syn_cover_table *table)
{
    free(table->slots);
    free(table->first);
    *table = (syn_cover_table){0};
}

static void table_fill(syn_cover_table *table, const syn_cover_side *set)
{
    const uint32_t places = (1u << SYN_COVER_PLACE_BITS) - 1;
    uint32_t repeats = 0;

    for (uint32_t i = 0; i < table->count; ++i) {
        const uint64_t *hash = set->hash + i;
        uint32_t *slot = syn_cover_table_slot(table, set->hash, hash);
        if (*slot == 0)
            *slot = ((uint32_t)syn_cover_hash(hash) & ~places) | (i + 1);
        table->first[i] = (*slot & places) - 1;
        repeats |= table->first[i] ^ i;
    }
    table->repeats = repeats != 0;
}

syn_status syn_cover_table_make(syn_cover_table *table, const syn_cover_side *set)
{
    uint32_t count = syn_cover_shingles(set);
    unsigned log2 = table_log2(count);
    size_t slots = (size_t)1 << log2;

    assert(count < 1u << SYN_COVER_PLACE_BITS);
    table->count = 0;
    if (!syn_alloc_room((void **)&table->slots, &table->slot_capacity, slots, sizeof *table->slots) ||
        !syn_alloc_room((void **)&table->first, &table->first_capacity, count, sizeof *table->first))
        return SYN_MEMORY;
    table->shift = 64 - log2;
    table->count = count;
    memset(table->slots, 0, slots * sizeof *table->slots);
    table_fill(table, set);
    return SYN_OK;
}
