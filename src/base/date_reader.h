/** Where the reader of dates stands, and what it has read: shared by date_parse.c and date_clock.c alone.
 *
 *  Each function takes something at `at` and moves behind it, or takes nothing and says false.
 *
 *  Owns    nothing.  Fails   false.
 */
#ifndef SYN_BASE_DATE_READER_H
#define SYN_BASE_DATE_READER_H

#include "syndic/corpus.h"

typedef struct syn_date_reader {
    const char *at, *end;
    syn_date date;
    bool clocked;    /**< has a time */
    bool zoned;      /**< has a zone, or the name of one that says no offset */
    bool day_first;  /**< the day stands before the month */
    bool short_year; /**< two digits, as RFC 2822 allows where a time follows */
    bool numbered;   /**< a date in numbers was read: no lone day may follow "2024/05" */
    bool numeric;    /**< the last item is a date in numbers: 'T' may follow */
} syn_date_reader;

size_t syn_date_left(const syn_date_reader *r);
bool syn_date_take(syn_date_reader *r, const char *text);
/** Takes the first of `texts` that stands there. */
bool syn_date_take_one(syn_date_reader *r, const char *const *texts, size_t count);
/** ASCII blanks, no-break, thin and narrow no-break. */
bool syn_date_take_blanks(syn_date_reader *r);
/** Digits at `at`. */
size_t syn_date_count_digits(const syn_date_reader *r);
/** Takes `least` to `most` digits, all that stand there up to `most`. */
bool syn_date_take_digits(syn_date_reader *r, size_t least, size_t most, unsigned *value);

/** "10:15", "10:15:00.5", "10h15", "10 a.m.", behind a year also "10.15"; `basic`: also "101500". */
bool syn_date_take_clock(syn_date_reader *r, bool basic);
/** "+02:00", "+0200", "+02"; with `least` of 1 also "+2". */
bool syn_date_take_offset(syn_date_reader *r, size_t least);
/** A zone whose name was read and says `offset` minutes; "GMT" may have an offset behind it. */
bool syn_date_take_zone(syn_date_reader *r, int offset);
/** "(EDT)" names the zone; behind an offset any words may stand in brackets, to the end. */
bool syn_date_take_comment(syn_date_reader *r);

#endif
