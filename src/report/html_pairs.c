/* Pairs of texts: a table, and the largest side by side, passage by passage. Whole texts side by side are put
 * together by the script from the texts that are on the page; a row carries where the two agree. */

#include "report/html.h"

#include <string.h>

/* Rows */

/** Words of each kind, and the standings met in either text. */
typedef struct agreement {
    uint64_t words[SYN_COMMON + 1];
    bool met[SYN_OPEN + 1];
} agreement;

static void meet(const syn_html_out *out, uint32_t passage, uint32_t document, agreement *a)
{
    uint32_t w = syn_html_witness(out, passage, document);
    if (w != SYN_NONE)
        a->met[out->sheet.view->witnesses[w].standing] = true;
}

static agreement add_up(const syn_html_out *out, const syn_pair *pair)
{
    agreement a = {0};
    for (uint32_t i = 0; i < pair->match_count; i++) {
        const syn_pair_match *m = &out->sheet.view->matches[pair->match_first + i];
        a.words[m->kind] += m->words;
        if (!syn_view_counts(m->kind))
            continue;
        meet(out, m->passage, pair->a, &a);
        meet(out, m->passage, pair->b, &a);
    }
    return a;
}

/** Where the two agree, for the script: "12v 0 345 10 355;..." in characters of either text. */
static void write_matches(syn_html_out *out, const syn_pair *pair, size_t listed)
{
    syn_html_raw(out, " data-m=\"");
    for (size_t i = 0; i < listed; i++) {
        const syn_pair_match *m = &out->sheet.view->matches[pair->match_first + i];
        syn_html_format(out, "%s%u%c %llu %llu %llu %llu", i ? ";" : "", out->sheet.view->passages[m->passage].id,
                        syn_html_kind_letter(m->kind), (unsigned long long)m->a.cbegin, (unsigned long long)m->a.cend,
                        (unsigned long long)m->b.cbegin, (unsigned long long)m->b.cend);
    }
    syn_html_raw(out, "\"");
}

static void write_share(syn_html_out *out, double share)
{
    syn_html_format(out, "<td class=\"num\" data-v=\"%u\">", (unsigned)(share > 0 && share < 2 ? share * 10000 : 0));
    syn_html_percent(out, share);
    syn_html_raw(out, "</td>");
}

static void write_how(syn_html_out *out, const agreement *a)
{
    bool any = false;
    syn_html_raw(out, "<td>");
    for (int k = SYN_VERBATIM; k <= SYN_REWORDED; k++) {
        if (!a->words[k])
            continue;
        syn_html_raw(out, any ? " · " : "");
        syn_html_number(out, a->words[k]);
        syn_html_raw(out, " ");
        syn_html_kind(out, (syn_kind)k);
        any = true;
    }
    syn_html_raw(out, "</td><td>");
    any = false;
    for (int s = SYN_QUOTED; s <= SYN_OPEN; s++) {
        if (!a->met[s])
            continue;
        syn_html_raw(out, any ? ", " : "");
        syn_html_standing(out, (syn_standing)s);
        any = true;
    }
    syn_html_raw(out, "</td>");
}

static void write_row(syn_html_out *out, size_t number)
{
    const syn_html_pair *listed = &out->pairs[number];
    const syn_pair *pair = &out->sheet.view->pairs[listed->pair];
    agreement a = add_up(out, pair);
    bool readable = syn_html_has_text(out, pair->a) && syn_html_has_text(out, pair->b);
    syn_html_format(out, "<tr data-k=\"%s%s%s\" data-s=\"%s%s%s\"", a.words[SYN_VERBATIM] ? "v" : "",
                    a.words[SYN_EDITED] ? "e" : "", a.words[SYN_REWORDED] ? "r" : "", a.met[SYN_QUOTED] ? "q" : "",
                    a.met[SYN_CREDITED] ? "c" : "", a.met[SYN_OPEN] ? "o" : "");
    if (readable) {
        syn_html_format(out, " data-n=\"%zu\" data-a=\"%u\" data-b=\"%u\"", number + 1, pair->a, pair->b);
        write_matches(out, pair, listed->listed);
    }
    syn_html_raw(out, "><th scope=\"row\" dir=\"auto\">");
    syn_html_name(out, pair->a);
    syn_html_raw(out, "</th><th scope=\"row\" dir=\"auto\">");
    syn_html_name(out, pair->b);
    syn_html_format(out, "</th><td class=\"num\" data-v=\"%u\">", pair->words);
    syn_html_number(out, pair->words);
    syn_html_raw(out, "</td>");
    write_share(out, pair->share_a);
    write_share(out, pair->share_b);
    write_how(out, &a);
    if (listed->side)
        syn_html_format(out, "<td><a class=\"beside\" href=\"#pair%zu\">side by side</a></td></tr>\n", number + 1);
    else if (readable) /* for the script alone: hidden until it runs */
        syn_html_format(out, "<td><a class=\"beside\" id=\"pair%zu\" href=\"#pair%zu\" hidden>side by "
                             "side</a></td></tr>\n",
                        number + 1, number + 1);
    else
        syn_html_raw(out, "<td></td></tr>\n");
}

void syn_html_pairs(syn_html_out *out)
{
    if (out->pair_count == 0)
        return;
    syn_html_raw(out, "<section id=\"pairs\">\n<h2>Pairs</h2>\n");
    syn_html_filter(out, "pair", "Of the text");
    syn_html_raw(out, "<p class=\"caption\" id=\"of-pairs\">Two texts, the words both have, and what share of either "
                      "that is</p>\n");
    syn_html_format(out, "<div class=\"scroll%s\" ", out->pair_count > SYN_HTML_TALL ? " tall" : "");
    syn_html_raw(out,
                 "tabindex=\"0\" role=\"region\" aria-label=\"Table of pairs\">"
                 "<table class=\"sorted\" aria-labelledby=\"of-pairs\">\n<thead><tr>"
                 "<th data-sort=\"a\">One text</th><th data-sort=\"a\">The other</th><th data-sort=\"n\">Words</th>"
                 "<th data-sort=\"n\">Of the one</th><th data-sort=\"n\">Of the other</th><th>How</th><th>Standing</th>"
                 "<th></th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < out->pair_count; i++)
        write_row(out, i);
    syn_html_raw(out, "</tbody></table></div>\n");
    if (out->pair_count < out->pairs_counted || out->sheet.summary.pairs_left_out > 0) {
        syn_html_raw(out, "<p>");
        syn_html_number(out, out->pairs_counted - out->pair_count + out->sheet.summary.pairs_left_out);
        syn_html_raw(out, " smaller pairs are not listed.</p>\n");
    }
    syn_html_raw(out, "</section>\n");
}

/* Side by side */

static void write_place(syn_html_out *out, uint32_t passage, uint32_t document, const syn_span *span)
{
    uint32_t w = syn_html_witness(out, passage, document);
    char where[64] = "";
    if (syn_corpus_get(out->sheet.view->corpus, document)->text)
        syn_sheet_paragraphs(syn_sheet_layout(&out->sheet, document), span, where);
    syn_html_raw(out, "<p class=\"at\">");
    if (w != SYN_NONE && syn_html_has_text(out, document))
        syn_html_format(out, "<a href=\"#w%u\">", w);
    syn_html_name_plain(out, document);
    syn_html_format(out, " %s", where);
    if (w != SYN_NONE && syn_html_has_text(out, document))
        syn_html_raw(out, "</a>");
    if (w != SYN_NONE && syn_view_counts(out->sheet.view->witnesses[w].kind)) {
        syn_html_raw(out, " · ");
        syn_html_standing(out, out->sheet.view->witnesses[w].standing);
    }
    syn_html_raw(out, "</p>");
}

/** One side where the two cannot be compared: as it stands, or what the result keeps of the passage. */
static void write_plain(syn_html_out *out, const syn_pair_match *match, uint32_t document, const syn_span *span)
{
    enum { MOST_BYTES = 4000 };
    const syn_result_view *view = out->sheet.view;
    const char *kept = view->passages[match->passage].text;
    syn_slice text = {kept ? kept : "", kept ? strlen(kept) : 0};
    if (syn_corpus_get(view->corpus, document)->text)
        text = syn_view_quoted(view, document, span);
    syn_html_body(out, text.at, text.count < MOST_BYTES ? text.count : MOST_BYTES);
    if (text.count > MOST_BYTES)
        syn_html_raw(out, " <span class=\"no\">…</span>");
}

static void write_match(syn_html_out *out, const syn_pair *pair, const syn_pair_match *match)
{
    const syn_result_view *view = out->sheet.view;
    bool kept = syn_corpus_get(view->corpus, pair->a)->text && syn_corpus_get(view->corpus, pair->b)->text;
    syn_html_raw(out, "<div class=\"match\"><h4>");
    syn_html_passage(out, match->passage);
    syn_html_raw(out, " ");
    syn_html_counted(out, match->words, "word", "words");
    syn_html_raw(out, ", ");
    syn_html_kind(out, match->kind);
    syn_html_raw(out, "</h4><div class=\"both\"><div>");
    bool compared = kept && syn_html_compare(out, syn_view_quoted(view, pair->a, &match->a),
                                             syn_view_quoted(view, pair->b, &match->b));
    write_place(out, match->passage, pair->a, &match->a);
    syn_html_raw(out, "<p lang=\"\" dir=\"auto\">");
    if (compared)
        syn_html_side_a(out);
    else
        write_plain(out, match, pair->a, &match->a);
    syn_html_raw(out, "</p></div><div>");
    write_place(out, match->passage, pair->b, &match->b);
    syn_html_raw(out, "<p lang=\"\" dir=\"auto\">");
    if (compared)
        syn_html_side_b(out);
    else
        write_plain(out, match, pair->b, &match->b);
    syn_html_raw(out, "</p></div></div></div>\n");
}

static void write_side(syn_html_out *out, size_t number, bool open)
{
    const syn_html_pair *listed = &out->pairs[number];
    const syn_pair *pair = &out->sheet.view->pairs[listed->pair];
    syn_html_format(out, "<details class=\"side\" id=\"pair%zu\"%s><summary><h3>", number + 1, open ? " open" : "");
    syn_html_name_plain(out, pair->a);
    syn_html_raw(out, " · ");
    syn_html_name_plain(out, pair->b);
    syn_html_raw(out, "</h3> ");
    syn_html_counted(out, pair->words, "word", "words");
    syn_html_raw(out, ": ");
    syn_html_percent(out, pair->share_a);
    syn_html_raw(out, " of the one, ");
    syn_html_percent(out, pair->share_b);
    syn_html_raw(out, " of the other</summary>\n");
    for (size_t i = 0; i < listed->listed; i++)
        write_match(out, pair, &out->sheet.view->matches[pair->match_first + i]);
    if (listed->listed < pair->match_count) {
        syn_html_raw(out, "<p class=\"no\">");
        syn_html_counted(out, pair->match_count - listed->listed, "more passage", "more passages");
        syn_html_raw(out, " of these two</p>\n");
    }
    syn_html_raw(out, "</details>\n");
}

static size_t count_sides(const syn_html_out *out)
{
    size_t count = 0;
    for (size_t i = 0; i < out->pair_count; i++)
        count += out->pairs[i].side;
    return count;
}

void syn_html_sides(syn_html_out *out)
{
    size_t count = count_sides(out);
    bool folded = count > SYN_HTML_TALL;
    if (count == 0)
        return;
    syn_html_raw(out, "<section id=\"sides\">\n<h2>Side by side</h2>\n<p>Words that differ are <b>bold and "
                      "underlined</b>.</p>\n");
    if (folded) {
        syn_html_raw(out, "<details class=\"folded\"><summary>");
        syn_html_counted(out, count, "pair", "pairs, largest first");
        syn_html_raw(out, "</summary>\n");
    }
    for (size_t i = 0; i < out->pair_count && out->status == SYN_OK; i++)
        if (out->pairs[i].side)
            write_side(out, i, out->pair_count == 1 || (i == 0 && out->sheet.view->is_check));
    syn_html_raw(out, folded ? "</details>\n</section>\n" : "</section>\n");
}
