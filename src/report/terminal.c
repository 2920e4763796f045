#include "report/sheet.h"

#include "base/error.h"
#include "report/escape.h"

#include <stdio.h>
#include <string.h>

/* A page is made of whole lines in memory, so its width has a bound. */
enum { NARROWEST = 40, WIDEST = 1000 };

static void say_skipped(syn_sheet *sheet)
{
    size_t count = sheet->summary.skipped, most = syn_sheet_limit(sheet, SYN_MOST_SKIPS, count);
    char number[32], text[96];
    for (size_t i = 0; i < most; i++) {
        const syn_skip *skip = syn_corpus_skip_get(sheet->view->corpus, i);
        syn_page_text(&sheet->page, SYN_PLAIN, "Passed over: ");
        syn_buf_clear(&sheet->text);
        syn_escape_line(&sheet->text, skip->path, strlen(skip->path));
        syn_buf_text(&sheet->text, ": ");
        syn_escape_line(&sheet->text, skip->why, strlen(skip->why));
        if (!sheet->text.failed)
            syn_page_words(&sheet->page, SYN_PLAIN, 2, sheet->text.bytes);
        syn_page_end(&sheet->page);
    }
    if (most < count) {
        snprintf(text, sizeof text, "Passed over: %s more (--all lists them)",
                 syn_sheet_number(count - most, number));
        syn_sheet_say(sheet, SYN_PLAIN, text);
    }
    if (sheet->summary.replaced_characters) {
        snprintf(text, sizeof text, "Broken UTF-8 was replaced in %s places.",
                 syn_sheet_number(sheet->summary.replaced_characters, number));
        syn_sheet_say(sheet, SYN_PLAIN, text);
    }
}

static void write_compare(syn_sheet *sheet)
{
    syn_shared_write(sheet);
    syn_side_pairs(sheet);
    syn_page_end(&sheet->page);
}

static void write_trace(syn_sheet *sheet)
{
    syn_answer_write(sheet);
    syn_page_end(&sheet->page);
    syn_tree_write(sheet);
    syn_rest_open(sheet);
    syn_passages_write(sheet);
    syn_rest_shareless(sheet);
}

static void write_check(syn_sheet *sheet)
{
    syn_checked_write(sheet);
    if (!sheet->terminal.side_by_side)
        return;
    syn_side_pairs(sheet);
    syn_page_end(&sheet->page);
}

static void write_sheet(syn_sheet *sheet)
{
    bool check = sheet->view->is_check;
    bool credits = (check || !sheet->terminal.side_by_side) && sheet->view->credit_count > 0;
    char text[128];
    if (check)
        write_check(sheet);
    else if (sheet->terminal.side_by_side)
        write_compare(sheet);
    else
        write_trace(sheet);
    if (!check)
        syn_rest_not_counted(sheet);
    say_skipped(sheet);
    snprintf(text, sizeof text, "This shows shared wording%s. It does not say whether the use was agreed.",
             credits ? " and credits" : "");
    syn_sheet_say(sheet, SYN_DIM, text);
}

syn_status syn_report_terminal(const syn_result *result, const syn_terminal *terminal,
                               const syn_sink *sink, syn_error *error)
{
    uint32_t width = terminal->width_columns ? terminal->width_columns : 100;
    width = width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : width;
    syn_sheet sheet = {.view = syn_result_get(result),
                       .terminal = *terminal,
                       .page = {.sink = sink, .width = width, .color = terminal->color}};
    sheet.status = syn_sheet_make(&sheet);
    if (sheet.status == SYN_OK)
        write_sheet(&sheet);
    if (sheet.text.failed || sheet.name.failed || sheet.note.failed)
        sheet.status = SYN_MEMORY;
    syn_status written = syn_page_close(&sheet.page);
    syn_sheet_release(&sheet);
    if (sheet.status == SYN_MEMORY || written == SYN_MEMORY)
        return syn_fail_memory(error);
    if (written != SYN_OK)
        return syn_fail(error, written, "report: could not be written in full (see where it was sent)");
    return SYN_OK;
}
