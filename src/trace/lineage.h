/** Who has a passage first, as far as dates alone can tell.
 *
 *  The earliest witness of a passage is named only where every witness is dated and one is surely
 *  before all others at the precision their dates have; else nothing is said. The passages that one
 *  document has first and another has too make one descent, of level weak: a date is no proof. A
 *  document's words are explained once, by the longest passage they are in, and a copy of fewer than
 *  SYN_LINEAGE_WORDS matched words is no sign of descent: phrases of that length are written twice by chance.
 *
 *      syn_lineage_all(&passages, &holdings, document_count, dates, min_words, &lineage);
 *
 *  Owns    syn_lineage owns its arrays.  Fails   SYN_MEMORY.
 */
#ifndef SYN_TRACE_LINEAGE_H
#define SYN_TRACE_LINEAGE_H

#include "trace/share.h"

/** Words of a copy below which dates say nothing. */
#define SYN_LINEAGE_WORDS 20

/** `to` took passages[first .. first + count) from `from`, or both took them from elsewhere. */
typedef struct syn_line {
    uint32_t from, to;
    uint32_t first, count;
    uint32_t words;        /**< of `to`, in all those passages */
} syn_line;

typedef struct syn_lineage {
    syn_line *items;
    size_t count, capacity;
    uint32_t *passages;
    size_t passage_count, passage_capacity;
} syn_lineage;

void syn_lineage_release(syn_lineage *lineage);

/** The copy (among the passage's) that is surely the earliest, or SYN_NONE. */
uint32_t syn_lineage_earliest(const syn_passages *passages, const syn_gathered *passage, const syn_date *const *dates);

/** All descents, by source, then taker; passages that count only. `dates[d]` is document d's. */
syn_status syn_lineage_all(const syn_passages *passages, const syn_holdings *holdings, uint32_t document_count,
                           const syn_date *const *dates, uint32_t min_words, syn_lineage *out);

#endif
