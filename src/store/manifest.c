#include "store/manifest.h"

#include "base/alloc.h"
#include "store/seal.h"

#include <stdlib.h>

enum { SEGMENT_BYTES = 4 + 4 + 8 * (2 + 2 * SYN_KIND_COUNT), FIXED_BYTES = 3 * 4 + 16 + 8 + 5 * 4 + 5 * 8 + 4 };

void syn_manifest_release(syn_manifest *manifest)
{
    free(manifest->segments);
    *manifest = (syn_manifest){0};
}

static void put(syn_buf *out, uint64_t number, unsigned bytes)
{
    unsigned char at[8];

    syn_put_number(at, number, bytes);
    syn_buf_add(out, at, bytes);
}

void syn_manifest_write(const syn_manifest *manifest, syn_buf *out)
{
    const syn_manifest *m = manifest;

    put(out, SYN_STORE_FORMAT, 4);
    put(out, m->shingle_words, 4);
    put(out, m->window_words, 4);
    syn_buf_add(out, m->unicode, sizeof m->unicode);
    put(out, m->serial, 8);
    put(out, m->next_number, 4);
    put(out, m->next_segment, 4);
    put(out, m->next_dictionary, 4);
    put(out, m->dictionary, 4);
    put(out, m->unswept, 4);
    put(out, m->documents, 8);
    put(out, m->words, 8);
    put(out, m->text_bytes, 8);
    put(out, m->packed_bytes, 8);
    put(out, m->removed, 8);
    put(out, m->segment_count, 4);
    for (size_t i = 0; i < m->segment_count; i++) {
        const syn_segment *s = &m->segments[i];
        put(out, s->number, 4);
        put(out, s->document_count, 4);
        put(out, s->words, 8);
        for (int kind = 0; kind < SYN_KIND_COUNT; kind++) {
            put(out, s->postings[kind], 8);
            put(out, s->blocks[kind], 8);
        }
        put(out, s->bytes, 8);
    }
}

static uint64_t get(const unsigned char **at, unsigned bytes)
{
    uint64_t number = syn_get_number(*at, bytes);

    *at += bytes;
    return number;
}

static void read_segment(const unsigned char **at, syn_segment *out)
{
    out->number = (uint32_t)get(at, 4);
    out->document_count = (uint32_t)get(at, 4);
    out->words = get(at, 8);
    for (int kind = 0; kind < SYN_KIND_COUNT; kind++) {
        out->postings[kind] = get(at, 8);
        out->blocks[kind] = get(at, 8);
    }
    out->bytes = get(at, 8);
}

static bool read_fixed(const unsigned char **at, syn_manifest *m)
{
    bool known = get(at, 4) == SYN_STORE_FORMAT;

    m->shingle_words = (uint32_t)get(at, 4);
    m->window_words = (uint32_t)get(at, 4);
    memcpy(m->unicode, *at, sizeof m->unicode);
    *at += sizeof m->unicode;
    m->serial = get(at, 8);
    m->next_number = (uint32_t)get(at, 4);
    m->next_segment = (uint32_t)get(at, 4);
    m->next_dictionary = (uint32_t)get(at, 4);
    m->dictionary = (uint32_t)get(at, 4);
    m->unswept = get(at, 4) != 0;
    m->documents = get(at, 8);
    m->words = get(at, 8);
    m->text_bytes = get(at, 8);
    m->packed_bytes = get(at, 8);
    m->removed = get(at, 8);
    m->segment_count = (size_t)get(at, 4);
    return known && m->unicode[sizeof m->unicode - 1] == '\0';
}

syn_status syn_manifest_read(syn_slice bytes, syn_manifest *out)
{
    const unsigned char *at = bytes.at;
    syn_manifest m = {0};

    if (bytes.count < FIXED_BYTES || !read_fixed(&at, &m) ||
        (bytes.count - FIXED_BYTES) / SEGMENT_BYTES != m.segment_count ||
            (bytes.count - FIXED_BYTES) % SEGMENT_BYTES != 0)
        return SYN_INPUT;
    m.segment_capacity = m.segment_count;
    m.segments = syn_alloc_zero(m.segment_count, sizeof *m.segments);
    if (m.segments == NULL)
        return SYN_MEMORY;
    for (size_t i = 0; i < m.segment_count; i++)
        read_segment(&at, &m.segments[i]);
    syn_manifest_release(out);
    *out = m;
    return SYN_OK;
}

syn_status syn_manifest_copy(const syn_manifest *from, syn_manifest *out)
{
    syn_segment *segments = syn_alloc(from->segment_count + 1, sizeof *segments);

    if (segments == NULL)
        return SYN_MEMORY;
    if (from->segment_count > 0)
        memcpy(segments, from->segments, from->segment_count * sizeof *segments);
    syn_manifest_release(out);
    *out = *from;
    out->segments = segments;
    out->segment_capacity = from->segment_count + 1;
    return SYN_OK;
}
