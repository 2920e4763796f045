/** Lines, as the head and the tail of a text are read by them.
 *
 *      uint32_t at = 0;
 *      syn_reach line;
 *      while (syn_credit_next_line(text, &at, end, &line))
 *          if (syn_credit_opens(text, line, "by "))
 *              ...
 *
 *  Units   bytes of the text.  Fails   never; what is added may fail in scan->status.
 */
#ifndef SYN_TRACE_CREDIT_LINE_H
#define SYN_TRACE_CREDIT_LINE_H

#include "trace/credit_scan.h"

/** The next line of [*at, end) with anything on it, without the blanks around. */
bool syn_credit_next_line(const char *text, uint32_t *at, uint32_t end, syn_reach *line);
/** Without the blanks and any of `marks` at either end. */
syn_reach syn_credit_trim(const char *text, syn_reach reach, const char *marks);
/** Whether it opens with these small letters, written in any case. */
bool syn_credit_opens(const char *text, syn_reach reach, const char *what);
/** How many bytes the dash at `at` takes; 0 for none. A low line is one. */
uint32_t syn_credit_dash(const char *text, uint32_t at, uint32_t end);

bool syn_credit_is_agency(const syn_credit_scan *scan, const syn_credit_name *name);
/** Adds a credit of the whole text. Where the text's own outlet is not known, a house in a byline or a
 *  copyright line that is no agency is taken for it. */
void syn_credit_add_whole(syn_credit_scan *scan, syn_reach all, const syn_credit_name *name, const char *cue,
                          syn_credit_place place, syn_level level);

/** Whether [begin, end), blanks aside, is what an agency may be called for short and is no known name: initials
 *  ("FNB"), or where `words` holds one capitalised word ("Northsea"). */
bool syn_credit_maybe(const char *text, uint32_t begin, uint32_t end, bool words, syn_credit_name *name);
/** Adds such a name as a tentative credit of the whole text. `signs`: it stands where agencies sign, unless the word
 *  is one that stands there too ("(Photo)", "(Democrat)"). */
void syn_credit_add_maybe(syn_credit_scan *scan, syn_reach all, const syn_credit_name *name, const char *cue,
                          syn_credit_place place, bool signs);

#endif
