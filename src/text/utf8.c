#include "text/utf8.h"

#include "base/encoding.h"

#include <stdbool.h>
#include <string.h>

uint32_t syn_utf8_decode(const char *at, size_t count, unsigned *bytes, uint64_t *broken)
{
    const unsigned char *p = (const unsigned char *)at;
    bool bad;

    if (p[0] < 0x80) {
        *bytes = 1;
        return p[0];
    }
    *bytes = syn_utf8_step(at, count, &bad);
    if (bad) {
        if (broken)
            ++*broken;
        return 0xfffd;
    }
    if (*bytes == 2)
        return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
    if (*bytes == 3)
        return (p[0] & 0xfu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
    return (p[0] & 0x7u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
}

unsigned syn_utf8_encode(uint32_t character, char out[4])
{
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        out[0] = (char)(0xc0 | character >> 6);
        out[1] = (char)(0x80 | (character & 0x3f));
        return 2;
    }
    if (character < 0x10000) {
        out[0] = (char)(0xe0 | character >> 12);
        out[1] = (char)(0x80 | (character >> 6 & 0x3f));
        out[2] = (char)(0x80 | (character & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | character >> 18);
    out[1] = (char)(0x80 | (character >> 12 & 0x3f));
    out[2] = (char)(0x80 | (character >> 6 & 0x3f));
    out[3] = (char)(0x80 | (character & 0x3f));
    return 4;
}

/** Whether none of the 32 bytes at `at` is above 0x7f. */
static bool utf8_is_plain(const char *at)
{
    uint64_t part[4];

    memcpy(part, at, sizeof part);
    return ((part[0] | part[1] | part[2] | part[3]) & 0x8080808080808080u) == 0;
}

/** syn_utf8_step with a short way for sound characters of one and two bytes. */
static inline unsigned utf8_step(const char *at, size_t count)
{
    const unsigned char *p = (const unsigned char *)at;
    bool broken;

    if (p[0] < 0x80)
        return 1;
    if (p[0] >= 0xc2 && p[0] < 0xe0 && count > 1 && (p[1] & 0xc0) == 0x80)
        return 2;
    return syn_utf8_step(at, count, &broken);
}

size_t syn_utf8_count(const char *at, size_t count)
{
    size_t i = 0, characters = 0;

    while (i < count) {
        if (count - i >= 32 && utf8_is_plain(at + i)) {
            i += 32;
            characters += 32;
            continue;
        }
        for (size_t stop = count - i < 32 ? count : i + 32; i < stop; ++characters)
            i += utf8_step(at + i, count - i);
    }
    return characters;
}
