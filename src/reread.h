/** The texts of a result that was read back, read again: each by its path and record, and taken only if its hash is the
 *  one that the result has.
 *
 *      status = syn_reread(corpus, "out/result.json", "text", options);
 *      ... corpus->documents[i].text == NULL: gone or changed ...
 *
 *  Two rounds: by the paths as they were named, then, for what is still missing, from the folder that the result lies
 *  in. Only regular files are opened. With a text come its count of broken sequences, its byline and its canonical
 *  address, which a result does not hold.
 *
 *  Owns    the corpus owns the texts.  Fails   SYN_MEMORY; a text that cannot be read is none.
 *  Cost    one look at each file, n log n in documents.
 */
#ifndef SYN_REREAD_H
#define SYN_REREAD_H

#include "syndic/corpus.h"

/** `result` is the path of the result; `field_text` may be NULL for "text". Of the options only the number of threads
 *  and the progress function, which is told of the stage "reread", count. */
syn_status syn_reread(syn_corpus *corpus, const char *result, const char *field_text, const syn_options *options);

#endif
