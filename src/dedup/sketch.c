#include "dedup/sketch.h"

#include "base/alloc.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

/** Words take this many bytes in most texts, or fewer: what is swept with the bound of a text of so many words has
 *  all that the bound of its words keeps. */
enum {
    WORD_BYTES = 8,
    FEW_VALUES = 16,           /* only a text that repeats itself has fewer */
    REPEATING_WORDS = 1 << 20  /* longer texts are not swept anew */
};

void syn_sketch_room_release(syn_sketch_room *room)
{
    free(room->values);
    free(room->scratch);
    free(room->counts);
    *room = (syn_sketch_room){0};
}

/** The largest value that is kept of a text of so many words. */
static uint32_t bound_of(uint64_t words)
{
    uint64_t kept = words / SYN_SKETCH_PART;
    if (kept > SYN_SKETCH_MOST)
        kept = SYN_SKETCH_MOST;
    if (kept < SYN_SKETCH_VALUES)
        kept = SYN_SKETCH_VALUES;
    return kept >= words ? UINT32_MAX : (uint32_t)((kept << 32) / words);
}

static bool make_room(syn_sketch_room *room, size_t count)
{
    return syn_alloc_room((void **)&room->values, &room->capacity, count, sizeof *room->values) &&
           syn_alloc_room((void **)&room->scratch, &room->scratch_capacity, count, sizeof *room->scratch) &&
           syn_alloc_room((void **)&room->counts, &room->counts_capacity, count + 2, sizeof *room->counts);
}

/** Puts each value about where it belongs: a bucket for each, over even stretches up to the bound. */
static void spread(syn_sketch_room *room, size_t count, uint32_t bound)
{
    const uint64_t span = (uint64_t)bound + 1, scale = (((uint64_t)count << 32) - 1) / span;
    uint32_t *at = room->counts;
    memset(at, 0, (count + 2) * sizeof *at);
    for (size_t i = 0; i < count; i++)
        at[(room->scratch[i] * scale >> 32) + 1]++;
    for (size_t i = 1; i <= count; i++)
        at[i] += at[i - 1];
    for (size_t i = 0; i < count; i++)
        room->values[at[room->scratch[i] * scale >> 32]++] = room->scratch[i];
}

static int compare_values(const void *a, const void *b)
{
    const uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

/** Sorts what is nearly in order. Whoever makes a text for it can have many values in one bucket: then it is sorted
 *  the slower way. */
static void settle(uint32_t *values, size_t count)
{
    size_t moves = 0;
    for (size_t i = 1; i < count && moves <= 16 * count; i++) {
        const uint32_t value = values[i];
        size_t at = i;
        for (; at > 0 && values[at - 1] > value; at--)
            values[at] = values[at - 1];
        values[at] = value;
        moves += i - at;
    }
    if (moves > 16 * count)
        qsort(values, count, sizeof *values, compare_values);
}

static size_t drop_equal(uint32_t *values, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || values[i] != values[kept - 1])
            values[kept++] = values[i];
    return kept;
}

/** The smallest value of a text that repeats itself and has none up to its bound. */
static uint32_t find_smallest(const syn_sampled *all)
{
    uint64_t smallest = UINT64_MAX;
    for (size_t i = 0; i < all->count; i++)
        if (all->fingerprint[i] < smallest)
            smallest = all->fingerprint[i];
    return (uint32_t)(smallest >> 32);
}

/** The values up to the bound, in order and each once. */
static syn_status take_values(const syn_sampled *all, syn_sketch_room *room, syn_sketch *out)
{
    size_t count = 0;
    if (!make_room(room, all->count + 1))
        return SYN_MEMORY;
    for (size_t i = 0; i < all->count; i++) {
        const uint32_t value = (uint32_t)(all->fingerprint[i] >> 32);
        room->scratch[count] = value;
        count += value <= out->bound;
    }
    if (count == 0)
        out->bound = room->scratch[count++] = find_smallest(all);
    spread(room, count, out->bound);
    settle(room->values, count);
    out->count = (uint32_t)drop_equal(room->values, count);
    return SYN_OK;
}

/** The one value of a text that has no words. */
static syn_status take_bytes(const char *text, size_t bytes, syn_sketch_room *room, syn_sketch *out)
{
    if (!make_room(room, 1))
        return SYN_MEMORY;
    out->whole = syn_hash(text, bytes);
    room->values[0] = (uint32_t)(out->whole >> 32);
    out->count = 1;
    return SYN_OK;
}

static syn_status sweep_text(syn_sweep *sweep, const char *text, size_t bytes, uint32_t bound, syn_sampled *all,
                             syn_sketch *out)
{
    const uint64_t wide = (uint64_t)bound << 32 | UINT32_MAX;
    syn_status status = syn_sweep_shingles(sweep, text, bytes, SYN_SKETCH_SHINGLE_WORDS, wide, all);
    if (status < 0)
        return status;
    *out = (syn_sketch){.whole = all->whole, .words = (uint32_t)all->word_count, .bound = UINT32_MAX};
    return all->word_count < UINT32_MAX ? SYN_OK : SYN_LIMIT;
}

/** A text that repeats itself has few values, and up to its bound perhaps none: its smallest ones are kept instead. */
static syn_status take_smallest(syn_sweep *sweep, const char *text, size_t bytes, syn_sketch_room *room,
                                syn_sketch *out)
{
    syn_sampled all;
    syn_status status = sweep_text(sweep, text, bytes, UINT32_MAX, &all, out);
    if (status == SYN_OK)
        status = take_values(&all, room, out);
    if (status < 0 || out->count <= SYN_SKETCH_VALUES)
        return status;
    out->count = SYN_SKETCH_VALUES;
    out->bound = room->values[SYN_SKETCH_VALUES - 1];
    return SYN_OK;
}

syn_status syn_sketch_make(syn_sweep *sweep, const char *text, size_t bytes, syn_sketch_room *room, syn_sketch *out)
{
    syn_sampled all;
    const uint32_t swept = bound_of(bytes / WORD_BYTES);
    syn_status status = sweep_text(sweep, text, bytes, swept, &all, out);
    if (status == SYN_OK && all.word_count == 0)
        status = take_bytes(text, bytes, room, out);
    else if (status == SYN_OK) {
        const uint32_t bound = bound_of(all.word_count);
        out->bound = bound < swept ? bound : swept;
        status = take_values(&all, room, out);
    }
    if (status == SYN_OK && out->bound < UINT32_MAX && out->count < FEW_VALUES && out->words <= REPEATING_WORDS)
        status = take_smallest(sweep, text, bytes, room, out);
    out->values = room->values;
    return status;
}

syn_status syn_sketch_whole(syn_sweep *sweep, const char *text, size_t bytes, syn_sketch_room *room, syn_sketch *out)
{
    syn_sampled all;
    syn_status status = sweep_text(sweep, text, bytes, 0, &all, out);
    if (status == SYN_OK && all.word_count == 0)
        status = take_bytes(text, bytes, room, out);
    else if (status == SYN_OK && !make_room(room, 1))
        status = SYN_MEMORY;
    else if (status == SYN_OK) {
        room->values[0] = (uint32_t)(all.whole >> 32);
        out->count = 1;
    }
    out->values = room->values;
    return status;
}
