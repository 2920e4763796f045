/** How a text is laid out: its paragraphs and sentences, which is where credits and quotations live.
 *
 *      syn_layout layout = {0};
 *      syn_layout_make(text, bytes, &layout);
 *      const syn_reach *s = &layout.sentences[syn_layout_sentence(&layout, at)];
 *      syn_layout_release(&layout);
 *
 *  A paragraph ends at a blank line, and at a line's end unless the line was wrapped there or breaks off in
 *  mid-sentence; where a text has no blank lines, a sentence that ends with its line ends the paragraph too. A
 *  text without any line ends is one paragraph. A
 *  sentence ends at . ! ? … and the full stops of other scripts (with what closes behind them) when the next word may
 *  open one: never after an abbreviation or an initial ("Gov.", "U.S.", "J."), never inside a number.
 *
 *  Owns    a syn_layout owns its arrays; make again to use them again.  Fails   SYN_MEMORY; SYN_LIMIT from 4 GiB on.
 *  Units   bytes of the text, half open, without the blanks around (NBSP is one).  Cost    one pass.
 */
#ifndef SYN_TEXT_LAYOUT_H
#define SYN_TEXT_LAYOUT_H

#include "syndic/base.h"

#include <stddef.h>
#include <stdint.h>

/** Bytes [begin, end) of a text. */
typedef struct syn_reach {
    uint32_t begin, end;
} syn_reach;

typedef struct syn_layout {
    syn_reach *paragraphs, *sentences;  /**< in order; a sentence lies within one paragraph */
    uint32_t *paragraph_of;             /**< by sentence */
    uint32_t paragraph_count, sentence_count;
    size_t paragraph_capacity, sentence_capacity, of_capacity;
} syn_layout;

syn_status syn_layout_make(const char *text, size_t bytes, syn_layout *out);
void syn_layout_release(syn_layout *layout);

/** The sentence (paragraph) that holds byte `at`, or the next one; the last one behind the end; SYN_NONE where there
 *  are none. */
uint32_t syn_layout_sentence(const syn_layout *layout, uint32_t at);
uint32_t syn_layout_paragraph(const syn_layout *layout, uint32_t at);

#endif
