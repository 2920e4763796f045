#include "ingest/heading.h"

#include "base/date.h"
#include "base/date_word.h"

#include <string.h>

#define HEAD_BYTES 2048
#define HEAD_LINES 6
#define HEAD_PARAGRAPHS 3
#define BODY_WORDS 25   /* a line of so many words is an article's, not its head's */
#define PLACE_BYTES 40
#define DATELINE_BYTES 160

typedef struct line {
    const char *at, *end;
} line;

/* What the head has said so far, best first. */
typedef struct heading {
    syn_date labelled, bare, placed, changed;
    bool differ; /* two bare dates */
} heading;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of the blank at `at`, a no-break one too; 0 when there is none. */
static size_t blank_at(const char *at, const char *end)
{
    if (at < end && is_blank(*at))
        return 1;
    return end - at >= 2 && memcmp(at, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

static line trim(line l)
{
    for (size_t step; (step = blank_at(l.at, l.end)) > 0;)
        l.at += step;
    while (l.end > l.at && (is_blank(l.end[-1]) || (l.end - l.at >= 2 && memcmp(l.end - 2, "\xc2\xa0", 2) == 0)))
        l.end -= is_blank(l.end[-1]) ? 1 : 2;
    return l;
}

static bool holds_digit(line l)
{
    for (const char *at = l.at; at < l.end; at++)
        if (is_digit(*at))
            return true;
    return false;
}

static bool holds_digits_only(line l)
{
    for (const char *at = l.at; at < l.end; at++)
        if (!is_digit(*at))
            return false;
    return true;
}

static bool parse(line l, const char *from, syn_precision least, syn_date *out)
{
    syn_date date;

    l = trim(l);
    if (!syn_date_parse(l.at, (size_t)(l.end - l.at), from, &date) || date.precision < least)
        return false;
    *out = date;
    return true;
}

/* Where `text` ends when the line opens with it, ASCII capitals or not; NULL when it does not. */
static const char *open_with(line l, const char *text)
{
    size_t i = 0;

    for (; text[i]; i++) {
        if (l.at + i == l.end)
            return NULL;
        const char c = l.at[i] >= 'A' && l.at[i] <= 'Z' ? (char)(l.at[i] | 0x20) : l.at[i];
        if (c != text[i])
            return NULL;
    }
    return l.at + i;
}

/* "2017-04-04 Mill closes": a whole date in digits before a title. A sentence would go on in small letters. */
static bool opens_with_date(line l, syn_date *out)
{
    const char *behind = l.at + 10;
    if (l.end - l.at < 12 || !is_digit(l.at[9]) || blank_at(behind, l.end) == 0)
        return false;
    const line title = trim((line){behind, l.end});
    return title.at < title.end && !(*title.at >= 'a' && *title.at <= 'z') &&
           l.at[4] == '-' && l.at[7] == '-' && parse((line){l.at, behind}, "head line", SYN_DATE_DAY, out);
}

/* "date 2017-04-04 Mill closes" too, first line only. A time may stand in the date, so the whole token is tried
 * before the part up to a colon. */
static bool read_first_line(line l, syn_date *out)
{
    if (opens_with_date(l, out))
        return true;
    if (l.end - l.at < 6 || memcmp(l.at, "date ", 5) != 0)
        return false;
    line token = trim((line){l.at + 5, l.end});
    if (parse(token, "head line", SYN_DATE_YEAR, out))
        return true;
    for (token.end = token.at; token.end < l.end && !is_blank(*token.end);)
        token.end++;
    if (parse(token, "head line", SYN_DATE_YEAR, out))
        return true;
    const char *colon = memchr(token.at, ':', (size_t)(token.end - token.at));
    return colon && parse((line){token.at, colon}, "head line", SYN_DATE_YEAR, out);
}

/* What opens a line that tells when the text was published. */
static const char *const published[] = {
    "date:", "date published", "date posted", "published", "first published", "originally published",
    "publication date", "posted", "issued", "release date", "for immediate release", "veröffentlicht", "erschienen",
    "publié le", "publie le", "publicado", "publicada", "pubblicato", "gepubliceerd", "Опубликовано", "опубликовано",
};

/* ... or when it was changed. */
static const char *const changed[] = {
    "updated", "last updated", "modified", "last modified", "stand:", "aktualisiert", "zuletzt aktualisiert",
    "mis à jour", "actualizado", "atualizado", "aggiornato", "Обновлено", "обновлено",
};

/* Behind a label, up to a bar when what stands behind the bar is no date. */
static bool read_behind(line rest, syn_date *out)
{
    while (rest.at < rest.end && (*rest.at == ':' || is_blank(*rest.at)))
        rest.at++;
    if (parse(rest, "head line", SYN_DATE_MONTH, out))
        return true;
    const char *bar = memchr(rest.at, '|', (size_t)(rest.end - rest.at));
    return bar && parse((line){rest.at, bar}, "head line", SYN_DATE_MONTH, out);
}

static bool read_labelled(line l, const char *const *labels, size_t count, syn_date *out)
{
    for (size_t i = 0; i < count; i++) {
        const char *behind = open_with(l, labels[i]);
        if (behind && read_behind((line){behind, l.end}, out))
            return true;
    }
    return false;
}

static void keep(syn_date *kept, const syn_date *date)
{
    if (kept->precision == SYN_DATE_NONE)
        *kept = *date;
}

static bool is_same_day(const syn_date *a, const syn_date *b)
{
    return a->year == b->year && a->month == b->month && a->day == b->day;
}

static void read_head_line(line l, heading *h)
{
    syn_date date;

    if (l.end - l.at > DATELINE_BYTES || !holds_digit(l))
        return;
    if (read_labelled(l, published, sizeof published / sizeof *published, &date)) {
        keep(&h->labelled, &date);
        return;
    }
    if (read_labelled(l, changed, sizeof changed / sizeof *changed, &date)) {
        date.bound = true;
        keep(&h->changed, &date);
        return;
    }
    if (holds_digits_only(l) || !parse(l, "head line", SYN_DATE_DAY, &date))
        return;
    h->differ |= h->bare.precision != SYN_DATE_NONE && !is_same_day(&h->bare, &date);
    keep(&h->bare, &date);
}

/* Bytes of the dash at `at`: "—", "–", "--", or "-" and "_" before a blank; 0 when there is none. */
static size_t dash_at(const char *at, const char *end)
{
    if (end - at >= 3 && (memcmp(at, "—", 3) == 0 || memcmp(at, "–", 3) == 0))
        return 3;
    if (end - at >= 2 && memcmp(at, "--", 2) == 0)
        return 2;
    return end - at >= 2 && (*at == '-' || *at == '_') && is_blank(at[1]) ? 1 : 0;
}

/* Whether the letter at `at` is small: Latin or Cyrillic. */
static bool is_small(const char *at, const char *end)
{
    const unsigned char c = (unsigned char)*at, next = at + 1 < end ? (unsigned char)at[1] : 0;
    return (c >= 'a' && c <= 'z') || (c == 0xc3 && next >= 0xa0) || (c == 0xd0 && next >= 0xb0) || c == 0xd1;
}

/* Where a place in capitals ends, with its comma or dash still ahead; NULL when the line opens otherwise. */
static const char *skip_place(line l)
{
    const char *at = l.at, *last = l.end - l.at > PLACE_BYTES ? l.at + PLACE_BYTES : l.end;
    size_t letters = 0;

    for (; at < last && *at != ',' && *at != '(' && dash_at(at, l.end) == 0; at++) {
        if (is_digit(*at) || is_small(at, last))
            return NULL;
        letters += (*at >= 'A' && *at <= 'Z') || (unsigned char)*at >= 0xc3;
    }
    return at < last && letters >= 2 ? at : NULL;
}

/* Whether a sentence in capitals may open so, rather than a dateline: "ON THURSDAY, MAY 2, 2024 —". */
static bool is_sentence(const char *at, const char *end)
{
    for (size_t bytes; at < end; at += bytes ? bytes : 1) {
        syn_date_word word;
        bytes = syn_date_word_read(at, (size_t)(end - at), &word);
        if (bytes == 2 && (memcmp(at, "ON", 2) == 0 || memcmp(at, "IN", 2) == 0))
            return true;
        if (bytes >= 5 && (word.kind == SYN_DATE_WORD_WEEKDAY || word.kind == SYN_DATE_WORD_MONTH))
            return true;
    }
    return false;
}

/* Where the date of a dateline may end at the latest: behind the first four digits, at a bracket, a slash or a
 * dash, and with a dash behind brackets and slashes ("(AP) —", "/Newswire/ --"); NULL when there is no such end. */
static const char *find_close(line l)
{
    const char *at = l.at, *end = l.end;
    size_t digits = 0;

    for (; at < end && digits < 4; at++)
        digits = is_digit(*at) ? digits + 1 : 0;
    for (; at < end && *at != '(' && dash_at(at, end) == 0; at++)
        if (*at == '/' && at[-1] == ' ')
            break;
    if (at == end || digits < 4)
        return NULL;
    if (dash_at(at, end) > 0)
        return at;
    const char *shut = memchr(at + 1, *at == '(' ? ')' : '/', (size_t)(end - at - 1));
    if (!shut)
        return NULL;
    while (++shut < end && is_blank(*shut))
        ;
    return shut < end && dash_at(shut, end) > 0 ? at : NULL;
}

/* Between place and close stand perhaps a state or land, and the date: each comma or dash is tried. */
static bool read_dateline(line l, syn_date *out)
{
    if (l.end - l.at > DATELINE_BYTES)
        l.end = l.at + DATELINE_BYTES;
    const char *at = skip_place(l);
    const char *close = at ? find_close((line){at, l.end}) : NULL;
    if (!close || is_sentence(l.at, at))
        return false;
    for (unsigned tries = 0; at < close && tries < 4; at++) {
        const size_t dash = *at == ',' ? 1 : dash_at(at, close);
        if (dash == 0)
            continue;
        if (parse((line){at + dash, close}, "dateline", SYN_DATE_DAY, out))
            return true;
        tries++;
        at += dash - 1;
    }
    return false;
}

/* Whether a line has as many words as a paragraph of the body. */
static bool is_body(line l)
{
    size_t words = 0;

    for (const char *at = l.at; at < l.end && words < BODY_WORDS; at++)
        words += !is_blank(*at) && (at + 1 == l.end || is_blank(at[1]));
    return words == BODY_WORDS;
}

static void read_head(const char *at, const char *end, heading *h)
{
    size_t lines = 0, paragraphs = 0;
    bool blank = true, body = false;

    while (at < end && ((!body && lines < HEAD_LINES) || paragraphs < HEAD_PARAGRAPHS)) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const line l = trim((line){at, newline ? newline : end});
        at = newline ? newline + 1 : end;
        if (l.at == l.end) {
            blank = true;
            continue;
        }
        const bool long_line = is_body(l);
        paragraphs += blank || long_line;
        blank = false;
        body = body || long_line;
        if (lines == 0 && read_first_line(l, &h->labelled))
            return;
        if (!body && lines < HEAD_LINES)
            read_head_line(l, h);
        lines++;
        if (paragraphs <= HEAD_PARAGRAPHS && lines <= 2 * HEAD_LINES && read_dateline(l, &h->placed))
            return;
    }
}

void syn_heading_date(const char *text, size_t count, syn_date *out)
{
    heading h = {0};
    const char *end = text + (count < HEAD_BYTES ? count : HEAD_BYTES);

    if (count >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        text += 3;
    read_head(text, end, &h);
    if (h.labelled.precision != SYN_DATE_NONE)
        *out = h.labelled;
    else if (h.bare.precision != SYN_DATE_NONE && !h.differ)
        *out = h.bare;
    else if (h.placed.precision != SYN_DATE_NONE)
        *out = h.placed;
    else if (h.changed.precision != SYN_DATE_NONE)
        *out = h.changed;
}
