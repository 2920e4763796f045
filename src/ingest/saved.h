/** A result's JSON (docs/result.schema.json) read back: everything it holds, but no texts.
 *
 *      syn_saved saved = {0};
 *      if (syn_saved_read("result.json", bytes, count, NULL, &saved, &error) == SYN_OK)
 *          ... saved.documents, saved.view.passages ...
 *      syn_saved_release(&saved);
 *
 *  Members may stand in any order and spacing; what is not known is passed over. Everything else is checked, so
 *  that what comes out is as total as a result that was just made: indices lie within their arrays, documents are
 *  sorted by id (those of a check behind its new texts), spans begin before they end, shares add up. Whether spans lie within the texts only who has the
 *  texts can say (src/load.c).
 *
 *  The file is looked at from its first byte to its last and handed to json-c item by item: no tree of the whole.
 *
 *  Owns    a syn_saved owns its arrays and strings; the bytes may go.
 *  Fails   SYN_INPUT ("result.json:7: passages[3]: field ..."), SYN_MEMORY; `*out` is untouched then.
 *  Cost    linear, but for looking up ids (n log n).
 */
#ifndef SYN_INGEST_SAVED_H
#define SYN_INGEST_SAVED_H

#include "base/arena.h"
#include "base/tally.h"
#include "syndic/result.h"

typedef struct syn_saved {
    syn_options options;        /**< the defaults, and what the file's params say; field_text lives in the arena */
    syn_document *documents;    /**< without texts */
    size_t document_count;
    syn_skip *skips;
    size_t skip_count;
    syn_result_view view;       /**< the arrays only; corpus and options are NULL */
    uint64_t replaced_count;    /**< broken UTF-8 sequences of all texts together */
    syn_arena arena;
    syn_arena excerpts;         /**< what passages[].text point into */
} syn_saved;

/** `tally` is told of the stage "read"; it may be NULL. */
syn_status syn_saved_read(const char *path, const char *bytes, size_t count, syn_tally *tally, syn_saved *out,
                          syn_error *error);
void syn_saved_release(syn_saved *saved);

#endif
