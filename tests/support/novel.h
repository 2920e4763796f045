/** A check made by hand (made.h, credited.h): two new texts, of which one is over its limit, and three known ones.
 *
 *      novel n;
 *      novel_make(&n);
 *      ... n.c.m.result ...
 *      novel_close(&n);
 *
 *  Passages: 1 open, in all but the clean new text; 2 open and known; 3 credited to an outlet that is not among the
 *  texts; 4 a name. Ids of the new texts come behind those of the known ones, as they may in a check.
 */
#ifndef SYN_TESTS_NOVEL_H
#define SYN_TESTS_NOVEL_H

#include "model/corpus.h"
#include "support/credited.h"

#define NOVEL_OPEN "No ferry may lie at the north mole until the dredger Hesper has left it"
#define NOVEL_KNOWN "Forty lamps along the quay will be lit again on Sunday at dusk"
#define NOVEL_CREDITED "the pilots want a second boat before the herring come back to the bay"
#define NOVEL_NAME "Port Ellery Harbour Commission"

typedef struct novel {
    credited c;
    syn_checked *checked;
    syn_counted *counted;
    syn_edition *versions;
} novel;

static inline void novel_texts(credited *c)
{
    static const syn_date first = {.precision = SYN_DATE_DAY, .year = 2024, .month = 3, .day = 2, .from = "date field"};
    static const syn_date second = {.precision = SYN_DATE_DAY, .year = 2024, .month = 3, .day = 1, .from = "head line"};
    static const syn_date own = {.precision = SYN_DATE_DAY, .year = 2024, .month = 3, .day = 9, .from = "head line"};
    made_document(&c->m, &(syn_document){
        .id = "0", .path = "new/draft.txt", .record = -1, .date = own,
        .text = "Harbour news\n\n" NOVEL_OPEN ".\n\n" NOVEL_KNOWN ".\n\nThe Courier reported that " NOVEL_CREDITED
                ".\n\nThe " NOVEL_NAME " met.\n"});
    made_document(&c->m, &(syn_document){.id = "1", .path = "new/clean.txt", .record = -1, .text = "Nothing of it."});
    made_document(&c->m, &(syn_document){.id = "archive/bell.txt", .path = "archive/bell.txt", .record = -1,
                                         .title = "Mole to close", .outlet = "Lantern Post", .date = first,
                                         .text = NOVEL_OPEN ".\n" NOVEL_KNOWN ".\nThe Courier has it.\n" NOVEL_NAME
                                                 ".\n" NOVEL_CREDITED "\n"});
    made_document(&c->m, &(syn_document){.id = "archive/horn.txt", .path = "archive/horn.txt", .record = -1,
                                         .date = second, .text = "We hear that " NOVEL_OPEN ".\n"});
    made_text(&c->m, "archive/mast.txt", "At dawn: " NOVEL_OPEN "!\n");
    c->m.corpus->documents[0].id = "new/draft.txt";
    c->m.corpus->documents[1].id = "new/clean.txt";
}

static inline void novel_passages(credited *c)
{
    uint32_t courier = credited_source(c, "Port Ellery Courier"), bell = credited_document(c, 2);
    uint32_t reported = credited_credit(c, 0, courier, "The Courier reported", "The Courier", SYN_AT_SENTENCE);
    credited_credit(c, 2, courier, "The Courier has it", "The Courier", SYN_AT_SENTENCE);
    made_passage(&c->m, SYN_VERBATIM, 15, NOVEL_OPEN, 4, (uint32_t[]){0, 2, 3, 4});
    made_passage(&c->m, SYN_VERBATIM, 13, NOVEL_KNOWN, 2, (uint32_t[]){0, 2});
    made_passage(&c->m, SYN_VERBATIM, 13, NOVEL_CREDITED, 1, (uint32_t[]){0});
    credited_stands(c, SYN_CREDITED, reported);
    made_witness(&c->m, 2, SYN_VERBATIM, NOVEL_CREDITED);
    made_passage(&c->m, SYN_NAME, 4, NOVEL_NAME, 2, (uint32_t[]){0, 2});
    for (size_t i = 0; i < c->m.result->view.witness_count; i++)
        if (c->m.witnesses[i].standing == SYN_OPEN)
            c->m.witnesses[i].credit = SYN_NONE;
    for (uint32_t p = 0; p < 4; p++)
        c->m.passages[p].key[31] = (char)('0' + p);
    c->m.passages[0].representative = 1;
    for (uint32_t d = 2; d < 5; d++)
        made_pair(&c->m, 0, d);
    credited_descent(c, bell, 0, 28, 2, (uint32_t[]){0, 1});
    credited_evidence(c, "date", "dated 2024-03-02, before 2024-03-09");
    credited_descent(c, courier, 0, 13, 1, (uint32_t[]){2})->level = SYN_MODERATE;
    credited_evidence(c, "credit", "\"The Courier reported\"");
}

static inline void novel_make(novel *n)
{
    *n = (novel){.checked = made_array(sizeof *n->checked), .counted = made_array(sizeof *n->counted),
                 .versions = made_array(sizeof *n->versions)};
    credited_open(&n->c);
    syn_result_view *view = &n->c.m.result->view;
    novel_texts(&n->c);
    novel_passages(&n->c);
    n->checked[0] = (syn_checked){.document = 0, .over = true, .words = 15,
                                  .share = 15.0 / n->c.m.shares[0].words, .ignored_words = 3, .known_words = 13,
                                  .counted_count = 2, .version_count = 2};
    n->checked[1] = (syn_checked){.document = 1, .counted_first = 2, .version_first = 2};
    n->counted[0] = (syn_counted){.passage = 0, .words = 15};
    n->counted[1] = (syn_counted){.passage = 1, .words = 13, .known = true};
    n->versions[0] = (syn_edition){"archive/draft-0.txt", NULL, false};
    n->versions[1] = (syn_edition){"wire-7", "archive/wire.jsonl", true};
    view->traced = view->is_check = true;
    view->limit_words = 10;
    view->limit_share = 0.305;
    view->checked = n->checked;
    view->checked_count = 2;
    view->counted = n->counted;
    view->counted_count = 2;
    view->versions = n->versions;
    view->version_count = 2;
}

static inline void novel_close(novel *n)
{
    credited_close(&n->c);
}

#endif
