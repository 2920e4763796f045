/** Quotations: what stands between quotation marks, and who is said to have said it.
 *
 *      syn_quotes quotes = {0};
 *      syn_quotes_make(text, bytes, &layout, &quotes);
 *      for (uint32_t i = 0; i < quotes.count; i++)
 *          quotes.items[i].speech ? ... : ...;
 *      syn_quotes_release(&quotes);
 *
 *  All styles in use are read: “…” "…" ‘…’ '…' «…» »…« ‹…› „…“ ”…” 「…」 『…』, two single marks as a double one, marks
 *  typed with spaces wrong; quotations over several paragraphs (each opened anew, only the last one closed); a
 *  speaker between two halves, which are then one utterance; block quotes behind a >. An apostrophe is no mark, nor
 *  are inches or minutes. A double mark that is never closed ends with its paragraph, a single one is none.
 *
 *  Speech is quoted words that someone is said to have said: a clause, or words tied to a verb of
 *  saying and a speaker. Scare quotes, titles of works and other fragments are not speech. The speaker is named as
 *  he is there ("Quill"); a pronoun is resolved to the name it stands for, elsewhere in the text.
 *
 *  Owns    a syn_quotes owns its arrays.  Fails   SYN_MEMORY.
 *  Units   bytes.  Cost    linear in the text.
 */
#ifndef SYN_TRACE_QUOTE_H
#define SYN_TRACE_QUOTE_H

#include "text/layout.h"

#include <stdbool.h>

typedef struct syn_quote {
    syn_reach inside;      /**< between the marks */
    syn_reach speaker;     /**< where the speaker is named ("Ada Quill"); empty when nobody is */
    syn_reach cue;         /**< the verb of saying ("said"); empty when there is none, and in a second half */
    uint32_t utterance;    /**< number of the first quote of the same utterance; its own when it is the first */
    bool speech;
} syn_quote;

typedef struct syn_quotes {
    syn_quote *items;      /**< in order of place, disjoint (of nested ones the outer) */
    uint32_t count;
    size_t capacity;
} syn_quotes;

syn_status syn_quotes_make(const char *text, size_t bytes, const syn_layout *layout, syn_quotes *out);
void syn_quotes_release(syn_quotes *quotes);

/** The quote that holds byte `at`, or SYN_NONE. */
uint32_t syn_quotes_at(const syn_quotes *quotes, uint32_t at);

#endif
