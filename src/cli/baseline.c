#include "cli/baseline.h"

#include "cli/file.h"
#include "cli/out.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Reading */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static bool is_key_digit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

static const char *skip_blanks(const char *at)
{
    while (is_blank(*at))
        at++;
    return at;
}

/** Text without the blanks at its end. */
static void copy_few(const char *at, size_t count, char out[baseline_few_bytes + 1])
{
    while (count > 0 && is_blank(at[count - 1]))
        count--;
    if (count > baseline_few_bytes)
        count = baseline_few_bytes;
    memcpy(out, at, count);
    out[count] = '\0';
}

/** "KEY  WORDS  few words  # note"; only the key must be there. */
static bool parse_line(const char *line, baseline_line *out)
{
    const char *at = line;
    uint64_t words = 0;
    while (at - line < baseline_key_bytes && is_key_digit(*at))
        at++;
    if (at - line != baseline_key_bytes || (*at && !is_blank(*at)))
        return false;
    memcpy(out->key, line, baseline_key_bytes);
    for (at = skip_blanks(at); *at >= '0' && *at <= '9' && words < UINT32_MAX; at++)
        words = words * 10 + (uint64_t)(*at - '0');
    out->words = words < UINT32_MAX ? (uint32_t)words : UINT32_MAX;
    at = skip_blanks(at);
    const char *note = strchr(at, '#');
    copy_few(at, note ? (size_t)(note - at) : strlen(at), out->few);
    out->note = note;
    return true;
}

static size_t count_lines(const char *text, size_t count)
{
    size_t lines = 1;
    for (const char *at = text; (at = memchr(at, '\n', count - (size_t)(at - text))) != NULL; at++)
        lines++;
    return lines;
}

static bool refuse(const baseline *known, size_t number)
{
    return out_error("%s:%zu: is no passage: a line is a key of 32 digits, words and text (mend the line, or take it "
                     "out)",
                     known->path, number);
}

/** Ends each line with a NUL and takes the passages; what lies between two belongs to the latter. */
static bool parse(baseline *known, size_t count)
{
    size_t number = 0;
    char *above = known->text, *end = known->text + count, *next;
    for (char *line = known->text; line < end; line = next) {
        char *stop = memchr(line, '\n', (size_t)(end - line));
        next = stop ? stop + 1 : end;
        number++;
        const char *first = skip_blanks(line);
        if (first == stop || first == end || *first == '#')
            continue;
        *(stop ? stop : end) = '\0';
        baseline_line *made = &known->lines[known->line_count];
        if (strlen(line) != (size_t)((stop ? stop : end) - line) || !parse_line(line, made))
            return refuse(known, number);
        made->above = above;
        made->above_bytes = (size_t)(line - above);
        above = next;
        known->line_count++;
    }
    known->below = above;
    known->below_bytes = (size_t)(end - above);
    return true;
}

static bool take_lines(baseline *known, size_t count)
{
    size_t lines = count_lines(known->text, count);
    known->lines = calloc(lines, sizeof *known->lines);
    known->keys = calloc(lines, sizeof *known->keys);
    if (!known->lines || !known->keys)
        return out_error("out of memory (close other programs)");
    if (!parse(known, count))
        return false;
    if (known->line_count > 0) {
        known->top = known->lines[0].above;
        known->top_bytes = known->lines[0].above_bytes;
        known->lines[0].above_bytes = 0;
    }
    known->line_count = baseline_settle(known->lines, known->line_count);
    for (size_t i = 0; i < known->line_count; i++)
        known->keys[i] = known->lines[i].key;
    return true;
}

bool baseline_read(const char *path, bool may_be_absent, baseline *out)
{
    size_t count = 0;
    *out = (baseline){.path = path, .top = "", .below = ""};
    if (strcmp(path, "-") == 0)
        return out_error("--baseline: needs a file (./- is one of that name)");
    out->text = file_read(path, &count);
    if (!out->text && errno == ENOENT && may_be_absent)
        return true;
    if (!out->text)
        return out_error("%s: cannot be read: %s (%s)", path, strerror(errno),
                         errno == ENOENT ? "--update-baseline makes it" : "check the path");
    return take_lines(out, count);
}

void baseline_release(baseline *known)
{
    free(known->text);
    free(known->lines);
    free(known->keys);
    free(known->found);
    *known = (baseline){0};
}
