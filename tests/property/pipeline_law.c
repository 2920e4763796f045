/** Laws of the whole on random collections: what any result must hold (tests/support/whole.h), and that
 *  threads, order of adding, grouping and an unrelated document change nothing.
 *
 *      pipeline_law [seed [collections]]
 */
#include "support/anthology.h"

enum { COLLECTIONS = 200 };

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
