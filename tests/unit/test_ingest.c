/* Files of every kind become documents, and bad ones become one clear line. */
#include "base/date.h"
#include "ingest/ingest.h"
#include "ingest/jsonl.h"
#include "syndic/syndic.h"

#include <criterion/criterion.h>
#include <inttypes.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

static char folder[64];
static syn_corpus *corpus;
static syn_options options;
static syn_error error;

static void set_up(void)
{
    strcpy(folder, "/tmp/syndic-ingest-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("in", 0700), 0);
    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    options = (syn_options){.min_words = 8, .thread_count = 2, .field_text = "text"};
    error = (syn_error){0};
}

static void tear_down(void)
{
    char command[128];
    syn_corpus_free(corpus);
    corpus = NULL;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    cr_assert_eq(system(command), 0);
}

TestSuite(ingest, .init = set_up, .fini = tear_down);

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

static syn_status take(const char *path)
{
    return syn_corpus_read(corpus, &path, 1, &options, &error);
}

static void expect_taken(const char *path, size_t documents, size_t skips)
{
    cr_assert_eq(take(path), SYN_OK, "%s", error.message);
    cr_assert_eq(syn_corpus_count(corpus), documents);
    cr_assert_eq(syn_corpus_skip_count(corpus), skips);
}

static void expect_refused(const char *path, const char *message)
{
    cr_assert_lt(take(path), 0);
    cr_assert_str_eq(error.message, message);
    cr_assert_eq(syn_corpus_count(corpus), 0);
    cr_assert_eq(syn_corpus_skip_count(corpus), 0);
}

static void expect_skip(size_t index, const char *path, const char *why)
{
    cr_assert_str_eq(syn_corpus_skip_get(corpus, index)->path, path);
    cr_assert_str_eq(syn_corpus_skip_get(corpus, index)->why, why);
}

static const syn_document *doc(size_t index)
{
    return syn_corpus_get(corpus, index);
}

static void expect_text(size_t index, const char *text, size_t count)
{
    cr_assert_eq(doc(index)->text_bytes, count);
    cr_assert_eq(memcmp(doc(index)->text, text, count), 0);
}

Test(ingest, plain_text_is_the_file_byte_for_byte)
{
    put_text("in/a.txt", "\xef\xbb\xbfThe mill closed.\r\n");
    expect_taken("in/a.txt", 1, 0);
    expect_text(0, "\xef\xbb\xbfThe mill closed.\r\n", 21);
    cr_assert_str_eq(doc(0)->id, "in/a.txt");
    cr_assert_str_eq(doc(0)->path, "in/a.txt");
    cr_assert_eq(doc(0)->record, -1);
    cr_assert_null(doc(0)->title);
    cr_assert_eq(doc(0)->date.precision, SYN_DATE_NONE);
}

/** A fresh corpus of one file. */
static const syn_document *take_alone(const char *path, const char *text)
{
    put_text(path, text);
    syn_corpus_free(corpus);
    corpus = NULL;
    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    expect_taken(path, 1, 0);
    return doc(0);
}

/** `value` of NULL: the text says nothing of its date. */
static void expect_dated(const char *text, const char *value, const char *from)
{
    const syn_document *document = take_alone("in/a.txt", text);
    char found[32];
    syn_date_write(&document->date, found);
    cr_assert_str_eq(found, value ? value : "", "%s is dated \"%s\"", text, found);
    if (value)
        cr_assert_str_eq(document->date.from, from, "%s", text);
    else
        cr_assert_null(document->date.from);
}

#define LONG_PARAGRAPH                                                                                             \
    "The mill that had ground rye for the villages along the brook since before anybody kept a list closed its " \
    "doors on a Monday without a word to the farmers.\n"

Test(ingest, first_line_dates_a_plain_text)
{
    expect_dated("date 2017-04-04 Mill closes", "2017-04-04", "head line");
    expect_dated("\n\n   date 2017-04-05\nMill closes", "2017-04-05", "head line");
    expect_dated("date 2017-04-06: Mill closes", "2017-04-06", "head line");
    expect_dated("date 2017-04-07T10:30:00Z Mill closes", "2017-04-07T10:30:00Z", "head line");
    expect_dated("date 2017-04-08", "2017-04-08", "head line");
    expect_dated("date 2 May 2017", "2017-05-02", "head line");
    expect_dated("\xef\xbb\xbf" "date 2017-04-09\r\n", "2017-04-09", "head line");
    expect_dated("date 2017-02-30 Mill closes", NULL, NULL);
    expect_dated("date 2017-04-04th Mill closes", NULL, NULL);
    expect_dated("Mill closes\ndate 2017-04-04", NULL, NULL);
    expect_dated("dates 2017-04-04", NULL, NULL);
    expect_dated("date", NULL, NULL);
    expect_dated("date ", NULL, NULL);
}

Test(ingest, head_line_dates_a_plain_text)
{
    expect_dated("Mill closes\nMay 2, 2024\n\n" LONG_PARAGRAPH, "2024-05-02", "head line");
    expect_dated("Mill closes\r\n\r\nBy Jane Roe\r\n\r\nThursday, May 2, 2024 10:15 a.m. EDT\r\n",
                 "2024-05-02T10:15-04:00", "head line");
    expect_dated("Mill closes\nPublished: 2 May 2024\n", "2024-05-02", "head line");
    expect_dated("Mill closes\n\xc2\xa0" "May\xc2\xa0" "2, 2024 \xc2\xa0\n", "2024-05-02", "head line");
    expect_dated("Mill closes\nPOSTED ON May 2nd, 2024\n", "2024-05-02", "head line");
    expect_dated("Mill closes\nDate: 05/25/2024\n", "2024-05-25", "head line");
    expect_dated("Published: May 2, 2024 | Five minutes\n", "2024-05-02", "head line");
    expect_dated("Published: May 2024\nMill closes", "2024-05", "head line");
    expect_dated("A\n\nB\n\nC\n\nD\n\nE\n\nMay 2, 2024", "2024-05-02", "head line");
    expect_dated("A\nB\nC\nD\nE\nF\nMay 2, 2024", NULL, NULL);
    expect_dated("Mill closes\n" LONG_PARAGRAPH "May 2, 2024\n", NULL, NULL);
    expect_dated(LONG_PARAGRAPH "Published: May 2, 2024\n", NULL, NULL);
    expect_dated("Mill closes\nDate: 05/02/2024\n", NULL, NULL);
    expect_dated("Mill closes\nPublished: 2024\n", NULL, NULL);
    expect_dated("May 2024\nMill closes", NULL, NULL);
    expect_dated("1491314400\n20240502\n2024\n", NULL, NULL);
    expect_dated("By Jane Roe 12:00 AM | April 24, 2024\n", NULL, NULL);
    expect_dated("2031-05-12 Mill closes\n", "2031-05-12", "head line");
    expect_dated("2031-05-12 was a Monday.\n", NULL, NULL);
    expect_dated("Mill closes\n2031-05-12 Mill opens again\n", NULL, NULL);
    expect_dated("2031-02-30 Mill closes\n", NULL, NULL);
    expect_dated("2031-05-12", "2031-05-12", "head line");
}

Test(ingest, two_bare_dates_are_a_calendar)
{
    expect_dated("May 2, 2024\nFair\nMay 9, 2024\nMarket\n", NULL, NULL);
    expect_dated("May 2, 2024\nFair\nMay 2, 2024\nMarket\n", "2024-05-02", "head line");
    expect_dated("May 2, 2024\nFair\nPublished May 9, 2024\n", "2024-05-09", "head line");
}

Test(ingest, the_date_of_a_change_is_a_bound)
{
    expect_dated("Mill closes\nUpdated: May 3, 2024\n", "2024-05-03", "head line");
    cr_assert(doc(0)->date.bound);
    expect_dated("Mill closes\nUpdated: May 3, 2024\nPublished: May 2, 2024\n", "2024-05-02", "head line");
    cr_assert_not(doc(0)->date.bound);
}

Test(ingest, dateline_with_a_year_dates_a_text)
{
    expect_dated("NEW YORK, May 2, 2024 (AP) — The mill closed.", "2024-05-02", "dateline");
    expect_dated("Mill closes\n\nLONDON, 2 May 2024 - The mill closed.", "2024-05-02", "dateline");
    expect_dated("SAN DIEGO, Calif., May 2, 2024 /Newswire/ -- The mill closed.", "2024-05-02", "dateline");
    expect_dated("WASHINGTON, D.C. — May 2, 2024 — The mill closed.", "2024-05-02", "dateline");
    expect_dated("HONOLULU, April 6, 2007 (AP) _ The mill closed.", "2007-04-06", "dateline");
    expect_dated("МОСКВА, 2 мая 2024 г. — Мельница.", "2024-05-02", "dateline");
    expect_dated("A\n\nB\n\nLONDON, 2 May 2024 - The mill closed.", "2024-05-02", "dateline");
    expect_dated("A\n\nB\n\nC\n\nLONDON, 2 May 2024 - The mill closed.", NULL, NULL);
    expect_dated("NEW YORK, May 2 (AP) — The mill closed in 2024 — at last.", NULL, NULL);
    expect_dated("NEW YORK (AP) — The mill closed.", NULL, NULL);
    expect_dated("LONDON, May 2024 - The mill closed.", NULL, NULL);
    expect_dated("LONDON, 2 May 2024 was cold.", NULL, NULL);
    expect_dated("LONDON, 30 February 2024 - The mill closed.", NULL, NULL);
    expect_dated("On Thursday, May 2, 2024 — the last day — the mill closed.", NULL, NULL);
    expect_dated("ON THURSDAY, MAY 2, 2024 — THE LAST DAY — THE MILL CLOSED.", NULL, NULL);
    expect_dated("The mill closed on May 2, 2024.", NULL, NULL);
}

Test(ingest, looks_for_a_date_in_the_head_only)
{
    char text[4096];
    memset(text, '\n', sizeof text);
    memcpy(text + sizeof text - 20, "May 2, 2024\n", 12);
    text[sizeof text - 1] = '\0';
    expect_dated(text, NULL, NULL);
}

Test(ingest, empty_file_is_a_document_without_words)
{
    put_text("in/a.txt", "");
    expect_taken("in", 1, 0);
    cr_assert_eq(doc(0)->text_bytes, 0);
    cr_assert_not_null(doc(0)->text);
}

Test(ingest, empty_folder_gives_nothing)
{
    expect_taken("in", 0, 0);
}

Test(ingest, jsonl_fields_are_read)
{
    put_text("in/a.jsonl",
             "{\"id\":\"n1\",\"text\":\"The mill closed.\",\"title\":\"Mill\",\"outlet\":\"Post\","
             "\"source\":\"wire\",\"date\":\"2019-05-06T07:08:09Z\",\"url\":\"http://example.org/1\"}\n"
             "{\"id\":42,\"text\":\"It stood empty.\",\"source\":\"wire\",\"date\":\"last week\","
             "\"title\":\"\"}\n");
    expect_taken("in/a.jsonl", 2, 0);
    cr_assert_str_eq(doc(0)->id, "42");
    cr_assert_str_eq(doc(0)->outlet, "wire");
    cr_assert_null(doc(0)->title);
    cr_assert_null(doc(0)->url);
    cr_assert_eq(doc(0)->date.precision, SYN_DATE_NONE);
    cr_assert_str_eq(doc(1)->id, "n1");
    cr_assert_str_eq(doc(1)->path, "in/a.jsonl");
    cr_assert_str_eq(doc(1)->title, "Mill");
    cr_assert_str_eq(doc(1)->outlet, "Post");
    cr_assert_str_eq(doc(1)->url, "http://example.org/1");
    cr_assert_eq(doc(1)->date.year, 2019);
    cr_assert_str_eq(doc(1)->date.from, "date field");
    expect_text(1, "The mill closed.", 16);
}

static void expect_record(const char *fields, const char *value, const char *from, bool bound)
{
    char line[1024], found[32];
    snprintf(line, sizeof line, "{\"text\":\"The mill closed.\",%s}", fields);
    const syn_document *document = take_alone("in/a.jsonl", line);
    syn_date_write(&document->date, found);
    cr_assert_str_eq(found, value ? value : "", "%s is dated \"%s\"", fields, found);
    if (value)
        cr_assert_str_eq(document->date.from, from, "%s", fields);
    cr_assert_eq(document->date.bound, bound, "%s", fields);
}

Test(ingest, fields_of_many_names_date_a_record)
{
    static const char *const published[] = {
        "date", "published", "published_at", "publication_date", "pubDate", "pub_date",
        "datePublished", "date_published", "timestamp", "created", "first",
    };
    static const char *const crawled[] = {
        "crawl_date", "crawled", "crawled_at", "fetched", "fetched_at", "retrieved", "warc_date", "date_crawled",
    };
    static const char *const changed[] = {"modified", "updated"};
    char fields[128];
    for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
        snprintf(fields, sizeof fields, "\"%s\":\"May 2, 2024\"", published[i]);
        expect_record(fields, "2024-05-02", "date field", false);
    }
    for (size_t i = 0; i < sizeof crawled / sizeof *crawled; i++) {
        snprintf(fields, sizeof fields, "\"%s\":\"2024-05-02\"", crawled[i]);
        expect_record(fields, "2024-05-02", "crawl field", true);
    }
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
        snprintf(fields, sizeof fields, "\"%s\":\"2024-05-02\"", changed[i]);
        expect_record(fields, "2024-05-02", "modified field", true);
    }
}

Test(ingest, the_better_field_dates_a_record)
{
    expect_record("\"crawled\":\"2024-05-09\",\"created\":\"2024-05-03\",\"pubDate\":\"2024-05-02\"", "2024-05-02",
                  "date field", false);
    expect_record("\"crawled\":\"2024-05-09\",\"updated\":\"2024-05-03\"", "2024-05-03", "modified field", true);
    expect_record("\"date\":null,\"published\":\"\",\"timestamp\":1491314400", "2017-04-04T14:00:00Z", "date field",
                  false);
    expect_record("\"date\":1491314400123", "2017-04-04T14:00:00Z", "date field", false);
    expect_record("\"date\":1491314400.5", "2017-04-04T14:00:00Z", "date field", false);
    expect_record("\"date\":20170404", "2017-04-04", "date field", false);
    expect_record("\"date\":\"  2017-04-04\\n\"", "2017-04-04", "date field", false);
    expect_record("\"Date\":\"2017-04-04\",\"dates\":\"2017-04-04\"", NULL, NULL, false);
    expect_record("\"created\":true", NULL, NULL, false);
    cr_assert_null(doc(0)->date_unread);
}

Test(ingest, a_date_that_cannot_be_read_is_kept_as_written)
{
    expect_record("\"date\":\"last week\"", NULL, NULL, false);
    cr_assert_str_eq(doc(0)->date_unread, "last week");
    expect_record("\"date\":\"05/02/2024\",\"created\":\"2024-05-02\"", "2024-05-02", "date field", false);
    cr_assert_null(doc(0)->date_unread);
    expect_record("\"date\":\"2024-02-30\",\"crawled\":\"2024-05-02\"", "2024-05-02", "crawl field", true);
    cr_assert_str_eq(doc(0)->date_unread, "2024-02-30");
    expect_record("\"date\":7", NULL, NULL, false);
    cr_assert_str_eq(doc(0)->date_unread, "7");
    expect_record("\"date\":-1e300", NULL, NULL, false);
    expect_record("\"date\":[2024,5,2]", NULL, NULL, false);
    cr_assert_not_null(doc(0)->date_unread);
    expect_record("\"first\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\xc3\xa9 and more\"", NULL,
                  NULL, false);
    cr_assert_eq(strlen(doc(0)->date_unread), 63);
    options.strict = true;
    expect_record("\"date\":\"last week\"", NULL, NULL, false);
}

Test(ingest, the_head_dates_a_record_whose_fields_say_nothing)
{
    const syn_document *d = take_alone("in/a.jsonl", "{\"text\":\"Mill closes\\nMay 2, 2024\\n\"}");
    cr_assert(d->date.day == 2 && strcmp(d->date.from, "head line") == 0);
    d = take_alone("in/a.jsonl", "{\"text\":\"LONDON, 2 May 2024 - The mill closed.\",\"crawled\":\"2024-05-09\"}");
    cr_assert(d->date.day == 2 && strcmp(d->date.from, "dateline") == 0 && !d->date.bound);
    d = take_alone("in/a.jsonl", "{\"text\":\"LONDON, 2 May 2024 - The mill closed.\",\"date\":\"2024-05-03\"}");
    cr_assert(d->date.day == 3 && strcmp(d->date.from, "date field") == 0);
    d = take_alone("in/a.jsonl", "{\"text\":\"LONDON, 2 May 2024 - The mill closed.\",\"crawled\":\"2024-04-30\"}");
    cr_assert(d->date.day == 30 && d->date.bound, "published before it was crawled");
}

Test(ingest, byline_and_canonical_address_are_read)
{
    const syn_document *d = take_alone(
        "in/a.jsonl", "{\"text\":\"one\",\"author\":\"A. Roe\",\"canonical\":\"http://example.org/1\"}");
    cr_assert_str_eq(d->byline, "A. Roe");
    cr_assert_str_eq(d->canonical, "http://example.org/1");
    d = take_alone("in/a.jsonl",
                   "{\"text\":\"one\",\"authors\":[\"A. Roe\",null,\"\",{\"name\":\"B. Roe\"},7],\"author\":\"\","
                   "\"canonical_url\":\"http://example.org/2\",\"canonical\":null}");
    cr_assert_str_eq(d->byline, "A. Roe, B. Roe");
    cr_assert_str_eq(d->canonical, "http://example.org/2");
    d = take_alone("in/a.jsonl", "{\"text\":\"one\",\"byline\":\"By C. Roe\",\"author\":\"A. Roe\"}");
    cr_assert_str_eq(d->byline, "By C. Roe");
    d = take_alone("in/a.jsonl", "{\"text\":\"one\",\"authors\":[],\"byline\":{}}");
    cr_assert_null(d->byline);
    cr_assert_null(d->canonical);
}

Test(ingest, records_count_every_line_of_the_file)
{
    put_text("in/a.jsonl",
             "\n{\"text\":\"one\"}\n  \r\n{\"text\":\"two\"}\r\n{\"text\":\"three\",\"id\":\"\"}");
    expect_taken("in/a.jsonl", 3, 0);
    cr_assert_str_eq(doc(0)->id, "in/a.jsonl:2");
    cr_assert_eq(doc(0)->record, 1);
    cr_assert_str_eq(doc(1)->id, "in/a.jsonl:4");
    cr_assert_eq(doc(1)->record, 3);
    cr_assert_str_eq(doc(2)->id, "in/a.jsonl:5");
}

Test(ingest, escapes_are_decoded_and_lone_surrogates_replaced)
{
    put_text("in/a.jsonl", "{\"id\":\"1\",\"text\":\"a\\u0000b\\n\\u00e9\\ud83d\\ude00\"}\n"
                           "{\"id\":\"2\",\"text\":\"x\\ud800y\"}\n"
                           "{\"id\":\"3\",\"text\":\"x\\udc00\"}\n"
                           "{\"id\":\"4\",\"text\":\"x\\ud800\"}\n"
                           "{\"id\":\"5\",\"text\":\"\\ud800\\u0041\\ud800\\ud83d\\ude00\"}\n");
    expect_taken("in/a.jsonl", 5, 0);
    expect_text(0, "a\0b\n\xc3\xa9\xf0\x9f\x98\x80", 10);
    expect_text(1, "x\xef\xbf\xbdy", 5);
    expect_text(2, "x\xef\xbf\xbd", 4);
    expect_text(3, "x\xef\xbf\xbd", 4);
    expect_text(4, "\xef\xbf\xbd" "A\xef\xbf\xbd\xf0\x9f\x98\x80", 11);
}

Test(ingest, broken_utf8_is_counted_and_kept)
{
    put_text("in/a.txt", "caf\xe9 and \xe2\x82 end");
    put_text("in/b.jsonl", "{\"id\":\"z\",\"text\":\"caf\xe9\"}\n");
    expect_taken("in", 2, 0);
    cr_assert_eq(doc(0)->replaced_count, 2);
    expect_text(0, "caf\xe9 and \xe2\x82 end", 15);
    cr_assert_eq(doc(1)->replaced_count, 1);
}

Test(ingest, another_field_may_hold_the_text)
{
    put_text("in/a.jsonl", "{\"text\":\"not this\",\"body\":\"this\"}\n");
    options.field_text = "body";
    expect_taken("in/a.jsonl", 1, 0);
    expect_text(0, "this", 4);
}

Test(ingest, same_ids_get_a_mark)
{
    put_text("in/a.jsonl", "{\"id\":\"n\",\"text\":\"one\"}\n{\"id\":\"n\",\"text\":\"two\"}\n");
    expect_taken("in/a.jsonl", 2, 0);
    cr_assert_str_eq(doc(0)->id, "n");
    cr_assert_eq(strncmp(doc(1)->id, "n#", 2), 0);
    cr_assert_eq(strlen(doc(1)->id), 10);
}

Test(ingest, json_over_lines_and_arrays_are_records_too)
{
    put_text("in/a.json", "{\n \"text\": \"one\"\n}\n{\n \"text\": \"two\"\n}\n");
    put_text("in/b.json", "[\n {\"text\": \"three\"},\n {\"text\": \"four\", \"id\": \"f\"}\n]\n");
    put_text("in/c.json", "[]");
    expect_taken("in", 4, 0);
    cr_assert_str_eq(doc(0)->id, "f");
    cr_assert_eq(doc(0)->record, 1);
    cr_assert_str_eq(doc(1)->id, "in/a.json:1");
    cr_assert_str_eq(doc(2)->id, "in/a.json:2");
    expect_text(2, "two", 3);
    cr_assert_str_eq(doc(3)->id, "in/b.json:1");
}

static void expect_format(const char *text, bool expected, syn_format format)
{
    syn_format told = SYN_FORMAT_PLAIN;
    cr_assert_eq(syn_jsonl_tell(text, strlen(text), expected, &told), SYN_OK);
    cr_assert_eq(told, format, "%s", text);
}

Test(ingest, json_is_told_by_content)
{
    expect_format("{\"a\":1}\n", false, SYN_FORMAT_LINES);
    expect_format("\n {\"a\":1}\nbad", false, SYN_FORMAT_LINES);
    expect_format("{\n\"a\":1}", false, SYN_FORMAT_VALUES);
    expect_format("[{\"a\":1}]", false, SYN_FORMAT_VALUES);
    expect_format("{curly} start", false, SYN_FORMAT_PLAIN);
    expect_format("[1] A note", false, SYN_FORMAT_PLAIN);
    expect_format("[1, 2]", true, SYN_FORMAT_VALUES);
    expect_format("{\"a\":", false, SYN_FORMAT_PLAIN);
    expect_format("{\"a\":", true, SYN_FORMAT_LINES);
    expect_format("Words", true, SYN_FORMAT_PLAIN);
    expect_format("", false, SYN_FORMAT_PLAIN);
    expect_format(" \n", true, SYN_FORMAT_LINES);
}

/** What is told for sure of the first bytes is true of all. */
Test(ingest, json_is_told_by_its_first_bytes)
{
    static const char *const texts[] = {
        "{\"a\":1}\n", "\n {\"a\":1}\nbad", "{\n\"a\":1}", "{\"a\":1}{\"a\":2}\n", "[{\"a\":1}]", "{curly} start",
        "[1] A note", "[1, 2]", "{\"a\":", "{\"a\":\n\n1\n}\n{\"a\":1}", "Words", " \n",
        "\xef\xbb\xbf{\"a\":1}\n{", "[ {\"a\":\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int expected = 0; expected < 2; expected++) {
            syn_format whole, told;
            size_t all = strlen(texts[i]), sure_from = all;
            cr_assert_eq(syn_jsonl_tell(texts[i], all, expected, &whole), SYN_OK);
            for (size_t count = all; count >= 3 && count <= all; count--) {
                bool sure = false;
                cr_assert_eq(syn_jsonl_tell_start(texts[i], count, expected, &sure, &told), SYN_OK);
                cr_assert(!sure || told == whole, "%.*s", (int)count, texts[i]);
                sure_from = sure ? count : sure_from;
            }
            cr_assert(i != 1 || sure_from == 10, "%zu", sure_from);
        }
}

Test(ingest, bad_lines_of_a_named_file_are_errors)
{
    put_text("a.jsonl", "{\"text\":\"one\"}\n\n{\"body\":\"two\"}\n");
    expect_refused("a.jsonl", "a.jsonl:3: field \"text\" is missing (use --fields text=NAME)");
    put_text("a.jsonl", "{\"text\":\"one\"}\n{\"text\":null}\n");
    expect_refused("a.jsonl", "a.jsonl:2: field \"text\" is not a string (use --fields text=NAME)");
    put_text("a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"tw\n");
    expect_refused("a.jsonl",
                   "a.jsonl:2: broken JSON at byte 12: it ends too soon (mend or remove the line)");
    put_text("a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"} {}\n");
    expect_refused("a.jsonl",
                   "a.jsonl:2: broken JSON at byte 16: something follows the object (mend or remove the line)");
    put_text("a.jsonl", "{\"text\":\"one\"}\n[1]\n");
    expect_refused("a.jsonl", "a.jsonl:2: not a JSON object (a record is one object with a text)");
    put_text("a.jsonl", "{\"text\":\n");
    expect_refused("a.jsonl",
                   "a.jsonl:1: broken JSON at byte 9: it ends too soon (mend or remove the line)");
}

Test(ingest, breaches_of_an_array_are_errors)
{
    put_text("a.json", "[{\"text\":\"one\"}\n {\"text\":\"two\"}]");
    expect_refused("a.json", "a.json:2: broken JSON: a comma is missing (mend the file)");
    put_text("a.json", "[{\"text\":\"one\"},\n");
    expect_refused("a.json", "a.json:2: broken JSON: the array does not end (mend the file)");
    put_text("a.json", "[{\"text\":\"one\"}\n]\nmore");
    expect_refused("a.json", "a.json:3: something follows the array (mend the file)");
    put_text("a.json", "[{\"text\":\"one\"},\n 7]");
    expect_refused("a.json", "a.json:2: not a JSON object (a record is one object with a text)");
}

Test(ingest, bad_lines_in_a_folder_are_listed)
{
    put_text("in/a.jsonl", "{\"text\":\"one\"}\n{\"body\":\"two\"}\n{\"text\":\"three\"}\n{\"text\":\n");
    put_text("in/truth.json", "{\n \"spans\": []\n}\n");
    put_text("in/z.jsonl", "{\"body\":\"one\"}\n{\"body\":\"two\"}\n");
    expect_taken("in", 2, 4);
    expect_skip(0, "in/a.jsonl:2", "field \"text\" is missing");
    expect_skip(1, "in/a.jsonl:4", "broken JSON at byte 9: it ends too soon");
    expect_skip(2, "in/truth.json", "no record with a field \"text\"");
    expect_skip(3, "in/z.jsonl", "no record with a field \"text\"");
    cr_assert_eq(doc(1)->record, 2);
}

Test(ingest, strict_makes_them_errors)
{
    put_text("in/a.jsonl", "{\"text\":\"one\"}\n{\"body\":\"two\"}\n");
    options.strict = true;
    expect_refused("in", "in/a.jsonl:2: field \"text\" is missing (use --fields text=NAME)");
}

Test(ingest, what_is_no_text_is_passed_over_in_a_folder)
{
    put("in/a.bin", "abc\0def", 7);
    put("in/b.png", "\x89PNG\r\n\x1a\n", 8);
    put("in/c.txt", "\xff\xfeH\0i\0", 6);
    put("in/d.gz", "\x1f\x8b\x08\0", 4);
    put_text("in/e.txt", "Words.");
    expect_taken("in", 1, 4);
    expect_skip(0, "in/a.bin", "not a text: it holds NUL bytes (leave it out)");
    expect_skip(1, "in/b.png", "a PNG image, not a text (leave it out)");
    expect_skip(2, "in/c.txt", "UTF-16, which is not read (turn it into UTF-8: iconv -f UTF-16 -t UTF-8)");
    expect_skip(3, "in/d.gz", "the gzip stream is cut short (fetch the file again)");
}

Test(ingest, what_is_no_text_is_an_error_when_named)
{
    put("a.bin", "abc\0def", 7);
    expect_refused("a.bin", "a.bin: not a text: it holds NUL bytes (leave it out)");
    cr_assert_eq(error.status, SYN_INPUT);
    cr_assert_eq(take("absent.txt"), SYN_IO);
    cr_assert_eq(strncmp(error.message, "absent.txt: ", 12), 0);
}

Test(ingest, strict_says_what_to_do_about_a_link_to_nothing)
{
    cr_assert_eq(symlink("nothing", "in/a.txt"), 0);
    options.strict = true;
    cr_assert_eq(take("in"), SYN_IO);
    cr_assert_str_eq(error.message, "in/a.txt: is a symbolic link to nothing (mend it, or leave it out)");
}

Test(ingest, results_in_a_folder_are_no_articles)
{
    put_text("in/a.txt", "Words.");
    put_text("in/r.json", "{\"schema\":\"syndic-result/1\",\n\"tool\":{}}\n");
    put_text("in/s.json", " {\n \"schema\" : \"syndic-result/2\" }");
    put_text("in/t.json", "{\"schema\":\"other/1\",\"text\":\"Words.\"}\n");
    options.strict = true;
    expect_refused("in/r.json", "in/r.json: is a result of syndic, not a text (leave it out)");
    expect_taken("in", 2, 0);
}

Test(ingest, an_id_that_cannot_be_kept_is_refused)
{
    put_text("a.jsonl", "{\"id\":18446744073709551614,\"text\":\"one\"}\n{\"id\":1.50,\"text\":\"one\"}\n"
                        "{\"id\":18446744073709551616,\"text\":\"two\"}\n");
    expect_refused("a.jsonl", "a.jsonl:3: field \"id\" is a number too large to keep (write it as a string)");
    put_text("b.jsonl", "{\"id\":-99999999999999999999,\"text\":\"one\"}\n");
    expect_refused("b.jsonl", "b.jsonl:1: field \"id\" is a number too large to keep (write it as a string)");
    put_text("c.jsonl", "{\"id\":\"a\\u0000b\",\"text\":\"one\"}\n");
    expect_refused("c.jsonl", "c.jsonl:1: field \"id\" holds a NUL character (write the id without it)");
    put_text("d.jsonl", "{\"id\":18446744073709551614,\"text\":\"one\"}\n{\"id\":1.50,\"text\":\"one\"}\n");
    expect_taken("d.jsonl", 2, 0);
    cr_assert_str_eq(doc(0)->id, "1.50");
    cr_assert_str_eq(doc(1)->id, "18446744073709551614");
}

Test(ingest, ids_of_names_that_are_not_utf8_differ)
{
    put_text("in/a\xe9.txt", "one");
    put_text("in/a\xe8.txt", "two");
    put_text("in/b\xc3\xa9.txt", "three");
    put_text("in/c\xe2\x82.jsonl", "{\"text\":\"four\"}\n");
    expect_taken("in", 4, 0);
    cr_assert_str_eq(doc(0)->id, "in/a%E8.txt");
    cr_assert_str_eq(doc(1)->id, "in/a%E9.txt");
    cr_assert_str_eq(doc(1)->path, "in/a\xe9.txt");
    cr_assert_str_eq(doc(2)->id, "in/b\xc3\xa9.txt");
    cr_assert_str_eq(doc(3)->id, "in/c%E2%82.jsonl:1");
}

Test(ingest, a_file_met_under_several_names_is_read_once)
{
    const char *forth[] = {"in/b.txt", "./in/a.txt", "in", "in/a.txt", "in/a.txt"};
    const char *back[] = {"in/a.txt", "in/a.txt", "in", "./in/a.txt", "in/b.txt"};
    put_text("in/a.txt", "one");
    put_text("in/b.txt", "one");
    cr_assert_eq(symlink("b.txt", "in/z.txt"), 0);
    for (int i = 0; i < 2; i++) {
        cr_assert_eq(syn_corpus_read(corpus, i ? back : forth, 5, &options, &error), SYN_OK, "%s", error.message);
        cr_assert_eq(syn_corpus_count(corpus), 2);
        cr_assert_str_eq(doc(0)->id, "./in/a.txt");
        cr_assert_str_eq(doc(1)->id, "in/b.txt");
        syn_corpus_free(corpus);
        cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    }
}

Test(ingest, a_failed_read_leaves_the_corpus_as_it_was)
{
    put_text("in/a.txt", "Words.");
    expect_taken("in", 1, 0);
    const char *paths[] = {"in/a.txt", "absent.txt"};
    cr_assert_eq(syn_corpus_read(corpus, paths, 2, &options, &error), SYN_IO);
    cr_assert_eq(syn_corpus_count(corpus), 1);
}

Test(ingest, packed_jsonl_is_read_by_content)
{
    static const char text[] = "{\"id\":\"n\",\"text\":\"The mill closed.\"}\n";
    char packed[256];
    put("in/a.dat", packed, ZSTD_compress(packed, sizeof packed, text, sizeof text - 1, 3));
    expect_taken("in/a.dat", 1, 0);
    cr_assert_str_eq(doc(0)->id, "n");
    expect_text(0, "The mill closed.", 16);
}

Test(ingest, standard_input_is_a_path)
{
    put_text("input", "{\"text\":\"one\"}\n");
    cr_assert_not_null(freopen("input", "rb", stdin));
    expect_taken("-", 1, 0);
    cr_assert_str_eq(doc(0)->id, "-:1");
    cr_assert_str_eq(doc(0)->path, "-");
}

/* More than two parts of JSONL, a line longer than a part among them, and blank lines throughout. */
static void put_long_jsonl(const char *path)
{
    FILE *file = fopen(path, "wb");
    char *body = malloc(5u << 20);
    memset(body, 'w', 5u << 20);
    for (int i = 0; i < 5000; i++) {
        int bytes = i == 2500 ? (5 << 20) - 1 : 2000 + i % 97;
        fprintf(file, "{\"text\":\"%d %.*s\"}\n%s", i, bytes, body, i % 5 == 0 ? "\n" : "");
    }
    fclose(file);
    free(body);
}

static void expect_same(const syn_corpus *a, const syn_corpus *b)
{
    cr_assert_eq(syn_corpus_count(a), syn_corpus_count(b));
    for (size_t i = 0; i < syn_corpus_count(a); i++) {
        const syn_document *x = syn_corpus_get(a, i), *y = syn_corpus_get(b, i);
        cr_assert_str_eq(x->id, y->id);
        cr_assert_str_eq(x->path, y->path);
        cr_assert_eq(x->record, y->record);
        cr_assert_eq(memcmp(x->sha256, y->sha256, sizeof x->sha256), 0);
        cr_assert_eq(x->text_bytes, y->text_bytes);
    }
    cr_assert_eq(syn_corpus_skip_count(a), syn_corpus_skip_count(b));
    for (size_t i = 0; i < syn_corpus_skip_count(a); i++)
        cr_assert_str_eq(syn_corpus_skip_get(a, i)->path, syn_corpus_skip_get(b, i)->path);
}

Test(ingest, parts_of_a_long_file_join_in_order)
{
    put_long_jsonl("long.jsonl");
    expect_taken("long.jsonl", 5000, 0);
    char start[32];
    for (size_t i = 0; i < 5000; i++) {
        int number = atoi(doc(i)->text);
        snprintf(start, sizeof start, "long.jsonl:%d", number + 1 + (number + 4) / 5);
        cr_assert_str_eq(doc(i)->id, start);
        cr_assert_eq(doc(i)->record, number + (number + 4) / 5);
    }
}

Test(ingest, neither_threads_nor_order_of_paths_change_anything)
{
    static const uint32_t threads[] = {1, 2, 8};
    const char *forth[] = {"long.jsonl", "in", "same.jsonl"}, *back[] = {"same.jsonl", "in", "long.jsonl"};
    char name[32];
    put_long_jsonl("long.jsonl");
    put_text("same.jsonl", "{\"id\":\"long.jsonl:1\",\"text\":\"one\"}\n"
                           "{\"id\":\"in/5.txt\",\"text\":\"two\"}\n");
    for (int i = 0; i < 150; i++) {
        snprintf(name, sizeof name, "in/%d.txt", i);
        put(name, i % 7 ? "Words." : "\0\0", i % 7 ? 6 : 2);
    }
    cr_assert_eq(syn_corpus_read(corpus, forth, 3, &options, &error), SYN_OK, "%s", error.message);
    for (size_t i = 0; i < 3; i++) {
        syn_corpus *other = NULL;
        cr_assert_eq(syn_corpus_new(&other), SYN_OK);
        options.thread_count = threads[i];
        cr_assert_eq(syn_corpus_read(other, i % 2 ? forth : back, 3, &options, &error), SYN_OK);
        expect_same(corpus, other);
        syn_corpus_free(other);
    }
}
Test(ingest, file_times_are_bounds_when_asked_for)
{
    put_text("in/a.txt", "The mill closed.");
    put_text("in/b.txt", "date 2017-04-04 Mill closes");
    cr_assert_eq(utimensat(AT_FDCWD, "in/a.txt", (struct timespec[]){{.tv_sec = 1491314400}, {.tv_sec = 1491314400}}, 0), 0);
    expect_taken("in", 2, 0);
    cr_assert_eq(doc(0)->date.precision, SYN_DATE_NONE);
    syn_corpus_free(corpus);
    corpus = NULL;
    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    options.read_file_times = true;
    expect_taken("in", 2, 0);
    char text[32];
    syn_date_write(&doc(0)->date, text);
    cr_assert_str_eq(text, "2017-04-04T14:00:00Z");
    cr_assert(doc(0)->date.bound && strcmp(doc(0)->date.from, "file time") == 0);
    cr_assert(!doc(1)->date.bound && strcmp(doc(1)->date.from, "head line") == 0);
}
