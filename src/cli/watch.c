#include "cli/watch.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void say_stage(void *context, const char *stage)
{
    watch_stage(context, strcmp(stage, "done") == 0 ? "write" : stage);
}

void watch_start(watch_clock *watch, syn_options *options)
{
    watch->stage = NULL;
    options->progress = say_stage;
    options->progress_context = watch;
    watch_stage(watch, "read");
}

void watch_stage(watch_clock *watch, const char *stage)
{
    double time = now();
    if (watch->stage)
        fprintf(stderr, "stage %s %.3f\n", watch->stage, time - watch->since_seconds);
    watch->stage = stage;
    watch->since_seconds = time;
}
