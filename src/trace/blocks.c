#include "trace/blocks.h"

#include <stdlib.h>
#include <string.h>

uint32_t syn_blocks_words(const syn_block *blocks, size_t count)
{
    uint32_t words = 0;
    for (size_t i = 0; i < count; i++)
        words += blocks[i].count;
    return words;
}

uint32_t syn_blocks_columns(const syn_block *blocks, size_t count)
{
    uint32_t columns = syn_blocks_words(blocks, count);
    for (size_t i = 1; i < count; i++) {
        uint32_t a = blocks[i].a - blocks[i - 1].a - blocks[i - 1].count;
        uint32_t b = blocks[i].b - blocks[i - 1].b - blocks[i - 1].count;
        columns += a > b ? a : b;
    }
    return columns;
}

size_t syn_blocks_cut(const syn_block *blocks, size_t count, uint32_t begin, uint32_t end, syn_block *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        syn_block x = blocks[i];
        uint32_t from = x.a > begin ? x.a : begin, to = x.a + x.count < end ? x.a + x.count : end;
        if (from < to)
            out[kept++] = (syn_block){from, x.b + (from - x.a), to - from};
    }
    return kept;
}

size_t syn_blocks_drop(const syn_block *blocks, size_t count, uint32_t begin, uint32_t end, syn_block *out)
{
    size_t kept = syn_blocks_cut(blocks, count, 0, begin, out);
    return kept + syn_blocks_cut(blocks, count, end, UINT32_MAX, out + kept);
}

size_t syn_blocks_compose(const syn_block *x, size_t x_count, bool turned, const syn_block *y, size_t y_count, syn_block *out)
{
    size_t i = 0, j = 0, made = 0;
    while (i < x_count && j < y_count) {
        uint32_t side = turned ? x[i].b : x[i].a, middle = turned ? x[i].a : x[i].b;
        uint32_t from = middle > y[j].a ? middle : y[j].a;
        uint32_t x_end = middle + x[i].count, y_end = y[j].a + y[j].count, to = x_end < y_end ? x_end : y_end;
        if (from < to) {
            syn_block next = {side + (from - middle), y[j].b + (from - y[j].a), to - from};
            syn_block *last = made > 0 ? &out[made - 1] : NULL;
            if (last != NULL && last->a + last->count == next.a && last->b + last->count == next.b)
                last->count += next.count;
            else
                out[made++] = next;
        }
        i += x_end <= y_end;
        j += y_end <= x_end;
    }
    return made;
}

bool syn_blocks_verbatim(const uint32_t *a, const uint32_t *b, const syn_block *blocks, size_t count)
{
    const uint32_t speaker_words = 3;
    if (count > 2)
        return false;
    if (count == 2) {
        uint32_t gap_a = blocks[1].a - blocks[0].a - blocks[0].count, gap_b = blocks[1].b - blocks[0].b - blocks[0].count;
        if ((gap_a > 0 && gap_b > 0) || gap_a + gap_b < speaker_words)
            return false;
    }
    for (size_t i = 0; i < count; i++)
        if (memcmp(a + blocks[i].a, b + blocks[i].b, blocks[i].count * sizeof *a) != 0)
            return false;
    return true;
}

static int by_first_side(const void *x, const void *y)
{
    const syn_block *a = x, *b = y;
    return (a->a > b->a) - (a->a < b->a);
}

size_t syn_blocks_unite(syn_block *blocks, size_t count)
{
    size_t kept = 0;
    if (count > 0)
        qsort(blocks, count, sizeof *blocks, by_first_side);
    for (size_t i = 0; i < count; i++) {
        syn_block *last = kept > 0 ? &blocks[kept - 1] : NULL, next = {blocks[i].a, blocks[i].a, blocks[i].count};
        if (last == NULL || next.a > last->a + last->count)
            blocks[kept++] = next;
        else if (next.a + next.count > last->a + last->count)
            last->count = next.a + next.count - last->a;
    }
    return kept;
}
