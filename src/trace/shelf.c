#include "trace/shelf.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

syn_status syn_shelf_init(syn_shelf *shelf, size_t bucket_count)
{
    shelf->first = syn_alloc(bucket_count, sizeof *shelf->first);
    if (shelf->first == NULL)
        return SYN_MEMORY;
    memset(shelf->first, 0xff, bucket_count * sizeof *shelf->first);
    return SYN_OK;
}

void syn_shelf_release(syn_shelf *shelf)
{
    free(shelf->first);
    free(shelf->entries);
    *shelf = (syn_shelf){0};
}

syn_status syn_shelf_put(syn_shelf *shelf, uint32_t first_bucket, uint32_t begin, uint32_t end, uint32_t item)
{
    uint32_t from = first_bucket + begin / SYN_SHELF_WORDS, to = first_bucket + (end - 1) / SYN_SHELF_WORDS;
    if (!syn_alloc_room((void **)&shelf->entries, &shelf->capacity, shelf->count + (to - from) + 1, sizeof *shelf->entries))
        return SYN_MEMORY;
    for (uint32_t b = from; b <= to; b++) {
        shelf->entries[shelf->count] = (syn_shelf_entry){item, shelf->first[b]};
        shelf->first[b] = (uint32_t)shelf->count++;
    }
    return SYN_OK;
}
