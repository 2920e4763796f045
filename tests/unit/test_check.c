#include "syndic/store.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* A short archive, and one new text held against it. */
typedef struct desk {
    syn_options options;
    syn_gate gate;
    syn_index *index;
    syn_result *result;
    const syn_result_view *view;
    syn_error error;
} desk;

#define TIDE                                                                                                  \
    "Nobody at the harbour office had counted the eel traps since the winter flood, the warden told the board, " \
    "and the ledger that listed them was found pulped behind a radiator in the boat shed."
#define LAMP                                                                                                   \
    "Forty brass lamps were carried out of the lighthouse store on a handcart, two of them still lit, before the " \
    "caretaker noticed that the padlock had been swapped."

static void add(desk *d, const char *id, const char *outlet, const char *date, const char *text)
{
    syn_corpus *corpus = NULL;
    syn_added added;
    syn_document document = {.id = id, .path = id, .record = -1, .outlet = outlet, .text = text, .text_bytes = strlen(text)};
    if (date != NULL)
        document.date = (syn_date){.precision = SYN_DATE_DAY, .year = 2031, .month = 5, .day = (uint8_t)(date[0] - '0'), .from = "date field"};
    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    cr_assert_eq(syn_corpus_add(corpus, &document, &d->error), SYN_OK);
    cr_assert_eq(syn_index_add_corpus(d->index, corpus, &d->options, &added, &d->error), SYN_OK, "%s", d->error.message);
    syn_corpus_free(corpus);
}

static void open_desk(desk *d)
{
    *d = (desk){0};
    syn_options_init(&d->options);
    syn_gate_init(&d->gate);
    cr_assert_eq(syn_index_open("/tmp", SYN_INDEX_SCRATCH, &d->index, &d->error), SYN_OK, "%s", d->error.message);
    add(d, "tide.txt", "Mudflat Post", "1", "The board met on a wet evening.\n\n" TIDE "\n\nThe meeting closed with tea.\n");
    add(d, "lamp.txt", "Mudflat Post", "2", "A strange morning on the point.\n\n" LAMP "\n\nPolice have no suspects at all.\n");
}

static void close_desk(desk *d)
{
    syn_result_free(d->result);
    syn_index_close(d->index);
}

static const syn_checked *check_document(desk *d, const syn_document *document)
{
    syn_corpus *corpus = NULL;
    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    cr_assert_eq(syn_corpus_add(corpus, document, &d->error), SYN_OK);
    syn_result_free(d->result);
    d->result = NULL;
    cr_assert_eq(syn_check(corpus, &d->index, 1, &d->gate, &d->options, &d->result, &d->error), SYN_OK, "%s", d->error.message);
    syn_corpus_free(corpus);
    d->view = syn_result_get(d->result);
    cr_assert(d->view->is_check);
    cr_assert_eq(d->view->checked_count, 1);
    cr_assert_str_eq(syn_corpus_get(d->view->corpus, 0)->id, document->id);
    return &d->view->checked[0];
}

static const syn_checked *check(desk *d, const char *id, const char *text)
{
    const syn_document document = {.id = id, .path = id, .record = -1, .text = text, .text_bytes = strlen(text)};
    return check_document(d, &document);
}

Test(check, copied_words_are_open)
{
    desk d;
    open_desk(&d);
    const syn_checked *c = check(&d, "new.txt", "Something of my own comes first here.\n\n" TIDE "\n\nAnd something behind.\n");
    cr_assert_eq(c->words, 35, "%u", c->words);
    cr_assert(c->over); /* 35 words are within 40, but more than a fifth */
    cr_assert_eq(d.view->passage_count, 1);
    cr_assert_eq(c->counted_count, 1);
    cr_assert_eq(d.view->counted[0].words, c->words);
    cr_assert_eq(syn_corpus_count(d.view->corpus), 2);
    cr_assert_str_eq(syn_corpus_get(d.view->corpus, 1)->id, "tide.txt");
    cr_assert_eq(d.view->passages[0].representative, 0, "the new text's copy stands for the passage");
    close_desk(&d);
}

Test(check, a_text_of_its_own_is_clean)
{
    desk d;
    open_desk(&d);
    const syn_checked *c = check(&d, "new.txt", "Nothing in this note was ever written down by anybody else before today.");
    cr_assert_eq(c->words, 0);
    cr_assert_not(c->over);
    cr_assert_eq(d.view->passage_count, 0);
    cr_assert_eq(syn_corpus_count(d.view->corpus), 1);
    close_desk(&d);
}

Test(check, credited_words_are_not_open)
{
    desk d;
    open_desk(&d);
    const syn_checked *c = check(&d, "new.txt", "The Mudflat Post reported: \"" TIDE "\"\n");
    cr_assert_eq(c->words, 0, "%u", c->words);
    cr_assert_not(c->over);
    cr_assert_eq(d.view->passage_count, 1);
    close_desk(&d);
}

Test(check, ignored_and_known_words_do_not_count)
{
    desk d;
    open_desk(&d);
    const char *base = "Boilerplate of ours. " TIDE, *key;
    char known[33];
    const syn_checked *c = check(&d, "new.txt", "My own words.\n\n" TIDE "\n\n" LAMP "\n");
    const uint32_t all = c->words;
    cr_assert_gt(all, 60);
    d.gate.ignored = &base;
    d.gate.ignored_count = 1;
    c = check(&d, "new.txt", "My own words.\n\n" TIDE "\n\n" LAMP "\n");
    cr_assert_eq(c->ignored_words, 35);
    cr_assert_eq(c->words + c->ignored_words, all);
    cr_assert_eq(d.view->passage_count, 2);
    memcpy(known, d.view->passages[0].key, sizeof known);
    key = known;
    d.gate.ignored_count = 0;
    d.gate.known = &key;
    d.gate.known_count = 1;
    c = check(&d, "new.txt", "My own words.\n\n" TIDE "\n\n" LAMP "\n");
    cr_assert(d.view->counted[0].known);
    cr_assert_not(d.view->counted[1].known);
    cr_assert_eq(c->known_words, d.view->counted[0].words);
    cr_assert_eq(c->words + c->known_words, all);
    close_desk(&d);
}

Test(check, no_text_matches_itself)
{
    desk d;
    open_desk(&d);
    const syn_checked *c = check(&d, "tide.txt", "The board met again.\n\n" TIDE "\n");
    cr_assert_eq(c->words, 0);
    cr_assert_eq(c->version_count, 1);
    cr_assert_str_eq(d.view->versions[0].id, "tide.txt");
    cr_assert_not(d.view->versions[0].same);
    c = check(&d, "other.txt", "The board met on a wet evening.\n\n" TIDE "\n\nThe meeting closed with tea.\n");
    cr_assert_eq(c->version_count, 1);
    cr_assert(d.view->versions[0].same);
    cr_assert_eq(c->words, 0);
    close_desk(&d);
}

Test(check, limits_are_the_callers)
{
    desk d;
    open_desk(&d);
    const char *text = "Something of my own comes first here.\n\n" TIDE "\n\nAnd something behind.\n";
    d.gate.limit_share = 2;
    cr_assert_not(check(&d, "new.txt", text)->over);
    d.gate.limit_words = 34;
    cr_assert(check(&d, "new.txt", text)->over);
    d.gate.limit_words = 35;
    cr_assert_not(check(&d, "new.txt", text)->over);
    close_desk(&d);
}

Test(check, what_is_removed_is_not_matched)
{
    desk d;
    open_desk(&d);
    const char *id = "tide.txt";
    cr_assert_eq(syn_index_remove(d.index, &id, 1, &d.error), SYN_OK, "%s", d.error.message);
    cr_assert_eq(check(&d, "new.txt", "Mine.\n\n" TIDE "\n")->words, 0);
    close_desk(&d);
}

/* Two partial copies may have no more in common than a name: that does not make the passage a name. */
Test(check, copies_that_overlap_in_a_name_are_copies)
{
    desk d;
    const char *first = "The ferry stayed at its berth all week while a crack in the ramp was filed, welded and filed "
                        "again, and the crew played dominoes, said ";
    const char *name = "Orla Fenwick, deputy director of the Marlow Bridge Trust,";
    const char *last = " who had brought two flasks of soup and a ledger of complaints from the island, sorted by colour "
                       "and by the weather on the day each of them was written.";
    char text[1024], one[1024], two[1024], whole[1024];
    snprintf(text, sizeof text, "Morning on the quay was quiet.\n\n%s%s%s\n", first, name, last);
    snprintf(one, sizeof one, "Boats, in brief, by our own reader.\n\n%s%s\n\nThat is all for now.\n", first, name);
    snprintf(two, sizeof two, "A long letter came on Tuesday.\n\nIt was from %s%s\n", name, last);
    snprintf(whole, sizeof whole, "Another page.\n\n%s%s%s\n", first, name, last);
    open_desk(&d);
    add(&d, "one.txt", NULL, NULL, one);
    add(&d, "two.txt", NULL, NULL, two);
    add(&d, "whole.txt", NULL, NULL, whole);
    const syn_checked *c = check(&d, "new.txt", text);
    cr_assert_gt(c->words, 55, "%u", c->words);
    cr_assert_eq(syn_corpus_count(d.view->corpus), 4);
    close_desk(&d);
}

/* Common words, and the same with every sixth another: what is left are runs of five, neither long nor telling. */
#define FARM                                                                                                   \
    "My uncle sold his cows before the first snow came down and put the money into a small boat that never left " \
    "the lake because nobody in our family could swim or wanted to learn"
#define FARM_EDITED                                                                                               \
    "My uncle sold his cows after the first snow came down then put the money into a tiny boat that never left this " \
    "lake because nobody in our town could swim or wanted to try"

static void add_many(desk *d, const char *name, unsigned count, const char *before, const char *text)
{
    syn_corpus *corpus = NULL;
    syn_added added;
    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    for (unsigned i = 0; i < count; i++) {
        char id[32], all[1024];
        snprintf(id, sizeof id, "%s-%03u.txt", name, i);
        snprintf(all, sizeof all, "%s%s.\n", before, text);
        syn_document document = {.id = id, .path = id, .record = -1, .text = all, .text_bytes = strlen(all)};
        cr_assert_eq(syn_corpus_add(corpus, &document, &d->error), SYN_OK);
    }
    cr_assert_eq(syn_index_add_corpus(d->index, corpus, &d->options, &added, &d->error), SYN_OK, "%s", d->error.message);
    syn_corpus_free(corpus);
}

static void remove_many(desk *d, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        char id[32];
        snprintf(id, sizeof id, "many-%03u.txt", i);
        cr_assert_eq(syn_index_remove(d->index, &(const char *){id}, 1, &d->error), SYN_OK, "%s", d->error.message);
    }
}

/* Phrases in many places count in a chain only: those in removed texts must not make them many. */
Test(check, many_removed_texts_hide_no_copy)
{
    desk d;
    open_desk(&d);
    add_many(&d, "many", 150, "A page of the book.\n\n", FARM);
    cr_assert_eq(check(&d, "new.txt", "Something else.\n\n" FARM_EDITED "\n")->words, 0, "they are phrases in many places");
    remove_many(&d, 150);
    add(&d, "farm.txt", NULL, NULL, "The board met on a wet evening.\n\n" FARM "\n\nThe meeting closed with tea.\n");
    cr_assert_gt(check(&d, "new.txt", "Something else.\n\n" FARM_EDITED "\n")->words, 15);
    close_desk(&d);
}

#define GULLS                                                                                           \
    "None of the gulls that nested on the chandler's roof in March had come back by the time the scaffolding went up, " \
    "the roofer wrote to the parish clerk"

Test(check, a_text_held_under_many_ids_is_none_of_its_sources)
{
    desk d;
    open_desk(&d);
    add_many(&d, "many", 150, "Something of my own.\n\n", GULLS);
    const syn_checked *c = check(&d, "new.txt", "Something of my own.\n\n" GULLS ".\n");
    cr_assert_eq(c->words, 0, "%u", c->words);
    cr_assert_eq(c->version_count, 150, "%u", c->version_count);
    close_desk(&d);
}

#define HERON "grizzled herons squabbled over pickled turnips"
#define ANVIL "rusting anvils toppled from rickety balconies"

/* A chain goes over twenty inserted words: as far must two phrases be near. */
Test(check, phrases_in_many_places_count_twenty_words_apart)
{
    desk d;
    open_desk(&d);
    add_many(&d, "heron", 90, "Their note says that ", HERON);
    add_many(&d, "anvil", 90, "This sheet says that ", ANVIL);
    add(&d, "apart.txt", NULL, NULL, "Whoever passed by will swear that " HERON
        " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty " ANVIL " yesterday.\n");
    check(&d, "new.txt", "My aunt claims: " HERON " " ANVIL " twice.\n");
    cr_assert_eq(d.view->passage_count, 1);
    cr_assert_str_eq(syn_corpus_get(d.view->corpus, 1)->id, "apart.txt");
    close_desk(&d);
}

Test(check, options_that_no_index_has_are_refused)
{
    desk d;
    open_desk(&d);
    syn_corpus *corpus = NULL;
    const syn_corpus *one;
    syn_result *result = NULL;
    syn_error error = {0}, own = {0};
    cr_assert_eq(syn_corpus_new(&corpus), SYN_OK);
    one = corpus;
    d.options.shingle_words = d.options.min_words = 3;
    cr_assert_eq(syn_check(corpus, &d.index, 1, &d.gate, &d.options, &result, &error), SYN_ARGUMENT);
    cr_assert_not_null(strstr(error.message, "shingle_words"), "%s", error.message);
    cr_assert_eq(syn_check_each(&one, 1, &d.index, 1, &d.gate, &d.options, &result, &own, &error), SYN_ARGUMENT);
    cr_assert_null(result);
    syn_corpus_free(corpus);
    close_desk(&d);
}

Test(check, a_huge_minimum_takes_no_more_memory)
{
    desk d;
    open_desk(&d);
    d.options.min_words = UINT32_MAX;
    cr_assert_eq(check(&d, "new.txt", "Mine.\n\n" TIDE "\n")->words, 0);
    d.options.min_words = 33;
    cr_assert_eq(check(&d, "new.txt", "Mine.\n\n" TIDE "\n")->words, 35);
    close_desk(&d);
}

Test(check, another_outlets_copy_is_no_version)
{
    desk d;
    open_desk(&d);
    const char *text = "The board met on a wet evening.\n\n" TIDE "\n\nThe meeting closed with tea.\n";
    syn_document document = {.id = "tide.txt", .path = "tide.txt", .record = -1, .outlet = "Thieving Times", .text = text,
                             .text_bytes = strlen(text)};
    const syn_checked *c = check_document(&d, &document);
    cr_assert_gt(c->words, 40);
    cr_assert_eq(c->version_count, 0);
    document.outlet = "Mudflat Post";
    cr_assert_eq(check_document(&d, &document)->words, 0);
    close_desk(&d);
}

Test(check, a_dot_before_a_path_names_the_same_file)
{
    desk d;
    open_desk(&d);
    const syn_checked *c = check(&d, "./tide.txt", "The board met again, in haste.\n\n" TIDE "\n");
    cr_assert_eq(c->words, 0);
    cr_assert_eq(c->version_count, 1);
    close_desk(&d);
}

Test(check, what_has_only_the_name_is_no_version)
{
    desk d;
    open_desk(&d);
    const syn_checked *c = check(&d, "tide.txt", "Mine.\n\n" LAMP "\n");
    cr_assert_eq(c->version_count, 0);
    cr_assert_gt(c->words, 25);
    close_desk(&d);
}
