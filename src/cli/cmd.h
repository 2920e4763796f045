/** The commands. Each is a line in main's table and a file of its own; what they have in common, from
 *  paths to written reports, is in cmd.c.
 */
#ifndef SYN_CLI_CMD_H
#define SYN_CLI_CMD_H

#include "cli/list.h"
#include "cli/opt.h"
#include "cli/out.h"
#include "syndic/syndic.h"

/** Exit codes. */
enum { CMD_DONE = 0, CMD_DIFFERS = 1, CMD_OVER = 1, CMD_TROUBLE = 2 };

typedef struct cmd {
    const char *name;
    const char *usage;  /**< arguments, as the help shows them */
    const char *brief;  /**< one line */
    const char *about;  /**< what the help says, whole lines */
    int (*run)(opt_values *values);
} cmd;

extern const cmd cmd_check, cmd_compare, cmd_dedup, cmd_diff, cmd_index, cmd_report, cmd_trace;

/** What a command has to do its work with. */
typedef struct cmd_job {
    const opt_values *values;
    list_paths paths;
    out_target *targets; /**< open */
    size_t target_count;
} cmd_job;

/** Lists the paths, opens every output, does the work and closes up. Returns the exit code, which is the work's. */
typedef int cmd_work(const cmd_job *job);
int cmd_run(opt_values *values, cmd_work *work);

/** What is made of texts: syn_compare or syn_trace. */
typedef syn_status cmd_finder(const syn_corpus *corpus, const syn_options *options, syn_result **out,
                              syn_error *error);
/** The work of a command on texts: reads them, finds what they share and writes every report asked for; fewer than
 *  `least` texts are trouble. Returns an exit code. */
int cmd_find(const cmd_job *job, size_t least, cmd_finder *find);
/** Writes a result to every output. */
bool cmd_write(const cmd_job *job, const syn_result *result);
/** The look of what goes to a target. */
out_look cmd_look(const cmd_job *job, const out_target *target);
/** Whether no output would replace one of the texts; says so when one would. */
bool cmd_spares(const cmd_job *job, const syn_corpus *corpus);

/** The same for one text, by its path. */
bool cmd_spares_path(const cmd_job *job, const char *path);

/** Says that the command cannot be used so, and how it can; returns CMD_TROUBLE. */
int cmd_misused(const cmd *command, const char *what);

#endif
