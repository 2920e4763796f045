/** Laws of planted passages: what stands in N of M otherwise unrelated documents is found as what was
 *  planted, with all N witnesses and exact spans.
 *
 *      planted_law [seed [trials]]
 */
#include "support/collection.h"

enum { TRIALS = 60, MOST_WORDS = 120, MOST_DOCUMENTS = 320 };

/* Words [begin, end) of a document: where something was planted. */
typedef struct planting {
    uint32_t document, begin, end;
} planting;

typedef struct field {
    collection c;
    uint32_t next_word;
    planting at[MOST_DOCUMENTS + 1];
    uint32_t count;
} field;

static uint32_t new_word(field *f)
{
    return f->next_word++;
}

static void write_unrelated(field *f, written *d, uint32_t most)
{
    for (uint32_t words = law_chance(most + 1); words > 0; --words)
        write_word(d, new_word(f));
}

static void make_words(field *f, uint32_t *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; ++i)
        words[i] = new_word(f);
}

static void plant(field *f, written *d, uint32_t document, const uint32_t *words, uint32_t count)
{
    f->at[f->count].document = document;
    f->at[f->count].begin = d->count;
    write_run(d, words, count);
    f->at[f->count++].end = d->count;
}

/* Adds documents, those numbered below `takers` with the words between unrelated ones. */
static void sow(field *f, uint32_t documents, uint32_t takers, const uint32_t *words, uint32_t count)
{
    for (uint32_t i = 0; i < documents; ++i) {
        uint32_t number = f->c.count;
        written *d = collection_add(&f->c);
        write_unrelated(f, d, 60);
        if (i < takers)
            plant(f, d, number, words, count);
        write_unrelated(f, d, law_chance(3) ? 60 : 0);
    }
}

static traced harvest(const field *f)
{
    syn_options options;
    syn_options_init(&options);
    options.thread_count = 1 + law_chance(2);
    return collection_trace(&f->c, &options, NULL);
}

static void finish(field *f, traced *t)
{
    const char *broken = f->c.count <= 40 ? whole_broken(t->result) : NULL;
    law_hold(broken == NULL, broken, "%s", whole_where());
    traced_release(t);
    collection_release(&f->c);
    *f = (field){0};
}

/* Passage `passage` is at plantings [first, first + count), in order, and nowhere else. */
static void hold_witnesses(const field *f, const traced *t, uint32_t passage, uint32_t first, uint32_t count)
{
    const syn_passage *p = &t->view->passages[passage];
    law_hold(p->witness_count == count, "a passage has all its witnesses", "%u of %u", p->witness_count, count);
    for (uint32_t i = 0; i < count; ++i) {
        const syn_witness *w = &t->view->witnesses[p->witness_first + i];
        const planting *at = &f->at[first + i];
        const written *d = &f->c.documents[at->document];
        law_hold(w->document == at->document && w->span.begin == d->begin[at->begin] && w->span.end == d->end[at->end - 1],
                 "a witness is where it was planted", "witness %u: document %u, bytes %llu to %llu; planted in %u, bytes %u to %u", i,
                 w->document, (unsigned long long)w->span.begin, (unsigned long long)w->span.end, at->document, d->begin[at->begin],
                 d->end[at->end - 1]);
    }
}

static void hold_count(const traced *t, size_t count)
{
    law_hold(t->view->passage_count == count, "as many passages as were planted", "%zu, not %zu", t->view->passage_count, count);
}

/* Each taker reuses the passage and nothing else; every two takers are a pair. */
static void hold_shares(const field *f, const traced *t, uint32_t takers, uint32_t count)
{
    const syn_share *shares = t->view->shares;
    for (uint32_t d = 0; d < f->c.count; ++d)
        law_hold(shares[d].reused_words == (d < takers ? count : 0) && shares[d].how[SYN_VERBATIM] == shares[d].reused_words,
                 "a taker reuses what was planted", "document %u: %u words", d, shares[d].reused_words);
    law_hold(t->view->pair_count == (size_t)takers * (takers - 1) / 2, "every two takers are a pair", "%zu", t->view->pair_count);
    for (size_t i = 0; i < t->view->pair_count; ++i)
        law_hold(t->view->pairs[i].words == count, "a pair shares what was planted", "pair %zu: %u words", i, t->view->pairs[i].words);
}

static void law_verbatim(field *f, uint32_t most)
{
    uint32_t words[MOST_WORDS], count = law_between(12, MOST_WORDS), takers = law_between(2, most);
    make_words(f, words, count);
    sow(f, takers + law_chance(20), takers, words, count);
    traced t = harvest(f);
    hold_count(&t, 1);
    hold_witnesses(f, &t, 0, 0, takers);
    law_hold(t.view->passages[0].words == count && t.view->passages[0].kind == SYN_VERBATIM, "the passage is what was planted",
             "%u words of %u", t.view->passages[0].words, count);
    hold_shares(f, &t, takers, count);
    finish(f, &t);
}

/* One document, not the first of them, has it twice. */
static void law_twice(field *f)
{
    uint32_t words[MOST_WORDS], count = law_between(12, MOST_WORDS), takers = law_between(1, 12);
    make_words(f, words, count);
    sow(f, 1, 1, words, count);
    written *d = collection_add(&f->c);
    for (uint32_t i = 0; i < 2; ++i) {
        plant(f, d, 1, words, count);
        write_unrelated(f, d, 30);
        write_word(d, new_word(f));
    }
    sow(f, takers + 2, takers, words, count);
    traced t = harvest(f);
    hold_count(&t, 1);
    hold_witnesses(f, &t, 0, 0, takers + 3);
    finish(f, &t);
}

/* Each copy has one word of its own, well inside. */
static void law_edited(field *f)
{
    uint32_t words[MOST_WORDS], count = law_between(40, MOST_WORDS), takers = law_between(2, 40);
    make_words(f, words, count);
    for (uint32_t i = 0; i < takers; ++i) {
        uint32_t at = law_between(12, count - 13), kept = words[at];
        words[at] = new_word(f);
        sow(f, 1, 1, words, count);
        words[at] = kept;
    }
    traced t = harvest(f);
    hold_count(&t, 1);
    hold_witnesses(f, &t, 0, 0, takers);
    law_hold(t.view->passages[0].kind == SYN_EDITED || t.view->passages[0].kind == SYN_VERBATIM, "an edited passage is one", "%d",
             t.view->passages[0].kind);
    finish(f, &t);
}

/* A third of the passage stands alone in other documents. Where those are more, the part is a passage
 * of its own, in all of them; else it may also be the whole with partial copies. */
static void law_nested(field *f)
{
    uint32_t words[MOST_WORDS], third = law_between(20, MOST_WORDS / 3), outer = law_between(2, 12);
    bool fewer = law_chance(2), inner_first = law_chance(2);
    uint32_t inner = fewer ? law_between(1, outer - 1) : law_between(outer + 2, 30), outer_at = inner_first ? inner : 0;
    make_words(f, words, 3 * third);
    if (inner_first)
        sow(f, inner, inner, words + third, third);
    sow(f, outer, outer, words, 3 * third);
    if (!inner_first)
        sow(f, inner, inner, words + third, third);
    traced t = harvest(f);
    bool joined = fewer && t.view->passage_count == 1;
    hold_count(&t, joined ? 1 : 2);
    hold_witnesses(f, &t, 0, joined ? 0 : outer_at, joined ? outer + inner : outer);
    for (uint32_t i = 0; i < outer; ++i) {
        f->at[outer_at + i].begin += third;
        f->at[outer_at + i].end -= third;
    }
    if (!joined)
        hold_witnesses(f, &t, 1, 0, outer + inner);
    finish(f, &t);
}

/* Whole documents are the same. */
static void law_duplicates(field *f)
{
    uint32_t words[MOST_WORDS], count = law_between(12, MOST_WORDS), copies = law_between(2, 40);
    make_words(f, words, count);
    for (uint32_t i = 0; i < copies; ++i)
        plant(f, collection_add(&f->c), i, words, count);
    traced t = harvest(f);
    hold_count(&t, 1);
    hold_witnesses(f, &t, 0, 0, copies);
    hold_shares(f, &t, copies, count);
    finish(f, &t);
}

int main(int argc, char **argv)
{
    uint32_t trials = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : TRIALS;
    field *f = law_need(calloc(1, sizeof *f));
    law_seed(argc, argv, 20250612);
    for (law_trial = 0; law_trial < trials; ++law_trial) {
        law_verbatim(f, law_trial % 20 == 0 ? 300 : 20);
        law_twice(f);
        law_edited(f);
        law_nested(f);
        law_duplicates(f);
    }
    free(f);
    return 0;
}
