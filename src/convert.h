/** The one place where word positions become spans of the original text, and stages' arrays a result.
 *
 *      syn_convert convert = {.corpus = corpus, .wordings = &wordings, .passages = &passages, .points = points};
 *      for each document: syn_convert_points(&convert, document);   // parallel
 *      syn_convert_begin(&convert, result);
 *      for each batch: syn_convert_passages(&convert, result, first, end); // parallel
 *      for each document: syn_convert_credits(&convert, result, document); // parallel, trace only
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
    const syn_tracing *tracing;    /**< NULL for compare, as all that follow */
    const syn_lineage *lineage;
    const syn_scope *scopes;       /**< by document */
    const syn_named_speaker *speakers; /**< by passage */
    syn_points *points;            /**< by document */
    uint32_t *credit_first, *cover_first; /**< by document, one more at the end; made by syn_convert_begin */
    uint32_t *source_of;           /**< by outlet: its source, or SYN_NONE */
    char *names;                   /**< the names in credits, in order; the result's */
    size_t *name_first;            /**< by document: where its names start */
} syn_convert;

syn_status syn_convert_points(syn_convert *convert, uint32_t document);
/** Makes room for the passages and witnesses in the result and lays out which belong together. */
syn_status syn_convert_begin(syn_convert *convert, syn_result *result);
/** Fills passages [first, end) and their witnesses. */
syn_status syn_convert_passages(const syn_convert *convert, syn_result *result, size_t first, size_t end);
/** Fills the credits of one document and what they cover. */
void syn_convert_credits(const syn_convert *convert, syn_result *result, uint32_t document);
/** Fills pairs, sources and descents: everything but shares and pairs_left_out. */
syn_status syn_convert_end(const syn_convert *convert, syn_result *result);
void syn_convert_release(syn_convert *convert, size_t document_count);

/* Parts of the above that stand in files of their own. */

/** A share as the JSON has it: four decimals; 0 of nothing. */
double syn_convert_share(uint32_t words, uint32_t all);
/** Bytes of a text with their code points; the document's points must have been made. */
syn_span syn_convert_span(const syn_convert *convert, uint32_t document, uint64_t begin, uint64_t end);
/** Makes room for credits and covers, finds the source of each outlet, writes the speakers of passages. */
syn_status syn_convert_credits_begin(syn_convert *convert, syn_result *result);
syn_status syn_convert_lineage(const syn_convert *convert, syn_result *result);

#endif
