/** A target for a stream of bytes, packed as the ending of its name says (.gz, .zst), else as they are.
 *
 *      out_stream stream;
 *      if (out_stream_open("corpus.jsonl.zst", &stream)) {
 *          ... stream.sink ...
 *          done = out_stream_end(&stream) && out_stream_commit(&stream);
 *          out_stream_discard(&stream); // harmless behind out_stream_commit
 *      }
 *
 *  Owns    its target; it stays where it is until out_stream_discard, which an empty one ({0}) takes too.
 *  Fails   false, after one line on standard error; writing to the sink says nothing, out_stream_failed does.
 */
#ifndef SYN_CLI_OUT_STREAM_H
#define SYN_CLI_OUT_STREAM_H

#include "cli/out.h"

typedef struct out_stream {
    out_target target;
    syn_sink to;          /**< the target's */
    syn_packed *packed;
    const syn_sink *sink; /**< where to write; NULL when it is not open */
} out_stream;

bool out_stream_open(const char *path, out_stream *out);
/** Writes what still waits to be packed: nothing may be written behind it. */
bool out_stream_end(out_stream *stream);
/** Gives the file its name. */
bool out_stream_commit(out_stream *stream);
void out_stream_discard(out_stream *stream);
/** Whether a write failed; if so, it is said, as out_failed does. */
bool out_stream_failed(const out_stream *stream);

#endif
