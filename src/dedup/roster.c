/* Sketches are collected in memory (dedup/roster_pile.h). When that is full they are sorted and written as one run
 * (dedup/roster_run.h); at the end the runs are merged (dedup/roster_merge.h). All runs are in one file, so that their
 * number is not limited by that of open files; a round of merging writes the next file and closes the last. */
#include "dedup/roster.h"

#include "base/alloc.h"
#include "base/error.h"
#include "dedup/roster_merge.h"
#include "dedup/roster_pile.h"
#include "dedup/roster_run.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_MEMORY = 1 << 20, LEAST_BLOCK = 64 << 10, MOST_BLOCK = 1 << 20, BATCH = 1024 };

/* Runs of one file. */
typedef struct run_list {
    syn_nameless file;
    syn_roster_run *runs;
    size_t count, capacity;
} run_list;

struct syn_roster {
    char *folder;
    size_t memory_bytes;
    uint64_t mark, bytes; /* bytes: of files that are closed */
    syn_pile pile;
    size_t given;         /* sketches of the pile */
    syn_roster_writer writer;
    run_list list;
    bool sorted;
    syn_roster_merge *merge;
};

static void list_release(run_list *list)
{
    syn_nameless_close(&list->file);
    free(list->runs);
    *list = (run_list){0};
}

/* Of what is written at once. */
static size_t block_bytes(size_t memory_bytes)
{
    const size_t bytes = memory_bytes / 64 & ~(size_t)7;
    return bytes < LEAST_BLOCK ? LEAST_BLOCK : bytes > MOST_BLOCK ? MOST_BLOCK : bytes;
}

/* What the writer leaves. */
static size_t spare(const syn_roster *roster)
{
    return roster->memory_bytes - block_bytes(roster->memory_bytes);
}

/* Room for one more run, a file for it, and what writes it. */
static syn_status list_ready(syn_roster *roster, run_list *list, syn_error *error)
{
    if (!syn_alloc_room((void **)&list->runs, &list->capacity, list->count + 1, sizeof *list->runs))
        return syn_fail_memory(error);
    if (!roster->writer.buffer &&
        syn_roster_writer_init(&roster->writer, roster->mark, block_bytes(roster->memory_bytes)) < 0)
        return syn_fail_memory(error);
    return list->file.is_open ? SYN_OK : syn_nameless_open(&list->file, roster->folder, error);
}

syn_status syn_roster_new(const char *folder, size_t memory_bytes, uint64_t mark, syn_roster **out, syn_error *error)
{
    const size_t folder_bytes = strlen(folder) + 1;
    syn_roster *roster = syn_alloc_zero(1, sizeof *roster);

    if (!roster)
        return syn_fail_memory(error);
    roster->memory_bytes = memory_bytes < LEAST_MEMORY ? LEAST_MEMORY : memory_bytes;
    roster->mark = mark;
    roster->folder = syn_alloc(folder_bytes, 1);
    if (!roster->folder || syn_pile_init(&roster->pile, spare(roster)) < 0) {
        syn_roster_free(roster);
        return syn_fail_memory(error);
    }
    memcpy(roster->folder, folder, folder_bytes);
    *out = roster;
    return SYN_OK;
}

void syn_roster_free(syn_roster *roster)
{
    if (!roster)
        return;
    syn_roster_merge_free(roster->merge);
    syn_roster_writer_release(&roster->writer);
    syn_pile_release(&roster->pile);
    list_release(&roster->list);
    free(roster->folder);
    free(roster);
}

uint64_t syn_roster_bytes(const syn_roster *roster)
{
    return roster->bytes + roster->list.file.bytes;
}

/* Writes what is in memory as a run. */
static syn_status flush(syn_roster *roster, syn_error *error)
{
    syn_pile *pile = &roster->pile;
    syn_roster_writer *writer = &roster->writer;
    run_list *list = &roster->list;
    syn_status status;

    if (pile->count == 0)
        return SYN_OK;
    if ((status = list_ready(roster, list, error)) < 0)
        return status;
    syn_pile_sort(pile);
    status = syn_roster_writer_begin(writer, &list->file, pile->count, pile->values, error);
    for (size_t i = 0; i < pile->count && status == SYN_OK; i++)
        status = syn_roster_writer_add(writer, &list->file, syn_pile_get(pile, i), error);
    if (status == SYN_OK)
        status = syn_roster_writer_end(writer, &list->file, &list->runs[list->count], error);
    if (status < 0)
        return status;
    list->count++;
    syn_pile_clear(pile);
    return SYN_OK;
}

/* A pile that is too small even for one sketch gives way to a larger one. */
static syn_status start_over(syn_roster *roster, uint32_t value_count, syn_error *error)
{
    const size_t need = syn_pile_need(value_count);
    const syn_status status = flush(roster, error);

    if (status < 0 || need <= roster->pile.room)
        return status;
    syn_pile_release(&roster->pile);
    return syn_pile_init(&roster->pile, need) < 0 ? syn_fail_memory(error) : SYN_OK;
}

syn_status syn_roster_add(syn_roster *roster, const syn_sketch *sketch, syn_error *error)
{
    assert(!roster->sorted);
    if (syn_pile_add(&roster->pile, sketch))
        return SYN_OK;
    const syn_status status = start_over(roster, sketch->count, error);
    if (status == SYN_OK)
        syn_pile_add(&roster->pile, sketch);
    return status;
}

/* Writes a merge as a run of another file. */
static syn_status merge_to(syn_roster *roster, syn_roster_merge *merge, uint64_t sketches, uint64_t values,
                           run_list *to, syn_error *error)
{
    const syn_roster_head *heads[BATCH];
    size_t got = 0;
    syn_status status = list_ready(roster, to, error);

    if (status == SYN_OK)
        status = syn_roster_writer_begin(&roster->writer, &to->file, sketches, values, error);
    do {
        if (status == SYN_OK)
            status = syn_roster_merge_next(merge, heads, BATCH, &got, error);
        for (size_t i = 0; i < got && status == SYN_OK; i++)
            status = syn_roster_writer_add(&roster->writer, &to->file, heads[i], error);
    } while (status == SYN_OK && got > 0);
    if (status == SYN_OK)
        status = syn_roster_writer_end(&roster->writer, &to->file, &to->runs[to->count], error);
    if (status == SYN_OK)
        to->count++;
    return status;
}

static syn_status merge_some(syn_roster *roster, const syn_roster_run *runs, size_t run_count, run_list *to,
                             syn_error *error)
{
    uint64_t sketches = 0, values = 0;
    syn_roster_merge *merge = NULL;
    syn_status status = syn_roster_merge_new(&roster->list.file, roster->mark, runs, run_count, &merge, error);

    for (size_t i = 0; i < run_count; i++) {
        sketches += runs[i].sketches;
        values += runs[i].values;
    }
    if (status == SYN_OK)
        status = merge_to(roster, merge, sketches, values, to, error);
    syn_roster_merge_free(merge);
    return status;
}

/* Merges every `most` runs to one. */
static syn_status merge_round(syn_roster *roster, size_t most, syn_error *error)
{
    run_list *list = &roster->list, to = {0};
    syn_status status = SYN_OK;

    for (size_t i = 0; i < list->count && status == SYN_OK; i += most)
        status = merge_some(roster, list->runs + i, list->count - i < most ? list->count - i : most, &to, error);
    if (status < 0) {
        list_release(&to);
        return status;
    }
    roster->bytes += list->file.bytes;
    list_release(list);
    *list = to;
    return SYN_OK;
}

static size_t merged_at_once(const syn_roster *roster)
{
    return syn_roster_merge_most(roster->list.runs, roster->list.count, spare(roster));
}

syn_status syn_roster_sort(syn_roster *roster, syn_error *error)
{
    run_list *list = &roster->list;

    assert(!roster->sorted);
    roster->sorted = true;
    if (list->count == 0) {
        syn_pile_sort(&roster->pile);
        return SYN_OK;
    }
    syn_status status = flush(roster, error);
    syn_pile_release(&roster->pile);
    for (size_t most; status == SYN_OK && list->count > (most = merged_at_once(roster));)
        status = merge_round(roster, most, error);
    syn_roster_writer_release(&roster->writer);
    if (status < 0)
        return status;
    return syn_roster_merge_new(&list->file, roster->mark, list->runs, list->count, &roster->merge, error);
}

syn_status syn_roster_next(syn_roster *roster, syn_sketch *sketches, size_t room, size_t *count, syn_error *error)
{
    const syn_pile *pile = &roster->pile;
    const syn_roster_head *heads[BATCH];
    size_t got = 0;
    syn_status status = SYN_OK;

    assert(roster->sorted && room > 0);
    room = room < BATCH ? room : BATCH;
    if (roster->merge)
        status = syn_roster_merge_next(roster->merge, heads, room, &got, error);
    else
        while (got < room && roster->given < pile->count)
            heads[got++] = syn_pile_get(pile, roster->given++);
    if (status < 0)
        return status;
    for (size_t i = 0; i < got; i++)
        sketches[i] = syn_roster_record_sketch(heads[i]);
    *count = got;
    return SYN_OK;
}
