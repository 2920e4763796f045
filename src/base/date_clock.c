/* The steps of reading a date, and times of day with their zones. */
#include "base/date_reader.h"

#include "base/date_word.h"

#include <string.h>

size_t syn_date_left(const syn_date_reader *r)
{
    return (size_t)(r->end - r->at);
}

bool syn_date_take(syn_date_reader *r, const char *text)
{
    const size_t bytes = strlen(text);

    if (syn_date_left(r) < bytes || memcmp(r->at, text, bytes) != 0)
        return false;
    r->at += bytes;
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

size_t syn_date_count_digits(const syn_date_reader *r)
{
    size_t n = 0;
    while (n < syn_date_left(r) && is_digit(r->at[n]))
        n++;
    return n;
}

bool syn_date_take_digits(syn_date_reader *r, size_t least, size_t most, unsigned *value)
{
    size_t n = syn_date_count_digits(r);

    n = n < most ? n : most;
    if (n < least)
        return false;
    *value = 0;
    for (size_t i = 0; i < n; i++)
        *value = *value * 10 + (unsigned)(*r->at++ - '0');
    return true;
}

bool syn_date_take_one(syn_date_reader *r, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (syn_date_take(r, texts[i]))
            return true;
    return false;
}

bool syn_date_take_blanks(syn_date_reader *r)
{
    static const char *const blanks[] = {" ", "\t", "\xc2\xa0", "\xe2\x80\x89", "\xe2\x80\xaf"};
    const char *from = r->at;

    while (r->at < r->end && syn_date_take_one(r, blanks, sizeof blanks / sizeof *blanks))
        ;
    return r->at > from;
}

/* "a.m.", "PM", "p. m."; hours of 12 become hours of 24. */
static bool take_half(syn_date_reader *r, unsigned *hour)
{
    syn_date_reader q = *r;
    const bool late = syn_date_take(&q, "p") || syn_date_take(&q, "P");

    if (!late && !syn_date_take(&q, "a") && !syn_date_take(&q, "A"))
        return false;
    if (syn_date_take(&q, "."))
        syn_date_take_blanks(&q);
    if (!syn_date_take(&q, "m") && !syn_date_take(&q, "M"))
        return false;
    syn_date_word word;
    if (syn_date_word_read(q.at, syn_date_left(&q), &word) > 0 || *hour < 1 || *hour > 12)
        return false;
    syn_date_take(&q, ".");
    *hour = *hour % 12 + (late ? 12 : 0);
    r->at = q.at;
    return true;
}

static void take_fraction(syn_date_reader *r)
{
    if (syn_date_left(r) < 2 || (*r->at != '.' && *r->at != ',') || !is_digit(r->at[1]))
        return;
    r->at++;
    r->at += syn_date_count_digits(r);
}

/* A leap second is 23:59:60 somewhere, so any minute 59 has one. */
static bool set_clock(syn_date_reader *r, unsigned hour, unsigned minute, const unsigned *second)
{
    if (r->clocked || hour > 23 || minute > 59 || (second && (*second > 60 || (*second == 60 && minute != 59))))
        return false;
    r->clocked = true;
    r->date.hour = (uint8_t)hour;
    r->date.minute = (uint8_t)minute;
    r->date.second = second ? (uint8_t)*second : 0;
    r->date.precision = second ? SYN_DATE_SECOND : SYN_DATE_MINUTE;
    return true;
}

/* Minutes and seconds behind an hour; false when what stands there is broken. */
static bool take_minutes(syn_date_reader *r, bool basic, unsigned *minute, unsigned *second, bool *seconds)
{
    if (!syn_date_take_digits(r, 2, 2, minute))
        return false;
    *seconds = basic ? syn_date_count_digits(r) > 0 : syn_date_take(r, ":");
    if (*seconds && !syn_date_take_digits(r, 2, 2, second))
        return false;
    if (*seconds)
        take_fraction(r);
    return true;
}

bool syn_date_take_clock(syn_date_reader *r, bool basic)
{
    syn_date_reader q = *r;
    unsigned hour, minute = 0, second = 0;
    bool seconds = false;

    if (!syn_date_take_digits(&q, basic ? 2 : 1, 2, &hour))
        return false;
    const bool colon = syn_date_take(&q, ":") || syn_date_take(&q, "h") || (q.date.year != 0 && syn_date_take(&q, "."));
    const bool minutes = basic || colon;
    if (minutes && !take_minutes(&q, !colon, &minute, &second, &seconds))
        return false;
    const char *behind = q.at;
    syn_date_take_blanks(&q);
    const bool half = take_half(&q, &hour);
    if (!half)
        q.at = behind;
    if ((!minutes && !half) || (syn_date_left(&q) > 0 && is_digit(*q.at)))
        return false;
    if (!set_clock(&q, hour, minute, seconds ? &second : NULL))
        return false;
    *r = q;
    return true;
}

bool syn_date_take_offset(syn_date_reader *r, size_t least)
{
    syn_date_reader q = *r;
    unsigned hours, minutes = 0;
    const bool west = syn_date_take(&q, "-") || syn_date_take(&q, "−");

    if ((!west && !syn_date_take(&q, "+")) || !syn_date_take_digits(&q, least, 2, &hours) || hours > 23)
        return false;
    const bool more = syn_date_take(&q, ":") || syn_date_count_digits(&q) > 0;
    if (more && (!syn_date_take_digits(&q, 2, 2, &minutes) || minutes > 59))
        return false;
    if (syn_date_count_digits(&q) > 0)
        return false;
    const int offset = (int)(hours * 60 + minutes);
    q.date.zoned = q.zoned = true;
    q.date.offset_minutes = (int16_t)(west ? -offset : offset);
    *r = q;
    return true;
}

bool syn_date_take_zone(syn_date_reader *r, int offset)
{
    if (!r->clocked || r->zoned)
        return false;
    r->zoned = true;
    if (offset == SYN_DATE_WORD_NO_OFFSET)
        return true;
    r->date.zoned = true;
    r->date.offset_minutes = (int16_t)offset;
    if (offset == 0)
        syn_date_take_offset(r, 1);
    return true;
}

bool syn_date_take_comment(syn_date_reader *r)
{
    syn_date_word word;
    const char *close = memchr(r->at, ')', syn_date_left(r));

    if (!syn_date_take(r, "(") || !close || !r->clocked)
        return false;
    const size_t bytes = syn_date_word_read(r->at, syn_date_left(r), &word);
    if (!r->zoned && (bytes != (size_t)(close - r->at) || word.kind != SYN_DATE_WORD_ZONE))
        return false;
    if (!r->zoned && !syn_date_take_zone(r, word.value))
        return false;
    r->at = close + 1;
    return r->at == r->end;
}
