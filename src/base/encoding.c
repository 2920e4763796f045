#include "base/encoding.h"

#include <string.h>

/* Which second bytes a lead byte allows, and how many bytes its character has (Unicode, table 3-7).
 * Every later byte is 80..BF. */
typedef struct lead {
    unsigned bytes;
    unsigned char low, high;
} lead;

static lead lead_of(unsigned char c)
{
    if (c < 0x80)
        return (lead){1, 0, 0};
    if (c < 0xc2 || c > 0xf4)
        return (lead){0, 0, 0};
    if (c < 0xe0)
        return (lead){2, 0x80, 0xbf};
    if (c < 0xf0)
        return (lead){3, c == 0xe0 ? 0xa0 : 0x80, c == 0xed ? 0x9f : 0xbf};
    return (lead){4, c == 0xf0 ? 0x90 : 0x80, c == 0xf4 ? 0x8f : 0xbf};
}

unsigned syn_utf8_step(const char *at, size_t count, bool *broken)
{
    const unsigned char *c = (const unsigned char *)at;
    const lead l = lead_of(c[0]);

    *broken = false;
    if (l.bytes == 1)
        return 1;
    *broken = true;
    if (l.bytes == 0 || count < 2 || c[1] < l.low || c[1] > l.high)
        return 1;
    for (unsigned i = 2; i < l.bytes; i++)
        if (i == count || (c[i] & 0xc0) != 0x80)
            return i;
    *broken = false;
    return l.bytes;
}

/* The end of the ASCII that starts at `i`, at most 31 bytes short of it. */
static size_t skip_ascii(const char *at, size_t i, size_t count)
{
    while (count - i >= 32) {
        uint64_t w[4];
        memcpy(w, at + i, 32);
        if ((w[0] | w[1] | w[2] | w[3]) & 0x8080808080808080u)
            break;
        i += 32;
    }
    return i;
}

uint64_t syn_utf8_broken(const char *at, size_t count)
{
    uint64_t sum = 0;
    size_t i = 0;

    while (i < count) {
        i = skip_ascii(at, i, count);
        const size_t stop = count - i < 32 ? count : i + 32;
        while (i < stop) {
            bool broken;
            i += syn_utf8_step(at + i, count - i, &broken);
            sum += broken;
        }
    }
    return sum;
}

static unsigned char lowered(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

bool syn_ascii_same(const char *a, const char *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lowered(a[i]) != lowered(b[i]))
            return false;
    return true;
}
