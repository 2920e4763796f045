#define ZLIB_CONST
#include "ingest/inflate.h"

#include "base/alloc.h"
#include "base/error.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#define STEP_BYTES (1u << 16)
#define FORGET_BYTES ((size_t)1 << 22)
/** A frame may promise any size; so much of it is believed at once, the rest when it comes. */
#define TRUST_BYTES ((unsigned long long)1 << 28)

/** Where a stream of gzip stands. A stream of zstd knows only whether it is between frames. */
typedef enum place { BETWEEN, INSIDE, PADDING } place;

struct syn_inflater {
    ZSTD_DCtx *frames; /* NULL: gzip */
    z_stream members;
    place place;
    bool ended;
};

static bool is_gzip(const char *bytes, size_t count)
{
    return count >= 2 && memcmp(bytes, "\x1f\x8b", 2) == 0;
}

static bool is_zstd(const char *bytes, size_t count)
{
    if (count < 4)
        return false;
    if (memcmp(bytes, "\x28\xb5\x2f\xfd", 4) == 0)
        return true;
    return memcmp(bytes + 1, "\x2a\x4d\x18", 3) == 0 && ((unsigned char)bytes[0] & 0xf0) == 0x50;
}

bool syn_inflate_packed(const char *bytes, size_t count)
{
    return is_gzip(bytes, count) || is_zstd(bytes, count);
}

static syn_status fail_short(syn_error *error, const char *path, const char *name)
{
    return syn_fail(error, SYN_INPUT, "%s: the %s stream is cut short (fetch the file again)", path, name);
}

static syn_status fail_damaged(syn_error *error, const char *path, const char *name)
{
    return syn_fail(error, SYN_INPUT, "%s: the %s stream is damaged (fetch the file again)", path, name);
}

syn_inflater *syn_inflater_new(const char *bytes, size_t count)
{
    syn_inflater *inflater = syn_alloc_zero(1, sizeof *inflater);
    if (!inflater)
        return NULL;
    bool gzip = is_gzip(bytes, count);
    if (!gzip)
        inflater->frames = ZSTD_createDCtx();
    if (gzip ? inflateInit2(&inflater->members, 16 + MAX_WBITS) != Z_OK : !inflater->frames) {
        free(inflater);
        return NULL;
    }
    if (!gzip)
        ZSTD_DCtx_setParameter(inflater->frames, ZSTD_d_windowLogMax,
                               ZSTD_dParam_getBounds(ZSTD_d_windowLogMax).upperBound);
    inflater->place = gzip ? INSIDE : BETWEEN;
    return inflater;
}

void syn_inflater_free(syn_inflater *inflater)
{
    if (!inflater)
        return;
    if (inflater->frames)
        ZSTD_freeDCtx(inflater->frames);
    else
        inflateEnd(&inflater->members);
    free(inflater);
}

bool syn_inflater_ended(const syn_inflater *inflater)
{
    return inflater->ended;
}

/** One call of inflate() between what is left of the input and the room of the output: both of zlib's
 *  counters are 32 bits wide. */
static int gzip_step(z_stream *stream, const char **at, const char *end, char *to, size_t room, size_t *made)
{
    size_t left = (size_t)(end - *at), open = room - *made;
    stream->next_in = (const Bytef *)*at;
    stream->avail_in = left < UINT_MAX ? (uInt)left : UINT_MAX;
    stream->avail_out = open < UINT_MAX ? (uInt)open : UINT_MAX;
    stream->next_out = (Bytef *)to + *made;
    int code = inflate(stream, Z_NO_FLUSH);
    *at = (const char *)stream->next_in;
    *made = (size_t)((char *)stream->next_out - to);
    return code;
}

static const char *skip_zeros(const char *at, const char *end)
{
    while (at < end && *at == 0)
        at++;
    return at;
}

/** Behind a member: another one, or zeros up to the end. False for anything else. */
static bool gzip_between(syn_inflater *g, const char **at, const char *end)
{
    if (g->place == BETWEEN && *at < end && **at == '\x1f') {
        g->place = INSIDE;
        return inflateReset(&g->members) == Z_OK;
    }
    if (*at < end)
        g->place = PADDING;
    *at = skip_zeros(*at, end);
    return *at == end;
}

static syn_status gunzip(syn_inflater *g, const char *path, const char **at, const char *end, bool last, char *to,
                         size_t room, size_t *made, syn_error *error)
{
    while (g->place != INSIDE || *made < room) {
        if (g->place != INSIDE) {
            if (!gzip_between(g, at, end))
                return fail_damaged(error, path, "gzip");
            if (g->place == INSIDE)
                continue;
            g->ended = last;
            return SYN_OK;
        }
        int code = gzip_step(&g->members, at, end, to, room, made);
        if (code == Z_MEM_ERROR)
            return syn_fail_memory(error);
        if (code == Z_STREAM_END)
            g->place = BETWEEN;
        else if (code != Z_OK && code != Z_BUF_ERROR)
            return fail_damaged(error, path, "gzip");
        else if (*at == end && *made < room)
            return last ? fail_short(error, path, "gzip") : SYN_OK;
    }
    return SYN_OK;
}

static syn_status unzstd(syn_inflater *z, const char *path, const char **at, const char *end, bool last, char *to,
                         size_t room, size_t *made, syn_error *error)
{
    ZSTD_inBuffer in = {*at, (size_t)(end - *at), 0};
    ZSTD_outBuffer out = {to, room, 0};
    while ((in.pos < in.size || z->place == INSIDE) && out.pos < out.size) {
        size_t left = ZSTD_decompressStream(z->frames, &out, &in);
        if (ZSTD_getErrorCode(left) == ZSTD_error_memory_allocation)
            return syn_fail_memory(error);
        if (ZSTD_isError(left))
            return fail_damaged(error, path, "zstd");
        z->place = left == 0 ? BETWEEN : INSIDE;
        if (in.pos == in.size && out.pos < out.size && z->place == INSIDE) { /* nothing waits inside the decoder */
            if (last)
                return fail_short(error, path, "zstd");
            break;
        }
    }
    *at += in.pos;
    *made = out.pos;
    z->ended = last && in.pos == in.size && z->place == BETWEEN;
    return SYN_OK;
}

syn_status syn_inflater_step(syn_inflater *inflater, const char *path, const char **at, const char *end, bool last,
                             char *to, size_t room, size_t *made, syn_error *error)
{
    *made = 0;
    if (inflater->frames)
        return unzstd(inflater, path, at, end, last, to, room, made, error);
    return gunzip(inflater, path, at, end, last, to, room, made, error);
}

/** Room for what the stream says it holds, within reason; a wrong promise costs nothing but time, and
 *  without room here it is asked for again as it is needed. */
static bool reserve(const syn_bytes *in, char **at, size_t *capacity)
{
    unsigned long long promised = is_zstd(in->at, in->count) ? ZSTD_getFrameContentSize(in->at, in->count)
                                                             : 4ull * in->count;
    size_t need = 2 * STEP_BYTES;
    if (promised != ZSTD_CONTENTSIZE_UNKNOWN && promised != ZSTD_CONTENTSIZE_ERROR)
        need += (size_t)(promised < TRUST_BYTES ? promised : TRUST_BYTES);
    return syn_alloc_room((void **)at, capacity, need, 1) ||
           syn_alloc_room((void **)at, capacity, 2 * STEP_BYTES, 1);
}

/** Unpacks all of `in` into room that grows. */
static syn_status unpack(syn_inflater *inflater, const char *path, const syn_bytes *in, syn_bytes *out,
                         syn_error *error)
{
    const char *from = in->at, *end = in->at + in->count;
    char *at = NULL;
    size_t capacity = 0, count = 0, made;
    syn_status status = reserve(in, &at, &capacity) ? SYN_OK : syn_fail_memory(error);
    while (status == SYN_OK && !inflater->ended) {
        if (!syn_alloc_room((void **)&at, &capacity, count + STEP_BYTES, 1)) {
            status = syn_fail_memory(error);
            break;
        }
        status = syn_inflater_step(inflater, path, &from, end, true, at + count, capacity - count, &made, error);
        count += made;
    }
    char *trimmed = status == SYN_OK ? realloc(at, count + 1) : NULL;
    if (status == SYN_OK)
        *out = (syn_bytes){.at = trimmed ? trimmed : at, .count = count, .mapped = false};
    else
        free(at);
    return status;
}

syn_status syn_inflate(const char *path, syn_bytes *bytes, syn_error *error)
{
    syn_bytes out = {0};
    syn_inflater *inflater = syn_inflater_new(bytes->at, bytes->count);
    syn_status status = inflater ? unpack(inflater, path, bytes, &out, error) : syn_fail_memory(error);
    syn_inflater_free(inflater);
    if (status == SYN_OK) {
        syn_bytes_release(bytes);
        *bytes = out;
    }
    return status;
}

syn_status syn_inflate_prove(const char *path, const syn_bytes *bytes, syn_error *error)
{
    const char *from = bytes->at, *end = bytes->at + bytes->count;
    size_t made, forgotten = 0;
    char *room = syn_alloc(STEP_BYTES, 1);
    syn_inflater *inflater = syn_inflater_new(bytes->at, bytes->count);
    syn_status status = room && inflater ? SYN_OK : syn_fail_memory(error);
    while (status == SYN_OK && !inflater->ended) {
        status = syn_inflater_step(inflater, path, &from, end, true, room, STEP_BYTES, &made, error);
        size_t done = (size_t)(from - bytes->at);
        if (done - forgotten < FORGET_BYTES)
            continue;
        syn_bytes_forget(bytes, forgotten, done);
        forgotten = done;
    }
    syn_inflater_free(inflater);
    free(room);
    return status;
}
