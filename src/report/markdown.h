/** The summary for a pull request: what its parts have in common. The public function is syn_report_markdown
 *  (syndic/report.h); markdown.c writes the parts, markdown_check.c what is said of new texts, markdown_code.c the words
 *  of others in them.
 *
 *      syn_markdown_put(out, "- ");
 *      syn_markdown_text(out, source->name, 60);
 *      if (!syn_markdown_settle(out)) ... there was no room for it ...
 *
 *  The words of others, names too, stand in code spans and fenced blocks only: there GitHub makes no markup, HTML,
 *  links, mentions or references of them. A fence is longer than any run of backticks within; a pipe, which would
 *  end a cell of a table, stands outside as an entity (GitHub Flavored Markdown 0.29, 4.5, 4.10, 6.3).
 *
 *  Owns    a syn_markdown_out owns its buffers.  Fails   out->stream.status keeps the first failure.
 */
#ifndef SYN_REPORT_MARKDOWN_H
#define SYN_REPORT_MARKDOWN_H

#include "report/remark.h"
#include "report/stream.h"

typedef struct syn_markdown_out {
    const syn_result_view *view;
    syn_summary summary;
    syn_remarks remarks;
    syn_stream stream;
    syn_buf part;         /**< what is yet to be counted */
    syn_buf text;         /**< scratch */
    size_t room;          /**< bytes that may still be written */
    size_t rows, details; /**< passages in the table, and shown */
} syn_markdown_out;

/** Our own words. */
void syn_markdown_put(syn_markdown_out *out, const char *text);
/** "1,024 words" */
void syn_markdown_count(syn_markdown_out *out, uint64_t value, const char *one, const char *many);
/** Words of others, cut to `cells`, as code. */
void syn_markdown_text(syn_markdown_out *out, const char *text, size_t cells);
/** A document's short name as code. */
void syn_markdown_name(syn_markdown_out *out, uint32_t document);
/** Text of an article as a block of lines that need no scrolling; nothing when it is empty. */
void syn_markdown_block(syn_markdown_out *out, syn_slice text);
/** Of a check: what is said at the top, and a row for each new text, those that are over first. */
void syn_markdown_check(syn_markdown_out *out);
/** Writes the part if there is room for it; a part is left out as a whole. */
bool syn_markdown_settle(syn_markdown_out *out);

#endif
