/* What the summary says of new texts: whether one is over its limit, and a row for each that shares anything. */

#include "report/markdown.h"

#include "report/checked.h"

enum { MOST_ROWS = 20, MOST_VERSIONS = 3, NAME_CELLS = 60 };

/** How many new texts are known already, the first of them by name. */
static void put_known(syn_markdown_out *out)
{
    const syn_result_view *view = out->view;
    const syn_checked *first = NULL;
    size_t count = 0;
    for (size_t n = view->checked_count; n-- > 0;)
        if (view->checked[n].version_count > 0) {
            first = &view->checked[n];
            count++;
        }
    if (!first)
        return;
    const syn_edition *version = &view->versions[syn_checked_version(view, first)];
    syn_markdown_put(out, "\n");
    syn_markdown_name(out, first->document);
    syn_markdown_put(out, version->same ? ": this very text is known as " : ": an earlier version of it is known: ");
    syn_markdown_text(out, version->id, NAME_CELLS);
    syn_markdown_put(out, "; it is not counted.");
    if (count > 1) {
        syn_markdown_put(out, " So it is with ");
        syn_markdown_count(out, count - 1, " more new text.", " more new texts.");
    }
    syn_markdown_put(out, "\n");
}

/** The sources that known copies credit and that are not among the texts. */
static void put_absents(syn_markdown_out *out)
{
    enum { MOST = 3 };
    syn_absents absents;
    char who[96];
    if (syn_absents_all(out->view, &absents) < 0)
        out->stream.status = SYN_MEMORY;
    for (size_t i = 0; i < absents.count && i < MOST; i++) {
        syn_absents_who(&absents, &absents.at[i], who);
        syn_markdown_put(out, i ? " " : "\n");
        syn_markdown_put(out, who);
        syn_markdown_put(out, " ");
        syn_markdown_text(out, out->view->sources[absents.at[i].source].name, NAME_CELLS);
        syn_markdown_put(out, absents.known == 1 ? ", which is not among the texts." : ", which is not among them.");
    }
    if (absents.count > MOST) {
        syn_markdown_put(out, " They credit ");
        syn_markdown_count(out, absents.count - MOST, " more.", " more.");
    }
    syn_markdown_put(out, absents.count > 0 ? "\n" : "");
    syn_absents_release(&absents);
}

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
    put_known(out);
    put_absents(out);
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
