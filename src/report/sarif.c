/* SARIF 2.1.0 (OASIS, errata 01): a result for each copy, in a file, of each passage that counts. GitHub keeps 5,000
 * results of a run, so the largest passages come first and what is left out is said in a notification. Of a check only
 * the copies in new texts are results: errors where they put a text over its limit, else notes. Messages are
 * plain text, in which SARIF reads [text](target) as a link and {0} as a place for an argument (3.11.5, 3.11.6). */

#include "report/checked.h"
#include "report/escape.h"
#include "report/json.h"
#include "report/remark.h"
#include "report/stream.h"

#include <stdio.h>
#include <string.h>

enum { RESULTS = 5000, MOST_RELATED = 5 };

typedef struct sarif_out {
    const syn_result_view *view;
    syn_remarks remarks;
    syn_stream stream;
    syn_buf text;      /**< scratch */
    uint64_t most, results, left_out, without_file;
} sarif_out;

static void put(sarif_out *out, const char *text)
{
    syn_buf_text(&out->stream.buf, text);
}

static void put_whole(sarif_out *out, const char *label, uint64_t value)
{
    put(out, label);
    syn_json_whole(&out->stream.buf, value);
}

static void put_text(sarif_out *out, const char *label, const char *text)
{
    put(out, label);
    syn_escape_json(&out->stream.buf, text, strlen(text));
}

/** A message: brackets, braces and backslashes mean themselves. */
static void put_message(sarif_out *out, const char *label, const char *text)
{
    syn_buf_clear(&out->text);
    for (; *text; text++) {
        if (*text == '[' || *text == ']' || *text == '\\')
            syn_buf_add(&out->text, "\\", 1);
        if (*text == '{' || *text == '}')
            syn_buf_add(&out->text, text, 1);
        syn_buf_add(&out->text, text, 1);
    }
    out->stream.buf.failed |= out->text.failed;
    put(out, label);
    syn_escape_json(&out->stream.buf, out->text.len ? out->text.bytes : "", out->text.len);
}

/* Rules: how it is worded, and how it stands */

static void put_rule(sarif_out *out, syn_kind kind, syn_standing standing)
{
    static const char *const kinds[] = {"Word for word", "Edited", "Reworded"};
    static const char *const stands[] = {"between quotation marks", "beside a credit", "without a credit near it"};
    char name[64];
    snprintf(name, sizeof name, "%s-%s", syn_kind_name(kind), syn_standing_name(standing));
    put_text(out, "{\"id\":", name);
    snprintf(name, sizeof name, "%s, %s", kinds[kind], stands[standing]);
    put_text(out, ",\"shortDescription\":{\"text\":", name);
    put(out, "},\"fullDescription\":{\"text\":\"Wording that other texts have too. It does not say whether the "
             "use was agreed.\"},\"defaultConfiguration\":{\"level\":\"");
    put(out, standing == SYN_OPEN ? "warning\"}}" : "note\"}}");
}

static void put_head(sarif_out *out)
{
    put(out, "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
             "sarif-schema-2.1.0.json\",\n\"version\":\"2.1.0\",\n"
             "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"syndic\"");
    put_text(out, ",\"semanticVersion\":", syn_version());
    put(out, ",\"rules\":[");
    for (int rule = 0; rule < 9; rule++) {
        put(out, rule ? ",\n" : "\n");
        put_rule(out, (syn_kind)(rule / 3), (syn_standing)(rule % 3));
    }
    put(out, "]}},\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[");
}

/* Places */

/** The path as a reference (RFC 3986): what is not plain is percent-encoded. */
static void put_uri(sarif_out *out, const char *path)
{
    static const char digits[] = "0123456789ABCDEF";
    put(out, *path == '/' ? "{\"artifactLocation\":{\"uri\":\"file://" : "{\"artifactLocation\":{\"uri\":\"");
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool plain = letter || (c >= '0' && c <= '9') || strchr("-._~/", c);
        char code[3] = {'%', digits[c >> 4], digits[c & 15]};
        syn_buf_add(&out->stream.buf, plain ? path : code, plain ? 1 : 3);
    }
    put(out, "\"}");
}

static void put_offsets(sarif_out *out, const syn_span *span)
{
    put_whole(out, "\"charOffset\":", span->cbegin);
    put_whole(out, ",\"charLength\":", span->cend - span->cbegin);
    put_whole(out, ",\"byteOffset\":", span->begin);
    put_whole(out, ",\"byteLength\":", span->end - span->begin);
}

/** A physicalLocation: the file, and as much of the place as is known. */
static void put_place(sarif_out *out, uint32_t witness)
{
    const syn_witness *w = &out->view->witnesses[witness];
    bool whole = syn_remark_is_file(out->view, w->document);
    syn_region region;
    bool lines = syn_remark_region(&out->remarks, witness, &region);
    put(out, "\"physicalLocation\":");
    put_uri(out, syn_remark_path(out->view, w->document));
    if (!lines && !whole) {
        put(out, "}");
        return;
    }
    put(out, ",\"region\":{");
    if (lines) {
        put_whole(out, "\"startLine\":", region.first_line);
        if (region.first_column > 0)
            put_whole(out, ",\"startColumn\":", region.first_column);
        put_whole(out, ",\"endLine\":", region.last_line);
        if (region.last_column > 0)
            put_whole(out, ",\"endColumn\":", region.last_column);
        put(out, whole ? "," : "");
    }
    if (whole)
        put_offsets(out, &w->span);
    put(out, "}}");
}

static void put_related(sarif_out *out, uint32_t witness, uint32_t id)
{
    put(out, id == 1 ? ",\n \"relatedLocations\":[" : ",\n  ");
    put_whole(out, "{\"id\":", id);
    put(out, ",");
    put_place(out, witness);
    syn_buf_clear(&out->remarks.text);
    syn_buf_text(&out->remarks.text, "The same wording in ");
    syn_remark_name(&out->remarks, out->view->witnesses[witness].document, &out->remarks.text);
    put_message(out, ",\"message\":{\"text\":", out->remarks.text.failed ? "" : out->remarks.text.bytes);
    put(out, "}}");
}

/** The copies behind this one, and then those before it. */
static void put_all_related(sarif_out *out, const syn_passage *passage, uint32_t witness)
{
    uint32_t listed = 0, count = passage->witness_count, own = witness - passage->witness_first;
    for (uint32_t i = 1; i < count && i <= 4 * MOST_RELATED && listed < MOST_RELATED; i++) {
        uint32_t other = passage->witness_first + (own + i) % count;
        if (syn_remark_path(out->view, out->view->witnesses[other].document))
            put_related(out, other, ++listed);
    }
    if (listed > 0)
        put(out, "]");
}

/* Results */

static void put_properties(sarif_out *out, const syn_passage *passage, uint32_t witness)
{
    const syn_witness *w = &out->view->witnesses[witness];
    const syn_document *d = syn_corpus_get(out->view->corpus, w->document);
    syn_kind kind = syn_checked_kind(out->view, (uint32_t)(passage - out->view->passages), w);
    put_text(out, ",\n \"properties\":{\"document\":", d->id);
    if (d->record >= 0)
        put_whole(out, ",\"record\":", (uint64_t)d->record);
    put_whole(out, ",\"passage\":", passage->id);
    put_text(out, ",\"kind\":", syn_kind_name(kind));
    put_text(out, ",\"standing\":", syn_standing_name(w->standing));
    put_whole(out, ",\"words\":", w->words);
    put(out, ",\"identity\":");
    syn_json_fixed(&out->stream.buf, w->identity, 4);
    put_whole(out, ",\"copies\":", passage->witness_count);
    put_whole(out, ",\"begin\":", w->span.begin);
    put_whole(out, ",\"end\":", w->span.end);
    put(out, "}}");
}

static void put_result(sarif_out *out, uint32_t number, uint32_t witness)
{
    static const char *const levels[] = {",\"level\":\"note\"", ",\"level\":\"warning\"", ",\"level\":\"error\""};
    const syn_passage *passage = &out->view->passages[number];
    const syn_witness *w = &out->view->witnesses[witness];
    syn_kind kind = syn_checked_kind(out->view, number, w);
    put(out, out->results++ ? ",\n{\"ruleId\":\"" : "\n{\"ruleId\":\"");
    put(out, syn_kind_name(kind));
    put(out, "-");
    put(out, syn_standing_name(w->standing));
    put_whole(out, "\",\"ruleIndex\":", (uint64_t)kind * 3 + w->standing);
    put(out, levels[syn_remark_alarm(&out->remarks, number, witness)]);
    put_message(out, ",\n \"message\":{\"text\":", syn_remark_says(&out->remarks, number, witness));
    put(out, "},\n \"locations\":[{");
    put_place(out, witness);
    put_text(out, "}],\n \"partialFingerprints\":{\"syndicPassage/v1\":", passage->key);
    put(out, "}");
    put_all_related(out, passage, witness);
    put_properties(out, passage, witness);
}

static void put_passage(sarif_out *out, uint32_t number)
{
    const syn_passage *passage = &out->view->passages[number];
    for (uint32_t i = 0; i < passage->witness_count; i++) {
        uint32_t witness = passage->witness_first + i;
        const syn_witness *w = &out->view->witnesses[witness];
        if (!syn_view_counts(w->kind) || !syn_remark_tells(out->view, w))
            continue;
        if (!syn_remark_path(out->view, w->document))
            out->without_file++;
        else if (out->results >= out->most)
            out->left_out++;
        else if (syn_stream_settle(&out->stream))
            put_result(out, number, witness);
    }
}

/** Those that put a new text over its limit come first, so that they are not left out. */
static void put_passages(sarif_out *out, bool pressing)
{
    for (size_t i = 0; i < out->view->passage_count; i++)
        if (syn_view_counts(out->view->passages[i].kind) && syn_remark_presses(out->view, (uint32_t)i) == pressing)
            put_passage(out, (uint32_t)i);
}

static void put_notification(sarif_out *out, uint64_t count, const char *what, bool *first)
{
    if (count == 0)
        return;
    put(out, *first ? "" : ",");
    put_whole(out, "{\"level\":\"note\",\"message\":{\"text\":\"Left out: ", count);
    put(out, what);
    put(out, "\"}}");
    *first = false;
}

/** "new/draft: this very text is known as cp-2; it is not counted." */
static void put_version(sarif_out *out, const syn_checked *checked, bool *first)
{
    uint32_t version = syn_checked_version(out->view, checked);
    syn_buf *text = &out->remarks.text;
    if (version == SYN_NONE)
        return;
    syn_buf_clear(text);
    syn_remark_name(&out->remarks, checked->document, text);
    syn_buf_text(text, ": ");
    syn_checked_edition(&out->view->versions[version], text);
    syn_buf_text(text, "; it is not counted.");
    put(out, *first ? "" : ",");
    put_message(out, "{\"level\":\"note\",\"message\":{\"text\":", text->failed ? "" : text->bytes);
    put(out, "}}");
    *first = false;
    syn_stream_settle(&out->stream);
}

static void put_end(sarif_out *out)
{
    bool first = true;
    put(out, "],\n\"invocations\":[{\"executionSuccessful\":true,\"toolExecutionNotifications\":[");
    for (size_t n = 0; n < out->view->checked_count; n++)
        put_version(out, &out->view->checked[n], &first);
    put_notification(out, out->left_out, " further copies; those of the largest passages are here.", &first);
    put_notification(out, out->without_file, " copies in texts that came from no file.", &first);
    put(out, "]}]}]}\n");
}

syn_status syn_report_sarif(const syn_result *result, const syn_sarif *sarif, const syn_sink *sink, syn_error *error)
{
    const syn_result_view *view = syn_result_get(result);
    sarif_out out = {.view = view, .stream = {.sink = sink}, .remarks = {.view = view},
                     .most = sarif && sarif->result_count ? sarif->result_count : RESULTS};
    out.stream.status = syn_remarks_make(&out.remarks);
    if (out.stream.status == SYN_OK) {
        put_head(&out);
        put_passages(&out, true);
        put_passages(&out, false);
        put_end(&out);
    }
    if (out.remarks.status != SYN_OK || out.remarks.text.failed)
        out.stream.status = SYN_MEMORY;
    syn_remarks_release(&out.remarks);
    syn_buf_release(&out.text);
    return syn_stream_close(&out.stream, error);
}
