/** Dates as news carries them, with the precision that was written.
 *  Here: ISO 8601 (calendar dates, "2017", "2017-04", "2017-04-04", with time and zone or without).
 *  A zone that is not written stays unknown.
 */
#ifndef SYN_BASE_DATE_H
#define SYN_BASE_DATE_H

#include "syndic/corpus.h"

/** Parses all of `text`; false and nothing changed when it is no date that exists. `from` is kept. */
bool syn_date_parse(const char *text, size_t count, const char *from, syn_date *out);
/** Writes "2017-04-04", "2017", "2017-04-04T10:00:00Z" by precision. Returns the length. */
size_t syn_date_write(const syn_date *date, char text[32]);
/** -1 when a is surely before b, 1 when surely after, 0 when equal or not to be told apart at their
 *  precision. A date without zone is uncertain by 14 hours either way when times are compared. Where
 *  one of them has no time, the calendar dates are compared as written. */
int syn_date_order(const syn_date *a, const syn_date *b);

#endif
