/** Candidates: whom the copies of one passage may come from. They are few.
 *
 *      outlets that witnesses credit with it, and for each the witnesses that are of that outlet
 *      the witness that its own outlet claims ("told the Gazette" in the Gazette), if only one outlet does
 *      witnesses whose address others name as their own (two)
 *      the witness that is surely the earliest
 *
 *  Copies of fewer than SYN_LINEAGE_WORDS words or SYN_LINEAGE_BITS bits are phrases that two may hit upon by
 *  themselves: they make no document a candidate.
 *
 *      syn_candidates x;
 *      syn_candidates_find(&tracing, passage, &x);
 *      syn_copies_common(passages, taker, x.items[0].copy);   // words that two copies share
 *
 *  Fails   never.  Cost    linear in the copies and claims of the passage.
 */
#ifndef SYN_TRACE_CANDIDATE_H
#define SYN_TRACE_CANDIDATE_H

#include "trace/parent.h"

/** Candidates of one passage, and documents of one outlet that are asked for each copy. */
#define SYN_CANDIDATES_MOST (SYN_PARENT_OUTLETS + 4)
#define SYN_SEATS_MOST 4

/** Somebody whom copies may come from. */
typedef struct syn_candidate {
    uint32_t outlet;                  /**< SYN_NONE: a document by itself */
    uint32_t copy;                    /**< of that document; SYN_NONE of an outlet */
    syn_reason reason;                /**< of that document */
    uint32_t seats[SYN_SEATS_MOST];   /**< copies of documents that are of the outlet, most words first */
    uint32_t seat_count;
    uint32_t claim_first, claim_end;  /**< into claims: those on the outlet */
    uint32_t crediting;               /**< documents whose credit speaks of this wording */
    bool beside;                      /**< one of them stands in the text, not at its head or tail */
    uint32_t fullest;                 /**< of their copies the one with the most words, or SYN_NONE */
} syn_candidate;

typedef struct syn_candidates {
    const syn_tracing *t;
    const syn_passages *p;
    const syn_gathered *g;
    uint32_t passage, count;
    uint32_t earliest;                /**< the copy surely first, or SYN_NONE */
    syn_candidate items[SYN_CANDIDATES_MOST];
} syn_candidates;

void syn_candidates_find(const syn_tracing *tracing, uint32_t passage, syn_candidates *out);
/** Whether a claim speaks of the copy at all: one sentence's credit does not speak of an article. */
bool syn_claim_speaks(const syn_tracing *tracing, const syn_claim *claim);
/** Whether it speaks of the copy's wording: it covers it, or stands beside quoted speech. */
bool syn_claim_is_sure(const syn_tracing *tracing, const syn_claim *claim);
/** Whether a copy is a phrase that two may hit upon by themselves. */
bool syn_copy_is_chance(const syn_gathered *passage, const syn_copy *copy);
/** Words of the representative that both copies of a passage have. */
uint32_t syn_copies_common(const syn_passages *passages, uint32_t a, uint32_t b);

#endif
