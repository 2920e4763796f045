#include "base/file.h"

#include "base/alloc.h"
#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAP_BYTES = 64 << 10 };

static const char *name_of(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

static syn_status fail_io(const char *path, syn_error *error)
{
    const char *hint = errno == ENOENT ? "check the path" : "check the rights and the disk";
    return syn_fail(error, SYN_IO, "%s: cannot be read: %s (%s)", name_of(path), strerror(errno), hint);
}

static syn_status fail_folder(const char *path, syn_error *error)
{
    return syn_fail(error, SYN_IO, "%s: is a folder (name files, or use a command that takes folders)",
                    name_of(path));
}

/* Maps a whole regular file; false when that cannot be done, and reading still may. */
static bool map_all(int fd, const struct stat *about, syn_bytes *out)
{
    if (!S_ISREG(about->st_mode) || about->st_size < MAP_BYTES ||
        (uintmax_t)about->st_size > (uintmax_t)PTRDIFF_MAX)
        return false;
    void *at = mmap(NULL, (size_t)about->st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at == MAP_FAILED)
        return false;
    *out = (syn_bytes){at, (size_t)about->st_size, true};
    return true;
}

/* Reads to the end, whatever `expected` said: files grow, and pipes say nothing. One byte more than
 * expected lets the last read find the end without growing. */
static syn_status read_all(int fd, const char *path, size_t expected, syn_bytes *out, syn_error *error)
{
    char *at = NULL;
    size_t capacity = 0, count = 0;
    ssize_t got = 0;
    syn_status status = SYN_OK;

    if (!syn_alloc_room((void **)&at, &capacity, expected + 1, 1))
        return syn_fail_memory(error);
    for (;;) {
        if (count == capacity && !syn_alloc_room((void **)&at, &capacity, count + MAP_BYTES, 1)) {
            status = syn_fail_memory(error);
            break;
        }
        got = read(fd, at + count, capacity - count);
        if (got == 0)
            break;
        if (got > 0) {
            count += (size_t)got;
        } else if (errno != EINTR) {
            status = errno == EISDIR ? fail_folder(path, error) : fail_io(path, error);
            break;
        }
    }
    if (status == SYN_OK)
        *out = (syn_bytes){at, count, false};
    else
        free(at);
    return status;
}

static syn_status read_open(int fd, const char *path, syn_bytes *out, syn_error *error)
{
    struct stat about;
    size_t expected = MAP_BYTES - 1;

    if (fstat(fd, &about) != 0)
        return fail_io(path, error);
    if (S_ISDIR(about.st_mode))
        return fail_folder(path, error);
    /* Standard input may stand in the middle of its file; a map would begin at the beginning. */
    if (fd != STDIN_FILENO && map_all(fd, &about, out))
        return SYN_OK;
    if (S_ISREG(about.st_mode) && about.st_size > 0 && (uintmax_t)about.st_size < (uintmax_t)PTRDIFF_MAX)
        expected = (size_t)about.st_size;
    return read_all(fd, path, expected, out, error);
}

syn_status syn_file_read(const char *path, syn_bytes *out, syn_error *error)
{
    const bool is_input = strcmp(path, "-") == 0;
    const int fd = is_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

    if (fd < 0)
        return fail_io(path, error);
    const syn_status status = read_open(fd, path, out, error);
    if (!is_input)
        close(fd);
    return status;
}

void syn_bytes_release(syn_bytes *bytes)
{
    if (bytes->mapped)
        munmap(bytes->at, bytes->count);
    else
        free(bytes->at);
    *bytes = (syn_bytes){0};
}

int syn_file_kind(const char *path, syn_error *error)
{
    struct stat about;

    if (strcmp(path, "-") == 0)
        return 0;
    if (stat(path, &about) != 0)
        return fail_io(path, error);
    if (S_ISDIR(about.st_mode))
        return 1;
    return faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0 ? 0 : fail_io(path, error);
}
