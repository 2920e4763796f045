/** Slow, obvious twins of the clever stages: what a property test holds them to.
 *
 *  Nothing here is fast, shares code with what it checks, or survives short memory (it aborts).
 */
#ifndef TESTS_SUPPORT_ORACLE_H
#define TESTS_SUPPORT_ORACLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A word as syn_text_make should find it. */
typedef struct oracle_word {
    char *text; /**< canonical, NUL-terminated */
    size_t begin, end;
} oracle_word;

typedef struct oracle_words {
    oracle_word *word;
    size_t count;
    uint64_t broken; /**< broken UTF-8 sequences */
} oracle_words;

/** The words of a text: every character classed by asking utf8proc, every word folded as a whole. */
oracle_words oracle_words_of(const char *text, size_t bytes);
void oracle_words_free(oracle_words *words);

/** NFKC_Casefold of one character with what a word leaves out removed: UTF-8 into out, NUL-terminated. */
void oracle_fold(uint32_t character, char out[256]);

/** Decodes one character as the Unicode standard's well-formedness table says; 0xFFFD when broken. */
uint32_t oracle_decode(const char *at, size_t count, unsigned *bytes);

/** How many characters, broken sequences one each, by decoding them one by one. */
size_t oracle_count(const char *at, size_t count);

/** syn_lexicon_near of two words without digits: optimal string alignment, at least four characters. */
bool oracle_near(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count);

#endif
