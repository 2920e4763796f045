#include "trace/mark.h"

#include <stdbool.h>
#include <string.h>

/* First bytes of marks. */
static const unsigned char may_mark[256] = {
    ['"'] = 1, ['\''] = 1, ['`'] = 1, [0xc2] = 1, [0xe2] = 1, [0xe3] = 1, [0xef] = 1,
};

static bool in_word(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

/* The mark at `at` by its form alone; false when there is none. */
static bool read_form(const unsigned char *t, uint32_t at, uint32_t end, syn_mark *m)
{
    *m = (syn_mark){at, at + 1, SYN_DOUBLE, SYN_OPENS | SYN_CLOSES | SYN_STRAIGHT};
    if (t[at] == '"')
        return true;
    if (t[at] == '\'' || t[at] == '`') {
        bool twice = at + 1 < end && (t[at + 1] == t[at]);
        m->end = at + 1 + twice;
        m->family = twice ? SYN_DOUBLE : SYN_SINGLE;
        if (t[at] == '`')
            m->may = SYN_OPENS;
        return true;
    }
    uint32_t left = end - at;
    if (t[at] == 0xc2 && left > 1 && (t[at + 1] == 0xab || t[at + 1] == 0xbb)) {
        *m = (syn_mark){at, at + 2, SYN_ANGLE, SYN_OPENS | SYN_CLOSES};
        return true;
    }
    if (left < 3)
        return false;
    m->end = at + 3;
    switch ((uint32_t)t[at] << 16 | (uint32_t)t[at + 1] << 8 | t[at + 2]) {
    case 0xe2809c: m->may = SYN_OPENS | SYN_CLOSES; break;          /* “ which closes „ */
    case 0xe2809d: m->may = SYN_CLOSES; break;                  /* ” */
    case 0xe2809e: case 0xe2809f: m->may = SYN_OPENS | SYN_LOW; break; /* „ ‟ */
    case 0xe28098: m->may = SYN_OPENS; m->family = SYN_SINGLE; break;
    case 0xe28099: m->may = SYN_CLOSES; m->family = SYN_SINGLE; break;
    case 0xe2809a: m->may = SYN_OPENS | SYN_LOW; m->family = SYN_SINGLE; break;
    case 0xe280b9: case 0xe280ba: m->may = SYN_OPENS | SYN_CLOSES; m->family = SYN_NARROW; break; /* ‹ › */
    case 0xe3808c: case 0xefbda2: m->may = SYN_OPENS; m->family = SYN_CORNER; break;
    case 0xe3808d: case 0xefbda3: m->may = SYN_CLOSES; m->family = SYN_CORNER; break;
    case 0xe3808e: m->may = SYN_OPENS; m->family = SYN_WHITE; break;
    case 0xe3808f: m->may = SYN_CLOSES; m->family = SYN_WHITE; break;
    case 0xefbc82: break;
    default: return false;
    }
    return true;
}

/* What stands beside a mark. */
typedef enum side { BLANK, OPENING, CLOSING, DASH, LETTER } side;

static side side_of(uint32_t c)
{
    if (c < 0x80) {
        if (c <= ' ')
            return BLANK;
        if (in_word((unsigned char)c))
            return LETTER;
        return c == '(' || c == '[' || c == '{' || c == '<' || c == '$' || c == '#' || c == '@' ? OPENING
               : c == '-' || c == '/' || c == '=' || c == '_' || c == '*' || c == '|' || c == '>' ? DASH : CLOSING;
    }
    switch (c) {
    case 0xc2a0: case 0xc285: case 0xe38080: case 0xe280af: case 0xe2808b: return BLANK;
    case 0xc2ab: case 0xc2bb: case 0xc2bf: case 0xc2a1: case 0xe2809c: case 0xe2809d: case 0xe28098: case 0xe28099:
        return c == 0xe28099 || c == 0xe2809d || c == 0xc2bb ? CLOSING : OPENING;
    case 0xe28093: case 0xe28094: case 0xe280a2: case 0xe28095: return DASH;
    case 0xe280a6: case 0xe38082: case 0xe38081: case 0xefbc8c: case 0xefbc81: case 0xefbc9f: return CLOSING;
    default:
        return c >= 0xe28080 && c <= 0xe2808a ? BLANK : LETTER;
    }
}

static side side_before(const unsigned char *t, syn_reach in, uint32_t at)
{
    uint32_t left = at - in.begin;
    if (left == 0)
        return BLANK;
    if (t[at - 1] < 0x80)
        return side_of(t[at - 1]);
    if (left >= 2 && (t[at - 2] & 0xe0) == 0xc0)
        return side_of((uint32_t)t[at - 2] << 8 | t[at - 1]);
    return left >= 3 ? side_of((uint32_t)t[at - 3] << 16 | (uint32_t)t[at - 2] << 8 | t[at - 1]) : LETTER;
}

static side side_behind(const unsigned char *t, syn_reach in, uint32_t at)
{
    uint32_t left = in.end - at;
    if (left == 0)
        return BLANK;
    if (t[at] < 0x80)
        return side_of(t[at]);
    if (left >= 2 && (t[at] & 0xe0) == 0xc0)
        return side_of((uint32_t)t[at] << 8 | t[at + 1]);
    return left >= 3 ? side_of((uint32_t)t[at] << 16 | (uint32_t)t[at + 1] << 8 | t[at + 2]) : LETTER;
}

/* Whether an apostrophe that looks like an opening mark leaves out letters: 'tis, '90s, 'em. */
static bool is_elision(const unsigned char *t, syn_reach in, uint32_t at)
{
    static const char *const left_out[] = {
        "tis", "twas", "em", "til", "till", "cause", "n", "bout", "round", "cos", "cuz", "s",
    };
    uint32_t end = at;
    while (end < in.end && end - at < 8 && in_word(t[end]))
        end++;
    if (end - at >= 2 && is_digit(t[at]) && is_digit(t[at + 1]))
        return true;
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
        if (strlen(left_out[i]) == end - at && memcmp(left_out[i], t + at, end - at) == 0)
            return true;
    return false;
}

/* Settles by its sides what the mark may be; false when it is none. */
static bool settle_mark(const unsigned char *t, syn_reach in, syn_mark *m)
{
    const side before = side_before(t, in, m->begin), behind = side_behind(t, in, m->end);
    const bool opens = (before == BLANK || before == OPENING || before == DASH) && behind != BLANK && behind != CLOSING;
    const bool closes = before != BLANK && before != OPENING && behind != LETTER && behind != OPENING;
    const unsigned char form = m->may;
    if (m->family == SYN_SINGLE) {
        m->may = 0;
        if ((form & SYN_OPENS) && opens && !is_elision(t, in, m->end))
            m->may |= SYN_OPENS;
        if ((form & SYN_CLOSES || form == SYN_OPENS) && closes)
            m->may |= SYN_CLOSES;
        return m->may != 0;
    }
    if (form & SYN_STRAIGHT) {
        if (opens != closes)
            m->may = opens ? SYN_OPENS : SYN_CLOSES;
        else if (before == LETTER && m->begin > 0 && is_digit(t[m->begin - 1]) && behind == LETTER)
            return false;
    } else if (form == (SYN_OPENS | SYN_CLOSES) && m->family == SYN_DOUBLE) {
        m->may = closes && !opens ? SYN_CLOSES : opens || !closes ? SYN_OPENS : SYN_OPENS | SYN_CLOSES;
    } else if (form == SYN_CLOSES && m->family == SYN_DOUBLE && opens && !closes) {
        m->may = SYN_OPENS | SYN_CLOSES;
    } else if (form == (SYN_OPENS | SYN_CLOSES)) {
        m->may = closes && !opens ? SYN_CLOSES : opens && !closes ? SYN_OPENS : form;
    }
    m->may = (unsigned char)(m->may | (form & SYN_LOW));
    return true;
}

uint32_t syn_mark_next(const char *text, syn_reach in, uint32_t at, syn_mark *out)
{
    const unsigned char *t = (const unsigned char *)text;
    out->may = 0;
    while (at < in.end && may_mark[t[at]] == 0)
        at++;
    if (at == in.end)
        return at;
    if (!read_form(t, at, in.end, out)) {
        out->may = 0;
        return at + 1;
    }
    if (!settle_mark(t, in, out))
        out->may = 0;
    return out->end;
}
