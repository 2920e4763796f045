/** The forest of descents as a drawing: where each source and each text stands, in columns from left to
 *  right, and the way of each line between them.
 *
 *      syn_graph graph = {0};
 *      syn_graph_make(&stemma, view, &groups, 60, &graph);
 *      ... graph.nodes[graph.links[i].to].y ...
 *      syn_graph_release(&graph);
 *
 *  A node stands right of all it descends from (longest paths: Sugiyama, Tagawa and Toda 1981); a line that
 *  passes a column takes a place in it, so that nothing is drawn over a node. Within a column the order is
 *  that of the neighbours' means. Lines that would close a circle, as between outlets, lead back.
 *
 *  Owns    a syn_graph owns its arrays.  Fails   SYN_MEMORY.  Units   pixels.
 *  Cost    bounded by the number of nodes asked for and SYN_GRAPH_LINKS.
 */
#ifndef SYN_REPORT_HTML_GRAPH_H
#define SYN_REPORT_HTML_GRAPH_H

#include "report/stemma.h"

enum {
    SYN_GRAPH_LINKS = 200,     /**< at most; of more the first */
    SYN_GRAPH_NODE_WIDTH = 216,
    SYN_GRAPH_GAP_WIDTH = 216  /**< between columns: where lines bend, and where they carry their words */
};

/** A source, or a text or outlet, or a bend of a line that passes a column. */
typedef struct syn_graph_node {
    uint32_t source;   /**< a source that is not among the texts, or SYN_NONE */
    uint32_t group;    /**< a text or outlet, or SYN_NONE */
    uint32_t column, rank; /**< rank: place within the column */
    uint32_t ports;    /**< lines that end here */
    double y, height, mean;
} syn_graph_node;

typedef struct syn_graph_link {
    uint32_t from, to;
    const syn_edge *edge;
    uint32_t bend_first, bend_count; /**< into nodes: where it passes columns between */
    uint32_t port;     /**< from above, where it ends */
    bool back;
} syn_graph_link;

typedef struct syn_graph {
    syn_graph_node *nodes;  /**< node_count nodes, and behind them the bends */
    syn_graph_link *links;
    size_t node_count, item_count, link_count, column_count;
    size_t nodes_left_out, links_left_out;
    double width, height;
} syn_graph;

/** How many nodes a drawing of all would have. */
syn_status syn_graph_count(const syn_stemma *stemma, const syn_result_view *view, const syn_groups *groups,
                           size_t *out);
syn_status syn_graph_make(const syn_stemma *stemma, const syn_result_view *view, const syn_groups *groups,
                          size_t most_nodes, syn_graph *out);
void syn_graph_release(syn_graph *graph);

static inline double syn_graph_x(const syn_graph_node *node)
{
    return node->column * (double)(SYN_GRAPH_NODE_WIDTH + SYN_GRAPH_GAP_WIDTH);
}

#endif
