/** A long array of items of one size: in memory while it is short, then in a file.
 *
 *      syn_column column = {0};
 *      syn_column_init(&column, sizeof(item), memory_bytes, folder);
 *      syn_column_add(&column, items, count, &error);             // behind the others
 *      syn_column_get(&column, 7, 1, &item, &error);
 *      syn_column_put(&column, 7, 1, &item, &error);              // what was added before
 *      syn_column_release(&column);
 *
 *  What is added is gathered and written in large pieces. Get and put of different items may run in several threads at
 *  once, as long as nothing is added. The file has no name (base/nameless.h): nothing stays behind.
 *
 *  Owns    its memory and its file; `folder` is the caller's and outlives it.
 *  Fails   SYN_MEMORY, SYN_IO (a full disk says how much was needed). After a failure a column can only be released.
 *  Cost    memory_bytes at most, and at least 64 KiB or an item. An item in the file costs a system call, a
 *          range of them one.
 */
#ifndef SYN_BASE_COLUMN_H
#define SYN_BASE_COLUMN_H

#include "base/nameless.h"

typedef struct syn_column {
    size_t item_bytes, memory_bytes;
    const char *folder;
    char *items;          /**< all of them, or those that are not in the file yet */
    size_t capacity;      /**< items */
    uint64_t count, filed; /**< items in all; those of them in the file, which are the first */
    syn_nameless file;    /**< opened when it is needed */
} syn_column;

void syn_column_init(syn_column *column, size_t item_bytes, size_t memory_bytes, const char *folder);
void syn_column_release(syn_column *column);
syn_status syn_column_add(syn_column *column, const void *items, size_t count, syn_error *error);
/** Items [first, first + count), all of which there are. */
syn_status syn_column_get(const syn_column *column, uint64_t first, size_t count, void *items, syn_error *error);
syn_status syn_column_put(syn_column *column, uint64_t first, size_t count, const void *items, syn_error *error);
/** Bytes in the file. */
uint64_t syn_column_bytes(const syn_column *column);

#endif
