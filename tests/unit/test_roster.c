#include "dedup/roster.h"

#include "base/hash.h"
#include "dedup/roster_run.h"
#include "support/nameless.h"
#include "support/oom.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

enum { LEAST = 1 << 20, VALUES = 125, MANY = 20000 };

static char folder[] = "/tmp/syndic-roster-XXXXXX";

static void set_up(void)
{
    cr_assert_not_null(mkdtemp(folder));
}

static void tear_down(void)
{
    cr_assert_eq(rmdir(folder), 0); /* which is empty, whatever happened */
}

TestSuite(roster, .init = set_up, .fini = tear_down);

/* A sketch that says by its text what all of it must be. */
static syn_sketch make(uint32_t text, uint32_t count, uint32_t *values)
{
    syn_sketch made = {.whole = syn_hash_mix(text), .text = text, .words = text * 3, .bound = text + 7, .count = count,
                       .values = values};
    made.order[0] = syn_hash_mix(text) % 50;
    made.order[2] = syn_hash_mix(text + 1) % 50;
    made.order[3] = syn_hash_mix(text + 2);
    for (uint32_t i = 0; i < count; i++)
        values[i] = text % 1000 + i * 3;
    return made;
}

static syn_roster *new_roster(size_t memory_bytes)
{
    syn_roster *roster = NULL;
    syn_error error = {0};
    cr_assert_eq(syn_roster_new(folder, memory_bytes, 42, &roster, &error), SYN_OK);
    return roster;
}

/* Texts 0 to count, each with so many values. */
static syn_status fill(syn_roster *roster, uint32_t count, uint32_t value_count, syn_error *error)
{
    uint32_t *values = malloc((value_count + 1) * sizeof *values);
    syn_status status = values ? SYN_OK : SYN_MEMORY;
    for (uint32_t text = 0; text < count && status == SYN_OK; text++) {
        const syn_sketch sketch = make(text, value_count, values);
        status = syn_roster_add(roster, &sketch, error);
    }
    free(values);
    return status;
}

static syn_roster *sorted(uint32_t count, uint32_t value_count)
{
    syn_roster *roster = new_roster(LEAST);
    syn_error error = {0};
    cr_assert_eq(fill(roster, count, value_count, &error), SYN_OK, "%s", error.message);
    cr_assert_eq(syn_roster_sort(roster, &error), SYN_OK, "%s", error.message);
    return roster;
}

static int order(const syn_sketch *a, const syn_sketch *b)
{
    for (int i = 0; i < 4; i++)
        if (a->order[i] != b->order[i])
            return a->order[i] < b->order[i] ? -1 : 1;
    return (a->text > b->text) - (a->text < b->text);
}

static void check_sketch(const syn_sketch *got, uint32_t value_count)
{
    uint32_t *values = malloc((value_count + 1) * sizeof *values);
    const syn_sketch wanted = make(got->text, value_count, values);
    cr_assert_eq(order(got, &wanted), 0);
    cr_assert(got->whole == wanted.whole && got->words == wanted.words && got->bound == wanted.bound);
    cr_assert_eq(got->count, value_count);
    cr_assert_eq(memcmp(got->values, values, value_count * sizeof *values), 0);
    free(values);
}

/* All come out, whole and in order. */
static void check_order(syn_roster *roster, uint32_t count, uint32_t value_count)
{
    syn_sketch page[100], last = {0};
    size_t got = 0;
    uint32_t done = 0;
    syn_error error = {0};
    do {
        cr_assert_eq(syn_roster_next(roster, page, 100, &got, &error), SYN_OK, "%s", error.message);
        for (size_t i = 0; i < got; i++, done++) {
            check_sketch(&page[i], value_count);
            cr_assert(done == 0 || order(&last, &page[i]) < 0);
            last = page[i];
        }
    } while (got > 0);
    cr_assert_eq(done, count);
}

Test(roster, nothing_is_sorted_to_nothing)
{
    syn_roster *roster = sorted(0, 0);
    check_order(roster, 0, 0);
    check_order(roster, 0, 0);
    syn_roster_free(roster);
    syn_roster_free(NULL);
}

Test(roster, what_fits_makes_no_file)
{
    syn_roster *roster = sorted(1500, VALUES);
    check_order(roster, 1500, VALUES);
    cr_assert_eq(syn_roster_bytes(roster), 0);
    cr_assert_eq(nameless_find(folder), -1);
    syn_roster_free(roster);
}

Test(roster, runs_are_merged)
{
    syn_roster *roster = sorted(MANY, VALUES);
    check_order(roster, MANY, VALUES);
    cr_assert_gt(syn_roster_bytes(roster), MANY * VALUES * 4);
    cr_assert_lt(syn_roster_bytes(roster), MANY * VALUES * 5);
    cr_assert_geq(nameless_find(folder), 0);
    syn_roster_free(roster);
}

Test(roster, runs_are_merged_in_rounds)
{
    syn_roster *roster = sorted(2 * MANY, VALUES);
    check_order(roster, 2 * MANY, VALUES);
    cr_assert_gt(syn_roster_bytes(roster), 2 * 2 * MANY * VALUES * 4);
    syn_roster_free(roster);
}

Test(roster, sketches_without_values_are_sketches)
{
    syn_roster *roster = sorted(4 * MANY, 0);
    check_order(roster, 4 * MANY, 0);
    cr_assert_gt(syn_roster_bytes(roster), 0);
    syn_roster_free(roster);
}

Test(roster, a_sketch_may_be_larger_than_the_memory)
{
    syn_roster *roster = sorted(12, 300001);
    check_order(roster, 12, 300001);
    syn_roster_free(roster);
}

Test(roster, what_is_equal_comes_as_it_was_added)
{
    for (uint32_t count = 1000; count <= MANY * 3; count *= 6) {
        syn_roster *roster = new_roster(LEAST);
        syn_sketch page[100];
        syn_error error = {0};
        size_t got = 0;
        uint32_t done = 0;
        for (uint32_t i = 0; i < count; i++) {
            const syn_sketch sketch = {.order = {0, 0, 0, 5 - i % 5}, .words = i};
            cr_assert_eq(syn_roster_add(roster, &sketch, &error), SYN_OK);
        }
        cr_assert_eq(syn_roster_sort(roster, &error), SYN_OK);
        do {
            cr_assert_eq(syn_roster_next(roster, page, 100, &got, &error), SYN_OK);
            for (size_t i = 0; i < got; i++, done++)
                cr_assert_eq(page[i].words, done % (count / 5) * 5 + 4 - done / (count / 5));
        } while (got > 0);
        cr_assert_eq(done, count);
        syn_roster_free(roster);
    }
}

/* Reads to the end or the first failure. */
static syn_status drain(syn_roster *roster, syn_error *error)
{
    syn_sketch page[100];
    size_t got = 1;
    syn_status status = SYN_OK;
    while (status == SYN_OK && got > 0)
        status = syn_roster_next(roster, page, 100, &got, error);
    return status;
}

static void check_refused(syn_roster *roster)
{
    syn_error error = {0};
    cr_assert_eq(drain(roster, &error), SYN_INPUT);
    cr_assert_not_null(strstr(error.message, "cut short or garbled"));
    cr_assert_not_null(strstr(error.message, "(check the disk"));
    syn_roster_free(roster);
}

/* Where the second run begins: its magic is that of the first. */
static uint64_t second_run(int fd, uint64_t bytes)
{
    uint64_t magic = 0, here = 0, at = 0;
    cr_assert_eq(pread(fd, &magic, sizeof magic, 0), sizeof magic);
    do {
        at += 8;
        cr_assert_eq(pread(fd, &here, sizeof here, (off_t)at), sizeof here);
    } while (here != magic && at < bytes);
    return at;
}

static void flip(uint64_t at)
{
    unsigned char byte = 0;
    const int fd = nameless_find(folder);
    cr_assert_eq(pread(fd, &byte, 1, (off_t)at), 1);
    byte ^= (unsigned char)(1 << at % 8);
    cr_assert_eq(pwrite(fd, &byte, 1, (off_t)at), 1);
}

Test(roster, a_garbled_byte_is_refused)
{
    /* Every byte of headers, frames, a record and end marks, and some between. */
    syn_roster *roster = sorted(3000, VALUES);
    const uint64_t end = syn_roster_bytes(roster), second = second_run(nameless_find(folder), end);
    syn_roster_free(roster);
    for (uint64_t at = 0; at < end; at++) {
        if (at % 20011 && at > 120 && at + 20 < end && (at + 20 < second || at > second + 120))
            continue;
        roster = sorted(3000, VALUES);
        cr_assert_eq(syn_roster_bytes(roster), end);
        flip(at);
        check_refused(roster);
    }
}

Test(roster, a_run_that_is_cut_short_is_refused)
{
    for (off_t cut = 1; cut < 1000000; cut = cut * 3 + 1) {
        syn_roster *roster = sorted(3000, VALUES);
        cr_assert_eq(ftruncate(nameless_find(folder), (off_t)syn_roster_bytes(roster) - cut), 0);
        check_refused(roster);
    }
}

enum { FEW = 30, FEW_VALUES = 5, SMALL_BLOCK = 400 };

/* A run of few sketches in several blocks, written as it should not be if `wrong` says so. */
typedef enum wrong { RIGHT, OUT_OF_ORDER, VALUES_FALL, VALUE_TWICE, FEWER_SKETCHES, FEWER_VALUES } wrong;

static syn_roster_run write_run(syn_nameless *file, wrong how)
{
    struct {
        syn_roster_head head;
        uint32_t values[FEW_VALUES + 1];
    } record;
    syn_roster_writer writer;
    syn_roster_run run = {0};
    syn_error error = {0};
    cr_assert_eq(syn_nameless_open(file, folder, &error), SYN_OK);
    cr_assert_eq(syn_roster_writer_init(&writer, 42, SMALL_BLOCK), SYN_OK);
    cr_assert_eq(syn_roster_writer_begin(&writer, file, FEW - (how == FEWER_SKETCHES),
                                         FEW * FEW_VALUES - (how == FEWER_VALUES), &error), SYN_OK);
    for (uint32_t i = 0; i < FEW; i++) {
        memset(&record, 0, sizeof record);
        record.head = (syn_roster_head){.order = {i / 10, i / 5}, .text = i, .words = i, .count = FEW_VALUES};
        for (uint32_t v = 0; v < FEW_VALUES; v++)
            record.values[v] = i + v * 7;
        if (i == FEW / 2 && how == OUT_OF_ORDER)
            record.head.order[0]--;
        if (i == FEW / 2 && (how == VALUES_FALL || how == VALUE_TWICE))
            record.values[3] = record.values[2] - (how == VALUES_FALL);
        cr_assert_eq(syn_roster_writer_add(&writer, file, &record.head, &error), SYN_OK);
    }
    cr_assert_eq(syn_roster_writer_end(&writer, file, &run, &error), SYN_OK);
    syn_roster_writer_release(&writer);
    return run;
}

/* Reads all of it; what is given before a failure is what was written. */
static syn_status read_run(const syn_nameless *file, const syn_roster_run *run, wrong how)
{
    static _Alignas(8) char buffer[SMALL_BLOCK + 16];
    syn_roster_reader reader;
    syn_error error = {0};
    syn_status status;
    uint32_t got = 0;
    syn_roster_reader_init(&reader, file, 42, run, buffer, syn_roster_reader_room(run->largest));
    while ((status = syn_roster_reader_load(&reader, &error)) == SYN_OK && reader.head)
        do
            cr_assert(reader.head->text == got++ && reader.head->count == FEW_VALUES);
        while (syn_roster_reader_step(&reader));
    cr_assert(status < 0 || got == FEW || how != RIGHT);
    return status;
}

Test(roster, every_flipped_bit_of_a_run_is_refused)
{
    syn_nameless file = {0};
    syn_error error = {0};
    const syn_roster_run run = write_run(&file, RIGHT);
    cr_assert(run.bytes == file.bytes && run.largest <= SMALL_BLOCK);
    cr_assert_eq(read_run(&file, &run, RIGHT), SYN_OK);
    for (uint64_t bit = 0; bit < run.bytes * 8; bit++) {
        unsigned char byte = 0;
        cr_assert_eq(syn_nameless_get(&file, bit / 8, 1, &byte, &error), SYN_OK);
        byte ^= (unsigned char)(1 << bit % 8);
        cr_assert_eq(syn_nameless_put(&file, bit / 8, 1, &byte, &error), SYN_OK);
        cr_assert_eq(read_run(&file, &run, RIGHT), SYN_INPUT, "bit %u", (unsigned)bit);
        byte ^= (unsigned char)(1 << bit % 8);
        cr_assert_eq(syn_nameless_put(&file, bit / 8, 1, &byte, &error), SYN_OK);
    }
    cr_assert_eq(read_run(&file, &run, RIGHT), SYN_OK);
    syn_nameless_close(&file);
}

Test(roster, a_run_of_any_other_length_is_refused)
{
    syn_nameless file = {0};
    const syn_roster_run run = write_run(&file, RIGHT);
    for (uint64_t bytes = run.bytes; bytes-- > 0;) {
        syn_roster_run less = run;
        less.bytes = bytes;
        cr_assert_eq(read_run(&file, &less, RIGHT), SYN_INPUT);
        cr_assert_eq(ftruncate(file.fd, (off_t)bytes), 0);
        cr_assert_eq(read_run(&file, &run, RIGHT), SYN_INPUT);
    }
    syn_nameless_close(&file);
}

Test(roster, a_run_that_was_written_wrong_is_refused)
{
    for (wrong how = OUT_OF_ORDER; how <= FEWER_VALUES; how++) {
        syn_nameless file = {0};
        const syn_roster_run run = write_run(&file, how);
        cr_assert_eq(read_run(&file, &run, how), SYN_INPUT, "%d", (int)how);
        syn_nameless_close(&file);
    }
}

/* The file of another roster in this one's place. */
static void check_exchanged(uint64_t mark)
{
    syn_roster *roster = sorted(3000, VALUES), *other = NULL;
    syn_error error = {0};
    static char page[4 << 20];
    const int to = dup(nameless_find(folder));
    cr_assert_eq(syn_roster_new("/tmp", LEAST, mark, &other, &error), SYN_OK);
    cr_assert_eq(fill(other, 3000, VALUES, &error), SYN_OK);
    cr_assert_eq(syn_roster_sort(other, &error), SYN_OK);
    const int from = nameless_find("/tmp/#");
    const uint64_t bytes = syn_roster_bytes(roster);
    cr_assert(from >= 0 && bytes == syn_roster_bytes(other) && bytes <= sizeof page);
    cr_assert_eq(pread(from, page, bytes, 0), (ssize_t)bytes);
    cr_assert_eq(pwrite(to, page, bytes, 0), (ssize_t)bytes);
    close(to);
    if (mark == 42)
        check_order(roster, 3000, VALUES);
    else
        cr_assert_eq(drain(roster, &error), SYN_INPUT);
    syn_roster_free(roster);
    syn_roster_free(other);
}

Test(roster, a_run_of_another_make_is_refused)
{
    check_exchanged(42);
    check_exchanged(43);
}

Test(roster, a_block_that_stands_elsewhere_is_refused)
{
    /* Two blocks of one run, each a sketch of its own, change places with their frames. */
    enum { LARGE = 100000, BLOCK = 16 + 56 + LARGE * 4 };
    static char first[BLOCK], second[BLOCK];
    syn_roster *roster = sorted(4, LARGE);
    const int fd = nameless_find(folder);
    cr_assert_eq(pread(fd, first, BLOCK, 40), BLOCK);
    cr_assert_eq(pread(fd, second, BLOCK, 40 + BLOCK), BLOCK);
    cr_assert_eq(pwrite(fd, second, BLOCK, 40), BLOCK);
    cr_assert_eq(pwrite(fd, first, BLOCK, 40 + BLOCK), BLOCK);
    check_refused(roster);
}

Test(roster, a_garbled_run_is_refused_in_a_round)
{
    syn_roster *roster = new_roster(LEAST);
    syn_error error = {0};
    cr_assert_eq(fill(roster, 2 * MANY, VALUES, &error), SYN_OK);
    flip(5000);
    cr_assert_eq(syn_roster_sort(roster, &error), SYN_INPUT);
    syn_roster_free(roster);
}

static void limit_files(rlim_t bytes)
{
    const struct rlimit limit = {bytes, bytes};
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

Test(roster, a_full_disk_says_how_much_was_needed)
{
    syn_roster *roster = new_roster(LEAST);
    syn_error error = {0};
    limit_files(200000);
    cr_assert_eq(fill(roster, MANY, VALUES, &error), SYN_IO);
    cr_assert_not_null(strstr(error.message, "cannot be written: File too large after 200000 bytes, with "));
    cr_assert_not_null(strstr(error.message, "more at hand (make room"));
    syn_roster_free(roster);
}

Test(roster, a_disk_that_fills_while_runs_are_merged_is_an_error)
{
    syn_roster *roster = new_roster(LEAST);
    syn_error error = {0};
    cr_assert_eq(fill(roster, 2 * MANY, VALUES, &error), SYN_OK);
    limit_files((rlim_t)syn_roster_bytes(roster) / 2);
    cr_assert_eq(syn_roster_sort(roster, &error), SYN_IO);
    cr_assert_not_null(strstr(error.message, "cannot be written"));
    syn_roster_free(roster);
}

Test(roster, a_folder_that_is_not_there_is_an_error)
{
    syn_roster *roster = NULL;
    syn_error error = {0};
    cr_assert_eq(syn_roster_new("/tmp/syndic-no-such-folder", LEAST, 1, &roster, &error), SYN_OK);
    cr_assert_eq(fill(roster, MANY, VALUES, &error), SYN_IO);
    cr_assert_eq(strncmp(error.message, "/tmp/syndic-no-such-folder: no temporary file can be made: ", 59), 0);
    syn_roster_free(roster);
}

/* More runs than are merged at once and a sketch larger than the memory, so that every allocation is met. */
static syn_status all_of_it(void)
{
    static uint32_t values[400000];
    const syn_sketch large = make(77, 400000, values);
    syn_roster *roster = NULL;
    syn_error error = {0};
    syn_status status = syn_roster_new(folder, LEAST, 1, &roster, &error);
    for (int i = 0; i < 5 && status == SYN_OK; i++)
        status = syn_roster_add(roster, &large, &error);
    if (status == SYN_OK)
        status = syn_roster_sort(roster, &error);
    if (status == SYN_OK)
        status = drain(roster, &error);
    syn_roster_free(roster);
    return status;
}

Test(roster, short_memory_is_an_error_without_a_leak)
{
    for (long n = 0; n == 0 || oom_struck(); n++) {
        oom_after(n);
        const syn_status status = all_of_it();
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
    }
}
