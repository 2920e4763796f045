#include "report/json.h"

#include "base/date.h"
#include "base/error.h"
#include "report/escape.h"
#include "report/view.h"
#include "syndic/report.h"

#include <string.h>

#define FLUSH_BYTES 65536

/** Where the bytes go. After a failure, loops end at their next item. */
typedef struct json_out {
    const syn_result_view *view;
    const syn_sink *sink;
    syn_buf buf, excerpt;
    syn_status status;
} json_out;

void syn_json_whole(syn_buf *buf, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + value % 10);
    while (value /= 10);
    syn_buf_add(buf, digits + at, sizeof digits - at);
}

void syn_json_fixed(syn_buf *buf, double value, unsigned decimals)
{
    uint64_t scale = 1;
    for (unsigned i = 0; i < decimals; i++)
        scale *= 10;
    if (!(value > -1e12 && value < 1e12))
        value = 0;
    uint64_t units = (uint64_t)((value < 0 ? -value : value) * (double)scale + 0.5);
    if (value < 0 && units)
        syn_buf_add(buf, "-", 1);
    syn_json_whole(buf, units / scale);
    char part[8] = ".";
    size_t count = 0;
    for (uint64_t rest = units % scale; rest; rest %= scale) {
        scale /= 10;
        part[++count] = (char)('0' + rest / scale);
    }
    if (count)
        syn_buf_add(buf, part, count + 1);
}

/* Labels are literals: inlined, their lengths are known when this is compiled. */
#define INLINE static inline __attribute__((always_inline))

/* Members: `label` is all that stands before the value, such as ",\"words\":". */

INLINE void put(json_out *out, const char *text)
{
    syn_buf_add(&out->buf, text, strlen(text));
}

INLINE void put_text(json_out *out, const char *label, const char *text)
{
    put(out, label);
    if (text)
        syn_escape_json(&out->buf, text, strlen(text));
    else
        put(out, "null");
}

INLINE void put_whole(json_out *out, const char *label, uint64_t value)
{
    put(out, label);
    syn_json_whole(&out->buf, value);
}

INLINE void put_fixed(json_out *out, const char *label, double value, unsigned decimals)
{
    put(out, label);
    syn_json_fixed(&out->buf, value, decimals);
}

INLINE void put_id(json_out *out, const char *label, uint32_t document)
{
    put_text(out, label, document == SYN_NONE ? NULL : syn_corpus_get(out->view->corpus, document)->id);
}

static void put_source(json_out *out, const char *label, uint32_t source)
{
    put_whole(out, label, (uint64_t)source + 1);
    put(out, "\"");
}

static void put_span(json_out *out, const syn_span *span)
{
    put_whole(out, "\"begin\":", span->begin);
    put_whole(out, ",\"end\":", span->end);
    put_whole(out, ",\"cbegin\":", span->cbegin);
    put_whole(out, ",\"cend\":", span->cend);
}

static void flush(json_out *out)
{
    if (out->buf.failed)
        out->status = SYN_MEMORY;
    if (out->status == SYN_OK && out->buf.len)
        out->status = out->sink->write(out->sink->context, out->buf.bytes, out->buf.len);
    syn_buf_clear(&out->buf);
}

/** Between items: says whether to go on, and hands a full buffer to the sink. */
static bool next(json_out *out, size_t i, size_t count)
{
    if (out->buf.len >= FLUSH_BYTES)
        flush(out);
    if (out->status != SYN_OK || i >= count)
        return false;
    put(out, i ? ",\n" : "\n");
    return true;
}

static void put_head(json_out *out)
{
    const syn_options *options = out->view->options;
    put(out, "{\"schema\":\"syndic-result/1\",\n\"tool\":{\"name\":\"syndic\"");
    put_text(out, ",\"version\":", syn_version());
    put_whole(out, "},\n\"params\":{\"min_words\":", options->min_words);
    put_whole(out, ",\"shingle_words\":", options->shingle_words);
    put_whole(out, ",\"window_words\":", options->window_words);
    put_whole(out, ",\"pair_count\":", options->pair_count);
    put_text(out, ",\"field_text\":", options->field_text);
    put(out, "},\n");
}

static void put_sha256(json_out *out, const uint8_t digest[32])
{
    static const char digits[] = "0123456789abcdef";
    char text[64];
    for (size_t i = 0; i < 32; i++) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15];
    }
    put(out, ",\"sha256\":\"");
    syn_buf_add(&out->buf, text, sizeof text);
    put(out, "\"");
}

static void put_date(json_out *out, const syn_date *date)
{
    static const char *const precisions[] = {"none", "year", "month", "day", "minute", "second"};
    char text[32];
    if (date->precision == SYN_DATE_NONE) {
        put(out, ",\"date\":null");
        return;
    }
    put(out, ",\"date\":{\"value\":");
    syn_escape_json(&out->buf, text, syn_date_write(date, text));
    put_text(out, ",\"precision\":", precisions[date->precision]);
    put_text(out, ",\"from\":", date->from);
    put(out, "}");
}

static void put_share(json_out *out, const syn_share *share)
{
    put_whole(out, ",\"share\":{\"reused_words\":", share->reused_words);
    put_whole(out, ",\"how\":{\"verbatim\":", share->how[SYN_VERBATIM]);
    put_whole(out, ",\"edited\":", share->how[SYN_EDITED]);
    put_whole(out, ",\"reworded\":", share->how[SYN_REWORDED]);
    put_whole(out, "},\"standing\":{\"quoted\":", share->standing[SYN_QUOTED]);
    put_whole(out, ",\"credited\":", share->standing[SYN_CREDITED]);
    put_whole(out, ",\"open\":", share->standing[SYN_OPEN]);
    put_whole(out, "},\"common_words\":", share->common_words);
    put_whole(out, ",\"name_words\":", share->name_words);
    put(out, "}");
}

static void put_document(json_out *out, const syn_document *document, const syn_share *share)
{
    put_text(out, "{\"id\":", document->id);
    put_text(out, ",\"path\":", document->path);
    put(out, ",\"record\":");
    if (document->record < 0)
        put(out, "null");
    else
        syn_json_whole(&out->buf, (uint64_t)document->record);
    put_sha256(out, document->sha256);
    put_text(out, ",\"title\":", document->title);
    put_text(out, ",\"outlet\":", document->outlet);
    put_text(out, ",\"url\":", document->url);
    put_whole(out, ",\"words\":", share->words);
    put_date(out, &document->date);
    put_share(out, share);
    put(out, "}");
}

static void put_documents(json_out *out)
{
    put(out, "\"documents\":[");
    for (size_t i = 0; next(out, i, syn_corpus_count(out->view->corpus)); i++)
        put_document(out, syn_corpus_get(out->view->corpus, i), &out->view->shares[i]);
    put(out, "],\n");
}

static void put_witness(json_out *out, const syn_witness *witness)
{
    put_id(out, " {\"document\":", witness->document);
    put(out, ",");
    put_span(out, &witness->span);
    put_whole(out, ",\"words\":", witness->words);
    put_fixed(out, ",\"identity\":", witness->identity, 4);
    put_text(out, ",\"kind\":", syn_kind_name(witness->kind));
    put_text(out, ",\"standing\":", syn_standing_name(witness->standing));
    put(out, "}");
}

/* A result holds no document bodies: of a long passage the beginning and the end, and between them as
 * many bytes left out as the spans tell. */
static void put_excerpt(json_out *out, syn_slice text)
{
    const size_t most = 800, half = 400;
    size_t head = half, tail = text.count > half ? text.count - half : 0;
    if (text.count <= most) {
        syn_escape_json(&out->buf, text.at, text.count);
        return;
    }
    while (head > 0 && ((unsigned char)text.at[head] & 0xc0) == 0x80)
        head--;
    while (tail < text.count && ((unsigned char)text.at[tail] & 0xc0) == 0x80)
        tail++;
    syn_buf_clear(&out->excerpt);
    syn_buf_add(&out->excerpt, text.at, head);
    syn_buf_text(&out->excerpt, " … ");
    syn_buf_add(&out->excerpt, text.at + tail, text.count - tail);
    if (out->excerpt.failed)
        out->buf.failed = true;
    else
        syn_escape_json(&out->buf, out->excerpt.bytes, out->excerpt.len);
}

static void put_passage(json_out *out, const syn_passage *passage)
{
    syn_slice text = syn_view_passage_text(out->view, passage);
    put_whole(out, "{\"id\":", passage->id);
    put_text(out, ",\"key\":", passage->key);
    put_text(out, ",\"kind\":", syn_kind_name(passage->kind));
    put_whole(out, ",\"words\":", passage->words);
    put_fixed(out, ",\"weight\":", passage->weight, 1);
    put(out, ",\"text\":");
    put_excerpt(out, text);
    put(out, ",\"witnesses\":[");
    for (uint32_t i = 0; next(out, i, passage->witness_count); i++)
        put_witness(out, &out->view->witnesses[passage->witness_first + i]);
    put(out, "]}");
}

static void put_passages(json_out *out)
{
    put(out, "\"passages\":[");
    for (size_t i = 0; next(out, i, out->view->passage_count); i++)
        put_passage(out, &out->view->passages[i]);
    put(out, "],\n");
}

static void put_match(json_out *out, const syn_pair_match *match)
{
    put_whole(out, " {\"passage\":", out->view->passages[match->passage].id);
    put_text(out, ",\"kind\":", syn_kind_name(match->kind));
    put(out, ",\"a\":{");
    put_span(out, &match->a);
    put(out, "},\"b\":{");
    put_span(out, &match->b);
    put_whole(out, "},\"words\":", match->words);
    put_fixed(out, ",\"identity\":", match->identity, 4);
    put_fixed(out, ",\"weight\":", match->weight, 1);
    put(out, "}");
}

static void put_pair(json_out *out, const syn_pair *pair)
{
    put_id(out, "{\"a\":", pair->a);
    put_id(out, ",\"b\":", pair->b);
    put_whole(out, ",\"words\":", pair->words);
    put_fixed(out, ",\"share_a\":", pair->share_a, 4);
    put_fixed(out, ",\"share_b\":", pair->share_b, 4);
    put(out, ",\"matches\":[");
    for (uint32_t i = 0; next(out, i, pair->match_count); i++)
        put_match(out, &out->view->matches[pair->match_first + i]);
    put(out, "]}");
}

static void put_pairs(json_out *out)
{
    put(out, "\"pairs\":[");
    for (size_t i = 0; next(out, i, out->view->pair_count); i++)
        put_pair(out, &out->view->pairs[i]);
    put_whole(out, "],\n\"pairs_left_out\":", out->view->pairs_left_out);
    put(out, ",\n");
}

static void put_sources(json_out *out)
{
    put(out, "\"sources\":[");
    for (size_t i = 0; next(out, i, out->view->source_count); i++) {
        const syn_source *source = &out->view->sources[i];
        put_source(out, "{\"id\":\"s", (uint32_t)i);
        put_text(out, ",\"name\":", source->name);
        put(out, source->seen ? ",\"seen\":true" : ",\"seen\":false");
        put_id(out, ",\"document\":", source->document);
        put(out, ",\"names\":[]}");
    }
    put(out, "],\n\"credits\":[],\n");
}

static void put_evidence(json_out *out, const syn_evidence *evidence)
{
    put_text(out, "{\"kind\":", evidence->kind);
    put_id(out, ",\"document\":", evidence->document);
    put_whole(out, ",\"begin\":", evidence->span.begin);
    put_whole(out, ",\"end\":", evidence->span.end);
    put_text(out, ",\"says\":", evidence->says);
    put(out, "}");
}

static void put_descent(json_out *out, const syn_descent *descent)
{
    const syn_result_view *view = out->view;
    put_source(out, "{\"from\":\"s", descent->source);
    put_id(out, ",\"to\":", descent->to);
    put(out, ",\"passages\":[");
    for (uint32_t i = 0; i < descent->passage_count; i++)
        put_whole(out, i ? "," : "",
                  view->passages[view->descent_passages[descent->passage_first + i]].id);
    put_whole(out, "],\"words\":", descent->words);
    put_text(out, ",\"route\":", descent->direct ? "direct" : "direct or through texts not seen");
    put_text(out, ",\"level\":", syn_level_name(descent->level));
    put_fixed(out, ",\"confidence\":", descent->confidence, 4);
    put(out, ",\"evidence\":[");
    for (uint32_t i = 0; i < descent->evidence_count; i++) {
        put(out, i ? "," : "");
        put_evidence(out, &view->evidence[descent->evidence_first + i]);
    }
    put(out, "]}");
}

static void put_descents(json_out *out)
{
    put(out, "\"descents\":[");
    for (size_t i = 0; next(out, i, out->view->descent_count); i++)
        put_descent(out, &out->view->descents[i]);
    put(out, "],\n");
}

static void put_skipped(json_out *out)
{
    put(out, "\"skipped\":[");
    for (size_t i = 0; next(out, i, syn_corpus_skip_count(out->view->corpus)); i++) {
        const syn_skip *skip = syn_corpus_skip_get(out->view->corpus, i);
        put_text(out, "{\"path\":", skip->path);
        put_text(out, ",\"why\":", skip->why);
        put(out, "}");
    }
    put(out, "],\n");
}

static void put_summary(json_out *out)
{
    syn_summary s;
    syn_view_summary(out->view, &s);
    put_whole(out, "\"summary\":{\"documents\":", s.documents);
    put_whole(out, ",\"sharing_documents\":", s.sharing_documents);
    put_whole(out, ",\"words\":", s.words);
    put_whole(out, ",\"reused_words\":", s.reused_words);
    put(out, ",\"passages\":{");
    for (int kind = SYN_VERBATIM; kind <= SYN_COMMON; kind++) {
        put_text(out, kind ? "," : "", syn_kind_name((syn_kind)kind));
        put_whole(out, ":", s.passages[kind]);
    }
    put_whole(out, "},\"witnesses\":", s.witnesses);
    put_whole(out, ",\"pairs\":", s.pairs);
    put_whole(out, ",\"descents\":", s.descents);
    put_whole(out, ",\"skipped\":", s.skipped);
    put_whole(out, ",\"replaced_characters\":", s.replaced_characters);
    put(out, "}}\n");
}

syn_status syn_report_json(const syn_result *result, const syn_sink *sink, syn_error *error)
{
    json_out out = {.view = syn_result_get(result), .sink = sink};
    put_head(&out);
    put_documents(&out);
    put_passages(&out);
    put_pairs(&out);
    put_sources(&out);
    put_descents(&out);
    put_skipped(&out);
    put_summary(&out);
    flush(&out);
    syn_buf_release(&out.buf);
    syn_buf_release(&out.excerpt);
    if (out.status == SYN_MEMORY)
        return syn_fail_memory(error);
    if (out.status != SYN_OK)
        return syn_fail(error, out.status, "report: could not be written in full (see where it was sent)");
    return SYN_OK;
}
