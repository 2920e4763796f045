/** Which copies stand in which document, and how much of a document stands elsewhere.
 *
 *      syn_holdings_make(&passages, document_count, &holdings);
 *      for each document: syn_share_make(&passages, &holdings, document, word_count, &share);   // parallel
 *
 *  A word counts once however many passages hold it: as verbatim if any copy of it is, else as edited;
 *  as a name or as stock wording only where it is in no other passage.
 *
 *  Owns    syn_holdings owns its arrays.  Fails   SYN_MEMORY.
 */
#ifndef SYN_TRACE_SHARE_H
#define SYN_TRACE_SHARE_H

#include "trace/passage.h"

/** Copies by document: entry e of document d, first[d] <= e < first[d + 1]. */
typedef struct syn_holdings {
    uint32_t *first;            /**< document_count + 1 */
    uint32_t *copy, *passage;   /**< by entry, in order of passage */
    syn_stretch *range;         /**< by copy: its document, and the representative's words it reaches over */
} syn_holdings;

syn_status syn_holdings_make(const syn_passages *passages, uint32_t document_count, syn_holdings *out);
void syn_holdings_release(syn_holdings *holdings);

/** Whether a kind counts as reuse. */
bool syn_kind_counts(syn_kind kind);

syn_status syn_share_make(const syn_passages *passages, const syn_holdings *holdings, uint32_t document,
                          uint32_t word_count, syn_share *out);

#endif
