/** Which outlets each document credits anywhere in its text, and where best.
 *
 *      syn_credited_make(mentions, document_count, &credited);
 *      const syn_credited_outlet *entry = syn_credited_find(&credited, document, outlet);
 *      entry != NULL && entry->named;
 *
 *  Owns    syn_credited its arrays.  Fails   SYN_MEMORY.  Cost    O(n log n) in the mentions of each document.
 */
#ifndef SYN_TRACE_CREDITED_H
#define SYN_TRACE_CREDITED_H

#include "trace/credit.h"

/** An outlet that a document credits somewhere in its text. */
typedef struct syn_credited_outlet {
    uint32_t outlet, mention; /**< mention: the first one of the best place */
    bool named;               /**< by a label, at the head or at the tail */
} syn_credited_outlet;

/** By document, sorted by outlet. */
typedef struct syn_credited {
    syn_credited_outlet *items;
    size_t count, capacity;
    uint32_t *first;          /**< document_count + 1 */
    uint32_t *own;            /**< by document: the mention by which its own outlet claims it, or SYN_NONE */
} syn_credited;

syn_status syn_credited_make(const syn_mentions *mentions, uint32_t document_count, syn_credited *out);
/** The document's entry for an outlet, or NULL. */
const syn_credited_outlet *syn_credited_find(const syn_credited *credited, uint32_t document, uint32_t outlet);
void syn_credited_release(syn_credited *credited);

#endif
