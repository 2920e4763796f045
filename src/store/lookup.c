/* A block says under which key the next one stands. So a search that a garbled page led astray does not end in "none":
 * where it ends, the block before must name the block behind. */
#include "store/inside.h"

#include "base/alloc.h"
#include "base/error.h"
#include "store/seal.h"

#include <stdlib.h>

/* What syn_lookup.cursor points to. */
typedef struct walker {
    syn_tree_cursor tree;
    int kind;
    bool loaded, last;
    unsigned char key[SYN_BLOCK_KEY_BYTES], next[SYN_BLOCK_KEY_BYTES];
    syn_slice packed;
} walker;

void syn_block_key(unsigned char out[SYN_BLOCK_KEY_BYTES], uint32_t segment, int kind, uint64_t key, uint64_t place)
{
    syn_put_key(out, segment, 4);
    out[4] = (unsigned char)kind;
    syn_put_key(out + 5, key, 5);
    syn_put_key(out + 10, place, 5);
}

syn_status syn_lookup_open_kind(syn_store *store, uint32_t segment, int kind, syn_lookup *out)
{
    walker *w = syn_alloc_zero(1, sizeof *w);

    if (w == NULL)
        return SYN_MEMORY;
    w->tree.tree = syn_environment_tree(store->env, SYN_TABLE_POSTINGS);
    w->kind = kind;
    *out = (syn_lookup){.store = store, .cursor = w, .segment = segment};
    return SYN_OK;
}

syn_status syn_lookup_open(syn_store *store, uint32_t segment, syn_lookup *out)
{
    return syn_lookup_open_kind(store, segment, SYN_KIND_SHINGLE, out);
}

void syn_lookup_close(syn_lookup *lookup)
{
    free(lookup->cursor);
    lookup->cursor = NULL;
}

static bool stops(syn_lookup *lookup)
{
    lookup->status = SYN_INPUT;
    lookup->any = false;
    return false;
}

/* Whether the block behind is the one that this one names. */
static bool names_the_next(const walker *w)
{
    syn_tree_cursor beside = w->tree;
    syn_slice key;

    if (!syn_tree_next(&beside))
        return !beside.broken && w->last;
    if (!syn_tree_get(&beside, &key, NULL) || key.count != SYN_BLOCK_KEY_BYTES)
        return false;
    return w->last ? memcmp(key.at, w->key, 5) != 0 : memcmp(key.at, w->next, SYN_BLOCK_KEY_BYTES) == 0;
}

/* Takes the block that the cursor is at. */
static bool load(syn_lookup *lookup)
{
    walker *w = lookup->cursor;
    unsigned char prefix[SYN_BLOCK_KEY_BYTES];
    syn_slice key, value;

    w->loaded = false;
    syn_block_key(prefix, lookup->store->manifest.segments[lookup->segment].number, w->kind, 0, 0);
    if (syn_environment_entry(SYN_TABLE_POSTINGS, &w->tree, &key, &value) < 0 || key.count != SYN_BLOCK_KEY_BYTES ||
        memcmp(key.at, prefix, 5) != 0 || value.count < SYN_BLOCK_HEAD_BYTES)
        return stops(lookup);
    memcpy(w->key, key.at, SYN_BLOCK_KEY_BYTES);
    memcpy(w->next, key.at, 5);
    memcpy(w->next + 5, value.at + 1, 10);
    w->last = value.at[0] != 0;
    w->packed = (syn_slice){value.at + SYN_BLOCK_HEAD_BYTES, value.count - SYN_BLOCK_HEAD_BYTES};
    if (!names_the_next(w) || !syn_block_open(w->packed.at, w->packed.count, &lookup->block))
        return stops(lookup);
    w->loaded = true;
    return true;
}

/* Whether a key lies in the block that is loaded, if it is anywhere. */
static bool covers(const walker *w, const unsigned char key[SYN_BLOCK_KEY_BYTES])
{
    return w->loaded && memcmp(w->key, key, SYN_BLOCK_KEY_BYTES) <= 0 &&
           (w->last || memcmp(key, w->next, SYN_BLOCK_KEY_BYTES) < 0);
}

/* Whether the block behind goes on with the hash. */
static bool goes_on(const syn_lookup *lookup)
{
    const walker *w = lookup->cursor;

    return !w->last && syn_get_key(w->next + 5, 5) == lookup->hash;
}

static bool load_next(syn_lookup *lookup)
{
    walker *w = lookup->cursor;

    return syn_tree_next(&w->tree) ? load(lookup) : stops(lookup);
}

void syn_lookup_seek(syn_lookup *lookup, uint64_t hash, uint64_t place)
{
    walker *w = lookup->cursor;
    const syn_segment *segment = &lookup->store->manifest.segments[lookup->segment];
    unsigned char key[SYN_BLOCK_KEY_BYTES];

    lookup->any = false;
    lookup->hash = hash & (((uint64_t)1 << SYN_POSTING_BITS) - 1);
    if (lookup->status < 0 || segment->postings[w->kind] == 0 || place >> SYN_POSTING_BITS != 0)
        return;
    syn_block_key(key, segment->number, w->kind, lookup->hash, place);
    if (covers(w, key)) {
        if (!syn_block_open(w->packed.at, w->packed.count, &lookup->block))
            stops(lookup);
    } else if (!syn_tree_seek_back(&w->tree, key, sizeof key)) {
        stops(lookup); /* every kind's first block stands under the smallest key */
    } else {
        load(lookup);
    }
    if (lookup->status < 0)
        return;
    lookup->any = syn_block_seek(&lookup->block, lookup->hash, place, &lookup->at);
    if (!lookup->any && !lookup->block.broken && goes_on(lookup) && load_next(lookup))
        lookup->any = syn_block_next(&lookup->block, &lookup->at);
    if (lookup->block.broken)
        stops(lookup);
    lookup->any = lookup->any && lookup->at.key == lookup->hash;
}

size_t syn_lookup_next(syn_lookup *lookup, uint64_t *places, size_t room)
{
    size_t count = 0;

    while (count < room && lookup->any) {
        places[count++] = lookup->at.place;
        lookup->any = syn_block_next(&lookup->block, &lookup->at);
        if (!lookup->any && !lookup->block.broken && goes_on(lookup) && load_next(lookup))
            lookup->any = syn_block_next(&lookup->block, &lookup->at);
        if (lookup->status < 0 || lookup->block.broken) {
            stops(lookup);
            return 0;
        }
        lookup->any = lookup->any && lookup->at.key == lookup->hash;
    }
    return count;
}

/* ---- places ---- */

/* Takes the span that a place of a segment is in. */
static syn_status load_span(syn_store *store, uint32_t segment, uint64_t place)
{
    syn_tree_cursor cursor = {.tree = syn_environment_tree(store->env, SYN_TABLE_SPANS)};
    unsigned char key[9];
    syn_slice name, value;

    syn_put_key(key, store->manifest.segments[segment].number, 4);
    syn_put_key(key + 4, place, 5);
    store->span = (syn_store_span){0};
    if (!syn_tree_seek_back(&cursor, key, sizeof key) ||
        syn_environment_entry(SYN_TABLE_SPANS, &cursor, &name, &value) < 0 || name.count != sizeof key ||
        memcmp(name.at, key, 4) != 0 || value.count < SYN_SPAN_HEAD_BYTES + SYN_SPAN_ENTRY_BYTES)
        return SYN_INPUT;
    uint64_t first = syn_get_key(name.at + 4, 5), end = syn_get_number(value.at, SYN_SPAN_HEAD_BYTES);
    if (place >= end)
        return SYN_INPUT;
    store->span = (syn_store_span){.segment = segment, .first = first, .end = end,
                                   .entries = value.at + SYN_SPAN_HEAD_BYTES,
                                   .count = (value.count - SYN_SPAN_HEAD_BYTES) / SYN_SPAN_ENTRY_BYTES};
    return SYN_OK;
}

syn_status syn_store_locate(syn_store *store, uint32_t segment, uint64_t place, uint32_t *number, uint32_t *word)
{
    const syn_store_span *span = &store->span;

    if (place >> SYN_POSTING_BITS != 0 || segment >= store->manifest.segment_count)
        return SYN_INPUT;
    if (span->first == span->end || span->segment != segment || place < span->first || place >= span->end) {
        syn_status status = load_span(store, segment, place);
        if (status < 0)
            return status;
    }
    size_t low = 0, high = span->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (syn_get_key(span->entries + middle * SYN_SPAN_ENTRY_BYTES, 5) <= place)
            low = middle;
        else
            high = middle;
    }
    const unsigned char *entry = span->entries + low * SYN_SPAN_ENTRY_BYTES;
    uint64_t first = syn_get_key(entry, 5);
    if (first > place || place - first > UINT32_MAX)
        return SYN_INPUT;
    *number = (uint32_t)syn_get_key(entry + 5, 4);
    *word = (uint32_t)(place - first);
    return SYN_OK;
}

/* ---- names ---- */

uint64_t syn_store_name_key(syn_store_name by, const void *bytes, size_t count)
{
    return syn_hash_mix(syn_hash(bytes, count) + 0x9e3779b97f4a7c15u * ((uint64_t)by + 1)) &
           (((uint64_t)1 << SYN_POSTING_BITS) - 1);
}

static bool is_named(const syn_document *document, syn_store_name by, const void *bytes, size_t count)
{
    if (by == SYN_STORE_HASH)
        return count == sizeof document->sha256 && memcmp(document->sha256, bytes, count) == 0;
    const char *text = by == SYN_STORE_ID ? document->id : by == SYN_STORE_PATH ? document->path : document->url;
    return text != NULL && strlen(text) == count && memcmp(text, bytes, count) == 0;
}

typedef struct search {
    syn_store *store;
    syn_store_name by;
    const void *bytes;
    size_t count, room, found;
    uint32_t *numbers;
} search;

/* Numbers ascend from segment to segment, but for a document that got another id later. */
static void take_number(search *s, uint32_t number)
{
    size_t at = s->found < s->room ? s->found : s->room;

    while (at > 0 && s->numbers[at - 1] > number) {
        if (at < s->room)
            s->numbers[at] = s->numbers[at - 1];
        at--;
    }
    if (at < s->room)
        s->numbers[at] = number;
    s->found++;
}

static syn_status check_number(search *s, uint64_t number)
{
    syn_arena arena = {0};
    syn_kept record;

    if (number >= s->store->manifest.next_number)
        return SYN_INPUT;
    if (!syn_store_holds(s->store, (uint32_t)number))
        return SYN_OK;
    int status = syn_store_record(s->store, (uint32_t)number, &arena, &record);
    if (status == SYN_OK && is_named(&record.document, s->by, s->bytes, s->count))
        take_number(s, (uint32_t)number);
    syn_arena_release(&arena);
    return status > 0 ? SYN_INPUT : (syn_status)status;
}

static syn_status search_segment(search *s, uint32_t segment)
{
    uint64_t places[32];
    syn_lookup lookup;
    syn_status status = syn_lookup_open_kind(s->store, segment, SYN_KIND_NAME, &lookup);

    if (status < 0)
        return status;
    syn_lookup_seek(&lookup, syn_store_name_key(s->by, s->bytes, s->count), 0);
    size_t count = syn_lookup_next(&lookup, places, 32);
    while (status == SYN_OK && count > 0) {
        for (size_t i = 0; i < count && status == SYN_OK; i++)
            status = check_number(s, places[i]);
        count = syn_lookup_next(&lookup, places, 32);
    }
    if (status == SYN_OK)
        status = lookup.status;
    syn_lookup_close(&lookup);
    return status;
}

syn_status syn_store_find(syn_store *store, syn_store_name by, const void *bytes, size_t count, uint32_t *numbers,
                          size_t room, size_t *found)
{
    search s = {.store = store, .by = by, .bytes = bytes, .count = count, .numbers = numbers, .room = room};
    syn_status status = SYN_OK;

    for (uint32_t i = 0; i < store->manifest.segment_count && status == SYN_OK; i++)
        status = search_segment(&s, i);
    *found = status == SYN_OK ? s.found : 0;
    return status;
}
