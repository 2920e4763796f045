#include "base/spill_run.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/posting_shape.h"

#include <assert.h>
#include <string.h>

enum { HEADER = 32 };

static const uint64_t MAGIC = 0x0a316e75726e7973; /* "synrun1\n" */

syn_status syn_spill_run_file_open(const char *folder, uint64_t mark, syn_spill_run_file *out, syn_error *error)
{
    syn_nameless nameless;
    const syn_status status = syn_nameless_open(&nameless, folder, error);

    if (status == SYN_OK)
        *out = (syn_spill_run_file){.nameless = nameless, .mark = mark};
    return status;
}

void syn_spill_run_file_close(syn_spill_run_file *file)
{
    syn_nameless_close(&file->nameless);
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

syn_status syn_spill_run_write(syn_spill_run_file *file, const void *bytes, size_t count, syn_error *error)
{
    return syn_nameless_add(&file->nameless, bytes, count, error);
}

syn_status syn_spill_run_begin(syn_spill_run_file *file, uint64_t count, syn_spill_run *out, syn_error *error)
{
    unsigned char header[HEADER];

    syn_block_store(header, MAGIC);
    syn_block_store(header + 8, file->mark);
    syn_block_store(header + 16, count);
    syn_block_store(header + 24, syn_hash(header, 24));
    *out = (syn_spill_run){.at = file->nameless.bytes, .count = count};
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
    run->bytes = file->nameless.bytes - run->at;
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
    return syn_nameless_garbled(&reader->file->nameless, reader->at, error);
}

/* Reads as much as there is room for, so that `need` bytes are at hand. */
static syn_status at_hand(syn_spill_run_reader *reader, size_t need, syn_error *error)
{
    const uint64_t left = reader->end - reader->at;

    if (reader->fill - reader->begin >= need)
        return SYN_OK;
    memmove(reader->buffer, reader->buffer + reader->begin, reader->fill - reader->begin);
    reader->fill -= reader->begin;
    reader->begin = 0;
    const size_t room = reader->room - reader->fill, bytes = left < room ? (size_t)left : room;
    if (reader->fill + bytes < need)
        return fail_run(reader, error);
    const syn_status status =
        syn_nameless_get(&reader->file->nameless, reader->at, bytes, reader->buffer + reader->fill, error);
    if (status < 0)
        return status;
    reader->fill += bytes;
    reader->at += bytes;
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
