#include "base/nameless.h"

#include "base/error.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int make(const char *folder)
{
    char path[4096];
    const int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
        return fd;
    if ((size_t)snprintf(path, sizeof path, "%s/syndic-XXXXXX", folder) >= sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    const int named = mkostemp(path, O_CLOEXEC);
    if (named >= 0)
        unlink(path);
    return named;
}

syn_status syn_nameless_open(syn_nameless *file, const char *folder, syn_error *error)
{
    const int fd = make(folder);

    if (fd < 0)
        return syn_fail(error, SYN_IO, "%s: no temporary file can be made: %s (name a folder that can be written)",
                        folder, strerror(errno));
    *file = (syn_nameless){.folder = folder, .fd = fd, .is_open = true};
    return SYN_OK;
}

void syn_nameless_close(syn_nameless *file)
{
    if (file->is_open)
        close(file->fd);
    *file = (syn_nameless){0};
}

/* How many of the bytes were written; errno says why not all. */
static size_t write_at(int fd, uint64_t at, const char *bytes, size_t count)
{
    size_t done = 0;

    while (done < count) {
        const ssize_t put = pwrite(fd, bytes + done, count - done, (off_t)(at + done));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            break;
        done += (size_t)put;
    }
    return done;
}

static syn_status fail_full(const syn_nameless *file, size_t left, syn_error *error)
{
    return syn_fail(error, SYN_IO, "%s: temporary files cannot be written: %s after %llu bytes, with %llu more at hand "
                                   "(make room, or name another folder for them)",
                    file->folder, strerror(errno), (unsigned long long)file->bytes, (unsigned long long)left);
}

syn_status syn_nameless_add(syn_nameless *file, const void *bytes, size_t count, syn_error *error)
{
    const size_t done = write_at(file->fd, file->bytes, bytes, count);

    file->bytes += done;
    return done == count ? SYN_OK : fail_full(file, count - done, error);
}

syn_status syn_nameless_put(const syn_nameless *file, uint64_t at, size_t count, const void *bytes, syn_error *error)
{
    assert(at <= file->bytes && count <= file->bytes - at);
    const size_t done = write_at(file->fd, at, bytes, count);
    return done == count ? SYN_OK : fail_full(file, count - done, error);
}

syn_status syn_nameless_get(const syn_nameless *file, uint64_t at, size_t count, void *bytes, syn_error *error)
{
    char *to = bytes;

    while (count > 0) {
        const ssize_t got = pread(file->fd, to, count, (off_t)at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return syn_fail(error, SYN_IO, "%s: a temporary file cannot be read: %s (check the disk)", file->folder,
                            strerror(errno));
        if (got == 0)
            return syn_nameless_garbled(file, at, error);
        to += got;
        at += (uint64_t)got;
        count -= (size_t)got;
    }
    return SYN_OK;
}

syn_status syn_nameless_garbled(const syn_nameless *file, uint64_t at, syn_error *error)
{
    return syn_fail(error, SYN_INPUT, "%s: a temporary file is cut short or garbled before byte %llu "
                                      "(check the disk, then run the command again)",
                    file->folder, (unsigned long long)at);
}
