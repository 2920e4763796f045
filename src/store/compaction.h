/** A store is written anew, without what was removed from it.
 *
 *      syn_compaction_begin(store, &compaction, &error);
 *      for (;;) {                                            // in order of numbers
 *          syn_compaction_take(compaction, arena, &parcel, &more, &error);
 *          ... unpack with parcel.dictionary, pack with syn_compaction_dictionary() ...
 *          syn_compaction_put(compaction, &parcel, packed, packed_bytes, &error);
 *      }
 *      syn_compaction_end(compaction, &error);               // acknowledged
 *      syn_compaction_free(compaction);
 *
 *  Everything is copied by what it means, never by pages: no byte of what was removed comes along, and neither does a
 *  dictionary that was made of it. All segments become one. Until the end the store is as it was.
 *
 *  Owns    the store's snapshot while it lasts.  Fails   SYN_IO, SYN_INPUT, SYN_MEMORY, with a message.
 */
#ifndef SYN_STORE_COMPACTION_H
#define SYN_STORE_COMPACTION_H

#include "base/arena.h"
#include "store/packing.h"
#include "store/record.h"
#include "store/store.h"

typedef struct syn_compaction syn_compaction;

/** A document on its way. */
typedef struct syn_parcel {
    uint32_t number;
    syn_kept record;                  /**< in the arena */
    syn_slice packed;                 /**< good until the end */
    const syn_dictionary *dictionary; /**< it was packed with */
} syn_parcel;

syn_status syn_compaction_begin(syn_store *store, syn_compaction **out, syn_error *error);
void syn_compaction_free(syn_compaction *compaction);
/** What texts are packed with from now on, made of a sample of those that stay. */
const syn_dictionary *syn_compaction_dictionary(const syn_compaction *compaction);
uint64_t syn_compaction_total(const syn_compaction *compaction); /**< documents that stay */
/** The next document; `*more` is false when there is none. */
syn_status syn_compaction_take(syn_compaction *compaction, syn_arena *arena, syn_parcel *out, bool *more,
                               syn_error *error);
syn_status syn_compaction_put(syn_compaction *compaction, const syn_parcel *parcel, const void *packed,
                              size_t packed_bytes, syn_error *error);
syn_status syn_compaction_end(syn_compaction *compaction, syn_error *error);

#endif
