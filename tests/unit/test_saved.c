#include "ingest/saved.h"

#include "base/buf.h"
#include "ingest/scan.h"
#include "support/credited.h"
#include "support/oom.h"
#include "support/replaced.h"
#include "syndic/report.h"

#include <criterion/criterion.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char first[] = "Mole to close\n\nThe harbour told the Gazette that “the mole will be closed until the "
                            "spring because its piles are rotten”, and no more. Grüße.\n";
static const char second[] = "“The mole will be closed until the spring because its piles are rotten”, we hear.\n";
static const char shared[] = "he mole will be closed until the spring because its piles are rotten";

static char folder[64];

static void enter(void)
{
    strcpy(folder, "/tmp/syndic-saved-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
}

static void leave(void)
{
    char command[128];
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    cr_assert_eq(system(command), 0);
}

TestSuite(saved, .init = enter, .fini = leave);

static const char *path_of(const char *name)
{
    static char paths[4][256];
    static int turn;
    char *path = paths[turn++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void write_file(const char *path, const char *bytes, size_t count)
{
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(bytes, 1, count, file), count);
    cr_assert_eq(fclose(file), 0);
}

static void write_text(const char *path, const char *text)
{
    write_file(path, text, strlen(text));
}

static syn_status keep(void *context, const void *bytes, size_t count)
{
    syn_buf_add(context, bytes, count);
    return SYN_OK;
}

static void render(const syn_result *result, syn_buf *out)
{
    syn_sink sink = {.write = keep, .context = out};
    syn_buf_clear(out);
    cr_assert_eq(syn_report_json(result, &sink, NULL), SYN_OK);
    cr_assert_not(out->failed);
}

static void render_text(const syn_result *result, syn_buf *out)
{
    syn_sink sink = {.write = keep, .context = out};
    const syn_terminal terminal = {.side_by_side = !syn_result_get(result)->traced, .all = true};
    syn_buf_clear(out);
    cr_assert_eq(syn_report_terminal(result, &terminal, &sink, NULL), SYN_OK);
}

/** A result with something in every array; what is in `json` must be released. */
static void make_json(syn_buf *json)
{
    credited c;
    credited_open(&c);
    made_document(&c.m, &(syn_document){.id = "a.txt", .path = "a.txt", .record = -1, .title = "Mole \"closes\"",
                                        .outlet = "Fen\nmouth", .text = first,
                                        .date = {.precision = SYN_DATE_MINUTE, .year = 2021, .month = 3, .day = 9,
                                                 .hour = 7, .minute = 5, .zoned = true, .offset_minutes = -90,
                                                 .bound = true, .from = "crawl field"}});
    made_document(&c.m, &(syn_document){.id = "b.txt", .path = "b.txt", .record = -1, .text = second,
                                        .url = "https://b.example/", .date_unread = "yesterday"});
    made_text(&c.m, "c.txt", "Nothing of this.");
    syn_result_view *view = &c.m.result->view;
    view->traced = true;
    view->pairs_left_out = 12345678901;
    uint32_t gazette = credited_source(&c, "Gazette");
    credited_name(&c, "The Gazette");
    uint32_t told = credited_credit(&c, 0, gazette, "told the Gazette", "the Gazette", SYN_AT_SENTENCE);
    credited_covers(&c, shared);
    uint32_t a = credited_document(&c, 0);
    made_passage(&c.m, SYN_VERBATIM, 12, shared, 1, (uint32_t[]){0});
    credited_stands(&c, SYN_CREDITED, told);
    made_witness(&c.m, 1, SYN_VERBATIM, shared);
    credited_stands(&c, SYN_QUOTED, SYN_NONE)->unnamed = true;
    c.m.passages[0].representative = 1;
    c.m.passages[0].speaker = "Ada Quill";
    c.m.passages[0].weight = 123.5;
    made_pair(&c.m, 0, 1);
    credited_descent(&c, gazette, 0, 12, 1, (uint32_t[]){0});
    credited_evidence(&c, "credit", "told the Gazette");
    credited_descent(&c, a, 1, 12, 1, (uint32_t[]){0})->direct = true;
    cr_assert_eq(syn_corpus_count(c.m.corpus), 3);
    render(c.m.result, json);
    credited_close(&c);
}

static void read_back(const char *path, const syn_options *options, syn_corpus **corpus, syn_result **result)
{
    syn_error error = {0};
    syn_status status = syn_result_read(path, options, corpus, result, &error);
    cr_assert_eq(status, SYN_OK, "%s", error.message);
}

Test(saved, is_written_again_byte_for_byte)
{
    syn_buf json = {0}, again = {0};
    syn_corpus *corpus;
    syn_result *result;
    syn_options options;
    syn_options_init(&options);
    make_json(&json);
    write_file(path_of("r.json"), json.bytes, json.len);
    for (int texts = 0; texts < 3; texts++) {
        read_back(path_of("r.json"), texts ? &options : NULL, &corpus, &result);
        render(result, &again);
        cr_expect_str_eq(again.bytes, json.bytes);
        /* Beside the result, texts are found wherever the program was started. */
        cr_expect_eq(syn_corpus_get(corpus, 0)->text != NULL, texts == 2);
        cr_expect_eq(syn_corpus_get(corpus, 2)->text != NULL, false);
        cr_expect_eq(syn_result_get(result)->passages[0].text == NULL, texts == 2);
        render_text(result, &again);
        syn_result_free(result);
        syn_corpus_free(corpus);
        if (texts == 1) {
            write_text(path_of("a.txt"), first);
            write_text(path_of("b.txt"), second);
            write_text(path_of("c.txt"), "Something else.");
        }
    }
    syn_buf_release(&json);
    syn_buf_release(&again);
}

/** The same values, but members in reverse and others between them. */
static struct json_object *shuffle(struct json_object *value)
{
    if (json_object_is_type(value, json_type_array)) {
        struct json_object *list = json_object_new_array();
        for (size_t i = 0; i < json_object_array_length(value); i++)
            json_object_array_add(list, shuffle(json_object_array_get_idx(value, i)));
        return list;
    }
    if (!json_object_is_type(value, json_type_object))
        return json_object_get(value);
    const char *keys[64];
    size_t count = 0;
    json_object_object_foreach(value, key, unused)
    {
        (void)unused;
        keys[count++] = key;
    }
    struct json_object *turned = json_object_new_object();
    json_object_object_add(turned, "a new one", json_tokener_parse("{\"x\":[1,{\"y\":\"}]\\\"\"}]}"));
    while (count-- > 0) {
        struct json_object *member = NULL;
        json_object_object_get_ex(value, keys[count], &member);
        json_object_object_add(turned, keys[count], shuffle(member));
    }
    return turned;
}

Test(saved, may_have_any_spacing_and_order_and_members_nobody_knows)
{
    syn_buf json = {0}, again = {0};
    syn_corpus *corpus;
    syn_result *result;
    make_json(&json);
    struct json_object *parsed = json_tokener_parse(json.bytes), *shuffled = shuffle(parsed);
    const int styles[] = {JSON_C_TO_STRING_PLAIN, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED};
    for (int i = 0; i < 2; i++) {
        write_text(path_of("r.json"), json_object_to_json_string_ext(shuffled, styles[i]));
        read_back(path_of("r.json"), NULL, &corpus, &result);
        render(result, &again);
        cr_expect_str_eq(again.bytes, json.bytes);
        syn_result_free(result);
        syn_corpus_free(corpus);
    }
    json_object_put(parsed);
    json_object_put(shuffled);
    syn_buf_release(&json);
    syn_buf_release(&again);
}

static void refused(const char *bytes, size_t count, const char *words)
{
    syn_saved saved = {0};
    syn_error error = {0};
    syn_status status = syn_saved_read("r.json", bytes, count, NULL, &saved, &error);
    cr_expect_eq(status, SYN_INPUT, "%s", words);
    if (status == SYN_OK)
        syn_saved_release(&saved);
    cr_expect(strncmp(error.message, "r.json", 6) == 0, "%s", error.message);
    cr_expect_not_null(strstr(error.message, words), "%s is not in %s", words, error.message);
    cr_expect_null(strchr(error.message, '\n'));
    cr_expect_null(saved.documents);
}

Test(saved, what_is_wrong_is_told_with_its_place)
{
    static const char *const cases[][3] = {
        {"syndic-result/1", "syndic-result/2", "another version"},
        {"syndic-result/1", "something", "not a result of syndic"},
        {"\"passages\":[\n", "\"passages\":{\n", "\"passages\" is no list"},
        {"\"pairs\":[", "\"pears\":[", "\"pairs\" is missing"},
        {"\"sources\":[", "\"documents\":[", "\"documents\" stands twice"},
        {"\"pairs_left_out\":12345678901", "\"pairs_left_out\":-1", "\"pairs_left_out\" is not a whole number"},
        {"\"pairs_left_out\":12345678901", "\"pairs_left_out\":99999999999999999999", "\"pairs_left_out\""},
        {"\"command\":\"trace\"", "\"command\":\"guess\"", "params: field \"command\" is none of"},
        {"\"min_words\":8", "\"min_words\":8.5", "params: field \"min_words\" is not a whole number"},
        {"\"id\":\"b.txt\"", "\"id\":\"a.txt\"", "documents[1]: ids must be"},
        {"\"id\":\"a.txt\"", "\"id\":\"\"", "documents[0]: ids must be"},
        {"\"record\":null", "\"record\":-4", "documents[0]: field \"record\" is out of range"},
        {"\"sha256\":\"", "\"sha256\":\"x", "documents[0]: field \"sha256\""},
        {"2021-03-09T07:05-01:30", "2021-02-30", "documents[0]: its date"},
        {"2021-03-09T07:05-01:30", "9 March 2021", "documents[0]: its date"},
        {"\"precision\":\"minute\"", "\"precision\":\"day\"", "documents[0]: its date"},
        {"\"reused_words\":12", "\"reused_words\":13", "documents[0]: the words of its share"},
        {"\"words\":", "\"words\":99999999999999999999999,\"was\":", "field \"words\" is out of range"},
        {"\"id\":\"s1\"", "\"id\":\"s2\"", "sources[0]"},
        {"\"seen\":false", "\"seen\":true", "sources[0]: field \"document\" is null"},
        {"\"seen\":true", "\"seen\":0", "sources[1]: field \"seen\" is neither"},
        {"\"names\":[\"The Gazette\"", "\"names\":[7", "sources[0].names[0]: field \"item\" is not a string"},
        {"\"source\":\"s1\"", "\"source\":\"s9\"", "credits[0]: field \"source\" names none"},
        {"\"source\":\"s1\"", "\"source\":\"s01\"", "credits[0]: field \"source\" names none"},
        {"\"of\":\"text\"", "\"of\":\"song\"", "credits[0]: field \"of\""},
        {"\"covers\":[{", "\"covers\":[3,{", "credits[0].covers[0]: field \"item\" is no object"},
        {"{\"id\":1,", "{\"id\":2,", "passages[0]: passages must be numbered"},
        {"\"key\":\"0", "\"key\":\"g", "passages[0]: field \"key\""},
        {"\"key\":\"00112233445566778899aabbccddeeff\"", "\"key\":\"0011\"", "passages[0]: field \"key\""},
        {"\"weight\":123.5", "\"weight\":1e999", "passages[0]: field \"weight\" is out of range"},
        {"\"weight\":123.5", "\"weight\":+1", "passages[0]: broken JSON"},
        {"\"kind\":\"verbatim\"", "\"kind\":[]", "field \"kind\""},
        {" {\"document\":\"a.txt\"", " {\"document\":\"z.txt\"",
         "passages[0].witnesses[0]: field \"document\" names none"},
        {" {\"document\":\"a.txt\"", " {\"document\":\"b.txt\"", "passages[0].witnesses[0]: field \"credit\""},
        {"\"credit\":1", "\"credit\":2", "passages[0].witnesses[0]: field \"credit\""},
        {"\"credit\":1", "\"credit\":0", "passages[0].witnesses[0]: field \"credit\""},
        {"\"identity\":1", "\"identity\":1.01", "passages[0].witnesses[0]: field \"identity\" is out of range"},
        {"\"standing\":\"credited\"", "\"standing\":\"stolen\"", "passages[0].witnesses[0]: field \"standing\""},
        {"\"unnamed\":true", "\"unnamed\":\"yes\"", "passages[0].witnesses[1]: field \"unnamed\""},
        {"{\"a\":\"a.txt\",\"b\":\"b.txt\"", "{\"a\":\"b.txt\",\"b\":\"a.txt\"", "pairs[0]: \"a\" must come before"},
        {"{\"passage\":1", "{\"passage\":2", "pairs[0].matches[0]: names a passage"},
        {"\"passages\":[1]", "\"passages\":[0]", "descents[0].passages[0]: names a passage"},
        {"\"passages\":[1]", "\"passages\":[1,\"2\"]", "descents[0].passages[1]: field \"item\" is not a whole number"},
        {"\"route\":\"direct or", "\"route\":\"direct and", "descents[0]: field \"route\""},
        {"\"evidence\":[{", "\"evidence\":[null,{", "descents[0].evidence[0]: an item of a list is null"},
        {"\"kind\":\"credit\",\"document\":\"a.txt\"", "\"kind\":\"credit\",\"document\":\"q\"",
         "descents[0].evidence[0]: field \"document\" names none"},
        {"\"skipped\":[]", "\"skipped\":[{\"path\":\"x\"}]", "skipped[0]: field \"why\" is missing"},
        {"\"skipped\":[]", "\"skipped\":7", "\"skipped\" is no list"},
        {"\"replaced_characters\":0", "\"replaced_characters\":null", "summary: field \"replaced_characters\" is null"},
        {"\"skipped\":[],", "\"skipped\":[]", "broken JSON"},
        {"\"skipped\":[]", "\"skipped\":[],\"deep\":[[", "broken JSON"},
    };
    syn_buf json = {0}, bad = {0};
    make_json(&json);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        replace(&json, cases[i][0], cases[i][1], &bad);
        refused(bad.bytes, bad.len, cases[i][2]);
    }
    replace(&json, "{\"schema\"", "[{\"schema\"", &bad);
    refused(bad.bytes, bad.len, "not a result of syndic");
    refused("", 0, "not a result of syndic");
    refused("{}", 2, "not a result of syndic");
    syn_buf_text(&json, "{}");
    refused(json.bytes, json.len, "something follows the result");
    syn_buf_release(&json);
    syn_buf_release(&bad);
}

Test(saved, the_line_of_the_trouble_is_told)
{
    syn_buf json = {0}, bad = {0};
    make_json(&json);
    replace(&json, "\"seen\":true", "\"seen\":0", &bad);
    size_t line = 1;
    for (const char *at = bad.bytes; at < strstr(bad.bytes, "\"seen\":0"); at++)
        line += *at == '\n';
    char words[64];
    snprintf(words, sizeof words, "r.json:%zu: sources[1]: ", line);
    refused(bad.bytes, bad.len, words);
    syn_buf_release(&json);
    syn_buf_release(&bad);
}

Test(saved, deep_nesting_costs_nothing_and_is_refused_where_it_is_read)
{
    enum { DEEP = 100000 };
    syn_buf json = {0}, bad = {0}, deep = {0};
    syn_saved saved = {0};
    make_json(&json);
    syn_buf_text(&deep, "\"skipped\":[],\"deep\":");
    for (int i = 0; i < DEEP; i++)
        syn_buf_text(&deep, "[");
    for (int i = 0; i < DEEP; i++)
        syn_buf_text(&deep, "]");
    replace(&json, "\"skipped\":[]", deep.bytes, &bad);
    cr_expect_eq(syn_saved_read("r.json", bad.bytes, bad.len, NULL, &saved, NULL), SYN_OK);
    syn_saved_release(&saved);
    memcpy(deep.bytes, "\"skipped\":[{\"path\":", 19);
    syn_buf_text(&deep, "}]");
    replace(&json, "\"skipped\":[]", deep.bytes, &bad);
    refused(bad.bytes, bad.len, "skipped[0]: broken JSON");
    syn_buf_release(&json);
    syn_buf_release(&bad);
    syn_buf_release(&deep);
}

Test(saved, cut_anywhere_it_is_refused)
{
    syn_buf json = {0};
    make_json(&json);
    for (size_t count = 0; count + 2 < json.len; count++) {
        syn_saved saved = {0};
        char *exact = malloc(count + 1);
        memcpy(exact, json.bytes, count);
        cr_expect_eq(syn_saved_read("r.json", exact, count, NULL, &saved, NULL), SYN_INPUT, "%zu bytes", count);
        free(exact);
    }
    syn_buf_release(&json);
}

Test(saved, every_byte_flipped_is_refused_or_harmless)
{
    syn_buf json = {0}, out = {0};
    syn_options options;
    size_t good = 0;
    syn_options_init(&options);
    make_json(&json);
    write_text(path_of("a.txt"), first);
    for (size_t i = 0; i < json.len; i++) {
        syn_corpus *corpus;
        syn_result *result;
        json.bytes[i] ^= (char)(1 << i % 7);
        write_file(path_of("r.json"), json.bytes, json.len);
        if (syn_result_read(path_of("r.json"), &options, &corpus, &result, NULL) == SYN_OK) {
            good++;
            render(result, &out);
            render_text(result, &out);
            syn_result_free(result);
            syn_corpus_free(corpus);
        }
        json.bytes[i] ^= (char)(1 << i % 7);
    }
    cr_expect_gt(good, 100);
    syn_buf_release(&json);
    syn_buf_release(&out);
}

Test(saved, a_span_outside_of_its_text_is_refused)
{
    static const char *const spans[][2] = {
        {" {\"document\":\"b.txt\",\"begin\":4,\"end\":72", "passages[0]: a span lies outside"},
        {"\"b\":{\"begin\":4,\"end\":72", "pairs[0]: a span lies outside"},
    };
    syn_buf json = {0}, bad = {0};
    syn_options options;
    syn_error error;
    syn_corpus *corpus = NULL;
    syn_result *result = NULL;
    syn_options_init(&options);
    make_json(&json);
    write_text(path_of("b.txt"), second);
    for (size_t i = 0; i < 2; i++) {
        char wide[128];
        snprintf(wide, sizeof wide, "%s000", spans[i][0]);
        replace(&json, spans[i][0], wide, &bad);
        write_file(path_of("r.json"), bad.bytes, bad.len);
        cr_expect_eq(syn_result_read(path_of("r.json"), &options, &corpus, &result, &error), SYN_INPUT);
        cr_expect_not_null(strstr(error.message, spans[i][1]), "%s", error.message);
        cr_expect(!corpus && !result);
        cr_expect_eq(syn_result_read(path_of("r.json"), NULL, &corpus, &result, &error), SYN_OK);
        syn_result_free(result);
        syn_corpus_free(corpus);
        corpus = NULL;
        result = NULL;
    }
    syn_buf_release(&json);
    syn_buf_release(&bad);
}

Test(saved, dates_come_back_as_they_were)
{
    static const syn_date dates[] = {
        {.precision = SYN_DATE_YEAR, .year = 2017},
        {.precision = SYN_DATE_MONTH, .year = 2017, .month = 4},
        {.precision = SYN_DATE_DAY, .year = 2024, .month = 2, .day = 29, .bound = true},
        {.precision = SYN_DATE_MINUTE, .year = 2017, .month = 4, .day = 4, .hour = 23, .minute = 59},
        {.precision = SYN_DATE_SECOND, .year = 2017, .month = 4, .day = 4, .second = 7, .zoned = true},
        {.precision = SYN_DATE_SECOND, .year = 2017, .month = 12, .day = 31, .zoned = true, .offset_minutes = 345},
        {.precision = SYN_DATE_MINUTE, .year = 2017, .month = 12, .day = 31, .zoned = true, .offset_minutes = -30},
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        made m;
        syn_buf json = {0};
        syn_saved saved;
        syn_date date = dates[i];
        date.from = "date field";
        made_open(&m);
        made_document(&m, &(syn_document){.id = "a", .record = -1, .text = "Text.", .date = date});
        render(m.result, &json);
        cr_assert_eq(syn_saved_read("r.json", json.bytes, json.len, NULL, &saved, NULL), SYN_OK, "%s", json.bytes);
        const syn_date *back = &saved.documents[0].date;
        cr_expect_str_eq(back->from, "date field");
        date.from = back->from;
        cr_expect(back->precision == date.precision && back->year == date.year && back->month == date.month &&
                      back->day == date.day && back->hour == date.hour && back->minute == date.minute &&
                      back->second == date.second && back->zoned == date.zoned && back->bound == date.bound &&
                      back->offset_minutes == date.offset_minutes, "date %zu", i);
        syn_saved_release(&saved);
        syn_buf_release(&json);
        made_close(&m);
    }
}

Test(saved, texts_are_read_from_records_and_only_if_their_hash_fits)
{
    static const char lines[] = "{\"id\":\"x\",\"text\":\"One text.\"}\n\n"
                                "{\"id\":\"y\",\"text\":\"Two.\",\"byline\":\"Ada\"}\n";
    made m;
    syn_buf json = {0};
    syn_options options;
    syn_corpus *corpus;
    syn_result *result;
    syn_options_init(&options);
    made_open(&m);
    made_document(&m, &(syn_document){.id = "-", .path = "-", .record = -1, .text = "From standard input."});
    made_document(&m, &(syn_document){.id = "w", .path = "r.jsonl", .record = 0, .text = "One text, other words."});
    made_document(&m, &(syn_document){.id = "x", .path = "r.jsonl", .record = 0, .text = "One text."});
    made_document(&m, &(syn_document){.id = "y", .path = "r.jsonl", .record = 2, .text = "Two."});
    made_document(&m, &(syn_document){.id = "z", .path = "r.jsonl", .record = 99, .text = "Two."});
    render(m.result, &json);
    write_file(path_of("r.json"), json.bytes, json.len);
    write_text(path_of("r.jsonl"), lines);
    read_back(path_of("r.json"), &options, &corpus, &result);
    cr_expect_null(syn_corpus_get(corpus, 0)->text);
    cr_expect_null(syn_corpus_get(corpus, 1)->text);
    cr_expect_str_eq(syn_corpus_get(corpus, 2)->text, "One text.");
    cr_expect_str_eq(syn_corpus_get(corpus, 3)->text, "Two.");
    cr_expect_str_eq(syn_corpus_get(corpus, 3)->byline, "Ada");
    cr_expect_null(syn_corpus_get(corpus, 4)->text);
    syn_result_free(result);
    syn_corpus_free(corpus);
    syn_buf_release(&json);
    made_close(&m);
}

Test(saved, what_texts_that_are_gone_had_broken_is_remembered)
{
    made m;
    syn_buf json = {0}, again = {0};
    syn_options options;
    syn_corpus *corpus;
    syn_result *result;
    syn_options_init(&options);
    made_open(&m);
    made_text(&m, "a.txt", "One \xff.");
    made_text(&m, "b.txt", "Two \xff\xff.");
    made_text(&m, "c.txt", "Four \xff\xff\xff\xff.");
    render(m.result, &json);
    write_file(path_of("r.json"), json.bytes, json.len);
    write_text(path_of("a.txt"), "One \xff.");
    read_back(path_of("r.json"), &options, &corpus, &result);
    cr_expect_eq(syn_corpus_get(corpus, 0)->replaced_count, 1);
    cr_expect_eq(syn_corpus_get(corpus, 1)->replaced_count, 6);
    render(result, &again);
    cr_expect_str_eq(again.bytes, json.bytes);
    syn_result_free(result);
    syn_corpus_free(corpus);
    syn_buf_release(&json);
    syn_buf_release(&again);
    made_close(&m);
}

Test(saved, a_path_that_is_no_file_is_not_opened)
{
    made m;
    syn_buf json = {0};
    syn_options options;
    syn_corpus *corpus;
    syn_result *result;
    char fifo[256];
    syn_options_init(&options);
    snprintf(fifo, sizeof fifo, "mkfifo '%s'", path_of("pipe"));
    cr_assert_eq(system(fifo), 0);
    made_open(&m);
    made_text(&m, "/dev/zero", "Nothing.");
    made_text(&m, "pipe", "Nothing.");
    render(m.result, &json);
    write_file(path_of("r.json"), json.bytes, json.len);
    read_back(path_of("r.json"), &options, &corpus, &result);
    cr_expect(!syn_corpus_get(corpus, 0)->text && !syn_corpus_get(corpus, 1)->text);
    syn_result_free(result);
    syn_corpus_free(corpus);
    syn_buf_release(&json);
    made_close(&m);
}

Test(saved, each_allocation_failing_in_turn_leaks_nothing)
{
    syn_buf json = {0};
    syn_options options;
    char path[256];
    syn_options_init(&options);
    make_json(&json);
    strcpy(path, path_of("r.json"));
    write_file(path, json.bytes, json.len);
    write_text(path_of("a.txt"), first);
    write_text(path_of("b.txt"), second);
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_corpus *corpus = NULL;
        syn_result *result = NULL;
        syn_error error = {0};
        oom_after(n);
        syn_status status = syn_result_read(path, &options, &corpus, &result, &error);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK, "allocation %ld: %s", n, error.message);
        cr_assert_eq(result != NULL, status == SYN_OK);
        syn_result_free(result);
        syn_corpus_free(corpus);
    }
    syn_buf_release(&json);
}

Test(saved, members_are_found_by_quotes_and_brackets)
{
    static const char text[] = " { \"a\\\"}\" : [ \"]\\\\\" , {} ] ,\n\"b\":-1.5e3,\"c\":null } ";
    static const char *const names[] = {"a\\\"}", "b", "c"}, *const values[] = {"[ \"]\\\\\" , {} ]", "-1.5e3", "null"};
    syn_scan scan;
    syn_piece name, value;
    size_t count = 0;
    cr_assert(syn_scan_open(text, strlen(text), '{', &scan));
    for (; syn_scan_next(&scan, &name, &value); count++) {
        cr_assert_lt(count, 3);
        cr_expect(name.count == strlen(names[count]) && memcmp(name.at, names[count], name.count) == 0);
        cr_expect(value.count == strlen(values[count]) && memcmp(value.at, values[count], value.count) == 0);
    }
    cr_expect_eq(count, 3);
    cr_expect(!scan.broken && scan.at == text + strlen(text));
    static const char *const broken[] = {"{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\" 1}", "{a:1}",
                                         "{\"a\":\"x", "{\"a\":[1}", "{\"a\":\"\\", "{,}", "{\"a\":1 \"b\":2}"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        cr_assert(syn_scan_open(broken[i], strlen(broken[i]), '{', &scan));
        while (syn_scan_next(&scan, &name, &value))
            ;
        cr_expect(scan.broken || i == 8, "%s", broken[i]);
    }
    cr_expect_not(syn_scan_open("[]", 2, '{', &scan));
    cr_expect_not(syn_scan_open("", 0, '{', &scan));
}
