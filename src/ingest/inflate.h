/** The door to zlib and zstd on the way in: packed bytes become what was packed.
 *
 *      if (syn_inflate_packed(bytes.at, bytes.count))
 *          status = syn_inflate(path, &bytes, &error);            // all of it, in place
 *
 *      syn_inflater *inflater = syn_inflater_new(at, count);      // some of it at a time
 *      while (!syn_inflater_ended(inflater)) {
 *          ... at == end and more is to come: read on, and set `last` when nothing was left to read ...
 *          status = syn_inflater_step(inflater, path, &at, end, last, room, sizeof room, &made, &error);
 *      }
 *      syn_inflater_free(inflater);
 *
 *  gzip (RFC 1952) with any number of members, zeros behind the last allowed; zstd (RFC 8878) with any
 *  number of frames, skippable ones too, and windows up to 2 GiB.
 *
 *  Owns    syn_inflate: the inflated bytes take the place of the others, which are released.
 *  Fails   SYN_INPUT for a stream that is cut short or damaged, SYN_MEMORY; `bytes` is untouched then.
 */
#ifndef SYN_INGEST_INFLATE_H
#define SYN_INGEST_INFLATE_H

#include "base/file.h"

/** Whether the bytes open with the magic number of a known stream. */
bool syn_inflate_packed(const char *bytes, size_t count);
/** `path` is for the message only. */
syn_status syn_inflate(const char *path, syn_bytes *bytes, syn_error *error);
/** Unpacks to the end and keeps nothing: tells whether syn_inflate would fail. */
syn_status syn_inflate_prove(const char *path, const syn_bytes *bytes, syn_error *error);

typedef struct syn_inflater syn_inflater;
/** For a stream that opens with these bytes (syn_inflate_packed). NULL when memory is short. */
syn_inflater *syn_inflater_new(const char *bytes, size_t count);
void syn_inflater_free(syn_inflater *inflater);
/** Unpacks from `*at` on until the room is full or `end` is reached; `last` says that nothing comes behind it.
 *  `room` is not 0. */
syn_status syn_inflater_step(syn_inflater *inflater, const char *path, const char **at, const char *end, bool last,
                             char *to, size_t room, size_t *made, syn_error *error);
/** Whether all was unpacked: nothing more comes out. */
bool syn_inflater_ended(const syn_inflater *inflater);

#endif
