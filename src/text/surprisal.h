/** How unlikely words are: surprisal of words and word pairs in bits, from a fixed table built into
 *  the program, so that a collection's own counts never change what counts.
 *
 *  A word that is not in the table is a rare word (SYN_SURPRISAL_RARE bits). A word behind a word that
 *  often comes before it costs fewer bits (Shannon 1951).
 *
 *      syn_surprisal table = {0};
 *      syn_surprisal_init(&table, NULL, &lexicon);
 *      bits += syn_surprisal_bits(&table, previous_id, id);
 *
 *  Beside the listed words: numbers cost 7 to 11 bits by their digits, a character of a script written
 *  without spaces 5 to 9, "dog's" three more than "dog", "l'eau" two more than "eau". A function word
 *  behind a function word always costs 0.7 bits less than alone (but never under 2.5 by that rule).
 *
 *  Owns    one small record a word of the lexicon, and the list where it made it.  Fails   init only (SYN_MEMORY).
 */
#ifndef SYN_TEXT_SURPRISAL_H
#define SYN_TEXT_SURPRISAL_H

#include "text/text.h"

#define SYN_SURPRISAL_RARE 14.0f

/** What a word is in its language. */
typedef enum syn_role {
    SYN_ROLE_OTHER = 0,
    SYN_ROLE_FUNCTION = 1, /**< articles, prepositions, pronouns, auxiliaries, conjunctions */
    SYN_ROLE_TITLE = 2     /**< director, senator, spokesman, professor, department ... */
} syn_role;

/** The fixed table, ready to be asked: the same in every run, read only, so that runs may share one. */
typedef struct syn_surprisal_list syn_surprisal_list;
syn_status syn_surprisal_list_new(syn_surprisal_list **out);
void syn_surprisal_list_free(syn_surprisal_list *list);

typedef struct syn_surprisal {
    float *bits;         /**< by word number */
    uint16_t *rank;      /**< place in the table + 1, or 0 */
    unsigned char *role; /**< syn_role */
    uint32_t count;
    const syn_surprisal_list *list;
    syn_surprisal_list *own; /**< the list, where none was given */
} syn_surprisal;

/** Looks up every word of the lexicon. `list`, which must outlive the table, may be NULL: then it makes its own. `table`
 *  is untouched when memory is short. */
syn_status syn_surprisal_init(syn_surprisal *table, const syn_surprisal_list *list, const syn_lexicon *lexicon);
void syn_surprisal_release(syn_surprisal *table);

#define SYN_NONE_WORD UINT32_MAX
/** Bits of `word` behind `previous` (SYN_NONE_WORD when nothing matched comes before). Never more than
 *  the word costs alone. */
float syn_surprisal_bits(const syn_surprisal *table, uint32_t previous, uint32_t word);

#endif
