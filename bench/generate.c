/* A seeded generator of artificial articles, so that a bench runs without anyone's corpus.
 *
 *      generate --words 5000000 --seed 1 > articles.jsonl
 *      generate --words 100000 --files articles/
 *
 * Words are invented and pronounceable, their frequencies fall like Zipf's law, and English function
 * words stand between them. Two articles share nothing longer than chance gives, but for what is asked:
 * --templates F gives that share of the articles a heading and a closing paragraph out of a fixed
 * stock, --duplicates F makes that share lightly edited copies of recent articles.
 *
 * Same options, same bytes, on every machine. Written as it is made: memory does not grow.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define VOCABULARY_COUNT 65536 /* invented words; a power of two */
#define WORD_BYTES 24
#define TEMPLATE_COUNT 200
#define RECENT_COUNT 64
#define RECENT_BYTES 8192

static const char *const function_words[] = {
    "the", "the", "the", "the", "the", "the", "the", "the", "of", "of", "of", "of", "of", "and", "and", "and", "and",
    "to", "to", "to", "to", "a", "a", "a", "a", "in", "in", "in", "in", "that", "that", "is", "is", "was", "was",
    "for", "for", "it", "it", "with", "with", "as", "as", "his", "he", "he", "on", "on", "be", "at", "by", "by", "i",
    "this", "had", "not", "are", "but", "from", "or", "have", "an", "they", "which", "one", "you", "were", "her",
    "all", "she", "there", "would", "their", "we", "him", "been", "has", "when", "who", "will", "more", "no", "if",
    "out", "so", "said", "what", "up", "its", "about", "into", "than", "them", "can", "only", "other", "new", "some",
    "could", "time", "these", "two", "may", "then", "do", "first", "any", "my", "now", "such", "like", "our", "over",
    "man", "me", "even", "most", "made", "after", "also", "did", "many", "before", "must", "through", "back", "years",
    "where", "much", "your", "way", "well", "down", "should", "because", "each", "just", "those", "people", "how",
    "too", "little", "state", "good", "very", "make", "world", "still", "own", "see", "men", "work", "long", "get",
    "here", "between", "both", "life", "being", "under", "never", "day", "same", "another", "know", "while", "last",
    "might", "us", "great", "old", "year", "off", "come", "since", "against", "go", "came", "right", "used", "take",
    "three"};
#define FUNCTION_COUNT (sizeof function_words / sizeof function_words[0])

/* A growing text. */
typedef struct text {
    char *at;
    size_t count, capacity;
} text;

typedef struct options {
    uint64_t words, seed, length_words;
    double templates, duplicates;
    const char *folder, *prefix;
} options;

typedef struct generator {
    uint64_t state;
    char words[VOCABULARY_COUNT][WORD_BYTES];
    uint8_t word_bytes[VOCABULARY_COUNT];
    uint32_t alias[VOCABULARY_COUNT], keep[VOCABULARY_COUNT]; /* Walker's alias table */
    text templates[TEMPLATE_COUNT];
    char recent[RECENT_COUNT][RECENT_BYTES];
    size_t recent_bytes[RECENT_COUNT];
    uint64_t recent_count;
} generator;

static uint64_t draw(generator *g)
{
    uint64_t x = g->state += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static uint32_t below(generator *g, uint32_t limit)
{
    return (uint32_t)(((draw(g) >> 32) * limit) >> 32);
}

static bool chance(generator *g, double share)
{
    return (double)(draw(g) >> 11) * 0x1p-53 < share;
}

static void put(text *t, const char *bytes, size_t count)
{
    if (t->count + count > t->capacity) {
        t->capacity = (t->count + count) * 2 + 4096;
        t->at = realloc(t->at, t->capacity);
        if (t->at == NULL) {
            fputs("generate: out of memory\n", stderr);
            exit(2);
        }
    }
    memcpy(t->at + t->count, bytes, count);
    t->count += count;
}

static void put_string(text *t, const char *string)
{
    put(t, string, strlen(string));
}

/* Frequent words are short: two syllables up to rank 2,000, then three. */
static void invent_word(generator *g, uint32_t rank)
{
    static const char *const onsets[] = {"b", "c",  "d",  "f",  "g",  "h",  "l",  "m",  "n",  "p", "r",
                                         "s", "t",  "v",  "br", "cl", "dr", "gr", "pl", "st", "tr"};
    static const char *const vowels[] = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
    static const char *const codas[] = {"", "", "n", "r", "s", "l", "t", "nd"};
    char *word = g->words[rank];
    unsigned syllables = rank < 2000 ? 2 : 3;

    for (unsigned s = 0; s < syllables; s++) {
        strcat(word, onsets[below(g, sizeof onsets / sizeof onsets[0])]);
        strcat(word, vowels[below(g, 8)]);
    }
    strcat(word, codas[below(g, 8)]);
    g->word_bytes[rank] = (uint8_t)strlen(word);
}

/* Vose's way to fill Walker's table for weights 1 / (rank + 3). */
static void fill_alias(generator *g)
{
    static double scaled[VOCABULARY_COUNT];
    static uint32_t small[VOCABULARY_COUNT], large[VOCABULARY_COUNT];
    size_t small_count = 0, large_count = 0;
    double sum = 0;

    for (uint32_t r = 0; r < VOCABULARY_COUNT; r++)
        sum += scaled[r] = 1.0 / (r + 3.0);
    for (uint32_t r = 0; r < VOCABULARY_COUNT; r++) {
        scaled[r] *= VOCABULARY_COUNT / sum;
        g->alias[r] = r;
        if (scaled[r] < 1)
            small[small_count++] = r;
        else
            large[large_count++] = r;
    }
    while (small_count > 0 && large_count > 0) {
        uint32_t s = small[--small_count], l = large[large_count - 1];
        g->alias[s] = l;
        scaled[l] -= 1 - scaled[s];
        if (scaled[l] < 1)
            small[small_count++] = large[--large_count];
    }
    for (uint32_t r = 0; r < VOCABULARY_COUNT; r++)
        g->keep[r] = scaled[r] >= 1 ? UINT32_MAX : (uint32_t)(scaled[r] * UINT32_MAX);
}

static void put_content_word(generator *g, text *t)
{
    uint64_t x = draw(g);
    uint32_t slot = (uint32_t)(x & (VOCABULARY_COUNT - 1));
    uint32_t rank = (uint32_t)(x >> 32) <= g->keep[slot] ? slot : g->alias[slot];

    put(t, g->words[rank], g->word_bytes[rank]);
}

/* One word of running text; a function word is rarer behind another. Returns whether it was one. */
static bool put_word(generator *g, text *t, bool behind_function)
{
    char number[16];
    uint32_t roll = below(g, 1000);

    if (roll < (behind_function ? 300u : 560u)) {
        put_string(t, function_words[below(g, FUNCTION_COUNT)]);
        return true;
    }
    if (roll >= 988) {
        snprintf(number, sizeof number, "%u", (unsigned)(1 + below(g, 3000)));
        put_string(t, number);
    } else {
        size_t at = t->count;
        put_content_word(g, t);
        if (roll >= 950)
            t->at[at] = (char)(t->at[at] - 'a' + 'A');
    }
    return false;
}

static uint32_t put_sentence(generator *g, text *t)
{
    uint32_t count = 7 + below(g, 24);
    size_t begin = t->count;
    bool function = false;

    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            put_string(t, i % 7 == 5 && below(g, 3) == 0 ? ", " : below(g, 60) == 0 ? " \xe2\x80\x94 " : " ");
        function = put_word(g, t, function);
    }
    if (t->at[begin] >= 'a' && t->at[begin] <= 'z')
        t->at[begin] = (char)(t->at[begin] - 'a' + 'A');
    put_string(t, below(g, 12) == 0 ? "?" : ".");
    return count;
}

/* Sentences until `words` words are written, paragraphs between. Returns how many were. */
static uint64_t put_prose(generator *g, text *t, uint64_t words)
{
    uint64_t written = 0;

    while (written < words) {
        if (written > 0)
            put_string(t, below(g, 4) == 0 ? "\n\n" : " ");
        if (below(g, 10) == 0) {
            put_string(t, "\xe2\x80\x9c");
            written += put_sentence(g, t);
            put_string(t, "\xe2\x80\x9d");
        } else {
            written += put_sentence(g, t);
        }
    }
    return written;
}

/* Copies an article with about one word in fifty replaced. */
static uint64_t put_copy(generator *g, text *t, const char *from, size_t count)
{
    uint64_t words = 0;

    for (size_t i = 0; i < count;) {
        size_t end = i;
        while (end < count && from[end] != ' ' && from[end] != '\n')
            end++;
        if (end > i && below(g, 50) == 0)
            put_content_word(g, t);
        else
            put(t, from + i, end - i);
        words += end > i;
        while (end < count && (from[end] == ' ' || from[end] == '\n'))
            put(t, from + end++, 1);
        i = end;
    }
    return words;
}

static uint64_t put_article(generator *g, const options *o, text *t)
{
    bool framed = chance(g, o->templates);
    uint64_t words = 0;
    size_t slot;

    t->count = 0;
    if (g->recent_count > 0 && chance(g, o->duplicates)) {
        slot = below(g, g->recent_count < RECENT_COUNT ? (uint32_t)g->recent_count : RECENT_COUNT);
        return put_copy(g, t, g->recent[slot], g->recent_bytes[slot]);
    }
    if (framed) {
        const text *head = &g->templates[below(g, TEMPLATE_COUNT / 2)];
        put(t, head->at, head->count);
        put_string(t, "\n\n");
    }
    words += put_prose(g, t, o->length_words / 2 + below(g, (uint32_t)o->length_words));
    if (framed) {
        const text *foot = &g->templates[TEMPLATE_COUNT / 2 + below(g, TEMPLATE_COUNT / 2)];
        put_string(t, "\n\n");
        put(t, foot->at, foot->count);
        words += 80;
    }
    if (t->count <= RECENT_BYTES) {
        slot = g->recent_count++ % RECENT_COUNT;
        memcpy(g->recent[slot], t->at, t->count);
        g->recent_bytes[slot] = t->count;
    }
    return words;
}

static void write_record(generator *g, const options *o, FILE *out, uint64_t number, const text *article, text *line)
{
    char head[160];

    snprintf(head, sizeof head, "{\"id\":\"%s%07llu\",\"outlet\":\"Outlet %u\",\"date\":\"%04u-%02u-%02u\",\"text\":\"",
             o->prefix, (unsigned long long)number, (unsigned)below(g, 60), 2004u + below(g, 5), 1 + below(g, 12),
             1 + below(g, 28));
    line->count = 0;
    put_string(line, head);
    for (size_t i = 0; i < article->count;) {
        const char *rest = article->at + i;
        const char *stop = memchr(rest, '\n', article->count - i);
        size_t run = stop == NULL ? article->count - i : (size_t)(stop - rest);
        put(line, rest, run);
        if (stop != NULL)
            put(line, "\\n", 2);
        i += run + (stop != NULL);
    }
    put(line, "\"}\n", 3);
    fwrite(line->at, 1, line->count, out);
}

static bool write_file(const options *o, uint64_t number, const text *article)
{
    char path[4096];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s%07llu.txt", o->folder, o->prefix, (unsigned long long)number);
    file = fopen(path, "wb");
    if (file == NULL || fwrite(article->at, 1, article->count, file) != article->count || fputc('\n', file) == EOF ||
        fclose(file) != 0) {
        fprintf(stderr, "generate: %s: cannot be written: %s\n", path, strerror(errno));
        return false;
    }
    return true;
}

static int options_parse(options *o, int argc, char **argv)
{
    *o = (options){.words = 1000000, .seed = 1, .length_words = 450, .prefix = "g"};
    for (int i = 1; i + 1 < argc; i += 2) {
        const char *name = argv[i], *value = argv[i + 1];
        if (strcmp(name, "--words") == 0)
            o->words = strtoull(value, NULL, 10);
        else if (strcmp(name, "--seed") == 0)
            o->seed = strtoull(value, NULL, 10);
        else if (strcmp(name, "--length") == 0)
            o->length_words = strtoull(value, NULL, 10);
        else if (strcmp(name, "--templates") == 0)
            o->templates = strtod(value, NULL);
        else if (strcmp(name, "--duplicates") == 0)
            o->duplicates = strtod(value, NULL);
        else if (strcmp(name, "--files") == 0)
            o->folder = value;
        else if (strcmp(name, "--prefix") == 0)
            o->prefix = value;
        else
            return -1;
    }
    return argc % 2 == 1 && o->length_words > 0 && o->length_words < 1000000 && strlen(o->prefix) < 32 ? 0 : -1;
}

static void generator_init(generator *g, uint64_t seed)
{
    g->state = seed * 0x9e3779b97f4a7c15u;
    for (uint32_t r = 0; r < VOCABULARY_COUNT; r++)
        invent_word(g, r);
    fill_alias(g);
    for (uint32_t i = 0; i < TEMPLATE_COUNT; i++)
        put_prose(g, &g->templates[i], 15 + below(g, 60));
}

int main(int argc, char **argv)
{
    static generator g;
    options o;
    text article = {0}, line = {0};
    uint64_t number = 0;

    if (options_parse(&o, argc, argv) < 0) {
        fputs("generate: usage: generate [--words N] [--seed N] [--length WORDS] [--templates SHARE]"
              " [--duplicates SHARE] [--prefix ID] [--files FOLDER]\n", stderr);
        return 2;
    }
    if (o.folder != NULL && mkdir(o.folder, 0777) < 0 && errno != EEXIST) {
        fprintf(stderr, "generate: %s: cannot be made: %s\n", o.folder, strerror(errno));
        return 2;
    }
    generator_init(&g, o.seed);
    for (uint64_t words = 0; words < o.words; number++) {
        words += put_article(&g, &o, &article);
        if (o.folder == NULL)
            write_record(&g, &o, stdout, number, &article, &line);
        else if (!write_file(&o, number, &article))
            return 2;
    }
    for (uint32_t i = 0; i < TEMPLATE_COUNT; i++)
        free(g.templates[i].at);
    free(article.at);
    free(line.at);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 2;
}
