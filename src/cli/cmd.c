#include "cli/cmd.h"

#include "cli/spare.h"
#include "cli/watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int cmd_misused(const cmd *command, const char *what)
{
    out_error("%s: %s (syndic %s %s)", command->name, what, command->name, command->usage);
    return CMD_TROUBLE;
}

/** Opens every output before the work starts, so that a wrong name costs nothing. */
static bool open_outputs(const opt_values *values, const list_paths *paths, out_target *targets)
{
    for (size_t i = 0; i < values->outputs.count; i++) {
        for (size_t j = 0; j < i; j++)
            if (strcmp(values->outputs.at[i], values->outputs.at[j]) == 0)
                return out_error("-o: %s is named twice (leave one out)", values->outputs.at[i]);
        if (!spare_named("-o", values->outputs.at[i], values, paths) ||
            !out_open(values->outputs.at[i], values->format, &targets[i]))
            return false;
    }
    if (values->update_baseline && !spare_index("--baseline", values->baseline))
        return false;
    return values->outputs.count || out_open("-", values->format, &targets[0]);
}

bool cmd_spares(const cmd_job *job, const syn_corpus *corpus)
{
    for (size_t i = 0; i < job->values->outputs.count; i++)
        if (!spare_texts(job->values->outputs.at[i], corpus))
            return false;
    return true;
}

bool cmd_spares_path(const cmd_job *job, const char *path)
{
    for (size_t i = 0; i < job->values->outputs.count; i++)
        if (!spare_path("-o", job->values->outputs.at[i], path))
            return false;
    return true;
}

/* Texts in, reports out */

/** Reads the texts and finds what they share; false after one line that says what went wrong. */
static bool make_result(const cmd_job *job, size_t least, cmd_finder *find, syn_corpus *corpus, syn_result **result)
{
    const opt_values *values = job->values;
    syn_error error = {.message = "out of memory (give it fewer texts)"};
    if (syn_corpus_read(corpus, job->paths.at, job->paths.count, &values->run, &error) < 0)
        return out_error("%s", error.message);
    if (!cmd_spares(job, corpus))
        return false;
    if (syn_corpus_count(corpus) < least)
        return out_error("compare: needs two texts and found %s (name two files, or a folder)",
                         syn_corpus_count(corpus) ? "one" : "none");
    if (find(corpus, &values->run, result, &error) < 0)
        return out_error("%s", error.message);
    return true;
}

/** What the reader should know even when the report goes to a program. */
static void say_notes(const syn_corpus *corpus)
{
    size_t texts = syn_corpus_count(corpus), skips = syn_corpus_skip_count(corpus);
    if (texts < 2)
        fprintf(stderr, "syndic: %s found, so nothing can be shared\n", texts ? "one text" : "no texts");
    if (skips)
        fprintf(stderr, "syndic: %zu %s passed over (the report lists %s)\n", skips,
                skips == 1 ? "file" : "files", skips == 1 ? "it" : "them");
}

out_look cmd_look(const cmd_job *job, const out_target *target)
{
    const opt_values *values = job->values;
    return (out_look){.values = values,
                      .terminal = {.width_columns = out_columns(target),
                                   .color = out_colors(target, values->color),
                                   .all = values->all,
                                   .by_outlet = values->by_outlet}};
}

bool cmd_write(const cmd_job *job, const syn_result *result)
{
    for (size_t i = 0; i < job->target_count; i++) {
        out_look look = cmd_look(job, &job->targets[i]);
        look.terminal.side_by_side = !syn_result_get(result)->traced;
        if (!out_write(&job->targets[i], result, &look) || !out_commit(&job->targets[i]))
            return false;
    }
    return true;
}

int cmd_find(const cmd_job *job, size_t least, cmd_finder *find)
{
    syn_corpus *corpus = NULL;
    syn_result *result = NULL;
    bool done = false;
    if (syn_corpus_new(&corpus) < 0) {
        out_error("out of memory (close other programs)");
    } else if (make_result(job, least, find, corpus, &result)) {
        if (!job->values->quiet)
            say_notes(corpus);
        done = cmd_write(job, result);
    }
    syn_result_free(result);
    syn_corpus_free(corpus);
    return done ? CMD_DONE : CMD_TROUBLE;
}

int cmd_run(opt_values *values, cmd_work *work)
{
    cmd_job job = {.values = values, .target_count = values->outputs.count ? values->outputs.count : 1};
    int code = CMD_TROUBLE;
    watch_clock watch = {0};
    watch_start(&watch, values->stages, watch_wanted(values->quiet), &values->run);
    job.targets = calloc(job.target_count, sizeof *job.targets);
    if (!job.targets) {
        out_error("out of memory (close other programs)");
        return CMD_TROUBLE;
    }
    for (size_t i = 0; i < job.target_count; i++)
        job.targets[i] = (out_target){.path = "", .file = -1};
    if (list_make(values, &job.paths) && open_outputs(values, &job.paths, job.targets)) {
        for (size_t i = 0; i < job.target_count; i++)
            job.targets[i].watch = &watch;
        code = work(&job);
    }
    watch_end(&watch);
    for (size_t i = 0; i < job.target_count; i++)
        out_discard(&job.targets[i]);
    list_release(&job.paths);
    free(job.targets);
    return code;
}
