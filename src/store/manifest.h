/** What the store holds, as of its last acknowledged change: one value, replaced as a whole.
 *
 *  What the tables hold beyond it (numbers from next_number on, segments it does not name) was left by a writer that
 *  was killed: no reader sees it, and the next writer removes it.
 *
 *  Owns    its segments.  Fails   SYN_INPUT when the bytes are none, SYN_MEMORY.
 */
#ifndef SYN_STORE_MANIFEST_H
#define SYN_STORE_MANIFEST_H

#include "base/buf.h"
#include "store/page.h"
#include "syndic/base.h"

#include <stdbool.h>

#define SYN_STORE_FORMAT 1

/** The kinds of postings a segment has. */
enum { SYN_KIND_SHINGLE, SYN_KIND_NAME, SYN_KIND_COUNT };

typedef struct syn_segment {
    uint32_t number, document_count;
    uint64_t words;                      /**< its places are below */
    uint64_t postings[SYN_KIND_COUNT], blocks[SYN_KIND_COUNT], bytes;
} syn_segment;

typedef struct syn_manifest {
    uint32_t shingle_words, window_words;
    char unicode[16];
    uint64_t serial;                     /**< of acknowledged changes */
    uint32_t next_number, next_segment, next_dictionary;
    uint32_t dictionary;                 /**< that new texts are packed with; 0: none */
    bool unswept;                        /**< what was removed or merged may still stand in the tables */
    uint64_t documents, words, text_bytes, packed_bytes, removed;
    syn_segment *segments;               /**< in order of their documents' numbers */
    size_t segment_count, segment_capacity;
} syn_manifest;

void syn_manifest_release(syn_manifest *manifest);
void syn_manifest_write(const syn_manifest *manifest, syn_buf *out);
/** `*out` is released first. */
syn_status syn_manifest_read(syn_slice bytes, syn_manifest *out);
syn_status syn_manifest_copy(const syn_manifest *from, syn_manifest *out);

#endif
