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

syn_status syn_input_read(const syn_input *input, char *to, size_t room, size_t *got, syn_error *error)
{
    size_t count = 0;

    while (count < room) {
        const ssize_t step = read(input->fd, to + count, room - count);
        if (step == 0)
            break;
        if (step > 0)
            count += (size_t)step;
        else if (errno != EINTR)
            return errno == EISDIR ? fail_folder(input->path, error) : fail_io(input->path, error);
    }
    *got = count;
    return SYN_OK;
}

/* Reads to the end, whatever `expected` said: files grow, and pipes say nothing. One byte more than
 * expected lets the last read find the end without growing. */
static syn_status read_all(const syn_input *input, size_t expected, syn_bytes *out, syn_error *error)
{
    char *at = NULL;
    size_t capacity = 0, count = 0, got = 0;
    syn_status status = SYN_OK;

    do {
        const size_t need = count ? count + MAP_BYTES : expected + 1;
        if (!syn_alloc_room((void **)&at, &capacity, need, 1))
            status = syn_fail_memory(error);
        else
            status = syn_input_read(input, at + count, capacity - count, &got, error);
        count += got;
    } while (status == SYN_OK && count == capacity);
    if (status == SYN_OK)
        *out = (syn_bytes){at, count, false};
    else
        free(at);
    return status;
}

static bool is_input(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* Standard input may stand in the middle of its file; a map would begin at the beginning. */
static syn_status take_regular(syn_input *input, syn_error *error)
{
    struct stat about;

    if (fstat(input->fd, &about) != 0)
        return fail_io(input->path, error);
    if (S_ISDIR(about.st_mode))
        return fail_folder(input->path, error);
    if (is_input(input->path) || !S_ISREG(about.st_mode))
        return SYN_OK;
    if (!map_all(input->fd, &about, &input->bytes)) {
        const bool told = about.st_size > 0 && (uintmax_t)about.st_size < (uintmax_t)PTRDIFF_MAX;
        const size_t expected = told ? (size_t)about.st_size : MAP_BYTES - 1;
        const syn_status status = read_all(input, expected, &input->bytes, error);
        if (status < 0)
            return status;
    }
    close(input->fd);
    input->fd = -1;
    return SYN_OK;
}

syn_status syn_input_open(syn_input *out, const char *path, syn_error *error)
{
    syn_input input = {.path = path, .fd = STDIN_FILENO};

    *out = (syn_input){.fd = -1};
    if (!is_input(path))
        input.fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (input.fd < 0)
        return fail_io(path, error);
    const syn_status status = take_regular(&input, error);
    if (status < 0)
        syn_input_release(&input);
    else
        *out = input;
    return status;
}

void syn_input_release(syn_input *input)
{
    if (input->fd >= 0 && !is_input(input->path))
        close(input->fd);
    syn_bytes_release(&input->bytes);
    *input = (syn_input){.fd = -1};
}

syn_status syn_file_read(const char *path, syn_bytes *out, syn_error *error)
{
    syn_input input;
    syn_status status = syn_input_open(&input, path, error);

    if (status == SYN_OK && input.fd >= 0)
        status = read_all(&input, MAP_BYTES - 1, &input.bytes, error);
    if (status == SYN_OK) {
        *out = input.bytes;
        input.bytes = (syn_bytes){0};
    }
    syn_input_release(&input);
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

void syn_bytes_forget(const syn_bytes *bytes, size_t begin, size_t end)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    const size_t from = (begin + page - 1) / page * page, to = end / page * page;

    if (bytes->mapped && from < to)
        madvise(bytes->at + from, to - from, MADV_DONTNEED);
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
