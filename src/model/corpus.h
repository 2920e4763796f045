/** What the library knows of a corpus beyond the public face (include/syndic/corpus.h). */
#ifndef SYN_MODEL_CORPUS_H
#define SYN_MODEL_CORPUS_H

#include "base/arena.h"
#include "base/file.h"
#include "syndic/corpus.h"

struct syn_corpus {
    syn_document *documents;
    size_t count, capacity;
    syn_skip *skips;
    size_t skip_count, skip_capacity;
    syn_arena arena;            /**< strings and decoded texts */
    syn_bytes *files;           /**< files whose bytes documents point into */
    size_t file_count, file_capacity;
};

/** Appends a document whose strings already live as long as the corpus (arena or files); sha256 and
 *  replaced_count must be set. Not sorted. */
syn_status syn_corpus_take(syn_corpus *corpus, const syn_document *document);
/** Keeps a file's bytes until the corpus is freed; `*bytes` is empty then. */
syn_status syn_corpus_hold(syn_corpus *corpus, syn_bytes *bytes);
syn_status syn_corpus_skip(syn_corpus *corpus, const char *path, const char *why);
/** Takes everything out but the memory of the arena, which is moved to `spare`. */
void syn_corpus_empty(syn_corpus *corpus, syn_arena *spare);
/** Makes ids unique ("#" and eight digits of the hash; of equal id and hash, "#" and a running
 *  number), then sorts by id, and the skips by path. Independent of the order of adding. */
syn_status syn_corpus_settle(syn_corpus *corpus, syn_error *error);
/** Moves the documents of another settled corpus behind those of this one, in order of their ids; one whose id is
 *  taken here is renamed as above. `other` is empty then, but for its skips. */
syn_status syn_corpus_append(syn_corpus *corpus, syn_corpus *other, syn_error *error);
/** Appends a copy of a document, its strings and its text, as it is. Not sorted. */
syn_status syn_corpus_copy(syn_corpus *corpus, const syn_document *document);

#endif
