/** What an index is inside: the store it stands for. */
#ifndef SYN_INDEX_H
#define SYN_INDEX_H

#include "store/store.h"
#include "text/surprisal.h"

struct syn_index {
    syn_store *store;
    syn_surprisal_list *list; /**< made by the first check, kept for the next */
};

#endif
