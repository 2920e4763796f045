/** What an output must not replace: the texts it is made of, and the files of an index.
 *
 *      spare_named("-o", "out.json", values, &paths)     // before the work: what was named
 *      spare_texts("out.json", corpus)                   // once they are known: what was met in folders
 *
 *  Files are told by what they are, not by their names: a link to a text is that text.
 *
 *  Owns    nothing.  Fails   false, after one line on standard error.
 */
#ifndef SYN_CLI_SPARE_H
#define SYN_CLI_SPARE_H

#include "cli/list.h"
#include "cli/opt.h"
#include "syndic/corpus.h"

/** Whether `output`, which `option` names, is none of the files that were named to be read, and of no index. */
bool spare_named(const char *option, const char *output, const opt_values *values, const list_paths *paths);
/** The same of an index alone. */
bool spare_index(const char *option, const char *output);
/** The same of one file ... */
bool spare_path(const char *option, const char *output, const char *path);
/** ... and of the texts of a corpus, met in folders or named in a result. */
bool spare_texts(const char *output, const syn_corpus *corpus);
/** The same of all files below these paths that are read: for texts that nobody lists. */
bool spare_folders(const char *option, const char *output, const char *const *paths, size_t count);

#endif
