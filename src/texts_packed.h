/** Records that cannot be read again where they came from: packed in blocks, in a column that goes to the disk.
 *
 *      syn_packed packed;
 *      syn_packed_init(&packed, thread_count, memory_bytes, folder);
 *      syn_packed_add(&packed, record, bytes, &at, &error);    // any number
 *      syn_packed_flush(&packed, false, &error);               // packs and writes the blocks that are full
 *      syn_packed_flush(&packed, true, &error);                // all of them: no more are added
 *      syn_packed_get(&packed, syn_packed_block(at), &packer, &scratch, &buf, &error);
 *      ... the record stands in buf from syn_packed_offset(at) on ...
 *      syn_packed_release(&packed);
 *
 *  Owns    its columns and its threads.  Fails   SYN_MEMORY, SYN_IO (a full disk says how much was needed), SYN_INPUT
 *  for a block that is not there again.
 *  Cost    a block is some 64 KiB, or one record that is longer; a record is unpacked with its block.
 */
#ifndef SYN_TEXTS_PACKED_H
#define SYN_TEXTS_PACKED_H

#include "base/buf.h"
#include "base/column.h"
#include "base/pool.h"
#include "store/packing.h"

/** A block that waits to be packed. */
typedef struct syn_packed_raw {
    syn_buf bytes, packed;
    syn_status status;
} syn_packed_raw;

typedef struct syn_packed {
    syn_column blocks, bytes;
    uint32_t thread_count;
    syn_pool *pool;           /**< NULL until something is packed */
    syn_packer *packers;      /**< one a worker */
    syn_packed_raw *raw;      /**< the first `raw_count` are full, or were made so; the next one is being filled */
    size_t raw_count, raw_capacity;
} syn_packed;

void syn_packed_init(syn_packed *packed, uint32_t thread_count, size_t memory_bytes, const char *folder);
void syn_packed_release(syn_packed *packed);
/** Adds a record, and a line end behind it, to the block that is being filled. `bytes` are fewer than 4 GiB. */
syn_status syn_packed_add(syn_packed *packed, const char *record, size_t bytes, uint64_t *at, syn_error *error);
syn_status syn_packed_flush(syn_packed *packed, bool last, syn_error *error);
/** Unpacks a block into `out`, in place of what it holds. */
syn_status syn_packed_get(const syn_packed *packed, uint64_t block, syn_packer *packer, syn_buf *scratch, syn_buf *out,
                          syn_error *error);
uint64_t syn_packed_bytes(const syn_packed *packed);

static inline uint64_t syn_packed_block(uint64_t at)
{
    return at >> 32;
}

static inline size_t syn_packed_offset(uint64_t at)
{
    return (size_t)(at & UINT32_MAX);
}

#endif
