#include "trace/candidate.h"

#include "base/date.h"

#include <string.h>

bool syn_claim_speaks(const syn_tracing *t, const syn_claim *c)
{
    return c->most || t->standings[c->copy].standing == SYN_QUOTED;
}

bool syn_claim_is_sure(const syn_tracing *t, const syn_claim *c)
{
    return c->half || t->standings[c->copy].standing == SYN_QUOTED;
}

bool syn_copy_is_chance(const syn_gathered *g, const syn_copy *copy)
{
    const float weight = g->words > 0 ? g->weight * (float)copy->matched_words / (float)g->words : 0;
    return copy->matched_words < SYN_LINEAGE_WORDS || weight < SYN_LINEAGE_BITS;
}

uint32_t syn_copies_common(const syn_passages *p, uint32_t a, uint32_t b)
{
    const syn_copy *x = &p->copies[a], *y = &p->copies[b];
    uint32_t common = 0;
    for (uint32_t i = 0, j = 0; i < x->block_count && j < y->block_count;) {
        const syn_block *s = &p->blocks[x->block_first + i], *t = &p->blocks[y->block_first + j];
        const uint32_t s_end = s->a + s->count, t_end = t->a + t->count;
        const uint32_t begin = s->a > t->a ? s->a : t->a, end = s_end < t_end ? s_end : t_end;
        common += end > begin ? end - begin : 0;
        i += s_end <= t_end;
        j += t_end <= s_end;
    }
    return common;
}

/* ---- the earliest ---- */

static bool bears(const syn_passages *p, const syn_gathered *g, uint32_t copy)
{
    return p->copies[g->copy_first + copy].matched_words >= SYN_LINEAGE_WORDS;
}

uint32_t syn_lineage_earliest(const syn_passages *p, const syn_gathered *g, const syn_date *const *dates)
{
    uint32_t best = SYN_NONE;
    for (uint32_t c = 0; c < g->copy_count; c++) {
        const syn_date *date = dates[p->copies[g->copy_first + c].place.document];
        if (!bears(p, g, c))
            continue;
        if (date->precision == SYN_DATE_NONE)
            return SYN_NONE;
        if (best == SYN_NONE || syn_date_order(date, dates[p->copies[g->copy_first + best].place.document]) < 0)
            best = c;
    }
    const uint32_t document = best == SYN_NONE ? SYN_NONE : p->copies[g->copy_first + best].place.document;
    if (document == SYN_NONE || dates[document]->bound)
        return SYN_NONE;
    for (uint32_t c = 0; c < g->copy_count; c++) {
        const uint32_t other = p->copies[g->copy_first + c].place.document;
        if (bears(p, g, c) && other != document && syn_date_order(dates[document], dates[other]) >= 0)
            return SYN_NONE;
    }
    return best;
}

static void find_earliest(syn_candidates *x)
{
    const uint32_t copy = syn_lineage_earliest(x->p, x->g, x->t->dates);
    x->earliest = copy == SYN_NONE ? SYN_NONE : x->g->copy_first + copy;
}

/* ---- outlets ---- */

static void add_outlet(syn_candidates *x, uint32_t first, uint32_t end)
{
    const syn_claim *claims = x->t->claims->items;
    syn_candidate made = {.outlet = claims[first].outlet, .copy = SYN_NONE, .fullest = SYN_NONE,
                          .reason = SYN_BY_CREDIT, .claim_first = first, .claim_end = end};
    uint32_t at = x->count, last = SYN_NONE;
    bool spoken = false;
    for (uint32_t i = first; i < end; i++) {
        spoken |= syn_claim_speaks(x->t, &claims[i]);
        if (!syn_claim_is_sure(x->t, &claims[i]))
            continue;
        const uint32_t words = x->p->copies[claims[i].copy].matched_words;
        const syn_credit_place place = x->t->testimony.mentions[claims[i].document].items[claims[i].mention].place;
        made.crediting += claims[i].document != last;
        made.beside |= place == SYN_AT_LABEL || place == SYN_AT_SENTENCE;
        last = claims[i].document;
        if (made.fullest == SYN_NONE || words > x->p->copies[made.fullest].matched_words)
            made.fullest = claims[i].copy;
    }
    while (at > 0 && made.crediting > x->items[at - 1].crediting)
        at--;
    if (!spoken || at == SYN_PARENT_OUTLETS)
        return;
    x->count += x->count < SYN_PARENT_OUTLETS;
    memmove(x->items + at + 1, x->items + at, (x->count - 1 - at) * sizeof *x->items);
    x->items[at] = made;
}

static void add_outlets(syn_candidates *x)
{
    const syn_claims *c = x->t->claims;
    const uint32_t end = c->first[x->passage + 1];
    for (uint32_t i = c->first[x->passage], j; i < end; i = j) {
        for (j = i + 1; j < end && c->items[j].outlet == c->items[i].outlet; j++)
            ;
        add_outlet(x, i, j);
    }
}

static void seat(const syn_candidates *x, syn_candidate *o, uint32_t copy)
{
    const uint32_t words = x->p->copies[copy].matched_words;
    uint32_t at = o->seat_count;
    while (at > 0 && words > x->p->copies[o->seats[at - 1]].matched_words)
        at--;
    if (at == SYN_SEATS_MOST)
        return;
    o->seat_count += o->seat_count < SYN_SEATS_MOST;
    memmove(o->seats + at + 1, o->seats + at, (o->seat_count - 1 - at) * sizeof *o->seats);
    o->seats[at] = copy;
}

/* Witnesses of a credited outlet may take the unseen outlet's place. */
static void seat_documents(syn_candidates *x)
{
    for (uint32_t c = x->g->copy_first; x->count > 0 && c < x->g->copy_first + x->g->copy_count; c++) {
        const uint32_t outlet = x->t->testimony.outlets->of_document[x->p->copies[c].place.document];
        for (uint32_t i = 0; i < x->count && outlet != SYN_NONE; i++)
            if (x->items[i].outlet == outlet)
                seat(x, &x->items[i], c);
    }
}

/* ---- documents ---- */

static void add_document(syn_candidates *x, uint32_t copy, syn_reason reason)
{
    x->items[x->count++] = (syn_candidate){.outlet = SYN_NONE, .copy = copy, .fullest = SYN_NONE, .reason = reason};
}

/* The fullest witness that its own outlet claims, unless two outlets do so. */
static uint32_t find_home(const syn_candidates *x)
{
    const uint32_t *of_document = x->t->testimony.outlets->of_document;
    uint32_t best = SYN_NONE;
    for (uint32_t c = x->g->copy_first; c < x->g->copy_first + x->g->copy_count; c++) {
        const syn_copy *copy = &x->p->copies[c];
        const uint32_t d = copy->place.document;
        if (x->t->credited->own[d] == SYN_NONE || copy->matched_words < SYN_LINEAGE_WORDS)
            continue;
        if (best != SYN_NONE && of_document[x->p->copies[best].place.document] != of_document[d])
            return SYN_NONE;
        if (best == SYN_NONE || copy->matched_words > x->p->copies[best].matched_words)
            best = c;
    }
    return best;
}

/* The fullest copy of a document among the witnesses, or SYN_NONE; copies ascend by document. */
static uint32_t copy_of(const syn_candidates *x, uint32_t document)
{
    uint32_t low = x->g->copy_first, high = low + x->g->copy_count, best = SYN_NONE;
    const uint32_t end = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (x->p->copies[middle].place.document < document)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t c = low; c < end && x->p->copies[c].place.document == document; c++)
        if (best == SYN_NONE || x->p->copies[c].matched_words > x->p->copies[best].matched_words)
            best = c;
    return best;
}

/* Witnesses whose address others name as their own: the first two. */
static void add_canonicals(syn_candidates *x)
{
    const uint32_t first = x->count;
    if (x->t->canonicals == NULL)
        return;
    for (uint32_t c = x->g->copy_first; c < x->g->copy_first + x->g->copy_count && x->count < first + 2; c++) {
        const uint32_t document = x->t->canonicals[x->p->copies[c].place.document].document;
        const uint32_t copy = document == SYN_NONE ? SYN_NONE : copy_of(x, document);
        if (copy != SYN_NONE && (x->count == first || x->items[first].copy != copy))
            add_document(x, copy, SYN_BY_CANONICAL);
    }
}

void syn_candidates_find(const syn_tracing *t, uint32_t passage, syn_candidates *x)
{
    *x = (syn_candidates){.t = t, .p = t->testimony.passages, .passage = passage};
    x->g = &x->p->items[passage];
    add_outlets(x);
    seat_documents(x);
    find_earliest(x);
    add_canonicals(x);
    const uint32_t home = find_home(x);
    if (home != SYN_NONE)
        add_document(x, home, SYN_BY_OWN);
    if (x->earliest != SYN_NONE)
        add_document(x, x->earliest, SYN_BY_DATE);
}
