/* Documents some at a time: batches of about the size asked for, whatever packs or pipes the bytes. */
#include "base/hash.h"
#include "feed.h"
#include "model/corpus.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

enum { LINE_BYTES = 100 };

static char folder[64];
static syn_options options;
static syn_error error;

static void set_up(void)
{
    strcpy(folder, "/tmp/syndic-feed-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("in", 0700), 0);
    syn_options_init(&options);
    options.thread_count = 2;
    error = (syn_error){0};
}

static void tear_down(void)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_assert_eq(system(command), 0);
}

TestSuite(feed, .init = set_up, .fini = tear_down);

static void put(const char *path, const char *bytes, size_t count)
{
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(bytes, 1, count, file), count);
    cr_assert_eq(fclose(file), 0);
}

/** Lines of LINE_BYTES bytes; what is written in them cannot be packed to nothing. */
static char *make_lines(size_t count)
{
    char *bytes = malloc(count * LINE_BYTES + 1);
    uint64_t state = 7;
    for (size_t i = 0; i < count; i++) {
        char text[LINE_BYTES];
        for (size_t k = 0; k < sizeof text; k++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            text[k] = (char)('a' + (state >> 60));
        }
        int head = snprintf(bytes + i * LINE_BYTES, LINE_BYTES, "{\"text\":\"%06zu ", i);
        memcpy(bytes + i * LINE_BYTES + head, text, (size_t)(LINE_BYTES - head - 3));
        memcpy(bytes + (i + 1) * LINE_BYTES - 3, "\"}\n", 3);
    }
    bytes[count * LINE_BYTES] = '\0';
    return bytes;
}

static void put_lines(const char *path, size_t count)
{
    char *bytes = make_lines(count);
    put(path, bytes, count * LINE_BYTES);
    free(bytes);
}

/** Packs them; the last `short_bytes` are missing. */
static void put_packed(const char *path, size_t count, bool gzip, size_t short_bytes)
{
    char *bytes = make_lines(count);
    size_t most = count * LINE_BYTES + 100000, made;
    char *packed = malloc(most);
    if (gzip) {
        z_stream s = {.next_in = (Bytef *)bytes, .avail_in = (uInt)(count * LINE_BYTES), .next_out = (Bytef *)packed,
                      .avail_out = (uInt)most};
        cr_assert_eq(deflateInit2(&s, 1, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
        cr_assert_eq(deflate(&s, Z_FINISH), Z_STREAM_END);
        made = s.total_out;
        deflateEnd(&s);
    } else {
        made = ZSTD_compress(packed, most, bytes, count * LINE_BYTES, 1);
    }
    put(path, packed, made - short_bytes);
    free(packed);
    free(bytes);
}

static syn_feed *open_one(const char *path)
{
    syn_feed *feed = NULL;
    cr_assert_eq(syn_feed_open(&path, 1, &options, &feed, &error), SYN_OK, "%s", error.message);
    return feed;
}

/** The next batch; its documents are the lines from `*next` on. Says how many. */
static size_t expect_batch(syn_feed *feed, size_t bytes, size_t *next, size_t *skips)
{
    syn_corpus *batch = NULL;
    cr_assert_eq(syn_feed_next(feed, bytes, &batch, &error), SYN_OK, "%s", error.message);
    size_t count = syn_corpus_count(batch);
    for (size_t i = 0; i < count; i++) {
        const syn_document *d = syn_corpus_get(batch, i);
        cr_assert_eq((size_t)d->record, *next);
        cr_assert_eq((size_t)atoi(d->text), (*next)++);
    }
    *skips += syn_corpus_skip_count(batch);
    syn_corpus_free(batch);
    return count;
}

static void expect_lines(syn_feed *feed, size_t bytes, size_t count)
{
    size_t next = 0, skips = 0;
    while (expect_batch(feed, bytes, &next, &skips) > 0)
        ;
    cr_assert_eq(next, count);
    cr_assert_eq(skips, 0);
    syn_feed_close(feed);
}

Test(feed, batches_hold_about_what_was_asked_for)
{
    size_t next = 0, skips = 0, batches = 0, count;
    put_lines("a.jsonl", 1000);
    syn_feed *feed = open_one("a.jsonl");
    while ((count = expect_batch(feed, 2000, &next, &skips)) > 0) {
        cr_assert(count <= 25, "%zu", count);
        batches++;
    }
    cr_assert_eq(next, 1000);
    cr_assert(batches >= 40, "%zu", batches);
    syn_feed_close(feed);
    expect_lines(open_one("a.jsonl"), 0, 1000);
    expect_lines(open_one("a.jsonl"), SIZE_MAX / 4, 1000);
}

Test(feed, packed_files_are_streamed)
{
    put_packed("a.jsonl.gz", 30000, true, 0);
    put_packed("a.jsonl.zst", 30000, false, 0);
    for (options.thread_count = 1; options.thread_count < 4; options.thread_count++) {
        expect_lines(open_one("a.jsonl.gz"), 5000, 30000);
        expect_lines(open_one("a.jsonl.gz"), 1 << 20, 30000);
        expect_lines(open_one("a.jsonl.zst"), 5000, 30000);
        expect_lines(open_one("a.jsonl.zst"), 64 << 20, 30000);
    }
}

static void *fill_pipe(void *path)
{
    char *bytes = make_lines(30000);
    put(path, bytes, 30000 * LINE_BYTES);
    free(bytes);
    return NULL;
}

Test(feed, pipes_are_streamed)
{
    static char path[] = "pipe.jsonl";
    pthread_t writer;
    cr_assert_eq(mkfifo(path, 0600), 0);
    cr_assert_eq(pthread_create(&writer, NULL, fill_pipe, path), 0);
    syn_feed *feed = open_one(path);
    cr_assert_eq(syn_feed_total(feed), 0);
    size_t next = 0, skips = 0;
    while (expect_batch(feed, 100000, &next, &skips) > 0)
        ;
    cr_assert_eq(next, 30000);
    cr_assert_eq(syn_feed_done(feed), 30000 * LINE_BYTES);
    syn_feed_close(feed);
    pthread_join(writer, NULL);
}

Test(feed, a_line_may_be_longer_than_a_part)
{
    size_t count = 20 * LINE_BYTES + (3 << 20) + 5 * LINE_BYTES;
    char *bytes = make_lines(count / LINE_BYTES + 1);
    for (size_t i = 20; i < count / LINE_BYTES - 5; i++)
        memset(bytes + (i + 1) * LINE_BYTES - 3, 'x', 3), memset(bytes + (i + 1) * LINE_BYTES, 'y', 20);
    char *packed = malloc(count + 100000);
    put("a.jsonl.zst", packed, ZSTD_compress(packed, count + 100000, bytes, count / LINE_BYTES * LINE_BYTES, 1));
    syn_feed *feed = open_one("a.jsonl.zst");
    size_t total = 0, longest = 0;
    for (size_t got = 1; got > 0;) {
        syn_corpus *batch = NULL;
        cr_assert_eq(syn_feed_next(feed, 3000, &batch, &error), SYN_OK, "%s", error.message);
        total += got = syn_corpus_count(batch);
        for (size_t i = 0; i < got; i++)
            if (syn_corpus_get(batch, i)->text_bytes > longest)
                longest = syn_corpus_get(batch, i)->text_bytes;
        syn_corpus_free(batch);
    }
    cr_assert(total >= 25 && total <= 26, "%zu", total);
    cr_assert_gt(longest, 3 << 20);
    syn_feed_close(feed);
    free(packed);
    free(bytes);
}

Test(feed, a_batch_needs_no_feed)
{
    syn_corpus *batch = NULL;
    put_lines("in/a.jsonl", 3);
    put("in/b.txt", "Words.", 6);
    syn_feed *feed = open_one("in");
    cr_assert_eq(syn_feed_next(feed, 1 << 20, &batch, &error), SYN_OK);
    syn_feed_close(feed);
    cr_assert_eq(remove("in/b.txt"), 0);
    cr_assert_eq(syn_corpus_count(batch), 4);
    cr_assert_str_eq(syn_corpus_get(batch, 2)->id, "in/a.jsonl:3");
    cr_assert_str_eq(syn_corpus_get(batch, 3)->path, "in/b.txt");
    cr_assert_eq(memcmp(syn_corpus_get(batch, 3)->text, "Words.", 6), 0);
    syn_corpus_free(batch);
}

Test(feed, the_last_batch_has_skips_too)
{
    size_t next = 0, skips = 0;
    put("in/a.bin", "a\0b", 3);
    put("in/b.jsonl", "{\"body\":1}\n", 11);
    cr_assert_eq(symlink("nothing", "in/c"), 0);
    syn_feed *feed = open_one("in");
    cr_assert_eq(expect_batch(feed, 1000, &next, &skips), 0);
    cr_assert_eq(skips, 3);
    cr_assert_eq(expect_batch(feed, 1000, &next, &skips), 0);
    cr_assert_eq(skips, 3);
    syn_feed_close(feed);
}

Test(feed, bad_records_before_the_first_good_one_are_listed_with_it)
{
    size_t next = 2000, skips = 0;
    char *lines = make_lines(2001);
    memset(lines, ' ', 2000 * LINE_BYTES);
    for (int i = 0; i < 2000; i++)
        memcpy(lines + i * LINE_BYTES, "{}", 2), lines[(i + 1) * LINE_BYTES - 1] = '\n';
    put("in/a.jsonl", lines, 2001 * LINE_BYTES);
    syn_feed *feed = open_one("in");
    cr_assert_eq(expect_batch(feed, 5000, &next, &skips), 1);
    cr_assert_eq(skips, 2000);
    syn_feed_close(feed);
    put("in/a.jsonl", lines, 2000 * LINE_BYTES);
    feed = open_one("in");
    cr_assert_eq(expect_batch(feed, 5000, &next, &skips), 0);
    cr_assert_eq(skips, 2001);
    syn_feed_close(feed);
    free(lines);
}

static void expect_damage(bool gzip)
{
    const char *path = gzip ? "in/a.gz" : "in/a.zst";
    size_t next = 0, skips = 0, batches = 0;
    syn_corpus *batch = NULL;
    char message[128];
    put_packed(path, 30000, gzip, 8);
    snprintf(message, sizeof message, "%s: the %s stream is cut short (fetch the file again)", path,
             gzip ? "gzip" : "zstd");
    syn_feed *feed = open_one("in");
    cr_assert_eq(expect_batch(feed, 5000, &next, &skips), 0);
    cr_assert_eq(skips, 1);
    syn_feed_close(feed);
    feed = open_one(path);
    while (syn_feed_next(feed, 100000, &batch, &error) == SYN_OK && syn_corpus_count(batch) > 0 && ++batches < 1000) {
        syn_corpus_free(batch);
        batch = NULL;
    }
    cr_assert_null(batch);
    cr_assert_gt(batches, 10);
    cr_assert_str_eq(error.message, message);
    syn_feed_close(feed);
    cr_assert_eq(remove(path), 0);
}

Test(feed, damage_is_an_error_where_it_is_met_and_passes_over_a_whole_file_of_a_folder)
{
    expect_damage(true);
    expect_damage(false);
}

static syn_feed *open_recording(const char *path, size_t expected, syn_corpus **batch)
{
    syn_feed *feed = open_one(path);
    syn_feed_keep_records(feed);
    cr_assert_eq(syn_feed_next(feed, 1 << 20, batch, &error), SYN_OK, "%s", error.message);
    cr_assert_eq(syn_corpus_count(*batch), expected);
    return feed;
}

/** The record stands at its place in the file, and no copy of it is kept. */
static void expect_place(const syn_feed *feed, size_t index, const char *file, const char *record)
{
    syn_record r = syn_feed_record(feed, index);
    cr_assert_null(r.bytes);
    cr_assert_eq(r.count, strlen(record));
    cr_assert_eq(strncmp(file + r.at, record, r.count), 0);
    cr_assert_eq(r.hash, syn_hash(record, r.count));
}

Test(feed, of_lines_on_the_disk_the_place_is_told_when_asked_for)
{
    static const char first_line[] = " {\"id\":\"n\", \"more\":[1,2],\"text\":\"one\"} \r";
    static const char last_line[] = "{\"text\":\"two\"}";
    char lines[128];
    syn_corpus *batch = NULL;
    snprintf(lines, sizeof lines, "\xef\xbb\xbf%s\n\n%s", first_line, last_line);
    put("a.jsonl", lines, strlen(lines));
    syn_feed *feed = open_recording("a.jsonl", 2, &batch);
    expect_place(feed, 0, lines, first_line);
    expect_place(feed, 1, lines, last_line);
    cr_assert_eq(syn_feed_record(feed, 1).form, SYN_RECORD_LINE);
    cr_assert_eq(syn_feed_record(feed, 1).text_hash, syn_hash("two", 3));
    cr_assert_eq(syn_feed_record(feed, 2).form, SYN_RECORD_NONE);
    syn_feed_close(feed);
    syn_corpus_free(batch);
}

Test(feed, of_objects_of_an_array_the_place_is_told)
{
    static const char file[] = "[{\"text\":\n\"one\"} ,\n {\"text\":\"two\"}]";
    syn_corpus *batch = NULL;
    put("a.json", file, strlen(file));
    syn_feed *feed = open_recording("a.json", 2, &batch);
    expect_place(feed, 0, file, "{\"text\":\n\"one\"}");
    expect_place(feed, 1, file, "{\"text\":\"two\"}");
    cr_assert_eq(syn_feed_record(feed, 0).form, SYN_RECORD_VALUE);
    syn_feed_close(feed);
    syn_corpus_free(batch);
}

Test(feed, lines_of_a_packed_file_are_kept_and_texts_are_not)
{
    syn_corpus *batch = NULL;
    char *lines = make_lines(50);
    put_packed("a.jsonl.gz", 50, true, 0);
    put("a.txt", "one two", 7);
    syn_feed *feed = open_recording("a.jsonl.gz", 50, &batch);
    for (size_t i = 0; i < 50; i++) {
        syn_record r = syn_feed_record(feed, i);
        cr_assert_eq(r.count, LINE_BYTES - 1);
        cr_assert_eq(memcmp(r.bytes, lines + i * LINE_BYTES, r.count), 0);
    }
    syn_feed_close(feed);
    syn_corpus_free(batch);
    feed = open_recording("a.txt", 1, &batch);
    cr_assert_eq(syn_feed_record(feed, 0).form, SYN_RECORD_TEXT);
    cr_assert_null(syn_feed_record(feed, 0).bytes);
    cr_assert_eq(syn_feed_record(feed, 0).hash, syn_hash("one two", 7));
    syn_feed_close(feed);
    syn_corpus_free(batch);
    free(lines);
}

Test(feed, batches_that_are_given_back_are_as_good_as_new)
{
    static const uint8_t none[32] = {0};
    size_t next = 0, count = 1;
    put_lines("a.jsonl", 5000);
    syn_feed *feed = open_one("a.jsonl");
    syn_feed_leave_sha256(feed);
    while (count > 0) {
        syn_corpus *batch = NULL;
        cr_assert_eq(syn_feed_next(feed, 60000, &batch, &error), SYN_OK, "%s", error.message);
        count = syn_corpus_count(batch);
        for (size_t i = 0; i < count; i++) {
            const syn_document *d = syn_corpus_get(batch, i);
            cr_assert_eq((size_t)atoi(d->text), next++);
            cr_assert_eq(memcmp(d->sha256, none, 32), 0);
        }
        syn_feed_reuse(feed, batch);
    }
    cr_assert_eq(next, 5000);
    syn_feed_reuse(feed, NULL);
    syn_feed_close(feed);
}

Test(feed, what_cannot_be_opened_is_told_at_once)
{
    const char *path = "absent.txt";
    syn_feed *feed = NULL;
    cr_assert_eq(syn_feed_open(&path, 1, &options, &feed, &error), SYN_IO);
    cr_assert_null(feed);
    cr_assert_str_eq(error.message, "absent.txt: cannot be read: No such file or directory (check the path)");
    syn_feed_close(NULL);
}

static syn_status read_all(size_t *count)
{
    const char *paths[] = {"in", "a.gz"};
    syn_feed *feed = NULL;
    syn_status status = syn_feed_open(paths, 2, &options, &feed, &error);
    *count = 0;
    for (size_t got = 1; status == SYN_OK && got > 0;) {
        syn_corpus *batch = NULL;
        status = syn_feed_next(feed, 300000, &batch, &error);
        got = batch ? syn_corpus_count(batch) : 0;
        *count += got;
        syn_corpus_free(batch);
    }
    syn_feed_close(feed);
    return status;
}

Test(feed, short_memory_is_an_error_without_a_leak)
{
    size_t count;
    put_packed("a.gz", 8000, true, 0);
    put_lines("in/a.jsonl", 5);
    put("in/b.txt", "Words.", 6);
    put("in/c.jsonl", "{}\n{\"text\":\"one\"}\n", 18);
    cr_assert_eq(symlink("nothing", "in/d"), 0);
    for (options.thread_count = 1; options.thread_count < 3; options.thread_count++)
        for (long n = 0; n == 0 || oom_struck(); n += n < 300 ? 1 : 1 + n / 8) {
            oom_after(n);
            const syn_status status = read_all(&count);
            oom_never();
            cr_assert(status == SYN_OK || status == SYN_MEMORY, "%ld: %s", n, error.message);
            cr_assert(status == SYN_OK ? count == 8007 : oom_struck(), "%ld", n);
        }
}
