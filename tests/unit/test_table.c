#include "report/table.h"
#include "support/rendered.h"

#include <criterion/criterion.h>
#include <stdio.h>

Test(table, is_descents_of_a_trace_and_pairs_of_a_comparison)
{
    credited c;
    rendered_make(&c);
    cr_expect_str_eq(syn_table_get(&c.m.result->view, SYN_TABLE_DEFAULT)->name, "descents");
    c.m.result->view.traced = false;
    cr_expect_str_eq(syn_table_get(&c.m.result->view, SYN_TABLE_DEFAULT)->name, "pairs");
    credited_close(&c);
}

Test(table, has_a_name_for_every_kind)
{
    cr_expect_str_eq(syn_table_kind_name(SYN_TABLE_PAIRS), "pairs");
    cr_expect_str_eq(syn_table_kind_name(SYN_TABLE_CREDITS), "credits");
    cr_expect_null(syn_table_kind_name(SYN_TABLE_DEFAULT));
    cr_expect_null(syn_table_kind_name((syn_table_kind)6));
}

Test(csv, has_a_header_and_ends_lines_with_cr_lf)
{
    credited c;
    rendered_make(&c);
    syn_buf buf = RENDERED(csv, c.m.result, &(syn_csv){SYN_TABLE_PAIRS});
    HAS(buf, "a,b,words,share_a,share_b,passages,longest,a_outlet,b_outlet,a_date,b_date\r\nd/a.txt,d/b.txt,14,");
    cr_expect_eq(rendered_count(&buf, "\r\n"), 4);
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(csv, writes_descents_with_their_evidence)
{
    credited c;
    rendered_make(&c);
    syn_buf buf = RENDERED(csv, c.m.result, NULL);
    HAS(buf, "\r\ns1,Fenmouth Gazette,false,,d/a.txt,Bell,,14,1,false,strong,0,"
             "\"\"\"The Gazette has it\"\"; dated 1901, before 1902\"\r\n");
    HAS(buf, "\r\ns2,d/b.txt,true,d/b.txt,d/c.txt,Horn,,14,1,true,strong,0,\r\n");
    syn_buf_release(&buf);
    credited_close(&c);
}

static void csv_is(const char *name, const char *expected)
{
    made m;
    made_open(&m);
    made_document(&m, &(syn_document){.id = "a", .record = -1, .text = BERTHS, .outlet = name});
    made_text(&m, "b", BERTHS);
    made_passage(&m, SYN_VERBATIM, 14, BERTHS, 2, (uint32_t[]){0, 1});
    made_pair(&m, 0, 1);
    syn_buf buf = RENDERED(csv, m.result, &(syn_csv){SYN_TABLE_PAIRS});
    char line[200];
    snprintf(line, sizeof line, "\r\na,b,14,0.9333,0.9333,1,14,%s,,,\r\n", expected);
    HAS(buf, line);
    syn_buf_release(&buf);
    made_close(&m);
}

Test(csv, lets_no_field_begin_a_formula)
{
    csv_is("=1+1", "'=1+1");
    csv_is("+1", "'+1");
    csv_is("-1", "'-1");
    csv_is("@SUM(A1)", "'@SUM(A1)");
    csv_is("\t=1", "\"'\xEF\xBF\xBD=1\"");
    csv_is("\r=1", "\"'\xEF\xBF\xBD=1\"");
    csv_is("  =1", "\"  '=1\"");
    csv_is("\xEF\xBC\x9D" "1", "'\xEF\xBC\x9D" "1");
    csv_is("a=1", "a=1");
    csv_is("a;=1", "\"a;'=1\"");
    csv_is("a; \"=1", "\"a; \"\"'=1\"");
}

Test(csv, quotes_what_would_end_a_field)
{
    csv_is("a,b", "\"a,b\"");
    csv_is("a\"b", "\"a\"\"b\"");
    csv_is("a\nb", "\"a\xEF\xBF\xBD" "b\"");
    csv_is(" a", "\" a\"");
    csv_is("\xE2\x80\xAE" "a\xFF\x1b", "\xEF\xBF\xBD" "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

Test(csv, cuts_long_texts_at_a_character)
{
    made m;
    char text[4096] = "";
    made_open(&m);
    for (size_t i = 0; i < 600; i++)
        strcat(text, i % 10 == 9 ? " \xC3\xB6" : "\xC3\xB6");
    made_text(&m, "a", text);
    made_text(&m, "b", text);
    made_passage(&m, SYN_VERBATIM, 60, text, 2, (uint32_t[]){0, 1});
    syn_buf buf = RENDERED(csv, m.result, &(syn_csv){SYN_TABLE_PASSAGES});
    const char *at = strrchr(buf.bytes, ',') + 1;
    cr_expect_eq(made_points(at, strlen(at)), SYN_TABLE_CHARACTERS + 3, "%s", at); /* and …, CR, LF */
    HAS(buf, "…\r\n");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(csv, leaves_texts_that_are_gone_empty_but_for_the_excerpt)
{
    credited c;
    rendered_make(&c);
    rendered_forget(&c, "No ferry … left it");
    syn_buf buf = RENDERED(csv, c.m.result, &(syn_csv){SYN_TABLE_WITNESSES});
    HAS(buf, ",verbatim,credited,true,Gazette,false,No ferry … left it\r\n");
    HAS(buf, ",verbatim,open,false,,false,\r\n");
    LACKS(buf, "Hesper");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(jsonl, writes_an_object_a_line_with_lists_as_arrays)
{
    credited c;
    rendered_make(&c);
    syn_buf buf = RENDERED(jsonl, c.m.result, NULL);
    HAS(buf, "{\"type\":\"descent\",\"from\":\"s1\",\"source\":\"Fenmouth Gazette\",\"seen\":false,\"document\":null,"
             "\"to\":\"d/a.txt\",\"to_outlet\":\"Bell\",\"to_date\":null,\"words\":14,\"passages\":[1],"
             "\"direct\":false,\"level\":\"strong\",\"confidence\":0,\"evidence\":[\"\\\"The Gazette has it\\\"\",\"dated 1901, before "
             "1902\"]}\n");
    cr_expect_eq(rendered_count(&buf, "\n"), 3);
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(jsonl, says_how_many_pairs_are_left_out)
{
    credited c;
    rendered_make(&c);
    c.m.result->view.pairs_left_out = 7;
    syn_buf buf = RENDERED(jsonl, c.m.result, &(syn_jsonl){SYN_TABLE_PAIRS});
    HAS(buf, "\n{\"type\":\"left_out\",\"pairs\":7}\n");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(jsonl, writes_credits_with_what_they_cover)
{
    credited c;
    rendered_make(&c);
    credited_covers(&c, BERTHS);
    syn_buf buf = RENDERED(jsonl, c.m.result, &(syn_jsonl){SYN_TABLE_CREDITS});
    HAS(buf, "{\"type\":\"credit\",\"document\":\"d/a.txt\",\"source\":\"s1\",\"source_name\":\"Fenmouth Gazette\","
             "\"name\":\"Gazette\",\"begin\":0,\"end\":11,\"cbegin\":0,\"cend\":11,\"cue\":\"told\",\"of\":\"text\","
             "\"place\":\"sentence\",\"level\":\"strong\",\"covers\":71,\"text\":\"The Gazette\"}\n");
    syn_buf_release(&buf);
    credited_close(&c);
}
