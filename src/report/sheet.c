#include "report/sheet.h"

#include "base/alloc.h"
#include "base/date.h"
#include "report/cells.h"
#include "report/escape.h"

#include <stdio.h>
#include <stdlib.h>

#define NAME_CELLS 40

syn_status syn_sheet_make(syn_sheet *sheet)
{
    const syn_result_view *view = sheet->view;
    syn_view_summary(view, &sheet->summary);
    sheet->texts = syn_alloc_zero(view->passage_count, sizeof *sheet->texts);
    if (!sheet->texts)
        return SYN_MEMORY;
    for (size_t p = 0; p < view->passage_count; p++) {
        const syn_passage *passage = &view->passages[p];
        for (uint32_t i = 0; i < passage->witness_count; i = syn_sheet_next(sheet, passage, i))
            sheet->texts[p]++;
    }
    return syn_names_make(view->corpus, &sheet->names);
}

void syn_sheet_release(syn_sheet *sheet)
{
    free(sheet->texts);
    syn_names_release(&sheet->names);
    syn_buf_release(&sheet->name);
    syn_buf_release(&sheet->text);
}

const char *syn_sheet_name(syn_sheet *sheet, uint32_t document)
{
    syn_slice slice = sheet->names.at[document];
    syn_buf *name = &sheet->name;
    syn_buf_clear(name);
    syn_escape_line(name, slice.at, slice.count);
    if (name->failed || !name->len)
        return "?";
    size_t most = sheet->page.width / 2 < NAME_CELLS ? sheet->page.width / 2 : NAME_CELLS;
    if (syn_cells_count(name->bytes, name->len) > most) {
        name->len = syn_cells_cut(name->bytes, name->len, most - 1);
        syn_buf_text(name, "…");
    }
    return name->failed ? "?" : name->bytes;
}

size_t syn_sheet_limit(const syn_sheet *sheet, size_t most, size_t count)
{
    return sheet->terminal.all || count < most ? count : most;
}

syn_style syn_sheet_style(syn_kind kind)
{
    static const syn_style styles[] = {SYN_CYAN, SYN_YELLOW, SYN_MAGENTA, SYN_DIM, SYN_DIM};
    return styles[kind];
}

const char *syn_sheet_number(uint64_t value, char text[32])
{
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%llu", (unsigned long long)value), at = 0;
    for (int i = 0; i < count; i++) {
        if (i && (count - i) % 3 == 0)
            text[at++] = ',';
        text[at++] = digits[i];
    }
    text[at] = '\0';
    return text;
}

const char *syn_sheet_count(uint64_t value, char text[32])
{
    static const char *const words[] = {"no",  "one", "two",   "three", "four", "five",
                                        "six", "seven", "eight", "nine",  "ten"};
    return value <= 10 ? words[value] : syn_sheet_number(value, text);
}

bool syn_sheet_date(const syn_date *date, char text[40])
{
    if (date->precision == SYN_DATE_NONE)
        return false;
    text[syn_date_write(date, text)] = '\0';
    return true;
}

void syn_sheet_paragraphs(const syn_paragraphs *paragraphs, const syn_span *span, char text[64])
{
    size_t first = syn_paragraphs_find(paragraphs, span->begin);
    size_t last = syn_paragraphs_find(paragraphs, span->end > span->begin ? span->end - 1 : span->begin);
    if (first == last)
        snprintf(text, 64, "¶%zu", first);
    else
        snprintf(text, 64, "¶%zu–%zu", first, last);
}

uint32_t syn_sheet_next(const syn_sheet *sheet, const syn_passage *passage, uint32_t i)
{
    const syn_witness *w = &sheet->view->witnesses[passage->witness_first];
    uint32_t end = i + 1;
    while (end < passage->witness_count && w[end].document == w[i].document)
        end++;
    return end;
}

void syn_sheet_witnesses(syn_sheet *sheet, const syn_passage *passage, uint32_t but, size_t most,
                         size_t indent)
{
    const syn_witness *w = &sheet->view->witnesses[passage->witness_first];
    size_t listed = 0;
    for (uint32_t i = 0, end; i < passage->witness_count; i = end) {
        char piece[256], number[32];
        end = syn_sheet_next(sheet, passage, i);
        if (w[i].document == but)
            continue;
        if (listed == most) {
            size_t rest = syn_sheet_texts(sheet, passage) - listed - (but != SYN_NONE);
            snprintf(piece, sizeof piece, "and %s more", syn_sheet_number(rest, number));
            syn_page_item(&sheet->page, SYN_DIM, indent, piece);
            return;
        }
        int length = snprintf(piece, sizeof piece, "%s", syn_sheet_name(sheet, w[i].document));
        if (end - i > 1 && length > 0 && (size_t)length < sizeof piece)
            snprintf(piece + length, sizeof piece - (size_t)length, "×%u", end - i);
        syn_page_item(&sheet->page, SYN_PLAIN, indent, piece);
        listed++;
    }
}

uint32_t syn_sheet_first(const syn_sheet *sheet, const syn_passage *passage)
{
    const syn_witness *w = &sheet->view->witnesses[passage->witness_first];
    const syn_date *first = NULL;
    uint32_t document = SYN_NONE;
    for (uint32_t i = 0; i < passage->witness_count; i++) {
        const syn_date *date = &syn_corpus_get(sheet->view->corpus, w[i].document)->date;
        if (date->precision == SYN_DATE_NONE)
            return SYN_NONE;
        if (!first || syn_date_order(date, first) < 0) {
            first = date;
            document = w[i].document;
        }
    }
    /* The order is partial ("2017" and "2017-04"), so the first must be held against all again. */
    for (uint32_t i = 0; i < passage->witness_count; i++)
        if (w[i].document != document &&
            syn_date_order(first, &syn_corpus_get(sheet->view->corpus, w[i].document)->date) >= 0)
            return SYN_NONE;
    return document;
}
