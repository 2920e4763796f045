/* The middle of trace's report: each document with its passages, then each passage with its texts. */

#include "report/sheet.h"

#include "base/alloc.h"
#include "report/cells.h"
#include "report/escape.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Documents */

typedef struct reuse {
    uint32_t words, document;
} reuse;

static int reuse_order(const void *a, const void *b)
{
    const reuse *x = a, *y = b;
    if (x->words != y->words)
        return x->words < y->words ? 1 : -1;
    return (x->document > y->document) - (x->document < y->document);
}

/** The documents that share wording, those that share most first; NULL when memory is short. */
static reuse *sharing_documents(const syn_sheet *sheet)
{
    reuse *list = syn_alloc(sheet->summary.sharing_documents, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; list && i < sheet->summary.documents; i++)
        if (sheet->view->shares[i].reused_words)
            list[count++] = (reuse){sheet->view->shares[i].reused_words, (uint32_t)i};
    if (list)
        qsort(list, count, sizeof *list, reuse_order);
    return list;
}

/** "002   97 verbatim · 30 edited, of 705 words · 2017-04-04 (head line)" */
static void write_document(syn_sheet *sheet, uint32_t document, size_t column)
{
    const syn_share *share = &sheet->view->shares[document];
    const syn_date *date = &syn_corpus_get(sheet->view->corpus, document)->date;
    syn_page *page = &sheet->page;
    char number[32], text[160], when[40];
    bool any = false;
    syn_page_text(page, SYN_BOLD, syn_sheet_name(sheet, document));
    syn_page_pad(page, column);
    for (int kind = SYN_VERBATIM; kind <= SYN_REWORDED; kind++) {
        if (!share->how[kind])
            continue;
        snprintf(text, sizeof text, "%s%s %s", any ? " · " : "",
                 syn_sheet_number(share->how[kind], number), syn_kind_name((syn_kind)kind));
        syn_page_words(page, SYN_PLAIN, column, text);
        any = true;
    }
    snprintf(text, sizeof text, ", of %s words", syn_sheet_number(share->words, number));
    syn_page_words(page, SYN_PLAIN, column, text);
    if (syn_sheet_date(date, when)) {
        snprintf(text, sizeof text, " · %s%s%s%s", when, date->from ? " (" : "",
                 date->from ? date->from : "", date->from ? ")" : "");
        syn_page_words(page, SYN_PLAIN, column, text);
    }
    syn_page_end(page);
}

/** "├─ [1] verbatim    97  ¶5–7      003" */
static void write_place(syn_sheet *sheet, const syn_place *place, const syn_paragraphs *paragraphs,
                        bool last)
{
    const syn_passage *passage = &sheet->view->passages[place->passage];
    const syn_witness *witness = &sheet->view->witnesses[place->witness];
    syn_page *page = &sheet->page;
    char where[64], number[32];
    syn_page_text(page, SYN_DIM, last ? "└─ " : "├─ ");
    syn_page_format(page, SYN_BOLD, "[%u]", passage->id);
    syn_page_pad(page, 8);
    syn_page_text(page, syn_sheet_style(witness->kind), syn_kind_name(witness->kind));
    syn_page_pad(page, 17);
    syn_page_format(page, SYN_PLAIN, "%5s", syn_sheet_number(witness->words, number));
    syn_page_pad(page, 24);
    syn_sheet_paragraphs(paragraphs, &witness->span, where);
    syn_page_text(page, SYN_DIM, where);
    if (page->width < 60)
        syn_page_end(page);
    syn_page_pad(page, page->width < 60 ? 8 : 33);
    syn_page_text(page, SYN_DIM, "also in");
    syn_sheet_witnesses(sheet, passage, witness->document, SYN_MOST_WITNESSES, page->width < 60 ? 8 : 40);
    syn_page_end(page);
}

static void write_places(syn_sheet *sheet, uint32_t document, const syn_places *places,
                         syn_paragraphs *paragraphs)
{
    const syn_place *place = &places->at[places->first[document]];
    size_t held = places->first[document + 1] - places->first[document], count = 0, most, listed = 0;
    const syn_document *d = syn_corpus_get(sheet->view->corpus, document);
    char number[32];
    if (syn_paragraphs_make((syn_slice){d->text, d->text_bytes}, paragraphs) < 0)
        sheet->status = SYN_MEMORY;
    for (size_t i = 0; i < held; i++)
        count += syn_view_counts(sheet->view->passages[place[i].passage].kind);
    most = syn_sheet_limit(sheet, SYN_MOST_PLACES, count);
    for (size_t i = 0; listed < most; i++)
        if (syn_view_counts(sheet->view->passages[place[i].passage].kind))
            write_place(sheet, &place[i], paragraphs, ++listed == count);
    if (most == count)
        return;
    syn_page_text(&sheet->page, SYN_DIM, "└─ ");
    syn_page_format(&sheet->page, SYN_DIM, "%s more", syn_sheet_number(count - most, number));
    syn_page_end(&sheet->page);
}

/** Cells of the widest of the names that are listed. */
static size_t widest_name(syn_sheet *sheet, const reuse *list, size_t count)
{
    size_t widest = 0;
    for (size_t i = 0; i < count; i++) {
        const char *name = syn_sheet_name(sheet, list[i].document);
        size_t cells = syn_cells_count(name, strlen(name));
        if (cells > widest)
            widest = cells;
    }
    return widest;
}

static void write_list(syn_sheet *sheet, const reuse *list, const syn_places *places)
{
    size_t count = sheet->summary.sharing_documents;
    size_t most = syn_sheet_limit(sheet, SYN_MOST_DOCUMENTS, count);
    size_t column = widest_name(sheet, list, most) + 3;
    syn_paragraphs paragraphs = {0};
    char number[32];
    for (size_t i = 0; i < most; i++) {
        syn_page_end(&sheet->page);
        write_document(sheet, list[i].document, column);
        write_places(sheet, list[i].document, places, &paragraphs);
    }
    syn_page_end(&sheet->page);
    if (most < count) {
        syn_page_format(&sheet->page, SYN_PLAIN, "%s more texts share wording (--all lists them)",
                        syn_sheet_number(count - most, number));
        syn_page_end(&sheet->page);
        syn_page_end(&sheet->page);
    }
    syn_paragraphs_release(&paragraphs);
}

void syn_tree_documents(syn_sheet *sheet)
{
    syn_places places = {0};
    reuse *list = sharing_documents(sheet);
    if (list && syn_places_make(sheet->view, &places) == SYN_OK) {
        if (sheet->summary.sharing_documents)
            write_list(sheet, list, &places);
    } else {
        sheet->status = SYN_MEMORY;
    }
    syn_places_release(&places);
    free(list);
}

/* Passages */

/** First byte of the last words of `text` that fit into `cells`. */
static size_t tail_begin(const char *text, size_t bytes, size_t cells)
{
    size_t total = syn_cells_count(text, bytes), at = 0, begin = bytes, used = 0;
    syn_cells_word word;
    while (syn_cells_next(text, bytes, cells, &at, &word)) {
        if (total - used - word.spaced <= cells) {
            begin = word.begin;
            break;
        }
        used += word.spaced + word.cells;
    }
    return begin;
}

/** Bytes of the first words of `text` that fit into `cells`. */
static size_t head_end(const char *text, size_t bytes, size_t cells)
{
    size_t at = 0, end = 0, used = 0;
    syn_cells_word word;
    while (syn_cells_next(text, bytes, cells, &at, &word)) {
        used += word.spaced + word.cells;
        if (used > cells)
            break;
        end = word.end;
    }
    return end;
}

/** The text on one line or two; of a longer one its first and its last words. */
static void write_excerpt(syn_sheet *sheet, const syn_passage *passage)
{
    enum { INDENT = 4 };
    const syn_witness *shown = &sheet->view->witnesses[passage->witness_first + passage->representative];
    syn_slice slice = syn_view_quoted(sheet->view, shown->document, &shown->span);
    syn_page *page = &sheet->page;
    syn_buf *text = &sheet->text;
    size_t room = page->width - INDENT;
    syn_buf_clear(text);
    syn_escape_line(text, slice.at, slice.count);
    if (text->failed || !text->len)
        return;
    size_t head = head_end(text->bytes, text->len, room - 2);
    size_t tail = tail_begin(text->bytes, text->len, room - 2);
    syn_page_pad(page, INDENT);
    if (tail <= head + 1) {
        syn_page_words(page, SYN_PLAIN, INDENT, text->bytes);
    } else {
        syn_page_piece(page, SYN_PLAIN, text->bytes, head);
        syn_page_text(page, SYN_DIM, " …");
        syn_page_end(page);
        syn_page_pad(page, INDENT);
        syn_page_text(page, SYN_DIM, "… ");
        syn_page_piece(page, SYN_PLAIN, text->bytes + tail, text->len - tail);
    }
    syn_page_end(page);
}

/** "[1] 97 words, verbatim: 002 003 · earliest known date: 002, 2017-04-03" and the excerpt. */
static void write_passage(syn_sheet *sheet, const syn_passage *passage)
{
    uint32_t first = syn_sheet_first(sheet, passage);
    syn_page *page = &sheet->page;
    char number[32], when[40], text[160];
    syn_page_format(page, SYN_BOLD, "[%u]", passage->id);
    syn_page_format(page, SYN_PLAIN, " %s words, ", syn_sheet_number(passage->words, number));
    syn_page_text(page, syn_sheet_style(passage->kind), syn_kind_name(passage->kind));
    syn_page_text(page, SYN_PLAIN, ":");
    syn_sheet_witnesses(sheet, passage, SYN_NONE,
                        sheet->terminal.all ? SIZE_MAX : (size_t)SYN_MOST_WITNESSES, 4);
    if (first != SYN_NONE && syn_view_counts(passage->kind)) {
        syn_sheet_date(&syn_corpus_get(sheet->view->corpus, first)->date, when);
        snprintf(text, sizeof text, " · earliest known date: %s, %s", syn_sheet_name(sheet, first), when);
        syn_page_words(page, SYN_DIM, 4, text);
    }
    syn_page_end(page);
    write_excerpt(sheet, passage);
}

void syn_tree_passages(syn_sheet *sheet)
{
    const syn_result_view *view = sheet->view;
    size_t counted = sheet->summary.counted, listed = 0;
    size_t most = syn_sheet_limit(sheet, SYN_MOST_PASSAGES, counted);
    char number[32];
    for (size_t i = 0; i < view->passage_count; i++) {
        bool counts = syn_view_counts(view->passages[i].kind);
        if (counts ? listed == most : !sheet->terminal.all)
            continue;
        write_passage(sheet, &view->passages[i]);
        listed += counts;
    }
    if (most < counted) {
        syn_page_format(&sheet->page, SYN_PLAIN, "%s more passages (--all lists them)",
                        syn_sheet_number(counted - most, number));
        syn_page_end(&sheet->page);
    }
}
