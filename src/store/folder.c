#include "store/folder.h"

#include "base/alloc.h"
#include "base/error.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const char line_name[] = "syndic-index", next_name[] = "syndic-index.next", lock_name[] = "writer";

char *syn_folder_path(const char *folder, const char *name)
{
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = syn_alloc(size, 1);

    if (path != NULL)
        snprintf(path, size, "%s/%s", folder, name);
    return path;
}

char *syn_folder_environment(const char *folder, uint32_t generation)
{
    char name[32];

    snprintf(name, sizeof name, "g%06" PRIu32 ".mdb", generation);
    return syn_folder_path(folder, name);
}

/* The whole line file, at most `room` - 1 bytes; -1 when it cannot be read. */
static ssize_t read_line_file(const char *folder, char *text, size_t room)
{
    char *path = syn_folder_path(folder, line_name);
    ssize_t count = -1;

    if (path == NULL) {
        errno = ENOMEM;
        return -1;
    }
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    int why = errno;
    free(path);
    if (file >= 0) {
        count = read(file, text, room - 1);
        why = errno;
        close(file);
    }
    if (count >= 0)
        text[count] = '\0';
    errno = why;
    return count;
}

/* A line that is damaged, or not ours to read, makes no other folder of it: whoever opens it is told. */
bool syn_folder_is(const char *folder)
{
    char *path = syn_folder_path(folder, line_name);
    const bool there = path != NULL && access(path, F_OK) == 0;

    free(path);
    return there;
}

/* Whether a name is one that an index's writer makes. */
static bool is_environment(const char *name)
{
    size_t digits = name[0] == 'g' ? strspn(name + 1, "0123456789") : 0;

    return digits >= 6 &&
           (strcmp(name + 1 + digits, ".mdb") == 0 || strcmp(name + 1 + digits, ".mdb-lock") == 0);
}

bool syn_folder_owns(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    if (slash == NULL || (strcmp(name, line_name) != 0 && strcmp(name, next_name) != 0 && strcmp(name, lock_name) != 0 &&
                          !is_environment(name)))
        return false;
    char *folder = syn_alloc((size_t)(slash - path) + 1, 1);
    if (folder == NULL)
        return false;
    memcpy(folder, path, (size_t)(slash - path));
    folder[slash - path] = '\0';
    const bool owned = syn_folder_is(folder);
    free(folder);
    return owned;
}

/* The number behind `name` and a blank at *at, which moves behind its line end. */
static bool read_number(const char **at, const char *name, uint64_t *out)
{
    size_t count = strlen(name);
    uint64_t number = 0;

    if (strncmp(*at, name, count) != 0 || (*at)[count] != ' ')
        return false;
    const char *digit = *at + count + 1;
    if (*digit < '0' || *digit > '9')
        return false;
    for (; *digit >= '0' && *digit <= '9'; digit++) {
        if (number > (UINT64_MAX - 9) / 10)
            return false;
        number = number * 10 + (uint64_t)(*digit - '0');
    }
    *at = digit + 1;
    *out = number;
    return *digit == '\n';
}

syn_status syn_folder_read(const char *folder, syn_folder_line *out, syn_error *error)
{
    char text[128];
    const char *at = text;
    uint64_t version, generation, serial;

    if (read_line_file(folder, text, sizeof text) < 0)
        return errno == ENOENT || errno == ENOTDIR
                   ? syn_fail(error, SYN_INPUT, "%s: is no index (make one with syndic index add)", folder)
                   : syn_fail(error, SYN_IO, "%s/%s: cannot be read: %s (see its rights)", folder, line_name,
                              strerror(errno));
    if (!read_number(&at, "syndic-index", &version))
        return syn_fail(error, SYN_INPUT,
                        "%s/%s: is damaged (restore it, or make the index anew with syndic index add)",
                        folder, line_name);
    if (version != 1)
        return syn_fail(error, SYN_INPUT,
                        "%s: is an index of format %" PRIu64 ", this syndic reads 1 (use the syndic that made it, or "
                        "make it anew with syndic index add)", folder, version);
    if (!read_number(&at, "generation", &generation) || !read_number(&at, "serial", &serial) || *at != '\0' ||
        generation > 999999999)
        return syn_fail(error, SYN_INPUT,
                        "%s/%s: is damaged (restore it, or make the index anew with syndic index add)",
                        folder, line_name);
    *out = (syn_folder_line){.generation = (uint32_t)generation, .serial = serial};
    return SYN_OK;
}

bool syn_folder_sync(const char *folder)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = file >= 0 && (fsync(file) == 0 || errno == EINVAL);

    if (file >= 0)
        close(file);
    return done;
}

static bool write_file(const char *path, const char *text, bool synced)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

    if (file < 0)
        return false;
    size_t count = strlen(text), done = 0;
    while (done < count) {
        ssize_t step = write(file, text + done, count - done);
        if (step < 0 && errno != EINTR)
            break;
        done += step > 0 ? (size_t)step : 0;
    }
    bool whole = done == count && (!synced || fsync(file) == 0);
    return close(file) == 0 && whole;
}

syn_status syn_folder_write(const char *folder, const syn_folder_line *line, bool synced, syn_error *error)
{
    char text[128];
    char *path = syn_folder_path(folder, line_name), *next = syn_folder_path(folder, next_name);
    syn_status status = SYN_OK;

    snprintf(text, sizeof text, "syndic-index 1\ngeneration %" PRIu32 "\nserial %" PRIu64 "\n", line->generation,
             line->serial);
    if (path == NULL || next == NULL)
        status = syn_fail_memory(error);
    else if (!write_file(next, text, synced) || rename(next, path) != 0 || (synced && !syn_folder_sync(folder)))
        status = syn_fail(error, SYN_IO, "%s: cannot be written: %s (make room, or see its rights)", path,
                          strerror(errno));
    free(path);
    free(next);
    return status;
}

static bool is_leaving(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || strcmp(name, next_name) == 0 ||
           strcmp(name, lock_name) == 0 || is_environment(name);
}

syn_status syn_folder_make(const char *folder, syn_error *error)
{
    if (mkdir(folder, 0777) == 0)
        return SYN_OK;
    if (errno != EEXIST)
        return syn_fail(error, SYN_IO, "%s: cannot be made: %s (make the folder above it first)", folder,
                        strerror(errno));
    DIR *listing = opendir(folder);
    if (listing == NULL)
        return syn_fail(error, SYN_IO, "%s: cannot be used: %s (name another folder)", folder, strerror(errno));
    bool free_of_others = true;
    for (struct dirent *entry = readdir(listing); entry != NULL; entry = readdir(listing))
        free_of_others = free_of_others && is_leaving(entry->d_name);
    closedir(listing);
    if (!free_of_others)
        return syn_fail(error, SYN_INPUT, "%s: holds other files and is no index (name a new folder)", folder);
    return SYN_OK;
}

syn_status syn_folder_lock(const char *folder, int *out, syn_error *error)
{
    char *path = syn_folder_path(folder, lock_name);
    syn_status status = SYN_OK;

    if (path == NULL)
        return syn_fail_memory(error);
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0)
        status = syn_fail(error, SYN_IO, "%s: cannot be opened: %s (see the folder's rights)", path, strerror(errno));
    else if (flock(file, LOCK_EX | LOCK_NB) != 0)
        status = errno == EWOULDBLOCK
                     ? syn_fail(error, SYN_IO, "%s: is being written to by another (wait until it is done)", folder)
                     : syn_fail(error, SYN_IO, "%s: cannot be locked: %s (keep the index on a disk that can lock)",
                                path, strerror(errno));
    if (status == SYN_OK)
        *out = file;
    else if (file >= 0)
        close(file);
    free(path);
    return status;
}

void syn_folder_unlink(const char *environment)
{
    size_t size = strlen(environment) + sizeof "-lock";
    char *lock = syn_alloc(size, 1);

    unlink(environment);
    if (lock == NULL)
        return;
    snprintf(lock, size, "%s-lock", environment);
    unlink(lock);
    free(lock);
}

void syn_folder_sweep(const char *folder, uint32_t keep)
{
    DIR *listing = opendir(folder);

    if (listing == NULL)
        return;
    for (struct dirent *entry = readdir(listing); entry != NULL; entry = readdir(listing)) {
        bool other = is_environment(entry->d_name) && strtoull(entry->d_name + 1, NULL, 10) != keep;
        if (other || strcmp(entry->d_name, next_name) == 0)
            unlinkat(dirfd(listing), entry->d_name, 0);
    }
    closedir(listing);
}

syn_status syn_folder_scratch(const char *parent, char **out, syn_error *error)
{
    char *path = syn_folder_path(parent, "syndic-XXXXXX");

    if (path == NULL)
        return syn_fail_memory(error);
    if (mkdtemp(path) == NULL) {
        syn_status status = syn_fail(error, SYN_IO, "%s: cannot be written to: %s (set TMPDIR to another folder)",
                                     parent, strerror(errno));
        free(path);
        return status;
    }
    *out = path;
    return SYN_OK;
}

uint64_t syn_folder_bytes(const char *folder)
{
    DIR *listing = opendir(folder);
    uint64_t bytes = 0;
    struct stat about;

    if (listing == NULL)
        return 0;
    for (struct dirent *entry = readdir(listing); entry != NULL; entry = readdir(listing))
        if (entry->d_name[0] != '.' && fstatat(dirfd(listing), entry->d_name, &about, 0) == 0 && S_ISREG(about.st_mode))
            bytes += (uint64_t)about.st_size;
    closedir(listing);
    return bytes;
}
