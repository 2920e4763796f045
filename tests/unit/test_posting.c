#include "base/posting.h"

#include "base/hash.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 4080 };

static const uint64_t MOST = ((uint64_t)1 << SYN_POSTING_BITS) - 1;

static uint64_t chance(uint64_t below)
{
    static uint64_t state = 20250311;
    return syn_hash_mix(state += 0x9e3779b97f4a7c15u) % below;
}

static int order(const void *left, const void *right)
{
    const syn_posting *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

static bool is_same(const syn_posting *a, const syn_posting *b)
{
    return a->key == b->key && a->place == b->place;
}

/* Ascending postings whose keys and places are drawn from ranges. */
static syn_posting *make(size_t count, uint64_t keys, uint64_t places)
{
    syn_posting *made = malloc((count + 1) * sizeof *made);
    for (size_t i = 0; i < count; i++)
        made[i] = (syn_posting){chance(keys), chance(places)};
    qsort(made, count, sizeof *made, order);
    return made;
}

/* Packs all, in blocks that each lie in memory of their own size, reads them by both ways; the bytes taken. */
static size_t check_all(const syn_posting *postings, size_t count, size_t room)
{
    size_t bytes = 0, packed = 0;
    for (size_t done = 0; done < count; done += packed) {
        unsigned char *block = malloc(room);
        syn_block_reader reader;
        syn_posting got, *all = malloc(SYN_BLOCK_POSTINGS * sizeof *all);
        const size_t here = syn_block_pack(postings + done, count - done, block, room, &packed);
        cr_assert(here <= room && packed >= 1 && packed <= count - done);
        bytes += here;
        block = realloc(block, here);
        cr_assert(syn_block_open(block, here, &reader));
        for (size_t i = 0; i < packed; i++)
            cr_assert(syn_block_next(&reader, &got) && is_same(&got, &postings[done + i]), "posting %zu", done + i);
        cr_assert(!syn_block_next(&reader, &got) && !reader.broken);
        cr_assert(syn_block_open(block, here, &reader));
        cr_assert_eq(syn_block_read(&reader, all, SYN_BLOCK_POSTINGS), packed);
        for (size_t i = 0; i < packed; i++)
            cr_assert(is_same(&all[i], &postings[done + i]));
        free(all);
        free(block);
    }
    return bytes;
}

Test(posting, one_posting_fits_into_64_bytes)
{
    const syn_posting ends[] = {{0, 0}, {MOST, MOST}, {MOST, 0}, {0, MOST}};
    for (size_t i = 0; i < 4; i++)
        check_all(&ends[i], 1, 64);
    check_all(ends, 2, 64);
}

Test(posting, what_is_packed_is_read)
{
    const uint64_t keys[] = {1, 2, 50, 20000, 1 << 24, MOST + 1}, places[] = {1, 3, 70000, 1 << 29, MOST + 1};
    const size_t rooms[] = {64, 300, PAGE, SYN_BLOCK_BYTES, 100000};
    for (size_t k = 0; k < 6; k++) {
        for (size_t p = 0; p < 5; p++) {
            syn_posting *made = make(20000, keys[k], places[p]);
            for (size_t r = 0; r < 5; r++)
                check_all(made, 20000, rooms[r]);
            free(made);
        }
    }
}

Test(posting, equal_postings_come_as_often_as_they_were_packed)
{
    syn_posting made[5000];
    for (size_t i = 0; i < 5000; i++)
        made[i] = (syn_posting){MOST, MOST};
    cr_assert_lt(check_all(made, 5000, PAGE), 1500);
}

/* 500 million random keys are 2,199 apart on average. */
Test(posting, half_a_billion_postings_take_five_bytes_and_a_third)
{
    const size_t count = 200000;
    syn_posting *made = make(count, count * (((uint64_t)1 << 40) / 500000000), 1 << 29);
    const size_t bytes = check_all(made, count, PAGE);
    cr_assert_lt((double)bytes / (double)count, 5.34);
    free(made);
}

Test(posting, places_of_one_key_are_packed_as_distances)
{
    syn_posting *made = make(4000, 1, 1 << 29);
    cr_assert_lt(check_all(made, 4000, PAGE), 4000 * 2.6);
    free(made);
}

Test(posting, copies_near_one_another_take_less)
{
    syn_posting near[3000], far[3000];
    for (uint32_t i = 0; i < 3000; i++) {
        far[i] = (syn_posting){(i / 3 + 1) * 2000, chance(1 << 29)};
        near[i] = (syn_posting){far[i].key, i % 3 == 0 ? far[i].place : near[i - 1].place + chance(5000)};
    }
    qsort(far, 3000, sizeof *far, order);
    cr_assert_lt(check_all(near, 3000, PAGE), 0.75 * (double)check_all(far, 3000, PAGE));
}

/* Where a seek should go, found by looking at all. */
static size_t lowest(const syn_posting *postings, size_t count, size_t from, uint64_t key, uint64_t place)
{
    while (from < count && (postings[from].key < key || (postings[from].key == key && postings[from].place < place)))
        from++;
    return from;
}

Test(posting, seeks_every_posting_and_the_gaps_beside_it)
{
    for (uint64_t keys = 1; keys < 3000; keys = keys * 3 + 1) {
        unsigned char page[PAGE];
        size_t packed;
        syn_posting *made = make(2000, keys, 100000), got;
        const size_t bytes = syn_block_pack(made, 2000, page, sizeof page, &packed);
        for (size_t i = 0; i < packed; i++) {
            for (uint64_t step = 0; step < 3; step++) {
                const uint64_t key = made[i].key + step / 2, place = made[i].place + step - step / 2;
                const size_t should = lowest(made, packed, 0, key, place);
                syn_block_reader reader;
                cr_assert(syn_block_open(page, bytes, &reader));
                cr_assert_eq(syn_block_seek(&reader, key, place, &got), should < packed);
                cr_assert(should == packed || is_same(&got, &made[should]));
                if (should + 1 < packed)
                    cr_assert(syn_block_next(&reader, &got) && is_same(&got, &made[should + 1]));
                cr_assert(!reader.broken);
            }
        }
        free(made);
    }
}

Test(posting, seeks_go_on_from_where_the_reader_stands)
{
    unsigned char page[PAGE];
    size_t packed;
    syn_posting *made = make(2000, 300, 1 << 20), got;
    const size_t bytes = syn_block_pack(made, 2000, page, sizeof page, &packed);
    for (int trial = 0; trial < 2000; trial++) {
        syn_block_reader reader;
        size_t at = 0;
        cr_assert(syn_block_open(page, bytes, &reader));
        while (at < packed) {
            const uint64_t key = made[at].key + chance(4) * chance(20), place = chance(1 << 20);
            at = chance(3) ? lowest(made, packed, at, key, place) : at;
            const bool found = at < packed && made[at].key >= key ? syn_block_seek(&reader, key, place, &got)
                                                                  : syn_block_next(&reader, &got);
            if (at == packed)
                break;
            /* A seek to what lies behind gives the next posting, whatever was asked. */
            if (made[at].key >= key)
                at = lowest(made, packed, at, key, place);
            cr_assert_eq(found, at < packed);
            cr_assert(at == packed || is_same(&got, &made[at]), "trial %d, posting %zu", trial, at);
            at++;
        }
        cr_assert(!reader.broken);
    }
    free(made);
}

Test(posting, refuses_what_no_block_is)
{
    unsigned char page[PAGE];
    size_t packed;
    syn_posting *made = make(2000, 3000, 1 << 20);
    const size_t bytes = syn_block_pack(made, 2000, page, sizeof page, &packed);
    const unsigned char none[SYN_BLOCK_BYTES + 1] = {0};
    syn_block_reader reader;
    cr_assert(!syn_block_open(page, 0, &reader) && reader.broken);
    cr_assert(!syn_block_open(page, 15, &reader));
    cr_assert(!syn_block_open(page, bytes / 2, &reader));
    cr_assert(!syn_block_open(none, 64, &reader));
    cr_assert(!syn_block_open(none, sizeof none, &reader));
    cr_assert(!syn_block_next(&reader, made) && !syn_block_seek(&reader, 0, 0, made));
    cr_assert_eq(syn_block_read(&reader, made, 1), 0);
    free(made);
}

/* Whatever is read from a garbled block ascends and ends. */
static void read_garbled(const unsigned char *bytes, size_t count)
{
    unsigned char *exact = malloc(count + 1);
    syn_posting last = {0}, got;
    syn_block_reader reader;
    size_t read = 0;
    memcpy(exact, bytes, count);
    exact = realloc(exact, count ? count : 1);
    syn_block_open(exact, count, &reader);
    while (syn_block_next(&reader, &got)) {
        cr_assert(order(&last, &got) <= 0 && got.key <= MOST && got.place <= MOST && ++read <= count * 8);
        last = got;
    }
    syn_block_open(exact, count, &reader);
    for (uint64_t key = 0; syn_block_seek(&reader, key, key * 7, &got); key = got.key + 100)
        cr_assert(got.key >= key);
    free(exact);
}

Test(posting, garbled_blocks_end_inside_their_bytes)
{
    unsigned char page[PAGE];
    const uint64_t keys[] = {1, 60, 3000, MOST + 1};
    for (size_t k = 0; k < 4; k++) {
        size_t packed;
        syn_posting *made = make(3000, keys[k], 1 << 29);
        const size_t bytes = syn_block_pack(made, 3000, page, sizeof page, &packed);
        for (size_t i = 0; i < bytes; i = i < 20 ? i + 1 : i + 1 + chance(12)) {
            for (int change = 0; change < 3; change++) {
                const unsigned char whole = page[i];
                page[i] = (unsigned char)(change == 0 ? whole ^ 1 << chance(8) : change == 1 ? 0 : 255);
                read_garbled(page, bytes);
                page[i] = whole;
            }
        }
        for (size_t cut = 0; cut < bytes; cut += 1 + chance(60))
            read_garbled(page, cut);
        free(made);
    }
}
