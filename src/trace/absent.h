/** What a witness lacks: matter that others of the same passage share and it does not have.
 *
 *  Of documents A, B and C that share a passage, C cannot be where the other two have all of theirs from when they
 *  share a second passage whose words C has in none. If that is true of each of them, none had it first, as far as
 *  the texts tell: they are siblings, and their source is not among them.
 *
 *      uint64_t lacking;
 *      syn_absent_find(&passages, &holdings, documents, count, &scratch, &lacking);   // bit i: documents[i]
 *
 *  Owns    the scratch its tables.  Fails   SYN_MEMORY.
 *  Cost    the passages of the documents; one that has more than SYN_ABSENT_ENTRIES of them is taken to lack nothing.
 */
#ifndef SYN_TRACE_ABSENT_H
#define SYN_TRACE_ABSENT_H

#include "trace/testimony.h"

/** Documents that can be asked at once, and passages looked at of each. */
#define SYN_ABSENT_DOCUMENTS 64
#define SYN_ABSENT_ENTRIES 512
/** Passages that a document does not hold which are looked into: it may have their words in others. */
#define SYN_ABSENT_ASKED 8
/** Words of a passage that a document can be said to lack: shorter ones are written twice by chance. */
#define SYN_ABSENT_WORDS 20

typedef struct syn_absent_scratch {
    uint64_t *holders;   /**< by passage: which of the documents hold it; zero between calls */
    uint32_t *touched;
    syn_spread shared;
    size_t holder_capacity, touched_capacity;
} syn_absent_scratch;

/** `documents` ascend, at most SYN_ABSENT_DOCUMENTS. */
syn_status syn_absent_find(const syn_passages *passages, const syn_holdings *holdings, const uint32_t *documents,
                           uint32_t count, syn_absent_scratch *scratch, uint64_t *lacking);
void syn_absent_scratch_release(syn_absent_scratch *scratch);

#endif
