/** A document's words and where they stand in its text: what match and trace look at. */
#ifndef SYN_TEXT_WORDING_H
#define SYN_TEXT_WORDING_H

#include "text/surprisal.h"

typedef struct syn_wording {
    const char *text;
    const uint32_t *ids, *begin, *end; /**< canonical word numbers and their bytes */
    uint32_t count;
    uint32_t age; /**< place among the dates of the corpus, equal when not to be told apart; UINT32_MAX: no date */
} syn_wording;

/** All documents with the tables that say what their words are. */
typedef struct syn_wordings {
    const syn_wording *of; /**< by document */
    const syn_lexicon *lexicon;
    const syn_surprisal *surprisal;
} syn_wordings;

#endif
