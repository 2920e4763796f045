/** Whether the pattern of a cue stands in a sentence (credit_cue.h says how patterns are written).
 *
 *      syn_credit_fit fit = {.cue = {begin_of_told, end_of_told}};
 *      if (syn_credit_fits(text, &syn_credit_cues[0], sentence, &fit))
 *          ... fit.cue, fit.name.name            // "told", "Fenmouth Gazette"
 *
 *  Units   bytes of the text.  Fails   never.  Cost    a few words a pattern.
 */
#ifndef SYN_TRACE_CREDIT_PATTERN_H
#define SYN_TRACE_CREDIT_PATTERN_H

#include "trace/credit_cue.h"
#include "trace/credit_name.h"

typedef struct syn_credit_fit {
    syn_reach cue;         /**< the words of the pattern; given: its word alone */
    syn_credit_name name;
    bool maybe;            /* given: for X stands one word that may be a name (credit_line.h) */
} syn_credit_fit;

bool syn_credit_fits(const char *text, const syn_credit_cue *row, syn_reach sentence, syn_credit_fit *fit);

/** The word that ends before byte `at`, blanks aside; false when something else does. */
bool syn_credit_word_before(const char *text, uint32_t begin, uint32_t at, syn_credit_word *word);

#endif
