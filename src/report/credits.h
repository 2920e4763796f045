/** What the credits of a result say together: which are of a document, which name a source, how many
 *  texts do, and whether they write "the" before its name.
 *
 *      syn_credits credits = {0};
 *      syn_credits_make(view, &groups, &credits);
 *      for (size_t i = credits.first[d]; i < credits.first[d + 1]; i++) ... view->credits[i] ...
 *      syn_credits_release(&credits);
 *
 *  Owns    a syn_credits owns its arrays.  Fails   SYN_MEMORY.  Cost    one sort of the credits.
 */
#ifndef SYN_REPORT_CREDITS_H
#define SYN_REPORT_CREDITS_H

#include "report/group.h"
#include "syndic/result.h"

/** A credit that names a source of text, in a text that is not that source itself. */
typedef struct syn_naming {
    uint32_t source, group, document;
    uint32_t credit;  /**< into the result's credits */
} syn_naming;

typedef struct syn_credits {
    size_t *first;        /**< by document, and one more: its credits */
    syn_naming *namings;  /**< by source, then group, then document, then place */
    size_t *naming_first; /**< by source, and one more */
    uint32_t *texts;      /**< by source: groups that credit it */
    bool *articled;       /**< by source: most sentences write "the" before it */
} syn_credits;

syn_status syn_credits_make(const syn_result_view *view, const syn_groups *groups, syn_credits *out);
void syn_credits_release(syn_credits *credits);

/** Whether a credit names a source of text: not a photograph's, a person's or the source's own voice. */
bool syn_credit_names_source(const syn_credit *credit);
/** The nearest credit of a witness, or NULL. */
const syn_credit *syn_credit_of_witness(const syn_result_view *view, const syn_witness *witness);
/** The first naming of a source by a group, or SIZE_MAX. */
size_t syn_credits_find(const syn_credits *credits, uint32_t source, uint32_t group);
/** The first credit of a document that ends behind byte `at`; its last + 1 when none does. */
size_t syn_credits_behind(const syn_credits *credits, const syn_result_view *view, uint32_t document,
                          uint64_t at);

#endif
