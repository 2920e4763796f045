/* Of a stream, `room` holds what is read and in no part yet:
 *
 *      room   [ in parts already | begin ...\n....\n......\n.. end | free ]
 *                                  |---- the next part ----|
 *
 * A part takes the room with it when it is most of it, and what is left moves into a new one; else the part is copied
 * out. So the smaller of the two is copied, and all copying together is linear. */
#include "ingest/cut.h"

#include "base/alloc.h"
#include "base/error.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define SLACK_BYTES ((size_t)1 << 16)

syn_status syn_ingest_fill(syn_ingest *file, size_t want, syn_error *error)
{
    size_t count = file->end - file->begin, got = 0;
    if (count >= want || file->stream.ended)
        return SYN_OK;
    if (file->begin > 0 && file->capacity - file->begin < want) {
        memmove(file->room, file->room + file->begin, count);
        file->begin = 0;
        file->end = count;
    }
    if (!syn_alloc_room((void **)&file->room, &file->capacity, file->begin + want, 1))
        return syn_fail_memory(error);
    syn_status status = syn_stream_read(&file->stream, file->room + file->end, want - count, &got, error);
    file->end += got;
    return status;
}

syn_status syn_ingest_append(syn_ingest *file, syn_part *part, syn_error *error)
{
    if (!syn_alloc_room((void **)&file->parts, &file->part_capacity, file->part_count + 1, sizeof *part)) {
        syn_part_release(part);
        return syn_fail_memory(error);
    }
    file->parts[file->part_count++] = *part;
    return SYN_OK;
}

/** Where, from `begin` on, a part of so many bytes ends: behind the first line end past its size. */
static size_t part_end(const syn_ingest *file, size_t begin, size_t part_bytes)
{
    size_t count = file->bytes.count;
    if (file->format != SYN_FORMAT_LINES || count - begin <= part_bytes)
        return count;
    size_t from = begin + part_bytes - 1;
    const char *newline = memchr(file->bytes.at + from, '\n', count - from);
    return newline ? (size_t)(newline + 1 - file->bytes.at) : count;
}

bool syn_ingest_take(syn_ingest *file, size_t part_bytes, syn_part *out)
{
    if (file->streamed && file->part_first < file->part_count) {
        *out = file->parts[file->part_first++];
        return true;
    }
    if (file->streamed || file->taken)
        return false;
    size_t begin = file->taken_bytes, end = part_end(file, begin, part_bytes ? part_bytes : 1);
    const char *at = file->bytes.count ? file->bytes.at + begin : "";
    file->taken_bytes = end;
    file->taken = end == file->bytes.count;
    *out = (syn_part){.bytes = at, .count = end - begin, .format = file->format,
                      .lasting = file->regular && (!file->packed || file->format == SYN_FORMAT_PLAIN), .at = begin,
                      .done_bytes = file->taken ? 0 : end};
    return true;
}

bool syn_ingest_fetchable(const syn_ingest *file)
{
    return file->streamed && !file->taken && !(file->stream.ended && file->begin == file->end);
}

bool syn_ingest_ended(const syn_ingest *file)
{
    return file->taken || (file->streamed && file->part_first == file->part_count && !syn_ingest_fetchable(file));
}

/** Passes over the rest of a line that is too long to be a record. */
static syn_status skip_line(syn_ingest *file, syn_error *error)
{
    file->begin = file->end = 0;
    while (!file->stream.ended || file->begin < file->end) {
        const char *at = file->room + file->begin;
        const char *newline = memchr(at, '\n', file->end - file->begin);
        file->begin = newline ? (size_t)(newline + 1 - file->room) : file->end;
        if (newline)
            break;
        syn_status status = syn_ingest_fill(file, SLACK_BYTES, error);
        if (status < 0)
            return status;
    }
    return SYN_OK;
}

/** Makes a part of the next `size` bytes that lie ready. */
static syn_status split_off(syn_ingest *file, size_t size, size_t part_bytes, syn_part *out, syn_error *error)
{
    size_t rest = file->end - file->begin - size;
    bool moves = rest <= size;
    size_t bytes = !moves ? size : rest > 0 || !file->stream.ended ? rest + part_bytes + SLACK_BYTES : 0;
    char *made = syn_alloc(bytes, 1);
    if (!made)
        return syn_fail_memory(error);
    *out = (syn_part){.bytes = moves ? file->room + file->begin : made, .count = size, .format = file->format,
                      .room = moves ? file->room : made, .done_bytes = file->stream.done_bytes};
    if (moves) {
        memcpy(made, file->room + file->begin + size, rest);
        file->room = made;
        file->capacity = bytes;
        file->begin = 0;
        file->end = rest;
    } else {
        memcpy(made, file->room + file->begin, size);
        file->begin += size;
    }
    return SYN_OK;
}

/** How much of what lies ready is the next part, once enough does. A line of 2 GiB is cut short there: no record is
 *  that long, and what parses it says so. */
static syn_status measure(syn_ingest *file, size_t part_bytes, size_t *size, bool *cut, syn_error *error)
{
    for (size_t seen = part_bytes - 1;;) {
        size_t count = file->end - file->begin;
        const char *at = file->room + file->begin;
        const char *newline = count > seen ? memchr(at + seen, '\n', count - seen) : NULL;
        *cut = !newline && count > part_bytes + INT_MAX;
        *size = newline ? (size_t)(newline + 1 - at) : count;
        if (newline || *cut || file->stream.ended)
            return SYN_OK;
        seen = count > seen ? count : seen;
        size_t want = count < part_bytes ? part_bytes : count + count / 2;
        if (want > part_bytes + INT_MAX)
            want = part_bytes + INT_MAX + 1;
        syn_status status = syn_ingest_fill(file, want + SLACK_BYTES, error);
        if (status < 0)
            return status;
    }
}

static void drop_taken(syn_ingest *file)
{
    if (file->part_first < file->part_count && file->part_first > 0)
        memmove(file->parts, file->parts + file->part_first,
                (file->part_count - file->part_first) * sizeof *file->parts);
    file->part_count -= file->part_first;
    file->part_first = 0;
}

syn_status syn_ingest_fetch(syn_ingest *file, size_t part_bytes, size_t bytes, syn_error *error)
{
    syn_status status = SYN_OK;
    if (part_bytes == 0)
        part_bytes = 1;
    drop_taken(file);
    for (size_t got = 0; got < bytes && status == SYN_OK && syn_ingest_fetchable(file);) {
        size_t size;
        bool cut;
        syn_part part;
        status = measure(file, part_bytes, &size, &cut, error);
        if (status == SYN_OK)
            status = split_off(file, size, part_bytes, &part, error);
        if (status == SYN_OK)
            status = syn_ingest_append(file, &part, error);
        if (status == SYN_OK && cut)
            status = skip_line(file, error);
        got += size;
    }
    return status;
}
