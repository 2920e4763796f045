#include "base/date.h"

#include <stdio.h>

unsigned syn_date_days(unsigned year, unsigned month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

size_t syn_date_write(const syn_date *date, char text[32])
{
    const int size = 32, offset = date->offset_minutes < 0 ? -date->offset_minutes : date->offset_minutes;
    int len = 0;

    text[0] = '\0';
    if (date->precision >= SYN_DATE_YEAR)
        len = snprintf(text, (size_t)size, "%04d", date->year);
    if (date->precision >= SYN_DATE_MONTH)
        len += snprintf(text + len, (size_t)(size - len), "-%02u", date->month);
    if (date->precision >= SYN_DATE_DAY)
        len += snprintf(text + len, (size_t)(size - len), "-%02u", date->day);
    if (date->precision >= SYN_DATE_MINUTE)
        len += snprintf(text + len, (size_t)(size - len), "T%02u:%02u", date->hour, date->minute);
    if (date->precision >= SYN_DATE_SECOND)
        len += snprintf(text + len, (size_t)(size - len), ":%02u", date->second);
    if (date->precision < SYN_DATE_MINUTE || !date->zoned)
        return (size_t)len;
    if (offset == 0)
        len += snprintf(text + len, (size_t)(size - len), "Z");
    else
        len += snprintf(text + len, (size_t)(size - len), "%c%02d:%02d", date->offset_minutes < 0 ? '-' : '+',
                        offset / 60 % 100, offset % 60);
    return (size_t)len;
}

/* Days since 1 March of the year 0, proleptic Gregorian: counting from March puts the leap day last. */
static int64_t day_number(const syn_date *date)
{
    const int64_t year = date->year - (date->month <= 2), month = (date->month + 9) % 12;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date->day - 1;
}

enum { doubt_seconds = 14 * 3600 /* between an unknown zone and UTC */ };

/* The date's first second as written, and its last when `last`; a zone that is known is taken off. */
static int64_t second_number(const syn_date *date, bool last)
{
    syn_date d = *date;
    int64_t seconds;

    if (d.precision < SYN_DATE_MONTH)
        d.month = last ? 12 : 1;
    if (d.precision < SYN_DATE_DAY)
        d.day = last ? (uint8_t)syn_date_days((unsigned)d.year, d.month) : 1;
    if (d.precision < SYN_DATE_MINUTE) {
        d.hour = last ? 23 : 0;
        d.minute = last ? 59 : 0;
        d.zoned = false;
    }
    if (d.precision < SYN_DATE_SECOND)
        d.second = last ? 59 : 0;
    seconds = ((day_number(&d) * 24 + d.hour) * 60 + d.minute) * 60 + d.second;
    return d.zoned ? seconds - (int64_t)d.offset_minutes * 60 : seconds;
}

static bool is_timed(const syn_date *date)
{
    return date->precision >= SYN_DATE_MINUTE;
}

/* The doubt is a sum over both sides and none where both are days: with any such sum, x < y < z gives x < z,
 * since y's own doubt is counted on both of its sides. */
static bool is_before(const syn_date *a, const syn_date *b)
{
    int64_t doubt = 0;

    if (b->bound)
        return false;
    if (is_timed(a) || is_timed(b))
        doubt = (is_timed(a) && a->zoned ? 0 : doubt_seconds) + (is_timed(b) && b->zoned ? 0 : doubt_seconds);
    return second_number(a, true) + doubt < second_number(b, false);
}

int syn_date_order(const syn_date *a, const syn_date *b)
{
    if (a->precision == SYN_DATE_NONE || b->precision == SYN_DATE_NONE)
        return 0;
    return is_before(a, b) ? -1 : is_before(b, a);
}

uint64_t syn_date_latest(const syn_date *date)
{
    const int64_t shift = (int64_t)1 << 40; /* years before the first count backwards */
    return date->precision == SYN_DATE_NONE ? UINT64_MAX : (uint64_t)(second_number(date, true) + shift);
}
