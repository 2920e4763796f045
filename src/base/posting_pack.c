/* Packing: the size of a block is a sum over its groups (a group is a key with its places), so that a number of
 * postings can be tried without writing; the estimate that the size of the last try gives hits after three or
 * four. Then the parts are written in order. */
#include "base/posting_shape.h"

#include <assert.h>

enum { FIRST_TRY = 512, MOST_TRIES = 10 };

/* The groups of the postings looked at so far: those of the ones tried are the first of them. */
typedef struct packing {
    const syn_posting *postings;
    uint32_t seen, group_count, several_count;
    uint16_t begins[SYN_BLOCK_POSTINGS + 1]; /* of groups */
    uint16_t several[SYN_BLOCK_POSTINGS / 2]; /* groups with more than one posting */

    syn_block_shape shape; /* of the first `tried` postings */
    uint32_t tried;
} packing;

typedef struct bit_writer {
    unsigned char *at;
    uint64_t bits;
    uint32_t count;
} bit_writer;

/* `width` < 57, the bits above it zero. */
static inline void put(bit_writer *writer, uint64_t bits, uint32_t width)
{
    writer->bits |= bits << writer->count;
    writer->count += width;
    if (writer->count >= 64) {
        syn_block_store(writer->at, writer->bits);
        writer->at += 8;
        writer->count -= 64;
        writer->bits = writer->count ? bits >> (width - writer->count) : 0;
    }
}

/* So many zeros, and a one. */
static inline void put_step(bit_writer *writer, uint64_t zeros)
{
    for (; zeros > 32; zeros -= 32)
        put(writer, 0, 32);
    put(writer, (uint64_t)1 << zeros, (uint32_t)zeros + 1);
}

/* What is left, to `end`. */
static void put_end(bit_writer *writer, const unsigned char *end)
{
    for (; writer->at < end; writer->bits >>= 8)
        *writer->at++ = (unsigned char)writer->bits;
}

/* Low bits with which `count` ascending numbers up to `most` take least: each bit more costs `count` and halves the
 * zeros among the high ones. */
static uint32_t best_rice(uint64_t most, uint64_t count)
{
    const uint64_t mean = count ? most / count : 0;
    return mean ? syn_block_width(mean) - 1 : 0;
}

static void see(packing *p, uint32_t count)
{
    for (uint32_t i = p->seen; i < count; i++) {
        assert(i == 0 || p->postings[i - 1].key < p->postings[i].key ||
               (p->postings[i - 1].key == p->postings[i].key && p->postings[i - 1].place <= p->postings[i].place));
        if (i == 0 || p->postings[i].key != p->postings[i - 1].key)
            p->begins[p->group_count++] = (uint16_t)i;
        else if (p->begins[p->group_count - 1] + 1u == i)
            p->several[p->several_count++] = (uint16_t)(p->group_count - 1);
    }
    if (count > p->seen)
        p->seen = count;
}

/* How many of ascending numbers are below one. */
static uint32_t rank(const uint16_t *numbers, uint32_t count, uint32_t below)
{
    uint32_t low = 0;

    while (low < count) {
        const uint32_t middle = (low + count) / 2;
        if (numbers[middle] < below)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* The postings of a group, as far as they are tried. */
static inline uint32_t group_end(const packing *p, uint32_t group)
{
    return group + 1 < p->shape.groups ? p->begins[group + 1] : p->tried;
}

/* How far a marked group's places reach, and how many there are. */
static inline uint64_t group_reach(const packing *p, uint32_t group, uint32_t *count)
{
    const uint32_t begin = p->begins[group], end = group_end(p, group);
    *count = end - begin;
    return p->postings[end - 1].place - p->postings[begin].place;
}

static inline uint32_t record_rice(const syn_block_shape *shape, uint64_t reach, uint32_t count)
{
    return count < SYN_BLOCK_MANY ? syn_block_few_rice(shape, count) : best_rice(reach, count - 1);
}

static inline uint64_t record_bits(const syn_block_shape *shape, uint64_t reach, uint32_t count)
{
    const uint32_t rice = record_rice(shape, reach, count);
    return 2 * syn_block_width(count - 1) - 1 + (count < SYN_BLOCK_MANY ? 0 : 6) +
           (uint64_t)(count - 1) * (rice + 1) + (reach >> rice);
}

static uint64_t all_record_bits(packing *p, uint32_t drop)
{
    uint64_t sum = 0;

    p->shape.drop = drop;
    for (uint32_t i = 0; i < p->shape.several; i++) {
        uint32_t count;
        const uint64_t reach = group_reach(p, p->several[i], &count);
        sum += record_bits(&p->shape, reach, count);
    }
    return sum;
}

/* How much less than the places themselves their distances take, the same for all short records of a block: copies
 * stand near one another when an archive is kept by date. From the last try's drop it goes where it gets less. */
static uint64_t least_record_bits(packing *p)
{
    uint32_t drop = p->shape.drop;
    uint64_t least = all_record_bits(p, drop), more;

    for (uint32_t d = drop + 1; d <= p->shape.width && (more = all_record_bits(p, d)) <= least; d++) {
        least = more;
        drop = d;
    }
    for (uint32_t d = drop; d-- > 0 && (more = all_record_bits(p, d)) < least;) {
        least = more;
        drop = d;
    }
    p->shape.drop = drop;
    return least;
}

/* Bytes that the first `count` postings take; sets their shape. */
static uint64_t try(packing *p, uint32_t count)
{
    syn_block_shape *shape = &p->shape;
    uint64_t places = 0, records = 0, zeros;

    see(p, count);
    for (uint32_t i = 0; i < count; i++)
        places |= p->postings[i].place;
    p->tried = count;
    shape->key = p->postings[0].key;
    shape->groups = rank(p->begins, p->group_count, count);
    shape->several = rank(p->several, p->several_count, shape->groups);
    /* The last group may have been cut down to one posting. */
    if (shape->several > 0 && p->begins[p->several[shape->several - 1]] + 1u == count)
        shape->several--;
    shape->width = syn_block_width(places);
    shape->rice = best_rice(p->postings[count - 1].key - shape->key, shape->groups);
    zeros = (p->postings[count - 1].key - shape->key) >> shape->rice;
    shape->zeros = (uint32_t)zeros;
    syn_block_lay(shape);
    if (shape->several > 0)
        records = least_record_bits(p);
    const uint64_t bytes = (shape->records + records + 7) / 8;
    return bytes < SYN_BLOCK_LEAST ? SYN_BLOCK_LEAST : bytes;
}

/* How many postings fit; they are the last ones tried. */
static uint64_t fit(packing *p, uint32_t count, uint64_t room)
{
    uint32_t fits = 0, over = count + 1, n = count < FIRST_TRY ? count : FIRST_TRY, drop = 0;
    uint64_t bytes = 0;

    for (uint32_t tries = 0; n > fits && n < over; tries++) {
        bytes = try(p, n);
        if (bytes <= room) {
            fits = n;
            drop = p->shape.drop;
        } else {
            over = n;
        }
        if (tries > MOST_TRIES) { /* sizes that leap: halving is sure to end */
            n = fits > 0 ? fits : over / 2;
            continue;
        }
        const int64_t next = n + ((int64_t)room - (int64_t)bytes) * n / (int64_t)bytes - (bytes > room);
        n = next >= over ? over - 1 : next <= (int64_t)fits ? fits + (fits == 0) : (uint32_t)next;
    }
    if (p->tried == fits)
        return bytes;
    p->shape.drop = drop; /* with which it fitted: from another one the way down may end higher */
    return try(p, fits);
}

static void write_header(const syn_block_shape *shape, unsigned char *out)
{
    unsigned char header[16];
    syn_block_store(header, shape->groups | (uint64_t)shape->zeros << 16 | (uint64_t)shape->several << 32);
    syn_block_store(header + 6, shape->key | (uint64_t)shape->rice << 40 | (uint64_t)shape->width << 48 |
                                (uint64_t)shape->drop << 56);
    memcpy(out, header, SYN_BLOCK_HEADER);
}

static void write_groups(const packing *p, bit_writer *out)
{
    const syn_block_shape *shape = &p->shape;
    uint64_t high = 0;

    for (uint32_t g = 0; g < shape->groups; g++) {
        const uint64_t here = (p->postings[p->begins[g]].key - shape->key) >> shape->rice;
        put_step(out, here - high);
        high = here;
    }
    for (uint32_t g = 0; g < shape->groups; g++)
        put(out, (p->postings[p->begins[g]].key - shape->key) & (((uint64_t)1 << shape->rice) - 1), shape->rice);
    for (uint32_t g = 0; g < shape->groups; g++)
        put(out, p->postings[p->begins[g]].place, shape->width);
}

static void write_marks(const packing *p, bit_writer *out)
{
    const syn_block_shape *shape = &p->shape;
    const uint32_t width = syn_block_mark_bits(shape);
    uint32_t done = 0;

    for (uint32_t i = 0; i < shape->several; i++) {
        if (width) {
            put(out, p->several[i], width);
        } else {
            put_step(out, p->several[i] - done);
            done = p->several[i] + 1u;
        }
    }
    if (!width && shape->several > 0)
        for (; done < shape->groups; done++)
            put(out, 0, 1);
}

static void write_restarts(const packing *p, bit_writer *out)
{
    uint64_t at = p->shape.records;

    for (uint32_t i = 0; i < p->shape.several; i++) {
        uint32_t count;
        const uint64_t reach = group_reach(p, p->several[i], &count);
        if (i > 0 && i % SYN_BLOCK_RESTART == 0)
            put(out, at, 16);
        at += record_bits(&p->shape, reach, count);
    }
}

static void write_record(const packing *p, uint32_t group, bit_writer *out)
{
    const syn_posting *places = p->postings + p->begins[group];
    uint32_t count;
    const uint64_t reach = group_reach(p, group, &count);
    const uint32_t rice = record_rice(&p->shape, reach, count), length = syn_block_width(count - 1) - 1;
    uint64_t high = 0;

    put_step(out, length);
    put(out, (count - 1) & ((1u << length) - 1), length);
    if (count >= SYN_BLOCK_MANY)
        put(out, rice, 6);
    for (uint32_t i = 1; i < count; i++)
        put(out, (places[i].place - places[0].place) & (((uint64_t)1 << rice) - 1), rice);
    for (uint32_t i = 1; i < count; i++) {
        const uint64_t here = (places[i].place - places[0].place) >> rice;
        put_step(out, here - high);
        high = here;
    }
}

size_t syn_block_pack(const syn_posting *postings, size_t count, unsigned char *out, size_t room, size_t *packed)
{
    assert(count > 0 && room >= 64);
    packing p = {.postings = postings}; /* 12 KiB */
    const size_t most = room < SYN_BLOCK_BYTES ? room : SYN_BLOCK_BYTES;
    const size_t bytes = fit(&p, count < SYN_BLOCK_POSTINGS ? (uint32_t)count : SYN_BLOCK_POSTINGS, most);
    bit_writer writer = {.at = out + SYN_BLOCK_HEADER};

    assert(bytes <= most);
    write_header(&p.shape, out);
    write_groups(&p, &writer);
    write_marks(&p, &writer);
    write_restarts(&p, &writer);
    for (uint32_t i = 0; i < p.shape.several; i++)
        write_record(&p, p.several[i], &writer);
    put_end(&writer, out + bytes);
    *packed = p.tried;
    return bytes;
}
