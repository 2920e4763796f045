/* The law of a roster: what it gives is what was added, whole and in order, however little memory it had and whatever
 * way it was asked. The slow twin keeps everything in memory and sorts it with qsort. */
#include "dedup/roster.h"
#include "support/law.h"

#include <string.h>

enum { ROSTERS = 60, MOST_VALUES = 1 << 23, MOST_SKETCHES = 60000 };

typedef struct held {
    syn_sketch sketch;
    size_t number; /* in the order of adding */
} held;

static int order(const void *left, const void *right)
{
    const held *a = left, *b = right;
    for (int i = 0; i < 4; i++)
        if (a->sketch.order[i] != b->sketch.order[i])
            return a->sketch.order[i] < b->sketch.order[i] ? -1 : 1;
    if (a->sketch.text != b->sketch.text)
        return a->sketch.text < b->sketch.text ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static uint64_t chance_of_bits(uint32_t bits)
{
    const uint64_t high = law_chance(UINT32_MAX), low = law_chance(UINT32_MAX);
    return bits ? (high << 32 | low) >> (64 - bits) : 0;
}

/* How sketches of one trial are made: which numbers of their order vary, by how much, and how many values they have. */
typedef struct shape {
    uint32_t bits[5], shift[4];
    uint32_t most_values, huge; /* one of so many is huge; 0: none */
} shape;

static shape make_shape(void)
{
    static const uint32_t most[] = {0, 1, 5, 40, 125, 300};
    shape made = {.most_values = most[law_chance(6)], .huge = law_chance(4) ? 0 : law_between(500, 5000)};
    for (int i = 0; i < 5; i++)
        made.bits[i] = law_chance(3) ? law_chance(6) : law_between(0, i < 4 ? 64 : 32);
    for (int i = 0; i < 4; i++)
        made.shift[i] = law_chance(2) ? 0 : law_chance(64 - (made.bits[i] < 64 ? made.bits[i] : 63));
    return made;
}

static uint32_t *make_values(uint32_t *values, uint32_t count)
{
    uint32_t value = law_chance(1000);
    for (uint32_t i = 0; i < count; i++, value += law_between(1, 800))
        values[i] = value;
    return values;
}

/* Makes sketches until so many are made or their values are. */
static size_t make(held *all, size_t count, uint32_t *values)
{
    const shape like = make_shape();
    size_t used = 0, made = 0;
    for (; made < count; made++) {
        syn_sketch sketch = {.whole = chance_of_bits(64), .text = (uint32_t)chance_of_bits(like.bits[4]),
                             .words = law_chance(5000), .bound = law_chance(UINT32_MAX)};
        sketch.count = like.huge && law_chance(like.huge) == 0 ? law_between(1000, 400000)
                                                                 : law_chance(like.most_values + 1);
        if (sketch.count > MOST_VALUES - used)
            break;
        for (int i = 0; i < 4; i++)
            sketch.order[i] = chance_of_bits(like.bits[i]) << like.shift[i];
        sketch.values = make_values(values + used, sketch.count);
        used += sketch.count;
        all[made] = (held){.sketch = sketch};
    }
    return made;
}

static void hold_ok(syn_status status, const syn_error *error)
{
    law_hold(status == SYN_OK, "a roster succeeds", "%s", error->message);
}

static bool is_same(const syn_sketch *a, const syn_sketch *b)
{
    return memcmp(a->order, b->order, sizeof a->order) == 0 && a->whole == b->whole && a->text == b->text &&
           a->words == b->words && a->bound == b->bound && a->count == b->count &&
           (a->count == 0 || memcmp(a->values, b->values, a->count * sizeof *a->values) == 0);
}

static void check_all(syn_roster *roster, const held *all, size_t count)
{
    static syn_sketch page[1000];
    syn_error error = {0};
    size_t got = 0, done = 0;
    do {
        hold_ok(syn_roster_next(roster, page, law_chance(3) ? law_between(1, 1000) : 1, &got, &error), &error);
        law_hold(done + got <= count, "a roster makes up nothing", "%zu sketches", count);
        for (size_t i = 0; i < got; i++, done++)
            law_hold(is_same(&page[i], &all[done].sketch), "a roster sorts", "%zu sketches, at %zu", count, done);
    } while (got > 0);
    law_hold(done == count, "a roster loses nothing", "%zu of %zu", done, count);
}

/* Adds all as they stand, sorts them with both, and compares; they are in order then. */
static void check_roster(held *all, size_t count, size_t memory_bytes)
{
    syn_error error = {0};
    syn_roster *roster = NULL;
    hold_ok(syn_roster_new("/tmp", memory_bytes, law_chance(9), &roster, &error), &error);
    for (size_t i = 0; i < count; i++) {
        all[i].number = i;
        hold_ok(syn_roster_add(roster, &all[i].sketch, &error), &error);
    }
    hold_ok(syn_roster_sort(roster, &error), &error);
    qsort(all, count, sizeof *all, order);
    check_all(roster, all, count);
    syn_roster_free(roster);
}

/* One sketch is out of order, or some are. */
static void disturb(held *all, size_t count)
{
    for (uint32_t n = law_between(1, 5); n > 0 && count > 0; n--) {
        held *a = &all[law_chance((uint32_t)count)], *b = &all[law_chance((uint32_t)count)], kept = *a;
        *a = *b;
        *b = kept;
    }
}

int main(int argc, char **argv)
{
    held *all = law_need(malloc(MOST_SKETCHES * sizeof *all));
    uint32_t *values = law_need(malloc(MOST_VALUES * sizeof *values));
    law_seed(argc, argv, 20251122);
    for (law_trial = 0; law_trial < ROSTERS; ++law_trial) {
        const size_t memory_bytes = law_chance(3) ? 0 : law_between(1, 16 << 20);
        const size_t count = make(all, law_chance(3) ? law_chance(MOST_SKETCHES) : law_chance(60), values);
        check_roster(all, count, memory_bytes);
        check_roster(all, count, memory_bytes); /* in order already */
        disturb(all, count);
        check_roster(all, count, law_chance(2) ? memory_bytes : (size_t)256 << 20);
    }
    free(all);
    free(values);
    return 0;
}
