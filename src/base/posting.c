/* Reading: every load is of eight bytes inside the block, however its header lies, and every loop goes forward over
 * the block's bits. The high part of the i-th ascending number is the number of zeros before the i-th one, so a
 * one's position says all, and the place of a key is found by counting zeros, a word at a time. */
#include "base/posting.h"

#include "base/posting_shape.h"

#define NONE UINT32_MAX

/* The 64 bits from a byte on; zeros behind the end. */
static inline uint64_t word_at(const syn_block_reader *reader, uint32_t byte)
{
    const uint32_t last = reader->count - 8;

    if (byte <= last)
        return syn_block_load(reader->bytes + byte);
    return byte - last < 8 ? syn_block_load(reader->bytes + last) >> (byte - last) * 8 : 0;
}

/* `width` <= 40 bits from a position on. */
static inline uint64_t bits_at(const syn_block_reader *reader, uint32_t at, uint32_t width)
{
    return word_at(reader, at >> 3) >> (at & 7) & (((uint64_t)1 << width) - 1);
}

/* How many bits of each byte are set. */
static inline uint64_t count_by_byte(uint64_t x)
{
    x -= x >> 1 & 0x5555555555555555u;
    x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
    return (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fu;
}

static inline uint32_t count_bits(uint64_t x)
{
    return (uint32_t)(count_by_byte(x) * 0x0101010101010101u >> 56);
}

/* The position of bit number `rank` (from 0) among those set. */
static inline uint32_t select_bit(uint64_t x, uint32_t rank)
{
    uint64_t counts = count_by_byte(x);
    uint32_t at = 0;

    for (; (counts & 0xff) <= rank; counts >>= 8, at += 8)
        rank -= counts & 0xff;
    for (x >>= at; rank > 0; rank--)
        x &= x - 1;
    return at + (uint32_t)__builtin_ctzll(x);
}

/* The position behind the `count`-th one (or zero, with `flip` all ones) from `at` on, or NONE when it is not before
 * `end`. */
static uint32_t behind(const syn_block_reader *reader, uint32_t at, uint32_t end, uint32_t count, uint64_t flip)
{
    uint32_t word = at & ~7u;
    uint64_t bits = (word_at(reader, word >> 3) ^ flip) & ~(uint64_t)0 << (at & 7);

    if (count == 0)
        return at;
    while (word < end) {
        const uint32_t here = count_bits(bits);
        if (here >= count) {
            const uint32_t found = word + select_bit(bits, count - 1) + 1;
            return found <= end ? found : NONE;
        }
        count -= here;
        word += 64;
        bits = word_at(reader, word >> 3) ^ flip;
    }
    return NONE;
}

/* Stands before number `next`, whose one is at `at` or behind. */
static inline void rise_stand(const syn_block_reader *reader, syn_block_rise *rise, uint32_t at, uint32_t next)
{
    rise->word_at = at & ~7u;
    rise->word = word_at(reader, at >> 3) & ~(uint64_t)0 << (at & 7);
    rise->next = next;
}

/* The next number, when its one is before `end`. */
static inline bool rise_next(const syn_block_reader *reader, syn_block_rise *rise, uint32_t end, uint64_t *out)
{
    while (rise->word == 0) {
        rise->word_at += 64;
        if (rise->word_at >= end)
            return false;
        rise->word = word_at(reader, rise->word_at >> 3);
    }
    const uint32_t at = rise->word_at + (uint32_t)__builtin_ctzll(rise->word);
    const uint64_t high = at - rise->high - rise->next;
    if (at >= end)
        return false;
    rise->word &= rise->word - 1;
    *out = high << rise->rice | bits_at(reader, rise->low + rise->next++ * rise->rice, rise->rice);
    return true;
}

/* Goes on to before some number that is less than `least`, or before the first that is not. */
static void rise_skip(const syn_block_reader *reader, syn_block_rise *rise, uint32_t end, uint64_t least)
{
    const uint64_t high = least >> rise->rice;
    const uint32_t at = high < end ? behind(reader, rise->high, end, (uint32_t)high, ~(uint64_t)0) : NONE;

    if (at == NONE || at - rise->high - high >= rise->count)
        rise->next = rise->count;
    else if (at - rise->high - high > rise->next)
        rise_stand(reader, rise, at, at - rise->high - (uint32_t)high);
}

static bool fail(syn_block_reader *reader)
{
    reader->broken = true;
    reader->keys.next = reader->keys.count;
    reader->places.next = reader->places.count;
    return false;
}

/* Marks. */

/* How many marks are below a group, of numbers that ascend. */
static uint32_t rank_of_listed(const syn_block_reader *reader, uint32_t group, uint32_t width)
{
    uint32_t low = 0, high = reader->shape.several;

    while (low < high) {
        const uint32_t middle = (low + high) / 2;
        if (bits_at(reader, reader->shape.marks + middle * width, width) < group)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t rank_of_row(const syn_block_reader *reader, uint32_t group)
{
    uint32_t rank = 0, done = 0;

    for (; done + 32 <= group; done += 32)
        rank += count_bits(bits_at(reader, reader->shape.marks + done, 32));
    return rank + count_bits(bits_at(reader, reader->shape.marks + done, group - done));
}

/* Finds mark number `rank`, which is at `from` or behind. */
static void mark_find(syn_block_reader *reader, uint32_t rank, uint32_t from)
{
    const syn_block_shape *shape = &reader->shape;
    const uint32_t width = syn_block_mark_bits(shape);

    reader->mark = rank;
    reader->marked = NONE;
    if (rank >= shape->several)
        return;
    if (width) {
        reader->marked = (uint32_t)bits_at(reader, shape->marks + rank * width, width);
    } else {
        const uint32_t at = behind(reader, shape->marks + from, shape->restarts, 1, 0);
        reader->marked = at == NONE ? NONE : at - 1 - shape->marks;
    }
    if (reader->marked < from || reader->marked >= shape->groups)
        fail(reader);
}

static void mark_seek(syn_block_reader *reader, uint32_t group)
{
    const uint32_t width = syn_block_mark_bits(&reader->shape);

    if (reader->marked != NONE && reader->marked < group)
        mark_find(reader, width ? rank_of_listed(reader, group, width) : rank_of_row(reader, group), group);
}

/* Records. */

/* Reads a record's head into the list of places. */
static bool record_open(syn_block_reader *reader, uint32_t at, syn_block_rise *out)
{
    const uint32_t end = reader->count * 8;
    const uint64_t head = at < end ? word_at(reader, at >> 3) >> (at & 7) : 0;
    const uint32_t length = head ? (uint32_t)__builtin_ctzll(head) : NONE;

    if (length > syn_block_width(SYN_BLOCK_POSTINGS))
        return false;
    out->count = (uint32_t)(1u << length | (head >> (length + 1) & ((1u << length) - 1)));
    out->low = at + 2 * length + 1;
    if (out->count + 1 < SYN_BLOCK_MANY) {
        out->rice = syn_block_few_rice(&reader->shape, out->count + 1);
    } else {
        out->rice = (uint32_t)bits_at(reader, out->low, 6);
        out->low += 6;
    }
    if (out->rice > SYN_POSTING_BITS || out->count >= SYN_BLOCK_POSTINGS)
        return false;
    out->high = out->low + out->count * out->rice;
    return out->high < end;
}

/* Goes to a record that is not before the one stood at. */
static bool record_seek(syn_block_reader *reader, uint32_t record)
{
    const uint32_t restart = record / SYN_BLOCK_RESTART;
    const uint32_t end = reader->count * 8;

    if (restart * SYN_BLOCK_RESTART > reader->record) {
        reader->record = restart * SYN_BLOCK_RESTART;
        reader->record_at = (uint32_t)bits_at(reader, reader->shape.restarts + (restart - 1) * 16, 16);
        if (reader->record_at < reader->shape.records)
            return false;
    }
    for (; reader->record < record; reader->record++) {
        syn_block_rise rise;
        if (!record_open(reader, reader->record_at, &rise))
            return false;
        reader->record_at = behind(reader, rise.high, end, rise.count, 0);
        if (reader->record_at == NONE)
            return false;
    }
    return true;
}

/* Behind the first place of a marked group. */
static bool places_open(syn_block_reader *reader)
{
    if (!record_seek(reader, reader->mark) || !record_open(reader, reader->record_at, &reader->places))
        return fail(reader);
    rise_stand(reader, &reader->places, reader->places.high, 0);
    mark_find(reader, reader->mark + 1, reader->marked + 1);
    return !reader->broken;
}

/* Postings. */

static inline bool next_place(syn_block_reader *reader, syn_posting *out)
{
    syn_block_rise *places = &reader->places;
    uint64_t more;

    if (!rise_next(reader, places, reader->count * 8, &more))
        return fail(reader);
    const uint64_t place = reader->first + more;
    if (place < reader->place || place >> SYN_POSTING_BITS)
        return fail(reader);
    if (places->next == places->count) {
        /* The record ends where its last one does; word has lost that one. */
        reader->record_at = places->high + (uint32_t)(more >> places->rice) + places->count;
        reader->record++;
    }
    reader->place = place;
    *out = (syn_posting){reader->key, place};
    return true;
}

static inline bool next_group(syn_block_reader *reader, syn_posting *out)
{
    const syn_block_shape *shape = &reader->shape;
    const uint32_t group = reader->keys.next;
    uint64_t more;

    if (!rise_next(reader, &reader->keys, shape->lows, &more))
        return fail(reader);
    const uint64_t key = shape->key + more;
    if (key < reader->least || key >> SYN_POSTING_BITS)
        return fail(reader);
    reader->key = key;
    reader->least = key + 1;
    reader->first = reader->place = bits_at(reader, shape->firsts + group * shape->width, shape->width);
    if (group == reader->marked && !places_open(reader))
        return false;
    *out = (syn_posting){key, reader->first};
    return true;
}

static inline bool next(syn_block_reader *reader, syn_posting *out)
{
    if (reader->places.next < reader->places.count)
        return next_place(reader, out);
    return reader->keys.next < reader->keys.count && next_group(reader, out);
}

/* The header, or false when its parts do not fit into the block. */
static bool shape_read(const unsigned char *bytes, uint32_t count, syn_block_shape *shape)
{
    const uint64_t head = syn_block_load(bytes), rest = syn_block_load(bytes + 6);

    *shape = (syn_block_shape){
        .groups = head & 0xffff, .zeros = head >> 16 & 0xffff, .several = head >> 32 & 0xffff,
        .key = rest & (((uint64_t)1 << SYN_POSTING_BITS) - 1),
        .rice = rest >> 40 & 0xff, .width = rest >> 48 & 0xff, .drop = rest >> 56 & 0xff,
    };
    if (shape->groups == 0 || shape->several > shape->groups || shape->rice > SYN_POSTING_BITS ||
        shape->width > SYN_POSTING_BITS || shape->drop > SYN_POSTING_BITS)
        return false;
    syn_block_lay(shape);
    return shape->records <= count * 8;
}

bool syn_block_open(const unsigned char *bytes, size_t count, syn_block_reader *out)
{
    *out = (syn_block_reader){.bytes = bytes, .broken = true, .marked = NONE};
    if (count < SYN_BLOCK_LEAST || count > SYN_BLOCK_BYTES || !shape_read(bytes, (uint32_t)count, &out->shape))
        return false;
    out->count = (uint32_t)count;
    out->broken = false;
    out->record_at = out->shape.records;
    out->keys = (syn_block_rise){.high = SYN_BLOCK_HEADER * 8, .low = out->shape.lows, .count = out->shape.groups,
                                 .rice = out->shape.rice};
    rise_stand(out, &out->keys, out->keys.high, 0);
    mark_find(out, 0, 0);
    return !out->broken;
}

bool syn_block_next(syn_block_reader *reader, syn_posting *out)
{
    return next(reader, out);
}

size_t syn_block_read(syn_block_reader *reader, syn_posting *out, size_t room)
{
    size_t count = 0;

    while (count < room && next(reader, out + count))
        count++;
    return count;
}

bool syn_block_seek(syn_block_reader *reader, uint64_t key, uint64_t place, syn_posting *out)
{
    syn_block_rise *places = &reader->places;

    if (places->next < places->count && reader->key < key) {
        places->next = places->count;
    } else if (places->next < places->count && reader->key == key && place > reader->first) {
        rise_skip(reader, places, reader->count * 8, place - reader->first);
    }
    if (places->next == places->count && key > reader->shape.key && key >= reader->least) {
        rise_skip(reader, &reader->keys, reader->shape.lows, key - reader->shape.key);
        mark_seek(reader, reader->keys.next);
    }
    while (next(reader, out)) {
        if (out->key > key || (out->key == key && out->place >= place))
            return true;
        /* The first place is too early: the rest may be far. */
        if (out->key < key)
            places->next = places->count;
        else if (places->next == 0 && places->count > 0)
            rise_skip(reader, places, reader->count * 8, place - reader->first);
    }
    return false;
}
