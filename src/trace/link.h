/** Links: what one document has from whom, passage by passage, each word explained once by the longest passage.
 *
 *      for each document: syn_lineage_document(&tracing, &kinship, document, &links[w]);   // parallel
 *
 *  Left out: what dates, or an outlet's claim on its own text, lay to a sibling; and what is laid to an unseen outlet
 *  of which another text is there, as long as that text explains as many words of the document.
 *
 *  Owns    a syn_links owns its arrays.  Fails   SYN_MEMORY.  Cost    the words of the document's copies.
 */
#ifndef SYN_TRACE_LINK_H
#define SYN_TRACE_LINK_H

#include "trace/kinship.h"

/** One passage of one descent; passage SYN_NONE: a credit alone. */
typedef struct syn_link {
    uint32_t id, to, passage, copy, words, begin;
    syn_parent parent;
    bool unwanted;
} syn_link;

typedef struct syn_links {
    syn_link *items;
    size_t count, capacity;
    unsigned char *marks;  /**< by word of the document at hand: explained */
    size_t mark_capacity;
} syn_links;

/** Appends the links of one document. */
syn_status syn_lineage_document(const syn_tracing *tracing, const syn_kinship *kinship, uint32_t document,
                                syn_links *out);
/** The outlet a link rests on, also where a document of that outlet takes its place; or SYN_NONE. */
uint32_t syn_link_outlet(const syn_tracing *tracing, const syn_link *link);
void syn_links_release(syn_links *links);

#endif
