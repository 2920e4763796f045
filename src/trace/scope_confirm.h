/** What confirms that a paragraph belongs to the block that a credit opens.
 *
 *  A passage confirms the paragraphs it reaches from where it begins, and those of a block to whose outlet another
 *  document credits it; so does a second mention of the outlet. Part of scope.c.
 *
 *      syn_scope_confirm(&scoping);       // scratch->opens are found
 *      scratch->far[p];                   // the last paragraph that a passage which begins in p reaches
 *      scratch->confirmed[p] > 0;
 *
 *  Fails   SYN_MEMORY.  Cost    the copies and mentions of the document.
 */
#ifndef SYN_TRACE_SCOPE_CONFIRM_H
#define SYN_TRACE_SCOPE_CONFIRM_H

#include "trace/evidence.h"

/** A credit that opens a block, and the paragraphs that may belong to the block behind what it surely covers. */
typedef struct syn_block_open {
    uint32_t mention, first, end;
} syn_block_open;

/** The document at hand. */
typedef struct syn_scoping {
    const syn_testimony *t;
    const syn_claims *claims;
    uint32_t document;
    const syn_layout *layout;
    syn_mentions *mentions;
    syn_scope_scratch *scratch;
} syn_scoping;

syn_status syn_scope_confirm(syn_scoping *scoping);

#endif
