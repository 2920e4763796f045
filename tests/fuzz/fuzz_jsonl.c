/* Any bytes as a part of JSONL, as JSON over lines, and told by content.
 *
 *      clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_jsonl.c     for searching
 *      cc -DREPLAY ... && ./fuzz_jsonl FILE...                                   for replaying
 */
#include "ingest/ingest.h"
#include "ingest/jsonl.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef void parser(syn_part *part, const char *field_text);

static void check_document(const syn_document *d, int64_t before)
{
    assert(d->text && d->text[d->text_bytes] == '\0');
    assert(d->record > before);
    assert(!d->id || *d->id);
    assert(!d->title || *d->title);
    assert(d->replaced_count <= d->text_bytes);
}

static void parse(parser *run, const char *bytes, size_t count)
{
    syn_part part = {.bytes = bytes, .count = count};
    run(&part, "text");
    int64_t before = -1;
    for (size_t i = 0; i < part.document_count; i++) {
        check_document(&part.documents[i], before);
        before = part.documents[i].record;
    }
    for (size_t i = 0; i < part.trouble_count; i++)
        assert(part.troubles[i].line >= 0 && part.troubles[i].why && part.troubles[i].hint);
    assert(!part.failed);
    free(part.documents);
    free(part.troubles);
    syn_arena_release(&part.arena);
}

/* Of a line a long text is decoded apart from the rest; of a value json-c decodes all. What both read is the same. */
static void compare(const char *line, size_t count)
{
    syn_part apart = {.bytes = line, .count = count}, whole = {.bytes = line, .count = count};
    syn_jsonl_lines(&apart, "text");
    syn_jsonl_values(&whole, "text");
    assert(apart.document_count <= 1);
    if (apart.document_count == 1) {
        const syn_document *a = apart.documents, *b = whole.documents;
        assert(whole.document_count == 1 && a->text_bytes == b->text_bytes);
        assert(memcmp(a->text, b->text, a->text_bytes) == 0);
        assert(!a->id == !b->id && (!a->id || strcmp(a->id, b->id) == 0));
        assert(!a->title == !b->title && (!a->title || strcmp(a->title, b->title) == 0));
    }
    assert(apart.document_count == 1 || whole.document_count == 0 || whole.trouble_count > 0 || whole.document_count > 1);
    free(apart.documents);
    free(apart.troubles);
    syn_arena_release(&apart.arena);
    free(whole.documents);
    free(whole.troubles);
    syn_arena_release(&whole.arena);
}

static void compare_lines(const char *bytes, size_t count)
{
    for (const char *end = bytes + count, *stop; bytes < end; bytes = stop + 1) {
        stop = memchr(bytes, '\n', (size_t)(end - bytes));
        stop = stop ? stop : end;
        if (stop > bytes && *bytes == '{')
            compare(bytes, (size_t)(stop - bytes));
        if (stop == end)
            break;
    }
}

/* A copy of the exact size lets the sanitizer see one byte too far. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = malloc(size ? size : 1);
    if (!bytes)
        return 0;
    if (size)
        memcpy(bytes, data, size);
    syn_format format = SYN_FORMAT_PLAIN, expected = SYN_FORMAT_PLAIN;
    assert(syn_jsonl_tell(bytes, size, false, &format) == SYN_OK);
    assert(syn_jsonl_tell(bytes, size, true, &expected) == SYN_OK);
    assert(format == SYN_FORMAT_PLAIN || expected == format);
    parse(syn_jsonl_lines, bytes, size);
    parse(syn_jsonl_values, bytes, size);
    compare_lines(bytes, size);
    free(bytes);
    return 0;
}

#ifdef REPLAY
#include "fuzz/replay.h"
#endif
