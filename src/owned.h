/** What the indexes hold of the texts that are checked themselves: under the same path, id or address, or word for word.
 *
 *  Another outlet's text, or one at another address, is none of them, whatever else it shares with the new one.
 *
 *      syn_owned owned = {0};
 *      syn_owned_find(&owned, stores, store_count, fresh, &error);
 *      ... owned.held[owned.first[d]] to owned.held[owned.first[d + 1]] are not held against text d ...
 *      syn_owned_name(&owned, stores, syn_corpus_count(fresh), result, &error);
 *      syn_owned_release(&owned);
 *
 *  Owns    its arrays.  Fails   as the store does.
 */
#ifndef SYN_OWNED_H
#define SYN_OWNED_H

#include "model/result.h"
#include "probe.h"

typedef struct syn_owned {
    syn_held *held;     /**< by new text, then ascending */
    bool *same, *met;   /**< by held: it is the very text; it shares words with the new one (the caller's to set) */
    size_t *first;      /**< by new text, one more at the end */
    size_t count, capacity, same_capacity, met_capacity;
} syn_owned;

/** Each store has been begun. */
syn_status syn_owned_find(syn_owned *owned, syn_store *const *stores, size_t store_count, const syn_corpus *fresh,
                          syn_error *error);
/** Writes checked[].versions: those that are the very text, or were met. */
syn_status syn_owned_name(const syn_owned *owned, syn_store *const *stores, size_t fresh_count, syn_result *result,
                          syn_error *error);
void syn_owned_release(syn_owned *owned);

#endif
