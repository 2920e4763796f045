/* What differs, for programs: schema "syndic-diff/1". One item a line, handed on as it is made. */
#include "report/change.h"

#include "base/error.h"
#include "report/escape.h"
#include "report/json.h"
#include "report/view.h"

#include <string.h>

enum { flush_bytes = 65536 };

typedef struct writer {
    const syn_changes *changes;
    const syn_sink *sink;
    syn_buf buf;
    syn_status status;
    bool listed; /* the list being written has an item */
} writer;

static void flush(writer *w)
{
    if (w->buf.failed)
        w->status = SYN_MEMORY;
    if (w->status == SYN_OK && w->buf.len)
        w->status = w->sink->write(w->sink->context, w->buf.bytes, w->buf.len);
    syn_buf_clear(&w->buf);
}

static void put(writer *w, const char *text)
{
    syn_buf_text(&w->buf, text);
}

static void put_text(writer *w, const char *label, const char *text)
{
    put(w, label);
    syn_escape_json(&w->buf, text, strlen(text));
}

static void put_whole(writer *w, const char *label, uint64_t value)
{
    put(w, label);
    syn_json_whole(&w->buf, value);
}

static void open_list(writer *w, const char *label)
{
    put(w, label);
    w->listed = false;
}

static void open_item(writer *w)
{
    put(w, w->listed ? ",\n " : "\n ");
    w->listed = true;
    if (w->buf.len >= flush_bytes)
        flush(w);
}

/* Items */

static void put_document(writer *w, const syn_result_view *view, uint32_t document)
{
    put_text(w, "", syn_corpus_get(view->corpus, document)->id);
}

static void put_witness(writer *w, const syn_result_view *view, const syn_witness *witness)
{
    put_text(w, "{\"document\":", syn_corpus_get(view->corpus, witness->document)->id);
    put_whole(w, ",\"begin\":", witness->span.begin);
    put_whole(w, ",\"end\":", witness->span.end);
    put_whole(w, ",\"words\":", witness->words);
    put_text(w, ",\"kind\":", syn_kind_name(witness->kind));
    put_text(w, ",\"standing\":", syn_standing_name(witness->standing));
    put(w, witness->unnamed ? ",\"unnamed\":true}" : "}");
}

static void put_passage(writer *w, const syn_result_view *view, uint32_t number)
{
    const syn_passage *p = &view->passages[number];
    put_whole(w, "{\"id\":", p->id);
    put_text(w, ",\"key\":", p->key);
    put_text(w, ",\"kind\":", syn_kind_name(p->kind));
    put_whole(w, ",\"words\":", p->words);
    put(w, ",\"witnesses\":[");
    for (uint32_t i = 0; i < p->witness_count; i++) {
        put(w, i ? "," : "");
        put_witness(w, view, &view->witnesses[p->witness_first + i]);
    }
    put(w, "]}");
}

static void put_descent(writer *w, const syn_result_view *view, uint32_t number)
{
    const syn_descent *d = &view->descents[number];
    put_text(w, "{\"from\":", syn_change_source(view, d->source));
    put(w, view->sources[d->source].seen ? ",\"seen\":true" : ",\"seen\":false");
    put_text(w, ",\"to\":", syn_corpus_get(view->corpus, d->to)->id);
    put_whole(w, ",\"words\":", d->words);
    put_whole(w, ",\"passages\":", d->passage_count);
    put_text(w, ",\"route\":", d->direct ? "direct" : "direct or through texts not seen");
    put_text(w, ",\"level\":", syn_level_name(d->level));
    put(w, "}");
}

/* Lists */

typedef void put_item(writer *w, const syn_result_view *view, uint32_t number);
typedef bool differs(const syn_changes *changes, uint32_t before, uint32_t after);

/** One sort of things: how many there are on each side, who is whose partner, how one is written. */
typedef struct sort {
    const char *name;
    const syn_change_count *count;
    const uint32_t *of_before, *of_after;
    size_t before_count, after_count;
    put_item *put;
    differs *differ;
    bool plain; /* both sides are written alike, so changed ones once only */
} sort;

static void put_alone(writer *w, const char *label, const syn_result_view *view, const uint32_t *partners, size_t count,
                      put_item *put_one)
{
    open_list(w, label);
    for (uint32_t i = 0; i < count; i++) {
        if (partners[i] != SYN_NONE)
            continue;
        open_item(w);
        put_one(w, view, i);
    }
    put(w, "]");
}

static void put_changed(writer *w, const sort *s)
{
    open_list(w, ",\n\"changed\":[");
    for (uint32_t i = 0; i < s->after_count; i++) {
        uint32_t before = s->of_after[i];
        if (before == SYN_NONE || !s->differ(w->changes, before, i))
            continue;
        open_item(w);
        if (!s->plain) {
            put(w, "{\"before\":");
            s->put(w, w->changes->before, before);
            put(w, ",\n  \"after\":");
        }
        s->put(w, w->changes->after, i);
        put(w, s->plain ? "" : "}");
    }
    put(w, "]");
}

static void put_sort(writer *w, const sort *s)
{
    put_text(w, ",\n", s->name);
    put_whole(w, ":{\"same\":", s->count->same);
    put_alone(w, ",\n\"new\":[", w->changes->after, s->of_after, s->after_count, s->put);
    put_alone(w, ",\n\"gone\":[", w->changes->before, s->of_before, s->before_count, s->put);
    put_changed(w, s);
    put(w, "}");
}

static void put_verdict(writer *w, const char *label, const syn_checked *checked)
{
    put(w, label);
    if (!checked) {
        put(w, "null");
        return;
    }
    put(w, checked->over ? "{\"over\":true" : "{\"over\":false");
    put_whole(w, ",\"words\":", checked->words);
    put(w, "}");
}

/** What two checks say of their new texts; nothing of it where neither is a check. */
static void put_verdicts(writer *w)
{
    const syn_changes *c = w->changes;
    const syn_checked *before;
    if (!c->before->is_check && !c->after->is_check)
        return;
    open_list(w, ",\n\"check\":{\"changed\":[");
    for (uint32_t n = 0; n < c->after->checked_count; n++) {
        if (!syn_change_verdict(c, n, &before))
            continue;
        open_item(w);
        put_text(w, "{\"document\":", syn_corpus_get(c->after->corpus, n)->id);
        put_verdict(w, ",\"before\":", before);
        put_verdict(w, ",\"after\":", &c->after->checked[n]);
        put(w, "}");
    }
    put(w, "]}");
}

syn_status syn_changes_json(const syn_changes *c, const syn_sink *sink, syn_error *error)
{
    writer w = {.changes = c, .sink = sink};
    const sort sorts[] = {
        {"passages", &c->passages, c->of_before.passages, c->of_after.passages, c->before->passage_count,
         c->after->passage_count, put_passage, syn_change_passage, false},
        {"documents", &c->documents, c->of_before.documents, c->of_after.documents, syn_corpus_count(c->before->corpus),
         syn_corpus_count(c->after->corpus), put_document, syn_change_document, true},
        {"descents", &c->descents, c->of_before.descents, c->of_after.descents, c->before->descent_count,
         c->after->descent_count, put_descent, syn_change_descent, false},
    };
    put(&w, "{\"schema\":\"syndic-diff/1\"");
    put_whole(&w, ",\n\"differences\":", syn_changes_count(c));
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
        put_sort(&w, &sorts[i]);
    put_verdicts(&w);
    put(&w, "}\n");
    flush(&w);
    syn_buf_release(&w.buf);
    if (w.status == SYN_MEMORY)
        return syn_fail_memory(error);
    if (w.status != SYN_OK)
        return syn_fail(error, w.status, "report: could not be written in full (see where it was sent)");
    return SYN_OK;
}
