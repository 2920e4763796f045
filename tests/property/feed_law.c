/** Laws of the feed, on seeded random folders, files and pipes: whatever the size of a batch and the number of
 *  workers, documents come once each and in the order of input with the text, place and line they were written with,
 *  what cannot be read is passed over, and batches joined and settled are what syn_corpus_read gives.
 *
 *      feed_law [seed]
 */
#include "base/buf.h"
#include "base/hash.h"
#include "feed.h"
#include "model/corpus.h"
#include "support/law.h"
#include "syndic/syndic.h"
#include "texts.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

enum { TRIALS = 30, MOST_FILES = 90, MOST_RECORDS = 500000, LONG_BYTES = 700000 };

typedef struct expectation {
    const char *path;
    int64_t record;
    char *id, *text, *line; /* line: the record; NULL for a plain text */
} expectation;

static expectation expected[MOST_RECORDS];
static size_t expected_count, skip_count, file_count;
static char paths[MOST_FILES][32];

/** What this program itself cannot do without. */
static void need(bool held, const char *what)
{
    law_hold(held, what, "%s", strerror(errno));
}

/* Writing */

static void put(const char *path, const char *bytes, size_t count)
{
    FILE *file = law_need(fopen(path, "wb"));
    law_hold(fwrite(bytes, 1, count, file) == count && fclose(file) == 0, "a file can be written", "%s", path);
}

static char *random_text(size_t bytes)
{
    static const char *const words[] = {"mill ", "river ", "caf\xc3\xa9 ", "a ", "bridge ", "the ", "{", "]", ", "};
    syn_buf buf = {0};
    syn_buf_text(&buf, "Words ");
    while (buf.len < bytes)
        syn_buf_text(&buf, words[law_chance(sizeof words / sizeof *words)]);
    syn_buf_text(&buf, "end");
    return law_need(buf.bytes);
}

static expectation *expect(const char *path, int64_t record, char *text)
{
    char made[64];
    snprintf(made, sizeof made, record < 0 ? "%s" : "%s:%lld", path, (long long)record + 1);
    need(expected_count < MOST_RECORDS, "there is room");
    expectation *e = &expected[expected_count++];
    *e = (expectation){.path = path, .record = record, .id = law_need(strdup(made)), .text = text};
    return e;
}

/** One object; its text is expected. */
static void write_object(syn_buf *buf, const char *path, int64_t record, size_t bytes)
{
    static uint32_t number;
    size_t from = buf->len;
    expectation *e = expect(path, record, random_text(bytes));
    syn_buf_format(buf, "{\"text\":\"%s\"", e->text);
    if (law_chance(3) == 0) {
        free(e->id);
        e->id = law_need(malloc(24));
        snprintf(e->id, 24, "n%u", law_chance(4) ? ++number : law_chance(20));
        syn_buf_format(buf, ", \"id\":\"%s\"", e->id);
    }
    syn_buf_text(buf, "}");
    e->line = law_need(strndup(buf->bytes + from, buf->len - from));
}

static void write_lines(syn_buf *buf, const char *path, bool spoiled)
{
    size_t most = law_chance(8) ? 4000 : LONG_BYTES + law_chance(LONG_BYTES);
    size_t line_bytes = law_chance(2) ? 100 : 9000;
    bool long_line = law_chance(8) == 0;
    for (int64_t line = 0; buf->len < most; line++) {
        uint32_t kind = line == 0 ? 9 : law_chance(12);
        if (kind == 0) {
            syn_buf_text(buf, law_chance(2) ? "  " : "");
        } else if (kind == 1 && spoiled) {
            syn_buf_text(buf, law_chance(2) ? "{\"body\":1}" : "{\"text\":");
            skip_count++;
        } else {
            size_t bytes = long_line && law_chance(50) == 0 ? LONG_BYTES : law_chance((uint32_t)line_bytes);
            write_object(buf, path, line, bytes);
        }
        if (buf->len < most || law_chance(2))
            syn_buf_text(buf, "\n");
    }
}

/** An object over two lines. */
static void write_second(syn_buf *buf, const char *path, int64_t record)
{
    static const char object[] = "{\"text\":\n\"second\"}";
    expectation *e = expect(path, record, law_need(strdup("second")));
    e->line = law_need(strdup(object));
    syn_buf_format(buf, " %s\n", object);
}

static void write_values(syn_buf *buf, const char *path)
{
    bool array = law_chance(2);
    uint32_t count = law_between(1, 40);
    size_t bytes = law_chance(3) ? 200 : 40000;
    syn_buf_text(buf, array ? "[\n" : "");
    for (uint32_t i = 0; i < count; i++) {
        syn_buf_text(buf, array && i > 0 ? ",\n" : "\n");
        if (!array)
            syn_buf_text(buf, " ");
        write_object(buf, path, i, law_chance((uint32_t)bytes));
        if (!array && i == 0)
            write_second(buf, path, ++i);
    }
    syn_buf_text(buf, array ? "]\n" : "\n");
}

/** Packs in several members or frames. */
static void pack(syn_buf *buf, bool gzip)
{
    syn_buf out = {0};
    uint32_t members = law_between(1, 3);
    for (uint32_t i = 0; i < members; i++) {
        size_t from = buf->len * i / members, count = buf->len * (i + 1) / members - from;
        size_t most = gzip ? compressBound(count) + 64 : ZSTD_compressBound(count), made;
        char *room = law_need(malloc(most));
        if (gzip) {
            z_stream s = {.next_in = (Bytef *)buf->bytes + from, .avail_in = (uInt)count,
                          .next_out = (Bytef *)room, .avail_out = (uInt)most};
            deflateInit2(&s, 1, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
            need(deflate(&s, Z_FINISH) == Z_STREAM_END, "gzip packs");
            made = s.total_out;
            deflateEnd(&s);
        } else {
            made = ZSTD_compress(room, most, buf->bytes + from, count, 1);
        }
        syn_buf_add(&out, room, made);
        free(room);
    }
    syn_buf_release(buf);
    *buf = out;
}

/** What is no text, or a result: one skip at most. */
static void write_other(syn_buf *buf)
{
    static const struct {
        const char *text;
        size_t count, skips;
    } others[] = {
        {"\x89PNG\r\n", 6, 1},
        {"{\"body\":1}\n{\"body\":2}\n", 22, 1},
        {"{\"schema\":\"syndic-result/1\"}\n", 29, 0},
    };
    uint32_t which = law_chance(3);
    syn_buf_add(buf, others[which].text, others[which].count);
    skip_count += others[which].skips;
}

/** A file of any kind. `folder`: it may be spoiled, for then it is passed over. */
static void make_file(const char *path, bool folder)
{
    syn_buf buf = {0};
    size_t expected_before = expected_count, skips_before = skip_count;
    uint32_t kind = law_chance(8);
    syn_buf_add(&buf, "", 0);
    if (kind == 0 && folder)
        write_other(&buf);
    else if (kind < 3)
        syn_buf_text(&buf, expect(path, -1, random_text(law_chance(law_chance(3) ? 300 : LONG_BYTES)))->text);
    else if (kind == 3)
        write_values(&buf, path);
    else
        write_lines(&buf, path, folder && law_chance(3) == 0);
    uint32_t way = law_chance(3);
    if (way > 0 && buf.len > 20)
        pack(&buf, way == 1);
    if (way > 0 && buf.len > 20 && kind > 0 && folder && law_chance(6) == 0) {
        buf.len -= law_between(1, 9); /* cut short: nothing of it is taken */
        while (expected_count > expected_before) {
            expectation *e = &expected[--expected_count];
            free(e->id), free(e->text), free(e->line);
        }
        skip_count = skips_before + 1;
    }
    put(path, buf.bytes, buf.len);
    syn_buf_release(&buf);
}

/* Comparing */

static void check_document(const syn_document *d, const expectation *e, syn_record record)
{
    law_hold(strcmp(d->path, e->path) == 0 && d->record == e->record, "documents come in the order of input",
             "%s:%lld is not %s:%lld", d->path, (long long)d->record, e->path, (long long)e->record);
    law_hold(strcmp(d->id, e->id) == 0, "ids are as they were written", "%s is not %s", d->id, e->id);
    law_hold(d->text_bytes == strlen(e->text) && memcmp(d->text, e->text, d->text_bytes) == 0,
             "texts are as they were written", "%s", d->id);
    law_hold(e->line ? record.form == SYN_RECORD_LINE || record.form == SYN_RECORD_VALUE : record.form == SYN_RECORD_TEXT,
             "a record is a line, an object or a text", "%s", d->id);
    law_hold(record.text_hash == syn_hash(d->text, d->text_bytes), "a text's hash is told", "%s", d->id);
    bool same = !e->line || !record.bytes ||
                (record.count == strlen(e->line) && memcmp(record.bytes, e->line, record.count) == 0);
    law_hold(same, "records are kept as they were written", "%s", d->id);
}

/** Whether the bytes are the record as it was written, on one line. */
static bool is_line(const expectation *e, const char *bytes, size_t count)
{
    bool same = count == strlen(e->line);
    for (size_t i = 0; i < count && same; i++)
        same = bytes[i] == (e->line[i] == '\n' ? ' ' : e->line[i]);
    return same;
}

/** Every text is read again by its number, from behind, and all records as long stretches of lines. */
static void read_again(syn_texts *texts)
{
    syn_again again = {0};
    syn_error error = {0};
    law_hold(syn_texts_count(texts) == expected_count, "every text is there", "%zu", expected_count);
    for (size_t i = expected_count; i-- > 0;) {
        const expectation *e = &expected[i];
        law_hold(syn_texts_read(texts, i, true, &again, &error) == SYN_OK, "a text is read again", "%s", error.message);
        law_hold(again.text_bytes == strlen(e->text) && memcmp(again.text, e->text, again.text_bytes) == 0,
                 "a text is the same again", "%s", e->id);
        law_hold(strcmp(again.id, e->id) == 0, "an id is the same again", "%s, %s", again.id, e->id);
        law_hold(!e->line || is_line(e, again.record.bytes, again.record.count), "a record is the same again", "%s",
                 e->id);
    }
    for (uint64_t i = 0, taken; i < expected_count; i += taken) {
        size_t room = law_chance(2) ? 1 << 20 : 500;
        law_hold(syn_texts_lines(texts, i, expected_count - i, room, &taken, &again, &error) == SYN_OK,
                 "lines are read again", "%s", error.message);
        const char *at = again.record.bytes, *end = at + again.record.count;
        for (uint64_t k = i; k < i + taken; k++) {
            const char *stop = memchr(at, '\n', (size_t)(end - at));
            law_hold(stop && (!expected[k].line || is_line(&expected[k], at, (size_t)(stop - at))),
                     "lines are the same again", "%s", expected[k].id);
            at = stop + 1;
        }
        law_hold(at == end, "nothing but lines is read", "%s", expected[i].id);
    }
    syn_again_release(&again);
}

static void feed_all(const char *const *from, size_t count, const syn_options *options, size_t bytes)
{
    syn_feed *feed = NULL;
    syn_texts *texts = NULL;
    syn_error error = {0};
    size_t documents = 0, skips = 0;
    bool reuses = law_chance(2);
    law_hold(syn_feed_open(from, count, options, &feed, &error) == SYN_OK, "a feed opens", "%s", error.message);
    need(syn_texts_new(options, ".", law_chance(2) ? 0 : 64 << 20, &texts, &error) == SYN_OK, "there is memory");
    syn_feed_keep_records(feed);
    for (size_t got = 1; got > 0; documents += got) {
        syn_corpus *batch = NULL;
        law_hold(syn_feed_next(feed, bytes, &batch, &error) == SYN_OK, "a batch comes", "%s", error.message);
        got = syn_corpus_count(batch);
        law_hold(documents + got <= expected_count, "no document comes twice", "%zu", documents + got);
        for (size_t i = 0; i < got; i++)
            check_document(syn_corpus_get(batch, i), &expected[documents + i], syn_feed_record(feed, i));
        law_hold(syn_texts_add(texts, feed, batch, &error) == SYN_OK, "texts are kept", "%s", error.message);
        skips += syn_corpus_skip_count(batch);
        if (reuses)
            syn_feed_reuse(feed, batch);
        else
            syn_corpus_free(batch);
    }
    law_hold(documents == expected_count, "every document comes", "%zu of %zu", documents, expected_count);
    law_hold(skips == skip_count, "what is passed over is listed", "%zu of %zu", skips, skip_count);
    unsigned long long done = syn_feed_done(feed), total = syn_feed_total(feed);
    law_hold(total == 0 || done == total, "all bytes were read", "%llu of %llu", done, total);
    syn_feed_close(feed);
    law_hold(syn_texts_close(texts, &error) == SYN_OK, "texts are kept", "%s", error.message);
    read_again(texts);
    syn_texts_free(texts);
}

static void check_same(const syn_corpus *a, const syn_corpus *b)
{
    law_hold(a->count == b->count && a->skip_count == b->skip_count, "a corpus is its batches", "%zu, %zu", a->count,
             b->count);
    for (size_t i = 0; i < a->count; i++) {
        const syn_document *x = &a->documents[i], *y = &b->documents[i];
        law_hold(strcmp(x->id, y->id) == 0 && strcmp(x->path, y->path) == 0 && x->record == y->record &&
                     memcmp(x->sha256, y->sha256, sizeof x->sha256) == 0,
                 "a corpus is its batches", "%s, %s", x->id, y->id);
    }
    for (size_t i = 0; i < a->skip_count; i++)
        law_hold(strcmp(a->skips[i].path, b->skips[i].path) == 0 && strcmp(a->skips[i].why, b->skips[i].why) == 0,
                 "a corpus is its batches", "%s", a->skips[i].path);
}

static void join_all(const char *const *from, size_t count, const syn_options *options, size_t bytes)
{
    syn_corpus *whole = NULL, *joined = NULL;
    syn_feed *feed = NULL;
    if (bytes < 20000 && expected_count > 2000)
        bytes = 20000; /* a part's memory is rounded up: a corpus of many small parts would be large */
    syn_options alone = *options;
    alone.thread_count = 1;
    need(syn_corpus_new(&whole) == SYN_OK && syn_corpus_new(&joined) == SYN_OK, "there is memory");
    need(syn_corpus_read(whole, from, count, &alone, NULL) == SYN_OK, "a corpus is read");
    need(syn_feed_open(from, count, options, &feed, NULL) == SYN_OK, "a feed opens");
    for (size_t before = SIZE_MAX; before != joined->count;) {
        before = joined->count;
        need(syn_feed_fill(feed, bytes, joined, NULL) == SYN_OK, "a batch comes");
    }
    syn_feed_close(feed);
    need(syn_corpus_settle(joined, NULL) == SYN_OK, "batches settle");
    check_same(whole, joined);
    syn_corpus_free(whole);
    syn_corpus_free(joined);
}

static size_t random_size(void)
{
    static const size_t sizes[] = {0, 1, 300, 20000, 100000, 1 << 20, 64 << 20};
    return sizes[law_chance(sizeof sizes / sizeof *sizes)];
}

/* Trials */

static void trial_files(bool folder)
{
    const char *from[MOST_FILES];
    syn_options options;
    syn_options_init(&options);
    file_count = law_between(1, law_chance(3) ? 8 : MOST_FILES);
    for (size_t i = 0; i < file_count; i++) {
        static const char *const endings[] = {"jsonl", "txt", "json.gz", "zst"};
        snprintf(paths[i], sizeof paths[i], "in/%03zu.%s", i, endings[law_chance(4)]);
        make_file(paths[i], folder);
        from[i] = paths[i];
    }
    from[0] = folder ? "in" : from[0];
    for (uint32_t i = 0; i < 2; i++) {
        options.thread_count = law_between(1, 4);
        feed_all(from, folder ? 1 : file_count, &options, random_size());
        options.thread_count = law_between(1, 4);
        join_all(from, folder ? 1 : file_count, &options, random_size());
    }
}

/** The same bytes through a pipe, which comes in gulps. */
static void trial_pipe(void)
{
    const char *from = "-";
    syn_options options;
    syn_options_init(&options);
    options.thread_count = law_between(1, 4);
    make_file("in/pipe", false);
    for (size_t i = 0; i < expected_count; i++) {
        expectation *e = &expected[i];
        bool made = strncmp(e->id, e->path, strlen(e->path)) == 0;
        if (made)
            memmove(e->id + 1, e->id + strlen(e->path), strlen(e->id + strlen(e->path)) + 1), e->id[0] = '-';
        e->path = "-";
    }
    int ends[2];
    need(pipe(ends) == 0, "there is a pipe");
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]), close(ends[1]);
        execlp("cat", "cat", "in/pipe", (char *)NULL);
        _exit(1);
    }
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]), close(ends[1]);
    feed_all(&from, 1, &options, random_size());
    waitpid(child, NULL, 0);
}

static void forget(void)
{
    need(system("rm -rf in") == 0, "files can be removed");
    for (size_t i = 0; i < expected_count; i++)
        free(expected[i].id), free(expected[i].text), free(expected[i].line);
    expected_count = skip_count = 0;
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/syndic-feed-XXXXXX";
    law_seed(argc, argv, 20250901);
    need(mkdtemp(folder) && chdir(folder) == 0, "there is a folder");
    for (law_trial = 0; law_trial < TRIALS; law_trial++) {
        need(mkdir("in", 0700) == 0, "there is a folder");
        if (law_trial % 5 == 4)
            trial_pipe();
        else
            trial_files(law_trial % 2 == 0);
        forget();
    }
    need(chdir("/") == 0 && rmdir(folder) == 0, "folders can be removed");
    return 0;
}
