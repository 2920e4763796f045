#include "support/oom.h"
#include "syndic/result.h"
#include "trace/quote.h"
#include "trace/saying.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Each quotation of a text in a line: speech as "Ada Quill: what is said", fragments in brackets, second halves
 * with + before them; in a static buffer. */
static const char *quoted(const char *text)
{
    static char out[4096];
    syn_layout layout = {0};
    syn_quotes quotes = {0};
    size_t used = 0;
    out[0] = '\0';
    cr_assert_eq(syn_layout_make(text, strlen(text), &layout), SYN_OK);
    cr_assert_eq(syn_quotes_make(text, strlen(text), &layout, &quotes), SYN_OK);
    for (uint32_t i = 0; i < quotes.count; i++) {
        const syn_quote *q = &quotes.items[i];
        int inside = (int)(q->inside.end - q->inside.begin), name = (int)(q->speaker.end - q->speaker.begin);
        const char *half = q->utterance == i ? "" : "+";
        if (q->speech)
            used += (size_t)snprintf(out + used, sizeof out - used, "%s%.*s: %.*s\n", half, name,
                                     text + q->speaker.begin, inside, text + q->inside.begin);
        else
            used += (size_t)snprintf(out + used, sizeof out - used, "%s[%.*s]\n", half, inside, text + q->inside.begin);
    }
    syn_quotes_release(&quotes);
    syn_layout_release(&layout);
    return out;
}

#define QUOTED(text, wanted) cr_expect_str_eq(quoted(text), wanted)

Test(quote, the_speaker_stands_behind)
{
    QUOTED("“The buoy drifted,” said Ada Quill, who leads the pilots.", "Ada Quill: The buoy drifted,\n");
    QUOTED("\"The buoy drifted,\" Ada Quill, head of the pilots, told the Fenmouth Gazette.",
           "Ada Quill: The buoy drifted,\n");
    QUOTED("\"The buoy drifted,\" harbour pilot Ada Quill said on Monday.", "Ada Quill: The buoy drifted,\n");
    QUOTED("\"The buoy drifted,\" according to Mayor Tom de Holt.", "Mayor Tom de Holt: The buoy drifted,\n");
    QUOTED("\"Is it safe?\" asked a spokesman for the trust.", "a spokesman for the trust: Is it safe?\n");
}

Test(quote, whom_it_was_said_to_did_not_say_it)
{
    QUOTED("« Le port est fermé », a déclaré M. Roux au Harbour Times.", "M. Roux: Le port est fermé\n");
    QUOTED("« Le port est fermé », a déclaré le maire au Harbour Times.", "le maire: Le port est fermé\n");
    QUOTED("« Le port est fermé », a dit Mme Roux à l'Agence Bray.", "Mme Roux: Le port est fermé\n");
    QUOTED("„Der Hafen ist heute zu“, sagte Jonas Roth der Harbour Times.", "Jonas Roth: Der Hafen ist heute zu\n");
    QUOTED("„Der Hafen ist heute zu“, sagte Jonas Roth dem Hafen Kurier.", "Jonas Roth: Der Hafen ist heute zu\n");
    QUOTED("«El puerto está cerrado», dijo Juan Roca al Diario de Bray.", "Juan Roca: El puerto está cerrado\n");
    QUOTED("«O porto está fechado», disse Marco Rosa ao Jornal de Bray.", "Marco Rosa: O porto está fechado\n");
    QUOTED("\"The buoy drifted,\" said Sami al Quill of Fenmouth.", "Sami al Quill: The buoy drifted,\n");
}

Test(quote, a_dateline_is_nobody)
{
    QUOTED("BRACKWATER, March 4, 2025 (Northwire) — Ada Quill, the mayor, said: “The buoy drifted.”",
           "Ada Quill: The buoy drifted.\n");
    QUOTED("2025-03-04 (Northwire) — The pilot Ada Quill said: “The buoy drifted.”", "Ada Quill: The buoy drifted.\n");
    QUOTED("BRACKWATER (Northwire) -- Quill was late. She said: “The buoy drifted.”", "Quill: The buoy drifted.\n");
}

Test(quote, the_speaker_stands_before)
{
    QUOTED("Ada Quill said: “The buoy drifted.”", "Ada Quill: The buoy drifted.\n");
    QUOTED("On Monday, Ada Quill told the Gazette, “The buoy drifted.”", "Ada Quill: The buoy drifted.\n");
    QUOTED("Harbour spokesman Tom Holt denied it, telling the Gazette that “the buoy has been where it always was.”",
           "Tom Holt: the buoy has been where it always was.\n");
}

Test(quote, the_speaker_stands_in_the_line_above)
{
    QUOTED("Ada Quill, head of the pilots, told the Gazette:\n\n“The buoy drifted. We saw it.”",
           "Ada Quill: The buoy drifted. We saw it.\n");
    QUOTED("My colleague wrote of it, quoting pilot Ada Quill.\n\n“The buoy drifted for days before anybody saw it.”",
           "Ada Quill: The buoy drifted for days before anybody saw it.\n");
}

Test(quote, two_halves_with_the_speaker_between_are_one_utterance)
{
    QUOTED("“The buoy drifted,” Ada Quill said. “We saw it.”",
           "Ada Quill: The buoy drifted,\n+Ada Quill: We saw it.\n");
    QUOTED("“The buoy,” Ada Quill said, “drifted.”", "Ada Quill: The buoy,\n+Ada Quill: drifted.\n");
}

Test(quote, quotations_run_over_paragraphs)
{
    QUOTED("Ada Quill wrote:\n\n“First the buoy drifted.\n\n“Then the light went out.”\n\nNobody came.",
           "Ada Quill: First the buoy drifted.\n+Ada Quill: Then the light went out.\n");
}

Test(quote, scare_quotes_and_titles_are_no_speech)
{
    QUOTED("The “free port” in their “Long Song of the Northern Sea” was “closed”.",
           "[free port]\n[Long Song of the Northern Sea]\n[closed]\n");
    QUOTED("Critics call it a “disgrace” to the town.", "[disgrace]\n");
    QUOTED("The order bars anyone guilty of “fraud or wilful deceit in any matter of the port” from it.",
           "[fraud or wilful deceit in any matter of the port]\n");
}

Test(quote, pronouns_mean_who_was_named_last)
{
    QUOTED("“The buoy drifted,” said Ada Quill.\n\nThat was in May. “We saw it,” she said.",
           "Ada Quill: The buoy drifted,\nAda Quill: We saw it,\n");
    QUOTED("Quill said the town must act.\n\n“We saw it,” she told the Gazette.", "Quill: We saw it,\n");
}

Test(quote, all_styles_of_marks_are_read)
{
    QUOTED("Quill said: «The buoy drifted.»", "Quill: The buoy drifted.\n");
    QUOTED("Quill said: « The buoy drifted. »", "Quill: The buoy drifted.\n");
    QUOTED("»Die Boje ist weg«, sagte Ada Quill.", "Ada Quill: Die Boje ist weg\n");
    QUOTED("„Die Boje ist weg“, sagte Ada Quill.", "Ada Quill: Die Boje ist weg\n");
    QUOTED("”Bojen är borta”, sade Ada Quill.", "Ada Quill: Bojen är borta\n");
    QUOTED("''The buoy drifted,'' said Ada Quill.", "Ada Quill: The buoy drifted,\n");
    QUOTED("``The buoy drifted,'' said Ada Quill.", "Ada Quill: The buoy drifted,\n");
    QUOTED("‘The buoy drifted,’ said Ada Quill.", "Ada Quill: The buoy drifted,\n");
    QUOTED("'The buoys' chain broke,' said Ada Quill.", "Ada Quill: The buoys' chain broke,\n");
    QUOTED("\" The buoy drifted , \" said Ada Quill.", "Ada Quill: The buoy drifted ,\n");
    QUOTED("港长说：“浮标漂走了。”", "港长: 浮标漂走了。\n");
    QUOTED("「ブイが流れた」と田中氏は述べた。", "田中氏: ブイが流れた\n");
    QUOTED("Он ушёл. «Буй унесло», — сказала Ада Квилл.", "Ада Квилл: Буй унесло\n");
    QUOTED("«La bouée a dérivé», a déclaré Ada Quill.", "Ada Quill: La bouée a dérivé\n");
}

Test(quote, of_nested_ones_the_outer_counts)
{
    QUOTED("“He said ‘never’ to us,” said Ada Quill.", "Ada Quill: He said ‘never’ to us,\n");
    QUOTED("\"He said \"never\" to us,\" said Ada Quill.", "Ada Quill: He said \"never\" to us,\n");
}

Test(quote, apostrophes_and_inches_are_no_marks)
{
    QUOTED("It's the pilots' boat, the '90s one, 12\" long and 6'2\" high, isn't it?", "");
    QUOTED("Rock 'n' roll on the keepers' pier, 'tis said.", "");
}

Test(quote, a_mark_never_closed_ends_with_its_paragraph)
{
    QUOTED("Quill said: “The buoy drifted.\n\nNobody came.", "Quill: The buoy drifted.\n");
    QUOTED("Nobody came” to the pier.", "");
}

Test(quote, a_line_behind_an_angle_is_a_block_quotation)
{
    QUOTED("Quill wrote:\n\n> The buoy drifted.\n\nNobody came.", "Quill: The buoy drifted.\n");
    QUOTED("> The buoy drifted.", "[The buoy drifted.]\n");
}

Test(quote, a_character_cut_off_at_the_end_is_left_alone)
{
    char text[] = {'"', 'a', ' ', '\xc2'};
    char *exact = malloc(sizeof text);
    syn_layout layout = {0};
    syn_quotes quotes = {0};
    memcpy(exact, text, sizeof text);
    cr_assert_eq(syn_layout_make(exact, sizeof text, &layout), SYN_OK);
    cr_assert_eq(syn_quotes_make(exact, sizeof text, &layout, &quotes), SYN_OK);
    cr_expect_eq(quotes.count, 1);
    cr_expect_eq(syn_quotes_at(&quotes, 0), SYN_NONE);
    cr_expect_eq(syn_quotes_at(&quotes, 1), 0);
    syn_quotes_release(&quotes);
    syn_layout_release(&layout);
    free(exact);
}

Test(quote, a_million_marks_take_no_longer_than_text)
{
    static const char *const pieces[] = {"\"", "\" ", " 'a", "a' ", "“a", "“a” ", "\"a,\" he said. ", "> a\n",
                                         "\"a\n\n", "said:\n\n\"b\"\n\n"};
    char *text = malloc(1000000);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        syn_layout layout = {0};
        syn_quotes quotes = {0};
        size_t length = strlen(pieces[i]);
        for (size_t at = 0; at < 1000000; at++)
            text[at] = pieces[i][at % length];
        cr_expect_eq(syn_layout_make(text, 1000000, &layout), SYN_OK);
        cr_expect_eq(syn_quotes_make(text, 1000000, &layout, &quotes), SYN_OK);
        syn_quotes_release(&quotes);
        syn_layout_release(&layout);
    }
    free(text);
}

Test(quote, failing_memory_is_said_and_leaks_nothing)
{
    static const char text[] = "Quill said: “The buoy drifted.” Nobody came.\n\n“Did they?” she said.";
    for (long n = 0; n == 0 || oom_struck(); n++) {
        syn_layout layout = {0};
        syn_quotes quotes = {0};
        oom_after(n);
        syn_status status = syn_layout_make(text, sizeof text - 1, &layout);
        if (status == SYN_OK)
            status = syn_quotes_make(text, sizeof text - 1, &layout, &quotes);
        oom_never();
        cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
        syn_quotes_release(&quotes);
        syn_layout_release(&layout);
    }
}

Test(quote, verbs_of_saying_are_found_in_all_their_forms)
{
    static const struct {
        const char *word;
        syn_saying saying;
    } wanted[] = {
        {"said", SYN_SAYS},     {"Said", SYN_SAYS},        {"saying", SYN_SAYING},  {"quipped", SYN_SAYS},
        {"denies", SYN_SAYS},   {"argued", SYN_SAYS},      {"arguing", SYN_SAYING}, {"replied", SYN_SAYS},
        {"report", SYN_SHOWS},  {"reported", SYN_SAYS},    {"called", SYN_CALLS},   {"went", SYN_SHOWS},
        {"sagte", SYN_SAYS},    {"заявил", SYN_SAYS},      {"harbour", SYN_SAYS_NOT}, {"s", SYN_SAYS_NOT},
        {"ed", SYN_SAYS_NOT},
    };
    cr_expect(syn_saying_in_order());
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        cr_expect_eq(syn_saying_find(wanted[i].word, strlen(wanted[i].word)), wanted[i].saying, "%s", wanted[i].word);
}
