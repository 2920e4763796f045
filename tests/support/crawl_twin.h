/** A slow twin of dedup: pages of a crawl as canonical words, who is kept before whom, and what stands in what.
 *
 *      twin t;
 *      twin_make(&t, &c);
 *      twin_covered(&t, a, b)               // words of a in runs of five or more that b has
 *      twin_release(&t);
 *
 *  Words and runs of words are numbered by their bytes, so that equal numbers are equal words: nothing is hashed that
 *  is not compared.
 */
#ifndef TESTS_SUPPORT_CRAWL_TWIN_H
#define TESTS_SUPPORT_CRAWL_TWIN_H

#include "support/crawl.h"
#include "syndic/dedup.h"

enum { TWIN_RUN = 5 };

/** Numbers for rows of bytes. */
typedef struct twin_names {
    char *bytes;
    size_t *at; /**< count + 1 */
    uint32_t *slots, count, room, slot_count;
    size_t byte_room;
} twin_names;

typedef struct twin_text {
    uint32_t *word, *begin, *end, *run; /**< run: of five words from here on */
    uint32_t count, runs;
} twin_text;

typedef struct twin {
    const crawl *c;
    twin_text *texts;
    twin_names words, runs;
    uint32_t *rank; /**< of each page in the order of keeping */
    uint32_t *by_rank, *stamp, stamped;
} twin;

static inline uint32_t twin_name(twin_names *n, const void *bytes, size_t count)
{
    if (2 * (n->count + 1) > n->slot_count) {
        n->slot_count = 4 * n->slot_count + 1024;
        n->slots = law_need(realloc(n->slots, n->slot_count * sizeof *n->slots));
        memset(n->slots, 0, n->slot_count * sizeof *n->slots);
        for (uint32_t i = 0; i < n->count; i++) {
            size_t slot = syn_hash(n->bytes + n->at[i], n->at[i + 1] - n->at[i]) % n->slot_count;
            while (n->slots[slot] != 0)
                slot = (slot + 1) % n->slot_count;
            n->slots[slot] = i + 1;
        }
    }
    size_t slot = syn_hash(bytes, count) % n->slot_count;
    for (; n->slots[slot] != 0; slot = (slot + 1) % n->slot_count) {
        const uint32_t i = n->slots[slot] - 1;
        if (n->at[i + 1] - n->at[i] == count && memcmp(n->bytes + n->at[i], bytes, count) == 0)
            return i;
    }
    if (n->count + 2 > n->room) {
        n->room = 2 * n->room + 64;
        n->at = law_need(realloc(n->at, n->room * sizeof *n->at));
        n->at[0] = 0;
    }
    const size_t from = n->at[n->count];
    if (from + count > n->byte_room) {
        n->byte_room = 2 * (from + count);
        n->bytes = law_need(realloc(n->bytes, n->byte_room));
    }
    memcpy(n->bytes + from, bytes, count);
    n->at[n->count + 1] = from + count;
    n->slots[slot] = ++n->count;
    return n->count - 1;
}

static inline void twin_names_release(twin_names *n)
{
    free(n->bytes);
    free(n->at);
    free(n->slots);
    *n = (twin_names){0};
}

static inline twin_text twin_read(twin *t, const char *text, size_t bytes)
{
    oracle_words words = oracle_words_of(text, bytes);
    twin_text made = {.count = (uint32_t)words.count};
    uint32_t *room = law_need(malloc((4 * words.count + 1) * sizeof *room));
    made.word = room;
    made.begin = room + made.count;
    made.end = room + 2 * made.count;
    made.run = room + 3 * made.count;
    for (uint32_t i = 0; i < made.count; i++) {
        made.word[i] = twin_name(&t->words, words.word[i].text, strlen(words.word[i].text));
        made.begin[i] = (uint32_t)words.word[i].begin;
        made.end[i] = (uint32_t)words.word[i].end;
    }
    for (; made.runs + TWIN_RUN <= made.count; made.runs++)
        made.run[made.runs] = twin_name(&t->runs, made.word + made.runs, TWIN_RUN * sizeof *made.word);
    oracle_words_free(&words);
    return made;
}

static inline void twin_make(twin *t, const crawl *c)
{
    *t = (twin){.c = c, .texts = law_need(calloc(c->count + 1, sizeof *t->texts)),
                .rank = law_need(calloc(c->count + 1, sizeof *t->rank)),
                .by_rank = law_need(calloc(c->count + 1, sizeof *t->by_rank))};
    for (uint32_t i = 0; i < c->count; i++)
        t->texts[i] = twin_read(t, c->pages[i].text, c->pages[i].bytes);
    t->stamp = law_need(calloc(t->runs.count + 1, sizeof *t->stamp));
}

static inline void twin_release(twin *t)
{
    for (uint32_t i = 0; i < t->c->count; i++)
        free(t->texts[i].word);
    free(t->texts);
    free(t->rank);
    free(t->by_rank);
    free(t->stamp);
    twin_names_release(&t->words);
    twin_names_release(&t->runs);
}

/* The order of keeping */

static const twin *twin_sorted; /* qsort has no context */
static const syn_dedup_plan *twin_plan;

static inline uint32_t twin_rank(const syn_dedup_plan *plan, const char *outlet)
{
    for (uint32_t i = 0; i < plan->priority_count; i++)
        if (outlet && strcmp(plan->priorities[i], outlet) == 0)
            return i;
    return (uint32_t)plan->priority_count;
}

static inline int twin_less(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static inline int twin_compare(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    const page *x = &twin_sorted->c->pages[a], *y = &twin_sorted->c->pages[b];
    const int words = twin_less(twin_sorted->texts[b].count, twin_sorted->texts[a].count);
    const int date = twin_less(x->date ? x->date : UINT32_MAX, y->date ? y->date : UINT32_MAX);
    const int text = twin_less(syn_hash(x->text, x->bytes), syn_hash(y->text, y->bytes));
    const int id = twin_less(syn_hash(x->id, strlen(x->id)), syn_hash(y->id, strlen(y->id)));
    const int outlet = twin_less(twin_rank(twin_plan, x->outlet), twin_rank(twin_plan, y->outlet));
    int keys[6] = {0};
    if (x->reference != y->reference)
        return x->reference ? -1 : 1;
    if (x->reference || twin_plan->keep == SYN_KEEP_FIRST)
        return twin_less(a, b);
    keys[0] = twin_plan->keep == SYN_KEEP_PRIORITY ? outlet : 0;
    keys[1] = twin_plan->keep == SYN_KEEP_EARLIEST ? date : words;
    keys[2] = twin_plan->keep == SYN_KEEP_EARLIEST ? words : date;
    keys[3] = text;
    keys[4] = id;
    keys[5] = twin_less(a, b);
    for (int i = 0; i < 6; i++)
        if (keys[i] != 0)
            return keys[i];
    return 0;
}

static inline void twin_order(twin *t, const syn_dedup_plan *plan)
{
    twin_sorted = t;
    twin_plan = plan;
    for (uint32_t i = 0; i < t->c->count; i++)
        t->by_rank[i] = i;
    qsort(t->by_rank, t->c->count, sizeof *t->by_rank, twin_compare);
    for (uint32_t i = 0; i < t->c->count; i++)
        t->rank[t->by_rank[i]] = i;
}

/* What stands in what */

static inline bool twin_same(const twin *t, uint32_t a, uint32_t b)
{
    const twin_text *x = &t->texts[a], *y = &t->texts[b];
    const page *p = &t->c->pages[a], *q = &t->c->pages[b];
    if (x->count == 0 && y->count == 0)
        return p->bytes == q->bytes && memcmp(p->text, q->text, p->bytes) == 0;
    return x->count == y->count && memcmp(x->word, y->word, x->count * sizeof *x->word) == 0;
}

/** Marks the runs of a text; those of the one before are no longer marked. */
static inline void twin_stamp(twin *t, uint32_t text)
{
    t->stamped++;
    for (uint32_t i = 0; i < t->texts[text].runs; i++)
        t->stamp[t->texts[text].run[i]] = t->stamped;
}

/** Words of a that stand in the stamped text b. */
static inline uint32_t twin_covered_stamped(const twin *t, uint32_t a, uint32_t b)
{
    const twin_text *x = &t->texts[a];
    uint32_t covered = 0, from = 0;
    if (x->count < TWIN_RUN)
        return x->count > 0 && twin_same(t, a, b) ? x->count : 0;
    for (uint32_t i = 0; i < x->runs; i++) {
        if (t->stamp[x->run[i]] != t->stamped)
            continue;
        from = from > i ? from : i;
        covered += i + TWIN_RUN - from;
        from = i + TWIN_RUN;
    }
    return covered;
}

static inline uint32_t twin_covered(twin *t, uint32_t a, uint32_t b)
{
    twin_stamp(t, b);
    return twin_covered_stamped(t, a, b);
}

/** Distinct runs of a, and how many of them the stamped text has. */
static inline uint32_t twin_shared_stamped(const twin *t, uint32_t a, uint32_t *of)
{
    const twin_text *x = &t->texts[a];
    uint32_t shared = 0;
    *of = 0;
    for (uint32_t i = 0; i < x->runs; i++) {
        bool first = true;
        for (uint32_t j = 0; j < i && first; j++)
            first = x->run[j] != x->run[i];
        *of += first;
        shared += first && t->stamp[x->run[i]] == t->stamped;
    }
    return shared;
}

#endif
