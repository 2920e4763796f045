#include "report/lines.h"

#include "base/alloc.h"
#include "base/encoding.h"

#include <stdlib.h>

static bool add_line(syn_lines *lines, uint64_t byte, uint64_t point)
{
    if (!syn_alloc_room((void **)&lines->at, &lines->capacity, lines->count + 1, sizeof *lines->at))
        return false;
    lines->at[lines->count++] = (syn_line){byte, point};
    return true;
}

syn_status syn_lines_make(const char *text, size_t bytes, syn_lines *lines)
{
    uint64_t point = 0;
    bool broken;
    lines->count = 0;
    if (!add_line(lines, 0, 0))
        return SYN_MEMORY;
    for (size_t at = 0; at < bytes; point++) {
        bool ends = text[at] == '\n';
        at += (unsigned char)text[at] < 0x80 ? 1 : syn_utf8_step(text + at, bytes - at, &broken);
        if (ends && !add_line(lines, at, point + 1))
            return SYN_MEMORY;
    }
    return SYN_OK;
}

const syn_line *syn_lines_find(const syn_lines *lines, uint64_t at)
{
    size_t low = 1, high = lines->count; /* at[low - 1] begins at or before, at[high] behind */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lines->at[middle].byte <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return &lines->at[low - 1];
}

void syn_lines_release(syn_lines *lines)
{
    free(lines->at);
    *lines = (syn_lines){0};
}
