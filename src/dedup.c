/* One of each. The way of a text: read, decided upon in the order of keeping, written in the order of the input. */
#include "dedup.h"

#include "base/alloc.h"
#include "base/error.h"
#include "dedup/seen.h"
#include "dedup_passage.h"
#include "dedup_proof.h"
#include "index.h"
#include "store/store.h"

#include <stdlib.h>

enum {
    LEAST_MEMORY = 64 << 20,
    FIXED_MEMORY = 96 << 20, /* what workers, blocks and libraries take, about */
    MOST_BATCH = 8 << 20
};

void syn_dedup_plan_init(syn_dedup_plan *plan)
{
    *plan = (syn_dedup_plan){.level = SYN_LEVEL_NEAR, .keep = SYN_KEEP_LONGEST, .threshold = 0.8, .min_words = 50,
                             .min_left_words = 10, .memory_bytes = (uint64_t)2 << 30, .temporary = "/tmp"};
}

static syn_status check_plan(const syn_dedup_plan *plan, syn_error *error)
{
    if (plan->level > SYN_LEVEL_PASSAGE || plan->keep > SYN_KEEP_PRIORITY)
        return syn_fail(error, SYN_ARGUMENT, "dedup: no such level or rule of keeping (see syndic/dedup.h)");
    if (!(plan->threshold > 0 && plan->threshold <= 1))
        return syn_fail(error, SYN_ARGUMENT, "threshold: %g is out of range (above 0, at most 1)", plan->threshold);
    if (plan->min_words < SYN_COVER_WORDS)
        return syn_fail(error, SYN_ARGUMENT, "min-words: %u is too few (at least %d)", plan->min_words,
                        SYN_COVER_WORDS);
    if (plan->memory_bytes < LEAST_MEMORY)
        return syn_fail(error, SYN_ARGUMENT, "mem: %llu bytes are too few (at least 64M)",
                        (unsigned long long)plan->memory_bytes);
    if (plan->keep == SYN_KEEP_PRIORITY && plan->priority_count > SYN_OUTLETS)
        return syn_fail(error, SYN_ARGUMENT, "keep: the list has more than %d outlets (name fewer)", SYN_OUTLETS);
    if (plan->keep == SYN_KEEP_PRIORITY && plan->priority_count == 0)
        return syn_fail(error, SYN_ARGUMENT, "keep: the list of outlets is empty (name at least one)");
    return SYN_OK;
}

/** Two rosters may live at once, and four columns with those of the texts. */
static syn_dedup_share share_memory(uint64_t memory)
{
    const uint64_t left = memory > 2 * (uint64_t)FIXED_MEMORY ? memory - FIXED_MEMORY : memory / 2;
    syn_dedup_share share = {.roster = left / 8, .table = left / 2, .column = left / 32};
    share.batch = left / 16 < MOST_BATCH ? left / 16 : MOST_BATCH;
    share.cover = share.passage = memory / 16;
    return share;
}

uint64_t syn_dedup_space(uint64_t input_bytes, const syn_dedup_plan *plan)
{
    const syn_dedup_share share = share_memory(plan->memory_bytes);
    const uint64_t sketches = plan->level == SYN_LEVEL_NEAR ? input_bytes / 5 : input_bytes / 20;
    const uint64_t columns = input_bytes / 20;
    return (sketches > share.roster ? 2 * sketches : 0) + (columns > 4 * share.column ? columns : 0);
}

/* Workers */

void syn_dedup_note(syn_dedup_worker *worker, syn_status status, const syn_error *error)
{
    if (status == SYN_OK || worker->status < 0)
        return;
    worker->status = status;
    if (error)
        worker->error = *error;
}

syn_status syn_dedup_settle(syn_dedup_run *run)
{
    for (uint32_t w = 0; w < run->worker_count; w++) {
        const syn_dedup_worker *worker = &run->workers[w];
        if (worker->status == SYN_OK)
            continue;
        if (worker->status == SYN_MEMORY)
            return syn_fail_memory(run->error);
        return syn_fail(run->error, worker->status, "%s",
                        *worker->error.message ? worker->error.message : "a text is too long (split it)");
    }
    return SYN_OK;
}

static syn_status open_workers(syn_dedup_run *run)
{
    const uint32_t wanted = run->options.thread_count > 0 ? run->options.thread_count : 1;
    if (syn_pool_new(wanted, &run->pool) < 0)
        return SYN_MEMORY;
    run->worker_count = syn_pool_workers(run->pool);
    run->workers = syn_alloc_zero(run->worker_count, sizeof *run->workers);
    if (!run->workers)
        return SYN_MEMORY;
    for (uint32_t w = 0; w < run->worker_count; w++)
        if (syn_sweep_new(SYN_SWEEP_BEST, &run->workers[w].sweep) < 0 || syn_cover_new(&run->workers[w].cover) < 0)
            return SYN_MEMORY;
    return SYN_OK;
}

static void close_workers(syn_dedup_run *run)
{
    syn_pool_free(run->pool);
    for (uint32_t w = 0; run->workers && w < run->worker_count; w++) {
        syn_dedup_worker *worker = &run->workers[w];
        syn_sweep_free(worker->sweep);
        syn_sketch_room_release(&worker->sketch);
        syn_seek_release(&worker->seek);
        syn_cover_free(worker->cover);
        syn_again_release(&worker->own);
        syn_again_release(&worker->other);
        syn_prover_free(worker->prover);
        free(worker->shingles);
        syn_buf_release(&worker->marks);
    }
    free(run->workers);
}

/* The run */

syn_status syn_dedup_drop(syn_dedup_run *run, uint32_t text, uint32_t kept, const syn_covered *covered,
                          const syn_found *found, size_t found_count)
{
    syn_verdict verdict;
    syn_status status = syn_column_get(&run->verdicts, text, 1, &verdict, run->error);
    if (status < 0)
        return status;
    verdict.span_at = run->spans.count;
    verdict.span_count = (uint32_t)found_count;
    verdict.gone = covered->covered;
    verdict.kept_words = covered->kept_words;
    verdict.kept_gone = covered->kept_covered;
    verdict.kept = kept;
    status = syn_column_add(&run->spans, found, found_count, run->error);
    if (status == SYN_OK)
        status = syn_column_put(&run->verdicts, text, 1, &verdict, run->error);
    if (status < 0 || kept >= SYN_VERDICT_EMPTIED)
        return status;
    status = syn_column_get(&run->verdicts, kept, 1, &verdict, run->error);
    verdict.cluster++;
    return status == SYN_OK ? syn_column_put(&run->verdicts, kept, 1, &verdict, run->error) : status;
}

void syn_dedup_spent(syn_dedup_run *run, const syn_roster *second)
{
    const uint64_t now = (run->roster ? syn_roster_bytes(run->roster) : 0) + (second ? syn_roster_bytes(second) : 0) +
                         syn_texts_bytes(run->texts) + syn_column_bytes(&run->verdicts) + syn_column_bytes(&run->spans);
    if (now > run->spent_bytes)
        run->spent_bytes = now;
}

static syn_status open_run(syn_dedup_run *run)
{
    run->outlets = syn_outlets_new(run->plan->priorities, run->plan->priority_count);
    run->summary = syn_alloc_zero(1, sizeof *run->summary);
    if (!run->outlets || !run->summary || open_workers(run) < 0)
        return syn_fail_memory(run->error);
    syn_status status = syn_texts_new(&run->options, run->plan->temporary, 2 * run->share.column, &run->texts,
                                      run->error);
    for (size_t i = 0; i < run->plan->index_count && status == SYN_OK; i++)
        status = syn_store_begin(run->plan->indexes[i]->store, run->error);
    return status;
}

static void close_run(syn_dedup_run *run)
{
    close_workers(run);
    syn_texts_free(run->texts);
    for (size_t i = 0; i < run->plan->index_count; i++)
        syn_store_end(run->plan->indexes[i]->store);
    syn_column_release(&run->verdicts);
    syn_column_release(&run->spans);
    syn_roster_free(run->roster);
    syn_outlets_free(run->outlets);
    syn_twice_free(run->twice);
}

static syn_status run_all(syn_dedup_run *run, const char *const *paths, size_t path_count)
{
    syn_status status = syn_dedup_read(run, paths, path_count);
    if (status == SYN_OK)
        syn_tally_begin(&run->tally, "compare", SYN_TEXTS, run->text_count);
    if (status == SYN_OK)
        status = run->plan->level == SYN_LEVEL_PASSAGE ? syn_passages_cut(run) : syn_dedup_compare(run);
    if (status == SYN_OK)
        status = syn_dedup_write(run);
    if (status == SYN_OK)
        status = syn_dedup_sum(run);
    return status;
}

syn_status syn_dedup_shared(const char *const *paths, size_t path_count, const syn_dedup_plan *plan,
                            const syn_dedup_share *share, const syn_options *options, syn_dedup_summary **out,
                            syn_error *error)
{
    syn_dedup_run run = {.plan = plan, .options = *options, .error = error, .tally = {.options = options},
                         .share = *share};
    syn_column_init(&run.verdicts, sizeof(syn_verdict), share->column, plan->temporary);
    syn_column_init(&run.spans, sizeof(syn_found), share->column, plan->temporary);
    run.options.progress = NULL;
    syn_status status = open_run(&run);
    if (status == SYN_OK)
        status = run_all(&run, paths, path_count);
    close_run(&run);
    syn_tally_end(&run.tally);
    if (status == SYN_MEMORY)
        syn_fail_memory(error);
    if (status == SYN_OK)
        *out = run.summary;
    else
        syn_dedup_summary_free(run.summary);
    return status;
}

syn_status syn_dedup(const char *const *paths, size_t path_count, const syn_dedup_plan *plan,
                     const syn_options *options, syn_dedup_summary **out, syn_error *error)
{
    syn_status status = check_plan(plan, error);
    if (status == SYN_OK)
        status = syn_options_check(options, error);
    if (status < 0)
        return status;
    const syn_dedup_share share = share_memory(plan->memory_bytes);
    return syn_dedup_shared(paths, path_count, plan, &share, options, out, error);
}
