/** One addition to a store: documents come one by one and are there all at once, or not at all.
 *
 *      syn_addition_begin(store, pool, memory_bytes, &addition, &error);
 *      for (each document) {
 *          syn_addition_claim(addition, document, &arena, &claim, &error);   // known, or a number and an id
 *          if (!claim.known)
 *              syn_addition_put(addition, &claim, document, words, packed, packed_bytes, &first_place, &error);
 *          syn_addition_print(addition, postings, count, &error);            // with places from first_place on
 *      }
 *      syn_addition_end(addition, &added, &error);                           // acknowledged
 *      syn_addition_free(addition);
 *
 *  Documents are written as they come, under numbers that the manifest does not name yet; the last transaction, a small
 *  one, names them. What was replaced and the segments that were merged are removed afterwards.
 *
 *  Owns    its tables, and the store's snapshot and transaction while it lasts.
 *  Fails   SYN_IO, SYN_INPUT, SYN_MEMORY, SYN_LIMIT, with a message; the store is as it was.
 *  Memory  about 100 bytes a document; memory_bytes for postings, an eighth of that for names; transactions of 64 MiB.
 */
#ifndef SYN_STORE_ADDITION_H
#define SYN_STORE_ADDITION_H

#include "base/spill.h"
#include "store/store.h"

typedef struct syn_addition syn_addition;

/** What becomes of a document. */
typedef struct syn_claim {
    bool known;
    uint32_t number;
    const char *id; /**< its own, or one in the arena */
} syn_claim;

/** `pool`, which may be NULL, sorts; `memory_bytes` is for postings, what does not fit there goes to the disk. */
syn_status syn_addition_begin(syn_store *store, syn_pool *pool, size_t memory_bytes, syn_addition **out,
                              syn_error *error);
void syn_addition_free(syn_addition *addition);
syn_status syn_addition_claim(syn_addition *addition, const syn_document *document, syn_arena *arena, syn_claim *out,
                              syn_error *error);
/** What texts are packed with from now on; NULL: nothing. Texts that lie one behind another are what a new one is made
 *  of, if they are many more than those of the one the store has. */
syn_status syn_addition_train(syn_addition *addition, const char *samples, const size_t *sizes, size_t count,
                              syn_error *error);
const struct syn_dictionary *syn_addition_dictionary(const syn_addition *addition);
/** `*first_place` is where its words begin among those of the addition. In the order of claims. */
syn_status syn_addition_put(syn_addition *addition, const syn_claim *claim, const syn_document *document,
                            uint32_t words,
                            const void *packed, size_t packed_bytes, uint64_t *first_place, syn_error *error);
/** Takes postings of fingerprints, in any order. */
syn_status syn_addition_print(syn_addition *addition, const syn_posting *postings, size_t count, syn_error *error);
syn_status syn_addition_end(syn_addition *addition, syn_added *out, syn_error *error);

#endif
