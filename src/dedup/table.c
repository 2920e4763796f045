/* Values of a text lie behind one another and in order, each with the text's slot and the entry that was first in its
 * bucket before:
 *
 *      heads[bucket] -> entries[i] = {value, slot, next} -> entries[j] ...      newest first
 *
 * so that a chain is walked in one array and two sketches are compared by walking two stretches of it. */
#include "dedup/table.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

enum {
    NONE = 0,          /* entries count from 1 */
    HOPS = 4 * SYN_TABLE_CHAIN,
    FEW = 24,          /* texts that have a value; more have a common one */
    NEAREST = 64       /* texts that are looked at more closely */
};

typedef struct entry {
    uint32_t value, slot, next;
} entry;

typedef struct kept {
    uint64_t whole;
    uint32_t text, bound, first, count;
} kept;

struct syn_table {
    entry *entries;
    uint32_t *heads;
    kept *texts;
    size_t value_count, value_capacity, text_count, text_capacity;
    unsigned shift;
};

syn_status syn_table_new(size_t value_count, size_t text_count, syn_table **out)
{
    syn_table *table = syn_alloc_zero(1, sizeof *table);
    unsigned bits = 8;
    if (!table)
        return SYN_MEMORY;
    while (bits < 31 && (size_t)1 << bits < value_count)
        bits++;
    table->shift = 32 - bits;
    table->value_capacity = value_count;
    table->text_capacity = text_count;
    table->entries = syn_alloc(value_count + 1, sizeof *table->entries);
    table->texts = syn_alloc(text_count, sizeof *table->texts);
    table->heads = syn_alloc_zero((size_t)1 << bits, sizeof *table->heads);
    if (!table->entries || !table->texts || !table->heads) {
        syn_table_free(table);
        return SYN_MEMORY;
    }
    *out = table;
    return SYN_OK;
}

void syn_table_free(syn_table *table)
{
    if (!table)
        return;
    free(table->entries);
    free(table->heads);
    free(table->texts);
    free(table);
}

void syn_table_clear(syn_table *table)
{
    if (table->value_count > 0)
        memset(table->heads, 0, sizeof *table->heads << (32 - table->shift));
    table->value_count = table->text_count = 0;
}

bool syn_table_fits(const syn_table *table, size_t value_count)
{
    return table->text_count < table->text_capacity && value_count <= table->value_capacity - table->value_count;
}

uint32_t syn_table_count(const syn_table *table)
{
    return (uint32_t)table->text_count;
}

uint32_t syn_table_text(const syn_table *table, uint32_t slot)
{
    return table->texts[slot].text;
}

/** Values are small numbers more often than large ones: their bits are spread. */
static size_t bucket_of(const syn_table *table, uint32_t value)
{
    return (uint32_t)(value * 0x9e3779b1u) >> table->shift;
}

void syn_table_add(syn_table *table, const syn_sketch *sketch)
{
    const uint32_t slot = (uint32_t)table->text_count++;
    const size_t first = table->value_count + 1;
    table->texts[slot] = (kept){sketch->whole, sketch->text, sketch->bound, (uint32_t)first, sketch->count};
    for (size_t i = 0; i < sketch->count && i < 16; i++)
        __builtin_prefetch(&table->heads[bucket_of(table, sketch->values[i])], 1);
    for (size_t i = 0; i < sketch->count; i++) {
        uint32_t *head = &table->heads[bucket_of(table, sketch->values[i])];
        if (i + 16 < sketch->count)
            __builtin_prefetch(&table->heads[bucket_of(table, sketch->values[i + 16])], 1);
        table->entries[first + i] = (entry){sketch->values[i], slot, *head};
        *head = (uint32_t)(first + i);
    }
    table->value_count += sketch->count;
}

/* Seeking */

void syn_seek_release(syn_seek *seek)
{
    free(seek->hits);
    free(seek->touched);
    *seek = (syn_seek){0};
}

/** Room for a hit in every slot. What was there is all 0 already. */
static syn_status make_room(const syn_table *table, syn_seek *seek)
{
    if (table->text_count > seek->hit_capacity) {
        size_t capacity = 2 * table->text_count + 1024;
        uint16_t *hits = syn_alloc_zero(capacity, sizeof *hits);
        if (!hits)
            return SYN_MEMORY;
        free(seek->hits);
        seek->hits = hits;
        seek->hit_capacity = capacity;
    }
    if (!seek->touched) {
        seek->touched_capacity = (size_t)SYN_SEEK_PROBES * SYN_TABLE_CHAIN;
        seek->touched = syn_alloc(seek->touched_capacity, sizeof *seek->touched);
    }
    return seek->touched ? SYN_OK : SYN_MEMORY;
}

/** A list of the kept texts that have one value, as far as it was walked. */
typedef struct list {
    uint32_t value, at; /* the next entry of its chain, or NONE */
    uint32_t counted, hops;
} list;

/** One step along a chain. Returns how many texts have any value now. */
static size_t step(const syn_table *table, list *l, uint32_t before, syn_seek *seek, size_t touched)
{
    const entry *e = &table->entries[l->at];
    l->at = ++l->hops < HOPS ? e->next : NONE;
    __builtin_prefetch(&table->entries[l->at]);
    if (e->value != l->value || e->slot >= before)
        return touched;
    l->counted++;
    if (seek->hits[e->slot]++ == 0)
        seek->touched[touched++] = e->slot;
    return touched;
}

/** Walks all lists side by side, so that their cache misses overlap, until each is through or `most` of it were counted. */
static size_t walk_lists(const syn_table *table, list *lists, size_t count, uint32_t most, uint32_t before,
                         syn_seek *seek, size_t touched)
{
    for (bool going = true; going;) {
        going = false;
        for (size_t i = 0; i < count; i++) {
            if (lists[i].at == NONE || lists[i].counted >= most)
                continue;
            touched = step(table, &lists[i], before, seek, touched);
            going = true;
        }
    }
    return touched;
}

static void open_lists(const syn_table *table, const syn_sketch *sketch, list *lists, size_t count)
{
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(&table->heads[bucket_of(table, sketch->values[i])]);
    for (size_t i = 0; i < count; i++) {
        lists[i] = (list){.value = sketch->values[i], .at = table->heads[bucket_of(table, sketch->values[i])]};
        __builtin_prefetch(&table->entries[lists[i].at]);
    }
}

/** Counts, for each kept text, the smallest values of the sketch that it has. Returns how many texts have any, and how many
 *  hits each may have had besides in `*unseen`.
 *
 *  Lists of values that many texts have are left when a few of them were counted: who has `least` hits is in at least
 *  one list that is walked, if all but `least` - 1 are (prefix filter: Chaudhuri, Ganti, Kaushik 2006). */
static size_t count_hits(const syn_table *table, const syn_sketch *sketch, size_t probes, uint32_t before,
                         size_t least, syn_seek *seek, size_t *unseen)
{
    list lists[SYN_SEEK_PROBES];
    size_t long_count = 0;
    open_lists(table, sketch, lists, probes);
    size_t touched = walk_lists(table, lists, probes, FEW, before, seek, 0);
    for (size_t i = 0; i < probes; i++)
        if (lists[i].at != NONE)
            lists[long_count++] = lists[i];
    *unseen = long_count < least ? long_count : least - 1;
    return walk_lists(table, lists, long_count - *unseen, SYN_TABLE_CHAIN, before, seek, touched);
}

/** How many of the first `count` values are at most `bound`. */
static size_t count_within(const uint32_t *values, size_t count, uint32_t bound)
{
    while (count > 0 && values[count - 1] > bound)
        count--;
    return count;
}

/** So many hits of `probes` are too few for the share that is asked, by three standard deviations of chance. In whole
 *  numbers, so that it is the same on every machine. */
static bool is_few(uint64_t hits, uint64_t probes, uint64_t permille)
{
    const uint64_t expected = permille * probes, found = 1000 * hits;
    return found < expected && (expected - found) * (expected - found) > 9 * probes * permille * (1000 - permille);
}

/** The fewest hits that are not; at least one. */
static size_t least_hits(size_t probes, uint32_t permille)
{
    size_t hits = 1;
    while (hits < probes && is_few(hits, probes, permille))
        hits++;
    return hits;
}

static syn_candidate estimate(const syn_table *table, const syn_sketch *sketch, uint32_t slot)
{
    const kept *k = &table->texts[slot];
    const entry *b = &table->entries[k->first], *b_end = b + k->count;
    const uint32_t bound = k->bound < sketch->bound ? k->bound : sketch->bound;
    const size_t of = count_within(sketch->values, sketch->count, bound);
    uint32_t shared = 0;
    for (size_t a = 0; a < of && b < b_end;) {
        const uint32_t value = sketch->values[a], other = b->value;
        shared += value == other;
        a += value <= other;
        b += other <= value;
    }
    return (syn_candidate){slot, shared, (uint32_t)of};
}

/** Whether a has more of the sketch than b. */
static bool is_nearer(const syn_candidate *a, const syn_candidate *b)
{
    return (uint64_t)a->shared * b->of > (uint64_t)b->shared * a->of;
}

/** Puts a candidate into its place among those found, of which the last may fall out. Of equal ones those that came
 *  first stay before it. */
static void offer(syn_candidate *found, size_t *count, size_t room, syn_candidate candidate)
{
    size_t at = *count;
    if (at == room && !is_nearer(&candidate, &found[at - 1]))
        return;
    at -= at == room;
    *count = at + 1;
    for (; at > 0 && is_nearer(&candidate, &found[at - 1]); at--)
        found[at] = found[at - 1];
    found[at] = candidate;
}

/** The texts with most hits; hits are 0 again afterwards. */
static size_t pick_nearest(const syn_table *table, const syn_sketch *sketch, size_t probes, size_t touched,
                           size_t unseen, syn_seek *seek, syn_candidate nearest[NEAREST])
{
    size_t count = 0;
    for (size_t i = 0; i < touched; i++) {
        const uint32_t slot = seek->touched[i];
        const kept *k = &table->texts[slot];
        const size_t of = k->bound >= sketch->bound ? probes : count_within(sketch->values, probes, k->bound);
        const syn_candidate candidate = {slot, seek->hits[slot], (uint32_t)of};
        seek->hits[slot] = 0;
        if (seek->whole ? k->whole == sketch->whole : !is_few(candidate.shared + unseen, of, seek->least_permille))
            offer(nearest, &count, NEAREST, candidate);
    }
    return count;
}

syn_status syn_table_seek(const syn_table *table, const syn_sketch *sketch, uint32_t before, syn_seek *seek)
{
    syn_candidate nearest[NEAREST];
    size_t unseen = 0, probes = sketch->count < seek->probe_count ? sketch->count : seek->probe_count;
    seek->count = 0;
    if (table->text_count == 0 || probes == 0)
        return SYN_OK;
    if (make_room(table, seek) < 0)
        return SYN_MEMORY;
    const size_t least = seek->whole ? 1 : least_hits(probes, seek->least_permille);
    const size_t touched = count_hits(table, sketch, probes, before, least, seek, &unseen);
    const size_t count = pick_nearest(table, sketch, probes, touched, unseen, seek, nearest);
    for (size_t i = 0; i < count; i++) {
        const syn_candidate candidate = estimate(table, sketch, nearest[i].slot);
        if (seek->whole || !is_few(candidate.shared, candidate.of, seek->least_permille))
            offer(seek->found, &seek->count, SYN_SEEK_MOST, candidate);
    }
    return SYN_OK;
}
