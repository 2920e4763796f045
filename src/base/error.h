/** Errors in words: fills a caller's syn_error with one line that says what, where and what to do.
 *
 *      return syn_fail(error, SYN_IO, "%s: cannot be opened: %s (check the path)", path, strerror(errno));
 *
 *  Owns    nothing.  Fails   never: it returns the status it was given.
 */
#ifndef SYN_BASE_ERROR_H
#define SYN_BASE_ERROR_H

#include "syndic/base.h"

#include <stdbool.h>

/** Whether a character would steer a terminal or hide in a line, not show: controls (C0, DEL, C1), line
 *  and paragraph separators, zero-width and interlinear characters, tags, and the marks, embeddings and
 *  isolates of the bidirectional algorithm (UAX #9). */
bool syn_error_steers(uint32_t character);

/** Writes the message (control and format characters and line ends replaced by '?') and returns `status`.
 *  What is too long for the buffer loses the middle of its first part, the one before the first ": ", so
 *  that what went wrong and what to do stay; cuts are at characters' boundaries. `error` may be NULL. */
syn_status syn_fail(syn_error *error, syn_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** The message for an allocation that failed: "out of memory (...)"; returns SYN_MEMORY. */
syn_status syn_fail_memory(syn_error *error);

#endif
