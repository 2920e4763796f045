/* The stemma as a picture: sources and texts as boxes, a line for each descent. Sources that are not among the
 * texts have a dashed frame, levels are told by the line itself. */

#include "report/html_graph.h"
#include "report/html.h"

#include <string.h>

enum { MOST_NODES = 60, NAME_CELLS = 27, BELOW_CELLS = 30, MARGIN = 12, LANE = 148, ARROW = 7 };
enum { TALL = 900, TALL_BOX = 200 };

/** What the drawing is made of: the sheet's own order of texts, or another one by outlet. */
typedef struct drawing {
    syn_html_out *out;
    const syn_groups *groups;
    syn_graph graph;
    bool by_outlet;
} drawing;

/* Whole pixels: the C library writes fractions as the locale has it. */

static int left_of(const syn_graph_node *node)
{
    return MARGIN + (int)syn_graph_x(node);
}

static int middle_of(const syn_graph_node *node)
{
    return MARGIN + (int)(node->y + node->height / 2);
}

/* Lines */

static int port_of(const drawing *d, const syn_graph_link *link)
{
    const syn_graph_node *to = &d->graph.nodes[link->to];
    return MARGIN + (int)(to->y + to->height * (link->port + 1) / (to->ports + 1)) + (to->ports > 1 ? 4 : 0);
}

/** A line through the places it takes in the columns between. It bends between columns only, level where words
 *  stand. */
static void draw_way(const drawing *d, const syn_graph_link *link)
{
    const syn_graph_node *from = &d->graph.nodes[link->from], *to = &d->graph.nodes[link->to];
    int x = left_of(from) + SYN_GRAPH_NODE_WIDTH, y = middle_of(from), end = left_of(to), port = port_of(d, link);
    syn_html_format(d->out, "<path d=\"M%d %d", x, y);
    for (uint32_t b = 0; b <= link->bend_count; b++) {
        const syn_graph_node *bend = b < link->bend_count ? &d->graph.nodes[link->bend_first + b] : to;
        int next_x = left_of(bend) - LANE;
        int next_y = b < link->bend_count ? middle_of(bend) : port, half = (x + next_x) / 2;
        syn_html_format(d->out, "C%d %d %d %d %d %d", half, y, half, next_y, next_x, next_y);
        x = next_x;
        y = next_y;
        if (b < link->bend_count)
            syn_html_format(d->out, "H%d", x = left_of(bend) + SYN_GRAPH_NODE_WIDTH);
    }
    syn_html_format(d->out, "H%d\"/>", end - ARROW);
    syn_html_format(d->out, "<path class=\"tip\" d=\"M%d %dl-%d -4v8z\"/>", end, port, ARROW + 1);
}

/** A line that leads back leaves and arrives at the right. */
static void draw_back(const drawing *d, const syn_graph_link *link)
{
    const syn_graph_node *from = &d->graph.nodes[link->from], *to = &d->graph.nodes[link->to];
    int x = left_of(from) + SYN_GRAPH_NODE_WIDTH, end = left_of(to) + SYN_GRAPH_NODE_WIDTH;
    int far = (x > end ? x : end) + SYN_GRAPH_GAP_WIDTH / 3, port = port_of(d, link);
    syn_html_format(d->out, "<path d=\"M%d %dC%d %d %d %d %d %d\"/>", x, middle_of(from) + 6, far,
                    middle_of(from) + 6, far, port, end + ARROW, port);
    syn_html_format(d->out, "<path class=\"tip\" d=\"M%d %dl%d -4v8z\"/>", end, port, ARROW + 1);
}

static void name_node(const drawing *d, const syn_graph_node *node, size_t cells)
{
    syn_sheet *sheet = &d->out->sheet;
    const char *name;
    if (node->source != SYN_NONE) {
        name = syn_sheet_source(sheet, node->source, false);
    } else {
        uint32_t first = d->groups->first[node->group];
        name = d->groups->outlet[node->group] ? syn_corpus_get(sheet->view->corpus, first)->outlet
                                              : syn_sheet_name(sheet, first);
    }
    syn_html_cut(d->out, name, strlen(name), cells);
}

static void draw_link(const drawing *d, const syn_graph_link *link)
{
    syn_html_out *out = d->out;
    const syn_edge *edge = link->edge;
    int x = link->back ? left_of(&d->graph.nodes[link->to]) + SYN_GRAPH_NODE_WIDTH + ARROW + 8
                          : left_of(&d->graph.nodes[link->to]) - LANE + 2;
    syn_html_format(out, "<g class=\"line l%s\"><title>", syn_level_name(edge->level));
    name_node(d, &d->graph.nodes[link->from], 200);
    syn_html_raw(out, " → ");
    name_node(d, &d->graph.nodes[link->to], 200);
    syn_html_raw(out, "</title>");
    (link->back ? draw_back : draw_way)(d, link);
    syn_html_format(out, "<text x=\"%d\" y=\"%d\">", x, port_of(d, link) - 5);
    if (edge->passages)
        syn_html_counted(out, edge->words, "word", "words");
    else
        syn_html_raw(out, "credit only");
    syn_html_format(out, " · %s</text></g>\n", syn_level_name(edge->level));
}

/* Boxes */

static void write_below(const drawing *d, const syn_graph_node *node)
{
    syn_html_out *out = d->out;
    char when[48];
    if (node->source != SYN_NONE) {
        syn_html_raw(out, "not among the texts");
        return;
    }
    if (d->groups->size[node->group] > 1) {
        syn_html_counted(out, d->groups->size[node->group], "text", "texts");
        return;
    }
    uint32_t document = d->groups->first[node->group];
    const syn_document *text = syn_corpus_get(out->sheet.view->corpus, document);
    bool dated = syn_html_when(&text->date, when);
    syn_html_raw(out, dated ? when : "no date");
    if (text->outlet && (!dated || strlen(when) <= 16) && !d->groups->outlet[node->group]) {
        size_t used = dated ? strlen(when) : sizeof "no date" - 1;
        syn_html_raw(out, " · ");
        syn_html_cut(out, text->outlet, strlen(text->outlet), BELOW_CELLS - used);
    }
}

static void draw_node(const drawing *d, const syn_graph_node *node)
{
    syn_html_out *out = d->out;
    bool unseen = node->source != SYN_NONE;
    int x = left_of(node), y = MARGIN + (int)node->y, height = (int)node->height;
    int middle = height > TALL_BOX ? y + 26 : y + height / 2; /* where a window shows the top of the box only */
    uint32_t document = unseen ? SYN_NONE : d->groups->first[node->group];
    if (unseen)
        syn_html_format(out, "<a href=\"#s%u\">", node->source + 1);
    else if (d->groups->size[node->group] == 1 && syn_html_has_text(out, document))
        syn_html_format(out, "<a href=\"#t%u\">", document);
    else
        syn_html_raw(out, "<a href=\"#texts\">");
    syn_html_format(out, "<g class=\"box%s\"><title>", unseen ? " unseen" : "");
    name_node(d, node, 200);
    syn_html_format(out, "</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>", x, y,
                    SYN_GRAPH_NODE_WIDTH, height, unseen ? 22 : 5);
    syn_html_format(out, "<text x=\"%d\" y=\"%d\">", x + 14, middle - 3);
    name_node(d, node, NAME_CELLS);
    syn_html_format(out, "</text><text class=\"below\" x=\"%d\" y=\"%d\">", x + 14, middle + 14);
    write_below(d, node);
    syn_html_raw(out, "</text></g></a>\n");
}

static void draw(const drawing *d)
{
    const syn_graph *graph = &d->graph;
    bool back = false;
    for (size_t i = 0; i < graph->link_count; i++)
        back |= graph->links[i].back;
    int width = (int)graph->width + 2 * MARGIN + (back ? SYN_GRAPH_GAP_WIDTH : 0);
    int height = (int)graph->height + 2 * MARGIN;
    syn_html_format(d->out, "<div class=\"scroll%s\" ", height > TALL ? " tall" : "");
    syn_html_format(d->out,
                    "tabindex=\"0\" role=\"region\" aria-label=\"Stemma, a picture\">"
                    "<svg class=\"stemma\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"group\" "
                    "aria-label=\"Sources and the texts below them; the list after it says the same\">\n",
                    width, height, width, height);
    for (size_t i = 0; i < graph->link_count; i++)
        draw_link(d, &graph->links[i]);
    for (size_t n = 0; n < graph->node_count; n++)
        draw_node(d, &graph->nodes[n]);
    syn_html_raw(d->out, "</svg></div>\n");
}

/* Legend */

static void write_key(const drawing *d)
{
    static const syn_level levels[] = {SYN_STRONG, SYN_MODERATE, SYN_WEAK, SYN_UNKNOWN};
    const syn_graph *graph = &d->graph;
    bool met[SYN_STRONG + 1] = {0}, unseen = false;
    for (size_t i = 0; i < graph->link_count; i++)
        met[graph->links[i].edge->level] = true;
    for (size_t n = 0; n < graph->node_count; n++)
        unseen |= graph->nodes[n].source != SYN_NONE;
    syn_html_raw(d->out, "<p class=\"key\">A line leads from a source to who has its words.");
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (met[levels[i]])
            syn_html_format(d->out, " <span><svg width=\"40\" height=\"8\" aria-hidden=\"true\"><g class=\"line l%s\">"
                                    "<path d=\"M2 4H38\"/></g></svg> %s</span>",
                            syn_level_name(levels[i]), syn_level_name(levels[i]));
    if (unseen)
        syn_html_raw(d->out, " <span><svg width=\"28\" height=\"16\" aria-hidden=\"true\"><g class=\"box unseen\">"
                             "<rect x=\"2\" y=\"2\" width=\"24\" height=\"12\" rx=\"6\"/></g></svg> not among the "
                             "texts</span>");
    syn_html_raw(d->out, "</p>\n");
    if (d->by_outlet && !d->out->sheet.terminal.by_outlet)
        syn_html_format(d->out, "<p>Texts of one outlet are one box here, for there would be more than %d.</p>\n",
                        MOST_NODES);
    if (graph->nodes_left_out || graph->links_left_out) {
        syn_html_raw(d->out, "<p>The picture leaves out ");
        syn_html_counted(d->out, graph->nodes_left_out, "box", "boxes");
        syn_html_raw(d->out, " and ");
        syn_html_counted(d->out, graph->links_left_out, "line", "lines");
        syn_html_raw(d->out, " with fewer words.</p>\n");
    }
}

static void draw_all(syn_html_out *out, const syn_stemma *stemma, const syn_groups *groups, bool by_outlet)
{
    drawing d = {.out = out, .groups = groups, .by_outlet = by_outlet};
    if (syn_graph_make(stemma, out->sheet.view, groups, MOST_NODES, &d.graph) < 0) {
        out->status = SYN_MEMORY;
        return;
    }
    if (d.graph.link_count > 0) {
        draw(&d);
        write_key(&d);
    }
    syn_graph_release(&d.graph);
}

static void draw_by_outlet(syn_html_out *out)
{
    syn_groups groups = {0};
    syn_stemma stemma = {0};
    if (syn_groups_make(out->sheet.view->corpus, true, &groups) < 0 ||
        syn_stemma_make(out->sheet.view, &groups, &stemma) < 0)
        out->status = SYN_MEMORY;
    else
        draw_all(out, &stemma, &groups, true);
    syn_stemma_release(&stemma);
    syn_groups_release(&groups);
}

void syn_html_stemma(syn_html_out *out)
{
    size_t count;
    if (syn_graph_count(&out->sheet.stemma, out->sheet.view, &out->sheet.groups, &count) < 0)
        out->status = SYN_MEMORY;
    else if (count > MOST_NODES && !out->sheet.terminal.by_outlet)
        draw_by_outlet(out);
    else
        draw_all(out, &out->sheet.stemma, &out->sheet.groups, out->sheet.terminal.by_outlet);
}
