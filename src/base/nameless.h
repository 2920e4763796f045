/** A temporary file without a name: whatever ends the process, nothing stays behind.
 *
 *      syn_nameless file = {0};
 *      syn_nameless_open(&file, folder, &error);
 *      syn_nameless_add(&file, bytes, count, &error);         // behind what there is
 *      syn_nameless_get(&file, 20, 4, bytes, &error);
 *      syn_nameless_close(&file);
 *
 *  Made with O_TMPFILE; where a file system cannot do that, a file is made and its name taken away at once.
 *  Get and put may run in several threads at once, of different bytes, as long as nothing is added.
 *
 *  Owns    the file, which is gone when it is closed; the folder's name is the caller's and outlives it.
 *  Fails   SYN_IO, for a full disk with the bytes that did not fit; SYN_INPUT for bytes that are no longer there.
 *          What is added after a failure of adding stands behind the bytes that were written.
 *  Cost    a system call each: bytes are added, read and put in large pieces.
 */
#ifndef SYN_BASE_NAMELESS_H
#define SYN_BASE_NAMELESS_H

#include "syndic/base.h"

#include <stdbool.h>

typedef struct syn_nameless {
    const char *folder;
    uint64_t bytes; /**< in the file */
    int fd;
    bool is_open;
} syn_nameless;

syn_status syn_nameless_open(syn_nameless *file, const char *folder, syn_error *error);
void syn_nameless_close(syn_nameless *file);
syn_status syn_nameless_add(syn_nameless *file, const void *bytes, size_t count, syn_error *error);
/** Bytes [at, at + count), all of which were added. */
syn_status syn_nameless_get(const syn_nameless *file, uint64_t at, size_t count, void *bytes, syn_error *error);
syn_status syn_nameless_put(const syn_nameless *file, uint64_t at, size_t count, const void *bytes, syn_error *error);
/** The message for a file that holds something else than was written; returns SYN_INPUT. */
syn_status syn_nameless_garbled(const syn_nameless *file, uint64_t at, syn_error *error);

#endif
