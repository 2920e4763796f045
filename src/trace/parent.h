/** Parents: whom each copy of one passage comes from, as far as credits, dates and what copies lack tell.
 *
 *  Candidates are few (candidate.h). Each copy has an edge from each candidate whose cost follows its level; leaving
 *  a copy without a parent has a cost too. The cheapest forest is taken (arborescence.h).
 *
 *      credited by this copy, or by a label, head or tail of its text; a canonical address      strong
 *      credited elsewhere in its text; or the outlet's text is dated later                       moderate
 *      only by other witnesses that have most of its words; or claimed by the source's outlet    moderate
 *      the same of speech, beside another outlet, or against a date                              weak
 *      only the dates say so                                                                     weak
 *      and the earliest lacks nothing while every other lacks something                          moderate
 *
 *  What the others lack says nothing by itself: measured on cascades it was right half the time. Where each lacks
 *  something and nobody is credited, the copies are laid to an unknown source.
 *
 *      syn_parents_find(&tracing, passage, &scratch, parents);   // parallel, by passage; writes its copies' slots
 *
 *  Owns    the scratch its tables.  Fails   SYN_MEMORY.
 *  Cost    linear in the copies and claims of the passage.
 */
#ifndef SYN_TRACE_PARENT_H
#define SYN_TRACE_PARENT_H

#include "trace/absent.h"
#include "trace/canonical.h"
#include "trace/credited.h"
#include "trace/standing.h"

/** Words of a copy below which dates and what others say tell nothing. */
#define SYN_LINEAGE_WORDS 20
/** Bits of a copy below which two may have hit upon it by themselves. */
#define SYN_LINEAGE_BITS 120
/** Outlets weighed for one passage. */
#define SYN_PARENT_OUTLETS 4

/** All that lineage is told from. */
typedef struct syn_tracing {
    syn_testimony testimony;
    const syn_claims *claims;              /**< settled */
    const syn_credited *credited;
    const syn_copy_standing *standings;    /**< by copy */
    const syn_date *const *dates;          /**< by document */
    const char *const *urls;               /**< by document; NULL when not known */
    const syn_canonical *canonicals;       /**< by document; NULL when there are none */
    uint32_t document_count, min_words;
} syn_tracing;

typedef enum syn_from { SYN_FROM_NOBODY, SYN_FROM_OUTLET, SYN_FROM_DOCUMENT, SYN_FROM_UNKNOWN } syn_from;
typedef enum syn_reason {
    SYN_BY_CREDIT, SYN_BY_CANONICAL, SYN_BY_OTHERS, SYN_BY_OWN, SYN_BY_DATE, SYN_BY_LACK
} syn_reason;

/** Whom one copy comes from. */
typedef struct syn_parent {
    uint32_t id;     /**< the outlet, the document, or (unknown) the passage */
    uint8_t from;    /**< syn_from */
    uint8_t level;   /**< syn_level */
    uint8_t reason;  /**< syn_reason */
    bool direct;
} syn_parent;

typedef struct syn_parent_scratch {
    syn_absent_scratch absent;
} syn_parent_scratch;

/** The copy (among the passage's) that is surely the earliest, or SYN_NONE. */
uint32_t syn_lineage_earliest(const syn_passages *passages, const syn_gathered *passage, const syn_date *const *dates);

syn_status syn_parents_find(const syn_tracing *tracing, uint32_t passage, syn_parent_scratch *scratch,
                            syn_parent *parents);
void syn_parent_scratch_release(syn_parent_scratch *scratch);

#endif
