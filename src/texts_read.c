/* A text is read again from where it was, and is what it was when its hash is: nothing else is compared. */
#include "base/alloc.h"
#include "base/encoding.h"
#include "base/error.h"
#include "base/hash.h"
#include "report/escape.h"
#include "texts_again.h"

#include <string.h>

/** The record's line as it goes out: objects over several lines become one. A line end inside of a string, which is
 *  read leniently, and a comment must not become something else: one is written as an escape, the other left out. */
static bool flatten(const char *bytes, size_t count, syn_buf *out)
{
    char quote = 0;
    syn_buf_clear(out);
    for (size_t i = 0, from = 0; i <= count; i++) {
        char c = i < count ? bytes[i] : '\n';
        bool comment = i + 1 < count && c == '/' && !quote;
        if (c == '\\' && quote && i < count) {
            i++;
            continue;
        }
        if (c == '"' || c == '\'')
            quote = !quote ? c : quote == c ? 0 : quote;
        if (c != '\n' && c != '\r' && !comment)
            continue;
        syn_buf_add(out, bytes + from, i - from);
        if (comment && bytes[i + 1] == '*') {
            const char *stop = memmem(bytes + i + 2, count - i - 2, "*/", 2);
            i = stop ? (size_t)(stop - bytes) + 1 : count;
        } else if (comment) {
            const char *stop = memchr(bytes + i, '\n', count - i);
            i = stop ? (size_t)(stop - bytes) : count;
        }
        if (i < count)
            syn_buf_text(out, !quote ? " " : c == '\n' ? "\\n" : "\\r");
        from = i + 1;
    }
    return !out->failed;
}

/** {"id":...,"text":...} */
static bool write_line(const char *field, const char *id, const char *text, size_t bytes, syn_buf *out)
{
    syn_buf_clear(out);
    syn_buf_text(out, "{\"id\":");
    syn_escape_json(out, id, strlen(id));
    syn_buf_text(out, ",");
    syn_escape_json(out, field, strlen(field));
    syn_buf_text(out, ":");
    syn_escape_json(out, text, bytes);
    syn_buf_text(out, "}");
    return !out->failed;
}

/** The text as its line says it: broken sequences are U+FFFD. */
static bool clean_text(const char *text, size_t bytes, syn_buf *out)
{
    syn_buf_clear(out);
    for (size_t at = 0, from = 0, step; at < bytes || from < bytes; at += step) {
        bool broken = false;
        step = at < bytes ? syn_utf8_step(text + at, bytes - at, &broken) : 0;
        if (!broken && at < bytes)
            continue;
        syn_buf_add(out, text + from, at - from);
        if (broken)
            syn_buf_text(out, "\xef\xbf\xbd");
        from = at + step;
    }
    return !out->failed;
}

/** Text or line of what is no record of JSON. */
static syn_status give_text(syn_again_inside *in, const syn_texts *texts, const char *text, size_t bytes, bool wanted,
                            syn_again *again, syn_error *error)
{
    if (syn_utf8_broken(text, bytes) > 0) {
        if (!clean_text(text, bytes, &in->clean))
            return syn_fail_memory(error);
        text = in->clean.bytes;
        bytes = in->clean.len;
    }
    again->text = text;
    again->text_bytes = bytes;
    if (wanted)
        return SYN_OK;
    if (!write_line(texts->field_text, again->id, text, bytes, &in->line))
        return syn_fail_memory(error);
    syn_again_give(again, SYN_RECORD_TEXT, in->line.bytes, in->line.len);
    return SYN_OK;
}

static syn_status read_plain(syn_again_inside *in, const syn_texts *texts, const syn_place *place, bool wanted,
                             syn_again *again, syn_error *error)
{
    const char *path = texts->origins[place->origin].path;
    syn_ingest_release(&in->plain);
    syn_status status = syn_ingest_open(&in->plain, path, error);
    if (status < 0)
        return status;
    const syn_bytes *bytes = &in->plain.bytes;
    const char *text = bytes->count ? bytes->at : "";
    if (in->plain.format != SYN_FORMAT_PLAIN || syn_hash(text, bytes->count) != place->hash)
        return syn_again_changed(path, error);
    return give_text(in, texts, text, bytes->count, wanted, again, error);
}

static syn_status read_stored(syn_again_inside *in, const syn_texts *texts, const syn_place *place, bool wanted,
                              syn_again *again, syn_error *error)
{
    syn_document document;
    syn_status status = syn_again_stored_read(in, texts, place, true, &document, error);
    if (status < 0)
        return status;
    again->id = document.id;
    return give_text(in, texts, document.text, document.text_bytes, wanted, again, error);
}

/** What was found when the text was added: bytes of the file, or of a block. */
static syn_status read_found(syn_again_inside *in, const syn_texts *texts, const syn_place *place, const char **bytes,
                             syn_error *error)
{
    const syn_origin *origin = &texts->origins[place->origin];
    const syn_buf *block;
    syn_status status;
    if (!origin->kept) {
        status = syn_again_file_read(in, texts, place->origin, place->at, place->count, error);
        *bytes = in->raw.bytes;
    } else {
        size_t at = syn_packed_offset(place->at);
        status = syn_again_block_read(in, texts, syn_packed_block(place->at), &block, error);
        if (status == SYN_OK && (at > block->len || place->count > block->len - at))
            status = syn_again_changed(texts->folder, error);
        *bytes = status == SYN_OK ? block->bytes + at : NULL;
    }
    if (status == SYN_OK && syn_hash(*bytes, place->count) != place->hash)
        status = syn_again_changed(origin->kept ? texts->folder : origin->path, error);
    return status;
}

static syn_status read_record(syn_again_inside *in, const syn_texts *texts, const syn_place *place, bool text,
                              syn_again *again, syn_error *error)
{
    const syn_origin *origin = &texts->origins[place->origin];
    const char *bytes = NULL;
    syn_status status = read_found(in, texts, place, &bytes, error);
    if (status < 0)
        return status;
    if (origin->form == SYN_RECORD_TEXT)
        return give_text(in, texts, bytes, place->count, text, again, error);
    syn_again_give(again, origin->form, bytes, place->count);
    if (origin->form == SYN_RECORD_VALUE && memchr(bytes, '\n', place->count)) {
        if (!flatten(bytes, place->count, &in->line))
            return syn_fail_memory(error);
        syn_again_give(again, origin->form, in->line.bytes, in->line.len);
    }
    if (!text)
        return SYN_OK;
    status = syn_jsonl_again(&in->json, bytes, place->count, texts->field_text);
    if (status < 0)
        return status == SYN_MEMORY ? syn_fail_memory(error) : syn_again_changed(origin->path, error);
    again->text = in->json.text;
    again->text_bytes = in->json.text_bytes;
    return SYN_OK;
}

/** The id from the column: the ids between two marks are read. */
static syn_status read_id(syn_again_inside *in, const syn_texts *texts, uint64_t number, syn_again *again,
                          syn_error *error)
{
    uint64_t marks[2] = {0, texts->ids.count}, group = number / SYN_TEXTS_IDS;
    size_t count = group + 1 < texts->marks.count ? 2 : 1;
    syn_status status = syn_column_get(&texts->marks, group, count, marks, error);
    if (status < 0)
        return status;
    size_t bytes = (size_t)(marks[1] - marks[0]);
    if (!syn_alloc_room((void **)&in->id.bytes, &in->id.capacity, bytes + 1, 1))
        return syn_fail_memory(error);
    status = syn_column_get(&texts->ids, marks[0], bytes, in->id.bytes, error);
    if (status < 0)
        return status;
    in->id.bytes[bytes] = '\0';
    const char *id = in->id.bytes, *end = id + bytes;
    for (uint64_t i = 0; i < number % SYN_TEXTS_IDS && id < end; i++)
        id += strlen(id) + 1;
    again->id = id < end ? id : end;
    return SYN_OK;
}

syn_status syn_texts_id(syn_texts *texts, uint64_t number, syn_again *again, syn_error *error)
{
    syn_again_inside *in = syn_again_begin(again);
    syn_place place;
    syn_document document;
    if (!in)
        return syn_fail_memory(error);
    syn_status status = syn_texts_places(texts, number, 1, &place, error);
    if (status < 0)
        return status;
    if (!texts->origins[place.origin].index)
        return read_id(in, texts, number, again, error);
    status = syn_again_stored_read(in, texts, &place, false, &document, error);
    if (status == SYN_OK)
        again->id = document.id;
    return status;
}

syn_status syn_texts_read(syn_texts *texts, uint64_t number, bool text, syn_again *again, syn_error *error)
{
    syn_again_inside *in = syn_again_begin(again);
    syn_place place;
    if (!in)
        return syn_fail_memory(error);
    syn_status status = syn_texts_places(texts, number, 1, &place, error);
    if (status < 0)
        return status;
    const syn_origin *origin = &texts->origins[place.origin];
    if (origin->index)
        return read_stored(in, texts, &place, text, again, error);
    status = read_id(in, texts, number, again, error);
    if (status < 0)
        return status;
    if (origin->form == SYN_RECORD_TEXT && !origin->kept)
        return read_plain(in, texts, &place, text, again, error);
    return read_record(in, texts, &place, text, again, error);
}
