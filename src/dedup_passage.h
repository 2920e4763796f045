/** The level of passages: what of a text stands in what is kept already is cut.
 *
 *  While texts are read, every shingle of min_words words is counted (dedup/seen.h). Then the texts come in the order
 *  of keeping, each is held against the shingles that are kept (dedup/repeat.h), and what was found is proved word for
 *  word and becomes bytes of the text. When the shingles do not fit into memory, the texts that are left go round
 *  again, with what was found of them so far.
 */
#ifndef SYN_DEDUP_PASSAGE_H
#define SYN_DEDUP_PASSAGE_H

#include "dedup.h"

/** Counts a text's shingles; its sketch has no values. One that is too long for the memory there is is left as it is,
 *  and the bound of its sketch is 0. */
syn_status syn_passages_see(syn_dedup_run *run, syn_dedup_worker *worker, const char *text, size_t bytes,
                            syn_sketch *out);
/** Cuts all texts. */
syn_status syn_passages_cut(syn_dedup_run *run);

#endif
