#include "base/pool.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORKERS = 9 };

typedef struct stage {
    uint32_t *slots;                    /* how often each item was made */
    uint64_t made[MOST_WORKERS][8];     /* by each worker; a cache line each, no atomics: a worker is one thread */
    uint32_t worker_count;
    atomic_uint wrong_workers;
} stage;

static void make(void *context, uint32_t worker, size_t item)
{
    stage *s = context;

    s->slots[item]++;
    if (worker < s->worker_count)
        s->made[worker][0]++;
    else
        atomic_fetch_add(&s->wrong_workers, 1);
}

static void check_run(syn_pool *pool, size_t count)
{
    stage s = {.slots = calloc(count + 1, sizeof(uint32_t)), .worker_count = syn_pool_workers(pool)};
    uint64_t sum = 0;

    syn_pool_run(pool, count, make, &s);
    for (size_t i = 0; i < count; i++)
        cr_assert_eq(s.slots[i], 1, "item %zu of %zu ran %u times", i, count, s.slots[i]);
    for (uint32_t w = 0; w < s.worker_count; w++)
        sum += s.made[w][0];
    cr_assert_eq(sum, count);
    cr_assert_eq(s.wrong_workers, 0);
    cr_assert_eq(s.slots[count], 0);
    free(s.slots);
}

Test(pool, runs_each_item_once_for_any_number_of_workers)
{
    const size_t counts[] = {0, 1, 2, 3, 7, 100, 10000};

    for (uint32_t workers = 1; workers <= MOST_WORKERS; workers++) {
        syn_pool *pool = NULL;
        cr_assert_eq(syn_pool_new(workers, &pool), SYN_OK);
        cr_assert_eq(syn_pool_workers(pool), workers);
        for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
            check_run(pool, counts[i]);
        syn_pool_free(pool);
    }
}

Test(pool, survives_thousands_of_short_runs)
{
    syn_pool *pool = NULL;

    cr_assert_eq(syn_pool_new(4, &pool), SYN_OK);
    for (size_t run = 0; run < 5000; run++)
        check_run(pool, run % 13);
    syn_pool_free(pool);
}

Test(pool, can_be_made_and_freed_over_and_over)
{
    for (int i = 0; i < 300; i++) {
        syn_pool *pool = NULL;
        cr_assert_eq(syn_pool_new(1 + (uint32_t)i % 5, &pool), SYN_OK);
        if (i % 2)
            check_run(pool, 5);
        syn_pool_free(pool);
    }
    syn_pool_free(NULL);
}

Test(pool, one_worker_runs_in_order_in_the_callers_thread)
{
    syn_pool *pool = NULL;

    oom_threads_after(0);
    cr_assert_eq(syn_pool_new(1, &pool), SYN_OK);
    check_run(pool, 1000);
    syn_pool_free(pool);
}

Test(pool, runs_all_items_with_fewer_threads_than_asked)
{
    for (long threads = 0; threads < 3; threads++) {
        syn_pool *pool = NULL;
        oom_threads_after(threads);
        cr_assert_eq(syn_pool_new(8, &pool), SYN_OK);
        cr_assert_eq(syn_pool_workers(pool), (uint32_t)threads + 1);
        check_run(pool, 5000);
        syn_pool_free(pool);
    }
}

Test(pool, says_when_memory_is_short)
{
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_pool *pool = NULL;
        oom_threads_after(0);
        oom_after(n);
        const syn_status status = syn_pool_new(4, &pool);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        cr_assert_eq(pool == NULL, oom_struck());
        syn_pool_free(pool);
    }
}
