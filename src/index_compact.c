/* An index anew: texts go from the old packing into the new one by the workers, a batch at a time. */
#include "index.h"

#include "base/alloc.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/tally.h"
#include "store/compaction.h"

#include <stdlib.h>

enum { BATCH_BYTES = 16 << 20, BATCH_TEXTS = 1 << 14 };

typedef struct worker {
    syn_packer packer;
    char *text;
    size_t capacity;
} worker;

typedef struct packet {
    syn_parcel parcel;
    syn_buf packed;
    syn_status status;
} packet;

typedef struct compacting {
    syn_store *store;
    syn_compaction *compaction;
    syn_pool *pool;
    worker *workers;
    packet *packets;
    size_t count, capacity;
    syn_arena arena; /* of a batch */
    uint64_t done;
    syn_tally tally;
} compacting;

static void repack(void *context, uint32_t number, size_t item)
{
    compacting *c = context;
    worker *w = &c->workers[number];
    packet *p = &c->packets[item];
    size_t bytes = p->parcel.record.document.text_bytes;

    syn_buf_clear(&p->packed);
    p->status = syn_alloc_room((void **)&w->text, &w->capacity, bytes + 1, 1) ? SYN_OK : SYN_MEMORY;
    if (p->status == SYN_OK)
        p->status = syn_unpack(&w->packer, p->parcel.dictionary, p->parcel.packed.at, p->parcel.packed.count, bytes,
                               w->text);
    if (p->status == SYN_OK)
        p->status = syn_pack(&w->packer, syn_compaction_dictionary(c->compaction), w->text, bytes, &p->packed);
}

static syn_status take_packet(compacting *c, bool *more, syn_error *error)
{
    size_t before = c->capacity;
    syn_parcel parcel = {0};
    syn_status status = syn_compaction_take(c->compaction, &c->arena, &parcel, more, error);

    if (status < 0 || !*more)
        return status;
    if (!syn_alloc_room((void **)&c->packets, &c->capacity, c->count + 1, sizeof *c->packets))
        return syn_fail_memory(error);
    for (size_t i = before; i < c->capacity; i++)
        c->packets[i] = (packet){0};
    c->packets[c->count++].parcel = parcel;
    return SYN_OK;
}

static syn_status compact_batch(compacting *c, bool *more, syn_error *error)
{
    size_t bytes = 0;
    syn_status status = SYN_OK;

    c->count = 0;
    while (*more && bytes < BATCH_BYTES && c->count < BATCH_TEXTS && status == SYN_OK) {
        status = take_packet(c, more, error);
        if (status == SYN_OK && *more)
            bytes += c->packets[c->count - 1].parcel.record.document.text_bytes;
    }
    if (status < 0)
        return status;
    syn_pool_run(c->pool, c->count, repack, c);
    for (size_t i = 0; i < c->count && status == SYN_OK; i++) {
        packet *p = &c->packets[i];
        status = p->status < 0 ? syn_store_fail(c->store, p->status, error)
                               : syn_compaction_put(c->compaction, &p->parcel,
                                                    p->packed.bytes != NULL ? p->packed.bytes : "",
                                                    p->packed.len, error);
    }
    c->done += c->count;
    syn_tally_set(&c->tally, c->done);
    syn_arena_release(&c->arena);
    return status;
}

static syn_status open_compacting(compacting *c, syn_index *index, const syn_options *options, syn_error *error)
{
    syn_status status = syn_options_check(options, error);

    if (status < 0)
        return status;
    if (syn_pool_new(options->thread_count, &c->pool) < 0)
        return syn_fail_memory(error);
    c->workers = syn_alloc_zero(syn_pool_workers(c->pool), sizeof *c->workers);
    if (c->workers == NULL)
        return syn_fail_memory(error);
    return syn_compaction_begin(index->store, &c->compaction, error);
}

static void close_compacting(compacting *c)
{
    syn_compaction_free(c->compaction);
    for (uint32_t i = 0; c->workers != NULL && i < syn_pool_workers(c->pool); i++) {
        syn_packer_release(&c->workers[i].packer);
        free(c->workers[i].text);
    }
    for (size_t i = 0; i < c->capacity; i++)
        syn_buf_release(&c->packets[i].packed);
    free(c->packets);
    free(c->workers);
    syn_arena_release(&c->arena);
    syn_pool_free(c->pool);
}

syn_status syn_index_compact(syn_index *index, const syn_options *options, syn_error *error)
{
    compacting c = {.store = index->store, .tally = {.options = options}};
    bool more = true;
    syn_status status = open_compacting(&c, index, options, error);

    if (status == SYN_OK)
        syn_tally_begin(&c.tally, "compact", SYN_TEXTS, syn_compaction_total(c.compaction));
    while (more && status == SYN_OK)
        status = compact_batch(&c, &more, error);
    if (status == SYN_OK)
        syn_tally_begin(&c.tally, "merge", SYN_TEXTS, 0);
    if (status == SYN_OK)
        status = syn_compaction_end(c.compaction, error);
    syn_tally_end(&c.tally);
    close_compacting(&c);
    return status;
}
