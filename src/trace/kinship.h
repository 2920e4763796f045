/** Kinship: what is known of all parents together, once each passage has its own.
 *
 *  Two documents that descend from the same unseen outlet are siblings. Passages that none of their witnesses can have
 *  had first, and that share two of them, are of one unknown source.
 *
 *      syn_kinship_make(&tracing, parents, &kinship);
 *      syn_kinship_siblings(&kinship, 3, 7);
 *      kinship.unknown[passage];
 *
 *  Owns    a syn_kinship its arrays but the parents.  Fails   SYN_MEMORY.  Cost    sorting the copies' parents.
 */
#ifndef SYN_TRACE_KINSHIP_H
#define SYN_TRACE_KINSHIP_H

#include "trace/parent.h"

typedef struct syn_kinship {
    const syn_parent *parents; /**< by copy */
    uint64_t *under;           /**< a document and an unseen outlet it descends from, sorted */
    size_t under_count;
    uint32_t *unknown;         /**< by passage: the number of its unknown source, or 0 */
} syn_kinship;

syn_status syn_kinship_make(const syn_tracing *tracing, const syn_parent *parents, syn_kinship *out);
/** Whether two documents descend from the same unseen outlet. */
bool syn_kinship_siblings(const syn_kinship *kinship, uint32_t a, uint32_t b);
void syn_kinship_release(syn_kinship *kinship);

#endif
