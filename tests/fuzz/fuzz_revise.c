/* Any bytes as lines to be rewritten: what reads as a record, and is rewritten, reads as the same record without what was
 * cut; what was cut, put back, is the line as it was.
 *
 *      clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_revise.c    for searching
 *      cc -DREPLAY ... && ./fuzz_revise FILE...                                  for replaying
 */
#include "base/hash.h"
#include "ingest/jsonl.h"
#include "ingest/revise.h"

#include <assert.h>
#include <stdlib.h>

enum { SPANS = 3 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_boundary(const char *text, size_t bytes, size_t at)
{
    return at == bytes || ((unsigned char)text[at] & 0xc0) != 0x80;
}

/** Some spans, made of the text's own bytes; ends that lie inside of a character are drawn back. */
static size_t make_spans(const char *text, size_t bytes, syn_span_bytes spans[SPANS])
{
    uint64_t state = syn_hash(text, bytes);
    size_t at = 0, count = 0;
    while (count < SPANS) {
        size_t ends[2];
        for (int i = 0; i < 2; i++) {
            state = syn_hash_mix(state + 1);
            at += (size_t)(state % (bytes - at + 1)) / (state >> 60 & 3 ? 4 : 1);
            while (!is_boundary(text, bytes, at))
                at++;
            ends[i] = at;
        }
        spans[count++] = (syn_span_bytes){ends[0], ends[1]};
    }
    return count;
}

/** The text without the spans. */
static void check_text(const syn_buf *line, const char *text, size_t bytes, const syn_span_bytes *spans, size_t count)
{
    syn_jsonl_record record = {0};
    syn_buf left = {0};
    size_t from = 0;
    for (size_t i = 0; i < count; from = spans[i++].end)
        syn_buf_add(&left, text + from, spans[i].begin - from);
    syn_buf_add(&left, text + from, bytes - from);
    assert(syn_jsonl_again(&record, line->bytes, line->len, "text") == SYN_OK);
    assert(record.text_bytes == left.len && memcmp(record.text, left.bytes, left.len) == 0);
    syn_jsonl_release(&record);
    syn_buf_release(&left);
}

static void check_whole(const char *line, size_t bytes, const char *text, size_t text_bytes)
{
    syn_span_bytes all = {0, text_bytes};
    syn_buf cut = {0}, content = {0};
    if (!syn_revise_cut(line, bytes, "text", &all, 1, &cut))
        return;
    check_text(&cut, text, text_bytes, &all, 1);
    assert(syn_revise_get(line, bytes, "text", all, &content));
    assert(cut.len + content.len == bytes);
    syn_buf_release(&cut);
    syn_buf_release(&content);
}

static void check_line(const char *line, size_t bytes)
{
    syn_jsonl_record record = {0}, again = {0};
    syn_span_bytes spans[SPANS] = {{0, 1}, {1, 2}, {2, 9}};
    syn_buf cut = {0}, added = {0};
    bool read = syn_jsonl_again(&record, line, bytes, "text") == SYN_OK;
    if (read) {
        size_t count = make_spans(record.text, record.text_bytes, spans);
        if (syn_revise_cut(line, bytes, "text", spans, count, &cut))
            check_text(&cut, record.text, record.text_bytes, spans, count);
        check_whole(line, bytes, record.text, record.text_bytes);
        if (syn_revise_add(line, bytes, "syndic", "{\"a\":[\"b\"]}", &added)) {
            assert(syn_jsonl_again(&again, added.bytes, added.len, "text") == SYN_OK);
            assert(again.text_bytes == record.text_bytes);
            assert(memcmp(again.text, record.text, record.text_bytes) == 0);
        }
    } else {
        (void)syn_revise_cut(line, bytes, "text", spans, SPANS, &cut);
        (void)syn_revise_get(line, bytes, "text", spans[0], &cut);
        (void)syn_revise_add(line, bytes, "text", "1", &cut);
    }
    syn_jsonl_release(&record);
    syn_jsonl_release(&again);
    syn_buf_release(&cut);
    syn_buf_release(&added);
}

/** A copy of the exact size lets the sanitizer see one byte too far. */
static void check_copy(const uint8_t *from, size_t bytes)
{
    char *line = malloc(bytes ? bytes : 1);
    assert(line);
    if (bytes)
        memcpy(line, from, bytes);
    check_line(line, bytes);
    free(line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *end = data + size;
    check_copy(data, size);
    for (const uint8_t *at = data, *stop; at < end; at = stop + (stop < end)) {
        stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        check_copy(at, (size_t)(stop - at));
    }
    return 0;
}

#ifdef REPLAY
#include "fuzz/replay.h"
#endif
