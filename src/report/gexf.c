/* The network as GEXF 1.3 (https://gexf.net/schema.html, with its gexf.xsd). What descends is directed, what is only
 * shared is mutual, which Gephi and NetworkX both take in a graph of directed edges (NetworkX refuses "undirected"
 * there). XML 1.0 has no control characters in any spelling: syn_escape_line has replaced them. */

#include "report/escape.h"
#include "report/json.h"
#include "report/network.h"
#include "report/sheet.h"
#include "report/stream.h"

#include <string.h>

typedef struct gexf_out {
    const syn_result_view *view;
    syn_network network;
    syn_stream stream;
    syn_buf line;
} gexf_out;

static void put(gexf_out *out, const char *text)
{
    syn_buf_text(&out->stream.buf, text);
}

static void put_whole(gexf_out *out, const char *label, uint64_t value)
{
    put(out, label);
    syn_json_whole(&out->stream.buf, value);
}

/** Bytes of U+FFFE or U+FFFF, which XML does not have either, at the start of `at`, or 0. */
static size_t noncharacter(const char *at, size_t count)
{
    return count >= 3 && memcmp(at, "\xEF\xBF", 2) == 0 && (unsigned char)at[2] >= 0xBE ? 3 : 0;
}

static const char *entity(char c)
{
    switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    default: return NULL;
    }
}

static void put_text(gexf_out *out, const char *text, size_t bytes)
{
    syn_buf_clear(&out->line);
    syn_escape_line(&out->line, text, bytes);
    out->stream.buf.failed |= out->line.failed;
    for (size_t i = 0; i < out->line.len;) {
        const char *at = out->line.bytes + i, *instead = entity(*at);
        size_t gone = noncharacter(at, out->line.len - i);
        if (gone || instead)
            put(out, gone ? "\xEF\xBF\xBD" : instead);
        else
            syn_buf_add(&out->stream.buf, at, 1);
        i += gone ? gone : 1;
    }
}

static void put_id(gexf_out *out, const char *label, uint32_t node)
{
    char id[16];
    syn_network_id(&out->network, node, id);
    put(out, label);
    put(out, id);
    put(out, "\"");
}

/** A value of an attribute; `name` is declared in the head. */
static void put_value(gexf_out *out, const char *name, const char *value)
{
    if (!value)
        return;
    put(out, "<attvalue for=\"");
    put(out, name);
    put(out, "\" value=\"");
    put_text(out, value, strlen(value));
    put(out, "\"/>");
}

static void put_number(gexf_out *out, const char *name, uint64_t value)
{
    put(out, "<attvalue for=\"");
    put(out, name);
    put_whole(out, "\" value=\"", value);
    put(out, "\"/>");
}

/* Nodes */

static void put_source(gexf_out *out, const syn_source *source)
{
    put_value(out, "kind", "source");
    put_value(out, "seen", "false");
    syn_buf names = {0};
    for (uint32_t i = 0; i < source->name_count; i++) {
        syn_buf_text(&names, i > 0 ? "; " : "");
        syn_buf_text(&names, out->view->source_names[source->name_first + i]);
    }
    out->stream.buf.failed |= names.failed;
    if (names.len > 0)
        put_value(out, "also", names.bytes);
    syn_buf_release(&names);
}

static void put_document(gexf_out *out, uint32_t number)
{
    const syn_document *d = syn_corpus_get(out->view->corpus, number);
    char date[40];
    put_value(out, "kind", "text");
    put_value(out, "seen", "true");
    put_value(out, "document", d->id);
    put_value(out, "title", d->title);
    put_value(out, "outlet", d->outlet);
    put_value(out, "date", syn_sheet_date(&d->date, date) ? date : NULL);
    put_number(out, "words", out->view->shares[number].words);
    put_number(out, "reused_words", out->view->shares[number].reused_words);
}

static void put_outlet(gexf_out *out, uint32_t group)
{
    put_value(out, "kind", "outlet");
    put_value(out, "seen", "true");
    put_value(out, "outlet", syn_corpus_get(out->view->corpus, out->network.groups.first[group])->outlet);
    put_number(out, "texts", out->network.groups.size[group]);
}

static void put_node(gexf_out *out, uint32_t number)
{
    const syn_network_node *node = &out->network.nodes[number];
    syn_slice name = syn_network_name(&out->network, out->view, number);
    put_id(out, "<node id=\"", number);
    put(out, " label=\"");
    put_text(out, name.at, name.count);
    put(out, "\"><attvalues>");
    if (node->group == SYN_NONE)
        put_source(out, &out->view->sources[node->source]);
    else if (out->network.groups.outlet[node->group])
        put_outlet(out, node->group);
    else
        put_document(out, out->network.groups.first[node->group]);
    put(out, "</attvalues></node>\n");
}

/* Edges */

static void put_edge(gexf_out *out, const syn_network_edge *edge, size_t number)
{
    put_whole(out, "<edge id=\"e", number + 1);
    put_id(out, "\" source=\"", edge->from);
    put_id(out, " target=\"", edge->to);
    if (!edge->shared)
        put(out, " type=\"directed\" kind=\"descent\"");
    else
        put(out, out->network.descent_count > 0 ? " type=\"mutual\" kind=\"shared\""
                                                : " type=\"undirected\" kind=\"shared\"");
    if (edge->words > 0) /* a credit alone: a weight of nothing is refused by some readers */
        put_whole(out, " weight=\"", edge->words);
    put(out, edge->words > 0 ? "\"><attvalues>" : "><attvalues>");
    put_value(out, "relation", edge->shared ? "shared" : "descent");
    if (!edge->shared) {
        put_value(out, "level", syn_level_name(edge->level));
        put_value(out, "direct", edge->direct ? "true" : "false");
    }
    put_number(out, "matched", edge->words);
    put_number(out, "passages", edge->passages);
    put(out, "</attvalues></edge>\n");
}

/* The whole */

static void put_meta(gexf_out *out)
{
    put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
             "<meta>\n<creator>syndic ");
    put(out, syn_version());
    put(out, "</creator>\n<description>Who has text from whom. A directed edge (descent) leads from a source to a text "
             "that took words from it; a source with seen=false is not among the texts. A mutual or undirected "
             "edge (shared) joins texts that have words in common for which no descent accounts. Weights are words. It "
             "does not say whether the use was agreed.");
    syn_network_left_out(&out->network, out->view, " ", "", &out->stream.buf);
    put(out, "</description>\n</meta>\n");
}

static void put_attributes(gexf_out *out, const char *kind, const char *const (*list)[2])
{
    put(out, "<attributes class=\"");
    put(out, kind);
    put(out, "\">\n");
    for (; (*list)[0]; list++) {
        put(out, "<attribute id=\"");
        put(out, (*list)[0]);
        put(out, "\" title=\"");
        put(out, (*list)[0]);
        put(out, "\" type=\"");
        put(out, (*list)[1]);
        put(out, "\"/>\n");
    }
    put(out, "</attributes>\n");
}

static void put_head(gexf_out *out)
{
    static const char *const of_nodes[][2] = {
        {"kind", "string"}, {"seen", "boolean"}, {"document", "string"}, {"title", "string"},
        {"outlet", "string"}, {"date", "string"}, {"also", "string"}, {"words", "long"},
        {"reused_words", "long"}, {"texts", "long"}, {NULL, NULL}};
    static const char *const of_edges[][2] = {
        {"relation", "string"}, {"level", "string"}, {"direct", "boolean"}, {"matched", "long"},
        {"passages", "long"}, {NULL, NULL}};
    put_meta(out);
    put(out, "<graph mode=\"static\" idtype=\"string\" defaultedgetype=\"");
    put(out, out->network.descent_count > 0 ? "directed\">\n" : "undirected\">\n");
    put_attributes(out, "node", of_nodes);
    put_attributes(out, "edge", of_edges);
}

static void write_graph(gexf_out *out)
{
    put_head(out);
    put_whole(out, "<nodes count=\"", out->network.node_count);
    put(out, "\">\n");
    for (size_t i = 0; i < out->network.node_count && syn_stream_settle(&out->stream); i++)
        put_node(out, (uint32_t)i);
    put_whole(out, "</nodes>\n<edges count=\"", out->network.edge_count);
    put(out, "\">\n");
    for (size_t i = 0; i < out->network.edge_count && syn_stream_settle(&out->stream); i++)
        put_edge(out, &out->network.edges[i], i);
    put(out, "</edges>\n</graph>\n</gexf>\n");
}

syn_status syn_report_gexf(const syn_result *result, const syn_gexf *gexf, const syn_sink *sink, syn_error *error)
{
    gexf_out out = {.view = syn_result_get(result), .stream = {.sink = sink}};
    out.stream.status = syn_network_make(out.view, gexf && gexf->by_outlet, &out.network);
    if (out.stream.status == SYN_OK)
        write_graph(&out);
    syn_network_release(&out.network);
    syn_buf_release(&out.line);
    return syn_stream_close(&out.stream, error);
}
