/** The door to utf8proc: what each character is to a word, and what it becomes there.
 *
 *  The table holds, for every code point, its class and its NFKC_Casefold (Unicode standard, 3.13)
 *  with all but letters, marks, digits, apostrophes and the fraction slash left out. It is filled a
 *  block of 256 at a time, when a text first needs one, so plain English builds nothing. What a
 *  character becomes may depend on its neighbours (marks compose, look-alikes go by the majority):
 *  the entry says where that may be, and syn_fold_word then does the whole word.
 *
 *      syn_fold fold = {0};
 *      uint32_t entry = syn_fold_get(&fold, 0x41);
 *      if (syn_fold_class(entry) == SYN_FOLD_LETTER) ...  // and SYN_FOLD_CHARACTER(entry) == 'a'
 *      syn_fold_release(&fold);
 *
 *  Owns    its blocks; one a worker, it is not locked.  Fails   fold->failed, sticky, when memory is
 *  short: entries are then those of a splitting character.  Units   code points.
 */
#ifndef SYN_TEXT_FOLD_H
#define SYN_TEXT_FOLD_H

#include "base/buf.h"

#include <stddef.h>
#include <stdint.h>

/** What a character does to a word. */
typedef enum syn_fold_kind {
    SYN_FOLD_SPLIT = 0,  /**< ends it */
    SYN_FOLD_SPACE,      /**< ends it; may stand between a hyphen and its line end */
    SYN_FOLD_BREAK,      /**< a line end */
    SYN_FOLD_APOSTROPHE, /**< belongs to it between letters or digits */
    SYN_FOLD_HYPHEN,     /**< ends it, but joins it over a line end */
    SYN_FOLD_SOFT,       /**< the soft hyphen: dropped, and joins over a line end */
    SYN_FOLD_DROP,       /**< zero-width characters, variation selectors, direction marks */
    SYN_FOLD_MARK,       /**< goes on with it, never begins one */
    SYN_FOLD_LETTER,
    SYN_FOLD_DIGIT,
    SYN_FOLD_SOLO        /**< a word by itself, with the marks that follow it */
} syn_fold_kind;

#define SYN_FOLD_CHARACTER(entry) ((entry) & 0x1fffffu) /**< or the place in pieces, if it expands */
#define SYN_FOLD_EXPANDS (1u << 25)  /**< becomes several: pieces[place] is how many, then they follow */
#define SYN_FOLD_COMPOSES (1u << 26) /**< may join the character before it */
#define SYN_FOLD_REORDERS (1u << 27) /**< two in a row may have to change places */
#define SYN_FOLD_SCRIPTS(entry) ((entry) >> 28) /**< of look-alikes, syn_lookalike_script */

#define SYN_FOLD_BLOCKS 0x1100

typedef struct syn_fold {
    uint32_t *block[SYN_FOLD_BLOCKS];
    uint32_t *pieces;
    size_t piece_count, piece_capacity;
    int32_t *characters; /**< of the word in work */
    size_t character_capacity;
    syn_buf bytes;
    bool failed;
} syn_fold;

void syn_fold_release(syn_fold *fold);

/** Fills the block of `character` (at most 0x10FFFF) and returns its entry. */
uint32_t syn_fold_make(syn_fold *fold, uint32_t character);

static inline uint32_t syn_fold_get(syn_fold *fold, uint32_t character)
{
    const uint32_t *block = fold->block[character >> 8];

    return block ? block[character & 0xff] : syn_fold_make(fold, character);
}

static inline syn_fold_kind syn_fold_class(uint32_t entry)
{
    return (syn_fold_kind)(entry >> 21 & 0xf);
}

/** Appends to `out` the canonical form of a whole word: valid UTF-8 whose apostrophes are all ' and
 *  from which what a word drops was left out. Look-alikes are folded, then NFKC_Casefold of the whole. */
void syn_fold_word(syn_fold *fold, const char *word, size_t bytes, syn_buf *out);

/** 1 for an upper-case (or title-case) letter, -1 for a lower-case one, 0 for all else. */
int syn_fold_case(uint32_t character);
bool syn_fold_is_digit(uint32_t character); /**< general category N */
/** The version of Unicode that all of this goes by, "15.0.0". */
const char *syn_fold_unicode(void);

#endif
