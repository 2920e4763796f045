#include "trace/arborescence.h"

#include "base/alloc.h"

#include <stdlib.h>

/* An edge of the graph at one depth of contraction. */
typedef struct bond {
    uint32_t from, to, above; /* above: the edge it is at the depth before */
    int64_t cost;
} bond;

/* One depth: nodes, the root last among them, and the bonds between them. */
typedef struct depth {
    uint32_t nodes, bond_count;
    bond *bonds;
    uint32_t *best;   /* by node: its cheapest bond */
    uint32_t *circle; /* by node: number of the circle it is on, or SYN_NONE */
    uint32_t *into;   /* by node: the node it becomes below */
} depth;

static bool open_depth(depth *d, uint32_t nodes, uint32_t bonds)
{
    *d = (depth){.nodes = nodes, .bond_count = 0, .bonds = syn_alloc(bonds, sizeof *d->bonds),
                 .best = syn_alloc(nodes, sizeof *d->best), .circle = syn_alloc(nodes, sizeof *d->circle),
                 .into = syn_alloc(nodes, sizeof *d->into)};
    return d->bonds != NULL && d->best != NULL && d->circle != NULL && d->into != NULL;
}

static void close_depth(depth *d)
{
    free(d->bonds);
    free(d->best);
    free(d->circle);
    free(d->into);
}

static void find_best(depth *d)
{
    for (uint32_t n = 0; n < d->nodes; n++)
        d->best[n] = SYN_NONE;
    for (uint32_t b = 0; b < d->bond_count; b++) {
        const bond *x = &d->bonds[b];
        if (d->best[x->to] == SYN_NONE || x->cost < d->bonds[d->best[x->to]].cost)
            d->best[x->to] = b;
    }
}

/* Follows cheapest bonds upwards from every node; a walk that meets itself has found a circle. into[] serves as
 * the mark of the walk. How many circles. */
static uint32_t find_circles(depth *d)
{
    uint32_t circles = 0;
    for (uint32_t n = 0; n < d->nodes; n++)
        d->circle[n] = d->into[n] = SYN_NONE;
    for (uint32_t n = 0; n < d->nodes; n++) {
        uint32_t at = n;
        while (d->into[at] == SYN_NONE && d->best[at] != SYN_NONE) {
            d->into[at] = n;
            at = d->bonds[d->best[at]].from;
        }
        if (d->best[at] == SYN_NONE || d->into[at] != n || d->circle[at] != SYN_NONE)
            continue;
        for (uint32_t start = at; d->circle[at] == SYN_NONE || at != start; at = d->bonds[d->best[at]].from)
            d->circle[at] = circles;
        circles++;
    }
    return circles;
}

/* The graph below: circles are its first nodes; the root stays last. A bond into a circle costs what it costs more
 * than the bond it would replace. */
static void contract(depth *d, uint32_t circles, depth *below)
{
    uint32_t next = circles;
    for (uint32_t n = 0; n < d->nodes; n++)
        d->into[n] = d->circle[n] != SYN_NONE ? d->circle[n] : next++;
    for (uint32_t b = 0; b < d->bond_count; b++) {
        const bond *x = &d->bonds[b];
        const uint32_t from = d->into[x->from], to = d->into[x->to];
        const int64_t less = d->circle[x->to] != SYN_NONE ? d->bonds[d->best[x->to]].cost : 0;
        if (from != to)
            below->bonds[below->bond_count++] = (bond){from, to, b, x->cost - less};
    }
}

/* Solves one depth: on return best[] is each node's bond in the cheapest tree. */
static syn_status solve(depth *d)
{
    find_best(d);
    const uint32_t circles = find_circles(d);
    if (circles == 0)
        return SYN_OK;
    depth below;
    uint32_t nodes = circles;
    for (uint32_t n = 0; n < d->nodes; n++)
        nodes += d->circle[n] == SYN_NONE;
    syn_status status = open_depth(&below, nodes, d->bond_count) ? SYN_OK : SYN_MEMORY;
    if (status == SYN_OK) {
        contract(d, circles, &below);
        status = solve(&below);
    }
    /* The bond that enters a circle replaces one of it; all others of the circle stay. */
    for (uint32_t n = 0; n < nodes && status == SYN_OK; n++) {
        if (below.best[n] == SYN_NONE)
            continue;
        const uint32_t above = below.bonds[below.best[n]].above;
        d->best[d->bonds[above].to] = above;
    }
    close_depth(&below);
    return status;
}

syn_status syn_arborescence_find(uint32_t node_count, const syn_edge *edges, uint32_t edge_count, int32_t abstain,
                                 uint32_t *parents)
{
    depth top;
    syn_status status = open_depth(&top, node_count + 1, edge_count + node_count) ? SYN_OK : SYN_MEMORY;
    if (status == SYN_OK) {
        for (uint32_t e = 0; e < edge_count; e++)
            if (edges[e].from != edges[e].to)
                top.bonds[top.bond_count++] = (bond){edges[e].from, edges[e].to, e, edges[e].cost};
        for (uint32_t n = 0; n < node_count; n++)
            top.bonds[top.bond_count++] = (bond){node_count, n, SYN_NONE, abstain};
        status = solve(&top);
    }
    for (uint32_t n = 0; n < node_count && status == SYN_OK; n++)
        parents[n] = top.bonds[top.best[n]].above;
    close_depth(&top);
    return status;
}
