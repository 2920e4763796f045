/** Arithmetic on aligned blocks: cut, and composed through a third text.
 *
 *  Blocks ascend on both sides and do not overlap on either. Every function keeps that.
 */
#ifndef SYN_TRACE_BLOCKS_H
#define SYN_TRACE_BLOCKS_H

#include "text/stretch.h"

#include <stdbool.h>
#include <stddef.h>

/** Words in all blocks. */
uint32_t syn_blocks_words(const syn_block *blocks, size_t count);
/** Columns of the alignment from the first block to the last: words, and the longer side of each gap. */
uint32_t syn_blocks_columns(const syn_block *blocks, size_t count);
/** Keeps what lies in words [begin, end) of side a. `out` holds `count` blocks and may be `blocks`. */
size_t syn_blocks_cut(const syn_block *blocks, size_t count, uint32_t begin, uint32_t end, syn_block *out);
/** Drops words [begin, end) of side a. `out` holds count + 1 blocks and is not `blocks`. */
size_t syn_blocks_drop(const syn_block *blocks, size_t count, uint32_t begin, uint32_t end, syn_block *out);
/** Side a of x with side b of y, where side b of x meets side a of y. With `turned`, side b of x with
 *  side b of y, where their sides a meet. `out` holds x_count + y_count blocks. */
size_t syn_blocks_compose(const syn_block *x, size_t x_count, bool turned, const syn_block *y, size_t y_count, syn_block *out);

/** What any of the blocks has on side a: sorted, overlaps and touching ones joined, both sides the same, in
 *  place. Here the blocks may come in any order and overlap. Returns how many are left. */
size_t syn_blocks_unite(syn_block *blocks, size_t count);

/** Word for word: all words equal, and at most one interruption, on one side, that is long enough to be a
 *  speaker's name and not a word put in or left out. `a` and `b` are the word numbers of the two texts. */
bool syn_blocks_verbatim(const uint32_t *a, const uint32_t *b, const syn_block *blocks, size_t count);

#endif
