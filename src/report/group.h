/** Who counts as one in a report: each document by itself, or all documents of an outlet.
 *
 *      syn_groups groups = {0};
 *      syn_groups_make(corpus, by_outlet, &groups);
 *      groups.of[document];               // 0 <= group < groups.count
 *      syn_groups_release(&groups);
 *
 *  Outlets are compared byte by byte; a document that names none stands alone. Groups are numbered in
 *  the order of their first documents.
 *
 *  Owns    a syn_groups owns its arrays.  Fails   SYN_MEMORY.  Cost    one sort of the outlets.
 */
#ifndef SYN_REPORT_GROUP_H
#define SYN_REPORT_GROUP_H

#include "syndic/corpus.h"

typedef struct syn_groups {
    uint32_t *of;      /**< by document */
    uint32_t *first;   /**< by group: its first document */
    uint32_t *size;    /**< by group: its documents */
    bool *outlet;      /**< by group: it is an outlet, not a document */
    size_t count, outlets;
} syn_groups;

syn_status syn_groups_make(const syn_corpus *corpus, bool by_outlet, syn_groups *out);
void syn_groups_release(syn_groups *groups);

#endif
