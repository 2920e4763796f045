/** A watch on a run. Where asked, it says how long each stage took, a line each on standard error ("stage sort 1.234").
 *  On a terminal, once the work has run for a second, one line says how far it is, drawn again in its place.
 *
 *      watch_start(&watch, values->stages, watch_wanted(values->quiet), &values->run);
 *      ...                        // the library's "done" clears the line, so that others may be written
 *      watch_wrote(&watch, 4096); // bytes of a report
 *      watch_clear(&watch);
 *      watch_end(&watch);
 *
 *  A line is never longer than the terminal is wide and holds no colours and no escape sequences. Only when the library
 *  tells of its progress is anything drawn: there is no thread and no timer.
 */
#ifndef SYN_CLI_WATCH_H
#define SYN_CLI_WATCH_H

#include "syndic/options.h"

typedef struct watch_clock {
    bool tells_stages, draws;
    const char *stage;     /**< running, or NULL */
    double begun_seconds;  /**< when the work began */
    double since_seconds;  /**< when the stage began */
    double drawn_seconds;  /**< when the line was drawn last */
    unsigned drawn_columns; /**< of the line that stands; 0 when none does */
    uint64_t written_bytes;
} watch_clock;

/** Whether standard error is a terminal that is ours to draw on. */
bool watch_wanted(bool quiet);
/** Starts with stage "read" and listens to the library's progress. The watch must outlive the run. */
void watch_start(watch_clock *watch, bool tells_stages, bool draws, syn_options *options);
/** So many bytes more of a report are written. */
void watch_wrote(watch_clock *watch, uint64_t bytes);
/** Takes the line away, before anything else is written to the terminal. */
void watch_clear(watch_clock *watch);
/** Takes the line away and ends the running stage. */
void watch_end(watch_clock *watch);

#endif
