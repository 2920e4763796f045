#include "cli/flow.h"

#include <stdio.h>

typedef struct checking {
    const cmd_job *job;
    ground_made ground;
    syn_corpus *fresh;
    syn_result *result;
} checking;

static syn_status spares(void *context, const syn_document *document, uint32_t words)
{
    (void)words;
    return !document->path || cmd_spares_path(context, document->path) ? SYN_OK : SYN_ARGUMENT;
}

/** Texts of --against that share nothing are in no result, but no report may replace them either. */
static bool spares_all(const checking *c)
{
    syn_error error = {0};
    if (!cmd_spares(c->job, c->fresh) || !cmd_spares(c->job, syn_result_get(c->result)->corpus))
        return false;
    return c->ground.scratch == NULL || c->job->values->outputs.count == 0 ||
           syn_index_list(c->ground.scratch, spares, (void *)c->job, &error) == SYN_OK;
}

static bool make_result(checking *c)
{
    const opt_values *values = c->job->values;
    syn_error error = {.message = "out of memory (give it fewer texts)"};
    if (syn_corpus_new(&c->fresh) < 0 ||
        syn_corpus_read(c->fresh, c->job->paths.at, c->job->paths.count, &values->run, &error) < 0 ||
        syn_check(c->fresh, c->ground.against.indexes, c->ground.against.index_count, &c->ground.gate, &values->run,
                  &c->result, &error) < 0)
        return out_error("%s", error.message);
    return spares_all(c);
}

static void say_notes(const syn_corpus *fresh)
{
    size_t skips = syn_corpus_skip_count(fresh);
    if (syn_corpus_count(fresh) == 0)
        fputs("syndic: no texts found, so there is nothing to check\n", stderr);
    if (skips)
        fprintf(stderr, "syndic: %zu %s passed over (the report lists %s)\n", skips, skips == 1 ? "file" : "files",
                skips == 1 ? "it" : "them");
}

static int report(checking *c)
{
    const syn_result_view *view = syn_result_get(c->result);
    int code = CMD_DONE;
    if (!c->job->values->quiet)
        say_notes(c->fresh);
    ground_see(&c->ground, c->result);
    if (!cmd_write(c->job, c->result) || !ground_end(&c->ground))
        return CMD_TROUBLE;
    for (size_t i = 0; i < view->checked_count; i++)
        if (view->checked[i].over && !c->job->values->update_baseline)
            code = CMD_OVER;
    return code;
}

static int check(const cmd_job *job)
{
    checking c = {.job = job};
    int code = CMD_TROUBLE;
    if (ground_make(job->values, &c.ground)) {
        if (job->values->streams)
            code = flow_run(job, &c.ground);
        else if (make_result(&c))
            code = report(&c);
    }
    syn_result_free(c.result);
    syn_corpus_free(c.fresh);
    ground_release(&c.ground);
    return code;
}

static int run(opt_values *values)
{
    if (values->paths.count == 0 && !values->files_from)
        return cmd_misused(&cmd_check, "needs texts to check");
    if (values->against.count == 0)
        return cmd_misused(&cmd_check, "needs --against, what to hold them against");
    values->streams = values->files_from && !values->format && values->outputs.count == 0;
    return cmd_run(values, check);
}

const cmd cmd_check = {
    .name = "check",
    .usage = "[options] NEW... --against PATH|INDEX",
    .brief = "what in new texts stands in earlier ones; for a desk and for a gate",
    .about = "Finds the passages that new texts share with earlier ones, says where they come from and which words\n"
             "are open: neither quoted nor credited, in no name and no common text. NEW and PATH are files, folders,\n"
             "JSONL (also .gz or .zst) or \"-\"; INDEX is what syndic index keeps, a folder or @NAME. No text is held\n"
             "against itself or another version of it. With --files-from each name is answered as it comes, by a\n"
             "line of JSON, unless -f or -o asks for a report. Exit status: 0 clean, 1 over the limit, 2 trouble.\n",
    .run = run,
};
