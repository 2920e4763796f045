#include "cli/cmd.h"

#include <stdio.h>

/** Texts that cannot be shown are no trouble, but the reader should know why they are not there. */
static void say_gone(const syn_corpus *corpus)
{
    size_t texts = syn_corpus_count(corpus), gone = 0;
    const char *first = NULL;
    for (size_t i = texts; i-- > 0;) {
        const syn_document *d = syn_corpus_get(corpus, i);
        if (d->text)
            continue;
        gone++;
        first = d->id;
    }
    if (gone)
        out_error("%zu of %zu texts %s gone or changed since, so only passages are shown of %s (the first: %s)", gone,
                  texts, gone == 1 ? "is" : "are", gone == 1 ? "it" : "them", first);
}

static int report(const cmd_job *job)
{
    syn_corpus *corpus = NULL;
    syn_result *result = NULL;
    syn_error error = {.message = "out of memory (close other programs)"};
    bool done = false;
    if (syn_result_read(job->paths.at[0], &job->values->run, &corpus, &result, &error) < 0) {
        out_error("%s", error.message);
    } else if (cmd_spares(job, corpus)) {
        if (!job->values->quiet)
            say_gone(corpus);
        done = cmd_write(job, result);
    }
    syn_result_free(result);
    syn_corpus_free(corpus);
    return done ? CMD_DONE : CMD_TROUBLE;
}

static int run(opt_values *values)
{
    if (values->paths.count != 1 || values->files_from)
        return cmd_misused(&cmd_report, "needs one result");
    return cmd_run(values, report);
}

const cmd cmd_report = {
    .name = "report",
    .usage = "[options] RESULT.json",
    .brief = "any report of a JSON result, as the run that made it would have written it",
    .about = "Writes any report of a result that an earlier run wrote with -f json. The texts are read again, by\n"
             "their paths as they were named, or else from the folder that the result is in; a text that is\n"
             "gone or has changed is shown by its passages only, as far as the result has them.\n",
    .run = run,
};
