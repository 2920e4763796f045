#include "cli/cmd.h"

#define PAIRS_KEPT 1000

static int run(opt_values *values)
{
    if (values->path_count == 0 && !values->files_from)
        return cmd_misused(&cmd_trace, "needs texts to trace");
    values->run.pair_count = PAIRS_KEPT;
    return cmd_run(values, syn_trace, false);
}

const cmd cmd_trace = {
    .name = "trace",
    .usage = "[options] PATH...",
    .brief = "the passages that texts share, and every text that has each",
    .about = "Finds the passages that texts share, gathers every copy of each, and names the earliest\n"
             "where dates can tell. Of the pairs of texts, a JSON result keeps the 1,000 largest.\n"
             "PATH is a text file, a folder, JSONL with one article a line (also .gz or .zst), or \"-\"\n"
             "for standard input.\n",
    .run = run,
};
