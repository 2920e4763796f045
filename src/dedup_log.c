#include "dedup_log.h"

#include "base/error.h"
#include "ingest/revise.h"
#include "report/escape.h"

#include <inttypes.h>

/** A fraction with four digits, rounded down: what is written as 1 is all of it. */
static void put_share(syn_buf *out, uint32_t part, uint32_t whole)
{
    const uint64_t share = whole > 0 ? (uint64_t)part * 10000 / whole : 0;
    syn_buf_format(out, "%" PRIu64 ".%04" PRIu64, share / 10000, share % 10000);
}

static void put_text(syn_buf *out, const char *text)
{
    syn_escape_json(out, text, strlen(text));
}

/** The id of a kept text, and whether it stands in what was held against. */
static syn_status put_kept(const syn_logging *l, uint32_t text, syn_buf *out)
{
    const syn_status status = syn_texts_id(l->run->texts, text, l->other, l->error);
    syn_buf_text(out, "\"kept\":");
    if (status == SYN_OK)
        put_text(out, l->other->id);
    syn_buf_text(out, text < l->run->reference_count ? ",\"against\":true" : "");
    return status;
}

/** A text that stands in another. */
static syn_status put_dropped(const syn_logging *l, syn_buf *out)
{
    const syn_verdict *v = l->verdict;
    syn_buf_text(out, "{\"dropped\":");
    put_text(out, l->own->id);
    syn_buf_text(out, ",");
    const syn_status status = put_kept(l, v->kept, out);
    syn_buf_format(out, ",\"words\":%" PRIu32 ",\"share_dropped\":", v->gone);
    put_share(out, v->words > 0 ? v->gone : 1, v->words > 0 ? v->words : 1);
    syn_buf_text(out, ",\"share_kept\":");
    put_share(out, v->words > 0 ? v->kept_gone : 1, v->words > 0 ? v->kept_words : 1);
    syn_buf_text(out, ",\"spans\":[");
    for (uint32_t i = 0; i < v->span_count; i++) {
        const syn_found *f = &l->found[i];
        syn_buf_format(out, "%s{\"dropped\":[%" PRIu32 ",%" PRIu32 "],\"kept\":[%" PRIu32 ",%" PRIu32 "],"
                            "\"words\":%" PRIu32 "}",
                       i > 0 ? "," : "", f->begin, f->end, f->kept_begin, f->kept_end, f->words);
    }
    syn_buf_text(out, "]}\n");
    return status;
}

static syn_status put_place(const syn_logging *l, const syn_found *f, syn_buf *out)
{
    syn_buf_format(out, "\"begin\":%" PRIu32 ",\"end\":%" PRIu32 ",\"words\":%" PRIu32 ",", f->begin, f->end, f->words);
    const syn_status status = put_kept(l, f->kept, out);
    syn_buf_format(out, ",\"kept_begin\":%" PRIu32 ",\"kept_end\":%" PRIu32, f->kept_begin, f->kept_end);
    return status;
}

static syn_status put_cuts(const syn_logging *l, syn_buf *out)
{
    syn_status status = SYN_OK;
    for (uint32_t i = 0; i < l->verdict->span_count && status == SYN_OK; i++) {
        syn_buf_text(out, i > 0 ? ",{" : "{");
        status = put_place(l, &l->found[i], out);
        syn_buf_text(out, "}");
    }
    return status;
}

/** A text of which too little is left. */
static syn_status put_emptied(const syn_logging *l, syn_buf *out)
{
    syn_buf_text(out, "{\"dropped\":");
    put_text(out, l->own->id);
    syn_buf_format(out, ",\"kept\":null,\"why\":\"nearly empty\",\"words\":%" PRIu32 ",\"left\":%" PRIu32 ",\"cuts\":[",
                   l->verdict->gone, l->verdict->words - l->verdict->gone);
    const syn_status status = put_cuts(l, out);
    syn_buf_text(out, "],\"record\":");
    syn_escape_json(out, l->own->record.bytes, l->own->record.count);
    syn_buf_text(out, "}\n");
    return status;
}

static syn_status put_cut(const syn_logging *l, const syn_found *f, syn_buf *out)
{
    const syn_record *record = &l->own->record;
    syn_buf_text(out, "{\"cut\":");
    put_text(out, l->own->id);
    syn_buf_text(out, ",");
    const syn_status status = put_place(l, f, out);
    syn_buf_text(out, ",\"text\":\"");
    if (!syn_revise_get(record->bytes, record->count, l->field_text, (syn_span_bytes){f->begin, f->end}, out))
        return out->failed ? SYN_MEMORY
                           : syn_fail(l->error, SYN_INPUT, "%s: a passage of the record is not there again (report it)",
                                      l->own->id);
    syn_buf_text(out, "\"}\n");
    return status;
}

syn_status syn_log_lines(const syn_logging *l, syn_buf *out)
{
    syn_status status = SYN_OK;
    if (l->verdict->kept == SYN_VERDICT_EMPTIED)
        status = put_emptied(l, out);
    else if (l->verdict->kept != SYN_VERDICT_KEPT)
        status = put_dropped(l, out);
    else
        for (uint32_t i = 0; i < l->verdict->span_count && status == SYN_OK; i++)
            status = put_cut(l, &l->found[i], out);
    return status == SYN_OK && out->failed ? SYN_MEMORY : status;
}

syn_status syn_log_mark(const syn_logging *l, syn_buf *out)
{
    const syn_verdict *v = l->verdict;
    syn_status status;
    if (v->kept == SYN_VERDICT_KEPT) {
        syn_buf_text(out, "{\"cuts\":[");
        status = put_cuts(l, out);
        syn_buf_text(out, "]}");
    } else {
        syn_buf_text(out, "{\"dropped\":true,");
        status = put_kept(l, v->kept, out);
        syn_buf_text(out, ",\"share\":");
        put_share(out, v->words > 0 ? v->gone : 1, v->words > 0 ? v->words : 1);
        syn_buf_text(out, "}");
    }
    return status == SYN_OK && out->failed ? SYN_MEMORY : status;
}
