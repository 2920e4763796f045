/** The door to zstd for the store: texts packed one by one, with a dictionary of what many of them have in common.
 *
 *  News texts of some thousand bytes pack to about 45 % alone and to about 35 % with a dictionary of 64 KiB.
 *
 *      syn_dictionary_make(samples, sizes, count, &bytes, &byte_count);  // SYN_OK, also when it made none
 *      syn_dictionary_open(bytes, byte_count, true, &dictionary);
 *      syn_packer packer = {0};                                          // one a worker
 *      syn_pack(&packer, dictionary, text, text_bytes, &packed);
 *      syn_unpack(&packer, dictionary, packed.bytes, packed.len, text_bytes, text);
 *
 *  Owns    a dictionary copies its bytes.  Fails   SYN_MEMORY; syn_unpack also SYN_INPUT: what is read is not trusted.
 */
#ifndef SYN_STORE_PACKING_H
#define SYN_STORE_PACKING_H

#include "base/buf.h"
#include "syndic/base.h"

#include <stdbool.h>

typedef struct syn_dictionary syn_dictionary;

/** Contexts that are used again from text to text. */
typedef struct syn_packer {
    void *pack, *unpack;
    int level; /**< of zstd; 0: what suits texts that are packed once and read for years */
} syn_packer;
void syn_packer_release(syn_packer *packer);

/** Trains a dictionary from texts that lie one behind another. `*bytes` is freed by the caller; NULL and 0 when there
 *  is too little to train with. */
syn_status syn_dictionary_make(const char *samples, const size_t *sizes, size_t count, char **bytes,
                               size_t *byte_count);
/** `packing`: it is going to pack also. */
syn_status syn_dictionary_open(const void *bytes, size_t count, bool packing, syn_dictionary **out);
void syn_dictionary_close(syn_dictionary *dictionary);

/** Appends the packed text to `out`; `dictionary` may be NULL. */
syn_status syn_pack(syn_packer *packer, const syn_dictionary *dictionary, const char *text, size_t text_bytes,
                    syn_buf *out);
/** Unpacks exactly `text_bytes` bytes. */
syn_status syn_unpack(syn_packer *packer, const syn_dictionary *dictionary, const void *packed, size_t packed_bytes,
                      size_t text_bytes, char *text);

#endif
