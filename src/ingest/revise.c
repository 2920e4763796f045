/* A string of JSON is a row of units: a byte as it is, an escape, or two escapes that are one character. Units are
 * counted off in decoded bytes until a span begins, and again until it ends:
 *
 *      "... port\u00e9e \ud83d\ude00 ..."       line
 *       ... port  é   e     (4)     ...         decoded
 */
#include "ingest/revise.h"

#include "ingest/scan.h"

/** A unit: bytes in the line, and what it stands for. */
typedef struct unit {
    unsigned raw, count;
    char bytes[4];
    bool high, low; /* half of a pair, alone */
} unit;

/** A place in a string's content. */
typedef struct walk {
    const char *at, *end;
    size_t decoded;
    bool high; /* the unit before it is the first half of a pair, alone */
} walk;

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

static void encode(int c, unit *out)
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
static bool read_unicode(const char *at, const char *end, unit *out)
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

/** The unit at a place that is not the end. */
static bool read_unit(const char *at, const char *end, unit *out)
{
    static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    *out = (unit){.raw = 1, .count = 1, .bytes = {*at}};
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

/** Goes on to where so many bytes are decoded; false when no unit ends there. */
static bool seek(walk *w, size_t decoded)
{
    while (w->decoded < decoded && w->at < w->end) {
        size_t most = (size_t)(w->end - w->at), wanted = decoded - w->decoded;
        size_t plain = wanted < most ? wanted : most;
        const char *escape = memchr(w->at, '\\', plain);
        plain = escape ? (size_t)(escape - w->at) : plain;
        w->high &= plain == 0;
        w->at += plain;
        w->decoded += plain;
        unit u;
        if (!escape)
            continue;
        if (!read_unit(w->at, w->end, &u))
            return false;
        w->at += u.raw;
        w->decoded += u.count;
        w->high = u.high;
    }
    return w->decoded == decoded;
}

/** Whether a member's name is that one, as a parser keeps it: up to a NUL. */
static bool is_name(syn_piece piece, const char *name)
{
    const char *at = piece.at, *end = at + piece.count;
    for (unit u; at < end; at += u.raw) {
        if (!read_unit(at, end, &u))
            return false;
        if (u.count == 1 && u.bytes[0] == '\0')
            break;
        if (strncmp(name, u.bytes, u.count) != 0)
            return false;
        name += u.count;
    }
    return *name == '\0';
}

/** Whether the line has no quotes and comments but those of RFC 8259: others may be read, but not be rewritten. */
static bool is_strict(const char *at, const char *end)
{
    bool inside = false;
    for (; at < end; at++) {
        if (*at == '"')
            inside = !inside;
        else if (*at == '\\' && inside)
            at++;
        else if (!inside && (*at == '\'' || *at == '/' || *at == '\\'))
            return false;
    }
    return true;
}

/** Goes through an object. `found` is the value of the last member of that name, at NULL when there is none; `end` is
 *  behind the last member, or the opening bracket. */
static bool find(const char *line, size_t bytes, const char *name, syn_piece *found, const char **end)
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

static bool find_text(const char *line, size_t bytes, const char *field, walk *out)
{
    syn_piece text;
    const char *end;
    if (!find(line, bytes, field, &text, &end) || !text.at || *text.at != '"')
        return false;
    *out = (walk){.at = text.at + 1, .end = text.at + text.count - 1};
    return true;
}

/** What was appended since is taken back. */
static bool take_back(syn_buf *out, size_t before)
{
    if (!out->failed && out->bytes) {
        out->len = before;
        out->bytes[before] = '\0';
    }
    return false;
}

/** Two halves that the cut brings together must not become a character that was not there. */
static void mend_seam(const walk *w, bool high, syn_buf *out)
{
    unit u;
    if (!high || out->failed || w->at == w->end || !read_unit(w->at, w->end, &u) || !u.low)
        return;
    out->len -= 6;
    syn_buf_text(out, "\\ufffd");
}

bool syn_revise_cut(const char *line, size_t bytes, const char *field, const syn_span_bytes *spans, size_t count,
                    syn_buf *out)
{
    walk w;
    size_t before = out->len;
    const char *from = line;
    bool high = false; /* the last unit that was kept */
    if (!find_text(line, bytes, field, &w))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *kept = w.at;
        if (spans[i].begin > spans[i].end || !seek(&w, spans[i].begin))
            return take_back(out, before);
        high = w.at > kept || i == 0 ? w.high : high;
        syn_buf_add(out, from, (size_t)(w.at - from));
        if (!seek(&w, spans[i].end))
            return take_back(out, before);
        from = w.at;
        mend_seam(&w, high, out);
    }
    syn_buf_add(out, from, (size_t)(line + bytes - from));
    return true;
}

bool syn_revise_get(const char *line, size_t bytes, const char *field, syn_span_bytes span, syn_buf *out)
{
    walk w;
    if (!find_text(line, bytes, field, &w) || span.begin > span.end || !seek(&w, span.begin))
        return false;
    const char *from = w.at;
    if (!seek(&w, span.end))
        return false;
    syn_buf_add(out, from, (size_t)(w.at - from));
    return true;
}

bool syn_revise_add(const char *line, size_t bytes, const char *name, const char *value, syn_buf *out)
{
    syn_piece old;
    const char *end;
    if (!find(line, bytes, name, &old, &end))
        return false;
    bool first = (const char *)memchr(line, '{', bytes) + 1 == end;
    const char *stop = old.at ? old.at : end, *rest = old.at ? old.at + old.count : end;
    syn_buf_add(out, line, (size_t)(stop - line));
    if (!old.at) {
        syn_buf_text(out, first ? "\"" : ",\"");
        syn_buf_text(out, name);
        syn_buf_text(out, "\":");
    }
    syn_buf_text(out, value);
    syn_buf_add(out, rest, (size_t)(line + bytes - rest));
    return true;
}
