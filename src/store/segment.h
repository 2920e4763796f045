/** Segments: written once from ascending postings, read front to back when they are merged.
 *
 *      words of documents      |-- 7 --|-- 9 --|--- 12 ---|          places, in order of numbers
 *      spans                   (0, 7) (31, 9) (80, 12)               450 to a value, so that any is found by a search
 *      blocks                  kind 0: shingle -> place   kind 1: name -> number
 *
 *  A block holds the key of the block behind it, so it is written when that one is known.
 *
 *  Owns    what is said.  Fails   SYN_MEMORY, SYN_IO, SYN_INPUT, with a message.
 */
#ifndef SYN_STORE_SEGMENT_H
#define SYN_STORE_SEGMENT_H

#include "store/inside.h"

/** A document of a segment. */
typedef struct syn_member {
    uint32_t number, words;
} syn_member;

typedef struct syn_members {
    syn_member *items;
    size_t count, capacity;
} syn_members;

void syn_members_release(syn_members *members);
/** Documents without words are passed over: no place is in them. */
syn_status syn_members_add(syn_members *members, uint32_t number, uint32_t words);
/** The documents of segment `segment` of the snapshot, removed ones too. */
syn_status syn_members_read(syn_store *store, uint32_t segment, syn_members *out);

/** Writes the postings of one kind of a segment; transactions end and begin as they fill. */
typedef struct syn_segment_writer {
    syn_store *store;
    syn_segment *segment;
    int kind;
    syn_posting *postings;
    size_t first, count; /**< those held */
    unsigned char key[SYN_BLOCK_KEY_BYTES], value[SYN_VALUE_BYTES];
    size_t value_bytes; /**< of the block that waits for its next; 0: none */
} syn_segment_writer;

syn_status syn_segment_begin(syn_segment_writer *writer, syn_store *store, syn_segment *segment, int kind,
                             syn_error *error);
/** Postings ascend over all calls. */
syn_status syn_segment_add(syn_segment_writer *writer, const syn_posting *postings, size_t count, syn_error *error);
syn_status syn_segment_end(syn_segment_writer *writer, syn_error *error);
void syn_segment_writer_release(syn_segment_writer *writer);
/** Writes the spans; the segment's words and documents are set. */
syn_status syn_segment_write_spans(syn_store *store, syn_segment *segment, const syn_members *members,
                                   syn_error *error);

/** Reads the postings of one kind front to back. */
typedef struct syn_segment_reader {
    syn_tree_cursor tree;
    syn_block_reader block;
    unsigned char prefix[5], next[10];
    uint64_t left;
    bool begun, last;
} syn_segment_reader;

void syn_segment_reader_begin(syn_segment_reader *reader, syn_store *store, uint32_t segment, int kind);
/** Up to `room` more; 0 at the end. SYN_INPUT when a block is damaged or missing. */
syn_status syn_segment_read(syn_segment_reader *reader, syn_posting *out, size_t room, size_t *count);

#endif
