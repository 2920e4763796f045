/** How much room text takes on a terminal: East Asian wide characters and emoji two cells, combining
 *  and format characters none, everything else one (UAX #11; ambiguous counts as narrow).
 *
 *  Texts are valid UTF-8 on one line, as syn_escape_line makes them.
 *
 *  Owns    nothing.  Fails   never.
 */
#ifndef SYN_REPORT_CELLS_H
#define SYN_REPORT_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

unsigned syn_cells_of(uint32_t character);
size_t syn_cells_count(const char *text, size_t bytes);
/** Bytes of the longest start of `text` that fits, whole characters with the marks on them. */
size_t syn_cells_cut(const char *text, size_t bytes, size_t cells);

/** What a line may be broken between: a run without spaces, or one wide character. */
typedef struct syn_cells_word {
    size_t begin, end; /**< bytes */
    size_t cells;
    bool spaced;       /**< a space stands before it */
} syn_cells_word;

/** Takes the word at or behind byte *at and moves *at to its end; words of more than `most` cells are
 *  cut. False at the end of the text. */
bool syn_cells_next(const char *text, size_t bytes, size_t most, size_t *at, syn_cells_word *out);

#endif
