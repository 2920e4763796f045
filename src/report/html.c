/* The frame of the page: head, findings, the order of sections, and what is left to say. */

#include "report/html.h"

#include "base/error.h"

#include <string.h>

/* Steps of comparing words (html_diff.c): about a fifth of a second. */
#define DIFF_COST 200000000u

/* The sheet writes lines so long that nothing is ever broken. */
enum { LINE_CELLS = 1 << 24 };

static syn_status keep(void *context, const void *bytes, size_t count)
{
    syn_buf *said = context;
    syn_buf_add(said, bytes, count);
    return said->failed ? SYN_MEMORY : SYN_OK;
}

/* Head */

static void write_title(syn_html_out *out)
{
    const syn_summary *s = &out->sheet.summary;
    size_t fresh = out->sheet.view->checked_count;
    char number[32];
    if (out->sheet.view->is_check) {
        syn_html_format(out, "Shared wording in %s new text%s", syn_sheet_count(fresh, number), fresh == 1 ? "" : "s");
        return;
    }
    syn_html_format(out, "Shared wording in %s text%s", syn_sheet_count(s->documents, number),
                    s->documents == 1 ? "" : "s");
}

static void write_head(syn_html_out *out)
{
    syn_html_raw(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
    syn_html_raw(out, syn_html_style_hash);
    syn_html_raw(out, "'; script-src '");
    syn_html_raw(out, syn_html_script_hash);
    syn_html_raw(out, "'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"color-scheme\" content=\"light dark\">\n"
                      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    write_title(out);
    syn_html_format(out, "</title>\n<meta name=\"generator\" content=\"syndic %s\">\n<style>", syn_version());
    syn_html_put(out, syn_html_style, syn_html_style_bytes);
    syn_html_raw(out, "</style>\n</head>\n");
}

/* The parts, and the way to each */

static bool has_sources(const syn_html_out *out)
{
    const syn_stemma *stemma = &out->sheet.stemma;
    return stemma->head_count > 0 && stemma->heads[0].source != SYN_NONE;
}

static bool has_new(const syn_html_out *out)
{
    for (uint32_t n = 0; n < out->sheet.view->checked_count; n++)
        if (!syn_checked_is_clean(&out->sheet, n))
            return true;
    return false;
}

static void write_way(syn_html_out *out)
{
    bool check = out->sheet.view->is_check;
    syn_html_raw(out, "<nav aria-label=\"Parts of this page\"><a href=\"#findings\">Findings</a>");
    if (has_new(out))
        syn_html_raw(out, "<a href=\"#new\">New texts</a>");
    if (check && out->texts > 0)
        syn_html_raw(out, "<a href=\"#reading\">Reading</a>");
    if (has_sources(out))
        syn_html_raw(out, "<a href=\"#sources\">Sources</a>");
    syn_html_raw(out, "<a href=\"#texts\">Texts</a>");
    if (out->passages > 0)
        syn_html_raw(out, "<a href=\"#passages\">Passages</a>");
    if (out->pair_count > 0)
        syn_html_raw(out, "<a href=\"#pairs\">Pairs</a>");
    if (!check && out->texts > 0)
        syn_html_raw(out, "<a href=\"#reading\">Reading</a>");
    syn_html_raw(out, "<a href=\"#notes\">Notes</a></nav>\n");
}

/** What fills the bars of strips, so that standings are told apart without colour. */
static void write_patterns(syn_html_out *out)
{
    syn_html_raw(out,
        "<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>"
        "<pattern id=\"striped\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\">"
        "<rect class=\"under\" width=\"6\" height=\"6\"/><rect class=\"over\" width=\"3.4\" height=\"6\"/></pattern>"
        "<pattern id=\"dotted\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
        "<rect class=\"over\" width=\"5\" height=\"5\"/><circle class=\"under\" cx=\"2.5\" cy=\"2.5\" "
        "r=\"1.3\"/></pattern>"
        "</defs></svg>\n");
}

static void say_check(syn_sheet *sheet)
{
    syn_checked_summary(sheet);
    if (sheet->view->checked_count == 1)
        syn_checked_each(sheet, NULL);
    syn_checked_say_clean(sheet);
}

static void say_findings(syn_html_out *out)
{
    const syn_summary *s = &out->sheet.summary;
    bool check = out->sheet.view->is_check;
    syn_html_say(out, check ? say_check : out->traced ? syn_answer_write : syn_shared_write);
    syn_html_raw(out, "</div>\n");
    if (check)
        return;
    if (out->traced && s->counted > 0)
        syn_html_say(out, syn_rest_open);
    if (out->traced)
        syn_html_say(out, syn_rest_shareless);
    syn_html_say(out, syn_rest_not_counted);
}

static void write_findings(syn_html_out *out)
{
    syn_html_raw(out, out->passages > SYN_HTML_LONG ? "<body class=\"long\">\n" : "<body>\n");
    syn_html_raw(out, "<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n<header>\n<h1>");
    write_title(out);
    syn_html_raw(out, "</h1>\n</header>\n");
    write_way(out);
    write_patterns(out);
    syn_html_raw(out, "<main>\n<section id=\"findings\" aria-label=\"Findings\">\n<div class=\"lead\">\n");
    say_findings(out);
    syn_html_raw(out, "<p class=\"bound\">");
    syn_html_raw(out, out->sheet.view->credit_count > 0 ? "This shows shared wording and credits. "
                                                        : "This shows shared wording. ");
    syn_html_raw(out, "It does not say whether the use was agreed.</p>\n</section>\n");
}

/** How each kind and standing looks, once. */
static void write_legend(syn_html_out *out)
{
    syn_html_raw(out,
        "<details class=\"legend\"><summary>How to read the marks</summary>\n<dl>\n"
        "<div><dt><mark class=\"kv\">verbatim</mark></dt><dd>word for word: a solid line below</dd></div>\n"
        "<div><dt><mark class=\"ke\">edited</mark></dt><dd>the same but for some words: a dashed line</dd></div>\n"
        "<div><dt><mark class=\"kr\">reworded</mark></dt><dd>the same in other words: a wavy line</dd></div>\n"
        "<div><dt><mark class=\"kn\">name</mark>, <mark class=\"kc\">common text</mark></dt>"
        "<dd>a title or set phrase, page furniture: a thin dotted line; in no share</dd></div>\n"
        "<div><dt><a class=\"n sq\" href=\"#passages\">7</a></dt><dd>passage 7, quoted: it stands between quotation "
        "marks</dd></div>\n"
        "<div><dt><a class=\"n sc\" href=\"#passages\">7</a></dt><dd>passage 7, credited: the text names a source for "
        "it</dd></div>\n"
        "<div><dt><a class=\"n so\" href=\"#passages\">7</a></dt><dd>passage 7, open: no credit found near it</dd></div>\n"
        "<div><dt><svg class=\"strip\" width=\"90\" height=\"14\" aria-hidden=\"true\"><rect class=\"sq\" "
        "width=\"28\" height=\"14\"/>"
        "<rect class=\"sc\" x=\"31\" width=\"28\" height=\"14\"/><rect class=\"so\" x=\"62\" width=\"28\" "
        "height=\"14\"/></svg></dt>"
        "<dd>in a strip: quoted is striped, credited is full, open is dotted</dd></div>\n"
        "<div><dt><svg class=\"strip\" width=\"90\" height=\"14\" aria-hidden=\"true\"><rect class=\"sc\" "
        "width=\"28\" height=\"14\"/>"
        "<rect class=\"sc\" x=\"31\" y=\"4\" width=\"28\" height=\"10\"/><rect class=\"sc\" x=\"62\" y=\"7\" "
        "width=\"28\" height=\"7\"/></svg></dt>"
        "<dd>verbatim is highest, then edited, then reworded; names and common text are a thin line</dd></div>\n"
        "<div><dt><cite>told the Gazette</cite></dt><dd>words that credit somebody</dd></div>\n"
        "<div><dt><ins>new</ins> <del>gone</del></dt><dd>words that one copy has and the other lacks</dd></div>\n"
        "</dl></details>\n");
}

/* What is not on the page */

static void say_left_out(syn_html_out *out, size_t shown, size_t all, const char *what)
{
    if (shown == all)
        return;
    syn_html_raw(out, "<li>");
    syn_html_number(out, all - shown);
    syn_html_raw(out, what);
    syn_html_raw(out, "</li>\n");
}

static void say_partial(syn_html_out *out)
{
    size_t whole = 0, parts = 0, marked = 0;
    for (size_t d = 0; d < out->sheet.summary.documents; d++) {
        whole += out->extents[d] == SYN_HTML_WHOLE;
        parts += out->extents[d] == SYN_HTML_PARTS;
        marked += out->places.first[d + 1] > out->places.first[d];
    }
    if (out->options.no_full_text)
        syn_html_raw(out, "<li>Of each text only its passages are here, as was asked for.</li>\n");
    else if (parts > 0)
        syn_html_format(out, "<li>%zu texts are here whole; of %zu only the passages, to keep this file small.</li>\n",
                        whole, parts);
    if (whole + parts < marked && out->gone == 0)
        say_left_out(out, whole + parts, marked, " texts that share wording are in the tables only.");
    if (out->gone > 0)
        syn_html_format(out, "<li>%zu text%s could not be read again, or changed since: passages are shown as far as "
                             "the result keeps them.</li>\n", out->gone, out->gone == 1 ? "" : "s");
}

static void say_skipped(syn_html_out *out)
{
    enum { MOST = 200 };
    size_t count = out->sheet.summary.skipped;
    for (size_t i = 0; i < count && i < MOST; i++) {
        const syn_skip *skip = syn_corpus_skip_get(out->sheet.view->corpus, i);
        syn_html_raw(out, "<li>Passed over: ");
        syn_html_line(out, skip->path, strlen(skip->path));
        syn_html_raw(out, ": ");
        syn_html_line(out, skip->why, strlen(skip->why));
        syn_html_raw(out, "</li>\n");
    }
    if (count > MOST)
        say_left_out(out, MOST, count, " more were passed over.");
}

static void write_notes(syn_html_out *out)
{
    const syn_summary *s = &out->sheet.summary;
    const syn_result_view *view = out->sheet.view;
    syn_html_raw(out, "<section id=\"notes\">\n<h2>Notes</h2>\n<ul>\n<li>A passage has at least ");
    syn_html_counted(out, view->options->min_words, "matched word", "matched words");
    syn_html_raw(out, ". Shares leave names, titles and common text out.</li>\n");
    say_left_out(out, out->passages, view->passage_count, " smaller passages are not listed.");
    say_left_out(out, out->pair_count, out->pairs_counted, " smaller pairs are not listed (--max-pairs).");
    if (s->pairs_left_out > 0) {
        syn_html_raw(out, "<li>");
        syn_html_number(out, s->pairs_left_out);
        syn_html_raw(out, " smaller pairs are not in the result.</li>\n");
    }
    say_partial(out);
    say_skipped(out);
    if (s->replaced_characters > 0) {
        syn_html_raw(out, "<li>Broken UTF-8 was replaced in ");
        syn_html_counted(out, s->replaced_characters, "place", "places");
        syn_html_raw(out, ".</li>\n");
    }
    syn_html_format(out, "<li>Made by syndic %s. This file opens nothing and sends nothing.</li>\n</ul>\n</section>\n",
                    syn_version());
}

/** A check's page has the new texts first, what of them stands elsewhere, and both side by side. */
static void write_new(syn_html_out *out)
{
    syn_html_check(out);
    syn_html_sides(out);
    syn_html_articles(out);
}

static void write_page(syn_html_out *out)
{
    bool check = out->sheet.view->is_check;
    write_head(out);
    write_findings(out);
    if (check)
        write_new(out);
    if (has_sources(out)) {
        syn_html_raw(out, "<section id=\"sources\">\n<h2>Where it comes from</h2>\n");
        syn_html_stemma(out);
        syn_html_links(out);
        syn_html_raw(out, "</section>\n");
    }
    syn_html_texts(out);
    if (out->passages > 0)
        write_legend(out);
    syn_html_passages(out);
    syn_html_pairs(out);
    if (!check) {
        syn_html_sides(out);
        syn_html_articles(out);
    }
    write_notes(out);
    syn_html_raw(out, "</main>\n<script>");
    syn_html_put(out, syn_html_script, syn_html_script_bytes);
    syn_html_raw(out, "</script>\n</body>\n</html>\n");
    syn_html_flush(out, true);
}

static bool ran_short(const syn_html_out *out)
{
    const syn_sheet *sheet = &out->sheet;
    return out->status == SYN_MEMORY || sheet->status == SYN_MEMORY || sheet->text.failed || sheet->name.failed ||
           sheet->note.failed || out->note.failed || out->buf.failed || out->said.failed;
}

static void release(syn_html_out *out)
{
    syn_html_plan_release(out);
    syn_diff_release(&out->diff);
    syn_buf_release(&out->buf);
    syn_buf_release(&out->said);
    syn_buf_release(&out->a);
    syn_buf_release(&out->b);
    syn_buf_release(&out->note);
    syn_buf_release(&out->sheet.page.buf);
    syn_sheet_release(&out->sheet);
}

syn_status syn_report_html(const syn_result *result, const syn_html *html, const syn_sink *sink, syn_error *error)
{
    syn_html_out out = {.sink = sink, .diff_cost = DIFF_COST, .sheet = {.view = syn_result_get(result)}};
    syn_sink said = {.write = keep, .context = &out.said};
    if (html)
        out.options = *html;
    out.sheet.terminal.by_outlet = out.options.by_outlet;
    out.sheet.page = (syn_page){.sink = &said, .width = LINE_CELLS};
    out.traced = out.sheet.view->traced;
    out.status = syn_sheet_make(&out.sheet);
    if (out.status == SYN_OK)
        out.status = syn_html_plan(&out);
    if (out.status == SYN_OK)
        write_page(&out);
    bool memory = ran_short(&out);
    syn_status status = out.status;
    release(&out);
    if (memory)
        return syn_fail_memory(error);
    if (status != SYN_OK)
        return syn_fail(error, status, "report: could not be written in full (see where it was sent)");
    return SYN_OK;
}
