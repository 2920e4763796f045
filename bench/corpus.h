/* A corpus as a Markov walk sees it: words, what stands before them, and what follows.
 *
 *      corpus_make(&c, &texts, 50);              // texts with a NUL behind each
 *      token = corpus_start(&c, &state);
 *      words = corpus_follow(&c, words, token);  // from no_words on
 *      token = corpus_step(&c, words, &far, &state);
 *
 *  A token is what stands between white space. Its word is its letters and digits in lower case, with a mark when it
 *  ends a sentence.
 *
 *  Fails   a line on standard error and exit 2: these are programs of a bench.
 */
#ifndef BENCH_CORPUS_H
#define BENCH_CORPUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A growing text. */
typedef struct text {
    char *at;
    size_t count, capacity;
} text;

/* Distinct strings, numbered from 0. */
typedef struct names {
    text bytes;
    uint32_t *begin, *slots;
    uint32_t count, capacity, slot_count;
} names;

#define WORD_BITS 21
#define ABSENT_WORD ((UINT64_C(1) << WORD_BITS) - 1)
#define CONTEXT_WORDS 3
#define FAR_STEPS 3 /* at most so many steps in a row look back further than one word */

/* The last words before a token, and the occurrences of the corpus that have them: follower[first, first + count). */
typedef struct context {
    uint64_t words; /* three of 21 bits, the nearest highest; the farther may be ABSENT_WORD */
    uint32_t first, count;
} context;

/* Occurrences are sorted by the words before them, the nearest first: each context is a range of them. */
typedef struct corpus {
    names tokens, words;
    uint32_t *word_of;     /* of each token */
    uint32_t *follower;    /* tokens */
    context *contexts;     /* a hash table; no occurrence: a free slot */
    uint32_t context_count, slot_count;
    uint32_t *starts;      /* tokens that begin sentences */
    uint32_t start_count;
} corpus;

_Noreturn void fail(const char *what, const char *why);
void *room(void *old, size_t bytes);
void put(text *t, const char *bytes, size_t count);
void put_string(text *t, const char *string);
uint64_t mix(uint64_t x);
/* A number below the limit, from a stream of numbers. */
uint32_t below(uint64_t *state, uint32_t limit);

/* Contexts of two and three words count when they occur `often` times. */
void corpus_make(corpus *c, const text *texts, uint32_t often);
/* A token that begins a sentence. */
uint32_t corpus_start(const corpus *c, uint64_t *state);
/* What stands before the next token: no_words, or these words and the word of one more token. */
extern const uint64_t no_words;
uint64_t corpus_follow(const corpus *c, uint64_t words, uint32_t token);
/* The next token behind these words. `*far` counts the steps in a row that looked back further than one word. */
uint32_t corpus_step(const corpus *c, uint64_t words, unsigned *far, uint64_t *state);

const char *corpus_token(const corpus *c, uint32_t token, size_t *count);
bool ends_sentence(const char *token, size_t count);

#endif
