/** How a text is cut: blank lines make blocks, line ends of a block paragraphs, full stops sentences.
 *
 *  Whether a line was wrapped is told by its block: where the longest line has the length of wrapped
 *  ones, a line is full if the next line's first word would not have fitted behind it. Every step looks forward
 *  over what it takes, and back or ahead over one word.
 */
#include "text/layout.h"

#include "base/alloc.h"
#include "syndic/result.h"
#include "text/shortening.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Columns that the longest line of a wrapped block has. */
#define WRAP_LEAST 40
#define WRAP_MOST 100
typedef struct builder {
    const unsigned char *text;
    uint32_t bytes;
    unsigned char line_end; /* '\n', or '\r' in a text that has no other */
    syn_layout *out;
} builder;

/* 1: a full stop; 2: the first byte of characters some of which are. */
static const unsigned char stops[256] = {
    ['.'] = 1, ['!'] = 1, ['?'] = 1, [0xd6] = 2, [0xd8] = 2, [0xdb] = 2,
    [0xe0] = 2, [0xe1] = 2, [0xe2] = 2, [0xe3] = 2, [0xef] = 2,
};

/* Bytes of the blank at `at`, or 0: white space of any width, and what has none. */
static unsigned blank_at(const unsigned char *t, uint32_t at, uint32_t end)
{
    if (t[at] == ' ' || (t[at] >= '\t' && t[at] <= '\r'))
        return 1;
    if (t[at] == 0xc2 && at + 1 < end && (t[at + 1] == 0xa0 || t[at + 1] == 0x85))
        return 2;
    if (t[at] < 0xe2 || at + 2 >= end)
        return 0;
    uint32_t c = (uint32_t)t[at] << 16 | (uint32_t)t[at + 1] << 8 | t[at + 2];
    bool is = (c >= 0xe28080 && c <= 0xe2808b) || c == 0xe280a8 || c == 0xe280a9 || c == 0xe280af || c == 0xe38080 ||
              c == 0xefbbbf;
    return is ? 3 : 0;
}

static uint32_t skip_blanks(const unsigned char *t, uint32_t at, uint32_t end)
{
    for (unsigned step; at < end && (step = blank_at(t, at, end)) > 0;)
        at += step;
    return at;
}

/* The end of [begin, end) without the blanks behind it. */
static uint32_t trim_end(const unsigned char *t, uint32_t begin, uint32_t end)
{
    for (;;) {
        if (end > begin && blank_at(t, end - 1, end) == 1)
            end -= 1;
        else if (end >= begin + 2 && blank_at(t, end - 2, end) == 2)
            end -= 2;
        else if (end >= begin + 3 && blank_at(t, end - 3, end) == 3)
            end -= 3;
        else
            return end;
    }
}

/* Bytes of the full stop at `at`, or 0. */
static unsigned stop_at(const unsigned char *t, uint32_t at, uint32_t end)
{
    unsigned kind = stops[t[at]];
    if (kind < 2)
        return kind;
    if (at + 1 < end && t[at] < 0xe0) {
        unsigned c = (unsigned)t[at] << 8 | t[at + 1];
        return c == 0xd689 || c == 0xd89f || c == 0xdb94 ? 2 : 0; /* ։ ؟ ۔ */
    }
    if (t[at] < 0xe0 || at + 2 >= end)
        return 0;
    switch ((uint32_t)t[at] << 16 | (uint32_t)t[at + 1] << 8 | t[at + 2]) {
    case 0xe280a6: case 0xe280bc: case 0xe280bd: case 0xe38082: /* … ‼ ‽ 。 */
    case 0xefbc81: case 0xefbc9f: case 0xefbc8e: case 0xefbda1: /* ！ ？ ． ｡ */
    case 0xe0a5a4: case 0xe0a5a5: case 0xe18da2: case 0xe18da7: case 0xe19f94: /* । ॥ ። ፧ ។ */
        return 3;
    default:
        return 0;
    }
}

/* Bytes of the closing mark at `at`, or 0. */
static unsigned closer_at(const unsigned char *t, uint32_t at, uint32_t end)
{
    if (t[at] == '"' || t[at] == '\'' || t[at] == ')' || t[at] == ']')
        return 1;
    if (t[at] == 0xc2 && at + 1 < end && t[at + 1] == 0xbb)
        return 2;
    if (t[at] < 0xe2 || at + 2 >= end)
        return 0;
    switch ((uint32_t)t[at] << 16 | (uint32_t)t[at + 1] << 8 | t[at + 2]) {
    case 0xe28099: case 0xe2809d: case 0xe2809c: case 0xe280ba: case 0xe3808d: /* ’ ” “ › 」 */
    case 0xe3808f: case 0xefbc89: case 0xefbc82: case 0xefbda3: /* 』 ） ＂ ｣ */
        return 3;
    default:
        return 0;
    }
}

static bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static bool is_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
static bool in_word(unsigned char c) { return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9') || c >= 0x80; }

/* Where the sentence ends whose full stop is at `dot`, or 0 when it goes on. */
static uint32_t sentence_end(const builder *b, uint32_t begin, uint32_t dot, uint32_t end)
{
    const unsigned char *t = b->text;
    uint32_t at = dot, stop = dot;
    unsigned step;
    bool wide = t[dot] >= 0xe3, closed = false;
    while (at < end && (step = stop_at(t, at, end)) > 0)
        stop = at, at += step;
    bool plain = t[stop] == '.' && stop == dot;
    for (; at < end && (step = closer_at(t, at, end)) > 0; closed = true)
        at += step;
    uint32_t next = skip_blanks(t, at, end);
    if (next == end)
        return at;
    if (wide) /* 「…。」と言った goes on */
        return closed && next + 2 < end && memcmp(t + next, "\343\201\250", 3) == 0 ? 0 : at;
    if (next == at && !(plain && !closed && dot >= begin + 2 && is_lower(t[dot - 1]) && is_lower(t[dot - 2]) &&
                        is_upper(t[next]) && next + 1 < end && !is_upper(t[next + 1]) && t[next + 1] != '.'))
        return 0;
    uint32_t open = next;
    while (open < end && !in_word(t[open]) && blank_at(t, open, end) == 0)
        open++;
    if (open == end || is_lower(t[open]) || (t[open] == 0xc3 && open + 1 < end && t[open + 1] >= 0x9f) ||
        (t[open] == 0xd0 && open + 1 < end && t[open + 1] >= 0xb0) || t[open] == 0xd1)
        return open == end ? at : 0;
    return plain && syn_shortening_at((const char *)t, begin, dot, open, end) ? 0 : at;
}

static syn_status add_sentence(builder *b, uint32_t begin, uint32_t end)
{
    syn_layout *o = b->out;
    const size_t need = o->sentence_count + (size_t)1;
    if (!syn_alloc_room((void **)&o->sentences, &o->sentence_capacity, need, sizeof *o->sentences) ||
        !syn_alloc_room((void **)&o->paragraph_of, &o->of_capacity, need, sizeof *o->paragraph_of))
        return SYN_MEMORY;
    o->sentences[o->sentence_count] = (syn_reach){begin, end};
    o->paragraph_of[o->sentence_count++] = o->paragraph_count - 1;
    return SYN_OK;
}

/* Cuts [begin, end), which begins and ends without blanks, into sentences. */
static syn_status add_paragraph(builder *b, uint32_t begin, uint32_t end)
{
    syn_layout *o = b->out;
    syn_status status = SYN_OK;
    if (!syn_alloc_room((void **)&o->paragraphs, &o->paragraph_capacity, o->paragraph_count + (size_t)1,
                        sizeof *o->paragraphs))
        return SYN_MEMORY;
    o->paragraphs[o->paragraph_count++] = (syn_reach){begin, end};
    for (uint32_t at = begin; at < end && status == SYN_OK;) {
        unsigned step = 0;
        while (at < end && ((step = stops[b->text[at]]) == 0 || (step = stop_at(b->text, at, end)) == 0))
            at++;
        if (at == end)
            break;
        uint32_t stop = sentence_end(b, begin, at, end);
        if (stop > 0) {
            status = add_sentence(b, begin, stop);
            begin = at = skip_blanks(b->text, stop, end);
        } else {
            while (at < end && (step = stop_at(b->text, at, end)) > 0)
                at += step;
        }
    }
    return status == SYN_OK && begin < end ? add_sentence(b, begin, end) : status;
}

static uint32_t find_line_end(const builder *b, uint32_t at)
{
    const unsigned char *end = at < b->bytes ? memchr(b->text + at, b->line_end, b->bytes - at) : NULL;
    return end ? (uint32_t)(end - b->text) : b->bytes;
}

static uint32_t columns(const builder *b, uint32_t begin, uint32_t end)
{
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; i++)
        count += (b->text[i] & 0xc0) != 0x80;
    return count;
}

/* The longest line of the block that begins at `at`, in columns; WRAP_MOST + 1 when it is longer than that. */
static uint32_t block_width(const builder *b, uint32_t at)
{
    uint32_t width = 0;
    while (at < b->bytes && width <= WRAP_MOST) {
        uint32_t end = find_line_end(b, at), first = skip_blanks(b->text, at, end);
        uint32_t last = trim_end(b->text, first, end);
        if (first == last)
            break;
        uint32_t wide = last - first > 4 * WRAP_MOST ? WRAP_MOST + 1 : columns(b, first, last);
        width = wide > width ? wide : width;
        at = end < b->bytes ? end + 1 : end;
    }
    return width;
}

/* Whether the line begins with a word and a colon: "photo: Quill". */
static bool is_label(const builder *b, syn_reach line)
{
    uint32_t at = line.begin;
    while (at < line.end && in_word(b->text[at]))
        at++;
    return at < line.end && b->text[at] == ':';
}

/* Whether the text goes on from line a to line b: a was wrapped, or breaks off in mid-sentence. */
static bool goes_on(const builder *b, uint32_t width, bool blanks, syn_reach a, syn_reach next)
{
    const unsigned char *t = b->text;
    uint32_t last = a.end;
    while (last > a.begin && (t[last - 1] == '"' || t[last - 1] == '\'' || t[last - 1] == ')'))
        last--;
    bool ended = last > a.begin && t[last - 1] != '\0' && strchr(".!?:", t[last - 1]) != NULL;
    bool lower = is_lower(t[next.begin]) && a.end - a.begin >= WRAP_LEAST && !is_label(b, next);
    if (!ended && (t[a.end - 1] == ',' || lower))
        return true;
    if (width < WRAP_LEAST || width > WRAP_MOST || (ended && !blanks))
        return false;
    uint32_t word = next.begin;
    while (word < next.end && t[word] != ' ')
        word++;
    return columns(b, a.begin, a.end) + 1 + columns(b, next.begin, word) > (ended ? width : width * 3 / 4);
}

/* Cuts the block of lines that begins at `at` into paragraphs; where it ends. */
static syn_status add_block(builder *b, uint32_t *at, bool blanks)
{
    const uint32_t width = block_width(b, *at);
    syn_reach whole = {0}, line = {0};
    syn_status status = SYN_OK;
    while (*at < b->bytes && status == SYN_OK) {
        uint32_t end = find_line_end(b, *at), first = skip_blanks(b->text, *at, end);
        syn_reach next = {first, trim_end(b->text, first, end)};
        *at = end < b->bytes ? end + 1 : end;
        if (next.begin == next.end)
            break;
        if (whole.end > 0 && !goes_on(b, width, blanks, line, next)) {
            status = add_paragraph(b, whole.begin, whole.end);
            whole = (syn_reach){0};
        }
        whole = (syn_reach){whole.end > 0 ? whole.begin : next.begin, next.end};
        line = next;
    }
    return status == SYN_OK && whole.end > 0 ? add_paragraph(b, whole.begin, whole.end) : status;
}

/* Whether blank lines part the text. */
static bool has_blank_lines(const builder *b)
{
    bool text = false;
    for (uint32_t at = 0, end; at < b->bytes; at = end < b->bytes ? end + 1 : end) {
        end = find_line_end(b, at);
        if (skip_blanks(b->text, at, end) < end)
            text = true;
        else if (text && end < b->bytes)
            return true;
    }
    return false;
}

syn_status syn_layout_make(const char *text, size_t bytes, syn_layout *out)
{
    if (bytes > UINT32_MAX)
        return SYN_LIMIT;
    builder b = {(const unsigned char *)text, (uint32_t)bytes, '\n', out};
    if (bytes > 0 && memchr(text, '\n', bytes) == NULL && memchr(text, '\r', bytes) != NULL)
        b.line_end = '\r';
    out->paragraph_count = out->sentence_count = 0;
    bool blanks = has_blank_lines(&b);
    syn_status status = SYN_OK;
    for (uint32_t at = 0; at < b.bytes && status == SYN_OK;)
        status = add_block(&b, &at, blanks);
    return status;
}

void syn_layout_release(syn_layout *layout)
{
    free(layout->paragraphs);
    free(layout->sentences);
    free(layout->paragraph_of);
    *layout = (syn_layout){0};
}

/* The first reach that ends behind `at`, else the last. */
static uint32_t reach_at(const syn_reach *reaches, uint32_t count, uint32_t at)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (reaches[middle].end > at)
            high = middle;
        else
            low = middle + 1;
    }
    return count == 0 ? SYN_NONE : low < count ? low : count - 1;
}

uint32_t syn_layout_sentence(const syn_layout *layout, uint32_t at)
{
    return reach_at(layout->sentences, layout->sentence_count, at);
}

uint32_t syn_layout_paragraph(const syn_layout *layout, uint32_t at)
{
    return reach_at(layout->paragraphs, layout->paragraph_count, at);
}
