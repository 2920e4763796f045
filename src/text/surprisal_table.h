/** The fixed table behind text/surprisal.h: words in bands, and what words cost behind one another.
 *
 *  Three lists, each closed by an entry of NULLs. Words in a string are separated by one space; a
 *  follower is "word:bits", bits with at most one decimal. A word's own bits come from
 *  syn_surprisal_languages; every word of syn_surprisal_follows must stand there.
 *
 *  Owns    nothing: static, read only.  Fails   never.
 *  Units   bits: b means about one word in 2^b. Where a language spells a word in several ways, or
 *  several languages share one, each entry stands for itself and the fewest bits hold.
 */
#ifndef SYN_TEXT_SURPRISAL_TABLE_H
#define SYN_TEXT_SURPRISAL_TABLE_H

#include "text/surprisal.h"

/** Words that are about equally frequent and do the same work. */
typedef struct syn_surprisal_band {
    float bits;
    unsigned char role; /**< syn_role */
    const char *words;
} syn_surprisal_band;

/** A language's bands, most frequent first. English comes first: it decides the role of a word. */
typedef struct syn_surprisal_language {
    const char *name;
    const syn_surprisal_band *bands;
} syn_surprisal_language;

/** The words that often follow `first`, and what they cost there. */
typedef struct syn_surprisal_follow {
    const char *first, *followers;
} syn_surprisal_follow;

extern const syn_surprisal_language syn_surprisal_languages[];
extern const syn_surprisal_follow syn_surprisal_follows[];

#endif
