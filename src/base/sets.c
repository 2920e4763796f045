#include "base/sets.h"

#include "base/alloc.h"

#include <stdlib.h>

syn_status syn_marks_init(syn_marks *marks, size_t count)
{
    _Atomic unsigned char *at = syn_alloc_zero(count, sizeof *at);

    if (!at)
        return SYN_MEMORY;
    marks->at = at;
    marks->count = count;
    return SYN_OK;
}

void syn_marks_release(syn_marks *marks)
{
    free((void *)marks->at);
    *marks = (syn_marks){0};
}
