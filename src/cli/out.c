#include "cli/out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

bool out_error(const char *format, ...)
{
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    for (char *c = line; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            *c = '?';
    fprintf(stderr, "syndic: %s\n", line);
    return false;
}

static bool is_stdout(const out_target *target)
{
    return strcmp(target->path, "-") == 0;
}

static bool pick_format(const char *path, const char *format, out_format *out)
{
    const char *dot = strrchr(path, '.');
    if (dot && (strcmp(dot, ".json") == 0 || strcmp(dot, ".txt") == 0))
        format = dot[1] == 'j' ? "json" : "text";
    else if (dot && !format && strcmp(path, "-") != 0 && !strchr(dot, '/'))
        return out_error("%s: no format has the ending %s (use .json or .txt, or give -f)", path, dot);
    if (format && strcmp(format, "json") != 0 && strcmp(format, "text") != 0)
        return out_error("-f: \"%s\" is not known (give text or json)", format);
    *out = format && *format == 'j' ? OUT_JSON : OUT_TEXT;
    return true;
}

/** Opens a new file beside `final` under a name nobody has, readable as the umask says. */
static bool open_beside(out_target *target)
{
    size_t length = strlen(target->final) + sizeof ".XXXXXX";
    target->temporary = malloc(length);
    if (!target->temporary)
        return out_error("out of memory (close other programs)");
    snprintf(target->temporary, length, "%s.XXXXXX", target->final);
    target->file = mkstemp(target->temporary);
    if (target->file < 0) {
        free(target->temporary);
        target->temporary = NULL;
        return out_error("%s: cannot be written: %s (check the folder)", target->path, strerror(errno));
    }
    mode_t mask = umask(0);
    umask(mask);
    fchmod(target->file, 0666 & ~mask);
    return true;
}

bool out_open(const char *path, const char *format, out_target *out)
{
    struct stat info;
    *out = (out_target){.path = path, .file = -1};
    if (!pick_format(path, format, &out->format))
        return false;
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
        at += taken;
        count -= (size_t)taken;
    }
    return SYN_OK;
}

/** Says why a write failed, but for a reader who has seen enough. */
static bool write_failed(const out_target *target)
{
    if (is_stdout(target) && target->problem == EPIPE)
        return false;
    return out_error("%s: writing stopped: %s (make room, or write elsewhere)",
                     is_stdout(target) ? "standard output" : target->path, strerror(target->problem));
}

bool out_write(out_target *target, const syn_result *result, const syn_terminal *terminal)
{
    syn_sink sink = {.write = write_all, .context = target};
    syn_error error = {0};
    syn_status status = target->format == OUT_JSON
                            ? syn_report_json(result, &sink, &error)
                            : syn_report_terminal(result, terminal, &sink, &error);
    if (status == SYN_OK)
        return true;
    return target->problem ? write_failed(target) : out_error("%s", error.message);
}

bool out_commit(out_target *target)
{
    if (is_stdout(target))
        return true;
    int closed = close(target->file);
    target->file = -1;
    if (closed == 0 && target->temporary)
        closed = rename(target->temporary, target->final);
    if (closed < 0) {
        target->problem = errno;
        return write_failed(target);
    }
    free(target->temporary);
    target->temporary = NULL;
    return true;
}

void out_discard(out_target *target)
{
    if (target->file >= 0 && !is_stdout(target))
        close(target->file);
    if (target->temporary)
        unlink(target->temporary);
    free(target->temporary);
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
    if (columns && *columns >= '1' && *columns <= '9')
        return (uint32_t)strtoul(columns, NULL, 10);
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        return size.ws_col;
    return 0;
}
