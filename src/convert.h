/** The one place where word positions become spans of the original text, and stages' arrays a result.
 *
 *      syn_convert convert = {.corpus = corpus, .wordings = &wordings, .passages = &passages, .points = points};
 *      for each document: syn_convert_points(&convert, document);   // parallel
 *      syn_convert_begin(&convert, result);
 *      for each batch: syn_convert_passages(&convert, result, first, end); // parallel
 *      syn_convert_end(&convert, result);
 *      syn_convert_release(&convert, document_count);
 *
 *  Owns    the tables of code points, until released.  Fails   SYN_MEMORY.
 */
#ifndef SYN_CONVERT_H
#define SYN_CONVERT_H

#include "model/result.h"
#include "trace/lineage.h"
#include "trace/pair.h"
#include "trace/share.h"
#include "text/wording.h"

/** Code points that begin before every SYN_POINTS_BYTES-th byte of a text. */
#define SYN_POINTS_BYTES 1024
typedef struct syn_points {
    uint64_t *at;
    unsigned char *skip; /**< bytes behind the bound that belong to a character before it */
    bool ascii;          /**< byte and code point agree; no table */
} syn_points;

typedef struct syn_convert {
    const syn_corpus *corpus;
    const syn_wordings *wordings;
    const syn_passages *passages;  /**< finished, in the order of the result */
    const syn_pairing *pairs;      /**< as they are to be listed */
    size_t pair_count;
    const syn_pairings *const *pair_sets; /**< by pair: whose joints it points into */
    const syn_lineage *lineage;    /**< NULL for compare */
    syn_points *points;            /**< by document */
} syn_convert;

syn_status syn_convert_points(syn_convert *convert, uint32_t document);
/** Makes room for the passages and witnesses in the result and lays out which belong together. */
syn_status syn_convert_begin(const syn_convert *convert, syn_result *result);
/** Fills passages [first, end) and their witnesses. */
syn_status syn_convert_passages(const syn_convert *convert, syn_result *result, size_t first, size_t end);
/** Fills pairs, sources and descents: everything but shares and pairs_left_out. */
syn_status syn_convert_end(const syn_convert *convert, syn_result *result);
void syn_convert_release(syn_convert *convert, size_t document_count);

#endif
