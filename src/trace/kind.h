/** Stock wording: what pages say of themselves, such as subscription prompts, cookie notices and
 *  copyright lines. A fixed table of phrases tells it; it does not count as reuse. How many documents
 *  hold a stretch never matters here.
 *
 *      syn_stock_init(&stock, &wordings);
 *      syn_stock_cut(&stock, &wordings, stretch, &rest);
 *
 *  Owns    a mark for every word of the lexicon.  Fails   init only (SYN_MEMORY).  Cost    one pass over the
 *  stretch.
 */
#ifndef SYN_TRACE_KIND_H
#define SYN_TRACE_KIND_H

#include "text/stretch.h"
#include "text/wording.h"

#define SYN_STOCK_GAP 14
#define SYN_STOCK_EDGE 8
#define SYN_STOCK_SHORT 24

/** Which words begin a phrase of the table, in which phrases of one first word stand together. */
typedef struct syn_stock {
    unsigned char *first; /**< by word number: the first phrase that begins with it, plus one; 0: none does */
} syn_stock;

syn_status syn_stock_init(syn_stock *stock, const syn_wordings *wordings);
void syn_stock_release(syn_stock *stock);

/** Looks for stock wording in a stretch: two phrases of the table or more with at most SYN_STOCK_GAP words
 *  between them; in a stretch of no more than SYN_STOCK_SHORT words one makes all of it stock. Sets *rest to what is left
 *  when stock wording at either end is cut off, at most SYN_STOCK_EDGE words beyond its last phrase
 *  included; it is empty when all is stock. Stock wording in the middle is left where it is. */
void syn_stock_cut(const syn_stock *stock, const syn_wordings *wordings, syn_stretch stretch, syn_stretch *rest);

#endif
