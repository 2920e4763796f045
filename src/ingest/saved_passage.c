#include "ingest/saved_item.h"

#include <string.h>

typedef syn_saved_reader reader;
typedef struct json_object object;

/* Passages */

static uint32_t take_credit(reader *r, object *in, uint32_t document)
{
    const syn_credit *credits = r->credits.items;
    if (!syn_field_known(in, "credit"))
        return SYN_NONE;
    uint64_t number = syn_field_whole(&r->fields, in, "credit", r->credits.count);
    if (number >= 1 && credits[number - 1].document == document)
        return (uint32_t)number - 1;
    syn_field_refuse(&r->fields, "field \"credit\" is no credit of its document");
    return SYN_NONE;
}

static syn_witness take_witness(reader *r, object *in, bool *representative)
{
    syn_fields *f = &r->fields;
    syn_witness w = {.document = syn_saved_find_document(r, in, "document"), .span = syn_saved_stretch(r, in),
                     .words = syn_saved_words(r, in, "words"), .identity = syn_field_fraction(f, in, "identity"),
                     .kind = syn_saved_kind(r, in)};
    w.standing = (syn_standing)syn_field_choice(f, in, "standing", syn_saved_standing_name, SYN_OPEN + 1);
    w.credit = take_credit(r, in, w.document);
    w.unnamed = syn_field_known(in, "unnamed") && syn_field_flag(f, in, "unnamed");
    *representative = syn_field_known(in, "representative") && syn_field_flag(f, in, "representative");
    return w;
}

static bool in_order(const syn_witness *a, const syn_witness *b)
{
    return a->document < b->document || (a->document == b->document && a->span.begin <= b->span.begin);
}

static void take_witnesses(reader *r, object *item, syn_passage *passage)
{
    size_t first = r->witnesses.count;
    bool representative;
    object *list = syn_saved_list_open(r, item, "witnesses");
    if (r->list_count < 2)
        syn_field_refuse(&r->fields, "it has fewer than two witnesses");
    while (syn_saved_list_next(r)) {
        object *in = syn_field_item(&r->fields, list, r->index);
        syn_witness *w = syn_saved_append(r, &r->witnesses, sizeof *w);
        if (!w)
            return;
        *w = take_witness(r, in, &representative);
        if (representative)
            passage->representative = (uint32_t)r->index;
        if (r->index > 0 && !in_order(w - 1, w))
            syn_field_refuse(&r->fields, "witnesses must be in the order of documents and places");
    }
    passage->witness_first = (uint32_t)first;
    passage->witness_count = (uint32_t)(r->witnesses.count - first);
}

static const char *take_excerpt(reader *r, object *item)
{
    syn_arena *arena = r->fields.arena;
    r->fields.arena = &r->saved.excerpts;
    const char *text = syn_field_text(&r->fields, item, "text");
    r->fields.arena = arena;
    return text;
}

void syn_saved_passage(reader *r, object *item)
{
    syn_fields *f = &r->fields;
    syn_passage passage = {.id = syn_saved_words(r, item, "id"), .kind = syn_saved_kind(r, item),
                           .words = syn_saved_words(r, item, "words"), .weight = syn_field_number(f, item, "weight"),
                           .speaker = syn_field_maybe(f, item, "speaker"), .text = take_excerpt(r, item)};
    const char *key = syn_field_peek(f, item, "key");
    if (passage.id != r->passages.count + 1)
        syn_field_refuse(f, "passages must be numbered 1, 2, ... in their order");
    if (syn_saved_is_hex(key, 32))
        memcpy(passage.key, key, 33);
    else
        syn_field_refuse(f, "field \"key\" is not 32 hexadecimal digits");
    take_witnesses(r, item, &passage);
    syn_passage *kept = syn_saved_append(r, &r->passages, sizeof *kept);
    if (kept)
        *kept = passage;
}

/* Pairs */

static void take_matches(reader *r, object *item, syn_pair *pair)
{
    syn_fields *f = &r->fields;
    object *list = syn_saved_list_open(r, item, "matches");
    pair->match_first = (uint32_t)r->matches.count;
    while (syn_saved_list_next(r)) {
        object *in = syn_field_item(f, list, r->index);
        object *a = syn_field_object(f, in, "a"), *b = syn_field_object(f, in, "b");
        syn_pair_match *m = syn_saved_append(r, &r->matches, sizeof *m);
        if (m)
            *m = (syn_pair_match){.passage = syn_saved_find_passage(r, syn_field_whole(f, in, "passage", UINT32_MAX)),
                                  .kind = syn_saved_kind(r, in), .a = syn_saved_stretch(r, a),
                                  .b = syn_saved_stretch(r, b), .words = syn_saved_words(r, in, "words"),
                                  .identity = syn_field_fraction(f, in, "identity"),
                                  .weight = syn_field_number(f, in, "weight")};
    }
    pair->match_count = (uint32_t)(r->matches.count - pair->match_first);
}

void syn_saved_pair(reader *r, object *item)
{
    syn_fields *f = &r->fields;
    syn_pair pair = {.a = syn_saved_find_document(r, item, "a"), .b = syn_saved_find_document(r, item, "b"),
                     .words = syn_saved_words(r, item, "words"), .share_a = syn_field_fraction(f, item, "share_a"),
                     .share_b = syn_field_fraction(f, item, "share_b")};
    if (pair.a >= pair.b)
        syn_field_refuse(f, "\"a\" must come before \"b\"");
    take_matches(r, item, &pair);
    syn_pair *kept = syn_saved_append(r, &r->pairs, sizeof *kept);
    if (kept)
        *kept = pair;
}

/* Descents */

static const char *route_name(unsigned direct)
{
    return direct ? "direct" : "direct or through texts not seen";
}

static void take_passages(reader *r, object *item, syn_descent *descent)
{
    object *list = syn_saved_list_open(r, item, "passages");
    descent->passage_first = (uint32_t)r->descent_passages.count;
    while (syn_saved_list_next(r)) {
        uint32_t *passage = syn_saved_append(r, &r->descent_passages, sizeof *passage);
        if (passage)
            *passage = syn_saved_find_passage(r, syn_field_item_whole(&r->fields, list, r->index, UINT32_MAX));
    }
    descent->passage_count = (uint32_t)(r->descent_passages.count - descent->passage_first);
}

static void take_evidence(reader *r, object *item, syn_descent *descent)
{
    syn_fields *f = &r->fields;
    object *list = syn_saved_list_open(r, item, "evidence");
    descent->evidence_first = (uint32_t)r->evidence.count;
    while (syn_saved_list_next(r)) {
        object *in = syn_field_item(f, list, r->index);
        syn_evidence *e = syn_saved_append(r, &r->evidence, sizeof *e);
        if (e)
            *e = (syn_evidence){.kind = syn_field_text(f, in, "kind"),
                                .document = syn_saved_find_document(r, in, "document"),
                                .span = syn_saved_span(r, in), .says = syn_field_text(f, in, "says")};
    }
    descent->evidence_count = (uint32_t)(r->evidence.count - descent->evidence_first);
}

void syn_saved_descent(reader *r, object *item)
{
    syn_fields *f = &r->fields;
    syn_descent descent = {.source = syn_saved_find_source(r, item, "from", r->sources.count),
                           .to = syn_saved_find_document(r, item, "to"), .words = syn_saved_words(r, item, "words"),
                           .direct = syn_field_choice(f, item, "route", route_name, 2),
                           .level = syn_saved_level(r, item),
                           .confidence = syn_field_fraction(f, item, "confidence")};
    take_passages(r, item, &descent);
    take_evidence(r, item, &descent);
    syn_descent *kept = syn_saved_append(r, &r->descents, sizeof *kept);
    if (kept)
        *kept = descent;
}
