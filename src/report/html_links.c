/* Why each link is believed: below every source the texts that have its words, with the passages, what the
 * texts themselves say of where they are from, and the evidence in its own words. */

#include "report/html.h"

#include <string.h>

enum {
    MOST_HEADS = 100,
    MOST_EDGES = 100,    /* below one source */
    MOST_LINES = 4000,   /* passages and evidence of all links */
    MOST_LEAVES = 30,    /* of one text */
    MOST_EVIDENCE = 12,
    QUOTE_CELLS = 220,
    SAYS_CELLS = 600,
    OPEN_EDGES = 8       /* links that are shown open: of a small stemma all */
};

typedef struct links {
    syn_html_out *out;
    const syn_head *head;
    size_t lines;
    bool open;
} links;

static void write_more(const links *l, size_t count, const char *one, const char *many, const char *tag)
{
    if (count == 0)
        return;
    syn_html_format(l->out, "<%s class=\"no\">", tag);
    syn_html_counted(l->out, count, one, many);
    syn_html_format(l->out, "</%s>\n", tag);
}

/* A passage of a text */

static void write_leaf(const links *l, const syn_leaf *leaf)
{
    syn_html_out *out = l->out;
    const syn_result_view *view = out->sheet.view;
    const syn_witness *w = &view->witnesses[leaf->witness];
    bool counts = syn_view_counts(w->kind);
    syn_html_raw(out, "<li>");
    syn_html_passage(out, leaf->passage);
    syn_html_raw(out, " ");
    syn_html_counted(out, w->words, "word", "words");
    syn_html_raw(out, ", ");
    syn_html_kind(out, w->kind);
    if (counts) {
        syn_html_raw(out, ", ");
        syn_html_standing(out, w->standing);
    }
    syn_html_raw(out, " ");
    syn_html_place(out, leaf->witness);
    if (syn_corpus_get(view->corpus, w->document)->text && syn_credit_of_witness(view, w)) {
        syn_buf *note = &out->sheet.note;
        syn_buf_clear(note);
        syn_note_make(&out->sheet, leaf, note);
        syn_html_raw(out, " – ");
        if (!note->failed && note->len > 0)
            syn_html_linked(out, note->bytes, note->len);
    }
    syn_html_raw(out, "</li>\n");
}

static void write_leaves(links *l, const syn_edge *edge)
{
    const syn_leaf *leaf = &l->out->sheet.stemma.leaves[edge->leaf_first];
    size_t listed = 0;
    if (edge->passages == 0)
        return;
    syn_html_raw(l->out, "<ul>\n");
    for (uint32_t i = 0; i < edge->leaf_count && listed < MOST_LEAVES && l->lines < MOST_LINES; i++) {
        if (leaf[i].passage == SYN_NONE)
            continue;
        write_leaf(l, &leaf[i]);
        listed++;
        l->lines++;
    }
    write_more(l, edge->passages - listed, "more passage", "more passages", "li");
    syn_html_raw(l->out, "</ul>\n");
}

/* Evidence */

/** The words a piece of evidence points at, unless it says them itself, and where they stand. */
static void quote(syn_html_out *out, const syn_evidence *evidence)
{
    const syn_corpus *corpus = out->sheet.view->corpus;
    if (evidence->document == SYN_NONE || !syn_corpus_get(corpus, evidence->document)->text ||
        evidence->span.end <= evidence->span.begin)
        return;
    syn_slice text = syn_view_text(out->sheet.view, evidence->document, &evidence->span);
    if (!evidence->says || !strchr(evidence->says, '"')) {
        syn_html_raw(out, " <q dir=\"auto\">");
        syn_html_cut(out, text.at, text.count, QUOTE_CELLS);
        syn_html_raw(out, "</q>");
    }
    syn_html_raw(out, " – ");
    syn_html_name(out, evidence->document);
    syn_html_raw(out, " ");
    syn_html_paragraph(out, evidence->document, &evidence->span);
}

static void write_evidence(links *l, const syn_descent *descent)
{
    syn_html_out *out = l->out;
    size_t listed = 0;
    for (; listed < descent->evidence_count && listed < MOST_EVIDENCE && l->lines < MOST_LINES; listed++, l->lines++) {
        const syn_evidence *evidence = &out->sheet.view->evidence[descent->evidence_first + listed];
        syn_html_raw(out, "<li><i>");
        syn_html_line(out, evidence->kind, strlen(evidence->kind));
        syn_html_raw(out, "</i> ");
        if (evidence->says)
            syn_html_cut(out, evidence->says, strlen(evidence->says), SAYS_CELLS);
        quote(out, evidence);
        syn_html_raw(out, "</li>\n");
    }
    write_more(l, descent->evidence_count - listed, "more sign", "more signs", "li");
}

/** Each descent of an edge once; leaves of one descent stand together within a document. */
static void write_reasons(links *l, const syn_edge *edge)
{
    const syn_result_view *view = l->out->sheet.view;
    const syn_leaf *leaf = &l->out->sheet.stemma.leaves[edge->leaf_first];
    uint32_t before = SYN_NONE;
    bool any = false;
    for (uint32_t i = 0; i < edge->leaf_count; i++) {
        uint32_t number = leaf[i].descent;
        if (number == SYN_NONE || number == before || view->descents[number].evidence_count == 0)
            continue;
        before = number;
        if (!any)
            syn_html_raw(l->out, "<ul class=\"why\">\n");
        any = true;
        write_evidence(l, &view->descents[number]);
    }
    if (any)
        syn_html_raw(l->out, "</ul>\n");
}

/* A text below a source */

static void write_name(const links *l, const syn_edge *edge)
{
    syn_html_out *out = l->out;
    uint32_t first = out->sheet.groups.first[edge->group];
    const char *name = syn_sheet_group(&out->sheet, edge->group);
    if (!out->sheet.groups.outlet[edge->group]) {
        syn_html_name_plain(out, first);
        return;
    }
    syn_html_raw(out, "<bdi>");
    syn_html_line(out, name, strlen(name));
    syn_html_raw(out, "</bdi>");
}

/** "97 of 705 words · 2017-04-04 · strong" */
static void write_sum(const links *l, const syn_edge *edge)
{
    syn_html_out *out = l->out;
    uint32_t first = out->sheet.groups.first[edge->group];
    if (l->head->source != SYN_NONE)
        syn_html_format(out, " <span class=\"level l%s\">%s</span>", syn_level_name(edge->level),
                        syn_level_name(edge->level));
    syn_html_raw(out, edge->passages || edge->words ? " · " : " · credit only");
    if (edge->passages || edge->words)
        syn_html_counted(out, edge->words, "word", "words");
    if (!edge->passages && edge->words)
        syn_html_raw(out, ", credit only");
    if (out->sheet.groups.size[edge->group] == 1) {
        syn_html_raw(out, " · ");
        syn_html_date(out, first);
    }
    if (edge->direct)
        syn_html_raw(out, " · direct");
    if (l->head->source == SYN_NONE && out->sheet.stemma.partly[out->sheet.stemma.leaves[edge->leaf_first].document])
        syn_html_raw(out, " · besides what stands above");
}

static void write_edge(links *l, const syn_edge *edge)
{
    syn_html_out *out = l->out;
    const syn_leaf *leaf = &out->sheet.stemma.leaves[edge->leaf_first];
    syn_html_raw(out, l->open ? "<details class=\"link\" open><summary>" : "<details class=\"link\"><summary>");
    write_name(l, edge);
    write_sum(l, edge);
    syn_html_raw(out, "</summary>\n");
    bool kept = syn_corpus_get(out->sheet.view->corpus, leaf->document)->text != NULL;
    if (edge->passages == 0 && leaf->descent != SYN_NONE && kept) {
        syn_buf *note = &out->sheet.note;
        syn_buf_clear(note);
        syn_note_credit_only(&out->sheet, leaf, &out->places, note);
        syn_html_raw(out, "<p>");
        if (!note->failed && note->len > 0)
            syn_html_linked(out, note->bytes, note->len);
        syn_html_raw(out, "</p>\n");
    }
    write_leaves(l, edge);
    write_reasons(l, edge);
    syn_html_raw(out, "</details>\n");
}

/* Sources */

static void write_names(syn_html_out *out, const syn_source *source)
{
    enum { MOST = 20 };
    for (uint32_t i = 0; i < source->name_count && i < MOST; i++) {
        const char *name = out->sheet.view->source_names[source->name_first + i];
        syn_html_raw(out, i ? ", “<bdi>" : "; also written “<bdi>");
        syn_html_cut(out, name, strlen(name), 60);
        syn_html_raw(out, "</bdi>”");
    }
    if (source->name_count > MOST)
        syn_html_raw(out, " and others");
}

static void write_head(const links *l)
{
    syn_html_out *out = l->out;
    if (l->head->source == SYN_NONE) {
        syn_html_raw(out, "<h3>No source is known for</h3>\n");
        return;
    }
    const syn_source *source = &out->sheet.view->sources[l->head->source];
    const char *name = syn_sheet_source(&out->sheet, l->head->source, false);
    syn_html_format(out, "<h3 id=\"s%u\"><bdi>", l->head->source + 1);
    syn_html_line(out, name, strlen(name));
    syn_html_raw(out, "</bdi></h3>\n<p class=\"about\">");
    if (source->seen) {
        syn_html_raw(out, "among the texts: ");
        syn_html_name(out, source->document);
        syn_html_raw(out, ", ");
        syn_html_date(out, source->document);
    } else {
        syn_html_raw(out, "not among the texts");
        if (out->sheet.credits.texts[l->head->source] == 0)
            syn_html_raw(out, ", and no text names it");
    }
    write_names(out, source);
    if (l->head->sharing)
        syn_html_raw(out, source->seen ? "; links not called direct may run through texts not seen here"
                                       : "; each link may run through texts not seen here");
    syn_html_raw(out, "</p>\n");
}

static void write_source(links *l, const syn_head *head)
{
    const syn_edge *edge = &l->out->sheet.stemma.edges[head->edge_first];
    uint32_t listed = 0;
    l->head = head;
    write_head(l);
    for (; listed < head->edge_count && listed < MOST_EDGES && l->lines < MOST_LINES; listed++) {
        write_edge(l, &edge[listed]);
        syn_html_flush(l->out, false);
    }
    write_more(l, head->edge_count - listed, "more text", "more texts", "p");
}

void syn_html_links(syn_html_out *out)
{
    const syn_stemma *stemma = &out->sheet.stemma;
    links l = {.out = out, .open = stemma->edge_count <= OPEN_EDGES};
    size_t listed = 0;
    syn_html_raw(out, "<div class=\"links\">\n");
    for (; listed < stemma->head_count && listed < MOST_HEADS && l.lines < MOST_LINES; listed++)
        write_source(&l, &stemma->heads[listed]);
    write_more(&l, stemma->head_count - listed, "more source", "more sources", "p");
    syn_html_raw(out, "</div>\n");
}
