#include "base/buf.h"

#include "base/alloc.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for `count` more bytes and the NUL behind them. */
static bool room(syn_buf *buf, size_t count)
{
    if (buf->failed)
        return false;
    if (count >= SIZE_MAX - buf->len ||
        !syn_alloc_room((void **)&buf->bytes, &buf->capacity, buf->len + count + 1, 1))
        buf->failed = true;
    return !buf->failed;
}

void syn_buf_add_grown(syn_buf *buf, const void *bytes, size_t count)
{
    if (!room(buf, count))
        return;
    if (count)
        memcpy(buf->bytes + buf->len, bytes, count);
    buf->len += count;
    buf->bytes[buf->len] = '\0';
}

void syn_buf_text(syn_buf *buf, const char *text)
{
    syn_buf_add(buf, text, strlen(text));
}

void syn_buf_format(syn_buf *buf, const char *format, ...)
{
    va_list args, again;

    if (!room(buf, 64))
        return;
    va_start(args, format);
    va_copy(again, args);
    const size_t left = buf->capacity - buf->len;
    const int written = vsnprintf(buf->bytes + buf->len, left, format, args);
    const size_t count = written < 0 ? 0 : (size_t)written;

    if (written < 0) {
        buf->failed = true;
    } else if (count >= left && room(buf, count)) {
        vsnprintf(buf->bytes + buf->len, count + 1, format, again);
    }
    va_end(again);
    va_end(args);
    if (!buf->failed)
        buf->len += count;
    buf->bytes[buf->len] = '\0';
}

void syn_buf_clear(syn_buf *buf)
{
    buf->len = 0;
    if (buf->bytes)
        buf->bytes[0] = '\0';
}

void syn_buf_release(syn_buf *buf)
{
    free(buf->bytes);
    *buf = (syn_buf){0};
}
