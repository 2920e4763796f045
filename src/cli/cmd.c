#include "cli/cmd.h"

#include "cli/watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int cmd_misused(const cmd *command, const char *what)
{
    out_error("%s: %s (syndic %s %s)", command->name, what, command->name, command->usage);
    return CMD_TROUBLE;
}

/** Whether `output` is a file that a report would replace. */
static bool is_replaced(const char *output, struct stat *target)
{
    return strcmp(output, "-") != 0 && stat(output, target) == 0 && S_ISREG(target->st_mode);
}

static bool spares(const char *output, const struct stat *target, const char *path)
{
    struct stat input;
    if (stat(path, &input) < 0 || input.st_dev != target->st_dev || input.st_ino != target->st_ino)
        return true;
    return out_error("%s: is one of the texts and would be replaced (give -o another name)", output);
}

static bool spares_each(const char *output, const char *const *paths, size_t count)
{
    struct stat target;
    if (!is_replaced(output, &target))
        return true;
    for (size_t i = 0; i < count; i++)
        if (!spares(output, &target, paths[i]))
            return false;
    return true;
}

/** A report must not replace one of the articles it was made from: those named, before the work ... */
static bool spares_inputs(const char *output, const opt_values *values, const list_paths *paths)
{
    return spares_each(output, paths->at, paths->count) &&
           spares_each(output, values->against.at, values->against.count) &&
           spares_each(output, values->ignored.at, values->ignored.count) &&
           spares_each(output, &values->baseline, values->baseline != NULL);
}

/** ... and those met in folders or named in a result, once they are known. Records of one file share its path. */
static bool spares_texts(const char *output, const syn_corpus *corpus)
{
    struct stat target;
    const char *seen = NULL;
    if (!is_replaced(output, &target))
        return true;
    for (size_t i = 0; i < syn_corpus_count(corpus); i++) {
        const char *path = syn_corpus_get(corpus, i)->path;
        if (path && path != seen && !spares(output, &target, path))
            return false;
        seen = path;
    }
    return true;
}

/** Nor a file that an index is made of. */
static bool spares_index(const char *option, const char *output)
{
    char *path = strcmp(output, "-") == 0 ? NULL : realpath(output, NULL), *name = path ? strrchr(path, '/') : NULL;
    if (name)
        *name = '\0'; /* the folder is left */
    const bool spared = !name || !syn_index_is(path);
    free(path);
    return spared || out_error("%s: belongs to an index and would be replaced (give %s another name)", output, option);
}

/** Opens every output before the work starts, so that a wrong name costs nothing. */
static bool open_outputs(const opt_values *values, const list_paths *paths, out_target *targets)
{
    for (size_t i = 0; i < values->outputs.count; i++) {
        for (size_t j = 0; j < i; j++)
            if (strcmp(values->outputs.at[i], values->outputs.at[j]) == 0)
                return out_error("-o: %s is named twice (leave one out)", values->outputs.at[i]);
        if (!spares_inputs(values->outputs.at[i], values, paths) || !spares_index("-o", values->outputs.at[i]) ||
            !out_open(values->outputs.at[i], values->format, &targets[i]))
            return false;
    }
    if (values->update_baseline && !spares_index("--baseline", values->baseline))
        return false;
    return values->outputs.count || out_open("-", values->format, &targets[0]);
}

bool cmd_spares(const cmd_job *job, const syn_corpus *corpus)
{
    for (size_t i = 0; i < job->values->outputs.count; i++)
        if (!spares_texts(job->values->outputs.at[i], corpus))
            return false;
    return true;
}

bool cmd_spares_path(const cmd_job *job, const char *path)
{
    for (size_t i = 0; i < job->values->outputs.count; i++)
        if (!spares_each(job->values->outputs.at[i], &path, 1))
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
