/* Tables with an object a line. Lists are arrays here; all else is as in CSV, but nothing needs to be made harmless
 * for spreadsheets. */

#include "report/escape.h"
#include "report/json.h"
#include "report/stream.h"
#include "report/table.h"

#include <string.h>

static void put_numbers(syn_buf *buf, const syn_table_row *row)
{
    syn_buf_add(buf, "[", 1);
    for (size_t i = 0; i < row->number_count; i++) {
        syn_buf_add(buf, ",", i > 0);
        syn_json_whole(buf, row->numbers[i]);
    }
    syn_buf_add(buf, "]", 1);
}

static void put_texts(syn_buf *buf, const syn_table_row *row)
{
    syn_buf_add(buf, "[", 1);
    for (size_t i = 0; i < row->text_count; i++) {
        syn_buf_add(buf, ",", i > 0);
        syn_escape_json(buf, row->texts[i], strlen(row->texts[i]));
    }
    syn_buf_add(buf, "]", 1);
}

static void put_cell(syn_buf *buf, const syn_table_row *row, const syn_cell *cell)
{
    if (syn_cell_write(cell, buf))
        return;
    if (cell->type == SYN_CELL_TEXT)
        syn_escape_json(buf, cell->text.at, cell->text.count);
    else if (cell->type == SYN_CELL_NUMBERS)
        put_numbers(buf, row);
    else if (cell->type == SYN_CELL_TEXTS)
        put_texts(buf, row);
    else
        syn_buf_text(buf, "null");
}

static void put_row(syn_buf *buf, const syn_table *table, const syn_table_row *row)
{
    syn_buf_text(buf, "{\"type\":\"");
    syn_buf_text(buf, table->type);
    for (size_t i = 0; i < table->column_count; i++) {
        syn_buf_text(buf, i > 0 ? ",\"" : "\",\"");
        syn_buf_text(buf, table->columns[i]);
        syn_buf_text(buf, "\":");
        put_cell(buf, row, &row->cells[i]);
    }
    syn_buf_text(buf, "}\n");
}

syn_status syn_report_jsonl(const syn_result *result, const syn_jsonl *jsonl, const syn_sink *sink, syn_error *error)
{
    syn_table_row row = {.view = syn_result_get(result)};
    const syn_table *table = syn_table_get(row.view, jsonl ? jsonl->table : SYN_TABLE_DEFAULT);
    syn_stream stream = {.sink = sink};
    while (syn_stream_settle(&stream) && syn_table_next(table, &row))
        put_row(&stream.buf, table, &row);
    if (table->kind == SYN_TABLE_PAIRS && row.view->pairs_left_out > 0) {
        syn_buf_text(&stream.buf, "{\"type\":\"left_out\",\"pairs\":");
        syn_json_whole(&stream.buf, row.view->pairs_left_out);
        syn_buf_text(&stream.buf, "}\n");
    }
    if (row.failed)
        stream.status = SYN_MEMORY;
    syn_table_release(&row);
    return syn_stream_close(&stream, error);
}
