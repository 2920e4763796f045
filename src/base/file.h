/** Whole files in memory, pipes some bytes at a time, and folders walked in byte order.
 *
 *      syn_bytes bytes = {0};
 *      if (syn_file_read(path, &bytes, &error) == SYN_OK) ... syn_bytes_release(&bytes);
 *
 *      syn_input input;
 *      syn_input_open(&input, path, &error);
 *      if (input.fd >= 0) ... syn_input_read(&input, to, room, &got, &error) until nothing is got; else input.bytes ...
 *      syn_input_release(&input);
 *
 *  Owns    syn_bytes owns its memory, mapped or allocated; syn_input what it has open. `path` is the caller's.
 *  Fails   SYN_IO, SYN_MEMORY with a message; outputs are empty then.
 */
#ifndef SYN_BASE_FILE_H
#define SYN_BASE_FILE_H

#include "syndic/base.h"

#include <stdbool.h>

typedef struct syn_bytes {
    char *at;
    size_t count;
    bool mapped;
} syn_bytes;

/** Reads a regular file (mapped when large), a pipe, or standard input for "-". */
syn_status syn_file_read(const char *path, syn_bytes *out, syn_error *error);
void syn_bytes_release(syn_bytes *bytes);
/** Gives the whole pages between two places of mapped bytes back; they are read again when they are asked for. */
void syn_bytes_forget(const syn_bytes *bytes, size_t begin, size_t end);

/** A file on its way in: all of it when it is a regular one, otherwise a descriptor. */
typedef struct syn_input {
    const char *path;
    int fd;           /**< of a pipe or of standard input; -1 when `bytes` holds everything */
    syn_bytes bytes;
} syn_input;

syn_status syn_input_open(syn_input *out, const char *path, syn_error *error);
/** Fills the room but for the end of the input; waits for a pipe. */
syn_status syn_input_read(const syn_input *input, char *to, size_t room, size_t *got, syn_error *error);
void syn_input_release(syn_input *input);

/** What a path is: 0 a readable non-folder, 1 a folder, or SYN_IO with a message. */
int syn_file_kind(const char *path, syn_error *error);

/** Calls `each` for every regular file below `folder`, recursively, names in byte order, hidden names
 *  (leading dot) passed over, symbolic links to folders not followed. `why` is NULL for a file and
 *  otherwise says why the path is skipped (links to folders, pipes and what cannot be read). Both are
 *  good during the call only. Stops at the first negative status and returns it; SYN_IO when `folder`
 *  itself cannot be listed. */
typedef syn_status syn_file_each(void *context, const char *path, const char *why);
syn_status syn_file_walk(const char *folder, syn_file_each *each, void *context, syn_error *error);

#endif
