/** Sorted runs of postings in a file without a name.
 *
 *      header  | magic 8 | mark 8 | count 8 | XXH3-64 of these 8 |
 *      block   | bytes 4 | XXH3-64 with the mark 8 | a block of base/posting.h |      as often as needed
 *      end     | 0 4     | count with the mark 8 |
 *
 *      syn_spill_run_file_open(folder, mark, &file, &error);
 *      syn_spill_run_begin(&file, count, &run, &error);
 *      bytes = syn_spill_run_pack(postings, count, mark, page, sizeof page, &packed);
 *      syn_spill_run_write(&file, page, bytes, &error);
 *      syn_spill_run_end(&file, &run, &error);
 *      syn_spill_run_reader_init(&reader, &file, &run, buffer, buffer_bytes);
 *      while (syn_spill_run_read(&reader, postings, room, &count, &error) == SYN_OK && count > 0) ...
 *
 *  Owns    the file, which is gone when it is closed; folder is the caller's, and so are a reader's buffers.
 *  Fails   SYN_IO, with the bytes that did not fit; SYN_INPUT for a run that is cut short, garbled or another's.
 */
#ifndef SYN_BASE_SPILL_RUN_H
#define SYN_BASE_SPILL_RUN_H

#include "base/nameless.h"
#include "base/posting.h"

enum {
    SYN_RUN_FRAME = 12,             /**< bytes before a block */
    SYN_RUN_BLOCK = 8000,           /**< bytes of a block at most */
    SYN_RUN_BUFFER = SYN_RUN_FRAME + SYN_BLOCK_BYTES /**< the least buffer of a reader */
};

typedef struct syn_spill_run_file {
    syn_nameless nameless; /**< not open: there is none */
    uint64_t mark;
} syn_spill_run_file;

/** A run in its file. */
typedef struct syn_spill_run {
    uint64_t at, bytes, count;
} syn_spill_run;

typedef struct syn_spill_run_reader {
    const syn_spill_run_file *file;
    uint64_t at, end;           /**< what is still in the file */
    uint64_t count, left;       /**< postings of the run, and those not yet given */
    unsigned char *buffer;
    size_t begin, fill, room;   /**< what is read but not used lies in [begin, fill) */
    bool begun, ended;
    syn_block_reader block;
    syn_posting last;
} syn_spill_run_reader;

syn_status syn_spill_run_file_open(const char *folder, uint64_t mark, syn_spill_run_file *out, syn_error *error);
void syn_spill_run_file_close(syn_spill_run_file *file);

/** Packs what fits into one block with its frame; `room` is at least SYN_RUN_FRAME + 64. */
size_t syn_spill_run_pack(const syn_posting *postings, size_t count, uint64_t mark, unsigned char *out, size_t room,
                    size_t *packed);
syn_status syn_spill_run_begin(syn_spill_run_file *file, uint64_t count, syn_spill_run *out, syn_error *error);
syn_status syn_spill_run_write(syn_spill_run_file *file, const void *bytes, size_t count, syn_error *error);
syn_status syn_spill_run_end(syn_spill_run_file *file, syn_spill_run *run, syn_error *error);

void syn_spill_run_reader_init(syn_spill_run_reader *reader, const syn_spill_run_file *file, const syn_spill_run *run, unsigned char *buffer,
                         size_t room);
/** Up to `room` next postings; *count is 0 at the end only. */
syn_status syn_spill_run_read(syn_spill_run_reader *reader, syn_posting *postings, size_t room, size_t *count, syn_error *error);

#endif
