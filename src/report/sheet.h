/** The report one reads, put together from a sheet: a result, a page to write on, names for documents.
 *
 *  The public function is syn_report_terminal (syndic/report.h). terminal.c writes what all reports
 *  have, head and foot; tree.c the middle part of trace, side.c that of compare; sheet.c has the pieces
 *  they share.
 *
 *  Owns    the sheet owns its buffers.  Fails   the page's status, and the sheet's for memory.
 */
#ifndef SYN_REPORT_SHEET_H
#define SYN_REPORT_SHEET_H

#include "report/page.h"
#include "report/view.h"

/** How much is listed where all was not asked for. */
enum {
    SYN_MOST_DOCUMENTS = 20,
    SYN_MOST_PASSAGES = 20,
    SYN_MOST_PLACES = 10,   /**< passages below one document */
    SYN_MOST_WITNESSES = 12,
    SYN_MOST_PAIRS = 10,
    SYN_MOST_MATCHES = 20,  /**< of one pair */
    SYN_MOST_ROWS = 40,     /**< of one match */
    SYN_MOST_SKIPS = 5
};

typedef struct syn_sheet {
    const syn_result_view *view;
    syn_terminal terminal;
    syn_summary summary;
    syn_names names;
    uint32_t *texts;     /**< different documents that hold each passage */
    syn_page page;
    syn_buf name, text;  /**< scratch, cleared by whoever uses it */
    syn_status status;   /**< SYN_MEMORY once something could not be listed for want of it */
} syn_sheet;

/** Counts, names and texts of a result whose view, terminal and page are set. */
syn_status syn_sheet_make(syn_sheet *sheet);
void syn_sheet_release(syn_sheet *sheet);

/** The document's short name, fit to be shown; good until the next call. */
const char *syn_sheet_name(syn_sheet *sheet, uint32_t document);
/** The first witness behind witness `i` of the passage that is in another document. */
uint32_t syn_sheet_next(const syn_sheet *sheet, const syn_passage *passage, uint32_t i);
/** Writes " 002 003×2 and 5 more": the documents that hold the passage, without `but`, at most `most`
 *  of them, wrapped with further lines at `indent`. */
void syn_sheet_witnesses(syn_sheet *sheet, const syn_passage *passage, uint32_t but, size_t most,
                         size_t indent);
/** How many different documents hold the passage. */
static inline size_t syn_sheet_texts(const syn_sheet *sheet, const syn_passage *passage)
{
    return sheet->texts[passage - sheet->view->passages];
}
/** Where a list may end: `most`, or everything when all was asked for. */
size_t syn_sheet_limit(const syn_sheet *sheet, size_t most, size_t count);
syn_style syn_sheet_style(syn_kind kind);
/** "5,000"; `text` holds the digits. */
const char *syn_sheet_number(uint64_t value, char text[32]);
/** "four" up to ten, digits above. */
const char *syn_sheet_count(uint64_t value, char text[32]);
/** "2017-04-04"; false when the date is not known. */
bool syn_sheet_date(const syn_date *date, char text[40]);
/** "¶5" or "¶5–7" for a span of a text whose paragraphs are known. */
void syn_sheet_paragraphs(const syn_paragraphs *paragraphs, const syn_span *span, char text[64]);

/** The document that holds the passage first by its date: every witness must be dated, and one
 *  document surely before all others. SYN_NONE otherwise. Short passages too: a date is no descent. */
uint32_t syn_sheet_first(const syn_sheet *sheet, const syn_passage *passage);

void syn_tree_documents(syn_sheet *sheet);
void syn_tree_passages(syn_sheet *sheet);
void syn_side_pairs(syn_sheet *sheet);

#endif
