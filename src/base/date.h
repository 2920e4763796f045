/** Dates as news carries them, with the precision that was written. One reader for all forms:
 *
 *      ISO 8601    2017  2017-04  2017-04-04  2017-04-04T10:00:00.5+02:00  20170404T100000Z  20170404100000
 *      RFC 2822    Tue, 04 Apr 2017 10:00:00 -0400 (EDT)
 *      NITF        20170404T100000-0400
 *      epoch       1491314400  1491314400000  (digits alone: seconds or milliseconds)
 *      written     May 2, 2024 · 2nd of May 2024 · Thursday, 2 May 2024 10:15 a.m. EDT · 02-May-2024
 *                  2. Mai 2024, 10:15 Uhr · 2 мая 2024 г. · 2024年5月2日 · May 2024
 *      numbers     2024/05/02 · 02.05.2024 · 05/25/2024, 25/05/2024 · 05/2024
 *
 *  Between slashes or hyphens it is unknown which of two numbers up to 12 is the month: "05/02/2024" is refused,
 *  not guessed; dots stand where the day comes first. What does not exist (30 February, 25:00) is
 *  refused. The day of the week is not held against the date. A zone that is not written, or whose name
 *  says no offset ("ET"), stays unknown.
 *
 *      syn_date date;
 *      if (syn_date_parse("May 2, 2024", 11, "date field", &date)) // day: 2024-05-02
 *
 *  Owns    nothing; `from` is kept and must be static.  Fails   false, and nothing is changed.
 *  Cost    texts over 128 bytes are refused unread.
 */
#ifndef SYN_BASE_DATE_H
#define SYN_BASE_DATE_H

#include "syndic/corpus.h"

/** Parses all of `text`, which neither begins nor ends with blanks. */
bool syn_date_parse(const char *text, size_t count, const char *from, syn_date *out);
/** A number of a metadata field: 2017 and 20170404 are dates; 9 and 10 digits are seconds of the epoch, 12 and 13
 *  milliseconds. Others are refused. */
bool syn_date_number(int64_t value, const char *from, syn_date *out);
/** Seconds of the Unix epoch, up to the year 9999. */
bool syn_date_epoch(int64_t seconds, const char *from, syn_date *out);
/** How many days a month has, in the Gregorian calendar. */
unsigned syn_date_days(unsigned year, unsigned month);
/** Writes "2017-04-04", "2017", "2017-04-04T10:00:00Z" by precision. Returns the length. */
size_t syn_date_write(const syn_date *date, char text[32]);

/** -1 when a is surely before b, 1 when surely after, 0 when equal or not to be told apart.
 *
 *  A date is a stretch as long as its precision says, and a is before b when it ends before b begins. A
 *  bound says "at or before": it ends where it says and has no beginning, so it may be surely before another
 *  date and nothing is ever surely before it: being known late makes nobody late. Dates
 *  without a time are compared as days of one calendar, as newspapers date themselves; as soon as one
 *  of the two has a time, every unknown zone makes 14 hours of doubt. "Before" is transitive. */
int syn_date_order(const syn_date *a, const syn_date *b);
/** A number to sort by: of the last second that the date can be, a known zone taken off. Of no date, UINT64_MAX. */
uint64_t syn_date_latest(const syn_date *date);

#endif
