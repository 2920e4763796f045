#include "trace/scope_confirm.h"

#include "base/alloc.h"
#include "trace/attribution.h"
#include "trace/evidence.h"

#include <stdlib.h>
#include <string.h>

/* ---- what is surely covered ---- */

static syn_status add_extent(syn_scope_scratch *s, syn_reach reach, syn_level level, uint32_t mention)
{
    if (reach.begin >= reach.end)
        return SYN_OK;
    if (!syn_alloc_room((void **)&s->extents, &s->extent_capacity, (size_t)s->extent_count + 1, sizeof *s->extents))
        return SYN_MEMORY;
    s->extents[s->extent_count++] = (syn_extent){reach, level, mention};
    return SYN_OK;
}

syn_status syn_scope_sure(const syn_testimony *t, uint32_t document, syn_scope_scratch *s, syn_scope *out)
{
    const syn_mentions *m = &t->mentions[document];
    syn_status status = SYN_OK;
    s->extent_count = 0;
    for (uint32_t i = 0; i < m->count && status == SYN_OK; i++)
        status = add_extent(s, m->items[i].covers, m->items[i].level, i);
    if (status == SYN_OK)
        *out = (syn_scope){s->extents, s->extent_count};
    return status;
}

/* ---- where blocks open and end ---- */

static bool ends_paragraph(const syn_layout *l, uint32_t at)
{
    return l->sentences[syn_layout_sentence(l, at)].end >= l->paragraphs[syn_layout_paragraph(l, at)].end;
}

/* The last paragraph that a mention surely covers; its own when it covers nothing behind it. */
static uint32_t last_paragraph(const syn_scoping *s, const syn_mention *m)
{
    const uint32_t own = syn_layout_paragraph(s->layout, m->all.begin);
    const uint32_t covered = m->covers.end > m->covers.begin ? syn_layout_paragraph(s->layout, m->covers.end - 1) : 0;
    return covered > own ? covered : own;
}

static bool opens_block(const syn_scoping *s, const syn_mention *m)
{
    if (!syn_mention_names(m) || m->place == SYN_AT_HEAD || m->place == SYN_AT_TAIL)
        return false;
    if (m->place == SYN_AT_LABEL || last_paragraph(s, m) > syn_layout_paragraph(s->layout, m->all.begin))
        return true;
    return m->of == SYN_OF_TEXT && ends_paragraph(s->layout, m->all.begin);
}

static syn_status find_opens(syn_scoping *s)
{
    syn_scope_scratch *x = s->scratch;
    x->open_count = 0;
    for (uint32_t i = 0; i < s->mentions->count; i++) {
        const syn_mention *m = &s->mentions->items[i];
        if (!opens_block(s, m))
            continue;
        if (!syn_alloc_room((void **)&x->opens, &x->open_capacity, (size_t)x->open_count + 1, sizeof *x->opens))
            return SYN_MEMORY;
        if (x->open_count > 0)
            x->opens[x->open_count - 1].end = syn_layout_paragraph(s->layout, m->all.begin);
        x->opens[x->open_count++] = (syn_block_open){i, last_paragraph(s, m) + 1, s->layout->paragraph_count};
    }
    return SYN_OK;
}

/* ---- who speaks under a label ---- */

static int by_value(const void *x, const void *y)
{
    const uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
    return (a > b) - (a < b);
}

static syn_status find_names(syn_scoping *s)
{
    syn_scope_scratch *x = s->scratch;
    const syn_wording *w = &s->t->wording[s->document];
    x->name_count = 0;
    for (uint32_t o = 0; o < x->open_count; o++) {
        const syn_mention *m = &s->mentions->items[x->opens[o].mention];
        if (m->place != SYN_AT_LABEL)
            continue;
        const syn_stretch words = syn_testimony_words(s->t, s->document, m->covers);
        for (uint32_t i = words.begin; i < words.end; i++) {
            if (!syn_attribution_capital(w, i))
                continue;
            if (!syn_alloc_room((void **)&x->names, &x->name_capacity, (size_t)x->name_count + 1, sizeof *x->names))
                return SYN_MEMORY;
            x->names[x->name_count++] = (uint64_t)m->outlet << 32 | w->ids[i];
        }
    }
    if (x->name_count > 1)
        qsort(x->names, x->name_count, sizeof *x->names, by_value);
    return SYN_OK;
}

typedef enum speaker { speaker_none, speaker_known, speaker_other } speaker;

/* Whom a sentence attributes what it says to: somebody named under the outlet's labels, or somebody else. */
static speaker speaker_of(const syn_scoping *s, syn_reach sentence, uint32_t outlet)
{
    const syn_wording *w = &s->t->wording[s->document];
    const syn_stretch words = syn_testimony_words(s->t, s->document, sentence);
    const uint32_t name = syn_attribution_find(w, words.begin, words.end);
    if (name == SYN_NONE)
        return speaker_none;
    const uint64_t key = (uint64_t)outlet << 32 | w->ids[name];
    const bool known = s->scratch->name_count > 0 &&
                       bsearch(&key, s->scratch->names, s->scratch->name_count, sizeof key, by_value) != NULL;
    if (known)
        return speaker_known;
    return name == words.begin ? speaker_none : speaker_other; /* "He", "Officials": capitals open a sentence. */
}

static syn_reach sentences_of(const syn_layout *l, uint32_t paragraph)
{
    return (syn_reach){syn_layout_sentence(l, l->paragraphs[paragraph].begin),
                       syn_layout_sentence(l, l->paragraphs[paragraph].end - 1) + 1};
}

/* Whether a paragraph quotes a speaker the outlet's labels know, and nobody else. */
static bool speaks_on(const syn_scoping *s, uint32_t paragraph, uint32_t outlet)
{
    const syn_reach all = sentences_of(s->layout, paragraph);
    bool known = false;
    for (uint32_t i = all.begin; i < all.end; i++) {
        const speaker who = speaker_of(s, s->layout->sentences[i], outlet);
        if (who == speaker_other)
            return false;
        known |= who == speaker_known;
    }
    return known;
}

/* ---- the blocks ---- */

static bool closes(const char *text, syn_reach paragraph)
{
    static const char *const closings[] = {
        ".", "!", "?", ":", ";", "\"", "'", ")", "]", "\302\273", "\342\200\234", "\342\200\235", "\342\200\231",
        "\342\200\246", "\343\200\202", "\343\200\215", "\357\274\201", "\357\274\237"};
    for (size_t i = 0; i < sizeof closings / sizeof *closings; i++) {
        const size_t bytes = strlen(closings[i]);
        if (paragraph.end - paragraph.begin >= bytes && memcmp(text + paragraph.end - bytes, closings[i], bytes) == 0)
            return true;
    }
    return false;
}

/* Adds a paragraph, or lengthens the last extent when only blanks lie between. */
static syn_status cover(syn_scoping *s, uint32_t paragraph, syn_level level, uint32_t mention)
{
    syn_scope_scratch *x = s->scratch;
    syn_extent *last = x->extent_count > 0 ? &x->extents[x->extent_count - 1] : NULL;
    const syn_reach reach = s->layout->paragraphs[paragraph];
    if (last != NULL && last->mention == mention && last->level == level && paragraph > 0 &&
        last->reach.end >= s->layout->paragraphs[paragraph - 1].end) {
        last->reach.end = reach.end;
        return SYN_OK;
    }
    return add_extent(x, reach, level, mention);
}

/* The sentences of a paragraph that nobody else is said to have said. */
static syn_status cover_weakly(syn_scoping *s, uint32_t paragraph, uint32_t mention)
{
    const syn_reach all = sentences_of(s->layout, paragraph);
    syn_status status = SYN_OK;
    for (uint32_t i = all.begin; i < all.end && status == SYN_OK; i++)
        if (speaker_of(s, s->layout->sentences[i], s->mentions->items[mention].outlet) != speaker_other)
            status = add_extent(s->scratch, s->layout->sentences[i], SYN_WEAK, mention);
    return status;
}

/* How the paragraphs behind a block's sure part belong to it: the last reason, and how many more it bears. */
typedef struct course {
    enum { course_sure, course_confirmed, course_speaker } state;
    uint32_t left, far;
} course;

/* Covers one paragraph; false in *goes_on where the block ends. */
static syn_status cover_next(syn_scoping *s, const syn_block_open *o, uint32_t p, course *c, bool *goes_on)
{
    const syn_mention *m = &s->mentions->items[o->mention];
    const bool label = m->place == SYN_AT_LABEL;
    if (p <= c->far || s->scratch->confirmed[p] > 0) {
        *c = (course){course_confirmed, SYN_SCOPE_RUN, s->scratch->far[p] > c->far ? s->scratch->far[p] : c->far};
        return cover(s, p, SYN_STRONG, o->mention);
    }
    if (label && speaks_on(s, p, m->outlet)) {
        *c = (course){course_speaker, SYN_SCOPE_RUN, c->far};
        return cover(s, p, SYN_MODERATE, o->mention);
    }
    if (!label || c->state == course_sure || c->left == 0) {
        *goes_on = false;
        return SYN_OK;
    }
    c->left--;
    return c->state == course_confirmed ? cover(s, p, SYN_MODERATE, o->mention) : cover_weakly(s, p, o->mention);
}

static syn_status cover_block(syn_scoping *s, const syn_block_open *o)
{
    const uint32_t own = o->first - 1;
    course c = {course_sure, 0, s->scratch->far[own]};
    bool goes_on = true;
    syn_status status = SYN_OK;
    for (uint32_t p = o->first; p < o->end && goes_on && status == SYN_OK; p++) {
        const syn_stretch words = syn_testimony_words(s->t, s->document, s->layout->paragraphs[p]);
        if (words.end - words.begin < SYN_SCOPE_SKIP)
            continue;
        if (words.end - words.begin < SYN_SCOPE_TEXT ||
            !closes(s->t->wording[s->document].text, s->layout->paragraphs[p]))
            break;
        status = cover_next(s, o, p, &c, &goes_on);
    }
    return status;
}

/* Under its label an outlet that names itself speaks in its own voice. Extents from `first` on are the label's. */
static void hear_own_voice(syn_scoping *s, const syn_block_open *o, uint32_t first)
{
    const syn_scope_scratch *x = s->scratch;
    const uint32_t outlet = s->mentions->items[o->mention].outlet;
    uint32_t e = first;
    for (uint32_t i = o->mention + 1; i < s->mentions->count; i++) {
        syn_mention *m = &s->mentions->items[i];
        while (e < x->extent_count && x->extents[e].reach.end <= m->all.begin)
            e++;
        if (e == x->extent_count)
            return;
        if (m->place == SYN_AT_SENTENCE && m->outlet == outlet && m->of != SYN_OF_IMAGE &&
            x->extents[e].reach.begin <= m->all.begin && x->extents[e].level == SYN_STRONG) {
            m->of = SYN_OF_SELF;
            m->covers.end = m->covers.begin;
        }
    }
}

static syn_status cover_all(syn_scoping *s)
{
    syn_scope_scratch *x = s->scratch;
    syn_status status = SYN_OK;
    x->extent_count = 0;
    for (uint32_t i = 0, o = 0; i < s->mentions->count && status == SYN_OK; i++) {
        const uint32_t first = x->extent_count;
        status = add_extent(x, s->mentions->items[i].covers, s->mentions->items[i].level, i);
        if (status < 0 || o == x->open_count || x->opens[o].mention != i)
            continue;
        status = cover_block(s, &x->opens[o]);
        if (status == SYN_OK && s->mentions->items[i].place == SYN_AT_LABEL)
            hear_own_voice(s, &x->opens[o], first);
        o++;
    }
    return status;
}

syn_status syn_scope_make(const syn_testimony *t, uint32_t document, const syn_claims *claims,
                          syn_scope_scratch *scratch, syn_arena *arena, syn_scope *out)
{
    syn_scoping s = {t, claims, document, &t->layouts[document], &t->mentions[document], scratch};
    if (s.mentions->count == 0) {
        *out = (syn_scope){0};
        return SYN_OK;
    }
    syn_status status = find_opens(&s);
    if (status == SYN_OK && scratch->open_count > 0)
        status = syn_scope_confirm(&s);
    if (status == SYN_OK && scratch->open_count > 0)
        status = find_names(&s);
    if (status == SYN_OK)
        status = cover_all(&s);
    if (status < 0)
        return status;
    const size_t bytes = scratch->extent_count * sizeof *scratch->extents;
    syn_extent *kept = syn_arena_take(arena, bytes);
    if (kept == NULL)
        return SYN_MEMORY;
    if (bytes > 0)
        memcpy(kept, scratch->extents, bytes);
    *out = (syn_scope){kept, scratch->extent_count};
    return SYN_OK;
}

void syn_scope_scratch_release(syn_scope_scratch *s)
{
    free(s->extents);
    free(s->opens);
    free(s->far);
    free(s->confirmed);
    free(s->names);
    *s = (syn_scope_scratch){0};
}
