#include "store/merging.h"

#include "base/alloc.h"
#include "base/error.h"

#include <stdlib.h>

enum { READ_POSTINGS = 4096, WRITE_POSTINGS = 4096, STEP_BITS = 8 /* places to an entry of the table */ };

/* Where the documents of a segment stood, and stand now. */
typedef struct place_map {
    uint64_t *from, *to; /* first place of each document; to UINT64_MAX: left out */
    uint32_t *start;     /* by place >> STEP_BITS: the document there */
    uint32_t *numbers;
    size_t count;
    uint64_t words;
    bool all_kept;
} place_map;

struct syn_merging_source {
    syn_store *store;
    uint32_t segment;
    place_map map;
    syn_segment_reader reader;
    syn_spill *spills[SYN_KIND_COUNT]; /* instead of a segment */
    uint64_t offset;
    syn_posting postings[READ_POSTINGS];
    size_t at, count;
};

static void release_map(place_map *map)
{
    free(map->from);
    free(map->to);
    free(map->start);
    free(map->numbers);
}

void syn_merging_release(syn_merging *merge)
{
    for (size_t i = 0; i < merge->count; i++) {
        release_map(&merge->sources[i]->map);
        free(merge->sources[i]);
    }
    free(merge->sources);
    *merge = (syn_merging){0};
}

static syn_merging_source *add_source(syn_merging *merge)
{
    if (!syn_alloc_room((void **)&merge->sources, &merge->capacity, merge->count + 1, sizeof *merge->sources))
        return NULL;
    syn_merging_source *source = syn_alloc_zero(1, sizeof *source);
    if (source != NULL)
        merge->sources[merge->count++] = source;
    return source;
}

static bool map_room(place_map *map, const syn_segment *segment, size_t count)
{
    map->count = count;
    map->words = segment->words;
    map->from = syn_alloc(count + 1, sizeof *map->from);
    map->to = syn_alloc(count + 1, sizeof *map->to);
    map->numbers = syn_alloc(count + 1, sizeof *map->numbers);
    map->start = syn_alloc((size_t)(segment->words >> STEP_BITS) + 2, sizeof *map->start);
    return map->from != NULL && map->to != NULL && map->numbers != NULL && map->start != NULL;
}

static syn_status fill_map(place_map *map, syn_store *store, const syn_members *old, syn_members *members,
                           uint64_t *words)
{
    uint64_t place = 0;
    size_t step = 0;

    map->all_kept = true;
    for (size_t d = 0; d < old->count; d++) {
        bool kept = syn_store_holds(store, old->items[d].number);
        map->from[d] = place;
        map->to[d] = kept ? *words : UINT64_MAX;
        map->numbers[d] = old->items[d].number;
        map->all_kept = map->all_kept && kept;
        place += old->items[d].words;
        for (; (uint64_t)step << STEP_BITS < place; step++)
            map->start[step] = (uint32_t)d;
        if (kept && syn_members_add(members, old->items[d].number, old->items[d].words) < 0)
            return SYN_MEMORY;
        *words += kept ? old->items[d].words : 0;
    }
    map->from[old->count] = place;
    return SYN_OK;
}

syn_status syn_merging_segment(syn_merging *merge, syn_store *store, uint32_t segment, syn_members *members,
                               uint64_t *words)
{
    syn_members old = {0};
    syn_merging_source *source = add_source(merge);

    if (source == NULL)
        return SYN_MEMORY;
    source->store = store;
    source->segment = segment;
    syn_status status = syn_members_read(store, segment, &old);
    if (status == SYN_OK && !map_room(&source->map, &store->manifest.segments[segment], old.count))
        status = SYN_MEMORY;
    if (status == SYN_OK)
        status = fill_map(&source->map, store, &old, members, words);
    syn_members_release(&old);
    return status;
}

syn_status syn_merging_spills(syn_merging *merge, syn_spill *const spills[SYN_KIND_COUNT], uint64_t offset)
{
    syn_merging_source *source = add_source(merge);

    if (source == NULL)
        return SYN_MEMORY;
    for (int kind = 0; kind < SYN_KIND_COUNT; kind++)
        source->spills[kind] = spills[kind];
    source->offset = offset;
    return SYN_OK;
}

/* ---- one source ---- */

static bool move_place(const place_map *map, uint64_t *place)
{
    if (*place >= map->words)
        return false;
    uint32_t d = map->start[*place >> STEP_BITS];
    while (map->from[d + 1] <= *place)
        d++;
    if (map->to[d] == UINT64_MAX)
        return false;
    *place = map->to[d] + (*place - map->from[d]);
    return true;
}

static bool keeps_name(const syn_merging_source *source, uint64_t number)
{
    return number <= UINT32_MAX && (source->store->manifest.removed == 0 ||
                                    syn_store_holds(source->store, (uint32_t)number));
}

/* Moves the places of what was read; those left out go. */
static void move_places(syn_merging_source *source, int kind)
{
    size_t kept = 0;

    for (size_t i = 0; i < source->count; i++) {
        syn_posting p = source->postings[i];
        bool stays = kind == SYN_KIND_NAME ? keeps_name(source, p.place) : move_place(&source->map, &p.place);
        if (stays)
            source->postings[kept++] = p;
    }
    source->count = kept;
}

/* Reads on when all is used up; count is 0 at the end. */
static syn_status refill(syn_merging_source *source, int kind, syn_error *error)
{
    size_t read = 1;

    while (source->at == source->count && read > 0) {
        source->at = source->count = 0;
        if (source->spills[kind] != NULL) {
            syn_status status = syn_spill_next(source->spills[kind], source->postings, READ_POSTINGS, &source->count,
                                               error);
            if (status < 0)
                return status;
            for (size_t i = 0; kind == SYN_KIND_SHINGLE && source->offset > 0 && i < source->count; i++)
                source->postings[i].place += source->offset;
            return SYN_OK;
        }
        if (source->store == NULL)
            return SYN_OK;
        if (syn_segment_read(&source->reader, source->postings, READ_POSTINGS, &read) < 0)
            return syn_environment_fail(source->store->env, SYN_INPUT, error);
        source->count = read;
        move_places(source, kind);
    }
    return SYN_OK;
}

/* ---- all sources ---- */

static bool is_before(const syn_posting *a, const syn_posting *b)
{
    return a->key != b->key ? a->key < b->key : a->place < b->place;
}

static syn_merging_source *first_of(const syn_merging *merge)
{
    syn_merging_source *first = NULL;

    for (size_t i = 0; i < merge->count; i++) {
        syn_merging_source *s = merge->sources[i];
        if (s->at < s->count && (first == NULL || is_before(&s->postings[s->at], &first->postings[first->at])))
            first = s;
    }
    return first;
}

static syn_status write_all(syn_merging *merge, syn_segment_writer *writer, int kind, syn_error *error)
{
    syn_posting out[WRITE_POSTINGS];
    size_t count = 0;
    syn_status status = SYN_OK;

    for (syn_merging_source *s = first_of(merge); s != NULL && status == SYN_OK; s = first_of(merge)) {
        if (merge->count == 1) { /* nothing to choose from */
            status = syn_segment_add(writer, s->postings + s->at, s->count - s->at, error);
            s->at = s->count;
        } else {
            out[count++] = s->postings[s->at++];
            if (count == WRITE_POSTINGS) {
                status = syn_segment_add(writer, out, count, error);
                count = 0;
            }
        }
        if (status == SYN_OK && s->at == s->count)
            status = refill(s, kind, error);
    }
    return status == SYN_OK ? syn_segment_add(writer, out, count, error) : status;
}

syn_status syn_merging_write(syn_merging *merge, syn_store *store, syn_segment *segment, int kind, syn_error *error)
{
    syn_segment_writer writer;
    syn_status status = syn_segment_begin(&writer, store, segment, kind, error);

    for (size_t i = 0; i < merge->count && status == SYN_OK; i++) {
        syn_merging_source *s = merge->sources[i];
        s->at = s->count = 0;
        if (s->store != NULL)
            syn_segment_reader_begin(&s->reader, s->store, s->segment, kind);
        status = refill(s, kind, error);
    }
    if (status == SYN_OK)
        status = write_all(merge, &writer, kind, error);
    if (status == SYN_OK)
        status = syn_segment_end(&writer, error);
    syn_segment_writer_release(&writer);
    return status;
}
