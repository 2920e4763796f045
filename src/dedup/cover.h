/** What of one text's words stands in another: the decision on a pair, made on the texts themselves.
 *
 *  A word is covered when it stands in a run of at least SYN_COVER_WORDS words that the other text has too; in a text
 *  that is shorter, when all words of both texts are the same. Runs are found by hash, so the cost is linear; then each
 *  is held together word for word, canonical bytes with canonical bytes, and where other words had the same hash, the
 *  pair is done anew by the words themselves. So what is counted and given is exact.
 *
 *      syn_covering *cover = NULL;                               // one a worker
 *      syn_cover_new(&cover);
 *      syn_cover_set(cover, dropped, dropped_bytes);             // the text that is asked about, held against several:
 *      syn_cover_measure(cover, kept, kept_bytes, least, true, &found);
 *      syn_cover_free(cover);
 *
 *  Owns    its arrays; found.spans holds until the next call. The text set outlives the calls that follow.
 *  Fails   SYN_MEMORY, SYN_LIMIT (a text of SYN_COVER_BYTES or more). Either leaves it fit for other texts.
 *  Units   words; spans are bytes of the texts as given, from the first byte of a word to behind the last of one.
 *  Cost    linear in both texts, also where a text repeats itself; no allocation once its arrays have grown (what texts
 *          of more than 16 MiB took is given back at the next one set that is shorter). About 40 bytes a word of the
 *          text set and 16 of the other, and 16 to 52 a run. Two texts of 500 words take 5 to 7 microseconds, most of
 *          it to read them.
 */
#ifndef SYN_DEDUP_COVER_H
#define SYN_DEDUP_COVER_H

#include "syndic/base.h"

#include <stdbool.h>

#define SYN_COVER_WORDS 5
#define SYN_COVER_BYTES (256u << 20)

/** A run that both texts have, in the order of the first text; runs do not overlap there. */
typedef struct syn_cover_span {
    uint32_t begin, end;           /**< bytes of the text that was set */
    uint32_t kept_begin, kept_end; /**< of the other; one of its places, if there are several */
    uint32_t words;
} syn_cover_span;

typedef struct syn_covered {
    uint32_t words, kept_words;     /**< of the two texts */
    uint32_t covered, kept_covered; /**< of these, words that the other has */
    const syn_cover_span *spans;    /**< NULL when not asked for */
    size_t span_count;
} syn_covered;

typedef struct syn_covering syn_covering; /* syn_cover is what a credit covers (syndic/result.h) */

syn_status syn_cover_new(syn_covering **out);
void syn_cover_free(syn_covering *cover);
syn_status syn_cover_set(syn_covering *cover, const char *text, size_t bytes);
/** Holds `kept` against the text that was set. `least`: as soon as it is certain that fewer words are covered, the rest
 *  is not looked at, and `out` says 0 covered. */
syn_status syn_cover_measure(syn_covering *cover, const char *kept, size_t bytes, uint32_t least, bool spans,
                             syn_covered *out);

/** Whether two texts of any length have the same canonical words; texts without words: the same bytes. SYN_MEMORY. */
syn_status syn_cover_same(const char *a, size_t a_bytes, const char *b, size_t b_bytes, bool *same);

#endif
