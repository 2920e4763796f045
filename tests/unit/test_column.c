#include "base/column.h"

#include "base/hash.h"
#include "support/nameless.h"
#include "support/oom.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

enum { LEAST = 64 << 10, MANY = 100000 };

static char folder[] = "/tmp/syndic-column-XXXXXX";

/* Nothing is padded, so that items can be compared as bytes. */
typedef struct item {
    uint32_t first, second, third;
} item;

static void set_up(void)
{
    cr_assert_not_null(mkdtemp(folder));
}

static void tear_down(void)
{
    cr_assert_eq(rmdir(folder), 0); /* which is empty, whatever happened */
}

TestSuite(column, .init = set_up, .fini = tear_down);

static item make(uint64_t number)
{
    const uint64_t mixed = syn_hash_mix(number);
    return (item){(uint32_t)mixed, (uint32_t)(mixed >> 32), (uint32_t)number};
}

/* Adds `count` items, so many at a time. */
static syn_status fill(syn_column *column, uint64_t count, uint64_t step, syn_error *error)
{
    item page[1000];
    syn_status status = SYN_OK;
    for (uint64_t done = 0; done < count && status == SYN_OK; done += step) {
        const uint64_t here = count - done < step ? count - done : step;
        for (uint64_t i = 0; i < here; i++)
            page[i] = make(done + i);
        status = syn_column_add(column, page, here, error);
    }
    return status;
}

static void check_items(const syn_column *column, uint64_t first, size_t count)
{
    item page[1000];
    syn_error error = {0};
    cr_assert_eq(syn_column_get(column, first, count, page, &error), SYN_OK, "%s", error.message);
    for (size_t i = 0; i < count; i++) {
        const item wanted = make(first + i);
        cr_assert_eq(memcmp(&page[i], &wanted, sizeof wanted), 0, "item %zu", (size_t)first + i);
    }
}

Test(column, a_short_one_stays_in_memory)
{
    syn_column column = {0};
    syn_error error = {0};
    syn_column_release(&column);
    syn_column_init(&column, sizeof(item), 1, folder);
    cr_assert_eq(fill(&column, 4000, 7, &error), SYN_OK);
    cr_assert_eq(column.count, 4000);
    cr_assert_eq(syn_column_bytes(&column), 0);
    cr_assert_eq(nameless_find(folder), -1);
    check_items(&column, 3990, 10);
    check_items(&column, 0, 1000);
    check_items(&column, 4000, 0);
    syn_column_release(&column);
}

Test(column, none_are_had)
{
    syn_column column;
    syn_error error = {0};
    syn_column_init(&column, sizeof(item), LEAST, folder);
    cr_assert_eq(syn_column_add(&column, NULL, 0, &error), SYN_OK);
    check_items(&column, 0, 0);
    syn_column_release(&column);
}

Test(column, a_long_one_goes_into_a_file)
{
    static const uint64_t steps[] = {1, 13, 1000};
    for (size_t s = 0; s < sizeof steps / sizeof *steps; s++) {
        syn_column column;
        syn_error error = {0};
        syn_column_init(&column, sizeof(item), LEAST, folder);
        cr_assert_eq(fill(&column, MANY, steps[s], &error), SYN_OK, "%s", error.message);
        cr_assert_eq(column.count, MANY);
        cr_assert_leq(column.capacity * sizeof(item), LEAST);
        cr_assert_eq(syn_column_bytes(&column), column.filed * sizeof(item));
        for (uint64_t at = 0; at + 1000 <= MANY; at += 777)
            check_items(&column, at, 1 + at % 1000);
        check_items(&column, column.filed - 5, 10); /* some from each place */
        syn_column_release(&column);
    }
}

Test(column, what_was_added_may_change)
{
    syn_column column;
    syn_error error = {0};
    item page[10] = {0};
    syn_column_init(&column, sizeof(item), LEAST, folder);
    cr_assert_eq(fill(&column, MANY, 100, &error), SYN_OK);
    const uint64_t places[] = {0, 77, column.filed - 10, column.filed - 3, column.filed, MANY - 10};
    for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
        for (size_t i = 0; i < 10; i++)
            page[i].first = (uint32_t)(p * 100 + i);
        cr_assert_eq(syn_column_put(&column, places[p], 10, page, &error), SYN_OK);
        for (size_t i = 0; i < 10; i++) {
            item got;
            cr_assert_eq(syn_column_get(&column, places[p] + i, 1, &got, &error), SYN_OK);
            cr_assert_eq(got.first, p * 100 + i);
            got = make(places[p] + i);
            cr_assert_eq(syn_column_put(&column, places[p] + i, 1, &got, &error), SYN_OK);
        }
    }
    for (uint64_t at = 0; at < MANY; at += 1000)
        check_items(&column, at, 1000);
    syn_column_release(&column);
}

Test(column, an_item_may_be_larger_than_the_memory)
{
    static char large[LEAST * 2], got[LEAST * 2];
    syn_column column;
    syn_error error = {0};
    syn_column_init(&column, sizeof large, 0, folder);
    for (int i = 0; i < 5; i++) {
        memset(large, 'a' + i, sizeof large);
        cr_assert_eq(syn_column_add(&column, large, 1, &error), SYN_OK);
    }
    for (int i = 0; i < 5; i++) {
        cr_assert_eq(syn_column_get(&column, (uint64_t)i, 1, got, &error), SYN_OK);
        cr_assert(got[0] == 'a' + i && got[sizeof got - 1] == 'a' + i);
    }
    syn_column_release(&column);
}

Test(column, a_full_disk_says_how_much_was_needed)
{
    const struct rlimit limit = {200000, 200000};
    syn_column column;
    syn_error error = {0};
    syn_column_init(&column, sizeof(item), LEAST, folder);
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    cr_assert_eq(fill(&column, MANY, 100, &error), SYN_IO);
    cr_assert_not_null(strstr(error.message, "cannot be written: File too large after 200000 bytes, with "));
    cr_assert_not_null(strstr(error.message, "more at hand (make room"));
    syn_column_release(&column);
}

Test(column, a_folder_that_is_not_there_is_an_error)
{
    syn_column column;
    syn_error error = {0};
    syn_column_init(&column, sizeof(item), LEAST, "/tmp/syndic-no-such-folder");
    cr_assert_eq(fill(&column, MANY, 100, &error), SYN_IO);
    cr_assert_eq(strncmp(error.message, "/tmp/syndic-no-such-folder: no temporary file can be made: ", 59), 0);
    syn_column_release(&column);
}

Test(column, a_file_that_is_cut_short_is_refused)
{
    syn_column column;
    syn_error error = {0};
    item got;
    syn_column_init(&column, sizeof(item), LEAST, folder);
    cr_assert_eq(fill(&column, MANY, 100, &error), SYN_OK);
    cr_assert_eq(ftruncate(nameless_find(folder), 100), 0);
    cr_assert_eq(syn_column_get(&column, 2, 1, &got, &error), SYN_OK);
    cr_assert_eq(syn_column_get(&column, 8, 1, &got, &error), SYN_INPUT);
    cr_assert_not_null(strstr(error.message, "cut short or garbled before byte 100 (check the disk"));
    syn_column_release(&column);
}

Test(column, short_memory_is_an_error_without_a_leak)
{
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_column column;
        syn_error error = {0};
        oom_after(n);
        syn_column_init(&column, sizeof(item), LEAST, folder);
        const syn_status status = fill(&column, MANY, 1000, &error);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        syn_column_release(&column);
    }
}
