/** The cheapest forest in which every node has at most one parent: of all ways to say who took a text from
 *  whom, the one that the evidence speaks for most.
 *
 *      syn_arborescence_find(node_count, edges, edge_count, abstain, parents);
 *      parents[node];    // an edge, or SYN_NONE where no parent is said
 *
 *  Every node has a parent or costs `abstain`; nobody is their own ancestor. Chu and Liu 1965, Edmonds
 *  1967: each node takes its cheapest edge, a circle becomes one node whose edges cost what
 *  leaving the circle costs. Of equal edges the first is taken.
 *
 *  Fails   SYN_MEMORY.  Cost    O(nodes * edges); meant for the few sources of one passage, whose takers are leaves.
 */
#ifndef SYN_TRACE_ARBORESCENCE_H
#define SYN_TRACE_ARBORESCENCE_H

#include "syndic/result.h"

typedef struct syn_edge {
    uint32_t from, to;
    int32_t cost;
} syn_edge;

syn_status syn_arborescence_find(uint32_t node_count, const syn_edge *edges, uint32_t edge_count, int32_t abstain,
                                 uint32_t *parents);

#endif
