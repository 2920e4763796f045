/* The parts of the summary, the largest of everything first, each settled as a whole while there is room. */

#include "report/markdown.h"

#include "base/alloc.h"
#include "report/sheet.h"

#include <stdlib.h>

enum {
    BYTES = 65536,
    LEAST_BYTES = 4000,
    END_BYTES = 700,       /* kept for what is said at the end */
    MOST_ROWS = 10,
    MOST_DETAILS = 30,
    MOST_NAMES = 4,        /* in a row */
    MOST_COPIES = 12,      /* below a passage */
    NAME_CELLS = 60,
    SAYS_CELLS = 160
};

/* The beginning */

static void put_unseen(syn_markdown_out *out)
{
    const syn_result_view *view = out->view;
    size_t unseen = 0;
    for (size_t i = 0; i < view->source_count; i++) {
        if (view->sources[i].seen || unseen++ >= MOST_NAMES)
            continue;
        syn_markdown_put(out, unseen == 1 ? " Sources that are not among them: " : ", ");
        syn_markdown_text(out, view->sources[i].name, NAME_CELLS);
    }
    if (unseen > MOST_NAMES) {
        syn_markdown_put(out, " and ");
        syn_markdown_count(out, unseen - MOST_NAMES, " more", " more");
    }
    syn_markdown_put(out, unseen > 0 ? "." : "");
}

static const syn_passage *largest(const syn_markdown_out *out)
{
    for (size_t i = 0; i < out->view->passage_count; i++)
        if (syn_view_counts(out->view->passages[i].kind))
            return &out->view->passages[i];
    return NULL;
}

static void put_summary(syn_markdown_out *out)
{
    const syn_summary *s = &out->summary;
    const syn_passage *first = largest(out);
    syn_markdown_put(out, "### Shared wording\n\n");
    if (first) {
        syn_markdown_count(out, s->sharing_documents, " of ", " of ");
        syn_markdown_count(out, s->documents, " text", " texts");
        syn_markdown_put(out, s->sharing_documents == 1 ? " shares wording: " : " share wording: ");
        syn_markdown_count(out, s->counted, " passage of ", " passages, the largest of ");
        syn_markdown_count(out, first->words, " word.", " words.");
    } else {
        syn_markdown_put(out, "None was found in ");
        syn_markdown_count(out, s->documents, " text.", " texts.");
    }
    put_unseen(out);
    syn_markdown_put(out, "\n");
    syn_markdown_settle(out);
}

/* The table of passages */

/** Passages are gone through twice: first come those that put a new text over its limit. */
static const syn_passage *passage_at(const syn_markdown_out *out, size_t i)
{
    size_t count = out->view->passage_count;
    bool pressing = i < count;
    uint32_t number = (uint32_t)(pressing ? i : i - count);
    if (!syn_view_counts(out->view->passages[number].kind) || syn_remark_presses(out->view, number) != pressing)
        return NULL;
    return &out->view->passages[number];
}

static void put_where(syn_markdown_out *out, const syn_passage *passage)
{
    const syn_witness *w = &out->view->witnesses[passage->witness_first];
    uint32_t documents = 0;
    for (uint32_t i = 0; i < passage->witness_count; i++) {
        if ((i > 0 && w[i].document == w[i - 1].document) || documents++ >= MOST_NAMES)
            continue;
        syn_markdown_put(out, documents > 1 ? ", " : "");
        syn_markdown_name(out, w[i].document);
    }
    if (documents > MOST_NAMES) {
        syn_markdown_put(out, " and ");
        syn_markdown_count(out, documents - MOST_NAMES, " more", " more");
    }
}

static void put_row(syn_markdown_out *out, const syn_passage *passage)
{
    static const char *const names[] = {" quoted", " credited", " open"};
    uint32_t standing[3] = {0}, listed = 0;
    for (uint32_t i = 0; i < passage->witness_count; i++)
        standing[out->view->witnesses[passage->witness_first + i].standing]++;
    syn_markdown_put(out, "| ");
    syn_markdown_count(out, passage->id, " | ", " | ");
    syn_markdown_count(out, passage->words, " | ", " | ");
    syn_markdown_put(out, syn_kind_name(passage->kind));
    syn_markdown_put(out, " | ");
    for (size_t i = 0; i < 3; i++) {
        if (standing[i] == 0)
            continue;
        syn_markdown_put(out, listed++ ? ", " : "");
        syn_markdown_count(out, standing[i], names[i], names[i]);
    }
    syn_markdown_put(out, " | ");
    put_where(out, passage);
    syn_markdown_put(out, " |\n");
}

static void put_table(syn_markdown_out *out)
{
    if (out->summary.counted == 0)
        return;
    syn_markdown_put(out, "\n| Passage | Words | Kind | Copies | Texts |\n| --: | --: | :-- | :-- | :-- |\n");
    bool fits = syn_markdown_settle(out);
    for (size_t i = 0; fits && i < 2 * out->view->passage_count && out->rows < MOST_ROWS; i++) {
        const syn_passage *passage = passage_at(out, i);
        if (!passage)
            continue;
        put_row(out, passage);
        fits = syn_markdown_settle(out);
        out->rows += fits;
    }
    if (out->rows < out->summary.counted) {
        syn_markdown_put(out, "\n");
        syn_markdown_count(out, out->summary.counted - out->rows, " smaller passage is", " smaller passages are");
        syn_markdown_put(out, " not in this table.\n");
        syn_markdown_settle(out);
    }
}

/* The table of descents */

static int descent_order(const void *a, const void *b)
{
    const syn_descent *x = *(const syn_descent *const *)a, *y = *(const syn_descent *const *)b;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    return (x > y) - (x < y); /* both of one array */
}

static void put_descent(syn_markdown_out *out, const syn_descent *descent)
{
    const syn_source *source = &out->view->sources[descent->source];
    syn_markdown_put(out, "| ");
    syn_markdown_name(out, descent->to);
    syn_markdown_put(out, " | ");
    if (source->seen)
        syn_markdown_name(out, source->document);
    else
        syn_markdown_text(out, source->name, NAME_CELLS);
    syn_markdown_put(out, source->seen ? " | " : ", not among the texts | ");
    if (descent->words > 0)
        syn_markdown_count(out, descent->words, "", "");
    if (descent->passage_count == 0)
        syn_markdown_put(out, descent->words > 0 ? ", credit only" : "credit only");
    syn_markdown_put(out, " | ");
    syn_markdown_put(out, syn_level_name(descent->level));
    syn_markdown_put(out, " | ");
    if (descent->evidence_count > 0) {
        const syn_evidence *evidence = &out->view->evidence[descent->evidence_first];
        uint32_t speaks = out->view->is_check ? syn_checked_speaks(descent, evidence) : SYN_NONE;
        syn_markdown_text(out, evidence->says, SAYS_CELLS);
        syn_markdown_put(out, speaks != SYN_NONE ? " in " : "");
        if (speaks != SYN_NONE)
            syn_markdown_name(out, speaks);
    }
    syn_markdown_put(out, " |\n");
}

static void put_descents(syn_markdown_out *out)
{
    size_t count = 0, listed = 0;
    const syn_descent **list = syn_alloc(out->view->descent_count, sizeof *list);
    if (!list)
        out->stream.status = SYN_MEMORY;
    for (size_t i = 0; list && i < out->view->descent_count; i++)
        if (!out->view->is_check || out->view->descents[i].to < out->view->checked_count)
            list[count++] = &out->view->descents[i];
    if (!list || count == 0) {
        free(list);
        return;
    }
    qsort(list, count, sizeof *list, descent_order);
    syn_markdown_put(out, "\n| Text | has words from | Words | Level | Why |\n| :-- | :-- | --: | :-- | :-- |\n");
    for (bool fits = syn_markdown_settle(out); fits && listed < count && listed < MOST_ROWS; listed += fits) {
        put_descent(out, list[listed]);
        fits = syn_markdown_settle(out);
    }
    if (listed < count) {
        syn_markdown_put(out, "\n");
        syn_markdown_count(out, count - listed, " smaller link is", " smaller links are");
        syn_markdown_put(out, " not in this table.\n");
        syn_markdown_settle(out);
    }
    free(list);
}

/* The passages */

/** A line for each copy: where it is and how it stands. */
static void put_copy(syn_markdown_out *out, const syn_passage *passage, uint32_t copy)
{
    uint32_t number = (uint32_t)(passage - out->view->passages), witness = passage->witness_first + copy;
    const syn_witness *w = &out->view->witnesses[witness];
    syn_region region;
    syn_markdown_put(out, "- ");
    syn_markdown_name(out, w->document);
    if (syn_remark_region(&out->remarks, witness, &region)) {
        syn_markdown_put(out, ", line ");
        syn_markdown_count(out, region.first_line, "", "");
    }
    syn_markdown_put(out, ": ");
    syn_markdown_put(out, syn_kind_name(syn_checked_kind(out->view, number, w)));
    syn_markdown_put(out, ", ");
    syn_markdown_put(out, syn_standing_name(w->standing));
    if (w->standing != SYN_OPEN && w->credit < out->view->credit_count) {
        syn_markdown_put(out, w->standing == SYN_CREDITED ? " to " : "; nearest credit: ");
        syn_markdown_text(out, out->view->credits[w->credit].name, NAME_CELLS);
    }
    syn_markdown_put(out, "\n");
}

static void put_block(syn_markdown_out *out, const syn_passage *passage)
{
    const syn_witness *w = &out->view->witnesses[passage->witness_first];
    w += out->view->is_check ? 0 : passage->representative;
    syn_slice text = syn_view_quoted(out->view, w->document, &w->span);
    syn_markdown_block(out, text.count > 0 ? text : syn_view_passage_text(out->view, passage));
}

static void put_passage(syn_markdown_out *out, const syn_passage *passage)
{
    syn_markdown_put(out, "\n<details><summary>Passage ");
    syn_markdown_count(out, passage->id, ": ", ": ");
    syn_markdown_count(out, passage->words, " word, ", " words, ");
    syn_markdown_put(out, syn_kind_name(passage->kind));
    syn_markdown_put(out, ", ");
    syn_markdown_count(out, passage->witness_count, " copy", " copies");
    syn_markdown_put(out, "</summary>\n\n");
    for (uint32_t i = 0; i < passage->witness_count && i < MOST_COPIES; i++)
        put_copy(out, passage, i);
    if (passage->witness_count > MOST_COPIES) {
        syn_markdown_put(out, "- and ");
        syn_markdown_count(out, passage->witness_count - MOST_COPIES, " more copy\n", " more copies\n");
    }
    put_block(out, passage);
    syn_markdown_put(out, "\n</details>\n");
}

static void put_details(syn_markdown_out *out)
{
    bool fits = true;
    for (size_t i = 0; fits && i < 2 * out->view->passage_count && out->details < MOST_DETAILS; i++) {
        const syn_passage *passage = passage_at(out, i);
        if (!passage)
            continue;
        put_passage(out, passage);
        fits = syn_markdown_settle(out);
        out->details += fits;
    }
}

/* The end, for which room was kept */

static void put_end(syn_markdown_out *out)
{
    const syn_summary *s = &out->summary;
    out->room += END_BYTES;
    syn_markdown_put(out, "\n");
    if (out->details < s->counted) {
        syn_markdown_count(out, s->counted - out->details, " smaller passage is", " smaller passages are");
        syn_markdown_put(out, " not shown, to keep this short. ");
    }
    if (s->passages[SYN_NAME] > 0)
        syn_markdown_count(out, s->passages[SYN_NAME], " name or title is not counted. ",
                           " names or titles are not counted. ");
    if (s->passages[SYN_COMMON] > 0)
        syn_markdown_count(out, s->passages[SYN_COMMON], " common text is not counted. ",
                           " common texts are not counted. ");
    if (s->skipped > 0)
        syn_markdown_count(out, s->skipped, " file was passed over. ", " files were passed over. ");
    bool credits = out->view->credit_count > 0;
    syn_markdown_put(out, credits ? "This shows shared wording and credits. " : "This shows shared wording. ");
    syn_markdown_put(out, "It does not say whether the use was agreed.\n");
    syn_markdown_settle(out);
}

syn_status syn_report_markdown(const syn_result *result, const syn_markdown *markdown, const syn_sink *sink,
                               syn_error *error)
{
    const syn_result_view *view = syn_result_get(result);
    syn_markdown_out out = {.view = view, .stream = {.sink = sink}, .remarks = {.view = view}};
    size_t most = markdown && markdown->byte_count ? markdown->byte_count : BYTES;
    out.room = (most < LEAST_BYTES ? LEAST_BYTES : most) - END_BYTES;
    syn_view_summary(view, &out.summary);
    out.stream.status = syn_remarks_make(&out.remarks);
    if (out.stream.status == SYN_OK) {
        if (view->is_check)
            syn_markdown_check(&out);
        else
            put_summary(&out);
        put_table(&out);
        put_descents(&out);
        put_details(&out);
        put_end(&out);
    }
    if (out.remarks.status != SYN_OK)
        out.stream.status = SYN_MEMORY;
    syn_remarks_release(&out.remarks);
    syn_buf_release(&out.part);
    syn_buf_release(&out.text);
    return syn_stream_close(&out.stream, error);
}
