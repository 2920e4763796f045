/** Words of saying: one table of verbs (saying.c), complete for English, the main ones of other languages.
 *
 *      switch (syn_saying_find("told", 4)) ...  // SYN_SAYS
 *      syn_saying_ends(text, begin, end);       // bytes of the 说 that [begin, end) ends with
 *
 *  Fails   never.  Cost    a few searches in a sorted table.
 */
#ifndef SYN_TRACE_SAYING_H
#define SYN_TRACE_SAYING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum syn_saying {
    SYN_SAYS_NOT,
    SYN_SHOWS,   /**< "began", "went": says something only right beside a quoted sentence */
    SYN_CALLS,   /**< "called", "described": what is quoted behind it may be a word or two, and no speech */
    SYN_SAYING,  /**< "saying": of speech, its subject stands farther off */
    SYN_SAYS     /**< "said": of speech */
} syn_saying;

/** What these bytes are as a word of saying; ASCII letters in any case. */
syn_saying syn_saying_find(const char *word, size_t bytes);
/** Whether the tables are in order of bytes, as the search needs them. */
bool syn_saying_in_order(void);

/** In scripts without spaces: bytes of the word of saying that [begin, end) ends with (begins with), or 0. */
uint32_t syn_saying_ends(const char *text, uint32_t begin, uint32_t end);
uint32_t syn_saying_starts(const char *text, uint32_t begin, uint32_t end);

#endif
