#include "trace/passage.h"

#include "base/alloc.h"
#include "text/name.h"
#include "trace/blocks.h"
#include "trace/shelf.h"

#include <stdlib.h>
#include <string.h>

static const uint32_t none = UINT32_MAX;

/* A copy that is already in a passage, listed by its document. */
typedef struct listed {
    uint32_t begin, end, passage, copy;
} listed;

/* A copy that joins an earlier passage. */
typedef struct late {
    uint32_t passage;
    syn_copy copy;
} late;

typedef struct joining {
    const syn_wordings *wordings;
    syn_passages *out;
    uint32_t min_words;
    bool apart;           /* hubs are not joined */
    syn_shelf shelf;      /* of list[], by the words of all documents */
    uint32_t *first_bucket; /* by document */
    listed *list;
    size_t list_count, list_capacity;
    late *lates;
    size_t late_count, late_capacity;
    bool *outside;          /* of the passage at hand: which copies no other passage holds */
    size_t outside_capacity;
} joining;

static uint32_t overlap(const listed *x, const syn_stretch *s)
{
    uint32_t begin = x->begin > s->begin ? x->begin : s->begin, end = x->end < s->end ? x->end : s->end;
    return end > begin ? end - begin : 0;
}

static bool list_copy(joining *j, uint32_t passage, uint32_t copy, const syn_stretch *place)
{
    if (!syn_alloc_room((void **)&j->list, &j->list_capacity, j->list_count + 1, sizeof *j->list) ||
        syn_shelf_put(&j->shelf, j->first_bucket[place->document], place->begin, place->end, (uint32_t)j->list_count) < 0)
        return false;
    j->list[j->list_count++] = (listed){.begin = place->begin, .end = place->end, .passage = passage, .copy = copy};
    return true;
}

static syn_shelf_walk near_middle(const joining *j, const syn_stretch *s)
{
    return syn_shelf_over(&j->shelf, j->first_bucket[s->document], s->begin, s->end);
}

/* Whether a copy lies inside some copy of `passage`, but for less than half the minimum of words. */
static bool is_inside(const joining *j, uint32_t passage, const syn_stretch *place)
{
    syn_shelf_walk walk = near_middle(j, place);
    for (uint32_t l; (l = syn_shelf_next(&j->shelf, &walk)) != none;)
        if (j->list[l].passage == passage && overlap(&j->list[l], place) + j->min_words / 2 > place->end - place->begin)
            return true;
    return false;
}

/* Marks the copies that lie outside `passage`; returns how many. */
static uint32_t find_outside(joining *j, const syn_passages *part, const syn_gathered *g, uint32_t passage)
{
    uint32_t count = 0;
    for (uint32_t c = 0; c < g->copy_count; c++) {
        j->outside[c] = !is_inside(j, passage, &part->copies[g->copy_first + c].place);
        count += j->outside[c];
    }
    return count;
}

/* Gives one copy to an earlier passage by way of the later hub's own copy there. False when less than
 * half of the shorter aligns or the minimum of words would be lost by it; *status tells whether memory
 * ran out. */
static bool join_copy(joining *j, const syn_passages *part, const syn_copy *copy, const listed *via, syn_status *status)
{
    syn_passages *out = j->out;
    late given = {.passage = via->passage, .copy = *copy};
    const syn_copy *hub = &out->copies[via->copy];
    if (!syn_alloc_room((void **)&out->blocks, &out->block_capacity,
                        out->block_count + hub->block_count + copy->block_count, sizeof *out->blocks) ||
        !syn_alloc_room((void **)&j->lates, &j->late_capacity, j->late_count + 1, sizeof *j->lates)) {
        *status = SYN_MEMORY;
        return false;
    }
    given.copy.block_first = (uint32_t)out->block_count;
    syn_block *made = out->blocks + out->block_count;
    given.copy.block_count = (uint32_t)syn_blocks_compose(out->blocks + hub->block_first, hub->block_count, false,
                                                          part->blocks + copy->block_first, copy->block_count, made);
    given.copy.matched_words = syn_blocks_words(made, given.copy.block_count);
    uint32_t copy_words = copy->place.end - copy->place.begin, via_words = via->end - via->begin;
    uint32_t shorter = copy_words < via_words ? copy_words : via_words;
    if (given.copy.matched_words < j->min_words || given.copy.matched_words * 2 < shorter ||
        copy->matched_words >= given.copy.matched_words + j->min_words)
        return false;
    const syn_block *last = &made[given.copy.block_count - 1];
    given.copy.place.begin = made[0].b;
    given.copy.place.end = last->b + last->count;
    out->block_count += given.copy.block_count;
    j->lates[j->late_count++] = given;
    if (!list_copy(j, via->passage, none, &given.copy.place))
        *status = SYN_MEMORY;
    return true;
}

/* Appends the copies of g that are marked (or all) as a passage of its own. */
static syn_status append(joining *j, const syn_passages *part, const syn_gathered *g, bool marked_only)
{
    syn_passages *out = j->out;
    size_t blocks = 0;
    for (uint32_t c = 0; c < g->copy_count; c++)
        blocks += part->copies[g->copy_first + c].block_count;
    if (!syn_alloc_room((void **)&out->items, &out->capacity, out->count + 1, sizeof *out->items) ||
        !syn_alloc_room((void **)&out->copies, &out->copy_capacity, out->copy_count + g->copy_count, sizeof *out->copies) ||
        !syn_alloc_room((void **)&out->blocks, &out->block_capacity, out->block_count + blocks, sizeof *out->blocks))
        return SYN_MEMORY;
    syn_gathered kept = {.hub = g->hub, .copy_first = (uint32_t)out->copy_count};
    for (uint32_t c = 0; c < g->copy_count; c++) {
        syn_copy copy = part->copies[g->copy_first + c];
        bool is_hub = copy.place.document == g->hub.document && copy.place.begin == g->hub.begin;
        if (marked_only && !j->outside[c] && !is_hub)
            continue;
        memcpy(out->blocks + out->block_count, part->blocks + copy.block_first, copy.block_count * sizeof *out->blocks);
        copy.block_first = (uint32_t)out->block_count;
        out->block_count += copy.block_count;
        if (!list_copy(j, (uint32_t)out->count, (uint32_t)out->copy_count, &copy.place))
            return SYN_MEMORY;
        out->copies[out->copy_count++] = copy;
        kept.copy_count++;
    }
    out->items[out->count++] = kept;
    return SYN_OK;
}

/* The listed copy on g's hub, of an earlier passage, that overlaps it most and at least by half. */
static uint32_t find_holder(const joining *j, const syn_gathered *g, uint32_t before)
{
    syn_shelf_walk walk = near_middle(j, &g->hub);
    uint32_t best = none, best_overlap = 0;
    for (uint32_t l; (l = syn_shelf_next(&j->shelf, &walk)) != none;) {
        const listed *x = &j->list[l];
        uint32_t shared = overlap(x, &g->hub);
        if (x->passage >= before || x->copy == none || shared * 2 < g->hub.end - g->hub.begin || shared < best_overlap)
            continue;
        if (shared > best_overlap || x->passage < j->list[best].passage || (x->passage == j->list[best].passage && x->copy < j->list[best].copy)) {
            best = l;
            best_overlap = shared;
        }
    }
    return best;
}

/* Whether some earlier passage, of this hub where hubs stay apart, holds every copy of g. */
static bool is_held(joining *j, const syn_passages *part, const syn_gathered *g, uint32_t before)
{
    syn_shelf_walk walk = near_middle(j, &g->hub);
    for (uint32_t l; (l = syn_shelf_next(&j->shelf, &walk)) != none;)
        if ((!j->apart || j->list[l].passage >= before) &&
            overlap(&j->list[l], &g->hub) + j->min_words / 2 > g->hub.end - g->hub.begin &&
            find_outside(j, part, g, j->list[l].passage) == 0)
            return true;
    return false;
}

/* The terms on which a stretch joins a passage: see passage.h. */
static bool may_join(const joining *j, const syn_gathered *g, const listed *via, uint32_t outside)
{
    uint32_t hub_words = g->hub.end - g->hub.begin, via_words = via->end - via->begin, shared = overlap(via, &g->hub);
    uint32_t longer = hub_words > via_words ? hub_words : via_words;
    syn_stretch name;
    if (shared * 2 >= longer)
        return true;
    return shared + j->min_words / 2 > hub_words && outside <= j->out->items[via->passage].copy_count &&
           !syn_name_in(j->wordings, g->hub, &name);
}

static syn_status join_passage(joining *j, const syn_passages *part, const syn_gathered *g, uint32_t before)
{
    if (!syn_alloc_room((void **)&j->outside, &j->outside_capacity, g->copy_count, sizeof *j->outside))
        return SYN_MEMORY;
    if (is_held(j, part, g, before))
        return SYN_OK;
    uint32_t holder = j->apart ? none : find_holder(j, g, before);
    if (holder == none)
        return append(j, part, g, false);
    listed via = j->list[holder];
    uint32_t left = find_outside(j, part, g, via.passage);
    syn_status status = SYN_OK;
    if (!may_join(j, g, &via, left))
        return append(j, part, g, false);
    for (uint32_t c = 0; c < g->copy_count && status == SYN_OK; c++) {
        if (j->outside[c] && join_copy(j, part, &part->copies[g->copy_first + c], &via, &status)) {
            j->outside[c] = false;
            left--;
        }
    }
    return status < 0 || left == 0 ? status : append(j, part, g, true);
}

static int by_passage(const void *x, const void *y)
{
    const late *a = x, *b = y;
    if (a->passage != b->passage)
        return a->passage < b->passage ? -1 : 1;
    if (a->copy.place.document != b->copy.place.document)
        return a->copy.place.document < b->copy.place.document ? -1 : 1;
    if (a->copy.place.begin != b->copy.place.begin)
        return a->copy.place.begin < b->copy.place.begin ? -1 : 1;
    return (a->copy.place.end < b->copy.place.end) - (a->copy.place.end > b->copy.place.end);
}

/* Lays every passage's copies one behind another again, the late ones among them. */
static syn_status lay_out(joining *j)
{
    syn_passages *out = j->out;
    syn_copy *copies = syn_alloc(out->copy_count + j->late_count, sizeof *copies);
    if (copies == NULL)
        return SYN_MEMORY;
    if (j->late_count > 0)
        qsort(j->lates, j->late_count, sizeof *j->lates, by_passage);
    size_t at = 0, l = 0;
    for (size_t p = 0; p < out->count; p++) {
        syn_gathered *g = &out->items[p];
        size_t first = at;
        memcpy(copies + at, out->copies + g->copy_first, g->copy_count * sizeof *copies);
        at += g->copy_count;
        for (; l < j->late_count && j->lates[l].passage == p; l++)
            copies[at++] = j->lates[l].copy;
        g->copy_first = (uint32_t)first;
        g->copy_count = (uint32_t)(at - first);
    }
    free(out->copies);
    out->copies = copies;
    out->copy_capacity = out->copy_count + j->late_count;
    out->copy_count = at;
    return SYN_OK;
}

syn_status syn_gather_all(const syn_wordings *wordings, const syn_passages *parts, uint32_t document_count,
                          uint32_t min_words, bool apart, syn_passages *out)
{
    joining j = {.wordings = wordings, .out = out, .min_words = min_words, .apart = apart};
    syn_status status = SYN_MEMORY;
    size_t buckets = 0;
    j.first_bucket = syn_alloc(document_count, sizeof *j.first_bucket);
    if (j.first_bucket == NULL)
        goto out;
    for (uint32_t d = 0; d < document_count; d++) {
        j.first_bucket[d] = (uint32_t)buckets;
        buckets += syn_shelf_buckets(wordings->of[d].count);
    }
    status = syn_shelf_init(&j.shelf, buckets);
    for (uint32_t d = 0; d < document_count && status == SYN_OK; d++) {
        uint32_t before = (uint32_t)out->count;
        for (size_t g = 0; g < parts[d].count && status == SYN_OK; g++)
            status = join_passage(&j, &parts[d], &parts[d].items[g], before);
    }
    if (status == SYN_OK)
        status = lay_out(&j);
out:
    syn_shelf_release(&j.shelf);
    free(j.first_bucket);
    free(j.list);
    free(j.lates);
    free(j.outside);
    return status;
}
