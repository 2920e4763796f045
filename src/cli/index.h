/** What `syndic index` does, a function each; cmd_index.c has the table.
 *
 *  Owns    nothing.  Fails   CMD_TROUBLE, after one line on standard error.
 */
#ifndef SYN_CLI_INDEX_H
#define SYN_CLI_INDEX_H

#include "cli/cmd.h"

typedef struct index_job {
    const opt_values *values;
    const char *name;   /**< of the index, as it was given */
    syn_index *index;   /**< open */
    list_paths names;   /**< the arguments behind it, and what --files-from names */
} index_job;

typedef int index_work(const index_job *job);
/* These print what is held: index_show.c. */
index_work index_list, index_show, index_stats;

/** Whether -f is "text", or else one of the two forms of JSON; false, and said, when it is neither. */
typedef enum index_form { INDEX_TEXT, INDEX_JSON, INDEX_JSONL } index_form;
bool index_pick_form(const char *format, index_form *out);

#endif
