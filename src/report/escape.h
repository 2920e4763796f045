/** Text made safe for where it goes: JSON strings, and lines on a terminal.
 *
 *      syn_escape_json(&buf, text, count);  // "As a \u201cfree\u201d port" with its quotes
 *      syn_escape_line(&buf, text, count);  // one line, no control characters
 *
 *  Broken UTF-8 becomes U+FFFD, one for each "maximal subpart" (Unicode standard, chapter 3).
 *
 *  Owns    nothing.  Fails   only through the buffer's own flag.
 */
#ifndef SYN_REPORT_ESCAPE_H
#define SYN_REPORT_ESCAPE_H

#include "base/buf.h"

#include <stdint.h>

/** Decodes the character at `at` (count >= 1) and sets how many bytes it takes; 0xFFFD when broken. */
uint32_t syn_escape_decode(const char *at, size_t count, unsigned *bytes);

/** Appends a JSON string with its quotes. Control characters (C0, DEL, C1), U+2028 and U+2029 are
 *  written as \uXXXX, so that a result shown on a terminal cannot steer it. */
void syn_escape_json(syn_buf *buf, const char *bytes, size_t count);

/** Appends the text as one line: a run of white space of any kind is one space (none at either end),
 *  and what syn_error_steers names (controls, marks of direction, invisible characters) is U+FFFD. */
void syn_escape_line(syn_buf *buf, const char *bytes, size_t count);

#endif
