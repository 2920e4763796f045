#include "dedup/seen.h"

#include "base/alloc.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* Bit pairs: the low bit says once, the high one twice. Both lie in one cache line. */

enum { BUCKETS_EACH = 8 /* for a shingle that is expected */ };

struct syn_twice {
    _Atomic uint64_t *pairs;
    unsigned shift; /* of a hash to the number of its word */
};

syn_status syn_twice_new(uint64_t most_bytes, uint64_t expected_count, syn_twice **out)
{
    const uint64_t wanted = expected_count * BUCKETS_EACH / 4; /* bytes: four buckets each */
    syn_twice *twice = syn_alloc(1, sizeof *twice);
    unsigned bits = 10;
    while (bits < 40 && (uint64_t)8 << bits < wanted && (uint64_t)16 << bits <= most_bytes)
        bits++;
    if (!twice)
        return SYN_MEMORY;
    twice->shift = 64 - bits;
    twice->pairs = syn_alloc_zero((size_t)1 << bits, sizeof *twice->pairs);
    if (!twice->pairs) {
        free(twice);
        return SYN_MEMORY;
    }
    *out = twice;
    return SYN_OK;
}

void syn_twice_free(syn_twice *twice)
{
    if (!twice)
        return;
    free(twice->pairs);
    free(twice);
}

static uint64_t once_bit(uint64_t hash)
{
    return (uint64_t)1 << (hash & 31) * 2;
}

void syn_twice_prefetch(const syn_twice *twice, uint64_t hash)
{
    __builtin_prefetch((const void *)&twice->pairs[hash >> twice->shift]);
}

uint64_t syn_twice_see(syn_twice *twice, const uint64_t *hashes, size_t count)
{
    enum { AHEAD = 16 };
    uint64_t again = 0;
    for (size_t i = 0; i < count; i++) {
        _Atomic uint64_t *pair = &twice->pairs[hashes[i] >> twice->shift];
        const uint64_t once = once_bit(hashes[i]);
        if (i + AHEAD < count)
            __builtin_prefetch((const void *)&twice->pairs[hashes[i + AHEAD] >> twice->shift], 1);
        /* Written before it is read: a page that is read first is a page of zeros, and is replaced by one of its own
         * with every core told of it. */
        const uint64_t before = atomic_fetch_or_explicit(pair, once, memory_order_relaxed);
        again += (before & once) != 0;
        if ((before & once) != 0 && (before & once << 1) == 0)
            atomic_fetch_or_explicit(pair, once << 1, memory_order_relaxed);
    }
    return again;
}

bool syn_twice_may(const syn_twice *twice, uint64_t hash)
{
    return atomic_load_explicit(&twice->pairs[hash >> twice->shift], memory_order_relaxed) & once_bit(hash) << 1;
}

/* Open addressing with linear probing, at most three quarters full. Nothing is removed but what came last, in the
 * reverse order: so nothing ever stands in the way of what was found before. */

typedef struct entry {
    uint64_t hash; /* 0: free */
    syn_seen_at at;
} entry;

struct syn_seen {
    entry *entries;
    size_t mask, count, capacity;
};

syn_status syn_seen_new(size_t capacity, syn_seen **out)
{
    syn_seen *seen = syn_alloc_zero(1, sizeof *seen);
    size_t size = 1024;
    if (!seen)
        return SYN_MEMORY;
    while (size / 4 * 3 < capacity)
        size *= 2;
    seen->entries = syn_alloc_zero(size, sizeof *seen->entries);
    seen->mask = size - 1;
    seen->capacity = capacity;
    if (!seen->entries) {
        free(seen);
        return SYN_MEMORY;
    }
    *out = seen;
    return SYN_OK;
}

void syn_seen_free(syn_seen *seen)
{
    if (!seen)
        return;
    free(seen->entries);
    free(seen);
}

void syn_seen_clear(syn_seen *seen)
{
    if (seen->count > 0)
        memset(seen->entries, 0, (seen->mask + 1) * sizeof *seen->entries);
    seen->count = 0;
}

size_t syn_seen_room(const syn_seen *seen)
{
    return seen->capacity - seen->count;
}

/** A hash that marks a free entry counts as another. */
static uint64_t used(uint64_t hash)
{
    return hash | (hash == 0);
}

const syn_seen_at *syn_seen_get(const syn_seen *seen, uint64_t hash)
{
    for (size_t i = hash & seen->mask;; i = (i + 1) & seen->mask) {
        if (seen->entries[i].hash == 0)
            return NULL;
        if (seen->entries[i].hash == used(hash))
            return &seen->entries[i].at;
    }
}

void syn_seen_add(syn_seen *seen, uint64_t hash, syn_seen_at at, size_t *slot)
{
    size_t i = hash & seen->mask;
    while (seen->entries[i].hash != 0)
        i = (i + 1) & seen->mask;
    seen->entries[i] = (entry){used(hash), at};
    seen->count++;
    *slot = i;
}

void syn_seen_undo(syn_seen *seen, size_t slot)
{
    seen->entries[slot].hash = 0;
    seen->count--;
}

void syn_seen_prefetch(const syn_seen *seen, uint64_t hash)
{
    __builtin_prefetch(&seen->entries[hash & seen->mask]);
}
