/** Words of all workers become one list. Each worker's word is looked up by its stable hash in one
 *  table; then the list is put in order by two stable radix sorts (hash, then frequency), and the few
 *  words that agree in all sorted bits are put right by comparing them wholly.
 */
#include "base/alloc.h"
#include "base/hash.h"
#include "base/sort.h"
#include "text/utf8.h"
#include "text/vocabulary.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/** A distinct word while the lexicon is made. */
typedef struct entry {
    uint64_t hash, count;
    uint32_t worker, id; /* one of the places it was met */
} entry;

typedef struct maker {
    syn_vocabulary *const *workers;
    uint32_t worker_count;
    entry *entries;
    size_t count;
    uint64_t *slots; /* the hash's high half, entry number + 1 */
    size_t mask;
    uint64_t *keys, *scratch;
    uint32_t *number; /* entry to its place in the lexicon */
} maker;

static int entry_words_order(const maker *m, const entry *a, const entry *b)
{
    char room_a[SYN_VOCABULARY_SHORT], room_b[SYN_VOCABULARY_SHORT];
    size_t bytes_a, bytes_b;
    const char *word_a = syn_vocabulary_word(m->workers[a->worker], a->id, room_a, &bytes_a);
    const char *word_b = syn_vocabulary_word(m->workers[b->worker], b->id, room_b, &bytes_b);
    int order = memcmp(word_a, word_b, bytes_a < bytes_b ? bytes_a : bytes_b);

    return order ? order : bytes_a < bytes_b ? -1 : bytes_a > bytes_b;
}

static int entry_order(const maker *m, const entry *a, const entry *b)
{
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return entry_words_order(m, a, b);
}

static bool entry_is(const maker *m, const entry *a, const entry *b)
{
    return a->hash == b->hash && entry_words_order(m, a, b) == 0;
}

static syn_status maker_init(maker *m, const syn_lexicon *lexicon)
{
    size_t total = 0, slots = 64;

    for (uint32_t w = 0; w < m->worker_count; ++w)
        total += m->workers[w]->count;
    if (total >= UINT32_MAX)
        return SYN_LIMIT;
    while (slots < total * 2)
        slots *= 2;
    m->mask = slots - 1;
    m->slots = syn_alloc_zero(slots, sizeof *m->slots);
    m->entries = syn_alloc(total, sizeof *m->entries);
    m->keys = syn_alloc(total, sizeof *m->keys);
    m->scratch = syn_alloc(total, sizeof *m->scratch);
    m->number = syn_alloc(total, sizeof *m->number);
    if (!m->slots || !m->entries || !m->keys || !m->scratch || !m->number || !lexicon->map)
        return SYN_MEMORY;
    return SYN_OK;
}

static void maker_release(maker *m)
{
    free(m->slots);
    free(m->entries);
    free(m->keys);
    free(m->scratch);
    free(m->number);
}

/** The entry number of a worker's word, new or known. */
static uint32_t maker_find(maker *m, const entry *word)
{
    size_t i = (size_t)word->hash & m->mask;

    for (; m->slots[i] != 0; i = (i + 1) & m->mask) {
        entry *known = &m->entries[(uint32_t)m->slots[i] - 1];
        if (m->slots[i] >> 32 == word->hash >> 32 && entry_is(m, known, word)) {
            known->count += word->count;
            return (uint32_t)m->slots[i] - 1;
        }
    }
    m->entries[m->count++] = *word;
    m->slots[i] = (word->hash >> 32) << 32 | m->count;
    return (uint32_t)m->count - 1;
}

/** Merges a worker's words; map[id] becomes the entry's number. */
static void maker_merge(maker *m, uint32_t worker, uint32_t *map)
{
    const syn_vocabulary *vocabulary = m->workers[worker];

    for (uint32_t id = 0; id < vocabulary->count; ++id) {
        char room[SYN_VOCABULARY_SHORT];
        size_t bytes;
        const char *word = syn_vocabulary_word(vocabulary, id, room, &bytes);
        entry e = {.hash = syn_hash(word, bytes), .count = vocabulary->met[id], .worker = worker, .id = id};
        map[id] = maker_find(m, &e);
    }
}

/** Puts keys in order where 32 bits of hash and of frequency were not enough to tell. */
static void maker_settle(maker *m)
{
    for (size_t i = 1; i < m->count; ++i) {
        uint64_t key = m->keys[i];
        size_t j = i;
        for (; j > 0 && entry_order(m, &m->entries[(uint32_t)key], &m->entries[(uint32_t)m->keys[j - 1]]) < 0; --j)
            m->keys[j] = m->keys[j - 1];
        m->keys[j] = key;
    }
}

/** The high half of each key is what it is sorted by, the low half the entry. */
static void maker_sort(maker *m)
{
    for (size_t i = 0; i < m->count; ++i)
        m->keys[i] = (m->entries[i].hash >> 32) << 32 | i;
    syn_sort_u64(m->keys, m->scratch, m->count, 32, 64);
    for (size_t i = 0; i < m->count; ++i) {
        uint64_t count = m->entries[(uint32_t)m->keys[i]].count;
        uint64_t rare = UINT32_MAX - (count < UINT32_MAX ? count : UINT32_MAX);
        m->keys[i] = rare << 32 | (uint32_t)m->keys[i];
    }
    syn_sort_u64(m->keys, m->scratch, m->count, 32, 64);
    maker_settle(m);
    for (size_t i = 0; i < m->count; ++i)
        m->number[(uint32_t)m->keys[i]] = (uint32_t)i;
}

/** Writes the words in order. */
static syn_status maker_write(const maker *m, syn_lexicon *lexicon)
{
    uint64_t bytes = 0;
    uint32_t at = 0;

    for (size_t i = 0; i < m->count; ++i)
        bytes += m->workers[m->entries[i].worker]->terms[m->entries[i].id].bytes;
    if (bytes > UINT32_MAX)
        return SYN_LIMIT;
    lexicon->text = syn_alloc((size_t)bytes, 1);
    lexicon->text_at = syn_alloc(m->count + 1, sizeof *lexicon->text_at);
    lexicon->hash = syn_alloc(m->count, sizeof *lexicon->hash);
    if (!lexicon->text || !lexicon->text_at || !lexicon->hash)
        return SYN_MEMORY;
    for (size_t i = 0; i < m->count; ++i) {
        const entry *e = &m->entries[(uint32_t)m->keys[i]];
        char room[SYN_VOCABULARY_SHORT];
        size_t count;
        const char *word = syn_vocabulary_word(m->workers[e->worker], e->id, room, &count);
        memcpy(lexicon->text + at, word, count);
        lexicon->text_at[i] = at;
        lexicon->hash[i] = e->hash;
        at += (uint32_t)count;
    }
    lexicon->text_at[m->count] = at;
    lexicon->count = (uint32_t)m->count;
    return SYN_OK;
}

/** One map a worker, as long as its vocabulary. */
static syn_status lexicon_maps(syn_lexicon *lexicon, syn_vocabulary *const *workers, uint32_t worker_count)
{
    lexicon->map = syn_alloc_zero(worker_count, sizeof *lexicon->map);
    if (!lexicon->map)
        return SYN_MEMORY;
    lexicon->worker_count = worker_count;
    for (uint32_t w = 0; w < worker_count; ++w) {
        lexicon->map[w] = syn_alloc(workers[w]->count, sizeof **lexicon->map);
        if (!lexicon->map[w])
            return SYN_MEMORY;
    }
    return SYN_OK;
}

syn_status syn_lexicon_make(syn_vocabulary *const *workers, uint32_t worker_count, syn_lexicon *out)
{
    maker m = {.workers = workers, .worker_count = worker_count};
    syn_lexicon lexicon = {0};
    syn_status status = lexicon_maps(&lexicon, workers, worker_count);

    if (status < 0)
        goto out;
    status = maker_init(&m, &lexicon);
    if (status < 0)
        goto out;
    for (uint32_t w = 0; w < worker_count; ++w)
        maker_merge(&m, w, lexicon.map[w]);
    maker_sort(&m);
    status = maker_write(&m, &lexicon);
    if (status < 0)
        goto out;
    for (uint32_t w = 0; w < worker_count; ++w)
        for (size_t id = 0; id < workers[w]->count; ++id)
            lexicon.map[w][id] = m.number[lexicon.map[w][id]];
out:
    maker_release(&m);
    if (status < 0)
        syn_lexicon_release(&lexicon);
    else
        *out = lexicon;
    return status;
}

void syn_lexicon_release(syn_lexicon *lexicon)
{
    for (uint32_t w = 0; lexicon->map && w < lexicon->worker_count; ++w)
        free(lexicon->map[w]);
    free(lexicon->map);
    free(lexicon->text_at);
    free(lexicon->text);
    free(lexicon->hash);
    *lexicon = (syn_lexicon){0};
}

void syn_lexicon_apply(const syn_lexicon *lexicon, uint32_t worker, uint32_t *ids, size_t count)
{
    const uint32_t *map = lexicon->map[worker];

    for (size_t i = 0; i < count; ++i)
        ids[i] = map[ids[i]];
}
