/* A JSONL file is cut at line ends near every PART_BYTES:
 *
 *      |-- part 0 --\n|---- part 1 ----\n|-- part 2 --|
 *
 * A part counts its records from its own first line; whoever joins the parts adds the lines before it.
 * Once a part is parsed nothing points into its bytes, so their pages are given back at once, and the
 * file and the decoded texts are never both whole in memory. */
#include "ingest/ingest.h"

#include "base/alloc.h"
#include "base/encoding.h"
#include "base/error.h"
#include "base/hash.h"
#include "ingest/inflate.h"
#include "ingest/jsonl.h"
#include "ingest/plain.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PART_BYTES ((size_t)4 << 20)

void syn_part_add(syn_part *part, const syn_document *document)
{
    void **items = (void **)&part->documents;
    if (!syn_alloc_room(items, &part->document_capacity, part->document_count + 1, sizeof *document)) {
        part->failed = true;
        return;
    }
    syn_document *made = &part->documents[part->document_count++];
    *made = *document;
    made->replaced_count = syn_utf8_broken(made->text, made->text_bytes);
    syn_hash_sha256(made->text, made->text_bytes, made->sha256);
}

void syn_part_trouble(syn_part *part, int64_t line, const char *why, const char *hint)
{
    void **items = (void **)&part->troubles;
    const char *kept = syn_arena_text(&part->arena, why, strlen(why));
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

/** Where the part that begins at `begin` ends: behind the first line end past its size. */
static size_t part_end(const syn_ingest *file, size_t begin)
{
    size_t count = file->bytes.count;
    if (file->format != SYN_FORMAT_LINES || count - begin <= PART_BYTES)
        return count;
    size_t from = begin + PART_BYTES - 1;
    const char *newline = memchr(file->bytes.at + from, '\n', count - from);
    return newline ? (size_t)(newline + 1 - file->bytes.at) : count;
}

static syn_status cut(syn_ingest *file, syn_error *error)
{
    file->parts = syn_alloc_zero(file->bytes.count / PART_BYTES + 1, sizeof *file->parts);
    if (!file->parts)
        return syn_fail_memory(error);
    size_t begin = 0;
    do {
        size_t end = part_end(file, begin);
        const char *at = file->bytes.count ? file->bytes.at + begin : "";
        file->parts[file->part_count++] = (syn_part){.bytes = at, .count = end - begin};
        begin = end;
    } while (begin < file->bytes.count);
    return SYN_OK;
}

static syn_status tell(syn_ingest *file, syn_error *error)
{
    const char *why = syn_plain_refuse(file->bytes.at, file->bytes.count);
    if (why)
        return syn_fail(error, SYN_INPUT, "%s: %s", file->path, why);
    if (syn_jsonl_is_result(file->bytes.at, file->bytes.count)) {
        file->format = SYN_FORMAT_RESULT;
        return SYN_OK;
    }
    if (syn_jsonl_tell(file->bytes.at, file->bytes.count, is_json_name(file->path), &file->format) < 0)
        return syn_fail_memory(error);
    return SYN_OK;
}

syn_status syn_ingest_open(syn_ingest *out, const char *path, syn_error *error)
{
    syn_ingest file = {.path = path};
    syn_status status = syn_file_read(path, &file.bytes, error);
    if (status == SYN_OK && syn_inflate_packed(file.bytes.at, file.bytes.count))
        status = syn_inflate(path, &file.bytes, error);
    if (status == SYN_OK)
        status = tell(&file, error);
    if (status == SYN_OK && file.format != SYN_FORMAT_RESULT)
        status = cut(&file, error);
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
    if (part->count >= PART_BYTES / 4 && begin < end)
        madvise((void *)begin, end - begin, MADV_DONTNEED);
}

void syn_ingest_parse(syn_ingest *file, size_t index, const char *field_text)
{
    syn_part *part = &file->parts[index];
    if (file->format == SYN_FORMAT_PLAIN) {
        syn_plain_parse(part);
        return;
    }
    if (file->format == SYN_FORMAT_LINES)
        syn_jsonl_lines(part, field_text);
    else
        syn_jsonl_values(part, field_text);
    forget(part);
}

void syn_ingest_release(syn_ingest *file)
{
    for (size_t i = 0; i < file->part_count; i++) {
        free(file->parts[i].documents);
        free(file->parts[i].troubles);
        syn_arena_release(&file->parts[i].arena);
    }
    free(file->parts);
    syn_bytes_release(&file->bytes);
    *file = (syn_ingest){0};
}
