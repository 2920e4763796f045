#include "trace/credit.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct credited {
    const char *text;
    syn_layout layout;
    syn_quotes quotes;
    syn_mentions mentions;
    char line[2000];
} credited;

/** Whether only the collection can tell that a word of a sentence or a label is a name. */
static bool is_weak(const syn_mention *m)
{
    return m->tentative && (m->place == SYN_AT_SENTENCE || m->place == SYN_AT_LABEL);
}

/** Finds the credits of a text; c->line is "place cue of name" of each but weak ones, "; " between them. */
static void find(credited *c, const char *text, const char *outlet)
{
    size_t bytes = strlen(text), used = 0;
    *c = (credited){.text = text};
    cr_assert_eq(syn_layout_make(text, bytes, &c->layout), SYN_OK);
    cr_assert_eq(syn_quotes_make(text, bytes, &c->layout, &c->quotes), SYN_OK);
    cr_assert_eq(syn_credit_find(text, bytes, outlet, &c->layout, &c->quotes, &c->mentions), SYN_OK);
    for (uint32_t i = 0; i < c->mentions.count; i++) {
        const syn_mention *m = &c->mentions.items[i];
        if (is_weak(m))
            continue;
        used += (size_t)snprintf(c->line + used, sizeof c->line - used, "%s%s %s %s %.*s%s%s", used ? "; " : "",
                                 syn_credit_place_name(m->place), m->cue, syn_credit_of_name(m->of),
                                     (int)(m->name.end - m->name.begin),
                                 text + m->name.begin, m->own ? " (own)" : "", m->person ? " (person)" : "");
    }
}

static void release(credited *c)
{
    syn_mentions_release(&c->mentions);
    syn_quotes_release(&c->quotes);
    syn_layout_release(&c->layout);
}

static void expect(const char *text, const char *outlet, const char *line)
{
    credited c;
    find(&c, text, outlet);
    cr_expect_str_eq(c.line, line, "%s\ngave: %s\nnot:  %s", text, c.line, line);
    release(&c);
}

/** Whether credit number i covers exactly the stretch of the text that begins and ends with these words. */
static void expect_cover(const char *text, uint32_t i, const char *first, const char *last)
{
    credited c;
    find(&c, text, NULL);
    cr_assert_lt(i, c.mentions.count, "%s", c.line);
    syn_reach covers = c.mentions.items[i].covers;
    cr_expect_eq(covers.begin, strstr(text, first) - text, "begins with: %.20s", text + covers.begin);
    cr_expect_eq(covers.end, strstr(text, last) + strlen(last) - text, "ends before: %.20s", text + covers.end);
    release(&c);
}

Test(credit, speech_told_to_an_outlet)
{
    expect("The ferry was late, Ada Quill told the Fenmouth Gazette.", NULL, "sentence told speech Fenmouth Gazette");
    expect("Jo Reed confirmed it, telling the Daily News that nobody was hurt.", NULL,
           "sentence telling speech Daily News");
    expect("The harbour is shut, the mayor tells CNN.", NULL, "sentence tells speech CNN");
    expect("She said so in an interview with the Fenmouth Gazette.", NULL,
           "sentence in an interview with speech Fenmouth Gazette");
    expect("He told Jo Reed of the Fenmouth Gazette on Monday.", NULL, "sentence told speech Fenmouth Gazette");
    expect("He told the weekly newspaper Harbour Lights that it was over.", NULL,
           "sentence told speech Harbour Lights");
}

Test(credit, persons_and_institutions_are_no_outlets)
{
    expect("She told the Harbour Committee that the Department of Boats had reported it.", NULL, "");
    expect("The Senate reported a bill, according to the Office of the Governor.", NULL, "");
    expect("Jo Reed told Ada Quill that the Coast Guard said so.", NULL, "");
    expect("In The Meantime reports of the storm came in. He told the News Committee.", NULL, "");
}

Test(credit, a_name_at_the_end_of_a_quotation_did_not_say_it)
{
    expect("\"You can only find it on PBS,\" said Ada Quill.", NULL, "");
    expect("The Associated Press (AP) reported it.", NULL, "sentence reported report AP");
}

Test(credit, reports)
{
    expect("The pier fell, the Fenmouth Gazette reported.", NULL, "sentence reported report Fenmouth Gazette");
    expect("The Gazette first reported the fall of the pier.", NULL, "sentence reported report The Gazette");
    expect("According to the Associated Press, the pier fell.", NULL, "sentence according to report Associated Press");
    expect("The fall was first reported by Reuters.", NULL, "sentence reported by report Reuters");
    expect("A story in the Fenmouth Herald tells of it.", NULL, "sentence story in report Fenmouth Herald");
    expect("The pier, as the Fenmouth Herald put it, is gone.", NULL, "sentence as X put it report Fenmouth Herald");
    expect("The Fenmouth Herald quoted a keeper as saying it was gone.", NULL,
           "sentence quoted speech Fenmouth Herald");
    expect("The Post's Ada Quill reported that it was gone.", NULL, "sentence reported report The Post");
}

Test(credit, words_that_are_also_names_need_more)
{
    expect("People reported a smell of gas. Science announced nothing. Bloomberg said he was glad.", NULL, "");
    expect("Time magazine reported the smell.", NULL, "sentence reported report Time");
    expect("Two ap reported things.", NULL, "");
}

Test(credit, a_mention_covers_its_sentence)
{
    expect_cover("The sea rose. The pier fell, the Fenmouth Gazette reported. Nobody was hurt.", 0, "The pier",
                 "reported.");
}

Test(credit, told_covers_the_whole_utterance)
{
    static const char text[] = "\xE2\x80\x9CIt is a shame what they did,\xE2\x80\x9D Ada Quill told the Fenmouth Gazette. "
                               "\xE2\x80\x9CWe were never asked about the pier at all.\xE2\x80\x9D Nobody was hurt.";
    credited c;
    find(&c, text, NULL);
    cr_assert_eq(c.mentions.count, 1, "%s", c.line);
    cr_expect_leq(c.mentions.items[0].covers.begin, (uint32_t)(strstr(text, "It is") - text));
    cr_expect_geq(c.mentions.items[0].covers.end, (uint32_t)(strstr(text, "at all.") - text));
    release(&c);
}

Test(credit, a_colon_takes_the_next_paragraph)
{
    expect_cover("Ada Quill told the Fenmouth Gazette:\n\nWe were never asked about the pier at all.\n\nThe sea rose.",
                 0, "Ada", "at all.");
}

Test(credit, a_report_that_surfaced_introduces_a_block)
{
    static const char text[] = "Earlier this month a report surfaced in the Fenmouth Gazette which says so.\n\nAdvertisement\n\n"
                               "The council lets boats in without papers, the Gazette has learned.\n\nI am not surprised.";
    expect(text, NULL, "sentence surfaced in text Fenmouth Gazette; sentence has learned self Gazette");
    expect_cover(text, 0, "The council", "learned.");
}

Test(credit, labels_set_off_in_every_way)
{
    static const char text[] = "The pier fell in the night, and nobody saw it fall.\n\n"
                               "RT\xC2\xA0 The first piles had been rotten for years, keepers say.\n\n"
                               "RT\xC2\xA0The second piles had been rotten for years, keepers say.\n\n"
                               "NY DAILY NEWS\tThe third piles had been rotten for years.\n\n"
                               "Fenmouth Gazette: The fourth piles had been rotten for years.\n\n"
                               "CNN \xE2\x80\x94 The fifth piles had been rotten for years.\n\n"
                               "BBC  The sixth piles had been rotten for years, they say.";
    expect(text, NULL,
           "label label text RT; label label text RT; label label text NY DAILY NEWS; label label text Fenmouth Gazette; "
           "label label text CNN; label label text BBC");
    expect_cover(text, 0, "The first", "for years, keepers say.");
}

Test(credit, what_is_set_off_and_is_no_label)
{
    expect("The pier fell in the night.\n\nICE listed the boats that had come.\n\nNYPD officials were there too.\n\n"
           "UPDATE: The pier has been mended since then.\n\nQ: Who mended the pier in the end?\n\n"
           "SMITH: I never saw the pier fall that night.\n\nWASHINGTON \xE2\x80\x94 The pier was mended by noon.\n\n"
           "News: The pier was mended by noon today.\n\nADVERTISEMENT\n\nHARBOUR  The pier was mended by noon.",
           NULL, "");
}

#define KEEPERS "The piles of the pier had been rotten for years, keepers say."

Test(credit, labels_of_outlets_that_nobody_knows)
{
    static const char twice[] = "The pier fell in the night.\n\nTIDEMARK  " KEEPERS "\n\nBRAY TIDINGS\t" KEEPERS "\n\n"
                                "TIDEMARK\xC2\xA0 " KEEPERS;
    credited c;
    expect(twice, NULL, "label label text TIDEMARK; label label text BRAY TIDINGS; label label text TIDEMARK");
    find(&c, twice, NULL);
    cr_expect_eq(c.mentions.items[0].level, SYN_STRONG);
    cr_expect_eq(c.mentions.items[1].level, SYN_MODERATE);
    release(&c);
    expect_cover("The pier fell.\n\nTIDEMARK  " KEEPERS, 0, "The piles", "keepers say.");
}

Test(credit, an_unknown_label_again_behind_one_blank)
{
    expect("TIDEMARK  " KEEPERS "\n\nTIDEMARK The second piles had been rotten for years, keepers say.\n\n"
           "TIDEMARK Tours said that the second piles had been rotten for years.", NULL,
           "label label text TIDEMARK; label label text TIDEMARK");
    expect("TIDEMARK The second piles had been rotten for years, keepers say.", NULL, "");
}

Test(credit, capitals_set_off_that_are_no_outlets)
{
    expect("UPDATE  " KEEPERS "\n\nADVERTISEMENT\t" KEEPERS "\n\nFOR IMMEDIATE RELEASE  " KEEPERS "\n\nMAY 12  " KEEPERS
           "\n\nPHOTO GALLERY  " KEEPERS "\n\nQ  " KEEPERS, NULL, "");
    expect("LONDON  " KEEPERS "\n\nNEW YORK  " KEEPERS "\n\nSOUTH DAKOTA  " KEEPERS, NULL, "");
    expect("TIDEMARK  The piles had been rotten.", NULL, "");
    expect("TIDEMARK  and the piles had been rotten for very many years.", NULL, "");
    expect("A LONG LINE OF HEADLINE  " KEEPERS, NULL, "");
    expect("QUARREL\n" KEEPERS, NULL, "");
}

Test(credit, speakers_of_a_transcript_are_no_outlets)
{
    expect("QUILL  " KEEPERS "\n\nREED  " KEEPERS "\n\nLAMB  " KEEPERS "\n\nQUILL  " KEEPERS, NULL, "");
    expect("QUILL  " KEEPERS "\n\nAda Quill has kept the pier since the war.", NULL, "");
    expect("ADA QUILL  " KEEPERS "\n\nLater Quill said that she had kept the pier since the war.", NULL, "");
    expect("TIDEWELL  " KEEPERS "\n\nNobody in Tidewell had seen the pier fall.", NULL, "");
}

#define MINE "I have kept boats here for thirty years and more."

Test(credit, words_bring_in_a_label)
{
    static const char *const lines[] = {
        "From the Fenmouth Gazette:", "From the Fenmouth Gazette on Friday:", "From the Fenmouth Gazette, May 2:",
        "From the Fenmouth Gazette (May 2):", "More from the Fenmouth Gazette:", "This is from the Fenmouth Gazette:",
        "Here is the Fenmouth Gazette:", "Here\xE2\x80\x99s the Fenmouth Gazette on the ferry:",
        "From the Fenmouth Gazette's Ada Quill:", "Via the Fenmouth Gazette:", "Via Fenmouth Gazette:",
        "VIA THE Fenmouth Gazette:", "Again the Fenmouth Gazette:", "**From the Fenmouth Gazette:**"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char text[400];
        snprintf(text, sizeof text, MINE "\n\n%s\n\n" KEEPERS "\n\n" MINE, lines[i]);
        expect(text, NULL, "label label text Fenmouth Gazette");
        expect_cover(text, 0, "The piles", "keepers say.");
        snprintf(text, sizeof text, MINE "\n\n%s\n\n> " KEEPERS "\n\n" MINE, lines[i]);
        expect(text, NULL, "label label text Fenmouth Gazette");
    }
    expect_cover(MINE "\n\nFrom the Fenmouth Gazette: " KEEPERS "\n\n" MINE, 0, "The piles", "keepers say.");
    expect_cover(MINE "\n\nvia the Fenmouth Gazette: " KEEPERS "\n\n" MINE, 0, "The piles", "keepers say.");
    expect_cover(MINE "\n\nFrom Reuters:\n" KEEPERS "\n\n" MINE, 0, "The piles", "keepers say.");
}

Test(credit, a_label_is_no_masthead)
{
    expect(MINE "\n\nFenmouth Gazette:\n\n" KEEPERS "\n\n" MINE, NULL, "label label text Fenmouth Gazette");
    expect("Via the Fenmouth Gazette\n\n" KEEPERS, NULL, "tail via text Fenmouth Gazette");
    expect(MINE "\n\n" KEEPERS "\n\nVia the Fenmouth Gazette:\n\nhttps://fenmouth.example/pier", NULL,
           "tail via text Fenmouth Gazette");
}

Test(credit, words_that_bring_in_no_label)
{
    static const char *const lines[] = {
        "From the harbour office:", "From Ada Quill:", "From London:", "From the News:", "From Time:", "From Monday:",
        "Here is the plan:", "Here is Ada Quill:", "Here is Fenmouth:", "From the Fenmouth Gazette to the sea:",
        "From the Fenmouth Gazette I had this:", "From the Fenmouth Gazette's own office:", "Here is the News:",
        "From the keepers and the Fenmouth Gazette:", "From:", "Here is Nation on the ferry:", "Via Fenmouth:"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char text[400];
        snprintf(text, sizeof text, MINE "\n\n%s\n\n" KEEPERS "\n\n" MINE, lines[i]);
        expect(text, NULL, "");
    }
    expect(MINE "\n\nFrom the Fenmouth Gazette on Friday the council learned this: nobody pays for the pier.", NULL, "");
    expect(MINE "\n\nFrom the Fenmouth Gazette:", NULL, "");
    expect(MINE "\n\nFrom the Fenmouth Gazette:\n\nhttps://fenmouth.example/pier", NULL, "");
}

Test(credit, names_are_not_cut)
{
    expect("The pier fell, the Fenmouth Press Service reported.", NULL,
           "sentence reported report Fenmouth Press Service");
    expect("He told the Fenmouth News Bureau.", NULL, "sentence told speech Fenmouth News Bureau");
    expect("He told the Fenmouth Gazette Online.", NULL, "sentence told speech Fenmouth Gazette Online");
    expect("According to the Harbour Wire, it fell.", NULL, "sentence according to report Harbour Wire");
    expect("He told the Fenmouth Daily Mail.", NULL, "sentence told speech Fenmouth Daily Mail");
    expect("The pier fell.\n\nAda Quill of Harbour Wire contributed to this report.", NULL,
           "tail contributed text Harbour Wire");
    expect("He told the Fenmouth Rescue Service, the Harbour Bureau and the Boat Agency.", NULL, "");
}

Test(credit, dates_are_no_part_of_names)
{
    expect("A story in the May 12 2007 Washington Post told of it.", NULL, "sentence story in report Washington Post");
    expect("On Sunday May 12 Fenmouth Gazette reported it.", NULL, "sentence reported report Fenmouth Gazette");
    expect("He told the January Press.", NULL, "");
    expect("The Sunday Gazette reported it.", NULL, "sentence reported report Sunday Gazette");
}

Test(credit, bylines)
{
    expect("Pier falls\n\nBy Ada Quill, Associated Press\n\nThe pier fell in the night.", NULL,
           "head byline text Associated Press");
    expect("Pier falls\n\nBy THE ASSOCIATED PRESS\n\nThe pier fell in the night.", NULL,
           "head byline text ASSOCIATED PRESS");
    expect("Pier falls\nReuters Staff\nThe pier fell in the night.", NULL, "head byline text Reuters");
    expect("Pier falls\n\nBy Ada Quill\nAssociated Press Writer\n\nThe pier fell in the night.", NULL,
           "head byline text Associated Press");
    expect("Pier falls\n\nBy Ada Quill, Fenmouth Gazette\n\nThe pier fell.", NULL,
           "head byline text Fenmouth Gazette (own)");
    expect("Pier falls\n\nBy Ada Quill, Fenmouth Gazette\n\nThe pier fell.", "Harbour Echo",
           "head byline text Fenmouth Gazette");
    expect("By the time the pier fell, Associated Men had left.", NULL, "");
}

Test(credit, datelines)
{
    expect("Pier falls\n\nNEW YORK (AP) \xE2\x80\x94 The pier fell in the night.", NULL, "head dateline text AP");
    expect("LONDON, May 2 (Reuters) - The pier fell in the night.", NULL, "head dateline text Reuters");
    expect("(CNN) -- The pier fell in the night.", NULL, "head dateline text CNN");
    expect("PARIS \xE2\x80\x93 AFP\n\nThe pier fell in the night.", NULL, "head dateline text AFP");
    expect("MOSCOW. May 2. INTERFAX - The pier fell.", NULL, "head dateline text INTERFAX");
    expect("MOSCOW, May 2. /TASS/. The pier fell in the night.", NULL, "head dateline text TASS");
    expect("北京5月2日电 新华社 码头昨夜倒塌。", NULL, "head dateline text 新华社");
    expect("新华社北京5月2日电 码头昨夜倒塌。", NULL, "head dateline text 新华社");
    expect("By JO REEDAssociated Press WriterHONOLULU (AP) _ The pier fell.", NULL, "head dateline text AP");
    expect("Sen. Jo Reed (R-PA), chairman of the pier committee, was there.", NULL, "");
    expect("The Associated Press (AP) - which was there - saw it.", NULL, "");
}

Test(credit, tails)
{
#define BODY "The pier fell in the night.\n\nNobody was hurt when it fell.\n\n"
    expect(BODY "The Associated Press contributed to this report.", NULL, "tail contributed text Associated Press");
    expect(BODY "Copyright 2017 The Associated Press. All rights reserved.", NULL,
           "tail copyright text Associated Press");
    expect(BODY "(c) 2017 Reuters", NULL, "tail copyright text Reuters");
    expect(BODY "\xC2\xA9 2017 Fenmouth Gazette", NULL, "tail copyright text Fenmouth Gazette (own)");
    expect(BODY "\xC2\xA9 Fenmouth Press Agency. Printed by arrangement.", NULL,
           "tail copyright text Fenmouth Press Agency");
    expect(BODY "\xE2\x80\x94 AP", NULL, "tail mark text AP");
    expect(BODY "[Reuters]", NULL, "tail mark text Reuters");
    expect(BODY "h/t: The Hill", NULL, "tail h/t text The Hill");
    expect(BODY "(h/t Fenmouth Gazette.)", NULL, "tail h/t text Fenmouth Gazette");
    expect(BODY "via Gazette", NULL, "tail via text Gazette");
    expect(BODY "Source: Fenmouth Gazette", NULL, "tail source text Fenmouth Gazette");
    expect(BODY "With AFP", NULL, "tail contributed text AFP");
    expect(BODY "Originally published in the Fenmouth Gazette.", NULL,
           "tail originally published in text Fenmouth Gazette");
    expect(BODY "This article first appeared in the Fenmouth Gazette.", NULL, "tail appeared in text Fenmouth Gazette");
    expect(BODY "Read the full story at the Fenmouth Gazette.", NULL,
           "tail read the full story at text Fenmouth Gazette");
    expect(BODY "(Reporting by Ada Quill; Editing by Jo Reed)", NULL, "tail reporting by text ");
    expect(BODY "Nobody was hurt, thanks to the News.", NULL, "");
    expect(BODY "(Story: Fenmouth News Bureau)", NULL, "tail source text Fenmouth News Bureau");
    expect(BODY "AFP aq/jr", NULL, "tail mark text AFP");
    expect(BODY "Nobody was hurt. AFP", NULL, "tail mark text AFP");
}

Test(credit, mastheads_say_whose_a_text_is)
{
    static const char *const lines[] = {"Harbour Times", "HARBOUR TIMES", "The Harbour Times | 3 March 2025",
                                        "Harbour Times, Monday 3 March 2025", "3 March 2025 | Harbour Times",
                                        "Pier falls\n\nHarbour Times"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char text[300];
        credited c;
        snprintf(text, sizeof text, "%s\n\nThe pier fell, Jonas Roe told the Harbour Times.", lines[i]);
        find(&c, text, NULL);
        cr_assert_eq(c.mentions.count, 2, "%s: %s", lines[i], c.line);
        cr_expect_str_eq(c.mentions.items[0].cue, "masthead", "%s: %s", lines[i], c.line);
        cr_expect(c.mentions.items[0].own);
        cr_expect_eq(c.mentions.items[1].of, SYN_OF_SELF);
        release(&c);
    }
}

Test(credit, lines_that_are_no_mastheads)
{
    static const char *const lines[] = {"School News", "Mayor To Be Named To Treasury Post", "By the Press",
                                        "Bray Broadcasting", "Harbour Times and pier", "Time", "Bray, 3 March"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char text[300];
        snprintf(text, sizeof text, "%s\n\nThe pier fell in the night.", lines[i]);
        expect(text, NULL, "");
    }
    expect("Harbour Times\n\nThe pier fell.\n\nFenmouth Gazette\n\nThe pier stands.", NULL, "");
    expect("Harbour Times\n\nThe pier fell.", "Fenmouth Gazette", "");
    expect("Harbour Press Agency\n\nThe pier fell.", NULL, "head byline text Harbour Press Agency");
}

Test(credit, a_house_in_law_is_its_papers)
{
    static const char *const houses[] = {"Ltd.", "Ltd", "Inc.", "LLC", "plc", "GmbH", "AG", "S.A.", "Co.", "Corp.",
                                         "Media Group", ", Inc."};
    for (size_t i = 0; i < sizeof houses / sizeof *houses; i++) {
        char text[300];
        snprintf(text, sizeof text, BODY "Copyright 2025 Moorland Post %s", houses[i]);
        expect(text, NULL, "tail copyright text Moorland Post (own)");
    }
}

Test(credit, words_where_agencies_sign)
{
    static const char *const signing[] = {
        "BRACKWATER, March 4, 2025 (Northwire) \xE2\x80\x94 The pier fell.", "LONDON (Northwire) - The pier fell.",
        BODY "(Northwire)", BODY "\xE2\x80\x94 Northwire"};
    static const char *const others[] = {
        "Ada Quill (Pilot) \xE2\x80\x94 The pier fell.", "BRAY (Democrat) \xE2\x80\x94 The pier fell.", BODY "(Photo)",
        BODY "(Left)", BODY "(Updated)", BODY "(END)", BODY "\xE2\x80\x94 Maria", BODY "Nobody was there. (Northwire)"};
    credited c;
    for (size_t i = 0; i < sizeof signing / sizeof *signing; i++) {
        find(&c, signing[i], NULL);
        cr_assert_eq(c.mentions.count, 1, "%s: %s", signing[i], c.line);
        cr_expect(c.mentions.items[0].signs && c.mentions.items[0].tentative, "%s", signing[i]);
        release(&c);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        find(&c, others[i], NULL);
        for (uint32_t k = 0; k < c.mentions.count; k++)
            cr_expect_not(c.mentions.items[k].signs, "%s", others[i]);
        release(&c);
    }
}

Test(credit, in_french)
{
    expect("« Le port est fermé », a déclaré M. Roux au Harbour Times.", NULL, "sentence déclaré à speech Harbour Times");
    expect("« Le port est fermé », a dit Mme Roux à l'AFP.", NULL, "sentence dit à speech AFP");
    expect("Selon le Courrier de Bray, le port est fermé.", NULL, "sentence selon report Courrier de Bray");
    expect("D'après la Gazette de Bray, le port est fermé.", NULL, "sentence d'après report Gazette de Bray");
    expect("Le port est fermé, rapporte l’AFP.", NULL, "sentence rapporte report AFP");
    expect("L'AFP rapporte que le port est fermé.", NULL, "sentence rapporte report AFP");
    expect("Un témoin cité par Le Matin de Bray l'a vu.", NULL, "sentence cité par speech Le Matin de Bray");
    expect("Selon le maire, Jonas Roux, le port est fermé. Il a déclaré à Bray que non.", NULL, "");
}

Test(credit, in_german)
{
    expect("„Der Hafen ist zu“, sagte Jonas Roth der Harbour Times.", NULL, "sentence sagte speech Harbour Times");
    expect("Wie die Braymer Zeitung berichtet, ist er zu.", NULL, "sentence berichtet report Braymer Zeitung");
    expect("Laut der Hafenrundschau ist er zu.", NULL, "sentence laut report Hafenrundschau");
    expect("Der Hafen ist zu, berichtete das Bray Tagblatt.", NULL, "sentence berichtete report Bray Tagblatt");
    expect("Dem Hafen Kurier zufolge ist er zu.", NULL, "sentence zufolge report Hafen Kurier");
    expect("Laut Polizei ist er zu. Die Lokalzeitung berichtet viel.", NULL, "");
}

Test(credit, in_spanish_italian_portuguese_and_dutch)
{
    expect("«El puerto está cerrado», dijo Juan Roca al Diario de Bray.", NULL, "sentence dijo a speech Diario de Bray");
    expect("Según el diario El Puerto, está cerrado.", NULL, "sentence según report El Puerto");
    expect("Está cerrado, informó el Diario de Bray.", NULL, "sentence informó report Diario de Bray");
    expect("El Periódico de Bray publicó la noticia.", NULL, "sentence publicó report Periódico de Bray");
    expect("«Il porto è chiuso», ha detto Rossi all'ANSA.", NULL, "sentence detto a speech ANSA");
    expect("Secondo la Gazzetta di Bray è chiuso.", NULL, "sentence secondo report Gazzetta di Bray");
    expect("Segundo o Jornal de Bray, está fechado.", NULL, "sentence segundo report Jornal de Bray");
    expect("„De haven is dicht“, zei Jan de Vries tegen het Bray Dagblad.", NULL, "sentence zei tegen speech Bray Dagblad");
    expect("Volgens de Bray Courant is hij dicht.", NULL, "sentence volgens report Bray Courant");
    expect("Según Juan Roca, alcalde de Bray, está cerrado. The public told us.", NULL, "");
}

Test(credit, in_russian_chinese_and_japanese)
{
    expect("По данным РИА Новости, порт закрыт.", NULL, "sentence по данным report РИА Новости");
    expect("Порт закрыт, сообщает Портовая Газета.", NULL, "sentence сообщает report Портовая Газета");
    expect("Порт закрыт, сообщил мэр. По данным полиции, он закрыт.", NULL, "");
    expect("据《港口时报》报道，港口已关闭。", NULL, "sentence 报道 report 港口时报");
    expect("据《港口时报》3月4日报道，港口已关闭。", NULL, "sentence 报道 report 港口时报");
    expect("据新华社报道，港口已关闭。", NULL, "sentence 报道 report 新华社");
    expect("昨天港湾晚报报道称，港口已关闭。", NULL, "sentence 报道 report 港湾晚报");
    expect("他告诉《港口时报》，港口已关闭。", NULL, "sentence 告诉 speech 港口时报");
    expect("地元の港湾新聞によると、港は閉鎖された。", NULL, "sentence によると report 港湾新聞");
    expect("関係者によると、港は閉鎖された。有关报道不多。《港口》很长。", NULL, "");
}

Test(credit, what_may_be_a_name_for_short)
{
    static const char *const tails[] = {"FNB aq/jr", "Nobody was hurt. FNB", "(FNB)", "With Northsea", "FNB",
                                        "Source: Northsea"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        char text[200];
        credited c;
        snprintf(text, sizeof text, BODY "%s", tails[i]);
        find(&c, text, NULL);
        cr_assert_eq(c.mentions.count, 1, "%s: %s", tails[i], c.line);
        cr_expect(c.mentions.items[0].tentative, "%s", tails[i]);
        release(&c);
    }
    expect("FENMOUTH (Northsea). The pier fell in the night.", NULL, "head dateline text Northsea");
    expect("FENMOUTH, May 2 (FNB) \xE2\x80\x94 The pier fell.", NULL, "head dateline text FNB");
    expect("FENMOUTH (Reuters). The pier fell in the night.", NULL, "head dateline text Reuters");
    expect("Pier falls\n\nBy Ada Quill, FNB\n\nThe pier fell.", NULL, "head byline text FNB");
}

Test(credit, staff_and_services_are_nobody)
{
    static const char *const lines[] = {"By a staff writer and agencies", "Our wire services", "Staff and agencies",
                                        "Our Wire Service", "From Staff and Wire Reports"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char text[200];
        snprintf(text, sizeof text, "Pier falls\n\n%s\n\nThe pier fell in the night.\n\n%s", lines[i], lines[i]);
        expect(text, NULL, "");
    }
}

Test(credit, own_voice_inside_a_text_of_the_outlet)
{
    expect("RENO (AP) \xE2\x80\x94 The pier fell, Ada Quill told The Associated Press.", NULL,
           "head dateline text AP; sentence told self Associated Press");
    expect("The pier fell in the night, and nobody saw it.\n\nFENMOUTH DAILY NEWS\xC2\xA0 The piles were rotten in all the rows.\n\n"
           "Two keepers told The News they had known for years.",
           NULL, "label label text FENMOUTH DAILY NEWS; sentence told self The News");
    expect("Two keepers told The News they had known for years.", NULL, "sentence told speech The News");
}

Test(credit, images_name_no_source_of_text)
{
    expect("The pier fell.\n\nphoto: iStock\n\nNobody was hurt.", NULL, "sentence photo image iStock");
    expect("The pier at night. (AP Photo/Ada Quill, File)\n\nNobody was hurt.", NULL, "sentence photo image AP");
    expect("The pier at night. REUTERS/Ada Quill\n\nNobody was hurt.", NULL, "sentence photo image REUTERS");
    expect("Image: Fenmouth Gazette\n\nThe pier fell.", NULL, "sentence photo image Fenmouth Gazette");
}

Test(credit, what_an_outlet_holds)
{
    expect("The Daily News reportedly has screenshots showing this.", NULL, "sentence has document Daily News");
    expect("The minutes, according to documents obtained by Reuters, are lost.", NULL,
           "sentence obtained by document Reuters");
}

Test(credit, a_colleague_is_a_person)
{
    expect("My colleague Ada Quill wrote about this yesterday, quoting the keeper.", NULL,
           "sentence wrote speech Ada Quill (person)");
}

Test(credit, links_of_known_sites)
{
    expect("See https://www.nytimes.com/2017/pier.html for more of it.", NULL, "sentence link report nytimes.com");
    expect("See https://fenmouth.example/pier.html for more of it.", NULL, "");
}

Test(credit, none_inside_quoted_speech)
{
    expect("\xE2\x80\x9CI told the Fenmouth Gazette that I was never there,\xE2\x80\x9D said Ada Quill, the keeper.",
           NULL, "");
}

Test(credit, the_texts_own_outlet_is_marked)
{
    expect("The pier fell, the Gazette has learned, Jo Reed told the Fenmouth Gazette.", "Fenmouth Gazette",
           "sentence has learned self Gazette (own); sentence told speech Fenmouth Gazette (own)");
    expect("FENMOUTH (FNB) \xE2\x80\x94 The pier fell.", "Fenmouth News Bureau", "head dateline text FNB (own)");
    expect("The pier fell, he told the New York Times.", "https://www.nytimes.com/pier", "sentence told speech New York Times (own)");
}

Test(credit, nothing_in_empty_and_broken_texts)
{
    expect("", NULL, "");
    expect("told", NULL, "");
    expect("told the", NULL, "");
    expect("\xE2\x80", NULL, "");
    expect("\xFF\xC3 told \xE2 the (\xC2", NULL, "");
}

Test(credit, the_structure_may_be_used_again)
{
    credited c;
    find(&c, "He told the Fenmouth Gazette so.", NULL);
    cr_assert_eq(syn_credit_find("", 0, NULL, &c.layout, &c.quotes, &c.mentions) < 0 ? 1 : 0, 0);
    release(&c);
    cr_expect_null(c.mentions.items);
}

Test(credit, an_agency_may_be_written_in_small_letters)
{
    expect("BERLIN (dpa) - The pier fell in the night.", NULL, "head dateline text dpa");
    expect("Berlin (dpa) \xE2\x80\x93 The pier fell in the night.", NULL, "head dateline text dpa");
    expect("BERLIN (wet) - The pier fell in the night.", NULL, "");
}

Test(credit, a_screenshot_names_whose_image_it_is)
{
    expect("The pier fell in the night.\n\nScreenshot via CNN\n", NULL, "sentence photo image CNN");
    expect("The Fenmouth Gazette has screenshots of it.", NULL, "sentence has document Fenmouth Gazette");
}
