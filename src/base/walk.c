/* The walk keeps a stack of paths still to visit. A folder on top is replaced by its entries, last
 * name lowest, and closed before any of them is looked at: depth costs neither descriptors nor stack. */
#include "base/file.h"

#include "base/alloc.h"
#include "base/error.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct stack {
    char **paths;
    size_t count, capacity;
} stack;

static int later_first(const void *a, const void *b)
{
    return strcmp(*(char *const *)b, *(char *const *)a);
}

static char *join(const char *folder, const char *name)
{
    const size_t a = strlen(folder), b = strlen(name);
    const bool slash = a > 0 && folder[a - 1] != '/';
    char *path = syn_alloc(a + slash + b + 1, 1);

    if (!path)
        return NULL;
    memcpy(path, folder, a);
    if (slash)
        path[a] = '/';
    memcpy(path + a + slash, name, b + 1);
    return path;
}

static bool push(stack *s, const char *folder, const char *name)
{
    char *path;

    if (!syn_alloc_room((void **)&s->paths, &s->capacity, s->count + 1, sizeof *s->paths))
        return false;
    path = join(folder, name);
    if (!path)
        return false;
    s->paths[s->count++] = path;
    return true;
}

/* Pushes what is in `folder`. SYN_IO, with errno set and nothing pushed, when it cannot be listed. */
static syn_status push_entries(stack *s, const char *folder)
{
    DIR *open_folder = opendir(folder);
    const size_t first = s->count;
    struct dirent *entry;
    syn_status status = SYN_OK;
    int why = 0;

    if (!open_folder)
        return errno == ENOMEM ? SYN_MEMORY : SYN_IO;
    while (status == SYN_OK && (errno = 0, entry = readdir(open_folder)))
        if (entry->d_name[0] != '.' && !push(s, folder, entry->d_name))
            status = SYN_MEMORY;
    if (status == SYN_OK && errno != 0) {
        why = errno;
        status = SYN_IO;
    }
    closedir(open_folder);
    while (status != SYN_OK && s->count > first)
        free(s->paths[--s->count]);
    if (s->count > first + 1)
        qsort(s->paths + first, s->count - first, sizeof *s->paths, later_first);
    errno = why;
    return status;
}

/* Why a path that is no folder is passed over; NULL for a file that can be read. */
static const char *why_not(const char *path, const struct stat *link)
{
    struct stat about = *link;

    if (S_ISLNK(link->st_mode) && stat(path, &about) != 0)
        return errno == ENOENT ? "is a symbolic link to nothing" : strerror(errno);
    if (S_ISDIR(about.st_mode))
        return "is a symbolic link to a folder";
    if (!S_ISREG(about.st_mode))
        return "is not a regular file";
    return faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0 ? NULL : strerror(errno);
}

static syn_status visit(stack *s, const char *path, syn_file_each *each, void *context, syn_error *error)
{
    struct stat link;

    if (lstat(path, &link) != 0)
        return each(context, path, strerror(errno));
    if (!S_ISDIR(link.st_mode))
        return each(context, path, why_not(path, &link));
    const syn_status status = push_entries(s, path);
    if (status == SYN_IO)
        return each(context, path, strerror(errno));
    return status == SYN_OK ? SYN_OK : syn_fail_memory(error);
}

syn_status syn_file_walk(const char *folder, syn_file_each *each, void *context, syn_error *error)
{
    stack s = {0};
    syn_status status = push_entries(&s, folder);

    if (status == SYN_MEMORY)
        syn_fail_memory(error);
    if (status == SYN_IO)
        syn_fail(error, SYN_IO, "%s: cannot be listed: %s (check the path and the rights)", folder,
                 strerror(errno));
    while (status == SYN_OK && s.count > 0) {
        char *path = s.paths[--s.count];
        status = visit(&s, path, each, context, error);
        free(path);
    }
    while (s.count > 0)
        free(s.paths[--s.count]);
    free(s.paths);
    return status;
}
