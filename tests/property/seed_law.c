/** Laws of what is found, on seeded random collections of unlisted words: no run that two documents
 *  share is lost, however often its words stand elsewhere. Prints its seed; exits with 1 at the first law
 *  broken.
 *
 *      seed_law [seed]
 *
 *  Runs are found by comparing every word with every other. What a passage lacks of one may be too little
 *  to be listed apart: fewer than the minimum of words, and that at both ends.
 */
#include "support/law.h"
#include "support/oracle.h"
#include "syndic/syndic.h"

#include <string.h>

enum { MOST_DOCUMENTS = 9, MOST_WORDS = 240, WORD_BYTES = 9, MIN_WORDS = 8 };

typedef struct text {
    uint32_t kinds[MOST_WORDS], count;
    char bytes[MOST_WORDS * WORD_BYTES + 1];
} text;

static text texts[MOST_DOCUMENTS];
static uint32_t text_count, fresh;

static syn_corpus *corpus;
static syn_result *result;
static const syn_result_view *view;

/* ---- collections ---- */

/** Eight letters and a space, so that words and bytes convert without looking. */
static void write_word(char *out, uint32_t kind)
{
    static const char consonants[] = "bdfgklmnprstvz", vowels[] = "aeiou";
    uint64_t letters = syn_hash_mix(kind + 77);

    for (uint32_t i = 0; i < 4; ++i, letters /= 70) {
        *out++ = consonants[letters % 14];
        *out++ = vowels[letters / 14 % 5];
    }
    *out = ' ';
}

static void add_fresh(text *t, uint32_t count)
{
    for (uint32_t i = 0; i < count && t->count < MOST_WORDS; ++i)
        t->kinds[t->count++] = fresh++;
}

static void add_piece(text *t, uint32_t first, uint32_t count)
{
    for (uint32_t i = 0; i < count && t->count < MOST_WORDS; ++i)
        t->kinds[t->count++] = first + i;
}

/** Overwrites pieces of a text with pieces of those before it. */
static void patch(uint32_t d)
{
    for (uint32_t pieces = d > 0 ? law_chance(6) : 0; pieces > 0; --pieces) {
        const text *from = &texts[law_chance(d)];
        uint32_t at = law_chance(from->count), to = law_chance(texts[d].count), count = law_between(5, 40);
        for (uint32_t i = 0; i < count && at + i < from->count && to + i < texts[d].count; ++i)
            texts[d].kinds[to + i] = from->kinds[at + i];
    }
}

static void find(void)
{
    syn_options options;
    syn_error error = {0};

    syn_options_init(&options);
    options.min_words = MIN_WORDS;
    options.thread_count = law_between(1, 2);
    options.group_words = law_chance(2) ? 0 : law_between(1, 300);
    options.shingle_words = law_between(1, 5);
    options.window_words = 6 - options.shingle_words;
    if (syn_corpus_new(&corpus) < 0)
        abort();
    for (uint32_t d = 0; d < text_count; ++d) {
        char id[] = {'d', (char)('0' + d), '\0'};
        for (uint32_t i = 0; i < texts[d].count; ++i)
            write_word(texts[d].bytes + i * WORD_BYTES, texts[d].kinds[i]);
        texts[d].bytes[texts[d].count * WORD_BYTES] = '\0';
        syn_document document = {.id = id, .path = id, .record = -1, .text = texts[d].bytes,
                                 .text_bytes = texts[d].count * WORD_BYTES};
        if (syn_corpus_add(corpus, &document, NULL) < 0)
            abort();
    }
    law_hold(syn_compare(corpus, &options, &result, &error) == SYN_OK, "a run does not fail", "%s", error.message);
    view = syn_result_get(result);
}

static void forget(void)
{
    syn_result_free(result);
    syn_corpus_free(corpus);
}

/** The collection, for whoever has to see why: equal numbers are equal words. */
static void show(const oracle_run *run, uint32_t a, uint32_t b)
{
    printf("%u words are shared at word %u of document %u and at word %u of document %u\n", run->count, run->a, a, run->b, b);
    for (uint32_t d = 0; d < text_count; ++d) {
        printf("  %u:", d);
        for (uint32_t i = 0, j; i < texts[d].count; i = j) {
            for (j = i + 1; j < texts[d].count && texts[d].kinds[j] == texts[d].kinds[j - 1] + 1; ++j)
                ;
            printf(j - i > 1 ? " %u-%u" : " %u", texts[d].kinds[i], texts[d].kinds[j - 1]);
        }
        printf("\n");
    }
    for (size_t p = 0; p < view->passage_count; ++p) {
        printf("  passage of %u words:", view->passages[p].words);
        for (uint32_t w = 0; w < view->passages[p].witness_count; ++w) {
            const syn_witness *x = &view->witnesses[view->passages[p].witness_first + w];
            printf(" %u [%llu, %llu)", x->document, (unsigned long long)x->span.begin / WORD_BYTES,
                   (unsigned long long)(x->span.end + 1) / WORD_BYTES);
        }
        printf("\n");
    }
}

/* ---- what is found of a run ---- */

/** Words of [begin, begin + count) that witnesses of a passage have in a document, or of any passage. */
static uint32_t found_in(const syn_passage *passage, uint32_t document, uint32_t begin, uint32_t count)
{
    const syn_witness *first = view->witnesses + (passage ? passage->witness_first : 0);
    size_t witnesses = passage ? passage->witness_count : view->witness_count;
    uint32_t words = 0;

    for (uint32_t i = begin; i < begin + count; ++i) {
        bool found = false;
        for (size_t w = 0; w < witnesses && !found; ++w)
            found = first[w].document == document && first[w].span.begin <= i * WORD_BYTES && i * WORD_BYTES < first[w].span.end;
        words += found;
    }
    return words;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/** Words of a run that both documents have in witnesses, whatever the passage. */
static uint32_t covered(const oracle_run *run, uint32_t a, uint32_t b)
{
    return least(found_in(NULL, a, run->a, run->count), found_in(NULL, b, run->b, run->count));
}

/** The most words of a run that both documents have in witnesses of one passage. */
static uint32_t together(const oracle_run *run, uint32_t a, uint32_t b)
{
    uint32_t most = 0;

    for (size_t p = 0; p < view->passage_count; ++p) {
        uint32_t both = least(found_in(&view->passages[p], a, run->a, run->count),
                              found_in(&view->passages[p], b, run->b, run->count));
        most = both > most ? both : most;
    }
    return most;
}

typedef struct tally {
    uint32_t runs, lost, apart;
} tally;

/** Looks for every run of at least `words` words, and counts those that too much is lost of. */
static void look(uint32_t words, tally *sum, bool strict)
{
    for (uint32_t a = 0; a < text_count; ++a)
        for (uint32_t b = a + 1; b < text_count; ++b) {
            size_t count;
            oracle_run *runs = oracle_runs(texts[a].kinds, texts[a].count, texts[b].kinds, texts[b].count, words, &count);
            for (size_t r = 0; r < count; ++r) {
                uint32_t lost = runs[r].count - covered(&runs[r], a, b);
                ++sum->runs;
                sum->lost += lost >= MIN_WORDS;
                sum->apart += runs[r].count - together(&runs[r], a, b) >= MIN_WORDS;
                if (strict && lost >= 2 * MIN_WORDS)
                    show(&runs[r], a, b);
                law_hold(!strict || lost < 2 * MIN_WORDS, "no run that excerpts share is lost",
                         "%u of %u words are in no passage", lost, runs[r].count);
            }
            free(runs);
        }
}

/* ---- laws ---- */

/** Two documents that share one run, at the ends too. */
static void law_alone(void)
{
    uint32_t count = law_between(MIN_WORDS, 60), at[2];

    fresh = 1000;
    text_count = 2;
    for (uint32_t d = 0; d < 2; ++d) {
        texts[d].count = 0;
        add_fresh(&texts[d], law_chance(3) * law_chance(60));
        at[d] = texts[d].count;
        add_piece(&texts[d], 0, count);
        add_fresh(&texts[d], law_chance(3) * law_chance(60));
    }
    find();
    law_hold(view->passage_count == 1 && view->witness_count == 2, "one shared run is one passage", "%zu passages of %u words",
             view->passage_count, count);
    for (uint32_t d = 0; d < 2; ++d) {
        const syn_witness *x = &view->witnesses[d];
        law_hold(x->document == d && x->span.begin == at[d] * WORD_BYTES && x->span.end == (at[d] + count) * WORD_BYTES - 1,
                 "its spans are exact", "%u words at %u: bytes %llu to %llu", count, at[d],
                 (unsigned long long)x->span.begin, (unsigned long long)x->span.end);
        law_hold(x->kind == SYN_VERBATIM && x->words == count && view->shares[d].reused_words == count, "it is verbatim",
                 "%u words of %u", x->words, count);
    }
    forget();
}

/** Every document excerpts a text that none of them is. */
static void law_excerpts(tally *sum)
{
    uint32_t source = law_between(20, 150);

    fresh = 1000;
    text_count = law_between(2, MOST_DOCUMENTS);
    for (uint32_t d = 0; d < text_count; ++d) {
        uint32_t first = law_chance(source), count = law_between(5, source);
        texts[d].count = 0;
        add_fresh(&texts[d], law_chance(40));
        add_piece(&texts[d], first, first + count < source ? count : source - first);
        add_fresh(&texts[d], law_chance(40));
    }
    find();
    look(MIN_WORDS, sum, true);
    forget();
}

/** Patchwork: the same pieces in any order and number, cut anywhere. */
static void law_patchwork(tally *sum)
{
    fresh = 1000;
    text_count = law_between(2, 6);
    for (uint32_t d = 0; d < text_count; ++d) {
        texts[d].count = 0;
        add_fresh(&texts[d], law_between(5, 120));
        patch(d);
    }
    find();
    look(2 * MIN_WORDS, sum, false);
    forget();
}

/** So few words that they repeat themselves everywhere, and longer runs among them. */
static void law_dense(tally *sum)
{
    uint32_t kinds = law_between(10, 60);

    text_count = law_between(2, 6);
    for (uint32_t d = 0; d < text_count; ++d) {
        texts[d].count = law_between(5, 120);
        for (uint32_t i = 0; i < texts[d].count; ++i)
            texts[d].kinds[i] = law_chance(kinds);
        patch(d);
    }
    find();
    look(2 * MIN_WORDS, sum, false);
    forget();
}

static void law_most(const char *what, const tally *sum, uint32_t per_mille)
{
    printf("%s: of %u shared runs the minimum of words or more is lost in %u, and in no common passage in %u\n", what,
           sum->runs, sum->lost, sum->apart);
    law_hold(sum->lost * 1000 <= sum->runs * per_mille, "all but a few runs are found", "%s: %u of %u", what, sum->lost, sum->runs);
}

int main(int argc, char **argv)
{
    tally excerpts = {0}, patchwork = {0}, dense = {0};

    law_seed(argc, argv, 7304);
    for (law_trial = 0; law_trial < 300; ++law_trial)
        law_alone();
    for (law_trial = 0; law_trial < 200; ++law_trial)
        law_excerpts(&excerpts);
    for (law_trial = 0; law_trial < 400; ++law_trial)
        law_patchwork(&patchwork);
    for (law_trial = 0; law_trial < 300; ++law_trial)
        law_dense(&dense);
    law_most("excerpts", &excerpts, 5);
    law_most("patchwork", &patchwork, 10);
    law_most("dense", &dense, 20);
    return 0;
}
