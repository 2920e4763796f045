/** Laws of chains and alignments, on seeded random texts. Prints its seed; exits with 1 at the first law
 *  broken.
 *
 *      align_law [seed]
 */
#include "match/align.h"
#include "match/chain.h"
#include "support/law.h"
#include "support/oracle.h"
#include "support/reading.h"

enum { MOST_SEEDS = 4000, MOST_BYTES = 8192, MOST_KINDS = 400 };

static syn_chainer chainer;
static syn_aligner aligner;

/** Two texts and the runs of words they share. */
typedef struct pair {
    const uint32_t *a, *b;
    uint32_t a_count, b_count;
    syn_block seeds[MOST_SEEDS];
    float bits[MOST_SEEDS];
    size_t seed_count;
} pair;

static void find_seeds(pair *p, uint32_t least)
{
    size_t count;
    oracle_run *runs = oracle_runs(p->a, p->a_count, p->b, p->b_count, least, &count);

    p->seed_count = 0;
    for (size_t i = 0; i < count && p->seed_count < MOST_SEEDS; ++i)
        p->seeds[p->seed_count++] = (syn_block){runs[i].a, runs[i].b, runs[i].count};
    free(runs);
}

static void law_ascend(const char *what, const syn_block *blocks, size_t count, uint32_t a_count, uint32_t b_count)
{
    uint32_t a = 0, b = 0;

    for (size_t i = 0; i < count; ++i) {
        syn_block x = blocks[i];
        law_hold(x.count > 0 && x.a >= a && x.b >= b, what, "block %zu is (%u, %u, %u) behind (%u, %u)", i, x.a, x.b,
                 x.count, a, b);
        a = x.a + x.count;
        b = x.b + x.count;
        law_hold(a <= a_count && b <= b_count && a > x.a && b > x.b, "blocks lie in their texts", "(%u, %u, %u)", x.a, x.b,
                 x.count);
    }
}

/* ---- chains, on texts that repeat themselves ---- */

/** Chains holding the last words of a seed: what overlaps is cut from the front. */
static size_t holding(const syn_block *seed, size_t chains)
{
    uint32_t a = seed->a + seed->count - 1, b = seed->b + seed->count - 1;
    size_t found = 0;

    for (size_t c = 0; c < chains; ++c)
        for (uint32_t i = 0; i < chainer.chains[c].count; ++i) {
            const syn_block *x = &chainer.blocks[chainer.chains[c].first + i];
            found += x->a <= a && a < x->a + x->count && x->b <= b && b < x->b + x->count && x->a - x->b == a - b;
        }
    return found;
}

static void law_chains(void)
{
    static uint32_t a[120], b[120];
    static pair p;
    uint32_t kinds = law_between(1, 6), least = law_between(1, 6);

    p = (pair){.a = a, .b = b, .a_count = law_between(1, 60), .b_count = law_between(1, 60)};
    for (uint32_t i = 0; i < p.a_count; ++i)
        a[i] = law_chance(kinds);
    for (uint32_t i = 0; i < p.b_count; ++i)
        b[i] = law_chance(3) ? a[(i + law_chance(2)) % p.a_count] : law_chance(kinds);
    find_seeds(&p, least);
    for (size_t i = 0; i < p.seed_count; ++i)
        p.bits[i] = (float)law_between(1, 14);
    size_t chains = syn_chain_all(&chainer, p.seeds, p.bits, p.seed_count);
    law_hold(chains <= p.seed_count, "there are no more chains than seeds", "%zu of %zu", chains, p.seed_count);
    for (size_t c = 0; c < chains; ++c) {
        const syn_chain *chain = &chainer.chains[c];
        const syn_block *blocks = chainer.blocks + chain->first;
        law_hold(chain->count > 0, "a chain holds a block", "chain %zu", c);
        law_hold(c == 0 || chain[-1].score >= chain->score, "chains come best first", "chain %zu", c);
        law_ascend("the blocks of a chain ascend and do not overlap", blocks, chain->count, p.a_count, p.b_count);
        for (uint32_t i = 0; i < chain->count; ++i)
            law_hold(memcmp(a + blocks[i].a, b + blocks[i].b, blocks[i].count * sizeof *a) == 0,
                     "a chain is made of equal words", "chain %zu, block %u", c, i);
    }
    for (size_t i = 0; i < p.seed_count; ++i)
        law_hold(holding(&p.seeds[i], chains) == 1, "each seed is in one chain", "seed (%u, %u, %u) is in %zu", p.seeds[i].a,
                 p.seeds[i].b, p.seeds[i].count, holding(&p.seeds[i], chains));
}

/* ---- alignments, on edited texts ---- */

static const char *const common[] = {"the", "of", "and", "said", "was", "in", "a", "to", "for", "on", "he", "it"};

/** Appends word `kind`: every third a frequent one, the others unlisted and more than one edit apart, unless
 *  `typo`, which changes one letter. */
static size_t write_word(char *text, size_t at, uint32_t kind, bool typo)
{
    static const char consonants[] = "bdfgklmnprstvz", vowels[] = "aeiou";
    uint64_t letters = syn_hash_mix(kind + 77);

    if (kind % 3 == 0)
        return at + (size_t)sprintf(text + at, "%s ", common[kind / 3 % (sizeof common / sizeof *common)]);
    for (uint32_t i = 0; i < 4; ++i) {
        text[at++] = consonants[letters % 14];
        text[at++] = vowels[letters / 14 % 5];
        letters /= 70;
    }
    if (typo)
        text[at - 1 - law_chance(8)] = "qxjw"[law_chance(4)];
    text[at++] = ' ';
    text[at] = '\0';
    return at;
}

typedef struct draft {
    char text[MOST_BYTES];
    size_t at;
} draft;

static void add_word(draft *d, uint32_t kind, bool typo)
{
    d->at = write_word(d->text, d->at, kind, typo);
}

static void add_foreign(draft *d, uint32_t count)
{
    for (uint32_t i = 0; i < count; ++i)
        add_word(d, MOST_KINDS + law_chance(1000000), false);
}

/** One passage in both texts, with `percent` of its words replaced, dropped, misspelt, or others put before them. */
static void write_passage(draft *a, draft *b, uint32_t words, uint32_t kinds, uint32_t percent)
{
    for (uint32_t i = 0; i < words; ++i) {
        uint32_t kind = law_chance(kinds), edit = law_chance(100) < percent ? 1 + law_chance(4) : 0;
        add_word(a, kind, false);
        if (edit == 1 || edit == 2)
            add_word(b, MOST_KINDS + law_chance(1000000), false);
        if (edit != 1 && edit != 3)
            add_word(b, kind, edit == 4);
    }
}

static bool near(const void *context, uint32_t a, uint32_t b)
{
    return syn_lexicon_near(context, a, b);
}

/** Words matched at best in the stretches that an alignment spans. */
static uint32_t naive(const pair *p, const syn_lexicon *lexicon, syn_block first, syn_block last)
{
    return oracle_align(p->a + first.a, last.a + last.count - first.a, p->b + first.b, last.b + last.count - first.b, near,
                        lexicon);
}

static uint32_t words_of(const syn_block *blocks, size_t count)
{
    uint32_t words = 0;

    for (size_t i = 0; i < count; ++i)
        words += blocks[i].count;
    return words;
}

static bool holds(const syn_block *blocks, size_t count, syn_block part)
{
    for (size_t i = 0; i < count; ++i)
        if (blocks[i].a <= part.a && part.a + part.count <= blocks[i].a + blocks[i].count && blocks[i].a - blocks[i].b == part.a - part.b)
            return true;
    return false;
}

static void law_measured(const syn_wording *a, uint32_t words)
{
    syn_match match = {0};
    uint32_t columns = words;
    const syn_block *x = aligner.blocks;

    syn_align_measure(&aligner, a, x, aligner.count, &match);
    for (size_t i = 1; i < aligner.count; ++i) {
        uint32_t gap_a = x[i].a - x[i - 1].a - x[i - 1].count, gap_b = x[i].b - x[i - 1].b - x[i - 1].count;
        law_hold(gap_a + gap_b > 0, "blocks that touch are one", "block %zu", i);
        columns += gap_a > gap_b ? gap_a : gap_b;
    }
    law_hold(match.matched_words == words && match.column_count == columns && match.a.begin == x->a && match.b.begin == x->b,
             "an alignment is summed up as it is", "%u words, %u columns", match.matched_words, match.column_count);
}

/** Grows one chain; returns the words matched and, in *best, those of the naive alignment. */
static uint32_t law_grown(const reading *r, const pair *p, const syn_chain *chain, uint32_t *best)
{
    const syn_block *from = chainer.blocks + chain->first;

    if (syn_align_grow(&aligner, &r->of[0], &r->of[1], from, chain->count) < 0)
        abort();
    law_ascend("the blocks of an alignment ascend and do not overlap", aligner.blocks, aligner.count, p->a_count, p->b_count);
    for (size_t i = 0; i < aligner.count; ++i)
        for (uint32_t w = 0; w < aligner.blocks[i].count; ++w)
            law_hold(syn_lexicon_near(&r->lexicon, p->a[aligner.blocks[i].a + w], p->b[aligner.blocks[i].b + w]),
                     "only equal and near words match", "block %zu, word %u", i, w);
    for (uint32_t i = 0; i < chain->count; ++i)
        law_hold(holds(aligner.blocks, aligner.count, from[i]), "an alignment keeps its chain", "block %u", i);
    uint32_t words = words_of(aligner.blocks, aligner.count);
    law_measured(&r->of[0], words);
    *best = naive(p, &r->lexicon, aligner.blocks[0], aligner.blocks[aligner.count - 1]);
    return words;
}

/** What all alignments of a share of edits matched, and what could be. */
typedef struct tally {
    uint64_t words, best, whole, planted;
} tally;

static void align_passage(uint32_t percent, uint32_t kinds, tally *sum)
{
    static draft a, b;
    static pair p;
    reading r;
    uint32_t words = law_between(12, 120), best = 0;

    a.at = b.at = 0;
    add_foreign(&a, law_chance(40));
    add_foreign(&b, law_chance(40));
    write_passage(&a, &b, words, kinds, percent);
    add_foreign(&a, law_chance(40));
    add_foreign(&b, law_chance(40));
    read_texts(&r, (const char *const[]){a.text, b.text}, 2);
    p = (pair){.a = r.of[0].ids, .b = r.of[1].ids, .a_count = r.of[0].count, .b_count = r.of[1].count};
    find_seeds(&p, 5);
    aligner.lexicon = &r.lexicon;
    aligner.surprisal = &r.surprisal;
    for (size_t i = 0; i < p.seed_count; ++i)
        p.bits[i] = syn_align_bits(&aligner, &r.of[0], p.seeds[i].a, p.seeds[i].a + p.seeds[i].count) / (float)p.seeds[i].count;
    size_t chains = syn_chain_all(&chainer, p.seeds, p.bits, p.seed_count);
    for (size_t c = chains; c-- > 0;) {
        uint32_t matched = law_grown(&r, &p, &chainer.chains[c], &best);
        law_hold(kinds < MOST_KINDS || matched * 10 + 20 >= best * 9, "an alignment is about as full as the naive one",
                 "%u words of %u", matched, best);
        sum->words += c == 0 ? matched : 0;
        sum->best += c == 0 ? best : 0;
        sum->planted += c == 0 ? oracle_align(p.a, p.a_count, p.b, p.b_count, near, &r.lexicon) : 0;
    }
    read_release(&r);
}

static void law_alignments(void)
{
    static const uint32_t percents[] = {0, 3, 8, 15};

    for (size_t i = 0; i < sizeof percents / sizeof *percents; ++i) {
        tally sum = {0};
        for (law_trial = 0; law_trial < 150; ++law_trial)
            align_passage(percents[i], MOST_KINDS, &sum);
        printf("%u %% edited: %.2f %% of the naive alignment of the same stretches, %.2f %% of that of the whole texts\n", percents[i],
               100.0 * (double)sum.words / (double)sum.best, 100.0 * (double)sum.words / (double)sum.planted);
        law_hold(sum.words * 100 >= sum.best * 98 && sum.words * 10 >= sum.planted * 9,
                 "alignments hold nine tenths of what the naive ones do", "%u %% edited", percents[i]);
        for (law_trial = 0; law_trial < 60; ++law_trial)
            align_passage(percents[i] * 2, law_between(1, 12), &sum);
    }
}

int main(int argc, char **argv)
{
    law_seed(argc, argv, 7303);
    law_alignments();
    for (law_trial = 0; law_trial < 6000; ++law_trial)
        law_chains();
    syn_chainer_release(&chainer);
    syn_aligner_release(&aligner);
    return 0;
}
