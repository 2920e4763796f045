#include "ingest/scan.h"

#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *skip_blank(const char *at, const char *end)
{
    while (at < end && is_blank(*at))
        at++;
    return at;
}

const char *syn_scan_string(const char *at, const char *end)
{
    const char *quote = at;
    for (at++; at < end;) {
        if (quote < at)
            quote = memchr(at, '"', (size_t)(end - at));
        const char *escape = quote ? memchr(at, '\\', (size_t)(quote - at)) : NULL;
        if (!quote || !escape)
            return quote ? quote + 1 : NULL;
        at = escape + 2;
    }
    return NULL;
}

/** Behind an object or array. Brackets are counted, not paired. */
static const char *skip_nested(const char *at, const char *end)
{
    size_t depth = 0;
    while (at < end) {
        char c = *at;
        if (c == '"') {
            at = syn_scan_string(at, end);
            if (!at)
                return NULL;
            continue;
        }
        at++;
        if (c == '{' || c == '[')
            depth++;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return NULL;
}

static const char *skip_value(const char *at, const char *end)
{
    if (at < end && *at == '"')
        return syn_scan_string(at, end);
    if (at < end && (*at == '{' || *at == '['))
        return skip_nested(at, end);
    const char *begin = at;
    while (at < end && !is_blank(*at) && *at != ',' && *at != '}' && *at != ']')
        at++;
    return at > begin ? at : NULL;
}

bool syn_scan_open(const char *bytes, size_t count, char open, syn_scan *scan)
{
    const char *end = bytes + count, *at = skip_blank(bytes, end);
    if (at == end || *at != open)
        return false;
    *scan = (syn_scan){.at = skip_blank(at + 1, end), .end = end, .close = open == '{' ? '}' : ']'};
    return true;
}

static bool break_off(syn_scan *scan, const char *at)
{
    scan->at = at;
    scan->broken = true;
    return false;
}

/** The name of a member and its colon; an array's items have none. */
static bool take_name(syn_scan *scan, syn_piece *name)
{
    const char *at = scan->at;
    *name = (syn_piece){at, 0};
    if (scan->close == ']')
        return true;
    const char *stop = at < scan->end && *at == '"' ? syn_scan_string(at, scan->end) : NULL;
    if (!stop)
        return break_off(scan, at);
    *name = (syn_piece){at + 1, (size_t)(stop - at) - 2};
    at = skip_blank(stop, scan->end);
    if (at == scan->end || *at != ':')
        return break_off(scan, at);
    scan->at = skip_blank(at + 1, scan->end);
    return true;
}

bool syn_scan_next(syn_scan *scan, syn_piece *name, syn_piece *value)
{
    if (scan->broken)
        return false;
    if (scan->at < scan->end && *scan->at == scan->close) {
        scan->at = skip_blank(scan->at + 1, scan->end);
        return false;
    }
    if (scan->started) {
        if (scan->at == scan->end || *scan->at != ',')
            return break_off(scan, scan->at);
        scan->at = skip_blank(scan->at + 1, scan->end);
    }
    if (!take_name(scan, name))
        return false;
    const char *stop = skip_value(scan->at, scan->end);
    if (!stop)
        return break_off(scan, scan->at);
    *value = (syn_piece){scan->at, (size_t)(stop - scan->at)};
    scan->at = skip_blank(stop, scan->end);
    scan->started = true;
    return true;
}
