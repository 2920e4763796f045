/* A pool under ThreadSanitizer, which cannot follow Criterion: every item runs once, what a worker
 * wrote is seen by the caller, and a worker's number belongs to one thread at a time. */
#include "base/pool.h"
#include "base/sets.h"

#undef NDEBUG
#include <assert.h>
#include <stdlib.h>

enum { MOST_WORKERS = 8, MOST_ITEMS = 3000 };

typedef struct stage {
    uint32_t slots[MOST_ITEMS];
    uint64_t made[MOST_WORKERS]; /* plain: two threads with one number would race */
    syn_marks marks;
    size_t told, count;
} stage;

static void make(void *context, uint32_t worker, size_t item)
{
    stage *s = context;

    assert(worker < MOST_WORKERS);
    s->slots[item]++;
    s->made[worker]++;
    syn_marks_set(&s->marks, item / 7);
}

/* Told by the caller's thread alone (the plain member would race), and never of too much or of less than before. */
static void hear(void *context, size_t done)
{
    stage *s = context;

    assert(done >= s->told && done <= s->count);
    s->told = done;
}

static void check_run(syn_pool *pool, stage *s, size_t count)
{
    uint64_t sum = 0;

    s->told = 0;
    s->count = count;
    syn_pool_run_told(pool, count, make, hear, s);
    assert(s->told == count);
    for (uint32_t w = 0; w < MOST_WORKERS; w++) {
        sum += s->made[w];
        s->made[w] = 0;
    }
    assert(sum == count);
    for (size_t i = 0; i < count; i++) {
        assert(s->slots[i] == 1 && syn_marks_get(&s->marks, i / 7));
        s->slots[i] = 0;
    }
}

int main(void)
{
    stage *s = calloc(1, sizeof *s);

    assert(s && syn_marks_init(&s->marks, MOST_ITEMS) == SYN_OK);
    for (uint32_t workers = 1; workers <= MOST_WORKERS; workers++) {
        syn_pool *pool = NULL;
        assert(syn_pool_new(workers, &pool) == SYN_OK);
        for (size_t i = 0; i < 60; i++)
            check_run(pool, s, i % 3 == 0 ? MOST_ITEMS : i % 5);
        syn_pool_free(pool);
    }
    syn_marks_release(&s->marks);
    free(s);
    return 0;
}
