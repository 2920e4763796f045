/** The ids that one addition has met, and whose each of them is.
 *
 *  Of several texts that come under one id, the one with the smallest hash keeps it and each other gets "#" and eight
 *  digits of its hash behind it, as syn_corpus_settle has it; which came first does not matter.
 *
 *  Owns    its table.  Fails   SYN_MEMORY.  Memory  about 60 bytes a document.
 */
#ifndef SYN_STORE_ARRIVALS_H
#define SYN_STORE_ARRIVALS_H

#include "syndic/base.h"

#include <stdbool.h>

#define SYN_ARRIVAL_NONE UINT32_MAX

/** The holder of an id. */
typedef struct syn_arrival {
    uint8_t id[16], text[16];  /**< the first bytes of SHA-256 */
    uint32_t number;
    uint32_t replaces;         /**< the document that the store held under this id, with another text; or NONE */
    bool held;                 /**< the store holds it already */
} syn_arrival;

typedef struct syn_arrivals {
    syn_arrival *items;
    size_t count, capacity;
    uint32_t *slots;           /**< place in items + 1 */
    size_t mask;
} syn_arrivals;

void syn_arrivals_release(syn_arrivals *arrivals);
/** The holder of an id, or NULL. Good until the next is added. */
syn_arrival *syn_arrivals_find(const syn_arrivals *arrivals, const char *id);
/** Adds a holder of an id that has none. */
syn_status syn_arrivals_add(syn_arrivals *arrivals, const char *id, const syn_arrival *arrival);

#endif
