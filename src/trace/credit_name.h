/** The outlet's name beside a cue: behind "told ..." or before "... reported".
 *
 *      syn_credit_name found;
 *      if (syn_credit_name_after(text, at_end_of_told, end_of_sentence, false, &found))
 *          ... found.name                    // "Fenmouth Gazette" of "told Jo Reed of the Fenmouth Gazette on Monday"
 *
 *  An outlet is one that is known, one whose name ends as outlets' do, or one that the text calls a
 *  newspaper, a site or an agency ("the weekly newspaper Fenmouth Today"). Cues are words; what they
 *  cover is decided elsewhere.
 *
 *  Units   bytes of the text.  Fails   never.  Cost    a few words each.
 */
#ifndef SYN_TRACE_CREDIT_NAME_H
#define SYN_TRACE_CREDIT_NAME_H

#include "trace/credit_word.h"

typedef struct syn_credit_name {
    syn_reach name;   /**< the name alone */
    syn_reach all;    /**< with its article, or what stands between it and the cue */
    bool common;      /**< also an ordinary word */
    bool initials;
    bool known;
} syn_credit_name;

/** The name behind byte `at`. `near`: directly behind it, an article aside; else what kind of outlet it is, or who
 *  of it, may stand before it. */
bool syn_credit_name_after(const char *text, uint32_t at, uint32_t end, bool near, syn_credit_name *found);
/** The name before byte `at`, adverbs and days between them aside. */
bool syn_credit_name_before(const char *text, uint32_t begin, uint32_t at, syn_credit_name *found);
/** Whether [begin, end), blanks and marks around aside, is an outlet's name and nothing else, or a name and
 *  what its people are called ("Associated Press Writer"). */
bool syn_credit_name_alone(const char *text, uint32_t begin, uint32_t end, syn_credit_name *found);

#endif
