/* A corpus is settled when its ids are unique and in order. Adding keeps it so, one document at a
 * time; a reader takes documents in any order and settles once. */
#include "model/corpus.h"

#include "base/alloc.h"
#include "base/encoding.h"
#include "base/error.h"
#include "base/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

syn_status syn_corpus_new(syn_corpus **out)
{
    syn_corpus *corpus = syn_alloc_zero(1, sizeof *corpus);

    if (!corpus)
        return SYN_MEMORY;
    *out = corpus;
    return SYN_OK;
}

void syn_corpus_empty(syn_corpus *corpus, syn_arena *spare)
{
    for (size_t i = 0; i < corpus->file_count; i++)
        syn_bytes_release(&corpus->files[i]);
    corpus->file_count = corpus->skip_count = corpus->count = 0;
    syn_arena_join(spare, &corpus->arena);
}

void syn_corpus_free(syn_corpus *corpus)
{
    if (!corpus)
        return;
    for (size_t i = 0; i < corpus->file_count; i++)
        syn_bytes_release(&corpus->files[i]);
    free(corpus->files);
    free(corpus->skips);
    free(corpus->documents);
    syn_arena_release(&corpus->arena);
    free(corpus);
}

size_t syn_corpus_count(const syn_corpus *corpus)
{
    return corpus->count;
}

const syn_document *syn_corpus_get(const syn_corpus *corpus, size_t index)
{
    return &corpus->documents[index];
}

size_t syn_corpus_skip_count(const syn_corpus *corpus)
{
    return corpus->skip_count;
}

const syn_skip *syn_corpus_skip_get(const syn_corpus *corpus, size_t index)
{
    return &corpus->skips[index];
}

static bool room(syn_corpus *corpus)
{
    return syn_alloc_room((void **)&corpus->documents, &corpus->capacity, corpus->count + 1,
                          sizeof *corpus->documents);
}

syn_status syn_corpus_take(syn_corpus *corpus, const syn_document *document)
{
    if (!room(corpus))
        return SYN_MEMORY;
    corpus->documents[corpus->count++] = *document;
    return SYN_OK;
}

syn_status syn_corpus_hold(syn_corpus *corpus, syn_bytes *bytes)
{
    if (!syn_alloc_room((void **)&corpus->files, &corpus->file_capacity, corpus->file_count + 1,
                        sizeof *corpus->files))
        return SYN_MEMORY;
    corpus->files[corpus->file_count++] = *bytes;
    *bytes = (syn_bytes){0};
    return SYN_OK;
}

syn_status syn_corpus_skip(syn_corpus *corpus, const char *path, const char *why)
{
    syn_skip skip = {syn_arena_text(&corpus->arena, path, strlen(path)),
                     syn_arena_text(&corpus->arena, why, strlen(why))};

    if (!skip.path || !skip.why ||
        !syn_alloc_room((void **)&corpus->skips, &corpus->skip_capacity, corpus->skip_count + 1,
                        sizeof *corpus->skips))
        return SYN_MEMORY;
    corpus->skips[corpus->skip_count++] = skip;
    return SYN_OK;
}

/* `id` with "#" and the first eight digits of the hash behind it. */
static const char *id_with_hash(syn_corpus *corpus, const char *id, const uint8_t sha256[32])
{
    const size_t len = strlen(id);
    char *made = syn_arena_take(&corpus->arena, len + 10);

    if (made)
        snprintf(made, len + 10, "%s#%02x%02x%02x%02x", id, sha256[0], sha256[1], sha256[2], sha256[3]);
    return made;
}

static const char *id_with_number(syn_corpus *corpus, const char *id, size_t number)
{
    const size_t size = strlen(id) + 22;
    char *made = syn_arena_take(&corpus->arena, size);

    if (made)
        snprintf(made, size, "%s#%zu", id, number);
    return made;
}

/* Where `id` is, or belongs; the common case of adding in order looks at the last one only. */
static size_t place_of(const syn_corpus *corpus, const char *id, bool *there)
{
    size_t low = 0, high = corpus->count;

    *there = false;
    if (high > 0 && strcmp(corpus->documents[high - 1].id, id) < 0)
        return high;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int way = strcmp(corpus->documents[middle].id, id);
        if (way == 0)
            *there = true;
        if (way < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Gives the document an id that is free and says where it belongs; false when memory is short. */
static bool find_place(syn_corpus *corpus, syn_document *document, size_t *place)
{
    bool there;

    *place = place_of(corpus, document->id, &there);
    if (!there)
        return true;
    const char *hashed = id_with_hash(corpus, document->id, document->sha256);
    document->id = hashed;
    for (size_t number = 2; document->id; number++) {
        *place = place_of(corpus, document->id, &there);
        if (!there)
            return true;
        document->id = id_with_number(corpus, hashed, number);
    }
    return false;
}

static bool copy_text(syn_corpus *corpus, const char **text)
{
    if (*text)
        *text = syn_arena_text(&corpus->arena, *text, strlen(*text));
    return *text != NULL;
}

static bool copy_strings(syn_corpus *corpus, syn_document *document)
{
    document->text = syn_arena_text(&corpus->arena, document->text, document->text_bytes);
    return document->text && copy_text(corpus, &document->id) &&
           (!document->path || copy_text(corpus, &document->path)) &&
           (!document->title || copy_text(corpus, &document->title)) &&
           (!document->outlet || copy_text(corpus, &document->outlet)) &&
           (!document->url || copy_text(corpus, &document->url)) &&
           (!document->byline || copy_text(corpus, &document->byline)) &&
           (!document->canonical || copy_text(corpus, &document->canonical)) &&
           (!document->date_unread || copy_text(corpus, &document->date_unread));
}

syn_status syn_corpus_add(syn_corpus *corpus, const syn_document *document, syn_error *error)
{
    syn_document made = *document;
    size_t place;

    if (!document->id || !document->text)
        return syn_fail(error, SYN_ARGUMENT, "a document has no %s (set id and text)",
                        document->id ? "text" : "id");
    syn_hash_sha256(document->text, document->text_bytes, made.sha256);
    made.replaced_count = syn_utf8_broken(document->text, document->text_bytes);
    if (!room(corpus) || !copy_strings(corpus, &made) || !find_place(corpus, &made, &place))
        return syn_fail_memory(error);
    syn_document *at = corpus->documents + place;
    memmove(at + 1, at, (corpus->count - place) * sizeof *at);
    *at = made;
    corpus->count++;
    return SYN_OK;
}

static int order_texts(const char *a, const char *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

/* Total over documents that were read: one place (path and record) holds one document. */
static int order_documents(const void *left, const void *right)
{
    const syn_document *a = left, *b = right;
    int way = strcmp(a->id, b->id);

    if (way == 0)
        way = memcmp(a->sha256, b->sha256, sizeof a->sha256);
    if (way == 0)
        way = order_texts(a->path, b->path);
    if (way == 0)
        way = (a->record > b->record) - (a->record < b->record);
    return way;
}

static int order_skips(const void *left, const void *right)
{
    const syn_skip *a = left, *b = right;
    const int way = strcmp(a->path, b->path);
    return way != 0 ? way : strcmp(a->why, b->why);
}

/* Renames all but the first of each run of equal ids: by hash in the first round, by number when ids
 * still clash. Says how many there were; SIZE_MAX when memory is short. */
static size_t rename_equals(syn_corpus *corpus, bool by_hash)
{
    syn_document *d = corpus->documents;
    const char *id = NULL;
    size_t count = 0, number = 1;

    for (size_t i = 0; i < corpus->count; i++) {
        if (!id || strcmp(id, d[i].id) != 0) {
            id = d[i].id;
            number = 1;
            continue;
        }
        number++;
        count++;
        d[i].id = by_hash ? id_with_hash(corpus, id, d[i].sha256) : id_with_number(corpus, id, number);
        if (!d[i].id) {
            d[i].id = id;
            return SIZE_MAX;
        }
    }
    return count;
}

syn_status syn_corpus_settle(syn_corpus *corpus, syn_error *error)
{
    size_t renamed = corpus->count;

    if (corpus->skip_count > 1)
        qsort(corpus->skips, corpus->skip_count, sizeof *corpus->skips, order_skips);
    for (bool by_hash = true; renamed > 0; by_hash = false) {
        if (corpus->count > 1)
            qsort(corpus->documents, corpus->count, sizeof *corpus->documents, order_documents);
        renamed = rename_equals(corpus, by_hash);
        if (renamed == SIZE_MAX)
            return syn_fail_memory(error);
    }
    return SYN_OK;
}

syn_status syn_corpus_copy(syn_corpus *corpus, const syn_document *document)
{
    syn_document made = *document;
    return room(corpus) && copy_strings(corpus, &made) ? syn_corpus_take(corpus, &made) : SYN_MEMORY;
}

/* The id of a document of `other`, or one made from it, that neither corpus has. */
static const char *free_id(syn_corpus *corpus, const syn_corpus *other, const syn_document *document)
{
    bool here, there = false;
    place_of(corpus, document->id, &here);
    if (!here)
        return document->id;
    const char *hashed = id_with_hash(corpus, document->id, document->sha256), *id = hashed;
    for (size_t number = 2; id; number++) {
        place_of(corpus, id, &here);
        place_of(other, id, &there);
        if (!here && !there)
            break;
        id = id_with_number(corpus, hashed, number);
    }
    return id;
}

syn_status syn_corpus_append(syn_corpus *corpus, syn_corpus *other, syn_error *error)
{
    const char **ids = syn_alloc(other->count, sizeof *ids);
    bool made = ids != NULL && syn_alloc_room((void **)&corpus->documents, &corpus->capacity,
                                              corpus->count + other->count, sizeof *corpus->documents);
    for (size_t i = 0; i < other->count && made; i++)
        made = (ids[i] = free_id(corpus, other, &other->documents[i])) != NULL;
    for (size_t i = 0; i < other->file_count && made; i++)
        made = syn_corpus_hold(corpus, &other->files[i]) == SYN_OK;
    if (!made) {
        free(ids);
        return syn_fail_memory(error);
    }
    for (size_t i = 0; i < other->count; i++)
        other->documents[i].id = ids[i];
    free(ids);
    if (other->count > 1)
        qsort(other->documents, other->count, sizeof *other->documents, order_documents);
    if (other->count > 0)
        memcpy(corpus->documents + corpus->count, other->documents, other->count * sizeof *other->documents);
    corpus->count += other->count;
    other->count = 0;
    syn_arena_join(&corpus->arena, &other->arena);
    return SYN_OK;
}
