/** Arrays on the heap, with the multiplication checked. Freed with free().
 *
 *      uint32_t *ids = syn_alloc(count, sizeof *ids);
 *
 *  Fails   NULL when count * size overflows or memory is short. A count of zero gives a valid pointer.
 */
#ifndef SYN_BASE_ALLOC_H
#define SYN_BASE_ALLOC_H

#include <stdbool.h>
#include <stddef.h>

void *syn_alloc(size_t count, size_t size);        /**< contents undefined */
void *syn_alloc_zero(size_t count, size_t size);
/** Makes room for `need` items in *items (capacity *capacity), growing by half. False and nothing
 *  changed when memory is short. */
bool syn_alloc_room(void **items, size_t *capacity, size_t need, size_t size);

#endif
