/** Canonical addresses: a page that names another as its own address says where its text is from.
 *
 *      syn_canonical *found = ...;                               // by document
 *      syn_canonical_find(urls, canonicals, document_count, found);
 *      found[3].document;                                        // whose address document 3 names, or SYN_NONE
 *      found[3].foreign;                                         // it is on another host than its own address
 *
 *  Addresses are compared without scheme, "www.", fragment and last slash. Two that name one another say nothing.
 *
 *  Fails   SYN_MEMORY.  Cost    O(n log n) in the documents; nothing when none has a canonical address.
 */
#ifndef SYN_TRACE_CANONICAL_H
#define SYN_TRACE_CANONICAL_H

#include "syndic/result.h"

typedef struct syn_canonical {
    uint32_t document; /**< that has this address, or SYN_NONE */
    uint32_t outlet;   /**< whose host it is on, where no document has it; SYN_NONE until told by outlet.h */
    bool foreign;
} syn_canonical;

syn_status syn_canonical_find(const char *const *urls, const char *const *canonicals, uint32_t document_count,
                              syn_canonical *out);

#endif
