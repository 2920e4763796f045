/** Laws of the whole on random collections: what any result must hold (tests/support/whole.h), and that
 *  threads, order of adding, grouping and an unrelated document change nothing.
 *
 *      pipeline_law [seed [collections]]
 */
#include "support/collection.h"

enum { COLLECTIONS = 200, STORIES = 3, STORY_WORDS = 80 };

/* What the documents of a collection are made of. */
typedef struct stock {
    uint32_t vocabulary;
    uint32_t story[STORIES][STORY_WORDS];
} stock;

static uint32_t random_word(const stock *s)
{
    uint32_t number = law_chance(s->vocabulary);
    if (law_chance(12) == 0)
        number += WORD_ANY_SCRIPT;
    return law_chance(10) == 0 ? number | WORD_CAPITAL : number;
}

static void stock_random(stock *s)
{
    static const uint32_t sizes[] = {3, 40, 1000, 1000000};
    s->vocabulary = sizes[law_chance(4)];
    for (uint32_t i = 0; i < STORIES; ++i)
        for (uint32_t w = 0; w < STORY_WORDS; ++w)
            s->story[i][w] = random_word(s);
}

/* ---- what a document is made of ---- */

static void write_fresh(const stock *s, written *d, uint32_t most)
{
    for (uint32_t words = law_chance(most + 1); words > 0; --words)
        write_word(d, random_word(s));
}

/* A part of a run, verbatim or with every eighth word replaced, dropped or doubled. */
static void write_part(const stock *s, written *d, const uint32_t *run, uint32_t count, bool edited)
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
static void write_earlier(const stock *s, collection *c, written *d, bool all)
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

static void write_set_phrase(written *d)
{
    static const char *const phrases[] = {
        "Orla Fenwick, deputy director of the Marlow Bridge Trust ", "said Orla Fenwick, deputy director of the Marlow Bridge Trust. ",
        "Sign up for our newsletter. All rights reserved. ", "\u201cNo,\u201d ", "\xff\xc3", "\u00ad", "9\u00bd "};
    write_text(d, phrases[law_chance(7)]);
}

static void write_segment(const stock *s, collection *c, written *d)
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

static void date_random(syn_date *date)
{
    if (law_chance(3) == 0)
        return;
    *date = (syn_date){.precision = SYN_DATE_DAY, .year = (int16_t)(2019 + law_chance(2)), .month = (uint8_t)law_between(1, 2),
                       .day = (uint8_t)law_between(1, 28), .from = "date field"};
}

static void collection_random(collection *c)
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

static void options_random(syn_options *options)
{
    static const uint32_t least[] = {5, 8, 8, 12};
    syn_options_init(options);
    options->min_words = least[law_chance(4)];
    options->pair_count = law_chance(4) ? 0 : law_between(1, 5);
    if (law_chance(4) == 0)
        options->shingle_words = law_between(2, 5);
    options->window_words = law_between(1, 6 - options->shingle_words);
}

/* ---- laws ---- */

static void show(const char *what, const char *json)
{
    FILE *file = fopen(what, "w");
    if (file != NULL) {
        fputs(json, file);
        fclose(file);
    }
}

static void law_same(const collection *c, const syn_options *options, const uint32_t *order, const traced *base, const char *law)
{
    traced t = collection_trace(c, options, order);
    bool same = t.json_bytes == base->json_bytes && memcmp(t.json, base->json, t.json_bytes) == 0;
    if (!same) {
        show("pipeline_law.base.json", base->json);
        show("pipeline_law.other.json", t.json);
    }
    law_hold(same, law, "see pipeline_law.base.json and pipeline_law.other.json");
    traced_release(&t);
}

static void law_threads_and_groups(const collection *c, const traced *base)
{
    static const uint32_t threads[] = {2, 8}, words[] = {0, 50, 3};
    for (uint32_t i = 0; i < 2; ++i) {
        syn_options options = base->options;
        options.thread_count = threads[i];
        options.group_words = law_chance(2) ? options.group_words : words[law_chance(3)];
        law_same(c, &options, NULL, base, "the number of threads changes nothing");
    }
    for (uint32_t i = 0; i < 2; ++i) {
        syn_options options = base->options;
        options.group_words = words[i];
        law_same(c, &options, NULL, base, "the size of groups changes nothing");
    }
}

static void law_order(const collection *c, const traced *base)
{
    uint32_t *order = law_need(malloc(c->count * sizeof *order));
    for (uint32_t i = 0; i < c->count; ++i) {
        uint32_t at = law_chance(i + 1);
        order[i] = order[at];
        order[at] = i;
    }
    law_same(c, &base->options, order, base, "the order of adding changes nothing");
    free(order);
}

/* All between the documents and what was skipped: passages, pairs, sources and descents, by id. */
static char *findings(const char *json)
{
    const char *from = strstr(json, "\"passages\":["), *to = strstr(json, "\"skipped\":[");
    law_hold(from != NULL && to != NULL && from < to, "JSON has its members in order", "%.200s", json);
    char *part = law_need(malloc((size_t)(to - from) + 1));
    memcpy(part, from, (size_t)(to - from));
    part[to - from] = '\0';
    return part;
}

/* Shares of the same ids are the same; `foreign` reuses nothing. */
static void law_same_shares(const traced *base, const traced *with, const char *foreign)
{
    for (uint32_t d = 0, b = 0; d < syn_corpus_count(with->corpus); ++d) {
        const syn_share *share = &with->view->shares[d];
        if (strcmp(syn_corpus_get(with->corpus, d)->id, foreign) == 0)
            law_hold(share->reused_words + share->name_words + share->common_words == 0, "an unrelated document reuses nothing", "%u", d);
        else
            law_hold(memcmp(share, &base->view->shares[b++], sizeof *share) == 0, "an unrelated document changes no share", "%u", d);
    }
}

static void law_unrelated(collection *c, const traced *base)
{
    static const char *const ids[] = {"a first", "d00002 and a half", "z last"};
    written *d = collection_add(c);
    for (uint32_t words = law_chance(120), i = 0; i < words; ++i)
        write_word(d, WORD_FOREIGN + law_chance(1 << 20));
    snprintf(d->id, sizeof d->id, "%.15s", ids[law_chance(3)]);
    traced with = collection_trace(c, &base->options, NULL);
    char *before = findings(base->json), *after = findings(with.json);
    if (strcmp(before, after) != 0) {
        show("pipeline_law.base.json", before);
        show("pipeline_law.other.json", after);
    }
    law_hold(strcmp(before, after) == 0, "an unrelated document changes no finding", "see pipeline_law.base.json and pipeline_law.other.json");
    law_same_shares(base, &with, d->id);
    free(before);
    free(after);
    traced_release(&with);
}

/* The largest pairs, and as many left out as all are fewer. */
static void law_pairs(const collection *c, const traced *base)
{
    syn_options options = base->options;
    options.pair_count = 0;
    traced all = collection_trace(c, &options, NULL);
    law_hold(base->options.pair_count == 0 ? base->view->pairs_left_out == 0 : base->view->pair_count <= all.view->pair_count,
             "no pair is left out unasked", "%zu of %zu", base->view->pair_count, all.view->pair_count);
    for (size_t i = 0; i < base->view->pair_count; ++i) {
        const syn_pair *x = &base->view->pairs[i], *y = &all.view->pairs[i];
        law_hold(x->a == y->a && x->b == y->b && x->words == y->words, "the pairs kept are the largest", "pair %zu: %u and %u, not %u and %u",
                 i, x->a, x->b, y->a, y->b);
    }
    law_hold(base->view->pair_count + base->view->pairs_left_out >= all.view->pair_count, "pairs left out are counted", "%zu kept, %llu left out, %zu in all",
             base->view->pair_count, (unsigned long long)base->view->pairs_left_out, all.view->pair_count);
    traced_release(&all);
}

static void law_collection(void)
{
    collection c = {0};
    syn_options options;
    collection_random(&c);
    options_random(&options);
    traced base = collection_trace(&c, &options, NULL);
    const char *broken = whole_broken(base.result);
    if (broken != NULL)
        show("pipeline_law.base.json", base.json);
    law_hold(broken == NULL, broken, "%s; see pipeline_law.base.json", whole_where());
    law_hold(whole_is_json(base.json, base.json_bytes), "a result is JSON", "%.200s", base.json);
    law_threads_and_groups(&c, &base);
    law_order(&c, &base);
    law_pairs(&c, &base);
    law_unrelated(&c, &base);
    traced_release(&base);
    collection_release(&c);
}

int main(int argc, char **argv)
{
    uint32_t collections = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : COLLECTIONS;
    law_seed(argc, argv, 20250611);
    for (law_trial = 0; law_trial < collections; ++law_trial)
        law_collection();
    return 0;
}
