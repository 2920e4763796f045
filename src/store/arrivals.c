#include "store/arrivals.h"

#include "base/alloc.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

void syn_arrivals_release(syn_arrivals *arrivals)
{
    free(arrivals->items);
    free(arrivals->slots);
    *arrivals = (syn_arrivals){0};
}

static void digest(const char *id, uint8_t out[16])
{
    uint8_t all[32];

    syn_hash_sha256(id, strlen(id), all);
    memcpy(out, all, 16);
}

/* The slot where an id is, or belongs. */
static size_t slot_of(const syn_arrivals *arrivals, const uint8_t id[16])
{
    size_t i;

    memcpy(&i, id, sizeof i);
    for (i &= arrivals->mask; arrivals->slots[i] != 0; i = (i + 1) & arrivals->mask)
        if (memcmp(arrivals->items[arrivals->slots[i] - 1].id, id, 16) == 0)
            break;
    return i;
}

static bool grow(syn_arrivals *arrivals)
{
    size_t slots = arrivals->slots != NULL ? 2 * (arrivals->mask + 1) : 1024;
    uint32_t *made = syn_alloc_zero(slots, sizeof *made);

    if (made == NULL)
        return false;
    free(arrivals->slots);
    arrivals->slots = made;
    arrivals->mask = slots - 1;
    for (size_t n = 0; n < arrivals->count; n++)
        arrivals->slots[slot_of(arrivals, arrivals->items[n].id)] = (uint32_t)n + 1;
    return true;
}

syn_arrival *syn_arrivals_find(const syn_arrivals *arrivals, const char *id)
{
    uint8_t name[16];

    if (arrivals->slots == NULL)
        return NULL;
    digest(id, name);
    size_t slot = slot_of(arrivals, name);
    return arrivals->slots[slot] != 0 ? &arrivals->items[arrivals->slots[slot] - 1] : NULL;
}

syn_status syn_arrivals_add(syn_arrivals *arrivals, const char *id, const syn_arrival *arrival)
{
    bool full = arrivals->slots == NULL || arrivals->count >= arrivals->mask / 2;

    if (arrivals->count >= UINT32_MAX - 1)
        return SYN_LIMIT;
    if ((full && !grow(arrivals)) ||
        !syn_alloc_room((void **)&arrivals->items, &arrivals->capacity, arrivals->count + 1, sizeof *arrivals->items))
        return SYN_MEMORY;
    syn_arrival *made = &arrivals->items[arrivals->count++];
    *made = *arrival;
    digest(id, made->id);
    arrivals->slots[slot_of(arrivals, made->id)] = (uint32_t)arrivals->count;
    return SYN_OK;
}
