/** The tables of a result: what rows there are, what columns, and what stands where. csv.c and jsonl.c write them.
 *
 *      const syn_table *table = syn_table_get(view, SYN_TABLE_DEFAULT);
 *      syn_table_row row = {.view = view};
 *      while (syn_table_next(table, &row))
 *          for (size_t i = 0; i < table->column_count; i++)
 *              ... table->columns[i], row.cells[i] ...
 *      syn_table_release(&row);
 *
 *  Texts of passages and credits are made one line (syn_escape_line) and cut to SYN_TABLE_CHARACTERS; names, ids
 *  and paths are as they are: who writes them makes them fit. A text that is gone leaves its cell empty, but for the
 *  representative's, of which the result keeps an excerpt.
 *
 *  Owns    a row owns its buffers; what its cells point to is good until the next.
 *  Fails   syn_table_next returns false at the end, and with row.failed set when memory is short.
 */
#ifndef SYN_REPORT_TABLE_H
#define SYN_REPORT_TABLE_H

#include "base/buf.h"
#include "report/view.h"
#include "syndic/report.h"

enum {
    SYN_TABLE_COLUMNS = 20,    /**< at most */
    SYN_TABLE_CHARACTERS = 500
};

typedef enum syn_cell_type {
    SYN_CELL_NONE,
    SYN_CELL_TEXT,     /**< of others */
    SYN_CELL_WHOLE,
    SYN_CELL_FIXED,    /**< with so many decimals as the canonical result has */
    SYN_CELL_TRUTH,    /**< whole is 0 or 1 */
    SYN_CELL_NUMBERS,  /**< row.numbers */
    SYN_CELL_TEXTS     /**< row.texts */
} syn_cell_type;

typedef struct syn_cell {
    syn_cell_type type;
    syn_slice text;
    uint64_t whole;
    double fixed;
    unsigned decimals;
} syn_cell;

typedef struct syn_table_row {
    const syn_result_view *view;
    size_t next;       /**< item */
    size_t passage;    /**< of the witness, in a table of witnesses */
    syn_cell cells[SYN_TABLE_COLUMNS];
    uint32_t *numbers;
    size_t number_count, number_capacity;
    const char **texts;
    size_t text_count, text_capacity;
    char dates[2][40];
    char source[16];
    syn_buf text;
    bool failed;
} syn_table_row;

typedef struct syn_table {
    syn_table_kind kind;
    const char *name, *type;     /**< of the table, and of one row */
    const char *const *columns;
    size_t column_count;
    size_t (*count)(const syn_result_view *view);
    void (*fill)(syn_table_row *row, size_t item);
} syn_table;

/** Writes a number or a truth, which no format writes otherwise; false, and nothing written, for other cells. */
bool syn_cell_write(const syn_cell *cell, syn_buf *buf);

/** Never NULL. */
const syn_table *syn_table_get(const syn_result_view *view, syn_table_kind kind);
bool syn_table_next(const syn_table *table, syn_table_row *row);
void syn_table_release(syn_table_row *row);

#endif
