#include "trace/arborescence.h"

#include <criterion/criterion.h>

enum { NODES = 5, EDGES = 14 };

static uint64_t chance = 7;

static uint32_t below(uint32_t bound)
{
    chance = chance * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(chance >> 33) % bound;
}

static bool has_circle(const syn_edge *edges, const uint32_t *parents, uint32_t nodes)
{
    for (uint32_t n = 0; n < nodes; n++) {
        uint32_t at = n;
        for (uint32_t steps = 0; parents[at] != SYN_NONE; steps++) {
            if (steps > nodes)
                return true;
            at = edges[parents[at]].from;
        }
    }
    return false;
}

static int64_t cost_of(const syn_edge *edges, const uint32_t *parents, uint32_t nodes, int32_t abstain)
{
    int64_t cost = 0;
    for (uint32_t n = 0; n < nodes; n++)
        cost += parents[n] == SYN_NONE ? abstain : edges[parents[n]].cost;
    return cost;
}

/** The least cost of all ways to give each node one of its edges or none, without a circle. */
static int64_t least(const syn_edge *edges, uint32_t count, uint32_t nodes, int32_t abstain, uint32_t node, uint32_t *parents)
{
    if (node == nodes)
        return has_circle(edges, parents, nodes) ? INT32_MAX : cost_of(edges, parents, nodes, abstain);
    parents[node] = SYN_NONE;
    int64_t best = least(edges, count, nodes, abstain, node + 1, parents);
    for (uint32_t e = 0; e < count; e++) {
        if (edges[e].to != node || edges[e].from == node)
            continue;
        parents[node] = e;
        const int64_t cost = least(edges, count, nodes, abstain, node + 1, parents);
        best = cost < best ? cost : best;
    }
    parents[node] = SYN_NONE;
    return best;
}

Test(arborescence, is_the_cheapest_of_all_on_random_graphs)
{
    for (uint32_t round = 0; round < 3000; round++) {
        syn_edge edges[EDGES];
        uint32_t parents[NODES], all[NODES];
        const uint32_t nodes = 1 + below(NODES), count = below(EDGES + 1);
        const int32_t abstain = (int32_t)below(12);
        for (uint32_t e = 0; e < count; e++)
            edges[e] = (syn_edge){below(nodes), below(nodes), (int32_t)below(10)};
        cr_assert_eq(syn_arborescence_find(nodes, edges, count, abstain, parents), SYN_OK);
        for (uint32_t n = 0; n < nodes; n++)
            cr_assert(parents[n] == SYN_NONE || edges[parents[n]].to == n, "round %u", round);
        cr_assert_not(has_circle(edges, parents, nodes), "round %u", round);
        cr_assert_eq(cost_of(edges, parents, nodes, abstain), least(edges, count, nodes, abstain, 0, all), "round %u", round);
    }
}

Test(arborescence, of_equal_edges_the_first_is_taken)
{
    uint32_t parents[3];
    const syn_edge edges[] = {{0, 2, 3}, {1, 2, 3}};
    cr_assert_eq(syn_arborescence_find(3, edges, 2, 9, parents), SYN_OK);
    cr_expect(parents[0] == SYN_NONE && parents[1] == SYN_NONE && parents[2] == 0);
}

Test(arborescence, a_circle_is_broken_where_it_costs_least)
{
    uint32_t parents[2];
    const syn_edge edges[] = {{0, 1, 1}, {1, 0, 3}};
    cr_assert_eq(syn_arborescence_find(2, edges, 2, 9, parents), SYN_OK);
    cr_expect(parents[0] == SYN_NONE && parents[1] == 0);
}
