/* The new texts of a check: of each what is said of it, and a row for every passage that known texts have too. */

#include "report/html.h"

#include "base/alloc.h"

#include <stdlib.h>

enum { MOST_ROWS = 100, EXCERPT_CELLS = 160 };

/** The open words it is counted for. */
static void write_counted(syn_html_out *out, const syn_check_entry *entry, bool again)
{
    const syn_counted *counted = syn_checked_counted(out->sheet.view, entry->text, entry->number);
    uint32_t words = counted && !again ? counted->words : 0;
    syn_html_format(out, "<td class=\"num%s\" data-v=\"%u\">", words ? "" : " no", words);
    syn_html_number(out, words);
    syn_html_raw(out, entry->rank == SYN_TOLD_KNOWN ? " <small>known, not counted</small></td>" : "</td>");
}

static void write_known_name(syn_html_out *out, uint32_t document)
{
    char when[48];
    syn_html_name(out, document);
    if (syn_html_when(&syn_corpus_get(out->sheet.view->corpus, document)->date, when))
        syn_html_format(out, " (%s)", when);
}

/** The known texts that have it, those dated before the new text first. */
static void write_known(syn_html_out *out, const syn_check_entry *entry)
{
    uint32_t *list = syn_alloc(out->sheet.view->passages[entry->number].witness_count, sizeof *list);
    size_t earlier = 0, count;
    if (!list) {
        out->status = SYN_MEMORY;
        return;
    }
    count = syn_checked_known(&out->sheet, entry->text, entry->number, list, &earlier);
    for (size_t i = 0; i < count && i < SYN_MOST_KNOWN; i++) {
        if (i == 0 && earlier > 0)
            syn_html_raw(out, "earlier: ");
        else if (i == earlier && i > 0)
            syn_html_raw(out, "; others: ");
        else
            syn_html_raw(out, i ? ", " : "");
        write_known_name(out, list[i]);
    }
    if (count > SYN_MOST_KNOWN) {
        syn_html_raw(out, " and ");
        syn_html_number(out, count - SYN_MOST_KNOWN);
        syn_html_raw(out, " more");
    }
    free(list);
}

static void write_excerpt(syn_html_out *out, const syn_check_entry *entry, const syn_witness *w)
{
    syn_slice text = syn_view_quoted(out->sheet.view, w->document, &w->span);
    if (text.count == 0)
        text = syn_view_passage_text(out->sheet.view, &out->sheet.view->passages[entry->number]);
    syn_html_raw(out, "<td lang=\"\" dir=\"auto\">");
    syn_html_cut(out, text.at, text.count, EXCERPT_CELLS);
    syn_html_raw(out, "</td>");
}

static void write_row(syn_html_out *out, const syn_check_entry *entry, bool again)
{
    const syn_witness *w = &out->sheet.view->witnesses[entry->item];
    syn_html_raw(out, "<tr><th scope=\"row\">");
    syn_html_passage(out, entry->number);
    syn_html_raw(out, "</th><td>");
    if (syn_view_counts(w->kind))
        syn_html_standing(out, w->standing);
    syn_html_raw(out, "</td><td>");
    syn_html_kind(out, syn_checked_kind(out->sheet.view, entry->number, w));
    syn_html_format(out, "</td><td class=\"num\" data-v=\"%u\">", w->words);
    syn_html_number(out, w->words);
    syn_html_raw(out, "</td>");
    write_counted(out, entry, again);
    syn_html_raw(out, "<td>");
    syn_html_place(out, entry->item);
    syn_html_raw(out, "</td><td dir=\"auto\">");
    write_known(out, entry);
    syn_html_raw(out, "</td>");
    write_excerpt(out, entry, w);
    syn_html_raw(out, "</tr>\n");
}

static void write_rows(syn_html_out *out, size_t first, size_t end)
{
    const syn_check_entry *at = out->sheet.checks.copies.at;
    size_t count = end - first, listed = count < MOST_ROWS ? count : MOST_ROWS;
    if (listed > out->check_rows)
        listed = out->check_rows;
    out->check_rows -= listed;
    if (listed > 0) {
        syn_html_format(out, "<div class=\"scroll%s\" ", listed > SYN_HTML_TALL ? " tall" : "");
        syn_html_format(out,
                        "tabindex=\"0\" role=\"region\" aria-label=\"What of it known texts have\">"
                        "<table class=\"sorted\" aria-labelledby=\"of-new%u\">\n<thead><tr>"
                        "<th>Passage</th><th data-sort=\"a\">Standing</th><th data-sort=\"a\">Kind</th>"
                        "<th data-sort=\"n\">Words</th><th data-sort=\"n\">Open</th><th>Where</th>"
                        "<th>Known texts</th><th>It begins</th></tr></thead>\n<tbody>\n", at[first].text);
        for (size_t i = first; i < first + listed && out->status == SYN_OK; i++)
            write_row(out, &at[i], i > first && at[i].number == at[i - 1].number);
        syn_html_raw(out, "</tbody></table></div>\n");
    }
    if (listed < count) {
        syn_html_raw(out, "<p class=\"no\">");
        syn_html_counted(out, count - listed, "more passage", "more passages");
        syn_html_raw(out, " of it</p>\n");
    }
}

static void write_new(syn_html_out *out, uint32_t text)
{
    const size_t *first = out->sheet.checks.copies.first;
    syn_html_format(out, "<div class=\"new\" id=\"new%u\">\n<h3 id=\"of-new%u\" dir=\"auto\">", text, text);
    syn_html_name(out, text);
    syn_html_raw(out, "</h3>\n");
    out->sheet.checked = text;
    if (out->sheet.view->checked_count > 1) /* of a single one the findings say it */
        syn_html_say(out, syn_checked_say);
    if (first[text] < first[text + 1])
        write_rows(out, first[text], first[text + 1]);
    syn_html_raw(out, "</div>\n");
}

void syn_html_check(syn_html_out *out)
{
    const syn_result_view *view = out->sheet.view;
    size_t count = 0, listed = 0;
    out->check_rows = SYN_HTML_CHECK_ROWS;
    for (uint32_t n = 0; n < view->checked_count; n++)
        count += !syn_checked_is_clean(&out->sheet, n);
    if (count == 0)
        return;
    syn_html_raw(out, "<section id=\"new\">\n<h2>New texts</h2>\n");
    for (int within = 0; within < 2; within++)
        for (uint32_t n = 0; n < view->checked_count && listed < SYN_HTML_CHECK_TEXTS && out->status == SYN_OK; n++) {
            if (view->checked[n].over == (within == 1) || syn_checked_is_clean(&out->sheet, n))
                continue;
            write_new(out, n);
            listed++;
        }
    if (listed < count) {
        syn_html_raw(out, "<p>");
        syn_html_counted(out, count - listed, "more new text shares", "more new texts share");
        syn_html_raw(out, " wording.</p>\n");
    }
    syn_html_raw(out, "</section>\n");
}
