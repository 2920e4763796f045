/** Documents go: at once for whoever reads, with their bytes later.
 *
 *  Owns    nothing.  Fails   SYN_ARGUMENT for an id that is not there, SYN_IO, SYN_INPUT, SYN_MEMORY, with a message.
 */
#ifndef SYN_STORE_REMOVAL_H
#define SYN_STORE_REMOVAL_H

#include "store/inside.h"

/** Removes the documents with these ids; all of them, or none. */
syn_status syn_store_remove(syn_store *store, const char *const *ids, size_t id_count, syn_error *error);

#endif
