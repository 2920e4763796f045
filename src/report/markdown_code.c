#include "report/markdown.h"

#include "report/cells.h"
#include "report/sheet.h"

#include <string.h>

enum { TEXT_CELLS = 1200, LINE_CELLS = 96 };

void syn_markdown_put(syn_markdown_out *out, const char *text)
{
    syn_buf_text(&out->part, text);
}

void syn_markdown_count(syn_markdown_out *out, uint64_t value, const char *one, const char *many)
{
    char number[32];
    syn_markdown_put(out, syn_sheet_number(value, number));
    syn_markdown_put(out, value == 1 ? one : many);
}

bool syn_markdown_settle(syn_markdown_out *out)
{
    bool fits = out->part.len <= out->room;
    if (out->part.failed || out->text.failed)
        out->stream.status = SYN_MEMORY;
    else if (fits && out->part.len > 0)
        syn_buf_add(&out->stream.buf, out->part.bytes, out->part.len);
    out->room -= fits ? out->part.len : 0;
    syn_buf_clear(&out->part);
    return fits && syn_stream_settle(&out->stream);
}

/* Fences */

static size_t longest_run(const char *text, size_t count)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < count; i++) {
        run = text[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

static void put_fence(syn_markdown_out *out, size_t count)
{
    while (count-- > 0)
        syn_markdown_put(out, "`");
}

/** A code span of clean text without pipes; spaces keep backticks at its ends apart from the fence. */
static void put_span(syn_markdown_out *out, const char *text, size_t count)
{
    size_t fence = longest_run(text, count) + 1;
    bool padded = text[0] == '`' || text[count - 1] == '`' || text[0] == ' ' || text[count - 1] == ' ';
    put_fence(out, fence);
    syn_markdown_put(out, padded ? " " : "");
    syn_buf_add(&out->part, text, count);
    syn_markdown_put(out, padded ? " " : "");
    put_fence(out, fence);
}

/** Writes out->text as code. */
static void put_code(syn_markdown_out *out)
{
    const char *text = out->text.bytes;
    size_t count = out->text.failed ? 0 : out->text.len;
    for (size_t at = 0; at < count;) {
        const char *pipe = memchr(text + at, '|', count - at);
        size_t end = pipe ? (size_t)(pipe - text) : count;
        if (end > at)
            put_span(out, text + at, end - at);
        syn_markdown_put(out, pipe ? "&#124;" : "");
        at = end + (pipe != NULL);
    }
}

void syn_markdown_text(syn_markdown_out *out, const char *text, size_t cells)
{
    syn_buf_clear(&out->text);
    syn_sheet_cut(&out->text, text, strlen(text), cells);
    put_code(out);
}

void syn_markdown_name(syn_markdown_out *out, uint32_t document)
{
    syn_buf_clear(&out->text);
    syn_remark_name(&out->remarks, document, &out->text);
    put_code(out);
}

/* Blocks */

static void put_lines(syn_markdown_out *out)
{
    size_t at = 0, cells = 0;
    syn_cells_word word;
    while (syn_cells_next(out->text.bytes, out->text.len, LINE_CELLS, &at, &word)) {
        bool breaks = cells > 0 && cells + word.spaced + word.cells > LINE_CELLS;
        bool space = cells > 0 && word.spaced && !breaks;
        syn_markdown_put(out, breaks ? "\n" : space ? " " : "");
        cells = (breaks ? 0 : cells + space) + word.cells;
        syn_buf_add(&out->part, out->text.bytes + word.begin, word.end - word.begin);
    }
}

void syn_markdown_block(syn_markdown_out *out, syn_slice text)
{
    syn_buf_clear(&out->text);
    syn_sheet_cut(&out->text, text.at, text.count, TEXT_CELLS);
    if (out->text.failed || out->text.len == 0)
        return;
    size_t fence = longest_run(out->text.bytes, out->text.len) + 1;
    fence = fence < 3 ? 3 : fence;
    syn_markdown_put(out, "\n");
    put_fence(out, fence);
    syn_markdown_put(out, "text\n");
    put_lines(out);
    syn_markdown_put(out, "\n");
    put_fence(out, fence);
    syn_markdown_put(out, "\n");
}
