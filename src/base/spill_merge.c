#include "base/spill_merge.h"

#include "base/alloc.h"
#include "base/error.h"

#include <stdlib.h>

enum { BATCH = 512, LEAST_BUFFER = 16 << 10, MOST_BUFFER = 256 << 10, MOST_RUNS = 64 };

/* Key and place as one number; all ones when a run has ended. */
__extension__ typedef unsigned __int128 wide;

typedef struct head {
    wide value;
    size_t run;
} head;

typedef struct merge_run {
    syn_spill_run_reader reader;
    size_t at, count;
    syn_posting batch[BATCH];
} merge_run;

/* tree[n] is the loser of the match at node n, whose children are 2n and 2n + 1; run i is node run_count + i.
 * tree[0] is the winner of all. */
struct syn_merge {
    merge_run *runs;
    size_t run_count;
    unsigned char *buffers;
    head *tree;
    bool begun;
};

static size_t buffer_bytes(size_t memory_bytes, size_t run_count)
{
    const size_t share = memory_bytes / (run_count ? run_count : 1);
    const size_t bytes = share > sizeof(merge_run) ? share - sizeof(merge_run) : 0;
    return bytes < LEAST_BUFFER ? LEAST_BUFFER : bytes > MOST_BUFFER ? MOST_BUFFER : bytes;
}

size_t syn_merge_most(size_t memory_bytes)
{
    const size_t most = memory_bytes / (LEAST_BUFFER + sizeof(merge_run));
    return most < 4 ? 4 : most > MOST_RUNS ? MOST_RUNS : most;
}

syn_status syn_merge_new(const syn_spill_run_file *file, const syn_spill_run *runs, size_t run_count, size_t memory_bytes,
                         syn_merge **out, syn_error *error)
{
    const size_t bytes = buffer_bytes(memory_bytes, run_count);
    syn_merge *merge = syn_alloc_zero(1, sizeof *merge);

    if (!merge)
        return syn_fail_memory(error);
    merge->runs = syn_alloc_zero(run_count, sizeof *merge->runs);
    merge->buffers = syn_alloc(run_count, bytes);
    merge->tree = syn_alloc(2 * run_count + 1, sizeof *merge->tree);
    if (!merge->runs || !merge->buffers || !merge->tree) {
        syn_merge_free(merge);
        return syn_fail_memory(error);
    }
    merge->run_count = run_count;
    for (size_t i = 0; i < run_count; i++)
        syn_spill_run_reader_init(&merge->runs[i].reader, file, &runs[i], merge->buffers + i * bytes, bytes);
    *out = merge;
    return SYN_OK;
}

void syn_merge_free(syn_merge *merge)
{
    if (!merge)
        return;
    free(merge->runs);
    free(merge->buffers);
    free(merge->tree);
    free(merge);
}

/* The first posting of a run that has not been given. */
static inline syn_status head_of(syn_merge *merge, size_t index, head *out, syn_error *error)
{
    merge_run *run = &merge->runs[index];

    if (run->at == run->count) {
        const syn_status status = syn_spill_run_read(&run->reader, run->batch, BATCH, &run->count, error);
        if (status < 0)
            return status;
        run->at = 0;
    }
    *out = (head){~(wide)0, index};
    if (run->at < run->count)
        out->value = (wide)run->batch[run->at].key << SYN_POSTING_BITS | run->batch[run->at].place;
    return SYN_OK;
}

/* Plays all matches; the upper half of the tree is where winners wait. */
static syn_status begin(syn_merge *merge, syn_error *error)
{
    const size_t count = merge->run_count;
    head *winners = syn_alloc(2 * count + 1, sizeof *winners);
    syn_status status = winners ? SYN_OK : syn_fail_memory(error);

    for (size_t i = 0; i < count && status == SYN_OK; i++)
        status = head_of(merge, i, &winners[count + i], error);
    for (size_t n = count; status == SYN_OK && n-- > 1;) {
        const head *a = &winners[2 * n], *b = &winners[2 * n + 1];
        winners[n] = a->value <= b->value ? *a : *b;
        merge->tree[n] = a->value <= b->value ? *b : *a;
    }
    if (status == SYN_OK) {
        merge->tree[0] = count > 0 ? winners[1] : (head){~(wide)0, 0};
        merge->begun = true;
    }
    free(winners);
    return status;
}

/* Another head of the run that has won plays its way up. Who wins is not foreseeable, so both outcomes are made by
 * choosing values, which needs no branch. */
static inline void replay(syn_merge *merge, head winner)
{
    for (size_t n = (merge->run_count + winner.run) / 2; n > 0; n /= 2) {
        head *node = &merge->tree[n];
        const head loser = *node;
        const bool loses = loser.value < winner.value;
        node->value = loses ? winner.value : loser.value;
        node->run = loses ? winner.run : loser.run;
        winner.value = loses ? loser.value : winner.value;
        winner.run = loses ? loser.run : winner.run;
    }
    merge->tree[0] = winner;
}

syn_status syn_merge_next(syn_merge *merge, syn_posting *postings, size_t room, size_t *count, syn_error *error)
{
    size_t done = 0;
    syn_status status = merge->begun ? SYN_OK : begin(merge, error);

    while (status == SYN_OK && done < room && merge->tree[0].value != ~(wide)0) {
        merge_run *run = &merge->runs[merge->tree[0].run];
        head winner;
        postings[done++] = run->batch[run->at++];
        status = head_of(merge, merge->tree[0].run, &winner, error);
        if (status == SYN_OK)
            replay(merge, winner);
    }
    if (status < 0)
        return status;
    *count = done;
    return SYN_OK;
}
