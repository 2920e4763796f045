/** What the files of store/ know of a store, and of each other. */
#ifndef SYN_STORE_INSIDE_H
#define SYN_STORE_INSIDE_H

#include "store/environment.h"
#include "store/folder.h"
#include "store/manifest.h"
#include "store/packing.h"
#include "store/record.h"
#include "store/store.h"

/** A dictionary that was read, until the store is closed or its generation ends. */
typedef struct syn_store_dictionary {
    uint32_t number;
    syn_dictionary *dictionary;
} syn_store_dictionary;

/** The span of places that was looked into last. */
typedef struct syn_store_span {
    uint32_t segment;
    uint64_t first, end; /**< places; first == end: none */
    const unsigned char *entries;
    size_t count;
} syn_store_span;

struct syn_store {
    const syn_store *lender; /**< whose snapshot this one reads, or NULL */
    char *path;
    syn_index_mode mode;
    syn_store_params params;
    char unicode[16];
    syn_folder_line line;
    syn_environment *env;   /**< NULL when it could not be opened again */
    int lock;
    bool reading;
    syn_manifest manifest; /**< of the snapshot */
    syn_store_dictionary *dictionaries;
    size_t dictionary_count, dictionary_capacity;
    syn_packer packer;
    syn_store_span span;
};

/** An entry of a span: from this place on, this document. */
enum { SYN_SPAN_ENTRY_BYTES = 9, SYN_SPAN_HEAD_BYTES = 8, SYN_SPAN_ENTRIES = 450 };
/** A value's longest bytes that still lie in one overflow page with their checksum. */
enum { SYN_VALUE_BYTES = 4096 - 16 - 8 };
/** Before a block's postings: whether it is its kind's last, and the key of the block behind it. */
enum { SYN_BLOCK_HEAD_BYTES = 11, SYN_BLOCK_KEY_BYTES = 15 };

/** "segment, kind, key, place". */
void syn_block_key(unsigned char out[SYN_BLOCK_KEY_BYTES], uint32_t segment, int kind, uint64_t key, uint64_t place);

/** As syn_lookup_open, for a kind of postings. */
syn_status syn_lookup_open_kind(syn_store *store, uint32_t segment, int kind, syn_lookup *out);
/** The key under which a name stands among the postings of SYN_KIND_NAME. */
uint64_t syn_store_name_key(syn_store_name by, const void *bytes, size_t count);

/** A document's record. 1 when there is none. */
int syn_store_record(syn_store *store, uint32_t number, syn_arena *arena, syn_kept *out);
/** The dictionary of a number; NULL for 0. `packing`: one that is going to pack, which the caller closes. */
syn_status syn_store_dictionary_get(syn_store *store, uint32_t number, const syn_dictionary **out);
/** A text's packed bytes; good until the end of the snapshot. */
syn_status syn_store_packed(syn_store *store, uint32_t number, syn_slice *out);
/** Writes the manifest into the running transaction. */
syn_status syn_store_put_manifest(syn_store *store, const syn_manifest *manifest, syn_error *error);
/** Ends what was learned of an environment, and the environment. */
void syn_store_leave(syn_store *store);
/** Opens the generation that the line names, to be written. */
syn_status syn_store_reopen(syn_store *store, syn_error *error);
/** SYN_ARGUMENT when the store was not opened for writing. */
syn_status syn_store_writable(const syn_store *store, syn_error *error);
/** Begins a transaction of a chunk at most. */
syn_status syn_store_write(syn_store *store, syn_error *error);
/** Commits and begins anew when a chunk has been written. */
syn_status syn_store_turn(syn_store *store, syn_error *error);
/** What is acknowledged: commits, and says so in the folder's line. */
syn_status syn_store_acknowledge(syn_store *store, const syn_manifest *manifest, syn_error *error);
/** What went with a document. */
typedef struct syn_removed {
    uint64_t words, text_bytes;
} syn_removed;
/** Marks a document as removed, in the running transaction and in the manifest that it is going to write. */
syn_status syn_store_bury(syn_store *store, syn_manifest *manifest, uint32_t number, syn_removed *out,
                          syn_error *error);
/** Removes what no manifest names, and the documents and texts that were removed. */
syn_status syn_store_sweep(syn_store *store, syn_error *error);

#endif
