#include "report/html_graph.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

enum { NODE_HEIGHT = 46, PORT_HEIGHT = 30, BEND_HEIGHT = 14, SPACE = 16, SWEEPS = 6, TALL = 600, MOST_COLUMNS = 12 };

/* Nodes and links */

/** The nodes of sources and groups, as they are met: SYN_NONE where there is none yet. */
typedef struct roster {
    uint32_t *of_source, *of_group;
    const syn_result_view *view;
    const syn_groups *groups;
} roster;

static bool roster_make(const syn_result_view *view, const syn_groups *groups, roster *out)
{
    *out = (roster){.of_source = syn_alloc(view->source_count, sizeof *out->of_source),
                    .of_group = syn_alloc(groups->count, sizeof *out->of_group),
                    .view = view, .groups = groups};
    if (!out->of_source || !out->of_group)
        return false;
    memset(out->of_source, 0xff, view->source_count * sizeof *out->of_source);
    memset(out->of_group, 0xff, groups->count * sizeof *out->of_group);
    return true;
}

static void roster_release(roster *r)
{
    free(r->of_source);
    free(r->of_group);
}

/** Where the number of a head's node is kept. */
static uint32_t *slot_of(const roster *r, const syn_head *head)
{
    const syn_source *source = &r->view->sources[head->source];
    return head->seen ? &r->of_group[r->groups->of[source->document]] : &r->of_source[head->source];
}

syn_status syn_graph_count(const syn_stemma *stemma, const syn_result_view *view, const syn_groups *groups,
                           size_t *out)
{
    roster r;
    size_t count = 0;
    if (!roster_make(view, groups, &r)) {
        roster_release(&r);
        return SYN_MEMORY;
    }
    for (size_t h = 0; h < stemma->head_count; h++) {
        const syn_head *head = &stemma->heads[h];
        if (head->source == SYN_NONE)
            continue;
        uint32_t *slot = slot_of(&r, head);
        count += *slot == SYN_NONE;
        *slot = 0;
        for (uint32_t e = 0; e < head->edge_count; e++) {
            slot = &r.of_group[stemma->edges[head->edge_first + e].group];
            count += *slot == SYN_NONE;
            *slot = 0;
        }
    }
    roster_release(&r);
    *out = count;
    return SYN_OK;
}

static uint32_t add_node(syn_graph *graph, uint32_t *slot, uint32_t source, uint32_t group)
{
    if (*slot == SYN_NONE) {
        *slot = (uint32_t)graph->node_count;
        graph->nodes[graph->node_count++] = (syn_graph_node){.source = source, .group = group, .height = NODE_HEIGHT};
    }
    return *slot;
}

static void add_link(syn_graph *graph, const roster *r, const syn_head *head, const syn_edge *edge, size_t most)
{
    uint32_t *from = slot_of(r, head), *to = &r->of_group[edge->group];
    size_t fresh = (*from == SYN_NONE) + (size_t)(*to == SYN_NONE);
    if (graph->link_count == SYN_GRAPH_LINKS || graph->node_count + fresh > most) {
        graph->links_left_out++;
        return;
    }
    uint32_t group = head->seen ? r->groups->of[r->view->sources[head->source].document] : SYN_NONE;
    uint32_t a = add_node(graph, from, head->seen ? SYN_NONE : head->source, group);
    uint32_t b = add_node(graph, to, SYN_NONE, edge->group);
    graph->links[graph->link_count++] = (syn_graph_link){.from = a, .to = b, .edge = edge};
}

static void add_links(syn_graph *graph, const roster *r, const syn_stemma *stemma, size_t most)
{
    for (size_t h = 0; h < stemma->head_count; h++) {
        const syn_head *head = &stemma->heads[h];
        if (head->source == SYN_NONE)
            continue;
        for (uint32_t e = 0; e < head->edge_count; e++)
            add_link(graph, r, head, &stemma->edges[head->edge_first + e], most);
    }
}

/* Columns */

/** Marks links that lead back to a node on the way to them. As deep as there are nodes. */
static void find_back(syn_graph *graph, uint32_t node, uint8_t *state)
{
    state[node] = 1;
    for (size_t i = 0; i < graph->link_count; i++) {
        syn_graph_link *link = &graph->links[i];
        if (link->from != node)
            continue;
        if (link->to == node || state[link->to] == 1)
            link->back = true;
        else if (state[link->to] == 0)
            find_back(graph, link->to, state);
    }
    state[node] = 2;
}

/** Each node one column right of the last it descends from; at most MOST_COLUMNS, beyond which lines lead back. */
static void set_columns(syn_graph *graph)
{
    bool moved = true;
    for (size_t round = 0; moved && round <= graph->node_count; round++) {
        moved = false;
        for (size_t i = 0; i < graph->link_count; i++) {
            const syn_graph_link *link = &graph->links[i];
            uint32_t next = graph->nodes[link->from].column + 1;
            if (link->back || next >= MOST_COLUMNS || graph->nodes[link->to].column >= next)
                continue;
            graph->nodes[link->to].column = next;
            moved = true;
        }
    }
    for (size_t i = 0; i < graph->link_count; i++)
        graph->links[i].back |= graph->nodes[graph->links[i].from].column >= graph->nodes[graph->links[i].to].column;
    for (size_t n = 0; n < graph->node_count; n++)
        if (graph->nodes[n].column + 1 > graph->column_count)
            graph->column_count = graph->nodes[n].column + 1;
}

/** A bend in each column that a line passes. */
static void add_bends(syn_graph *graph)
{
    graph->item_count = graph->node_count;
    for (size_t i = 0; i < graph->link_count; i++) {
        syn_graph_link *link = &graph->links[i];
        uint32_t begin = graph->nodes[link->from].column + 1, end = graph->nodes[link->to].column;
        link->bend_first = (uint32_t)graph->item_count;
        for (uint32_t column = begin; column < end && !link->back; column++, link->bend_count++)
            graph->nodes[graph->item_count++] = (syn_graph_node){.source = SYN_NONE, .group = SYN_NONE,
                                                                 .column = column, .height = BEND_HEIGHT};
        graph->nodes[link->to].ports++;
    }
    for (size_t n = 0; n < graph->node_count; n++) {
        double ports = (double)PORT_HEIGHT * graph->nodes[n].ports + 8;
        if (ports > graph->nodes[n].height)
            graph->nodes[n].height = ports;
    }
}

/* Places within columns */

static double middle(const syn_graph_node *node)
{
    return node->y + node->height / 2;
}

/** The item of a link in the column left (or right) of one of its ends or bends. */
static uint32_t step(const syn_graph_link *link, uint32_t at, bool left)
{
    if (link->bend_count == 0)
        return left ? link->from : link->to;
    if (at == link->to)
        return link->bend_first + link->bend_count - 1;
    if (at == link->from)
        return link->bend_first;
    if (left)
        return at == link->bend_first ? link->from : at - 1;
    return at + 1 == link->bend_first + link->bend_count ? link->to : at + 1;
}

/** Adds the middle of a neighbour to an item's mean; `counts` has how many there were. */
static void add_mean(syn_graph *graph, uint32_t item, uint32_t neighbour, uint32_t *counts)
{
    graph->nodes[item].mean += middle(&graph->nodes[neighbour]);
    counts[item]++;
}

/** Every item's mean of its neighbours to the left or to the right; without any, where it is. */
static void find_means(syn_graph *graph, bool left, uint32_t *counts)
{
    for (size_t i = 0; i < graph->item_count; i++) {
        graph->nodes[i].mean = 0;
        counts[i] = 0;
    }
    for (size_t i = 0; i < graph->link_count; i++) {
        const syn_graph_link *link = &graph->links[i];
        uint32_t end = left ? link->to : link->from;
        if (link->back)
            continue;
        add_mean(graph, end, step(link, end, left), counts);
        for (uint32_t b = 0; b < link->bend_count; b++)
            add_mean(graph, link->bend_first + b, step(link, link->bend_first + b, left), counts);
    }
    for (size_t i = 0; i < graph->item_count; i++) {
        syn_graph_node *node = &graph->nodes[i];
        node->mean = counts[i] ? node->mean / counts[i] : middle(node);
    }
}

typedef struct place {
    const syn_graph_node *node;
    uint32_t item;
} place;

static int place_order(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->node->column != y->node->column)
        return x->node->column < y->node->column ? -1 : 1;
    if (x->node->mean != y->node->mean)
        return x->node->mean < y->node->mean ? -1 : 1;
    if (x->node->rank != y->node->rank)
        return x->node->rank < y->node->rank ? -1 : 1;
    return (x->item > y->item) - (x->item < y->item);
}

/** Within a column, in the order it has. */
static int rank_order(const void *a, const void *b)
{
    const place *x = a, *y = b;
    return (x->node->rank > y->node->rank) - (x->node->rank < y->node->rank);
}

/** Puts the items of one column at their means as far as they leave each other room: evened out, or each as far
 *  up as it goes. */
static void place_column(syn_graph *graph, const place *at, size_t count, bool even)
{
    double end = -1e9, drift = 0;
    for (size_t i = 0; i < count; i++) {
        syn_graph_node *node = &graph->nodes[at[i].item];
        double wanted = node->mean - node->height / 2;
        node->rank = (uint32_t)i;
        node->y = wanted > end ? wanted : end;
        drift += node->y - wanted;
        end = node->y + node->height + SPACE;
    }
    for (size_t i = 0; i < count && even; i++)
        graph->nodes[at[i].item].y -= drift / (double)count;
}

static void sweep(syn_graph *graph, place *places, bool left, uint32_t *counts)
{
    find_means(graph, left, counts);
    for (size_t i = 0; i < graph->item_count; i++)
        places[i] = (place){&graph->nodes[i], (uint32_t)i};
    qsort(places, graph->item_count, sizeof *places, place_order);
    for (size_t i = 0, end; i < graph->item_count; i = end) {
        for (end = i + 1; end < graph->item_count && places[end].node->column == places[i].node->column; end++)
            ;
        place_column(graph, places + i, end - i, true);
    }
}

/** In a tall drawing a source stands beside the first text below it, so that both are seen at once. */
static void lean(syn_graph *graph, place *places)
{
    for (size_t i = 0; i < graph->item_count; i++)
        graph->nodes[i].mean = 1e9;
    for (size_t column = graph->column_count; column-- > 0;) {
        size_t count = 0;
        for (size_t i = 0; i < graph->link_count; i++) {
            const syn_graph_link *link = &graph->links[i];
            for (uint32_t b = 0; b <= link->bend_count && !link->back; b++) {
                uint32_t item = b == 0 ? link->from : link->bend_first + b - 1;
                double y = graph->nodes[step(link, item, false)].y + graph->nodes[item].height / 2;
                if (graph->nodes[item].column == column && y < graph->nodes[item].mean)
                    graph->nodes[item].mean = y;
            }
        }
        for (size_t i = 0; i < graph->item_count; i++) {
            syn_graph_node *node = &graph->nodes[i];
            if (node->column != column)
                continue;
            if (node->mean >= 1e9)
                node->mean = middle(node);
            places[count++] = (place){node, (uint32_t)i};
        }
        qsort(places, count, sizeof *places, rank_order);
        place_column(graph, places, count, false);
    }
}

static double height_of(const syn_graph *graph)
{
    double top = 1e9, bottom = -1e9;
    for (size_t i = 0; i < graph->item_count; i++) {
        const syn_graph_node *node = &graph->nodes[i];
        top = node->y < top ? node->y : top;
        bottom = node->y + node->height > bottom ? node->y + node->height : bottom;
    }
    return bottom - top;
}

static int height_order(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->node->y != y->node->y)
        return x->node->y < y->node->y ? -1 : 1;
    return (x->item > y->item) - (x->item < y->item);
}

/** Sweeps drive what hangs together apart from the rest: heights at which no column has anything are closed up. */
static void close_up(syn_graph *graph, place *places)
{
    double end = -1e9, up = 0;
    for (size_t i = 0; i < graph->item_count; i++)
        places[i] = (place){&graph->nodes[i], (uint32_t)i};
    qsort(places, graph->item_count, sizeof *places, height_order);
    for (size_t i = 0; i < graph->item_count; i++) {
        syn_graph_node *node = &graph->nodes[places[i].item];
        double bottom = node->y + node->height;
        if (i > 0 && node->y > end + SPACE)
            up += node->y - end - SPACE;
        end = i == 0 || bottom > end ? bottom : end;
        node->y -= up;
    }
}

/** The first order is that of the stemma; whole pixels at the end, from the top. */
static void set_places(syn_graph *graph, place *places, uint32_t *counts)
{
    double ends[MOST_COLUMNS] = {0}, top = 1e9;
    for (size_t i = 0; i < graph->item_count; i++) {
        syn_graph_node *node = &graph->nodes[i];
        node->y = ends[node->column];
        node->rank = (uint32_t)i;
        ends[node->column] += node->height + SPACE;
    }
    for (int i = 0; i < SWEEPS; i++)
        sweep(graph, places, i % 2 == 0, counts);
    close_up(graph, places);
    if (height_of(graph) > TALL) {
        lean(graph, places);
        close_up(graph, places);
    }
    for (size_t i = 0; i < graph->item_count; i++)
        top = graph->nodes[i].y < top ? graph->nodes[i].y : top;
    for (size_t i = 0; i < graph->item_count; i++) {
        syn_graph_node *node = &graph->nodes[i];
        node->y = (double)(int64_t)(node->y - top + 0.5);
        if (node->y + node->height > graph->height)
            graph->height = node->y + node->height;
    }
    graph->width = (double)graph->column_count * (SYN_GRAPH_NODE_WIDTH + SYN_GRAPH_GAP_WIDTH) - SYN_GRAPH_GAP_WIDTH;
}

/** Lines end at a node in the order in which they come from above. */
static void set_ports(syn_graph *graph)
{
    for (size_t i = 0; i < graph->link_count; i++) {
        syn_graph_link *link = &graph->links[i];
        double y = middle(&graph->nodes[link->back ? link->from : step(link, link->to, true)]);
        for (size_t j = 0; j < graph->link_count; j++) {
            const syn_graph_link *other = &graph->links[j];
            if (other->to != link->to || i == j)
                continue;
            double at = middle(&graph->nodes[other->back ? other->from : step(other, other->to, true)]);
            link->port += at < y || (at == y && j < i);
        }
    }
}

static bool lay_out(syn_graph *graph)
{
    size_t items = graph->node_count + SYN_GRAPH_LINKS * (size_t)MOST_COLUMNS;
    uint8_t *state = syn_alloc_zero(graph->node_count, 1);
    place *places = syn_alloc(items, sizeof *places);
    uint32_t *counts = syn_alloc(items, sizeof *counts);
    bool made = state && places && counts;
    if (made) {
        for (uint32_t n = 0; n < graph->node_count; n++)
            if (state[n] == 0)
                find_back(graph, n, state);
        set_columns(graph);
        add_bends(graph);
        set_places(graph, places, counts);
        set_ports(graph);
    }
    free(state);
    free(places);
    free(counts);
    return made;
}

syn_status syn_graph_make(const syn_stemma *stemma, const syn_result_view *view, const syn_groups *groups,
                          size_t most_nodes, syn_graph *out)
{
    syn_graph graph = {.nodes = syn_alloc(most_nodes + SYN_GRAPH_LINKS * (size_t)MOST_COLUMNS, sizeof *graph.nodes),
                       .links = syn_alloc(SYN_GRAPH_LINKS, sizeof *graph.links)};
    roster r;
    size_t all = 0;
    bool made = roster_make(view, groups, &r) && graph.nodes && graph.links &&
                syn_graph_count(stemma, view, groups, &all) == SYN_OK;
    if (made) {
        add_links(&graph, &r, stemma, most_nodes);
        graph.nodes_left_out = all > graph.node_count ? all - graph.node_count : 0;
        made = lay_out(&graph);
    }
    roster_release(&r);
    if (!made) {
        syn_graph_release(&graph);
        return SYN_MEMORY;
    }
    *out = graph;
    return SYN_OK;
}

void syn_graph_release(syn_graph *graph)
{
    free(graph->nodes);
    free(graph->links);
    *graph = (syn_graph){0};
}
