/* The caller is worker 0; the others sleep on `wake` until `round` moves. A round is over when every
 * thread has said so, which also makes all they wrote visible to the caller. */
#include "base/pool.h"

#include "base/alloc.h"

#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

typedef struct pool_thread {
    syn_pool *pool;
    uint32_t worker;
    pthread_t id;
} pool_thread;

struct syn_pool {
    pool_thread *threads; /* workers 1..thread_count */
    uint32_t thread_count;

    pthread_mutex_t lock; /* guards what follows */
    pthread_cond_t wake, done;
    uint64_t round;
    uint32_t busy_count;
    bool ending;

    syn_pool_item *item; /* written before the round moves, read by the threads after */
    syn_pool_told *told; /* or NULL; called by the caller only */
    void *context;
    size_t item_count;
    atomic_size_t next;
};

static void work(syn_pool *pool, uint32_t worker)
{
    size_t i;

    while ((i = atomic_fetch_add_explicit(&pool->next, 1, memory_order_relaxed)) < pool->item_count)
        pool->item(pool->context, worker, i);
}

/* Of the items begun, each other thread may still be at one: no count of those finished is kept for this. */
static void tell(syn_pool *pool)
{
    size_t begun = atomic_load_explicit(&pool->next, memory_order_relaxed);

    if (begun > pool->item_count)
        begun = pool->item_count;
    pool->told(pool->context, begun > pool->thread_count ? begun - pool->thread_count : 0);
}

static void work_and_tell(syn_pool *pool)
{
    size_t i;

    while ((i = atomic_fetch_add_explicit(&pool->next, 1, memory_order_relaxed)) < pool->item_count) {
        pool->item(pool->context, 0, i);
        tell(pool);
    }
}

static void *thread_main(void *argument)
{
    const pool_thread *self = argument;
    syn_pool *pool = self->pool;

    pthread_mutex_lock(&pool->lock);
    for (uint64_t seen = 0;; seen++) {
        while (pool->round == seen && !pool->ending)
            pthread_cond_wait(&pool->wake, &pool->lock);
        if (pool->ending)
            break;
        pthread_mutex_unlock(&pool->lock);
        work(pool, self->worker);
        pthread_mutex_lock(&pool->lock);
        if (--pool->busy_count == 0)
            pthread_cond_signal(&pool->done);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

/* Signals are the program's business: its threads get them, ours do not. */
static void start_threads(syn_pool *pool, uint32_t count)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (uint32_t i = 0; i < count; i++) {
        pool_thread *thread = &pool->threads[i];
        thread->pool = pool;
        thread->worker = i + 1;
        if (pthread_create(&thread->id, NULL, thread_main, thread) != 0)
            break;
        pool->thread_count++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

syn_status syn_pool_new(uint32_t worker_count, syn_pool **out)
{
    assert(worker_count >= 1);
    syn_pool *pool = syn_alloc_zero(1, sizeof *pool);
    pool_thread *threads = syn_alloc_zero(worker_count - 1, sizeof *threads);

    if (!pool || !threads) {
        free(threads);
        free(pool);
        return SYN_MEMORY;
    }
    pool->threads = threads;
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->wake, NULL);
    pthread_cond_init(&pool->done, NULL);
    atomic_init(&pool->next, 0);
    start_threads(pool, worker_count - 1);
    *out = pool;
    return SYN_OK;
}

void syn_pool_free(syn_pool *pool)
{
    if (!pool)
        return;
    pthread_mutex_lock(&pool->lock);
    pool->ending = true;
    pthread_cond_broadcast(&pool->wake);
    pthread_mutex_unlock(&pool->lock);
    for (uint32_t i = 0; i < pool->thread_count; i++)
        pthread_join(pool->threads[i].id, NULL);
    pthread_cond_destroy(&pool->done);
    pthread_cond_destroy(&pool->wake);
    pthread_mutex_destroy(&pool->lock);
    free(pool->threads);
    free(pool);
}

uint32_t syn_pool_workers(const syn_pool *pool)
{
    return pool->thread_count + 1;
}

static void run_alone(size_t item_count, syn_pool_item *item, syn_pool_told *told, void *context)
{
    for (size_t i = 0; i < item_count; i++) {
        item(context, 0, i);
        if (told)
            told(context, i + 1);
    }
}

void syn_pool_run(syn_pool *pool, size_t item_count, syn_pool_item *item, void *context)
{
    syn_pool_run_told(pool, item_count, item, NULL, context);
}

void syn_pool_run_told(syn_pool *pool, size_t item_count, syn_pool_item *item, syn_pool_told *told, void *context)
{
    if (item_count < 2 || pool->thread_count == 0) {
        run_alone(item_count, item, told, context);
        return;
    }
    pthread_mutex_lock(&pool->lock);
    pool->item = item;
    pool->told = told;
    pool->context = context;
    pool->item_count = item_count;
    atomic_store_explicit(&pool->next, 0, memory_order_relaxed);
    pool->busy_count = pool->thread_count;
    pool->round++;
    pthread_cond_broadcast(&pool->wake);
    pthread_mutex_unlock(&pool->lock);

    if (told)
        work_and_tell(pool);
    else
        work(pool, 0);

    pthread_mutex_lock(&pool->lock);
    while (pool->busy_count > 0)
        pthread_cond_wait(&pool->done, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
    if (told)
        told(context, item_count);
}
