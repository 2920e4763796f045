/* JSONL is cut at line ends near every so many bytes (ingest/cut.c for what is streamed):
 *
 *      |-- part 0 --\n|---- part 1 ----\n|-- part 2 --|
 *
 * A part counts its records from its own first line; whoever joins the parts adds the lines before it.
 * Once a part is parsed nothing points into its bytes, so their memory is given back at once, and the
 * file and the decoded texts are never both whole in memory. */
#include "ingest/ingest.h"

#include "base/alloc.h"
#include "base/encoding.h"
#include "base/error.h"
#include "base/hash.h"
#include "ingest/cut.h"
#include "ingest/jsonl.h"
#include "ingest/plain.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PART_BYTES ((size_t)1 << 20)
#define HEAD_BYTES ((size_t)1 << 19)   /* a packed file that is no longer is not streamed */
#define FORGET_BYTES ((size_t)1 << 18) /* a part that is no longer is left alone */
#define READY_BYTES ((size_t)4 << 20)

/** Keeps what the document that is added next was read from. */
static bool keep_record(syn_part *part, const syn_document *document, syn_record record)
{
    void **items = (void **)&part->records;
    if (!syn_alloc_room(items, &part->record_capacity, part->document_count + 1, sizeof record))
        return false;
    record.text_hash = syn_hash(document->text, document->text_bytes);
    record.hash = record.form == SYN_RECORD_TEXT ? record.text_hash : syn_hash(record.bytes, record.count);
    record.at = part->at + (uint64_t)(record.bytes - part->bytes);
    if (part->lasting)
        record.bytes = NULL;
    else if (record.form != SYN_RECORD_TEXT)
        record.bytes = syn_arena_text(&part->arena, record.bytes, record.count);
    part->records[part->document_count] = record;
    return part->lasting || record.bytes;
}

void syn_part_add(syn_part *part, const syn_document *document, syn_record record)
{
    void **items = (void **)&part->documents;
    if (!syn_alloc_room(items, &part->document_capacity, part->document_count + 1, sizeof *document)) {
        part->failed = true;
        return;
    }
    if (part->wanted.records && !keep_record(part, document, record)) {
        part->failed = true;
        return;
    }
    syn_document *made = &part->documents[part->document_count++];
    *made = *document;
    if (part->wanted.no_sha256)
        return;
    made->replaced_count = syn_utf8_broken(made->text, made->text_bytes);
    syn_hash_sha256(made->text, made->text_bytes, made->sha256);
}

void syn_part_trouble(syn_part *part, int64_t line, const char *why, const char *hint)
{
    void **items = (void **)&part->troubles;
    const syn_trouble *last = part->trouble_count ? &part->troubles[part->trouble_count - 1] : NULL;
    bool again = last && strcmp(last->why, why) == 0;
    const char *kept = again ? last->why : syn_arena_text(&part->arena, why, strlen(why));
    if (!kept ||
        !syn_alloc_room(items, &part->trouble_capacity, part->trouble_count + 1, sizeof(syn_trouble))) {
        part->failed = true;
        return;
    }
    part->troubles[part->trouble_count++] = (syn_trouble){.line = line, .why = kept, .hint = hint};
}

static bool ends_with(const char *name, size_t count, const char *ending)
{
    size_t bytes = strlen(ending);
    return count >= bytes && syn_ascii_same(name + count - bytes, ending, bytes);
}

/** Whether a name promises JSON. Standard input has no name and is believed when it opens like JSON. */
static bool is_json_name(const char *path)
{
    size_t count = strlen(path);
    if (ends_with(path, count, ".gz"))
        count -= 3;
    else if (ends_with(path, count, ".zst"))
        count -= 4;
    return ends_with(path, count, ".json") || ends_with(path, count, ".jsonl") ||
           ends_with(path, count, ".ndjson") || strcmp(path, "-") == 0;
}

static syn_status tell(syn_ingest *file, const char *bytes, size_t count, bool *sure, syn_error *error)
{
    const char *why = syn_plain_refuse(bytes, count);
    if (why)
        return syn_fail(error, SYN_INPUT, "%s: %s", file->path, why);
    if (syn_jsonl_is_result(bytes, count)) {
        file->format = SYN_FORMAT_RESULT;
        *sure = true;
        return SYN_OK;
    }
    if (syn_jsonl_tell_start(bytes, count, is_json_name(file->path), sure, &file->format) < 0)
        return syn_fail_memory(error);
    return SYN_OK;
}

/** Reads on, from the head, until the format is told for sure. */
static syn_status tell_stream(syn_ingest *file, syn_error *error)
{
    bool sure = false;
    for (size_t want = HEAD_BYTES; !sure; want *= 2) {
        syn_status status = syn_ingest_fill(file, want, error);
        sure = file->stream.ended || want > (size_t)INT_MAX;
        if (status == SYN_OK)
            status = tell(file, file->room, file->end, &sure, error);
        if (status < 0)
            return status;
    }
    return SYN_OK;
}

/** What is left of the stream joins its head: the bytes are as of a file that was never packed. */
static syn_status read_rest(syn_ingest *file, syn_error *error)
{
    while (!file->stream.ended) {
        syn_status status = syn_ingest_fill(file, file->end + file->end / 2 + HEAD_BYTES, error);
        if (status < 0)
            return status;
    }
    char *trimmed = realloc(file->room, file->end + 1);
    file->bytes = (syn_bytes){.at = trimmed ? trimmed : file->room, .count = file->end};
    file->room = NULL;
    file->begin = file->end = file->capacity = 0;
    file->streamed = false;
    syn_stream_release(&file->stream);
    return SYN_OK;
}

static syn_status begin_stream(syn_ingest *file, bool proven, syn_error *error)
{
    file->streamed = true;
    syn_status status = tell_stream(file, error);
    if (status < 0 || file->format == SYN_FORMAT_RESULT)
        return status;
    if (file->stream.ended || file->format != SYN_FORMAT_LINES)
        return read_rest(file, error);
    if (proven && syn_stream_provable(&file->stream))
        return syn_inflate_prove(file->path, &file->stream.input.bytes, error);
    return SYN_OK;
}

syn_status syn_ingest_begin(syn_ingest *out, const char *path, bool proven, syn_error *error)
{
    syn_ingest file = {.path = path};
    syn_status status = syn_stream_open(&file.stream, path, error);
    if (status == SYN_OK) {
        file.regular = syn_stream_regular(&file.stream);
        file.packed = file.stream.inflater != NULL;
    }
    if (status == SYN_OK && syn_stream_whole(&file.stream)) {
        bool sure = true;
        file.bytes = file.stream.input.bytes;
        file.stream.input.bytes = (syn_bytes){0};
        syn_stream_release(&file.stream);
        status = tell(&file, file.bytes.at, file.bytes.count, &sure, error);
    } else if (status == SYN_OK) {
        status = begin_stream(&file, proven, error);
    }
    file.taken = file.format == SYN_FORMAT_RESULT;
    if (status == SYN_OK)
        *out = file;
    else
        syn_ingest_release(&file);
    return status;
}

syn_status syn_ingest_open(syn_ingest *out, const char *path, syn_error *error)
{
    syn_ingest file = {0};
    syn_part part;
    syn_status status = syn_ingest_begin(&file, path, false, error);
    if (status == SYN_OK && file.streamed && file.format != SYN_FORMAT_RESULT)
        status = read_rest(&file, error);
    while (status == SYN_OK && syn_ingest_take(&file, PART_BYTES, &part))
        status = syn_ingest_append(&file, &part, error);
    if (status == SYN_OK)
        *out = file;
    else
        syn_ingest_release(&file);
    return status;
}

/** Gives the whole pages inside a part back. They read as zeros, or as the file, afterwards. */
static void forget(const syn_part *part)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t begin = ((uintptr_t)part->bytes + page - 1) / page * page;
    uintptr_t end = ((uintptr_t)part->bytes + part->count) / page * page;
    if (part->count >= FORGET_BYTES && begin < end)
        madvise((void *)begin, end - begin, MADV_DONTNEED);
}

/** Has the pages of a mapped part made ready at once, which is cheaper than one by one when they are first read. Where
 *  the system does not know how, they come as ever. */
static void make_ready(const syn_part *part)
{
#ifdef MADV_POPULATE_READ
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t begin = (uintptr_t)part->bytes / page * page, end = (uintptr_t)part->bytes + part->count;
    if (part->count >= FORGET_BYTES && part->count <= READY_BYTES)
        madvise((void *)begin, end - begin, MADV_POPULATE_READ);
#else
    (void)part;
#endif
}

void syn_part_parse(syn_part *part, const char *field_text)
{
    if (part->format == SYN_FORMAT_PLAIN) {
        syn_plain_parse(part);
        return;
    }
    if (!part->room)
        make_ready(part);
    if (part->format == SYN_FORMAT_LINES)
        syn_jsonl_lines(part, field_text);
    else
        syn_jsonl_values(part, field_text);
    if (!part->room)
        forget(part);
    free(part->room);
    part->room = NULL;
}

void syn_part_release(syn_part *part)
{
    free(part->room);
    free(part->documents);
    free(part->records);
    free(part->troubles);
    syn_arena_release(&part->arena);
    *part = (syn_part){0};
}

void syn_ingest_parse(syn_ingest *file, size_t index, const char *field_text)
{
    syn_part_parse(&file->parts[index], field_text);
}

void syn_ingest_release(syn_ingest *file)
{
    for (size_t i = file->part_first; i < file->part_count; i++)
        syn_part_release(&file->parts[i]);
    free(file->parts);
    free(file->room);
    syn_stream_release(&file->stream);
    syn_bytes_release(&file->bytes);
    *file = (syn_ingest){0};
}
