/** Passages written down by hand, so that what is made of them is tested without the stages before.
 *
 *      syn_passages p = {0};
 *      passages_add(&p, SYN_VERBATIM);
 *      passages_copy(&p, 0, true, 1, (syn_block[]){{3, 3, 20}});
 *      passages_copy(&p, 2, true, 1, (syn_block[]){{3, 0, 20}});
 *      syn_passages_release(&p);
 *
 *  The first copy is the hub and the representative; its words are side a of every copy's blocks.
 *  Short memory aborts.
 */
#ifndef TESTS_SUPPORT_PASSAGES_H
#define TESTS_SUPPORT_PASSAGES_H

#include "trace/blocks.h"
#include "trace/passage.h"

#include <stdlib.h>
#include <string.h>

enum { PASSAGES_MOST = 64 };

static inline void passages_add(syn_passages *p, syn_kind kind)
{
    if (p->items == NULL) {
        p->items = calloc(PASSAGES_MOST, sizeof *p->items);
        p->copies = calloc(PASSAGES_MOST, sizeof *p->copies);
        p->blocks = calloc(PASSAGES_MOST, sizeof *p->blocks);
        p->capacity = p->copy_capacity = p->block_capacity = PASSAGES_MOST;
    }
    if (p->items == NULL || p->copies == NULL || p->blocks == NULL || p->count == PASSAGES_MOST)
        abort();
    p->items[p->count++] = (syn_gathered){.kind = kind, .copy_first = (uint32_t)p->copy_count};
}

static inline void passages_copy(syn_passages *p, uint32_t document, bool verbatim, uint32_t count, const syn_block *blocks)
{
    const syn_block *last = &blocks[count - 1];
    syn_gathered *g = &p->items[p->count - 1];
    if (p->copy_count == PASSAGES_MOST || p->block_count + count > PASSAGES_MOST)
        abort();
    p->copies[p->copy_count] = (syn_copy){
        .place = {document, blocks->b, last->b + last->count}, .block_first = (uint32_t)p->block_count, .block_count = count,
        .matched_words = syn_blocks_words(blocks, count), .column_count = syn_blocks_columns(blocks, count), .verbatim = verbatim};
    if (g->copy_count++ == 0) {
        g->hub = p->copies[p->copy_count].place;
        g->words = p->copies[p->copy_count].matched_words;
    }
    p->copy_count++;
    memcpy(p->blocks + p->block_count, blocks, count * sizeof *blocks);
    p->block_count += count;
}

#endif
