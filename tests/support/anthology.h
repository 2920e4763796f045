/** Random collections: fresh words, parts of a few stories, verbatim and edited, words of earlier documents, set
 *  phrases and broken bytes.
 *
 *      collection c = {0};
 *      collection_random(&c);
 */
#ifndef TESTS_SUPPORT_ANTHOLOGY_H
#define TESTS_SUPPORT_ANTHOLOGY_H

#include "support/collection.h"

enum { STORIES = 3, STORY_WORDS = 80 };

/* What the documents of a collection are made of. */
typedef struct stock {
    uint32_t vocabulary;
    uint32_t story[STORIES][STORY_WORDS];
} stock;

static inline uint32_t random_word(const stock *s)
{
    uint32_t number = law_chance(s->vocabulary);
    if (law_chance(12) == 0)
        number += WORD_ANY_SCRIPT;
    return law_chance(10) == 0 ? number | WORD_CAPITAL : number;
}

static inline void stock_random(stock *s)
{
    static const uint32_t sizes[] = {3, 40, 1000, 1000000};
    s->vocabulary = sizes[law_chance(4)];
    for (uint32_t i = 0; i < STORIES; ++i)
        for (uint32_t w = 0; w < STORY_WORDS; ++w)
            s->story[i][w] = random_word(s);
}

/* ---- what a document is made of ---- */

static inline void write_fresh(const stock *s, written *d, uint32_t most)
{
    for (uint32_t words = law_chance(most + 1); words > 0; --words)
        write_word(d, random_word(s));
}

/* A part of a run, verbatim or with every eighth word replaced, dropped or doubled. */
static inline void write_part(const stock *s, written *d, const uint32_t *run, uint32_t count, bool edited)
{
    uint32_t begin = law_chance(3) ? 0 : law_chance(count), end = law_chance(3) ? count : law_between(begin, count);
    for (uint32_t i = begin; i < end; ++i) {
        uint32_t edit = edited ? law_chance(24) : 3;
        if (edit != 0)
            write_word(d, edit == 1 ? random_word(s) : run[i]);
        if (edit == 2)
            write_word(d, random_word(s));
    }
}

/* Words of an earlier document, or of this one so far: copied first, since writing moves them. */
static inline void write_earlier(const stock *s, collection *c, written *d, bool all)
{
    const written *from = law_chance(4) == 0 ? d : &c->documents[law_chance(c->count)];
    uint32_t count = from->count;
    uint32_t *run = law_need(malloc((count + 1) * sizeof *run));
    if (count > 0)
        memcpy(run, from->numbers, count * sizeof *run);
    if (all)
        write_run(d, run, count);
    else if (count > 0)
        write_part(s, d, run, count, law_chance(2));
    free(run);
}

static inline void write_set_phrase(written *d)
{
    static const char *const phrases[] = {
        "Orla Fenwick, deputy director of the Marlow Bridge Trust ", "said Orla Fenwick, deputy director of the Marlow Bridge Trust. ",
        "Sign up for our newsletter. All rights reserved. ", "\u201cNo,\u201d ", "\xff\xc3", "\u00ad", "9\u00bd "};
    write_text(d, phrases[law_chance(7)]);
}

static inline void write_segment(const stock *s, collection *c, written *d)
{
    const uint32_t *story = s->story[law_chance(STORIES)];
    switch (law_chance(8)) {
    case 0: case 1: write_fresh(s, d, 40); break;
    case 2: case 3: write_part(s, d, story, STORY_WORDS, false); break;
    case 4: write_part(s, d, story, STORY_WORDS, true); break;
    case 5: write_earlier(s, c, d, false); break;
    case 6: write_earlier(s, c, d, law_chance(3) == 0); break;
    default: write_set_phrase(d);
    }
}

static inline void date_random(syn_date *date)
{
    if (law_chance(3) == 0)
        return;
    *date = (syn_date){.precision = SYN_DATE_DAY, .year = (int16_t)(2019 + law_chance(2)), .month = (uint8_t)law_between(1, 2),
                       .day = (uint8_t)law_between(1, 28), .from = "date field"};
}

static inline void collection_random(collection *c)
{
    stock *s = law_need(malloc(sizeof *s));
    stock_random(s);
    for (uint32_t count = law_between(1, law_chance(10) ? 9 : 40); count > 0; --count) {
        written *d = collection_add(c);
        date_random(&d->date);
        uint32_t kind = law_chance(12);
        if (kind == 1)
            write_word(d, random_word(s));
        else if (kind == 2)
            write_fresh(s, d, 4);
        for (uint32_t segments = kind < 3 ? 0 : law_between(1, 5); segments > 0; --segments)
            write_segment(s, c, d);
    }
    free(s);
}

#endif
