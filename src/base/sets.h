/** Marks at positions, set by many threads at once and read afterwards.
 *
 *  Owns    its bytes, one a position.  Fails   init only.
 */
#ifndef SYN_BASE_SETS_H
#define SYN_BASE_SETS_H

#include "syndic/base.h"

#include <stdatomic.h>
#include <stdbool.h>

typedef struct syn_marks {
    _Atomic unsigned char *at;
    size_t count;
} syn_marks;

syn_status syn_marks_init(syn_marks *marks, size_t count);
void syn_marks_release(syn_marks *marks);

static inline void syn_marks_set(syn_marks *marks, size_t i)
{
    atomic_store_explicit(&marks->at[i], 1, memory_order_relaxed);
}
static inline bool syn_marks_get(const syn_marks *marks, size_t i)
{
    return atomic_load_explicit(&marks->at[i], memory_order_relaxed) != 0;
}

#endif
