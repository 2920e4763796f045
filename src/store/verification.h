/** Everything a store holds is read and held against everything else.
 *
 *      syn_verification_begin(store, damage, context, &verification, &error);   // pages, checksums, counts, references
 *      for (i < syn_verification_count(verification)) -> workers:
 *          syn_verification_text(verification, i, &packer, &arena, &what);      // texts against their hashes
 *      syn_verification_damages(verification);
 *      syn_verification_free(verification);
 *
 *  Pages first: a table whose pages are not whole is named and read no further. Then each value's checksum, and what it
 *  says: that documents have texts and nothing else has, that counts add up, that segments' places are their documents'
 *  words, that postings ascend and each block names the next, and that each document is found by its id.
 *
 *  Owns    the store's snapshot while it lasts.  Fails   what cannot be read at all; damage is told, and no failure.
 */
#ifndef SYN_STORE_VERIFICATION_H
#define SYN_STORE_VERIFICATION_H

#include "base/arena.h"
#include "store/packing.h"
#include "store/store.h"

typedef struct syn_verification syn_verification;

syn_status syn_verification_begin(syn_store *store, syn_index_damage *damage, void *context, syn_verification **out,
                                  syn_error *error);
void syn_verification_free(syn_verification *verification);
/** Documents whose texts are to be looked at. */
size_t syn_verification_count(const syn_verification *verification);
/** Looks at one document and its text; many may at once, each with a packer and an arena of its own. `*what` is NULL,
 *  or the damage in words, in the arena. SYN_MEMORY. */
syn_status syn_verification_text(const syn_verification *verification, size_t index, syn_packer *packer,
                                 syn_arena *arena, const char **what);
/** Tells a damage, and counts it. */
void syn_verification_tell(syn_verification *verification, const char *what);
uint64_t syn_verification_damages(const syn_verification *verification); /**< told so far */

#endif
