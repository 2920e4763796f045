#include "dedup/roster_merge.h"

#include "base/alloc.h"
#include "base/error.h"

#include <stdlib.h>

enum { MOST_RUNS = 256 };

/* tree[n] is the loser of the match at node n, whose children are 2n and 2n + 1; run i is node run_count + i.
 * tree[0] is the winner of all. There is at least one run. */
struct syn_roster_merge {
    syn_roster_reader *readers;
    size_t run_count;
    char *buffers;
    size_t *tree;
    bool begun, spent; /* spent: the winner has given the last record of its block */
};

static uint64_t largest_of(const syn_roster_run *runs, size_t run_count)
{
    uint64_t largest = 0;

    for (size_t i = 0; i < run_count; i++)
        largest = runs[i].largest > largest ? runs[i].largest : largest;
    return largest;
}

/* Bytes of a reader's buffer, so that each is aligned. */
static size_t room_of(const syn_roster_run *runs, size_t run_count)
{
    return (syn_roster_reader_room(largest_of(runs, run_count)) + 15) & ~(size_t)15;
}

size_t syn_roster_merge_most(const syn_roster_run *runs, size_t run_count, size_t memory_bytes)
{
    const size_t most = memory_bytes / (room_of(runs, run_count) + sizeof(syn_roster_reader));
    return most < 2 ? 2 : most > MOST_RUNS ? MOST_RUNS : most;
}

syn_status syn_roster_merge_new(const syn_nameless *file, uint64_t mark, const syn_roster_run *runs, size_t run_count,
                                syn_roster_merge **out, syn_error *error)
{
    const size_t room = room_of(runs, run_count);
    syn_roster_merge *merge = syn_alloc_zero(1, sizeof *merge);

    if (!merge)
        return syn_fail_memory(error);
    merge->run_count = run_count;
    merge->readers = syn_alloc_zero(run_count, sizeof *merge->readers);
    merge->buffers = syn_alloc(run_count, room);
    merge->tree = syn_alloc(run_count, sizeof *merge->tree);
    if (!merge->readers || !merge->buffers || !merge->tree) {
        syn_roster_merge_free(merge);
        return syn_fail_memory(error);
    }
    for (size_t i = 0; i < run_count; i++)
        syn_roster_reader_init(&merge->readers[i], file, mark, &runs[i], merge->buffers + i * room, room);
    *out = merge;
    return SYN_OK;
}

void syn_roster_merge_free(syn_roster_merge *merge)
{
    if (!merge)
        return;
    free(merge->readers);
    free(merge->buffers);
    free(merge->tree);
    free(merge);
}

/* What is equal comes in the order of the runs, which is that of adding. A run that has ended comes last. */
static bool wins(const syn_roster_merge *merge, size_t a, size_t b)
{
    const syn_roster_head *left = merge->readers[a].head, *right = merge->readers[b].head;
    const int order = left && right ? syn_roster_record_order(left, right) : !left - !right;
    return order ? order < 0 : a < b;
}

/* Plays all matches; the upper half of the tree is where winners wait. */
static syn_status begin(syn_roster_merge *merge, syn_error *error)
{
    const size_t count = merge->run_count;
    size_t *winners = syn_alloc(2 * count, sizeof *winners);
    syn_status status = winners ? SYN_OK : syn_fail_memory(error);

    for (size_t i = 0; i < count && status == SYN_OK; i++) {
        winners[count + i] = i;
        status = syn_roster_reader_load(&merge->readers[i], error);
    }
    for (size_t n = count; status == SYN_OK && n-- > 1;) {
        const size_t a = winners[2 * n], b = winners[2 * n + 1];
        const bool first = wins(merge, a, b);
        winners[n] = first ? a : b;
        merge->tree[n] = first ? b : a;
    }
    if (status == SYN_OK) {
        merge->tree[0] = winners[1];
        merge->begun = true;
    }
    free(winners);
    return status;
}

/* The winner's next record plays its way up. */
static void replay(syn_roster_merge *merge)
{
    size_t winner = merge->tree[0];

    for (size_t n = (merge->run_count + winner) / 2; n > 0; n /= 2) {
        const size_t other = merge->tree[n];
        if (wins(merge, other, winner)) {
            merge->tree[n] = winner;
            winner = other;
        }
    }
    merge->tree[0] = winner;
}

/* The next block of the winner, over the last one. */
static syn_status refill(syn_roster_merge *merge, syn_error *error)
{
    const syn_status status = syn_roster_reader_load(&merge->readers[merge->tree[0]], error);

    if (status == SYN_OK) {
        merge->spent = false;
        replay(merge);
    }
    return status;
}

syn_status syn_roster_merge_next(syn_roster_merge *merge, const syn_roster_head **heads, size_t room, size_t *count,
                                 syn_error *error)
{
    size_t done = 0;
    syn_status status = merge->begun ? SYN_OK : begin(merge, error);

    if (status == SYN_OK && merge->spent)
        status = refill(merge, error);
    if (status < 0)
        return status;
    while (done < room && !merge->spent) {
        syn_roster_reader *reader = &merge->readers[merge->tree[0]];
        if (!reader->head)
            break;
        heads[done++] = reader->head;
        if (syn_roster_reader_step(reader))
            replay(merge);
        else
            merge->spent = true;
    }
    *count = done;
    return SYN_OK;
}
