/** Stock wording: what pages say of themselves, such as subscription prompts, cookie notices and
 *  copyright lines. A fixed table of phrases tells it; it does not count as reuse. How many documents
 *  hold a stretch never matters here.
 *
 *      syn_stock_init(&stock, &wordings);
 *      bool common = syn_stock_is(&stock, &wordings, stretch);
 *
 *  Owns    a mark for every word of the lexicon.  Fails   init only (SYN_MEMORY).  Cost    one pass over the
 *  stretch.
 */
#ifndef SYN_TRACE_KIND_H
#define SYN_TRACE_KIND_H

#include "text/stretch.h"
#include "text/wording.h"

/** Which words begin a phrase of the table. */
typedef struct syn_stock {
    unsigned char *first; /**< by word number: the first phrase that begins with it, plus one; 0: none does */
} syn_stock;

syn_status syn_stock_init(syn_stock *stock, const syn_wordings *wordings);
void syn_stock_release(syn_stock *stock);

/** Whether a stretch is stock wording: a phrase of the table in every 20 words, or two or more and one in 40. */
bool syn_stock_is(const syn_stock *stock, const syn_wordings *wordings, syn_stretch stretch);

#endif
