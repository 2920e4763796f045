/* What a check found, in every format, and through JSON and back. */

#include "ingest/saved.h"
#include "support/novel.h"
#include "support/oom.h"
#include "support/rendered.h"
#include "support/replaced.h"
#include "syndic/changes.h"
#include "syndic/syndic.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

static syn_buf render_json(const syn_result *result)
{
    syn_buf buf = {0};
    cr_assert_eq(syn_report_json(result, &(syn_sink){rendered_keep, &buf}, NULL), SYN_OK);
    return buf;
}

static syn_buf render_terminal(const syn_result *result, const syn_terminal *terminal)
{
    return RENDERED(terminal, result, terminal);
}

static void at_its_head(const syn_buf *buf, const char *text)
{
    cr_expect(strncmp(buf->bytes, text, strlen(text)) == 0, "\"%s\" is not the head of:\n%s", text, buf->bytes);
}

/* JSON */

Test(checked, json_has_an_item_for_each_new_text)
{
    novel n;
    novel_make(&n);
    syn_buf buf = render_json(n.c.m.result);
    HAS(buf, "\"params\":{\"command\":\"check\",");
    HAS(buf, "],\n\"check\":[\n{\"document\":\"new/draft.txt\",\"over\":true,\"words\":15,\"share\":0.2778,"
             "\"limit\":\"10w,30.5%\",\"ignored_words\":3,\"known_words\":13,"
             "\"versions\":[{\"id\":\"archive/draft-0.txt\",\"path\":null,\"same\":false},"
             "{\"id\":\"wire-7\",\"path\":\"archive/wire.jsonl\",\"same\":true}],"
             "\"passages\":[{\"passage\":1,\"words\":15,\"known\":false},{\"passage\":2,\"words\":13,\"known\":true}]},"
             "\n{\"document\":\"new/clean.txt\",\"over\":false,\"words\":0,\"share\":0,\"limit\":\"10w,30.5%\","
             "\"ignored_words\":0,\"known_words\":0,\"versions\":[],\"passages\":[]}],\n\"passages\":[");
    syn_buf_release(&buf);
    n.c.m.result->view.is_check = false;
    buf = render_json(n.c.m.result);
    LACKS(buf, "\"check\"");
    syn_buf_release(&buf);
    novel_close(&n);
}

static void comes_back(const syn_result *result)
{
    char path[] = "/tmp/syndic-checked-XXXXXX";
    int file = mkstemp(path);
    cr_assert(file >= 0);
    FILE *out = fdopen(file, "wb");
    syn_buf json = render_json(result);
    cr_assert_eq(fwrite(json.bytes, 1, json.len, out), json.len);
    cr_assert_eq(fclose(out), 0);
    syn_corpus *corpus = NULL;
    syn_result *back = NULL;
    syn_error error = {0};
    cr_assert_eq(syn_result_read(path, NULL, &corpus, &back, &error), SYN_OK, "%s", error.message);
    syn_buf again = render_json(back);
    cr_expect_str_eq(again.bytes, json.bytes);
    syn_buf_release(&json);
    syn_buf_release(&again);
    syn_result_free(back);
    syn_corpus_free(corpus);
    remove(path);
}

Test(checked, json_comes_back_byte_for_byte)
{
    novel n;
    novel_make(&n);
    comes_back(n.c.m.result);
    n.c.m.result->view.limit_words = UINT32_MAX;
    comes_back(n.c.m.result);
    n.c.m.result->view.limit_share = 2;
    comes_back(n.c.m.result);
    n.c.m.result->view.limit_words = 0;
    comes_back(n.c.m.result);
    novel_close(&n);
}

Test(checked, what_is_wrong_in_json_is_told_with_its_place)
{
    static const char *const cases[][3] = {
        {"\"check\":[", "\"chuck\":[", "\"check\" is missing"},
        {"{\"document\":\"new/draft.txt\",\"over\"", "{\"document\":\"new/clean.txt\",\"over\"", "check[0]: new texts"},
        {"{\"document\":\"new/draft.txt\",\"over\"", "{\"document\":\"archive/bell.txt\",\"over\"", "check[0]: new"},
        {"{\"document\":\"new/draft.txt\",\"over\"", "{\"document\":\"nobody\",\"over\"", "names none of the"},
        {"{\"id\":\"new/clean.txt\"", "{\"id\":\"new/draft.txt\"", "documents: the id \"new/draft.txt\" stands twice"},
        {"{\"id\":\"archive/bell.txt\"", "{\"id\":\"zoo\"", "names none of the documents"},
        {"\"over\":true", "\"over\":1", "check[0]: field \"over\" is neither"},
        {"\"words\":15,\"share\"", "\"words\":5000,\"share\"", "check[0]: it has more open words than words"},
        {"\"limit\":\"10w,30.5%\"", "\"limit\":\"10\"", "check[0]: field \"limit\""},
        {"\"limit\":\"10w,30.5%\"", "\"limit\":\"10w,\"", "check[0]: field \"limit\""},
        {"\"limit\":\"10w,30.5%\"", "\"limit\":\"10w,101%\"", "check[0]: field \"limit\""},
        {"\"limit\":\"10w,30.5%\"", "\"limit\":\"99999999999999999999w\"", "check[0]: field \"limit\""},
        {"\"limit\":\"10w,30.5%\"", "\"limit\":\"\"", "check[0]: field \"limit\""},
        {"\"limit\":\"10w,30.5%\"", "\"limit\":\"11w,30.5%\"", "check[1]: field \"limit\" is not that"},
        {"{\"passage\":2,", "{\"passage\":1,", "check[0].passages[1]: passages must be"},
        {"{\"passage\":2,", "{\"passage\":9,", "check[0].passages[1]: names a passage that is not there"},
        {"\"same\":true", "\"same\":null", "check[0].versions[1]: field \"same\" is null"},
    };
    novel n;
    syn_buf wrong = {0};
    novel_make(&n);
    syn_buf json = render_json(n.c.m.result);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        syn_saved saved = {0};
        syn_error error = {0};
        replace(&json, cases[i][0], cases[i][1], &wrong);
        cr_expect_eq(syn_saved_read("r.json", wrong.bytes, wrong.len, NULL, &saved, &error), SYN_INPUT, "%zu", i);
        cr_expect_not_null(strstr(error.message, cases[i][2]), "%s is not in %s", cases[i][2], error.message);
        syn_saved_release(&saved);
    }
    syn_buf_release(&json);
    syn_buf_release(&wrong);
    novel_close(&n);
}

Test(checked, known_texts_must_be_in_order_behind_the_new_ones)
{
    novel n;
    syn_saved saved = {0};
    syn_error error = {0};
    novel_make(&n);
    n.c.m.corpus->documents[4].id = "archive/a.txt";
    syn_buf json = render_json(n.c.m.result);
    cr_expect_eq(syn_saved_read("r.json", json.bytes, json.len, NULL, &saved, &error), SYN_INPUT);
    cr_expect_not_null(strstr(error.message, "check: behind the new texts"), "%s", error.message);
    syn_buf_release(&json);
    novel_close(&n);
}

/* For a terminal */

Test(checked, three_lines_answer)
{
    novel n;
    novel_make(&n);
    n.c.m.result->view.checked_count = 1;
    syn_buf buf = render_terminal(n.c.m.result, &(syn_terminal){.width_columns = 200});
    at_its_head(&buf, "new/draft: 15 open words of 54 (27.8%), over the limit of 10 words.\n"
                      "It shares wording with three known texts, two of them dated earlier. The most that one of them has is "
                      "41 words, credited ones included: archive/bell (“Mole to close”, Lantern Post, 2024-03-02).\n"
                      "Likely source: archive/bell (“Mole to close”, Lantern Post, 2024-03-02): 28 words, strong; "
                      "dated 2024-03-02, before 2024-03-09.\n"
                      "Likely source: Port Ellery Courier, not among the texts (credited in new/draft, archive/bell): "
                      "13 words, moderate; \"The Courier reported\".\n");
    HAS(buf, "\nAn earlier version of it is known: archive/draft-0.txt; it is not counted.\n");
    HAS(buf, "\nThis very text is known as wire-7 (archive/wire.jsonl); it is not counted.\n");
    HAS(buf, "\nNot counted: 13 words that are known and accepted, 3 words of ignored text, one name or title.\n");
    HAS(buf, "\nThis shows shared wording and credits. It does not say whether the use was agreed.\n");
    syn_buf_release(&buf);
    novel_close(&n);
}

Test(checked, passages_stand_below_by_how_they_stand)
{
    novel n;
    novel_make(&n);
    syn_buf buf = render_terminal(n.c.m.result, &(syn_terminal){.width_columns = 160});
    at_its_head(&buf, "One of two new texts is over the limits of 10 words and 30.5%: new/draft (15 words).\n");
    HAS(buf, "\nOpen: not quoted, and no credit covers it (one passage)\n  [1] 15 words, verbatim, ¶2\n      " NOVEL_OPEN ".\n"
             "      earlier known texts: archive/horn (2024-03-01), archive/bell (2024-03-02); other known text: "
             "archive/mast\n");
    HAS(buf, "\nOpen, but known and accepted, so not counted (one passage)\n  [2] 13 words, verbatim, ¶3\n");
    HAS(buf, "\nCredited (one passage)\n  [3] 13 words, verbatim, ¶4\n");
    HAS(buf, "\n      \"The Courier reported\"\n");
    HAS(buf, "\nNothing of these is shared with known texts: new/clean.\n");
    LACKS(buf, "[4]");
    syn_buf_release(&buf);
    novel_close(&n);
}

Test(checked, nothing_shared_is_one_line)
{
    novel n;
    novel_make(&n);
    n.c.m.corpus->documents[0] = n.c.m.corpus->documents[1];
    syn_result_view *view = &n.c.m.result->view;
    n.c.m.corpus->count = 1;
    n.checked[0] = (syn_checked){0};
    view->checked_count = 1;
    view->passage_count = view->witness_count = view->pair_count = view->descent_count = 0;
    view->credit_count = view->source_count = view->counted_count = view->version_count = 0;
    syn_buf buf = render_terminal(n.c.m.result, &(syn_terminal){.width_columns = 160});
    at_its_head(&buf, "new/clean: shares no passage of 8 words or more with known texts (54 words).\n\n"
                      "This shows shared wording.");
    syn_buf_release(&buf);
    novel_close(&n);
}

/** A clean text, the only one, of which versions are known. */
static void known_already(novel *n)
{
    syn_result_view *view = &n->c.m.result->view;
    n->c.m.corpus->documents[0] = n->c.m.corpus->documents[1];
    n->c.m.corpus->count = view->checked_count = 1;
    n->checked[0] = (syn_checked){.version_count = 2};
    view->limit_words = UINT32_MAX;
    view->limit_share = 2;
    view->passage_count = view->witness_count = view->pair_count = view->descent_count = 0;
    view->credit_count = view->source_count = view->counted_count = 0;
}

Test(checked, a_text_that_is_known_already_is_told_first)
{
    novel n;
    novel_make(&n);
    known_already(&n);
    const syn_result *result = n.c.m.result;
    syn_buf bufs[] = {render_terminal(result, &(syn_terminal){.width_columns = 200}), RENDERED(github, result, NULL),
                      RENDERED(markdown, result, NULL), RENDERED(html, result, NULL), RENDERED(sarif, result, NULL)};
    at_its_head(&bufs[0], "new/clean: this very text is known as wire-7 (archive/wire.jsonl), which is not counted; "
                          "beside that it shares no passage of 8 words or more with known texts (54 words).\n"
                          "An earlier version of it is known: archive/draft-0.txt; it is not counted.\n\n");
    at_its_head(&bufs[1], "::notice title=syndic::new/clean: this very text is known as wire-7 (archive/wire.jsonl). "
                          "Such texts are not counted.\n"
                          "::notice title=syndic::Beside that no shared wording was found. ");
    HAS(bufs[2], "\n`new/clean`: this very text is known as `wire-7`; it is not counted.\n");
    HAS(bufs[3], "<p>new/clean: this very text is known as wire-7 (archive/wire.jsonl), which is not counted; ");
    HAS(bufs[4], "{\"level\":\"note\",\"message\":{\"text\":\"new/clean: this very text is known as wire-7 "
                 "(archive/wire.jsonl); it is not counted.\"}}");
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        syn_buf_release(&bufs[i]);
    novel_close(&n);
}

Test(checked, an_edited_copy_is_called_edited_everywhere)
{
    novel n;
    novel_make(&n);
    n.c.m.passages[0].representative = 0;
    n.c.m.passages[0].kind = SYN_EDITED;
    const syn_result *result = n.c.m.result;
    syn_buf bufs[] = {render_terminal(result, &(syn_terminal){.width_columns = 160}), RENDERED(github, result, NULL),
                      RENDERED(markdown, result, NULL), RENDERED(html, result, NULL), RENDERED(sarif, result, NULL)};
    HAS(bufs[0], "\n  [1] 15 words, edited, ¶2\n");
    HAS(bufs[1], "::Shared wording, edited: 15 words");
    HAS(bufs[2], "Passage 1: 15 words, edited, 4 copies</summary>\n\n- `new/draft`, line 3: edited, open\n");
    HAS(bufs[4], "{\"ruleId\":\"edited-open\",\"ruleIndex\":5,");
    const char *row = strstr(bufs[3].bytes, "<section id=\"new\"");
    row = row ? strstr(row, "<tbody>") : NULL;
    const char *kind = row ? strstr(row, "edited") : NULL, *end = row ? strstr(row, "</tr>") : NULL;
    cr_expect(kind && end && kind < end);
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        syn_buf_release(&bufs[i]);
    novel_close(&n);
}

Test(checked, sources_that_known_copies_credit_are_always_named)
{
    novel n;
    novel_make(&n);
    syn_result_view *view = &n.c.m.result->view;
    view->checked_count = 1;
    for (size_t i = 0; i < view->witness_count; i++)
        if (n.c.m.witnesses[i].document == 2)
            n.c.m.witnesses[i].credit = 1;
    syn_buf told = render_terminal(n.c.m.result, &(syn_terminal){.width_columns = 200});
    LACKS(told, "known texts credit");
    syn_buf_release(&told);
    for (view->descent_count = 2; view->descent_count-- > 0;) {
        syn_buf bufs[] = {render_terminal(n.c.m.result, &(syn_terminal){.width_columns = 200}),
                          RENDERED(html, n.c.m.result, NULL), RENDERED(github, n.c.m.result, NULL),
                          RENDERED(markdown, n.c.m.result, NULL)};
        HAS(bufs[0], "\nOne of the three known texts credits Port Ellery Courier, which is not among them.\n");
        HAS(bufs[1], "One of the three known texts credits Port Ellery Courier, which is not among them.");
        HAS(bufs[2], "syndic::One of the three known texts credits Port Ellery Courier, which is not among them.\n");
        HAS(bufs[3], "\nOne of the three known texts credits `Port Ellery Courier`, which is not among them.\n");
        for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
            syn_buf_release(&bufs[i]);
    }
    view->descent_count = 0;
    n.c.credits[1].level = SYN_WEAK;
    syn_buf buf = render_terminal(n.c.m.result, &(syn_terminal){.width_columns = 200});
    LACKS(buf, "known texts credit");
    syn_buf_release(&buf);
    novel_close(&n);
}

Test(checked, evidence_says_whose_words_it_quotes_and_says_them_once)
{
    novel n;
    novel_make(&n);
    n.c.m.result->view.checked_count = 1;
    n.c.evidence[1].document = 2;
    credited_evidence(&n.c, "credit", "\"The Courier reported\"");
    n.c.evidence[2].document = 3;
    syn_buf buf = render_terminal(n.c.m.result, &(syn_terminal){.width_columns = 200});
    HAS(buf, "13 words, moderate; \"The Courier reported\" in archive/bell.\n");
    syn_buf_release(&buf);
    buf = RENDERED(github, n.c.m.result, NULL);
    HAS(buf, "(moderate: \"The Courier reported\" in archive/bell).");
    syn_buf_release(&buf);
    novel_close(&n);
}

Test(checked, a_limit_that_holds_is_named)
{
    novel n;
    novel_make(&n);
    n.c.m.result->view.checked_count = 1;
    n.checked[0].over = false;
    n.c.m.result->view.limit_words = 40;
    n.c.m.result->view.limit_share = 2;
    syn_buf buf = render_terminal(n.c.m.result, &(syn_terminal){0});
    at_its_head(&buf, "new/draft: 15 open words of 54 (27.8%), within the limit of 40 words.\n");
    syn_buf_release(&buf);
    n.c.m.result->view.limit_words = UINT32_MAX;
    buf = render_terminal(n.c.m.result, &(syn_terminal){0});
    at_its_head(&buf, "new/draft: 15 open words of 54 (27.8%).\n");
    syn_buf_release(&buf);
    novel_close(&n);
}

Test(checked, undated_texts_are_not_called_earlier)
{
    novel n;
    novel_make(&n);
    n.c.m.corpus->documents[0].date = (syn_date){0};
    syn_buf buf = render_terminal(n.c.m.result, &(syn_terminal){.width_columns = 160});
    LACKS(buf, "earlier known");
    LACKS(buf, "dated earlier");
    HAS(buf, "      known texts: archive/horn (2024-03-01), archive/bell (2024-03-02), archive/mast\n");
    syn_buf_release(&buf);
    novel_close(&n);
}

Test(checked, side_by_side_has_the_pairs_below)
{
    novel n;
    novel_make(&n);
    syn_buf buf = render_terminal(n.c.m.result, &(syn_terminal){.side_by_side = true});
    at_its_head(&buf, "One of two new texts is over");
    HAS(buf, " │ ");
    syn_buf_release(&buf);
    novel_close(&n);
}

/* For programs and pull requests */

Test(checked, only_new_texts_have_results_in_sarif)
{
    novel n;
    novel_make(&n);
    syn_buf buf = RENDERED(sarif, n.c.m.result, NULL);
    cr_expect_eq(rendered_count(&buf, "{\"ruleId\""), 3);
    cr_expect_eq(rendered_count(&buf, ",\"level\":\"error\",\n"), 1);
    cr_expect_eq(rendered_count(&buf, ",\"level\":\"note\",\n"), 2);
    cr_expect_eq(rendered_count(&buf, "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"new"), 3);
    HAS(buf, "It is known and accepted.");
    syn_buf_release(&buf);
    novel_close(&n);
}

Test(checked, github_has_errors_first)
{
    novel n;
    novel_make(&n);
    syn_buf buf = RENDERED(github, n.c.m.result, NULL);
    at_its_head(&buf, "::error title=syndic::Over the limits of 10 words and 30.5%25: new/draft (15 open words).\n"
                      "::error file=new/draft.txt,line=3,endLine=3,");
    cr_expect_eq(rendered_count(&buf, "::notice file=new/draft.txt"), 2);
    LACKS(buf, "::warning");
    LACKS(buf, "file=archive");
    syn_buf_release(&buf);
    n.checked[0].over = false;
    buf = RENDERED(github, n.c.m.result, NULL);
    at_its_head(&buf, "::notice title=syndic::No new text is over the limits of 10 words and 30.5%25.\n");
    LACKS(buf, "::error");
    syn_buf_release(&buf);
    novel_close(&n);
}

Test(checked, markdown_has_new_texts_first)
{
    novel n;
    novel_make(&n);
    syn_buf buf = RENDERED(markdown, n.c.m.result, NULL);
    at_its_head(&buf, "### Shared wording\n\n1 of 2 new texts is over the limits of 10 words and 30.5%");
    HAS(buf, "| **over** | `new/draft` | 15 | 27.8% | 13 | 3 | an earlier version is known: `archive/draft-0.txt`; "
             "this very text is known as `wire-7` |\n");
    LACKS(buf, "| `new/clean` |");
    HAS(buf, "<details><summary>Passage 1: 15 words, verbatim, 4 copies</summary>");
    syn_buf_release(&buf);
    novel_close(&n);
}

Test(checked, page_has_new_texts_first)
{
    novel n;
    novel_make(&n);
    syn_buf buf = RENDERED(html, n.c.m.result, NULL);
    HAS(buf, "<title>Shared wording in two new texts</title>");
    HAS(buf, "<p>One of two new texts is over the limits of 10 words and 30.5%: new/draft (15 words).</p>");
    HAS(buf, "<section id=\"new\">");
    HAS(buf, "known, not counted");
    const char *fresh = strstr(buf.bytes, "<section id=\"new\""), *sides = strstr(buf.bytes, "<section id=\"sides\"");
    const char *texts = strstr(buf.bytes, "<section id=\"texts\"");
    const char *reading = strstr(buf.bytes, "<section id=\"reading\"");
    cr_assert(fresh && sides && texts && reading);
    cr_expect(fresh < sides && sides < reading && reading < texts);
    cr_expect_eq(rendered_count(&buf, "<section id="), rendered_count(&buf, "</section>"));
    cr_expect_eq(rendered_count(&buf, "<table"), rendered_count(&buf, "</table>"));
    syn_buf_release(&buf);
    novel_close(&n);
}

Test(checked, hostile_words_stay_words)
{
    novel n;
    novel_make(&n);
    n.versions[0].id = "\033[2J<script>|`x`|\n::error::gone ${{x}} \xE2\x80\xAE";
    n.c.m.corpus->documents[2].title = "</td><b>\n::warning::a\033[31m`|`";
    n.c.evidence[0].says = "<i>\n::error::b";
    const syn_result *result = n.c.m.result;
    syn_buf bufs[] = {render_terminal(result, &(syn_terminal){.width_columns = 400}), RENDERED(html, result, NULL),
                      RENDERED(markdown, result, NULL), RENDERED(github, result, NULL), render_json(result)};
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++) {
        LACKS(bufs[i], "\033");
        LACKS(bufs[i], "\n::error::");
        LACKS(bufs[i], "\n::warning::a");
        if (i < 2)
            LACKS(bufs[i], "\xE2\x80\xAE");
    }
    LACKS(bufs[1], "<script>|");
    LACKS(bufs[1], "</td><b>");
    comes_back(result);
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        syn_buf_release(&bufs[i]);
    novel_close(&n);
}

/* Two checks */

Test(checked, two_checks_are_told_apart)
{
    novel a, b;
    syn_changes *changes = NULL;
    novel_make(&a);
    novel_make(&b);
    cr_assert_eq(syn_changes_make(a.c.m.result, b.c.m.result, &changes, NULL), SYN_OK);
    cr_expect_eq(syn_changes_count(changes), 0);
    syn_changes_free(changes);
    a.checked[0].over = false;
    a.checked[0].words = 1;
    cr_assert_eq(syn_changes_make(a.c.m.result, b.c.m.result, &changes, NULL), SYN_OK);
    cr_expect_eq(syn_changes_count(changes), 1);
    syn_buf text = {0}, json = {0};
    cr_assert_eq(syn_changes_terminal(changes, NULL, &(syn_sink){rendered_keep, &text}, NULL), SYN_OK);
    cr_assert_eq(syn_changes_json(changes, &(syn_sink){rendered_keep, &json}, NULL), SYN_OK);
    HAS(text, "  new/draft.txt: 15 open words, over the limit (was 1 open word)\n");
    HAS(json, "\"check\":{\"changed\":[\n {\"document\":\"new/draft.txt\",\"before\":{\"over\":false,\"words\":1},"
              "\"after\":{\"over\":true,\"words\":15}}]}");
    syn_buf_release(&text);
    syn_buf_release(&json);
    syn_changes_free(changes);
    novel_close(&a);
    novel_close(&b);
}

/* Short memory */

static syn_status drop(void *context, const void *bytes, size_t count)
{
    (void)bytes;
    *(size_t *)context += count;
    return SYN_OK;
}

static syn_status write_format(const syn_result *result, int format, const syn_sink *sink, syn_error *error)
{
    switch (format) {
    case 0: return syn_report_terminal(result, &(syn_terminal){.all = true}, sink, error);
    case 1: return syn_report_html(result, NULL, sink, error);
    case 2: return syn_report_markdown(result, NULL, sink, error);
    case 3: return syn_report_sarif(result, NULL, sink, error);
    case 4: return syn_report_github(result, NULL, sink, error);
    default: return syn_report_json(result, sink, error);
    }
}

Test(checked, formats_say_when_memory_is_short)
{
    novel n;
    novel_make(&n);
    for (int format = 0; format < 6; format++)
        for (long i = 0; i == 0 || oom_struck(); i++) {
            syn_error error = {0};
            size_t written = 0;
            oom_after(i);
            syn_status status = write_format(n.c.m.result, format, &(syn_sink){drop, &written}, &error);
            oom_never();
            cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK, "format %d, allocation %ld", format, i);
        }
    syn_buf json = render_json(n.c.m.result);
    for (long i = 0; i == 0 || oom_struck(); i++) {
        syn_saved saved = {0};
        syn_error error = {0};
        oom_after(i);
        syn_status status = syn_saved_read("r.json", json.bytes, json.len, NULL, &saved, &error);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK, "reading, allocation %ld", i);
        syn_saved_release(&saved);
    }
    syn_buf_release(&json);
    novel_close(&n);
}
