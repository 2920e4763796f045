#include "owned.h"

#include "base/alloc.h"
#include "base/error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One document while its names are gone through. */
typedef struct entry {
    syn_held held;
    bool same;
} entry;

typedef struct search {
    syn_store *const *stores;
    size_t store_count;
    syn_error *error;
    entry *found; /* of the text at hand */
    size_t count, capacity;
} search;

void syn_owned_release(syn_owned *o)
{
    free(o->held);
    free(o->same);
    free(o->met);
    free(o->first);
    *o = (syn_owned){0};
}

static syn_status find_named(search *s, uint32_t store, syn_store_name by, const void *bytes, size_t count)
{
    size_t found = 0;
    syn_status status = syn_store_find(s->stores[store], by, bytes, count, NULL, 0, &found);
    if (status < 0 || found == 0)
        return status;
    uint32_t *numbers = syn_alloc(found, sizeof *numbers);
    if (numbers == NULL || !syn_alloc_room((void **)&s->found, &s->capacity, s->count + found, sizeof *s->found)) {
        free(numbers);
        return SYN_MEMORY;
    }
    status = syn_store_find(s->stores[store], by, bytes, count, numbers, found, &found);
    for (size_t i = 0; i < found && status == SYN_OK; i++)
        s->found[s->count++] = (entry){.held = {store, numbers[i]}, .same = by == SYN_STORE_HASH};
    free(numbers);
    return status;
}

/* By a path, written with or without the "./" that tools put before it. */
static syn_status find_path(search *s, uint32_t store, syn_store_name by, const char *path)
{
    while (strncmp(path, "./", 2) == 0)
        path += 2;
    const size_t count = strlen(path);
    char *dotted = syn_alloc(count + 3, 1);
    if (dotted == NULL)
        return SYN_MEMORY;
    snprintf(dotted, count + 3, "./%s", path);
    syn_status status = find_named(s, store, by, path, count);
    if (status == SYN_OK)
        status = find_named(s, store, by, dotted, count + 2);
    free(dotted);
    return status;
}

/* Standard input names nothing; of a JSONL file, whose records share its path, the path names nothing either. */
static syn_status find_all(search *s, const syn_document *x)
{
    const bool named = strcmp(x->id, "-") != 0;
    syn_status status = SYN_OK;
    s->count = 0;
    for (uint32_t store = 0; store < s->store_count && status == SYN_OK; store++) {
        status = find_named(s, store, SYN_STORE_HASH, x->sha256, sizeof x->sha256);
        if (status == SYN_OK && named)
            status = find_path(s, store, SYN_STORE_ID, x->id);
        if (status == SYN_OK && named && x->path != NULL && x->record < 0)
            status = find_path(s, store, SYN_STORE_PATH, x->path);
        if (status == SYN_OK && x->url != NULL)
            status = find_named(s, store, SYN_STORE_URL, x->url, strlen(x->url));
    }
    return status;
}

static int by_held(const void *a, const void *b)
{
    return syn_held_order(&((const entry *)a)->held, &((const entry *)b)->held);
}

/* Those that several names found become one. */
static void merge(search *s)
{
    size_t kept = 0;
    if (s->count > 1)
        qsort(s->found, s->count, sizeof *s->found, by_held);
    for (size_t i = 0; i < s->count; i++) {
        if (kept > 0 && by_held(&s->found[kept - 1], &s->found[i]) == 0)
            s->found[kept - 1].same |= s->found[i].same;
        else
            s->found[kept++] = s->found[i];
    }
    s->count = kept;
}

static bool differ(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) != 0;
}

/* Ids of a feed may be numbers that other feeds have too, and a copy word for word is a copy. */
static syn_status drop_others(search *s, const syn_document *x)
{
    syn_arena arena = {0};
    syn_status status = SYN_OK;
    size_t kept = 0;
    for (size_t i = 0; i < s->count && status == SYN_OK; i++) {
        const syn_held *held = &s->found[i].held;
        syn_document y;
        uint32_t words = 0;
        status = syn_store_document(s->stores[held->store], held->number, false, &arena, &y, &words, s->error);
        if (status == SYN_OK && !differ(x->outlet, y.outlet) && !differ(x->url, y.url))
            s->found[kept++] = s->found[i];
    }
    s->count = kept;
    syn_arena_release(&arena);
    return status;
}

static syn_status keep(syn_owned *o, const search *s)
{
    const size_t count = o->count + s->count;
    if (!syn_alloc_room((void **)&o->held, &o->capacity, count, sizeof *o->held) ||
        !syn_alloc_room((void **)&o->same, &o->same_capacity, count, sizeof *o->same) ||
        !syn_alloc_room((void **)&o->met, &o->met_capacity, count, sizeof *o->met))
        return SYN_MEMORY;
    for (size_t i = 0; i < s->count; i++) {
        o->held[o->count] = s->found[i].held;
        o->same[o->count] = s->found[i].same;
        o->met[o->count++] = false;
    }
    return SYN_OK;
}

syn_status syn_owned_find(syn_owned *o, syn_store *const *stores, size_t store_count, const syn_corpus *fresh,
                          syn_error *error)
{
    search s = {.stores = stores, .store_count = store_count, .error = error};
    const size_t fresh_count = syn_corpus_count(fresh);
    syn_status status = SYN_OK;
    o->first = syn_alloc_zero(fresh_count + 1, sizeof *o->first);
    if (o->first == NULL)
        return syn_fail_memory(error);
    for (size_t d = 0; d < fresh_count && status == SYN_OK; d++) {
        status = find_all(&s, syn_corpus_get(fresh, d));
        merge(&s);
        if (status == SYN_OK)
            status = drop_others(&s, syn_corpus_get(fresh, d));
        if (status == SYN_OK)
            status = keep(o, &s);
        o->first[d + 1] = o->count;
    }
    free(s.found);
    return status == SYN_MEMORY ? syn_fail_memory(error)
           : status < 0         ? syn_fail(error, status, "index: its names are damaged (syndic index verify says where)")
                                : SYN_OK;
}

static int by_id(const void *a, const void *b)
{
    const syn_edition *x = a, *y = b;
    const int way = strcmp(x->id, y->id);
    return way != 0 ? way : strcmp(x->path, y->path);
}

static syn_status name_one(const syn_owned *o, size_t i, syn_store *const *stores, syn_result *result, syn_edition *out,
                           syn_error *error)
{
    syn_document document;
    uint32_t words = 0;
    syn_status status = syn_store_document(stores[o->held[i].store], o->held[i].number, false, &result->arena, &document,
                                           &words, error);
    if (status == SYN_OK)
        *out = (syn_edition){document.id, document.path != NULL ? document.path : "", o->same[i]};
    return status;
}

syn_status syn_owned_name(const syn_owned *o, syn_store *const *stores, size_t fresh_count, syn_result *result,
                          syn_error *error)
{
    syn_edition *versions = syn_alloc(o->count, sizeof *versions);
    size_t count = 0;
    result->view.versions = versions;
    if (versions == NULL)
        return syn_fail_memory(error);
    for (size_t d = 0; d < fresh_count; d++) {
        syn_checked *checked = (syn_checked *)&result->view.checked[d];
        checked->version_first = (uint32_t)count;
        for (size_t i = o->first[d]; i < o->first[d + 1]; i++) {
            if (!o->same[i] && !o->met[i])
                continue;
            syn_status status = name_one(o, i, stores, result, &versions[count], error);
            if (status < 0)
                return status;
            count++;
        }
        checked->version_count = (uint32_t)count - checked->version_first;
        if (checked->version_count > 1)
            qsort(versions + checked->version_first, checked->version_count, sizeof *versions, by_id);
    }
    result->view.version_count = count;
    return SYN_OK;
}
