/** The door to threads. A pool runs one function over the items 0..count-1; items go to whichever
 *  worker is free, so a function writes its own item's slot and nothing else.
 *
 *      static void make(void *context, uint32_t worker, size_t item);
 *      syn_pool_run(pool, item_count, make, &stage);
 *
 *  Owns    its threads.  Fails   only syn_pool_new; with fewer threads than asked it still runs all
 *  items. One worker runs everything in the caller's thread.
 */
#ifndef SYN_BASE_POOL_H
#define SYN_BASE_POOL_H

#include "syndic/base.h"

typedef struct syn_pool syn_pool;
typedef void syn_pool_item(void *context, uint32_t worker, size_t item);

syn_status syn_pool_new(uint32_t worker_count, syn_pool **out); /**< worker_count >= 1 */
void syn_pool_free(syn_pool *pool);
uint32_t syn_pool_workers(const syn_pool *pool);
/** Returns when every item is done. Not reentrant. */
void syn_pool_run(syn_pool *pool, size_t item_count, syn_pool_item *item, void *context);

/** The same, and the caller's thread says after each item of its own, and at the end, that `done`
 *  items at least are finished. */
typedef void syn_pool_told(void *context, size_t done);
void syn_pool_run_told(syn_pool *pool, size_t item_count, syn_pool_item *item, syn_pool_told *told, void *context);

#endif
