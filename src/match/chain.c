#include "match/chain.h"

#include "base/alloc.h"

#include <stdbool.h>
#include <stdlib.h>

enum { look_back = 64 };
static const uint32_t none = UINT32_MAX;

float syn_chain_gap_cost(uint32_t a, uint32_t b)
{
    uint32_t less = a < b ? a : b, more = a < b ? b : a;
    if (more == 0)
        return 0;
    return 3.0f + 3.0f * (float)less + 0.8f * (float)(more - less);
}

void syn_chainer_release(syn_chainer *c)
{
    free(c->nodes);
    free(c->order);
    free(c->blocks);
    free(c->chains);
    *c = (syn_chainer){0};
}

static int by_diagonal(const void *x, const void *y)
{
    const syn_block *a = &((const syn_chain_node *)x)->block, *b = &((const syn_chain_node *)y)->block;
    int64_t da = (int64_t)a->a - a->b, db = (int64_t)b->a - b->b;
    if (da != db)
        return da < db ? -1 : 1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->count < b->count) - (a->count > b->count);
}

static int by_place(const void *x, const void *y)
{
    const syn_block *a = &((const syn_chain_node *)x)->block, *b = &((const syn_chain_node *)y)->block;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

/* Joins seeds that touch on one diagonal; returns how many are left. */
static size_t join_touching(syn_chain_node *nodes, size_t count)
{
    qsort(nodes, count, sizeof *nodes, by_diagonal);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        syn_block *last = kept > 0 ? &nodes[kept - 1].block : NULL;
        const syn_block *next = &nodes[i].block;
        bool touches = last != NULL && last->a - last->b == next->a - next->b && next->a <= last->a + last->count;
        if (!touches) {
            nodes[kept++] = nodes[i];
            continue;
        }
        uint32_t end = next->a + next->count;
        if (end > last->a + last->count)
            last->count = end - last->a;
    }
    qsort(nodes, kept, sizeof *nodes, by_place);
    return kept;
}

/* Whether y can follow x; then *cut is how many words of y overlap x and *cost what the gap costs. */
static bool follows(const syn_block *x, const syn_block *y, uint32_t *cut, float *cost)
{
    if (y->a <= x->a || y->b <= x->b)
        return false;
    int64_t gap_a = (int64_t)y->a - x->a - x->count, gap_b = (int64_t)y->b - x->b - x->count;
    int64_t least = gap_a < gap_b ? gap_a : gap_b, most = gap_a < gap_b ? gap_b : gap_a;
    int64_t overlap = least < 0 ? -least : 0;
    if (overlap >= y->count)
        return false;
    least += overlap;
    most += overlap;
    if (most > SYN_GAP_WORDS && (least > 1 || most > SYN_INSERTED_WORDS))
        return false;
    *cut = (uint32_t)overlap;
    *cost = syn_chain_gap_cost((uint32_t)least, (uint32_t)most);
    return true;
}

static void score_all(syn_chain_node *nodes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        syn_chain_node *node = &nodes[i];
        node->score = node->bits * (float)node->block.count;
        node->before = none;
        node->used = 0;
        for (size_t j = i; j-- > 0 && i - j <= look_back;) {
            uint32_t cut = 0;
            float cost = 0;
            if (!follows(&nodes[j].block, &node->block, &cut, &cost))
                continue;
            float gain = node->bits * (float)(node->block.count - cut);
            if (gain <= cost || cost >= nodes[j].score)
                continue;
            if (nodes[j].score + gain - cost > node->score) {
                node->score = nodes[j].score + gain - cost;
                node->before = (uint32_t)j;
            }
        }
    }
}

static const syn_chain_node *ordered_nodes(const syn_chainer *c, size_t i)
{
    return &c->nodes[c->order[i]];
}

/* Best score first, then by place: heap sort, because it needs no second argument for the nodes. */
static bool orders_before(const syn_chainer *c, uint32_t x, uint32_t y)
{
    if (c->nodes[x].score != c->nodes[y].score)
        return c->nodes[x].score > c->nodes[y].score;
    return x < y;
}

static void sift(syn_chainer *c, size_t root, size_t count)
{
    for (size_t child; (child = 2 * root + 1) < count; root = child) {
        if (child + 1 < count && orders_before(c, c->order[child], c->order[child + 1]))
            child++;
        if (!orders_before(c, c->order[root], c->order[child]))
            return;
        uint32_t swap = c->order[root];
        c->order[root] = c->order[child];
        c->order[child] = swap;
    }
}

static void order_nodes(syn_chainer *c, size_t count)
{
    for (size_t i = 0; i < count; i++)
        c->order[i] = (uint32_t)i;
    for (size_t i = count / 2; i-- > 0;)
        sift(c, i, count);
    for (size_t i = count; i-- > 1;) {
        uint32_t swap = c->order[0];
        c->order[0] = c->order[i];
        c->order[i] = swap;
        sift(c, 0, i);
    }
}

/* Writes the blocks of the chain that ends in `last`, first block first, overlaps cut from the
 * front of the later one. */
static uint32_t write_chain(syn_chainer *c, uint32_t last, uint32_t at)
{
    uint32_t count = 0;
    for (uint32_t n = last; n != none && !c->nodes[n].used; n = c->nodes[n].before) {
        c->nodes[n].used = 1;
        c->blocks[at + count++] = c->nodes[n].block;
    }
    for (uint32_t i = 0; i < count / 2; i++) {
        syn_block swap = c->blocks[at + i];
        c->blocks[at + i] = c->blocks[at + count - 1 - i];
        c->blocks[at + count - 1 - i] = swap;
    }
    for (uint32_t i = at + 1; i < at + count; i++) {
        const syn_block *x = &c->blocks[i - 1];
        syn_block *y = &c->blocks[i];
        uint32_t cut_a = x->a + x->count > y->a ? x->a + x->count - y->a : 0;
        uint32_t cut_b = x->b + x->count > y->b ? x->b + x->count - y->b : 0;
        uint32_t cut = cut_a > cut_b ? cut_a : cut_b;
        y->a += cut;
        y->b += cut;
        y->count -= cut;
    }
    return count;
}

static bool room(syn_chainer *c, size_t count)
{
    return syn_alloc_room((void **)&c->nodes, &c->node_capacity, count, sizeof *c->nodes) &&
           syn_alloc_room((void **)&c->order, &c->order_capacity, count, sizeof *c->order) &&
           syn_alloc_room((void **)&c->blocks, &c->block_capacity, count, sizeof *c->blocks) &&
           syn_alloc_room((void **)&c->chains, &c->chain_capacity, count, sizeof *c->chains);
}

size_t syn_chain_all(syn_chainer *c, const syn_block *seeds, const float *bits_per_word, size_t count)
{
    if (!room(c, count))
        return SIZE_MAX;
    for (size_t i = 0; i < count; i++)
        c->nodes[i] = (syn_chain_node){.block = seeds[i], .bits = bits_per_word[i]};
    size_t nodes = count > 1 ? join_touching(c->nodes, count) : count;
    score_all(c->nodes, nodes);
    order_nodes(c, nodes);
    size_t chains = 0;
    uint32_t at = 0;
    for (size_t i = 0; i < nodes; i++) {
        const syn_chain_node *end = ordered_nodes(c, i);
        if (end->used)
            continue;
        uint32_t written = write_chain(c, c->order[i], at);
        c->chains[chains++] = (syn_chain){.first = at, .count = written, .score = end->score};
        at += written;
    }
    return chains;
}
