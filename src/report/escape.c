#include "report/escape.h"

#include "base/error.h"

#include <stdbool.h>
#include <string.h>

#define BROKEN 0xFFFDu

/** The lowest and highest second byte that may follow `lead`, and the length; 0 for no lead byte. */
static unsigned sequence(unsigned char lead, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (lead == 0xE0)
            *low = 0xA0;
        if (lead == 0xED)
            *high = 0x9F;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (lead == 0xF0)
            *low = 0x90;
        if (lead == 0xF4)
            *high = 0x8F;
        return 4;
    }
    return 0;
}

uint32_t syn_escape_decode(const char *at, size_t count, unsigned *bytes)
{
    const unsigned char *s = (const unsigned char *)at;
    unsigned char low, high;
    *bytes = 1;
    if (s[0] < 0x80)
        return s[0];
    unsigned length = sequence(s[0], &low, &high);
    if (length == 0)
        return BROKEN;
    uint32_t character = s[0] & (0xFFu >> (length + 1));
    for (unsigned i = 1; i < length; i++) {
        if (i >= count || s[i] < low || s[i] > high) {
            *bytes = i;
            return BROKEN;
        }
        character = character << 6 | (s[i] & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    *bytes = length;
    return character;
}

/** Whether JSON or a terminal would take the character for more than itself. */
static bool needs_escape(uint32_t c)
{
    return c < 0x20 || c == '"' || c == '\\' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

static void escape_one(syn_buf *buf, uint32_t c)
{
    static const char digits[] = "0123456789abcdef";
    static const char letters[] = "btn\0fr"; /* \b is 8 */
    if (c == BROKEN) {
        syn_buf_add(buf, "\xEF\xBF\xBD", 3);
    } else if (c == '"' || c == '\\') {
        syn_buf_add(buf, (char[]){'\\', (char)c}, 2);
    } else if (c >= 8 && c <= 13 && c != 11) {
        syn_buf_add(buf, (char[]){'\\', letters[c - 8]}, 2);
    } else {
        char out[6] = {'\\', 'u', digits[c >> 12 & 15], digits[c >> 8 & 15], digits[c >> 4 & 15],
                       digits[c & 15]};
        syn_buf_add(buf, out, sizeof out);
    }
}

void syn_escape_json(syn_buf *buf, const char *bytes, size_t count)
{
    size_t at = 0, run = 0; /* bytes [run, at) are good as they are and not yet written */
    syn_buf_add(buf, "\"", 1);
    while (at < count) {
        unsigned char byte = (unsigned char)bytes[at];
        unsigned length = 1;
        if (byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\') {
            at++;
            continue;
        }
        uint32_t c = byte < 0x80 ? byte : syn_escape_decode(bytes + at, count - at, &length);
        if (c == BROKEN || needs_escape(c)) {
            syn_buf_add(buf, bytes + run, at - run);
            escape_one(buf, c);
            run = at + length;
        }
        at += length;
    }
    syn_buf_add(buf, bytes + run, at - run);
    syn_buf_add(buf, "\"", 1);
}

static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

void syn_escape_line(syn_buf *buf, const char *bytes, size_t count)
{
    bool started = false, space = false;
    for (size_t at = 0; at < count;) {
        unsigned length;
        uint32_t c = syn_escape_decode(bytes + at, count - at, &length);
        if (is_space(c)) {
            space = started;
        } else {
            if (space)
                syn_buf_add(buf, " ", 1);
            space = false;
            started = true;
            if (c == BROKEN || syn_error_steers(c))
                syn_buf_add(buf, "\xEF\xBF\xBD", 3);
            else
                syn_buf_add(buf, bytes + at, length);
        }
        at += length;
    }
}
