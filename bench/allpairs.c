/* What every text has of every other, counted one by one: nothing is sampled, taken by its hash or left out.
 *
 *      allpairs --words WORDS --least 0.2 > pairs.tsv
 *      allpairs --words WORDS --pairs PAIRS > pairs.tsv
 *
 * A word of a text is covered by another when it stands in a run of at least five words that the other has too; in a
 * text of fewer than five, when both have the same words. WORDS is one text behind another, 32-bit numbers of this
 * machine: how many words, then the number of each (bench/counted.py writes it).
 *
 * There is an inverted index of all runs of five words, word for word the same, and for each text a walk over its runs
 * and over all texts that have them. A line for each ordered pair of texts of which the second has at least --least of
 * the first's words: first, second, words of both, words of the first that are covered, and how many of the first's
 * runs the second has. PAIRS holds "FIRST SECOND" a line: then there is a line for each of these instead, in their
 * order, also where nothing is covered. Texts count from 0.
 *
 * Costs some 30 bytes of memory a word; time, a step for each text that has a run, for each run of each text.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RUN_WORDS 5
#define NO_RUN UINT32_MAX

/* All texts: words[begin[t], begin[t + 1]). */
typedef struct texts {
    uint32_t *words;
    uint64_t *begin;
    uint32_t count;
} texts;

/* run[i] is the number of the run that begins at word i; the texts that have it stand in holder from first[run] on,
 * each once, ascending. A text of fewer than five words is one run. */
typedef struct runs {
    uint32_t *run, *holder, count;
    uint64_t *first;
} runs;

/* What one other text has of the text in work; words before `end` are counted. */
typedef struct tally {
    uint32_t covered, end, common;
} tally;

static _Noreturn void fail(const char *what, const char *why)
{
    fprintf(stderr, "allpairs: %s: %s\n", what, why);
    exit(2);
}

static void *room(void *old, size_t bytes)
{
    void *at = realloc(old, bytes == 0 ? 1 : bytes);

    if (at == NULL)
        fail("memory", "not enough of it");
    return at;
}

static void read_texts(const char *path, texts *out)
{
    FILE *file = fopen(path, "rb");
    uint64_t words_room = 0, at = 0;
    uint32_t count;

    if (file == NULL)
        fail(path, strerror(errno));
    while (fread(&count, sizeof count, 1, file) == 1) {
        if ((out->count & (out->count + 1)) == 0)
            out->begin = room(out->begin, (2 * (size_t)out->count + 4) * sizeof *out->begin);
        if (at + count > words_room) {
            words_room = 2 * (at + count) + 4096;
            out->words = room(out->words, words_room * sizeof *out->words);
        }
        if (fread(out->words + at, sizeof *out->words, count, file) != count)
            fail(path, "cut short");
        out->begin[out->count++] = at;
        out->begin[out->count] = at += count;
    }
    if (out->count == 0)
        fail(path, "no texts in it");
    fclose(file);
}

static uint32_t words_of(const texts *all, uint32_t t)
{
    return (uint32_t)(all->begin[t + 1] - all->begin[t]);
}

static uint32_t run_words(const texts *all, uint32_t t)
{
    return words_of(all, t) < RUN_WORDS ? words_of(all, t) : RUN_WORDS;
}

/* Places where a run begins. */
static uint32_t places_of(const texts *all, uint32_t t)
{
    uint32_t words = words_of(all, t);

    return words == 0 ? 0 : words - run_words(all, t) + 1;
}

static uint64_t mix(const uint32_t *words, uint32_t count)
{
    uint64_t x = count;

    for (uint32_t i = 0; i < count; i++) {
        x = (x ^ words[i]) * 0x9e3779b97f4a7c15u;
        x ^= x >> 29;
    }
    return x * 0xbf58476d1ce4e5b9u >> 20;
}

/* The runs that were met, and where first. */
typedef struct known {
    uint32_t *slot;
    uint64_t *place, slots;
    uint8_t *words;
} known;

/* The number of a run; the next one if it is new. */
static uint32_t number_of(known *k, const texts *all, uint64_t at, uint32_t words, uint32_t next)
{
    for (uint64_t s = mix(all->words + at, words);; s++) {
        uint32_t *run = &k->slot[s & (k->slots - 1)];
        if (*run == NO_RUN) {
            *run = next;
            k->place[next] = at;
            k->words[next] = (uint8_t)words;
            return next;
        }
        if (k->words[*run] == words &&
            memcmp(all->words + k->place[*run], all->words + at, words * sizeof *all->words) == 0)
            return *run;
    }
}

static void number_runs(const texts *all, runs *out)
{
    uint64_t total = all->begin[all->count];
    known k = {.slots = 1024};

    if (total >= NO_RUN)
        fail("words", "too many");
    while (k.slots < total + total / 2)
        k.slots *= 2;
    k.slot = room(NULL, k.slots * sizeof *k.slot);
    memset(k.slot, 0xff, k.slots * sizeof *k.slot);
    k.place = room(NULL, total * sizeof *k.place);
    k.words = room(NULL, total);
    out->run = room(NULL, total * sizeof *out->run);
    for (uint32_t t = 0; t < all->count; t++)
        for (uint32_t i = 0; i < places_of(all, t); i++) {
            uint64_t at = all->begin[t] + i;
            out->run[at] = number_of(&k, all, at, run_words(all, t), out->count);
            out->count += out->run[at] == out->count;
        }
    free(k.slot);
    free(k.place);
    free(k.words);
}

/* Texts come in order. */
static void hold(runs *r, uint64_t *end, uint32_t run, uint32_t t)
{
    if (end[run] == r->first[run] || r->holder[end[run] - 1] != t)
        r->holder[end[run]++] = t;
}

/* Room by how often a run stands; what a text that repeats it leaves free stays free behind end[run]. */
static uint64_t *index_runs(const texts *all, runs *r)
{
    uint64_t *end;

    r->first = room(NULL, ((size_t)r->count + 1) * sizeof *r->first);
    memset(r->first, 0, ((size_t)r->count + 1) * sizeof *r->first);
    for (uint32_t t = 0; t < all->count; t++)
        for (uint32_t i = 0; i < places_of(all, t); i++)
            r->first[r->run[all->begin[t] + i] + 1]++;
    for (uint32_t i = 0; i < r->count; i++)
        r->first[i + 1] += r->first[i];
    r->holder = room(NULL, r->first[r->count] * sizeof *r->holder);
    end = room(NULL, ((size_t)r->count + 1) * sizeof *end);
    memcpy(end, r->first, ((size_t)r->count + 1) * sizeof *end);
    for (uint32_t t = 0; t < all->count; t++)
        for (uint32_t i = 0; i < places_of(all, t); i++)
            hold(r, end, r->run[all->begin[t] + i], t);
    return end;
}

static void write_pair(const texts *all, uint32_t first, uint32_t second, const tally *found)
{
    printf("%u\t%u\t%u\t%u\t%u\t%u\n", first, second, words_of(all, first), words_of(all, second), found->covered,
           found->common);
}

/* The run at place i of a text is there too: its words that were not yet counted are covered. */
static void cover(tally *of, uint32_t i, uint32_t words)
{
    uint32_t from = of->end > i ? of->end : i;

    of->covered += i + words - from;
    of->end = i + words;
    of->common++;
}

static void write_text(const texts *all, const runs *r, const uint64_t *end, uint32_t t, double least, tally *of,
                       uint32_t *met)
{
    uint32_t met_count = 0;

    for (uint32_t i = 0; i < places_of(all, t); i++) {
        uint32_t run = r->run[all->begin[t] + i];
        for (uint64_t at = r->first[run]; at < end[run]; at++) {
            uint32_t other = r->holder[at];
            if (of[other].covered == 0)
                met[met_count++] = other;
            cover(&of[other], i, run_words(all, t));
        }
    }
    for (uint32_t i = 0; i < met_count; i++) {
        if (met[i] != t && of[met[i]].covered >= least * words_of(all, t))
            write_pair(all, t, met[i], &of[met[i]]);
        of[met[i]] = (tally){0};
    }
}

static void write_all(const texts *all, runs *r, double least)
{
    uint64_t *end = index_runs(all, r);
    tally *of = room(NULL, all->count * sizeof *of);
    uint32_t *met = room(NULL, all->count * sizeof *met);

    memset(of, 0, all->count * sizeof *of);
    for (uint32_t t = 0; t < all->count; t++)
        write_text(all, r, end, t, least, of, met);
    free(end);
    free(of);
    free(met);
}

/* owner[run] is the pair that was asked for last whose second text has the run. */
static void measure(const texts *all, const runs *r, uint32_t first, uint32_t second, uint32_t *owner, uint32_t pair)
{
    tally found = {0};

    for (uint32_t i = 0; i < places_of(all, second); i++)
        owner[r->run[all->begin[second] + i]] = pair;
    for (uint32_t i = 0; i < places_of(all, first); i++)
        if (owner[r->run[all->begin[first] + i]] == pair)
            cover(&found, i, run_words(all, first));
    write_pair(all, first, second, &found);
}

static void write_asked(const texts *all, const runs *r, const char *path)
{
    FILE *file = fopen(path, "r");
    uint32_t *owner = room(NULL, ((size_t)r->count + 1) * sizeof *owner), pair = 0, first, second;

    if (file == NULL)
        fail(path, strerror(errno));
    memset(owner, 0, ((size_t)r->count + 1) * sizeof *owner);
    while (fscanf(file, "%u %u", &first, &second) == 2) {
        if (first >= all->count || second >= all->count)
            fail(path, "a text that is not there");
        measure(all, r, first, second, owner, ++pair);
    }
    if (!feof(file))
        fail(path, "not two numbers a line");
    fclose(file);
    free(owner);
}

int main(int argc, char **argv)
{
    const char *words = NULL, *pairs = NULL;
    double least = 0.2;
    texts all = {0};
    runs r = {0};

    for (int i = 1; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--words") == 0)
            words = argv[i + 1];
        else if (strcmp(argv[i], "--pairs") == 0)
            pairs = argv[i + 1];
        else if (strcmp(argv[i], "--least") == 0)
            least = strtod(argv[i + 1], NULL);
        else
            words = NULL, argc = 0;
    }
    if (words == NULL || argc % 2 == 0) {
        fputs("allpairs: usage: allpairs --words WORDS [--least SHARE] [--pairs PAIRS]\n", stderr);
        return 2;
    }
    read_texts(words, &all);
    number_runs(&all, &r);
    if (pairs != NULL)
        write_asked(&all, &r, pairs);
    else
        write_all(&all, &r, least);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 2;
}
