/** A file as a whole.
 *
 *      size_t count;
 *      char *text = file_read("list.txt", &count); // "-" is standard input
 *      free(text);
 *
 *  Owns    the caller frees the text.  Fails   NULL, with errno set; nothing is said.
 */
#ifndef SYN_CLI_FILE_H
#define SYN_CLI_FILE_H

#include <stddef.h>

/** Reads to the end; a NUL stands behind the last byte. */
char *file_read(const char *path, size_t *count);

#endif
