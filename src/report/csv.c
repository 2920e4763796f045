/* Tables as RFC 4180 has them. A spreadsheet takes a field that begins with one of a few characters for a formula
 * (OWASP, "CSV injection"): an apostrophe before it makes it text. Where a decimal comma is written, spreadsheets cut
 * at semicolons, whatever quotes say: what stands behind one is treated as if a field began there. */

#include "base/error.h"
#include "report/escape.h"
#include "report/json.h"
#include "report/stream.h"
#include "report/table.h"

#include <string.h>

/** Whether a formula would begin with the character: = + - @, also in full width. */
static bool begins_formula(uint32_t c)
{
    return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xFF1D || c == 0xFF0B || c == 0xFF0D || c == 0xFF20;
}

static bool needs_quotes(const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bytes[i] == ' ' ? i == 0 || i + 1 == count : bytes[i] && strchr(",;\"'|\t\r\n", bytes[i]))
            return true;
    return false;
}

/** Text of others within a field: what steers, hides or is broken is U+FFFD. */
static void put_inside(syn_buf *buf, const char *bytes, size_t count)
{
    bool begins = true; /* nothing that a spreadsheet shows since a field began */
    for (size_t at = 0; at < count;) {
        unsigned length;
        uint32_t c = syn_escape_decode(bytes + at, count - at, &length);
        if (begins && (begins_formula(c) || c == '\t' || c == '\r' || c == '\n'))
            syn_buf_add(buf, "'", 1);
        begins = c == ';' || (begins && (c == ' ' || c == '"'));
        if (c == 0xFFFD || syn_error_steers(c))
            syn_buf_text(buf, "\xEF\xBF\xBD");
        else
            syn_buf_add(buf, bytes + at, length);
        if (c == '"')
            syn_buf_add(buf, "\"", 1);
        at += length;
    }
}

static void put_text(syn_buf *buf, const char *bytes, size_t count)
{
    bool quotes = needs_quotes(bytes, count);
    if (quotes)
        syn_buf_add(buf, "\"", 1);
    put_inside(buf, bytes, count);
    if (quotes)
        syn_buf_add(buf, "\"", 1);
}

static void put_numbers(syn_buf *buf, const syn_table_row *row)
{
    for (size_t i = 0; i < row->number_count; i++) {
        syn_buf_add(buf, " ", i > 0);
        syn_json_whole(buf, row->numbers[i]);
    }
}

/** All in one field; it begins with what the first begins with. */
static void put_texts(syn_buf *buf, const syn_table_row *row)
{
    if (row->text_count == 0)
        return;
    syn_buf_add(buf, "\"", 1);
    for (size_t i = 0; i < row->text_count; i++) {
        if (i > 0)
            syn_buf_text(buf, "; ");
        put_inside(buf, row->texts[i], strlen(row->texts[i]));
    }
    syn_buf_add(buf, "\"", 1);
}

static void put_cell(syn_buf *buf, const syn_table_row *row, const syn_cell *cell)
{
    if (syn_cell_write(cell, buf))
        return;
    if (cell->type == SYN_CELL_TEXT)
        put_text(buf, cell->text.at, cell->text.count);
    else if (cell->type == SYN_CELL_NUMBERS)
        put_numbers(buf, row);
    else if (cell->type == SYN_CELL_TEXTS)
        put_texts(buf, row);
}

syn_status syn_report_csv(const syn_result *result, const syn_csv *csv, const syn_sink *sink, syn_error *error)
{
    syn_table_row row = {.view = syn_result_get(result)};
    const syn_table *table = syn_table_get(row.view, csv ? csv->table : SYN_TABLE_DEFAULT);
    syn_stream stream = {.sink = sink};
    for (size_t i = 0; i < table->column_count; i++) {
        syn_buf_add(&stream.buf, ",", i > 0);
        syn_buf_text(&stream.buf, table->columns[i]);
    }
    syn_buf_text(&stream.buf, "\r\n");
    while (syn_stream_settle(&stream) && syn_table_next(table, &row)) {
        for (size_t i = 0; i < table->column_count; i++) {
            syn_buf_add(&stream.buf, ",", i > 0);
            put_cell(&stream.buf, &row, &row.cells[i]);
        }
        syn_buf_text(&stream.buf, "\r\n");
    }
    if (row.failed)
        stream.status = SYN_MEMORY;
    syn_table_release(&row);
    return syn_stream_close(&stream, error);
}
