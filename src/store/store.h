/** The index on the disk: documents, their texts and their fingerprints in one LMDB environment a generation.
 *
 *  A folder holds `syndic-index`, a line of text that names the format and the generation in use, and that
 *  generation's environment. Compacting writes the next generation beside it, whole and synced, and then
 *  renames the line: a kill leaves one or the other. Postings lie in segments, one an addition; segments of like size
 *  are merged when one is added, so that their number stays logarithmic (Lester, Moffat, Zobel 2005).
 *
 *  Numbers   a document's number is given once and never again; a segment's postings name a *place*: the word's
 *            index among all words of the segment's documents, in order of numbers.
 *  Reading   between syn_store_begin and syn_store_end all calls see the store as it was at begin.
 *  Owns      what is handed out lives in the arena given, or until syn_store_end where that is said.
 *  Fails     SYN_IO, SYN_INPUT (damage: what is read is never trusted), SYN_MEMORY, SYN_LIMIT.
 */
#ifndef SYN_STORE_STORE_H
#define SYN_STORE_STORE_H

#include "base/arena.h"
#include "base/posting.h"
#include "syndic/store.h"

typedef struct syn_store syn_store;

/** How fingerprints of this store were made: others are refused. */
typedef struct syn_store_params {
    uint32_t shingle_words, window_words;
    const char *unicode;
} syn_store_params;

syn_status syn_store_open(const char *path, syn_index_mode mode, const syn_store_params *params, syn_store **out,
                          syn_error *error);
void syn_store_close(syn_store *store);

syn_status syn_store_begin(syn_store *store, syn_error *error);
void syn_store_end(syn_store *store);

/** The message for a status that came without one. Returns the status. */
syn_status syn_store_fail(const syn_store *store, syn_status status, syn_error *error);

/** A second reader of the snapshot that `store` has begun, for another thread; closed before it ends. Its own begin and end
 *  do nothing. */
syn_status syn_store_share(const syn_store *store, syn_store **out);

/** Segments of the store; between begin and end. */
uint32_t syn_store_segments(const syn_store *store);

/** A place in the postings of one segment. */
typedef struct syn_lookup {
    syn_store *store;
    void *cursor;             /**< lookup.c's */
    uint32_t segment;
    syn_status status;        /**< of the first failure */
    uint64_t hash;            /**< whose postings are read */
    syn_block_reader block;
    syn_posting at;           /**< the posting that the next call to syn_lookup_next gives, if any is left */
    bool any;
} syn_lookup;

/** Between begin and end; closed before end. `segment` counts from 0. */
syn_status syn_lookup_open(syn_store *store, uint32_t segment, syn_lookup *out);
void syn_lookup_close(syn_lookup *lookup);
/** Goes to the first posting of `hash` (the low SYN_POSTING_BITS are compared) at `place` or behind it. Fastest when
 *  hashes ascend from call to call. */
void syn_lookup_seek(syn_lookup *lookup, uint64_t hash, uint64_t place);
/** Up to `room` places of the hash, ascending, and goes on behind them; 0 at the end or when lookup->status is set. */
size_t syn_lookup_next(syn_lookup *lookup, uint64_t *places, size_t room);

/** The document that a place of a segment is in and the word there. SYN_INPUT when there is none. */
syn_status syn_store_locate(syn_store *store, uint32_t segment, uint64_t place, uint32_t *number, uint32_t *word);
/** Documents have numbers below this one. Between begin and end. */
uint32_t syn_store_numbers(const syn_store *store);
/** Bytes of all texts that are held. Between begin and end. */
uint64_t syn_store_text_bytes(const syn_store *store);
/** Whether a document is held, and not removed. */
bool syn_store_holds(syn_store *store, uint32_t number);

/** A document by its number, its strings in the arena; with `text` also its text. */
syn_status syn_store_document(syn_store *store, uint32_t number, bool text, syn_arena *arena, syn_document *out,
                              uint32_t *words, syn_error *error);

typedef enum syn_store_name { SYN_STORE_ID, SYN_STORE_PATH, SYN_STORE_URL, SYN_STORE_HASH } syn_store_name;
/** The numbers of held documents with this id, path, url (bytes) or SHA-256 (32 bytes), ascending: at most `room` of
 *  them are written, all are counted. */
syn_status syn_store_find(syn_store *store, syn_store_name by, const void *bytes, size_t count, uint32_t *numbers,
                          size_t room, size_t *found);

#endif
