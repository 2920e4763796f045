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

/* What is written, and what it says; NULL: it is refused. */
typedef struct form {
    const char *text, *value;
} form;

static void check_forms(const form *forms, size_t count)
{
    const syn_date before = {.year = 7, .from = "kept"};

    for (size_t i = 0; i < count; i++) {
        syn_date date = before;
        char text[32] = "none";
        if (forms[i].value) {
            cr_assert(parse(forms[i].text, &date), "%s", forms[i].text);
            syn_date_write(&date, text);
            cr_assert_str_eq(text, forms[i].value, "%s is read as %s", forms[i].text, text);
        } else {
            cr_assert_not(parse(forms[i].text, &date), "%s", forms[i].text);
            cr_assert(date.year == 7 && strcmp(date.from, "kept") == 0, "%s", forms[i].text);
        }
    }
}
#define CHECK_FORMS(forms) check_forms(forms, sizeof forms / sizeof *forms)

Test(date, reads_digits_without_marks)
{
    static const form forms[] = {
        {"20170404", "2017-04-04"},
        {"20170404T100000Z", "2017-04-04T10:00:00Z"},
        {"20170404T100000-0400", "2017-04-04T10:00:00-04:00"},
        {"20170404T1000", "2017-04-04T10:00"},
        {"20170404T10:00:00+0100", "2017-04-04T10:00:00+01:00"},
        {"201704041000", "2017-04-04T10:00"},
        {"20170404100009", "2017-04-04T10:00:09"},
        {"1491314400", "2017-04-04T14:00:00Z"},
        {"1491314400999", "2017-04-04T14:00:00Z"},
        {"20170431", NULL}, {"20171301", NULL}, {"20170404T10", NULL}, {"20170404T250000", NULL},
        {"201704", NULL}, {"2017094", NULL}, {"149131440", NULL}, {"14913144001", NULL}, {"20170404100060", NULL},
        {"149131440012345", NULL},
    };
    CHECK_FORMS(forms);
}

Test(date, reads_mail_and_feeds)
{
    static const form forms[] = {
        {"Tue, 04 Apr 2017 10:00:00 -0400", "2017-04-04T10:00:00-04:00"},
        {"4 Apr 2017 10:00 EDT", "2017-04-04T10:00-04:00"},
        {"Tue, 04 Apr 2017 10:00:00 GMT", "2017-04-04T10:00:00Z"},
        {"Tue, 04 Apr 17 10:00:00 PST", "2017-04-04T10:00:00-08:00"},
        {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
        {"Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37"},
        {"Sun Nov 06 08:49:37 +0000 1994", "1994-11-06T08:49:37Z"},
        {"Tue, 04 Apr 2017 10:00:00 +0000 (UTC)", "2017-04-04T10:00:00Z"},
        {"Tue Apr 04 2017 10:00:00 GMT-0400 (Eastern Daylight Time)", "2017-04-04T10:00:00-04:00"},
        {"2017-04-04 10:00:00 UTC", "2017-04-04T10:00:00Z"},
        {"2017-04-04 10:00:00 CEST", "2017-04-04T10:00:00+02:00"},
        {"04 Apr 17", NULL}, {"04 Apr 117 10:00:00 GMT", NULL}, {"Tue, 31 Apr 2017 10:00:00 GMT", NULL},
        {"Tue, 04 Apr 2017 10:00:00 GMT EDT", NULL}, {"Tue, 04 Apr 2017 10:00:00 QQQ", NULL},
        {"Tue, 04 Apr 2017 GMT", NULL}, {"Tue, 04 Apr 2017 10:00:00 +0000 (", NULL},
    };
    CHECK_FORMS(forms);
}

Test(date, reads_what_newspapers_write)
{
    static const form forms[] = {
        {"May 2, 2024", "2024-05-02"},
        {"MAY 2, 2024", "2024-05-02"},
        {"2 May 2024", "2024-05-02"},
        {"2nd of May 2024", "2024-05-02"},
        {"May 2nd, 2024", "2024-05-02"},
        {"the 3rd of May, 2024", "2024-05-03"},
        {"Thursday, May 2, 2024 10:15 a.m.", "2024-05-02T10:15"},
        {"Thursday, May 2, 2024 at 10:15 p.m.", "2024-05-02T22:15"},
        {"10:15 AM EDT May 2, 2024", "2024-05-02T10:15-04:00"},
        {"12:00 AM | April 24, 2024", "2024-04-24T00:00"},
        {"April 24, 2024 12:05 PM", "2024-04-24T12:05"},
        {"April 24, 2024 10am", "2024-04-24T10:00"},
        {"Thu 2 May 2024 08.30 BST", "2024-05-02T08:30+01:00"},
        {"April06,2007", "2007-04-06"},
        {"Apr. 6, 2007", "2007-04-06"},
        {"Sept. 6, 2007", "2007-09-06"},
        {"02-May-2024", "2024-05-02"},
        {"26-FEB-2019 15:01:01.79", "2019-02-26T15:01:01"},
        {"May\xc2\xa0" "2,\xe2\x80\xaf" "2024", "2024-05-02"},
        {"May 2024", "2024-05"},
        {"Sept. 2024", "2024-09"},
        {"29 February 2024", "2024-02-29"},
        {"29 February 2023", NULL}, {"May 32, 2024", NULL}, {"May 0, 2024", NULL}, {"31 June 2024", NULL},
        {"May 2", NULL}, {"May", NULL}, {"May 2, 24", NULL}, {"May 2, 2024 13:00 p.m.", NULL},
        {"May 2, 2024 0:30 pm", NULL}, {"May 2, 2024 10:15p", NULL}, {"May 2, 2024 24:15", NULL},
        {"May 2, 2024 10:15, 11:15", NULL}, {"May 12-15, 2024", NULL}, {"May 12-15 10:00", NULL},
        {"May 2 June 3, 2024", NULL}, {"May 2, 2024 -", NULL}, {"- May 2, 2024", NULL}, {"May 2, , , 2024", NULL},
        {"May 2, 2024 and after", NULL}, {"on May 2, 2024 he", NULL}, {"2 days ago", NULL}, {"10:15", NULL},
        {"in 2024", NULL}, {"10:15 2024", NULL}, {"Thursday", NULL}, {"10:15 May 2024", NULL},
    };
    CHECK_FORMS(forms);
}

Test(date, reads_months_of_many_languages)
{
    static const form forms[] = {
        {"2. Mai 2024", "2024-05-02"},
        {"Donnerstag, 2. MÄRZ 2023, 10:15 Uhr", "2023-03-02T10:15"},
        {"2. Jänner 2024", "2024-01-02"},
        {"jeudi 1er août 2024", "2024-08-01"},
        {"le 2 février 2024 à 10h15", "2024-02-02T10:15"},
        {"2 de mayo de 2024", "2024-05-02"},
        {"miércoles, 2 de octubre de 2024", "2024-10-02"},
        {"2 luglio 2024", "2024-07-02"},
        {"Segunda-feira, 6 de maio de 2024", "2024-05-06"},
        {"1º de março de 2024", "2024-03-01"},
        {"2 mei 2024", "2024-05-02"},
        {"maandag 4 maart 2024", "2024-03-04"},
        {"2 мая 2024 г.", "2024-05-02"},
        {"2 СЕНТЯБРЯ 2024 года, 10:15 МСК", "2024-09-02T10:15+03:00"},
        {"2024年5月2日", "2024-05-02"},
        {"2024年12月", "2024-12"},
        {"2024년 5월 2일", "2024-05-02"},
        {"2024年2月30日", NULL}, {"30 février 2024", NULL}, {"2 смая 2024", NULL}, {"2 mayor 2024", NULL},
    };
    CHECK_FORMS(forms);
}

Test(date, guesses_no_month_among_numbers)
{
    static const form forms[] = {
        {"2024/05/02", "2024-05-02"},
        {"2024/5/2", "2024-05-02"},
        {"2024.05.02", "2024-05-02"},
        {"2017-4-4", "2017-04-04"},
        {"05/25/2024", "2024-05-25"},
        {"25/05/2024", "2024-05-25"},
        {"25-05-2024", "2024-05-25"},
        {"05/05/2024", "2024-05-05"},
        {"25/05/2024 10:15", "2024-05-25T10:15"},
        {"02.05.2024", "2024-05-02"},
        {"2.5.2024, 10:15 Uhr", "2024-05-02T10:15"},
        {"05/2024", "2024-05"},
        {"2024/05", "2024-05"},
        {"05/02/2024", NULL}, {"02/05/2024", NULL}, {"12-11-2024", NULL}, {"13/13/2024", NULL}, {"25/05/24", NULL},
        {"13.13.2024", NULL}, {"2024/05-02", NULL}, {"2024/5", NULL}, {"31/04/2024", NULL}, {"1/2", NULL},
        {"5/2024/2", NULL}, {"2024-05-02/2024-05-03", NULL},
    };
    CHECK_FORMS(forms);
}

Test(date, keeps_a_zone_that_says_no_offset_unknown)
{
    static const char *const texts[] = {"10:15 a.m. ET May 2, 2024", "May 2, 2024 10:15 IST", "2024-05-02 10:15"};

    for (size_t i = 0; i < 3; i++)
        cr_assert_not(date_of(texts[i]).zoned, "%s", texts[i]);
    cr_assert(date_of("2024-05-02 10:15 -0000").zoned);
}

Test(date, reads_numbers_of_fields)
{
    static const struct { int64_t value; const char *text; } numbers[] = {
        {2017, "2017"}, {20170404, "2017-04-04"}, {20170404100000, "2017-04-04T10:00:00"},
        {1491314400, "2017-04-04T14:00:00Z"}, {1491314400123, "2017-04-04T14:00:00Z"},
        {946684799, "1999-12-31T23:59:59Z"}, {951782400, "2000-02-29T00:00:00Z"},
        {946684799000, "1999-12-31T23:59:59Z"},
        {4107542400, "2100-03-01T00:00:00Z"},
        {0, NULL}, {-1491314400, NULL}, {1, NULL}, {20170431, NULL}, {149131440012345, NULL}, {INT64_MAX, NULL},
    };

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        syn_date date = {.year = 7};
        char text[32];
        const bool read = syn_date_number(numbers[i].value, "date field", &date);
        cr_assert_eq(read, numbers[i].text != NULL, "%lld", (long long)numbers[i].value);
        cr_assert(read || date.year == 7);
        if (read) {
            syn_date_write(&date, text);
            cr_assert_str_eq(text, numbers[i].text);
        }
    }
    cr_assert_not(syn_date_epoch(253402300800, NULL, &(syn_date){0}));
    cr_assert(syn_date_epoch(253402300799, NULL, &(syn_date){0}));
    cr_assert(syn_date_epoch(0, NULL, &(syn_date){0}));
}

Test(date, refuses_what_is_no_date_and_changes_nothing)
{
    static const form forms[] = {
        {"", NULL}, {"-", NULL}, {"201", NULL}, {"20170", NULL}, {"2017-", NULL}, {"2017-1", NULL}, {"2017-00", NULL},
        {"2017-13", NULL}, {"2017-04-", NULL}, {"2017-04-00", NULL}, {"2017-04-31", NULL}, {"2017-02-29", NULL},
        {"1900-02-29", NULL}, {"0000-01-01", NULL}, {"2017-04-04T", NULL}, {"2017-04-04T1", NULL},
        {"2017-04-04T10", NULL}, {"2017-04-04T24:00", NULL}, {"2017-04-04T10:60", NULL},
        {"2017-04-04T10:00:60", NULL}, {"2017-04-04T10:00:61", NULL}, {"2017-04-04T10:00:00.", NULL},
        {"2017-04-04T10:00:00+", NULL}, {"2017-04-04T10:00:00+2", NULL}, {"2017-04-04T10:00:00+24:00", NULL},
        {"2017-04-04T10:00:00+02:60", NULL}, {"2017-04-04T10:00:00+02:", NULL}, {"2017-04-04T10:00:00Zx", NULL},
        {"2017-04-04Z", NULL}, {" 2017", NULL}, {"2017 ", NULL}, {"+2017", NULL}, {"2017-04-04T10:00:00 ", NULL},
        {"2017-W14", NULL}, {"2017-W14-2", NULL}, {"2017-094", NULL}, {"yesterday", NULL}, {"(2017)", NULL},
        {"2017-04-04T10:00:00:00", NULL}, {"\xff\xfe", NULL}, {"5 \xd0", NULL},
    };
    char wide[200];

    CHECK_FORMS(forms);
    cr_assert_not(syn_date_parse("2017\0", 5, NULL, &(syn_date){0}));
    cr_assert_not(syn_date_parse("May 2\0, 2024", 12, NULL, &(syn_date){0}));
    memset(wide, ' ', sizeof wide);
    memcpy(wide, "May 2,", 6);
    memcpy(wide + sizeof wide - 4, "2024", 4);
    cr_assert_not(syn_date_parse(wide, sizeof wide, NULL, &(syn_date){0}));
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

/* Somewhere the day lasts into the next one, elsewhere it has begun the day before. */
Test(date, is_unsure_of_days_beside_times)
{
    check_order("2017-04-04", "2017-04-05T01:00:00+02:00", 0);
    check_order("2017-04-04", "2017-04-05T13:59:59Z", 0);
    check_order("2017-04-04", "2017-04-05T14:00:00Z", -1);
    check_order("2017-04-04", "2017-04-03T10:00:00Z", 0);
    check_order("2017-04-04", "2017-04-03T09:59:59Z", 1);
    check_order("2017-04-04", "2017-04-06T03:00", 0);
    check_order("2017-04-04", "2017-04-06T05:00", -1);
}

static void check_bounds(const char *left, bool left_bound, const char *right, bool right_bound, int expected)
{
    syn_date a = date_of(left), b = date_of(right);

    a.bound = left_bound;
    b.bound = right_bound;
    cr_assert_eq(syn_date_order(&a, &b), expected, "%s %s", left, right);
    cr_assert_eq(syn_date_order(&b, &a), -expected, "%s %s", right, left);
}

/* Crawled late says nothing; crawled early says that the text was there. */
Test(date, lets_a_bound_make_nobody_late)
{
    check_bounds("2017-04-04", false, "2017-04-09", true, 0);
    check_bounds("2017-04-04", true, "2017-04-09", false, -1);
    check_bounds("2017-04-04", true, "2017-04-09", true, 0);
    check_bounds("2017-04-09", true, "2017-04-04", false, 0);
    check_bounds("2017-04-04", true, "2017-04-04", false, 0);
    check_bounds("2017-04-04T10:00:00Z", true, "2017-04-04T10:00:01Z", false, -1);
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
