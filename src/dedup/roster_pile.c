/* Items are sorted by one number of the order after the other: by its digits, highest first, where they lie (McIlroy,
 * Bostic and McIlroy 1993: the American flag sort). So a record, which is rarely in the cache, is looked at once for a
 * number, and not once for each comparison. */
#include "dedup/roster_pile.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

enum {
    LEVELS = 6,       /* four numbers, the text, and when it came in */
    LEVEL_TEXT = 4,
    DIGIT_BITS = 8,
    DIGITS = 1 << DIGIT_BITS,
    FEW = 24          /* items that are sorted by comparing them */
};

syn_status syn_pile_init(syn_pile *pile, size_t room)
{
    const size_t whole = room / sizeof(syn_pile_item) * sizeof(syn_pile_item);

    *pile = (syn_pile){.memory = syn_alloc_zero(whole, 1), .room = whole, .rising = true};
    if (pile->memory)
        return SYN_OK;
    *pile = (syn_pile){0};
    return SYN_MEMORY;
}

void syn_pile_release(syn_pile *pile)
{
    free(pile->memory);
    *pile = (syn_pile){0};
}

void syn_pile_clear(syn_pile *pile)
{
    *pile = (syn_pile){.memory = pile->memory, .room = pile->room, .rising = true};
}

size_t syn_pile_need(uint32_t value_count)
{
    return 2 * sizeof(syn_pile_item) + syn_roster_record_bytes(value_count);
}

static syn_pile_item *items_of(const syn_pile *pile, size_t count)
{
    return (syn_pile_item *)(void *)(pile->memory + pile->room) - count;
}

static const syn_roster_head *head_at(const syn_pile *pile, uint64_t at)
{
    return (const syn_roster_head *)(const void *)(pile->memory + at);
}

bool syn_pile_add(syn_pile *pile, const syn_sketch *sketch)
{
    const size_t bytes = syn_roster_record_bytes(sketch->count);
    const size_t used = pile->fill + pile->count * sizeof(syn_pile_item);
    char *to = pile->memory + pile->fill;
    syn_roster_head head = {.whole = sketch->whole, .text = sketch->text, .words = sketch->words,
                            .bound = sketch->bound, .count = sketch->count};

    if (pile->room - used < bytes + sizeof(syn_pile_item))
        return false;
    memcpy(head.order, sketch->order, sizeof head.order);
    memcpy(to, &head, sizeof head);
    if (head.count > 0)
        memcpy(to + sizeof head, sketch->values, head.count * sizeof *sketch->values);
    if (head.count % 2)
        memset(to + bytes - sizeof *sketch->values, 0, sizeof *sketch->values);
    if (pile->count > 0 && syn_roster_record_order(&head, head_at(pile, pile->last)) < 0)
        pile->rising = false;
    *items_of(pile, ++pile->count) = (syn_pile_item){.key = head.order[0], .at = pile->fill};
    pile->last = pile->fill;
    pile->fill += bytes;
    pile->values += head.count;
    return true;
}

/* Whether a comes before b; the numbers of the levels before are the same. */
static bool is_before(const syn_pile *pile, const syn_pile_item *a, const syn_pile_item *b)
{
    if (a->key != b->key)
        return a->key < b->key;
    const int order = syn_roster_record_order(head_at(pile, a->at), head_at(pile, b->at));
    return order ? order < 0 : a->at < b->at;
}

static void sort_few(const syn_pile *pile, syn_pile_item *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const syn_pile_item item = items[i];
        size_t to = i;
        for (; to > 0 && is_before(pile, &item, &items[to - 1]); to--)
            items[to] = items[to - 1];
        items[to] = item;
    }
}

static void load_keys(const syn_pile *pile, syn_pile_item *items, size_t count, int level)
{
    for (size_t i = 0; i < count; i++) {
        const syn_roster_head *head = head_at(pile, items[i].at);
        items[i].key = level < LEVEL_TEXT ? head->order[level] : level == LEVEL_TEXT ? head->text : items[i].at;
    }
}

/* Loads numbers of one level after the other until they are not all the same. Returns the bits in which they differ; 0
 * when there are no more levels. */
static uint64_t differing(const syn_pile *pile, syn_pile_item *items, size_t count, int *level)
{
    uint64_t bits = 0;

    for (;;) {
        for (size_t i = 1; i < count; i++)
            bits |= items[i].key ^ items[0].key;
        if (bits != 0 || *level + 1 == LEVELS)
            return bits;
        load_keys(pile, items, count, ++*level);
    }
}

/* Puts every item into the stretch of its digit; ends[d] is where the stretch of d ends. */
static void deal(syn_pile_item *items, size_t count, unsigned shift, size_t ends[DIGITS])
{
    size_t next[DIGITS] = {0}, sum = 0;

    for (size_t i = 0; i < count; i++)
        next[items[i].key >> shift & (DIGITS - 1)]++;
    for (size_t d = 0; d < DIGITS; d++) {
        const size_t here = next[d];
        next[d] = sum;
        ends[d] = sum += here;
    }
    for (size_t d = 0; d < DIGITS; d++) {
        while (next[d] < ends[d]) {
            const syn_pile_item item = items[next[d]];
            const size_t digit = item.key >> shift & (DIGITS - 1);
            items[next[d]] = items[next[digit]];
            items[next[digit]++] = item;
        }
    }
}

static void sort_items(const syn_pile *pile, syn_pile_item *items, size_t count, int level)
{
    size_t ends[DIGITS], begin = 0;

    if (count <= FEW) {
        sort_few(pile, items, count);
        return;
    }
    const uint64_t bits = differing(pile, items, count, &level);
    const unsigned width = bits ? 64 - (unsigned)__builtin_clzll(bits) : 0;
    if (width == 0)
        return;
    deal(items, count, width > DIGIT_BITS ? width - DIGIT_BITS : 0, ends);
    for (size_t d = 0; d < DIGITS; begin = ends[d++]) {
        if (ends[d] - begin > 1)
            sort_items(pile, items + begin, ends[d] - begin, level);
    }
}

static void reverse(syn_pile_item *items, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        const syn_pile_item item = items[i];
        items[i] = items[count - 1 - i];
        items[count - 1 - i] = item;
    }
}

void syn_pile_sort(syn_pile *pile)
{
    pile->items = items_of(pile, pile->count);
    if (pile->rising)
        reverse(pile->items, pile->count);
    else
        sort_items(pile, pile->items, pile->count, 0);
}
