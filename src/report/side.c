/* The middle of compare's report: pairs of texts, each match in two columns with what differs marked. */

#include "report/sheet.h"

#include "base/alloc.h"
#include "report/diff.h"
#include "report/escape.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INDENT = 2, GAP = 3 };

/** What is kept from match to match so that memory is taken once. */
typedef struct side_by_side {
    syn_sheet *sheet;
    size_t column; /* cells of one column */
    syn_buf a, b;
    syn_diff diff;
    syn_paragraphs a_paragraphs, b_paragraphs;
} side_by_side;

/* Rows */

/** One column of a match while it is written row by row. */
typedef struct column {
    const char *text;
    const syn_diff_word *words;
    size_t count, next;
    syn_style style; /* of words that differ */
} column;

/** Without colours, brackets stand around runs of words that differ. */
static bool opens(const column *c, size_t i, bool color)
{
    return !color && c->words[i].differs && (i == 0 || !c->words[i - 1].differs);
}

static bool closes(const column *c, size_t i, bool color)
{
    return !color && c->words[i].differs && (i + 1 == c->count || !c->words[i + 1].differs);
}

/** Writes the words that fit on one row. At least one is written, so that rows come to an end. */
static void write_row(side_by_side *side, column *c, size_t begin)
{
    syn_page *page = &side->sheet->page;
    size_t end = begin + side->column;
    for (bool first = true; c->next < c->count; first = false) {
        const syn_diff_word *word = &c->words[c->next];
        bool open = opens(c, c->next, page->color), close = closes(c, c->next, page->color);
        bool space = word->place.spaced && !first;
        if (!first && page->column + space + open + word->place.cells + close > end)
            break;
        if (space) /* between two that differ in their colour, so that it is switched once */
            syn_page_text(page, word->differs && word[-1].differs ? c->style : SYN_PLAIN, " ");
        if (open)
            syn_page_text(page, SYN_PLAIN, "[");
        syn_page_piece(page, word->differs ? c->style : SYN_PLAIN, c->text + word->place.begin,
                       word->place.end - word->place.begin);
        if (close)
            syn_page_text(page, SYN_PLAIN, "]");
        c->next++;
    }
}

static void write_rows(side_by_side *side)
{
    syn_page *page = &side->sheet->page;
    const syn_diff *diff = &side->diff;
    column a = {.text = side->a.bytes, .words = diff->a, .count = diff->a_count, .style = SYN_RED};
    column b = {.text = side->b.bytes, .words = diff->b, .count = diff->b_count, .style = SYN_GREEN};
    size_t most = syn_sheet_limit(side->sheet, SYN_MOST_ROWS, SIZE_MAX), row = 0;
    for (; row < most && (a.next < a.count || b.next < b.count); row++) {
        syn_page_pad(page, INDENT);
        write_row(side, &a, INDENT);
        if (page->column < INDENT + side->column)
            syn_page_pad(page, INDENT + side->column);
        syn_page_text(page, SYN_DIM, b.next < b.count ? " │ " : " │");
        write_row(side, &b, INDENT + side->column + GAP);
        syn_page_end(page);
    }
    if (a.next == a.count && b.next == b.count)
        return;
    syn_page_pad(page, INDENT);
    syn_page_format(page, SYN_DIM, "… %zu and %zu words more (--all shows them)", a.count - a.next,
                    b.count - b.next);
    syn_page_end(page);
}

/* Matches */

static void clean(side_by_side *side, uint32_t document, const syn_span *span, syn_buf *out)
{
    syn_slice slice = syn_view_quoted(side->sheet->view, document, span);
    syn_buf_clear(out);
    syn_escape_line(out, slice.at, slice.count);
    syn_buf_add(out, "", 0);
}

/** "000 ¶4" above each column. */
static void write_places(side_by_side *side, const syn_pair *pair, const syn_pair_match *match)
{
    syn_page *page = &side->sheet->page;
    char where[64];
    syn_page_pad(page, INDENT);
    syn_page_text(page, SYN_DIM, syn_sheet_name(side->sheet, pair->a));
    syn_sheet_paragraphs(&side->a_paragraphs, &match->a, where);
    syn_page_format(page, SYN_DIM, " %s", where);
    syn_page_pad(page, INDENT + side->column);
    syn_page_text(page, SYN_DIM, " │ ");
    syn_page_text(page, SYN_DIM, syn_sheet_name(side->sheet, pair->b));
    syn_sheet_paragraphs(&side->b_paragraphs, &match->b, where);
    syn_page_format(page, SYN_DIM, " %s", where);
    syn_page_end(page);
}

/** Where a text is gone there is nothing to hold side by side: the other's words, or what was kept of the passage. */
static void write_kept(side_by_side *side, const syn_pair_match *match)
{
    const syn_passage *passage = &side->sheet->view->passages[match->passage];
    const syn_buf *text = side->a.len ? &side->a : &side->b;
    if (!text->len && passage->text)
        syn_escape_line(&side->a, passage->text, strlen(passage->text));
    if (side->a.failed || !text->len)
        text = &side->a;
    if (side->a.failed || !text->len)
        return;
    syn_page_pad(&side->sheet->page, INDENT);
    syn_page_words(&side->sheet->page, SYN_PLAIN, INDENT, text->bytes);
    syn_page_end(&side->sheet->page);
}

static void write_match(side_by_side *side, const syn_pair *pair, const syn_pair_match *match)
{
    syn_page *page = &side->sheet->page;
    char number[32];
    clean(side, pair->a, &match->a, &side->a);
    clean(side, pair->b, &match->b, &side->b);
    if (side->a.failed || side->b.failed ||
        syn_diff_make(side->a.bytes, side->a.len, side->b.bytes, side->b.len, side->column - 2,
                      &side->diff) < 0) {
        side->sheet->status = SYN_MEMORY;
        return;
    }
    syn_page_end(page);
    syn_page_format(page, SYN_BOLD, "[%u]", side->sheet->view->passages[match->passage].id);
    syn_page_format(page, SYN_PLAIN, " %s words, ", syn_sheet_number(match->words, number));
    syn_page_text(page, syn_sheet_style(match->kind), syn_kind_name(match->kind));
    syn_page_end(page);
    write_places(side, pair, match);
    if (side->a.len && side->b.len)
        write_rows(side);
    else
        write_kept(side, match);
}

/* Pairs */

/** "000 · 001   108 words: 27.2% of 000 (397 words), 23.6% of 001 (458 words)" */
static void write_head(syn_sheet *sheet, const syn_pair *pair)
{
    const uint32_t documents[2] = {pair->a, pair->b};
    const double shares[2] = {pair->share_a, pair->share_b};
    syn_page *page = &sheet->page;
    char number[32], text[160];
    syn_page_text(page, SYN_BOLD, syn_sheet_name(sheet, pair->a));
    syn_page_text(page, SYN_BOLD, " · ");
    syn_page_text(page, SYN_BOLD, syn_sheet_name(sheet, pair->b));
    syn_page_format(page, SYN_PLAIN, "   %s words:", syn_sheet_number(pair->words, number));
    for (int i = 0; i < 2; i++) {
        unsigned tenths = (unsigned)(shares[i] * 1000 + 0.5);
        snprintf(text, sizeof text, " %u.%u%% of %s (%s words)%s", tenths / 10, tenths % 10,
                 syn_sheet_name(sheet, documents[i]),
                 syn_sheet_number(sheet->view->shares[documents[i]].words, number), i ? "" : ",");
        syn_page_words(page, SYN_PLAIN, INDENT, text);
    }
    syn_page_end(page);
}

static void write_pair(side_by_side *side, const syn_pair *pair)
{
    syn_sheet *sheet = side->sheet;
    const syn_pair_match *match = &sheet->view->matches[pair->match_first];
    const syn_document *a = syn_corpus_get(sheet->view->corpus, pair->a);
    const syn_document *b = syn_corpus_get(sheet->view->corpus, pair->b);
    size_t counted = 0, listed = 0, most;
    for (uint32_t i = 0; i < pair->match_count; i++)
        counted += syn_view_counts(match[i].kind);
    most = syn_sheet_limit(sheet, SYN_MOST_MATCHES, counted);
    if (syn_paragraphs_make((syn_slice){a->text, a->text_bytes}, &side->a_paragraphs) < 0 ||
        syn_paragraphs_make((syn_slice){b->text, b->text_bytes}, &side->b_paragraphs) < 0)
        sheet->status = SYN_MEMORY;
    syn_page_end(&sheet->page);
    write_head(sheet, pair);
    for (uint32_t i = 0; i < pair->match_count && (listed < most || sheet->terminal.all); i++) {
        bool counts = syn_view_counts(match[i].kind);
        if (counts || sheet->terminal.all)
            write_match(side, pair, &match[i]);
        listed += counts;
    }
    if (listed < counted) {
        syn_page_format(&sheet->page, SYN_PLAIN, "%zu more passages of these two (--all shows them)",
                        counted - listed);
        syn_page_end(&sheet->page);
    }
}

typedef struct pair_rank {
    uint32_t words;
    size_t pair;
} pair_rank;

static int rank_order(const void *a, const void *b)
{
    const pair_rank *x = a, *y = b;
    if (x->words != y->words)
        return x->words < y->words ? 1 : -1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

/** The pairs that share counted words, largest first; NULL when memory is short. */
static pair_rank *rank_pairs(const syn_sheet *sheet, size_t *count)
{
    const syn_result_view *view = sheet->view;
    pair_rank *ranks = syn_alloc(view->pair_count, sizeof *ranks);
    *count = 0;
    for (size_t i = 0; ranks && i < view->pair_count; i++)
        if (view->pairs[i].words || sheet->terminal.all)
            ranks[(*count)++] = (pair_rank){view->pairs[i].words, i};
    if (ranks)
        qsort(ranks, *count, sizeof *ranks, rank_order);
    return ranks;
}

void syn_side_pairs(syn_sheet *sheet)
{
    side_by_side side = {.sheet = sheet, .column = (sheet->page.width - INDENT - GAP) / 2};
    size_t count, most;
    pair_rank *ranks = rank_pairs(sheet, &count);
    char number[32];
    if (!ranks) {
        sheet->status = SYN_MEMORY;
        return;
    }
    most = syn_sheet_limit(sheet, SYN_MOST_PAIRS, count);
    for (size_t i = 0; i < most; i++)
        write_pair(&side, &sheet->view->pairs[ranks[i].pair]);
    if (most < count) {
        syn_page_end(&sheet->page);
        syn_page_format(&sheet->page, SYN_PLAIN, "%s more pairs (--all shows them)",
                        syn_sheet_number(count - most, number));
        syn_page_end(&sheet->page);
    }
    syn_buf_release(&side.a);
    syn_buf_release(&side.b);
    syn_diff_release(&side.diff);
    syn_paragraphs_release(&side.a_paragraphs);
    syn_paragraphs_release(&side.b_paragraphs);
    free(ranks);
}
