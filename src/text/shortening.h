/** Full stops that shorten a word and end no sentence: "Gov.", "U.S.", "J.", "No. 7".
 *
 *      if (!syn_shortening_at(text, begin, dot, next, end))
 *          ...    // the sentence that begins at `begin` ends at `dot`
 *
 *  Titles and initials never end a sentence; what may ("Inc.", "a.m.") does where a word follows that often opens
 *  one. The tables (shortening.c) hold English ones, and the usual ones of other languages.
 *
 *  Fails   never.  Units   bytes.  Cost    that of one word before the stop and one behind it.
 */
#ifndef SYN_TEXT_SHORTENING_H
#define SYN_TEXT_SHORTENING_H

#include <stdbool.h>
#include <stdint.h>

/** Whether the full stop at `dot` only shortens the word before it, which begins at `begin` at the earliest;
 *  `next` (less than `end`) is where the word behind it begins. */
bool syn_shortening_at(const char *text, uint32_t begin, uint32_t dot, uint32_t next, uint32_t end);

#endif
