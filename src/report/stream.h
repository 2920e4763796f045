/** The way of a format's bytes to where they go: items are put together in a buffer, which is handed on
 *  whenever it has grown large.
 *
 *      syn_stream stream = {.sink = sink};
 *      for (...) {
 *          syn_buf_text(&stream.buf, "...");
 *          syn_stream_settle(&stream);
 *      }
 *      return syn_stream_close(&stream, error);
 *
 *  Owns    a syn_stream owns its buffer until it is closed.
 *  Fails   stream.status keeps the first failure, also one that its user sets; nothing is written behind it.
 */
#ifndef SYN_REPORT_STREAM_H
#define SYN_REPORT_STREAM_H

#include "base/buf.h"
#include "syndic/report.h"

typedef struct syn_stream {
    const syn_sink *sink;
    syn_buf buf;       /**< not handed on yet */
    syn_status status;
} syn_stream;

/** Hands on what was put together, if it is much. False once something has failed. */
bool syn_stream_settle(syn_stream *stream);
/** Hands on the rest, gives the buffer back and says in `error` what has failed. */
syn_status syn_stream_close(syn_stream *stream, syn_error *error);

#endif
