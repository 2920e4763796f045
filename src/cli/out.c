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

/* The formats. A new one is its line in the table and, for its options, a function above. */

static syn_status write_text(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    return syn_report_terminal(result, &look->terminal, sink, error);
}

static syn_status write_json(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    (void)look;
    return syn_report_json(result, sink, error);
}

static syn_status write_html(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    const opt_values *values = look->values;
    syn_html html = {.no_full_text = values->no_full_text,
                     .by_outlet = values->by_outlet,
                     .max_pairs = values->max_pairs};
    return syn_report_html(result, &html, sink, error);
}

static syn_status changes_text(const syn_changes *changes, const out_look *look, const syn_sink *sink, syn_error *error)
{
    return syn_changes_terminal(changes, &look->terminal, sink, error);
}

static syn_status changes_json(const syn_changes *changes, const out_look *look, const syn_sink *sink, syn_error *error)
{
    (void)look;
    return syn_changes_json(changes, sink, error);
}

static syn_status write_csv(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    const syn_result_view *view = syn_result_get(result);
    syn_table_kind rows = look->values->rows;
    bool pairs = rows == SYN_TABLE_PAIRS || (rows == SYN_TABLE_DEFAULT && (!view->traced || view->is_check));
    if (pairs && view->pairs_left_out > 0 && !look->values->quiet) /* the table has no place to say it */
        fprintf(stderr, "syndic: %llu smaller pairs are not in the result\n",
                (unsigned long long)view->pairs_left_out);
    return syn_report_csv(result, &(syn_csv){.table = look->values->rows}, sink, error);
}

static syn_status write_jsonl(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    return syn_report_jsonl(result, &(syn_jsonl){.table = look->values->rows}, sink, error);
}

static syn_status write_dot(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    return syn_report_dot(result, &(syn_dot){.by_outlet = look->values->by_outlet}, sink, error);
}

static syn_status write_gexf(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    return syn_report_gexf(result, &(syn_gexf){.by_outlet = look->values->by_outlet}, sink, error);
}

static syn_status write_md(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    (void)look;
    return syn_report_markdown(result, NULL, sink, error);
}

static syn_status write_sarif(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    (void)look;
    return syn_report_sarif(result, NULL, sink, error);
}

static syn_status write_github(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error)
{
    (void)look;
    return syn_report_github(result, NULL, sink, error);
}

static const out_format formats[] = {
    {"text", ".txt", write_text, changes_text},
    {"json", ".json", write_json, changes_json},
    {"html", ".html", write_html, NULL},
    {"csv", ".csv", write_csv, NULL},
    {"jsonl", ".jsonl", write_jsonl, NULL},
    {"dot", ".dot", write_dot, NULL},
    {"gexf", ".gexf", write_gexf, NULL},
    {"md", ".md", write_md, NULL},
    {"sarif", ".sarif", write_sarif, NULL},
    {"github", NULL, write_github, NULL},
};
enum { format_count = sizeof formats / sizeof *formats };

/** "text, json or html", or the endings. */
static const char *list_formats(bool endings, char text[256])
{
    size_t used = 0;
    const char *before = NULL, *next;
    text[0] = '\0';
    for (size_t i = 0; i <= format_count && used < 256; i++) {
        next = i == format_count ? NULL : endings ? formats[i].ending : formats[i].name;
        if (i < format_count && !next)
            continue;
        if (before)
            used += (size_t)snprintf(text + used, 256 - used, "%s%s", used == 0 ? "" : next ? ", " : " or ", before);
        before = next;
    }
    return text;
}

static const out_format *find_format(const char *name, const char *ending)
{
    for (size_t i = 0; i < format_count; i++)
        if (name ? strcmp(formats[i].name, name) == 0 : formats[i].ending && strcmp(formats[i].ending, ending) == 0)
            return &formats[i];
    return NULL;
}

static bool refuse_format(const char *format)
{
    const char *names[format_count], *nearest;
    char list[256];
    for (size_t i = 0; i < format_count; i++)
        names[i] = formats[i].name;
    nearest = opt_nearest(format, names, format_count);
    if (nearest)
        return out_error("-f: \"%s\" is not known (did you mean %s?)", format, nearest);
    return out_error("-f: \"%s\" is not known (give %s)", format, list_formats(false, list));
}

static bool pick_format(const char *path, const char *format, const out_format **out)
{
    const char *dot = strcmp(path, "-") == 0 ? NULL : strrchr(path, '.');
    const out_format *named = find_format(format ? format : "text", NULL);
    const out_format *ended = dot && !strchr(dot, '/') ? find_format(NULL, dot) : NULL;
    char list[256];
    if (!named)
        return refuse_format(format);
    if (!ended && dot && !format && !strchr(dot, '/'))
        return out_error("%s: no format has the ending %s (use %s, or give -f)", path, dot, list_formats(true, list));
    *out = ended ? ended : named;
    return true;
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

/** Drops the name before its memory, so that the handler never sees a name that is gone. */
static void forget_temporary(out_target *target)
{
    char *temporary = target->temporary;
    target->temporary = NULL;
    free(temporary);
}

/** Opens a new hidden file beside `final` under a name nobody has, readable as the umask says. */
static bool open_beside(out_target *target)
{
    const char *slash = strrchr(target->final, '/');
    size_t folder = slash ? (size_t)(slash + 1 - target->final) : 0;
    size_t length = folder + sizeof ".syndic-XXXXXX";
    char *name = malloc(length);
    if (!name)
        return out_error("out of memory (close other programs)");
    snprintf(name, length, "%.*s.syndic-XXXXXX", (int)folder, target->final);
    target->temporary = name;
    target->next = unfinished;
    unfinished = target;
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
        /* A pipe may lead to a pager, which has the terminal then. */
        if (target->watch && target->temporary)
            watch_wrote(target->watch, (uint64_t)taken);
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

bool out_stdout_failed(void)
{
    out_target target = {.path = "-", .problem = errno};
    return write_failed(&target);
}

bool out_write(out_target *target, const syn_result *result, const out_look *look)
{
    syn_sink sink = {.write = write_all, .context = target};
    syn_error error = {0};
    if (written(target, target->format->write(result, look, &sink, &error)) == SYN_OK)
        return true;
    return target->problem ? write_failed(target) : out_error("%s", error.message);
}

bool out_write_changes(out_target *target, const syn_changes *changes, const out_look *look)
{
    syn_sink sink = {.write = write_all, .context = target};
    syn_error error = {0};
    if (written(target, target->format->write_changes(changes, look, &sink, &error)) == SYN_OK)
        return true;
    return target->problem ? write_failed(target) : out_error("%s", error.message);
}

bool out_bytes(out_target *target, const char *bytes, size_t count)
{
    return written(target, write_all(target, bytes, count)) == SYN_OK || write_failed(target);
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
