#include "ingest/stream.h"

#include "base/alloc.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK_BYTES ((size_t)1 << 18)
#define FORGET_BYTES ((size_t)1 << 22)

/** The next bytes of a pipe. */
static syn_status fill_chunk(syn_stream *s, syn_error *error)
{
    size_t got;
    syn_status status = syn_input_read(&s->input, s->chunk, CHUNK_BYTES, &got, error);
    if (status < 0)
        return status;
    s->at = s->chunk;
    s->end = s->chunk + got;
    s->last = got < CHUNK_BYTES;
    return SYN_OK;
}

static syn_status begin(syn_stream *s, syn_error *error)
{
    s->at = s->input.bytes.at;
    s->end = s->input.bytes.count ? s->at + s->input.bytes.count : s->at;
    s->last = s->input.fd < 0;
    if (!s->last) {
        s->chunk = syn_alloc(CHUNK_BYTES, 1);
        syn_status status = s->chunk ? fill_chunk(s, error) : syn_fail_memory(error);
        if (status < 0)
            return status;
    }
    size_t count = (size_t)(s->end - s->at);
    if (!syn_inflate_packed(s->at, count))
        return SYN_OK;
    s->inflater = syn_inflater_new(s->at, count);
    return s->inflater ? SYN_OK : syn_fail_memory(error);
}

syn_status syn_stream_open(syn_stream *out, const char *path, syn_error *error)
{
    syn_stream stream = {0};
    syn_status status = syn_input_open(&stream.input, path, error);
    if (status == SYN_OK)
        status = begin(&stream, error);
    if (status == SYN_OK)
        *out = stream;
    else
        syn_stream_release(&stream);
    return status;
}

bool syn_stream_whole(const syn_stream *stream)
{
    return !stream->inflater && stream->input.fd < 0;
}

bool syn_stream_regular(const syn_stream *stream)
{
    return stream->input.fd < 0;
}

bool syn_stream_provable(const syn_stream *stream)
{
    return stream->inflater && stream->input.fd < 0;
}

/** What lies ready, as it is. */
static size_t hand_out(syn_stream *s, char *to, size_t room)
{
    size_t ready = (size_t)(s->end - s->at), count = ready < room ? ready : room;
    if (count)
        memcpy(to, s->at, count);
    s->at += count;
    return count;
}

/** Bytes that are not packed: what was read to look at them, then straight from the pipe. */
static syn_status read_plain(syn_stream *s, char *to, size_t room, size_t *got, syn_error *error)
{
    size_t count = hand_out(s, to, room), more = 0;
    syn_status status = SYN_OK;
    if (count < room && !s->last) {
        status = syn_input_read(&s->input, to + count, room - count, &more, error);
        s->last = more < room - count;
    }
    *got = count + more;
    s->done_bytes += *got;
    s->ended = s->last && s->at == s->end;
    return status;
}

static syn_status read_packed(syn_stream *s, char *to, size_t room, size_t *got, syn_error *error)
{
    syn_status status = SYN_OK;
    *got = 0;
    while (status == SYN_OK && *got < room && !syn_inflater_ended(s->inflater)) {
        size_t made = 0;
        if (s->at == s->end && !s->last)
            status = fill_chunk(s, error);
        const char *before = s->at;
        if (status == SYN_OK)
            status = syn_inflater_step(s->inflater, s->input.path, &s->at, s->end, s->last, to + *got, room - *got,
                                       &made, error);
        s->done_bytes += (uint64_t)(s->at - before);
        *got += made;
    }
    s->ended = syn_inflater_ended(s->inflater);
    return status;
}

/** Pages behind the place that is read are not needed again. */
static void forget(syn_stream *s)
{
    size_t done = s->input.fd < 0 ? (size_t)(s->at - s->input.bytes.at) : 0;
    if (done - s->forgotten < FORGET_BYTES)
        return;
    syn_bytes_forget(&s->input.bytes, s->forgotten, done);
    s->forgotten = done;
}

syn_status syn_stream_read(syn_stream *stream, char *to, size_t room, size_t *got, syn_error *error)
{
    if (!stream->inflater)
        return read_plain(stream, to, room, got, error);
    syn_status status = read_packed(stream, to, room, got, error);
    forget(stream);
    return status;
}

void syn_stream_release(syn_stream *stream)
{
    syn_inflater_free(stream->inflater);
    free(stream->chunk);
    if (stream->input.path)
        syn_input_release(&stream->input);
    *stream = (syn_stream){0};
}
