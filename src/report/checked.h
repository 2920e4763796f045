/** What a check found, put in order for its reports: of each new text its copies of passages, the known texts that
 *  share most with it, and the descents that lead to it and from it.
 *
 *      syn_checks checks = {0};
 *      syn_checks_make(view, &checks);
 *      for (size_t i = checks.copies.first[text]; i < checks.copies.first[text + 1]; i++)
 *          ... view->witnesses[checks.copies.at[i].item] ...
 *      syn_checks_release(&checks);
 *
 *  New text number n is document n: they come first in a check's corpus. What is no check has none.
 *
 *  Owns    a syn_checks owns its lists.  Fails   SYN_MEMORY.
 *  Cost    a sort of what concerns new texts; a passage that many known texts have is looked at once a copy.
 */
#ifndef SYN_REPORT_CHECKED_H
#define SYN_REPORT_CHECKED_H

#include "base/buf.h"
#include "syndic/result.h"

/** How a copy in a new text is told; what wants a look comes first. */
typedef enum syn_told {
    SYN_TOLD_OPEN, SYN_TOLD_KNOWN, SYN_TOLD_CREDITED, SYN_TOLD_QUOTED, SYN_TOLD_UNCOUNTED
} syn_told;

typedef struct syn_check_entry {
    uint32_t text, rank;   /**< sorted by these, then by number and item */
    uint32_t number, item;
} syn_check_entry;

/** Entries of text n are at[first[n]] to at[first[n + 1]]. */
typedef struct syn_check_list {
    syn_check_entry *at;
    size_t *first;
} syn_check_list;

typedef struct syn_checks {
    syn_check_list copies; /**< rank: syn_told; number: passage; item: witness */
    syn_check_list pairs;  /**< item: a pair with a known text, most words first */
    syn_check_list taken;  /**< item: a descent that leads to the text and has passages, most words first */
    syn_check_list given;  /**< item: a descent that leads from the text */
} syn_checks;

syn_status syn_checks_make(const syn_result_view *view, syn_checks *out);
void syn_checks_release(syn_checks *checks);

/** What a passage adds to the open words of a new text, or NULL. */
const syn_counted *syn_checked_counted(const syn_result_view *view, uint32_t text, uint32_t passage);
/** Whether a copy is why its text is over the limit: counted, not known, in a new text that is over. */
bool syn_checked_presses(const syn_result_view *view, uint32_t passage, const syn_witness *witness);
/** New texts that are over. */
size_t syn_checked_over(const syn_result_view *view);
/** Whether some limit is set. */
bool syn_checked_limited(const syn_result_view *view);
/** Appends "over the limit of 40 words", "within the limits of 40 words and 20%"; nothing without a limit. */
void syn_checked_verdict(const syn_result_view *view, const syn_checked *checked, syn_buf *out);
/** Appends "the limits of 40 words and 20%". */
void syn_checked_limits(const syn_result_view *view, bool words, bool share, syn_buf *out);
/** Appends "20.3%": the share that `words` are of a new text. */
void syn_checked_percent(const syn_result_view *view, const syn_checked *checked, syn_buf *out);

/** How a copy is worded: of the one that stands for its passage, which is held against no other, as the passage is. */
syn_kind syn_checked_kind(const syn_result_view *view, uint32_t passage, const syn_witness *witness);
/** The version to be told first, into versions[]: this very text before another one; SYN_NONE: there is none. */
uint32_t syn_checked_version(const syn_result_view *view, const syn_checked *checked);
/** Appends "this very text is known as cp-2 (cp.jsonl)", "an earlier version of it is known: cp-1". */
void syn_checked_edition(const syn_edition *version, syn_buf *out);
/** Whether evidence `number` of a descent says something that none before it has said. */
bool syn_checked_proves(const syn_result_view *view, const syn_descent *descent, uint32_t number);
/** The document whose words an evidence quotes; SYN_NONE when it quotes none, or the descent's own. */
uint32_t syn_checked_speaks(const syn_descent *descent, const syn_evidence *evidence);

/** A source that known copies credit and that is not among the texts. */
typedef struct syn_absent {
    uint32_t source;
    size_t texts;  /**< known texts with a copy that credit it */
} syn_absent;

/** Sources of one new text or of all, by how many known texts credit them. */
typedef struct syn_absents {
    syn_absent *at;
    size_t count;
    size_t known;  /**< known texts that have a copy */
} syn_absents;

/** Of the passages of these entries of checks.copies. */
syn_status syn_absents_make(const syn_result_view *view, const syn_check_entry *at, size_t count, syn_absents *out);
/** Of all new texts together. */
syn_status syn_absents_all(const syn_result_view *view, syn_absents *out);
void syn_absents_release(syn_absents *absents);
/** "Two of the three known texts credit", "The known text credits". */
void syn_absents_who(const syn_absents *absents, const syn_absent *absent, char text[96]);

#endif
