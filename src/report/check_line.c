/* What is written an object a line as it comes: the answer to a text of a stream, a text that could not be read, a
 * document of an index. An answer stands alone: what a result keeps in other arrays is within it. */

#include "base/date.h"
#include "report/escape.h"
#include "report/json.h"
#include "report/stream.h"
#include "report/view.h"

#include <string.h>

#define SHORT_BYTES 160

static void put_date(syn_buf *buf, const syn_date *date)
{
    char text[32];
    syn_buf_text(buf, ",\"date\":");
    if (date->precision == SYN_DATE_NONE)
        syn_buf_text(buf, "null");
    else
        syn_escape_json(buf, text, syn_date_write(date, text));
}

/** The beginning of a passage. */
static void put_short(syn_buf *buf, syn_slice text)
{
    size_t count = text.count;
    if (count > SHORT_BYTES)
        for (count = SHORT_BYTES; count > 0 && ((unsigned char)text.at[count] & 0xC0) == 0x80;)
            count--;
    syn_buf_text(buf, ",\"text\":");
    syn_escape_json(buf, text.at, count);
}

static void put_witness(syn_buf *buf, const syn_result_view *view, const syn_witness *witness)
{
    const syn_document *document = syn_corpus_get(view->corpus, witness->document);
    syn_json_put_text(buf, "{\"document\":", document->id);
    syn_json_put_whole(buf, ",\"begin\":", witness->span.begin);
    syn_json_put_whole(buf, ",\"end\":", witness->span.end);
    syn_json_put_text(buf, ",\"standing\":", syn_standing_name(witness->standing));
    put_date(buf, &document->date);
    syn_buf_text(buf, "}");
}

static void put_passage(syn_stream *stream, const syn_result_view *view, const syn_counted *counted)
{
    const syn_passage *passage = &view->passages[counted->passage];
    syn_buf *buf = &stream->buf;
    syn_json_put_text(buf, "{\"key\":", passage->key);
    syn_json_put_text(buf, ",\"kind\":", syn_kind_name(passage->kind));
    syn_json_put_whole(buf, ",\"words\":", counted->words);
    syn_buf_text(buf, counted->known ? ",\"known\":true" : ",\"known\":false");
    put_short(buf, syn_view_passage_text(view, passage));
    syn_buf_text(buf, ",\"witnesses\":[");
    for (uint32_t i = 0; i < passage->witness_count && syn_stream_settle(stream); i++) {
        syn_buf_add(buf, ",", i > 0);
        put_witness(buf, view, &view->witnesses[passage->witness_first + i]);
    }
    syn_buf_text(buf, "]}");
}

static void put_sources(syn_buf *buf, const syn_result_view *view, uint32_t document)
{
    bool any = false;
    syn_buf_text(buf, ",\"sources\":[");
    for (size_t i = 0; i < view->descent_count; i++) {
        const syn_descent *descent = &view->descents[i];
        const syn_source *source = &view->sources[descent->source];
        if (descent->to != document)
            continue;
        syn_json_put_text(buf, any ? ",{\"name\":" : "{\"name\":", source->name);
        syn_buf_text(buf, source->seen ? ",\"seen\":true" : ",\"seen\":false");
        syn_json_put_text(buf, ",\"level\":", syn_level_name(descent->level));
        syn_json_put_whole(buf, ",\"words\":", descent->words);
        syn_buf_text(buf, "}");
        any = true;
    }
    syn_buf_text(buf, "]");
}

syn_status syn_report_check_line(const syn_result *result, size_t checked_at, const syn_sink *sink, syn_error *error)
{
    const syn_result_view *view = syn_result_get(result);
    const syn_checked *checked = &view->checked[checked_at];
    syn_stream stream = {.sink = sink};
    syn_json_checked_head(view, checked, &stream.buf);
    syn_buf_text(&stream.buf, ",\"passages\":[");
    for (uint32_t i = 0; i < checked->counted_count; i++) {
        syn_buf_add(&stream.buf, ",", i > 0);
        put_passage(&stream, view, &view->counted[checked->counted_first + i]);
    }
    syn_buf_text(&stream.buf, "]");
    put_sources(&stream.buf, view, checked->document);
    syn_buf_text(&stream.buf, "}\n");
    return syn_stream_close(&stream, error);
}

syn_status syn_report_unread_line(const char *path, const char *why, const syn_sink *sink, syn_error *error)
{
    syn_stream stream = {.sink = sink};
    syn_json_put_text(&stream.buf, "{\"document\":", path);
    syn_json_put_text(&stream.buf, ",\"error\":", why);
    syn_buf_text(&stream.buf, "}\n");
    return syn_stream_close(&stream, error);
}

static void put_digest(syn_buf *buf, const uint8_t digest[32])
{
    syn_buf_text(buf, ",\"sha256\":\"");
    for (size_t i = 0; i < 32; i++)
        syn_buf_format(buf, "%02x", digest[i]);
    syn_buf_text(buf, "\"");
}

syn_status syn_report_document_line(const syn_document *document, uint32_t words, const syn_sink *sink,
                                    syn_error *error)
{
    syn_stream stream = {.sink = sink};
    syn_buf *buf = &stream.buf;
    syn_json_put_text(buf, "{\"id\":", document->id);
    syn_json_put_text(buf, ",\"path\":", document->path);
    if (document->record < 0)
        syn_buf_text(buf, ",\"record\":null");
    else
        syn_json_put_whole(buf, ",\"record\":", (uint64_t)document->record);
    put_digest(buf, document->sha256);
    syn_json_put_text(buf, ",\"title\":", document->title);
    syn_json_put_text(buf, ",\"outlet\":", document->outlet);
    syn_json_put_text(buf, ",\"url\":", document->url);
    syn_json_put_text(buf, ",\"byline\":", document->byline);
    syn_json_put_text(buf, ",\"canonical\":", document->canonical);
    put_date(buf, &document->date);
    if (words != SYN_NONE)
        syn_json_put_whole(buf, ",\"words\":", words);
    if (document->text) {
        syn_buf_text(buf, ",\"text\":");
        syn_escape_json(buf, document->text, document->text_bytes);
    }
    syn_buf_text(buf, "}\n");
    return syn_stream_close(&stream, error);
}
