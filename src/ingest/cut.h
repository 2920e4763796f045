/** The bytes of a file cut into parts (syn_ingest_take and syn_ingest_fetch of ingest/ingest.h), and the steps of it
 *  that opening a file needs.
 *
 *  Owns    what is read of a stream and not cut yet lies in the file's `room`.  Fails   as syn_ingest_fetch.
 */
#ifndef SYN_INGEST_CUT_H
#define SYN_INGEST_CUT_H

#include "ingest/ingest.h"

/** Reads of the stream until `want` bytes lie in no part, or it ends. */
syn_status syn_ingest_fill(syn_ingest *file, size_t want, syn_error *error);
/** Puts a part behind those there are; it is released when that fails. */
syn_status syn_ingest_append(syn_ingest *file, syn_part *part, syn_error *error);

#endif
