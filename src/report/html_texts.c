/* A row for each text: what is known of it, how much of it stands elsewhere, and where. */

#include "report/html.h"

#include <string.h>

/* Strips */

enum { CELLS = 400, HEIGHT = 14 };

/** What stands in a cell of a strip: a copy, the foremost of those that cover it. */
typedef struct strip {
    uint32_t witness[CELLS];
    uint32_t rank[CELLS];
} strip;

static uint32_t rank_of(const syn_result_view *view, const syn_place *place)
{
    uint32_t behind = syn_view_counts(view->witnesses[place->witness].kind) ? 0 : (uint32_t)view->passage_count;
    return place->passage + behind;
}

/** Copies come by passage, and a cell once taken is kept unless a copy that counts more comes: the cost is
 *  that of the cells of each copy. */
static void fill(const syn_html_out *out, uint32_t document, strip *s)
{
    const syn_result_view *view = out->sheet.view;
    uint64_t bytes = syn_corpus_get(view->corpus, document)->text_bytes;
    memset(s, 0xff, sizeof *s);
    for (size_t i = out->places.first[document]; i < out->places.first[document + 1]; i++) {
        const syn_place *place = &out->places.at[i];
        const syn_span *span = &view->witnesses[place->witness].span;
        uint32_t rank = rank_of(view, place);
        if (span->end > bytes || span->begin >= span->end)
            continue;
        size_t begin = (size_t)((double)span->begin / (double)bytes * CELLS);
        size_t end = (size_t)((double)span->end / (double)bytes * CELLS);
        for (size_t c = begin; c < CELLS && (c < end || c == begin); c++) {
            if (rank >= s->rank[c])
                continue;
            s->rank[c] = rank;
            s->witness[c] = place->witness;
        }
    }
}

/** Higher bars for more of the same words, so that kinds are told apart without colour. */
static unsigned bar_height(syn_kind kind)
{
    static const unsigned heights[] = {HEIGHT, 10, 7, 3, 3};
    return heights[kind];
}

/** A share of the strip's width in hundredths of a percent. */
static void write_percent(syn_html_out *out, const char *name, size_t cells)
{
    unsigned value = (unsigned)cells * 10000 / CELLS;
    syn_html_format(out, value % 100 ? " %s=\"%u.%02u%%\"" : " %s=\"%u%%\"", name, value / 100, value % 100);
}

static char standing_letter(const syn_witness *w)
{
    return syn_view_counts(w->kind) ? syn_html_standing_letter(w->standing) : 'n';
}

/** A bar that leads to its copy. */
static void write_link(syn_html_out *out, uint32_t witness, size_t begin, size_t end)
{
    const syn_witness *w = &out->sheet.view->witnesses[witness];
    unsigned height = bar_height(w->kind);
    syn_html_format(out, "<a href=\"#w%u\" tabindex=\"-1\"><rect class=\"s%c\"", witness, standing_letter(w));
    write_percent(out, "x", begin);
    write_percent(out, "width", end - begin);
    syn_html_format(out, " y=\"%u\" height=\"%u\"/></a>", HEIGHT - height, height);
}

static void write_links(syn_html_out *out, const strip *s)
{
    for (size_t c = 0, end; c < CELLS; c = end) {
        for (end = c + 1; end < CELLS && s->witness[end] == s->witness[c]; end++)
            ;
        if (s->witness[c] != SYN_NONE)
            write_link(out, s->witness[c], c, end);
    }
}

/** All bars of one standing are one path; those of one kind that touch are one bar. */
static void write_path(syn_html_out *out, const strip *s, char standing)
{
    const syn_witness *w = out->sheet.view->witnesses;
    bool any = false;
    for (size_t c = 0, end; c < CELLS; c = end) {
        end = c + 1;
        if (s->witness[c] == SYN_NONE || standing_letter(&w[s->witness[c]]) != standing)
            continue;
        syn_kind kind = w[s->witness[c]].kind;
        while (end < CELLS && s->witness[end] != SYN_NONE && w[s->witness[end]].kind == kind &&
               standing_letter(&w[s->witness[end]]) == standing)
            end++;
        if (!any)
            syn_html_format(out, "<path class=\"s%c\" d=\"", standing);
        any = true;
        syn_html_format(out, "M%zu %uH%zuV%dH%zu", c, HEIGHT - bar_height(kind), end, HEIGHT, c);
    }
    if (any)
        syn_html_raw(out, "\"/>");
}

void syn_html_strip(syn_html_out *out, uint32_t document, bool linked)
{
    static const char standings[] = "qcon";
    strip s;
    if (syn_corpus_get(out->sheet.view->corpus, document)->text_bytes == 0)
        return;
    fill(out, document, &s);
    syn_html_format(out, "<svg class=\"strip\" width=\"100%%\" height=\"%d\" ", HEIGHT);
    if (linked)
        syn_html_raw(out, "role=\"group\" aria-label=\"Where passages stand\">");
    else
        syn_html_format(out, "viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" "
                             "aria-label=\"Where passages stand\">", CELLS, HEIGHT);
    if (linked)
        write_links(out, &s);
    for (const char *standing = standings; *standing && !linked; standing++)
        write_path(out, &s, *standing);
    syn_html_raw(out, "</svg>\n");
}

/* Rows */

static void write_count(syn_html_out *out, uint64_t value)
{
    syn_html_format(out, "<td class=\"num%s\" data-v=\"%llu\">", value ? "" : " no", (unsigned long long)value);
    syn_html_number(out, value);
    syn_html_raw(out, "</td>");
}

static void write_small(syn_html_out *out, const char *text, size_t cells)
{
    if (!text || !*text)
        return;
    syn_html_raw(out, " <small dir=\"auto\">");
    syn_html_cut(out, text, strlen(text), cells);
    syn_html_raw(out, "</small>");
}

static void write_row(syn_html_out *out, uint32_t document)
{
    const syn_document *d = syn_corpus_get(out->sheet.view->corpus, document);
    const syn_share *s = &out->sheet.view->shares[document];
    double share = s->words ? (double)s->reused_words / s->words : 0;
    syn_html_raw(out, "<tr><th scope=\"row\" dir=\"auto\">");
    syn_html_name(out, document);
    write_small(out, d->title, 70);
    write_small(out, d->outlet, 40);
    syn_html_raw(out, "</th><td>");
    syn_html_date(out, document);
    syn_html_raw(out, "</td>");
    write_count(out, s->words);
    write_count(out, s->reused_words);
    syn_html_format(out, "<td class=\"num%s\" data-v=\"%u\">", s->reused_words ? "" : " no", (unsigned)(share * 10000));
    syn_html_percent(out, share);
    syn_html_raw(out, "</td>");
    write_count(out, s->standing[SYN_QUOTED]);
    write_count(out, s->standing[SYN_CREDITED]);
    write_count(out, s->standing[SYN_OPEN]);
    syn_html_raw(out, "<td class=\"where\">");
    if (out->places.first[document + 1] > out->places.first[document])
        syn_html_strip(out, document, false);
    syn_html_raw(out, "</td></tr>\n");
}

void syn_html_texts(syn_html_out *out)
{
    syn_html_raw(out, "<section id=\"texts\">\n<h2>Texts</h2>\n<p class=\"caption\" id=\"of-texts\">How much of each "
                      "text stands in others, in words, and where in it</p>\n");
    syn_html_format(out, "<div class=\"scroll%s\" ", out->rows > SYN_HTML_TALL ? " tall" : "");
    syn_html_raw(out,
                 "tabindex=\"0\" role=\"region\" aria-label=\"Table of texts\"><table class=\"sorted\" "
                 "aria-labelledby=\"of-texts\">\n<thead><tr><th data-sort=\"a\">Text</th><th data-sort=\"a\">Date</th>"
                 "<th data-sort=\"n\">Words</th><th data-sort=\"n\">Shared</th><th data-sort=\"n\">Share</th>"
                 "<th data-sort=\"n\">Quoted</th><th data-sort=\"n\">Credited</th><th data-sort=\"n\">Open</th>"
                 "<th class=\"where\">From first word to last</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < out->rows; i++)
        write_row(out, out->ranks[i].document);
    syn_html_raw(out, "</tbody></table></div>\n");
    if (out->rows < out->sheet.summary.documents) {
        syn_html_raw(out, "<p>");
        syn_html_number(out, out->sheet.summary.documents - out->rows);
        syn_html_raw(out, " more texts, with less or nothing shared, are not listed.</p>\n");
    }
    syn_html_raw(out, "</section>\n");
}
