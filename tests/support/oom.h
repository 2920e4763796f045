/** Memory and threads that run out when a test says so.
 *
 *      for (long n = 0; n == 0 || oom_struck(); n++) {
 *          oom_after(n);                      // n allocations succeed, the next one fails
 *          status = thing_make(&thing);
 *          oom_never();
 *          cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
 *      }
 *
 *  Link support/oom.c and pass -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=pthread_create.
 *  Only calls from objects linked into the program are counted, not those inside shared libraries, so
 *  the library must be linked as objects or as an archive.
 */
#ifndef TESTS_SUPPORT_OOM_H
#define TESTS_SUPPORT_OOM_H

#include <stdbool.h>

void oom_after(long count);         /**< the allocation behind `count` good ones fails, later ones succeed */
void oom_never(void);               /**< all succeed from here on; what struck stays known */
bool oom_struck(void);              /**< whether one has failed since oom_after */
void oom_threads_after(long count); /**< every thread behind `count` good ones cannot be created */

#endif
