/** The door to zlib and zstd: a compressed file replaced by what is in it, whole.
 *
 *      if (syn_inflate_packed(bytes.at, bytes.count))
 *          status = syn_inflate(path, &bytes, &error);
 *
 *  gzip (RFC 1952) with any number of members, zeros behind the last allowed; zstd (RFC 8878) with any
 *  number of frames, skippable ones too, and windows up to 2 GiB.
 *
 *  Owns    the inflated bytes take the place of the others, which are released.
 *  Fails   SYN_INPUT for a stream that is cut short or damaged, SYN_MEMORY; `bytes` is untouched then.
 */
#ifndef SYN_INGEST_INFLATE_H
#define SYN_INGEST_INFLATE_H

#include "base/file.h"

/** Whether the bytes open with the magic number of a known stream. */
bool syn_inflate_packed(const char *bytes, size_t count);
/** `path` is for the message only. */
syn_status syn_inflate(const char *path, syn_bytes *bytes, syn_error *error);

#endif
