#include "trace/parent.h"

#include "base/date.h"
#include "trace/arborescence.h"
#include "trace/candidate.h"

#include <string.h>

/* What a level costs. Abstaining costs more than any: what the evidence does not bear has no edge at all. */
enum { cost_strong = 1, cost_moderate = 3, cost_weak = 7, cost_abstain = 9 };
enum {
    claims_dated = 16, /* claims whose dates are compared; more are not all later than anybody */
    few_of = 8         /* an outlet that fewer than one witness in eight credits is not laid to the others */
};

/* ---- what a copy owes ---- */

static bool surely_before(const syn_tracing *t, uint32_t a, uint32_t b)
{
    return syn_date_order(t->dates[a], t->dates[b]) < 0;
}

static uint32_t document_of(const syn_candidates *x, uint32_t copy)
{
    return x->p->copies[copy].place.document;
}

static bool is_quoted(const syn_candidates *x, uint32_t copy)
{
    return x->t->standings[copy].standing == SYN_QUOTED;
}

/* Whether one copy can be where another comes from: it has words enough that the other has, and most of them. */
static bool can_give(const syn_candidates *x, uint32_t from, uint32_t to)
{
    const uint32_t words = x->p->copies[to].matched_words, common = syn_copies_common(x->p, from, to);
    return common * 4ull >= words * 3ull && !syn_copy_is_chance(x->g, &x->p->copies[to]);
}

/* Whether a document is surely earlier than all that credit the outlet with the passage: then it may be the source. */
static bool before_all(const syn_candidates *x, const syn_candidate *c, uint32_t document)
{
    if (c->claim_end - c->claim_first > claims_dated)
        return false;
    for (uint32_t i = c->claim_first; i < c->claim_end; i++)
        if (!surely_before(x->t, document, x->t->claims->items[i].document))
            return false;
    return true;
}

/* Whether an address may end before the byte: "/1" is not the head of "/12". */
static bool ends_address(char c)
{
    return c <= ' ' || strchr("/?#.,;:!)]>\"'", c) != NULL;
}

static bool links_to(const syn_tracing *t, uint32_t document, const syn_mention *m, uint32_t to)
{
    const char *url = t->urls[to], *text = t->testimony.wording[document].text;
    const size_t bytes = url == NULL ? 0 : strlen(url), span = m->all.end - m->all.begin;
    for (size_t i = 0; bytes > 0 && i + bytes <= span; i++)
        if (memcmp(text + m->all.begin + i, url, bytes) == 0 &&
            (i + bytes == span || ends_address(text[m->all.begin + i + bytes])))
            return true;
    return false;
}

/* Whether another outlet is credited with the passage as well, or a text that does not credit it is
 * surely the earliest. */
static bool has_rival(const syn_candidates *x, const syn_candidate *c)
{
    for (uint32_t i = 0; i < x->count; i++)
        if (&x->items[i] != c && x->items[i].outlet != SYN_NONE && x->items[i].crediting > 0)
            return true;
    return x->earliest != SYN_NONE && syn_credited_find(x->t->credited, document_of(x, x->earliest), c->outlet) == NULL;
}

/* Whether as many texts credit another outlet: then nothing tells whose a silent text's words are. */
static bool is_outdone(const syn_candidates *x, const syn_candidate *c)
{
    for (uint32_t i = 0; i < x->count; i++)
        if (&x->items[i] != c && x->items[i].outlet != SYN_NONE && x->items[i].crediting >= c->crediting)
            return true;
    return false;
}

/* The document of the outlet that has most of what a copy has, or SYN_NONE. */
static uint32_t seen_of(const syn_candidates *x, const syn_candidate *c, uint32_t copy)
{
    uint32_t best = SYN_NONE, most = 0;
    for (uint32_t i = 0; i < c->seat_count; i++) {
        const uint32_t common = syn_copies_common(x->p, c->seats[i], copy);
        if (common > most && (common >= SYN_LINEAGE_WORDS || can_give(x, c->seats[i], copy))) {
            most = common;
            best = document_of(x, c->seats[i]);
        }
    }
    return best;
}

/* Whether a document's own outlet claims it, or is an agency: agencies say whom they have something from. */
static bool speaks_for_itself(const syn_candidates *x, uint32_t document)
{
    const syn_outlets *outlets = x->t->testimony.outlets;
    const uint32_t outlet = outlets->of_document[document];
    return x->t->credited->own[document] != SYN_NONE || (outlet != SYN_NONE && outlets->items[outlet].agency);
}

static syn_parent parent_seen(uint32_t document, syn_level level, syn_reason reason)
{
    return (syn_parent){document, SYN_FROM_DOCUMENT, (uint8_t)level, (uint8_t)reason, false};
}

/* What a copy owes an outlet that others, but not its own text, credit with the passage. A document of that outlet may
 * be a sibling, quoted speech may have been heard by many, and a copy fuller than all that credit it, in a text that
 * credits nobody, may be the source itself. */
static syn_parent owed_unsaid(const syn_candidates *x, const syn_candidate *c, uint32_t at)
{
    const syn_copy *copy = &x->p->copies[at];
    const uint32_t d = copy->place.document, seen = seen_of(x, c, at);
    const bool names_nobody = x->t->credited->first[d] == x->t->credited->first[d + 1];
    if (c->crediting == 0 || (uint64_t)c->crediting * few_of < x->g->copy_count || before_all(x, c, d) ||
        is_outdone(x, c) || speaks_for_itself(x, d) || (is_quoted(x, at) && !c->beside) || !can_give(x, c->fullest, at))
        return (syn_parent){0};
    if (seen != SYN_NONE)
        return surely_before(x->t, seen, d) && !is_quoted(x, at) ? parent_seen(seen, SYN_WEAK, SYN_BY_OTHERS)
                                                                 : (syn_parent){0};
    if (names_nobody && copy->matched_words > x->p->copies[c->fullest].matched_words)
        return (syn_parent){0};
    const bool sure = !is_quoted(x, at) && !has_rival(x, c) && copy->matched_words >= SYN_LINEAGE_WORDS;
    return (syn_parent){c->outlet, SYN_FROM_OUTLET, sure ? SYN_MODERATE : SYN_WEAK, SYN_BY_OTHERS, false};
}

/* What a copy owes an outlet that its own text credits: beside it, or (claim NULL) elsewhere. */
static syn_parent owed_as_said(const syn_candidates *x, const syn_candidate *c, uint32_t at, const syn_claim *claim,
                               const syn_credited_outlet *credited)
{
    const syn_tracing *t = x->t;
    const syn_copy *copy = &x->p->copies[at];
    const uint32_t d = copy->place.document, seen = seen_of(x, c, at);
    const syn_mention *m = &t->testimony.mentions[d].items[claim != NULL ? claim->mention : credited->mention];
    const bool best = claim != NULL && syn_claim_is_sure(t, claim);
    const bool heard = is_quoted(x, at) && (claim != NULL || (c->beside && c->crediting > 0));
    const bool local = heard || (claim != NULL && claim->covers && m->place == SYN_AT_LABEL);
    const syn_level level = best && m->level == SYN_STRONG ? SYN_STRONG : SYN_MODERATE;
    if (syn_copy_is_chance(x->g, copy) && !local)
        return (syn_parent){0};
    if (seen == SYN_NONE)
        return (syn_parent){c->outlet, SYN_FROM_OUTLET, (uint8_t)level, SYN_BY_CREDIT, false};
    const bool late = surely_before(t, d, seen), named = credited != NULL && credited->named;
    syn_parent made = parent_seen(seen, late ? SYN_MODERATE : level, SYN_BY_CREDIT);
    made.direct = (named && copy->verbatim && !late) || links_to(t, d, m, seen);
    return made;
}

static syn_parent owed_to_outlet(const syn_candidates *x, const syn_candidate *c, uint32_t copy)
{
    const uint32_t d = document_of(x, copy);
    const syn_credited_outlet *credited = syn_credited_find(x->t->credited, d, c->outlet);
    const syn_claim *claim = syn_claims_of_copy(x->t->claims, x->passage, c->outlet, copy);
    if (claim != NULL && !syn_claim_speaks(x->t, claim))
        claim = NULL;
    if (x->t->testimony.outlets->of_document[d] == c->outlet)
        return (syn_parent){0};
    return claim != NULL || credited != NULL ? owed_as_said(x, c, copy, claim, credited) : owed_unsaid(x, c, copy);
}

/* What a copy owes a document that is the earliest, or whose own outlet claims it. */
static syn_parent owed_to_document(const syn_candidates *x, const syn_candidate *c, uint32_t copy)
{
    const uint32_t from = document_of(x, c->copy), to = document_of(x, copy);
    if (c->reason == SYN_BY_CANONICAL) {
        const bool names = x->t->canonicals[to].document == from && can_give(x, c->copy, copy);
        return names ? (syn_parent){from, SYN_FROM_DOCUMENT, SYN_STRONG, SYN_BY_CANONICAL, true} : (syn_parent){0};
    }
    if (from == to || surely_before(x->t, to, from) || speaks_for_itself(x, to) || !can_give(x, c->copy, copy) ||
        is_quoted(x, c->copy) || is_quoted(x, copy))
        return (syn_parent){0};
    return parent_seen(from, c->reason == SYN_BY_OWN ? SYN_MODERATE : SYN_WEAK, c->reason);
}

static syn_parent parent_by(const syn_candidates *x, const syn_candidate *c, uint32_t copy)
{
    return c->outlet != SYN_NONE ? owed_to_outlet(x, c, copy) : owed_to_document(x, c, copy);
}

/* The candidate whose edge to a copy costs least, the first of equal ones. */
static syn_parent cheapest(const syn_candidates *x, uint32_t copy)
{
    syn_parent best = {0};
    for (uint32_t i = 0; i < x->count; i++) {
        const syn_parent made = parent_by(x, &x->items[i], copy);
        if (made.level > best.level)
            best = made;
    }
    return best;
}

/* ---- the forest ---- */

enum { seat_most = SYN_CANDIDATES_MOST * SYN_SEATS_MOST, edge_most = seat_most * SYN_CANDIDATES_MOST };

/* The documents that can be parents, each by its first copy. */
typedef struct seats {
    uint32_t count, copy[seat_most], document[seat_most];
} seats;

static uint32_t seat_of(const seats *s, uint32_t document)
{
    for (uint32_t i = 0; i < s->count; i++)
        if (s->document[i] == document)
            return i;
    return SYN_NONE;
}

static void add_seat(const syn_candidates *x, uint32_t copy, seats *s)
{
    const uint32_t document = document_of(x, copy);
    while (copy > x->g->copy_first && document_of(x, copy - 1) == document)
        copy--;
    if (seat_of(s, document) != SYN_NONE)
        return;
    s->copy[s->count] = copy;
    s->document[s->count++] = document;
}

static void find_seats(const syn_candidates *x, seats *s)
{
    s->count = 0;
    for (uint32_t i = 0; i < x->count; i++) {
        if (x->items[i].copy != SYN_NONE)
            add_seat(x, x->items[i].copy, s);
        for (uint32_t k = 0; k < x->items[i].seat_count; k++)
            add_seat(x, x->items[i].seats[k], s);
    }
}

static int32_t cost_of(syn_level level)
{
    return level == SYN_STRONG ? cost_strong : level == SYN_MODERATE ? cost_moderate : cost_weak;
}

/* Only these can be parents, so circles lie among the few that are witnesses; all other copies are leaves. */
static syn_status settle_circles(const syn_candidates *x, const seats *s, syn_parent *chosen)
{
    syn_edge edges[edge_most];
    syn_parent made[edge_most];
    uint32_t parents[seat_most + 1], count = 0;
    for (uint32_t to = 0; to < s->count; to++) {
        for (uint32_t i = 0; i < x->count; i++) {
            made[count] = parent_by(x, &x->items[i], s->copy[to]);
            const uint32_t from = made[count].from == SYN_FROM_DOCUMENT ? seat_of(s, made[count].id) : s->count;
            if (made[count].level == SYN_UNKNOWN || from == SYN_NONE)
                continue;
            edges[count] = (syn_edge){from, to, cost_of((syn_level)made[count].level)};
            count++;
        }
    }
    const syn_status status = syn_arborescence_find(s->count + 1, edges, count, cost_abstain, parents);
    for (uint32_t i = 0; i < s->count && status == SYN_OK; i++)
        chosen[i] = parents[i] == SYN_NONE ? (syn_parent){0} : made[parents[i]];
    return status;
}

static syn_status choose(const syn_candidates *x, syn_parent *parents)
{
    seats s;
    syn_parent chosen[seat_most];
    find_seats(x, &s);
    const syn_status status = s.count > 1 ? settle_circles(x, &s, chosen) : SYN_OK;
    for (uint32_t c = x->g->copy_first; c < x->g->copy_first + x->g->copy_count && status == SYN_OK; c++) {
        const uint32_t at = s.count > 1 ? seat_of(&s, document_of(x, c)) : SYN_NONE;
        parents[c] = at != SYN_NONE && s.copy[at] == c ? chosen[at] : cheapest(x, c);
        if (at != SYN_NONE && s.copy[at] != c && parents[c].from == SYN_FROM_DOCUMENT)
            parents[c] = chosen[at]; /* Its other copies go where the first one goes, lest a circle comes back. */
    }
    return status;
}

/* ---- what the witnesses lack ---- */

/* *unknown where each witness lacks something that others share; *whole the only one that lacks nothing; *lacks
 * whether the earliest does. */
typedef struct lacking {
    bool unknown, earliest_lacks;
    uint32_t whole;
} lacking;

static syn_status find_lacking(const syn_candidates *x, syn_absent_scratch *scratch, lacking *out)
{
    uint32_t documents[SYN_ABSENT_DOCUMENTS], count = 0;
    uint64_t lack = 0;
    for (uint32_t c = x->g->copy_first; c < x->g->copy_first + x->g->copy_count; c++) {
        const bool again = count > 0 && documents[count - 1] == document_of(x, c);
        if (again || x->p->copies[c].matched_words < SYN_LINEAGE_WORDS)
            continue;
        if (count == SYN_ABSENT_DOCUMENTS)
            return SYN_OK;
        documents[count++] = document_of(x, c);
    }
    if (count < 3)
        return SYN_OK;
    const syn_status status = syn_absent_find(x->p, x->t->testimony.holdings, documents, count, scratch, &lack);
    const uint64_t all = count == 64 ? UINT64_MAX : ((uint64_t)1 << count) - 1, rest = all & ~lack;
    out->unknown = status == SYN_OK && rest == 0;
    for (uint32_t i = 0; i < count; i++) {
        if (rest == (uint64_t)1 << i)
            out->whole = documents[i];
        if (x->earliest != SYN_NONE && documents[i] == document_of(x, x->earliest))
            out->earliest_lacks = (lack & (uint64_t)1 << i) != 0;
    }
    return status;
}

static void lay_to_unknown(const syn_candidates *x, syn_parent *parents)
{
    for (uint32_t c = x->g->copy_first; c < x->g->copy_first + x->g->copy_count; c++)
        if (x->p->copies[c].matched_words >= SYN_LINEAGE_WORDS && !is_quoted(x, c))
            parents[c] = (syn_parent){x->passage, SYN_FROM_UNKNOWN, SYN_WEAK, SYN_BY_LACK, false};
}

/* Only those outlets are in the running that some credit speaks for; without one, what is lacking is asked for. */
static bool is_credited(const syn_candidates *x)
{
    return x->count > 0 && x->items[0].outlet != SYN_NONE;
}

syn_status syn_parents_find(const syn_tracing *t, uint32_t passage, syn_parent_scratch *scratch, syn_parent *parents)
{
    syn_candidates x;
    lacking lack = {.whole = SYN_NONE};
    syn_candidates_find(t, passage, &x);
    memset(parents + x.g->copy_first, 0, x.g->copy_count * sizeof *parents);
    if (!syn_kind_counts(x.g->kind))
        return SYN_OK;
    if (!is_credited(&x) && x.g->words >= SYN_LINEAGE_WORDS && find_lacking(&x, &scratch->absent, &lack) < 0)
        return SYN_MEMORY;
    if (lack.unknown && x.count == (x.earliest != SYN_NONE)) {
        lay_to_unknown(&x, parents);
        return SYN_OK;
    }
    if (x.earliest != SYN_NONE && lack.earliest_lacks)
        x.count--;
    if (x.count == 0)
        return SYN_OK;
    const syn_status status = choose(&x, parents);
    for (uint32_t c = x.g->copy_first; c < x.g->copy_first + x.g->copy_count && status == SYN_OK; c++)
        if (parents[c].reason == SYN_BY_DATE && parents[c].from == SYN_FROM_DOCUMENT && parents[c].id == lack.whole)
            parents[c].level = SYN_MODERATE;
    return status;
}

void syn_parent_scratch_release(syn_parent_scratch *s)
{
    syn_absent_scratch_release(&s->absent);
}
