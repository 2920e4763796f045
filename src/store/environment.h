/** The door to LMDB: one environment, its tables, snapshots to read and transactions to write.
 *
 *  Values are written with their checksum before them (store/seal.h) and read back without it, once it holds.
 *  Reading goes through store/page.h and the environment's own mapping; a snapshot is a reader's slot of LMDB's, which
 *  keeps its pages. Before LMDB writes, the pages it is going to follow are looked through, because it trusts them.
 *
 *      syn_environment_begin(env, &error);                        // a snapshot
 *      syn_environment_get(env, SYN_TABLE_TEXTS, key, 4, &value); // SYN_OK, 1 when there is none, SYN_INPUT
 *      syn_environment_end(env);
 *
 *      syn_environment_write(env, room_bytes, &error);            // a transaction
 *      syn_environment_put(env, SYN_TABLE_TEXTS, key, 4, bytes, count, &error);
 *      syn_environment_commit(env, true, &error);                 // on the disk
 *
 *  Owns    values are good until syn_environment_end.  Fails   SYN_IO (a full disk), SYN_INPUT (damage), SYN_MEMORY.
 *  Memory  a transaction's pages; the map's address space grows by itself.
 */
#ifndef SYN_STORE_ENVIRONMENT_H
#define SYN_STORE_ENVIRONMENT_H

#include "store/page.h"
#include "syndic/base.h"

typedef struct syn_environment syn_environment;

typedef enum syn_table {
    SYN_TABLE_MANIFEST,     /**< one key: what the store holds (store/manifest.h) */
    SYN_TABLE_DICTIONARIES, /**< number: a dictionary of texts */
    SYN_TABLE_DOCUMENTS,    /**< number: what is known of a document (store/record.h) */
    SYN_TABLE_TEXTS,        /**< number: its text, packed */
    SYN_TABLE_REMOVED,      /**< number: nothing; the document was removed */
    SYN_TABLE_SPANS,        /**< segment, first place: which documents its places are in (store/segment.h) */
    SYN_TABLE_POSTINGS,     /**< segment, kind, key, place: a block of postings */
    SYN_TABLE_COUNT
} syn_table;

typedef enum syn_environment_mode {
    SYN_ENVIRONMENT_READ,
    SYN_ENVIRONMENT_WRITE,
    SYN_ENVIRONMENT_MAKE,   /**< written for the first time, synced only by syn_environment_sync */
    SYN_ENVIRONMENT_SCRATCH /**< the same, and nobody else opens it */
} syn_environment_mode;

/** `path` is used in messages as `name` says. SYN_IO with errno ENOENT when there is no such file. */
syn_status syn_environment_open(const char *path, const char *name, syn_environment_mode mode, syn_environment **out,
                                syn_error *error);
void syn_environment_close(syn_environment *env);

syn_status syn_environment_begin(syn_environment *env, syn_error *error);
void syn_environment_end(syn_environment *env);
const syn_tree *syn_environment_tree(const syn_environment *env, syn_table table);
/** The value of a key, without its checksum; 1 when there is none, SYN_INPUT when it is damaged. */
int syn_environment_get(const syn_environment *env, syn_table table, const void *key, size_t key_bytes,
                        syn_slice *value);
/** The entry a cursor is at: its key, and the value behind a checksum that holds. SYN_INPUT. */
syn_status syn_environment_entry(syn_table table, syn_tree_cursor *cursor, syn_slice *key, syn_slice *value);
/** "NAME: is damaged ...": the message for SYN_INPUT; for other statuses what fits. Returns the status. */
syn_status syn_environment_fail(const syn_environment *env, syn_status status, syn_error *error);

/** Begins a transaction that writes at most about `room_bytes`. Ends a snapshot's mapping nowhere. */
syn_status syn_environment_write(syn_environment *env, size_t room_bytes, syn_error *error);
/** Writes one value. Keys ascend in tables where `last` is said: a key that is not behind all others is SYN_INPUT. */
syn_status syn_environment_put(syn_environment *env, syn_table table, const void *key, size_t key_bytes,
                               const void *bytes, size_t count, bool last, syn_error *error);
/** A value as the running transaction sees it; good until the next is written. 1 when there is none. */
int syn_environment_peek(syn_environment *env, syn_table table, const void *key, size_t key_bytes, syn_slice *value);
/** Removes one value, if it is there. */
syn_status syn_environment_erase(syn_environment *env, syn_table table, const void *key, size_t key_bytes,
                                 syn_error *error);
/** Bytes put since the transaction began. */
size_t syn_environment_written(const syn_environment *env);
/** `last`: what is acknowledged is on the disk when this returns. Otherwise a later commit puts it there. */
syn_status syn_environment_commit(syn_environment *env, bool last, syn_error *error);
void syn_environment_abort(syn_environment *env);
/** Puts all of a new environment on the disk. */
syn_status syn_environment_sync(syn_environment *env, syn_error *error);

/** Told of a page, or of something, that is not as it should be. */
typedef void syn_environment_damage(void *context, const char *what);
/** Walks all trees of the snapshot, page by page: marks, order, references, pages that are used twice or by none. */
syn_status syn_environment_walk(syn_environment *env, syn_environment_damage *damage, void *context, syn_error *error);
uint64_t syn_environment_bytes(const syn_environment *env);

#endif
