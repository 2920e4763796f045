/* What comes is gathered in pieces of one size and packed piece by piece: so the packed bytes do not depend on how the
 * others were cut, and whoever writes much at once is not slowed down by many small calls. */
#include "syndic/report.h"

#include "base/alloc.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

enum { PIECE_BYTES = 128 << 10, GZIP_LEVEL = 6, ZSTD_LEVEL = 3, GZIP_WINDOW = 15 + 16 /* with its header */ };

struct syn_packed {
    syn_packing packing;
    const syn_sink *to;
    syn_sink sink;       /* what is handed out */
    syn_status status;   /* of the first failure */
    size_t count;        /* bytes that wait */
    z_stream gzip;
    bool gzip_open;
    ZSTD_CCtx *zstd;
    unsigned char piece[PIECE_BYTES], made[PIECE_BYTES];
};

static bool ends_in(const char *path, const char *ending)
{
    const size_t all = strlen(path), last = strlen(ending);
    return all > last && strcmp(path + all - last, ending) == 0;
}

syn_packing syn_packing_of(const char *path)
{
    return ends_in(path, ".gz") ? SYN_PACKING_GZIP : ends_in(path, ".zst") ? SYN_PACKING_ZSTD : SYN_PACKING_NONE;
}

static syn_status hand_on(const syn_packed *packed, const unsigned char *bytes, size_t count)
{
    return count > 0 ? packed->to->write(packed->to->context, bytes, count) : SYN_OK;
}

/* gzip (RFC 1952): a header without a name and a time, so that the same bytes come out each time. */
static syn_status pack_gzip(syn_packed *packed, bool last)
{
    z_stream *gzip = &packed->gzip;
    syn_status status;
    gzip->next_in = packed->piece;
    gzip->avail_in = (uInt)packed->count;
    do {
        gzip->next_out = packed->made;
        gzip->avail_out = PIECE_BYTES;
        if (deflate(gzip, last ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_ERROR)
            return SYN_MEMORY;
        status = hand_on(packed, packed->made, PIECE_BYTES - gzip->avail_out);
    } while (status == SYN_OK && gzip->avail_out == 0);
    return status;
}

/* One frame of zstd (RFC 8878) with a checksum. */
static syn_status pack_zstd(syn_packed *packed, bool last)
{
    ZSTD_inBuffer from = {.src = packed->piece, .size = packed->count};
    syn_status status;
    size_t left;
    do {
        ZSTD_outBuffer to = {.dst = packed->made, .size = PIECE_BYTES};
        left = ZSTD_compressStream2(packed->zstd, &to, &from, last ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left))
            return SYN_MEMORY;
        status = hand_on(packed, packed->made, to.pos);
    } while (status == SYN_OK && (last ? left > 0 : from.pos < from.size));
    return status;
}

static syn_status pack(syn_packed *packed, bool last)
{
    if (packed->status == SYN_OK)
        packed->status = packed->packing == SYN_PACKING_GZIP   ? pack_gzip(packed, last)
                         : packed->packing == SYN_PACKING_ZSTD ? pack_zstd(packed, last)
                                                               : hand_on(packed, packed->piece, packed->count);
    packed->count = 0;
    return packed->status;
}

static syn_status take(void *context, const void *bytes, size_t count)
{
    syn_packed *packed = context;
    for (const char *at = bytes; count > 0 && packed->status == SYN_OK;) {
        const size_t room = PIECE_BYTES - packed->count, some = count < room ? count : room;
        memcpy(packed->piece + packed->count, at, some);
        packed->count += some;
        at += some;
        count -= some;
        if (packed->count == PIECE_BYTES)
            pack(packed, false);
    }
    return packed->status;
}

static bool prepare(syn_packed *packed)
{
    if (packed->packing == SYN_PACKING_GZIP)
        return packed->gzip_open = deflateInit2(&packed->gzip, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW, 8,
                                                Z_DEFAULT_STRATEGY) == Z_OK;
    if (packed->packing != SYN_PACKING_ZSTD)
        return true;
    packed->zstd = ZSTD_createCCtx();
    return packed->zstd != NULL &&
           !ZSTD_isError(ZSTD_CCtx_setParameter(packed->zstd, ZSTD_c_compressionLevel, ZSTD_LEVEL)) &&
           !ZSTD_isError(ZSTD_CCtx_setParameter(packed->zstd, ZSTD_c_checksumFlag, 1));
}

syn_status syn_packed_new(const syn_sink *sink, syn_packing packing, syn_packed **out, syn_error *error)
{
    syn_packed *packed = syn_alloc_zero(1, sizeof *packed);
    if (packed == NULL)
        return syn_fail_memory(error);
    packed->packing = packing;
    packed->to = sink;
    packed->sink = (syn_sink){.write = take, .context = packed};
    if (!prepare(packed)) {
        syn_packed_free(packed);
        return syn_fail_memory(error);
    }
    *out = packed;
    return SYN_OK;
}

const syn_sink *syn_packed_sink(const syn_packed *packed)
{
    return &packed->sink;
}

syn_status syn_packed_end(syn_packed *packed)
{
    return pack(packed, true);
}

void syn_packed_free(syn_packed *packed)
{
    if (packed == NULL)
        return;
    if (packed->gzip_open)
        deflateEnd(&packed->gzip);
    ZSTD_freeCCtx(packed->zstd);
    free(packed);
}
