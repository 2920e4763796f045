/** The table of cues: the words by which sentences and lines name a source. A new cue is a line of it.
 *
 *      {"surfaced", "report|story|article surfaced in|on X", "surfaced in", SYN_OF_TEXT, SYN_CUE_INTRODUCES},
 *
 *  `word` is looked for; around it must stand what `pattern` says: small words as they are, "a|b" for
 *  one of several, "a?" for a word that may be missing, X for an outlet's name (with its article).
 *  Between X and a verb behind it adverbs and the like may stand ("the Gazette first reported"). "..." behind the
 *  word is up to eight words, who speaks ("déclaré ... au X"). A word's ASCII letters up to the first other
 *  one find its rows: rows of words that begin so alike stand together.
 *
 *  Fails   never: a constant.
 */
#ifndef SYN_TRACE_CREDIT_CUE_H
#define SYN_TRACE_CREDIT_CUE_H

#include "syndic/result.h"

#include <stdbool.h>

enum {
    SYN_CUE_INTRODUCES = 1, /**< the paragraph that follows is the source's */
    SYN_CUE_VOICE = 2,      /**< the outlet's own way to speak of itself, where the text is credited to it */
    SYN_CUE_SELF = 4,       /**< always its own voice */
    SYN_CUE_WHOLE = 8,      /**< speaks of the whole text when it stands near the end */
    SYN_CUE_MANY = 16,      /**< every outlet named before it in the sentence */
    SYN_CUE_KNOWN = 32,     /**< only with outlets that are known */
    SYN_CUE_MAYBE = 64      /**< one word of which nothing is known may be an agency's name, if agencies sign so */
};

typedef struct syn_credit_cue {
    char word[24];          /**< here, not elsewhere: eight bytes of it are read at once */
    const char *pattern;
    const char *cue;        /**< what it is called in results */
    syn_credit_of of;
    unsigned flags;
} syn_credit_cue;

extern const syn_credit_cue syn_credit_cues[];
extern const uint32_t syn_credit_cue_count;

/** What opens a line at the end of a text: "h/t: The Hill". */
typedef struct syn_credit_line {
    const char *opening;    /**< small letters */
    const char *cue;
    syn_level level;
    unsigned flags;
} syn_credit_line;

extern const syn_credit_line syn_credit_lines[];
extern const uint32_t syn_credit_line_count;

/** What stands set off at the head of a paragraph and names nobody: "UPDATE:". Folded. */
bool syn_credit_is_heading(const char *key, size_t bytes);

/** Agencies of scripts without spaces between words, as datelines name them. */
extern const char *const syn_credit_marks[];
extern const uint32_t syn_credit_mark_count;

#endif
