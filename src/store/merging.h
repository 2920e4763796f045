/** Postings of several segments, and of an addition, become those of one.
 *
 *  Each source ascends. Places of documents that are kept move to where their documents stand in the new segment, which
 *  keeps their order; those of documents that are not are left out.
 *
 *      syn_merging merge = {0};
 *      syn_merging_segment(&merge, store, 3, &members);      // appends to members what is kept
 *      syn_merging_spill(&merge, spill, offset);
 *      syn_merging_write(&merge, store, &segment, SYN_KIND_SHINGLE, error);
 *      syn_merging_release(&merge);
 *
 *  Owns    its tables; the stores and spills belong to the caller.  Fails   SYN_MEMORY, SYN_IO, SYN_INPUT.
 *  Memory  about 20 bytes a document of a segment.  Cost   one pass over all postings.
 */
#ifndef SYN_STORE_MERGING_H
#define SYN_STORE_MERGING_H

#include "base/spill.h"
#include "store/segment.h"

typedef struct syn_merging_source syn_merging_source;

typedef struct syn_merging {
    syn_merging_source **sources;
    size_t count, capacity;
} syn_merging;

/** Adds a segment of `store`'s snapshot; what it keeps is appended to `members`, behind `*words` words, which grow. */
syn_status syn_merging_segment(syn_merging *merge, syn_store *store, uint32_t segment, syn_members *members,
                               uint64_t *words);
/** Adds a sorted spill of each kind, whose shingles' places move by `offset`. */
syn_status syn_merging_spills(syn_merging *merge, syn_spill *const spills[SYN_KIND_COUNT], uint64_t offset);
/** Writes the postings of one kind into a segment of `store`; once a kind. */
syn_status syn_merging_write(syn_merging *merge, syn_store *store, syn_segment *segment, int kind, syn_error *error);
void syn_merging_release(syn_merging *merge);

#endif
