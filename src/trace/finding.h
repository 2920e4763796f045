/** Findings: a gathered passage gets its kind, its representative and exact figures for every witness.
 *
 *  The representative is the copy with the most matched words, then the fewest words in all, then the
 *  earliest date, then the smallest document number and place. Every copy is aligned with it by way of
 *  the hub. (Where the hub stands for its passages, its own copy is it.) A name that lies in the passage and that some copy lacks (a speaker named inside a
 *  quotation) is no part of it.
 *
 *      for each passage: syn_finding_sort(&wordings, &stock, &gathered, i, min_words, &sorts[i]); // parallel
 *      syn_name_list_make(sorts, count, document_count, &names);
 *      for each passage: syn_finding_make(&wordings, &gathered, i, &sorts[i], &names, min_words, false, &parts[i]);
 *      syn_passages_join(parts, part_count, &passages);
 *
 *  Owns    nothing.  Fails   SYN_MEMORY.  Units   word indices.
 */
#ifndef SYN_TRACE_FINDING_H
#define SYN_TRACE_FINDING_H

#include "trace/passage.h"
#include "text/wording.h"
#include "trace/kind.h"

/** What a passage is before it is worked out: for a name, the hub words it is cut to. */
typedef struct syn_sort {
    syn_kind kind;       /**< SYN_NAME, SYN_COMMON or SYN_VERBATIM for anything else */
    syn_stretch kept;
} syn_sort;

/** Tells names and stock wording from text. What all copies have may be a name only: then it is one, unless some copy
 *  has a passage's words besides. */
void syn_finding_sort(const syn_wordings *wordings, const syn_stock *stock, const syn_passages *gathered, size_t index,
                      uint32_t min_words, syn_sort *out);

/** The names in each hub: stretches by document, for syn_finding_make. */
typedef struct syn_name_list {
    syn_stretch *items;  /**< sorted by document and place */
    size_t count;
    uint32_t *first;     /**< by document: where its names start; document_count + 1 of them */
} syn_name_list;

syn_status syn_name_list_make(const syn_sort *sorts, size_t count, uint32_t document_count, syn_name_list *out);
void syn_name_list_release(syn_name_list *names);

/** Appends passage `index`, worked out, to `out`; nothing when fewer than two copies or min_words words
 *  are left of it. */
syn_status syn_finding_make(const syn_wordings *wordings, const syn_passages *gathered, size_t index, const syn_sort *sort,
                            const syn_name_list *names, uint32_t min_words, bool hub_stands, syn_passages *out);

/** Joins what the batches made, most words first, then more witnesses, then the representative's place.
 *  `parts` keep theirs. */
syn_status syn_passages_join(const syn_passages *parts, size_t part_count, syn_passages *out);

#endif
