/* Records that lie behind one another are read at once. */
#include "base/error.h"
#include "base/hash.h"
#include "texts_again.h"

enum { PLACES = 64 /* looked at together */ };

/** Whether `next` is the line behind `place`. */
static bool follows(const syn_place *place, const syn_place *next)
{
    return next->origin == place->origin && next->at == place->at + place->count + 1;
}

/** How many lines from the first on lie behind one another in `room` bytes, and where the last one ends. */
static syn_status measure(const syn_texts *texts, uint64_t first, uint64_t count, size_t room, uint64_t *taken,
                          uint64_t *end, syn_error *error)
{
    syn_place places[PLACES + 1];
    uint64_t begin = 0;
    *taken = 0;
    for (size_t have = 0, step; *taken < count; have = 1) {
        step = count - *taken < PLACES ? (size_t)(count - *taken) : PLACES;
        syn_status status = syn_texts_places(texts, first + *taken, step, places + have, error);
        if (status < 0)
            return status;
        for (size_t i = have; i < have + step; i++) {
            if (i == 0)
                begin = places[i].at;
            else if (!follows(&places[i - 1], &places[i]) || places[i].at + places[i].count + 1 - begin > room)
                return SYN_OK;
            *end = places[i].at + places[i].count;
            ++*taken;
        }
        places[0] = places[have + step - 1];
    }
    return SYN_OK;
}

/** Whether the lines are what they were. */
static syn_status check_lines(const syn_texts *texts, uint64_t first, uint64_t count, const char *bytes,
                              syn_error *error)
{
    syn_place places[PLACES];
    for (uint64_t done = 0; done < count;) {
        size_t step = count - done < PLACES ? (size_t)(count - done) : PLACES;
        syn_status status = syn_texts_places(texts, first + done, step, places, error);
        if (status < 0)
            return status;
        for (size_t i = 0; i < step; i++) {
            if (syn_hash(bytes, places[i].count) != places[i].hash ||
                (done + i + 1 < count && bytes[places[i].count] != '\n'))
                return syn_again_changed(texts->origins[places[i].origin].path, error);
            bytes += places[i].count + 1;
        }
        done += step;
    }
    return SYN_OK;
}

/** Records that are lines: `first` and those that follow it. */
static syn_status read_lines(syn_again_inside *in, const syn_texts *texts, const syn_place *place, uint64_t first,
                             uint64_t count, uint64_t end, syn_again *again, syn_error *error)
{
    size_t bytes = (size_t)(end - place->at);
    const syn_buf *block = &in->raw;
    size_t at = 0;
    syn_status status;
    if (!texts->origins[place->origin].kept) {
        status = syn_again_file_read(in, texts, place->origin, place->at, bytes, error);
        if (status == SYN_OK)
            in->raw.bytes[bytes] = '\n';
    } else {
        at = syn_packed_offset(place->at);
        status = syn_again_block_read(in, texts, syn_packed_block(place->at), &block, error);
        if (status == SYN_OK && (at >= block->len || bytes >= block->len - at))
            status = syn_again_changed(texts->folder, error);
    }
    if (status == SYN_OK)
        status = check_lines(texts, first, count, block->bytes + at, error);
    if (status == SYN_OK)
        syn_again_give(again, SYN_RECORD_LINE, block->bytes + at, bytes + 1);
    return status;
}

/** A record that is no line of its own, as one. */
static syn_status read_one(syn_again_inside *in, syn_texts *texts, uint64_t number, syn_again *again, syn_error *error)
{
    syn_status status = syn_texts_read(texts, number, false, again, error);
    if (status < 0)
        return status;
    if (again->record.bytes != in->line.bytes) {
        syn_buf_clear(&in->line);
        syn_buf_add(&in->line, again->record.bytes, again->record.count);
    }
    syn_buf_add(&in->line, "\n", 1);
    if (in->line.failed)
        return syn_fail_memory(error);
    syn_again_give(again, again->record.form, in->line.bytes, in->line.len);
    return SYN_OK;
}

syn_status syn_texts_lines(syn_texts *texts, uint64_t first, uint64_t count, size_t room, uint64_t *taken,
                           syn_again *again, syn_error *error)
{
    syn_again_inside *in = syn_again_begin(again);
    syn_place place;
    uint64_t lines = 1, end = 0;
    if (!in)
        return syn_fail_memory(error);
    syn_status status = syn_texts_places(texts, first, 1, &place, error);
    if (status < 0)
        return status;
    bool line = texts->origins[place.origin].form == SYN_RECORD_LINE;
    if (line)
        status = measure(texts, first, count, room, &lines, &end, error);
    if (status == SYN_OK)
        status = line ? read_lines(in, texts, &place, first, lines, end, again, error)
                      : read_one(in, texts, first, again, error);
    if (status == SYN_OK)
        *taken = lines;
    return status;
}
