/* The network in Graphviz's language. Every string stands in double quotes; in labels Graphviz reads entities and
 * escapes, so '&' and '\' are written as such. No attribute that makes a link is set. */

#include "report/escape.h"
#include "report/json.h"
#include "report/network.h"
#include "report/sheet.h"
#include "report/stream.h"

#include <string.h>

enum { LABEL_CELLS = 40, HEAVIEST = 10000 /* beyond it Graphviz's own sums overflow */ };

typedef struct dot_out {
    const syn_result_view *view;
    syn_network network;
    syn_stream stream;
    syn_buf line;
} dot_out;

static void put(dot_out *out, const char *text)
{
    syn_buf_text(&out->stream.buf, text);
}

static void put_whole(dot_out *out, const char *label, uint64_t value)
{
    put(out, label);
    syn_json_whole(&out->stream.buf, value);
}

/** Writes what was put into out->line. */
static void put_line(dot_out *out, bool entities)
{
    out->stream.buf.failed |= out->line.failed;
    for (size_t i = 0; i < out->line.len; i++) {
        char c = out->line.bytes[i];
        if (c == '"' || c == '\\')
            syn_buf_add(&out->stream.buf, "\\", 1);
        syn_buf_add(&out->stream.buf, &c, 1);
        if (c == '&' && entities)
            put(out, "amp;");
    }
}

static void put_label(dot_out *out, syn_slice text)
{
    syn_buf_clear(&out->line);
    syn_sheet_cut(&out->line, text.at, text.count, LABEL_CELLS);
    put_line(out, true);
}

static void put_text(dot_out *out, const char *label, const char *text)
{
    if (!text)
        return;
    put(out, label);
    put(out, "\"");
    syn_buf_clear(&out->line);
    syn_escape_line(&out->line, text, strlen(text));
    put_line(out, false);
    put(out, "\"");
}

static void put_id(dot_out *out, uint32_t node)
{
    char id[16];
    syn_network_id(&out->network, node, id);
    put(out, id);
}

/* Nodes */

static void put_source(dot_out *out, const syn_source *source)
{
    put(out, "\\nnot among the texts\", kind=\"source\", seen=false, style=dashed");
    put_text(out, ", name=", source->name);
}

static void put_document(dot_out *out, uint32_t number)
{
    const syn_document *d = syn_corpus_get(out->view->corpus, number);
    char date[40];
    bool dated = syn_sheet_date(&d->date, date);
    if (dated) {
        put(out, "\\n");
        put(out, date);
    }
    put(out, "\", kind=\"text\", seen=true");
    put_text(out, ", document=", d->id);
    put_text(out, ", title=", d->title);
    put_text(out, ", outlet=", d->outlet);
    put_text(out, ", date=", dated ? date : NULL);
    put_whole(out, ", words=", out->view->shares[number].words);
    put_whole(out, ", reused_words=", out->view->shares[number].reused_words);
}

static void put_outlet(dot_out *out, uint32_t group)
{
    uint32_t size = out->network.groups.size[group];
    put_whole(out, "\\n", size);
    put(out, size == 1 ? " text\", kind=\"outlet\", seen=true" : " texts\", kind=\"outlet\", seen=true");
    put_text(out, ", outlet=", syn_corpus_get(out->view->corpus, out->network.groups.first[group])->outlet);
    put_whole(out, ", texts=", size);
}

static void put_node(dot_out *out, uint32_t number)
{
    const syn_network_node *node = &out->network.nodes[number];
    put(out, "  ");
    put_id(out, number);
    put(out, " [label=\"");
    put_label(out, syn_network_name(&out->network, out->view, number));
    if (node->group == SYN_NONE)
        put_source(out, &out->view->sources[node->source]);
    else if (out->network.groups.outlet[node->group])
        put_outlet(out, node->group);
    else
        put_document(out, out->network.groups.first[node->group]);
    put(out, "];\n");
}

/* Edges */

static void put_descent(dot_out *out, const syn_network_edge *edge)
{
    static const char *const widths[] = {"1", "1", "1.5", "2"}; /* by level */
    put(out, "\\n");
    put(out, syn_level_name(edge->level));
    put(out, "\", kind=\"descent\", level=\"");
    put(out, syn_level_name(edge->level));
    put(out, edge->direct ? "\", direct=true, penwidth=" : "\", direct=false, style=dashed, penwidth=");
    put(out, widths[edge->level]);
}

static void put_edge(dot_out *out, const syn_network_edge *edge)
{
    put(out, "  ");
    put_id(out, edge->from);
    put(out, " -> ");
    put_id(out, edge->to);
    put(out, " [label=\"");
    if (edge->words > 0) {
        put_whole(out, "", edge->words);
        put(out, edge->words == 1 ? " word" : " words");
    }
    if (edge->passages == 0)
        put(out, edge->words > 0 ? ", credit only" : "credit only");
    if (edge->shared)
        put(out, "\", kind=\"shared\", dir=none, style=dotted");
    else
        put_descent(out, edge);
    put_whole(out, ", weight=", edge->words < HEAVIEST ? edge->words : HEAVIEST);
    put_whole(out, ", words=", edge->words);
    put_whole(out, ", passages=", edge->passages);
    put(out, "];\n");
}

/* The whole */

static void put_head(dot_out *out)
{
    put(out, "// Who has text from whom, by syndic ");
    put(out, syn_version());
    put(out, ".\n"
             "// An arrow leads from a source to a text that took words from it, dashed where texts not seen here may\n"
             "// lie between. A dashed node is a source that is not among the texts. Nodes joined by a dotted line\n"
             "// without an arrow (kind \"shared\") have words in common for which no descent accounts. It does not\n"
             "// say whether the use was agreed.\n");
    syn_network_left_out(&out->network, out->view, "// ", "\n", &out->stream.buf);
    put(out, "digraph syndic {\n  graph [rankdir=LR];\n  node [shape=box];\n");
}

static void write_graph(dot_out *out)
{
    put_head(out);
    for (size_t i = 0; i < out->network.node_count && syn_stream_settle(&out->stream); i++)
        put_node(out, (uint32_t)i);
    for (size_t i = 0; i < out->network.edge_count && syn_stream_settle(&out->stream); i++)
        put_edge(out, &out->network.edges[i]);
    put(out, "}\n");
}

syn_status syn_report_dot(const syn_result *result, const syn_dot *dot, const syn_sink *sink, syn_error *error)
{
    dot_out out = {.view = syn_result_get(result), .stream = {.sink = sink}};
    out.stream.status = syn_network_make(out.view, dot && dot->by_outlet, &out.network);
    if (out.stream.status == SYN_OK)
        write_graph(&out);
    syn_network_release(&out.network);
    syn_buf_release(&out.line);
    return syn_stream_close(&out.stream, error);
}
