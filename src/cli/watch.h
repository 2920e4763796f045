/** A watch on a run: how long each stage took, a line each on standard error ("stage sort 1.234").
 *
 *      watch_start(&watch, &values->run);
 *      ...
 *      watch_stage(&watch, "write");
 *      watch_stage(&watch, NULL);
 */
#ifndef SYN_CLI_WATCH_H
#define SYN_CLI_WATCH_H

#include "syndic/options.h"

typedef struct watch_clock {
    const char *stage; /**< running, or NULL */
    double since_seconds;
} watch_clock;

/** Starts with stage "read" and listens to the library's progress. The watch must outlive the run. */
void watch_start(watch_clock *watch, syn_options *options);
/** Ends the running stage and begins another; NULL begins none. */
void watch_stage(watch_clock *watch, const char *stage);

#endif
