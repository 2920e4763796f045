/* Laws of postings: what a spill gives is what was added, sorted, however little memory it had and whatever the
 * number of workers; and a block is read and sought as the array it was made of. The slow twin is qsort of everything,
 * and a look at every posting. */
#include "base/spill.h"
#include "support/law.h"

#include <string.h>

enum { SPILLS = 40, BLOCKS = 1500, MOST_POSTINGS = 150000 };

static int order(const void *left, const void *right)
{
    const syn_posting *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

static uint64_t chance_of_bits(uint32_t bits)
{
    const uint64_t high = law_chance(1u << 20);
    return (high << 20 | law_chance(1u << 20)) >> (SYN_POSTING_BITS - bits);
}

/* Keys of any likeness, some of them in heaps, places rising or not. */
static void make(syn_posting *postings, size_t count)
{
    const uint32_t key_bits = law_between(0, 40), place_bits = law_between(0, 40), heap = law_between(0, 5);
    const bool rises = law_chance(2);
    const uint64_t step = count ? (((uint64_t)1 << place_bits) - 1) / count : 0, heaped = chance_of_bits(40);
    for (size_t i = 0; i < count; i++)
        postings[i] = (syn_posting){.key = heap && law_chance(heap + 1) == 0 ? heaped : chance_of_bits(key_bits),
                                    .place = rises ? i * step : chance_of_bits(place_bits)};
}

static void hold_ok(syn_status status, const syn_error *error)
{
    law_hold(status == SYN_OK, "a spill succeeds", "%s", error->message);
}

static uint64_t check_spill(syn_posting *postings, size_t count, uint32_t workers, size_t memory_bytes)
{
    syn_error error = {0};
    syn_pool *pool = NULL;
    syn_spill *spill = NULL;
    syn_posting page[1000];
    size_t got = 0, done = 0;
    law_hold(workers == 0 || syn_pool_new(workers, &pool) == SYN_OK, "there are threads", "%u", workers);
    hold_ok(syn_spill_new("/tmp", memory_bytes, pool, law_chance(9), &spill, &error), &error);
    for (size_t here; done < count; done += here) {
        here = law_between(1, 5000);
        here = here < count - done ? here : count - done;
        hold_ok(syn_spill_add(spill, postings + done, here, &error), &error);
    }
    hold_ok(syn_spill_sort(spill, &error), &error);
    qsort(postings, count, sizeof *postings, order);
    done = 0;
    do {
        hold_ok(syn_spill_next(spill, page, law_between(1, 1000), &got, &error), &error);
        law_hold(done + got <= count && memcmp(page, postings + done, got * sizeof *page) == 0, "a spill sorts",
                 "%zu postings, at %zu", count, done);
        done += got;
    } while (got > 0);
    law_hold(done == count, "a spill loses nothing", "%zu of %zu", done, count);
    const uint64_t bytes = syn_spill_bytes(spill);
    syn_spill_free(spill);
    syn_pool_free(pool);
    return bytes;
}

static void check_workers(syn_posting *postings, syn_posting *again)
{
    const size_t count = law_chance(3) ? law_chance(MOST_POSTINGS) : law_chance(30);
    const size_t memory_bytes = law_chance(2) ? 0 : law_between(1, 4 << 20);
    make(postings, count);
    memcpy(again, postings, count * sizeof *again);
    const uint64_t one = check_spill(postings, count, law_chance(2), memory_bytes);
    const uint64_t more = check_spill(again, count, law_between(2, 4), memory_bytes);
    law_hold(one == more, "workers change nothing", "%llu and %llu bytes", (unsigned long long)one,
             (unsigned long long)more);
}

/* Reads forward, by steps and by seeks. */
static void check_walk(const unsigned char *bytes, size_t byte_count, const syn_posting *postings, size_t count)
{
    syn_block_reader reader;
    law_hold(syn_block_open(bytes, byte_count, &reader), "a block opens", "%zu bytes", byte_count);
    for (size_t at = 0;; at++) {
        syn_posting got, to = at < count ? postings[at] : (syn_posting){0};
        const bool seeks = law_chance(3) > 0;
        if (seeks) {
            const size_t reach = count - at < 300 ? count - at : 300;
            to = reach ? postings[at + law_chance((uint32_t)reach)] : to;
            to.key += to.key >> 39 ? 0 : law_chance(2);
            to.place = law_chance(2) ? to.place : chance_of_bits(law_between(0, 40));
            while (at < count && order(&postings[at], &to) < 0)
                at++;
        }
        const bool found = seeks ? syn_block_seek(&reader, to.key, to.place, &got) : syn_block_next(&reader, &got);
        law_hold(found == (at < count) && !reader.broken, "a block has its postings and no more", "%zu of %zu", at,
                 count);
        if (!found)
            return;
        law_hold(order(&got, &postings[at]) == 0, "a seek finds the first that is not before", "%zu of %zu", at, count);
    }
}

static void check_blocks(syn_posting *postings)
{
    const size_t count = law_between(1, 3000), room = law_chance(4) ? 4080 : law_between(64, 9000);
    unsigned char page[9000];
    size_t packed;
    make(postings, count);
    qsort(postings, count, sizeof *postings, order);
    for (size_t done = 0; done < count; done += packed) {
        const size_t bytes = syn_block_pack(postings + done, count - done, page, room, &packed);
        law_hold(bytes <= room && packed > 0, "a block fits", "%zu bytes", bytes);
        /* A copy of the exact size lets the sanitizer see one byte too far. */
        unsigned char *exact = law_need(malloc(bytes));
        memcpy(exact, page, bytes);
        check_walk(exact, bytes, postings + done, packed);
        free(exact);
    }
}

int main(int argc, char **argv)
{
    syn_posting *postings = law_need(malloc(MOST_POSTINGS * sizeof *postings));
    syn_posting *again = law_need(malloc(MOST_POSTINGS * sizeof *again));
    law_seed(argc, argv, 20250311);
    for (law_trial = 0; law_trial < SPILLS; ++law_trial)
        check_workers(postings, again);
    for (law_trial = 0; law_trial < BLOCKS; ++law_trial)
        check_blocks(postings);
    free(postings);
    free(again);
    return 0;
}
