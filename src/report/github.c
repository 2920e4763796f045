/* Workflow commands of GitHub Actions, which it shows as annotations: one for each of the largest passages, at the copy
 * that most wants a look, and one that says how many more there are. The words of others are one line without control
 * characters, so that none of them can begin a line and be a command of its own. */

#include "base/error.h"
#include "report/checked.h"
#include "report/escape.h"
#include "report/json.h"
#include "report/remark.h"
#include "report/stream.h"

#include <string.h>

enum { ANNOTATIONS = 10 /* GitHub shows so many warnings, and so many notices, of a step */ };

typedef struct github_out {
    const syn_result_view *view;
    syn_remarks remarks;
    syn_stream stream;
    uint64_t most, written, notices, counted;
} github_out;

static void put(github_out *out, const char *text)
{
    syn_buf_text(&out->stream.buf, text);
}

static void put_whole(github_out *out, const char *label, uint64_t value)
{
    put(out, label);
    syn_json_whole(&out->stream.buf, value);
}

static const char *code(uint32_t c, bool property)
{
    switch (c) {
    case '%': return "%25";
    case '\r': return "%0D";
    case '\n': return "%0A";
    case ':': return property ? "%3A" : NULL;
    case ',': return property ? "%2C" : NULL;
    default: return c == 0xFFFD || syn_error_steers(c) ? "\xEF\xBF\xBD" : NULL;
    }
}

/** Text of a message, or (more is escaped) of a property. */
static void put_data(github_out *out, const char *text, bool property)
{
    size_t count = strlen(text);
    for (size_t at = 0; at < count;) {
        unsigned length;
        const char *instead = code(syn_escape_decode(text + at, count - at, &length), property);
        if (instead)
            put(out, instead);
        else
            syn_buf_add(&out->stream.buf, text + at, length);
        at += length;
    }
}

/** Columns are taken only of one line. */
static void put_region(github_out *out, const syn_region *region)
{
    put_whole(out, ",line=", region->first_line);
    put_whole(out, ",endLine=", region->last_line);
    if (region->first_line == region->last_line && region->first_column > 0) {
        put_whole(out, ",col=", region->first_column);
        put_whole(out, ",endColumn=", region->last_column);
    }
}

static void put_annotation(github_out *out, uint32_t number, uint32_t witness)
{
    const syn_witness *w = &out->view->witnesses[witness];
    const char *path = syn_remark_path(out->view, w->document);
    static const char *const commands[] = {"::notice ", "::warning ", "::error "};
    syn_alarm alarm = syn_remark_alarm(&out->remarks, number, witness);
    syn_region region;
    put(out, commands[alarm]);
    out->notices += alarm == SYN_ALARM_NOTE;
    if (path) {
        put(out, "file=");
        put_data(out, path, true);
        if (syn_remark_region(&out->remarks, witness, &region))
            put_region(out, &region);
        put(out, ",");
    }
    put_whole(out, "title=Shared wording%3A ", w->words);
    put(out, w->words == 1 ? " word::" : " words::");
    put_data(out, syn_remark_says(&out->remarks, number, witness), false);
    put(out, "\n");
}

/** The copy that most wants a look: in a file rather than not, then one that warns, then one that was taken. */
static uint32_t pick(const github_out *out, uint32_t number)
{
    enum { MOST_LOOKED = 1000 };
    const syn_passage *passage = &out->view->passages[number];
    uint32_t best = passage->witness_first + passage->representative;
    int best_rank = -1;
    if (out->view->is_check)
        best = passage->witness_first;
    for (uint32_t i = 0; i < passage->witness_count && i < MOST_LOOKED; i++) {
        uint32_t witness = passage->witness_first + i;
        const syn_witness *w = &out->view->witnesses[witness];
        if (!syn_remark_tells(out->view, w))
            break;
        int rank = 8 * (syn_remark_path(out->view, w->document) != NULL) +
                   2 * (int)syn_remark_alarm(&out->remarks, number, witness) +
                   (syn_accounts_taken(&out->remarks.accounts, w->document, number) != SYN_NONE);
        if (rank > best_rank) {
            best_rank = rank;
            best = witness;
        }
    }
    return best;
}

static void put_rest(github_out *out)
{
    const uint64_t more = out->counted - out->written;
    put(out, out->notices < ANNOTATIONS ? "::notice title=syndic::" : "::warning title=syndic::");
    if (out->counted == 0)
        put(out, out->view->version_count ? "Beside that no shared wording was found. "
                                          : "No shared wording was found. ");
    else if (more == 0)
        put_whole(out, "All passages that were found are shown: ", out->counted);
    else
        put_whole(out, "Passages that are smaller and not shown: ", more);
    if (out->counted > 0)
        put(out, ". ");
    put(out, "This shows shared wording. It does not say whether the use was agreed.\n");
}

/** A line for all new texts: which are over their limit. */
static void put_verdict(github_out *out)
{
    const syn_result_view *view = out->view;
    size_t over = syn_checked_over(view), named = 0;
    syn_buf *text = &out->remarks.text;
    if (!view->is_check || !syn_checked_limited(view))
        return;
    syn_buf_clear(text);
    syn_buf_text(text, over > 0 ? "Over " : "No new text is over ");
    syn_checked_limits(view, view->limit_words != UINT32_MAX, view->limit_share <= 1, text);
    for (uint32_t n = 0; n < view->checked_count && over > 0 && named < ANNOTATIONS; n++) {
        if (!view->checked[n].over)
            continue;
        syn_buf_text(text, named++ ? ", " : ": ");
        syn_remark_name(&out->remarks, n, text);
        syn_buf_format(text, " (%u open word%s)", view->checked[n].words, view->checked[n].words == 1 ? "" : "s");
    }
    if (named < over)
        syn_buf_format(text, " and %zu more", over - named);
    syn_buf_text(text, ".");
    if (text->failed)
        out->remarks.status = SYN_MEMORY;
    put(out, over > 0 ? "::error title=syndic::" : "::notice title=syndic::");
    put_data(out, text->failed ? "" : text->bytes, false);
    put(out, "\n");
    out->notices += over == 0;
}

static void put_notice(github_out *out)
{
    syn_buf *text = &out->remarks.text;
    if (text->failed)
        out->remarks.status = SYN_MEMORY;
    put(out, "::notice title=syndic::");
    put_data(out, text->failed ? "" : text->bytes, false);
    put(out, "\n");
    out->notices++;
}

/** A line for the new texts of which versions are known: those are not counted. */
static void put_versions(github_out *out)
{
    const syn_result_view *view = out->view;
    syn_buf *text = &out->remarks.text;
    size_t count = 0;
    syn_buf_clear(text);
    for (uint32_t n = 0; n < view->checked_count; n++) {
        uint32_t version = syn_checked_version(view, &view->checked[n]);
        if (version == SYN_NONE || ++count > ANNOTATIONS)
            continue;
        syn_buf_text(text, count > 1 ? "; " : "");
        syn_remark_name(&out->remarks, n, text);
        syn_buf_text(text, ": ");
        syn_checked_edition(&view->versions[version], text);
    }
    if (count > ANNOTATIONS)
        syn_buf_format(text, "; and %zu more", count - ANNOTATIONS);
    syn_buf_text(text, ". Such texts are not counted.");
    if (count > 0)
        put_notice(out);
}

/** A line for the sources that known copies credit and that are not among the texts. */
static void put_absents(github_out *out)
{
    syn_buf *text = &out->remarks.text;
    syn_buf_clear(text);
    if (out->view->is_check && syn_remark_absents(&out->remarks, text))
        put_notice(out);
}

static void put_passages(github_out *out, bool pressing)
{
    for (size_t i = 0; i < out->view->passage_count && syn_stream_settle(&out->stream); i++) {
        if (!syn_view_counts(out->view->passages[i].kind) || syn_remark_presses(out->view, (uint32_t)i) != pressing)
            continue;
        out->counted++;
        if (out->written < out->most) {
            out->written++;
            put_annotation(out, (uint32_t)i, pick(out, (uint32_t)i));
        }
    }
}

static void write_all(github_out *out)
{
    put_verdict(out);
    put_passages(out, true);
    put_versions(out);
    put_absents(out);
    put_passages(out, false);
    put_rest(out);
}

syn_status syn_report_github(const syn_result *result, const syn_github *github, const syn_sink *sink, syn_error *error)
{
    const syn_result_view *view = syn_result_get(result);
    github_out out = {.view = view, .stream = {.sink = sink}, .remarks = {.view = view},
                      .most = github && github->annotation_count ? github->annotation_count : ANNOTATIONS};
    out.stream.status = syn_remarks_make(&out.remarks);
    if (out.stream.status == SYN_OK)
        write_all(&out);
    if (out.remarks.status != SYN_OK)
        out.stream.status = SYN_MEMORY;
    syn_remarks_release(&out.remarks);
    return syn_stream_close(&out.stream, error);
}
