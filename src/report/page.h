/** Lines of text in columns: wrapping, padding, colours, and the way to the sink.
 *
 *      syn_page page = {.sink = sink, .width = 100};
 *      syn_page_text(&page, SYN_BOLD, "002");
 *      syn_page_pad(&page, 6);
 *      syn_page_words(&page, SYN_PLAIN, 6, sentence); // wrapped, further lines indented by 6
 *      syn_page_end(&page);                           // ends the line
 *      status = syn_page_close(&page);
 *
 *  Texts are valid UTF-8 on one line (syn_escape_line).
 *
 *  Owns    its buffer, until syn_page_close.  Fails   syn_page_close says so: the sink's status or
 *  SYN_MEMORY; after a failure nothing more is written.
 */
#ifndef SYN_REPORT_PAGE_H
#define SYN_REPORT_PAGE_H

#include "base/buf.h"
#include "syndic/report.h"

typedef enum syn_style {
    SYN_PLAIN,
    SYN_BOLD,
    SYN_DIM,
    SYN_CYAN,
    SYN_YELLOW,
    SYN_MAGENTA,
    SYN_RED,
    SYN_GREEN
} syn_style;

typedef struct syn_page {
    const syn_sink *sink;
    size_t width;   /**< cells */
    bool color;
    size_t column;  /**< cells on the line so far */
    syn_style style; /**< in force where the next bytes go */
    syn_buf buf;
    syn_status status;
} syn_page;

void syn_page_piece(syn_page *page, syn_style style, const char *text, size_t bytes); /**< as it is */
void syn_page_text(syn_page *page, syn_style style, const char *text);
void syn_page_format(syn_page *page, syn_style style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/** Spaces up to `column`, at least one when something stands there already. */
void syn_page_pad(syn_page *page, size_t column);
/** Words from here on, broken before the width; further lines start at `indent`. */
void syn_page_words(syn_page *page, syn_style style, size_t indent, const char *text);
/** A space and the text unbroken, on a further line at `indent` where it does not fit. */
void syn_page_item(syn_page *page, syn_style style, size_t indent, const char *text);
void syn_page_end(syn_page *page);
syn_status syn_page_close(syn_page *page);

#endif
