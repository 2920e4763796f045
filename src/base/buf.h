/** A growing buffer of bytes whose failure sticks, so that only the end need be checked.
 *
 *      syn_buf buf = {0};
 *      syn_buf_add(&buf, "abc", 3);
 *      syn_buf_format(&buf, "%u", 7u);
 *      if (buf.failed) ...
 *      syn_buf_release(&buf);
 */
#ifndef SYN_BASE_BUF_H
#define SYN_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct syn_buf {
    char *bytes; /**< NUL-terminated once anything was added */
    size_t len, capacity;
    bool failed; /**< memory ran out; later calls do nothing */
} syn_buf;

/** What syn_buf_add does when there is no room yet. */
void syn_buf_add_grown(syn_buf *buf, const void *bytes, size_t count);
static inline void syn_buf_add(syn_buf *buf, const void *bytes, size_t count)
{
    if (count > PTRDIFF_MAX / 2 || buf->capacity - buf->len <= count || buf->failed) {
        syn_buf_add_grown(buf, bytes, count);
        return;
    }
    if (count > 0)
        memcpy(buf->bytes + buf->len, bytes, count);
    buf->len += count;
    buf->bytes[buf->len] = '\0';
}
void syn_buf_text(syn_buf *buf, const char *text);
void syn_buf_format(syn_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void syn_buf_clear(syn_buf *buf); /**< keeps the memory */
void syn_buf_release(syn_buf *buf);

#endif
