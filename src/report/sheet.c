#include "report/sheet.h"

#include "base/alloc.h"
#include "base/date.h"
#include "report/cells.h"
#include "report/escape.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME_CELLS 40

/** What only trace and a check need. */
static syn_status make_stemma(syn_sheet *sheet)
{
    const syn_result_view *view = sheet->view;
    sheet->paragraphs = syn_alloc_zero(sheet->summary.documents, sizeof *sheet->paragraphs);
    if (!sheet->paragraphs)
        return SYN_MEMORY;
    syn_status status = syn_groups_make(view->corpus, sheet->terminal.by_outlet, &sheet->groups);
    if (status == SYN_OK)
        status = syn_credits_make(view, &sheet->groups, &sheet->credits);
    if (status == SYN_OK)
        status = syn_stemma_make(view, &sheet->groups, &sheet->stemma);
    return status;
}

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
    syn_status status = syn_names_make(view->corpus, &sheet->names);
    if (status == SYN_OK && view->is_check)
        status = syn_checks_make(view, &sheet->checks);
    return status == SYN_OK && (!sheet->terminal.side_by_side || view->is_check) ? make_stemma(sheet) : status;
}

void syn_sheet_release(syn_sheet *sheet)
{
    free(sheet->texts);
    for (size_t d = 0; sheet->paragraphs && d < sheet->summary.documents; d++)
        syn_paragraphs_release(&sheet->paragraphs[d]);
    free(sheet->paragraphs);
    syn_groups_release(&sheet->groups);
    syn_credits_release(&sheet->credits);
    syn_stemma_release(&sheet->stemma);
    syn_checks_release(&sheet->checks);
    syn_names_release(&sheet->names);
    syn_buf_release(&sheet->name);
    syn_buf_release(&sheet->text);
    syn_buf_release(&sheet->note);
}

/* Names */

void syn_sheet_cut(syn_buf *buf, const char *text, size_t bytes, size_t cells)
{
    enum { BYTES_A_CELL = 64 }; /* what is beyond them is not looked at, so that the cost has a bound */
    size_t looked = bytes < cells * BYTES_A_CELL ? bytes : cells * BYTES_A_CELL, begin = buf->len;
    syn_escape_line(buf, text, looked);
    if (buf->failed || (looked == bytes && syn_cells_count(buf->bytes + begin, buf->len - begin) <= cells))
        return;
    buf->len = begin + syn_cells_cut(buf->bytes + begin, buf->len - begin, cells - 1);
    while (buf->len > begin && buf->bytes[buf->len - 1] == ' ')
        buf->len--;
    syn_buf_text(buf, "…");
}

static const char *cut_name(syn_sheet *sheet, const char *text, size_t bytes)
{
    size_t half = sheet->page.width / 2;
    syn_sheet_cut(&sheet->name, text, bytes, half < NAME_CELLS ? half : NAME_CELLS);
    return sheet->name.failed || !sheet->name.len ? "?" : sheet->name.bytes;
}

const char *syn_sheet_name(syn_sheet *sheet, uint32_t document)
{
    syn_slice slice = sheet->names.at[document];
    syn_buf_clear(&sheet->name);
    return cut_name(sheet, slice.at, slice.count);
}

const char *syn_sheet_group(syn_sheet *sheet, uint32_t group)
{
    const char *outlet = syn_corpus_get(sheet->view->corpus, sheet->groups.first[group])->outlet;
    if (!sheet->groups.outlet[group])
        return syn_sheet_name(sheet, sheet->groups.first[group]);
    syn_buf_clear(&sheet->name);
    return cut_name(sheet, outlet, strlen(outlet));
}

const char *syn_sheet_source(syn_sheet *sheet, uint32_t number, bool article)
{
    const syn_source *source = &sheet->view->sources[number];
    const char *outlet = source->seen ? syn_corpus_get(sheet->view->corpus, source->document)->outlet : NULL;
    if (source->seen && !(outlet && *outlet && (sheet->credits.texts[number] || sheet->terminal.by_outlet)))
        return syn_sheet_name(sheet, source->document);
    const char *name = source->seen ? outlet : source->name;
    syn_buf_clear(&sheet->name);
    bool has_article = strncmp(name, "The ", 4) == 0 || strncmp(name, "the ", 4) == 0;
    if (article && sheet->credits.articled[number] && !has_article)
        syn_buf_text(&sheet->name, "the ");
    return cut_name(sheet, name, strlen(name));
}

static void add_field(syn_buf *out, bool *any, const char *open, const char *text, const char *close)
{
    if (!text || !*text)
        return;
    syn_buf_text(out, *any ? ", " : " (");
    syn_buf_text(out, open);
    syn_sheet_cut(out, text, strlen(text), 60);
    syn_buf_text(out, close);
    *any = true;
}

void syn_sheet_about(syn_sheet *sheet, uint32_t document, syn_buf *out)
{
    const syn_document *d = syn_corpus_get(sheet->view->corpus, document);
    char when[40];
    bool any = false;
    syn_buf_text(out, syn_sheet_name(sheet, document));
    add_field(out, &any, "“", d->title, "”");
    add_field(out, &any, "", d->outlet, "");
    if (syn_sheet_date(&d->date, when))
        add_field(out, &any, "", when, "");
    syn_buf_text(out, any ? ")" : "");
}

/* Numbers, dates and places */

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

void syn_sheet_add_words(syn_sheet *sheet, uint64_t words)
{
    char number[32];
    syn_buf_format(&sheet->text, "%s word%s", syn_sheet_number(words, number), words == 1 ? "" : "s");
}

void syn_sheet_capitalise(char *text)
{
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - 32);
}

bool syn_sheet_date(const syn_date *date, char text[40])
{
    if (date->precision == SYN_DATE_NONE)
        return false;
    char written[32];
    written[syn_date_write(date, written)] = '\0';
    snprintf(text, 40, "%s%s", date->bound ? "by " : "", written);
    return true;
}

void syn_sheet_dated(const syn_date *date, char text[128])
{
    char when[40];
    text[0] = '\0';
    if (syn_sheet_date(date, when))
        snprintf(text, 128, " · %s%s%s%s", when, date->from ? " (" : "", date->from ? date->from : "",
                 date->from ? ")" : "");
}

const syn_paragraphs *syn_sheet_layout(syn_sheet *sheet, uint32_t document)
{
    syn_paragraphs *paragraphs = &sheet->paragraphs[document];
    const syn_document *d = syn_corpus_get(sheet->view->corpus, document);
    if (paragraphs->count == 0 && syn_paragraphs_make((syn_slice){d->text, d->text_bytes}, paragraphs) < 0)
        sheet->status = SYN_MEMORY;
    return paragraphs;
}

const char *syn_sheet_at(const syn_paragraphs *paragraphs, uint64_t byte, char text[32])
{
    if (paragraphs->count > 0)
        snprintf(text, 32, "¶%zu", syn_paragraphs_find(paragraphs, (size_t)byte));
    else
        snprintf(text, 32, "¶?");
    return text;
}

void syn_sheet_paragraphs(const syn_paragraphs *paragraphs, const syn_span *span, char text[64])
{
    char only[32];
    size_t first = syn_paragraphs_find(paragraphs, span->begin);
    size_t last = syn_paragraphs_find(paragraphs, span->end > span->begin ? span->end - 1 : span->begin);
    if (first == last)
        snprintf(text, 64, "%s", syn_sheet_at(paragraphs, span->begin, only));
    else
        snprintf(text, 64, "¶%zu–%zu", first, last);
}

/* Lines */

void syn_sheet_words(syn_sheet *sheet, syn_style style, const char *rail, size_t indent, const char *text)
{
    syn_page *page = &sheet->page;
    size_t bytes = strlen(text), at = 0;
    size_t most = page->width > indent + 1 ? page->width - indent : 1;
    syn_cells_word word;
    while (syn_cells_next(text, bytes, most, &at, &word)) {
        bool spaced = word.spaced && page->column > indent;
        if (page->column > indent && page->column + spaced + word.cells > page->width) {
            syn_page_end(page);
            syn_page_text(page, SYN_DIM, rail);
            spaced = false;
        }
        if (page->column < indent)
            syn_page_pad(page, indent);
        if (spaced)
            syn_page_piece(page, style, " ", 1);
        syn_page_piece(page, style, text + word.begin, word.end - word.begin);
    }
}

void syn_sheet_say(syn_sheet *sheet, syn_style style, const char *sentence)
{
    syn_page_words(&sheet->page, style, 0, sentence);
    syn_page_end(&sheet->page);
}

void syn_sheet_say_text(syn_sheet *sheet, syn_style style)
{
    if (!sheet->text.failed && sheet->text.len)
        syn_sheet_say(sheet, style, sheet->text.bytes);
}

/* Witnesses */

uint32_t syn_sheet_next(const syn_sheet *sheet, const syn_passage *passage, uint32_t i)
{
    const syn_witness *w = &sheet->view->witnesses[passage->witness_first];
    uint32_t end = i + 1;
    while (end < passage->witness_count && w[end].document == w[i].document)
        end++;
    return end;
}

/** A space and the text unbroken, on a further line behind `rail` where it does not fit. */
static void write_item(syn_page *page, syn_style style, const char *rail, size_t indent, const char *text)
{
    if (page->column > indent && page->column + 1 + syn_cells_count(text, strlen(text)) > page->width) {
        syn_page_end(page);
        syn_page_text(page, SYN_DIM, rail);
        syn_page_pad(page, indent);
    } else {
        syn_page_piece(page, style, " ", 1);
    }
    syn_page_text(page, style, text);
}

static void write_witnesses(syn_sheet *sheet, const syn_passage *passage, uint32_t but, size_t most,
                            const char *rail, size_t indent)
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
            write_item(&sheet->page, SYN_DIM, rail, indent, piece);
            return;
        }
        int length = snprintf(piece, sizeof piece, "%s", syn_sheet_name(sheet, w[i].document));
        if (end - i > 1 && length > 0 && (size_t)length < sizeof piece)
            snprintf(piece + length, sizeof piece - (size_t)length, "×%u", end - i);
        write_item(&sheet->page, SYN_PLAIN, rail, indent, piece);
        listed++;
    }
}

void syn_sheet_witnesses(syn_sheet *sheet, const syn_passage *passage, size_t most, size_t indent)
{
    write_witnesses(sheet, passage, SYN_NONE, most, "", indent);
}

void syn_sheet_others(syn_sheet *sheet, const syn_passage *passage, uint32_t but, const char *rail, size_t indent)
{
    write_witnesses(sheet, passage, but, SYN_MOST_WITNESSES, rail, indent);
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
