/** The page for a browser: what all parts of it stand on, and the parts themselves.
 *
 *  The public function is syn_report_html (syndic/report.h). html.c writes the frame, html_plan.c decides what
 *  a page can hold, html_out.c makes text fit for HTML; each section has a file of its own. Sentences, names
 *  and the order of sources are those of the report for a terminal (sheet.h).
 *
 *      syn_html_raw(out, "<td>");
 *      syn_html_line(out, title, strlen(title));
 *
 *  Nothing of an article reaches the page but through syn_html_line and syn_html_body. What is written into
 *  attributes is numbers and words of our own; addresses of the page are a letter and a number: t3 is text 3,
 *  w57 witness 57, p12 passage 12, c4 credit 4, s2 source 2, pair9 the ninth largest pair, new0 the first new text.
 *
 *  Owns    syn_html_out owns its buffers and lists.  Fails   out->status keeps the first failure; nothing is
 *  written behind it.
 */
#ifndef SYN_REPORT_HTML_H
#define SYN_REPORT_HTML_H

#include "report/diff.h"
#include "report/sheet.h"

enum {
    SYN_HTML_TALL = 25, /**< rows beyond which a list has a window of its own, or is folded */
    SYN_HTML_LONG = 300, /**< passages beyond which each is told more shortly */
    SYN_HTML_CHECK_TEXTS = 100, /**< new texts told of one by one */
    SYN_HTML_CHECK_ROWS = 1000  /**< passages below all of them */
};

/** How much of a text is on the page. */
typedef enum syn_html_extent { SYN_HTML_ROW, SYN_HTML_PARTS, SYN_HTML_WHOLE } syn_html_extent;

typedef struct syn_html_rank {
    uint32_t words, document; /**< of its words, how many are shared */
    bool fresh;               /**< a new text of a check: these come first */
} syn_html_rank;

typedef struct syn_html_pair {
    uint32_t words;
    size_t pair;          /**< into the result's pairs */
    size_t listed;        /**< matches that the page has */
    bool side;            /**< written side by side, not only as a row */
} syn_html_pair;

typedef struct syn_html_out {
    syn_sheet sheet;
    syn_html options;
    const syn_sink *sink;
    syn_buf buf;          /**< not handed on yet */
    syn_buf said;         /**< what the sheet has written */
    syn_buf a, b;         /**< two texts that are compared */
    syn_buf note;
    syn_diff diff;
    uint64_t diff_cost;   /**< steps that comparisons may still take */
    syn_places places;
    uint64_t planned;     /**< bytes that parts of the page may take */
    uint8_t *extents;     /**< by document: syn_html_extent */
    syn_html_rank *ranks; /**< all documents, those that share most first */
    size_t passages;      /**< the first of the result's passages, as many as the page has */
    size_t rows, texts;   /**< documents in the table, documents with text */
    size_t gone;          /**< documents whose text is gone */
    syn_html_pair *pairs; /**< largest first */
    size_t pair_count, pairs_counted;
    size_t check_rows;    /**< rows that may still be written below new texts */
    bool traced;
    syn_status status;
} syn_html_out;

/* What a page can hold; html_plan.c */

/** Decides which texts, passages and pairs are on the page. */
syn_status syn_html_plan(syn_html_out *out);
void syn_html_plan_release(syn_html_out *out);

/* Bytes; html_out.c */

void syn_html_put(syn_html_out *out, const char *bytes, size_t count);
void syn_html_raw(syn_html_out *out, const char *text); /**< of our own: goes out as it is */
void syn_html_format(syn_html_out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
/** "5,000" */
void syn_html_number(syn_html_out *out, uint64_t value);
/** "5,000 words", "one word" */
void syn_html_counted(syn_html_out *out, uint64_t value, const char *one, const char *many);
/** A share with one decimal, "27.2 %". */
void syn_html_percent(syn_html_out *out, double share);
/** Text of others as one line. */
void syn_html_line(syn_html_out *out, const char *text, size_t bytes);
/** Text of others between tags (not within one), as it stands, a character for a character, so that places in it
 *  can be counted; returns how many there were. What steers or hides is U+FFFD, but joiners and marks of
 *  direction that writing needs. */
uint64_t syn_html_body(syn_html_out *out, const char *text, size_t bytes);
/** The text as one line of at most `cells`. */
void syn_html_cut(syn_html_out *out, const char *text, size_t bytes, size_t cells);
/** A document's short name, a link to its text where the page has it. */
void syn_html_name(syn_html_out *out, uint32_t document);
void syn_html_name_plain(syn_html_out *out, uint32_t document);
/** "¶5", a link to that copy where the page has its text. */
void syn_html_place(syn_html_out *out, uint32_t witness);
/** "¶5" of a text, a link where the page has it whole. */
void syn_html_paragraph(syn_html_out *out, uint32_t document, const syn_span *span);
/** "[12]", a link where the page has the passage. */
void syn_html_passage(syn_html_out *out, uint32_t passage);
/** "2017-04-04 10:00 UTC", "by 2017-04"; false when the date is not known. */
bool syn_html_when(const syn_date *date, char text[48]);
/** The same with where it was read, or "no date". */
void syn_html_date(syn_html_out *out, uint32_t document);
/** What a part of the text report says, a paragraph a line; "[12]" becomes a link. */
void syn_html_say(syn_html_out *out, void (*part)(syn_sheet *sheet));
/** Text of others in which "[12]" becomes a link. */
void syn_html_linked(syn_html_out *out, const char *text, size_t bytes);
void syn_html_kind(syn_html_out *out, syn_kind kind);
void syn_html_standing(syn_html_out *out, syn_standing standing);
/** What the script filters a list by: kinds, standings, and words under `label`. */
void syn_html_filter(syn_html_out *out, const char *list, const char *label);
/** Hands on what was written if it has grown large, or in any case. */
void syn_html_flush(syn_html_out *out, bool all);

/** The letters that classes and filters know kinds and standings by. */
static inline char syn_html_kind_letter(syn_kind kind)
{
    return "vernc"[kind];
}
static inline char syn_html_standing_letter(syn_standing standing)
{
    return "qco"[standing];
}
/** Whether the page has the text around a witness. */
static inline bool syn_html_has_text(const syn_html_out *out, uint32_t document)
{
    return out->extents[document] != SYN_HTML_ROW;
}
/** The first witness of a passage in a document, or SYN_NONE. */
uint32_t syn_html_witness(const syn_html_out *out, uint32_t passage, uint32_t document);

/* Differences; html_diff.c */

/** Compares two stretches of text and keeps the answer in out->a, out->b and out->diff; false when they are too
 *  long, or the page's time for comparing is used up. */
bool syn_html_compare(syn_html_out *out, syn_slice a, syn_slice b);
/** Both sides on their own: what differs stands in <b>. */
void syn_html_side_a(syn_html_out *out);
void syn_html_side_b(syn_html_out *out);
/** One in terms of the other: words of a alone in <del>, of b alone in <ins>. Returns whether any differs. */
bool syn_html_changes(syn_html_out *out);

/* The sections, in their order. */
void syn_html_check(syn_html_out *out);    /**< check: the new texts, passage by passage */
void syn_html_stemma(syn_html_out *out);   /**< the picture */
void syn_html_links(syn_html_out *out);    /**< why each link is believed */
void syn_html_texts(syn_html_out *out);    /**< a row for each text */
void syn_html_passages(syn_html_out *out);
void syn_html_pairs(syn_html_out *out);
void syn_html_sides(syn_html_out *out);    /**< the largest pairs, passage by passage */
void syn_html_articles(syn_html_out *out); /**< the texts themselves */

/** One line for all of a text, with a bar wherever a passage stands, a link to it if asked for. */
void syn_html_strip(syn_html_out *out, uint32_t document, bool linked);

/* The style sheet and the script, and their SHA-256 as a Content-Security-Policy names them; tools/embed.py. */
extern const char syn_html_style[], syn_html_script[];
extern const size_t syn_html_style_bytes, syn_html_script_bytes;
extern const char syn_html_style_hash[], syn_html_script_hash[];

#endif
