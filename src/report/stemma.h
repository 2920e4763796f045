/** The forest of all descents, put in order for a report: sources, the texts below each, and the
 *  passages of each text; what no descent accounts for hangs below a last head without a source.
 *
 *      syn_stemma stemma = {0};
 *      syn_stemma_make(view, &groups, &stemma);
 *      for (size_t h = 0; h < stemma.head_count; h++) ... stemma.heads[h].edge_first ...
 *      syn_stemma_release(&stemma);
 *
 *  Unseen sources come first, of them those that some text names, then by the number of texts below
 *  them, then by words; the head without a source is last. Texts of a source come by words, the
 *  passages of a text by number. By outlet, the seen sources of one outlet are one head, and what an
 *  outlet has from itself is left out.
 *
 *  Owns    a syn_stemma owns its arrays.  Fails   SYN_MEMORY.
 *  Cost    one sort of the passages below texts, O(n log n); nothing is compared pair by pair.
 */
#ifndef SYN_REPORT_STEMMA_H
#define SYN_REPORT_STEMMA_H

#include "report/group.h"
#include "syndic/result.h"

/** One copy of a passage in a text below a source. */
typedef struct syn_leaf {
    uint32_t head, group;
    uint32_t passage, witness; /**< SYN_NONE for a descent that rests on credit only */
    uint32_t document;
    uint32_t descent;          /**< SYN_NONE below the head without a source */
    uint32_t words;            /**< of the whole descent, at its first leaf; else 0 */
} syn_leaf;

/** A text, or an outlet, below a source. */
typedef struct syn_edge {
    uint32_t head, group;
    uint32_t leaf_first, leaf_count;
    uint64_t words;            /**< of its descents */
    uint32_t passages;         /**< leaves that are no credit only */
    syn_level level;           /**< the strongest of its descents */
    bool direct;               /**< one of its descents is */
} syn_edge;

typedef struct syn_head {
    uint32_t source;           /**< the first of those it stands for; SYN_NONE: no source is known */
    bool seen, named;          /**< named: some credit names it */
    uint32_t edge_first, edge_count;
    uint32_t sharing;          /**< edges with passages */
    uint64_t words;
} syn_head;

typedef struct syn_stemma {
    syn_head *heads;
    syn_edge *edges;
    syn_leaf *leaves;
    size_t head_count, edge_count, leaf_count, leaf_capacity;
    bool *partly;              /**< by document: a descent accounts for some of its passages */
    bool *linked;              /**< by document: a descent leads to it or from it */
    bool *origin;              /**< by document: others have passages from it, by more than a weak descent */
} syn_stemma;

syn_status syn_stemma_make(const syn_result_view *view, const syn_groups *groups, syn_stemma *out);
void syn_stemma_release(syn_stemma *stemma);

#endif
