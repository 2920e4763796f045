/* Texts by number: read again they are what they were, or it is said that they are not. */
#include "base/buf.h"
#include "base/pool.h"
#include "index.h"
#include "texts.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

static char folder[64];
static syn_options options;
static syn_error error;
static syn_texts *texts;
static syn_again again;

static void set_up(void)
{
    strcpy(folder, "/tmp/syndic-texts-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("in", 0700), 0);
    syn_options_init(&options);
    options.thread_count = 2;
    cr_assert_eq(syn_texts_new(&options, folder, 0, &texts, &error), SYN_OK);
}

static void tear_down(void)
{
    char command[128];
    syn_again_release(&again);
    syn_texts_free(texts);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_assert_eq(system(command), 0);
}

TestSuite(texts, .init = set_up, .fini = tear_down);

static void put(const char *path, const char *bytes, size_t count)
{
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(bytes, 1, count, file), count);
    cr_assert_eq(fclose(file), 0);
}

static void put_text(const char *path, const char *text)
{
    put(path, text, strlen(text));
}

static syn_status add_path(const char *path)
{
    syn_feed *feed = NULL;
    syn_status status = syn_feed_open(&path, 1, &options, &feed, &error);
    if (status < 0)
        return status;
    syn_feed_keep_records(feed);
    syn_feed_leave_sha256(feed);
    for (size_t count = 1; status == SYN_OK && count > 0;) {
        syn_corpus *batch = NULL;
        status = syn_feed_next(feed, 20000, &batch, &error);
        count = status == SYN_OK ? syn_corpus_count(batch) : 0;
        if (status == SYN_OK)
            status = syn_texts_add(texts, feed, batch, &error);
        syn_feed_reuse(feed, batch);
    }
    syn_feed_close(feed);
    return status == SYN_OK ? syn_texts_close(texts, &error) : status;
}

static void add(const char *path)
{
    cr_assert_eq(add_path(path), SYN_OK, "%s", error.message);
}

static void expect(uint64_t number, const char *id, const char *text, const char *record)
{
    cr_assert_eq(syn_texts_read(texts, number, true, &again, &error), SYN_OK, "%s", error.message);
    cr_assert_str_eq(again.id, id);
    cr_assert_eq(again.text_bytes, strlen(text));
    cr_assert_eq(memcmp(again.text, text, again.text_bytes), 0);
    cr_assert_eq(syn_texts_read(texts, number, false, &again, &error), SYN_OK, "%s", error.message);
    cr_assert_str_eq(again.id, id);
    cr_assert_eq(again.record.count, strlen(record), "%.*s", (int)again.record.count, again.record.bytes);
    cr_assert_eq(memcmp(again.record.bytes, record, again.record.count), 0);
    cr_assert_eq(syn_texts_id(texts, number, &again, &error), SYN_OK);
    cr_assert_str_eq(again.id, id);
}

static uint64_t expect_lines(uint64_t first, uint64_t count, size_t room, const char *lines)
{
    uint64_t taken = 0;
    cr_assert_eq(syn_texts_lines(texts, first, count, room, &taken, &again, &error), SYN_OK, "%s", error.message);
    cr_assert_eq(again.record.count, strlen(lines), "%.*s", (int)again.record.count, again.record.bytes);
    cr_assert_eq(memcmp(again.record.bytes, lines, again.record.count), 0);
    return taken;
}

Test(texts, lines_are_read_at_their_places)
{
    put_text("a.jsonl", "\xef\xbb\xbf {\"id\":\"x\",\"text\":\"o\\u006ee\"}\r\n\n{\"text\":\"two\"}\n{\"id\":3,\"text\":\"\"}");
    add("a.jsonl");
    cr_assert_eq(syn_texts_count(texts), 3);
    cr_assert_eq(syn_texts_bytes(texts), 0);
    expect(2, "3", "", "{\"id\":3,\"text\":\"\"}");
    expect(1, "a.jsonl:3", "two", "{\"text\":\"two\"}");
    expect(0, "x", "one", " {\"id\":\"x\",\"text\":\"o\\u006ee\"}\r");
    cr_assert_eq(syn_texts_read(texts, 0, false, &again, &error), SYN_OK);
    cr_assert_null(again.text);
    cr_assert_eq(syn_texts_read(texts, 3, true, &again, &error), SYN_ARGUMENT);
}

Test(texts, lines_behind_one_another_are_read_at_once)
{
    put_text("a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n\n{\"text\":\"six\"}");
    add("a.jsonl");
    cr_assert_eq(expect_lines(0, 3, 1000, "{\"text\":\"one\"}\n{\"text\":\"two\"}\n"), 2);
    cr_assert_eq(expect_lines(0, 1, 1000, "{\"text\":\"one\"}\n"), 1);
    cr_assert_eq(expect_lines(0, 3, 29, "{\"text\":\"one\"}\n"), 1);
    cr_assert_eq(expect_lines(0, 3, 1, "{\"text\":\"one\"}\n"), 1);
    cr_assert_eq(expect_lines(2, 1, 1000, "{\"text\":\"six\"}\n"), 1);
}

Test(texts, objects_over_several_lines_become_one)
{
    put_text("a.json", "[{\"id\":\"x\",\n\"text\":\"one\\\\\"},\r\n{ // no more\n\"text\" /* of\nthis */ :\"a\nb\" }\n]");
    add("a.json");
    expect(0, "x", "one\\", "{\"id\":\"x\", \"text\":\"one\\\\\"}");
    expect(1, "a.json:2", "a\nb", "{  \"text\"   :\"a\\nb\" }");
    cr_assert_eq(expect_lines(0, 2, 1000, "{\"id\":\"x\", \"text\":\"one\\\\\"}\n"), 1);
}

Test(texts, a_plain_text_is_opened_again_and_its_line_is_made)
{
    put_text("in/a.txt", "A \"quoted\"\nline");
    put_text("in/b.txt", "caf\xc3\xa9 \xff\xe2\x82 end\xe2");
    put_text("in/c.txt", "");
    add("in");
    expect(0, "in/a.txt", "A \"quoted\"\nline", "{\"id\":\"in/a.txt\",\"text\":\"A \\\"quoted\\\"\\nline\"}");
    expect(1, "in/b.txt", "caf\xc3\xa9 \xef\xbf\xbd\xef\xbf\xbd end\xef\xbf\xbd",
           "{\"id\":\"in/b.txt\",\"text\":\"caf\xc3\xa9 \xef\xbf\xbd\xef\xbf\xbd end\xef\xbf\xbd\"}");
    expect(2, "in/c.txt", "", "{\"id\":\"in/c.txt\",\"text\":\"\"}");
    cr_assert_eq(expect_lines(2, 1, 9, "{\"id\":\"in/c.txt\",\"text\":\"\"}\n"), 1);
}

/** Lines that fill several blocks, packed. */
static void put_packed(const char *path, size_t count)
{
    syn_buf lines = {0};
    uint64_t state = 3;
    for (size_t i = 0; i < count; i++) {
        syn_buf_format(&lines, "{\"id\":\"n%zu\",\"text\":\"", i);
        for (size_t k = 0; k < 60; k++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            syn_buf_format(&lines, "%08x ", (unsigned)(state >> 32));
        }
        syn_buf_text(&lines, "\"}\n");
    }
    size_t most = ZSTD_compressBound(lines.len);
    char *packed = malloc(most);
    put(path, packed, ZSTD_compress(packed, most, lines.bytes, lines.len, 1));
    free(packed);
    syn_buf_release(&lines);
}

static uint64_t expect_numbered(uint64_t first, size_t count)
{
    uint64_t taken;
    cr_assert_eq(syn_texts_lines(texts, first, count - first, 1 << 20, &taken, &again, &error), SYN_OK);
    const char *at = again.record.bytes, *end = at + again.record.count;
    for (uint64_t i = first; i < first + taken; i++) {
        char head[32];
        snprintf(head, sizeof head, "{\"id\":\"n%llu\",", (unsigned long long)i);
        cr_assert_eq(strncmp(at, head, strlen(head)), 0);
        at = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
    }
    cr_assert_eq(at, end);
    return taken;
}

Test(texts, records_of_a_packed_file_are_kept_packed)
{
    enum { COUNT = 2000 };
    size_t calls = 0;
    put_packed("a.jsonl.zst", COUNT);
    add("a.jsonl.zst");
    cr_assert_eq(unlink("a.jsonl.zst"), 0);
    cr_assert_gt(syn_texts_bytes(texts), 0);
    for (size_t i = COUNT; i > 0; i -= 7 < i ? 7 : i) {
        char id[32];
        snprintf(id, sizeof id, "n%zu", i - 1);
        cr_assert_eq(syn_texts_read(texts, i - 1, true, &again, &error), SYN_OK, "%s", error.message);
        cr_assert_str_eq(again.id, id);
        cr_assert_eq(again.text_bytes, 540);
    }
    for (uint64_t i = 0; i < COUNT; calls++)
        i += expect_numbered(i, COUNT);
    cr_assert_gt(calls, 5);
    cr_assert_lt(calls, 50);
}

Test(texts, a_file_that_changed_is_told)
{
    uint64_t taken;
    put_text("in/a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n");
    put_text("in/b.txt", "Words.");
    add("in");
    put_text("in/a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"TWO\"}\n");
    put_text("in/b.txt", "Other words.");
    expect(0, "in/a.jsonl:1", "one", "{\"text\":\"one\"}");
    cr_assert_eq(syn_texts_read(texts, 1, true, &again, &error), SYN_INPUT);
    cr_assert_str_eq(error.message,
                     "in/a.jsonl: changed while it was read (run again when nothing writes it)");
    cr_assert_eq(syn_texts_read(texts, 1, false, &again, &error), SYN_INPUT);
    cr_assert_eq(syn_texts_lines(texts, 0, 2, 1000, &taken, &again, &error), SYN_INPUT);
    cr_assert_eq(syn_texts_read(texts, 2, true, &again, &error), SYN_INPUT);
    cr_assert_eq(truncate("in/a.jsonl", 20), 0);
    cr_assert_eq(syn_texts_read(texts, 1, true, &again, &error), SYN_INPUT);
    cr_assert_eq(syn_texts_id(texts, 1, &again, &error), SYN_OK);
    cr_assert_eq(unlink("in/b.txt"), 0);
    cr_assert_eq(syn_texts_read(texts, 2, true, &again, &error), SYN_IO);
}

enum { FILES = 100 };

static void put_files(void)
{
    for (int i = 0; i < FILES; i++) {
        char path[32], text[96];
        snprintf(path, sizeof path, "in/%02d.jsonl", i);
        snprintf(text, sizeof text, "{\"id\":\"a%d\",\"text\":\"one\"}\n{\"id\":\"b%d\",\"text\":\"two\"}\n", i, i);
        put_text(path, text);
    }
}

static void read_one(void *context, uint32_t worker, size_t item)
{
    syn_again *of = context;
    char id[32];
    syn_error why = {0};
    size_t number = item * 37 % (2 * FILES);
    snprintf(id, sizeof id, "%c%zu", number % 2 ? 'b' : 'a', number / 2);
    cr_assert_eq(syn_texts_read(texts, number, true, &of[worker], &why), SYN_OK, "%s", why.message);
    cr_assert_str_eq(of[worker].id, id);
    cr_assert_str_eq(of[worker].text, number % 2 ? "two" : "one");
}

Test(texts, many_files_are_read_by_several_threads)
{
    syn_again of[3] = {{0}};
    syn_pool *pool = NULL;
    put_files();
    add("in");
    cr_assert_eq(syn_pool_new(3, &pool), SYN_OK);
    syn_pool_run(pool, 2000, read_one, of);
    syn_pool_free(pool);
    for (int i = 0; i < 3; i++)
        syn_again_release(&of[i]);
}

Test(texts, documents_of_an_index_are_texts_too)
{
    syn_index *index = NULL;
    syn_added added;
    const char *path = "a.jsonl";
    put_text(path, "{\"id\":\"x\",\"text\":\"The ferry left.\"}\n{\"id\":\"y\",\"text\":\"Two\\nlines\"}\n");
    cr_assert_eq(syn_index_open("archive", SYN_INDEX_CREATE, &index, &error), SYN_OK, "%s", error.message);
    cr_assert_eq(syn_index_add(index, &path, 1, &options, &added, &error), SYN_OK, "%s", error.message);
    cr_assert_eq(syn_store_begin(index->store, &error), SYN_OK);
    for (uint32_t number = 0; number < 2; number++)
        cr_assert_eq(syn_texts_add_stored(texts, index, number, &error), SYN_OK);
    add("a.jsonl");
    expect(0, "x", "The ferry left.", "{\"id\":\"x\",\"text\":\"The ferry left.\"}");
    expect(1, "y", "Two\nlines", "{\"id\":\"y\",\"text\":\"Two\\nlines\"}");
    expect(3, "y", "Two\nlines", "{\"id\":\"y\",\"text\":\"Two\\nlines\"}");
    cr_assert_eq(expect_lines(1, 2, 1000, "{\"id\":\"y\",\"text\":\"Two\\nlines\"}\n"), 1);
    syn_again_release(&again);
    syn_store_end(index->store);
    syn_index_close(index);
}

Test(texts, a_field_of_another_name_is_the_text)
{
    syn_texts_free(texts);
    options.field_text = "body";
    cr_assert_eq(syn_texts_new(&options, folder, 0, &texts, &error), SYN_OK);
    put_text("in/a.jsonl", "{\"text\":\"one\",\"body\":\"two\"}\n");
    put_text("in/b.txt", "six");
    add("in");
    expect(0, "in/a.jsonl:1", "two", "{\"text\":\"one\",\"body\":\"two\"}");
    expect(1, "in/b.txt", "six", "{\"id\":\"in/b.txt\",\"body\":\"six\"}");
}

static syn_status add_and_read(void)
{
    uint64_t taken;
    syn_status status = syn_texts_new(&options, folder, 0, &texts, &error);
    if (status == SYN_OK)
        status = add_path("in");
    for (uint64_t i = 0; status == SYN_OK && i < syn_texts_count(texts); i++)
        status = syn_texts_read(texts, i, true, &again, &error);
    if (status == SYN_OK)
        status = syn_texts_lines(texts, 0, 2, 1000, &taken, &again, &error);
    syn_again_release(&again);
    syn_texts_free(texts);
    texts = NULL;
    return status;
}

Test(texts, short_memory_is_an_error_without_a_leak)
{
    put_text("in/a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n");
    put_text("in/b.json", "[{\"text\":\n\"one\"}]");
    put_text("in/c.txt", "Broken \xff words.");
    put_packed("in/d.jsonl.zst", 200);
    syn_texts_free(texts);
    texts = NULL;
    for (long n = 0; n == 0 || oom_struck(); n += n < 200 ? 1 : 1 + n / 8) {
        oom_after(n);
        const syn_status status = add_and_read();
        oom_never();
        cr_assert(status == SYN_OK || status == SYN_MEMORY, "%ld: %s", n, error.message);
    }
}
