/** What new texts are held against: indexes, wording that does not count, and passages that are known.
 *
 *      ground_made ground;
 *      if (ground_make(values, &ground)) {
 *          ...syn_check(fresh, ground.against.indexes, ground.against.index_count, &ground.gate, ...)...
 *          ground_see(&ground, result);
 *          done = ground_end(&ground);
 *      }
 *      ground_release(&ground);
 *
 *  Every --against that is no index becomes part of one that lives in TMPDIR (or /tmp) as long as the command does.
 *
 *  Owns    what it opened.  Fails   false, after one line on standard error.
 */
#ifndef SYN_CLI_GROUND_H
#define SYN_CLI_GROUND_H

#include "cli/against.h"
#include "cli/baseline.h"
#include "cli/opt.h"
#include "syndic/syndic.h"

typedef struct ground_made {
    const opt_values *values;
    against_found against; /**< its indexes are all there is to hold texts against */
    syn_index *scratch;  /**< one of them, or NULL */
    syn_corpus *ignored; /**< NULL when nothing is */
    char **texts;        /**< of the ignored, each with a NUL behind it */
    size_t text_count;
    baseline known;
    syn_gate gate;       /**< points into the others */
} ground_made;

/** `values` must outlive it. */
bool ground_make(const opt_values *values, ground_made *out);
/** Takes a result's passages for the baseline. */
void ground_see(ground_made *ground, const syn_result *result);
/** Writes the baseline, or says what in it is stale. */
bool ground_end(ground_made *ground);
void ground_release(ground_made *ground);

#endif
