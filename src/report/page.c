#include "report/page.h"

#include "report/cells.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define FLUSH_BYTES 65536

static const char *const codes[] = {"",         "\033[1m",  "\033[2m",  "\033[36m",
                                    "\033[33m", "\033[35m", "\033[31m", "\033[32m"};

/** Changes the style only where it differs, so that a run of words of one colour is switched once. */
static void switch_style(syn_page *page, syn_style style)
{
    if (!page->color || page->style == style)
        return;
    if (page->style != SYN_PLAIN)
        syn_buf_text(&page->buf, "\033[0m");
    syn_buf_text(&page->buf, codes[style]);
    page->style = style;
}

void syn_page_piece(syn_page *page, syn_style style, const char *text, size_t bytes)
{
    switch_style(page, style);
    syn_buf_add(&page->buf, text, bytes);
    page->column += syn_cells_count(text, bytes);
}

void syn_page_text(syn_page *page, syn_style style, const char *text)
{
    syn_page_piece(page, style, text, strlen(text));
}

void syn_page_format(syn_page *page, syn_style style, const char *format, ...)
{
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    syn_page_text(page, style, text);
}

void syn_page_pad(syn_page *page, size_t column)
{
    size_t count = column > page->column ? column - page->column : page->column > 0;
    switch_style(page, SYN_PLAIN);
    for (size_t i = 0; i < count; i++)
        syn_buf_add(&page->buf, " ", 1);
    page->column += count;
}

void syn_page_words(syn_page *page, syn_style style, size_t indent, const char *text)
{
    size_t bytes = strlen(text), at = 0;
    size_t most = page->width > indent + 1 ? page->width - indent : 1;
    syn_cells_word word;
    while (syn_cells_next(text, bytes, most, &at, &word)) {
        bool first = page->column <= indent;
        if (!first && page->column + word.spaced + word.cells > page->width) {
            syn_page_end(page);
            first = true;
        }
        if (first && page->column < indent)
            syn_page_pad(page, indent);
        else if (!first && word.spaced)
            syn_page_piece(page, style, " ", 1);
        syn_page_piece(page, style, text + word.begin, word.end - word.begin);
    }
}

void syn_page_item(syn_page *page, syn_style style, size_t indent, const char *text)
{
    if (page->column > indent && page->column + 1 + syn_cells_count(text, strlen(text)) > page->width) {
        syn_page_end(page);
        syn_page_pad(page, indent);
    } else {
        syn_page_piece(page, style, " ", 1);
    }
    syn_page_text(page, style, text);
}

static void flush(syn_page *page)
{
    if (page->buf.failed)
        page->status = SYN_MEMORY;
    if (page->status == SYN_OK && page->buf.len)
        page->status = page->sink->write(page->sink->context, page->buf.bytes, page->buf.len);
    syn_buf_clear(&page->buf);
}

void syn_page_end(syn_page *page)
{
    switch_style(page, SYN_PLAIN);
    syn_buf_add(&page->buf, "\n", 1);
    page->column = 0;
    if (page->buf.len >= FLUSH_BYTES)
        flush(page);
}

syn_status syn_page_close(syn_page *page)
{
    flush(page);
    syn_buf_release(&page->buf);
    return page->status;
}
