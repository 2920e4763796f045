/** Evidence: which copies of a passage credit which outlet.
 *
 *  A claim says that one document credits an outlet with one copy: by a credit that covers at least
 *  SYN_CLAIM_WORDS words or half of it, or by one in its sentences or the sentence before or behind. A
 *  copy makes at most SYN_CLAIM_MOST claims, one an outlet, the nearest ones.
 *
 *      for each document: syn_claims_make(&testimony, &scopes[d], d, &scratch, &parts[w]);   // parallel
 *      syn_claims_join(parts, part_count, passage_count, &claims);
 *      for each passage:  syn_claims_settle(&claims, passage);                               // parallel
 *      syn_claims_by_another(&claims, passage, outlet, document);
 *
 *  Owns    syn_claims owns its arrays.  Fails   SYN_MEMORY.
 */
#ifndef SYN_TRACE_EVIDENCE_H
#define SYN_TRACE_EVIDENCE_H

#include "trace/scope.h"

#define SYN_CLAIM_WORDS 8
#define SYN_CLAIM_MOST 8

typedef struct syn_claim {
    uint32_t passage, outlet, copy; /**< copy: into passages.copies */
    uint32_t document;
    uint32_t mention;               /**< of that document */
    bool covers;                    /**< else it stands beside the copy */
    bool most;                      /**< it speaks of most of the copy: it stands outside, or half of the copy lies in what
                                         it covers or in the sentences around it */
    bool half;                      /**< half of the copy lies in what the outlet's credits cover */
} syn_claim;

typedef struct syn_claims {
    syn_claim *items;      /**< joined: by passage; settled: by outlet, then document and copy */
    size_t count, capacity;
    uint32_t *first;       /**< by passage, one more at the end; NULL before they are joined */
} syn_claims;

/** What is known of one document while its copies are judged. Reused from document to document. */
typedef struct syn_nearby {
    uint32_t *names, *wholes;       /**< mentions that name a source, in order of place; those of the whole text */
    syn_extent *local;              /**< what the others cover, in order of place */
    uint32_t name_count, whole_count, local_count;
    size_t name_capacity, whole_capacity, local_capacity;
} syn_nearby;

syn_status syn_nearby_make(const syn_testimony *t, const syn_scope *scope, uint32_t document, syn_nearby *out);
void syn_nearby_release(syn_nearby *nearby);

/** The credit nearest to a copy: one that covers half of it, else of its sentence, its paragraph, the last
 *  one before it, else SYN_NONE. */
uint32_t syn_nearby_credit(const syn_testimony *t, const syn_nearby *nearby, const syn_copy *copy);

/** The claims of one copy, at most SYN_CLAIM_MOST, to `out`; how many. */
uint32_t syn_nearby_claims(const syn_testimony *t, const syn_nearby *nearby, const syn_copy *copy, syn_claim *out);

syn_status syn_claims_make(const syn_testimony *t, const syn_nearby *nearby, uint32_t document, syn_claims *out);
/** Joins what the workers made, by passage; `parts` keep theirs. */
syn_status syn_claims_join(const syn_claims *parts, uint32_t part_count, uint32_t passage_count, syn_claims *out);
void syn_claims_settle(syn_claims *claims, uint32_t passage);
/** Whether a document other than `document` credits the outlet with this passage. */
bool syn_claims_by_another(const syn_claims *claims, uint32_t passage, uint32_t outlet, uint32_t document);
/** The first claim of a passage on an outlet, and that of one copy; settled claims only. NULL when there is none. */
const syn_claim *syn_claims_first(const syn_claims *claims, uint32_t passage, uint32_t outlet);
const syn_claim *syn_claims_of_copy(const syn_claims *claims, uint32_t passage, uint32_t outlet, uint32_t copy);
void syn_claims_release(syn_claims *claims);

#endif
