/** A record of JSON rewritten in place: stretches of its text taken out, or a member added. All other bytes stay as
 *  they are.
 *
 *      syn_revise_cut(line, bytes, "text", spans, span_count, &buf);
 *      syn_revise_add(line, bytes, "syndic", "{...}", &buf);
 *
 *  A half of a surrogate pair that a cut would join to another is written as \ufffd, which is how it is read. JSON
 *  that is only read leniently (single quotes, comments, a comma behind the last member) is refused.
 *
 *  Owns    nothing: bytes go behind those in the buffer.  Fails   false for a line that is no object with that text, or
 *  spans that do not lie in it; the buffer's own flag for memory. Then nothing was appended.
 *  Units   spans are bytes of the decoded text, ascending, not overlapping, on boundaries of characters.
 */
#ifndef SYN_INGEST_REVISE_H
#define SYN_INGEST_REVISE_H

#include "base/buf.h"

typedef struct syn_span_bytes {
    size_t begin, end;
} syn_span_bytes;

/** The line without the spans. A member that is there twice: the last one counts, as for whoever parses it. */
bool syn_revise_cut(const char *line, size_t bytes, const char *field, const syn_span_bytes *spans, size_t count,
                    syn_buf *out);
/** What lies between the two ends of a span in the line: the content of a JSON string, escapes as they are. */
bool syn_revise_get(const char *line, size_t bytes, const char *field, syn_span_bytes span, syn_buf *out);
/** The line with one more member at its end; `value` is JSON, and `name` needs no escapes. A member of that name that
 *  is there already is replaced. */
bool syn_revise_add(const char *line, size_t bytes, const char *name, const char *value, syn_buf *out);

#endif
