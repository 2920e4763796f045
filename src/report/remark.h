/** What a gate says of one copy of a passage, in one line of plain words, and where that copy is. SARIF, GitHub's
 *  annotations and Markdown stand on it.
 *
 *      syn_remarks remarks = {.view = view};
 *      syn_remarks_make(&remarks);
 *      const char *says = syn_remark_says(&remarks, passage, witness);
 *      if (syn_remark_region(&remarks, witness, &region)) ... region.first_line ...
 *      syn_remarks_release(&remarks);
 *
 *  What it says is made one line (syn_escape_line): the words of others in it are yet to be made fit for a format.
 *
 *  Owns    a syn_remarks owns its lists.  Fails   SYN_MEMORY, also from remarks.status behind any call.
 *  Cost    lines of a text are counted once, when they are first asked for.
 */
#ifndef SYN_REPORT_REMARK_H
#define SYN_REPORT_REMARK_H

#include "base/buf.h"
#include "report/account.h"
#include "report/lines.h"
#include "report/view.h"

typedef struct syn_remarks {
    const syn_result_view *view;
    syn_names names;
    syn_accounts accounts;
    syn_lines *lines;   /**< by document */
    syn_buf text;       /**< what is said */
    uint32_t counted, documents; /**< a passage, and how many have it; 0: none was counted yet */
    syn_status status;
} syn_remarks;

/** A stretch of a file: lines and columns from 1, the end behind its last character; columns are 0 where only the
 *  line is known (a record of JSONL). */
typedef struct syn_region {
    uint64_t first_line, first_column, last_line, last_column;
} syn_region;

syn_status syn_remarks_make(syn_remarks *remarks);
void syn_remarks_release(syn_remarks *remarks);

/** `number` is a passage of the result, `witness` one of its witnesses; good until the next call. */
const char *syn_remark_says(syn_remarks *remarks, uint32_t number, uint32_t witness);
/** How much a copy wants a look. In a check: an error is what puts a new text over its limit, all else a note. */
typedef enum syn_alarm { SYN_ALARM_NOTE, SYN_ALARM_WARNING, SYN_ALARM_ERROR } syn_alarm;
syn_alarm syn_remark_alarm(const syn_remarks *remarks, uint32_t number, uint32_t witness);
/** Whether a copy is told of: in a check only those in new texts are. */
static inline bool syn_remark_tells(const syn_result_view *view, const syn_witness *witness)
{
    return !view->is_check || witness->document < view->checked_count;
}
/** Whether one of a passage's copies is an error. */
bool syn_remark_presses(const syn_result_view *view, uint32_t number);
/** Whether somebody should look: no credit stands near, it is no quotation, and nobody has it from here. */
bool syn_remark_warns(const syn_remarks *remarks, uint32_t number, uint32_t witness);
/** The document's short name as one line of at most 60 cells, appended. */
void syn_remark_name(const syn_remarks *remarks, uint32_t document, syn_buf *out);

/** Of a check: appends "Two of the three known texts credit Stonebridge Herald, which is not among them." of the source
 *  that most of them credit, and how many more there are. False when each that they credit is among the texts. */
bool syn_remark_absents(syn_remarks *remarks, syn_buf *out);

/** The document's path without "./" before it, or NULL when it is in no file. */
const char *syn_remark_path(const syn_result_view *view, uint32_t document);
/** Whether the document's text is the file's, so that its spans are places in the file. */
bool syn_remark_is_file(const syn_result_view *view, uint32_t document);
/** False when the lines are not known: the text is gone, or the file is compressed or no JSON by lines. */
bool syn_remark_region(syn_remarks *remarks, uint32_t witness, syn_region *out);

#endif
