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
/** A frame may promise any size; so much of it is believed at once, the rest when it comes. */
#define TRUST_BYTES ((unsigned long long)1 << 28)

typedef struct growth {
    char *at;
    size_t count, capacity;
} growth;

static bool has_room(growth *out)
{
    return syn_alloc_room((void **)&out->at, &out->capacity, out->count + STEP_BYTES, 1);
}

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

/** One call of inflate() between what is left of the input and the room of the output: both of zlib's
 *  counters are 32 bits wide. */
static int gzip_step(z_stream *stream, const char *end, growth *out)
{
    size_t left = (size_t)(end - (const char *)stream->next_in);
    size_t room = out->capacity - out->count;
    stream->avail_in = left < UINT_MAX ? (uInt)left : UINT_MAX;
    stream->avail_out = room < UINT_MAX ? (uInt)room : UINT_MAX;
    stream->next_out = (Bytef *)out->at + out->count;
    int code = inflate(stream, Z_NO_FLUSH);
    out->count = (size_t)((char *)stream->next_out - out->at);
    return code;
}

static bool is_zeros(const char *at, const char *end)
{
    while (at < end && *at == 0)
        at++;
    return at == end;
}

/** Members follow one another until the input or its members end. */
static syn_status gzip_all(const char *path, z_stream *stream, const char *end, growth *out, syn_error *error)
{
    for (;;) {
        if (!has_room(out))
            return syn_fail_memory(error);
        int code = gzip_step(stream, end, out);
        const char *at = (const char *)stream->next_in;
        if (code == Z_STREAM_END && is_zeros(at, end))
            return SYN_OK;
        if (code == Z_STREAM_END && is_gzip(at, (size_t)(end - at)))
            code = inflateReset(stream);
        if (code == Z_MEM_ERROR)
            return syn_fail_memory(error);
        if (code == Z_BUF_ERROR || (code == Z_OK && at == end && stream->avail_out > 0))
            return fail_short(error, path, "gzip");
        if (code != Z_OK)
            return fail_damaged(error, path, "gzip");
    }
}

static syn_status gunzip(const char *path, const syn_bytes *in, growth *out, syn_error *error)
{
    z_stream stream = {.next_in = (const Bytef *)in->at};
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK)
        return syn_fail_memory(error);
    syn_status status = gzip_all(path, &stream, in->at + in->count, out, error);
    inflateEnd(&stream);
    return status;
}

static syn_status zstd_all(const char *path, ZSTD_DCtx *context, ZSTD_inBuffer *in, growth *out,
                           syn_error *error)
{
    for (;;) {
        if (!has_room(out))
            return syn_fail_memory(error);
        ZSTD_outBuffer room = {out->at, out->capacity, out->count};
        size_t left = ZSTD_decompressStream(context, &room, in);
        if (ZSTD_getErrorCode(left) == ZSTD_error_memory_allocation)
            return syn_fail_memory(error);
        if (ZSTD_isError(left))
            return fail_damaged(error, path, "zstd");
        out->count = room.pos;
        bool emptied = room.pos < room.size; /* nothing waits inside the decoder */
        if (in->pos == in->size && left == 0) /* a frame's end */
            return SYN_OK;
        if (in->pos == in->size && emptied)
            return fail_short(error, path, "zstd");
    }
}

static syn_status unzstd(const char *path, const syn_bytes *bytes, growth *out, syn_error *error)
{
    ZSTD_DCtx *context = ZSTD_createDCtx();
    if (!context)
        return syn_fail_memory(error);
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax,
                           ZSTD_dParam_getBounds(ZSTD_d_windowLogMax).upperBound);
    ZSTD_inBuffer in = {bytes->at, bytes->count, 0};
    syn_status status = zstd_all(path, context, &in, out, error);
    ZSTD_freeDCtx(context);
    return status;
}

/** Room for what the stream says it holds, within reason; a wrong promise costs nothing but time, and
 *  without room here it is asked for again as it is needed. */
static void reserve(const syn_bytes *in, growth *out)
{
    unsigned long long promised = is_zstd(in->at, in->count) ? ZSTD_getFrameContentSize(in->at, in->count)
                                                             : 4ull * in->count;
    if (promised == ZSTD_CONTENTSIZE_UNKNOWN || promised == ZSTD_CONTENTSIZE_ERROR)
        return;
    size_t need = (size_t)(promised < TRUST_BYTES ? promised : TRUST_BYTES) + 2 * STEP_BYTES;
    syn_alloc_room((void **)&out->at, &out->capacity, need, 1);
}

syn_status syn_inflate(const char *path, syn_bytes *bytes, syn_error *error)
{
    growth out = {0};
    reserve(bytes, &out);
    syn_status status = is_gzip(bytes->at, bytes->count) ? gunzip(path, bytes, &out, error)
                                                         : unzstd(path, bytes, &out, error);
    if (status < 0) {
        free(out.at);
        return status;
    }
    char *trimmed = realloc(out.at, out.count + 1);
    syn_bytes_release(bytes);
    *bytes = (syn_bytes){.at = trimmed ? trimmed : out.at, .count = out.count, .mapped = false};
    return SYN_OK;
}
