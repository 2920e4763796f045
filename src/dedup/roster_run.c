#include "dedup/roster_run.h"

#include "base/alloc.h"
#include "base/hash.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A block's length and seal stand before it, so that reading a block brings the length of the next one along. */
typedef struct frame {
    uint64_t bytes, seal;
} frame;

typedef struct header {
    uint64_t magic, mark, sketches, values, hash;
} header;

static const uint64_t MAGIC = 0x31726574736f7273; /* "sroster1", which is the format too */

static uint64_t seal(uint64_t hash, uint64_t mark, uint64_t at)
{
    return hash ^ syn_hash_mix(mark ^ syn_hash_mix(at));
}

static uint64_t end_seal(const syn_roster_run *run, uint64_t mark, uint64_t at)
{
    const uint64_t counts[2] = {run->sketches, run->values};
    return seal(syn_hash(counts, sizeof counts), mark, at);
}

static header header_of(const syn_roster_run *run, uint64_t mark)
{
    header made = {.magic = MAGIC, .mark = mark, .sketches = run->sketches, .values = run->values};
    made.hash = syn_hash(&made, offsetof(header, hash));
    return made;
}

syn_status syn_roster_writer_init(syn_roster_writer *writer, uint64_t mark, size_t room)
{
    *writer = (syn_roster_writer){.mark = mark, .room = room, .buffer = syn_alloc(sizeof(frame) + room, 1)};
    return writer->buffer ? SYN_OK : SYN_MEMORY;
}

void syn_roster_writer_release(syn_roster_writer *writer)
{
    free(writer->buffer);
    *writer = (syn_roster_writer){0};
}

syn_status syn_roster_writer_begin(syn_roster_writer *writer, syn_nameless *file, uint64_t sketches, uint64_t values,
                                   syn_error *error)
{
    writer->run = (syn_roster_run){.at = file->bytes, .sketches = sketches, .values = values};
    writer->fill = 0;
    const header head = header_of(&writer->run, writer->mark);
    return syn_nameless_add(file, &head, sizeof head, error);
}

static frame frame_of(syn_roster_writer *writer, const syn_nameless *file, const void *block, uint64_t bytes)
{
    if (bytes > writer->run.largest)
        writer->run.largest = bytes;
    return (frame){.bytes = bytes, .seal = seal(syn_hash(block, bytes), writer->mark, file->bytes + sizeof(frame))};
}

/* Writes the block that is gathered. */
static syn_status flush(syn_roster_writer *writer, syn_nameless *file, syn_error *error)
{
    const size_t bytes = writer->fill;

    if (bytes == 0)
        return SYN_OK;
    const frame before = frame_of(writer, file, writer->buffer + sizeof before, bytes);
    memcpy(writer->buffer, &before, sizeof before);
    writer->fill = 0;
    return syn_nameless_add(file, writer->buffer, sizeof before + bytes, error);
}

syn_status syn_roster_writer_add(syn_roster_writer *writer, syn_nameless *file, const syn_roster_head *head,
                                 syn_error *error)
{
    const uint64_t bytes = syn_roster_record_bytes(head->count);
    syn_status status = bytes > writer->room - writer->fill ? flush(writer, file, error) : SYN_OK;

    if (status < 0)
        return status;
    if (bytes > writer->room) {
        const frame before = frame_of(writer, file, head, bytes);
        status = syn_nameless_add(file, &before, sizeof before, error);
        return status < 0 ? status : syn_nameless_add(file, head, bytes, error);
    }
    memcpy(writer->buffer + sizeof(frame) + writer->fill, head, bytes);
    writer->fill += bytes;
    return SYN_OK;
}

syn_status syn_roster_writer_end(syn_roster_writer *writer, syn_nameless *file, syn_roster_run *out, syn_error *error)
{
    syn_status status = flush(writer, file, error);

    if (status < 0)
        return status;
    const frame end = {.seal = end_seal(&writer->run, writer->mark, file->bytes + sizeof end)};
    if ((status = syn_nameless_add(file, &end, sizeof end, error)) < 0)
        return status;
    writer->run.bytes = file->bytes - writer->run.at;
    *out = writer->run;
    return SYN_OK;
}

size_t syn_roster_reader_room(uint64_t largest)
{
    const size_t room = largest + sizeof(frame);
    return room < sizeof(header) + sizeof(frame) ? sizeof(header) + sizeof(frame) : room;
}

void syn_roster_reader_init(syn_roster_reader *reader, const syn_nameless *file, uint64_t mark,
                            const syn_roster_run *run, char *buffer, size_t room)
{
    assert(room >= syn_roster_reader_room(run->largest));
    *reader = (syn_roster_reader){.file = file, .mark = mark, .run = *run, .at = run->at, .buffer = buffer,
                                  .room = room};
}

static syn_status garbled(const syn_roster_reader *reader, syn_error *error)
{
    return syn_nameless_garbled(reader->file, reader->at, error);
}

/* Reads so many bytes and the frame behind them. */
static syn_status fetch(syn_roster_reader *reader, uint64_t bytes, syn_error *error)
{
    const uint64_t left = reader->run.at + reader->run.bytes - reader->at;
    frame behind;

    if (left < sizeof behind || bytes > left - sizeof behind || bytes > reader->room - sizeof behind)
        return garbled(reader, error);
    const syn_status status = syn_nameless_get(reader->file, reader->at, bytes + sizeof behind, reader->buffer, error);
    if (status < 0)
        return status;
    memcpy(&behind, reader->buffer + bytes, sizeof behind);
    reader->at += bytes + sizeof behind;
    reader->next_bytes = behind.bytes;
    reader->next_seal = behind.seal;
    return SYN_OK;
}

static syn_status begin(syn_roster_reader *reader, syn_error *error)
{
    const header wanted = header_of(&reader->run, reader->mark);
    const syn_status status = fetch(reader, sizeof wanted, error);

    if (status < 0)
        return status;
    return memcmp(reader->buffer, &wanted, sizeof wanted) == 0 ? SYN_OK : garbled(reader, error);
}

static bool ascend(const uint32_t *values, uint32_t count)
{
    uint32_t wrong = 0;

    for (uint32_t i = 1; i < count; i++)
        wrong |= values[i - 1] >= values[i];
    return !wrong;
}

/* Whether the block is made of records, in order, none before what came in the block before. */
static bool is_whole(syn_roster_reader *reader, size_t bytes)
{
    const syn_roster_head *before = reader->sketches > 0 ? &reader->last : NULL;

    for (size_t at = 0; at < bytes;) {
        const syn_roster_head *head = (const syn_roster_head *)(const void *)(reader->buffer + at);
        if (bytes - at < sizeof *head || syn_roster_record_bytes(head->count) > bytes - at)
            return false;
        if ((before && syn_roster_record_order(head, before) < 0) ||
            !ascend(syn_roster_record_values(head), head->count))
            return false;
        before = head;
        reader->sketches++;
        reader->values += head->count;
        at += syn_roster_record_bytes(head->count);
    }
    if (before != &reader->last)
        reader->last = *before;
    return true;
}

static bool is_end(const syn_roster_reader *reader)
{
    return reader->next_seal == end_seal(&reader->run, reader->mark, reader->at) &&
           reader->at == reader->run.at + reader->run.bytes && reader->sketches == reader->run.sketches &&
           reader->values == reader->run.values;
}

syn_status syn_roster_reader_load(syn_roster_reader *reader, syn_error *error)
{
    syn_status status = reader->at == reader->run.at ? begin(reader, error) : SYN_OK;

    reader->head = NULL;
    if (status < 0)
        return status;
    const uint64_t bytes = reader->next_bytes, wanted = reader->next_seal, at = reader->at;
    if (bytes == 0)
        return is_end(reader) ? SYN_OK : garbled(reader, error);
    if ((status = fetch(reader, bytes, error)) < 0)
        return status;
    if (seal(syn_hash(reader->buffer, bytes), reader->mark, at) != wanted || !is_whole(reader, bytes))
        return garbled(reader, error);
    reader->begin = 0;
    reader->fill = bytes;
    syn_roster_reader_step(reader);
    return SYN_OK;
}

bool syn_roster_reader_step(syn_roster_reader *reader)
{
    const syn_roster_head *head = (const syn_roster_head *)(const void *)(reader->buffer + reader->begin);

    if (reader->begin == reader->fill)
        return false;
    reader->begin += syn_roster_record_bytes(head->count);
    reader->head = head;
    return true;
}
