#include "store/inside.h"

#include "base/alloc.h"
#include "base/error.h"
#include "store/seal.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { CHUNK_BYTES = 64 << 20 /* of a transaction: what is in memory at once */, MOST_TRIES = 20 };

static const unsigned char manifest_key[1] = {0};

/* ---- what was learned of an environment ---- */

static void forget(syn_store *store)
{
    for (size_t i = 0; i < store->dictionary_count; i++)
        syn_dictionary_close(store->dictionaries[i].dictionary);
    store->dictionary_count = 0;
    store->span = (syn_store_span){0};
}

void syn_store_leave(syn_store *store)
{
    forget(store);
    syn_environment_close(store->env);
    store->env = NULL;
    store->reading = false;
}

void syn_store_close(syn_store *store)
{
    if (store == NULL)
        return;
    if (store->lender != NULL) {
        forget(store);
    } else {
        syn_store_leave(store);
        if (store->lock >= 0)
            close(store->lock);
        syn_manifest_release(&store->manifest);
        free(store->path);
    }
    syn_packer_release(&store->packer);
    free(store->dictionaries);
    free(store);
}

static syn_status read_manifest(syn_store *store)
{
    syn_slice value;
    int status = syn_environment_get(store->env, SYN_TABLE_MANIFEST, manifest_key, sizeof manifest_key, &value);

    if (status == SYN_OK)
        status = syn_manifest_read(value, &store->manifest);
    if (status == SYN_OK && store->manifest.serial < store->line.serial)
        status = SYN_INPUT; /* an acknowledged change is gone */
    return status > 0 ? SYN_INPUT : (syn_status)status;
}

static syn_status check_params(const syn_store *store, syn_error *error)
{
    const syn_manifest *m = &store->manifest;
    const syn_store_params *p = &store->params;

    if (strcmp(m->unicode, p->unicode) != 0)
        return syn_fail(error, SYN_INPUT,
                        "%s: its words were made with Unicode %s, not %s (make it anew with syndic index add)",
                        store->path, m->unicode, p->unicode);
    if (m->shingle_words != p->shingle_words || m->window_words != p->window_words)
        return syn_fail(error, SYN_INPUT,
                        "%s: its fingerprints are of %" PRIu32 " words in windows of %" PRIu32 ", not of %" PRIu32
                        " in %" PRIu32 " (make it anew with syndic index add)",
                        store->path, m->shingle_words, m->window_words, p->shingle_words, p->window_words);
    return SYN_OK;
}

/* ---- a snapshot ---- */

static syn_status open_generation(syn_store *store, syn_environment_mode mode, syn_error *error)
{
    char *path = syn_folder_environment(store->path, store->line.generation);
    syn_status status = path != NULL ? SYN_OK : syn_fail_memory(error);

    errno = 0;
    if (status == SYN_OK)
        status = syn_environment_open(path, store->path, mode, &store->env, error);
    int why = errno;
    free(path);
    errno = why;
    return status;
}

syn_status syn_store_reopen(syn_store *store, syn_error *error)
{
    return open_generation(store, SYN_ENVIRONMENT_WRITE, error);
}

/* A reader follows the line: another generation may have taken the place of the one it reads. */
static syn_status follow_line(syn_store *store, syn_error *error)
{
    syn_folder_line line;

    for (int tries = 0; tries < MOST_TRIES; tries++) {
        syn_status status = syn_folder_read(store->path, &line, error);
        if (status < 0)
            return status;
        if (store->env != NULL && store->line.generation == line.generation) {
            store->line = line;
            return SYN_OK;
        }
        syn_store_leave(store);
        store->line = line;
        status = open_generation(store, SYN_ENVIRONMENT_READ, error);
        if (status == SYN_OK || errno != ENOENT)
            return status;
    }
    return syn_fail(error, SYN_INPUT,
                    "%s: the file of generation %" PRIu32 " is gone (restore it, or make the index anew "
                                      "with syndic index add)", store->path, store->line.generation);
}

/* What a store learns as it reads is its own; the snapshot is read only. */
syn_status syn_store_share(const syn_store *store, syn_store **out)
{
    syn_store *made = syn_alloc_zero(1, sizeof *made);
    if (made == NULL)
        return SYN_MEMORY;
    *made = *store;
    made->lender = store;
    made->packer = (syn_packer){0};
    made->dictionaries = NULL;
    made->dictionary_count = made->dictionary_capacity = 0;
    made->span = (syn_store_span){0};
    *out = made;
    return SYN_OK;
}

syn_status syn_store_begin(syn_store *store, syn_error *error)
{
    if (store->lender != NULL)
        return SYN_OK;
    syn_status status = store->mode == SYN_INDEX_READ ? follow_line(store, error) : SYN_OK;

    if (status == SYN_OK && store->env == NULL)
        status = syn_store_reopen(store, error);
    if (status == SYN_OK)
        status = syn_environment_begin(store->env, error);
    if (status < 0)
        return status;
    store->reading = true;
    store->span = (syn_store_span){0};
    status = read_manifest(store);
    if (status < 0)
        syn_environment_fail(store->env, status, error);
    else
        status = check_params(store, error);
    if (status < 0)
        syn_store_end(store);
    return status;
}

void syn_store_end(syn_store *store)
{
    if (store->lender != NULL)
        return;
    if (store->reading)
        syn_environment_end(store->env);
    store->reading = false;
}

syn_status syn_store_fail(const syn_store *store, syn_status status, syn_error *error)
{
    return syn_environment_fail(store->env, status, error);
}

uint32_t syn_store_segments(const syn_store *store)
{
    return (uint32_t)store->manifest.segment_count;
}

/* ---- opening ---- */

/* The first transaction of a new environment: a manifest of nothing. */
static syn_status put_empty(syn_store *store, syn_error *error)
{
    syn_manifest empty = {.shingle_words = store->params.shingle_words, .window_words = store->params.window_words,
                          .next_number = 0, .next_segment = 1, .next_dictionary = 1};
    syn_status status = syn_environment_write(store->env, 1 << 16, error);

    snprintf(empty.unicode, sizeof empty.unicode, "%s", store->params.unicode);
    if (status == SYN_OK)
        status = syn_store_put_manifest(store, &empty, error);
    if (status == SYN_OK)
        status = syn_environment_commit(store->env, true, error);
    return status;
}

static syn_status make_first(syn_store *store, syn_error *error)
{
    store->line = (syn_folder_line){.generation = 1};
    syn_folder_sweep(store->path, 0);
    syn_status status = open_generation(store, SYN_ENVIRONMENT_MAKE, error);
    if (status == SYN_OK)
        status = put_empty(store, error);
    if (status == SYN_OK)
        status = syn_environment_sync(store->env, error);
    if (status == SYN_OK)
        status = syn_folder_write(store->path, &store->line, true, error);
    syn_store_leave(store);
    return status;
}

static syn_status open_writer(syn_store *store, syn_error *error)
{
    syn_status status = SYN_OK;

    if (store->mode == SYN_INDEX_CREATE && !syn_folder_is(store->path))
        status = syn_folder_make(store->path, error);
    else
        status = syn_folder_read(store->path, &store->line, error);
    if (status == SYN_OK)
        status = syn_folder_lock(store->path, &store->lock, error);
    if (status == SYN_OK && !syn_folder_is(store->path))
        status = make_first(store, error);
    if (status == SYN_OK)
        status = syn_folder_read(store->path, &store->line, error); /* under the lock */
    if (status == SYN_OK) {
        syn_folder_sweep(store->path, store->line.generation);
        status = open_generation(store, SYN_ENVIRONMENT_WRITE, error);
    }
    return status;
}

static syn_status open_scratch(syn_store *store, syn_error *error)
{
    char *folder = NULL, *path = NULL;
    syn_status status = syn_folder_scratch(store->path, &folder, error);

    if (status == SYN_OK && (path = syn_folder_environment(folder, 1)) == NULL)
        status = syn_fail_memory(error);
    if (status == SYN_OK)
        status = syn_environment_open(path, store->path, SYN_ENVIRONMENT_SCRATCH, &store->env, error);
    if (path != NULL)
        syn_folder_unlink(path);
    if (folder != NULL)
        rmdir(folder);
    free(path);
    free(folder);
    return status == SYN_OK ? put_empty(store, error) : status;
}

static syn_status open_mode(syn_store *store, syn_error *error)
{
    if (store->mode == SYN_INDEX_SCRATCH)
        return open_scratch(store, error);
    return store->mode == SYN_INDEX_READ ? SYN_OK : open_writer(store, error);
}

syn_status syn_store_open(const char *path, syn_index_mode mode, const syn_store_params *params, syn_store **out,
                          syn_error *error)
{
    syn_store *store = syn_alloc_zero(1, sizeof *store);

    if (store == NULL)
        return syn_fail_memory(error);
    store->mode = mode;
    store->lock = -1;
    snprintf(store->unicode, sizeof store->unicode, "%s", params->unicode);
    store->params = (syn_store_params){params->shingle_words, params->window_words, store->unicode};
    store->path = syn_alloc(strlen(path) + 1, 1);
    syn_status status = store->path != NULL ? SYN_OK : syn_fail_memory(error);
    if (status == SYN_OK) {
        memcpy(store->path, path, strlen(path) + 1);
        for (size_t n = strlen(path); n > 1 && store->path[n - 1] == '/'; n--)
            store->path[n - 1] = '\0';
        status = open_mode(store, error);
    }
    if (status == SYN_OK) {
        status = syn_store_begin(store, error); /* what cannot be read is said at once */
        syn_store_end(store);
    }
    if (status < 0)
        syn_store_close(store);
    else
        *out = store;
    return status;
}

/* ---- writing ---- */

syn_status syn_store_writable(const syn_store *store, syn_error *error)
{
    if (store->mode == SYN_INDEX_READ)
        return syn_fail(error, SYN_ARGUMENT, "%s: was opened to be read (open it to be written)", store->path);
    return SYN_OK;
}

syn_status syn_store_put_manifest(syn_store *store, const syn_manifest *manifest, syn_error *error)
{
    syn_buf bytes = {0};

    syn_manifest_write(manifest, &bytes);
    syn_status status = bytes.failed ? syn_fail_memory(error)
                                     : syn_environment_put(store->env, SYN_TABLE_MANIFEST, manifest_key,
                                                           sizeof manifest_key, bytes.bytes, bytes.len, false, error);
    syn_buf_release(&bytes);
    return status;
}

syn_status syn_store_write(syn_store *store, syn_error *error)
{
    return syn_environment_write(store->env, CHUNK_BYTES, error);
}

syn_status syn_store_turn(syn_store *store, syn_error *error)
{
    if (syn_environment_written(store->env) < CHUNK_BYTES)
        return SYN_OK;
    syn_status status = syn_environment_commit(store->env, false, error);
    return status == SYN_OK ? syn_store_write(store, error) : status;
}

syn_status syn_store_acknowledge(syn_store *store, const syn_manifest *manifest, syn_error *error)
{
    syn_status status = syn_store_put_manifest(store, manifest, error);

    if (status == SYN_OK)
        status = syn_environment_commit(store->env, true, error);
    if (status < 0 || store->mode == SYN_INDEX_SCRATCH)
        return status;
    /* The change is on the disk. The line only tells later that it was: a full disk may keep it from that. */
    syn_folder_line line = {.generation = store->line.generation, .serial = manifest->serial};
    if (syn_folder_write(store->path, &line, true, NULL) == SYN_OK)
        store->line = line;
    return SYN_OK;
}
