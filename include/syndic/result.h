/** What a run found: shares, passages with their witnesses, pairs, sources and descents.
 *
 *      syn_result *result = NULL;
 *      syn_trace(corpus, &options, &result, &error);
 *      const syn_result_view *view = syn_result_get(result);
 *      for (size_t i = 0; i < view->passage_count; i++)
 *          printf("%u words\n", view->passages[i].words);
 *      syn_result_free(result);
 *
 *  A result is flat: arrays of plain structs that point at one another by index. `syn_result_get`
 *  hands out all of them at once; everything in it is read only and total in its order.
 *
 *  Owns    the result owns its arrays and strings; document numbers refer to the corpus it came from.
 *  Fails   only syn_compare and syn_trace (syndic.h) fail; reading a result does not.
 *  Units   words are canonical words; spans are bytes and code points of the original text.
 */
#ifndef SYNDIC_RESULT_H
#define SYNDIC_RESULT_H

#include "syndic/corpus.h"

#ifdef __cplusplus
extern "C" {
#endif

#define SYN_NONE UINT32_MAX

typedef enum syn_kind { SYN_VERBATIM, SYN_EDITED, SYN_REWORDED, SYN_NAME, SYN_COMMON } syn_kind;
typedef enum syn_standing { SYN_QUOTED, SYN_CREDITED, SYN_OPEN } syn_standing;
typedef enum syn_level { SYN_UNKNOWN, SYN_WEAK, SYN_MODERATE, SYN_STRONG } syn_level;
/** What is owed to the source a credit names; SELF: the source's own voice inside copied text. */
typedef enum syn_credit_of {
    SYN_OF_TEXT, SYN_OF_SPEECH, SYN_OF_REPORT, SYN_OF_DOCUMENT, SYN_OF_IMAGE, SYN_OF_SELF
} syn_credit_of;
/** Where a credit stands: in a dateline or byline, behind the text, before a block, in a sentence. */
typedef enum syn_credit_place { SYN_AT_HEAD, SYN_AT_TAIL, SYN_AT_LABEL, SYN_AT_SENTENCE } syn_credit_place;

/** How much of one document stands elsewhere. how[] and standing[] each add up to reused_words. */
typedef struct syn_share {
    uint32_t words;        /**< of the document */
    uint32_t reused_words;
    uint32_t how[3];       /**< verbatim, edited, reworded */
    uint32_t standing[3];  /**< quoted, credited, open */
    uint32_t common_words, name_words;
} syn_share;

/** One document's copy of a passage. */
typedef struct syn_witness {
    uint32_t document;
    syn_span span;
    uint32_t words;        /**< words of this copy that the representative (for it: any other) has too */
    double identity;       /**< matched words / columns of the alignment with the representative */
    syn_kind kind;
    syn_standing standing;
    uint32_t credit;       /**< the nearest credit of a source of text in this document, into credits[], or SYN_NONE */
    bool unnamed;          /**< quoted speech that other witnesses credit to an outlet, and this one does not */
} syn_witness;

/** A stretch of text that stands in two or more documents. Passages are numbered from 1 in their
 *  order: most words first, then more witnesses, then the representative's place. */
typedef struct syn_passage {
    uint32_t id;
    char key[33];               /**< XXH3-128 of the representative's canonical words, hexadecimal */
    syn_kind kind;
    uint32_t words;             /**< matched words of the representative */
    double weight;              /**< surprisal of those words in bits; nothing is taken off for gaps */
    uint32_t representative;    /**< index into the passage's witnesses */
    const char *text;           /**< an excerpt, kept where the texts may be gone (a result that was read back); else NULL */
    const char *speaker;        /**< whose speech it is, as the fullest witness names them; NULL when it is none */
    uint32_t witness_first, witness_count; /**< into witnesses[], in order of document and place */
} syn_passage;

/** The part of a passage that two documents share. */
typedef struct syn_pair_match {
    uint32_t passage;           /**< index into passages[] */
    syn_kind kind;
    syn_span a, b;
    uint32_t words;
    double identity, weight;    /**< weight: the passage's, by the share of its words */
} syn_pair_match;

/** Two documents and all they share; a < b. */
typedef struct syn_pair {
    uint32_t a, b;
    uint32_t words;             /**< words that stand in both, names and common text left out */
    double share_a, share_b;    /**< words / words of each */
    uint32_t match_first, match_count; /**< into matches[] */
} syn_pair;

/** Where text came from: a document of the corpus, or an outlet that the texts credit. */
typedef struct syn_source {
    const char *name;           /**< the fullest form in use; of a document its id; "unknown source 1" */
    bool seen;
    uint32_t document;          /**< SYN_NONE when not seen */
    uint32_t name_first, name_count; /**< into source_names[]: the other forms in use, in order of bytes */
} syn_source;

/** A stretch of a text that a credit covers. */
typedef struct syn_cover {
    syn_span span;
    syn_level level;
} syn_cover;

/** Words in a text that name where something came from. In order of document and place. */
typedef struct syn_credit {
    uint32_t document;
    uint32_t source;            /**< into sources[]; SYN_NONE when it names no source of text: a photo's, a person */
    const char *name;           /**< as it is written there */
    const char *cue;            /**< "told", "label", "dateline", ...; static */
    syn_credit_of of;
    syn_credit_place place;
    syn_span span;              /**< cue and name */
    syn_level level;
    uint32_t cover_first, cover_count; /**< into covers[] */
} syn_credit;

/** Why a descent is believed. */
typedef struct syn_evidence {
    const char *kind;           /**< "date", "credit", "containment", ...; static */
    uint32_t document;
    syn_span span;
    const char *says;
} syn_evidence;

/** A document took passages from a source. */
typedef struct syn_descent {
    uint32_t source;            /**< index into sources[] */
    uint32_t to;                /**< document */
    uint32_t words;
    uint32_t passage_first, passage_count;   /**< into descent_passages[]: indices of passages */
    uint32_t evidence_first, evidence_count; /**< into evidence[] */
    bool direct;
    syn_level level;
    double confidence;
} syn_descent;

/** A text that a collection holds under the name of one that was checked: not counted as its source. */
typedef struct syn_edition {
    const char *id, *path;
    bool same;                  /**< the very text; else another version of it */
} syn_edition;

/** What a passage adds to the open words of a text that was checked. */
typedef struct syn_counted {
    uint32_t passage;           /**< index into passages[] */
    uint32_t words;             /**< open words of the text that this passage is the largest to cover */
    bool known;                 /**< accepted by its key: its words are not counted */
} syn_counted;

/** What a check says of one new text. Open words are neither quoted nor credited, in no name and no common text, not
 *  ignored and not known. */
typedef struct syn_checked {
    uint32_t document;
    bool over;                  /**< words or share are over the limit */
    uint32_t words;             /**< open words */
    double share;               /**< of the words of the document */
    uint32_t ignored_words, known_words; /**< that would be open words, but are ignored or known */
    uint32_t counted_first, counted_count; /**< into counted[], in order of passages */
    uint32_t version_first, version_count; /**< into versions[], in order of ids */
} syn_checked;

/** All arrays of a result. */
typedef struct syn_result_view {
    const syn_corpus *corpus;
    const syn_options *options;
    bool traced;                        /**< made by syn_trace or syn_check, not syn_compare */
    bool is_check;                      /**< made by syn_check: the first checked_count documents are the new texts */
    uint32_t limit_words;               /**< of a check; UINT32_MAX: none */
    double limit_share;                 /**< above 1: none */
    const syn_checked *checked;         size_t checked_count;
    const syn_counted *counted;         size_t counted_count;
    const syn_edition *versions;        size_t version_count;
    const syn_share *shares;            /**< one a document */
    const syn_passage *passages;        size_t passage_count;
    const syn_witness *witnesses;       size_t witness_count;
    const syn_pair *pairs;              size_t pair_count;
    uint64_t pairs_left_out;
    const syn_pair_match *matches;      size_t match_count;
    const syn_source *sources;          size_t source_count;
    const char *const *source_names;
    const syn_credit *credits;          size_t credit_count;
    const syn_cover *covers;
    const syn_descent *descents;        size_t descent_count;
    const uint32_t *descent_passages;
    const syn_evidence *evidence;       size_t evidence_count;
} syn_result_view;

typedef struct syn_result syn_result;

/** Frees a result and all its arrays; NULL is nothing. */
SYN_API void syn_result_free(syn_result *result);
/** Everything the result holds; good until it is freed. */
SYN_API const syn_result_view *syn_result_get(const syn_result *result);

/** Reads a result back from its JSON (also .gz and .zst, "-" for standard input) as it was made, and the texts of its
 *  documents by path and record: as they were named, then from the folder that `path` is in. A text that is gone or
 *  whose hash is another now is NULL in its document; its passages keep their excerpts. With `options` NULL, or
 *  leave_texts, no text is read; else only thread_count and progress count of them, the rest is the result's own. Any
 *  report of it is, byte for byte, the one of the first run, as far as no text is gone.
 *
 *  SYN_INPUT says what in the file is not as a result must be, and where. The caller frees both, the result first. */
SYN_API syn_status syn_result_read(const char *path, const syn_options *options, syn_corpus **corpus, syn_result **out,
                                   syn_error *error);

/** The name the JSON uses: "verbatim", "edited", ... Never NULL for a value of the enum. */
SYN_API const char *syn_kind_name(syn_kind kind);
SYN_API const char *syn_standing_name(syn_standing standing);
SYN_API const char *syn_level_name(syn_level level);
SYN_API const char *syn_credit_of_name(syn_credit_of of);
SYN_API const char *syn_credit_place_name(syn_credit_place place);

#ifdef __cplusplus
}
#endif
#endif
