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
    FEW = 16,          /* texts that have a value; more have a common one */
    NEAREST = 32       /* texts that are looked at more closely */
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
    table->heads = syn_alloc((size_t)1 << bits, sizeof *table->heads);
    if (!table->entries || !table->texts || !table->heads) {
        syn_table_free(table);
        return SYN_MEMORY;
    }
    /* Not zeroed by the system: what is read before it is written would be replaced page by page, with every core
     *  told. */
    memset(table->heads, 0, sizeof *table->heads << bits);
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
    uint32_t first[FEW]; /* slots that were counted first */
} list;

/** What a hit counts: one, and one more where it is rare, in a list that is short. */
enum { HIT = 1, RARE_HIT = 1 << 8 };

/** One step along a chain, where a hit counts so much. Returns how many texts have any now. */
static size_t step(const syn_table *table, list *l, unsigned hit, uint32_t before, syn_seek *seek, size_t touched)
{
    const entry *e = &table->entries[l->at];
    l->at = ++l->hops < HOPS ? e->next : NONE;
    __builtin_prefetch(&table->entries[l->at]);
    if (e->value != l->value || e->slot >= before)
        return touched;
    if (l->counted < FEW)
        l->first[l->counted] = e->slot;
    l->counted++;
    if (seek->hits[e->slot] == 0)
        seek->touched[touched++] = e->slot;
    seek->hits[e->slot] = (uint16_t)(seek->hits[e->slot] + hit);
    return touched;
}

/** Walks all lists side by side, so that their cache misses overlap, until each is through or `most` of it were
 *  counted. */
static size_t walk_lists(const syn_table *table, list *lists, size_t count, uint32_t most, unsigned hit,
                         uint32_t before, syn_seek *seek, size_t touched)
{
    for (bool going = true; going;) {
        going = false;
        for (size_t i = 0; i < count; i++) {
            if (lists[i].at == NONE || lists[i].counted >= most)
                continue;
            touched = step(table, &lists[i], hit, before, seek, touched);
            going = true;
        }
    }
    return touched;
}

static void open_lists(const syn_table *table, const uint32_t *values, list *lists, size_t count)
{
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(&table->heads[bucket_of(table, values[i])]);
    for (size_t i = 0; i < count; i++) {
        lists[i].value = values[i];
        lists[i].at = table->heads[bucket_of(table, values[i])];
        lists[i].counted = lists[i].hops = 0;
        __builtin_prefetch(&table->entries[lists[i].at]);
    }
}

/** Moves the lists that were not walked to their end to the front; what was counted in them is not rare. */
static size_t part_lists(list *lists, size_t count, uint16_t *hits)
{
    size_t long_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (lists[i].at == NONE)
            continue;
        for (uint32_t f = 0; f < lists[i].counted; f++)
            hits[lists[i].first[f]] -= RARE_HIT;
        lists[long_count++] = lists[i];
    }
    return long_count;
}

/** Counts, for each kept text, the smallest values of the sketch that it has. Returns how many texts have any, and
 *  how many lists were not walked to their end in `*unseen`.
 *
 *  Lists of values that many texts have are left when a few of them were counted: who has `least` hits is in at least
 *  one list that is walked, if all but `least` - 1 are (prefix filter: Chaudhuri, Ganti, Kaushik 2006). */
static size_t count_hits(const syn_table *table, const uint32_t *values, size_t count, uint32_t before, size_t least,
                         syn_seek *seek, size_t *unseen)
{
    list lists[SYN_SEEK_PROBES];
    open_lists(table, values, lists, count);
    const size_t touched = walk_lists(table, lists, count, FEW, HIT + RARE_HIT, before, seek, 0);
    *unseen = part_lists(lists, count, seek->hits);
    if (*unseen < least)
        return touched;
    return walk_lists(table, lists, *unseen - least + 1, SYN_TABLE_CHAIN, HIT, before, seek, touched);
}

/** How many of the first `count` values are at most `bound`. */
static size_t count_within(const uint32_t *values, size_t count, uint32_t bound)
{
    while (count > 0 && values[count - 1] > bound)
        count--;
    return count;
}

/** So many hits of `probes` are too few for the share that is asked, by two and a half standard deviations of
 *  chance. In whole numbers, so that it is the same on every machine. */
static bool is_few(uint64_t hits, uint64_t probes, uint64_t permille)
{
    const uint64_t expected = permille * probes, found = 1000 * hits;
    return found < expected && 4 * (expected - found) * (expected - found) > 25 * probes * permille * (1000 - permille);
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

/** Whether a has more of the sketch than b, or as much of more values that could be common. */
static bool is_nearer(const syn_candidate *a, const syn_candidate *b)
{
    const uint64_t left = (uint64_t)a->shared * b->of, right = (uint64_t)b->shared * a->of;
    return left != right ? left > right : a->shared > b->shared;
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

/** The texts with most rare hits, then most hits; hits are 0 again afterwards. In a list that was not walked to its
 *  end any text may stand: so what a text has there says little, also when it is many. */
static size_t pick_nearest(const syn_table *table, const syn_sketch *sketch, size_t probes, size_t touched,
                           size_t unseen, syn_seek *seek, syn_candidate nearest[NEAREST])
{
    size_t count = 0;
    for (size_t i = 0; i < touched; i++) {
        const uint32_t slot = seek->touched[i], hits = seek->hits[slot];
        const kept *k = &table->texts[slot];
        if (i + 8 < touched)
            __builtin_prefetch(&table->texts[seek->touched[i + 8]]);
        const size_t of = k->bound >= sketch->bound ? probes : count_within(sketch->values, probes, k->bound);
        seek->hits[slot] = 0;
        if (seek->whole ? k->whole == sketch->whole : !is_few(hits / RARE_HIT + unseen, of, seek->least_permille))
            offer(nearest, &count, NEAREST,
                  (syn_candidate){slot, k->whole == sketch->whole ? UINT16_MAX : hits, (uint32_t)of});
    }
    return count;
}

syn_status syn_table_seek(const syn_table *table, const syn_sketch *sketch, const syn_sketch *held, uint32_t before,
                          syn_seek *seek)
{
    syn_candidate nearest[NEAREST];
    size_t unseen = 0, probes = sketch->count < seek->probe_count ? sketch->count : seek->probe_count;
    seek->count = 0;
    if (table->text_count == 0 || probes == 0)
        return SYN_OK;
    if (make_room(table, seek) < 0)
        return SYN_MEMORY;
    const size_t least = seek->whole ? 1 : least_hits(probes, seek->least_permille);
    const size_t held_probes = count_within(held->values, held->count < probes ? held->count : probes,
                                            sketch->values[probes - 1]);
    const size_t touched = count_hits(table, held->values, held_probes, before, least, seek, &unseen);
    const size_t count = pick_nearest(table, sketch, probes, touched, unseen, seek, nearest);
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count)
            __builtin_prefetch(&table->entries[table->texts[nearest[i + 1].slot].first]);
        const syn_candidate candidate = estimate(table, sketch, nearest[i].slot);
        if (seek->whole || !is_few(candidate.shared, candidate.of, seek->least_permille))
            offer(seek->found, &seek->count, SYN_SEEK_MOST, candidate);
    }
    return SYN_OK;
}
