#include "cli/list.h"

#include "cli/file.h"
#include "cli/out.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Cuts the text at each separator and calls what is not empty a path; only counts when `at` is NULL. */
static size_t split(char *text, size_t count, char separator, const char **at)
{
    size_t paths = 0;
    for (size_t begin = 0; begin < count;) {
        char *stop = memchr(text + begin, separator, count - begin);
        size_t end = stop ? (size_t)(stop - text) : count, next = end + 1;
        if (separator == '\n' && end > begin && text[end - 1] == '\r')
            end--;
        if (end > begin) {
            if (at) {
                text[end] = '\0';
                at[paths] = text + begin;
            }
            paths++;
        }
        begin = next;
    }
    return paths;
}

static bool reads_stdin_once(const opt_values *values)
{
    size_t readers = values->files_from && strcmp(values->files_from, "-") == 0;
    for (size_t i = 0; i < values->paths.count; i++)
        readers += strcmp(values->paths.at[i], "-") == 0;
    for (size_t i = 0; i < values->against.count; i++)
        readers += strcmp(values->against.at[i], "-") == 0;
    for (size_t i = 0; i < values->ignored.count; i++)
        readers += strcmp(values->ignored.at[i], "-") == 0;
    return readers < 2 || out_error("-: standard input can be read once only (name \"-\" once)");
}

bool list_make(const opt_values *values, list_paths *out)
{
    if (!reads_stdin_once(values))
        return false;
    size_t bytes = 0, listed = 0;
    char separator = values->zero ? '\0' : '\n';
    list_paths paths = {.count = values->paths.count};
    if (values->files_from && !values->streams) {
        paths.text = file_read(values->files_from, &bytes);
        if (!paths.text)
            return out_error("%s: cannot be read: %s (check the path)", values->files_from, strerror(errno));
        if (separator == '\n' && memchr(paths.text, '\0', bytes)) {
            list_release(&paths);
            return out_error("%s: its paths end with NUL bytes (give -0 too)", values->files_from);
        }
        listed = split(paths.text, bytes, separator, NULL);
    }
    paths.at = calloc(paths.count + listed + 1, sizeof *paths.at);
    if (!paths.at) {
        list_release(&paths);
        return out_error("out of memory (close other programs)");
    }
    for (size_t i = 0; i < paths.count; i++)
        paths.at[i] = values->paths.at[i];
    if (listed)
        split(paths.text, bytes, separator, paths.at + paths.count);
    paths.count += listed;
    *out = paths;
    return true;
}

void list_release(list_paths *paths)
{
    free(paths->at);
    free(paths->text);
    *paths = (list_paths){0};
}
