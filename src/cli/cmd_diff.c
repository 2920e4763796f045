#include "cli/cmd.h"

typedef struct side {
    syn_corpus *corpus;
    syn_result *result;
} side;

static bool read_side(const cmd_job *job, size_t which, side *out)
{
    const char *path = job->paths.at[which];
    syn_options options = job->values->run;
    options.leave_texts = true;
    syn_error error = {.message = "out of memory (close other programs)"};
    return syn_result_read(path, &options, &out->corpus, &out->result, &error) == SYN_OK ||
           out_error("%s", error.message);
}

/** Before the work: an output whose format has no way to tell changes. */
static bool can_tell(const cmd_job *job)
{
    for (size_t i = 0; i < job->target_count; i++) {
        const out_format *format = job->targets[i].format;
        if (!format->write_changes)
            return out_error("diff: %s cannot tell what changed (give -f text or -f json)", format->name);
    }
    return true;
}

static bool write_changes(const cmd_job *job, const syn_changes *changes)
{
    for (size_t i = 0; i < job->target_count; i++) {
        out_look look = cmd_look(job, &job->targets[i]);
        if (!out_write_changes(&job->targets[i], changes, &look) || !out_commit(&job->targets[i]))
            return false;
    }
    return true;
}

static int diff(const cmd_job *job)
{
    side before = {0}, after = {0};
    syn_changes *changes = NULL;
    syn_error error = {.message = "out of memory (close other programs)"};
    int code = CMD_TROUBLE;
    if (can_tell(job) && read_side(job, 0, &before) && read_side(job, 1, &after)) {
        if (syn_changes_make(before.result, after.result, &changes, &error) < 0)
            out_error("%s", error.message);
        else if (write_changes(job, changes))
            code = syn_changes_count(changes) ? CMD_DIFFERS : CMD_DONE;
    }
    syn_changes_free(changes);
    syn_result_free(before.result);
    syn_result_free(after.result);
    syn_corpus_free(before.corpus);
    syn_corpus_free(after.corpus);
    return code;
}

static int run(opt_values *values)
{
    if (values->paths.count != 2 || values->files_from)
        return cmd_misused(&cmd_diff, "needs two results");
    return cmd_run(values, diff);
}

const cmd cmd_diff = {
    .name = "diff",
    .usage = "[options] OLD.json NEW.json",
    .brief = "what two JSON results have otherwise: passages new, gone, changed",
    .about = "Compares two results that were written with -f json: which passages are new, gone or changed, which\n"
             "texts, and who took what from whom. Passages are told by their words and places, never by their\n"
             "numbers. The texts are not needed. Writes text or JSON. Exit status: 0 nothing differs, 1 something\n"
             "does, 2 trouble.\n",
    .run = run,
};
