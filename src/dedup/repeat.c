#include "dedup/repeat.h"

#include "base/alloc.h"

#include <stdlib.h>

enum { AHEAD = 12 };

void syn_repeats_begin(syn_repeats *repeats, uint32_t text, uint32_t shingle_words)
{
    repeats->text = text;
    repeats->shingle_words = shingle_words;
    repeats->shingle_count = repeats->segment_count = repeats->older_count = repeats->slot_count = 0;
}

void syn_repeats_release(syn_repeats *repeats)
{
    free(repeats->shingles);
    free(repeats->segments);
    free(repeats->older);
    free(repeats->slots);
    *repeats = (syn_repeats){0};
}

static syn_status push_segment(syn_repeats *r, syn_segment_at segment)
{
    if (!syn_alloc_room((void **)&r->segments, &r->segment_capacity, r->segment_count + 1, sizeof *r->segments))
        return SYN_MEMORY;
    r->segments[r->segment_count++] = segment;
    return SYN_OK;
}

/** What a reading is at. */
typedef struct reading {
    syn_repeats *r;
    syn_seen *seen;
    size_t lag;        /* the first shingle that may still become seen */
    size_t older;      /* the first older segment that may lie in one */
    bool any;
    uint32_t last;     /* word of the last shingle that was seen; when any was */
    bool waits;        /* the last shingle that was seen begins in the last segment, but stands elsewhere: */
    uint32_t word;
    syn_seen_at at;
} reading;

/** What waits becomes a segment, of its words those behind the last one. */
static syn_status push_waiting(reading *g)
{
    const uint32_t begin = g->r->segments[g->r->segment_count - 1].end, end = g->word + g->r->shingle_words;
    g->waits = false;
    if (begin >= end)
        return SYN_OK;
    return push_segment(g->r, (syn_segment_at){begin, end, g->at.text, g->at.word + (begin - g->word)});
}

/** A shingle was seen: its words join the last segment, or those behind it become one. What only overlaps the last
 *  segment waits for a later one that does, which reaches further: so a text that repeats itself has few long
 *  segments. */
static syn_status take(reading *g, uint32_t word, const syn_seen_at *at)
{
    syn_repeats *r = g->r;
    if (g->waits && r->segments[r->segment_count - 1].end < word && push_waiting(g) < 0)
        return SYN_MEMORY;
    syn_segment_at *last = r->segment_count > 0 ? &r->segments[r->segment_count - 1] : NULL;
    const uint32_t end = word + r->shingle_words;
    if (last && last->end >= word && last->kept == at->text && last->kept_begin + (word - last->begin) == at->word) {
        last->end = end;
        return SYN_OK;
    }
    g->waits = last && last->end > word;
    g->word = word;
    g->at = *at;
    return g->waits ? SYN_OK : push_segment(r, (syn_segment_at){word, end, at->text, at->word});
}

static void add(reading *g, const syn_shingle_at *s)
{
    syn_repeats *r = g->r;
    if (!syn_seen_get(g->seen, s->hash))
        syn_seen_add(g->seen, s->hash, (syn_seen_at){r->text, s->word}, &r->slots[r->slot_count++]);
}

/** Whether no word of a shingle lies in a segment of an earlier round. */
static bool is_whole(reading *g, uint32_t word)
{
    const syn_repeats *r = g->r;
    while (g->older < r->older_count && r->older[g->older].end <= word)
        g->older++;
    return g->older == r->older_count || r->older[g->older].begin >= word + r->shingle_words;
}

/** Shingles that end before a word become seen, when none of their words was. Those that were seen begin in order,
 *  so the last one tells of all that could touch them. */
static void add_before(reading *g, uint64_t word)
{
    const syn_repeats *r = g->r;
    const uint32_t k = r->shingle_words;
    for (; g->lag < r->shingle_count && (uint64_t)r->shingles[g->lag].word + k <= word; g->lag++) {
        const syn_shingle_at *s = &r->shingles[g->lag];
        if (!(g->any && g->last + k > s->word) && is_whole(g, s->word))
            add(g, s);
    }
}

static syn_status read_all(reading *g, bool adds)
{
    syn_repeats *r = g->r;
    for (size_t i = 0; i < r->shingle_count; i++) {
        const syn_shingle_at *s = &r->shingles[i];
        if (i + AHEAD < r->shingle_count)
            syn_seen_prefetch(g->seen, r->shingles[i + AHEAD].hash);
        if (adds)
            add_before(g, s->word);
        const syn_seen_at *at = syn_seen_get(g->seen, s->hash);
        if (!at)
            continue;
        g->any = true;
        g->last = s->word;
        if (take(g, s->word, at) < 0)
            return SYN_MEMORY;
    }
    if (adds)
        add_before(g, UINT64_MAX);
    return g->waits ? push_waiting(g) : SYN_OK;
}

static syn_status push_piece(syn_repeats *joined, const syn_segment_at *s, uint32_t begin, uint32_t end)
{
    const uint32_t skipped = begin - s->begin;
    return begin < end ? push_segment(joined, (syn_segment_at){begin, end, s->kept, s->kept_begin + skipped}) : SYN_OK;
}

/** What was found now is cut at the edges of what was found before, and both become one list. */
static syn_status join_older(const syn_repeats *r, syn_repeats *joined)
{
    syn_status status = SYN_OK;
    size_t o = 0;
    for (size_t i = 0; i < r->segment_count && status == SYN_OK; i++) {
        const syn_segment_at *s = &r->segments[i];
        uint32_t begin = s->begin;
        for (; o < r->older_count && r->older[o].begin < s->end && status == SYN_OK; o++) {
            const syn_segment_at *old = &r->older[o];
            status = push_piece(joined, s, begin, old->begin);
            begin = old->end > begin ? old->end : begin;
            if (old->end > s->end)
                break;
            if (status == SYN_OK)
                status = push_segment(joined, *old);
        }
        if (status == SYN_OK)
            status = push_piece(joined, s, begin, s->end);
    }
    for (; o < r->older_count && status == SYN_OK; o++)
        status = push_segment(joined, r->older[o]);
    return status;
}

syn_status syn_repeats_find(syn_repeats *repeats, syn_seen *seen, bool adds)
{
    reading g = {.r = repeats, .seen = seen};
    syn_repeats joined = {0};
    if (!syn_alloc_room((void **)&repeats->slots, &repeats->slot_capacity, repeats->shingle_count,
                        sizeof *repeats->slots))
        return SYN_MEMORY;
    syn_status status = read_all(&g, adds);
    if (status < 0 || repeats->older_count == 0)
        return status;
    status = join_older(repeats, &joined);
    if (status == SYN_OK) {
        free(repeats->segments);
        repeats->segments = joined.segments;
        repeats->segment_count = joined.segment_count;
        repeats->segment_capacity = joined.segment_capacity;
    } else {
        free(joined.segments);
    }
    return status;
}

syn_status syn_repeats_keep(syn_repeats *repeats, syn_seen *seen)
{
    reading g = {.r = repeats, .seen = seen};
    if (!syn_alloc_room((void **)&repeats->slots, &repeats->slot_capacity, repeats->shingle_count,
                        sizeof *repeats->slots))
        return SYN_MEMORY;
    add_before(&g, UINT64_MAX);
    return SYN_OK;
}

void syn_repeats_undo(syn_repeats *repeats, syn_seen *seen)
{
    while (repeats->slot_count > 0)
        syn_seen_undo(seen, repeats->slots[--repeats->slot_count]);
}

uint32_t syn_repeats_words(const syn_repeats *repeats)
{
    uint32_t words = 0;
    for (size_t i = 0; i < repeats->segment_count; i++)
        words += repeats->segments[i].end - repeats->segments[i].begin;
    return words;
}
