/** Many sorted runs read as one.
 *
 *      syn_merge_new(&file, runs, run_count, memory_bytes, &merge, &error);
 *      while (syn_merge_next(merge, postings, room, &count, &error) == SYN_OK && count > 0) ...
 *      syn_merge_free(merge);
 *
 *  Owns    its buffers; the file is the caller's and stays open.  Fails   SYN_MEMORY, SYN_IO, SYN_INPUT.
 *  Cost    a tree of losers (Knuth, volume 3, 5.4.1): log2(run_count) comparisons a posting.
 */
#ifndef SYN_BASE_SPILL_MERGE_H
#define SYN_BASE_SPILL_MERGE_H

#include "base/spill_run.h"

typedef struct syn_merge syn_merge;

/** How many runs may be merged at once in so much memory: at least 4. */
size_t syn_merge_most(size_t memory_bytes);
syn_status syn_merge_new(const syn_spill_run_file *file, const syn_spill_run *runs, size_t run_count, size_t memory_bytes,
                         syn_merge **out, syn_error *error);
void syn_merge_free(syn_merge *merge);
/** Up to `room` next postings; *count is 0 at the end only. */
syn_status syn_merge_next(syn_merge *merge, syn_posting *postings, size_t room, size_t *count, syn_error *error);

#endif
