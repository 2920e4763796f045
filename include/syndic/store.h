/** A collection that lasts: the fingerprints and texts of an archive in one folder, and the check of a new text
 *  against it.
 *
 *      syn_index *index = NULL;
 *      syn_added added;
 *      if (syn_index_open("archive", SYN_INDEX_CREATE, &index, &error) == SYN_OK &&
 *          syn_index_add(index, (const char *[]){"articles/"}, 1, &options, &added, &error) == SYN_OK &&
 *          syn_check(fresh, &index, 1, &gate, &options, &result, &error) == SYN_OK)
 *          printf("%s\n", syn_result_get(result)->checked[0].over ? "over" : "clean");
 *      syn_result_free(result);
 *      syn_index_close(index);
 *
 *  What a call acknowledges (returns SYN_OK for) is on the disk: a kill, a full disk or a second writer later leave
 *  it as it was. Many may read while one writes; each reader sees the index as it was when its call began. Two
 *  writers do not wait for one another: the second is told.
 *
 *  Owns    the caller closes the index. One syn_index is used by one call at a time; syn_check_each uses it with many
 *          threads inside. A process opens one index at most once at a time, readers included.
 *  Fails   SYN_IO, SYN_INPUT (no index, a damaged or foreign one, other parameters), SYN_MEMORY, SYN_LIMIT;
 *          the message names the command that mends it.
 */
#ifndef SYNDIC_STORE_H
#define SYNDIC_STORE_H

#include "syndic/result.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct syn_index syn_index;

typedef enum syn_index_mode {
    SYN_INDEX_READ,   /**< must exist */
    SYN_INDEX_WRITE,  /**< must exist; holds the writer's lock until it is closed */
    SYN_INDEX_CREATE, /**< the same, made when there is none */
    SYN_INDEX_SCRATCH /**< `path` is a folder in which a nameless index lives as long as it is open */
} syn_index_mode;

SYN_API syn_status syn_index_open(const char *path, syn_index_mode mode, syn_index **out, syn_error *error);
SYN_API void syn_index_close(syn_index *index);
/** Whether `path` is an index (of any version): a folder that holds one's marks. */
SYN_API bool syn_index_is(const char *path);

/** What an addition did. */
typedef struct syn_added {
    uint64_t documents, words, bytes; /**< added, with their text's bytes */
    uint64_t known;                   /**< passed over: the same id and the same text were there */
    uint64_t replaced;                /**< added under an id that was there with another text, which was removed */
    uint64_t skipped;                 /**< files or records that could not be read */
} syn_added;

/** Adds files, folders and JSONL as syn_corpus_read takes them, streamed: memory does not grow with the input. All
 *  of it is one addition: it is there as a whole when this returns, and not at all when it fails. An index has shingles of
 *  5 words in windows of 1: other options are refused. */
SYN_API syn_status syn_index_add(syn_index *index, const char *const *paths, size_t path_count,
                                 const syn_options *options, syn_added *out, syn_error *error);
/** The same for the documents of a corpus, skips excepted. */
SYN_API syn_status syn_index_add_corpus(syn_index *index, const syn_corpus *corpus, const syn_options *options,
                                        syn_added *out, syn_error *error);
/** Removes the documents with these ids. From then on no check sees them; their bytes leave the disk with
 *  syn_index_compact. SYN_ARGUMENT, and nothing removed, when an id is not there. */
SYN_API syn_status syn_index_remove(syn_index *index, const char *const *ids, size_t id_count, syn_error *error);

/** Told of each document, in order of ids; text is NULL. The struct is good during the call. A negative status ends it. */
typedef syn_status syn_index_each(void *context, const syn_document *document, uint32_t words);
SYN_API syn_status syn_index_list(syn_index *index, syn_index_each *each, void *context, syn_error *error);
/** Adds the document of this id, with its text, to a corpus. SYN_ARGUMENT when there is none. */
SYN_API syn_status syn_index_get(syn_index *index, const char *id, syn_corpus *out, syn_error *error);

typedef struct syn_index_stats {
    uint64_t documents, words, text_bytes;  /**< of what is held, removed ones not counted */
    uint64_t removed;                       /**< removed, but their bytes are still there until the next compact */
    uint64_t segments, postings;
    uint64_t posting_bytes, packed_text_bytes, file_bytes;
    uint32_t format, shingle_words, window_words;
    const char *unicode;                    /**< version that words were made with; good while the index is open */
} syn_index_stats;
SYN_API syn_status syn_index_measure(syn_index *index, syn_index_stats *out, syn_error *error);

/** Told of every damage, one line each: what and where. */
typedef void syn_index_damage(void *context, const char *what);
/** Reads all of it: every checksum, every text's hash, every count and reference. `*damage_count` is 0 for a whole index. */
SYN_API syn_status syn_index_verify(syn_index *index, const syn_options *options, syn_index_damage *damage,
                                    void *context, uint64_t *damage_count, syn_error *error);
/** Writes all segments as one, without what was removed, into a new file, and deletes the old one. SYN_ARGUMENT for a
 *  scratch index. */
SYN_API syn_status syn_index_compact(syn_index *index, const syn_options *options, syn_error *error);

/** When a text has too much, and what does not count. */
typedef struct syn_gate {
    uint32_t limit_words;        /**< more open words are too many; UINT32_MAX: no such limit */
    double limit_share;          /**< more of the text's words are too many; above 1: no such limit */
    const char *const *ignored;  /**< texts whose wording does not count: base texts and set phrases, UTF-8 */
    size_t ignored_count;
    const char *const *known;    /**< keys of passages that are accepted (syn_passage.key) */
    size_t known_count;
} syn_gate;

/** The defaults: 40 words, 20 %, nothing ignored, nothing known (docs/method.md says where they come from). */
SYN_API void syn_gate_init(syn_gate *gate);

/** What the texts of `fresh` share with those of the indexes: passages that have a witness in both, with their
 *  credits, sources and descents, and syn_result_view.checked, an item for each text of `fresh`. The result's corpus
 *  is its own: first the texts of `fresh` in their order, then those that share something, by id.
 *
 *  No text matches itself: what the indexes hold under the same path, id, url or with the same text is left out, and
 *  named in checked[].versions, unless both have an outlet or an url and these differ. */
SYN_API syn_status syn_check(const syn_corpus *fresh, syn_index *const *indexes, size_t index_count,
                             const syn_gate *gate, const syn_options *options, syn_result **out, syn_error *error);

/** Checks `count` corpora apart, options->thread_count at once: results[i], or NULL where errors[i] says why not, is what
 *  syn_check alone makes of fresh[i]. Fails only when nothing can be checked at all; the caller frees the results. */
SYN_API syn_status syn_check_each(const syn_corpus *const *fresh, size_t count, syn_index *const *indexes,
                                  size_t index_count, const syn_gate *gate, const syn_options *options,
                                  syn_result **results, syn_error *errors, syn_error *error);

#ifdef __cplusplus
}
#endif
#endif
