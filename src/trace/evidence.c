#include "trace/evidence.h"

#include "base/alloc.h"

#include <stdlib.h>

enum { looked_at = 16 /* credits looked at around a copy, so that a text made of credits costs no more */ };

static int by_reach(const void *x, const void *y)
{
    const syn_extent *a = x, *b = y;
    if (a->reach.begin != b->reach.begin)
        return a->reach.begin < b->reach.begin ? -1 : 1;
    return (a->mention > b->mention) - (a->mention < b->mention);
}

static bool of_whole(const syn_mention *m)
{
    return m->place == SYN_AT_HEAD || m->place == SYN_AT_TAIL;
}

syn_status syn_nearby_make(const syn_testimony *t, const syn_scope *scope, uint32_t document, syn_nearby *out)
{
    const syn_mentions *m = &t->mentions[document];
    out->name_count = out->whole_count = out->local_count = 0;
    if (!syn_alloc_room((void **)&out->names, &out->name_capacity, m->count, sizeof *out->names) ||
        !syn_alloc_room((void **)&out->wholes, &out->whole_capacity, m->count, sizeof *out->wholes) ||
        !syn_alloc_room((void **)&out->local, &out->local_capacity, scope->count, sizeof *out->local))
        return SYN_MEMORY;
    for (uint32_t i = 0; i < m->count; i++) {
        if (!syn_mention_names(&m->items[i]))
            continue;
        if (!of_whole(&m->items[i]))
            out->names[out->name_count++] = i;
        else if (out->whole_count < SYN_CLAIM_MOST)
            out->wholes[out->whole_count++] = i;
    }
    for (uint32_t i = 0; i < scope->count; i++) {
        const syn_extent *x = &scope->items[i];
        if (x->level >= SYN_MODERATE && syn_mention_names(&m->items[x->mention]) && !of_whole(&m->items[x->mention]))
            out->local[out->local_count++] = *x;
    }
    if (out->local_count > 1)
        qsort(out->local, out->local_count, sizeof *out->local, by_reach);
    return SYN_OK;
}

void syn_nearby_release(syn_nearby *n)
{
    free(n->names);
    free(n->wholes);
    free(n->local);
    *n = (syn_nearby){0};
}

/* How many of local[] begin before byte `at`. */
static uint32_t local_before(const syn_nearby *n, uint32_t at)
{
    uint32_t low = 0, high = n->local_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (n->local[middle].reach.begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many of names[] stand before byte `at`. */
static uint32_t names_before(const syn_mentions *m, const syn_nearby *n, uint32_t at)
{
    uint32_t low = 0, high = n->name_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->items[n->names[middle]].all.begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static syn_reach overlap(syn_reach a, syn_reach b)
{
    syn_reach both = {a.begin > b.begin ? a.begin : b.begin, a.end < b.end ? a.end : b.end};
    return both.begin < both.end ? both : (syn_reach){both.begin, both.begin};
}

static uint32_t covering(const syn_nearby *n, syn_reach bytes)
{
    uint32_t best = SYN_NONE, most = 0;
    const uint32_t behind = local_before(n, bytes.end);
    for (uint32_t i = behind; i > 0 && behind - i < looked_at; i--) {
        const syn_reach both = overlap(n->local[i - 1].reach, bytes);
        if (both.end - both.begin > most && (both.end - both.begin) * 2ull >= bytes.end - bytes.begin) {
            most = both.end - both.begin;
            best = n->local[i - 1].mention;
        }
    }
    return best == SYN_NONE && n->whole_count > 0 ? n->wholes[0] : best;
}

/* Of the last name before a copy and the first one in or behind it the nearer that lies within `bounds`. */
static uint32_t nearest_within(const syn_mentions *m, const syn_nearby *n, syn_reach bytes, syn_reach bounds)
{
    const uint32_t at = names_before(m, n, bytes.begin);
    const syn_mention *before = at > 0 ? &m->items[n->names[at - 1]] : NULL;
    const syn_mention *behind = at < n->name_count ? &m->items[n->names[at]] : NULL;
    if (before != NULL && before->all.begin < bounds.begin)
        before = NULL;
    if (behind != NULL && behind->all.begin >= bounds.end)
        behind = NULL;
    if (behind != NULL && before != NULL) {
        const uint32_t back = bytes.begin > before->all.end ? bytes.begin - before->all.end : 0;
        const uint32_t ahead = behind->all.begin > bytes.end ? behind->all.begin - bytes.end : 0;
        return back < ahead ? n->names[at - 1] : n->names[at];
    }
    return before != NULL ? n->names[at - 1] : behind != NULL ? n->names[at] : SYN_NONE;
}

uint32_t syn_nearby_credit(const syn_testimony *t, const syn_nearby *n, const syn_copy *copy)
{
    const syn_layout *layout = &t->layouts[copy->place.document];
    const syn_mentions *m = &t->mentions[copy->place.document];
    const syn_reach bytes = syn_testimony_bytes(t, copy->place);
    uint32_t found = covering(n, bytes);
    if (found != SYN_NONE || n->name_count == 0)
        return found;
    const syn_reach *sentences = layout->sentences, *paragraphs = layout->paragraphs;
    const uint32_t first = syn_layout_sentence(layout, bytes.begin), last = syn_layout_sentence(layout, bytes.end - 1);
    found = nearest_within(m, n, bytes, (syn_reach){sentences[first].begin, sentences[last].end});
    if (found == SYN_NONE)
        found = nearest_within(m, n, bytes, (syn_reach){paragraphs[layout->paragraph_of[first]].begin,
                                                        paragraphs[layout->paragraph_of[last]].end});
    return found != SYN_NONE ? found : nearest_within(m, n, bytes, (syn_reach){0, bytes.begin});
}

/* One claim an outlet: the first, and whether any covers. */
static uint32_t claim(const syn_mentions *m, syn_claim made, syn_claim *out, uint32_t count)
{
    made.outlet = m->items[made.mention].outlet;
    for (uint32_t i = 0; i < count; i++) {
        if (out[i].outlet == made.outlet) {
            out[i].mention = made.covers && !out[i].covers ? made.mention : out[i].mention;
            out[i].covers |= made.covers;
            out[i].most |= made.most;
            out[i].half |= made.half;
            return count;
        }
    }
    if (count < SYN_CLAIM_MOST)
        out[count++] = made;
    return count;
}

/* Whether a credit speaks of most of a copy: what it reaches holds half of it, or it stands outside. One that was
 * copied with the rest is the source's own, and speaks of its sentence. */
static bool speaks_of(const syn_mention *m, syn_reach reach, syn_reach bytes)
{
    const syn_reach both = overlap(reach, bytes);
    return (both.end - both.begin) * 2ull >= bytes.end - bytes.begin || m->all.end <= bytes.begin || m->all.begin >= bytes.end;
}

/* Whether what one outlet's credits cover, from local[] `first` - 1 on, holds half of a copy. */
static bool covers_half(const syn_nearby *n, uint32_t first, uint32_t end, uint32_t outlet, const syn_mentions *m,
                        syn_reach bytes)
{
    uint32_t covered = 0, counted = bytes.begin;
    for (uint32_t i = first - 1; i < end; i++) {
        const syn_reach both = overlap(n->local[i].reach, bytes);
        if (m->items[n->local[i].mention].outlet != outlet || both.end <= counted)
            continue;
        covered += both.end - (both.begin > counted ? both.begin : counted);
        counted = both.end;
    }
    return covered * 2ull >= bytes.end - bytes.begin;
}

/* The sentence of a mention, the one before and the one behind it. */
static syn_reach around(const syn_layout *layout, uint32_t at)
{
    const uint32_t s = syn_layout_sentence(layout, at), last = layout->sentence_count - 1;
    return (syn_reach){layout->sentences[s > 0 ? s - 1 : 0].begin, layout->sentences[s < last ? s + 1 : last].end};
}

uint32_t syn_nearby_claims(const syn_testimony *t, const syn_nearby *n, const syn_copy *copy, syn_claim *out)
{
    const syn_layout *layout = &t->layouts[copy->place.document];
    const syn_mentions *m = &t->mentions[copy->place.document];
    const syn_reach bytes = syn_testimony_bytes(t, copy->place);
    const uint32_t behind = local_before(n, bytes.end), document = copy->place.document;
    syn_claim made;
    uint32_t count = 0;
    for (uint32_t i = behind; i > 0 && behind - i < looked_at; i--) {
        const syn_mention *x = &m->items[n->local[i - 1].mention];
        const syn_reach both = overlap(n->local[i - 1].reach, bytes);
        const syn_stretch words = syn_testimony_words(t, copy->place.document, both);
        const bool half = covers_half(n, i, behind, x->outlet, m, bytes);
        const bool most = speaks_of(x, n->local[i - 1].reach, bytes);
        made = (syn_claim){.document = document, .mention = n->local[i - 1].mention, .covers = half, .most = most,
                           .half = half};
        if (half || words.end - words.begin >= SYN_CLAIM_WORDS)
            count = claim(m, made, out, count);
    }
    for (uint32_t i = 0; i < n->whole_count; i++) {
        made = (syn_claim){.document = document, .mention = n->wholes[i], .covers = true, .most = true, .half = true};
        count = claim(m, made, out, count);
    }
    if (n->name_count == 0)
        return count;
    const uint32_t first = syn_layout_sentence(layout, bytes.begin), last = syn_layout_sentence(layout, bytes.end - 1);
    const uint32_t from = layout->sentences[first > 0 ? first - 1 : 0].begin;
    const uint32_t to = layout->sentences[last + 1 < layout->sentence_count ? last + 1 : last].end;
    const uint32_t start = names_before(m, n, from);
    for (uint32_t i = start; i < n->name_count && i < start + looked_at && m->items[n->names[i]].all.begin < to; i++) {
        const syn_mention *x = &m->items[n->names[i]];
        const bool most = speaks_of(x, around(layout, x->all.begin), bytes);
        made = (syn_claim){.document = document, .mention = n->names[i], .covers = false, .most = most};
        count = claim(m, made, out, count);
    }
    return count;
}

syn_status syn_claims_make(const syn_testimony *t, const syn_nearby *nearby, uint32_t document, syn_claims *out)
{
    if (nearby->name_count == 0 && nearby->whole_count == 0)
        return SYN_OK;
    for (uint32_t e = t->holdings->first[document]; e < t->holdings->first[document + 1]; e++) {
        const uint32_t copy = t->holdings->copy[e], passage = t->holdings->passage[e];
        if (!syn_kind_counts(t->passages->items[passage].kind))
            continue;
        if (!syn_alloc_room((void **)&out->items, &out->capacity, out->count + SYN_CLAIM_MOST, sizeof *out->items))
            return SYN_MEMORY;
        const uint32_t made = syn_nearby_claims(t, nearby, &t->passages->copies[copy], out->items + out->count);
        for (uint32_t i = 0; i < made; i++, out->count++) {
            out->items[out->count].passage = passage;
            out->items[out->count].copy = copy;
        }
    }
    return SYN_OK;
}

syn_status syn_claims_join(const syn_claims *parts, uint32_t part_count, uint32_t passage_count, syn_claims *out)
{
    syn_claims all = {0};
    for (uint32_t i = 0; i < part_count; i++)
        all.count += parts[i].count;
    all.items = syn_alloc(all.count, sizeof *all.items);
    all.first = syn_alloc_zero((size_t)passage_count + 2, sizeof *all.first);
    if (all.items == NULL || all.first == NULL || all.count > UINT32_MAX) {
        syn_claims_release(&all);
        return all.count > UINT32_MAX ? SYN_LIMIT : SYN_MEMORY;
    }
    /* Counted one place further, so that after filling each entry is where its passage starts. */
    for (uint32_t i = 0; i < part_count; i++)
        for (size_t c = 0; c < parts[i].count; c++)
            all.first[parts[i].items[c].passage + 2]++;
    for (uint32_t p = 0; p < passage_count; p++)
        all.first[p + 2] += all.first[p + 1];
    for (uint32_t i = 0; i < part_count; i++)
        for (size_t c = 0; c < parts[i].count; c++)
            all.items[all.first[parts[i].items[c].passage + 1]++] = parts[i].items[c];
    *out = all;
    return SYN_OK;
}

static int by_outlet(const void *x, const void *y)
{
    const syn_claim *a = x, *b = y;
    if (a->outlet != b->outlet)
        return a->outlet < b->outlet ? -1 : 1;
    if (a->document != b->document)
        return a->document < b->document ? -1 : 1;
    return (a->copy > b->copy) - (a->copy < b->copy);
}

void syn_claims_settle(syn_claims *claims, uint32_t passage)
{
    const uint32_t first = claims->first[passage], count = claims->first[passage + 1] - first;
    if (count > 1)
        qsort(claims->items + first, count, sizeof *claims->items, by_outlet);
}

/* The first claim of the passage, from `first` on, whose outlet is not before `outlet`. */
static uint32_t from_outlet(const syn_claims *claims, uint32_t first, uint32_t end, uint64_t outlet)
{
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (claims->items[middle].outlet < outlet)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

bool syn_claims_by_another(const syn_claims *claims, uint32_t passage, uint32_t outlet, uint32_t document)
{
    const uint32_t end = claims->first[passage + 1];
    const uint32_t from = from_outlet(claims, claims->first[passage], end, outlet);
    const uint32_t to = from_outlet(claims, from, end, (uint64_t)outlet + 1);
    return to > from && (claims->items[from].document != document || claims->items[to - 1].document != document);
}

const syn_claim *syn_claims_first(const syn_claims *claims, uint32_t passage, uint32_t outlet)
{
    const uint32_t end = claims->first[passage + 1], at = from_outlet(claims, claims->first[passage], end, outlet);
    return at < end && claims->items[at].outlet == outlet ? &claims->items[at] : NULL;
}

const syn_claim *syn_claims_of_copy(const syn_claims *claims, uint32_t passage, uint32_t outlet, uint32_t copy)
{
    const syn_claim *items = claims->items;
    const uint32_t end = claims->first[passage + 1];
    uint32_t low = from_outlet(claims, claims->first[passage], end, outlet);
    uint32_t high = from_outlet(claims, low, end, (uint64_t)outlet + 1);
    const uint32_t last = high;
    while (low < high) { /* Copies of one passage ascend by document, as the claims of one outlet do. */
        uint32_t middle = low + (high - low) / 2;
        if (items[middle].copy < copy)
            low = middle + 1;
        else
            high = middle;
    }
    return low < last && items[low].copy == copy ? &items[low] : NULL;
}

void syn_claims_release(syn_claims *claims)
{
    free(claims->items);
    free(claims->first);
    *claims = (syn_claims){0};
}
