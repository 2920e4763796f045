/* A string of JSON is a row of units: a byte as it is, an escape, or two escapes that are one character. Units are
 * counted off in decoded bytes until a span begins, and again until it ends:
 *
 *      "... port\u00e9e \ud83d\ude00 ..."       line
 *       ... port  é   e     (4)     ...         decoded
 */
#include "ingest/revise.h"

#include "ingest/literal.h"

/** A place in a string's content. */
typedef struct walk {
    const char *at, *end;
    size_t decoded;
    bool high; /* the unit before it is the first half of a pair, alone */
} walk;

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
        syn_literal_unit u;
        if (!escape)
            continue;
        if (!syn_literal_read(w->at, w->end, &u))
            return false;
        w->at += u.raw;
        w->decoded += u.count;
        w->high = u.high;
    }
    return w->decoded == decoded;
}

static bool find_text(const char *line, size_t bytes, const char *field, walk *out)
{
    syn_piece text;
    const char *end;
    if (!syn_literal_find(line, bytes, field, &text, &end) || !text.at || *text.at != '"')
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
    syn_literal_unit u;
    if (!high || out->failed || w->at == w->end || !syn_literal_read(w->at, w->end, &u) || !u.low)
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
    if (!syn_literal_find(line, bytes, name, &old, &end))
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
