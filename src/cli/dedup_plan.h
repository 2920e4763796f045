/** The plan of a dedup, from its options.
 *
 *      dedup_plan made;
 *      if (dedup_plan_make(values, &made))
 *          ... made.plan ...          // but for what it is held against and where it is written
 *      dedup_plan_release(&made);
 *
 *  --level exact|near|passage, --threshold 0.8, --keep longest|earliest|first|NAME,NAME, --mem 512M, --temp FOLDER.
 *
 *  Owns    the names of --keep; other strings are argv's or the environment's.
 *  Fails   false, after one line on standard error.
 */
#ifndef SYN_CLI_DEDUP_PLAN_H
#define SYN_CLI_DEDUP_PLAN_H

#include "cli/opt.h"

typedef struct dedup_plan {
    syn_dedup_plan plan;
    char *names;             /**< --keep, its commas replaced by NUL */
    const char **priorities; /**< point into it */
} dedup_plan;

bool dedup_plan_make(const opt_values *values, dedup_plan *out);
void dedup_plan_release(dedup_plan *made);
/** Says which of the options that were given have no effect at this level. */
void dedup_plan_note(const opt_values *values, const syn_dedup_plan *plan);

#endif
