#include "store/segment.h"

#include "base/alloc.h"
#include "base/error.h"
#include "store/seal.h"

#include <stdlib.h>

enum { HELD_POSTINGS = 16 * SYN_BLOCK_POSTINGS };

/* ---- documents ---- */

void syn_members_release(syn_members *members)
{
    free(members->items);
    *members = (syn_members){0};
}

syn_status syn_members_add(syn_members *members, uint32_t number, uint32_t words)
{
    if (words == 0)
        return SYN_OK;
    if (!syn_alloc_room((void **)&members->items, &members->capacity, members->count + 1, sizeof *members->items))
        return SYN_MEMORY;
    members->items[members->count++] = (syn_member){number, words};
    return SYN_OK;
}

/* The documents of one span, which begins at *place. */
static syn_status read_span(syn_members *out, syn_slice value, uint64_t *place)
{
    const unsigned char *entry = value.at + SYN_SPAN_HEAD_BYTES;
    size_t count = (value.count - SYN_SPAN_HEAD_BYTES) / SYN_SPAN_ENTRY_BYTES;
    uint64_t end = syn_get_number(value.at, SYN_SPAN_HEAD_BYTES);

    for (size_t i = 0; i < count; i++, entry += SYN_SPAN_ENTRY_BYTES) {
        uint64_t first = syn_get_key(entry, 5);
        uint64_t next = i + 1 < count ? syn_get_key(entry + SYN_SPAN_ENTRY_BYTES, 5) : end;
        if (first != *place || next <= first || next - first > UINT32_MAX)
            return SYN_INPUT;
        *place = next;
        if (syn_members_add(out, (uint32_t)syn_get_key(entry + 5, 4), (uint32_t)(next - first)) < 0)
            return SYN_MEMORY;
    }
    return SYN_OK;
}

syn_status syn_members_read(syn_store *store, uint32_t segment, syn_members *out)
{
    const syn_segment *s = &store->manifest.segments[segment];
    syn_tree_cursor cursor = {.tree = syn_environment_tree(store->env, SYN_TABLE_SPANS)};
    unsigned char key[9] = {0};
    syn_slice name, value;
    uint64_t place = 0;
    syn_status status = SYN_OK;

    syn_put_key(key, s->number, 4);
    for (bool more = syn_tree_seek(&cursor, key, sizeof key); more && status == SYN_OK && place < s->words;
         more = syn_tree_next(&cursor)) {
        status = syn_environment_entry(SYN_TABLE_SPANS, &cursor, &name, &value);
        if (status < 0)
            break;
        if (name.count != sizeof key || memcmp(name.at, key, 4) != 0 || value.count < SYN_SPAN_HEAD_BYTES)
            return SYN_INPUT;
        status = read_span(out, value, &place);
    }
    if (status == SYN_OK && (cursor.broken || place != s->words || out->count != s->document_count))
        return SYN_INPUT;
    return status;
}

static syn_status put_span(syn_store *store, const syn_segment *segment, const syn_member *members, size_t count,
                           uint64_t *place, syn_error *error)
{
    unsigned char key[9], value[SYN_SPAN_HEAD_BYTES + SYN_SPAN_ENTRIES * SYN_SPAN_ENTRY_BYTES];
    unsigned char *entry = value + SYN_SPAN_HEAD_BYTES;

    syn_put_key(key, segment->number, 4);
    syn_put_key(key + 4, *place, 5);
    for (size_t i = 0; i < count; i++, entry += SYN_SPAN_ENTRY_BYTES) {
        syn_put_key(entry, *place, 5);
        syn_put_key(entry + 5, members[i].number, 4);
        *place += members[i].words;
    }
    syn_put_number(value, *place, SYN_SPAN_HEAD_BYTES);
    return syn_environment_put(store->env, SYN_TABLE_SPANS, key, sizeof key, value, (size_t)(entry - value), true,
                               error);
}

syn_status syn_segment_write_spans(syn_store *store, syn_segment *segment, const syn_members *members, syn_error *error)
{
    syn_status status = SYN_OK;
    uint64_t place = 0;

    for (size_t i = 0; i < members->count && status == SYN_OK; i += SYN_SPAN_ENTRIES) {
        size_t left = members->count - i;
        status = put_span(store, segment, members->items + i, left < SYN_SPAN_ENTRIES ? left : SYN_SPAN_ENTRIES,
                          &place, error);
        if (status == SYN_OK)
            status = syn_store_turn(store, error);
    }
    segment->document_count = (uint32_t)members->count;
    segment->words = place;
    return status;
}

/* ---- writing ---- */

syn_status syn_segment_begin(syn_segment_writer *writer, syn_store *store, syn_segment *segment, int kind,
                             syn_error *error)
{
    *writer = (syn_segment_writer){.store = store, .segment = segment, .kind = kind};
    writer->postings = syn_alloc(HELD_POSTINGS, sizeof *writer->postings);
    return writer->postings != NULL ? SYN_OK : syn_fail_memory(error);
}

void syn_segment_writer_release(syn_segment_writer *writer)
{
    free(writer->postings);
    writer->postings = NULL;
}

/* Writes the block that waits; `next` is the key behind it, NULL when there is none. */
static syn_status put_waiting(syn_segment_writer *writer, const unsigned char *next, syn_error *error)
{
    if (writer->value_bytes == 0)
        return SYN_OK;
    writer->value[0] = next == NULL;
    if (next != NULL)
        memcpy(writer->value + 1, next + 5, 10);
    else
        memset(writer->value + 1, 0xff, 10);
    syn_status status = syn_environment_put(writer->store->env, SYN_TABLE_POSTINGS, writer->key, sizeof writer->key,
                                            writer->value, writer->value_bytes, true, error);
    writer->segment->bytes += writer->value_bytes;
    writer->segment->blocks[writer->kind]++;
    writer->value_bytes = 0;
    return status == SYN_OK ? syn_store_turn(writer->store, error) : status;
}

/* Packs one block of what is held and takes it out. */
static syn_status pack_block(syn_segment_writer *writer, syn_error *error)
{
    unsigned char key[SYN_BLOCK_KEY_BYTES];
    const syn_posting *first = writer->postings + writer->first;
    bool opens = writer->segment->blocks[writer->kind] == 0 && writer->value_bytes == 0;
    size_t packed = 0;

    /* A kind's first block stands under the smallest key, so that every search ends in a block. */
    syn_block_key(key, writer->segment->number, writer->kind, opens ? 0 : first->key, opens ? 0 : first->place);
    syn_status status = put_waiting(writer, key, error);
    if (status < 0)
        return status;
    size_t bytes = syn_block_pack(first, writer->count, writer->value + SYN_BLOCK_HEAD_BYTES,
                                  SYN_VALUE_BYTES - SYN_BLOCK_HEAD_BYTES, &packed);
    memcpy(writer->key, key, sizeof key);
    writer->value_bytes = SYN_BLOCK_HEAD_BYTES + bytes;
    writer->segment->postings[writer->kind] += packed;
    writer->count -= packed;
    writer->first += packed;
    return SYN_OK;
}

syn_status syn_segment_add(syn_segment_writer *writer, const syn_posting *postings, size_t count, syn_error *error)
{
    syn_status status = SYN_OK;

    while (count > 0 && status == SYN_OK) {
        size_t room = HELD_POSTINGS - writer->first - writer->count, step = count < room ? count : room;
        memcpy(writer->postings + writer->first + writer->count, postings, step * sizeof *postings);
        writer->count += step;
        postings += step;
        count -= step;
        if (step < room)
            break;
        while (writer->count >= SYN_BLOCK_POSTINGS && status == SYN_OK)
            status = pack_block(writer, error);
        memmove(writer->postings, writer->postings + writer->first, writer->count * sizeof *writer->postings);
        writer->first = 0;
    }
    return status;
}

syn_status syn_segment_end(syn_segment_writer *writer, syn_error *error)
{
    syn_status status = SYN_OK;

    while (writer->count > 0 && status == SYN_OK)
        status = pack_block(writer, error);
    return status == SYN_OK ? put_waiting(writer, NULL, error) : status;
}

/* ---- reading ---- */

void syn_segment_reader_begin(syn_segment_reader *reader, syn_store *store, uint32_t segment, int kind)
{
    const syn_segment *s = &store->manifest.segments[segment];

    *reader = (syn_segment_reader){.left = s->postings[kind]};
    reader->tree.tree = syn_environment_tree(store->env, SYN_TABLE_POSTINGS);
    syn_put_key(reader->prefix, s->number, 4);
    reader->prefix[4] = (unsigned char)kind;
}

static syn_status next_block(syn_segment_reader *reader)
{
    unsigned char first[SYN_BLOCK_KEY_BYTES] = {0};
    syn_slice key, value;

    memcpy(first, reader->prefix, sizeof reader->prefix);
    bool there = reader->begun ? syn_tree_next(&reader->tree) : syn_tree_seek(&reader->tree, first, sizeof first);
    if (reader->begun)
        memcpy(first + 5, reader->next, sizeof reader->next);
    if (!there || reader->last || syn_environment_entry(SYN_TABLE_POSTINGS, &reader->tree, &key, &value) < 0 ||
        key.count != sizeof first || memcmp(key.at, first, sizeof first) != 0 || value.count < SYN_BLOCK_HEAD_BYTES)
        return SYN_INPUT;
    reader->begun = true;
    reader->last = value.at[0] != 0;
    memcpy(reader->next, value.at + 1, sizeof reader->next);
    return syn_block_open(value.at + SYN_BLOCK_HEAD_BYTES, value.count - SYN_BLOCK_HEAD_BYTES, &reader->block)
               ? SYN_OK : SYN_INPUT;
}

syn_status syn_segment_read(syn_segment_reader *reader, syn_posting *out, size_t room, size_t *count)
{
    *count = 0;
    while (*count < room && reader->left > 0) {
        size_t step = reader->begun ? syn_block_read(&reader->block, out + *count, room - *count) : 0;
        if (reader->block.broken || step > reader->left)
            return SYN_INPUT;
        *count += step;
        reader->left -= step;
        if (step == 0 && next_block(reader) < 0)
            return SYN_INPUT;
    }
    return reader->left == 0 && !reader->last && reader->begun ? SYN_INPUT : SYN_OK;
}
