#include "store/packing.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <zdict.h>
#include <zstd.h>
#include <zstd_errors.h>

enum { LEVEL = 3, DICTIONARY_BYTES = 64 << 10, LEAST_SAMPLES = 100, LEAST_SAMPLE_BYTES = 200 << 10 };

struct syn_dictionary {
    void *bytes;
    ZSTD_CDict *pack;
    ZSTD_DDict *unpack;
};

void syn_packer_release(syn_packer *packer)
{
    ZSTD_freeCCtx(packer->pack);
    ZSTD_freeDCtx(packer->unpack);
    *packer = (syn_packer){0};
}

syn_status syn_dictionary_make(const char *samples, const size_t *sizes, size_t count, char **bytes, size_t *byte_count)
{
    size_t all = 0;

    for (size_t i = 0; i < count; i++)
        all += sizes[i];
    *bytes = NULL;
    *byte_count = 0;
    if (count < LEAST_SAMPLES || count > UINT32_MAX || all < LEAST_SAMPLE_BYTES)
        return SYN_OK;
    char *made = syn_alloc(DICTIONARY_BYTES, 1);
    if (made == NULL)
        return SYN_MEMORY;
    size_t code = ZDICT_trainFromBuffer(made, DICTIONARY_BYTES, samples, sizes, (unsigned)count);
    if (ZDICT_isError(code)) { /* too alike or too short: then there is none */
        free(made);
        return SYN_OK;
    }
    *bytes = made;
    *byte_count = code;
    return SYN_OK;
}

syn_status syn_dictionary_open(const void *bytes, size_t count, bool packing, syn_dictionary **out)
{
    syn_dictionary *dictionary = syn_alloc_zero(1, sizeof *dictionary);

    if (dictionary == NULL)
        return SYN_MEMORY;
    dictionary->unpack = ZSTD_createDDict(bytes, count);
    if (packing)
        dictionary->pack = ZSTD_createCDict(bytes, count, LEVEL);
    if (dictionary->unpack == NULL || (packing && dictionary->pack == NULL)) {
        syn_dictionary_close(dictionary);
        return SYN_MEMORY;
    }
    *out = dictionary;
    return SYN_OK;
}

void syn_dictionary_close(syn_dictionary *dictionary)
{
    if (dictionary == NULL)
        return;
    ZSTD_freeCDict(dictionary->pack);
    ZSTD_freeDDict(dictionary->unpack);
    free(dictionary);
}

/* The size and the checksum stand in the store, so the frame goes without both. */
static syn_status prepare(syn_packer *packer)
{
    if (packer->pack != NULL)
        return SYN_OK;
    ZSTD_CCtx *context = ZSTD_createCCtx();
    if (context == NULL)
        return SYN_MEMORY;
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, packer->level != 0 ? packer->level : LEVEL);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 0);
    ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0);
    packer->pack = context;
    return SYN_OK;
}

syn_status syn_pack(syn_packer *packer, const syn_dictionary *dictionary, const char *text, size_t text_bytes,
                    syn_buf *out)
{
    size_t room = ZSTD_compressBound(text_bytes);

    if (prepare(packer) < 0 || room > PTRDIFF_MAX / 2 ||
        !syn_alloc_room((void **)&out->bytes, &out->capacity, out->len + room + 1, 1))
        return SYN_MEMORY;
    ZSTD_CCtx_refCDict(packer->pack, dictionary != NULL ? dictionary->pack : NULL);
    size_t code = ZSTD_compress2(packer->pack, out->bytes + out->len, room, text, text_bytes);
    if (ZSTD_isError(code))
        return SYN_MEMORY;
    out->len += code;
    out->bytes[out->len] = '\0';
    return SYN_OK;
}

syn_status syn_unpack(syn_packer *packer, const syn_dictionary *dictionary, const void *packed, size_t packed_bytes,
                      size_t text_bytes, char *text)
{
    if (packer->unpack == NULL)
        packer->unpack = ZSTD_createDCtx();
    if (packer->unpack == NULL)
        return SYN_MEMORY;
    size_t code = ZSTD_decompress_usingDDict(packer->unpack, text, text_bytes, packed, packed_bytes,
                                             dictionary != NULL ? dictionary->unpack : NULL);
    return !ZSTD_isError(code) && code == text_bytes ? SYN_OK : SYN_INPUT;
}
