/* Laws of dates: what is written is read back, however a newspaper turns it; "surely before" is a strict order
 * that no bound makes anybody late in; and no text, however mangled, is read as a date that does not exist. */
#include "base/date.h"
#include "support/law.h"

#include <string.h>

enum { TRIALS = 40000 };

static void show(const syn_date *date, char text[40])
{
    text[syn_date_write(date, text)] = '\0';
    if (date->bound)
        strcat(text, "<");
}

/* Few years and days, so that dates often meet. */
static syn_date make_date(void)
{
    syn_date date = {.precision = (syn_precision)law_between(SYN_DATE_YEAR, SYN_DATE_SECOND), .from = "date field"};
    date.year = (int16_t)(law_chance(20) ? law_between(2019, 2020) : law_between(1, 9999));
    if (date.precision >= SYN_DATE_MONTH)
        date.month = (uint8_t)(law_chance(4) ? law_between(2, 3) : law_between(1, 12));
    if (date.precision >= SYN_DATE_DAY)
        date.day = (uint8_t)law_between(1, syn_date_days((unsigned)date.year, date.month));
    if (date.precision >= SYN_DATE_MINUTE) {
        date.hour = (uint8_t)law_between(0, 23);
        date.minute = (uint8_t)law_between(0, 59);
        date.zoned = law_chance(3) > 0;
        date.offset_minutes = (int16_t)(date.zoned && law_chance(2) ? (int)law_between(0, 1560) - 720 : 0);
    }
    if (date.precision == SYN_DATE_SECOND)
        date.second = (uint8_t)law_between(0, 59);
    date.bound = law_chance(4) == 0;
    return date;
}

static bool is_same(const syn_date *a, const syn_date *b)
{
    return a->precision == b->precision && a->year == b->year && a->month == b->month && a->day == b->day &&
           a->hour == b->hour && a->minute == b->minute && a->second == b->second && a->zoned == b->zoned &&
           a->offset_minutes == b->offset_minutes;
}

static void check_written(const syn_date *date)
{
    char text[40];
    syn_date back = {0};
    const size_t count = syn_date_write(date, text);
    law_hold(syn_date_parse(text, count, "date field", &back), "what is written can be read", "%s", text);
    law_hold(is_same(date, &back), "what is written is read back the same", "%s", text);
}

/* A day as newspapers write it, in one of many forms. */
static void check_worded(const syn_date *date)
{
    static const char *const names[] = {"January", "February", "March", "April", "May", "June", "July", "August",
                                        "September", "October", "November", "December"};
    static const char *const formats[] = {"%1$s %2$u, %3$04u", "%2$u %1$s %3$04u", "%1$.3s. %2$u, %3$04u",
                                          "%2$02u-%1$.3s-%3$04u", "%3$04u/%4$02u/%2$02u", "%2$u.%4$u.%3$04u", "%3$04u年%4$u月%2$u日"};
    char text[80];
    syn_date back = {0};
    if (date->precision < SYN_DATE_DAY)
        return;
    const char *format = formats[law_chance(sizeof formats / sizeof *formats)];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(text, sizeof text, format, names[date->month - 1], date->day, (unsigned)date->year, date->month);
#pragma GCC diagnostic pop
    law_hold(syn_date_parse(text, strlen(text), NULL, &back), "a day in words can be read", "%s", text);
    law_hold(back.year == date->year && back.month == date->month && back.day == date->day &&
             back.precision == SYN_DATE_DAY, "a day in words is that day", "%s", text);
}

/* Of three dates. */
static void check_order(const syn_date *a, const syn_date *b, const syn_date *c)
{
    char x[40], y[40], z[40];
    show(a, x);
    show(b, y);
    show(c, z);
    law_hold(syn_date_order(a, a) == 0, "no date is before itself", "%s", x);
    law_hold(syn_date_order(a, b) == -syn_date_order(b, a), "before is after, seen from there", "%s %s", x, y);
    if (syn_date_order(a, b) < 0 && syn_date_order(b, c) < 0)
        law_hold(syn_date_order(a, c) < 0, "before is transitive", "%s %s %s", x, y, z);
    law_hold(!b->bound || syn_date_order(a, b) >= 0, "a bound makes nobody late", "%s %s", x, y);
}

/* The epoch counts as the calendar does: one second more is one second later. */
static void check_epoch(void)
{
    const int64_t at = (int64_t)law_between(0, 4000000000u) * (law_chance(2) ? 1 : 60);
    syn_date a, b;
    char text[40];
    law_hold(syn_date_epoch(at, NULL, &a) && syn_date_epoch(at + 1, NULL, &b), "seconds are dates", "%lld",
             (long long)at);
    show(&a, text);
    law_hold(syn_date_order(&a, &b) == -1, "a second later is later", "%lld %s", (long long)at, text);
    check_written(&a);
}

/* Pieces of dates in any order: what is read exists. */
static void check_mangled(void)
{
    static const char *const pieces[] = {
        "2024", "31", "30", "2", "29", "02", "12", "May", "Feb.", "June", "Mai", "мая", "10:15", "25:00", "a.m.",
        "EDT", "Z", "+02:00", "-", "/", ".", ",", " ", " ", "T", "th", "de", "of", "年", "月", "日", "(", ")",
        "20240230", "1491314400", "\xff",
    };
    char text[200] = "";
    syn_date date;
    for (uint32_t i = law_between(1, 9); i-- > 0;)
        strcat(text, pieces[law_chance(sizeof pieces / sizeof *pieces)]);
    if (!syn_date_parse(text, strlen(text), NULL, &date))
        return;
    const bool exists = date.year >= 1 && (date.precision < SYN_DATE_MONTH || (date.month >= 1 && date.month <= 12)) &&
                        (date.precision < SYN_DATE_DAY ||
                         (date.day >= 1 && date.day <= syn_date_days((unsigned)date.year, date.month))) &&
                        date.hour <= 23 && date.minute <= 59 && date.second <= 60;
    law_hold(exists, "only dates that exist are read", "%s", text);
    check_written(&date);
}

int main(int argc, char **argv)
{
    law_seed(argc, argv, 20240502);
    for (law_trial = 0; law_trial < TRIALS; ++law_trial) {
        const syn_date a = make_date(), b = make_date(), c = make_date();
        check_written(&a);
        check_worded(&b);
        check_order(&a, &b, &c);
        check_epoch();
        check_mangled();
    }
    return 0;
}
