/** A file that a feed (src/feed.h) reads: what its parts hold becomes documents and skips of a corpus.
 *
 *      status = syn_feed_file_join(&file, &part, &joint, &error);    // every part, in order
 *      status = syn_feed_file_end(&file, &joint, &error);
 *
 *  Owns    the file what it has open; documents and their strings go to the corpus.
 *  Fails   SYN_INPUT for a bad record of a file that was named, or when the options are strict; SYN_MEMORY.
 */
#ifndef SYN_FEED_FILE_H
#define SYN_FEED_FILE_H

#include "ingest/ingest.h"
#include "model/corpus.h"
#include "paths.h"

typedef struct syn_feed_file {
    const syn_entry *entry;
    bool must;            /**< what cannot be read is an error */
    bool opened;
    syn_ingest file;
    syn_status status;    /**< of opening it, or of fetching more */
    syn_error error;
    const char *path;     /**< in the corpus's arena; NULL before the first part of a batch */
    int64_t line_count;   /**< of the parts that were joined */
    bool useful;          /**< a document was found */
    syn_trouble *held;    /**< troubles before the first document; lines count from the file's start */
    size_t held_count, held_capacity;
    syn_arena held_arena;
} syn_feed_file;

/** Where parts are joined. */
typedef struct syn_joint {
    syn_corpus *corpus;
    const syn_options *options;
    syn_wanted wanted;
    syn_record *records;  /**< of the batch's documents, when they are wanted */
    size_t record_count, record_capacity;
} syn_joint;

syn_status syn_feed_file_join(syn_feed_file *file, syn_part *part, syn_joint *joint, syn_error *error);
/** Behind the last part, or instead of them when it could not be opened. */
syn_status syn_feed_file_end(syn_feed_file *file, syn_joint *joint, syn_error *error);
void syn_feed_file_release(syn_feed_file *file);

#endif
