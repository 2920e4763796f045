#include "report/network.h"
#include "support/rendered.h"

#include <criterion/criterion.h>

static syn_network network_of(const credited *c, bool by_outlet)
{
    syn_network network = {0};
    cr_assert_eq(syn_network_make(&c->m.result->view, by_outlet, &network), SYN_OK);
    return network;
}

static void edge_is(const syn_network *network, size_t at, const char *from, const char *to, uint64_t words,
                    bool shared)
{
    char id[16];
    const syn_network_edge *edge = &network->edges[at];
    cr_assert_lt(at, network->edge_count);
    syn_network_id(network, edge->from, id);
    cr_expect_str_eq(id, from, "edge %zu is from %s", at, id);
    syn_network_id(network, edge->to, id);
    cr_expect_str_eq(id, to, "edge %zu is to %s", at, id);
    cr_expect_eq(edge->words, words, "edge %zu has %llu words", at, (unsigned long long)edge->words);
    cr_expect_eq(edge->shared, shared);
}

Test(network, joins_sources_to_takers_and_leaves_lone_texts_out)
{
    credited c;
    rendered_make(&c);
    syn_network network = network_of(&c, false);
    cr_expect_eq(network.node_count, 4);
    cr_expect_eq(network.alone, 1, "d shares nothing");
    cr_expect_eq(network.descent_count, 3);
    edge_is(&network, 0, "t2", "t3", 14, false);
    edge_is(&network, 1, "s1", "t1", 14, false);
    edge_is(&network, 2, "s1", "t2", 14, false);
    cr_expect(network.edges[0].direct);
    cr_expect_eq(network.edges[2].level, SYN_MODERATE);
    syn_network_release(&network);
    credited_close(&c);
}

Test(network, shares_only_what_no_descent_accounts_for)
{
    credited c;
    rendered_make(&c);
    syn_network network = network_of(&c, false);
    cr_expect_eq(network.edge_count, 4, "a and c have their passage from others");
    edge_is(&network, 3, "t2", "t3", 12, true);
    cr_expect_eq(network.edges[3].passages, 1);
    syn_network_release(&network);
    credited_close(&c);
}

Test(network, counts_texts_of_one_outlet_as_one)
{
    credited c;
    rendered_make(&c);
    syn_network network = network_of(&c, true);
    cr_expect_eq(network.edge_count, 3);
    edge_is(&network, 0, "o1", "o3", 14, false);
    edge_is(&network, 1, "s1", "o1", 28, false);
    cr_expect_eq(network.edges[1].passages, 2);
    cr_expect_eq(network.edges[1].level, SYN_STRONG);
    edge_is(&network, 2, "o1", "o3", 12, true);
    syn_slice name = syn_network_name(&network, &c.m.result->view, network.edges[0].from);
    cr_expect_eq(strncmp(name.at, "Bell", name.count), 0);
    syn_network_release(&network);
    credited_close(&c);
}

Test(network, leaves_out_what_an_outlet_has_from_itself)
{
    credited c;
    rendered_make(&c);
    credited_descent(&c, 1, 0, 12, 1, (uint32_t[]){1}); /* from b, which is the Bell's as a is */
    syn_network network = network_of(&c, true);
    cr_expect_eq(network.descent_count, 2);
    syn_network_release(&network);
    credited_close(&c);
}

Test(network, never_counts_nested_passages_above_what_a_pair_shares)
{
    made m;
    made_open(&m);
    made_text(&m, "a", BERTHS);
    made_text(&m, "b", BERTHS);
    made_passage(&m, SYN_VERBATIM, 14, BERTHS, 2, (uint32_t[]){0, 1});
    made_passage(&m, SYN_VERBATIM, 9, "No ferry may lie at the north mole until", 2, (uint32_t[]){0, 1});
    made_pair(&m, 0, 1);
    m.pairs[0].words = 14;
    syn_network network = {0};
    cr_assert_eq(syn_network_make(&m.result->view, false, &network), SYN_OK);
    edge_is(&network, 0, "t1", "t2", 14, true);
    syn_network_release(&network);
    made_close(&m);
}

Test(dot, draws_unseen_sources_dashed_and_shared_edges_without_an_arrow)
{
    credited c;
    rendered_make(&c);
    syn_buf buf = RENDERED(dot, c.m.result, NULL);
    HAS(buf, "  s1 [label=\"Fenmouth Gazette\\nnot among the texts\", kind=\"source\", seen=false, style=dashed");
    HAS(buf, "  s1 -> t1 [label=\"14 words\\nstrong\", kind=\"descent\", level=\"strong\", direct=false, style=dashed");
    HAS(buf, "  t2 -> t3 [label=\"14 words\\nstrong\", kind=\"descent\", level=\"strong\", direct=true, penwidth");
    HAS(buf, "  t2 -> t3 [label=\"12 words\", kind=\"shared\", dir=none, style=dotted, weight=12, words=12, "
             "passages=1];");
    HAS(buf, "// Left out: 1 text or outlet that nothing joins.\n");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(dot, lets_no_name_end_its_string)
{
    credited c;
    credited_open(&c);
    made_text(&c.m, "a", BERTHS);
    uint32_t source = credited_source(&c, "x\"]; y [label=\"z\\");
    credited_descent(&c, source, 0, 0, 0, NULL);
    made_document(&c.m, &(syn_document){.id = "b&lt;\n\\", .record = -1, .text = BERTHS, .title = "\x1b[1m\xff"});
    credited_descent(&c, credited_document(&c, 1), 0, 5, 0, NULL);
    syn_buf buf = RENDERED(dot, c.m.result, NULL);
    HAS(buf, "[label=\"x\\\"]; y [label=\\\"z\\\\\\nnot among the texts\"");
    HAS(buf, "[label=\"b&amp;lt; \\\\\", kind=\"text\", seen=true, document=\"b&lt; \\\\\", "
             "title=\"\xEF\xBF\xBD[1m\xEF\xBF\xBD\"");
    HAS(buf, "[label=\"credit only\\nstrong\"");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(gexf, tells_directed_from_mutual)
{
    credited c;
    rendered_make(&c);
    syn_buf buf = RENDERED(gexf, c.m.result, NULL);
    HAS(buf, "defaultedgetype=\"directed\"");
    HAS(buf, "<edge id=\"e1\" source=\"t2\" target=\"t3\" type=\"directed\" kind=\"descent\" weight=\"14\">");
    HAS(buf, "<edge id=\"e4\" source=\"t2\" target=\"t3\" type=\"mutual\" kind=\"shared\" weight=\"12\">");
    HAS(buf, "<node id=\"s1\" label=\"Fenmouth Gazette\"><attvalues><attvalue for=\"kind\" value=\"source\"/>"
             "<attvalue for=\"seen\" value=\"false\"/><attvalue for=\"also\" value=\"Gazette\"/>");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(gexf, has_no_character_that_xml_has_not)
{
    credited c;
    credited_open(&c);
    made_text(&c.m, "a", BERTHS);
    uint32_t source = credited_source(&c, "<\"'>&]]>\x01\xEF\xBF\xBE\xED\xA0\x80\xEF\xBF\xBF|");
    credited_descent(&c, source, 0, 0, 0, NULL);
    syn_buf buf = RENDERED(gexf, c.m.result, NULL);
    HAS(buf, "label=\"&lt;&quot;'&gt;&amp;]]&gt;\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    HAS(buf, "\xEF\xBF\xBD|\"");
    LACKS(buf, "\xEF\xBF\xBE");
    LACKS(buf, "\xEF\xBF\xBF");
    LACKS(buf, "weight=\"0\"");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(gexf, is_undirected_where_nothing_descends)
{
    made m;
    made_open(&m);
    made_text(&m, "a", BERTHS);
    made_text(&m, "b", BERTHS);
    made_passage(&m, SYN_VERBATIM, 14, BERTHS, 2, (uint32_t[]){0, 1});
    made_pair(&m, 0, 1);
    syn_buf buf = RENDERED(gexf, m.result, NULL);
    HAS(buf, "defaultedgetype=\"undirected\"");
    HAS(buf, "<edges count=\"1\">");
    syn_buf_release(&buf);
    made_close(&m);
}
