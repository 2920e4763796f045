#include "store/verification.h"

#include "base/alloc.h"
#include "base/encoding.h"
#include "base/error.h"
#include "store/merging.h"
#include "store/seal.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { READ_POSTINGS = 4096 };

struct syn_verification {
    syn_store *store;
    syn_index_damage *damage;
    void *context;
    uint64_t damage_count;
    bool garbled[SYN_TABLE_COUNT]; /* tables whose pages are not whole */
    uint32_t *numbers;             /* of documents */
    size_t count, capacity;
};

static const char *const table_names[SYN_TABLE_COUNT] = {"manifest", "dictionaries", "documents", "texts", "removed",
                                                         "spans", "postings"};

void syn_verification_tell(syn_verification *v, const char *what)
{
    v->damage_count++;
    if (v->damage != NULL)
        v->damage(v->context, what);
}

__attribute__((format(printf, 2, 3)))
static void tell(syn_verification *v, const char *format, ...)
{
    char what[256];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    syn_verification_tell(v, what);
}

/* ---- pages and checksums ---- */

static void take_damage(void *context, const char *what)
{
    syn_verification *v = context;
    bool of_table = false;

    for (int i = 0; i < SYN_TABLE_COUNT; i++) {
        size_t count = strlen(table_names[i]);
        bool is = strncmp(what, "table ", 6) == 0 && strncmp(what + 6, table_names[i], count) == 0 &&
            what[6 + count] == ':';
        v->garbled[i] = v->garbled[i] || is;
        of_table = of_table || is;
    }
    for (int i = 0; !of_table && strncmp(what, "table main", 10) == 0 && i < SYN_TABLE_COUNT; i++)
        v->garbled[i] = true;
    syn_verification_tell(v, what);
}

static void check_seals(syn_verification *v, syn_table table)
{
    syn_tree_cursor cursor = {.tree = syn_environment_tree(v->store->env, table)};
    syn_slice key, value;

    if (v->garbled[table])
        return;
    for (bool more = syn_tree_seek(&cursor, "", 0); more; more = syn_tree_next(&cursor))
        if (syn_environment_entry(table, &cursor, &key, &value) < 0) {
            tell(v, "table %s: the checksum of entry %" PRIu64 " does not hold", table_names[table],
                 key.count >= 4 ? syn_get_key(key.at, 4) : 0);
            v->garbled[table] = table == SYN_TABLE_SPANS || table == SYN_TABLE_POSTINGS;
        }
}

/* ---- documents ---- */

static bool has(syn_verification *v, syn_table table, uint32_t number)
{
    unsigned char key[4];
    syn_tree_cursor cursor = {.tree = syn_environment_tree(v->store->env, table)};
    syn_slice value;

    syn_put_key(key, number, 4);
    return syn_tree_find(&cursor, key, sizeof key, &value);
}

static bool is_removed(syn_verification *v, uint32_t number)
{
    return has(v, SYN_TABLE_REMOVED, number);
}

static syn_status list_documents(syn_verification *v)
{
    syn_tree_cursor cursor = {.tree = syn_environment_tree(v->store->env, SYN_TABLE_DOCUMENTS)};
    syn_slice key;

    for (bool more = syn_tree_seek(&cursor, "", 0); more; more = syn_tree_next(&cursor)) {
        if (!syn_tree_get(&cursor, &key, NULL) || key.count != 4)
            continue;
        uint32_t number = (uint32_t)syn_get_key(key.at, 4);
        if (number >= v->store->manifest.next_number || is_removed(v, number))
            continue; /* what is left of a killed writer, or still to be swept */
        if (!syn_alloc_room((void **)&v->numbers, &v->capacity, v->count + 1, sizeof *v->numbers))
            return SYN_MEMORY;
        v->numbers[v->count++] = number;
    }
    return SYN_OK;
}

/* Texts without a document, and marks of removal for what was never there. */
static void check_strays(syn_verification *v)
{
    static const syn_table tables[] = {SYN_TABLE_TEXTS, SYN_TABLE_REMOVED};
    syn_slice key;

    for (int i = 0; i < 2; i++) {
        syn_tree_cursor cursor = {.tree = syn_environment_tree(v->store->env, tables[i])};
        for (bool more = !v->garbled[tables[i]] && syn_tree_seek(&cursor, "", 0); more; more = syn_tree_next(&cursor)) {
            if (!syn_tree_get(&cursor, &key, NULL) || key.count != 4)
                continue;
            uint32_t number = (uint32_t)syn_get_key(key.at, 4);
            bool ours = number < v->store->manifest.next_number;
            if (tables[i] == SYN_TABLE_REMOVED && !ours)
                tell(v, "document %" PRIu32 ": is marked as removed and was never there", number);
            if (tables[i] == SYN_TABLE_TEXTS && ours && !is_removed(v, number) && !has(v, SYN_TABLE_DOCUMENTS, number))
                tell(v, "document %" PRIu32 ": its text is there and it is not", number);
        }
    }
}

static syn_status check_totals(syn_verification *v)
{
    const syn_manifest *m = &v->store->manifest;
    uint64_t words = 0, text_bytes = 0, packed_bytes = 0;

    for (size_t i = 0; i < v->count; i++) {
        syn_arena arena = {0};
        syn_kept record;
        int status = syn_store_record(v->store, v->numbers[i], &arena, &record);
        syn_arena_release(&arena);
        if (status == SYN_MEMORY)
            return SYN_MEMORY;
        if (status != SYN_OK)
            continue; /* its checksum was told */
        words += record.words;
        text_bytes += record.document.text_bytes;
        packed_bytes += record.packed_bytes;
    }
    if (v->count != m->documents)
        tell(v, "manifest: %" PRIu64 " documents should be there and %zu are", m->documents, v->count);
    else if (words != m->words || text_bytes != m->text_bytes || packed_bytes != m->packed_bytes)
        tell(v, "manifest: its counts of words and bytes are not those of the documents");
    return SYN_OK;
}

/* ---- segments ---- */

/* All places of shingles are words, all names' numbers documents; postings ascend. */
static void check_postings(syn_verification *v, uint32_t i, int kind)
{
    const syn_segment *s = &v->store->manifest.segments[i];
    uint64_t end = kind == SYN_KIND_SHINGLE ? s->words : v->store->manifest.next_number;
    syn_posting postings[READ_POSTINGS], last = {0};
    syn_segment_reader reader;
    size_t count = 1;

    syn_segment_reader_begin(&reader, v->store, i, kind);
    for (bool begun = false; count > 0;) {
        if (syn_segment_read(&reader, postings, READ_POSTINGS, &count) < 0) {
            tell(v, "segment %" PRIu32 ": a block of its postings is damaged or missing", s->number);
            return;
        }
        for (size_t p = 0; p < count; p++, begun = true) {
            syn_posting now = postings[p];
            if (now.place >= end ||
                (begun && (now.key < last.key || (now.key == last.key && now.place < last.place)))) {
                tell(v, "segment %" PRIu32 ": its postings are not in order, or point where nothing is", s->number);
                return;
            }
            last = now;
        }
    }
}

static syn_status check_members(syn_verification *v, uint32_t i)
{
    const syn_segment *s = &v->store->manifest.segments[i];
    syn_members members = {0};
    syn_status status = syn_members_read(v->store, i, &members);

    if (status == SYN_INPUT)
        tell(v, "segment %" PRIu32 ": its table of documents is damaged", s->number);
    for (size_t d = 0; d < members.count && status == SYN_OK; d++) {
        syn_arena arena = {0};
        syn_kept record;
        uint32_t number = members.items[d].number;
        if (is_removed(v, number))
            continue;
        int found = v->garbled[SYN_TABLE_DOCUMENTS] ? SYN_INPUT : syn_store_record(v->store, number, &arena, &record);
        if (found == 1)
            tell(v, "segment %" PRIu32 ": its document %" PRIu32 " is missing", s->number, number);
        else if (found == SYN_OK && record.words != members.items[d].words)
            tell(v, "segment %" PRIu32 ": its document %" PRIu32 " has another count of words", s->number, number);
        syn_arena_release(&arena);
    }
    syn_members_release(&members);
    return status == SYN_MEMORY ? SYN_MEMORY : SYN_OK;
}

static syn_status check_segments(syn_verification *v)
{
    syn_status status = SYN_OK;

    for (uint32_t i = 0; i < v->store->manifest.segment_count && status == SYN_OK; i++) {
        if (!v->garbled[SYN_TABLE_SPANS])
            status = check_members(v, i);
        for (int kind = 0; kind < SYN_KIND_COUNT && !v->garbled[SYN_TABLE_POSTINGS]; kind++)
            check_postings(v, i, kind);
    }
    return status;
}

/* Each document is found by its id, and alone. */
static void check_name(syn_verification *v, uint32_t number, const char *id)
{
    uint32_t found_number = 0;
    size_t found = 0;
    syn_status status = syn_store_find(v->store, SYN_STORE_ID, id, strlen(id), &found_number, 1, &found);

    if (status == SYN_OK && (found != 1 || found_number != number))
        tell(v, "document %" PRIu32 " (%s): %s", number, id, found == 0 ? "is not found by its id" : "shares its id");
}

static void check_names(syn_verification *v)
{
    for (size_t i = 0; i < v->count && !v->garbled[SYN_TABLE_POSTINGS] && !v->garbled[SYN_TABLE_DOCUMENTS]; i++) {
        syn_arena arena = {0};
        syn_kept record;
        if (syn_store_record(v->store, v->numbers[i], &arena, &record) == SYN_OK)
            check_name(v, v->numbers[i], record.document.id);
        syn_arena_release(&arena);
    }
}

/* ---- texts, by the workers ---- */

/* Workers only read: all dictionaries are there before they begin. */
static void load_dictionaries(syn_verification *v)
{
    syn_tree_cursor cursor = {.tree = syn_environment_tree(v->store->env, SYN_TABLE_DICTIONARIES)};
    const syn_dictionary *dictionary;
    syn_slice key;

    if (v->garbled[SYN_TABLE_DICTIONARIES])
        return;
    for (bool more = syn_tree_seek(&cursor, "", 0); more; more = syn_tree_next(&cursor))
        if (syn_tree_get(&cursor, &key, NULL) && key.count == 4)
            syn_store_dictionary_get(v->store, (uint32_t)syn_get_key(key.at, 4), &dictionary);
}

static const syn_dictionary *dictionary_of(const syn_verification *v, uint32_t number)
{
    for (size_t i = 0; i < v->store->dictionary_count; i++)
        if (v->store->dictionaries[i].number == number)
            return v->store->dictionaries[i].dictionary;
    return NULL;
}

static const char *judge(const syn_verification *v, uint32_t number, const syn_kept *record, syn_packer *packer,
                         syn_arena *arena)
{
    const syn_document *d = &record->document;
    const syn_dictionary *dictionary = dictionary_of(v, record->dictionary);
    syn_slice packed;
    uint8_t sha256[32];

    if (syn_store_packed(v->store, number, &packed) < 0)
        return "its text is missing or damaged";
    if (record->dictionary != 0 && dictionary == NULL)
        return "the dictionary of its text is missing or damaged";
    char *text = syn_arena_take(arena, d->text_bytes + 1);
    if (text == NULL)
        return "its text is too long to be looked at";
    if (packed.count != record->packed_bytes ||
        syn_unpack(packer, dictionary, packed.at, packed.count, d->text_bytes, text) < 0)
        return "its text cannot be unpacked";
    syn_hash_sha256(text, d->text_bytes, sha256);
    if (memcmp(sha256, d->sha256, sizeof sha256) != 0 || syn_utf8_broken(text, d->text_bytes) != d->replaced_count)
        return "its text is not the one that was added";
    return NULL;
}

syn_status syn_verification_text(const syn_verification *v, size_t index, syn_packer *packer, syn_arena *arena,
                                 const char **what)
{
    uint32_t number = v->numbers[index];
    syn_kept record;
    int status = syn_store_record(v->store, number, arena, &record);

    *what = NULL;
    if (status != SYN_OK)
        return status == SYN_MEMORY ? SYN_MEMORY : SYN_OK; /* told before */
    const char *why = judge(v, number, &record, packer, arena);
    if (why == NULL)
        return SYN_OK;
    size_t bytes = strlen(why) + strlen(record.document.id) + 40;
    char *line = syn_arena_take(arena, bytes);
    if (line == NULL)
        return SYN_MEMORY;
    snprintf(line, bytes, "document %" PRIu32 " (%s): %s", number, record.document.id, why);
    *what = line;
    return SYN_OK;
}

/* ---- all of it ---- */

static syn_status check_tables(syn_verification *v, syn_error *error)
{
    syn_status status = syn_environment_walk(v->store->env, take_damage, v, error);

    if (status < 0)
        return status;
    for (int table = 0; table < SYN_TABLE_COUNT; table++)
        check_seals(v, (syn_table)table);
    if (!v->garbled[SYN_TABLE_DOCUMENTS] && !v->garbled[SYN_TABLE_REMOVED]) {
        status = list_documents(v);
        if (status == SYN_OK)
            status = check_totals(v);
        check_strays(v);
    }
    if (status == SYN_OK)
        status = check_segments(v);
    if (status == SYN_OK)
        check_names(v);
    load_dictionaries(v);
    return status < 0 ? syn_fail_memory(error) : SYN_OK;
}

syn_status syn_verification_begin(syn_store *store, syn_index_damage *damage, void *context, syn_verification **out,
                                  syn_error *error)
{
    syn_verification *v = syn_alloc_zero(1, sizeof *v);

    if (v == NULL)
        return syn_fail_memory(error);
    *v = (syn_verification){.store = store, .damage = damage, .context = context};
    syn_status status = syn_store_begin(store, error);
    if (status == SYN_OK)
        status = check_tables(v, error);
    if (status < 0)
        syn_verification_free(v);
    else
        *out = v;
    return status;
}

void syn_verification_free(syn_verification *v)
{
    if (v == NULL)
        return;
    syn_store_end(v->store);
    free(v->numbers);
    free(v);
}

size_t syn_verification_count(const syn_verification *v)
{
    return v->garbled[SYN_TABLE_TEXTS] ? 0 : v->count;
}

uint64_t syn_verification_damages(const syn_verification *v)
{
    return v->damage_count;
}
