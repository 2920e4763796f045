#include "texts_again.h"

#include "base/alloc.h"
#include "base/error.h"
#include "index.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STORED_BYTES = 64 << 10 };

syn_again_inside *syn_again_begin(syn_again *again)
{
    if (!again->inside)
        again->inside = syn_alloc_zero(1, sizeof(syn_again_inside));
    *again = (syn_again){.inside = again->inside};
    return again->inside;
}

static void close_files(syn_again_inside *in)
{
    for (size_t i = 0; i < SYN_AGAIN_FILES; i++) {
        if (in->files[i].origin > 0)
            close(in->files[i].fd);
        in->files[i].origin = 0;
    }
}

void syn_again_release(syn_again *again)
{
    syn_again_inside *in = again->inside;
    if (!in)
        return;
    close_files(in);
    for (size_t i = 0; i < SYN_AGAIN_BLOCKS; i++)
        syn_buf_release(&in->blocks[i].bytes);
    for (size_t i = 0; i < in->share_count; i++)
        syn_store_close(in->shares[i]);
    free(in->shares);
    syn_packer_release(&in->packer);
    syn_buf_release(&in->scratch);
    syn_buf_release(&in->raw);
    syn_buf_release(&in->line);
    syn_buf_release(&in->id);
    syn_buf_release(&in->clean);
    syn_jsonl_release(&in->json);
    syn_ingest_release(&in->plain);
    syn_arena_release(&in->arena);
    syn_arena_release(&in->spare);
    free(in);
    *again = (syn_again){0};
}

syn_status syn_again_changed(const char *path, syn_error *error)
{
    return syn_fail(error, SYN_INPUT, "%s: changed while it was read (run again when nothing writes it)", path);
}

static syn_status fail_io(const char *path, syn_error *error)
{
    return syn_fail(error, SYN_IO, "%s: cannot be read again: %s (run again when it is there)", path, strerror(errno));
}

static syn_status open_file(syn_again_inside *in, const syn_texts *texts, uint32_t origin, int *fd, syn_error *error)
{
    const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
    syn_again_file *file = &in->files[origin % SYN_AGAIN_FILES];
    if (file->origin != (uint64_t)origin + 1) {
        if (file->origin > 0)
            close(file->fd);
        file->origin = 0;
        file->fd = open(texts->origins[origin].path, flags);
        if (file->fd < 0 && errno == EMFILE) { /* many threads, each with files of its own */
            close_files(in);
            file->fd = open(texts->origins[origin].path, flags);
        }
        if (file->fd < 0)
            return fail_io(texts->origins[origin].path, error);
        file->origin = (uint64_t)origin + 1;
    }
    *fd = file->fd;
    return SYN_OK;
}

syn_status syn_again_file_read(syn_again_inside *in, const syn_texts *texts, uint32_t origin, uint64_t at, size_t count,
                               syn_error *error)
{
    const char *path = texts->origins[origin].path;
    int fd = -1;
    syn_status status = open_file(in, texts, origin, &fd, error);
    if (status < 0)
        return status;
    if (!syn_alloc_room((void **)&in->raw.bytes, &in->raw.capacity, count + 2, 1))
        return syn_fail_memory(error);
    in->raw.len = 0;
    while (in->raw.len < count) {
        ssize_t got = pread(fd, in->raw.bytes + in->raw.len, count - in->raw.len, (off_t)(at + in->raw.len));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_io(path, error);
        if (got == 0)
            return syn_again_changed(path, error);
        in->raw.len += (size_t)got;
    }
    return SYN_OK;
}

syn_status syn_again_block_read(syn_again_inside *in, const syn_texts *texts, uint64_t number, const syn_buf **out,
                                syn_error *error)
{
    syn_again_block *oldest = &in->blocks[0];
    in->clock++;
    for (size_t i = 0; i < SYN_AGAIN_BLOCKS; i++) {
        syn_again_block *block = &in->blocks[i];
        if (block->number == number + 1) {
            block->used = in->clock;
            *out = &block->bytes;
            return SYN_OK;
        }
        if (block->used < oldest->used)
            oldest = block;
    }
    oldest->number = 0;
    syn_status status = syn_packed_get(&texts->packed, number, &in->packer, &in->scratch, &oldest->bytes, error);
    if (status < 0)
        return status;
    oldest->number = number + 1;
    oldest->used = in->clock;
    *out = &oldest->bytes;
    return SYN_OK;
}

/** This reader's own share of an index. */
static syn_status share(syn_again_inside *in, const syn_texts *texts, uint32_t origin, syn_store **out,
                        syn_error *error)
{
    if (origin >= in->share_count) {
        size_t count = (size_t)origin + 1;
        syn_store **shares = realloc(in->shares, count * sizeof *shares);
        if (!shares)
            return syn_fail_memory(error);
        for (size_t i = in->share_count; i < count; i++)
            shares[i] = NULL;
        in->shares = shares;
        in->share_count = count;
    }
    const syn_store *store = texts->origins[origin].index->store;
    syn_status status = in->shares[origin] ? SYN_OK : syn_store_share(store, &in->shares[origin]);
    *out = in->shares[origin];
    return status == SYN_OK ? status : syn_store_fail(store, status, error);
}

syn_status syn_again_stored_read(syn_again_inside *in, const syn_texts *texts, const syn_place *place, bool text,
                                 syn_document *out, syn_error *error)
{
    syn_store *store = NULL;
    uint32_t words;
    syn_status status = share(in, texts, place->origin, &store, error);
    if (status < 0)
        return status;
    syn_arena_join(&in->spare, &in->arena);
    if (!syn_arena_begin(&in->arena, STORED_BYTES, &in->spare))
        return syn_fail_memory(error);
    syn_arena_release(&in->spare);
    return syn_store_document(store, (uint32_t)place->at, text, &in->arena, out, &words, error);
}
