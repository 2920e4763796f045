#include "store/listing.h"

#include "base/alloc.h"
#include "base/error.h"
#include "store/inside.h"
#include "store/seal.h"

#include <stdlib.h>

/* A document's id, where it lies in the mapping. */
typedef struct entry {
    const unsigned char *id;
    uint32_t bytes, number;
} entry;

typedef struct listing {
    syn_store *store;
    entry *entries;
    size_t count, capacity;
} listing;

bool syn_store_is(const char *path)
{
    return syn_folder_is(path);
}

static int by_id(const void *x, const void *y)
{
    const entry *a = x, *b = y;
    size_t least = a->bytes < b->bytes ? a->bytes : b->bytes;
    int way = least > 0 ? memcmp(a->id, b->id, least) : 0;

    if (way == 0)
        way = (a->bytes > b->bytes) - (a->bytes < b->bytes);
    return way != 0 ? way : (a->number > b->number) - (a->number < b->number);
}

static syn_status take(listing *l, syn_slice key, syn_slice value)
{
    entry e = {0};

    if (key.count != 4 || !syn_kept_id(value, &e.id, &e.bytes))
        return SYN_INPUT;
    e.number = (uint32_t)syn_get_key(key.at, 4);
    if (!syn_store_holds(l->store, e.number))
        return SYN_OK;
    if (!syn_alloc_room((void **)&l->entries, &l->capacity, l->count + 1, sizeof *l->entries))
        return SYN_MEMORY;
    l->entries[l->count++] = e;
    return SYN_OK;
}

static syn_status collect(listing *l)
{
    syn_tree_cursor cursor = {.tree = syn_environment_tree(l->store->env, SYN_TABLE_DOCUMENTS)};
    syn_slice key, value;
    syn_status status = SYN_OK;

    for (bool more = syn_tree_seek(&cursor, "", 0); more && status == SYN_OK; more = syn_tree_next(&cursor)) {
        status = syn_environment_entry(SYN_TABLE_DOCUMENTS, &cursor, &key, &value);
        if (status == SYN_OK)
            status = take(l, key, value);
    }
    if (status == SYN_OK && (cursor.broken || l->count != l->store->manifest.documents))
        status = SYN_INPUT;
    if (l->count > 1)
        qsort(l->entries, l->count, sizeof *l->entries, by_id);
    return status;
}

static syn_status tell(const listing *l, syn_index_each *each, void *context, syn_error *error)
{
    syn_status status = SYN_OK;

    for (size_t i = 0; i < l->count && status == SYN_OK; i++) {
        syn_arena arena = {0};
        syn_document document;
        uint32_t words;
        status = syn_store_document(l->store, l->entries[i].number, false, &arena, &document, &words, error);
        if (status == SYN_OK)
            status = each(context, &document, words);
        syn_arena_release(&arena);
    }
    return status;
}

syn_status syn_store_list(syn_store *store, syn_index_each *each, void *context, syn_error *error)
{
    listing l = {.store = store};
    syn_status status = syn_store_begin(store, error);

    if (status < 0)
        return status;
    status = collect(&l);
    if (status < 0)
        syn_environment_fail(store->env, status, error);
    else
        status = tell(&l, each, context, error);
    free(l.entries);
    syn_store_end(store);
    return status;
}

syn_status syn_store_measure(syn_store *store, syn_index_stats *out, syn_error *error)
{
    syn_status status = syn_store_begin(store, error);

    if (status < 0)
        return status;
    const syn_manifest *m = &store->manifest;
    syn_index_stats stats = {.documents = m->documents, .words = m->words, .text_bytes = m->text_bytes,
                             .removed = m->removed, .segments = m->segment_count, .packed_text_bytes = m->packed_bytes,
                             .format = SYN_STORE_FORMAT, .shingle_words = m->shingle_words,
                             .window_words = m->window_words, .unicode = store->unicode};
    for (size_t i = 0; i < m->segment_count; i++) {
        stats.postings += m->segments[i].postings[SYN_KIND_SHINGLE];
        stats.posting_bytes += m->segments[i].bytes;
    }
    stats.file_bytes = syn_environment_bytes(store->env);
    if (store->mode != SYN_INDEX_SCRATCH)
        stats.file_bytes = syn_folder_bytes(store->path);
    *out = stats;
    syn_store_end(store);
    return SYN_OK;
}
