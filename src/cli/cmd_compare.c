#include "cli/cmd.h"

static int compare(const cmd_job *job)
{
    return cmd_find(job, 2, syn_compare);
}

static int run(opt_values *values)
{
    if (values->paths.count == 0 && !values->files_from)
        return cmd_misused(&cmd_compare, "needs texts to compare");
    return cmd_run(values, compare);
}

const cmd cmd_compare = {
    .name = "compare",
    .usage = "[options] A B...",
    .brief = "what the given texts share, side by side",
    .about = "Shows what each two of the given texts share, both wordings side by side.\n"
             "A and B are text files, folders (all pairs within), JSONL with one article a line (also\n"
             ".gz or .zst), or \"-\" for standard input.\n",
    .run = run,
};
