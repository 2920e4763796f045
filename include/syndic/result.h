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

/** Where text came from: a document of the corpus, or (later) an outlet inferred from credits. */
typedef struct syn_source {
    const char *name;
    bool seen;
    uint32_t document;          /**< SYN_NONE when not seen */
} syn_source;

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

/** All arrays of a result. */
typedef struct syn_result_view {
    const syn_corpus *corpus;
    const syn_options *options;
    const syn_share *shares;            /**< one a document */
    const syn_passage *passages;        size_t passage_count;
    const syn_witness *witnesses;       size_t witness_count;
    const syn_pair *pairs;              size_t pair_count;
    uint64_t pairs_left_out;
    const syn_pair_match *matches;      size_t match_count;
    const syn_source *sources;          size_t source_count;
    const syn_descent *descents;        size_t descent_count;
    const uint32_t *descent_passages;
    const syn_evidence *evidence;       size_t evidence_count;
} syn_result_view;

typedef struct syn_result syn_result;

/** Frees a result and all its arrays; NULL is nothing. */
SYN_API void syn_result_free(syn_result *result);
/** Everything the result holds; good until it is freed. */
SYN_API const syn_result_view *syn_result_get(const syn_result *result);

/** The name the JSON uses: "verbatim", "edited", ... Never NULL for a value of the enum. */
SYN_API const char *syn_kind_name(syn_kind kind);
SYN_API const char *syn_standing_name(syn_standing standing);
SYN_API const char *syn_level_name(syn_level level);

#ifdef __cplusplus
}
#endif
#endif
