/** Who took what from whom: sources, seen and unseen, and what descends from them.
 *
 *  Passage by passage a copy's parent is found (parent.h). What a document has from one source makes one descent:
 *  its words are explained once, by the longest passage they are in. Then the whole is looked at:
 *
 *  * A label, or a credit at the head or the tail, makes a descent from an outlet also where no words are shared.
 *  * Two documents that descend from the same unseen outlet are siblings: dates and what each lacks make no descent
 *    between them.
 *  * Passages that none of their witnesses can have had first, and that share two of them, are of one unknown source.
 *
 *      for each passage:  syn_parents_find(&tracing, passage, &scratch, parents);             // parallel
 *      syn_kinship_make(&tracing, parents, &kinship);
 *      for each document: syn_lineage_document(&tracing, &kinship, document, &marks, &links[w]); // parallel
 *      syn_lineage_join(&tracing, &kinship, links, worker_count, &lineage);
 *
 *  Owns    syn_lineage, syn_kinship and syn_links own their arrays.  Fails   SYN_MEMORY.
 *  Cost    the words of all copies, and sorting them.
 */
#ifndef SYN_TRACE_LINEAGE_H
#define SYN_TRACE_LINEAGE_H

#include "trace/link.h"

/** Pieces of evidence that one descent shows. */
#define SYN_PROOF_MOST 8

/** Where text came from. */
typedef struct syn_origin {
    syn_from from;
    uint32_t id;           /**< the outlet, the document, or the number of an unknown source, from 1 */
    uint32_t words;        /**< that its descents explain */
} syn_origin;

typedef enum syn_proof_kind {
    SYN_PROOF_CANONICAL, SYN_PROOF_CREDIT, SYN_PROOF_QUOTATION, SYN_PROOF_OWN, SYN_PROOF_DATE, SYN_PROOF_LACK
} syn_proof_kind;

/** A piece of evidence. */
typedef struct syn_proof {
    syn_proof_kind kind;
    uint32_t document;     /**< whose text says it; else the source */
    uint32_t mention;      /**< of that document, or SYN_NONE */
} syn_proof;

/** `to` took passages[first .. first + count) from an origin. */
typedef struct syn_line {
    uint32_t origin, to;
    uint32_t first, count;
    uint32_t words;        /**< of `to`, in all those passages */
    uint32_t proof_first, proof_count;
    syn_level level;
    bool direct;
} syn_line;

typedef struct syn_lineage {
    syn_origin *origins;   /**< unseen ones with the most words first, then by name; then documents in their order */
    syn_line *items;       /**< by origin, then taker */
    uint32_t *passages;    /**< by place in the taker */
    syn_proof *proofs;     /**< best first */
    size_t origin_count, count, passage_count, proof_count;
    size_t origin_capacity, capacity, passage_capacity, proof_capacity;
} syn_lineage;

void syn_lineage_release(syn_lineage *lineage);

syn_status syn_lineage_join(const syn_tracing *tracing, const syn_links *parts, uint32_t part_count, syn_lineage *out);

#endif
