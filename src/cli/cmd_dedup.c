/* Paths and a plan in; one of each, and the log of why, out. Both outputs get their names once all of the work is done,
 * the log first: there is never an output without the decisions it rests on. */
#include "cli/against.h"
#include "cli/cmd.h"
#include "cli/dedup_plan.h"
#include "cli/dedup_size.h"
#include "cli/dedup_summary.h"
#include "cli/out_stream.h"
#include "cli/spare.h"
#include "syndic/dedup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct dedup_job {
    const opt_values *values;
    syn_options options;
    list_paths paths;
    dedup_plan made;
    against_found against;
    out_stream out, log;
    watch_clock watch;
    syn_dedup_summary *summary;
} dedup_job;

/* Where it goes */

/** Nothing that is read may be replaced, also not what stands in a folder. */
static bool spares(const dedup_job *job, const char *option, const char *output)
{
    return spare_named(option, output, job->values, &job->paths) &&
           spare_folders(option, output, job->paths.at, job->paths.count) &&
           spare_folders(option, output, job->against.paths, job->against.path_count);
}

/** The file that a path leads to, or would when it were there; the caller frees it. */
static char *find_real(const char *path)
{
    char *real = realpath(path, NULL), *folder = real ? NULL : strdup(path);
    char *slash = folder ? strrchr(folder, '/') : NULL;
    if (!folder)
        return real;
    if (slash)
        slash[1] = '\0';
    char *above = realpath(slash ? folder : ".", NULL);
    const char *name = slash ? path + (slash + 1 - folder) : path;
    const size_t size = above ? strlen(above) + strlen(name) + 2 : 0;
    if (above && (real = malloc(size)) != NULL)
        snprintf(real, size, "%s/%s", above, name);
    free(above);
    free(folder);
    return real;
}

static bool is_same_file(const char *a, const char *b)
{
    char *real_a = find_real(a), *real_b = find_real(b);
    const bool same = strcmp(a, b) == 0 || (real_a && real_b && strcmp(real_a, real_b) == 0);
    free(real_a);
    free(real_b);
    return same;
}

static bool check_outputs(const opt_values *values)
{
    const char *output = values->outputs.count ? values->outputs.at[0] : NULL;
    if (!output && !values->dry_run)
        return out_error("dedup: needs to know where to write (give -o FILE, or --dry-run)");
    if (values->outputs.count > 1)
        return out_error("-o: takes one file here (leave out all but one)");
    if ((output && !*output) || (values->log && !*values->log))
        return out_error("%s: names no file (give one, or \"-\")", output && !*output ? "-o" : "--log");
    if (output && values->log && is_same_file(output, values->log) &&
        (strcmp(output, "-") == 0 || strncmp(output, "/dev/", 5) != 0))
        return out_error("--log: %s is what -o names too (give one of them another name)", values->log);
    return true;
}

static bool open_output(dedup_job *job, const char *option, const char *path, out_stream *stream, const syn_sink **sink)
{
    if (!path)
        return true;
    if (!spares(job, option, path) || !out_stream_open(path, stream))
        return false;
    *sink = stream->sink;
    return true;
}

static bool open_outputs(dedup_job *job)
{
    const opt_values *values = job->values;
    const char *output = values->dry_run || values->outputs.count == 0 ? NULL : values->outputs.at[0];
    return open_output(job, "-o", output, &job->out, &job->made.plan.out) &&
           open_output(job, "--log", values->log, &job->log, &job->made.plan.log);
}

static bool commit(dedup_job *job)
{
    return out_stream_end(&job->out) && out_stream_end(&job->log) && out_stream_commit(&job->log) &&
           out_stream_commit(&job->out);
}

/* The work */

static void say_space(const dedup_job *job)
{
    const syn_dedup_plan *plan = &job->made.plan;
    char need[DEDUP_SIZE_TEXT], room[DEDUP_SIZE_TEXT];
    const uint64_t bytes = dedup_size_of(job->paths.at, job->paths.count) +
                           dedup_size_of(job->against.paths, job->against.path_count);
    const uint64_t space = syn_dedup_space(bytes, plan), free_bytes = dedup_size_free(plan->temporary);
    if (space == 0)
        return;
    dedup_size_text(space, need);
    if (free_bytes == UINT64_MAX)
        out_error("may need up to %s in %s", need, plan->temporary);
    else
        out_error("may need up to %s in %s, where %s are free%s", need, plan->temporary,
                  dedup_size_text(free_bytes, room), free_bytes < space ? " (--temp names another folder)" : "");
}

/** What a sink met is said by its own words, all else by the library's. */
static bool work(dedup_job *job)
{
    syn_error error = {.message = "out of memory (give less with --mem)"};
    const bool done = syn_dedup(job->paths.at, job->paths.count, &job->made.plan, &job->options, &job->summary,
                                &error) == SYN_OK;
    watch_clear(&job->watch);
    if (done)
        return commit(job);
    if (out_stream_failed(&job->out) || out_stream_failed(&job->log))
        return false;
    return out_error("%s", error.message);
}

static void say_summary(const dedup_job *job)
{
    const syn_dedup_summary *summary = job->summary;
    char used[DEDUP_SIZE_TEXT];
    if (job->values->quiet)
        return;
    if (summary->texts == 0) {
        out_error("no texts found, so there is nothing to keep");
        dedup_summary_skips(summary, stderr);
    } else
        dedup_summary_print(summary, &job->made.plan, stderr);
    if (summary->temporary_bytes)
        fprintf(stderr, "%s of temporary space were used in %s\n", dedup_size_text(summary->temporary_bytes, used),
                job->made.plan.temporary);
    if (job->values->dry_run)
        fprintf(stderr, "A dry run: %s was written.\n", job->values->log ? "only the log" : "nothing");
}

static bool prepare(dedup_job *job)
{
    syn_dedup_plan *plan = &job->made.plan;
    if (!check_outputs(job->values) || !dedup_plan_make(job->values, &job->made) ||
        !list_make(job->values, &job->paths) || !against_open(&job->values->against, &job->against))
        return false;
    plan->against = job->against.paths;
    plan->against_count = job->against.path_count;
    plan->indexes = job->against.indexes;
    plan->index_count = job->against.index_count;
    return open_outputs(job);
}

static int run(opt_values *values)
{
    dedup_job job = {.values = values, .options = values->run};
    bool done = false;
    if (values->paths.count == 0 && !values->files_from)
        return cmd_misused(&cmd_dedup, "needs texts");
    watch_start(&job.watch, values->stages, watch_wanted(values->quiet), &job.options);
    if (prepare(&job)) {
        if (!values->quiet) {
            dedup_plan_note(values, &job.made.plan);
            say_space(&job);
        }
        done = work(&job);
    }
    watch_end(&job.watch);
    if (done)
        say_summary(&job);
    syn_dedup_summary_free(job.summary);
    out_stream_discard(&job.out);
    out_stream_discard(&job.log);
    against_release(&job.against);
    list_release(&job.paths);
    dedup_plan_release(&job.made);
    return done ? CMD_DONE : CMD_TROUBLE;
}

const cmd cmd_dedup = {
    .name = "dedup",
    .usage = "[options] PATH... -o FILE",
    .brief = "keeps one of each text, or of each passage, and says why",
    .about = "Drops texts that stand elsewhere, word for word (exact) or by the share of their words that one\n"
             "kept text has (near), or cuts passages that stand elsewhere (passage). Records are written in the\n"
             "order they came in, other fields as they were. Every decision rests on the words of both texts;\n"
             "--log names the kept text, and where in both the words stand. PATH is a file, a folder, JSONL\n"
             "(also .gz or .zst) or \"-\"; --against takes an index too, its folder or @NAME.\n",
    .run = run,
};
