#include "cli/cmd.h"

#define PAIRS_KEPT 1000

static int trace(const cmd_job *job)
{
    return cmd_find(job, 0, syn_trace);
}

static int run(opt_values *values)
{
    if (values->paths.count == 0 && !values->files_from)
        return cmd_misused(&cmd_trace, "needs texts to trace");
    values->run.pair_count = PAIRS_KEPT;
    return cmd_run(values, trace);
}

const cmd cmd_trace = {
    .name = "trace",
    .usage = "[options] PATH...",
    .brief = "where shared passages come from, and every text that has each",
    .about = "Finds the passages that texts share and says where they come from: which sources the texts\n"
             "credit, also sources that are not among them, and who can be shown to have taken what from\n"
             "whom. Of the pairs of texts, a JSON result keeps the 1,000 largest.\n"
             "PATH is a text file, a folder, JSONL with one article a line (also .gz or .zst), or \"-\"\n"
             "for standard input.\n",
    .run = run,
};
