/** What a reader of texts (texts.h) has from one reading to the next: a syn_again's inside.
 *
 *  Owns    files that are open, blocks that are unpacked, buffers, a share of each index.
 *  Fails   as syn_texts_read.
 */
#ifndef SYN_TEXTS_AGAIN_H
#define SYN_TEXTS_AGAIN_H

#include "ingest/jsonl.h"
#include "store/store.h"
#include "texts_inside.h"

#define SYN_AGAIN_FILES 8
#define SYN_AGAIN_BLOCKS 4

/** A file that is open; an origin has its slot. */
typedef struct syn_again_file {
    int fd;
    uint64_t origin; /**< and one: 0 is none */
} syn_again_file;

/** A block that was unpacked. */
typedef struct syn_again_block {
    uint64_t number; /**< and one: 0 is none */
    uint64_t used;   /**< when */
    syn_buf bytes;
} syn_again_block;

typedef struct syn_again_inside {
    syn_again_file files[SYN_AGAIN_FILES];
    syn_again_block blocks[SYN_AGAIN_BLOCKS];
    uint64_t clock;
    syn_packer packer;
    syn_buf scratch, raw, line, id, clean;
    syn_jsonl_record json;
    syn_ingest plain;         /**< the plain text that was read last */
    syn_store **shares;       /**< of the origins that are indexes, by origin */
    size_t share_count;
    syn_arena arena, spare;   /**< what was read of an index last */
} syn_again_inside;

/** The inside, made when there is none; what was read last is gone. NULL when memory is short. */
syn_again_inside *syn_again_begin(syn_again *again);
/** Bytes of the file that is the origin, into `raw`. */
syn_status syn_again_file_read(syn_again_inside *in, const syn_texts *texts, uint32_t origin, uint64_t at, size_t count,
                               syn_error *error);
/** A block, unpacked; good until the next is asked for. */
syn_status syn_again_block_read(syn_again_inside *in, const syn_texts *texts, uint64_t number, const syn_buf **out,
                                syn_error *error);
/** A document of the origin that is an index, good until the next. */
syn_status syn_again_stored_read(syn_again_inside *in, const syn_texts *texts, const syn_place *place, bool text,
                                 syn_document *out, syn_error *error);
/** The message for what is not there again; returns SYN_INPUT. */
syn_status syn_again_changed(const char *path, syn_error *error);

static inline void syn_again_give(syn_again *again, syn_record_form form, const char *bytes, size_t count)
{
    again->record = (syn_record){.form = form, .bytes = bytes, .count = count};
}

#endif
