/** Texts that are named one after another, each checked and answered before the next name is read.
 *
 *      code = flow_run(job, &ground);
 *
 *  An answer is a line of JSON on standard output, written at once; a name that cannot be read is answered too, with
 *  what went wrong, and the flow goes on. Names that are there already are checked side by side; memory does not grow with their number.
 *
 *  Fails   CMD_TROUBLE when a name could not be read or nothing can be written any more.
 */
#ifndef SYN_CLI_FLOW_H
#define SYN_CLI_FLOW_H

#include "cli/cmd.h"
#include "cli/ground.h"

/** Takes the names of the command line first, then those of --files-from. Returns an exit code. */
int flow_run(const cmd_job *job, ground_made *ground);

#endif
