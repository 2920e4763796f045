/** The report one reads, put together from a sheet: a result, a page to write on, names for documents.
 *
 *  The public function is syn_report_terminal (syndic/report.h). terminal.c writes what all reports
 *  have and the order of the parts. Of trace, answer.c has the sentences at the top, tree.c the stemma,
 *  note.c what a text says beside a passage, passages.c the passages, speech.c how copies of a
 *  quotation differ, rest.c what is left to say; of compare, side.c has the pairs; of a check,
 *  checked_answer.c and checked_say.c have the sentences, checked_note.c what other reports of it say
 *  too, checked_text.c the passages. shared.c has the sentences and sheet.c the pieces that they have in common.
 *
 *  Owns    the sheet owns its buffers and lists.  Fails   the page's status, and the sheet's for memory.
 */
#ifndef SYN_REPORT_SHEET_H
#define SYN_REPORT_SHEET_H

#include "report/checked.h"
#include "report/credits.h"
#include "report/page.h"
#include "report/stemma.h"
#include "report/view.h"

/** How much is listed where all was not asked for. */
enum {
    SYN_MOST_SOURCES = 20,
    SYN_MOST_DOCUMENTS = 20,
    SYN_MOST_LATER = 5,     /**< documents below each source but the first and the unknown */
    SYN_MOST_PASSAGES = 20,
    SYN_MOST_PLACES = 10,   /**< passages below one document */
    SYN_MOST_EVIDENCE = 3,  /**< of one document's descent */
    SYN_MOST_NAMES = 6,     /**< other names of a source */
    SYN_MOST_LINES = 5,     /**< of a list behind the passages */
    SYN_MOST_WITNESSES = 12,
    SYN_MOST_PAIRS = 10,
    SYN_MOST_MATCHES = 20,  /**< of one pair */
    SYN_MOST_ROWS = 40,     /**< of one match */
    SYN_MOST_SKIPS = 5,
    SYN_MOST_KNOWN = 5      /* known texts named beside a passage of a new one */
};

typedef struct syn_sheet {
    const syn_result_view *view;
    syn_terminal terminal;
    syn_summary summary;
    syn_names names;
    uint32_t *texts;     /**< different documents that hold each passage */
    syn_groups groups;   /**< from here: trace only */
    syn_credits credits;
    syn_stemma stemma;
    bool names_told;     /**< the answer has the other names of the first source */
    syn_checks checks;   /**< check only */
    uint32_t checked;    /**< check: the new text that is being told of */
    syn_paragraphs *paragraphs; /**< by document, made when first asked for */
    syn_page page;
    syn_buf name, text, note; /**< scratch, cleared by whoever uses it */
    syn_status status;   /**< SYN_MEMORY once something could not be listed for want of it */
} syn_sheet;

/** Counts, names and texts of a result whose view, terminal and page are set. */
syn_status syn_sheet_make(syn_sheet *sheet);
void syn_sheet_release(syn_sheet *sheet);

/** The document's short name, fit to be shown; good until the next call. */
const char *syn_sheet_name(syn_sheet *sheet, uint32_t document);
/** The first witness behind witness `i` of the passage that is in another document. */
uint32_t syn_sheet_next(const syn_sheet *sheet, const syn_passage *passage, uint32_t i);
/** Writes " 002 003×2 and 5 more": the documents that hold the passage, at most `most` of them, wrapped
 *  with further lines at `indent`. */
void syn_sheet_witnesses(syn_sheet *sheet, const syn_passage *passage, size_t most, size_t indent);
/** The same without the document `but`; further lines begin with `rail`. */
void syn_sheet_others(syn_sheet *sheet, const syn_passage *passage, uint32_t but, const char *rail, size_t indent);
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
/** Appends "5,000 words" to sheet->text. */
void syn_sheet_add_words(syn_sheet *sheet, uint64_t words);
/** Begins a sentence: an ASCII capital first. */
void syn_sheet_capitalise(char *text);
/** "2017-04-04", or "by 2017-04-04" where it is a bound; false when the date is not known. */
bool syn_sheet_date(const syn_date *date, char text[40]);
/** " · 2017-04-04 (head line)", or "" when the date is not known. */
void syn_sheet_dated(const syn_date *date, char text[128]);
/** The paragraph of a byte: "¶5", or "¶?" in a text that is gone. */
const char *syn_sheet_at(const syn_paragraphs *paragraphs, uint64_t byte, char text[32]);
/** "¶5" or "¶5–7" for a span, "¶?" in a text that is gone. */
void syn_sheet_paragraphs(const syn_paragraphs *paragraphs, const syn_span *span, char text[64]);
/** The paragraphs of a document (trace only); without any when memory is short. */
const syn_paragraphs *syn_sheet_layout(syn_sheet *sheet, uint32_t document);

/** The outlet's name or the document's short one, fit to be shown; good until the next call. */
const char *syn_sheet_group(syn_sheet *sheet, uint32_t group);
/** The name of a source as it stands in a sentence ("the Fenmouth Gazette", "RT", "002"); good until the
 *  next name. */
const char *syn_sheet_source(syn_sheet *sheet, uint32_t source, bool article);
/** Appends raw text as one line of at most `cells`, "…" at its end when it was cut. */
void syn_sheet_cut(syn_buf *buf, const char *text, size_t bytes, size_t cells);
/** Writes words from here on; further lines begin with `rail` and are indented. */
void syn_sheet_words(syn_sheet *sheet, syn_style style, const char *rail, size_t indent, const char *text);
/** Writes a sentence as lines of its own. */
void syn_sheet_say(syn_sheet *sheet, syn_style style, const char *sentence);
/** The same for what stands in sheet->text. */
void syn_sheet_say_text(syn_sheet *sheet, syn_style style);

/** The document that holds the passage first by its date: every witness must be dated, and one
 *  document surely before all others. SYN_NONE otherwise. Short passages too: a date is no descent. */
uint32_t syn_sheet_first(const syn_sheet *sheet, const syn_passage *passage);

/** Appends `lanternpost-7 (“Harbour shut”, Lantern Post, 2024-03-02)`: the short name, and what else is known. */
void syn_sheet_about(syn_sheet *sheet, uint32_t document, syn_buf *out);

/** What the document of a leaf says of where that passage is from, appended to `out` as one line. */
void syn_note_make(syn_sheet *sheet, const syn_leaf *leaf, syn_buf *out);
/** What it says of a source of which no other text has a passage: `label opens ¶3 and ¶11: 103 words`. */
void syn_note_credit_only(syn_sheet *sheet, const syn_leaf *leaf, const syn_places *places, syn_buf *out);

/** Copies of a quotation held against one another; speech.c. Used again and again. */
typedef struct syn_speech {
    syn_buf words, other, raw; /**< the representative's spoken words, another's, as they stand */
    syn_buf plain, other_plain; /**< the same without case and punctuation */
    struct syn_diff *diff;
    size_t differing; /**< documents whose words are not the representative's */
    size_t longer, stopping; /**< whose quotation goes on behind the passage, and ends with it */
    bool unread; /**< a text is gone, so it cannot be said that all are the same */
} syn_speech;

/** Counts the documents that have other words than the representative. */
void syn_speech_compare(syn_sheet *sheet, const syn_passage *passage, syn_speech *speech);
/** Writes a line for each of them: `001 has "shut" for "close"`, `002 goes on for 17 words`. */
void syn_speech_write(syn_sheet *sheet, const syn_passage *passage, syn_speech *speech);
void syn_speech_release(syn_speech *speech);

/** "Four of five texts", "All five texts", "Both texts"; `many` is "texts" or "outlets". */
void syn_shared_texts(size_t sharing, size_t all, const char *many, char text[128]);
/** Says that nothing is shared. */
void syn_shared_nothing(syn_sheet *sheet);
/** Says how many passages `who` share, and where the largest stands. */
void syn_shared_passages(syn_sheet *sheet, const char *who);
/** Says of how many passages the earliest text is known, and which that is when it is always the same. */
void syn_shared_first(syn_sheet *sheet);

/** Known texts that have the passage, in the order in which a check names them: those dated before the new text by
 *  their dates, then the others, dated ones first. `list` has room for all witnesses; returns how many there are. */
size_t syn_checked_known(syn_sheet *sheet, uint32_t text, uint32_t passage, uint32_t *list, size_t *earlier);
/** Whether a new text shares nothing, so that nothing need be said of it. */
bool syn_checked_is_clean(const syn_sheet *sheet, uint32_t text);
/** Says of how many new texts the open words are over, and which. */
void syn_checked_summary(syn_sheet *sheet);
/** Says of sheet->checked whether it is over, who has its wording, and what is not counted. */
void syn_checked_say(syn_sheet *sheet);
/** Names the new texts that share nothing. */
void syn_checked_say_clean(syn_sheet *sheet);
/** The sentences of all new texts, those that are over first; with `passages`, each one's below them. */
void syn_checked_each(syn_sheet *sheet, void (*passages)(syn_sheet *sheet));

/* The parts of a report, in their order. */
void syn_checked_write(syn_sheet *sheet);     /**< check: all of it */
void syn_shared_write(syn_sheet *sheet);      /**< compare: who shares wording, and how much */
void syn_answer_write(syn_sheet *sheet);      /**< trace: sentences */
void syn_tree_write(syn_sheet *sheet);        /**< the stemma */
void syn_rest_open(syn_sheet *sheet);         /**< what stands open, and speech without its outlet */
void syn_passages_write(syn_sheet *sheet);
void syn_rest_shareless(syn_sheet *sheet);    /**< texts that share nothing and credit somebody */
void syn_rest_not_counted(syn_sheet *sheet);
void syn_side_pairs(syn_sheet *sheet);

#endif
