#include "cli/limit.h"

#include "cli/out.h"

#include <string.h>

#define NO_SHARE 2.0 /* above 1: no limit */

typedef struct limit_parts {
    bool words, share; /* given already */
    syn_gate gate;
} limit_parts;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/** Thousandths of the number at *at, which moves behind it; false when there is none or it is too large. */
static bool read_number(const char **at, uint64_t *thousandths, bool *whole)
{
    uint64_t value = 0, scale = 1000;
    const char *c = *at;
    if (!is_digit(*c))
        return false;
    for (; is_digit(*c); c++)
        if ((value = value * 10 + (uint64_t)(*c - '0')) >= UINT32_MAX)
            return false;
    value *= 1000;
    *whole = *c != '.';
    if (!*whole)
        for (c++; is_digit(*c); c++)
            value += (uint64_t)(*c - '0') * (scale /= 10);
    *thousandths = value;
    *at = c;
    return *whole || is_digit(c[-1]);
}

/** One part, "40w" or "20%". */
static bool read_part(const char **at, limit_parts *parts)
{
    uint64_t thousandths;
    bool whole;
    if (!read_number(at, &thousandths, &whole))
        return false;
    if (**at == 'w' && whole && !parts->words) {
        parts->words = true;
        parts->gate.limit_words = (uint32_t)(thousandths / 1000);
    } else if (**at == '%' && thousandths <= 100000 && !parts->share) {
        parts->share = true;
        parts->gate.limit_share = (double)thousandths / 100000;
    } else {
        return false;
    }
    ++*at;
    return true;
}

bool limit_parse(const char *text, syn_gate *gate)
{
    limit_parts parts = {.gate = {.limit_words = UINT32_MAX, .limit_share = NO_SHARE}};
    const char *at = text;
    if (!text)
        return true;
    bool read = strcmp(text, "never") == 0;
    if (!read) {
        read = read_part(&at, &parts);
        if (read && *at == ',')
            read = at++ && read_part(&at, &parts);
        read = read && !*at;
    }
    if (!read)
        return out_error("--fail-over: \"%s\" is not a limit (give words and percent as 40w,20%%, 40w or 20%%, or never)",
                         text);
    gate->limit_words = parts.gate.limit_words;
    gate->limit_share = parts.gate.limit_share;
    return true;
}
