/** What an index is inside: the store it stands for. */
#ifndef SYN_INDEX_H
#define SYN_INDEX_H

#include "store/store.h"
#include "text/surprisal.h"

/** How the fingerprints of every index are made. */
#define SYN_INDEX_SHINGLE_WORDS 5
#define SYN_INDEX_WINDOW_WORDS 1

struct syn_index {
    syn_store *store;
    syn_surprisal_list *list; /**< made by the first check, kept for the next */
};

/** As syn_options_check, and that fingerprints are made as an index has them. */
syn_status syn_index_options(const syn_options *options, syn_error *error);

#endif
