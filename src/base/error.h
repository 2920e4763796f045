/** Errors in words: fills a caller's syn_error with one line that says what, where and what to do.
 *
 *      return syn_fail(error, SYN_IO, "%s: cannot be opened: %s (check the path)", path, strerror(errno));
 *
 *  Owns    nothing.  Fails   never: it returns the status it was given.
 */
#ifndef SYN_BASE_ERROR_H
#define SYN_BASE_ERROR_H

#include "syndic/base.h"

/** Writes the message (cut to the buffer at a character's boundary, control characters and line ends
 *  replaced by '?') and returns `status`. `error` may be NULL. */
syn_status syn_fail(syn_error *error, syn_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** The message for an allocation that failed: "out of memory (...)"; returns SYN_MEMORY. */
syn_status syn_fail_memory(syn_error *error);

#endif
