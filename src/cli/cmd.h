/** The commands. Each is a line in main's table and a file of its own; what they have in common, from
 *  paths to written reports, is cmd_run.
 */
#ifndef SYN_CLI_CMD_H
#define SYN_CLI_CMD_H

#include "cli/opt.h"
#include "syndic/syndic.h"

/** Exit codes. */
enum { CMD_DONE = 0, CMD_TROUBLE = 2 };

typedef struct cmd {
    const char *name;
    const char *usage;  /**< arguments, as the help shows them */
    const char *brief;  /**< one line */
    const char *about;  /**< what the help says, whole lines */
    int (*run)(opt_values *values);
} cmd;

extern const cmd cmd_compare, cmd_trace;

/** What a command does with the texts: syn_compare or syn_trace. */
typedef syn_status cmd_work(const syn_corpus *corpus, const syn_options *options, syn_result **out,
                            syn_error *error);

/** Reads the paths, does the work and writes every report asked for. Side by side needs two texts.
 *  Returns an exit code. */
int cmd_run(opt_values *values, cmd_work *work, bool side_by_side);

/** Says that the command cannot be used so, and how it can; returns CMD_TROUBLE. */
int cmd_misused(const cmd *command, const char *what);

#endif
