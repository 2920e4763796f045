#include "cli/out_stream.h"

bool out_stream_open(const char *path, out_stream *out)
{
    syn_error error = {.message = "out of memory (close other programs)"};
    *out = (out_stream){0};
    if (!out_open_bytes(path, &out->target))
        return false;
    out->to = out_sink(&out->target);
    if (syn_packed_new(&out->to, syn_packing_of(path), &out->packed, &error) < 0)
        return out_error("%s", error.message);
    out->sink = syn_packed_sink(out->packed);
    return true;
}

bool out_stream_failed(const out_stream *stream)
{
    return stream->target.problem != 0 && !out_failed(&stream->target);
}

bool out_stream_end(out_stream *stream)
{
    if (!stream->packed || syn_packed_end(stream->packed) == SYN_OK)
        return true;
    return !out_stream_failed(stream) && out_error("%s: cannot be packed: out of memory (close other programs)",
                                                   stream->target.path);
}

bool out_stream_commit(out_stream *stream)
{
    return !stream->packed || out_commit(&stream->target);
}

void out_stream_discard(out_stream *stream)
{
    syn_packed_free(stream->packed);
    if (stream->target.path)
        out_discard(&stream->target);
    *stream = (out_stream){0};
}
