/** Two walks. The first goes along the kept text and looks its shingles up; where one is found, it follows both texts
 *  for as long as they go on alike, without looking up. The second goes along the set text, from the places that the
 *  first one left, in the same way. Both go on from the first shingle that reaches beyond a run, so a word is compared
 *  a bounded number of times however the texts repeat themselves:
 *
 *      set   . . a b c d e f g x y . .        run 1  a..g        run 2  x y, led by d e f g
 *      kept  a b c d e f g . d e f g x y
 */
#include "dedup/cover_inside.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

void syn_cover_walk_release(syn_cover_walk *walk)
{
    free(walk->place);
    free(walk->runs.items);
    free(walk->met.items);
    *walk = (syn_cover_walk){0};
}

/** Appends the run of `words` words at two places, of which `lead` lie in the one before. */
static bool runs_add(syn_cover_runs *runs, uint32_t at, uint32_t kept_at, uint32_t words, uint32_t lead)
{
    if (!syn_alloc_room((void **)&runs->items, &runs->capacity, runs->count + 1, sizeof *runs->items))
        return false;
    runs->items[runs->count++] = (syn_cover_run){at + lead, kept_at + lead, words - lead, lead};
    runs->words += words - lead;
    return true;
}

/** How many words are equal from two places on, of which a shingle is. */
static uint32_t run_words(const syn_cover_side *set, uint32_t at, const syn_cover_side *kept, uint32_t kept_at)
{
    uint32_t left = set->count - at, kept_left = kept->count - kept_at, words = SYN_COVER_WORDS;
    const uint64_t *a = set->hash + at, *b = kept->hash + kept_at;

    if (left > kept_left)
        left = kept_left;
    while (words < left && a[words] == b[words])
        ++words;
    return words;
}

/** Notes where the shingles of a run stand, where that is not known yet. */
static void places_note(syn_cover_walk *walk, const syn_cover_table *table, uint32_t at, uint32_t kept_at,
                        uint32_t shingles)
{
    for (uint32_t i = 0; i < shingles; ++i) {
        uint32_t *place = &walk->place[table->first[at + i]];
        *place = *place ? *place : kept_at + i + 1;
    }
}

/** The walk along the kept text. */
static syn_status kept_walk(syn_cover_walk *walk, const syn_cover_table *table, const syn_cover_side *set,
                            const syn_cover_side *kept)
{
    uint32_t count = syn_cover_shingles(kept), done = 0;

    for (uint32_t at = 0; at < count;) {
        uint32_t found = syn_cover_table_find(table, set->hash, kept->hash + at), words;
        if (found == SYN_COVER_NOWHERE) {
            ++at;
            continue;
        }
        words = run_words(set, found, kept, at);
        places_note(walk, table, found, at, words - SYN_COVER_WORDS + 1);
        if (!runs_add(&walk->met, found, at, words, done > at ? done - at : 0))
            return SYN_MEMORY;
        done = at + words;
        at = done - SYN_COVER_WORDS + 1;
    }
    return SYN_OK;
}

/** Where the shingle at `at` stands in the kept text, `known` being one of its places: rather where the last run would
 *  go on, which is `diagonal` further than in the set text, modulo 2^32. */
static uint32_t place_prefer(const syn_cover_side *set, uint32_t at, const syn_cover_side *kept, uint32_t known,
                             uint32_t diagonal)
{
    uint32_t place = at + diagonal;

    if (place <= kept->count - SYN_COVER_WORDS && syn_cover_equal(kept->hash + place, set->hash + at))
        return place;
    return known;
}

/** The walk along the set text, as long as it can still come to `least` words: what stands behind the last run and
 *  before the shingle looked at is in none. */
static syn_status set_walk(syn_cover_walk *walk, const syn_cover_table *table, const syn_cover_side *set,
                           const syn_cover_side *kept, uint32_t least)
{
    uint32_t spare = set->count < least ? 0 : set->count - least, done = 0, diagonal = 0;
    syn_cover_runs *runs = &walk->runs;

    for (uint32_t at = 0; at < table->count;) {
        uint32_t place = walk->place[table->first[at]], words;
        if (place == 0) {
            ++at;
            if (at > done && at - runs->words > spare)
                break;
            continue;
        }
        place = place_prefer(set, at, kept, place - 1, runs->count ? diagonal : place - 1 - at);
        words = run_words(set, at, kept, place);
        if (!runs_add(runs, at, place, words, done > at ? done - at : 0))
            return SYN_MEMORY;
        diagonal = place - at;
        done = at + words;
        at = done - SYN_COVER_WORDS + 1;
    }
    return SYN_OK;
}

/** Texts of which one is too short for a shingle: all words or none. */
static syn_status short_walk(syn_cover_walk *walk, const syn_cover_side *set, const syn_cover_side *kept)
{
    if (set->count != kept->count || set->count == 0 ||
        memcmp(set->hash, kept->hash, set->count * sizeof *set->hash) != 0)
        return SYN_OK;
    return runs_add(&walk->met, 0, 0, set->count, 0) && runs_add(&walk->runs, 0, 0, set->count, 0) ? SYN_OK
                                                                                                    : SYN_MEMORY;
}

static syn_status long_walk(syn_cover_walk *walk, const syn_cover_table *table, const syn_cover_side *set,
                            const syn_cover_side *kept, uint32_t least)
{
    syn_status status;

    if (!syn_alloc_room((void **)&walk->place, &walk->place_capacity, table->count, sizeof *walk->place))
        return SYN_MEMORY;
    memset(walk->place, 0, table->count * sizeof *walk->place);
    status = kept_walk(walk, table, set, kept);
    return status < 0 ? status : set_walk(walk, table, set, kept, least);
}

static void runs_clear(syn_cover_runs *runs)
{
    runs->count = runs->words = 0;
}

syn_status syn_cover_walk_make(syn_cover_walk *walk, const syn_cover_table *table, const syn_cover_side *set,
                               const syn_cover_side *kept, uint32_t least)
{
    bool brief = set->count < SYN_COVER_WORDS || kept->count < SYN_COVER_WORDS;
    syn_status status;

    runs_clear(&walk->runs);
    runs_clear(&walk->met);
    status = brief ? short_walk(walk, set, kept) : long_walk(walk, table, set, kept, least);
    if (status < 0 || walk->runs.words < least) {
        runs_clear(&walk->runs);
        runs_clear(&walk->met);
    }
    return status;
}
