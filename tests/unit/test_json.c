#include "base/buf.h"
#include "report/json.h"
#include "support/made.h"
#include "syndic/report.h"

#include <criterion/criterion.h>
#include <json-c/json.h>
#include <math.h>
#include <stdio.h>

static void fixed_is(double value, unsigned decimals, const char *expected)
{
    syn_buf buf = {0};
    syn_json_fixed(&buf, value, decimals);
    cr_expect_str_eq(buf.bytes, expected);
    syn_buf_release(&buf);
}

Test(json, writes_numbers_short_and_without_exponent)
{
    fixed_is(0, 4, "0");
    fixed_is(1, 4, "1");
    fixed_is(0.875, 4, "0.875");
    fixed_is(2.0 / 3, 4, "0.6667");
    fixed_is(0.00004, 4, "0");
    fixed_is(0.99996, 4, "1");
    fixed_is(0.05, 4, "0.05");
    fixed_is(123.456, 1, "123.5");
    fixed_is(-1.25, 1, "-1.3");
    fixed_is(-0.01, 1, "0");
    fixed_is(1e9, 1, "1000000000");
    fixed_is(NAN, 1, "0");
    fixed_is(INFINITY, 1, "0");
}

/** A sink that keeps everything, fails after `most` bytes, and notes its largest piece. */
typedef struct kept {
    syn_buf buf;
    size_t most, largest, calls;
} kept;

static syn_status keep(void *context, const void *bytes, size_t count)
{
    kept *k = context;
    k->calls++;
    k->largest = count > k->largest ? count : k->largest;
    if (k->buf.len + count > k->most)
        return SYN_IO;
    syn_buf_add(&k->buf, bytes, count);
    return SYN_OK;
}

static syn_status write_json(const made *m, kept *k, syn_error *error)
{
    syn_sink sink = {.write = keep, .context = k};
    if (!k->most)
        k->most = SIZE_MAX;
    return syn_report_json(m->result, &sink, error);
}

static void make_harbour(made *m)
{
    made_open(m);
    made_document(m, &(syn_document){.id = "a \"quoted\" name.txt", .path = "a \"quoted\" name.txt",
                                     .record = -1,
                                     .text = "Grüße! The harbour will close on Monday, the port said.",
                                     .date = {.precision = SYN_DATE_DAY, .year = 2021, .month = 3, .day = 9,
                                              .from = "date field"}});
    made_document(m, &(syn_document){.id = "b", .path = "wire.jsonl", .record = 7, .title = "Tolls\nrise",
                                     .text = "It rained. The harbour will close on Monday, we hear."});
    made_passage(m, SYN_VERBATIM, 7, "The harbour will close on Monday", 2, (uint32_t[]){0, 1});
    made_pair(m, 0, 1);
}

static struct json_object *parse(const kept *k)
{
    enum json_tokener_error error;
    struct json_object *object = json_tokener_parse_verbose(k->buf.bytes, &error);
    cr_assert_eq(error, json_tokener_success);
    return object;
}

static struct json_object *at(struct json_object *object, const char *key)
{
    struct json_object *value = NULL;
    cr_assert(json_object_object_get_ex(object, key, &value), "%s is missing", key);
    return value;
}

Test(json, holds_documents_passages_and_pairs)
{
    made m;
    kept k = {0};
    make_harbour(&m);
    cr_assert_eq(write_json(&m, &k, NULL), SYN_OK);
    struct json_object *result = parse(&k);
    struct json_object *document = json_object_array_get_idx(at(result, "documents"), 0);
    cr_expect_str_eq(json_object_get_string(at(result, "schema")), "syndic-result/1");
    cr_expect_str_eq(json_object_get_string(at(document, "id")), "a \"quoted\" name.txt");
    cr_expect_str_eq(json_object_get_string(at(at(document, "date"), "value")), "2021-03-09");
    cr_expect_null(at(document, "record"));
    document = json_object_array_get_idx(at(result, "documents"), 1);
    cr_expect_eq(json_object_get_int(at(document, "record")), 7);
    cr_expect_str_eq(json_object_get_string(at(document, "title")), "Tolls\nrise");
    cr_expect_null(at(document, "date"));

    struct json_object *passage = json_object_array_get_idx(at(result, "passages"), 0);
    struct json_object *witness = json_object_array_get_idx(at(passage, "witnesses"), 0);
    cr_expect_str_eq(json_object_get_string(at(passage, "text")), "The harbour will close on Monday");
    cr_expect_eq(json_object_get_int(at(witness, "begin")), 9);
    cr_expect_eq(json_object_get_int(at(witness, "cbegin")), 7);
    struct json_object *pair = json_object_array_get_idx(at(result, "pairs"), 0);
    cr_expect_str_eq(json_object_get_string(at(pair, "b")), "b");
    cr_expect_eq(json_object_array_length(at(pair, "matches")), 1);
    cr_expect_eq(json_object_get_int(at(at(result, "summary"), "witnesses")), 2);
    json_object_put(result);
    syn_buf_release(&k.buf);
    made_close(&m);
}

Test(json, writes_descents_with_their_evidence)
{
    made m;
    kept k = {0};
    make_harbour(&m);
    syn_source source = {.name = "b", .seen = true, .document = 1};
    syn_evidence evidence = {.kind = "date", .document = 1, .span = {2, 4, 2, 4}, .says = "a day before"};
    uint32_t passages[] = {0};
    syn_descent descent = {.source = 0, .to = 0, .words = 7, .passage_count = 1, .evidence_count = 1,
                           .direct = false, .level = SYN_WEAK, .confidence = 0.25};
    syn_result_view *view = &m.result->view;
    view->sources = &source;
    view->source_count = 1;
    view->descents = &descent;
    view->descent_count = 1;
    view->descent_passages = passages;
    view->evidence = &evidence;
    view->evidence_count = 1;
    cr_assert_eq(write_json(&m, &k, NULL), SYN_OK);
    cr_expect(strstr(k.buf.bytes, "{\"id\":\"s1\",\"name\":\"b\",\"seen\":true,\"document\":\"b\",\"names\":[]}"));
    cr_expect(strstr(k.buf.bytes,
                     "{\"from\":\"s1\",\"to\":\"a \\\"quoted\\\" name.txt\",\"passages\":[1],\"words\":7,"
                     "\"route\":\"direct or through texts not seen\",\"level\":\"weak\",\"confidence\":0.25,"
                     "\"evidence\":[{\"kind\":\"date\",\"document\":\"b\",\"begin\":2,\"end\":4,\"cbegin\":2,\"cend\":4,"
                     "\"says\":\"a day before\"}]}"));
    view->sources = NULL;
    view->descents = NULL;
    view->descent_passages = NULL;
    view->evidence = NULL;
    syn_buf_release(&k.buf);
    made_close(&m);
}

Test(json, of_nothing_is_whole)
{
    made m;
    kept k = {0};
    made_open(&m);
    cr_assert_eq(write_json(&m, &k, NULL), SYN_OK);
    struct json_object *result = parse(&k);
    cr_expect_eq(json_object_array_length(at(result, "documents")), 0);
    json_object_put(result);
    syn_buf_release(&k.buf);
    made_close(&m);
}

static void make_wide(made *m)
{
    char id[32];
    made_open(m);
    for (unsigned i = 0; i < 3000; i++) {
        snprintf(id, sizeof id, "outlet-%06u.txt", i);
        made_text(m, id, "The harbour will close on Monday, the port said.");
    }
    made_passage(m, SYN_VERBATIM, 6, "The harbour will close on Monday", 0, NULL);
    for (uint32_t i = 0; i < 3000; i++)
        made_witness(m, i, SYN_VERBATIM, "The harbour will close on Monday");
}

Test(json, is_handed_on_in_pieces)
{
    made m;
    kept k = {0};
    make_wide(&m);
    cr_assert_eq(write_json(&m, &k, NULL), SYN_OK);
    cr_expect_gt(k.calls, 5);
    cr_expect_lt(k.largest, k.buf.len / 2, "the passage is a piece, the documents are several");
    struct json_object *result = parse(&k);
    cr_expect_eq(json_object_array_length(at(result, "documents")), 3000);
    json_object_put(result);
    syn_buf_release(&k.buf);
    made_close(&m);
}

Test(json, stops_where_the_sink_fails)
{
    made m;
    kept k = {.most = 100000};
    syn_error error = {0};
    make_wide(&m);
    cr_expect_eq(write_json(&m, &k, &error), SYN_IO);
    cr_expect_lt(k.calls, 5, "nothing follows the call that failed");
    cr_expect_eq(error.status, SYN_IO);
    cr_expect_gt(strlen(error.message), 10);
    syn_buf_release(&k.buf);
    made_close(&m);
}
