#include "dedup/cover_inside.h"

#include "base/alloc.h"

#include <stdlib.h>

/** What a text beyond this made the arrays grow to is given back once the next one is shorter. */
#define COVER_HELD_BYTES (16u << 20)

static syn_status sweeps_new(syn_covering *cover)
{
    for (unsigned i = 0; i < 2; ++i)
        if (syn_sweep_new(SYN_SWEEP_BEST, &cover->sweep[i]) < 0)
            return SYN_MEMORY;
    return SYN_OK;
}

/** Gives back all arrays; the text set is gone with them. */
static void cover_empty(syn_covering *cover)
{
    for (unsigned i = 0; i < 2; ++i) {
        syn_sweep_free(cover->sweep[i]);
        cover->sweep[i] = NULL;
    }
    syn_cover_table_release(&cover->table);
    syn_cover_walk_release(&cover->walk);
    free(cover->spans);
    cover->spans = NULL;
    cover->span_capacity = cover->most_bytes = 0;
    cover->set = cover->kept = (syn_cover_side){0};
}

syn_status syn_cover_new(syn_covering **out)
{
    syn_covering *cover = syn_alloc_zero(1, sizeof *cover);

    if (!cover)
        return SYN_MEMORY;
    syn_cover_word_init(&cover->word);
    if (sweeps_new(cover) < 0) {
        syn_cover_free(cover);
        return SYN_MEMORY;
    }
    *out = cover;
    return SYN_OK;
}

void syn_cover_free(syn_covering *cover)
{
    if (!cover)
        return;
    cover_empty(cover);
    syn_cover_word_release(&cover->word);
    free(cover);
}

static syn_status side_sweep(syn_covering *cover, syn_sweep *sweep, const char *text, size_t bytes,
                             syn_cover_side *side)
{
    syn_swept swept;
    syn_status status;

    *side = (syn_cover_side){0};
    if (bytes >= SYN_COVER_BYTES)
        return SYN_LIMIT;
    if (bytes > cover->most_bytes)
        cover->most_bytes = bytes;
    status = syn_sweep_words(sweep, text, bytes, true, &swept);
    if (status == SYN_OK)
        *side = (syn_cover_side){text, bytes, swept.hash, swept.begin, swept.end, (uint32_t)swept.count};
    return status;
}

syn_status syn_cover_set(syn_covering *cover, const char *text, size_t bytes)
{
    syn_status status = SYN_OK;

    if (cover->most_bytes > COVER_HELD_BYTES && bytes <= COVER_HELD_BYTES)
        cover_empty(cover);
    cover->set = (syn_cover_side){0};
    if (!cover->sweep[0] || !cover->sweep[1]) {
        cover_empty(cover);
        status = sweeps_new(cover);
    }
    if (status == SYN_OK)
        status = side_sweep(cover, cover->sweep[0], text, bytes, &cover->set);
    if (status == SYN_OK)
        status = syn_cover_table_make(&cover->table, &cover->set);
    if (status < 0)
        cover->set = (syn_cover_side){0};
    return status;
}

static bool runs_hold(syn_covering *cover, const syn_cover_runs *runs)
{
    for (size_t i = 0; i < runs->count; ++i) {
        const syn_cover_run *run = &runs->items[i];
        if (!syn_cover_word_equal(&cover->word, &cover->set, run->begin - run->lead, &cover->kept,
                                  run->kept_begin - run->lead, run->words + run->lead))
            return false;
    }
    return true;
}

/** Words may be much longer than what they come to, and be compared with many places of short ones. */
#define COVER_READ_TIMES 16

/** Holds runs together word for word, and finds them anew where other words have the same hash, or where reading them
 *  takes too long. Where no shingle of the set text stands twice, its runs lie in those of the kept text. */
static syn_status cover_verify(syn_covering *cover, uint32_t least)
{
    bool held;

    cover->word.left_bytes = COVER_READ_TIMES * ((uint64_t)cover->set.bytes + cover->kept.bytes);
    held = runs_hold(cover, &cover->walk.met) && (!cover->table.repeats || runs_hold(cover, &cover->walk.runs));
    if (syn_cover_word_failed(&cover->word)) {
        syn_cover_word_release(&cover->word);
        return SYN_MEMORY;
    }
    return held ? SYN_OK : syn_cover_exact(&cover->walk, &cover->table, &cover->set, &cover->kept, least);
}

/** Runs of words to spans of bytes. */
static syn_status cover_settle(syn_covering *cover)
{
    const syn_cover_side *set = &cover->set, *kept = &cover->kept;
    const syn_cover_runs *runs = &cover->walk.runs;

    if (!syn_alloc_room((void **)&cover->spans, &cover->span_capacity, runs->count, sizeof *cover->spans))
        return SYN_MEMORY;
    for (size_t i = 0; i < runs->count; ++i) {
        const syn_cover_run *run = &runs->items[i];
        cover->spans[i] = (syn_cover_span){
            .begin = set->begin[run->begin], .end = set->end[run->begin + run->words - 1],
            .kept_begin = kept->begin[run->kept_begin], .kept_end = kept->end[run->kept_begin + run->words - 1],
            .words = run->words};
    }
    return SYN_OK;
}

syn_status syn_cover_measure(syn_covering *cover, const char *kept, size_t bytes, uint32_t least, bool spans,
                             syn_covered *out)
{
    syn_cover_walk *walk = &cover->walk;
    syn_status status = SYN_MEMORY; /* as setting a text had none */

    if (cover->sweep[1])
        status = side_sweep(cover, cover->sweep[1], kept, bytes, &cover->kept);
    if (status == SYN_OK)
        status = syn_cover_walk_make(walk, &cover->table, &cover->set, &cover->kept, least);
    if (status == SYN_OK)
        status = cover_verify(cover, least);
    if (status == SYN_OK && spans)
        status = cover_settle(cover);
    if (status == SYN_OK)
        *out = (syn_covered){.words = cover->set.count, .kept_words = cover->kept.count, .covered = walk->runs.words,
                             .kept_covered = walk->met.words, .spans = spans ? cover->spans : NULL,
                             .span_count = spans ? walk->runs.count : 0};
    return status;
}
