/** Where reports go: standard output, or files that appear whole or not at all. The formats they can have are a
 *  table in out.c.
 *
 *      out_target target;
 *      if (out_open("result.json", NULL, &target)) {
 *          if (out_write(&target, result, &look)) out_commit(&target);
 *          out_discard(&target); // harmless behind out_commit
 *      }
 *
 *  A file is written without a name and gets it at the end, so that nothing is left behind whatever ends the process;
 *  where the file system cannot do that, under a hidden name in the same folder, which may be one of those read. What is
 *  no regular file (a pipe, /dev/null) is written as it stands.
 *
 *  Owns    the target owns its descriptor and names; it stays where it is until out_discard.
 *  Fails   false, after one line on standard error; a reader who closed standard output early (`| head`) is no
 *  cause for a line.
 */
#ifndef SYN_CLI_OUT_H
#define SYN_CLI_OUT_H

#include "cli/opt.h"
#include "cli/watch.h"
#include "syndic/changes.h"
#include "syndic/report.h"

#include <stdio.h>

/** How a report is to look: what the terminal report asks, and all options for what other formats ask. */
typedef struct out_look {
    syn_terminal terminal;
    const opt_values *values;
} out_look;

/** A line of the table of formats. */
typedef struct out_format {
    const char *name;   /**< as -f has it */
    const char *ending; /**< of files, with its dot; NULL when none tells it */
    syn_status (*write)(const syn_result *result, const out_look *look, const syn_sink *sink, syn_error *error);
    /** What differs between two results; NULL when the format has no way to say it. */
    syn_status (*write_changes)(const syn_changes *changes, const out_look *look, const syn_sink *sink,
                                syn_error *error);
} out_format;

typedef struct out_target {
    const char *path;  /**< as the user named it; "-" is standard output */
    const out_format *format;
    int file;          /**< descriptor, or -1 */
    char *volatile temporary; /**< its hidden name, or NULL; read by the signal handler */
    char *final;       /**< the name it gets; NULL for what is no regular file */
    watch_clock *watch; /**< told of what is written to a regular file, or NULL */
    int problem;       /**< errno of the first failed write */
    struct out_target *volatile next; /**< of those that have a temporary file */
} out_target;

/** What a path's ending, or else a name (NULL for "text"), says. False, and said, when neither is known. */
bool out_pick_format(const char *path, const char *format, const out_format **out);
/** Opens `path`; its ending picks the format, `format` (a name or NULL for "text") where it does not. */
bool out_open(const char *path, const char *format, out_target *out);
/** The same for what has no format. */
bool out_open_bytes(const char *path, out_target *out);
bool out_write(out_target *target, const syn_result *result, const out_look *look);
/** False, and said, when the target's format cannot tell changes. */
bool out_write_changes(out_target *target, const syn_changes *changes, const out_look *look);
/** Bytes that are no report. */
bool out_bytes(out_target *target, const char *bytes, size_t count);
/** What writes to the target and says nothing: `problem` tells, and out_failed says it. */
syn_sink out_sink(out_target *target);
/** Says why a write failed, unless standard output's reader left. Returns false. */
bool out_failed(const out_target *target);
bool out_commit(out_target *target);
void out_discard(out_target *target);

/** From here on SIGINT, SIGTERM and SIGHUP remove what is half written before they end the process. */
void out_catch_signals(void);
/** Says why standard output could not be written, from errno, unless its reader left. Returns false. */
bool out_stdout_failed(void);

/** Whether colours go to this target: `when` is auto, always or never; auto is a terminal that can
 *  show them, and no NO_COLOR in the environment. */
bool out_colors(const out_target *target, const char *when);
/** Columns: COLUMNS, or the terminal's own, 1,000 at most; 0 when neither is known. Files are 0 always. */
uint32_t out_columns(const out_target *target);

/** How many bytes of a character that would steer a terminal stand at the beginning of a text, or 0. */
size_t out_steers(const char *text, size_t count);
/** Prints a text with '?' for each character that would steer a terminal; with `lines`, ends of lines and tabs stay. */
void out_plain(FILE *file, const char *text, size_t count, bool lines);

/** Prints "syndic: ..." as one line on standard error, with '?' for each character that would steer a
 *  terminal. Returns false. */
bool out_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
