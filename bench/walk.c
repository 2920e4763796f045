/* Articles that repeat runs of words about as news does: a Markov walk over the words of a corpus.
 *
 *      walk --corpus TEXTS --texts 1000 --stream 1 --prefix new- > new.jsonl
 *      walk --corpus TEXTS --texts 900000 --plants PLANTS --spans SPANS > archive.jsonl
 *
 * TEXTS holds texts with a NUL behind each. The next token is the one behind a random occurrence of the last three
 * words if the corpus has them --often times, else of the last two, else of the last one, whatever their case and
 * punctuation: set phrases come back as they do in news, and what is rare in the corpus is not copied. After three
 * steps that looked back further than one word one does not, and no word follows itself, or page furniture would run
 * on for ever. Words that end a sentence are apart from those that do not, so that sentences begin as sentences do.
 * A text is 300 to 700 words.
 *
 * PLANTS holds "NUMBER PLACE\nEXCERPT" with a NUL behind each, by ascending NUMBER: that text takes the excerpt as a
 * paragraph of its own, behind its PLACE-th (modulo how many it has). SPANS gets a line for each: the number, and
 * where the excerpt begins and ends in bytes and in code points.
 *
 * Each text has a random stream of its own, from seed, stream and number: the same arguments give the same bytes, and
 * more texts begin with the fewer. bench/archive.py is the command that uses it.
 */
#include "corpus.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OUTLET_COUNT 240

typedef struct options {
    const char *corpus, *plants, *spans, *prefix;
    uint64_t texts, seed, stream;
    uint32_t often;
} options;

typedef struct plant {
    uint64_t number, place;
    const char *excerpt;
} plant;

static text read_file(const char *path)
{
    text t = {0};
    char block[65536];
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        fail(path, strerror(errno));
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        put(&t, block, n);
    if (ferror(file))
        fail(path, "cannot be read");
    fclose(file);
    put(&t, "", 1);
    return t;
}

/* Sentences of at least `words` words, the last one cut when it is `more` words too long; paragraphs in a body. */
static void put_walk(const corpus *c, text *t, uint32_t words, uint32_t more, uint64_t *state)
{
    uint32_t token = corpus_start(c, state);
    uint64_t behind = no_words;
    unsigned far = 0;

    for (uint32_t i = 1;; i++) {
        size_t count;
        const char *bytes = corpus_token(c, token, &count);
        bool end = ends_sentence(bytes, count);
        put(t, bytes, count);
        if (i >= words && (end || i >= words + more))
            return;
        behind = corpus_follow(c, behind, token);
        token = corpus_step(c, behind, &far, state);
        put_string(t, more > 0 && end && below(state, 2) == 0 ? "\n\n" : " ");
    }
}

/* Behind which byte the text's place-th paragraph ends. */
static size_t paragraph_end(const text *t, uint64_t place)
{
    size_t ends = 1, at = 0;

    for (size_t i = 0; i + 1 < t->count; i++)
        ends += t->at[i] == '\n' && t->at[i + 1] == '\n';
    for (place %= ends; at < t->count; at++)
        if (at + 1 < t->count && t->at[at] == '\n' && t->at[at + 1] == '\n' && place-- == 0)
            return at;
    return t->count;
}

static size_t characters(const char *bytes, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += ((unsigned char)bytes[i] & 0xc0) != 0x80;
    return total;
}

static void put_plant(text *t, const plant *p, FILE *spans)
{
    size_t at = paragraph_end(t, p->place), length = strlen(p->excerpt), begin = at + 2, cbegin;
    text rest = {0};

    put(&rest, t->at + at, t->count - at);
    t->count = at;
    put_string(t, "\n\n");
    put(t, p->excerpt, length);
    put(t, rest.at, rest.count);
    free(rest.at);
    cbegin = characters(t->at, begin);
    fprintf(spans, "%llu %zu %zu %zu %zu\n", (unsigned long long)p->number, begin, begin + length, cbegin,
            cbegin + characters(p->excerpt, length));
}

static void put_json(text *line, const text *t)
{
    char escape[8];

    for (size_t i = 0; i < t->count; i++) {
        unsigned char c = (unsigned char)t->at[i];
        if (c == '\n')
            put_string(line, "\\n");
        else if (c < 0x20) {
            snprintf(escape, sizeof escape, "\\u%04x", c);
            put_string(line, escape);
        } else {
            if (c == '"' || c == '\\')
                put_string(line, "\\");
            put(line, t->at + i, 1);
        }
    }
}

static void put_outlet(text *line, uint32_t outlet)
{
    static const char *const towns[] = {"Alder", "Brindle", "Carrow", "Dunmore", "Eastwick", "Fallow", "Garner",
                                        "Holm",  "Ivory",   "Jessop", "Kestle",  "Larch",    "Marlow", "Norden",
                                        "Orchard", "Pell",  "Quarry", "Rowan",   "Selby",    "Tarn"};
    static const char *const papers[] = {"Courier", "Gazette",  "Herald", "Journal", "Ledger", "Mercury",
                                         "Observer", "Post",    "Record", "Star",    "Times",  "Tribune"};
    put_string(line, towns[outlet % 20]);
    put_string(line, " ");
    put_string(line, papers[outlet / 20]);
}

static void write_record(const options *o, uint64_t number, const text *title, const text *body, uint64_t *state,
                         text *line)
{
    char part[96];

    line->count = 0;
    snprintf(part, sizeof part, "{\"id\":\"%s%07llu\",\"outlet\":\"", o->prefix, (unsigned long long)number);
    put_string(line, part);
    put_outlet(line, below(state, OUTLET_COUNT));
    snprintf(part, sizeof part, "\",\"date\":\"%04u-%02u-%02u\",\"title\":\"", 2004 + below(state, 12),
             1 + below(state, 12), 1 + below(state, 28));
    put_string(line, part);
    put_json(line, title);
    put_string(line, "\",\"text\":\"");
    put_json(line, body);
    put_string(line, "\"}\n");
    if (fwrite(line->at, 1, line->count, stdout) != line->count)
        fail("standard output", strerror(errno));
}

/* The next of the plants from byte *at on; false behind the last. */
static bool plant_next(const text *plants, size_t *at, plant *out)
{
    char *end;

    if (*at + 1 >= plants->count)
        return false;
    out->number = strtoull(plants->at + *at, &end, 10);
    out->place = strtoull(end, &end, 10);
    if (*end != '\n')
        fail("the plants", "not as they must be");
    out->excerpt = end + 1;
    *at = (size_t)(end - plants->at) + 2 + strlen(end + 1);
    return true;
}

static void write_all(const options *o, const corpus *c, const text *plants, FILE *spans)
{
    text title = {0}, body = {0}, line = {0};
    size_t at = 0;
    plant next;
    bool any = plant_next(plants, &at, &next);

    for (uint64_t number = 0; number < o->texts; number++) {
        uint64_t state = mix(mix(mix(o->seed + 1) + o->stream) + number);
        title.count = body.count = 0;
        put_walk(c, &title, 4 + below(&state, 6), 0, &state);
        put_walk(c, &body, 280 + below(&state, 401), 60, &state);
        for (; any && next.number == number; any = plant_next(plants, &at, &next))
            put_plant(&body, &next, spans);
        write_record(o, number, &title, &body, &state, &line);
    }
    free(title.at);
    free(body.at);
    free(line.at);
}

static bool options_parse(options *o, int argc, char **argv)
{
    *o = (options){.prefix = "w", .texts = 1000, .seed = 1, .often = 50};
    for (int i = 1; i + 1 < argc; i += 2) {
        const char *name = argv[i], *value = argv[i + 1];
        if (strcmp(name, "--corpus") == 0)
            o->corpus = value;
        else if (strcmp(name, "--plants") == 0)
            o->plants = value;
        else if (strcmp(name, "--spans") == 0)
            o->spans = value;
        else if (strcmp(name, "--prefix") == 0)
            o->prefix = value;
        else if (strcmp(name, "--texts") == 0)
            o->texts = strtoull(value, NULL, 10);
        else if (strcmp(name, "--seed") == 0)
            o->seed = strtoull(value, NULL, 10);
        else if (strcmp(name, "--often") == 0)
            o->often = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(name, "--stream") == 0)
            o->stream = strtoull(value, NULL, 10);
        else
            return false;
    }
    return argc % 2 == 1 && o->corpus != NULL && strlen(o->prefix) < 32 && (o->plants == NULL) == (o->spans == NULL);
}

int main(int argc, char **argv)
{
    options o;
    corpus c = {0};
    text texts, plants = {0};
    FILE *spans = NULL;

    if (!options_parse(&o, argc, argv)) {
        fputs("walk: usage: walk --corpus TEXTS [--texts N] [--seed N] [--stream N] [--often N]"
              " [--prefix ID] [--plants PLANTS --spans SPANS]\n", stderr);
        return 2;
    }
    texts = read_file(o.corpus);
    corpus_make(&c, &texts, o.often);
    free(texts.at);
    if (o.plants != NULL) {
        plants = read_file(o.plants);
        spans = fopen(o.spans, "w");
        if (spans == NULL)
            fail(o.spans, strerror(errno));
    }
    write_all(&o, &c, &plants, spans);
    if (fflush(stdout) != 0 || (spans != NULL && fclose(spans) != 0))
        fail("output", strerror(errno));
    return 0;
}
