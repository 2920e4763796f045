#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOKEN_BYTES 40 /* longer ones, links and rules, are left out */

typedef struct occurrence {
    uint64_t words;
    uint32_t token;
} occurrence;

_Noreturn void fail(const char *what, const char *why)
{
    fprintf(stderr, "walk: %s: %s\n", what, why);
    exit(2);
}

void *room(void *old, size_t bytes)
{
    void *at = realloc(old, bytes == 0 ? 1 : bytes);
    if (at == NULL)
        fail("memory", "not enough of it");
    return at;
}

void put(text *t, const char *bytes, size_t count)
{
    if (t->count + count > t->capacity) {
        t->capacity = (t->count + count) * 2 + 4096;
        t->at = room(t->at, t->capacity);
    }
    memcpy(t->at + t->count, bytes, count);
    t->count += count;
}

void put_string(text *t, const char *string)
{
    put(t, string, strlen(string));
}

uint64_t mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

uint32_t below(uint64_t *state, uint32_t limit)
{
    uint64_t x = mix(*state += 0x9e3779b97f4a7c15u);
    return (uint32_t)(((x >> 32) * limit) >> 32);
}

static uint64_t hash_of(const char *bytes, size_t count)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3u;
    return mix(hash);
}

static const char *name_at(const names *all, uint32_t name, size_t *count)
{
    *count = all->begin[name + 1] - all->begin[name];
    return all->bytes.at + all->begin[name];
}

static void names_grow(names *all)
{
    all->slot_count = all->slot_count == 0 ? 1u << 20 : all->slot_count * 2;
    all->capacity = all->slot_count / 2;
    all->begin = room(all->begin, (all->capacity + 1) * sizeof *all->begin);
    all->begin[all->count] = (uint32_t)all->bytes.count;
    all->slots = room(all->slots, all->slot_count * sizeof *all->slots);
    memset(all->slots, 0xff, all->slot_count * sizeof *all->slots);
    for (uint32_t i = 0; i < all->count; i++) {
        size_t count;
        const char *bytes = name_at(all, i, &count);
        uint32_t slot = (uint32_t)hash_of(bytes, count) & (all->slot_count - 1);
        while (all->slots[slot] != UINT32_MAX)
            slot = (slot + 1) & (all->slot_count - 1);
        all->slots[slot] = i;
    }
}

static uint32_t name_of(names *all, const char *bytes, size_t count)
{
    if (all->count == all->capacity)
        names_grow(all);
    for (uint32_t slot = (uint32_t)hash_of(bytes, count);; slot++) {
        uint32_t *name = &all->slots[slot & (all->slot_count - 1)];
        size_t length;
        if (*name == UINT32_MAX) {
            *name = all->count++;
            put(&all->bytes, bytes, count);
            all->begin[all->count] = (uint32_t)all->bytes.count;
            return *name;
        }
        const char *known = name_at(all, *name, &length);
        if (length == count && memcmp(known, bytes, count) == 0)
            return *name;
    }
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

bool ends_sentence(const char *token, size_t count)
{
    while (count > 1 && strchr("\"')]", token[count - 1]) != NULL)
        count--;
    return strchr(".!?", token[count - 1]) != NULL;
}

/* The word of a token: its letters in lower case, and a mark when it ends a sentence. */
static uint32_t word_of(names *words, const char *token, size_t count)
{
    char word[TOKEN_BYTES + 1];
    size_t length = 0;

    for (size_t i = 0; i < count; i++)
        if (is_letter(token[i]))
            word[length++] = token[i] >= 'A' && token[i] <= 'Z' ? (char)(token[i] - 'A' + 'a') : token[i];
    if (length == 0) {
        memcpy(word, token, count);
        length = count;
    }
    if (ends_sentence(token, count))
        word[length++] = '.';
    return name_of(words, word, length);
}

/* All tokens of the texts, in order; UINT32_MAX where a text ends. */
static uint32_t *tokenize(corpus *c, const text *texts, size_t *token_count)
{
    size_t count = 0, capacity = 0;
    uint32_t *tokens = NULL;

    for (size_t i = 0; i + 1 < texts->count;) {
        size_t end = i;
        while (end < texts->count && texts->at[end] != 0 && !is_space(texts->at[end]))
            end++;
        if (count + 2 > capacity)
            tokens = room(tokens, (capacity = capacity * 2 + 4096) * sizeof *tokens);
        if (end > i && end - i < TOKEN_BYTES)
            tokens[count++] = name_of(&c->tokens, texts->at + i, end - i);
        if (texts->at[end] == 0)
            tokens[count++] = UINT32_MAX;
        i = end + 1;
    }
    *token_count = count;
    return tokens;
}

static void find_words(corpus *c)
{
    c->word_of = room(NULL, c->tokens.count * sizeof *c->word_of);
    for (uint32_t i = 0; i < c->tokens.count; i++) {
        size_t length;
        const char *token = name_at(&c->tokens, i, &length);
        c->word_of[i] = word_of(&c->words, token, length);
    }
    if (c->words.count >= ABSENT_WORD)
        fail("the corpus", "too many different words");
}

static bool begins_sentence(const corpus *c, uint32_t before, uint32_t token)
{
    size_t count;
    const char *bytes = name_at(&c->tokens, token, &count);
    if (bytes[0] < 'A' || bytes[0] > 'Z')
        return false;
    bytes = name_at(&c->tokens, before, &count);
    return ends_sentence(bytes, count);
}

/* The context behind one more word. */
static uint64_t follow(uint64_t words, uint32_t word)
{
    return (words >> WORD_BITS) | (uint64_t)word << (2 * WORD_BITS);
}

const uint64_t no_words = ABSENT_WORD << (2 * WORD_BITS) | ABSENT_WORD << WORD_BITS | ABSENT_WORD;

/* The context without its farthest words: `count` words are left. */
static uint64_t nearest(uint64_t words, unsigned count)
{
    return words | ((UINT64_C(1) << (CONTEXT_WORDS - count) * WORD_BITS) - 1);
}

static size_t list_occurrences(corpus *c, const uint32_t *tokens, size_t count, occurrence *out)
{
    uint64_t words = no_words;
    size_t written = 0;

    for (size_t i = 0; i + 1 < count; i++) {
        words = tokens[i] == UINT32_MAX ? no_words : follow(words, c->word_of[tokens[i]]);
        if (tokens[i] == UINT32_MAX || tokens[i + 1] == UINT32_MAX)
            continue;
        out[written++] = (occurrence){words, tokens[i + 1]};
        if (begins_sentence(c, tokens[i], tokens[i + 1]))
            c->starts[c->start_count++] = tokens[i + 1];
    }
    return written;
}

/* By words, stable: a radix sort of nine bits a pass. Returns whichever of the two arrays holds the result. */
static occurrence *sort_occurrences(occurrence *items, occurrence *spare, size_t count)
{
    for (unsigned shift = 0; shift < CONTEXT_WORDS * WORD_BITS; shift += 9) {
        size_t begin[513] = {0};
        occurrence *swap = items;
        for (size_t i = 0; i < count; i++)
            begin[(items[i].words >> shift & 511) + 1]++;
        for (size_t i = 0; i < 512; i++)
            begin[i + 1] += begin[i];
        for (size_t i = 0; i < count; i++)
            spare[begin[items[i].words >> shift & 511]++] = items[i];
        items = spare;
        spare = swap;
    }
    return items;
}

static context *context_slot(const corpus *c, uint64_t words)
{
    for (uint32_t slot = (uint32_t)mix(words);; slot++) {
        context *at = &c->contexts[slot & (c->slot_count - 1)];
        if (at->count == 0 || at->words == words)
            return at;
    }
}

/* Every context of so many words that occurs often; with `keep` they are put into the table, else counted. */
static uint32_t find_contexts(corpus *c, const occurrence *items, size_t count, unsigned words, uint32_t often,
                              bool keep)
{
    uint32_t found = 0;

    for (size_t i = 0, end; i < count; i = end) {
        uint64_t key = nearest(items[i].words, words);
        for (end = i + 1; end < count && nearest(items[end].words, words) == key; end++)
            continue;
        if (end - i < often || (words > 1 && (key >> (CONTEXT_WORDS - words) * WORD_BITS & ABSENT_WORD) == ABSENT_WORD))
            continue;
        found++;
        if (keep)
            *context_slot(c, key) = (context){key, (uint32_t)i, (uint32_t)(end - i)};
    }
    return found;
}

static void make_contexts(corpus *c, const occurrence *items, size_t count, uint32_t often)
{
    for (unsigned words = 1; words <= CONTEXT_WORDS; words++)
        c->context_count += find_contexts(c, items, count, words, words == 1 ? 1 : often, false);
    for (c->slot_count = 1; c->slot_count < c->context_count * 2;)
        c->slot_count *= 2;
    c->contexts = room(NULL, c->slot_count * sizeof *c->contexts);
    memset(c->contexts, 0, c->slot_count * sizeof *c->contexts);
    for (unsigned words = 1; words <= CONTEXT_WORDS; words++)
        find_contexts(c, items, count, words, words == 1 ? 1 : often, true);
}

void corpus_make(corpus *c, const text *texts, uint32_t often)
{
    size_t count;
    uint32_t *tokens = tokenize(c, texts, &count);
    occurrence *items = room(NULL, count * sizeof *items), *spare = room(NULL, count * sizeof *spare), *sorted;

    find_words(c);
    c->starts = room(NULL, count * sizeof *c->starts);
    count = list_occurrences(c, tokens, count, items);
    free(tokens);
    if (c->start_count == 0)
        fail("the corpus", "no sentence in it");
    sorted = sort_occurrences(items, spare, count);
    c->follower = room(NULL, count * sizeof *c->follower);
    for (size_t i = 0; i < count; i++)
        c->follower[i] = sorted[i].token;
    make_contexts(c, sorted, count, often);
    free(items);
    free(spare);
}

uint32_t corpus_start(const corpus *c, uint64_t *state)
{
    return c->starts[below(state, c->start_count)];
}

uint64_t corpus_follow(const corpus *c, uint64_t words, uint32_t token)
{
    return follow(words, c->word_of[token]);
}

const char *corpus_token(const corpus *c, uint32_t token, size_t *count)
{
    return name_at(&c->tokens, token, count);
}

uint32_t corpus_step(const corpus *c, uint64_t words, unsigned *far, uint64_t *state)
{
    for (unsigned count = *far < FAR_STEPS ? CONTEXT_WORDS : 1; count > 0; count--) {
        const context *at = context_slot(c, nearest(words, count));
        if (at->count == 0)
            continue;
        *far = count > 1 ? *far + 1 : 0;
        for (int tries = 0; tries < 8; tries++) {
            uint32_t token = c->follower[at->first + below(state, at->count)];
            if (c->word_of[token] != words >> (CONTEXT_WORDS - 1) * WORD_BITS)
                return token;
        }
    }
    *far = 0;
    return corpus_start(c, state);
}
