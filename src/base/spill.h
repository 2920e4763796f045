/** More postings than fit into memory: sorted runs in temporary files, and their merge.
 *
 *      syn_spill *spill = NULL;
 *      syn_spill_new(folder, memory_bytes, pool, mark, &spill, &error);
 *      syn_spill_add(spill, postings, count, &error);       // any order, as often as needed
 *      syn_spill_sort(spill, &error);                       // no more are added
 *      while (syn_spill_next(spill, room, 4096, &count, &error) == SYN_OK && count > 0) ...
 *      syn_spill_free(spill);
 *
 *  What fits stays in memory and no file is made. A run is a header (magic, format, the caller's mark, count), packed
 *  blocks (base/posting.h), each with its length and XXH3-64, and an end mark: a run that is cut short, garbled or
 *  someone else's is refused (SYN_INPUT), never read as if it were whole. Files have no name (O_TMPFILE, or unlinked
 *  as soon as they are open): nothing stays behind, whatever ends the process. More runs than are merged at once are
 *  merged in rounds, of which each needs the disk once more while it lasts.
 *
 *  Owns    its memory and files.  Fails   SYN_MEMORY, SYN_IO (a full disk: says how much was needed), SYN_INPUT.
 *  After a failure a spill can only be freed.
 *  Order   by key, then place; equal postings come as often as they were added. The number of workers changes nothing.
 *  Cost    memory_bytes in all, sorting included, and at least 256 KiB (a table of up to 2 MiB comes to it when places
 *          need more than 32 bits); about ten bytes a posting there, less than six on the disk. Fastest when places
 *          ascend.
 */
#ifndef SYN_BASE_SPILL_H
#define SYN_BASE_SPILL_H

#include "base/pool.h"
#include "base/posting.h"

typedef struct syn_spill syn_spill;

/** `mark` is what the postings were made with (a hash of parameters); `pool` sorts with all its workers, or is NULL. */
syn_status syn_spill_new(const char *folder, size_t memory_bytes, syn_pool *pool, uint64_t mark, syn_spill **out,
                         syn_error *error);
void syn_spill_free(syn_spill *spill);
syn_status syn_spill_add(syn_spill *spill, const syn_posting *postings, size_t count, syn_error *error);
syn_status syn_spill_sort(syn_spill *spill, syn_error *error);
/** Up to `room` more postings; *count is 0 when there are no more. */
syn_status syn_spill_next(syn_spill *spill, syn_posting *postings, size_t room, size_t *count, syn_error *error);
/** Bytes written to files so far. */
uint64_t syn_spill_bytes(const syn_spill *spill);

#endif
