/** The paths of a run: those on the command line, then those that --files-from names, unless they are streamed.
 *
 *  Owns    the array and the text of the list; paths of the command line are argv's.
 *  Fails   false, after one line on standard error.
 */
#ifndef SYN_CLI_LIST_H
#define SYN_CLI_LIST_H

#include "cli/opt.h"

typedef struct list_paths {
    const char **at;
    size_t count;
    char *text; /**< the list as read, its separators replaced by NUL */
} list_paths;

bool list_make(const opt_values *values, list_paths *out);
void list_release(list_paths *paths);

#endif
