/* An index (include/syndic/store.h) is a store with words made of its texts: index_add.c makes them, check.c looks
 * them up. Here is what only asks the store. */
#include "index.h"

#include "base/alloc.h"
#include "base/error.h"
#include "model/corpus.h"
#include "store/listing.h"
#include "store/removal.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

syn_status syn_index_open(const char *path, syn_index_mode mode, syn_index **out, syn_error *error)
{
    const syn_store_params params = {.shingle_words = SYN_INDEX_SHINGLE_WORDS, .window_words = SYN_INDEX_WINDOW_WORDS,
                                     .unicode = syn_fold_unicode()};
    syn_index *index = syn_alloc_zero(1, sizeof *index);

    if (index == NULL)
        return syn_fail_memory(error);
    syn_status status = syn_store_open(path, mode, &params, &index->store, error);
    if (status == SYN_OK)
        *out = index;
    else
        free(index);
    return status;
}

void syn_index_close(syn_index *index)
{
    if (index == NULL)
        return;
    syn_surprisal_list_free(index->list);
    syn_store_close(index->store);
    free(index);
}

bool syn_index_is(const char *path)
{
    return syn_store_is(path);
}

syn_status syn_index_options(const syn_options *options, syn_error *error)
{
    syn_status status = syn_options_check(options, error);
    if (status < 0)
        return status;
    if (options->shingle_words != SYN_INDEX_SHINGLE_WORDS || options->window_words != SYN_INDEX_WINDOW_WORDS)
        return syn_fail(error, SYN_ARGUMENT,
                        "shingle_words, window_words: an index has %d and %d (leave them as they are)",
                        SYN_INDEX_SHINGLE_WORDS, SYN_INDEX_WINDOW_WORDS);
    return SYN_OK;
}

syn_status syn_index_remove(syn_index *index, const char *const *ids, size_t id_count, syn_error *error)
{
    return syn_store_remove(index->store, ids, id_count, error);
}

syn_status syn_index_list(syn_index *index, syn_index_each *each, void *context, syn_error *error)
{
    return syn_store_list(index->store, each, context, error);
}

syn_status syn_index_measure(syn_index *index, syn_index_stats *out, syn_error *error)
{
    return syn_store_measure(index->store, out, error);
}

static syn_status get(syn_index *index, const char *id, syn_corpus *out, syn_error *error)
{
    syn_arena arena = {0};
    syn_document document;
    uint32_t number, words;
    size_t found = 0;
    syn_status status = syn_store_find(index->store, SYN_STORE_ID, id, strlen(id), &number, 1, &found);

    if (status < 0)
        return syn_store_fail(index->store, status, error);
    if (found == 0)
        return syn_fail(error, SYN_ARGUMENT, "%s: is not in the index (see syndic index ls)", id);
    status = syn_store_document(index->store, number, true, &arena, &document, &words, error);
    if (status == SYN_OK)
        status = syn_corpus_add(out, &document, error);
    syn_arena_release(&arena);
    return status;
}

syn_status syn_index_get(syn_index *index, const char *id, syn_corpus *out, syn_error *error)
{
    syn_status status = syn_store_begin(index->store, error);

    if (status == SYN_OK)
        status = get(index, id, out, error);
    syn_store_end(index->store);
    return status;
}
