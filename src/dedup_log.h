/** Lines of the log of decisions, and marks in records (docs/method.md says what they hold).
 *
 *  Owns    nothing: lines go behind what is in the buffer.  Fails   as reading ids does; the buffer's own flag.
 */
#ifndef SYN_DEDUP_LOG_H
#define SYN_DEDUP_LOG_H

#include "dedup.h"

/** A text that is not written as it was found. */
typedef struct syn_logging {
    syn_dedup_run *run;
    const syn_verdict *verdict;
    const syn_found *found;  /**< its spans */
    const syn_again *own;    /**< its id and record */
    syn_again *other;        /**< room to read other texts' ids */
    const char *field_text;
    syn_error *error;
} syn_logging;

/** A line for a text that is dropped, or one for each passage that is cut. */
syn_status syn_log_lines(const syn_logging *l, syn_buf *out);
/** The value of a record's field "syndic". */
syn_status syn_log_mark(const syn_logging *l, syn_buf *out);

#endif
