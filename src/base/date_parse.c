/* A date is a row of items, in nearly any order, each at most once:
 *
 *      Thursday ,   May     2nd ,   2024   10:15 a.m.   EDT
 *      weekday      month   day     year   clock        zone
 *
 * A date in numbers ("2024-05-02", "02.05.2024") is one item that sets day, month and year. Between items stand
 * blanks and at most two marks. What is no item, or comes twice, makes the whole text no date. */
#include "base/date.h"

#include "base/date_reader.h"
#include "base/date_word.h"

#include <string.h>

#define MOST_BYTES 128

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool set_year(syn_date *date, unsigned year)
{
    if (date->year != 0 || year == 0)
        return false;
    date->year = (int16_t)year;
    return true;
}

static bool set_month(syn_date *date, unsigned month)
{
    if (date->month != 0 || month < 1 || month > 12)
        return false;
    date->month = (uint8_t)month;
    return true;
}

static bool set_day(syn_date *date, unsigned day)
{
    if (date->day != 0 || day < 1 || day > 31)
        return false;
    date->day = (uint8_t)day;
    return true;
}

/* What stands between items. */
static void take_marks(syn_date_reader *r)
{
    static const char *const marks[] = {",", ".", "|", "/", "-", "–", "—", "•", "·"};

    for (unsigned taken = 0; taken < 2 && r->at < r->end; taken++) {
        syn_date_take_blanks(r);
        if (!syn_date_take_one(r, marks, sizeof marks / sizeof *marks))
            break;
    }
    syn_date_take_blanks(r);
}

/* Which of two numbers is the month: only the size of the other can say it. */
static bool set_day_month(syn_date *date, unsigned a, unsigned b, bool day_first)
{
    if (!day_first && a != b && a <= 12 && b <= 12)
        return false;
    day_first = day_first || a > 12;
    return set_day(date, day_first ? a : b) && set_month(date, day_first ? b : a);
}

/* "2024-05-02", "2024/5/2", "2024-05", "05/25/2024", "02.05.2024", "05/2024": one mark throughout. Nothing is taken
 * when the shape is another. */
static bool take_numbers(syn_date_reader *r)
{
    syn_date_reader q = *r;
    const bool year_first = syn_date_count_digits(r) == 4;
    unsigned a, b, c = 0;
    bool ok;

    if (q.date.year != 0 || q.date.month != 0 || q.date.day != 0)
        return false;
    if (!syn_date_take_digits(&q, 1, 4, &a) || syn_date_left(&q) < 2)
        return false;
    const char mark[2] = {*q.at, '\0'};
    if (!memchr("-/.", mark[0], 3) || !syn_date_take(&q, mark))
        return false;
    const size_t second = syn_date_count_digits(&q);
    if (!syn_date_take_digits(&q, 1, 4, &b))
        return false;
    const bool third = syn_date_left(&q) > 1 && *q.at == mark[0] && is_digit(q.at[1]) && syn_date_take(&q, mark);
    const bool year_last = third && syn_date_count_digits(&q) == 4;
    if (third && !syn_date_take_digits(&q, 1, 4, &c))
        return false;
    if (syn_date_count_digits(&q) > 0)
        return false;
    if (year_first)
        ok = set_year(&q.date, a) && set_month(&q.date, b) && (third ? set_day(&q.date, c) : second == 2);
    else if (third)
        ok = year_last && set_year(&q.date, c) && set_day_month(&q.date, a, b, mark[0] == '.');
    else
        ok = second == 4 && set_year(&q.date, b) && set_month(&q.date, a);
    if (!ok)
        return false;
    q.numeric = third;
    q.numbered = true;
    *r = q;
    return true;
}

/* Digits without a mark: "20170404", with a time in 12 or 14. */
static bool take_packed(syn_date_reader *r)
{
    const size_t digits = syn_date_count_digits(r);
    syn_date_reader q = *r;
    unsigned year, month, day;

    if ((digits != 8 && digits != 12 && digits != 14) || !syn_date_take_digits(&q, 4, 4, &year) ||
        !syn_date_take_digits(&q, 2, 2, &month) || !syn_date_take_digits(&q, 2, 2, &day))
        return false;
    if (!set_year(&q.date, year) || !set_month(&q.date, month) || !set_day(&q.date, day))
        return false;
    if (digits > 8 && !syn_date_take_clock(&q, true))
        return false;
    q.numeric = digits == 8;
    *r = q;
    return true;
}

static bool take_signed(syn_date_reader *r, unsigned value, bool *taken)
{
    *taken = true;
    if (syn_date_take(r, "年") || syn_date_take(r, "년"))
        return set_year(&r->date, value);
    if (syn_date_take(r, "月") || syn_date_take(r, "월"))
        return set_month(&r->date, value);
    if (syn_date_take(r, "日") || syn_date_take(r, "일") || syn_date_take(r, "号"))
        return set_day(&r->date, value);
    *taken = false;
    return true;
}

/* A day, with "st" or the like behind it, or a year. */
static bool take_number(syn_date_reader *r)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", "er", "º", "ª", "°"};
    const size_t digits = syn_date_count_digits(r);
    unsigned value;
    bool taken;

    if (digits > 4 || digits == 3 || !syn_date_take_digits(r, 1, 4, &value) || !take_signed(r, value, &taken))
        return false;
    if (taken)
        return true;
    if (digits == 4)
        return set_year(&r->date, value);
    if (digits == 2 && r->day_first && r->date.year == 0) {
        r->short_year = true;
        return set_year(&r->date, value < 50 ? 2000 + value : 1900 + value);
    }
    syn_date_take_one(r, endings, sizeof endings / sizeof *endings);
    return !r->numbered && set_day(&r->date, value);
}

static bool take_word(syn_date_reader *r)
{
    syn_date_word word;
    const size_t bytes = syn_date_word_read(r->at, syn_date_left(r), &word);

    r->at += bytes;
    switch (word.kind) {
    case SYN_DATE_WORD_MONTH:
        r->day_first = r->date.day != 0;
        return set_month(&r->date, (unsigned)word.value);
    case SYN_DATE_WORD_ZONE:
        return syn_date_take_zone(r, word.value);
    case SYN_DATE_WORD_WEEKDAY:
    case SYN_DATE_WORD_FILL:
        return true;
    case SYN_DATE_WORD_OTHER:
        break;
    }
    return false;
}

static bool take_item(syn_date_reader *r)
{
    const bool numeric = r->numeric;

    r->numeric = false;
    if (numeric && syn_date_left(r) > 1 && (*r->at == 'T' || *r->at == 't') && is_digit(r->at[1])) {
        r->at++;
        return syn_date_take_clock(r, true);
    }
    if (is_digit(*r->at))
        return take_packed(r) || take_numbers(r) || syn_date_take_clock(r, false) || take_number(r);
    return *r->at == '(' ? syn_date_take_comment(r) : take_word(r);
}

/* Marks are passed over before an item, never at the end; a full stop may close an abbreviation. */
static bool take_items(syn_date_reader *r)
{
    while (r->at < r->end) {
        const char *from = r->at;
        if (!take_item(r))
            return false;
        if (r->clocked && !r->zoned && r->at < r->end) {
            const char *behind = r->at;
            syn_date_take_blanks(r);
            if (!syn_date_take_offset(r, 2))
                r->at = behind;
        }
        const bool digit = is_digit(r->at[-1]);
        if (!digit && syn_date_left(r) == 1)
            syn_date_take(r, ".");
        const char *behind = r->at;
        take_marks(r);
        if (behind < r->end && r->at == r->end)
            return false;
        if (r->at == from || (digit && r->at == behind && r->at < r->end && is_digit(*r->at)))
            return false;
    }
    return true;
}

/* Whether what was read is a date that exists. */
static bool settle(syn_date_reader *r, size_t count)
{
    syn_date *date = &r->date;

    if (date->year == 0 || (r->short_year && !r->clocked) || (date->day != 0 && date->month == 0))
        return false;
    if (date->day > 0 && date->day > syn_date_days((unsigned)date->year, date->month))
        return false;
    if (date->month == 0 && count != 4)
        return false;
    if (r->clocked)
        return date->day > 0;
    date->precision = date->day ? SYN_DATE_DAY : date->month ? SYN_DATE_MONTH : SYN_DATE_YEAR;
    return true;
}

static bool parse_epoch(const char *text, size_t count, const char *from, syn_date *out)
{
    syn_date_reader r = {.at = text, .end = text + count};
    int64_t value = 0;

    if (syn_date_count_digits(&r) != count)
        return false;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + (text[i] - '0');
    return syn_date_epoch(count == 13 ? value / 1000 : value, from, out);
}

bool syn_date_parse(const char *text, size_t count, const char *from, syn_date *out)
{
    syn_date_reader r = {.at = text, .end = text + count, .date = {.from = from}};

    if (count == 0 || count > MOST_BYTES)
        return false;
    if ((count == 10 || count == 13) && parse_epoch(text, count, from, out))
        return true;
    if (!take_items(&r) || !settle(&r, count))
        return false;
    *out = r.date;
    return true;
}
