#include "convert.h"

#include "base/alloc.h"

#include <string.h>

static syn_status count_credits(syn_convert *c, syn_result *result)
{
    const uint32_t n = c->tracing->document_count;
    const syn_mentions *mentions = c->tracing->testimony.mentions;
    size_t credits = 0, covers = 0, bytes = 0;
    c->credit_first = syn_alloc((size_t)n + 1, sizeof *c->credit_first);
    c->cover_first = syn_alloc((size_t)n + 1, sizeof *c->cover_first);
    c->name_first = syn_alloc((size_t)n + 1, sizeof *c->name_first);
    if (c->credit_first == NULL || c->cover_first == NULL || c->name_first == NULL)
        return SYN_MEMORY;
    for (uint32_t d = 0; d <= n; d++) {
        c->credit_first[d] = (uint32_t)credits;
        c->cover_first[d] = (uint32_t)covers;
        c->name_first[d] = bytes;
        for (uint32_t i = 0; d < n && i < mentions[d].count; i++)
            bytes += mentions[d].items[i].name.end - mentions[d].items[i].name.begin + 1;
        credits += d < n ? mentions[d].count : 0;
        covers += d < n ? c->scopes[d].count : 0;
    }
    if (credits >= SYN_NONE || covers >= SYN_NONE)
        return SYN_LIMIT;
    c->names = syn_arena_take(&result->arena, bytes);
    result->view.credits = syn_alloc(credits, sizeof *result->view.credits);
    result->view.covers = syn_alloc(covers, sizeof *result->view.covers);
    result->view.credit_count = credits;
    return c->names == NULL || result->view.credits == NULL || result->view.covers == NULL ? SYN_MEMORY : SYN_OK;
}

/* An outlet's source: unseen if it is one anywhere, else the first document that took its place. */
static syn_status find_sources(syn_convert *c)
{
    const syn_outlets *outlets = c->tracing->testimony.outlets;
    c->source_of = syn_alloc(outlets->count, sizeof *c->source_of);
    if (c->source_of == NULL)
        return SYN_MEMORY;
    for (uint32_t i = 0; i < outlets->count; i++)
        c->source_of[i] = SYN_NONE;
    for (uint32_t i = 0; i < c->lineage->origin_count; i++) {
        const syn_origin *o = &c->lineage->origins[i];
        uint32_t outlet = o->from == SYN_FROM_OUTLET ? o->id : SYN_NONE;
        if (o->from == SYN_FROM_DOCUMENT)
            outlet = outlets->of_document[o->id];
        if (outlet != SYN_NONE && c->source_of[outlet] == SYN_NONE)
            c->source_of[outlet] = i;
    }
    return SYN_OK;
}

static syn_status name_speakers(const syn_convert *c, syn_result *result)
{
    syn_passage *passages = (syn_passage *)result->view.passages;
    for (size_t i = 0; i < result->view.passage_count; i++) {
        const syn_named_speaker *s = &c->speakers[i];
        if (s->document == SYN_NONE)
            continue;
        const char *name = c->wordings->of[s->document].text + s->name.begin;
        passages[i].speaker = syn_arena_text(&result->arena, name, s->name.end - s->name.begin);
        if (passages[i].speaker == NULL)
            return SYN_MEMORY;
    }
    return SYN_OK;
}

syn_status syn_convert_credits_begin(syn_convert *c, syn_result *result)
{
    syn_status status = count_credits(c, result);
    if (status == SYN_OK)
        status = find_sources(c);
    return status == SYN_OK ? name_speakers(c, result) : status;
}

/* A person, a picture and the text's own outlet are credits, but no source of text. */
static uint32_t source_of(const syn_convert *c, const syn_mention *m)
{
    return m->outlet == SYN_NONE || m->person || m->own || m->of == SYN_OF_IMAGE ? SYN_NONE : c->source_of[m->outlet];
}

static syn_cover cover_of(const syn_convert *c, uint32_t document, const syn_extent *x)
{
    return (syn_cover){syn_convert_span(c, document, x->reach.begin, x->reach.end), x->level};
}

void syn_convert_credits(const syn_convert *c, syn_result *result, uint32_t document)
{
    const syn_mentions *mentions = &c->tracing->testimony.mentions[document];
    const syn_scope *scope = &c->scopes[document];
    const char *text = c->wordings->of[document].text;
    syn_credit *credits = (syn_credit *)result->view.credits + c->credit_first[document];
    syn_cover *covers = (syn_cover *)result->view.covers + c->cover_first[document];
    char *name = c->names + c->name_first[document];
    for (uint32_t i = 0, e = 0; i < mentions->count; i++) {
        const syn_mention *m = &mentions->items[i];
        const size_t bytes = m->name.end - m->name.begin;
        memcpy(name, text + m->name.begin, bytes);
        name[bytes] = '\0';
        credits[i] = (syn_credit){.document = document, .source = source_of(c, m), .name = name, .cue = m->cue,
                                  .of = m->of, .place = m->place, .level = m->level,
                                  .span = syn_convert_span(c, document, m->all.begin, m->all.end),
                                  .cover_first = c->cover_first[document] + e};
        for (; e < scope->count && scope->items[e].mention == i; e++, credits[i].cover_count++)
            covers[e] = cover_of(c, document, &scope->items[e]);
        name += bytes + 1;
    }
}
