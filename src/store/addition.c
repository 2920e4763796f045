#include "store/addition_inside.h"

#include "base/alloc.h"
#include "base/error.h"
#include "store/merging.h"
#include "store/seal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { LARGE_BYTES = 16 << 20 /* a text with a transaction of its own */ };

/* ---- beginning and ending ---- */

void syn_addition_free(syn_addition *addition)
{
    if (addition == NULL)
        return;
    if (addition->writing)
        syn_environment_abort(addition->store->env);
    syn_store_end(addition->store);
    syn_manifest_release(&addition->manifest);
    syn_arrivals_release(&addition->arrivals);
    syn_members_release(&addition->members);
    for (int kind = 0; kind < SYN_KIND_COUNT; kind++)
        syn_spill_free(addition->spills[kind]);
    syn_dictionary_close(addition->dictionary);
    free(addition->renamings);
    free(addition->dropped);
    syn_arena_release(&addition->arena);
    syn_buf_release(&addition->record);
    free(addition);
}

static syn_status load_dictionary(syn_addition *a, syn_error *error)
{
    unsigned char key[4];
    syn_slice value;

    if (a->manifest.dictionary == 0)
        return SYN_OK;
    syn_put_key(key, a->manifest.dictionary, 4);
    if (syn_environment_get(a->store->env, SYN_TABLE_DICTIONARIES, key, sizeof key, &value) != SYN_OK)
        return syn_environment_fail(a->store->env, SYN_INPUT, error);
    return syn_dictionary_open(value.at, value.count, true, &a->dictionary) < 0 ? syn_fail_memory(error) : SYN_OK;
}

syn_status syn_addition_begin(syn_store *store, syn_pool *pool, size_t memory_bytes, syn_addition **out,
                              syn_error *error)
{
    syn_addition *a = syn_alloc_zero(1, sizeof *a);
    syn_status status = syn_store_writable(store, error);

    if (a == NULL || status < 0) {
        free(a);
        return status < 0 ? status : syn_fail_memory(error);
    }
    a->store = store;
    status = syn_store_sweep(store, error); /* what a killed writer left would stand in the way */
    if (status == SYN_OK)
        status = syn_store_begin(store, error);
    if (status == SYN_OK && syn_manifest_copy(&store->manifest, &a->manifest) < 0)
        status = syn_fail_memory(error);
    if (status == SYN_OK)
        status = load_dictionary(a, error);
    if (status == SYN_OK)
        status = syn_spill_new(store->path, memory_bytes, pool, SYN_KIND_SHINGLE, &a->spills[SYN_KIND_SHINGLE], error);
    if (status == SYN_OK)
        status = syn_spill_new(store->path, memory_bytes / 8, NULL, SYN_KIND_NAME, &a->spills[SYN_KIND_NAME], error);
    if (status == SYN_OK)
        status = syn_store_write(store, error);
    if (status < 0) {
        syn_addition_free(a);
        return status;
    }
    a->writing = true;
    a->base_number = a->manifest.next_number;
    *out = a;
    return SYN_OK;
}

/* ---- what is packed with what ---- */

const syn_dictionary *syn_addition_dictionary(const syn_addition *addition)
{
    return addition->dictionary;
}

syn_status syn_addition_train(syn_addition *a, const char *samples, const size_t *sizes, size_t count, syn_error *error)
{
    unsigned char key[4];
    char *bytes = NULL;
    size_t byte_count;

    if (a->manifest.dictionary != 0 && a->manifest.documents * 4 > count)
        return SYN_OK;
    if (syn_dictionary_make(samples, sizes, count, &bytes, &byte_count) < 0)
        return syn_fail_memory(error);
    if (bytes == NULL)
        return SYN_OK;
    syn_dictionary *made = NULL;
    syn_status status = syn_dictionary_open(bytes, byte_count, true, &made);
    if (status < 0)
        syn_fail_memory(error);
    syn_put_key(key, a->manifest.next_dictionary, 4);
    if (status == SYN_OK)
        status = syn_environment_put(a->store->env, SYN_TABLE_DICTIONARIES, key, sizeof key, bytes, byte_count, true,
                                     error);
    free(bytes);
    if (status < 0) {
        syn_dictionary_close(made);
        return status;
    }
    syn_dictionary_close(a->dictionary);
    a->dictionary = made;
    a->manifest.dictionary = a->manifest.next_dictionary++;
    return SYN_OK;
}

/* ---- documents ---- */

static syn_status add_name(syn_addition *a, syn_store_name by, const void *bytes, size_t count, uint32_t number,
                           syn_error *error)
{
    syn_posting name = {syn_store_name_key(by, bytes, count), number};

    return syn_spill_add(a->spills[SYN_KIND_NAME], &name, 1, error);
}

static syn_status add_names(syn_addition *a, const syn_document *d, uint32_t number, syn_error *error)
{
    syn_status status = add_name(a, SYN_STORE_ID, d->id, strlen(d->id), number, error);

    if (status == SYN_OK && d->path != NULL)
        status = add_name(a, SYN_STORE_PATH, d->path, strlen(d->path), number, error);
    if (status == SYN_OK && d->url != NULL)
        status = add_name(a, SYN_STORE_URL, d->url, strlen(d->url), number, error);
    return status == SYN_OK ? add_name(a, SYN_STORE_HASH, d->sha256, sizeof d->sha256, number, error) : status;
}

static syn_status put_record(syn_addition *a, uint32_t number, const syn_kept *record, bool last, syn_error *error)
{
    unsigned char key[4];

    syn_put_key(key, number, 4);
    syn_buf_clear(&a->record);
    syn_kept_write(record, &a->record);
    if (a->record.failed)
        return syn_fail_memory(error);
    return syn_environment_put(a->store->env, SYN_TABLE_DOCUMENTS, key, sizeof key, a->record.bytes, a->record.len,
                               last, error);
}

/* A large text has a transaction with room for it. */
static syn_status make_room(syn_addition *a, size_t bytes, syn_error *error)
{
    if (bytes < LARGE_BYTES)
        return syn_store_turn(a->store, error);
    a->writing = false;
    syn_status status = syn_environment_commit(a->store->env, false, error);
    if (status == SYN_OK)
        status = syn_environment_write(a->store->env, 2 * bytes, error);
    a->writing = status == SYN_OK;
    return status;
}

syn_status syn_addition_put(syn_addition *a, const syn_claim *claim, const syn_document *document, uint32_t words,
                            const void *packed, size_t packed_bytes, uint64_t *first_place, syn_error *error)
{
    unsigned char key[4];
    syn_kept record = {.document = *document, .words = words, .dictionary = a->manifest.dictionary,
                         .packed_bytes = (uint32_t)packed_bytes};

    if (packed_bytes >= UINT32_MAX - 64 || (a->words + words) >> (SYN_POSTING_BITS - 1) != 0)
        return syn_environment_fail(a->store->env, SYN_LIMIT, error);
    record.document.id = claim->id;
    syn_put_key(key, claim->number, 4);
    syn_status status = make_room(a, packed_bytes, error);
    if (status == SYN_OK)
        status = put_record(a, claim->number, &record, true, error);
    if (status == SYN_OK)
        status = syn_environment_put(a->store->env, SYN_TABLE_TEXTS, key, sizeof key, packed, packed_bytes, true,
                                     error);
    if (status == SYN_OK)
        status = add_names(a, &record.document, claim->number, error);
    if (status == SYN_OK && syn_members_add(&a->members, claim->number, words) < 0)
        status = syn_fail_memory(error);
    if (status < 0)
        return status;
    *first_place = a->words;
    a->documents++;
    a->words += words;
    a->bytes += document->text_bytes;
    a->packed += packed_bytes;
    return SYN_OK;
}

/* ---- the end ---- */

static unsigned tier(uint64_t postings)
{
    unsigned t = 0;

    for (; postings > 1024; postings /= 4)
        t++;
    return t;
}

/* The first of the last segments that are merged with the new one: four of about one size become one. */
static size_t first_merged(const syn_manifest *m, uint64_t postings)
{
    size_t first = m->segment_count;

    for (;;) {
        size_t from = first;
        while (from > 0 && tier(m->segments[from - 1].postings[SYN_KIND_SHINGLE]) <= tier(postings))
            from--;
        if (first - from < 3)
            return first;
        while (first > from)
            postings += m->segments[--first].postings[SYN_KIND_SHINGLE];
    }
}

/* Writes the segment of the addition, and takes those merged into it out of the manifest. */
static syn_status write_segment(syn_addition *a, syn_error *error)
{
    syn_manifest *m = &a->manifest;
    size_t first = first_merged(m, a->words);
    syn_segment segment = {.number = m->next_segment};
    syn_members members = {0};
    syn_merging merge = {0};
    uint64_t words = 0;
    syn_status status = SYN_OK;

    for (size_t i = first; i < m->segment_count && status == SYN_OK; i++)
        status = syn_merging_segment(&merge, a->store, (uint32_t)i, &members, &words);
    if (status == SYN_OK)
        status = syn_merging_spills(&merge, a->spills, words);
    for (size_t i = 0; i < a->members.count && status == SYN_OK; i++)
        status = syn_members_add(&members, a->members.items[i].number, a->members.items[i].words);
    if (status == SYN_OK && (words + a->words) >> SYN_POSTING_BITS != 0)
        status = SYN_LIMIT;
    if (status < 0)
        syn_environment_fail(a->store->env, status, error);
    if (status == SYN_OK)
        status = syn_segment_write_spans(a->store, &segment, &members, error);
    for (int kind = 0; kind < SYN_KIND_COUNT && status == SYN_OK; kind++)
        status = syn_merging_write(&merge, a->store, &segment, kind, error);
    syn_merging_release(&merge);
    syn_members_release(&members);
    if (status < 0)
        return status;
    m->unswept = m->unswept || first < m->segment_count;
    m->segment_count = first;
    if (!syn_alloc_room((void **)&m->segments, &m->segment_capacity, first + 1, sizeof *m->segments))
        return syn_fail_memory(error);
    m->segments[m->segment_count++] = segment;
    m->next_segment++;
    return SYN_OK;
}

static syn_status bury(syn_addition *a, uint32_t number, syn_error *error)
{
    syn_removed gone;
    syn_status status = syn_store_bury(a->store, &a->manifest, number, &gone, error);

    if (status == SYN_OK && number >= a->base_number) {
        a->documents--;
        a->words -= gone.words;
        a->bytes -= gone.text_bytes;
    }
    return status;
}

static syn_status rename_now(syn_addition *a, const syn_renaming *r, syn_error *error)
{
    unsigned char key[4];
    syn_arena arena = {0};
    syn_kept record;
    syn_slice value;

    syn_put_key(key, r->number, 4);
    int status = syn_environment_peek(a->store->env, SYN_TABLE_DOCUMENTS, key, sizeof key, &value);
    if (status == SYN_OK)
        status = syn_kept_read(value, &arena, &record);
    if (status != SYN_OK) {
        status = syn_environment_fail(a->store->env, status > 0 ? SYN_INPUT : (syn_status)status, error);
    } else {
        record.document.id = r->id;
        status = put_record(a, r->number, &record, false, error);
    }
    syn_arena_release(&arena);
    return (syn_status)status;
}

/* Names that documents get at the end are names like the others: they go in before these are sorted. */
static syn_status name_renamed(syn_addition *a, syn_error *error)
{
    syn_status status = SYN_OK;

    for (size_t i = 0; i < a->renaming_count && status == SYN_OK; i++)
        status = add_name(a, SYN_STORE_ID, a->renamings[i].id, strlen(a->renamings[i].id), a->renamings[i].number,
                          error);
    return status;
}

static syn_status bury_all(syn_addition *a, syn_error *error)
{
    syn_status status = SYN_OK;

    for (size_t i = 0; i < a->arrivals.count && status == SYN_OK; i++)
        if (a->arrivals.items[i].replaces != SYN_ARRIVAL_NONE) {
            status = bury(a, a->arrivals.items[i].replaces, error);
            a->replaced++;
        }
    for (size_t i = 0; i < a->dropped_count && status == SYN_OK; i++)
        status = bury(a, a->dropped[i], error);
    return status;
}

static syn_status name_all(syn_addition *a, syn_error *error)
{
    syn_manifest *m = &a->manifest;
    syn_status status = SYN_OK;

    m->documents += a->documents;
    m->words += a->words;
    m->text_bytes += a->bytes;
    m->packed_bytes += a->packed;
    m->serial++;
    for (size_t i = 0; i < a->renaming_count && status == SYN_OK; i++)
        status = rename_now(a, &a->renamings[i], error);
    if (status == SYN_OK)
        status = bury_all(a, error);
    if (status == SYN_OK)
        status = syn_store_acknowledge(a->store, m, error);
    return status;
}

syn_status syn_addition_print(syn_addition *a, const syn_posting *postings, size_t count, syn_error *error)
{
    return syn_spill_add(a->spills[SYN_KIND_SHINGLE], postings, count, error);
}

syn_status syn_addition_end(syn_addition *a, syn_added *out, syn_error *error)
{
    syn_status status = SYN_OK;

    if (a->documents + a->renaming_count + a->dropped_count > 0) {
        status = name_renamed(a, error);
        for (int kind = 0; kind < SYN_KIND_COUNT && status == SYN_OK; kind++)
            status = syn_spill_sort(a->spills[kind], error);
        if (status == SYN_OK)
            status = write_segment(a, error);
        if (status == SYN_OK)
            status = name_all(a, error);
        a->writing = false;
        if (status < 0) {
            syn_environment_abort(a->store->env);
            return status;
        }
        syn_store_end(a->store);
        if (a->manifest.unswept)
            syn_store_sweep(a->store, NULL); /* what it does not reach, the next writer does */
    }
    *out = (syn_added){.documents = a->documents, .words = a->words, .bytes = a->bytes, .known = a->known,
                       .replaced = a->replaced};
    return SYN_OK;
}
