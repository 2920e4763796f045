/** Proof: what speaks for one descent, best first.
 *
 *  Canonical addresses first, then what the taker's own text says beside the passages and elsewhere, what other
 *  witnesses say where it is silent, the source's own outlet, dates, and what is lacking.
 *
 *      syn_proof_find(&tracing, links, count, &line, &lineage);   // appends to lineage.proofs, counts in the line
 *
 *  Fails   SYN_MEMORY.  Cost    O(log n) in the claims for each link.
 */
#ifndef SYN_TRACE_PROOF_H
#define SYN_TRACE_PROOF_H

#include "trace/lineage.h"

/** Proves the line that these links make; a link without passage is a credit alone. */
syn_status syn_proof_find(const syn_tracing *tracing, const syn_link *links, size_t count, syn_line *line,
                          syn_lineage *out);

#endif
