#include "store/compaction.h"

#include "base/alloc.h"
#include "base/error.h"
#include "store/merging.h"
#include "store/seal.h"

#include <stdlib.h>

enum { SAMPLE_BYTES = 4 << 20, SAMPLES = 4000, LARGE_BYTES = 16 << 20 };

struct syn_compaction {
    syn_store *from, to;          /* to: of the next generation; it has an environment and a manifest, and no more */
    char *path;                   /* of its environment, until it has taken the other's place */
    syn_tree_cursor documents;
    uint32_t last;                /* number taken */
    bool begun, writing;
    syn_dictionary *dictionary;
    syn_buf record;
};

/* ---- the new environment ---- */

static syn_status make_environment(syn_compaction *c, syn_error *error)
{
    const syn_manifest *old = &c->from->manifest;
    syn_manifest *m = &c->to.manifest;

    c->to.path = c->from->path;
    c->to.line = (syn_folder_line){.generation = c->from->line.generation + 1, .serial = old->serial + 1};
    c->path = syn_folder_environment(c->from->path, c->to.line.generation);
    if (c->path == NULL)
        return syn_fail_memory(error);
    syn_folder_unlink(c->path);
    *m = (syn_manifest){.shingle_words = old->shingle_words, .window_words = old->window_words,
                        .serial = old->serial + 1, .next_number = old->next_number,
                        .next_segment = old->next_segment, .next_dictionary = 1};
    memcpy(m->unicode, old->unicode, sizeof m->unicode);
    syn_status status = syn_environment_open(c->path, c->from->path, SYN_ENVIRONMENT_MAKE, &c->to.env, error);
    return status == SYN_OK ? syn_store_write(&c->to, error) : status;
}

/* ---- a dictionary of what stays ---- */

typedef struct sample {
    syn_buf texts;
    size_t sizes[SAMPLES], count;
} sample;

static syn_status sample_one(syn_compaction *c, syn_slice key, sample *out)
{
    syn_arena arena = {0};
    syn_document document;
    uint32_t words;
    syn_status status = syn_store_document(c->from, (uint32_t)syn_get_key(key.at, 4), true, &arena, &document, &words,
                                           NULL);

    if (status == SYN_OK && document.text_bytes > 0 && document.text_bytes < SAMPLE_BYTES / 8) {
        syn_buf_add(&out->texts, document.text, document.text_bytes);
        out->sizes[out->count++] = document.text_bytes;
        status = out->texts.failed ? SYN_MEMORY : SYN_OK;
    }
    syn_arena_release(&arena);
    return status;
}

/* Evenly spread over all documents. */
static syn_status take_sample(syn_compaction *c, sample *out)
{
    syn_tree_cursor at = {.tree = syn_environment_tree(c->from->env, SYN_TABLE_DOCUMENTS)};
    uint64_t step = c->from->manifest.documents / SAMPLES + 1, seen = 0;
    syn_slice key;
    syn_status status = SYN_OK;

    for (bool more = syn_tree_seek(&at, "", 0); more && status == SYN_OK && out->count < SAMPLES &&
         out->texts.len < SAMPLE_BYTES;
         more = syn_tree_next(&at)) {
        if (seen++ % step != 0)
            continue;
        status = syn_tree_get(&at, &key, NULL) && key.count == 4 ? sample_one(c, key, out) : SYN_INPUT;
    }
    return status;
}

static syn_status make_dictionary(syn_compaction *c, syn_error *error)
{
    static const unsigned char key[4] = {0, 0, 0, 1};
    sample *s = syn_alloc_zero(1, sizeof *s);
    char *bytes = NULL;
    size_t count = 0;
    syn_status status = s != NULL ? take_sample(c, s) : SYN_MEMORY;

    if (status == SYN_OK)
        status = syn_dictionary_make(s->texts.bytes, s->sizes, s->count, &bytes, &count);
    if (status == SYN_OK && bytes != NULL)
        status = syn_dictionary_open(bytes, count, true, &c->dictionary);
    if (status < 0)
        syn_environment_fail(c->from->env, status, error);
    if (status == SYN_OK && bytes != NULL) {
        status = syn_environment_put(c->to.env, SYN_TABLE_DICTIONARIES, key, sizeof key, bytes, count, true, error);
        c->to.manifest.dictionary = 1;
        c->to.manifest.next_dictionary = 2;
    }
    free(bytes);
    if (s != NULL)
        syn_buf_release(&s->texts);
    free(s);
    return status;
}

/* ---- beginning and ending ---- */

syn_status syn_compaction_begin(syn_store *store, syn_compaction **out, syn_error *error)
{
    syn_status status = syn_store_writable(store, error);
    if (status == SYN_OK && store->mode == SYN_INDEX_SCRATCH)
        status = syn_fail(error, SYN_ARGUMENT, "%s: an index without a name cannot be compacted (make one with a name)",
                          store->path);
    syn_compaction *c = status == SYN_OK ? syn_alloc_zero(1, sizeof *c) : NULL;

    if (status < 0 || c == NULL)
        return status < 0 ? status : syn_fail_memory(error);
    c->from = store;
    status = syn_store_begin(store, error);
    if (status == SYN_OK)
        status = make_environment(c, error);
    c->writing = status == SYN_OK;
    if (status == SYN_OK)
        status = make_dictionary(c, error);
    if (status < 0) {
        syn_compaction_free(c);
        return status;
    }
    c->documents.tree = syn_environment_tree(store->env, SYN_TABLE_DOCUMENTS);
    *out = c;
    return SYN_OK;
}

void syn_compaction_free(syn_compaction *c)
{
    if (c == NULL)
        return;
    if (c->writing)
        syn_environment_abort(c->to.env);
    syn_environment_close(c->to.env);
    if (c->path != NULL)
        syn_folder_unlink(c->path);
    free(c->path);
    syn_store_end(c->from);
    syn_manifest_release(&c->to.manifest);
    syn_dictionary_close(c->dictionary);
    syn_buf_release(&c->record);
    free(c);
}

const syn_dictionary *syn_compaction_dictionary(const syn_compaction *c)
{
    return c->dictionary;
}

uint64_t syn_compaction_total(const syn_compaction *c)
{
    return c->from->manifest.documents;
}

/* ---- documents ---- */

static syn_status next_number(syn_compaction *c, uint32_t *number, bool *more)
{
    do {
        syn_slice key;
        *more = c->begun ? syn_tree_next(&c->documents) : syn_tree_seek(&c->documents, "", 0);
        if (!*more)
            return c->documents.broken ? SYN_INPUT : SYN_OK;
        if (!syn_tree_get(&c->documents, &key, NULL) || key.count != 4)
            return SYN_INPUT;
        uint32_t next = (uint32_t)syn_get_key(key.at, 4);
        if (c->begun && next <= c->last)
            return SYN_INPUT;
        c->begun = true;
        c->last = *number = next;
    } while (!syn_store_holds(c->from, *number));
    return SYN_OK;
}

syn_status syn_compaction_take(syn_compaction *c, syn_arena *arena, syn_parcel *out, bool *more, syn_error *error)
{
    syn_status status = next_number(c, &out->number, more);

    if (status == SYN_OK && *more)
        status = syn_store_record(c->from, out->number, arena, &out->record) == SYN_OK ? SYN_OK : SYN_INPUT;
    if (status == SYN_OK && *more)
        status = syn_store_packed(c->from, out->number, &out->packed);
    if (status == SYN_OK && *more)
        status = syn_store_dictionary_get(c->from, out->record.dictionary, &out->dictionary);
    return status == SYN_OK ? SYN_OK : syn_environment_fail(c->from->env, status, error);
}

static syn_status make_room(syn_compaction *c, size_t bytes, syn_error *error)
{
    if (bytes < LARGE_BYTES)
        return syn_store_turn(&c->to, error);
    c->writing = false;
    syn_status status = syn_environment_commit(c->to.env, false, error);
    if (status == SYN_OK)
        status = syn_environment_write(c->to.env, 2 * bytes, error);
    c->writing = status == SYN_OK;
    return status;
}

syn_status syn_compaction_put(syn_compaction *c, const syn_parcel *parcel, const void *packed, size_t packed_bytes,
                              syn_error *error)
{
    syn_kept record = parcel->record;
    syn_manifest *m = &c->to.manifest;
    unsigned char key[4];
    syn_status status = make_room(c, packed_bytes, error);

    record.dictionary = m->dictionary;
    record.packed_bytes = (uint32_t)packed_bytes;
    syn_put_key(key, parcel->number, 4);
    syn_buf_clear(&c->record);
    syn_kept_write(&record, &c->record);
    if (status == SYN_OK && c->record.failed)
        status = syn_fail_memory(error);
    if (status == SYN_OK)
        status = syn_environment_put(c->to.env, SYN_TABLE_DOCUMENTS, key, sizeof key, c->record.bytes, c->record.len,
                                     true, error);
    if (status == SYN_OK)
        status = syn_environment_put(c->to.env, SYN_TABLE_TEXTS, key, sizeof key, packed, packed_bytes, true, error);
    m->documents++;
    m->words += record.words;
    m->text_bytes += record.document.text_bytes;
    m->packed_bytes += packed_bytes;
    return status;
}

/* ---- the end ---- */

static syn_status write_segment(syn_compaction *c, syn_error *error)
{
    syn_manifest *m = &c->to.manifest;
    syn_segment segment = {.number = m->next_segment};
    syn_members members = {0};
    syn_merging merging = {0};
    uint64_t words = 0;
    syn_status status = SYN_OK;

    for (uint32_t i = 0; i < syn_store_segments(c->from) && status == SYN_OK; i++)
        status = syn_merging_segment(&merging, c->from, i, &members, &words);
    if (status == SYN_OK && words != m->words)
        status = SYN_INPUT;
    if (status < 0)
        syn_environment_fail(c->from->env, status, error);
    if (status == SYN_OK)
        status = syn_segment_write_spans(&c->to, &segment, &members, error);
    for (int kind = 0; kind < SYN_KIND_COUNT && status == SYN_OK; kind++)
        status = syn_merging_write(&merging, &c->to, &segment, kind, error);
    syn_merging_release(&merging);
    syn_members_release(&members);
    if (status == SYN_OK && !syn_alloc_room((void **)&m->segments, &m->segment_capacity, 1, sizeof *m->segments))
        status = syn_fail_memory(error);
    if (status == SYN_OK) {
        m->segments[m->segment_count++] = segment;
        m->next_segment++;
    }
    return status;
}

/* The line names the new generation: from here on it is the store. */
static syn_status take_place(syn_compaction *c, syn_error *error)
{
    syn_store *store = c->from;
    char *old = syn_folder_environment(store->path, store->line.generation);
    syn_status status = old != NULL ? SYN_OK : syn_fail_memory(error);

    if (status == SYN_OK && !syn_folder_sync(store->path))
        status = syn_fail(error, SYN_IO, "%s: cannot be synced (see the disk)", store->path);
    if (status == SYN_OK)
        status = syn_folder_write(store->path, &c->to.line, true, error);
    if (status == SYN_OK) {
        syn_store_leave(store);
        syn_folder_unlink(old);
        free(c->path);
        c->path = NULL;
        store->line = c->to.line;
        status = syn_store_reopen(store, error);
    }
    free(old);
    return status;
}

syn_status syn_compaction_end(syn_compaction *c, syn_error *error)
{
    syn_status status = SYN_OK;

    if (c->to.manifest.documents != c->from->manifest.documents)
        status = syn_environment_fail(c->from->env, SYN_INPUT, error);
    if (status == SYN_OK && c->to.manifest.documents > 0)
        status = write_segment(c, error);
    if (status == SYN_OK)
        status = syn_store_put_manifest(&c->to, &c->to.manifest, error);
    if (status == SYN_OK) {
        c->writing = false;
        status = syn_environment_commit(c->to.env, true, error);
    }
    if (status == SYN_OK)
        status = syn_environment_sync(c->to.env, error);
    if (status < 0)
        return status;
    syn_environment_close(c->to.env);
    c->to.env = NULL;
    return take_place(c, error);
}
