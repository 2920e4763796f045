/** What a store holds, told in order and in numbers.
 *
 *  Owns    nothing.  Fails   as reading does, with a message.
 *  Memory  syn_store_list: 16 bytes a document, and one document.
 */
#ifndef SYN_STORE_LISTING_H
#define SYN_STORE_LISTING_H

#include "store/store.h"

/** Whether a path is a folder that holds an index's marks. */
bool syn_store_is(const char *path);
syn_status syn_store_list(syn_store *store, syn_index_each *each, void *context, syn_error *error);
syn_status syn_store_measure(syn_store *store, syn_index_stats *out, syn_error *error);

#endif
