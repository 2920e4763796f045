#include "base/spill_run.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/posting_shape.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HEADER = 32 };

static const uint64_t MAGIC = 0x0a316e75726e7973; /* "synrun1\n" */

/* Where a file system has no files without a name, one is made and its name taken away. */
static int open_nameless(const char *folder)
{
    char path[4096];
    const int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
        return fd;
    if ((size_t)snprintf(path, sizeof path, "%s/syndic-XXXXXX", folder) >= sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    const int named = mkostemp(path, O_CLOEXEC);
    if (named >= 0)
        unlink(path);
    return named;
}

syn_status syn_spill_run_file_open(const char *folder, uint64_t mark, syn_spill_run_file *out, syn_error *error)
{
    const int fd = open_nameless(folder);

    if (fd < 0)
        return syn_fail(error, SYN_IO, "%s: no temporary file can be made: %s (name a folder that can be written)",
                        folder, strerror(errno));
    *out = (syn_spill_run_file){.fd = fd, .folder = folder, .mark = mark};
    return SYN_OK;
}

void syn_spill_run_file_close(syn_spill_run_file *file)
{
    if (file->fd >= 0)
        close(file->fd);
    file->fd = -1;
}

size_t syn_spill_run_pack(const syn_posting *postings, size_t count, uint64_t mark, unsigned char *out, size_t room,
                    size_t *packed)
{
    unsigned char *block = out + SYN_RUN_FRAME;
    const size_t left = room - SYN_RUN_FRAME;
    const size_t bytes = syn_block_pack(postings, count, block, left < SYN_RUN_BLOCK ? left : SYN_RUN_BLOCK, packed);
    unsigned char length[8];

    syn_block_store(length, bytes);
    memcpy(out, length, 4);
    syn_block_store(out + 4, syn_hash(block, bytes) ^ syn_hash_mix(mark));
    return SYN_RUN_FRAME + bytes;
}

static syn_status fail_full(const syn_spill_run_file *file, size_t left, syn_error *error)
{
    return syn_fail(error, SYN_IO, "%s: temporary files cannot be written: %s after %llu bytes, with %llu more at hand "
                                   "(make room, or name another folder for them)",
                    file->folder, strerror(errno), (unsigned long long)file->bytes, (unsigned long long)left);
}

syn_status syn_spill_run_write(syn_spill_run_file *file, const void *bytes, size_t count, syn_error *error)
{
    const char *at = bytes;

    while (count > 0) {
        const ssize_t done = pwrite(file->fd, at, count, (off_t)file->bytes);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return fail_full(file, count, error);
        at += done;
        count -= (size_t)done;
        file->bytes += (uint64_t)done;
    }
    return SYN_OK;
}

syn_status syn_spill_run_begin(syn_spill_run_file *file, uint64_t count, syn_spill_run *out, syn_error *error)
{
    unsigned char header[HEADER];

    syn_block_store(header, MAGIC);
    syn_block_store(header + 8, file->mark);
    syn_block_store(header + 16, count);
    syn_block_store(header + 24, syn_hash(header, 24));
    *out = (syn_spill_run){.at = file->bytes, .count = count};
    return syn_spill_run_write(file, header, sizeof header, error);
}

static uint64_t end_mark(uint64_t count, uint64_t mark)
{
    return syn_hash_mix(count) ^ syn_hash_mix(mark);
}

syn_status syn_spill_run_end(syn_spill_run_file *file, syn_spill_run *run, syn_error *error)
{
    unsigned char frame[SYN_RUN_FRAME] = {0};

    syn_block_store(frame + 4, end_mark(run->count, file->mark));
    const syn_status status = syn_spill_run_write(file, frame, sizeof frame, error);
    run->bytes = file->bytes - run->at;
    return status;
}

void syn_spill_run_reader_init(syn_spill_run_reader *reader, const syn_spill_run_file *file, const syn_spill_run *run, unsigned char *buffer,
                         size_t room)
{
    assert(room >= SYN_RUN_BUFFER);
    *reader = (syn_spill_run_reader){.file = file, .at = run->at, .end = run->at + run->bytes, .count = run->count,
                               .left = run->count, .buffer = buffer, .room = room};
}

static syn_status fail_run(const syn_spill_run_reader *reader, syn_error *error)
{
    return syn_fail(error, SYN_INPUT, "%s: a temporary file is cut short or garbled before byte %llu "
                                      "(check the disk, then run the command again)",
                    reader->file->folder, (unsigned long long)reader->at);
}

/* Reads until `need` bytes are at hand. */
static syn_status at_hand(syn_spill_run_reader *reader, size_t need, syn_error *error)
{
    if (reader->fill - reader->begin >= need)
        return SYN_OK;
    memmove(reader->buffer, reader->buffer + reader->begin, reader->fill - reader->begin);
    reader->fill -= reader->begin;
    reader->begin = 0;
    while (reader->fill < need) {
        const uint64_t left = reader->end - reader->at, room = reader->room - reader->fill;
        const ssize_t got = pread(reader->file->fd, reader->buffer + reader->fill, left < room ? left : room,
                                  (off_t)reader->at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return syn_fail(error, SYN_IO, "%s: a temporary file cannot be read: %s (check the disk)",
                            reader->file->folder, strerror(errno));
        if (got == 0)
            return fail_run(reader, error);
        reader->fill += (size_t)got;
        reader->at += (uint64_t)got;
    }
    return SYN_OK;
}

static syn_status read_header(syn_spill_run_reader *reader, syn_error *error)
{
    const syn_status status = at_hand(reader, HEADER, error);
    const unsigned char *header = reader->buffer;

    if (status < 0)
        return status;
    if (syn_block_load(header) != MAGIC || syn_block_load(header + 8) != reader->file->mark ||
        syn_block_load(header + 16) != reader->left || syn_block_load(header + 24) != syn_hash(header, 24))
        return fail_run(reader, error);
    reader->begin = HEADER;
    reader->begun = true;
    return SYN_OK;
}

static bool is_end(const syn_spill_run_reader *reader, uint64_t mark)
{
    return reader->left == 0 && reader->at == reader->end && reader->begin == reader->fill &&
           mark == end_mark(reader->count, reader->file->mark);
}

/* Opens the next block, or finds the end. */
static syn_status next_block(syn_spill_run_reader *reader, syn_error *error)
{
    syn_status status = reader->begun ? SYN_OK : read_header(reader, error);

    if (status < 0 || (status = at_hand(reader, SYN_RUN_FRAME, error)) < 0)
        return status;
    const uint64_t bytes = syn_block_load(reader->buffer + reader->begin) & UINT32_MAX;
    const uint64_t hash = syn_block_load(reader->buffer + reader->begin + 4);
    reader->begin += SYN_RUN_FRAME;
    if (bytes == 0) {
        reader->ended = true;
        return is_end(reader, hash) ? SYN_OK : fail_run(reader, error);
    }
    if (bytes > SYN_BLOCK_BYTES)
        return fail_run(reader, error);
    if ((status = at_hand(reader, bytes, error)) < 0)
        return status;
    const unsigned char *block = reader->buffer + reader->begin;
    if ((syn_hash(block, bytes) ^ syn_hash_mix(reader->file->mark)) != hash ||
        !syn_block_open(block, bytes, &reader->block))
        return fail_run(reader, error);
    reader->begin += bytes;
    return SYN_OK;
}

static bool is_before(const syn_posting *a, const syn_posting *b)
{
    return a->key < b->key || (a->key == b->key && a->place < b->place);
}

syn_status syn_spill_run_read(syn_spill_run_reader *reader, syn_posting *postings, size_t room, size_t *count, syn_error *error)
{
    size_t got = reader->begun ? syn_block_read(&reader->block, postings, room) : 0;
    syn_status status = SYN_OK;

    while (got == 0 && !reader->ended && !reader->block.broken && status == SYN_OK) {
        status = next_block(reader, error);
        if (status == SYN_OK && !reader->ended)
            got = syn_block_read(&reader->block, postings, room);
    }
    if (status < 0)
        return status;
    if (reader->block.broken || got > reader->left || (got > 0 && is_before(postings, &reader->last)))
        return fail_run(reader, error);
    if (got > 0)
        reader->last = postings[got - 1];
    reader->left -= got;
    *count = got;
    return SYN_OK;
}
