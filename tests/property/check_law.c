/** Laws of the check on random collections: what comparing a text with a collection finds, its check against an index
 *  of that collection finds; in how many additions, in what order and by how many threads it is done changes
 *  nothing, nor does what was removed; and many texts checked at once are found to have what each has alone.
 *
 *      check_law [seed [collections]]
 */
#include "support/anthology.h"
#include "syndic/store.h"

enum { COLLECTIONS = 120, ADDITIONS = 3, AT_ONCE = 6 };

typedef struct checked {
    syn_result *result;
    const syn_result_view *view;
    char *json;
    size_t json_bytes;
} checked;

static uint64_t found, asked; /* passages of the comparison, and those the check has */

static bool same_text(const written *a, const written *b)
{
    return a->bytes == b->bytes && (a->bytes == 0 || memcmp(a->text, b->text, a->bytes) == 0);
}

/* The documents of a part of c but `fresh`, if any, and its doubles. */
static syn_corpus *some(const collection *c, uint32_t fresh, const unsigned char *part_of, unsigned part)
{
    collection chosen = {.documents = law_need(malloc((c->count + 1) * sizeof *chosen.documents))};
    for (uint32_t i = 0; i < c->count; ++i)
        if (part_of[i] == part && i != fresh && (fresh == SYN_NONE || !same_text(&c->documents[i], &c->documents[fresh])))
            chosen.documents[chosen.count++] = c->documents[i];
    syn_corpus *corpus = collection_corpus(&chosen, NULL);
    free(chosen.documents);
    return corpus;
}

static void must(syn_status status, const syn_error *error, const char *law)
{
    law_hold(status == SYN_OK, law, "%s", error->message);
}

static void add(syn_index *index, const syn_corpus *corpus, const syn_options *options)
{
    syn_error error = {0};
    syn_added added;
    must(syn_index_add_corpus(index, corpus, options, &added, &error), &error, "documents are added");
    law_hold(added.documents == syn_corpus_count(corpus), "all documents are added", "%llu", (unsigned long long)added.documents);
}

/* An index of the parts, one addition each, and sometimes of more that is removed again. */
static syn_index *index_of(const collection *c, uint32_t fresh, const unsigned char *part_of, unsigned parts,
                           const syn_options *options, bool removes)
{
    syn_index *index = NULL;
    syn_error error = {0};
    must(syn_index_open("/tmp", SYN_INDEX_SCRATCH, &index, &error), &error, "a scratch index opens");
    if (removes) {
        const char *id = "gone";
        syn_corpus *gone = NULL;
        syn_document document = {.id = id, .path = id, .record = -1, .text = c->documents[fresh].text ? c->documents[fresh].text : "",
                                 .text_bytes = c->documents[fresh].bytes};
        must(syn_corpus_new(&gone), &error, "a corpus is made");
        must(syn_corpus_add(gone, &document, &error), &error, "a document is taken");
        add(index, gone, options);
        must(syn_index_remove(index, &id, 1, &error), &error, "a document is removed");
        syn_corpus_free(gone);
    }
    for (unsigned part = 0; part < parts; ++part) {
        syn_corpus *corpus = some(c, fresh, part_of, part);
        add(index, corpus, options);
        syn_corpus_free(corpus);
    }
    return index;
}

static checked check(const collection *c, uint32_t fresh, syn_index *index, const syn_options *options)
{
    collection one = {.documents = &c->documents[fresh], .count = 1};
    syn_corpus *corpus = collection_corpus(&one, NULL);
    checked made = {0};
    syn_error error = {0};
    syn_gate gate;
    syn_gate_init(&gate);
    must(syn_check(corpus, &index, 1, &gate, options, &made.result, &error), &error, "a text is checked");
    syn_corpus_free(corpus);
    made.view = syn_result_get(made.result);
    made.json = whole_json(made.result, &made.json_bytes);
    return made;
}

static void checked_release(checked *k)
{
    syn_result_free(k->result);
    free(k->json);
}

static void show(const char *what, const char *json)
{
    FILE *file = fopen(what, "w");
    if (file != NULL) {
        fputs(json, file);
        fclose(file);
    }
}

static const char *id_of(const syn_result_view *view, uint32_t document)
{
    return syn_corpus_get(view->corpus, document)->id;
}

/* Whether two passages have a witness in common besides the text that is checked. */
static bool share_witness(const syn_result_view *x, const syn_passage *p, const syn_result_view *y, const syn_passage *q,
                          const char *fresh)
{
    for (uint32_t i = 0; i < p->witness_count; ++i) {
        const char *id = id_of(x, x->witnesses[p->witness_first + i].document);
        for (uint32_t j = 0; j < q->witness_count && strcmp(id, fresh) != 0; ++j)
            if (strcmp(id, id_of(y, y->witnesses[q->witness_first + j].document)) == 0)
                return true;
    }
    return false;
}

/* Bytes of a span that passages of the check with a witness in common cover. */
static uint64_t covered(const syn_result_view *x, const syn_passage *p, const syn_span *span, const syn_result_view *y,
                        const char *fresh)
{
    uint64_t bytes = 0;
    unsigned char *marks = law_need(calloc(span->end - span->begin + 1, 1));
    for (size_t i = 0; i < y->passage_count; ++i) {
        const syn_passage *q = &y->passages[i];
        if (!share_witness(x, p, y, q, fresh))
            continue;
        for (uint32_t j = 0; j < q->witness_count; ++j) {
            const syn_witness *w = &y->witnesses[q->witness_first + j];
            for (uint64_t b = w->span.begin; w->document == 0 && b < w->span.end; ++b)
                if (b >= span->begin && b < span->end)
                    marks[b - span->begin] = 1;
        }
    }
    for (uint64_t b = 0; b < span->end - span->begin; ++b)
        bytes += marks[b];
    free(marks);
    return bytes;
}

/* Whether three words make up half of a text: then one alignment of it is as good as many others. */
static bool is_babble(const written *d)
{
    uint32_t most[3] = {0};
    for (uint32_t i = 0; i < d->count; ++i) {
        uint32_t met = 0, first = 1;
        for (uint32_t j = 0; j < d->count; ++j) {
            const bool same = (d->numbers[j] & ~WORD_CAPITAL) == (d->numbers[i] & ~WORD_CAPITAL);
            met += same;
            first &= !(same && j < i);
        }
        for (int m = 0; first && m < 3; ++m)
            if (met > most[m]) {
                const uint32_t swap = most[m];
                most[m] = met;
                met = swap;
            }
    }
    return (most[0] + most[1] + most[2]) * 2 >= d->count;
}

/* Every passage of the comparison that the text stands in, with another than itself, is found; but of babble. Names and common
 * text count as nothing and may be cut off what they stand beside. */
static void law_found(const syn_result_view *all, const syn_result_view *view, const written *text)
{
    const char *fresh = text->id;
    if (is_babble(text))
        return;
    for (size_t i = 0; i < all->passage_count; ++i) {
        const syn_passage *p = &all->passages[i];
        for (uint32_t j = 0; j < p->witness_count; ++j) {
            const syn_witness *w = &all->witnesses[p->witness_first + j];
            bool others = false;
            for (uint32_t k = 0; k < p->witness_count; ++k)
                others |= strcmp(id_of(all, all->witnesses[p->witness_first + k].document), fresh) != 0;
            if (!others || strcmp(id_of(all, w->document), fresh) != 0 || p->kind == SYN_NAME || p->kind == SYN_COMMON)
                continue;
            const uint64_t bytes = covered(all, p, &w->span, view, fresh);
            ++asked;
            const bool held = bytes * 2 >= w->span.end - w->span.begin;
            found += held;
            law_hold(held, "what comparing finds, checking finds",
                     "%s: passage %u of %u words, bytes %llu to %llu, of which %llu", fresh, p->id, p->words,
                     (unsigned long long)w->span.begin, (unsigned long long)w->span.end, (unsigned long long)bytes);
        }
    }
}

static void law_same(const checked *base, const checked *other, const char *law)
{
    bool same = base->json_bytes == other->json_bytes && memcmp(base->json, other->json, base->json_bytes) == 0;
    if (!same) {
        show("check_law.base.json", base->json);
        show("check_law.other.json", other->json);
    }
    law_hold(same, law, "see check_law.base.json and check_law.other.json");
}

static traced compare(const collection *c, uint32_t fresh, const syn_options *options)
{
    collection all = {.documents = law_need(malloc((c->count + 1) * sizeof *all.documents))};
    for (uint32_t i = 0; i < c->count; ++i)
        if (i == fresh || !same_text(&c->documents[i], &c->documents[fresh]))
            all.documents[all.count++] = c->documents[i];
    traced t = collection_trace(&all, options, NULL);
    free(all.documents);
    return t;
}

static void law_ways(const collection *c, uint32_t fresh, const syn_options *options, const checked *base)
{
    unsigned char *part_of = law_need(calloc(c->count + 1, 1));
    const unsigned parts = law_between(1, ADDITIONS);
    for (uint32_t i = 0; i < c->count; ++i)
        part_of[i] = (unsigned char)law_chance(parts);
    syn_options others = *options;
    others.thread_count = law_between(1, 3);
    syn_index *index = index_of(c, fresh, part_of, parts, &others, law_chance(2) == 0);
    checked other = check(c, fresh, index, &others);
    law_same(base, &other, "additions, their order, threads and what was removed change nothing");
    checked_release(&other);
    syn_index_close(index);
    free(part_of);
}

/* Some texts of the collection, all at once, against two indexes: the second holds what the first has not. */
static void law_each(const collection *c, const syn_options *options)
{
    syn_corpus *fresh[AT_ONCE] = {0};
    syn_index *indexes[2] = {0};
    syn_result *results[AT_ONCE] = {0};
    syn_error errors[AT_ONCE], error = {0};
    syn_gate gate;
    syn_options alone = *options, together = *options;
    unsigned char *part_of = law_need(calloc(c->count + 1, 1));
    const size_t count = c->count < AT_ONCE ? c->count : AT_ONCE;
    syn_gate_init(&gate);
    together.thread_count = 3;
    for (uint32_t i = 0; i < c->count; ++i)
        part_of[i] = (unsigned char)law_chance(2);
    for (unsigned part = 0; part < 2; ++part) {
        syn_corpus *corpus = some(c, SYN_NONE, part_of, part);
        must(syn_index_open("/tmp", SYN_INDEX_SCRATCH, &indexes[part], &error), &error, "a scratch index opens");
        add(indexes[part], corpus, options);
        syn_corpus_free(corpus);
    }
    for (size_t i = 0; i < count; ++i)
        fresh[i] = collection_corpus(&(collection){.documents = &c->documents[i], .count = 1}, NULL);
    must(syn_check_each((const syn_corpus *const *)fresh, count, indexes, 2, &gate, &together, results, errors, &error),
         &error, "texts are checked at once");
    for (size_t i = 0; i < count; ++i) {
        checked own = {0}, other = {.result = results[i]};
        law_hold(results[i] != NULL, "each text is checked", "%s", errors[i].message);
        must(syn_check(fresh[i], indexes, 2, &gate, &alone, &own.result, &error), &error, "a text is checked");
        own.json = whole_json(own.result, &own.json_bytes);
        other.json = whole_json(other.result, &other.json_bytes);
        law_same(&own, &other, "texts checked at once are as they are alone");
        checked_release(&own);
        checked_release(&other);
        syn_corpus_free(fresh[i]);
    }
    syn_index_close(indexes[0]);
    syn_index_close(indexes[1]);
    free(part_of);
}

static void law_collection(void)
{
    collection c = {0};
    syn_options options;
    static const uint32_t least[] = {5, 8, 8, 12};
    collection_random(&c);
    syn_options_init(&options);
    options.min_words = least[law_chance(4)];
    const uint32_t fresh = law_chance(c.count);
    unsigned char *part_of = law_need(calloc(c.count + 1, 1));
    syn_index *index = index_of(&c, fresh, part_of, 1, &options, false);
    checked base = check(&c, fresh, index, &options);
    traced all = compare(&c, fresh, &options);
    const char *broken = whole_broken(base.result);
    law_hold(broken == NULL, broken, "%s", whole_where());
    law_hold(whole_is_json(base.json, base.json_bytes), "a check is JSON", "%.200s", base.json);
    law_found(all.view, base.view, &c.documents[fresh]);
    law_ways(&c, fresh, &options, &base);
    law_each(&c, &options);
    traced_release(&all);
    checked_release(&base);
    syn_index_close(index);
    free(part_of);
    collection_release(&c);
}

int main(int argc, char **argv)
{
    uint32_t collections = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : COLLECTIONS;
    law_seed(argc, argv, 20261103);
    for (law_trial = 0; law_trial < collections; ++law_trial)
        law_collection();
    printf("%llu of %llu passages\n", (unsigned long long)found, (unsigned long long)asked);
    return 0;
}
