/** Canonical words: what a text says, without how it was typed, and the way back to its bytes.
 *
 *  A word is a run of letters, marks and digits after NFKC and full case folding; an inner apostrophe
 *  belongs to it (every kind of apostrophe is the same), hyphens and dashes split, a hyphen (also a
 *  soft one) at a line end joins. Soft hyphens, zero-width characters and variation selectors are
 *  dropped. Letters of another script that look like those of the word's own are folded to it.
 *  Characters of Han, Kana, Thai, Lao, Khmer and Myanmar are a word each (with the marks on it).
 *
 *      syn_vocabulary *vocabulary = NULL;          // one a worker
 *      syn_words words = {0};
 *      syn_vocabulary_new(&vocabulary);
 *      syn_text_make(text, bytes, vocabulary, &words, NULL);
 *      syn_lexicon_make(&vocabulary, 1, &lexicon); // once, after all texts
 *      syn_lexicon_apply(&lexicon, 0, words.id, words.count);
 *
 *  Owns    syn_words and syn_lexicon own their arrays.  Fails   SYN_MEMORY; SYN_LIMIT for a text of
 *  4 GiB or more.  Units   begin and end are bytes of the text, half open, from the first byte of the
 *  word's first character to the end of its last; a word that was joined over a line end spans both parts.
 */
#ifndef SYN_TEXT_TEXT_H
#define SYN_TEXT_TEXT_H

#include "syndic/base.h"

#include <stdbool.h>

/** The words of one text (or of several, one behind another): three arrays of the same length. */
typedef struct syn_words {
    uint32_t *id;    /**< the worker's own number of the word; after syn_lexicon_apply the lexicon's */
    uint32_t *begin, *end;
    size_t count, capacity;
} syn_words;

void syn_words_release(syn_words *words);

/** The distinct words one worker has met. */
typedef struct syn_vocabulary syn_vocabulary;
syn_status syn_vocabulary_new(syn_vocabulary **out);
void syn_vocabulary_free(syn_vocabulary *vocabulary);

/** Appends the words of `text` to `words`. `*replaced_count` (may be NULL) grows by the broken UTF-8
 *  sequences met; each of them is U+FFFD, which splits words. */
syn_status syn_text_make(const char *text, size_t bytes, syn_vocabulary *vocabulary, syn_words *words,
                         uint64_t *replaced_count);

/** All words of a run. Numbers go by falling frequency, then hash, then bytes: they do not depend
 *  on which worker met which text. */
typedef struct syn_lexicon {
    uint32_t count;
    uint32_t *text_at;     /**< count + 1 offsets into text */
    char *text;            /**< canonical UTF-8, one word behind another, no separators */
    uint64_t *hash;        /**< XXH3-64 of each word's canonical bytes: stable over runs */
    uint32_t **map;        /**< map[worker][worker's number] = number here */
    uint32_t worker_count;
} syn_lexicon;

syn_status syn_lexicon_make(syn_vocabulary *const *workers, uint32_t worker_count, syn_lexicon *out);
void syn_lexicon_release(syn_lexicon *lexicon);
/** Replaces worker's numbers by the lexicon's, in place. */
void syn_lexicon_apply(const syn_lexicon *lexicon, uint32_t worker, uint32_t *ids, size_t count);
/** The canonical bytes of a word (not NUL-terminated) and their count. */
static inline const char *syn_lexicon_word(const syn_lexicon *lexicon, uint32_t id, size_t *bytes)
{
    *bytes = lexicon->text_at[id + 1] - lexicon->text_at[id];
    return lexicon->text + lexicon->text_at[id];
}
/** Whether two words, both of at least four characters and not numbers, are within one inserted,
 *  dropped, replaced or swapped (neighbouring) character of each other: a typing or scanning error.
 *  Digits never count as near: 4 is not 40. Equal words are near. */
bool syn_lexicon_near(const syn_lexicon *lexicon, uint32_t a, uint32_t b);

/** How a word is written where it stands. */
typedef enum syn_casing { SYN_CASE_LOWER, SYN_CASE_CAPITAL, SYN_CASE_UPPER, SYN_CASE_NONE } syn_casing;
/** The casing of text[begin, end): first letter upper and rest lower is CAPITAL, two or more letters
 *  all upper UPPER, a script without case or digits only NONE. */
syn_casing syn_text_casing(const char *text, uint32_t begin, uint32_t end);

#endif
