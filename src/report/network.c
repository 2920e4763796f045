#include "report/network.h"

#include "base/alloc.h"
#include "report/account.h"
#include "report/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* While edges are gathered, a group has its own number, and an unseen source that of the groups and its own. */

static bool add_edge(syn_network *network, const syn_network_edge *edge)
{
    if (!syn_alloc_room((void **)&network->edges, &network->capacity, network->edge_count + 1, sizeof *network->edges))
        return false;
    network->edges[network->edge_count++] = *edge;
    return true;
}

/* Descents */

static bool add_descents(const syn_result_view *view, syn_network *network)
{
    const syn_groups *groups = &network->groups;
    for (size_t i = 0; i < view->descent_count; i++) {
        const syn_descent *descent = &view->descents[i];
        const syn_source *source = &view->sources[descent->source];
        uint32_t from = source->seen ? groups->of[source->document] : (uint32_t)groups->count + descent->source;
        syn_network_edge edge = {.from = from, .to = groups->of[descent->to], .words = descent->words,
                                 .passages = descent->passage_count, .direct = descent->direct,
                                 .level = descent->level};
        if (edge.from != edge.to && !add_edge(network, &edge))
            return false;
    }
    return true;
}

/* Pairs */

/** What the two share and no descent to either accounts for. */
static syn_network_edge unexplained(const syn_result_view *view, const syn_accounts *accounts, const syn_pair *pair)
{
    syn_network_edge edge = {.shared = true};
    for (uint32_t i = 0; i < pair->match_count; i++) {
        const syn_pair_match *match = &view->matches[pair->match_first + i];
        if (!syn_view_counts(match->kind) || syn_accounts_taken(accounts, pair->a, match->passage) != SYN_NONE ||
            syn_accounts_taken(accounts, pair->b, match->passage) != SYN_NONE)
            continue;
        edge.words += match->words;
        edge.passages++;
    }
    if (edge.words > pair->words) /* passages may nest */
        edge.words = pair->words;
    return edge;
}

static bool add_pairs(const syn_result_view *view, const syn_accounts *accounts, syn_network *network)
{
    for (size_t i = 0; i < view->pair_count; i++) {
        const syn_pair *pair = &view->pairs[i];
        uint32_t a = network->groups.of[pair->a], b = network->groups.of[pair->b];
        if (a == b)
            continue;
        syn_network_edge edge = unexplained(view, accounts, pair);
        edge.from = a < b ? a : b;
        edge.to = a < b ? b : a;
        if (edge.words > 0 && !add_edge(network, &edge))
            return false;
    }
    return true;
}

/* One edge for each two nodes */

static int ends_order(const void *a, const void *b)
{
    const syn_network_edge *x = a, *y = b;
    if (x->shared != y->shared)
        return x->shared ? 1 : -1;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->to > y->to) - (x->to < y->to);
}

static int words_order(const void *a, const void *b)
{
    const syn_network_edge *x = a, *y = b;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    return ends_order(a, b);
}

/** Edges of the same ends become one. Their sums do not depend on the order of equals. */
static void join_edges(syn_network *network)
{
    syn_network_edge *edges = network->edges;
    size_t kept = 0;
    if (network->edge_count > 0)
        qsort(edges, network->edge_count, sizeof *edges, ends_order);
    for (size_t i = 0; i < network->edge_count; i++) {
        if (kept == 0 || ends_order(&edges[kept - 1], &edges[i]) != 0) {
            edges[kept++] = edges[i];
            continue;
        }
        syn_network_edge *edge = &edges[kept - 1];
        edge->words += edges[i].words;
        edge->passages += edges[i].passages;
        edge->direct |= edges[i].direct;
        edge->level = edges[i].level > edge->level ? edges[i].level : edge->level;
    }
    network->edge_count = kept;
    for (network->descent_count = 0; network->descent_count < kept; network->descent_count++)
        if (edges[network->descent_count].shared)
            break;
}

static void cut_shared(syn_network *network)
{
    size_t shared = network->edge_count - network->descent_count;
    if (shared > 0)
        qsort(network->edges + network->descent_count, shared, sizeof *network->edges, words_order);
    if (shared > SYN_NETWORK_SHARED) {
        network->shared_left_out = shared - SYN_NETWORK_SHARED;
        network->edge_count -= network->shared_left_out;
    }
}

/* Nodes */

/** Numbers what edges join; `number` is by group, and behind them by source. */
static bool number_nodes(const syn_result_view *view, syn_network *network)
{
    const size_t groups = network->groups.count, all = groups + view->source_count;
    uint32_t *number = syn_alloc_zero(all, sizeof *number);
    network->nodes = syn_alloc(all, sizeof *network->nodes);
    if (!number || !network->nodes) {
        free(number);
        return false;
    }
    for (size_t i = 0; i < network->edge_count; i++)
        number[network->edges[i].from] = number[network->edges[i].to] = 1;
    for (size_t i = 0; i < all; i++) {
        network->alone += i < groups && !number[i];
        if (!number[i])
            continue;
        number[i] = (uint32_t)network->node_count;
        network->nodes[network->node_count++] = (syn_network_node){
            .group = i < groups ? (uint32_t)i : SYN_NONE, .source = i < groups ? SYN_NONE : (uint32_t)(i - groups)};
    }
    for (size_t i = 0; i < network->edge_count; i++) {
        network->edges[i].from = number[network->edges[i].from];
        network->edges[i].to = number[network->edges[i].to];
    }
    free(number);
    return true;
}

static bool gather(const syn_result_view *view, syn_network *network)
{
    syn_accounts accounts = {0};
    bool gathered = syn_accounts_make(view, &accounts) == SYN_OK && add_descents(view, network) &&
                    add_pairs(view, &accounts, network);
    syn_accounts_release(&accounts);
    if (!gathered)
        return false;
    join_edges(network);
    cut_shared(network);
    return number_nodes(view, network);
}

syn_status syn_network_make(const syn_result_view *view, bool by_outlet, syn_network *out)
{
    syn_network network = {0};
    syn_status status = syn_groups_make(view->corpus, by_outlet, &network.groups);
    if (status == SYN_OK)
        status = syn_names_make(view->corpus, &network.names);
    if (status == SYN_OK && !gather(view, &network))
        status = SYN_MEMORY;
    if (status == SYN_OK)
        *out = network;
    else
        syn_network_release(&network);
    return status;
}

void syn_network_release(syn_network *network)
{
    syn_groups_release(&network->groups);
    syn_names_release(&network->names);
    free(network->nodes);
    free(network->edges);
    *network = (syn_network){0};
}

void syn_network_id(const syn_network *network, uint32_t node, char id[16])
{
    const syn_network_node *n = &network->nodes[node];
    char letter = n->group == SYN_NONE ? 's' : network->groups.outlet[n->group] ? 'o' : 't';
    uint64_t number = n->group == SYN_NONE ? n->source : network->groups.first[n->group];
    snprintf(id, 16, "%c%llu", letter, (unsigned long long)number + 1);
}

syn_slice syn_network_name(const syn_network *network, const syn_result_view *view, uint32_t node)
{
    const syn_network_node *n = &network->nodes[node];
    if (n->group == SYN_NONE) {
        const char *name = view->sources[n->source].name;
        return (syn_slice){name, strlen(name)};
    }
    uint32_t first = network->groups.first[n->group];
    if (!network->groups.outlet[n->group])
        return network->names.at[first];
    const char *outlet = syn_corpus_get(view->corpus, first)->outlet;
    return (syn_slice){outlet, strlen(outlet)};
}

void syn_network_left_out(const syn_network *network, const syn_result_view *view, const char *open, const char *close,
                          syn_buf *buf)
{
    const struct {
        uint64_t count;
        const char *one, *many;
    } kinds[] = {
        {network->alone, " text or outlet that nothing joins.", " texts or outlets that nothing joins."},
        {network->shared_left_out, " smaller shared edge.", " smaller shared edges."},
        {view->pairs_left_out, " smaller pair, which is not in the result.",
         " smaller pairs, which are not in the result."},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (kinds[i].count == 0)
            continue;
        syn_buf_text(buf, open);
        syn_buf_text(buf, "Left out: ");
        syn_json_whole(buf, kinds[i].count);
        syn_buf_text(buf, kinds[i].count == 1 ? kinds[i].one : kinds[i].many);
        syn_buf_text(buf, close);
    }
}
