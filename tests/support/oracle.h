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

/** Winnowing by its definition: of every window of w hashes (or of all, when there are fewer) the smallest,
 *  the rightmost of equals. Writes the places kept, ascending and once each; returns how many. */
size_t oracle_winnow(const uint64_t *hashes, size_t count, size_t w, uint32_t *places);

/** How many words two suffixes share before they differ or one of them meets a separator (symbol 0). */
uint32_t oracle_prefix(const uint32_t *symbols, uint32_t a, uint32_t b);
/** The places of all symbols but separators, sorted by the words that follow up to the next separator,
 *  equal ones by place; and what each shares with the one before. Returns how many. */
uint32_t oracle_suffixes(const uint32_t *symbols, uint32_t count, uint32_t *at, uint32_t *lcp);

/** Words a..a+count of one text that equal b..b+count of another and go on equal at neither end. */
typedef struct oracle_run {
    uint32_t a, b, count;
} oracle_run;

/** All maximal shared runs of at least `least` words, by comparing every place with every other. The
 *  array is the caller's to free. */
oracle_run *oracle_runs(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count, uint32_t least,
                        size_t *count);

/** Whether two words may stand in one column of an alignment without an edit. */
typedef bool oracle_same(const void *context, uint32_t a, uint32_t b);

/** Matched words of the alignment of all of a with all of b that has the fewest replaced, inserted and
 *  dropped words; of several such the one with the most matched words. */
uint32_t oracle_align(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count, oracle_same *same,
                      const void *context);

/** syn_lexicon_near of two words without digits: optimal string alignment, at least four characters. */
bool oracle_near(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count);

#endif
