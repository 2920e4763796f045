#include "base/alloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* glibc refuses more than PTRDIFF_MAX anyway; the sum of two such sizes cannot overflow. */
static bool size_of(size_t count, size_t size, size_t *bytes)
{
    if (size != 0 && count > (size_t)PTRDIFF_MAX / size)
        return false;
    *bytes = count * size;
    if (*bytes == 0)
        *bytes = 1;
    return true;
}

void *syn_alloc(size_t count, size_t size)
{
    size_t bytes;
    return size_of(count, size, &bytes) ? malloc(bytes) : NULL;
}

void *syn_alloc_zero(size_t count, size_t size)
{
    size_t bytes;
    return size_of(count, size, &bytes) ? calloc(1, bytes) : NULL;
}

bool syn_alloc_room(void **items, size_t *capacity, size_t need, size_t size)
{
    size_t grown = *capacity + *capacity / 2, bytes;
    void *old, *made;

    if (need <= *capacity)
        return true;
    if (grown < 8)
        grown = 8;
    if (grown < need)
        grown = need;
    if (!size_of(grown, size, &bytes))
        return false;
    /* The caller's pointer is of another type than void *, so it is read and written as bytes. */
    memcpy(&old, items, sizeof old);
    made = realloc(old, bytes);
    if (!made)
        return false;
    memcpy(items, &made, sizeof made);
    *capacity = grown;
    return true;
}
