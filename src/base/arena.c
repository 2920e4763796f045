/* Blocks form a list; pieces are cut from `last` alone. A piece that would waste much of a block gets
 * a block of its own, put behind `last`, so that the room left there stays in use:
 *
 *      last (256 KiB, half used) -> 9 MiB piece -> 128 KiB -> 64 KiB
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BYTES = 64 << 10, MOST_BYTES = 8 << 20 };

struct syn_arena_block {
    syn_arena_block *before;
    size_t size, used;
    alignas(max_align_t) char bytes[];
};

static size_t next_bytes(const syn_arena *arena)
{
    if (!arena->last || arena->last->size < FIRST_BYTES / 2)
        return FIRST_BYTES;
    return arena->last->size >= MOST_BYTES / 2 ? MOST_BYTES : arena->last->size * 2;
}

static syn_arena_block *block_new(syn_arena *arena, size_t size)
{
    if (size > (size_t)PTRDIFF_MAX - sizeof(syn_arena_block))
        return NULL;
    syn_arena_block *block = malloc(sizeof *block + size);
    if (!block)
        return NULL;
    block->before = NULL;
    block->size = size;
    block->used = 0;
    arena->held_bytes += size;
    return block;
}

/* A block with room for `bytes`, made and linked. */
static syn_arena_block *block_for(syn_arena *arena, size_t bytes)
{
    const size_t next = next_bytes(arena);
    const int alone = bytes > next / 2;
    syn_arena_block *block = block_new(arena, alone ? bytes : next);

    if (!block)
        return NULL;
    if (alone && arena->last) {
        block->before = arena->last->before;
        arena->last->before = block;
    } else {
        block->before = arena->last;
        arena->last = block;
    }
    return block;
}

static void *take(syn_arena *arena, size_t bytes, size_t alignment)
{
    syn_arena_block *block = arena->last;
    size_t at = block ? (block->used + alignment - 1) & ~(alignment - 1) : 0;

    if (!block || at > block->size || bytes > block->size - at) {
        block = block_for(arena, bytes);
        at = 0;
    }
    if (!block)
        return NULL;
    arena->used_bytes += at + bytes - block->used;
    block->used = at + bytes;
    return block->bytes + at;
}

void *syn_arena_take(syn_arena *arena, size_t bytes)
{
    return take(arena, bytes ? bytes : 1, alignof(max_align_t));
}

char *syn_arena_text(syn_arena *arena, const char *bytes, size_t count)
{
    char *text = count < SIZE_MAX ? take(arena, count + 1, 1) : NULL;

    if (!text)
        return NULL;
    if (count)
        memcpy(text, bytes, count);
    text[count] = '\0';
    return text;
}

void syn_arena_join(syn_arena *arena, syn_arena *other)
{
    syn_arena_block *first = other->last;

    if (!first)
        return;
    while (first->before)
        first = first->before;
    if (arena->last) {
        first->before = arena->last->before;
        arena->last->before = other->last;
    } else {
        arena->last = other->last;
    }
    arena->used_bytes += other->used_bytes;
    arena->held_bytes += other->held_bytes;
    *other = (syn_arena){0};
}

/* Unlinks the first block with room for `bytes`; NULL when none has it. */
static syn_arena_block *block_from(syn_arena *spare, size_t bytes)
{
    for (syn_arena_block **link = &spare->last, *block; (block = *link) != NULL; link = &block->before)
        if (block->size >= bytes) {
            *link = block->before;
            spare->used_bytes -= block->used;
            spare->held_bytes -= block->size;
            return block;
        }
    return NULL;
}

bool syn_arena_begin(syn_arena *arena, size_t bytes, syn_arena *spare)
{
    syn_arena_block *block = block_from(spare, bytes);

    if (!block) {
        block = block_new(arena, bytes);
        if (!block)
            return false;
    } else {
        arena->held_bytes += block->size;
    }
    block->before = NULL;
    block->used = 0;
    arena->last = block;
    return true;
}

void syn_arena_release(syn_arena *arena)
{
    for (syn_arena_block *block = arena->last; block;) {
        syn_arena_block *before = block->before;
        free(block);
        block = before;
    }
    *arena = (syn_arena){0};
}
