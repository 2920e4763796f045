#include "ingest/literal.h"

#include <string.h>

static int read_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/** The number that four hexadecimal digits are behind "\u"; -1 when they are none. */
static int read_four(const char *at, const char *end)
{
    int value = 0;
    if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
        return -1;
    for (int i = 2; i < 6; i++) {
        int digit = read_digit(at[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

static void encode(int c, syn_literal_unit *out)
{
    char *b = out->bytes;
    out->count = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    if (out->count == 1) {
        b[0] = (char)c;
        return;
    }
    b[0] = (char)((0xf0 << (4 - out->count)) | c >> 6 * (out->count - 1));
    for (unsigned i = 1; i < out->count; i++)
        b[i] = (char)(0x80 | (c >> 6 * (out->count - 1 - i) & 0x3f));
}

/** "\uXXXX", or two of them that are one character. Half a pair alone is U+FFFD. */
static bool read_unicode(const char *at, const char *end, syn_literal_unit *out)
{
    int c = read_four(at, end);
    if (c < 0)
        return false;
    out->raw = 6;
    out->high = c >= 0xd800 && c < 0xdc00;
    out->low = c >= 0xdc00 && c < 0xe000;
    int next = out->high ? read_four(at + 6, end) : -1;
    if (next >= 0xdc00 && next < 0xe000) {
        out->raw = 12;
        out->high = false;
        c = 0x10000 + ((c & 0x3ff) << 10) + (next & 0x3ff);
    }
    encode(out->high || out->low ? 0xfffd : c, out);
    return true;
}

bool syn_literal_read(const char *at, const char *end, syn_literal_unit *out)
{
    static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    *out = (syn_literal_unit){.raw = 1, .count = 1, .bytes = {*at}};
    if (*at != '\\')
        return true;
    if (end - at >= 2 && at[1] == 'u')
        return read_unicode(at, end, out);
    const char *name = end - at >= 2 ? memchr(names, at[1], sizeof names - 1) : NULL;
    if (!name)
        return false;
    out->raw = 2;
    out->bytes[0] = meant[name - names];
    return true;
}

/** Whether a member's name is that one, as a parser keeps it: up to a NUL. */
static bool is_name(syn_piece piece, const char *name)
{
    const char *at = piece.at, *end = at + piece.count;
    for (syn_literal_unit u; at < end; at += u.raw) {
        if (!syn_literal_read(at, end, &u))
            return false;
        if (u.count == 1 && u.bytes[0] == '\0')
            break;
        if (strncmp(name, u.bytes, u.count) != 0)
            return false;
        name += u.count;
    }
    return *name == '\0';
}

/** Whether there are no quotes and comments but those of RFC 8259 outside of strings. */
static bool is_strict(const char *at, const char *end)
{
    while (at < end) {
        const char c = *at;
        if (c == '\'' || c == '/' || c == '\\')
            return false;
        at = c == '"' ? syn_scan_string(at, end) : at + 1;
        if (!at)
            return false;
    }
    return true;
}

bool syn_literal_find(const char *line, size_t bytes, const char *name, syn_piece *found, const char **end)
{
    syn_scan scan;
    syn_piece member, value;
    *found = (syn_piece){0};
    if (!is_strict(line, line + bytes) || !syn_scan_open(line, bytes, '{', &scan))
        return false;
    *end = (const char *)memchr(line, '{', bytes) + 1;
    while (syn_scan_next(&scan, &member, &value)) {
        *end = value.at + value.count;
        if (is_name(member, name))
            *found = value;
    }
    return !scan.broken && scan.at == line + bytes;
}

bool syn_literal_decode(syn_piece literal, char *to, size_t *count)
{
    const char *at = literal.at + 1, *end = literal.at + literal.count - 1;
    char *out = to;
    if (memchr(at, '\0', (size_t)(end - at)))
        return false;
    while (at < end) {
        const char *escape = memchr(at, '\\', (size_t)(end - at));
        const size_t plain = (size_t)((escape ? escape : end) - at);
        syn_literal_unit u;
        memcpy(out, at, plain);
        out += plain;
        at += plain;
        if (at == end)
            break;
        if (!syn_literal_read(at, end, &u))
            return false;
        memcpy(out, u.bytes, u.count);
        out += u.count;
        at += u.raw;
    }
    *count = (size_t)(out - to);
    return true;
}
