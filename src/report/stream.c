#include "report/stream.h"

#include "base/error.h"

enum { SETTLE_BYTES = 65536 };

static void hand_on(syn_stream *stream)
{
    if (stream->buf.failed)
        stream->status = SYN_MEMORY;
    if (stream->status == SYN_OK && stream->buf.len > 0)
        stream->status = stream->sink->write(stream->sink->context, stream->buf.bytes, stream->buf.len);
    syn_buf_clear(&stream->buf);
}

bool syn_stream_settle(syn_stream *stream)
{
    if (stream->buf.failed || stream->buf.len >= SETTLE_BYTES)
        hand_on(stream);
    return stream->status == SYN_OK;
}

syn_status syn_stream_close(syn_stream *stream, syn_error *error)
{
    hand_on(stream);
    syn_buf_release(&stream->buf);
    if (stream->status == SYN_MEMORY)
        return syn_fail_memory(error);
    if (stream->status != SYN_OK)
        return syn_fail(error, stream->status, "report: could not be written in full (see where it was sent)");
    return SYN_OK;
}
