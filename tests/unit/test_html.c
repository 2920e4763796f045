#include "base/buf.h"
#include "base/hash.h"
#include "report/html.h"
#include "support/credited.h"
#include "support/oom.h"
#include "syndic/report.h"

#include <criterion/criterion.h>
#include <stdio.h>

static syn_status keep(void *context, const void *bytes, size_t count)
{
    syn_buf_add(context, bytes, count);
    return SYN_OK;
}

static syn_buf page_of(const made *m, const syn_html *html)
{
    syn_buf buf = {0};
    syn_error error = {0};
    syn_sink sink = {.write = keep, .context = &buf};
    cr_assert_eq(syn_report_html(m->result, html, &sink, &error), SYN_OK, "%s", error.message);
    return buf;
}

#define HAS(buf, text) cr_expect(strstr((buf).bytes, text), "missing: %s", text)
#define LACKS(buf, text) cr_expect_not(strstr((buf).bytes, text), "should not be there: %s", text)

static size_t count_of(const char *text, const char *what)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, what)); at += strlen(what))
        count++;
    return count;
}

/** What stands on the page behind the style sheet, and before the script. */
static void strip_ours(syn_buf *buf)
{
    char *style = strstr(buf->bytes, "<style>"), *end = strstr(buf->bytes, "</style>");
    memmove(style, end, buf->len - (size_t)(end - buf->bytes) + 1);
    char *script = strstr(buf->bytes, "<script>");
    *script = '\0';
    buf->len = (size_t)(script - buf->bytes);
}

/** Every address on the page is there, once. */
static void expect_links(const syn_buf *buf)
{
    for (const char *at = buf->bytes; (at = strstr(at, "href=\"#")); at++) {
        char id[64];
        const char *name = at + 7;
        snprintf(id, sizeof id, " id=\"%.*s\"", (int)strcspn(name, "\""), name);
        cr_expect_eq(count_of(buf->bytes, id), 1, "%s is there %zu times", id, count_of(buf->bytes, id));
    }
}

static void made_harbour(made *m)
{
    made_open(m);
    made_text(m, "a.txt", "Alone in the first.\n\nThe harbour will close on Monday at noon.\n\nNobody was told.");
    made_text(m, "b.txt", "It rained. The harbour will close on Tuesday at noon, we hear. Alone in the second.");
    made_passage(m, SYN_EDITED, 8, "The harbour will close on Monday at noon", 1, (uint32_t[]){0});
    made_witness(m, 1, SYN_EDITED, "The harbour will close on Tuesday at noon");
    made_pair(m, 0, 1);
}

static void made_credited(credited *c)
{
    credited_open(c);
    c->m.result->view.traced = true;
    made_document(&c->m, &(syn_document){.id = "a", .path = "a", .record = -1, .outlet = "Bell", .title = "The harbour",
                                         .date = {.precision = SYN_DATE_MINUTE, .year = 2030, .month = 4, .day = 2,
                                                  .hour = 9, .minute = 5, .from = "date field"},
                                         .text = "Told the Gazette.\n\n“The harbour will close on Monday at noon.”"});
    made_text(&c->m, "b", "Bell  It rained. “The harbour will close on Tuesday at noon,” she said.");
    made_text(&c->m, "c", "The harbour will close on Monday at noon.");
    uint32_t gazette = credited_source(c, "Gazette"), bell = credited_document(c, 0);
    uint32_t told = credited_credit(c, 0, gazette, "Told the Gazette", "Gazette", SYN_AT_SENTENCE);
    uint32_t label = credited_credit(c, 1, bell, "Bell", "Bell", SYN_AT_LABEL);
    made_passage(&c->m, SYN_EDITED, 8, "The harbour will close on Monday at noon", 1, (uint32_t[]){0});
    c->m.passages[0].speaker = "Ada Quill";
    credited_stands(c, SYN_QUOTED, told);
    made_witness(&c->m, 1, SYN_EDITED, "The harbour will close on Tuesday at noon");
    credited_stands(c, SYN_CREDITED, label);
    made_witness(&c->m, 2, SYN_VERBATIM, "The harbour will close on Monday at noon");
    credited_stands(c, SYN_OPEN, SYN_NONE);
    made_pair(&c->m, 0, 1);
    made_pair(&c->m, 0, 2);
    credited_descent(c, gazette, 0, 8, 1, (uint32_t[]){0});
    credited_evidence(c, "credit", "names it");
    c->evidence[0].span = credited_span(c, 0, "Told the Gazette");
    credited_descent(c, bell, 1, 8, 1, (uint32_t[]){0})->level = SYN_WEAK;
    credited_descent(c, gazette, 1, 0, 0, NULL);
}

Test(html, carries_the_hashes_of_its_own_parts)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const struct { const char *bytes; size_t count; const char *hash; } parts[] = {
        {syn_html_style, syn_html_style_bytes, syn_html_style_hash},
        {syn_html_script, syn_html_script_bytes, syn_html_script_hash}};
    for (size_t p = 0; p < 2; p++) {
        uint8_t digest[33] = {0};
        char text[64] = "sha256-";
        syn_hash_sha256(parts[p].bytes, parts[p].count, digest);
        for (size_t i = 0; i < 33; i += 3) {
            uint32_t three = (uint32_t)digest[i] << 16 | (uint32_t)digest[i + 1] << 8 | digest[i + 2];
            for (int k = 0; k < 4; k++)
                text[7 + i / 3 * 4 + k] = letters[three >> (18 - 6 * k) & 63];
        }
        text[50] = '=';
        cr_expect_str_eq(parts[p].hash, text);
    }
    cr_expect_null(strstr(syn_html_script, "</script"));
    cr_expect_null(strstr(syn_html_script, "<!--"));
    cr_expect_null(strstr(syn_html_style, "</style"));
    for (const char *at = syn_html_style; (at = strstr(at, "url(")); at += 4)
        cr_expect_eq(at[4], '#', "nothing is loaded");
}

Test(html, has_each_text_once_and_links_that_arrive)
{
    made m;
    made_harbour(&m);
    syn_buf buf = page_of(&m, NULL);
    strip_ours(&buf);
    HAS(buf, "default-src 'none'");
    cr_expect_eq(count_of(buf.bytes, "Alone in the first."), 1);
    cr_expect_eq(count_of(buf.bytes, "Alone in the second."), 1);
    HAS(buf, "<ins>Tuesday</ins>");
    HAS(buf, "<del>Monday</del>");
    HAS(buf, "close on <b>Monday</b> at noon");
    HAS(buf, "<a class=\"n so\" id=\"w0\" href=\"#p1\">1</a><mark class=\"ke so\">The harbour");
    HAS(buf, "data-m=\"1e 21 61 11 52\"");
    expect_links(&buf);
    syn_buf_release(&buf);
    made_close(&m);
}

Test(html, leaves_the_texts_out_when_asked)
{
    made m;
    made_harbour(&m);
    syn_buf buf = page_of(&m, &(syn_html){.no_full_text = true});
    strip_ours(&buf);
    LACKS(buf, "Alone in");
    HAS(buf, "data-n=\"2\" data-c=\"21\"");
    HAS(buf, "Of each text only its passages are here, as was asked for.");
    expect_links(&buf);
    syn_buf_release(&buf);
    made_close(&m);
}

Test(html, shows_what_the_result_keeps_where_texts_are_gone)
{
    made m;
    made_harbour(&m);
    m.passages[0].text = "The harbour … noon";
    for (size_t d = 0; d < 2; d++) {
        syn_document *gone = (syn_document *)(uintptr_t)syn_corpus_get(m.corpus, d);
        gone->text = NULL;
        gone->text_bytes = 0;
    }
    syn_buf buf = page_of(&m, NULL);
    strip_ours(&buf);
    HAS(buf, "<blockquote lang=\"\" dir=\"auto\">The harbour … noon</blockquote>");
    HAS(buf, "2 texts could not be read again");
    LACKS(buf, "<article");
    expect_links(&buf);
    syn_buf_release(&buf);
    made_close(&m);
}

Test(html, shows_sources_levels_and_why)
{
    credited c;
    made_credited(&c);
    syn_buf buf = page_of(&c.m, NULL);
    strip_ours(&buf);
    HAS(buf, "<g class=\"box unseen\"><title>Gazette</title>");
    HAS(buf, "<g class=\"line lweak\"><title>a → b</title>");
    HAS(buf, "8 words · weak</text>");
    HAS(buf, "credit only · strong</text>");
    HAS(buf, "2030-04-02 09:05");
    HAS(buf, "<i>credit</i> names it <q dir=\"auto\">Told the Gazette</q>");
    HAS(buf, "speech of <bdi>Ada Quill</bdi>");
    HAS(buf, "<cite>Told the Gazette</cite>");
    HAS(buf, "<span class=\"sq\">quoted</span>");
    HAS(buf, "This shows shared wording and credits.");
    expect_links(&buf);
    syn_buf_release(&buf);
    made_close(&c.m);
}

Test(html, draws_outlets_where_texts_would_be_too_many)
{
    credited c;
    char id[16], outlet[16];
    credited_open(&c);
    c.m.result->view.traced = true;
    for (int i = 0; i < 90; i++) {
        snprintf(id, sizeof id, "t%02d", i);
        snprintf(outlet, sizeof outlet, "Paper %d", i % 9);
        made_document(&c.m, &(syn_document){.id = id, .path = id, .record = -1, .outlet = outlet,
                                            .text = "The harbour will close on Monday at noon."});
    }
    made_passage(&c.m, SYN_VERBATIM, 8, "The harbour will close on Monday at noon", 0, NULL);
    uint32_t gazette = credited_source(&c, "Gazette");
    for (uint32_t d = 0; d < 90; d++) {
        made_witness(&c.m, d, SYN_VERBATIM, "The harbour will close on Monday at noon");
        credited_stands(&c, SYN_OPEN, SYN_NONE);
    }
    for (uint32_t d = 0; d < 90; d++)
        credited_descent(&c, gazette, d, 8, 1, (uint32_t[]){0});
    syn_buf buf = page_of(&c.m, NULL);
    cr_expect_eq(count_of(buf.bytes, "<g class=\"box"), 1 + 9 + 1, "boxes, and one in the key");
    HAS(buf, "Texts of one outlet are one box here, for there would be more than 60.");
    HAS(buf, ">10 texts</text>");
    HAS(buf, "50 more copies");
    syn_buf_release(&buf);
    made_close(&c.m);
}

Test(html, takes_nothing_from_a_text_but_characters)
{
    static const char evil[] = "</script><script>alert(1)</script><img src=x onerror='alert(2)'> & \"quotes\" "
                               "\xE2\x80\xAE" "drow \x1B[31m \x01 \xFF <!-- =HYPERLINK()";
    made m;
    made_open(&m);
    for (int i = 0; i < 2; i++) {
        char id[600];
        snprintf(id, sizeof id, "%d/\"><img src=x>%s", i, evil);
        const char *url = i ? "javascript:alert(3)" : "https://a.example/\"><b onclick=x>";
        made_document(&m, &(syn_document){.id = id, .path = id, .record = -1, .title = evil, .outlet = evil,
                                          .url = url, .text = evil});
    }
    made_passage(&m, SYN_VERBATIM, 12, "alert(1)</script><img src=x onerror='alert(2)'>", 2, (uint32_t[]){0, 1});
    m.passages[0].speaker = evil;
    made_pair(&m, 0, 1);
    syn_buf buf = page_of(&m, NULL);
    strip_ours(&buf);
    LACKS(buf, "<img");
    LACKS(buf, "<script");
    LACKS(buf, "</script");
    LACKS(buf, "<!--");
    LACKS(buf, "<b onclick");
    LACKS(buf, "href=\"javascript");
    LACKS(buf, "\xE2\x80\xAE");
    LACKS(buf, "\x1B");
    LACKS(buf, "\x01");
    LACKS(buf, "\xFF");
    HAS(buf, "href=\"https://a.example/&quot;&gt;&lt;b onclick=x&gt;\"");
    HAS(buf, "<dd dir=\"auto\">javascript:alert(3)</dd>");
    expect_links(&buf);
    syn_buf_release(&buf);
    made_close(&m);
}

Test(html, keeps_what_writing_needs)
{
    made m;
    made_open(&m);
    made_text(&m, "fa", "می\xE2\x80\x8Cخواهم به خانه بروم و آنجا بمانم\r\nتا فردا\n\nپایان");
    made_text(&m, "he", "שלום\xE2\x80\x8F עולם");
    made_passage(&m, SYN_VERBATIM, 8, "خواهم به خانه", 1, (uint32_t[]){0});
    made_witness(&m, 1, SYN_VERBATIM, "שלום");
    syn_buf buf = page_of(&m, NULL);
    HAS(buf, "می\xE2\x80\x8C<a class=\"n so\" id=\"w0\" href=\"#p1\">1</a><mark class=\"kv so\">خواهم به خانه</mark>");
    HAS(buf, "بمانم \nتا فردا</p>");
    HAS(buf, "שלום</mark>\xE2\x80\x8F");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(html, marks_the_larger_of_copies_that_overlap)
{
    made m;
    made_open(&m);
    made_text(&m, "a", "one two three four five six seven eight nine");
    made_text(&m, "b", "one two three four five six seven eight nine");
    made_passage(&m, SYN_VERBATIM, 6, "two three four five six seven", 2, (uint32_t[]){0, 1});
    made_passage(&m, SYN_REWORDED, 4, "five six seven eight", 2, (uint32_t[]){0, 1});
    made_passage(&m, SYN_NAME, 2, "one two", 2, (uint32_t[]){0, 1});
    syn_buf buf = page_of(&m, NULL);
    HAS(buf, "<a class=\"n sn\" id=\"w4\" href=\"#p3\">3</a><mark class=\"kn\">one </mark>");
    HAS(buf, ">1</a><mark class=\"kv so\">two three four </mark>");
    HAS(buf, ">2</a><mark class=\"kv so\">five six seven</mark><mark class=\"kr so\"> eight</mark> nine</p>");
    syn_buf_release(&buf);
    made_close(&m);
}

Test(html, lists_as_many_pairs_as_asked)
{
    made m;
    char id[16];
    made_open(&m);
    for (int i = 0; i < 8; i++) {
        snprintf(id, sizeof id, "t%d", i);
        made_text(&m, id, "The harbour will close on Monday at noon.");
    }
    made_passage(&m, SYN_VERBATIM, 8, "The harbour will close on Monday at noon", 8, (uint32_t[]){0, 1, 2, 3, 4, 5, 6,
        7});
    for (uint32_t a = 0; a < 8; a++)
        for (uint32_t b = a + 1; b < 8; b++)
            made_pair(&m, a, b);
    syn_buf buf = page_of(&m, &(syn_html){.max_pairs = 5});
    strip_ours(&buf);
    cr_expect_eq(count_of(buf.bytes, "<tr data-k="), 5);
    HAS(buf, "23 smaller pairs are not listed");
    expect_links(&buf);
    syn_buf_release(&buf);
    made_close(&m);
}

Test(html, of_nothing_is_whole)
{
    made m;
    made_open(&m);
    syn_buf buf = page_of(&m, NULL);
    HAS(buf, "There are no texts.");
    cr_expect_str_eq(buf.bytes + buf.len - 8, "</html>\n");
    strip_ours(&buf);
    expect_links(&buf);
    syn_buf_release(&buf);
    made_close(&m);
}

/** A thousand texts of 400 words, five thousand passages in three of them each. */
Test(html, of_a_thousand_texts_stays_below_15_megabytes)
{
    made m;
    char id[16], text[4096];
    made_open(&m);
    for (unsigned d = 0; d < 1000; d++) {
        int at = 0;
        for (unsigned w = 0; w < 400; w++)
            at += snprintf(text + at, sizeof text - (size_t)at, "%s%08u", w % 40 ? " " : "\n\n", d / 4 * 1000 + w);
        snprintf(id, sizeof id, "t%04u", d);
        made_text(&m, id, text);
    }
    for (unsigned p = 0; p < 5000; p++) {
        unsigned group = p / 20, first = p % 20 * 20 + 1, at = 0;
        uint32_t documents[] = {group * 4, group * 4 + 1, group * 4 + 2};
        for (unsigned w = first; w < first + 15; w++)
            at += (unsigned)snprintf(text + at, sizeof text - at, "%s%08u", w == first ? "" : " ", group * 1000 + w);
        made_passage(&m, SYN_EDITED, 15, text, 3, documents);
    }
    syn_buf buf = page_of(&m, NULL);
    cr_expect_lt(buf.len, 15000000);
    cr_expect_gt(count_of(buf.bytes, "<details class=\"passage\""), 4000);
    syn_buf_release(&buf);
    made_close(&m);
}

static syn_status refuse(void *context, const void *bytes, size_t count)
{
    (void)bytes;
    *(size_t *)context += count;
    return SYN_IO;
}

Test(html, stops_where_the_sink_fails)
{
    made m;
    size_t written = 0;
    syn_error error = {0};
    syn_sink sink = {.write = refuse, .context = &written};
    made_harbour(&m);
    cr_expect_eq(syn_report_html(m.result, NULL, &sink, &error), SYN_IO);
    cr_expect_gt(strlen(error.message), 10);
    made_close(&m);
}

static syn_status drop(void *context, const void *bytes, size_t count)
{
    (void)bytes;
    *(size_t *)context += count;
    return SYN_OK;
}

Test(html, says_when_memory_is_short)
{
    credited c;
    long n = 0;
    made_credited(&c);
    for (; n == 0 || oom_struck(); n++) {
        size_t written = 0;
        syn_error error = {0};
        syn_sink sink = {.write = drop, .context = &written};
        oom_after(n);
        syn_status status = syn_report_html(c.m.result, NULL, &sink, &error);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK, "allocation %ld", n);
        cr_assert_eq(error.status, status);
    }
    cr_expect_gt(n, 40);
    made_close(&c.m);
}
