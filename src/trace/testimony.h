/** Testimony: what all texts of a run say of where they come from, and where that stands in words.
 *
 *  Mentions and quotations are bytes of a text, passages are words of it. Here one becomes the other, by
 *  binary search in the words' places, and some words of a text become a spread that tells how many of
 *  any stretch are among them.
 *
 *      syn_stretch words = syn_testimony_words(&testimony, document, mention->covers);
 *      syn_spread_unite(&spread);
 *      uint32_t inside = syn_spread_words(&spread, copy->place.begin, copy->place.end);
 *
 *  Owns    a syn_spread owns its ranges; a syn_testimony nothing.  Fails   syn_spread_add: SYN_MEMORY.
 *  Cost    O(log n) a question.
 */
#ifndef SYN_TRACE_TESTIMONY_H
#define SYN_TRACE_TESTIMONY_H

#include "trace/outlet.h"
#include "trace/share.h"

typedef struct syn_testimony {
    const syn_wording *wording;      /**< by document, as all below */
    const syn_layout *layouts;
    const syn_quotes *quotes;
    syn_mentions *mentions;          /**< a document's are written only while its scope is made */
    const syn_outlets *outlets;
    const syn_passages *passages;
    const syn_holdings *holdings;
} syn_testimony;

/** The words that begin in bytes [begin, end) of a document; empty ones begin and end at the same word. */
syn_stretch syn_testimony_words(const syn_testimony *t, uint32_t document, syn_reach bytes);
/** The bytes of words [begin, end), from the first of the first word to the last of the last; not empty. */
syn_reach syn_testimony_bytes(const syn_testimony *t, syn_stretch words);
/** Whether a mention names where text can come from: an outlet other than the text's own, no picture's. */
bool syn_mention_names(const syn_mention *mention);

/** Words [begin, end), and how many words the ranges before it hold. */
typedef struct syn_range {
    uint32_t begin, end, before;
} syn_range;

/** Some words of one text. */
typedef struct syn_spread {
    syn_range *items;
    uint32_t count;
    size_t capacity;
} syn_spread;

syn_status syn_spread_add(syn_spread *spread, uint32_t begin, uint32_t end);
/** Sorts and joins what was added; only then may be asked. */
void syn_spread_unite(syn_spread *spread);
/** How many of words [begin, end) are in it. */
uint32_t syn_spread_words(const syn_spread *spread, uint32_t begin, uint32_t end);
/** How many matched words of a copy are in it. */
uint32_t syn_spread_matched(const syn_spread *spread, const syn_passages *passages, const syn_copy *copy);
void syn_spread_release(syn_spread *spread);

#endif
