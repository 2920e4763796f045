#include "base/error.h"

#include "base/encoding.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#ifndef SYN_VERSION
#define SYN_VERSION "0.1.0"
#endif

const char *syn_version(void)
{
    return SYN_VERSION;
}

/* A path may have 4,096 bytes (PATH_MAX), and a message may name two. */
enum { RAW_BYTES = 12 << 10 };

bool syn_error_steers(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200b || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f) || (c >= 0xfff9 && c <= 0xfffb) ||
           (c >= 0xe0000 && c <= 0xe007f);
}

/* The character of a sequence known to be whole. */
static uint32_t decode(const char *at, unsigned bytes)
{
    uint32_t c = bytes == 1 ? (unsigned char)*at : (unsigned char)*at & (0xffu >> (bytes + 1));

    for (unsigned i = 1; i < bytes; i++)
        c = c << 6 | ((unsigned char)at[i] & 0x3fu);
    return c;
}

/* Copies `len` bytes to `out` with a '?' for each steering character and broken sequence, and says how
 * many bytes that made. A sequence that ends where a cut text ends was broken by the cut and left out. */
static size_t copy_clean(char *out, const char *raw, size_t len, bool cut)
{
    const char *const first = out;

    for (size_t i = 0; i < len;) {
        bool broken;
        const unsigned bytes = syn_utf8_step(raw + i, len - i, &broken);
        if (broken && cut && i + bytes == len)
            break;
        if (broken || syn_error_steers(decode(raw + i, bytes))) {
            *out++ = '?';
        } else {
            memcpy(out, raw + i, bytes);
            out += bytes;
        }
        i += bytes;
    }
    *out = '\0';
    return (size_t)(out - first);
}

/* The character that byte `at` is in begins here, in clean text. */
static size_t boundary(const char *text, size_t at)
{
    while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80)
        at--;
    return at;
}

/* Cuts clean text to fewer than `room` bytes: the middle of its first part goes, the end stays as long as
 * there is anything to take from; text of one part loses its end. */
static void shorten(char *text, size_t len, size_t room)
{
    const char *part = strstr(text, ": ");
    const size_t keep = room - sizeof "...";

    if (!part) {
        text[boundary(text, room - 1)] = '\0';
        return;
    }
    const size_t rest = len - (size_t)(part - text), most_rest = keep * 3 / 4;
    const size_t begin = boundary(text, (keep - (rest < most_rest ? rest : most_rest)) / 2);
    size_t tail = len - (keep - begin);
    while (((unsigned char)text[tail] & 0xc0) == 0x80)
        tail++;
    memcpy(text + begin, "...", 3);
    memmove(text + begin + 3, text + tail, len - tail + 1);
}

syn_status syn_fail(syn_error *error, syn_status status, const char *format, ...)
{
    char raw[RAW_BYTES], clean[RAW_BYTES];
    va_list args;

    if (!error)
        return status;
    va_start(args, format);
    const int written = vsnprintf(raw, sizeof raw, format, args);
    va_end(args);

    const size_t whole = written < 0 ? 0 : (size_t)written;
    const bool cut = whole >= sizeof raw;
    error->status = status;
    const size_t len = copy_clean(clean, raw, cut ? sizeof raw - 1 : whole, cut);
    if (len >= sizeof error->message)
        shorten(clean, len, sizeof error->message);
    memcpy(error->message, clean, strlen(clean) + 1);
    return status;
}

syn_status syn_fail_memory(syn_error *error)
{
    return syn_fail(error, SYN_MEMORY, "out of memory (give fewer texts at once, or a machine with more)");
}
