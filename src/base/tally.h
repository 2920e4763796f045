/** How far work is, told to the caller's progress function: what was done of the running stage, now and then.
 *
 *      syn_tally tally = {.options = options};
 *      syn_tally_begin(&tally, "read", SYN_BYTES, total);
 *      while (...) syn_tally_set(&tally, done);
 *      syn_tally_end(&tally);
 *
 *  All three are called by the thread that called the library, and by no other: a pool tells it what the others did
 *  (base/pool.h). Options that are NULL or have no function make them do nothing.
 *
 *  Owns    nothing.  Cost    a comparison, but for some thousand calls of the caller's function in a stage.
 */
#ifndef SYN_BASE_TALLY_H
#define SYN_BASE_TALLY_H

#include "syndic/options.h"

typedef struct syn_tally {
    const syn_options *options;
    syn_step step;
    uint64_t next; /**< done that is worth telling */
} syn_tally;

/** `total` may be 0 when it is not known. */
void syn_tally_begin(syn_tally *tally, const char *stage, syn_unit unit, uint64_t total);
/** What is less than was told before is passed over; what is more than the total counts as that. */
void syn_tally_set(syn_tally *tally, uint64_t done);
/** Tells "done". */
void syn_tally_end(syn_tally *tally);

#endif
