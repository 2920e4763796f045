/** Memory taken piece by piece and given back all at once.
 *
 *      syn_arena arena = {0};
 *      const char *id = syn_arena_text(&arena, bytes, count);
 *      syn_arena_release(&arena);
 *
 *  What is filled again and again need not be fetched from the system each time: blocks of an arena that is done with
 *  are begun anew.
 *
 *  Owns    all it hands out.  Fails   NULL when memory is short; what was handed out stays good.
 */
#ifndef SYN_BASE_ARENA_H
#define SYN_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

typedef struct syn_arena_block syn_arena_block;
typedef struct syn_arena {
    syn_arena_block *last;
    size_t used_bytes, held_bytes; /**< over all blocks */
} syn_arena;

/** `bytes` bytes, aligned for any type, contents undefined. */
void *syn_arena_take(syn_arena *arena, size_t bytes);
/** A copy with a NUL behind it. */
char *syn_arena_text(syn_arena *arena, const char *bytes, size_t count);
/** Moves every block of `other` into `arena`; `other` is empty then. Never fails. */
void syn_arena_join(syn_arena *arena, syn_arena *other);
/** Gives an empty arena a block with room for `bytes`: one of those of `spare`, whose contents are lost then, or a new
 *  one. False when memory is short. */
bool syn_arena_begin(syn_arena *arena, size_t bytes, syn_arena *spare);
void syn_arena_release(syn_arena *arena);

#endif
