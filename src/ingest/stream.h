/** The bytes of a file, unpacked when they are packed, some at a time: for what is longer than memory.
 *
 *      syn_stream stream = {0};
 *      if (syn_stream_open(&stream, path, &error) == SYN_OK && syn_stream_whole(&stream))
 *          ... stream.input.bytes is all of it: nothing is packed, nothing to wait for ...
 *      while (status == SYN_OK && !stream.ended)
 *          status = syn_stream_read(&stream, to, room, &got, &error);
 *      syn_stream_release(&stream);
 *
 *  A large packed file is mapped, and its pages are given back behind the place that was read.
 *
 *  Owns    what it has open. `path` is the caller's.  Fails   SYN_IO, SYN_INPUT (a broken stream), SYN_MEMORY.
 */
#ifndef SYN_INGEST_STREAM_H
#define SYN_INGEST_STREAM_H

#include "ingest/inflate.h"

typedef struct syn_stream {
    syn_input input;
    syn_inflater *inflater; /**< NULL: the bytes are not packed */
    char *chunk;            /**< what was read last of a pipe */
    const char *at, *end;   /**< bytes as they lie in the file, read and not yet unpacked */
    bool last;              /**< nothing comes behind `end` */
    bool ended;             /**< nothing more is to be had */
    uint64_t done_bytes;    /**< of the file, as it lies on the disk */
    size_t forgotten;
} syn_stream;

syn_status syn_stream_open(syn_stream *out, const char *path, syn_error *error);
bool syn_stream_whole(const syn_stream *stream);
/** Whether it is a file on the disk, and no pipe. */
bool syn_stream_regular(const syn_stream *stream);
/** Whether it is packed, and all of it is at hand to be proven (syn_inflate_prove). */
bool syn_stream_provable(const syn_stream *stream);
/** Fills the room, but for the end of the stream; `room` is not 0. */
syn_status syn_stream_read(syn_stream *stream, char *to, size_t room, size_t *got, syn_error *error);
void syn_stream_release(syn_stream *stream);

#endif
