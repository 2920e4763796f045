#include "base/buf.h"
#include "model/corpus.h"
#include "report/cells.h"
#include "report/stemma.h"
#include "support/credited.h"
#include "syndic/report.h"

#include <criterion/criterion.h>
#include <stdio.h>

static syn_status keep(void *context, const void *bytes, size_t count)
{
    syn_buf_add(context, bytes, count);
    return SYN_OK;
}

static syn_buf report(const credited *c, const syn_terminal *terminal)
{
    syn_buf buf = {0};
    syn_sink sink = {.write = keep, .context = &buf};
    cr_assert_eq(syn_report_terminal(c->m.result, terminal, &sink, NULL), SYN_OK);
    return buf;
}

static void expect_within(const syn_buf *buf, size_t width)
{
    for (const char *line = buf->bytes; *line;) {
        size_t count = strcspn(line, "\n");
        cr_expect_leq(syn_cells_count(line, count), width, "too wide: %.*s", (int)count, line);
        line += count + (line[count] == '\n');
    }
}

#define HAS(buf, text) cr_expect(strstr((buf).bytes, text), "\"%s\" is missing in:\n%s", text, (buf).bytes)
#define LACKS(buf, text) cr_expect(!strstr((buf).bytes, text), "\"%s\" should not be in:\n%s", text, (buf).bytes)

#define BLOCK "The dredger Hesper will lie at the north mole until the spring tides have passed, the harbour " \
              "office wrote, and no ferry may berth there while her crew is at work below the water."
#define SPEECH_A "Nobody asked the ferrymen what they thought of it"
#define SPEECH_B "and nobody will, because the answer is known"

/** Three texts that credit a newspaper which is not among them, one of them another too, and one that
 *  shares nothing. */
static void make_mole(credited *c)
{
    credited_open(c);
    made_text(&c->m, "news/a.txt", "Ferries\n\nA report surfaced in the Fenmouth Gazette that the mole is shut, and it "
              "was read by all.\n\n" BLOCK
              "\n\n“" SPEECH_A ",” said Ada Quill. “" SPEECH_B ".”\n\nThat is all we know here today.");
    made_text(&c->m, "news/b.txt", "Our view of the mole in many words of our own.\n\n"
              "WIRE BELL  The bell was heard in all streets.\n\n"
              "FENMOUTH GAZETTE  " BLOCK "\n\nWIRE BELL  It rang again at night.");
    made_text(&c->m, "news/c.txt", "She is angry today, in the old harbour.\n\n“" SPEECH_A ",” Ada Quill told the "
              "Gazette. “" SPEECH_B ".”");
    made_text(&c->m, "news/d.txt", "Photo: Orla Finch\n\nNothing to do with it. My colleague Tom Reed wrote about it.");
    uint32_t gazette = credited_source(c, "Fenmouth Gazette");
    credited_name(c, "FENMOUTH GAZETTE");
    credited_name(c, "Gazette");
    uint32_t bell = credited_source(c, "Wire Bell");
    uint32_t surfaced = credited_credit(c, 0, gazette, "A report surfaced in the Fenmouth Gazette",
                                        "Fenmouth Gazette", SYN_AT_SENTENCE);
    credited_credit(c, 1, bell, "WIRE BELL", "WIRE BELL", SYN_AT_LABEL);
    credited_covers(c, "The bell was heard in all streets.");
    uint32_t label = credited_credit(c, 1, gazette, "FENMOUTH GAZETTE", "FENMOUTH GAZETTE", SYN_AT_LABEL);
    credited_credit(c, 1, bell, "WIRE BELL  It rang", "WIRE BELL", SYN_AT_LABEL);
    credited_covers(c, "It rang again at night.");
    uint32_t told = credited_credit(c, 2, gazette, "told the Gazette", "Gazette", SYN_AT_SENTENCE);
    credited_credit(c, 3, SYN_NONE, "Photo: Orla Finch", "Orla Finch", SYN_AT_TAIL);
    c->credits[c->m.result->view.credit_count - 1].of = SYN_OF_IMAGE;
    credited_credit(c, 3, SYN_NONE, "My colleague Tom Reed wrote", "Tom Reed", SYN_AT_SENTENCE);
    made_passage(&c->m, SYN_VERBATIM, 36, BLOCK, 1, (uint32_t[]){0});
    credited_stands(c, SYN_CREDITED, surfaced);
    made_witness(&c->m, 1, SYN_VERBATIM, BLOCK);
    credited_stands(c, SYN_CREDITED, label);
    made_passage(&c->m, SYN_VERBATIM, 17, SPEECH_A ",” said Ada Quill. “" SPEECH_B, 1, (uint32_t[]){0});
    c->m.passages[1].speaker = "Ada Quill";
    credited_stands(c, SYN_QUOTED, surfaced)->unnamed = true;
    made_witness(&c->m, 2, SYN_VERBATIM, SPEECH_A ",” Ada Quill told the Gazette. “" SPEECH_B);
    credited_stands(c, SYN_QUOTED, told);
    credited_descent(c, gazette, 0, 53, 2, (uint32_t[]){0, 1});
    credited_descent(c, gazette, 1, 36, 1, (uint32_t[]){0});
    credited_descent(c, gazette, 2, 17, 1, (uint32_t[]){1})->level = SYN_MODERATE;
    credited_descent(c, bell, 1, 12, 0, NULL)->level = SYN_WEAK;
}

Test(answer, names_the_source_that_is_not_there)
{
    credited c;
    make_mole(&c);
    syn_buf buf = report(&c, &(syn_terminal){0});
    const char start[] =
        "Three of four texts share wording and credit the Fenmouth Gazette, which is not among them (also\n"
        "written \"FENMOUTH GAZETTE\", \"Gazette\").\n"
        "One of the three also credits Wire Bell.\n"
        "None of the three can be shown to have taken it from another: each has matter the others lack.\n"
        "None of them carries a date, so nothing is said about who came first.\n\n";
    cr_expect_eq(strncmp(buf.bytes, start, sizeof start - 1), 0, "%s", buf.bytes);
    HAS(buf, "\nThis shows shared wording and credits. It does not say whether the use was agreed.\n");
    LACKS(buf, "lagiari");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(tree, hangs_texts_and_passages_below_their_source)
{
    credited c;
    make_mole(&c);
    syn_buf buf = report(&c, &(syn_terminal){0});
    HAS(buf, "\nFenmouth Gazette   not among the texts; each link may run through texts not seen here\n"
             "├─ a   36 verbatim · 17 quoted, of 80 words");
    HAS(buf, " strong\n"
             "│   [1]  verbatim    36  ¶3     credited in ¶2 \"A report surfaced in the Fenmouth Gazette\"; no\n"
             "│                               quotation marks around it\n");
    HAS(buf, "│   [2]  quoted      17  ¶4     speaker named, outlet not named here (nearest credit: ¶2)\n");
    HAS(buf, "│   [1]  verbatim    36  ¶3     label \"FENMOUTH GAZETTE\" opens ¶3\n");
    HAS(buf, "\n└─ c   17 quoted, of 30 words");
    HAS(buf, " moderate\n    [2]  quoted      17  ¶2     \"told the Gazette\"\n");
    HAS(buf, "\nWire Bell   not among the texts\n"
             "└─ b   label opens ¶2 and ¶4: 12 words that no other text here has  ");
    HAS(buf, "  weak, credit only\n");
    HAS(buf, "\nQuoted, outlet not named: [2] in a; others credit the Fenmouth Gazette.\n");
    HAS(buf, "\n[2] 17 words, speech of Ada Quill, the same in both: a c\n");
    HAS(buf, "\nd shares no passage with the others; it credits a colleague, Tom Reed (¶2).\n");
    HAS(buf, "\nNot counted: photo credits (Orla Finch).\n");
    LACKS(buf, "No source is known");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(tree, keeps_to_the_width)
{
    credited c;
    make_mole(&c);
    for (uint32_t width = 40; width <= 120; width += 4) {
        for (int outlet = 0; outlet < 2; outlet++) {
            syn_buf buf = report(&c, &(syn_terminal){.width_columns = width, .by_outlet = outlet, .all = outlet});
            expect_within(&buf, width);
            syn_buf_release(&buf);
        }
    }
    credited_close(&c);
}

Test(tree, names_uncredited_reuse_and_own_voice)
{
    credited c;
    credited_open(&c);
    made_text(&c.m, "a", "One line.\n\nIt was in the Gazette.\n\nThe Gazette has learned that it rains.\n\n"
              "The pier was shut at once by the sea.");
    made_text(&c.m, "b", "We say so.\n\nThe Gazette has learned that it rains.\n\n"
              "The pier was shut at once by the sea.");
    uint32_t gazette = credited_source(&c, "Gazette");
    uint32_t in = credited_credit(&c, 0, gazette, "in the Gazette", "Gazette", SYN_AT_SENTENCE);
    credited_credit(&c, 0, gazette, "The Gazette has learned", "Gazette", SYN_AT_SENTENCE);
    c.credits[1].of = SYN_OF_SELF;
    made_passage(&c.m, SYN_VERBATIM, 9, "The pier was shut at once by the sea", 1, (uint32_t[]){0});
    credited_stands(&c, SYN_OPEN, in);
    made_witness(&c.m, 1, SYN_VERBATIM, "The pier was shut at once by the sea");
    credited_stands(&c, SYN_OPEN, SYN_NONE);
    credited_descent(&c, gazette, 0, 9, 1, (uint32_t[]){0});
    credited_evidence(&c, "containment", "a holds words that b lacks");
    syn_buf buf = report(&c, &(syn_terminal){0});
    HAS(buf, "Both texts share wording; one of them credits the Gazette, which is not among them.\n");
    HAS(buf, "    a holds words that b lacks\n");
    HAS(buf, "open: no credit found near it (nearest: ¶2); ¶3 \"The Gazette has\n"
             "                                learned\" is its voice\n");
    HAS(buf, "\nNo source is known for\n└─ b   9 verbatim, of 19 words\n"
             "    [1]  verbatim     9  ¶3     also in a\n");
    HAS(buf, "\nOpen, with no credit found near it: 9 words in a, 9 words in b.\n");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(tree, shows_a_source_among_the_texts)
{
    credited c;
    credited_open(&c);
    made_document(&c.m, &(syn_document){.id = "a", .path = "a", .record = -1, .outlet = "Gazette",
                                        .text = BLOCK " It is cold at sea and on land today."});
    made_text(&c.m, "b", BLOCK " The Gazette said so, and we have no more to add to it now.");
    c.m.corpus->documents[0].date =
        (syn_date){.precision = SYN_DATE_DAY, .year = 2020, .month = 5, .day = 1, .from = "head line"};
    uint32_t a = credited_document(&c, 0);
    uint32_t said = credited_credit(&c, 1, a, "The Gazette said", "Gazette", SYN_AT_SENTENCE);
    made_passage(&c.m, SYN_VERBATIM, 36, BLOCK, 1, (uint32_t[]){0});
    credited_stands(&c, SYN_OPEN, SYN_NONE);
    made_witness(&c.m, 1, SYN_VERBATIM, BLOCK);
    credited_stands(&c, SYN_CREDITED, said);
    credited_descent(&c, a, 1, 36, 1, (uint32_t[]){0})->direct = true;
    syn_buf buf = report(&c, &(syn_terminal){0});
    HAS(buf, "Both texts share wording; one of them credits the Gazette, which is among them.\n"
             "b leads back to Gazette (strong).\n");
    HAS(buf, "\nGazette   among the texts: a · 2020-05-01 (head line); links not called direct may run "
             "through texts\n    not seen here\n");
    HAS(buf, " words · direct");
    LACKS(buf, "No source is known");
    LACKS(buf, "can be shown");
    LACKS(buf, "Open, with");
    syn_buf_release(&buf);
    c.descents[0].level = SYN_WEAK;
    buf = report(&c, &(syn_terminal){0});
    HAS(buf, "\nNeither of the two can be shown to have taken it from the other; the tree lists what "
             "weak evidence,\nsuch as dates, suggests.\n");
    LACKS(buf, "leads back");
    HAS(buf, " weak\n");
    syn_buf_release(&buf);
    credited_close(&c);
}

static void add_paper(credited *c, const char *id, const char *outlet, uint32_t source)
{
    uint32_t d = (uint32_t)syn_corpus_count(c->m.corpus);
    made_document(&c->m, &(syn_document){.id = id, .path = id, .record = -1, .outlet = outlet,
                                         .text = "From the Gazette: the harbour will close on Monday at noon, "
                                                 "we hear."});
    credited_credit(c, d, source, "From the Gazette", "Gazette", SYN_AT_SENTENCE);
}

Test(tree, counts_by_outlet)
{
    credited c;
    credited_open(&c);
    uint32_t gazette = credited_source(&c, "Gazette");
    add_paper(&c, "1", "Morning Bell", gazette);
    add_paper(&c, "2", "Evening Bell", gazette);
    add_paper(&c, "3", "Morning Bell", gazette);
    add_paper(&c, "4", NULL, gazette);
    made_passage(&c.m, SYN_VERBATIM, 8, "the harbour will close on Monday at noon", 0, NULL);
    for (uint32_t d = 0; d < 4; d++) {
        made_witness(&c.m, d, SYN_VERBATIM, "the harbour will close on Monday at noon");
        credited_stands(&c, SYN_CREDITED, d);
        credited_descent(&c, gazette, d, 8, 1, (uint32_t[]){0});
    }
    syn_buf buf = report(&c, &(syn_terminal){.by_outlet = true});
    HAS(buf, "All three outlets or texts share wording and credit the Gazette, which is not among them.\n");
    HAS(buf, "├─ Morning Bell   16 verbatim, of 26 words · 2 texts");
    HAS(buf, "│   [1]  verbatim     8  1 ¶1   \"From the Gazette\"\n│   [1]  verbatim     8  3 ¶1 ");
    HAS(buf, "├─ Evening Bell   8 verbatim, of 13 words ");
    HAS(buf, "└─ 4              8 verbatim, of 13 words ");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(stemma, keeps_what_an_outlet_has_from_itself_out)
{
    credited c;
    syn_groups groups;
    syn_stemma stemma;
    credited_open(&c);
    uint32_t none = SYN_NONE;
    for (int i = 0; i < 2; i++)
        made_document(&c.m, &(syn_document){.id = i ? "b" : "a", .path = "x", .record = -1, .outlet = "Bell",
                                            .text = "the pier is shut"});
    made_passage(&c.m, SYN_VERBATIM, 4, "the pier is shut", 2, (uint32_t[]){0, 1});
    c.m.witnesses[0].credit = c.m.witnesses[1].credit = none;
    credited_descent(&c, credited_document(&c, 0), 1, 4, 1, (uint32_t[]){0});
    cr_assert_eq(syn_groups_make(c.m.corpus, true, &groups), SYN_OK);
    cr_assert_eq(syn_stemma_make(&c.m.result->view, &groups, &stemma), SYN_OK);
    cr_expect_eq(groups.count, 1);
    cr_expect_eq(stemma.head_count, 0);
    syn_stemma_release(&stemma);
    syn_groups_release(&groups);
    cr_assert_eq(syn_groups_make(c.m.corpus, false, &groups), SYN_OK);
    cr_assert_eq(syn_stemma_make(&c.m.result->view, &groups, &stemma), SYN_OK);
    cr_assert_eq(stemma.head_count, 1);
    cr_expect(stemma.heads[0].seen);
    cr_expect_eq(stemma.edges[0].words, 4);
    syn_stemma_release(&stemma);
    syn_groups_release(&groups);
    credited_close(&c);
}

Test(stemma, orders_unseen_sources_first_and_the_largest_before_others)
{
    credited c;
    credited_open(&c);
    for (int i = 0; i < 4; i++)
        made_text(&c.m, (const char *[]){"a", "b", "c", "d"}[i], "the pier is shut");
    made_passage(&c.m, SYN_VERBATIM, 4, "the pier is shut", 4, (uint32_t[]){0, 1, 2, 3});
    for (uint32_t w = 0; w < 4; w++)
        c.m.witnesses[w].credit = SYN_NONE;
    uint32_t seen = credited_document(&c, 0);
    uint32_t small = credited_source(&c, "Small"), large = credited_source(&c, "Large");
    credited_descent(&c, seen, 1, 4, 1, (uint32_t[]){0});
    credited_descent(&c, seen, 2, 4, 1, (uint32_t[]){0});
    credited_descent(&c, small, 1, 4, 1, (uint32_t[]){0});
    credited_descent(&c, large, 2, 2, 1, (uint32_t[]){0});
    credited_descent(&c, large, 1, 4, 1, (uint32_t[]){0});
    syn_groups groups;
    syn_stemma stemma;
    cr_assert_eq(syn_groups_make(c.m.corpus, false, &groups), SYN_OK);
    cr_assert_eq(syn_stemma_make(&c.m.result->view, &groups, &stemma), SYN_OK);
    cr_assert_eq(stemma.head_count, 4);
    cr_expect_eq(stemma.heads[0].source, large);
    cr_expect_eq(stemma.edges[stemma.heads[0].edge_first].group, 1, "most words first");
    cr_expect_eq(stemma.heads[1].source, small);
    cr_expect_eq(stemma.heads[2].source, seen);
    cr_expect_eq(stemma.heads[3].source, SYN_NONE, "d has it from nobody known");
    cr_expect_eq(stemma.heads[3].edge_count, 1);
    syn_stemma_release(&stemma);
    syn_groups_release(&groups);
    credited_close(&c);
}

Test(speech, shows_the_words_that_differ)
{
    credited c;
    credited_open(&c);
    made_text(&c.m, "a", "“Close the old harbour now and for ever,” she said.");
    made_text(&c.m, "b", "“CLOSE the harbour,” said Ada Quill, “today and for ever!”");
    made_text(&c.m, "c", "\"Close the old harbour now, and for ever\"");
    made_passage(&c.m, SYN_EDITED, 8, "Close the old harbour now and for ever", 1, (uint32_t[]){0});
    c.m.passages[0].speaker = "Ada Quill";
    credited_stands(&c, SYN_QUOTED, SYN_NONE);
    made_witness(&c.m, 1, SYN_EDITED, "CLOSE the harbour,” said Ada Quill, “today and for ever");
    credited_stands(&c, SYN_QUOTED, SYN_NONE);
    made_witness(&c.m, 2, SYN_EDITED, "Close the old harbour now, and for ever");
    credited_stands(&c, SYN_QUOTED, SYN_NONE);
    syn_buf buf = report(&c, &(syn_terminal){0});
    HAS(buf, "\n[1] 8 words, speech of Ada Quill: a b c\n    “Close the old harbour now and for ever,”\n"
             "    b lacks \"old\", has \"today\" for \"now\"\n");
    LACKS(buf, "\n    c ");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(rest, leaves_the_nameplate_of_a_text_out)
{
    credited c;
    credited_open(&c);
    made_document(&c.m, &(syn_document){.id = "a", .path = "a", .record = -1, .outlet = "Harbour Lamp",
                                         .text = "THE HARBOUR LAMP\n\nRain."});
    made_text(&c.m, "b", "Sun.\n\nThe Harbour Lamp has it.");
    credited_credit(&c, 0, SYN_NONE, "THE HARBOUR LAMP", "THE HARBOUR LAMP", SYN_AT_HEAD);
    credited_credit(&c, 1, SYN_NONE, "The Harbour Lamp has", "The Harbour Lamp", SYN_AT_SENTENCE);
    syn_buf buf = report(&c, &(syn_terminal){0});
    LACKS(buf, "\na shares no passage");
    HAS(buf, "\nb shares no passage with the others; it credits The Harbour Lamp (¶2).\n");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(rest, tells_whom_a_text_without_shared_passages_credits)
{
    credited c;
    char id[16];
    credited_open(&c);
    uint32_t gazette = credited_source(&c, "Gazette");
    for (uint32_t d = 0; d < 7; d++) {
        snprintf(id, sizeof id, "p%u", d);
        made_text(&c.m, id, "Rain.\n\nIt rains, the Gazette wrote.");
        credited_credit(&c, d, gazette, "the Gazette wrote", "Gazette", SYN_AT_SENTENCE);
    }
    credited_descent(&c, gazette, 0, 0, 0, NULL);
    syn_buf buf = report(&c, &(syn_terminal){0});
    HAS(buf, "The seven texts share no passage of 8 words or more.\nSeven texts credit the Gazette.\n");
    HAS(buf, "└─ p0   \"the Gazette wrote\" ¶2 ");
    LACKS(buf, "p0 shares no passage");
    HAS(buf, "\np1 shares no passage with the others; it credits Gazette (¶2).\n");
    HAS(buf, "\n1 more text shares nothing and credits somebody (--all lists them).\n");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(speech, says_who_goes_on)
{
    credited c;
    credited_open(&c);
    made_text(&c.m, "a", "“The mayor can close it,” he said. “No.”");
    made_text(&c.m, "b", "“The mayor can close it. Nobody … else will do it.” He left.");
    made_passage(&c.m, SYN_VERBATIM, 5, "The mayor can close it", 2, (uint32_t[]){0, 1});
    c.m.passages[0].speaker = "Ada Quill";
    c.m.witnesses[0].credit = c.m.witnesses[1].credit = SYN_NONE;
    syn_buf buf = report(&c, &(syn_terminal){0});
    HAS(buf, "\n[1] 5 words, speech of Ada Quill: a b\n    “The mayor can close it,”\n    b goes on for 5 words\n");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(tree, limits_what_it_lists_and_says_so)
{
    credited c;
    char id[32];
    credited_open(&c);
    for (int i = 0; i < 60; i++) {
        snprintf(id, sizeof id, "p%02d", i);
        made_text(&c.m, id, "The harbour will close on Monday at noon, we hear.");
    }
    uint32_t first = credited_source(&c, "The First");
    made_passage(&c.m, SYN_VERBATIM, 8, "The harbour will close on Monday at noon", 0, NULL);
    for (uint32_t d = 0; d < 60; d++) {
        made_witness(&c.m, d, SYN_VERBATIM, "The harbour will close on Monday at noon");
        credited_stands(&c, SYN_OPEN, SYN_NONE);
    }
    for (uint32_t d = 0; d < 30; d++)
        credited_descent(&c, first, d, 8, 1, (uint32_t[]){0});
    for (int i = 0; i < 25; i++)
        credited_descent(&c, credited_source(&c, "Other"), 40, 8, 1, (uint32_t[]){0});
    syn_buf buf = report(&c, &(syn_terminal){0});
    HAS(buf, "\n└─  10 more texts (--all lists them)\n");
    HAS(buf, "\n6 more sources (--all lists them)\n");
    HAS(buf, "\n└─  9 more texts (--all lists them)\n");
    expect_within(&buf, 100);
    syn_buf_release(&buf);
    buf = report(&c, &(syn_terminal){.all = true});
    LACKS(buf, "more texts");
    LACKS(buf, "more sources");
    syn_buf_release(&buf);
    credited_close(&c);
}

Test(tree, shows_no_control_character_of_a_credit)
{
    credited c;
    credited_open(&c);
    made_text(&c.m, "a", "told the \033[2JGazette\xE2\x80\xAE\n\nThe pier is shut at once");
    made_text(&c.m, "b", "The pier is shut at once");
    uint32_t gazette = credited_source(&c, "\033[2JGazette\xE2\x80\xAE");
    credited_name(&c, "G\033azette");
    uint32_t told = credited_credit(&c, 0, gazette, "told the \033[2JGazette\xE2\x80\xAE",
                                    "\033[2JGazette\xE2\x80\xAE", SYN_AT_SENTENCE);
    made_passage(&c.m, SYN_VERBATIM, 6, "The pier is shut at once", 1, (uint32_t[]){0});
    c.m.passages[0].speaker = "A\033da";
    credited_stands(&c, SYN_CREDITED, told);
    made_witness(&c.m, 1, SYN_VERBATIM, "The pier is shut at once");
    credited_stands(&c, SYN_OPEN, SYN_NONE)->unnamed = true;
    credited_descent(&c, gazette, 0, 6, 1, (uint32_t[]){0});
    credited_evidence(&c, "date", "d\033ated");
    syn_buf buf = report(&c, &(syn_terminal){0});
    LACKS(buf, "\033");
    LACKS(buf, "\xE2\x80\xAE");
    HAS(buf, "Gazette");
    syn_buf_release(&buf);
    credited_close(&c);
}
