/** What every format asks of a result: its counts, the text behind a span, the passages of a
 *  document, and short names for documents.
 *
 *      syn_summary summary;
 *      syn_view_summary(view, &summary);
 *      syn_slice text = syn_view_text(view, witness->document, &witness->span);
 *
 *  Owns    slices point into the corpus; syn_places and syn_names own their arrays.
 *  Fails   only where a syn_status is returned (SYN_MEMORY).
 */
#ifndef SYN_REPORT_VIEW_H
#define SYN_REPORT_VIEW_H

#include "syndic/result.h"

typedef struct syn_slice {
    const char *at;
    size_t count;
} syn_slice;

/** Raw text of a document; a span that runs over its end is cut there. Empty when the text is gone. */
syn_slice syn_view_text(const syn_result_view *view, uint32_t document, const syn_span *span);
/** The same with the quotation marks and brackets that open right before it and the punctuation right
 *  behind it, which belong to no word and so to no span; for people to read. */
syn_slice syn_view_quoted(const syn_result_view *view, uint32_t document, const syn_span *span);
/** Raw text of a passage's representative; when that text is gone, the excerpt that was kept. */
syn_slice syn_view_passage_text(const syn_result_view *view, const syn_passage *passage);

/** Whether passages of this kind count as reuse (names and common text do not). */
bool syn_view_counts(syn_kind kind);

typedef struct syn_summary {
    uint64_t words, reused_words, replaced_characters;
    size_t documents, sharing_documents, skipped;
    size_t passages[5];  /**< by kind */
    size_t counted;      /**< passages whose kind counts */
    size_t witnesses, pairs, descents;
    uint64_t pairs_left_out;
} syn_summary;

void syn_view_summary(const syn_result_view *view, syn_summary *out);

/** The witnesses of each document: those of document d are at[first[d]] to at[first[d + 1]], each the
 *  number of a passage and of a witness, in the order of passages. */
typedef struct syn_place {
    uint32_t passage, witness;
} syn_place;
typedef struct syn_places {
    syn_place *at;
    size_t *first; /**< documents + 1 */
} syn_places;

syn_status syn_places_make(const syn_result_view *view, syn_places *out);
void syn_places_release(syn_places *places);

/** A short name for each document, distinct within the corpus: the id without the folder that all ids
 *  have in common, without the extension (".txt") and without a hash ("_494259a70fbdfd58") behind the
 *  stem, as far as the names stay distinct. */
typedef struct syn_names {
    syn_slice *at; /**< into the ids; one a document */
    size_t count;
} syn_names;

syn_status syn_names_make(const syn_corpus *corpus, syn_names *out);
void syn_names_release(syn_names *names);

/** Paragraphs of a text: blocks of lines between blank ones, counted from 1. Of a text without blank lines, what
 *  a line that is set in (by a tab or two spaces) begins; without those, lines. */
typedef struct syn_paragraphs {
    size_t *begin; /**< byte at which each starts */
    size_t count, capacity;
} syn_paragraphs;

/** Finds the paragraphs of `text`; `paragraphs` may be used again and again. */
syn_status syn_paragraphs_make(syn_slice text, syn_paragraphs *paragraphs);
/** The number of the paragraph that holds byte `at`, at least 1. */
size_t syn_paragraphs_find(const syn_paragraphs *paragraphs, size_t at);
void syn_paragraphs_release(syn_paragraphs *paragraphs);

#endif
