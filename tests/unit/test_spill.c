#include "base/spill.h"

#include "base/hash.h"
#include "support/nameless.h"
#include "support/oom.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SMALL = 256 << 10, MANY = 300000 };

static const uint64_t MOST = ((uint64_t)1 << SYN_POSTING_BITS) - 1;
static char folder[] = "/tmp/syndic-spill-XXXXXX";

static void set_up(void)
{
    cr_assert_not_null(mkdtemp(folder));
}

static void tear_down(void)
{
    cr_assert_eq(rmdir(folder), 0); /* which is empty, whatever happened */
}

TestSuite(spill, .init = set_up, .fini = tear_down);

static int order(const void *left, const void *right)
{
    const syn_posting *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* As they would come from texts: keys are random, places ascend. */
static syn_posting *make(size_t count, uint64_t keys, uint64_t step)
{
    syn_posting *made = calloc(count + 1, sizeof *made);
    for (size_t i = 0; i < count; i++)
        made[i] = (syn_posting){syn_hash_mix(i + 1) % keys, i * step};
    return made;
}

static syn_spill *new_spill(size_t memory_bytes, syn_pool *pool)
{
    syn_spill *spill = NULL;
    syn_error error = {0};
    cr_assert_eq(syn_spill_new(folder, memory_bytes, pool, 42, &spill, &error), SYN_OK);
    return spill;
}

/* Adds and sorts all. */
static syn_spill *fill(const syn_posting *postings, size_t count, size_t memory_bytes, syn_pool *pool)
{
    syn_spill *spill = new_spill(memory_bytes, pool);
    syn_error error = {0};
    for (size_t done = 0; done < count; done += 1000)
        cr_assert_eq(syn_spill_add(spill, postings + done, count - done < 1000 ? count - done : 1000, &error), SYN_OK,
                     "%s", error.message);
    cr_assert_eq(syn_spill_sort(spill, &error), SYN_OK, "%s", error.message);
    return spill;
}

/* All come out in order; sorts the postings. */
static void check_order(syn_spill *spill, syn_posting *postings, size_t count)
{
    syn_posting page[700];
    size_t done = 0, got;
    syn_error error = {0};
    qsort(postings, count, sizeof *postings, order);
    do {
        cr_assert_eq(syn_spill_next(spill, page, 700, &got, &error), SYN_OK, "%s", error.message);
        cr_assert(done + got <= count);
        cr_assert_eq(memcmp(page, postings + done, got * sizeof *page), 0);
        done += got;
    } while (got > 0);
    cr_assert_eq(done, count);
}

Test(spill, nothing_is_sorted_to_nothing)
{
    syn_posting *none = make(0, 1, 1);
    syn_spill *spill = fill(none, 0, SMALL, NULL);
    check_order(spill, none, 0);
    check_order(spill, none, 0);
    syn_spill_free(spill);
    free(none);
    syn_spill_free(NULL);
}

Test(spill, what_fits_makes_no_file)
{
    syn_posting *made = make(10000, MOST + 1, 3);
    syn_spill *spill = fill(made, 10000, SMALL, NULL);
    check_order(spill, made, 10000);
    cr_assert_eq(syn_spill_bytes(spill), 0);
    syn_spill_free(spill);
    free(made);
}

Test(spill, runs_are_merged_in_rounds)
{
    syn_posting *made = make(MANY, MOST + 1, 1);
    syn_spill *spill = fill(made, MANY, SMALL, NULL);
    check_order(spill, made, MANY);
    cr_assert_gt(syn_spill_bytes(spill), MANY * 9); /* written twice */
    syn_spill_free(spill);
    free(made);
}

Test(spill, six_bytes_a_posting_on_the_disk)
{
    syn_posting *made = make(MANY, (uint64_t)MANY * 2200, 1);
    syn_spill *spill = fill(made, MANY, 1 << 20, NULL);
    check_order(spill, made, MANY);
    cr_assert_lt(syn_spill_bytes(spill), MANY * 6);
    syn_spill_free(spill);
    free(made);
}

Test(spill, workers_change_nothing)
{
    syn_posting *made = make(MANY, 1 << 30, 1), *again = malloc(MANY * sizeof *again);
    uint64_t bytes = 0;
    for (uint32_t workers = 1; workers < 6; workers += 2) {
        syn_pool *pool = NULL;
        cr_assert_eq(syn_pool_new(workers, &pool), SYN_OK);
        memcpy(again, made, MANY * sizeof *again);
        syn_spill *spill = fill(again, MANY, 1 << 20, pool);
        check_order(spill, again, MANY);
        cr_assert(workers == 1 || syn_spill_bytes(spill) == bytes);
        bytes = syn_spill_bytes(spill);
        syn_spill_free(spill);
        syn_pool_free(pool);
    }
    free(made);
    free(again);
}

Test(spill, one_key_in_all_stays_within_the_memory)
{
    syn_posting *made = make(MANY, 1, 5);
    syn_spill *spill = fill(made, MANY, SMALL, NULL);
    check_order(spill, made, MANY);
    syn_spill_free(spill);
    free(made);
}

Test(spill, places_may_fall_and_come_twice)
{
    syn_posting *made = make(MANY, 5000, 1);
    for (size_t i = 0; i < MANY; i++)
        made[i].place = syn_hash_mix(i) % 40;
    syn_spill *spill = fill(made, MANY, SMALL, NULL);
    check_order(spill, made, MANY);
    syn_spill_free(spill);
    free(made);
}

Test(spill, places_grow_to_forty_bits)
{
    syn_posting *made = make(60000, MOST + 1, MOST / 60000);
    syn_spill *spill = fill(made, 60000, SMALL, NULL);
    cr_assert_eq(made[59999].place >> 39, 1);
    check_order(spill, made, 60000);
    syn_spill_free(spill);
    free(made);
}

/* Reads to the end or the first failure. */
static syn_status drain(syn_spill *spill, syn_error *error)
{
    syn_posting page[700];
    size_t got = 1;
    syn_status status = SYN_OK;
    while (status == SYN_OK && got > 0)
        status = syn_spill_next(spill, page, 700, &got, error);
    return status;
}

static void check_refused(syn_spill *spill)
{
    syn_error error = {0};
    cr_assert_eq(drain(spill, &error), SYN_INPUT);
    cr_assert_not_null(strstr(error.message, "cut short or garbled"));
    cr_assert_not_null(strstr(error.message, "(check the disk"));
    syn_spill_free(spill);
}

Test(spill, a_garbled_byte_is_refused)
{
    syn_posting *made = make(60000, MOST + 1, 3);
    /* Every byte of the header and the end mark, and some between. */
    for (uint64_t at = 0, end = 1, step; at < end; at += step) {
        syn_spill *spill = fill(made, 60000, SMALL, NULL);
        const int fd = nameless_find(folder);
        unsigned char byte = 0;
        end = syn_spill_bytes(spill);
        cr_assert_eq(pread(fd, &byte, 1, (off_t)at), 1);
        byte ^= (unsigned char)(1 << at % 8);
        cr_assert_eq(pwrite(fd, &byte, 1, (off_t)at), 1);
        check_refused(spill);
        step = at < 64 || at + 20 > end ? 1 : 997;
        if (at + 20 <= end && at + 20 + step > end)
            step = end - at - 19;
    }
    free(made);
}

Test(spill, a_run_that_is_cut_short_is_refused)
{
    syn_posting *made = make(60000, MOST + 1, 3);
    for (off_t cut = 1; cut < 20000; cut = cut * 3 + 1) {
        syn_spill *spill = fill(made, 60000, SMALL, NULL);
        cr_assert_eq(ftruncate(nameless_find(folder), (off_t)syn_spill_bytes(spill) - cut), 0);
        check_refused(spill);
    }
    free(made);
}

Test(spill, a_full_disk_says_how_much_was_needed)
{
    const struct rlimit limit = {200000, 200000};
    syn_posting *made = make(MANY, MOST + 1, 3);
    syn_spill *spill = new_spill(SMALL, NULL);
    syn_error error = {0};
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    cr_assert_eq(syn_spill_add(spill, made, MANY, &error), SYN_IO);
    cr_assert_not_null(strstr(error.message, "cannot be written: File too large after 200000 bytes, with "));
    cr_assert_not_null(strstr(error.message, "more at hand (make room"));
    syn_spill_free(spill);
    free(made);
}

Test(spill, a_folder_that_is_not_there_is_an_error)
{
    syn_posting *made = make(MANY, MOST + 1, 3);
    syn_spill *spill = NULL;
    syn_error error = {0};
    cr_assert_eq(syn_spill_new("/tmp/syndic-no-such-folder", SMALL, NULL, 1, &spill, &error), SYN_OK);
    cr_assert_eq(syn_spill_add(spill, made, MANY, &error), SYN_IO);
    cr_assert_eq(strncmp(error.message, "/tmp/syndic-no-such-folder: no temporary file can be made: ", 59), 0);
    syn_spill_free(spill);
    free(made);
}

/* Places that widen and more runs than are merged at once, so that every allocation is met. */
static syn_status all_of_it(const syn_posting *postings, size_t count)
{
    syn_spill *spill = NULL;
    syn_error error = {0};
    syn_status status = syn_spill_new(folder, SMALL, NULL, 1, &spill, &error);
    if (status == SYN_OK)
        status = syn_spill_add(spill, postings, count, &error);
    if (status == SYN_OK)
        status = syn_spill_sort(spill, &error);
    if (status == SYN_OK)
        status = drain(spill, &error);
    syn_spill_free(spill);
    return status;
}

Test(spill, short_memory_is_an_error_without_a_leak)
{
    syn_posting *made = make(MANY, MOST + 1, (uint64_t)1 << 15);
    for (long n = 0; n == 0 || oom_struck(); n++) {
        oom_after(n);
        const syn_status status = all_of_it(made, MANY);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
    }
    free(made);
}
