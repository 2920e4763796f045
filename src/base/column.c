#include "base/column.h"

#include "base/alloc.h"
#include "base/error.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_MEMORY = 64 << 10, FIRST_ITEMS = 64 };

void syn_column_init(syn_column *column, size_t item_bytes, size_t memory_bytes, const char *folder)
{
    assert(item_bytes > 0);
    *column = (syn_column){.item_bytes = item_bytes, .memory_bytes = memory_bytes, .folder = folder};
    if (column->memory_bytes < LEAST_MEMORY)
        column->memory_bytes = LEAST_MEMORY;
    if (column->memory_bytes < item_bytes)
        column->memory_bytes = item_bytes;
}

void syn_column_release(syn_column *column)
{
    free(column->items);
    syn_nameless_close(&column->file);
    *column = (syn_column){0};
}

uint64_t syn_column_bytes(const syn_column *column)
{
    return column->file.bytes;
}

static size_t held(const syn_column *column)
{
    return (size_t)(column->count - column->filed);
}

/* Room for so many items more, or for as many as the memory holds: it grows by half, but never beyond that. */
static syn_status grow(syn_column *column, size_t more, syn_error *error)
{
    const size_t most = column->memory_bytes / column->item_bytes, least = held(column);
    size_t capacity = column->capacity + column->capacity / 2;
    char *made;

    if (column->capacity == most || column->capacity - least >= more)
        return SYN_OK;
    if (capacity < FIRST_ITEMS)
        capacity = FIRST_ITEMS;
    if (capacity - least < more)
        capacity = more < most - least ? least + more : most;
    if (capacity > most)
        capacity = most;
    made = realloc(column->items, capacity * column->item_bytes);
    if (!made)
        return syn_fail_memory(error);
    column->items = made;
    column->capacity = capacity;
    return SYN_OK;
}

static syn_status file(syn_column *column, const void *items, size_t count, syn_error *error)
{
    syn_status status = SYN_OK;

    if (!column->file.is_open)
        status = syn_nameless_open(&column->file, column->folder, error);
    if (status == SYN_OK)
        status = syn_nameless_add(&column->file, items, count * column->item_bytes, error);
    if (status == SYN_OK)
        column->filed += count;
    return status;
}

syn_status syn_column_add(syn_column *column, const void *items, size_t count, syn_error *error)
{
    const char *from = items;
    syn_status status = grow(column, count, error);

    while (status == SYN_OK && count > 0) {
        const size_t fill = held(column), room = column->capacity - fill, here = count < room ? count : room;
        if (here > 0)
            memcpy(column->items + fill * column->item_bytes, from, here * column->item_bytes);
        column->count += here;
        count -= here;
        from += here * column->item_bytes;
        if (count > 0)
            status = file(column, column->items, held(column), error);
    }
    return status;
}

/* How many of the items from the first on are in the file. */
static size_t filed_of(const syn_column *column, uint64_t first, size_t count)
{
    const uint64_t filed = first < column->filed ? column->filed - first : 0;

    assert(first <= column->count && count <= column->count - first);
    return filed < count ? (size_t)filed : count;
}

static char *in_memory(const syn_column *column, uint64_t item)
{
    return column->items + (size_t)(item - column->filed) * column->item_bytes;
}

syn_status syn_column_get(const syn_column *column, uint64_t first, size_t count, void *items, syn_error *error)
{
    const size_t size = column->item_bytes, filed = filed_of(column, first, count);
    syn_status status = SYN_OK;

    if (filed < count)
        memcpy((char *)items + filed * size, in_memory(column, first + filed), (count - filed) * size);
    if (filed > 0)
        status = syn_nameless_get(&column->file, first * size, filed * size, items, error);
    return status;
}

syn_status syn_column_put(syn_column *column, uint64_t first, size_t count, const void *items, syn_error *error)
{
    const size_t size = column->item_bytes, filed = filed_of(column, first, count);
    syn_status status = SYN_OK;

    if (filed < count)
        memcpy(in_memory(column, first + filed), (const char *)items + filed * size, (count - filed) * size);
    if (filed > 0)
        status = syn_nameless_put(&column->file, first * size, filed * size, items, error);
    return status;
}
