/* Dates that are one number: seconds of the epoch, years, days. */
#include "base/date.h"

bool syn_date_epoch(int64_t seconds, const char *from, syn_date *out)
{
    const int64_t most = 253402300799; /* the last of the year 9999 */
    int64_t day = seconds / 86400;

    if (seconds < 0 || seconds > most)
        return false;
    const unsigned rest = (unsigned)(seconds % 86400);
    syn_date date = {.precision = SYN_DATE_SECOND, .year = 1970, .month = 1, .zoned = true, .from = from,
                     .hour = (uint8_t)(rest / 3600), .minute = (uint8_t)(rest / 60 % 60),
                     .second = (uint8_t)(rest % 60)};
    date.year = (int16_t)(date.year + day / 146097 * 400);
    day %= 146097;
    for (int64_t length; day >= (length = syn_date_days((unsigned)date.year, 2) == 29 ? 366 : 365); day -= length)
        date.year++;
    for (int64_t length; day >= (length = syn_date_days((unsigned)date.year, date.month)); day -= length)
        date.month++;
    date.day = (uint8_t)(day + 1);
    *out = date;
    return true;
}

bool syn_date_number(int64_t value, const char *from, syn_date *out)
{
    char text[20];
    size_t digits = 0;

    if (value <= 0)
        return false;
    for (int64_t rest = value; rest > 0; rest /= 10)
        digits++;
    if (digits == 9 || digits == 10)
        return syn_date_epoch(value, from, out);
    if (digits == 12 || digits == 13)
        return syn_date_epoch(value / 1000, from, out);
    for (size_t i = digits; i-- > 0; value /= 10)
        text[i] = (char)('0' + value % 10);
    return (digits == 4 || digits == 8 || digits == 14) && syn_date_parse(text, digits, from, out);
}
