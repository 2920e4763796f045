#include "cli/watch.h"

#include "cli/meter.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define QUIET_SECONDS 1.0 /* shorter work shows nothing */
#define DRAWN_SECONDS 0.1 /* between two drawings */

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/** The last column stays free: some terminals go to the next line once it is taken. */
static unsigned free_columns(void)
{
    struct winsize size = {0};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 79;
    return size.ws_col - 1u;
}

/** A job in the background would write over what the shell shows. */
static bool is_background(void)
{
    pid_t group = tcgetpgrp(STDERR_FILENO);
    return group > 0 && group != getpgrp();
}

bool watch_wanted(bool quiet)
{
    return !quiet && isatty(STDERR_FILENO);
}

/** The blanks take away what the line before had more. */
static void draw(watch_clock *watch, const syn_step *step, double time)
{
    char line[METER_BYTES];
    unsigned columns = free_columns();
    meter_line(step, time - watch->since_seconds, columns, line);
    unsigned count = (unsigned)strlen(line), before = watch->drawn_columns < columns ? watch->drawn_columns : columns;
    fprintf(stderr, "\r%s%*s", line, before > count ? (int)(before - count) : 0, "");
    fflush(stderr);
    watch->drawn_columns = count;
    watch->drawn_seconds = time;
}

void watch_clear(watch_clock *watch)
{
    unsigned columns = free_columns();
    if (watch->drawn_columns == 0)
        return;
    fprintf(stderr, "\r%*s\r", (int)(watch->drawn_columns < columns ? watch->drawn_columns : columns), "");
    fflush(stderr);
    watch->drawn_columns = 0;
}

static void look(watch_clock *watch, const syn_step *step)
{
    double time;
    if (!watch->draws)
        return;
    time = now();
    if (time - watch->begun_seconds < QUIET_SECONDS || time - watch->drawn_seconds < DRAWN_SECONDS)
        return;
    if (is_background())
        watch_clear(watch);
    else
        draw(watch, step, time);
}

/** Ends the running stage and begins another; NULL begins none. A "write" that the library follows up was none. */
static void change(watch_clock *watch, const char *stage)
{
    double time = now();
    if (watch->tells_stages && watch->stage && (!stage || strcmp(watch->stage, "write") != 0)) {
        watch_clear(watch);
        fprintf(stderr, "stage %s %.3f\n", watch->stage, time - watch->since_seconds);
    }
    watch->stage = stage;
    watch->since_seconds = time;
}

static void take_step(void *context, const syn_step *step)
{
    watch_clock *watch = context;
    bool done = strcmp(step->stage, "done") == 0;
    const char *stage = done ? "write" : step->stage;
    if (!watch->stage || strcmp(stage, watch->stage) != 0)
        change(watch, stage);
    if (done)
        watch_clear(watch);
    else
        look(watch, step);
}

void watch_start(watch_clock *watch, bool tells_stages, bool draws, syn_options *options)
{
    *watch = (watch_clock){.tells_stages = tells_stages, .draws = draws, .begun_seconds = now()};
    if (!tells_stages && !draws)
        return;
    options->progress = take_step;
    options->progress_context = watch;
    change(watch, "read");
}

void watch_wrote(watch_clock *watch, uint64_t bytes)
{
    watch->written_bytes += bytes;
    look(watch, &(syn_step){.stage = "write", .unit = SYN_BYTES, .done = watch->written_bytes});
}

void watch_end(watch_clock *watch)
{
    watch_clear(watch);
    change(watch, NULL);
}
