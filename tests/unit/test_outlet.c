#include "trace/outlet.h"
#include "trace/outlet_name.h"

#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

enum { texts_most = 4 };

typedef struct joined {
    const char *texts[texts_most];
    syn_mentions mentions[texts_most];
    syn_outlets outlets;
    uint32_t count;
} joined;

/** Joins the outlets credited in texts, "told the X"; own may be NULL. */
static void join(joined *j, const char *const *texts, const char *const *own, uint32_t count)
{
    *j = (joined){.count = count};
    for (uint32_t d = 0; d < count; d++) {
        syn_layout layout = {0};
        syn_quotes quotes = {0};
        size_t bytes = strlen(texts[d]);
        j->texts[d] = texts[d];
        cr_assert_eq(syn_layout_make(texts[d], bytes, &layout), SYN_OK);
        cr_assert_eq(syn_quotes_make(texts[d], bytes, &layout, &quotes), SYN_OK);
        cr_assert_eq(syn_credit_find(texts[d], bytes, NULL, &layout, &quotes, &j->mentions[d]), SYN_OK);
        syn_quotes_release(&quotes);
        syn_layout_release(&layout);
    }
    cr_assert_eq(syn_outlets_join(j->texts, j->mentions, own, count, &j->outlets), SYN_OK);
}

static void release(joined *j)
{
    for (uint32_t d = 0; d < j->count; d++)
        syn_mentions_release(&j->mentions[d]);
    syn_outlets_release(&j->outlets);
}

static const char *name_of(const joined *j, uint32_t text, uint32_t mention)
{
    cr_assert_lt(mention, j->mentions[text].count);
    uint32_t outlet = j->mentions[text].items[mention].outlet;
    return outlet == SYN_NONE ? "none" : j->outlets.items[outlet].name;
}

Test(outlet, known_names_in_their_forms)
{
    cr_expect(syn_outlet_is_name("The New York Times", 18));
    cr_expect(syn_outlet_is_name("AFP", 3));
    cr_expect(syn_outlet_is_name("U.P.I.", 6));
    cr_expect(syn_outlet_is_name("ТАСС", 8));
    cr_expect_not(syn_outlet_is_name("Afp", 3));
    cr_expect_str_eq(syn_outlet_find("The N.Y. Daily News", 19)->name, "New York Daily News");
}

Test(outlet, names_that_end_as_outlets_do)
{
    cr_expect(syn_outlet_is_name("Fenmouth Gazette", 16));
    cr_expect(syn_outlet_is_name("Saltmarsh Post-Courier", 22));
    cr_expect_not(syn_outlet_is_name("Ada Quill", 9));
    cr_expect_not(syn_outlet_is_name("Federal Register", 16));
    cr_expect_not(syn_outlet_is_name("Breaking News", 13));
    cr_expect_not(syn_outlet_is_name("Department of Boats", 19));
    cr_expect_not(syn_outlet_is_name("", 0));
}

Test(outlet, every_line_of_the_table_is_in_its_place)
{
    for (size_t i = 0; i < syn_outlet_known.form_count; i++) {
        const syn_outlet_form *form = &syn_outlet_known.forms[i];
        char key[SYN_OUTLET_KEY];
        cr_expect(i == 0 || strcmp(syn_outlet_known.forms[i - 1].key, form->key) < 0, "%s", form->key);
        cr_expect_eq(syn_outlet_key(form->key, strlen(form->key), key), strlen(form->key), "%s is not folded: %s",
                     form->key, key);
        const syn_outlet_form *whole = syn_outlet_of_key(key, syn_outlet_key(form->name, strlen(form->name), key));
        cr_expect(whole && strcmp(whole->name, form->name) == 0, "%s has no line of its own", form->name);
        cr_expect(!whole || (whole->flags & SYN_OUTLET_AGENCY) == (form->flags & SYN_OUTLET_AGENCY), "%s", form->key);
    }
    for (size_t i = 1; i < syn_outlet_known.host_count; i++)
        cr_expect(strcmp(syn_outlet_known.hosts[i - 1].host, syn_outlet_known.hosts[i].host) < 0, "%s",
                  syn_outlet_known.hosts[i].host);
}

Test(outlet, hosts)
{
    cr_expect_str_eq(syn_outlet_at_host("https://www.nytimes.com/2017/pier.html", 38), "New York Times");
    cr_expect_str_eq(syn_outlet_at_host("edition.cnn.com", 15), "CNN");
    cr_expect_null(syn_outlet_at_host("notcnn.com", 10));
    cr_expect_null(syn_outlet_at_host("", 0));
}

Test(outlet, short_forms_belong_to_the_full_name_above)
{
    joined j;
    const char *text = "He told the Fenmouth Daily News. She told the Daily News. They told The News. It told FENMOUTH DAILY NEWS.";
    join(&j, &text, NULL, 1);
    cr_expect_eq(j.outlets.count, 1);
    cr_expect_str_eq(j.outlets.items[0].name, "Fenmouth Daily News");
    cr_expect_eq(j.outlets.items[0].form_count, 3);
    cr_expect_str_eq(j.outlets.forms[0], "Daily News");
    cr_expect_str_eq(j.outlets.forms[1], "FENMOUTH DAILY NEWS");
    release(&j);
}

Test(outlet, a_text_that_names_two_takes_the_nearest_above)
{
    joined j;
    const char *text = "He told the Fenmouth Gazette. She told the Gazette. They told the Saltmarsh Gazette. It told the Gazette.";
    join(&j, &text, NULL, 1);
    cr_expect_eq(j.outlets.count, 2);
    cr_expect_str_eq(name_of(&j, 0, 1), "Fenmouth Gazette");
    cr_expect_str_eq(name_of(&j, 0, 3), "Saltmarsh Gazette");
    release(&j);
}

Test(outlet, a_short_form_left_alone_means_what_other_texts_mean)
{
    joined j;
    static const char *const texts[] = {"He told the Fenmouth Gazette. She told the Gazette.",
                                        "They told the Gazette."};
    join(&j, texts, NULL, 2);
    cr_expect_eq(j.outlets.count, 1);
    cr_expect_str_eq(name_of(&j, 1, 0), "Fenmouth Gazette");
    release(&j);
}

Test(outlet, what_stays_apart_stays_apart)
{
    joined j;
    static const char *const texts[] = {"He told the Fenmouth Gazette. She told the Gazette.",
                                        "He told the Saltmarsh Gazette. She told the Gazette.",
                                            "They told the Gazette."};
    join(&j, texts, NULL, 3);
    cr_expect_eq(j.outlets.count, 3);
    cr_expect_str_eq(name_of(&j, 2, 0), "Gazette");
    release(&j);
}

Test(outlet, initials_and_first_words_join_where_a_credit_stands)
{
    joined j;
    static const char *const texts[] = {"The pier fell.\n\nNobody was hurt.\n\n(NPA)",
                                        "The pier fell.\n\nNobody was hurt.\n\nWith Northsea",
                                            "The pier fell.\n\nNobody was hurt.\n\n\xC2\xA9 Northsea Press Agency",
                                        "FENMOUTH (Northsea). The pier fell."};
    join(&j, texts, NULL, 4);
    cr_expect_eq(j.outlets.count, 1);
    for (uint32_t d = 0; d < 4; d++)
        cr_expect_str_eq(name_of(&j, d, 0), "Northsea Press Agency");
    cr_expect(j.outlets.items[0].agency);
    release(&j);
}

Test(outlet, initials_that_fit_nobody_or_two_are_no_credits)
{
    joined j;
    static const char *const texts[] = {"The pier fell.\n\nNobody was hurt.\n\n(NPA)",
                                        "The pier fell.\n\nNobody was hurt.\n\nNPA aq/jr",
                                        "He told the Northsea Press Agency.", "He told the Netherby Press Agency."};
    join(&j, texts, NULL, 2);
    cr_expect_eq(j.outlets.count, 0);
    cr_expect_eq(j.mentions[0].count + j.mentions[1].count, 0);
    release(&j);
    join(&j, texts, NULL, 4);
    cr_expect_eq(j.outlets.count, 2);
    cr_expect_eq(j.mentions[0].count + j.mentions[1].count, 0);
    release(&j);
}

Test(outlet, a_text_says_whose_its_initials_are)
{
    joined j;
    static const char *const texts[] = {"The Northsea Press Agency reported it.\n\nNobody was hurt.\n\n(NPA)",
                                        "He told the Netherby Press Agency."};
    join(&j, texts, NULL, 2);
    cr_assert_eq(j.mentions[0].count, 2);
    cr_expect_str_eq(name_of(&j, 0, 1), "Northsea Press Agency");
    release(&j);
}

Test(outlet, the_end_of_the_only_full_name_is_its)
{
    joined j;
    static const char *const texts[] = {"He told the Port Bray Courier.", "They told the Courier.",
                                        "BRAY COURIER  The piles had been rotten for years.",
                                        "He told the Daily Mail."};
    static const char *const own[] = {NULL, NULL, NULL, "Bray Daily Mail"};
    join(&j, texts, own, 4);
    cr_expect_str_eq(name_of(&j, 1, 0), "Port Bray Courier");
    cr_expect_str_eq(name_of(&j, 2, 0), "Port Bray Courier");
    cr_expect_str_eq(name_of(&j, 3, 0), "Daily Mail");
    release(&j);
}

Test(outlet, the_name_shown_has_no_article_and_is_no_address)
{
    joined j;
    static const char *const texts[] = {"He told the Fenmouth Gazette.", "The pier fell.", "The pier fell."};
    static const char *const own[] = {NULL, "The Fenmouth Gazette", "www.fenmouthgazette.com"};
    join(&j, texts, own, 3);
    cr_assert_eq(j.outlets.count, 1);
    cr_expect_str_eq(j.outlets.items[0].name, "Fenmouth Gazette");
    cr_expect_eq(j.outlets.items[0].form_count, 1);
    release(&j);
}

Test(outlet, a_credit_of_the_documents_own_outlet_is_its_own)
{
    joined j;
    static const char *const texts[] = {"He told the Gazette. She told the Saltmarsh Herald.",
                                        "He told the Fenmouth Gazette."};
    static const char *const own[] = {"www.fenmouthgazette.com", NULL};
    join(&j, texts, own, 2);
    cr_expect(j.mentions[0].items[0].own);
    cr_expect_not(j.mentions[0].items[1].own);
    release(&j);
}

Test(outlet, agencies_by_how_their_names_end)
{
    cr_expect(syn_outlet_is_agency("Fenmouth Press Agency", 21));
    cr_expect(syn_outlet_is_agency("Fenmouth News Bureau", 20));
    cr_expect(syn_outlet_is_agency("Harbour Wire", 12));
    cr_expect(syn_outlet_is_agency("AFP", 3));
    cr_expect_not(syn_outlet_is_agency("Fenmouth Gazette", 16));
    cr_expect_not(syn_outlet_is_agency("Harbour Agency", 14));
    cr_expect_not(syn_outlet_is_agency("", 0));
}

Test(outlet, a_text_that_says_whose_it_is)
{
    joined j;
    static const char *const texts[] = {"Harbour Times\n\nThe pier fell, he told the Harbour Times.",
                                        "The pier fell.\n\nNobody was hurt.\n\nCopyright Moorland Post Ltd.",
                                        "Pier falls\n\nBy Anna Kestrel, Harbour Times\n\nThe pier fell.",
                                        "The pier fell, he told the Moorland Post."};
    join(&j, texts, NULL, 4);
    for (uint32_t i = 0; i < j.mentions[0].count; i++)
        cr_expect(j.mentions[0].items[i].own);
    cr_expect_eq(j.outlets.of_document[0], j.mentions[0].items[1].outlet);
    cr_expect_eq(j.outlets.of_document[1], j.mentions[3].items[0].outlet);
    cr_expect_eq(j.outlets.of_document[2], j.outlets.of_document[0]);
    cr_expect_eq(j.outlets.of_document[3], SYN_NONE);
    release(&j);
}

Test(outlet, a_byline_under_another_masthead_is_a_credit)
{
    joined j;
    const char *text = "Moorland Post\n\nBy Anna Kestrel, Harbour Times\n\nThe pier fell in the night.";
    join(&j, &text, NULL, 1);
    cr_assert_eq(j.mentions[0].count, 2);
    cr_expect(j.mentions[0].items[0].own);
    cr_expect_not(j.mentions[0].items[1].own);
    cr_expect_str_eq(j.outlets.items[j.outlets.of_document[0]].name, "Moorland Post");
    release(&j);
}

Test(outlet, metadata_say_more_than_a_masthead)
{
    joined j;
    const char *text = "Pier falls\n\nBy Anna Kestrel, Harbour Times\n\nThe pier fell.";
    const char *own = "Moorland Post";
    join(&j, &text, &own, 1);
    cr_expect_str_eq(j.outlets.items[j.outlets.of_document[0]].name, "Moorland Post");
    release(&j);
}

#define NORTHWIRE "BRACKWATER (Northwire) \xE2\x80\x94 The pier fell in the night.\n\nNobody was hurt."

Test(outlet, two_texts_make_an_agency_of_a_word)
{
    joined j;
    static const char *const texts[] = {NORTHWIRE, "The pier fell.\n\nNobody was hurt.\n\n(Northwire)",
                                        "Jonas Roe told Northwire that the pier fell. He told Roe so.",
                                        "NORTHWIRE: The pier fell in the night, keepers say."};
    join(&j, texts, NULL, 4);
    cr_assert_eq(j.outlets.count, 1);
    cr_expect(j.outlets.items[0].agency);
    for (uint32_t d = 0; d < 4; d++) {
        cr_assert_eq(j.mentions[d].count, 1);
        cr_expect_str_eq(name_of(&j, d, 0), "Northwire");
        cr_expect_not(j.mentions[d].items[0].own);
    }
    release(&j);
}

Test(outlet, a_word_at_both_ends_of_one_text_is_an_agency)
{
    joined j;
    static const char *const texts[] = {NORTHWIRE "\n\n(Northwire)", NORTHWIRE, "He told Northwire so."};
    join(&j, texts, NULL, 1);
    cr_expect_eq(j.mentions[0].count, 2);
    release(&j);
    join(&j, texts + 1, NULL, 2);
    cr_expect_eq(j.mentions[0].count + j.mentions[1].count, 0, "one text is not enough");
    release(&j);
}

Test(outlet, names_of_other_languages)
{
    static const char *const names[] = {"Courrier de Bray", "La Dépêche de Bray", "Diario de Bray", "Corriere di Bray",
                                        "Jornal de Bray", "Braymer Zeitung", "Hafenzeitung", "Bray Dagblad",
                                        "Портовая газета"};
    static const char *const others[] = {"Tageszeitung", "Zeitung", "Diario Oficial", "Courrier", "Journal Entry"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        cr_expect(syn_outlet_is_name(names[i], strlen(names[i])), "%s", names[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(syn_outlet_is_name(others[i], strlen(others[i])), "%s", others[i]);
}

Test(outlet, agencies_have_their_initials)
{
    joined j;
    static const char *const texts[] = {"RENO (AP) \xE2\x80\x94 The pier fell.", "She told the Associated Press."};
    join(&j, texts, NULL, 2);
    cr_expect_eq(j.outlets.count, 1);
    cr_expect_str_eq(j.outlets.items[0].name, "Associated Press");
    cr_expect(j.outlets.items[0].agency);
    release(&j);
}

Test(outlet, documents_own_outlets_by_name_or_address)
{
    joined j;
    static const char *const texts[] = {"She told the Fenmouth Gazette.", "She told the New York Times.",
                                        "The pier fell."};
    static const char *const own[] = {"https://www.nytimes.com/pier", "www.fenmouthgazette.com", NULL};
    join(&j, texts, own, 3);
    cr_expect_eq(j.outlets.of_document[0], j.mentions[1].items[0].outlet);
    cr_expect_eq(j.outlets.of_document[1], j.mentions[0].items[0].outlet);
    cr_expect_eq(j.outlets.of_document[2], SYN_NONE);
    release(&j);
}

Test(outlet, persons_and_images_have_none)
{
    joined j;
    const char *text = "My colleague Ada Quill wrote about it.\n\nphoto: iStock";
    join(&j, &text, NULL, 1);
    cr_expect_eq(j.mentions[0].count, 2);
    cr_expect_eq(j.outlets.count, 0);
    cr_expect_str_eq(name_of(&j, 0, 0), "none");
    release(&j);
}

Test(outlet, a_house_style_without_a_name_is_its_agencys)
{
    joined j;
    const char *text = "The pier fell.\n\n(Reporting by Ada Quill; Editing by Jo Reed)";
    join(&j, &text, NULL, 1);
    cr_expect_str_eq(name_of(&j, 0, 0), "Reuters");
    release(&j);
}

Test(outlet, no_texts_have_no_outlets)
{
    joined j;
    join(&j, NULL, NULL, 0);
    cr_expect_eq(j.outlets.count, 0);
    release(&j);
}

Test(outlet, a_short_name_that_a_known_outlet_has_too_is_nobodys)
{
    joined j;
    join(&j, (const char *[]){"She told the New York Daily News.", "He told the Saltmarsh Daily News.", "They told the Daily News."}, NULL, 3);
    cr_expect_str_eq(name_of(&j, 2, 0), "Daily News");
    release(&j);
    join(&j, (const char *[]){"He told the Saltmarsh Daily News.", "They told the Daily News."}, NULL, 2);
    cr_expect_str_eq(name_of(&j, 1, 0), name_of(&j, 0, 0));
    release(&j);
}
