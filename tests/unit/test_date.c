#include "base/date.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static bool parse(const char *text, syn_date *date)
{
    return syn_date_parse(text, strlen(text), "date field", date);
}

static syn_date date_of(const char *text)
{
    syn_date date = {0};
    cr_assert(parse(text, &date), "%s", text);
    return date;
}

Test(date, reads_and_writes_every_precision)
{
    static const char *const pairs[][2] = {
        {"2017", "2017"},
        {"2017-04", "2017-04"},
        {"2017-04-04", "2017-04-04"},
        {"2017-04-04T10:00", "2017-04-04T10:00"},
        {"2017-04-04 10:00", "2017-04-04T10:00"},
        {"2017-04-04T10:00:00Z", "2017-04-04T10:00:00Z"},
        {"2017-04-04t10:00:00z", "2017-04-04T10:00:00Z"},
        {"2017-04-04T10:00:09.123456Z", "2017-04-04T10:00:09Z"},
        {"2017-04-04T10:00:09,5", "2017-04-04T10:00:09"},
        {"2017-04-04T10:00:00+02:00", "2017-04-04T10:00:00+02:00"},
        {"2017-04-04T10:00:00+0200", "2017-04-04T10:00:00+02:00"},
        {"2017-04-04T10:00-05", "2017-04-04T10:00-05:00"},
        {"2017-04-04 10:00:00 +0530", "2017-04-04T10:00:00+05:30"},
        {"2017-04-04T10:00:00-00:30", "2017-04-04T10:00:00-00:30"},
        {"2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"},
        {"9999-12-31", "9999-12-31"},
        {"0001-01-01", "0001-01-01"},
    };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const syn_date date = date_of(pairs[i][0]);
        char text[32];
        const size_t len = syn_date_write(&date, text);
        cr_assert_str_eq(text, pairs[i][1]);
        cr_assert_eq(len, strlen(text));
        cr_assert_str_eq(date.from, "date field");
    }
}

Test(date, fills_fields)
{
    const syn_date day = date_of("2017-04-05"), time = date_of("2017-04-05T10:20:30-03:30");

    cr_assert_eq(day.precision, SYN_DATE_DAY);
    cr_assert_not(day.zoned);
    cr_assert(day.year == 2017 && day.month == 4 && day.day == 5);
    cr_assert_eq(time.precision, SYN_DATE_SECOND);
    cr_assert(time.zoned && time.offset_minutes == -210);
    cr_assert(time.hour == 10 && time.minute == 20 && time.second == 30);
    cr_assert_eq(date_of("2017-04-05T10:20").precision, SYN_DATE_MINUTE);
}

Test(date, refuses_what_is_no_date_and_changes_nothing)
{
    static const char *const texts[] = {
        "", "-", "201", "20170", "2017-", "2017-1", "2017-00", "2017-13", "2017-04-", "2017-04-00",
        "2017-04-31", "2017-02-29", "1900-02-29", "0000-01-01", "2017-4-4", "2017/04/04", "04-04-2017",
        "2017-04-04T", "2017-04-04T1", "2017-04-04T10", "2017-04-04T24:00", "2017-04-04T10:60",
        "2017-04-04T10:00:60", "2017-04-04T10:00:61", "2017-04-04T10:00:00.", "2017-04-04T10:00:00+",
        "2017-04-04T10:00:00+2", "2017-04-04T10:00:00+24:00", "2017-04-04T10:00:00+02:60",
        "2017-04-04T10:00:00+02:", "2017-04-04T10:00:00Zx", "2017-04-04Z", " 2017", "2017 ", "+2017",
        "2017-04-04T10:00:00 ", "yesterday",
    };
    const syn_date before = {.year = 7, .from = "kept"};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        syn_date date = before;
        cr_assert_not(parse(texts[i], &date), "%s", texts[i]);
        cr_assert(date.year == 7 && strcmp(date.from, "kept") == 0, "%s", texts[i]);
    }
    cr_assert_not(syn_date_parse("2017\0", 5, NULL, &(syn_date){0}));
}

Test(date, does_not_read_behind_the_count)
{
    syn_date date;

    cr_assert(syn_date_parse("2017-04-04T10:00:00Z", 7, NULL, &date));
    cr_assert_eq(date.precision, SYN_DATE_MONTH);
}

Test(date, knows_the_lengths_of_months)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static const struct { int year, leap; } years[] = {{1999, 0}, {2000, 1}, {2004, 1}, {2100, 0}, {2400, 1}};

    for (size_t y = 0; y < 5; y++)
        for (int month = 1; month <= 12; month++)
            for (int day = 0; day <= 32; day++) {
                char text[64];
                syn_date date;
                const int last = days[month - 1] + (month == 2 && years[y].leap);
                snprintf(text, sizeof text, "%04d-%02d-%02d", years[y].year, month, day);
                cr_assert_eq(parse(text, &date), day >= 1 && day <= last, "%s", text);
            }
}

static void check_order(const char *left, const char *right, int expected)
{
    const syn_date a = date_of(left), b = date_of(right);

    cr_assert_eq(syn_date_order(&a, &b), expected, "%s %s", left, right);
    cr_assert_eq(syn_date_order(&b, &a), -expected, "%s %s", right, left);
}

Test(date, orders_by_what_both_know)
{
    check_order("2017-04-04", "2017-04-05", -1);
    check_order("2017-04-30", "2017-05-01", -1);
    check_order("2017-04-04", "2017-04-04", 0);
    check_order("2017", "2017-04-05", 0);
    check_order("2016", "2017-04-05", -1);
    check_order("2017-04", "2017-04-05T10:00Z", 0);
    check_order("2017-03", "2017-04-05T10:00Z", -1);
    check_order("2017-04-05", "2017-04-05T10:00Z", 0);
    check_order("2017-04-04", "2017-04-05T01:00:00+02:00", -1);
    cr_assert_eq(syn_date_order(&(syn_date){0}, &(syn_date){.precision = SYN_DATE_YEAR, .year = 1}), 0);
}

Test(date, orders_zoned_times_by_the_instant)
{
    check_order("2017-04-04T10:00:00Z", "2017-04-04T10:00:01Z", -1);
    check_order("2017-04-04T12:00:00+02:00", "2017-04-04T10:00:00Z", 0);
    check_order("2017-04-04T23:30:00-05:00", "2017-04-05T04:29:59Z", 1);
    check_order("2017-02-28T23:59:59Z", "2017-03-01T00:00:00Z", -1);
    check_order("2016-12-31T23:59Z", "2017-01-01T00:00Z", -1);
    check_order("2017-04-04T10:00Z", "2017-04-04T10:00:59Z", 0);
    check_order("2017-04-04T10:00Z", "2017-04-04T10:01:00Z", -1);
}

Test(date, is_unsure_of_times_without_zone)
{
    check_order("2017-04-04T10:00:00", "2017-04-05T00:00:00Z", 0);
    check_order("2017-04-04T10:00:00", "2017-04-05T00:00:01Z", -1);
    check_order("2017-04-04T10:00:00", "2017-04-03T19:59:59Z", 1);
    check_order("2017-04-04T10:00:00", "2017-04-05T14:00:00", 0);
    check_order("2017-04-04T10:00:00", "2017-04-05T14:00:01", -1);
}

Test(date, counts_every_day_once)
{
    syn_date before = date_of("1999-12-31T12:00:00Z");

    for (int year = 2000; year <= 2004; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= 31; day++) {
                char text[64], next[64];
                syn_date noon, later;
                snprintf(text, sizeof text, "%d-%02d-%02dT12:00:00Z", year, month, day);
                if (!parse(text, &noon))
                    continue;
                /* Midnight twelve hours east of UTC is noon of the day before. */
                snprintf(next, sizeof next, "%d-%02d-%02dT00:00:00+12:00", year, month, day);
                later = date_of(next);
                cr_assert_eq(syn_date_order(&before, &later), 0, "%s", text);
                before = noon;
            }
}
