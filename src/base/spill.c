/* Postings are collected in buckets (base/spill_bucket.h). When these are full they are sorted, packed and written as
 * one run (base/spill_run.h); at the end the runs are merged (base/spill_merge.h). All runs are in one file, so that
 * their number is not limited by that of open files; a round of merging writes the next file and closes the last. */
#include "base/spill.h"

#include "base/alloc.h"
#include "base/error.h"
#include "base/spill_bucket.h"
#include "base/spill_merge.h"
#include "base/spill_run.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_MEMORY = 256 << 10, PAGE_POSTINGS = 2048, PAGE_BYTES = SYN_RUN_FRAME + SYN_RUN_BLOCK };

/* Runs of one file. */
typedef struct run_list {
    syn_spill_run_file file;
    syn_spill_run *runs;
    size_t count, capacity;
} run_list;

struct syn_spill {
    char *folder;
    size_t memory_bytes;
    uint64_t mark, bytes; /* bytes: of files that are closed */
    syn_buckets buckets;
    run_list list;
    bool sorted;
    size_t slot, slot_at;  /* what syn_spill_next gives next when all is in memory */
    syn_merge *merge;
};

static void list_release(run_list *list)
{
    syn_spill_run_file_close(&list->file);
    free(list->runs);
    *list = (run_list){0};
}

/* Room for one more run, and a file for it. */
static syn_status list_ready(const syn_spill *spill, run_list *list, syn_error *error)
{
    if (!syn_alloc_room((void **)&list->runs, &list->capacity, list->count + 1, sizeof *list->runs))
        return syn_fail_memory(error);
    return list->file.nameless.is_open ? SYN_OK : syn_spill_run_file_open(spill->folder, spill->mark, &list->file, error);
}

syn_status syn_spill_new(const char *folder, size_t memory_bytes, syn_pool *pool, uint64_t mark, syn_spill **out,
                         syn_error *error)
{
    const size_t folder_bytes = strlen(folder) + 1;
    syn_spill *spill = syn_alloc_zero(1, sizeof *spill);

    if (!spill)
        return syn_fail_memory(error);
    spill->memory_bytes = memory_bytes < LEAST_MEMORY ? LEAST_MEMORY : memory_bytes;
    spill->mark = mark;
    spill->folder = syn_alloc(folder_bytes, 1);
    if (!spill->folder || syn_buckets_init(&spill->buckets, spill->memory_bytes, pool) < 0) {
        syn_spill_free(spill);
        return syn_fail_memory(error);
    }
    memcpy(spill->folder, folder, folder_bytes);
    *out = spill;
    return SYN_OK;
}

void syn_spill_free(syn_spill *spill)
{
    if (!spill)
        return;
    syn_merge_free(spill->merge);
    syn_buckets_release(&spill->buckets);
    list_release(&spill->list);
    free(spill->folder);
    free(spill);
}

uint64_t syn_spill_bytes(const syn_spill *spill)
{
    return spill->bytes + spill->list.file.nameless.bytes;
}

/* Writes what is in memory as a run. */
static syn_status flush(syn_spill *spill, syn_error *error)
{
    syn_buckets *buckets = &spill->buckets;
    run_list *list = &spill->list;
    syn_spill_run run;
    syn_status status;

    if (buckets->count == 0)
        return SYN_OK;
    if ((status = list_ready(spill, list, error)) < 0 ||
        (status = syn_spill_run_begin(&list->file, buckets->count, &run, error)) < 0)
        return status;
    while (syn_buckets_sort(buckets, spill->mark, true) > 0) {
        for (size_t i = 0; i < buckets->slot_count; i++) {
            const syn_bucket_slot *slot = &buckets->slots[i];
            if ((status = syn_spill_run_write(&list->file, slot->bytes, slot->byte_count, error)) < 0)
                return status;
        }
    }
    if ((status = syn_spill_run_end(&list->file, &run, error)) < 0)
        return status;
    list->runs[list->count++] = run;
    return SYN_OK;
}

/* Empties the buckets, and makes them fit for places with so many bits. */
static syn_status start_over(syn_spill *spill, uint32_t place_bits, syn_error *error)
{
    const syn_status status = flush(spill, error);

    if (status < 0)
        return status;
    return syn_buckets_clear(&spill->buckets, place_bits) < 0 ? syn_fail_memory(error) : SYN_OK;
}

syn_status syn_spill_add(syn_spill *spill, const syn_posting *postings, size_t count, syn_error *error)
{
    syn_status status = SYN_OK;

    assert(!spill->sorted);
    for (size_t i = 0; i < count && status == SYN_OK; i++) {
        uint32_t place_bits = spill->buckets.place_bits;
        assert((postings[i].key | postings[i].place) >> SYN_POSTING_BITS == 0);
        if (postings[i].place >> place_bits) {
            while (postings[i].place >> place_bits)
                place_bits++;
            status = start_over(spill, place_bits, error);
        }
        if (status == SYN_OK && !syn_buckets_add(&spill->buckets, &postings[i])) {
            status = start_over(spill, place_bits, error);
            if (status == SYN_OK && !syn_buckets_add(&spill->buckets, &postings[i]))
                status = syn_fail(error, SYN_LIMIT, "%s: the memory for sorting is too small (allow more)",
                                  spill->folder);
        }
    }
    return status;
}

/* Writes a merge as a run of another file. */
static syn_status merge_to(syn_spill *spill, syn_merge *merge, uint64_t count, run_list *to, syn_error *error)
{
    syn_posting page[PAGE_POSTINGS];
    unsigned char bytes[PAGE_BYTES];
    size_t held = 0, got = 0, packed = 0;
    syn_spill_run run;
    syn_status status = list_ready(spill, to, error);

    if (status == SYN_OK)
        status = syn_spill_run_begin(&to->file, count, &run, error);
    while (status == SYN_OK) {
        if ((status = syn_merge_next(merge, page + held, PAGE_POSTINGS - held, &got, error)) < 0)
            break;
        held += got;
        if (held == 0)
            break;
        const size_t byte_count = syn_spill_run_pack(page, held, spill->mark, bytes, sizeof bytes, &packed);
        status = syn_spill_run_write(&to->file, bytes, byte_count, error);
        held -= packed;
        memmove(page, page + packed, held * sizeof *page);
    }
    if (status == SYN_OK && (status = syn_spill_run_end(&to->file, &run, error)) == SYN_OK)
        to->runs[to->count++] = run;
    return status;
}

/* Merges every `most` runs to one. */
static syn_status merge_round(syn_spill *spill, size_t most, syn_error *error)
{
    run_list *list = &spill->list, to = {0};
    syn_status status = SYN_OK;

    for (size_t i = 0; i < list->count && status == SYN_OK; i += most) {
        const size_t here = list->count - i < most ? list->count - i : most;
        uint64_t count = 0;
        syn_merge *merge = NULL;
        for (size_t r = i; r < i + here; r++)
            count += list->runs[r].count;
        status = syn_merge_new(&list->file, list->runs + i, here, spill->memory_bytes, &merge, error);
        if (status == SYN_OK)
            status = merge_to(spill, merge, count, &to, error);
        syn_merge_free(merge);
    }
    if (status == SYN_OK) {
        spill->bytes += list->file.nameless.bytes;
        list_release(list);
        *list = to;
    } else {
        list_release(&to);
    }
    return status;
}

syn_status syn_spill_sort(syn_spill *spill, syn_error *error)
{
    const size_t most = syn_merge_most(spill->memory_bytes);
    syn_status status = SYN_OK;

    assert(!spill->sorted);
    spill->sorted = true;
    if (spill->list.count == 0)
        return SYN_OK;
    status = flush(spill, error);
    syn_buckets_release(&spill->buckets);
    while (status == SYN_OK && spill->list.count > most)
        status = merge_round(spill, most, error);
    if (status < 0)
        return status;
    return syn_merge_new(&spill->list.file, spill->list.runs, spill->list.count, spill->memory_bytes, &spill->merge,
                         error);
}

static size_t next_in_memory(syn_spill *spill, syn_posting *postings, size_t room)
{
    syn_buckets *buckets = &spill->buckets;
    size_t done = 0;

    while (done < room) {
        if (spill->slot == buckets->slot_count) {
            spill->slot = spill->slot_at = 0;
            if (syn_buckets_sort(buckets, spill->mark, false) == 0)
                break;
        }
        const syn_bucket_slot *slot = &buckets->slots[spill->slot];
        for (; done < room && spill->slot_at < slot->count; spill->slot_at++)
            postings[done++] = syn_bucket_posting(buckets, slot->bucket, slot->words[spill->slot_at]);
        if (spill->slot_at == slot->count) {
            spill->slot++;
            spill->slot_at = 0;
        }
    }
    return done;
}

syn_status syn_spill_next(syn_spill *spill, syn_posting *postings, size_t room, size_t *count, syn_error *error)
{
    assert(spill->sorted);
    if (spill->merge)
        return syn_merge_next(spill->merge, postings, room, count, error);
    *count = next_in_memory(spill, postings, room);
    return SYN_OK;
}
