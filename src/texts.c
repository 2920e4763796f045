/* What is added: places and ids of texts. How they are read again is in texts_read.c. */
#include "texts.h"

#include "base/alloc.h"
#include "base/error.h"
#include "model/corpus.h"
#include "texts_inside.h"

#include <stdlib.h>
#include <string.h>

syn_status syn_texts_new(const syn_options *options, const char *folder, size_t memory_bytes, syn_texts **out,
                         syn_error *error)
{
    syn_texts *texts = syn_alloc_zero(1, sizeof *texts);
    if (!texts)
        return syn_fail_memory(error);
    texts->field_text = options->field_text ? options->field_text : "text";
    texts->folder = folder;
    syn_column_init(&texts->places, sizeof(syn_place), memory_bytes / 4, folder);
    syn_column_init(&texts->ids, 1, memory_bytes / 4, folder);
    syn_column_init(&texts->marks, sizeof(uint64_t), memory_bytes / 32, folder);
    syn_packed_init(&texts->packed, options->thread_count, memory_bytes / 4, folder);
    *out = texts;
    return SYN_OK;
}

void syn_texts_free(syn_texts *texts)
{
    if (!texts)
        return;
    free(texts->origins);
    free(texts->added);
    syn_buf_release(&texts->names);
    syn_arena_release(&texts->arena);
    syn_column_release(&texts->places);
    syn_column_release(&texts->ids);
    syn_column_release(&texts->marks);
    syn_packed_release(&texts->packed);
    free(texts);
}

uint64_t syn_texts_count(const syn_texts *texts)
{
    return texts->places.count + texts->added_count;
}

uint64_t syn_texts_bytes(const syn_texts *texts)
{
    return syn_column_bytes(&texts->places) + syn_column_bytes(&texts->ids) + syn_column_bytes(&texts->marks) +
           syn_packed_bytes(&texts->packed);
}

syn_status syn_texts_places(const syn_texts *texts, uint64_t first, size_t count, syn_place *places, syn_error *error)
{
    if (first > texts->places.count || count > texts->places.count - first)
        return syn_fail(error, SYN_ARGUMENT, "there is no text %llu", (unsigned long long)first);
    return syn_column_get(&texts->places, first, count, places, error);
}

/* Adding */

static bool is_same(const syn_origin *a, const syn_origin *b)
{
    return a->index == b->index && a->form == b->form && a->kept == b->kept &&
           (a->path == b->path || (a->path && b->path && strcmp(a->path, b->path) == 0));
}

/** The origin's number: mostly the one that was added last. */
static syn_status find_origin(syn_texts *texts, syn_origin origin, uint32_t *number, syn_error *error)
{
    if (texts->origin_count > 0 && is_same(&texts->origins[texts->origin_count - 1], &origin)) {
        *number = (uint32_t)(texts->origin_count - 1);
        return SYN_OK;
    }
    if (texts->origin_count == UINT32_MAX)
        return syn_fail(error, SYN_LIMIT, "more than %u files (give fewer at once)", UINT32_MAX);
    if (origin.path)
        origin.path = syn_arena_text(&texts->arena, origin.path, strlen(origin.path));
    if ((!origin.path && !origin.index) || !syn_alloc_room((void **)&texts->origins, &texts->origin_capacity,
                                                           texts->origin_count + 1, sizeof origin))
        return syn_fail_memory(error);
    texts->origins[texts->origin_count] = origin;
    *number = (uint32_t)texts->origin_count++;
    return SYN_OK;
}

/** Notes a place and its id; settle_added has them written. */
static syn_status note(syn_texts *texts, const syn_place *place, const char *id, syn_error *error)
{
    uint64_t mark = texts->ids.count + texts->names.len;
    syn_status status = SYN_OK;
    if (syn_texts_count(texts) % SYN_TEXTS_IDS == 0)
        status = syn_column_add(&texts->marks, &mark, 1, error);
    if (status < 0)
        return status;
    if (!syn_alloc_room((void **)&texts->added, &texts->added_capacity, texts->added_count + 1, sizeof *place))
        return syn_fail_memory(error);
    texts->added[texts->added_count++] = *place;
    syn_buf_add(&texts->names, id, strlen(id) + 1);
    return texts->names.failed ? syn_fail_memory(error) : SYN_OK;
}

static syn_status settle_added(syn_texts *texts, syn_error *error)
{
    syn_status status = syn_column_add(&texts->ids, texts->names.bytes, texts->names.len, error);
    if (status == SYN_OK)
        status = syn_column_add(&texts->places, texts->added, texts->added_count, error);
    texts->added_count = 0;
    syn_buf_clear(&texts->names);
    return status;
}

static syn_status fail_long(const syn_document *document, syn_error *error)
{
    return syn_fail(error, SYN_LIMIT, "%s: a text of 4 GiB or more (split it, or give it as a file)", document->id);
}

static syn_status add_document(syn_texts *texts, const syn_document *document, const syn_record *record,
                               syn_error *error)
{
    syn_origin origin = {.path = document->path, .form = record->form, .kept = record->bytes != NULL};
    syn_place place = {.at = record->at, .hash = record->hash, .count = (uint32_t)record->count};
    if (origin.kept && record->count >= UINT32_MAX)
        return fail_long(document, error);
    syn_status status = find_origin(texts, origin, &place.origin, error);
    if (status == SYN_OK && origin.kept)
        status = syn_packed_add(&texts->packed, record->bytes, record->count, &place.at, error);
    return status == SYN_OK ? note(texts, &place, document->id, error) : status;
}

syn_status syn_texts_add(syn_texts *texts, const syn_feed *feed, const syn_corpus *batch, syn_error *error)
{
    size_t count = syn_corpus_count(batch);
    syn_status status = SYN_OK;
    for (size_t i = 0; i < count && status == SYN_OK; i++) {
        syn_record record = syn_feed_record(feed, i);
        if (record.form == SYN_RECORD_NONE)
            return syn_fail(error, SYN_ARGUMENT, "texts: the feed keeps no records (ask it to)");
        status = add_document(texts, syn_corpus_get(batch, i), &record, error);
    }
    if (status == SYN_OK && texts->added_count > 0)
        status = settle_added(texts, error);
    return status == SYN_OK ? syn_packed_flush(&texts->packed, false, error) : status;
}

syn_status syn_texts_add_stored(syn_texts *texts, syn_index *index, uint32_t number, syn_error *error)
{
    syn_place place = {.at = number};
    syn_status status = find_origin(texts, (syn_origin){.index = index}, &place.origin, error);
    if (status == SYN_OK)
        status = note(texts, &place, "", error);
    return status == SYN_OK ? settle_added(texts, error) : status;
}

syn_status syn_texts_close(syn_texts *texts, syn_error *error)
{
    return syn_packed_flush(&texts->packed, true, error);
}
