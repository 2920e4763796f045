#include "trace/standing.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

enum {
    speakers_before = 32, /* quotations looked back over for a speaker's full name */
    credits_near = 16     /* credits looked at on either side of a quotation */
};

/* The speech that begins last before byte `at` and reaches to it, else the next one; quotes are disjoint. */
static uint32_t speech_at(const syn_quotes *q, uint32_t at, uint32_t end)
{
    uint32_t low = 0, high = q->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (q->items[middle].inside.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < q->count && !q->items[low].speech && q->items[low].inside.begin < end)
        low++;
    return low < q->count && q->items[low].inside.begin < end && q->items[low].speech ? low : SYN_NONE;
}

/* The words of all speech, and those between two parts of one utterance. */
static syn_status spread_speech(const syn_testimony *t, uint32_t document, syn_standing_scratch *s)
{
    const syn_quotes *q = &t->quotes[document];
    syn_status status = SYN_OK;
    s->speech.count = s->between.count = 0;
    for (uint32_t i = 0; i < q->count && status == SYN_OK; i++) {
        const syn_quote *x = &q->items[i], *before = i > 0 ? x - 1 : NULL;
        if (!x->speech)
            continue;
        const syn_stretch words = syn_testimony_words(t, document, x->inside);
        status = syn_spread_add(&s->speech, words.begin, words.end);
        if (status == SYN_OK && before != NULL && before->speech && before->utterance == x->utterance) {
            const syn_stretch gap = syn_testimony_words(t, document, (syn_reach){before->inside.end, x->inside.begin});
            status = syn_spread_add(&s->between, gap.begin, gap.end);
        }
    }
    syn_spread_unite(&s->speech);
    syn_spread_unite(&s->between);
    return status;
}

/* The words that credits cover. A credit of the whole text makes all others needless. */
static syn_status spread_covers(const syn_testimony *t, const syn_nearby *n, uint32_t document, syn_standing_scratch *s)
{
    syn_status status = SYN_OK;
    s->covered.count = 0;
    if (n->whole_count > 0)
        return syn_spread_add(&s->covered, 0, t->wording[document].count);
    for (uint32_t i = 0; i < n->local_count && status == SYN_OK; i++) {
        const syn_stretch words = syn_testimony_words(t, document, n->local[i].reach);
        status = syn_spread_add(&s->covered, words.begin, words.end);
    }
    syn_spread_unite(&s->covered);
    return status;
}

static syn_standing standing_of(const syn_testimony *t, const syn_standing_scratch *s, const syn_copy *copy)
{
    const uint32_t quoted = syn_spread_matched(&s->speech, t->passages, copy);
    const uint32_t between = quoted > 0 ? syn_spread_matched(&s->between, t->passages, copy) : 0;
    if (quoted > 0 && quoted * 4ull >= (copy->matched_words - between) * 3ull)
        return SYN_QUOTED;
    return syn_spread_matched(&s->covered, t->passages, copy) * 2ull >= copy->matched_words ? SYN_CREDITED : SYN_OPEN;
}

static syn_copy_standing judge(const syn_testimony *t, const syn_nearby *n, const syn_standing_scratch *s,
                               const syn_copy *copy)
{
    syn_claim claims[SYN_CLAIM_MOST];
    const bool named = n->name_count > 0 || n->whole_count > 0;
    const syn_reach bytes = syn_testimony_bytes(t, copy->place);
    syn_copy_standing made = {.credit = SYN_NONE, .quote = SYN_NONE, .standing = (uint8_t)standing_of(t, s, copy)};
    if (named) {
        made.credit = syn_nearby_credit(t, n, copy);
        made.claimed = syn_nearby_claims(t, n, copy, claims) > 0;
    }
    if (made.standing == SYN_QUOTED)
        made.quote = speech_at(&t->quotes[copy->place.document], bytes.begin, bytes.end);
    return made;
}

/* Marks a copy's matched words with its standing, one bit each. */
static void mark(const syn_passages *p, const syn_copy *copy, unsigned standing, unsigned char *marks)
{
    for (uint32_t b = 0; b < copy->block_count; b++) {
        const syn_block *x = &p->blocks[copy->block_first + b];
        for (uint32_t i = x->b; i < x->b + x->count; i++)
            marks[i] |= (unsigned char)(1u << standing);
    }
}

static void count_marks(const unsigned char *marks, uint32_t count, syn_share *share)
{
    memset(share->standing, 0, sizeof share->standing);
    for (uint32_t i = 0; i < count; i++) {
        if (marks[i] & 1u << SYN_QUOTED)
            share->standing[SYN_QUOTED]++;
        else if (marks[i] & 1u << SYN_CREDITED)
            share->standing[SYN_CREDITED]++;
    }
    share->standing[SYN_OPEN] = share->reused_words - share->standing[SYN_QUOTED] - share->standing[SYN_CREDITED];
}

/* Only words of quoted and credited copies are marked: the rest of what is reused is open. */
static syn_status split_share(const syn_testimony *t, uint32_t document, syn_standing_scratch *s,
                              const syn_copy_standing *standings, syn_share *share)
{
    const uint32_t count = t->wording[document].count;
    if (!syn_alloc_room((void **)&s->marks, &s->mark_capacity, count, 1))
        return SYN_MEMORY;
    memset(s->marks, 0, count);
    for (uint32_t e = t->holdings->first[document]; e < t->holdings->first[document + 1]; e++) {
        const uint32_t copy = t->holdings->copy[e];
        if (standings[copy].standing != SYN_OPEN && syn_kind_counts(t->passages->items[t->holdings->passage[e]].kind))
            mark(t->passages, &t->passages->copies[copy], standings[copy].standing, s->marks);
    }
    count_marks(s->marks, count, share);
    return SYN_OK;
}

syn_status syn_standing_make(const syn_testimony *t, const syn_nearby *n, uint32_t document, syn_standing_scratch *s,
                             syn_copy_standing *standings, syn_share *share)
{
    bool all_open = true;
    if (t->holdings->first[document] == t->holdings->first[document + 1])
        return SYN_OK;
    syn_status status = spread_speech(t, document, s);
    if (status == SYN_OK)
        status = spread_covers(t, n, document, s);
    for (uint32_t e = t->holdings->first[document]; e < t->holdings->first[document + 1] && status == SYN_OK; e++) {
        const uint32_t copy = t->holdings->copy[e];
        const bool counts = syn_kind_counts(t->passages->items[t->holdings->passage[e]].kind);
        standings[copy] = counts ? judge(t, n, s, &t->passages->copies[copy])
                                 : (syn_copy_standing){.credit = SYN_NONE, .quote = SYN_NONE, .standing = SYN_OPEN};
        all_open &= standings[copy].standing == SYN_OPEN;
    }
    return status == SYN_OK && !all_open ? split_share(t, document, s, standings, share) : status;
}

void syn_standing_scratch_release(syn_standing_scratch *s)
{
    syn_spread_release(&s->speech);
    syn_spread_release(&s->between);
    syn_spread_release(&s->covered);
    free(s->marks);
    *s = (syn_standing_scratch){0};
}

/* Whether a name ends in another: "Ada Quill" in "Quill". */
static bool ends_in(const char *text, syn_reach name, syn_reach part)
{
    const uint32_t bytes = part.end - part.begin;
    return name.end - name.begin > bytes && text[name.end - bytes - 1] == ' ' &&
           memcmp(text + name.end - bytes, text + part.begin, bytes) == 0;
}

/* Where the speaker of a quotation is named: for it, or for the first part of its utterance; in full where a quotation
 * not far before has the full name. */
static syn_reach speaker_of(const char *text, const syn_quotes *q, uint32_t quote)
{
    const syn_quote *x = &q->items[quote];
    if (x->speaker.end <= x->speaker.begin && x->utterance < q->count)
        x = &q->items[x->utterance];
    syn_reach name = x->speaker;
    for (uint32_t i = quote; i > 0 && quote - i < speakers_before && name.end > name.begin; i--)
        if (ends_in(text, q->items[i - 1].speaker, name))
            name = q->items[i - 1].speaker;
    return name;
}

static bool same_speaker(const char *text, syn_reach a, syn_reach b)
{
    const uint32_t bytes = a.end - a.begin;
    return bytes > 0 && ((bytes == b.end - b.begin && memcmp(text + a.begin, text + b.begin, bytes) == 0) ||
                         ends_in(text, a, b) || ends_in(text, b, a));
}

/* Whether one of the credits that stand near byte `at` covers it and names another outlet. */
static bool is_credited_at(const syn_mentions *mentions, uint32_t at)
{
    uint32_t low = 0, high = mentions->count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (mentions->items[middle].all.begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    const uint32_t end = mentions->count - low > credits_near ? low + credits_near : mentions->count;
    for (uint32_t m = low > credits_near ? low - credits_near : 0; m < end; m++) {
        const syn_mention *x = &mentions->items[m];
        if (x->outlet != SYN_NONE && !x->own && x->of != SYN_OF_SELF && x->covers.begin <= at && x->covers.end > at)
            return true;
    }
    return false;
}

/* Whether a quotation not far before it is the same speaker's and credited to an outlet: that outlet is named where the
 * speaker is introduced. */
static bool is_introduced(const syn_testimony *t, uint32_t document, uint32_t quote)
{
    const char *text = t->wording[document].text;
    const syn_quotes *q = &t->quotes[document];
    const syn_mentions *mentions = &t->mentions[document];
    const syn_reach speaker = speaker_of(text, q, quote);
    for (uint32_t i = quote; i > 0 && quote - i < speakers_before; i--) {
        if (!same_speaker(text, speaker, speaker_of(text, q, i - 1)))
            continue;
        if (is_credited_at(mentions, q->items[i - 1].inside.begin))
            return true;
    }
    return false;
}

/* Whether name a of a text has more words than name b of another, or comes first in order of bytes. */
static bool fuller(const syn_testimony *t, const syn_named_speaker *a, const syn_named_speaker *b)
{
    const syn_stretch a_words = syn_testimony_words(t, a->document, a->name);
    const syn_stretch b_words = syn_testimony_words(t, b->document, b->name);
    const uint32_t a_count = a_words.end - a_words.begin, b_count = b_words.end - b_words.begin;
    const uint32_t a_bytes = a->name.end - a->name.begin, b_bytes = b->name.end - b->name.begin;
    if (a_count != b_count)
        return a_count > b_count;
    const int order = memcmp(t->wording[a->document].text + a->name.begin, t->wording[b->document].text + b->name.begin,
                             a_bytes < b_bytes ? a_bytes : b_bytes);
    return order != 0 ? order < 0 : a_bytes < b_bytes;
}

/* Whether a document is of an outlet that others credit with the passage. */
static bool is_home(const syn_testimony *t, const syn_claims *claims, uint32_t passage, uint32_t document)
{
    const uint32_t outlet = t->outlets->of_document[document];
    return outlet != SYN_NONE && syn_claims_first(claims, passage, outlet) != NULL;
}

/* Whether a name is an outlet's where it stands: a paper whose words are printed between marks is no speaker. */
static bool is_outlet(const syn_mentions *mentions, syn_reach name)
{
    uint32_t low = 0, high = mentions->count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (mentions->items[middle].all.begin < name.end)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t m = low; m > 0 && low - m < credits_near; m--) {
        const syn_mention *x = &mentions->items[m - 1];
        const syn_reach of = x->of == SYN_OF_TEXT ? x->all : x->name; /* "Excerpt from the Fenmouth Gazette:" */
        if (!x->person && of.begin < name.end && of.end > name.begin)
            return true;
    }
    return false;
}

/* "the old man" says who spoke and is no name. */
static bool is_name(const char *text, syn_reach name)
{
    return name.end > name.begin && !(text[name.begin] >= 'a' && text[name.begin] <= 'z');
}

void syn_standing_passage(const syn_testimony *t, const syn_claims *claims, uint32_t passage,
                          syn_copy_standing *standings, syn_named_speaker *speaker)
{
    const syn_gathered *g = &t->passages->items[passage];
    const bool claimed = claims->first[passage + 1] > claims->first[passage];
    uint32_t quoted = 0, spoken = 0;
    syn_named_speaker best = {.document = SYN_NONE};
    for (uint32_t c = g->copy_first; c < g->copy_first + g->copy_count; c++) {
        syn_copy_standing *x = &standings[c];
        const uint32_t document = t->passages->copies[c].place.document;
        if (x->standing != SYN_QUOTED)
            continue;
        quoted++;
        x->unnamed = claimed && !x->claimed && !is_home(t, claims, passage, document) &&
                     (x->quote == SYN_NONE || !is_introduced(t, document, x->quote));
        if (x->quote == SYN_NONE)
            continue;
        const syn_reach name = speaker_of(t->wording[document].text, &t->quotes[document], x->quote);
        const syn_named_speaker named = {document, name};
        if (!is_name(t->wording[document].text, named.name) || is_outlet(&t->mentions[document], named.name))
            continue;
        spoken++;
        if (best.document == SYN_NONE || fuller(t, &named, &best))
            best = named;
    }
    *speaker = spoken * 2 > quoted ? best : (syn_named_speaker){.document = SYN_NONE};
}
