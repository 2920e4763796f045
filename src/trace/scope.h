/** Scope: how far a credit covers the text.
 *
 *  A credit covers surely what credit.h says: its sentence, its label's paragraph, the text. From a label
 *  or a credit that opens a block the cover goes on over the following paragraphs, up to the next label or
 *  to what is no sentence, as far as something confirms it:
 *
 *      a passage that begins in what is covered, or that another document credits to the
 *      outlet, with SYN_SCOPE_WORDS words in the paragraph; or a second mention of the outlet    strong
 *      the SYN_SCOPE_RUN paragraphs behind a confirmed one (labels only)                          moderate
 *      a paragraph that quotes a speaker named under a label of the outlet (labels only)          moderate
 *      the SYN_SCOPE_RUN paragraphs behind that, but for sentences of other speakers              weak
 *
 *  A mention of the outlet inside what it surely covers is the outlet's own voice in copied text (`of` becomes
 *  SYN_OF_SELF).
 *
 *      syn_scope_sure(&testimony, document, &scratch, &scope);                     // claims are made of these
 *      syn_scope_make(&testimony, document, &claims, &scratch, &arena, &scope);
 *
 *  Owns    the arena owns what a syn_scope points to.  Fails   SYN_MEMORY.
 *  Units   bytes.  Cost    O(n log n) in the words, mentions and copies of the document.
 */
#ifndef SYN_TRACE_SCOPE_H
#define SYN_TRACE_SCOPE_H

#include "trace/testimony.h"

/** Words of a passage in a paragraph that confirm it. */
#define SYN_SCOPE_WORDS 8
/** Paragraphs that follow a confirmed one on its account. */
#define SYN_SCOPE_RUN 3
/** Words of the shortest paragraph that is text; one of fewer than SYN_SCOPE_SKIP is passed over. */
#define SYN_SCOPE_TEXT 6
#define SYN_SCOPE_SKIP 3

/** What one mention covers. */
typedef struct syn_extent {
    syn_reach reach;
    syn_level level;
    uint32_t mention;
} syn_extent;

/** What the mentions of one document cover: by mention, then in order of place, disjoint for each. */
typedef struct syn_scope {
    const syn_extent *items;
    uint32_t count;
} syn_scope;

struct syn_claims;
struct syn_block_open;
/** What is reused from document to document. */
typedef struct syn_scope_scratch {
    syn_extent *extents;
    struct syn_block_open *opens;
    uint32_t *far, *confirmed; /**< by paragraph */
    uint64_t *names;           /**< an outlet and a word of a name under its label */
    uint32_t extent_count, open_count, name_count;
    size_t extent_capacity, open_capacity, far_capacity, confirmed_capacity, name_capacity;
} syn_scope_scratch;

/** What credits surely cover; good until the scratch is used again. */
syn_status syn_scope_sure(const syn_testimony *t, uint32_t document, syn_scope_scratch *scratch, syn_scope *out);
/** What they cover with all that confirms them; `claims` come from what they surely cover. */
syn_status syn_scope_make(const syn_testimony *t, uint32_t document, const struct syn_claims *claims,
                          syn_scope_scratch *scratch, syn_arena *arena, syn_scope *out);
void syn_scope_scratch_release(syn_scope_scratch *scratch);

#endif
