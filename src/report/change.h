/** Two results held against one another (the public face is include/syndic/changes.h). change.c makes it of texts and
 *  descents, change_passage.c of passages; change_text.c and change_json.c write it.
 *
 *  The heart of it are partners: for each document, passage and descent of one result the one of the other that it is,
 *  or SYN_NONE. What has a partner is the same or changed, what has none is gone (before) or new (after).
 *
 *  Owns    its arrays.  Fails   SYN_MEMORY.
 */
#ifndef SYN_REPORT_CHANGE_H
#define SYN_REPORT_CHANGE_H

#include "syndic/changes.h"

/** One side's partners on the other side. */
typedef struct syn_partners {
    uint32_t *documents, *passages, *descents;
} syn_partners;

typedef struct syn_change_count {
    size_t same, added, gone, changed;
} syn_change_count;

struct syn_changes {
    const syn_result_view *before, *after;
    syn_partners of_before, of_after;
    syn_change_count documents, passages, descents;
    size_t verdicts; /**< new texts of checks of which another thing is said */
};

/** Finds passages' partners; those of documents must be known. */
syn_status syn_change_passages(syn_changes *changes);

/* Whether two partners differ. */
bool syn_change_document(const syn_changes *changes, uint32_t before, uint32_t after);
bool syn_change_passage(const syn_changes *changes, uint32_t before, uint32_t after);
bool syn_change_descent(const syn_changes *changes, uint32_t before, uint32_t after);
/** Whether a check says something else of a new text, a document of the second result, than before: it has other open
 *  words, or is over its limit where nothing was said of it. Sets what was said before, or NULL. */
bool syn_change_verdict(const syn_changes *changes, uint32_t after, const syn_checked **before);
/** Where a document stands among witnesses: new texts first, then by id. */
int syn_change_order(const syn_result_view *a, uint32_t i, const syn_result_view *b, uint32_t j);
/** Whether a witness stands elsewhere or has other words; its standing is another matter. */
bool syn_change_witness(const syn_witness *before, const syn_witness *after);

/** The outlet's name, or the document's id. */
const char *syn_change_source(const syn_result_view *view, uint32_t source);

#endif
