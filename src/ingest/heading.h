/** What the head of a text says of its date: nothing below it does.
 *
 *      date 2017-04-04 Mill closes             a first line
 *      2017-04-04 Mill closes                  ... a title behind a date in digits
 *      May 2, 2024                             a line that is a date and nothing else
 *      Published: Thursday, 2 May 2024         a line that says what the date is
 *      Updated: May 3, 2024                    ... of the last change: a bound
 *      NEW YORK, May 2, 2024 (AP) — The mill   a dateline with a year
 *
 *  A head line is one of the first six lines that are not blank, and above the first paragraph of 25 words; two bare
 *  dates that differ date nothing (a calendar, a list of articles). A dateline opens one of the first three
 *  paragraphs: a place in capitals, a whole date, a dash. Dates in sentences are events and dates below belong to
 *  other texts: neither is read.
 *
 *  Owns    nothing.  Fails   never; `*out` is left as it is when the head says nothing.
 *  Cost    the first 2 KB are looked at, whatever the text holds.
 */
#ifndef SYN_INGEST_HEADING_H
#define SYN_INGEST_HEADING_H

#include "syndic/corpus.h"

/** `from` is "head line" or "dateline". */
void syn_heading_date(const char *text, size_t count, syn_date *out);

#endif
