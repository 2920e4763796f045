/** The texts of a run by number, read again when they are asked for: of more than fit into memory.
 *
 *      syn_texts *texts = NULL;
 *      syn_texts_new(&options, folder, memory_bytes, &texts, &error);
 *      syn_texts_add(texts, document, &record, &error);          // numbers count from 0, in the order of adding
 *      syn_texts_close(texts, &error);                           // no more are added
 *      syn_again again = {0};                                    // one a worker
 *      syn_texts_read(texts, 7, &again, &error);                 // again.text, again.id, again.record
 *      syn_again_release(&again);
 *      syn_texts_free(texts);
 *
 *  Of a file on the disk that is not packed only the place of each record is kept. What is packed or came from a pipe
 *  is kept itself, packed anew in blocks in a nameless file. Plain texts are files: they are opened again. A text is
 *  what its record says: broken sequences of a plain text are U+FFFD, as they are in the line that is made of it.
 *
 *  Owns    what it has open (some files at a time). What is read holds until the next read into the same syn_again.
 *  Fails   SYN_IO (a full disk says how much was needed), SYN_MEMORY, SYN_INPUT with "changed while it was read" when a
 *          record is not there again. Reading may run in several threads, each with its own syn_again.
 *  Units   bytes. Cost   a record is a system call and a parse of its JSON.
 */
#ifndef SYN_TEXTS_H
#define SYN_TEXTS_H

#include "feed.h"
#include "syndic/store.h"

typedef struct syn_texts syn_texts;

/** A text that was read again. */
typedef struct syn_again {
    const char *text;
    size_t text_bytes;
    const char *id;        /**< as reports show it */
    syn_record record;     /**< bytes and count: the line that goes out, without its end: as it was found; of an
                                array's object, line ends are blanks; of a plain text and one of an index, made of its
                                id and text */
    void *inside;          /**< texts.c's */
} syn_again;
void syn_again_release(syn_again *again);

syn_status syn_texts_new(const syn_options *options, const char *folder, size_t memory_bytes, syn_texts **out,
                         syn_error *error);
void syn_texts_free(syn_texts *texts);
/** The documents of the feed's last batch. */
syn_status syn_texts_add(syn_texts *texts, const syn_feed *feed, const syn_corpus *batch, syn_error *error);
/** A document of an index that has begun to be read (syn_store_begin) and stays so. */
syn_status syn_texts_add_stored(syn_texts *texts, syn_index *index, uint32_t number, syn_error *error);
syn_status syn_texts_close(syn_texts *texts, syn_error *error);
uint64_t syn_texts_count(const syn_texts *texts);
/** `text`: the text is wanted, else the record; the other one may be missing. And the id. */
syn_status syn_texts_read(syn_texts *texts, uint64_t number, bool text, syn_again *again, syn_error *error);
/** The id alone, which is cheaper. Into again->id. */
syn_status syn_texts_id(syn_texts *texts, uint64_t number, syn_again *again, syn_error *error);
/** Bytes written to the temporary folder. */
uint64_t syn_texts_bytes(const syn_texts *texts);

/** The records [first, first + count) as lines, each with an end, that lie behind one another in a file: at most `room`
 *  bytes of them are read at once into again->record. *taken says how many they are: at least one. For what is written
 *  as it was found. */
syn_status syn_texts_lines(syn_texts *texts, uint64_t first, uint64_t count, size_t room, uint64_t *taken,
                           syn_again *again, syn_error *error);

#endif
