/* Workflow commands of GitHub Actions, which it shows as annotations: one for each of the largest passages, at the copy
 * that most wants a look, and one that says how many more there are. The words of others are one line without control
 * characters, so that none of them can begin a line and be a command of its own. */

#include "base/error.h"
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
    bool warns = syn_remark_warns(&out->remarks, number, witness);
    syn_region region;
    put(out, warns ? "::warning " : "::notice ");
    out->notices += !warns;
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
    for (uint32_t i = 0; i < passage->witness_count && i < MOST_LOOKED; i++) {
        uint32_t witness = passage->witness_first + i;
        const syn_witness *w = &out->view->witnesses[witness];
        int rank = 4 * (syn_remark_path(out->view, w->document) != NULL) +
                   2 * syn_remark_warns(&out->remarks, number, witness) +
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
        put(out, "No shared wording was found. ");
    else if (more == 0)
        put_whole(out, "All passages that were found are shown: ", out->counted);
    else
        put_whole(out, "Passages that are smaller and not shown: ", more);
    if (out->counted > 0)
        put(out, ". ");
    put(out, "This shows shared wording. It does not say whether the use was agreed.\n");
}

static void write_all(github_out *out)
{
    for (size_t i = 0; i < out->view->passage_count && syn_stream_settle(&out->stream); i++) {
        if (!syn_view_counts(out->view->passages[i].kind))
            continue;
        out->counted++;
        if (out->written < out->most) {
            out->written++;
            put_annotation(out, (uint32_t)i, pick(out, (uint32_t)i));
        }
    }
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
