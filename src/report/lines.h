/** The lines of a text, to say a place as editors do: line and column, both counted from 1.
 *
 *      syn_lines lines = {0};
 *      syn_lines_make(text, bytes, &lines);
 *      const syn_line *line = syn_lines_find(&lines, span->begin);
 *      line - lines.at + 1;                      // its number
 *      span->cbegin - line->point + 1;           // the column of the span's beginning
 *
 *  A line ends with a line feed, whatever stands before that. Columns are code points, as SARIF's columnKind
 *  "unicodeCodePoints" has them; broken UTF-8 counts as it does in spans.
 *
 *  Owns    a syn_lines owns its array.  Fails   SYN_MEMORY.  Cost    linear to make, a binary search to find.
 */
#ifndef SYN_REPORT_LINES_H
#define SYN_REPORT_LINES_H

#include "syndic/base.h"

#include <stddef.h>

/** Where a line begins. */
typedef struct syn_line {
    uint64_t byte, point;
} syn_line;

typedef struct syn_lines {
    syn_line *at;
    size_t count, capacity; /**< count is at least 1 once made */
} syn_lines;

syn_status syn_lines_make(const char *text, size_t bytes, syn_lines *lines);
/** The line that holds byte `at`. */
const syn_line *syn_lines_find(const syn_lines *lines, uint64_t at);
void syn_lines_release(syn_lines *lines);

#endif
