#include "report/remark.h"
#include "support/rendered.h"

#include <criterion/criterion.h>
#include <json-c/json.h>
#include <stdio.h>

Test(lines, counts_columns_in_code_points)
{
    syn_lines lines = {0};
    const char text[] = "a\r\n\xC3\xB6\xFF\xE2\x82z\n\nend";
    cr_assert_eq(syn_lines_make(text, sizeof text - 1, &lines), SYN_OK);
    cr_assert_eq(lines.count, 4);
    cr_expect_eq(lines.at[1].byte, 3);
    cr_expect_eq(lines.at[1].point, 3);
    cr_expect_eq(lines.at[2].point, 8, "two broken sequences are one character each");
    cr_expect_eq(syn_lines_find(&lines, 0) - lines.at, 0);
    cr_expect_eq(syn_lines_find(&lines, 2) - lines.at, 0);
    cr_expect_eq(syn_lines_find(&lines, 3) - lines.at, 1);
    cr_expect_eq(syn_lines_find(&lines, 1000) - lines.at, 3);
    syn_lines_release(&lines);
}

Test(remark, says_what_is_known_of_a_copy)
{
    credited c;
    rendered_make(&c);
    syn_remarks remarks = {.view = &c.m.result->view};
    cr_assert_eq(syn_remarks_make(&remarks), SYN_OK);
    cr_expect_str_eq(syn_remark_says(&remarks, 0, 0),
                     "Shared wording, verbatim: 14 words also in b, c. It is credited to Gazette. Source: Fenmouth "
                     "Gazette, which is not among the texts (strong: \"The Gazette has it\"; dated 1901, before "
                     "1902).");
    cr_expect_str_eq(syn_remark_says(&remarks, 0, 2),
                     "Shared wording, verbatim: 14 words also in a, b. No credit stands near it. Source: b (strong).");
    cr_expect_str_eq(syn_remark_says(&remarks, 1, 3), "Shared wording, edited: 12 words also in c. It is quoted.");
    cr_expect(!syn_remark_warns(&remarks, 0, 0), "credited");
    cr_expect(syn_remark_warns(&remarks, 0, 1));
    cr_expect(!syn_remark_warns(&remarks, 1, 3), "quoted");
    syn_remarks_release(&remarks);
    credited_close(&c);
}

Test(remark, does_not_warn_where_others_have_it_from)
{
    credited c;
    rendered_make(&c);
    c.m.result->view.descent_count = 0;
    c.passage_count = 0;
    credited_descent(&c, 1, 2, 14, 1, (uint32_t[]){0}); /* c has it from b */
    syn_remarks remarks = {.view = &c.m.result->view};
    cr_assert_eq(syn_remarks_make(&remarks), SYN_OK);
    cr_expect(!syn_remark_warns(&remarks, 0, 1));
    cr_expect(syn_remark_warns(&remarks, 0, 2));
    cr_expect(strstr(syn_remark_says(&remarks, 0, 1), "this is where others have it from."));
    syn_remarks_release(&remarks);
    credited_close(&c);
}

static bool region_of(const char *path, int64_t record, bool gone, syn_region *out)
{
    made m;
    made_open(&m);
    made_document(&m, &(syn_document){.id = "a", .path = path, .record = record, .text = "One\n" BERTHS});
    made_text(&m, "b", BERTHS);
    made_passage(&m, SYN_VERBATIM, 14, BERTHS, 2, (uint32_t[]){0, 1});
    if (gone)
        m.corpus->documents[0].text = NULL;
    syn_remarks remarks = {.view = &m.result->view};
    cr_assert_eq(syn_remarks_make(&remarks), SYN_OK);
    bool found = syn_remark_region(&remarks, 0, out);
    syn_remarks_release(&remarks);
    made_close(&m);
    return found;
}

Test(remark, knows_lines_of_files_and_of_records)
{
    syn_region region;
    cr_assert(region_of("a.txt", -1, false, &region));
    cr_expect_eq(region.first_line, 2);
    cr_expect_eq(region.first_column, 1);
    cr_expect_eq(region.last_column, 72);
    cr_assert(region_of("a.jsonl", 4, false, &region));
    cr_expect_eq(region.first_line, 5);
    cr_expect_eq(region.first_column, 0);
    cr_expect(region_of("a.jsonl", 4, true, &region), "a record is a line, whatever it says");
    cr_expect(!region_of("a.txt", -1, true, &region), "the text is gone");
    cr_expect(!region_of("a.jsonl.gz", 4, false, &region), "compressed");
    cr_expect(!region_of("a.json", 4, false, &region), "an array");
    cr_expect(!region_of("-", -1, false, &region), "standard input");
    cr_expect(!region_of(NULL, -1, false, &region), "no file");
}

Test(sarif, is_json_with_a_result_for_each_copy)
{
    credited c;
    rendered_make(&c);
    syn_buf buf = RENDERED(sarif, c.m.result, NULL);
    json_object *log = json_tokener_parse(buf.bytes);
    cr_assert(log);
    json_object_put(log);
    cr_expect_eq(rendered_count(&buf, "\"ruleIndex\":"), 5);
    HAS(buf, "{\"ruleId\":\"verbatim-credited\",\"ruleIndex\":1,\"level\":\"note\"");
    HAS(buf, "{\"ruleId\":\"verbatim-open\",\"ruleIndex\":2,\"level\":\"warning\"");
    HAS(buf, "{\"ruleId\":\"edited-quoted\",\"ruleIndex\":3,\"level\":\"note\"");
    HAS(buf, "{\"artifactLocation\":{\"uri\":\"d/b.txt\"},\"region\":{\"startLine\":3,\"startColumn\":10,\"endLine\":3,"
             "\"endColumn\":81,\"charOffset\":18,\"charLength\":71,\"byteOffset\":19,\"byteLength\":71}}");
    HAS(buf, "\"partialFingerprints\":{\"syndicPassage/v1\":\"00112233445566778899aabbccddeeff\"}");
    LACKS(buf, "\"error\"");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(sarif, is_bounded_and_says_what_is_left_out)
{
    credited c;
    rendered_make(&c);
    c.m.corpus->documents[2].path = NULL;
    syn_buf buf = RENDERED(sarif, c.m.result, &(syn_sarif){.result_count = 2});
    cr_expect_eq(rendered_count(&buf, "\"ruleIndex\":"), 2);
    HAS(buf, "Left out: 1 further copies");
    HAS(buf, "Left out: 2 copies in texts that came from no file.");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(sarif, writes_paths_as_references_and_messages_without_links)
{
    made m;
    made_open(&m);
    made_document(&m, &(syn_document){.id = "[a](1){0}\\", .path = "./x y:%\xC3\xB6?#.txt", .record = -1,
                                      .text = BERTHS});
    made_document(&m, &(syn_document){.id = "b", .path = "/tmp/b", .record = -1, .text = BERTHS});
    made_passage(&m, SYN_VERBATIM, 14, BERTHS, 2, (uint32_t[]){0, 1});
    syn_buf buf = RENDERED(sarif, m.result, NULL);
    HAS(buf, "{\"uri\":\"x%20y%3A%25%C3%B6%3F%23.txt\"}");
    HAS(buf, "{\"uri\":\"file:///tmp/b\"}");
    HAS(buf, "also in \\\\[a\\\\](1){{0}}\\\\\\\\. No credit");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(sarif, leaves_lines_out_when_texts_are_gone)
{
    credited c;
    rendered_make(&c);
    rendered_forget(&c, "No ferry … left it");
    syn_buf buf = RENDERED(sarif, c.m.result, NULL);
    LACKS(buf, "startLine");
    LACKS(buf, "Hesper");
    HAS(buf, "\"region\":{\"charOffset\":18,\"charLength\":71,\"byteOffset\":19,\"byteLength\":71}");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(github, annotates_the_copy_that_wants_a_look)
{
    credited c;
    rendered_make(&c);
    syn_buf buf = RENDERED(github, c.m.result, NULL);
    HAS(buf, "::warning file=d/b.txt,line=3,endLine=3,col=10,endColumn=81,title=Shared wording%3A 14 words::Shared "
             "wording, verbatim: 14 words also in a, c.");
    HAS(buf, "\n::warning file=d/c.txt,line=2,endLine=2,col=1,endColumn=63,title=Shared wording%3A 12 words::");
    HAS(buf, "\n::notice title=syndic::All passages that were found are shown: 2. ");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(github, counts_what_it_does_not_show)
{
    credited c;
    rendered_make(&c);
    syn_buf buf = RENDERED(github, c.m.result, &(syn_github){.annotation_count = 1});
    cr_expect_eq(rendered_count(&buf, "\n"), 2);
    HAS(buf, "\n::notice title=syndic::Passages that are smaller and not shown: 1. ");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(github, lets_no_path_end_a_property_or_a_line)
{
    made m;
    made_open(&m);
    made_document(&m, &(syn_document){.id = "a", .path = "a,b:c%\r\n::error::\x1b\xFF", .record = 3, .text = BERTHS});
    made_text(&m, "b", BERTHS);
    made_passage(&m, SYN_VERBATIM, 14, BERTHS, 2, (uint32_t[]){0, 1});
    syn_buf buf = RENDERED(github, m.result, NULL);
    HAS(buf, "::warning file=a%2Cb%3Ac%25%0D%0A%3A%3Aerror%3A%3A\xEF\xBF\xBD\xEF\xBF\xBD,line=4,endLine=4,title=");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(github, says_that_nothing_was_found)
{
    made m;
    made_open(&m);
    syn_buf buf = RENDERED(github, m.result, NULL);
    HAS(buf, "::notice title=syndic::No shared wording was found. This");
    cr_expect_eq(rendered_count(&buf, "\n"), 1);
    syn_buf_release(&buf);
    made_close(&m);
}
