/* What the summary says of new texts: whether one is over its limit, and a row for each that shares anything. */

#include "report/markdown.h"

#include "report/checked.h"

enum { MOST_ROWS = 20, MOST_VERSIONS = 3, NAME_CELLS = 60 };

static void put_summary(syn_markdown_out *out)
{
    const syn_result_view *view = out->view;
    size_t over = syn_checked_over(view), open = 0;
    for (size_t n = 0; n < view->checked_count; n++)
        open += view->checked[n].words > 0;
    bool limited = syn_checked_limited(view);
    size_t told = limited ? over : open;
    syn_markdown_put(out, "### Shared wording\n\n");
    syn_markdown_count(out, told, " of ", " of ");
    syn_markdown_count(out, view->checked_count, " new text", " new texts");
    if (limited) {
        syn_markdown_put(out, told == 1 ? " is over " : " are over ");
        syn_checked_limits(view, view->limit_words != UINT32_MAX, view->limit_share <= 1, &out->part);
    } else {
        syn_markdown_put(out, told == 1 ? " has open words" : " have open words");
    }
    syn_markdown_put(out, ". Open words are those that known texts have too, neither quoted nor credited.\n");
    syn_markdown_settle(out);
}

static void put_versions(syn_markdown_out *out, const syn_checked *checked)
{
    for (uint32_t i = 0; i < checked->version_count && i < MOST_VERSIONS; i++) {
        const syn_edition *version = &out->view->versions[checked->version_first + i];
        syn_markdown_put(out, i ? "; " : "");
        syn_markdown_put(out, version->same ? "this very text is known as " : "an earlier version is known: ");
        syn_markdown_text(out, version->id, NAME_CELLS);
    }
    if (checked->version_count > MOST_VERSIONS)
        syn_markdown_count(out, checked->version_count - MOST_VERSIONS, " more", " more");
}

static void put_row(syn_markdown_out *out, const syn_checked *checked)
{
    syn_markdown_put(out, checked->over ? "| **over** | " : "| | ");
    syn_markdown_name(out, checked->document);
    syn_markdown_put(out, " | ");
    syn_markdown_count(out, checked->words, " | ", " | ");
    syn_checked_percent(out->view, checked, &out->part);
    syn_markdown_put(out, " | ");
    syn_markdown_count(out, checked->known_words, " | ", " | ");
    syn_markdown_count(out, checked->ignored_words, " | ", " | ");
    put_versions(out, checked);
    syn_markdown_put(out, " |\n");
}

static bool has_row(const syn_checked *checked)
{
    return checked->over || checked->words || checked->known_words || checked->ignored_words || checked->version_count;
}

void syn_markdown_check(syn_markdown_out *out)
{
    const syn_result_view *view = out->view;
    size_t count = 0, listed = 0;
    put_summary(out);
    for (size_t n = 0; n < view->checked_count; n++)
        count += has_row(&view->checked[n]);
    if (count == 0)
        return;
    syn_markdown_put(out, "\n| | New text | Open words | Of its words | Known | Ignored | |\n"
                          "| :-- | :-- | --: | --: | --: | --: | :-- |\n");
    bool fits = syn_markdown_settle(out);
    for (int within = 0; within < 2; within++)
        for (size_t n = 0; fits && n < view->checked_count && listed < MOST_ROWS; n++) {
            if (!has_row(&view->checked[n]) || view->checked[n].over == (within == 1))
                continue;
            put_row(out, &view->checked[n]);
            fits = syn_markdown_settle(out);
            listed += fits;
        }
    if (listed < count) {
        syn_markdown_put(out, "\n");
        syn_markdown_count(out, count - listed, " more new text is", " more new texts are");
        syn_markdown_put(out, " not in this table.\n");
        syn_markdown_settle(out);
    }
}
