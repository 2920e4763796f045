/** Wording that is not to count: base texts, and set phrases.
 *
 *  Of a text every run of SYN_SETPHRASE_WORDS words or more is set wording, wherever it stands. A line of fewer words is
 *  a set phrase of its own, unless it is the end of a paragraph of longer lines.
 *
 *      syn_setphrases phrases = {0};
 *      syn_setphrases_add(&phrases, text, bytes);       // as often as needed
 *      syn_setphrases_settle(&phrases);
 *      syn_setphrases_mark(&phrases, lexicon.hash, ids, count, marks);
 *
 *  Owns    its arrays of hashes.  Fails   SYN_MEMORY; SYN_LIMIT for a text of 4 GiB or more.
 *  Cost    a sorted array of 64-bit hashes; four searches in it a word.
 */
#ifndef SYN_TEXT_SETPHRASE_H
#define SYN_TEXT_SETPHRASE_H

#include "syndic/base.h"

#include <stdbool.h>

#define SYN_SETPHRASE_WORDS 5

typedef struct syn_setphrases {
    uint64_t *hashes[SYN_SETPHRASE_WORDS]; /**< of n + 1 words, ascending once settled */
    size_t count[SYN_SETPHRASE_WORDS], capacity[SYN_SETPHRASE_WORDS];
} syn_setphrases;

syn_status syn_setphrases_add(syn_setphrases *phrases, const char *text, size_t bytes);
void syn_setphrases_settle(syn_setphrases *phrases);
/** Sets marks[i] for each word of a text that stands in set wording; `hash` is the lexicon's, by id. */
void syn_setphrases_mark(const syn_setphrases *phrases, const uint64_t *hash, const uint32_t *ids, uint32_t count,
                         bool *marks);
void syn_setphrases_release(syn_setphrases *phrases);

#endif
