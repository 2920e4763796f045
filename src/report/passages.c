/* The passages of trace's report: each with the texts that have it, and its wording. */

#include "report/sheet.h"

#include "report/cells.h"
#include "report/escape.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 4, SPEAKER_CELLS = 40 };

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
    const syn_witness *shown = &sheet->view->witnesses[passage->witness_first + passage->representative];
    syn_slice slice = syn_view_quoted(sheet->view, shown->document, &shown->span);
    if (slice.count == 0 && passage->text)
        slice = (syn_slice){passage->text, strlen(passage->text)};
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

/** "speech of Lori Zeno, the same in all three" */
static void write_speech(syn_sheet *sheet, const syn_passage *passage, const syn_speech *speech)
{
    size_t texts = syn_sheet_texts(sheet, passage);
    char number[32];
    syn_buf_clear(&sheet->text);
    syn_buf_text(&sheet->text, "speech");
    if (passage->speaker && *passage->speaker) {
        syn_buf_text(&sheet->text, " of ");
        syn_sheet_cut(&sheet->text, passage->speaker, strlen(passage->speaker), SPEAKER_CELLS);
    }
    bool same = !speech->unread && speech->differing == 0 && (speech->longer == 0 || speech->stopping == 0);
    if (same && texts == 2)
        syn_buf_text(&sheet->text, ", the same in both");
    else if (same && texts > 2)
        syn_buf_format(&sheet->text, ", the same in all %s", syn_sheet_count(texts, number));
    syn_buf_text(&sheet->text, ":");
    if (!sheet->text.failed)
        syn_page_words(&sheet->page, syn_sheet_style(passage->kind), INDENT, sheet->text.bytes);
}

/** Whether the passage is shown as speech: it has a speaker, or its representative stands as quoted. */
static bool is_speech(const syn_sheet *sheet, const syn_passage *passage)
{
    const syn_witness *shown = &sheet->view->witnesses[passage->witness_first + passage->representative];
    return syn_view_counts(passage->kind) && (passage->speaker || shown->standing == SYN_QUOTED);
}

/** " · earliest known date: 002, 2017-04-03" */
static void write_first(syn_sheet *sheet, const syn_passage *passage)
{
    uint32_t first = syn_view_counts(passage->kind) ? syn_sheet_first(sheet, passage) : SYN_NONE;
    char when[40], text[256];
    if (first == SYN_NONE)
        return;
    syn_sheet_date(&syn_corpus_get(sheet->view->corpus, first)->date, when);
    snprintf(text, sizeof text, " · earliest known date: %s, %s", syn_sheet_name(sheet, first), when);
    syn_page_words(&sheet->page, SYN_DIM, INDENT, text);
}

/** "[1] 97 words, verbatim: 002 003 · earliest known date: 002, 2017-04-03" and the excerpt. */
static void write_passage(syn_sheet *sheet, const syn_passage *passage, syn_speech *speech)
{
    syn_page *page = &sheet->page;
    bool spoken = is_speech(sheet, passage);
    char number[32];
    syn_page_format(page, SYN_BOLD, "[%u]", passage->id);
    syn_page_format(page, SYN_PLAIN, " %s words, ", syn_sheet_number(passage->words, number));
    if (spoken) {
        syn_speech_compare(sheet, passage, speech);
        write_speech(sheet, passage, speech);
    } else {
        syn_page_text(page, syn_sheet_style(passage->kind), syn_kind_name(passage->kind));
        syn_page_text(page, SYN_PLAIN, ":");
    }
    syn_sheet_witnesses(sheet, passage, sheet->terminal.all ? SIZE_MAX : (size_t)SYN_MOST_WITNESSES, INDENT);
    write_first(sheet, passage);
    syn_page_end(page);
    write_excerpt(sheet, passage);
    if (spoken && (speech->differing > 0 || speech->longer > 0))
        syn_speech_write(sheet, passage, speech);
}

void syn_passages_write(syn_sheet *sheet)
{
    const syn_result_view *view = sheet->view;
    size_t counted = sheet->summary.counted, listed = 0;
    size_t most = syn_sheet_limit(sheet, SYN_MOST_PASSAGES, counted);
    syn_speech speech = {0};
    char number[32];
    for (size_t i = 0; i < view->passage_count; i++) {
        bool counts = syn_view_counts(view->passages[i].kind);
        if (counts ? listed == most : !sheet->terminal.all)
            continue;
        write_passage(sheet, &view->passages[i], &speech);
        listed += counts;
    }
    if (most < counted) {
        syn_page_format(&sheet->page, SYN_PLAIN, "%s more passage%s (--all lists them)",
                        syn_sheet_number(counted - most, number), counted - most == 1 ? "" : "s");
        syn_page_end(&sheet->page);
    }
    syn_speech_release(&speech);
}
