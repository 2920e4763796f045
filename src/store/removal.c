/* A mark in the table of removed documents, and the manifest, are the removal. What it leaves in the tables is swept
 * afterwards, and so is what a killed writer left there: a table's entries are known to be left when no manifest names
 * their number or their segment. */
#include "store/removal.h"

#include "base/alloc.h"
#include "base/error.h"
#include "store/seal.h"

#include <stdlib.h>

syn_status syn_store_bury(syn_store *store, syn_manifest *m, uint32_t number, syn_removed *out, syn_error *error)
{
    unsigned char key[4];
    syn_arena arena = {0};
    syn_kept record;
    syn_slice value;

    syn_put_key(key, number, 4);
    int status = syn_environment_peek(store->env, SYN_TABLE_DOCUMENTS, key, sizeof key, &value);
    if (status == SYN_OK)
        status = syn_kept_read(value, &arena, &record);
    syn_arena_release(&arena);
    if (status != SYN_OK)
        return syn_environment_fail(store->env, status > 0 ? SYN_INPUT : (syn_status)status, error);
    *out = (syn_removed){record.words, record.document.text_bytes};
    m->documents--;
    m->words -= record.words;
    m->text_bytes -= record.document.text_bytes;
    m->packed_bytes -= record.packed_bytes;
    m->removed++;
    m->unswept = true;
    return syn_environment_put(store->env, SYN_TABLE_REMOVED, key, sizeof key, "", 0, false, error);
}

/* ---- removing ---- */

static int by_number(const void *x, const void *y)
{
    const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static syn_status find_all(syn_store *store, const char *const *ids, size_t id_count, uint32_t *numbers,
                           syn_error *error)
{
    for (size_t i = 0; i < id_count; i++) {
        size_t found = 0;
        syn_status status = syn_store_find(store, SYN_STORE_ID, ids[i], strlen(ids[i]), &numbers[i], 1, &found);
        if (status < 0)
            return syn_environment_fail(store->env, status, error);
        if (found == 0)
            return syn_fail(error, SYN_ARGUMENT, "%s: is not in %s (see syndic index ls)", ids[i], store->path);
    }
    return SYN_OK;
}

static syn_status bury_all(syn_store *store, uint32_t *numbers, size_t count, syn_error *error)
{
    syn_manifest next = {0};
    syn_removed gone;
    syn_status status = syn_manifest_copy(&store->manifest, &next) < 0 ? syn_fail_memory(error) : SYN_OK;

    if (status == SYN_OK)
        status = syn_store_write(store, error);
    qsort(numbers, count, sizeof *numbers, by_number);
    for (size_t i = 0; i < count && status == SYN_OK; i++)
        if (i == 0 || numbers[i] != numbers[i - 1])
            status = syn_store_bury(store, &next, numbers[i], &gone, error);
    next.serial++;
    if (status == SYN_OK)
        status = syn_store_acknowledge(store, &next, error);
    if (status < 0)
        syn_environment_abort(store->env);
    syn_manifest_release(&next);
    return status;
}

syn_status syn_store_remove(syn_store *store, const char *const *ids, size_t id_count, syn_error *error)
{
    syn_status status = syn_store_writable(store, error);
    uint32_t *numbers = syn_alloc(id_count, sizeof *numbers);

    if (status == SYN_OK && numbers == NULL)
        status = syn_fail_memory(error);
    if (status == SYN_OK && id_count > 0)
        status = syn_store_sweep(store, error);
    if (status == SYN_OK && id_count > 0) {
        status = syn_store_begin(store, error);
        if (status == SYN_OK)
            status = find_all(store, ids, id_count, numbers, error);
        if (status == SYN_OK)
            status = bury_all(store, numbers, id_count, error);
        syn_store_end(store);
        if (status == SYN_OK)
            syn_store_sweep(store, NULL); /* what it does not reach, the next writer does */
    }
    free(numbers);
    return status;
}

/* ---- sweeping ---- */

/* Removes the entry that a snapshot's cursor is at; the transaction begins with the first. */
static syn_status erase_at(syn_store *store, syn_table table, const syn_tree_cursor *cursor, bool *writing,
                           syn_error *error)
{
    syn_tree_cursor at = *cursor;
    syn_slice key;
    syn_status status = SYN_OK;

    if (!syn_tree_get(&at, &key, NULL))
        return syn_environment_fail(store->env, SYN_INPUT, error);
    if (!*writing)
        status = syn_store_write(store, error);
    *writing = status == SYN_OK;
    if (status == SYN_OK)
        status = syn_environment_erase(store->env, table, key.at, key.count, error);
    return status == SYN_OK ? syn_store_turn(store, error) : status;
}

/* Entries whose number no manifest has given yet. */
static syn_status sweep_from(syn_store *store, syn_table table, uint32_t number, bool *writing, syn_error *error)
{
    syn_tree_cursor cursor = {.tree = syn_environment_tree(store->env, table)};
    unsigned char key[4];
    syn_status status = SYN_OK;

    syn_put_key(key, number, 4);
    for (bool more = syn_tree_seek(&cursor, key, sizeof key); more && status == SYN_OK; more = syn_tree_next(&cursor))
        status = erase_at(store, table, &cursor, writing, error);
    return status == SYN_OK && cursor.broken ? syn_environment_fail(store->env, SYN_INPUT, error) : status;
}

static bool is_named(const syn_manifest *m, uint32_t segment)
{
    for (size_t i = 0; i < m->segment_count; i++)
        if (m->segments[i].number == segment)
            return true;
    return false;
}

/* Entries of segments that the manifest does not name; those it names are stepped over in one go. */
static syn_status sweep_segments(syn_store *store, syn_table table, bool *writing, syn_error *error)
{
    syn_tree_cursor cursor = {.tree = syn_environment_tree(store->env, table)};
    unsigned char key[4] = {0};
    syn_slice name;
    syn_status status = SYN_OK;
    bool more = syn_tree_seek(&cursor, key, sizeof key);

    while (more && status == SYN_OK) {
        if (!syn_tree_get(&cursor, &name, NULL) || name.count < 4)
            return syn_environment_fail(store->env, SYN_INPUT, error);
        uint32_t segment = (uint32_t)syn_get_key(name.at, 4);
        if (is_named(&store->manifest, segment)) {
            syn_put_key(key, (uint64_t)segment + 1, 4);
            more = segment < UINT32_MAX && syn_tree_seek(&cursor, key, sizeof key);
        } else {
            status = erase_at(store, table, &cursor, writing, error);
            more = syn_tree_next(&cursor);
        }
    }
    return status == SYN_OK && cursor.broken ? syn_environment_fail(store->env, SYN_INPUT, error) : status;
}

/* Documents and texts that are marked as removed. */
static syn_status sweep_removed(syn_store *store, bool *writing, syn_error *error)
{
    static const syn_table tables[] = {SYN_TABLE_DOCUMENTS, SYN_TABLE_TEXTS};
    syn_tree_cursor marks = {.tree = syn_environment_tree(store->env, SYN_TABLE_REMOVED)};
    syn_status status = SYN_OK;
    syn_slice key, value;

    for (bool more = syn_tree_seek(&marks, "", 0); more && status == SYN_OK; more = syn_tree_next(&marks)) {
        if (syn_environment_entry(SYN_TABLE_REMOVED, &marks, &key, &value) < 0)
            return syn_environment_fail(store->env, SYN_INPUT, error);
        for (int i = 0; i < 2 && status == SYN_OK; i++) {
            syn_tree_cursor at = {.tree = syn_environment_tree(store->env, tables[i])};
            if (syn_tree_find(&at, key.at, key.count, &value))
                status = erase_at(store, tables[i], &at, writing, error);
            else if (at.broken)
                return syn_environment_fail(store->env, SYN_INPUT, error);
        }
    }
    return status == SYN_OK && marks.broken ? syn_environment_fail(store->env, SYN_INPUT, error) : status;
}

static syn_status sweep_tables(syn_store *store, bool *writing, syn_error *error)
{
    const syn_manifest *m = &store->manifest;
    syn_status status = sweep_from(store, SYN_TABLE_DOCUMENTS, m->next_number, writing, error);

    if (status == SYN_OK)
        status = sweep_from(store, SYN_TABLE_TEXTS, m->next_number, writing, error);
    if (status == SYN_OK)
        status = sweep_from(store, SYN_TABLE_DICTIONARIES, m->next_dictionary, writing, error);
    if (status == SYN_OK)
        status = sweep_segments(store, SYN_TABLE_SPANS, writing, error);
    if (status == SYN_OK)
        status = sweep_segments(store, SYN_TABLE_POSTINGS, writing, error);
    if (status == SYN_OK && m->unswept)
        status = sweep_removed(store, writing, error);
    return status;
}

syn_status syn_store_sweep(syn_store *store, syn_error *error)
{
    bool writing = false;
    syn_status status = syn_store_begin(store, error);

    if (status < 0)
        return status;
    status = sweep_tables(store, &writing, error);
    if (status == SYN_OK && (writing || store->manifest.unswept)) {
        if (!writing)
            status = syn_store_write(store, error);
        store->manifest.unswept = false;
        if (status == SYN_OK)
            status = syn_store_put_manifest(store, &store->manifest, error);
        if (status == SYN_OK)
            status = syn_environment_commit(store->env, true, error);
    }
    if (status < 0)
        syn_environment_abort(store->env);
    syn_store_end(store);
    return status;
}
