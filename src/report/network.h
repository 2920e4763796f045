/** The graph of a result: texts (or outlets) and sources that are not among them, joined by descents and, where
 *  no descent accounts for it, by what is shared. dot.c and gexf.c write it.
 *
 *      syn_network network = {0};
 *      syn_network_make(view, by_outlet, &network);
 *      for (size_t i = 0; i < network.edge_count; i++)
 *          ... network.nodes[network.edges[i].from] ...
 *      syn_network_release(&network);
 *
 *  A descent is an edge from its source to the taker; several between the same two are one. A pair of texts is an
 *  edge, without a direction, for the words of its passages that no descent leads to in either text: two takers of
 *  one source are joined through that source and not also by a line of their own. Nodes that nothing joins are
 *  left out and counted.
 *
 *  Owns    a syn_network owns its arrays.  Fails   SYN_MEMORY.
 *  Cost    sorts of the descents and of the pairs.
 */
#ifndef SYN_REPORT_NETWORK_H
#define SYN_REPORT_NETWORK_H

#include "base/buf.h"
#include "report/group.h"
#include "report/view.h"

enum { SYN_NETWORK_SHARED = 100000 /* pairs at most; of more the largest */ };

typedef struct syn_network_node {
    uint32_t group;   /**< text or outlet, or SYN_NONE */
    uint32_t source;  /**< one that is not among the texts, or SYN_NONE */
} syn_network_node;

typedef struct syn_network_edge {
    uint32_t from, to;
    uint64_t words;
    uint32_t passages;
    bool shared;      /**< no descent: from and to have no order, level and direct say nothing */
    bool direct;      /**< one of its descents is */
    syn_level level;  /**< the strongest of its descents */
} syn_network_edge;

typedef struct syn_network {
    syn_groups groups;
    syn_names names;
    syn_network_node *nodes;  /**< texts in their order, then sources in theirs */
    syn_network_edge *edges;  /**< descents by from and to, then shared ones, largest first */
    size_t node_count, edge_count, descent_count, capacity;
    size_t alone;             /**< texts or outlets without an edge, left out */
    size_t shared_left_out;
} syn_network;

syn_status syn_network_make(const syn_result_view *view, bool by_outlet, syn_network *out);
void syn_network_release(syn_network *network);

/** Says what is left out, a sentence each: "Left out: 3 smaller shared edges." between `open` and `close`. */
void syn_network_left_out(const syn_network *network, const syn_result_view *view, const char *open, const char *close,
                          syn_buf *buf);

/** "t5" for the fifth text, "o5" for the outlet whose first text that is, "s2" for the second source. */
void syn_network_id(const syn_network *network, uint32_t node, char id[16]);
/** The node's name, not yet fit for any format: a short name, an outlet's, a source's. */
syn_slice syn_network_name(const syn_network *network, const syn_result_view *view, uint32_t node);

#endif
