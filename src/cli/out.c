#include "cli/out.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_COLUMNS 1000

/* Targets with a temporary file. The one global of the command: a signal handler is given nothing else. */
static out_target *volatile unfinished;

/** How many bytes of a character that steers a terminal stand here, or 0: controls, invisible characters,
 *  and marks of direction. As syn_error_steers has it, which the command can not see from here. */
static size_t steering_bytes(const unsigned char *c)
{
    if (c[0] < 0x20 || c[0] == 0x7F)
        return 1;
    if (c[0] == 0xC2)
        return c[1] >= 0x80 && c[1] < 0xA0 ? 2 : 0;
    if (c[0] == 0xD8)
        return c[1] == 0x9C ? 2 : 0;
    if (c[0] == 0xE2 && c[1] == 0x80)
        return (c[2] >= 0x8B && c[2] <= 0x8F) || (c[2] >= 0xA8 && c[2] <= 0xAE) ? 3 : 0;
    if (c[0] == 0xE2 && c[1] == 0x81)
        return c[2] >= 0xA6 && c[2] <= 0xAF ? 3 : 0;
    if (c[0] == 0xEF && c[1] == 0xBF)
        return c[2] >= 0xB9 && c[2] <= 0xBB ? 3 : 0;
    if (c[0] == 0xF3 && c[1] == 0xA0)
        return (c[2] == 0x80 || c[2] == 0x81) && c[3] ? 4 : 0;
    return 0;
}

bool out_error(const char *format, ...)
{
    char line[8192];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    char *to = line;
    for (const char *from = line; *from;) {
        size_t steering = steering_bytes((const unsigned char *)from);
        *to++ = steering ? '?' : *from;
        from += steering ? steering : 1;
    }
    *to = '\0';
    fprintf(stderr, "syndic: %s\n", line);
    return false;
}

size_t out_steers(const char *text, size_t count)
{
    unsigned char next[4] = {0}; /* a text may end within a character */
    memcpy(next, text, count < sizeof next ? count : sizeof next);
    return count > 0 ? steering_bytes(next) : 0;
}

void out_plain(FILE *file, const char *text, size_t count, bool lines)
{
    for (size_t i = 0; i < count;) {
        size_t steering = lines && (text[i] == '\n' || text[i] == '\t') ? 0 : out_steers(text + i, count - i);
        putc(steering ? '?' : text[i], file);
        i += steering ? steering : 1;
    }
}

/** Takes the line of progress away, so that an error does not stand behind it. */
static syn_status written(const out_target *target, syn_status status)
{
    if (target->watch)
        watch_clear(target->watch);
    return status;
}

static bool is_stdout(const out_target *target)
{
    return strcmp(target->path, "-") == 0;
}

/** Only what POSIX allows a handler: unlink and raise. The default action follows when this returns. */
static void remove_unfinished(int number)
{
    for (out_target *target = unfinished; target; target = target->next) {
        const char *temporary = target->temporary;
        if (temporary)
            unlink(temporary);
    }
    raise(number);
}

void out_catch_signals(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction now, action = {.sa_handler = remove_unfinished, .sa_flags = (int)SA_RESETHAND};
    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sigaction(numbers[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
}

/** From here on the handler removes it. The target is on its list once only. */
static void remember_temporary(out_target *target, char *name)
{
    target->temporary = name;
    target->next = unfinished;
    unfinished = target;
}

/** Drops the name before its memory, so that the handler never sees a name that is gone. */
static void forget_temporary(out_target *target)
{
    char *temporary = target->temporary;
    target->temporary = NULL;
    free(temporary);
}

/** A name for a new hidden file beside `final`; the caller frees it. */
static char *name_beside(const char *final)
{
    const char *slash = strrchr(final, '/');
    size_t folder = slash ? (size_t)(slash + 1 - final) : 0;
    size_t length = folder + sizeof ".syndic-XXXXXX";
    char *name = malloc(length);
    if (name)
        snprintf(name, length, "%.*s.syndic-XXXXXX", (int)folder, final);
    return name;
}

/** A file without a name, which is gone whatever ends the process. Not every file system has them; then -1. */
static int open_nameless(const char *final)
{
    char *folder = name_beside(final);
    int file = -1;
    if (!folder)
        return -1;
    char *slash = strrchr(folder, '/');
    strcpy(slash ? slash + 1 : folder, ".");
    if (access("/proc/self/fd", X_OK) == 0)
        file = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    free(folder);
    return file;
}

/** Opens a new hidden file beside `final` under a name nobody has, readable as the umask says. */
static bool open_hidden(out_target *target)
{
    char *name = name_beside(target->final);
    if (!name)
        return out_error("out of memory (close other programs)");
    remember_temporary(target, name);
    target->file = mkstemp(name);
    if (target->file < 0) {
        forget_temporary(target);
        return out_error("%s: cannot be written: %s (check the folder)", target->path, strerror(errno));
    }
    mode_t mask = umask(0);
    umask(mask);
    fchmod(target->file, 0666 & ~mask);
    return true;
}

static bool open_beside(out_target *target)
{
    target->file = open_nameless(target->final);
    return target->file >= 0 || open_hidden(target);
}

bool out_open_bytes(const char *path, out_target *out)
{
    struct stat info;
    *out = (out_target){.path = path, .file = -1};
    if (is_stdout(out)) {
        out->file = STDOUT_FILENO;
        return true;
    }
    bool exists = stat(path, &info) == 0;
    if (exists && !S_ISREG(info.st_mode)) {
        out->file = open(path, O_WRONLY | O_CLOEXEC);
        return out->file >= 0 ||
               out_error("%s: cannot be written: %s (give a file)", path, strerror(errno));
    }
    /* A link stays a link: the file it names is the one replaced. */
    out->final = exists ? realpath(path, NULL) : strdup(path);
    if (!out->final)
        return out_error("%s: cannot be written: %s (check the path)", path, strerror(errno));
    if (open_beside(out))
        return true;
    out_discard(out);
    return false;
}

bool out_open(const char *path, const char *format, out_target *out)
{
    const out_format *picked;
    *out = (out_target){.path = path, .file = -1};
    if (!out_pick_format(path, format, &picked) || !out_open_bytes(path, out))
        return false;
    out->format = picked;
    return true;
}

static syn_status write_all(void *context, const void *bytes, size_t count)
{
    out_target *target = context;
    const char *at = bytes;
    while (count) {
        ssize_t taken = write(target->file, at, count);
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken < 0) {
            target->problem = errno;
            return SYN_IO;
        }
        /* A pipe may lead to a pager, which has the terminal then. */
        if (target->watch && target->final)
            watch_wrote(target->watch, (uint64_t)taken);
        at += taken;
        count -= (size_t)taken;
    }
    return SYN_OK;
}

syn_sink out_sink(out_target *target)
{
    return (syn_sink){.write = write_all, .context = target};
}

bool out_failed(const out_target *target)
{
    if (is_stdout(target) && target->problem == EPIPE)
        return false;
    return out_error("%s: writing stopped: %s (make room, or write elsewhere)",
                     is_stdout(target) ? "standard output" : target->path, strerror(target->problem));
}

bool out_stdout_failed(void)
{
    out_target target = {.path = "-", .problem = errno};
    return out_failed(&target);
}

bool out_write(out_target *target, const syn_result *result, const out_look *look)
{
    syn_sink sink = out_sink(target);
    syn_error error = {0};
    if (written(target, target->format->write(result, look, &sink, &error)) == SYN_OK)
        return true;
    return target->problem ? out_failed(target) : out_error("%s", error.message);
}

bool out_write_changes(out_target *target, const syn_changes *changes, const out_look *look)
{
    syn_sink sink = out_sink(target);
    syn_error error = {0};
    if (written(target, target->format->write_changes(changes, look, &sink, &error)) == SYN_OK)
        return true;
    return target->problem ? out_failed(target) : out_error("%s", error.message);
}

bool out_bytes(out_target *target, const char *bytes, size_t count)
{
    return written(target, write_all(target, bytes, count)) == SYN_OK || out_failed(target);
}

static int link_to(const out_target *target, const char *name)
{
    char from[32];
    snprintf(from, sizeof from, "/proc/self/fd/%d", target->file);
    return linkat(AT_FDCWD, from, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
}

/** A link takes no file's place, so where one is the new file gets a hidden name first. */
static int give_name(out_target *target)
{
    if (link_to(target, target->final) == 0)
        return 0;
    char *name = errno == EEXIST ? name_beside(target->final) : NULL;
    int made = name ? mkstemp(name) : -1;
    if (made >= 0) {
        remember_temporary(target, name);
        unlink(name);
        close(made);
        return link_to(target, name) == 0 ? rename(name, target->final) : -1;
    }
    free(name);
    return -1;
}

/** A file is closed before it gets its name, for that may tell that not all was written; one without a name, as far as
 *  that goes with a link to it left. */
static int finish(out_target *target)
{
    const bool nameless = target->final && !target->temporary;
    int done = close(nameless ? dup(target->file) : target->file);
    if (done == 0 && target->final)
        done = nameless ? give_name(target) : rename(target->temporary, target->final);
    if (nameless)
        close(target->file);
    target->file = -1;
    return done;
}

bool out_commit(out_target *target)
{
    if (is_stdout(target))
        return true;
    if (finish(target) < 0) {
        target->problem = errno;
        return out_failed(target);
    }
    forget_temporary(target);
    return true;
}

static void leave_unfinished(out_target *target)
{
    out_target *volatile *link = &unfinished;
    while (*link && *link != target)
        link = &(*link)->next;
    if (*link)
        *link = target->next;
}

void out_discard(out_target *target)
{
    if (target->file >= 0 && !is_stdout(target))
        close(target->file);
    if (target->temporary)
        unlink(target->temporary);
    forget_temporary(target);
    leave_unfinished(target);
    free(target->final);
    *target = (out_target){.path = target->path, .file = -1};
}

bool out_colors(const out_target *target, const char *when)
{
    const char *none = getenv("NO_COLOR"), *kind = getenv("TERM");
    if (strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    if (!is_stdout(target) || !isatty(STDOUT_FILENO) || (none && *none))
        return false;
    return kind && *kind && strcmp(kind, "dumb") != 0;
}

uint32_t out_columns(const out_target *target)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size = {0};
    if (!is_stdout(target))
        return 0;
    if (columns && *columns >= '1' && *columns <= '9') {
        unsigned long count = strtoul(columns, NULL, 10);
        return count < MOST_COLUMNS ? (uint32_t)count : MOST_COLUMNS;
    }
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        return size.ws_col;
    return 0;
}
