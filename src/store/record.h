/** A document as the store keeps it: all that is known of it but the text, which lies beside it.
 *
 *  Owns    what is read lies in the arena.  Fails   SYN_INPUT when the bytes are none, SYN_MEMORY.
 */
#ifndef SYN_STORE_RECORD_H
#define SYN_STORE_RECORD_H

#include "base/arena.h"
#include "base/buf.h"
#include "store/page.h"
#include "syndic/corpus.h"

typedef struct syn_kept {
    syn_document document; /**< text is NULL; text_bytes is its length */
    uint32_t words, dictionary;
    uint32_t packed_bytes;
} syn_kept;

void syn_kept_write(const syn_kept *record, syn_buf *out);
syn_status syn_kept_read(syn_slice bytes, syn_arena *arena, syn_kept *out);
/** Where the id stands in the bytes; false when they are no record. */
bool syn_kept_id(syn_slice bytes, const unsigned char **id, uint32_t *count);

#endif
