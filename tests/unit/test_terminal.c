#include "base/buf.h"
#include "model/corpus.h"
#include "report/cells.h"
#include "report/view.h"
#include "support/made.h"
#include "syndic/report.h"

#include <criterion/criterion.h>
#include <stdio.h>

static syn_status keep(void *context, const void *bytes, size_t count)
{
    syn_buf_add(context, bytes, count);
    return SYN_OK;
}

static syn_buf report(const made *m, const syn_terminal *terminal)
{
    syn_buf buf = {0};
    syn_sink sink = {.write = keep, .context = &buf};
    cr_assert_eq(syn_report_terminal(m->result, terminal, &sink, NULL), SYN_OK);
    return buf;
}

static void expect_within(const syn_buf *buf, size_t width)
{
    for (const char *line = buf->bytes; *line;) {
        size_t count = strcspn(line, "\n");
        cr_expect_leq(syn_cells_count(line, count), width, "too wide: %.*s", (int)count, line);
        line += count + (line[count] == '\n');
    }
}

#define HAS(buf, text) cr_expect(strstr((buf).bytes, text), "\"%s\" is missing in:\n%s", text, (buf).bytes)
#define LACKS(buf, text) cr_expect(!strstr((buf).bytes, text), "\"%s\" should not be in:\n%s", text, (buf).bytes)

#define LEAD "The harbour will close on Monday, and the ferries will stop at noon."

static void make_harbour(made *m)
{
    made_open(m);
    made_text(m, "news/001_0123456789abcdef.txt", LEAD "\n\nNobody was told, said Ada Brandt, the port director.");
    made_text(m, "news/002_fedcba9876543210.txt", "Ferries\n\nIt was a bad week.\n" LEAD);
    made_text(m, "news/003_00112233445566aa.txt", "Said Ada Brandt, the port director, in a letter.");
    made_passage(m, SYN_VERBATIM, 13, LEAD, 2, (uint32_t[]){0, 1});
    made_passage(m, SYN_NAME, 5, "Ada Brandt, the port director", 2, (uint32_t[]){0, 2});
    made_pair(m, 0, 1);
    made_pair(m, 0, 2);
}

Test(terminal, answers_in_sentences_first)
{
    made m;
    make_harbour(&m);
    syn_buf buf = report(&m, &(syn_terminal){0});
    const char start[] = "Two of three texts share wording, in one passage. It has 13 words and stands in 001 "
                         "and 002.\n"
                         "Neither of the two can be shown to have taken it from the other.\n"
                         "Neither of them carries a date, so nothing is said about who came first.\n";
    cr_expect_eq(strncmp(buf.bytes, start, sizeof start - 1), 0, "%s", buf.bytes);
    HAS(buf, "\nThis shows shared wording. It does not say whether the use was agreed.\n");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(terminal, lists_documents_with_paragraphs_and_other_texts)
{
    made m;
    make_harbour(&m);
    syn_buf buf = report(&m, &(syn_terminal){0});
    HAS(buf, "\nNo source is known for\n├─ 001   13 verbatim, of 22 words\n"
             "│   [1]  verbatim    13  ¶1     also in 002\n");
    HAS(buf, "\n    [1]  verbatim    13  ¶2     also in 001\n");
    HAS(buf, "\n[1] 13 words, verbatim: 001 002\n    " LEAD "\n");
    HAS(buf, "Not counted: one name or title.");
    LACKS(buf, "[2]");
    syn_buf_release(&buf);
    buf = report(&m, &(syn_terminal){.all = true});
    HAS(buf, "[2] 5 words, name: 001 003");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(terminal, says_so_when_nothing_is_shared)
{
    made m;
    made_open(&m);
    made_text(&m, "a", "one");
    made_text(&m, "b", "two");
    syn_buf buf = report(&m, &(syn_terminal){0});
    HAS(buf, "The two texts share no passage of 8 words or more.\n");
    syn_buf_release(&buf);
    made_close(&m);
}

static void set_day(made *m, size_t document, uint8_t day)
{
    m->corpus->documents[document].date =
        (syn_date){.precision = SYN_DATE_DAY, .year = 2020, .month = 5, .day = day, .from = "head line"};
}

Test(terminal, names_the_earliest_only_when_every_witness_is_dated)
{
    made m;
    make_harbour(&m);
    set_day(&m, 0, 2);
    syn_buf buf = report(&m, &(syn_terminal){0});
    HAS(buf, "Only 001 carries a date, so nothing is said about who came first.\n");
    LACKS(buf, "earliest");
    syn_buf_release(&buf);
    set_day(&m, 1, 1);
    buf = report(&m, &(syn_terminal){0});
    HAS(buf, "002 has the earliest known date for it.\n");
    HAS(buf, "[1] 13 words, verbatim: 001 002 · earliest known date: 002, 2020-05-01\n");
    syn_buf_release(&buf);
    set_day(&m, 0, 1);
    buf = report(&m, &(syn_terminal){0});
    HAS(buf, "nothing is said about who came first.\n");
    LACKS(buf, "earliest known");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(terminal, puts_pairs_side_by_side_and_marks_what_differs)
{
    made m;
    made_open(&m);
    made_text(&m, "a", "The harbour will close on Monday at noon sharp.");
    made_text(&m, "b", "The harbour will surely close on Tuesday at noon.");
    made_passage(&m, SYN_EDITED, 7, "The harbour will close on Monday at noon", 1, (uint32_t[]){0});
    made_witness(&m, 1, SYN_EDITED, "The harbour will surely close on Tuesday at noon");
    made_pair(&m, 0, 1);
    syn_buf buf = report(&m, &(syn_terminal){.side_by_side = true, .width_columns = 120});
    HAS(buf, "\na · b   7 words: 77.8% of a (9 words), 77.8% of b (9 words)\n");
    HAS(buf, "  The harbour will close on [Monday] at noon                │ "
             "The harbour will [surely] close on [Tuesday] at noon.\n");
    syn_buf_release(&buf);
    buf = report(&m, &(syn_terminal){.side_by_side = true, .width_columns = 120, .color = true});
    HAS(buf, "on \033[31mMonday\033[0m at");
    HAS(buf, "will \033[32msurely\033[0m close");
    LACKS(buf, "[Monday]");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(terminal, keeps_to_the_width_with_wide_characters)
{
    static const char text[] = "港口将于星期一关闭，渡轮中午停航，市长在信中这样说，居民们没有得到任何通知，"
                               "许多人在码头上等待，直到夜里才知道消息，第二天早晨他们又回来了。";
    made m;
    made_open(&m);
    made_text(&m, "甲报.txt", text);
    made_text(&m, "乙报.txt", text);
    made_passage(&m, SYN_VERBATIM, 60, text, 2, (uint32_t[]){0, 1});
    made_pair(&m, 0, 1);
    for (uint32_t width = 40; width < 130; width += 13) {
        syn_buf buf = report(&m, &(syn_terminal){.width_columns = width});
        expect_within(&buf, width);
        syn_buf_release(&buf);
        buf = report(&m, &(syn_terminal){.width_columns = width, .side_by_side = true});
        expect_within(&buf, width);
        syn_buf_release(&buf);
    }
    made_close(&m);
}

Test(terminal, shows_no_control_character_of_an_article)
{
    made m;
    made_open(&m);
    made_text(&m, "a\033[31m", "The \033[2J harbour \xE2\x80\xAE will close");
    made_text(&m, "b", "The \033[2J harbour \xE2\x80\xAE will close");
    made_passage(&m, SYN_VERBATIM, 4, "The \033[2J harbour \xE2\x80\xAE will close", 2, (uint32_t[]){0, 1});
    made_pair(&m, 0, 1);
    for (int side = 0; side < 2; side++) {
        syn_buf buf = report(&m, &(syn_terminal){.side_by_side = side});
        LACKS(buf, "\033");
        LACKS(buf, "\xE2\x80\xAE");
        HAS(buf, "harbour");
        syn_buf_release(&buf);
    }
    made_close(&m);
}

Test(terminal, lists_what_was_passed_over)
{
    made m;
    made_open(&m);
    made_text(&m, "a", "one");
    for (int i = 0; i < 7; i++)
        cr_assert_eq(syn_corpus_skip(m.corpus, "in/pic\nture.png", "is no text"), SYN_OK);
    syn_buf buf = report(&m, &(syn_terminal){0});
    HAS(buf, "\nPassed over: in/pic ture.png: is no text\n");
    HAS(buf, "\nPassed over: 2 more (--all lists them)\n");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(terminal, shows_the_marks_around_a_passage)
{
    made m;
    made_open(&m);
    made_text(&m, "a", "He said: (“Close the harbour now!”) and left.");
    made_text(&m, "b", "Close the harbour now");
    made_passage(&m, SYN_VERBATIM, 4, "Close the harbour now", 2, (uint32_t[]){0, 1});
    made_pair(&m, 0, 1);
    syn_buf buf = report(&m, &(syn_terminal){0});
    HAS(buf, "\n    (“Close the harbour now!”)\n");
    syn_buf_release(&buf);
    buf = report(&m, &(syn_terminal){.side_by_side = true});
    LACKS(buf, "[“");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(terminal, lists_the_largest_and_says_how_many_more)
{
    made m;
    char id[32], text[64];
    made_open(&m);
    for (int i = 0; i < 30; i++) {
        snprintf(id, sizeof id, "paper-%02d", i);
        made_text(&m, id, "The harbour will close on Monday at noon, we hear.");
    }
    for (int i = 0; i < 25; i++) {
        made_passage(&m, SYN_VERBATIM, 8, "The harbour will close on Monday at noon", 0, NULL);
        for (uint32_t d = 0; d < 30; d++)
            made_witness(&m, d, SYN_VERBATIM, "The harbour will close on Monday at noon");
    }
    syn_buf buf = report(&m, &(syn_terminal){0});
    HAS(buf, "All 30 texts share wording, in 25 passages. The largest has 8 words and stands in 30 texts.");
    HAS(buf, "\n└─  10 more texts (--all lists them)\n");
    HAS(buf, "5 more passages (--all lists them)");
    HAS(buf, "and 18 more\n");
    HAS(buf, "│   15 more passages (--all lists them)\n");
    expect_within(&buf, 100);
    syn_buf_release(&buf);
    buf = report(&m, &(syn_terminal){.all = true});
    snprintf(text, sizeof text, "[%d] 8 words", 25);
    HAS(buf, text);
    LACKS(buf, "more passages");
    syn_buf_release(&buf);
    made_close(&m);
}

static void names_are(const char *const *ids, const char *const *expected, size_t count)
{
    made m;
    syn_names names;
    made_open(&m);
    for (size_t i = 0; i < count; i++)
        made_text(&m, ids[i], "text");
    cr_assert_eq(syn_names_make(m.corpus, &names), SYN_OK);
    for (size_t i = 0; i < count; i++) {
        cr_expect_eq(names.at[i].count, strlen(expected[i]), "%.*s", (int)names.at[i].count, names.at[i].at);
        cr_expect_eq(strncmp(names.at[i].at, expected[i], names.at[i].count), 0);
    }
    syn_names_release(&names);
    made_close(&m);
}

Test(names, are_as_short_as_they_can_be_told_apart)
{
    names_are((const char *[]){"x/a/001_0123456789abcdef.txt", "x/a/002_fedcba9876543210.txt"},
              (const char *[]){"001", "002"}, 2);
    names_are((const char *[]){"x/post.html", "x/post.txt", "x/y/wire.txt"},
              (const char *[]){"post.html", "post.txt", "y/wire.txt"}, 3);
    names_are((const char *[]){"ap_00000001", "ap_00000002"}, (const char *[]){"ap_00000001", "ap_00000002"}, 2);
    names_are((const char *[]){"alone/one.txt"}, (const char *[]){"alone/one"}, 1);
    names_are((const char *[]){"v1.2", "v1.3"}, (const char *[]){"v1.2", "v1.3"}, 2);
}

static size_t count_paragraphs(const char *text)
{
    syn_paragraphs paragraphs = {0};
    cr_assert_eq(syn_paragraphs_make((syn_slice){text, strlen(text)}, &paragraphs), SYN_OK);
    size_t count = paragraphs.count;
    syn_paragraphs_release(&paragraphs);
    return count;
}

Test(paragraphs, are_begun_by_lines_set_in_where_no_line_is_blank)
{
    cr_expect_eq(count_paragraphs("one\nstill one\n\ttwo\nstill two\n   three\n  \n"), 3);
    cr_expect_eq(count_paragraphs("    one\nstill one\n one too\n    two\n\n"), 2);
    cr_expect_eq(count_paragraphs("one\n\n  two\n  still two"), 2);
}

Test(paragraphs, are_lines_where_none_is_blank_or_set_in)
{
    cr_expect_eq(count_paragraphs("one\r\ntwo\n three\n"), 3);
    cr_expect_eq(count_paragraphs("\n\nonly one\n\n"), 1);
    cr_expect_eq(count_paragraphs(" \n"), 0);
}

Test(paragraphs, are_blocks_between_blank_lines)
{
    static const char text[] = "\n\none\nstill one\n \t\r\n\ntwo\n\nthree";
    syn_paragraphs paragraphs = {0};
    cr_assert_eq(syn_paragraphs_make((syn_slice){text, sizeof text - 1}, &paragraphs), SYN_OK);
    cr_expect_eq(paragraphs.count, 3);
    cr_expect_eq(syn_paragraphs_find(&paragraphs, 0), 1);
    cr_expect_eq(syn_paragraphs_find(&paragraphs, (size_t)(strstr(text, "still") - text)), 1);
    cr_expect_eq(syn_paragraphs_find(&paragraphs, (size_t)(strstr(text, "two") - text)), 2);
    cr_expect_eq(syn_paragraphs_find(&paragraphs, sizeof text), 3);
    syn_paragraphs_release(&paragraphs);
}
