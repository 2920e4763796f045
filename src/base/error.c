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

/* Whether a character would move a terminal's cursor or end the line: C0, DEL, C1, U+2028, U+2029. */
static bool is_control(const unsigned char *c, unsigned bytes)
{
    if (bytes == 1)
        return c[0] < 0x20 || c[0] == 0x7f;
    if (bytes == 2)
        return c[0] == 0xc2 && c[1] < 0xa0;
    return bytes == 3 && c[0] == 0xe2 && c[1] == 0x80 && (c[2] == 0xa8 || c[2] == 0xa9);
}

/* Copies `len` bytes to `out` with a '?' for each control character and broken sequence. A sequence
 * that ends where a cut text ends was broken by the cut and is left out. */
static void copy_clean(char *out, const char *raw, size_t len, bool cut)
{
    for (size_t i = 0; i < len;) {
        bool broken;
        const unsigned bytes = syn_utf8_step(raw + i, len - i, &broken);
        if (broken && cut && i + bytes == len)
            break;
        if (broken || is_control((const unsigned char *)raw + i, bytes)) {
            *out++ = '?';
        } else {
            memcpy(out, raw + i, bytes);
            out += bytes;
        }
        i += bytes;
    }
    *out = '\0';
}

syn_status syn_fail(syn_error *error, syn_status status, const char *format, ...)
{
    char raw[sizeof error->message];
    va_list args;

    if (!error)
        return status;
    va_start(args, format);
    const int written = vsnprintf(raw, sizeof raw, format, args);
    va_end(args);

    const size_t whole = written < 0 ? 0 : (size_t)written;
    const bool cut = whole >= sizeof raw;
    error->status = status;
    copy_clean(error->message, raw, cut ? sizeof raw - 1 : whole, cut);
    return status;
}

syn_status syn_fail_memory(syn_error *error)
{
    return syn_fail(error, SYN_MEMORY, "out of memory (give fewer texts at once, or a machine with more)");
}
