/** What --against names: indexes, which are opened, and paths of texts.
 *
 *      against_found found;
 *      if (against_open(&values->against, &found))
 *          ... found.indexes ... found.paths ...
 *      against_release(&found);
 *
 *  "@NAME" is an index (cli/place.h), and so is a folder that holds one's marks; all else are texts. An index that is
 *  named twice is opened once, as a process may.
 *
 *  Owns    the indexes and the names.  Fails   false, after one line on standard error.
 */
#ifndef SYN_CLI_AGAINST_H
#define SYN_CLI_AGAINST_H

#include "cli/opt.h"
#include "syndic/store.h"

typedef struct against_found {
    syn_index **indexes;   /**< with room for one more */
    size_t index_count;
    const char **paths;
    size_t path_count;
    struct against_target *targets;
    size_t target_count;
} against_found;

bool against_open(const opt_list *against, against_found *out);
void against_release(against_found *found);

#endif
