/** Letters of Latin, Cyrillic and Greek that look the same, as a reader would take them.
 *
 *  A word that mixes these scripts is in the script that has more letters of its own (letters without
 *  a twin in the other scripts of the word); if that decides nothing, in the one with more letters,
 *  then in that of the first letter of its own, then Latin. Letters of the others become the twins
 *  that they look like there. A word of one script is never touched.
 *
 *  The table is this project's own, by eye. Cyrillic letters pair in either case, so that a word and
 *  its capitals fold alike; Greek ones go by how they were written (nu is v, capital nu N).
 *
 *  Owns    nothing.  Fails   never.
 */
#ifndef SYN_TEXT_LOOKALIKE_H
#define SYN_TEXT_LOOKALIKE_H

#include <stddef.h>
#include <stdint.h>

#define SYN_LOOKALIKE_LATIN 1u
#define SYN_LOOKALIKE_CYRILLIC 2u
#define SYN_LOOKALIKE_GREEK 4u

/** The script of a letter, one of the above, or 0. */
unsigned syn_lookalike_script(uint32_t character);

/** Folds the look-alikes of one word in place; the word is decomposed (NFKD) and not yet case-folded. */
void syn_lookalike_fold(int32_t *characters, size_t count);

#endif
