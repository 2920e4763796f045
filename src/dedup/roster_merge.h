/** Many sorted runs of sketches read as one.
 *
 *      syn_roster_merge_new(&file, mark, runs, run_count, &merge, &error);
 *      while (syn_roster_merge_next(merge, heads, room, &count, &error) == SYN_OK && count > 0) ...
 *      syn_roster_merge_free(merge);
 *
 *  Records are given where they were read to, and are not copied; a batch ends where a block must be read.
 *
 *  Owns    its buffers; the file and the runs are the caller's, and the file stays open.
 *  Fails   SYN_MEMORY, SYN_IO, SYN_INPUT.
 *  Cost    the largest block of all for each run. A tree of losers (Knuth, volume 3, 5.4.1): log2(run_count)
 *          comparisons a sketch.
 */
#ifndef SYN_DEDUP_ROSTER_MERGE_H
#define SYN_DEDUP_ROSTER_MERGE_H

#include "dedup/roster_run.h"

typedef struct syn_roster_merge syn_roster_merge;

/** How many of these runs may be merged at once in so much memory: at least 2. */
size_t syn_roster_merge_most(const syn_roster_run *runs, size_t run_count, size_t memory_bytes);
/** Of at least one run. */
syn_status syn_roster_merge_new(const syn_nameless *file, uint64_t mark, const syn_roster_run *runs, size_t run_count,
                                syn_roster_merge **out, syn_error *error);
void syn_roster_merge_free(syn_roster_merge *merge);
/** Up to `room` next records, which hold until the next call; *count is 0 at the end only. */
syn_status syn_roster_merge_next(syn_roster_merge *merge, const syn_roster_head **heads, size_t room, size_t *count,
                                 syn_error *error);

#endif
