/* Texts that have nothing to do with one another are checked side by side. Each worker reads the same snapshot of
 * every index by a handle of its own, and a check uses one thread. */
#include "base/alloc.h"
#include "base/error.h"
#include "base/pool.h"
#include "index.h"

#include <stdlib.h>

typedef struct each {
    const syn_corpus *const *fresh;
    syn_index *const *indexes;
    size_t index_count, begun;
    syn_index *shares;    /* by worker, then index */
    syn_index **handles;  /* the same, as a check takes them */
    size_t share_count;
    const syn_gate *gate;
    syn_options options;
    syn_result **results;
    syn_error *errors;
} each;

static void check_one(void *context, uint32_t worker, size_t item)
{
    each *e = context;
    syn_check(e->fresh[item], e->handles + worker * e->index_count, e->index_count, e->gate, &e->options,
              &e->results[item], &e->errors[item]);
}

static syn_status begin(each *e, syn_error *error)
{
    syn_status status = SYN_OK;
    for (size_t i = 0; i < e->index_count && status == SYN_OK; i++) {
        syn_index *index = e->indexes[i];
        if (index->list == NULL && syn_surprisal_list_new(&index->list) < 0)
            return syn_fail_memory(error);
        status = syn_store_begin(index->store, error);
        e->begun += status == SYN_OK;
    }
    return status;
}

static syn_status share(each *e, uint32_t worker_count, syn_error *error)
{
    const size_t count = worker_count * e->index_count;
    e->shares = syn_alloc_zero(count, sizeof *e->shares);
    e->handles = syn_alloc_zero(count, sizeof *e->handles);
    if (e->shares == NULL || e->handles == NULL)
        return syn_fail_memory(error);
    for (; e->share_count < count; e->share_count++) {
        const syn_index *index = e->indexes[e->share_count % e->index_count];
        syn_index *made = &e->shares[e->share_count];
        if (syn_store_share(index->store, &made->store) < 0)
            return syn_fail_memory(error);
        made->list = index->list;
        e->handles[e->share_count] = made;
    }
    return SYN_OK;
}

static void release(each *e)
{
    for (size_t i = 0; i < e->share_count; i++)
        syn_store_close(e->shares[i].store);
    for (size_t i = 0; i < e->begun; i++)
        syn_store_end(e->indexes[i]->store);
    free(e->shares);
    free(e->handles);
}

syn_status syn_check_each(const syn_corpus *const *fresh, size_t count, syn_index *const *indexes, size_t index_count,
                          const syn_gate *gate, const syn_options *options, syn_result **results, syn_error *errors,
                          syn_error *error)
{
    each e = {.fresh = fresh, .indexes = indexes, .index_count = index_count, .gate = gate, .options = *options,
              .results = results, .errors = errors};
    syn_pool *pool = NULL;
    syn_status status = syn_index_options(options, error);
    if (status < 0 || count == 0)
        return status;
    if (syn_pool_new(options->thread_count < count ? options->thread_count : (uint32_t)count, &pool) < 0)
        return syn_fail_memory(error);
    for (size_t i = 0; i < count; i++) {
        results[i] = NULL;
        errors[i] = (syn_error){0};
    }
    e.options.thread_count = 1;
    e.options.progress = NULL;
    status = begin(&e, error);
    if (status == SYN_OK)
        status = share(&e, syn_pool_workers(pool), error);
    if (status == SYN_OK)
        syn_pool_run(pool, count, check_one, &e);
    release(&e);
    syn_pool_free(pool);
    return status;
}
