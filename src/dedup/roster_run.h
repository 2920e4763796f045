/** Sorted runs of sketches in a file without a name.
 *
 *      header  | magic 8 | mark 8 | sketches 8 | values 8 | XXH3-64 of these 8 |
 *      block   | bytes 8 | seal 8 | records of dedup/roster_record.h |                as often as needed
 *      end     | 0 8     | seal 8 |
 *
 *  A seal is the XXH3-64 of a block, or of the counts at the end, with the mark and the place in the file: a block that
 *  stands where another should is refused too. A record that is larger than a block has one to itself.
 *
 *      syn_roster_writer_begin(&writer, &file, sketches, values, &error);
 *      syn_roster_writer_add(&writer, &file, head, &error);                  // in order
 *      syn_roster_writer_end(&writer, &file, &run, &error);
 *
 *      syn_roster_reader_init(&reader, &file, mark, &run, buffer, room);
 *      while (syn_roster_reader_load(&reader, &error) == SYN_OK && reader.head)
 *          do ... reader.head ... while (syn_roster_reader_step(&reader));
 *
 *  Owns    a writer its buffer; a reader nothing.
 *  Fails   SYN_IO, with the bytes that did not fit; SYN_INPUT for a run that is cut short, garbled, out of order or
 *          another's.
 *  Cost    a system call a block.
 */
#ifndef SYN_DEDUP_ROSTER_RUN_H
#define SYN_DEDUP_ROSTER_RUN_H

#include "base/nameless.h"
#include "dedup/roster_record.h"

/** A run in its file. */
typedef struct syn_roster_run {
    uint64_t at, bytes, sketches, values;
    uint64_t largest; /**< bytes of a block */
} syn_roster_run;

typedef struct syn_roster_writer {
    uint64_t mark;
    size_t room, fill;  /**< bytes of a block */
    char *buffer;       /**< a block behind its frame */
    syn_roster_run run;
} syn_roster_writer;

/** `room`: bytes of a block, a multiple of eight. SYN_MEMORY. */
syn_status syn_roster_writer_init(syn_roster_writer *writer, uint64_t mark, size_t room);
void syn_roster_writer_release(syn_roster_writer *writer);
syn_status syn_roster_writer_begin(syn_roster_writer *writer, syn_nameless *file, uint64_t sketches, uint64_t values,
                                   syn_error *error);
syn_status syn_roster_writer_add(syn_roster_writer *writer, syn_nameless *file, const syn_roster_head *head,
                                 syn_error *error);
syn_status syn_roster_writer_end(syn_roster_writer *writer, syn_nameless *file, syn_roster_run *out, syn_error *error);

typedef struct syn_roster_reader {
    const syn_roster_head *head; /**< the record it is at; NULL at the end */
    const syn_nameless *file;
    uint64_t mark;
    syn_roster_run run;
    uint64_t at;                 /**< where the next block is in the file */
    uint64_t next_bytes, next_seal;
    uint64_t sketches, values;   /**< read so far */
    syn_roster_head last;        /**< of the block before */
    char *buffer;
    size_t room, begin, fill;    /**< records behind the one it is at lie in [begin, fill) */
} syn_roster_reader;

/** Bytes of a buffer for reading a run whose largest block has so many. */
size_t syn_roster_reader_room(uint64_t largest);
/** The buffer is aligned to eight bytes. */
void syn_roster_reader_init(syn_roster_reader *reader, const syn_nameless *file, uint64_t mark,
                            const syn_roster_run *run, char *buffer, size_t room);
/** Reads the next block over the last one and goes to its first record, or to the end. */
syn_status syn_roster_reader_load(syn_roster_reader *reader, syn_error *error);
/** Goes to the next record of the block; false when there is none in it, and nothing changes. */
bool syn_roster_reader_step(syn_roster_reader *reader);

#endif
