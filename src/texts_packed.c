#include "texts_packed.h"

#include "base/alloc.h"
#include "base/error.h"

#include <stdlib.h>

enum {
    BLOCK_BYTES = 64 << 10,
    KEPT_BYTES = 1 << 20, /* a buffer that has grown beyond that is given back */
    LEVEL = 1
};

/** A block in the column of bytes. */
typedef struct block {
    uint64_t at, packed_bytes, bytes;
} block;

void syn_packed_init(syn_packed *packed, uint32_t thread_count, size_t memory_bytes, const char *folder)
{
    *packed = (syn_packed){.thread_count = thread_count ? thread_count : 1};
    syn_column_init(&packed->blocks, sizeof(block), memory_bytes / 16, folder);
    syn_column_init(&packed->bytes, 1, memory_bytes - memory_bytes / 16, folder);
}

void syn_packed_release(syn_packed *packed)
{
    for (uint32_t i = 0; packed->packers && i < packed->thread_count; i++)
        syn_packer_release(&packed->packers[i]);
    free(packed->packers);
    syn_pool_free(packed->pool);
    for (size_t i = 0; i < packed->raw_capacity; i++) {
        syn_buf_release(&packed->raw[i].bytes);
        syn_buf_release(&packed->raw[i].packed);
    }
    free(packed->raw);
    syn_column_release(&packed->blocks);
    syn_column_release(&packed->bytes);
}

static syn_packed_raw *open_raw(syn_packed *packed)
{
    size_t before = packed->raw_capacity;
    if (!syn_alloc_room((void **)&packed->raw, &packed->raw_capacity, packed->raw_count + 1, sizeof *packed->raw))
        return NULL;
    for (size_t i = before; i < packed->raw_capacity; i++)
        packed->raw[i] = (syn_packed_raw){0};
    return &packed->raw[packed->raw_count];
}

syn_status syn_packed_add(syn_packed *packed, const char *record, size_t bytes, uint64_t *at, syn_error *error)
{
    syn_packed_raw *raw = open_raw(packed);
    if (!raw)
        return syn_fail_memory(error);
    *at = (packed->blocks.count + packed->raw_count) << 32 | raw->bytes.len;
    syn_buf_add(&raw->bytes, record, bytes);
    syn_buf_add(&raw->bytes, "\n", 1);
    if (raw->bytes.failed)
        return syn_fail_memory(error);
    packed->raw_count += raw->bytes.len >= BLOCK_BYTES;
    return SYN_OK;
}

static void pack(void *context, uint32_t worker, size_t item)
{
    syn_packed *packed = context;
    syn_packed_raw *raw = &packed->raw[item];
    syn_buf_clear(&raw->packed);
    raw->status = syn_pack(&packed->packers[worker], NULL, raw->bytes.bytes, raw->bytes.len, &raw->packed);
}

static syn_status begin(syn_packed *packed)
{
    if (packed->pool)
        return SYN_OK;
    if (!packed->packers)
        packed->packers = syn_alloc_zero(packed->thread_count, sizeof *packed->packers);
    for (uint32_t i = 0; packed->packers && i < packed->thread_count; i++)
        packed->packers[i].level = LEVEL;
    return packed->packers ? syn_pool_new(packed->thread_count, &packed->pool) : SYN_MEMORY;
}

static void empty(syn_buf *buf)
{
    if (buf->capacity > KEPT_BYTES)
        syn_buf_release(buf);
    else
        syn_buf_clear(buf);
}

static syn_status write_raw(syn_packed *packed, syn_packed_raw *raw, syn_error *error)
{
    block made = {packed->bytes.count, raw->packed.len, raw->bytes.len};
    if (raw->status < 0)
        return syn_fail_memory(error);
    syn_status status = syn_column_add(&packed->bytes, raw->packed.bytes, raw->packed.len, error);
    if (status == SYN_OK)
        status = syn_column_add(&packed->blocks, &made, 1, error);
    empty(&raw->bytes);
    empty(&raw->packed);
    return status;
}

syn_status syn_packed_flush(syn_packed *packed, bool last, syn_error *error)
{
    size_t open = packed->raw_count;
    syn_status status = SYN_OK;
    if (open < packed->raw_capacity && packed->raw[open].bytes.len > 0 && last)
        packed->raw_count++;
    if (packed->raw_count == 0)
        return SYN_OK;
    if (begin(packed) < 0)
        return syn_fail_memory(error);
    syn_pool_run(packed->pool, packed->raw_count, pack, packed);
    for (size_t i = 0; i < packed->raw_count && status == SYN_OK; i++)
        status = write_raw(packed, &packed->raw[i], error);
    if (open == packed->raw_count && open < packed->raw_capacity) {
        syn_packed_raw first = packed->raw[0];
        packed->raw[0] = packed->raw[open];
        packed->raw[open] = first;
    }
    packed->raw_count = 0;
    return status;
}

static syn_status fail_damaged(syn_error *error)
{
    return syn_fail(error, SYN_INPUT, "what was kept in the temporary folder is damaged (check the disk)");
}

syn_status syn_packed_get(const syn_packed *packed, uint64_t number, syn_packer *packer, syn_buf *scratch, syn_buf *out,
                          syn_error *error)
{
    block from;
    if (number >= packed->blocks.count)
        return fail_damaged(error);
    syn_status status = syn_column_get(&packed->blocks, number, 1, &from, error);
    if (status < 0)
        return status;
    if (from.at > packed->bytes.count || from.packed_bytes > packed->bytes.count - from.at || from.bytes > SIZE_MAX / 4)
        return fail_damaged(error);
    if (!syn_alloc_room((void **)&scratch->bytes, &scratch->capacity, (size_t)from.packed_bytes + 1, 1) ||
        !syn_alloc_room((void **)&out->bytes, &out->capacity, (size_t)from.bytes + 1, 1))
        return syn_fail_memory(error);
    out->len = 0;
    status = syn_column_get(&packed->bytes, from.at, (size_t)from.packed_bytes, scratch->bytes, error);
    if (status < 0)
        return status;
    status = syn_unpack(packer, NULL, scratch->bytes, (size_t)from.packed_bytes, (size_t)from.bytes, out->bytes);
    if (status < 0)
        return status == SYN_MEMORY ? syn_fail_memory(error) : fail_damaged(error);
    out->len = (size_t)from.bytes;
    return SYN_OK;
}

uint64_t syn_packed_bytes(const syn_packed *packed)
{
    return syn_column_bytes(&packed->blocks) + syn_column_bytes(&packed->bytes);
}
