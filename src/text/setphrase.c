#include "text/setphrase.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "text/text.h"

#include <stdlib.h>
#include <string.h>

/* Words of one text and where its lines are. */
typedef struct reading {
    const char *text;
    size_t bytes;
    const syn_words *words;
    const uint64_t *hash;
} reading;

void syn_setphrases_release(syn_setphrases *p)
{
    for (int n = 0; n < SYN_SETPHRASE_WORDS; n++)
        free(p->hashes[n]);
    *p = (syn_setphrases){0};
}

/* One hash of `count` words in their order. */
static uint64_t hash_words(const uint64_t *hash, const uint32_t *ids, uint32_t count)
{
    uint64_t sum = count;
    for (uint32_t i = 0; i < count; i++)
        sum = syn_hash_mix(sum ^ hash[ids[i]]) * 0x9e3779b97f4a7c15u;
    return sum;
}

static bool add_run(syn_setphrases *p, const reading *r, size_t first, uint32_t count)
{
    const uint32_t n = count - 1;
    if (!syn_alloc_room((void **)&p->hashes[n], &p->capacity[n], p->count[n] + 1, sizeof **p->hashes))
        return false;
    p->hashes[n][p->count[n]++] = hash_words(r->hash, r->words->id + first, count);
    return true;
}

/* Adds the lines that are set phrases. */
static bool add_lines(syn_setphrases *p, const reading *r)
{
    size_t word = 0, before = 0; /* words of the line before */
    for (size_t at = 0; at < r->bytes;) {
        const char *newline = memchr(r->text + at, '\n', r->bytes - at);
        const size_t end = newline != NULL ? (size_t)(newline - r->text) : r->bytes;
        const size_t first = word;
        while (word < r->words->count && r->words->begin[word] < end)
            word++;
        const size_t count = word - first;
        const bool closes = before >= SYN_SETPHRASE_WORDS;
        if (count > 0 && count < SYN_SETPHRASE_WORDS && !closes && !add_run(p, r, first, (uint32_t)count))
            return false;
        before = closes && count > 0 ? before : count;
        at = end + 1;
    }
    return true;
}

static syn_status add_words(syn_setphrases *p, const reading *r)
{
    for (size_t i = 0; i + SYN_SETPHRASE_WORDS <= r->words->count; i++)
        if (!add_run(p, r, i, SYN_SETPHRASE_WORDS))
            return SYN_MEMORY;
    return add_lines(p, r) ? SYN_OK : SYN_MEMORY;
}

syn_status syn_setphrases_add(syn_setphrases *p, const char *text, size_t bytes)
{
    syn_vocabulary *vocabulary = NULL;
    syn_words words = {0};
    syn_lexicon lexicon = {0};
    syn_status status = syn_vocabulary_new(&vocabulary);
    if (status == SYN_OK)
        status = syn_text_make(text, bytes, vocabulary, &words, NULL);
    if (status == SYN_OK)
        status = syn_lexicon_make(&vocabulary, 1, &lexicon);
    if (status == SYN_OK) {
        syn_lexicon_apply(&lexicon, 0, words.id, words.count);
        const reading r = {.text = text, .bytes = bytes, .words = &words, .hash = lexicon.hash};
        status = add_words(p, &r);
    }
    syn_lexicon_release(&lexicon);
    syn_words_release(&words);
    syn_vocabulary_free(vocabulary);
    return status;
}

static int by_value(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

void syn_setphrases_settle(syn_setphrases *p)
{
    for (int n = 0; n < SYN_SETPHRASE_WORDS; n++)
        if (p->count[n] > 1)
            qsort(p->hashes[n], p->count[n], sizeof **p->hashes, by_value);
}

static bool holds(const syn_setphrases *p, uint32_t count, uint64_t hash)
{
    const uint32_t n = count - 1;
    return p->count[n] > 0 && bsearch(&hash, p->hashes[n], p->count[n], sizeof hash, by_value) != NULL;
}

void syn_setphrases_mark(const syn_setphrases *p, const uint64_t *hash, const uint32_t *ids, uint32_t count, bool *marks)
{
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t words = 1; words <= SYN_SETPHRASE_WORDS && words <= count - i; words++)
            if (p->count[words - 1] > 0 && holds(p, words, hash_words(hash, ids + i, words)))
                memset(marks + i, true, words);
}
