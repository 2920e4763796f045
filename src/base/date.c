#include "base/date.h"

#include <stdio.h>

typedef struct reader {
    const char *at, *end;
} reader;

static bool take(reader *r, char c)
{
    if (r->at == r->end || *r->at != c)
        return false;
    r->at++;
    return true;
}

static bool take_digits(reader *r, unsigned count, unsigned *value)
{
    unsigned v = 0;

    if ((size_t)(r->end - r->at) < count)
        return false;
    for (unsigned i = 0; i < count; i++) {
        const unsigned digit = (unsigned char)r->at[i] - (unsigned)'0';
        if (digit > 9)
            return false;
        v = v * 10 + digit;
    }
    r->at += count;
    *value = v;
    return true;
}

static unsigned days_in(unsigned year, unsigned month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

/* "2017", "2017-04" or "2017-04-04". */
static bool take_day(reader *r, syn_date *date)
{
    unsigned year, month, day;

    if (!take_digits(r, 4, &year) || year == 0)
        return false;
    date->year = (int16_t)year;
    date->precision = SYN_DATE_YEAR;
    if (!take(r, '-'))
        return true;
    if (!take_digits(r, 2, &month) || month < 1 || month > 12)
        return false;
    date->month = (uint8_t)month;
    date->precision = SYN_DATE_MONTH;
    if (!take(r, '-'))
        return true;
    if (!take_digits(r, 2, &day) || day < 1 || day > days_in(year, month))
        return false;
    date->day = (uint8_t)day;
    date->precision = SYN_DATE_DAY;
    return true;
}

static bool take_fraction(reader *r)
{
    unsigned digit;

    if (!take(r, '.') && !take(r, ','))
        return true;
    if (!take_digits(r, 1, &digit))
        return false;
    while (take_digits(r, 1, &digit))
        ;
    return true;
}

/* "10:00", "10:00:00" or "10:00:00.123"; a leap second is 23:59:60 somewhere, so any minute 59 has one. */
static bool take_time(reader *r, syn_date *date)
{
    unsigned hour, minute, second;

    if (!take_digits(r, 2, &hour) || hour > 23 || !take(r, ':') || !take_digits(r, 2, &minute) ||
        minute > 59)
        return false;
    date->hour = (uint8_t)hour;
    date->minute = (uint8_t)minute;
    date->precision = SYN_DATE_MINUTE;
    if (!take(r, ':'))
        return true;
    if (!take_digits(r, 2, &second) || second > 60 || (second == 60 && minute != 59))
        return false;
    date->second = (uint8_t)second;
    date->precision = SYN_DATE_SECOND;
    return take_fraction(r);
}

/* Nothing, "Z", "+02:00", "+0200" or "+02". */
static bool take_zone(reader *r, syn_date *date)
{
    unsigned hours, minutes = 0;
    bool west = false;

    if (r->at == r->end)
        return true;
    take(r, ' ');
    date->zoned = true;
    if (take(r, 'Z') || take(r, 'z'))
        return true;
    if (!take(r, '+') && !(west = take(r, '-')))
        return false;
    if (!take_digits(r, 2, &hours) || hours > 23)
        return false;
    if ((take(r, ':') || r->at != r->end) && (!take_digits(r, 2, &minutes) || minutes > 59))
        return false;
    const int offset = (int)(hours * 60 + minutes);
    date->offset_minutes = (int16_t)(west ? -offset : offset);
    return true;
}

bool syn_date_parse(const char *text, size_t count, const char *from, syn_date *out)
{
    reader r = {text, text + count};
    syn_date date = {.from = from};

    if (!take_day(&r, &date))
        return false;
    if (date.precision == SYN_DATE_DAY && (take(&r, 'T') || take(&r, 't') || take(&r, ' ')))
        if (!take_time(&r, &date) || !take_zone(&r, &date))
            return false;
    if (r.at != r.end)
        return false;
    *out = date;
    return true;
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

/* Seconds of UTC, or of the unknown zone. */
static int64_t second_number(const syn_date *date)
{
    const int64_t minutes = (day_number(date) * 24 + date->hour) * 60 + date->minute;
    return (minutes - (date->zoned ? date->offset_minutes : 0)) * 60 + date->second;
}

static int order(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* Each time is a stretch: as long as its precision says, and wider by the zones it may be in. */
static int order_times(const syn_date *a, const syn_date *b)
{
    const int64_t unsure = 14 * 3600;
    const int64_t wide_a = a->zoned ? 0 : unsure, wide_b = b->zoned ? 0 : unsure;
    const int64_t long_a = a->precision == SYN_DATE_MINUTE ? 59 : 0;
    const int64_t long_b = b->precision == SYN_DATE_MINUTE ? 59 : 0;
    const int64_t at_a = second_number(a), at_b = second_number(b);

    if (at_a + long_a + wide_a < at_b - wide_b)
        return -1;
    return at_b + long_b + wide_b < at_a - wide_a;
}

int syn_date_order(const syn_date *a, const syn_date *b)
{
    const syn_precision least = a->precision < b->precision ? a->precision : b->precision;
    int way;

    if (least == SYN_DATE_NONE)
        return 0;
    if (least >= SYN_DATE_MINUTE)
        return order_times(a, b);
    way = order(a->year, b->year);
    if (way == 0 && least >= SYN_DATE_MONTH)
        way = order(a->month, b->month);
    if (way == 0 && least >= SYN_DATE_DAY)
        way = order(a->day, b->day);
    return way;
}
