/** The nouns that the stages between text and trace hand to one another.
 *
 *  A position here is always a word's index within its document; raw bytes come back in one place
 *  only (src/convert.c).
 */
#ifndef SYN_TEXT_STRETCH_H
#define SYN_TEXT_STRETCH_H

#include <stdint.h>

/** Words [begin, end) of a document. */
typedef struct syn_stretch {
    uint32_t document, begin, end;
} syn_stretch;

/** `count` consecutive words that match one by one: word a + i with word b + i. */
typedef struct syn_block {
    uint32_t a, b, count;
} syn_block;

/** Two stretches that hold the same words but for edits. Between blocks lie replaced, inserted or
 *  dropped words. `a` is in the document of the smaller number. */
typedef struct syn_match {
    syn_stretch a, b;
    uint32_t block_first, block_count; /**< into an array of syn_block that travels with the matches */
    uint32_t matched_words;
    uint32_t column_count;             /**< columns of the alignment; identity = matched / columns */
    float weight;                      /**< bits of surprisal, less what gaps cost */
} syn_match;

#endif
