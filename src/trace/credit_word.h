/** Words of running text, as names and cues are read: capitals, possessives, what stands between.
 *
 *      syn_credit_word word;
 *      while (syn_credit_word_at(text, at, end, &word))
 *          at = word.after;                  // "St.", "Louis", "Post-Dispatch" (its 's is no part of it)
 *
 *  A hyphen, an apostrophe and an ampersand inside a word belong to it, and so does the dot of an initial or of a site.
 *
 *  Units   bytes of the text.  Fails   never.  Cost    the bytes passed; words are cut at SYN_CREDIT_WORD bytes.
 */
#ifndef SYN_TRACE_CREDIT_WORD_H
#define SYN_TRACE_CREDIT_WORD_H

#include "text/layout.h"

#include <stdbool.h>

#define SYN_CREDIT_WORD 48

/** One word of running text, as names are read. */
typedef struct syn_credit_word {
    uint32_t begin, end;  /**< without a possessive 's */
    uint32_t after;       /**< behind the possessive */
    bool capital;         /**< opens with a capital, a digit or a letter of a script without case */
    bool possessive;
    bool apart;           /**< something else than blanks stands before it */
} syn_credit_word;

/** The next word at or behind `at`; false when there is none before `end`. */
bool syn_credit_word_at(const char *text, uint32_t at, uint32_t end, syn_credit_word *word);
/** Whether the word is one of a list, words separated by spaces, small letters ("the a an"). */
bool syn_credit_word_in(const char *text, const syn_credit_word *word, const char *list);
/** How many bytes the apostrophe at `at` takes, 0 for none. */
uint32_t syn_credit_apostrophe(const char *text, uint32_t at, uint32_t end);
/** Where the blanks (NBSP too) at `at` end. */
uint32_t syn_credit_blanks(const char *text, uint32_t at, uint32_t end);

#endif
