/* Records rewritten in place: what is cut is gone, and no other byte is another. */
#include "ingest/jsonl.h"
#include "ingest/revise.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static syn_buf out;

static void tear_down(void)
{
    syn_buf_release(&out);
}

TestSuite(revise, .fini = tear_down);

static void expect_cut(const char *line, syn_span_bytes span, const char *expected)
{
    syn_buf_clear(&out);
    cr_assert(syn_revise_cut(line, strlen(line), "text", &span, 1, &out), "%s", line);
    cr_assert_str_eq(out.bytes, expected);
}

static void expect_refused(const char *line, syn_span_bytes span)
{
    syn_buf_clear(&out);
    syn_buf_text(&out, "before");
    cr_assert_not(syn_revise_cut(line, strlen(line), "text", &span, 1, &out), "%s", line);
    cr_assert_str_eq(out.bytes, "before");
}

Test(revise, a_stretch_is_cut_and_all_else_stays)
{
    expect_cut(" { \"id\" : 7,\"text\" :\"one two three\" , \"more\":[1, {\"text\":\"x\"}] } \r", (syn_span_bytes){4, 8},
               " { \"id\" : 7,\"text\" :\"one three\" , \"more\":[1, {\"text\":\"x\"}] } \r");
    expect_cut("{\"text\":\"one\"}", (syn_span_bytes){0, 3}, "{\"text\":\"\"}");
    expect_cut("{\"text\":\"one\"}", (syn_span_bytes){3, 3}, "{\"text\":\"one\"}");
    expect_cut("{\"text\":\"\"}", (syn_span_bytes){0, 0}, "{\"text\":\"\"}");
}

Test(revise, several_stretches_are_cut_in_one_go)
{
    static const char line[] = "{\"text\":\"a\\tb\\u00e9c d e\"}";
    static const syn_span_bytes spans[] = {{0, 1}, {2, 3}, {5, 6}, {6, 7}};
    cr_assert(syn_revise_cut(line, strlen(line), "text", spans, 4, &out));
    cr_assert_str_eq(out.bytes, "{\"text\":\"\\t\\u00e9d e\"}");
    syn_buf_clear(&out);
    cr_assert(syn_revise_cut(line, strlen(line), "text", NULL, 0, &out));
    cr_assert_str_eq(out.bytes, line);
}

Test(revise, escapes_count_as_what_they_stand_for)
{
    expect_cut("{\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\tend\"}", (syn_span_bytes){0, 8}, "{\"text\":\"end\"}");
    expect_cut("{\"text\":\"\\u0041\\u00e9\\u20ACx\"}", (syn_span_bytes){1, 3}, "{\"text\":\"\\u0041\\u20ACx\"}");
    expect_cut("{\"text\":\"a\\ud83d\\ude00b\"}", (syn_span_bytes){1, 5}, "{\"text\":\"ab\"}");
    expect_cut("{\"text\":\"a\\ud83db\"}", (syn_span_bytes){1, 4}, "{\"text\":\"ab\"}");
    expect_cut("{\"text\":\"a\\ud83d\\ud83d\\ude00b\"}", (syn_span_bytes){1, 4}, "{\"text\":\"a\\ud83d\\ude00b\"}");
    expect_cut("{\"text\":\"a\\ude00\\u0000b\"}", (syn_span_bytes){4, 5}, "{\"text\":\"a\\ude00b\"}");
}

Test(revise, a_span_that_does_not_lie_in_the_text_is_refused)
{
    expect_refused("{\"text\":\"one\"}", (syn_span_bytes){2, 4});
    expect_refused("{\"text\":\"one\"}", (syn_span_bytes){4, 4});
    expect_refused("{\"text\":\"one\"}", (syn_span_bytes){2, 1});
    expect_refused("{\"text\":\"\\u00e9\"}", (syn_span_bytes){0, 1});
    expect_refused("{\"text\":\"\\ud83d\\ude00\"}", (syn_span_bytes){0, 3});
}

Test(revise, what_is_no_record_is_refused)
{
    static const char *const lines[] = {
        "", "[]", "{", "{}", "{\"text\":1}", "{\"text\":\"one\"", "{\"text\":\"one\"} x", "{\"text\":\"\\x\"}",
        "{\"text\":\"\\u12\"}", "{'text':'one'}", "{\"text\":\"one\"/**/}", "{\"a\":['\"'],\"text\":\"one\"}",
        "{\"text\":\"one\",}", "{\"Text\":\"one\"}", "{\"textual\":\"one\"}", "{\"tex\":\"one\"}",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        expect_refused(lines[i], (syn_span_bytes){0, 1});
}

Test(revise, of_members_of_one_name_the_last_one_counts_however_it_is_written)
{
    expect_cut("{\"text\":\"one\",\"text\":\"two\"}", (syn_span_bytes){0, 2}, "{\"text\":\"one\",\"text\":\"o\"}");
    expect_cut("{\"text\":\"one\",\"te\\u0078t\":\"two\"}", (syn_span_bytes){0, 2},
               "{\"text\":\"one\",\"te\\u0078t\":\"o\"}");
    expect_cut("{\"text\":\"one\",\"text\\u0000s\":\"two\"}", (syn_span_bytes){0, 2},
               "{\"text\":\"one\",\"text\\u0000s\":\"o\"}");
}

Test(revise, halves_of_two_pairs_do_not_become_a_character)
{
    static const char line[] = "{\"text\":\"\\ud83d one \\ude00\"}";
    static const syn_span_bytes spans[] = {{3, 4}, {4, 8}};
    expect_cut(line, (syn_span_bytes){3, 8}, "{\"text\":\"\\ufffd\\ude00\"}");
    syn_buf_clear(&out);
    cr_assert(syn_revise_cut(line, strlen(line), "text", spans, 2, &out));
    cr_assert_str_eq(out.bytes, "{\"text\":\"\\ufffd\\ude00\"}");
}

Test(revise, what_was_cut_is_had_as_it_stood_there)
{
    static const char line[] = "{\"text\":\"one\\u00e9\\n\\ud83d\\ude00 two\"}";
    cr_assert(syn_revise_get(line, strlen(line), "text", (syn_span_bytes){3, 10}, &out));
    cr_assert_str_eq(out.bytes, "\\u00e9\\n\\ud83d\\ude00");
    cr_assert_not(syn_revise_get(line, strlen(line), "text", (syn_span_bytes){3, 100}, &out));
    cr_assert_not(syn_revise_get(line, strlen(line), "body", (syn_span_bytes){0, 1}, &out));
    cr_assert_str_eq(out.bytes, "\\u00e9\\n\\ud83d\\ude00");
}

static void expect_added(const char *line, const char *expected)
{
    syn_buf_clear(&out);
    cr_assert(syn_revise_add(line, strlen(line), "syndic", "[1]", &out), "%s", line);
    cr_assert_str_eq(out.bytes, expected);
}

Test(revise, a_member_is_added_at_the_end_or_replaced)
{
    expect_added("{\"a\":1 } ", "{\"a\":1,\"syndic\":[1] } ");
    expect_added("{ }", "{\"syndic\":[1] }");
    expect_added("{\"syndic\":{\"a\":2},\"b\":3}", "{\"syndic\":[1],\"b\":3}");
    expect_added("{\"syndic\":0,\"\\u0073yndic\":\"x\"}", "{\"syndic\":0,\"\\u0073yndic\":[1]}");
    cr_assert_not(syn_revise_add("[]", 2, "syndic", "1", &out));
}

Test(revise, a_record_is_read_again_as_it_was_and_nothing_else_is)
{
    syn_jsonl_record record = {0};
    static const char line[] = " {\"body\":1,\"text\":\"a\\u0000\\ud800b\"} \r";
    cr_assert_eq(syn_jsonl_again(&record, line, strlen(line), "text"), SYN_OK);
    cr_assert_eq(record.text_bytes, 6);
    cr_assert_eq(memcmp(record.text, "a\0\xef\xbf\xbd" "b", 6), 0);
    cr_assert_eq(syn_jsonl_again(&record, line, strlen(line), "body"), SYN_INPUT);
    cr_assert_eq(syn_jsonl_again(&record, line, strlen(line) - 4, "text"), SYN_INPUT);
    cr_assert_eq(syn_jsonl_again(&record, "{\"text\":\"\"} {}", 14, "text"), SYN_INPUT);
    cr_assert_eq(syn_jsonl_again(&record, "null", 4, "text"), SYN_INPUT);
    cr_assert_eq(syn_jsonl_again(&record, "{\"text\":\"b\"}", 12, "text"), SYN_OK);
    cr_assert_str_eq(record.text, "b");
    syn_jsonl_release(&record);
    syn_jsonl_release(&record);
}
