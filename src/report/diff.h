/** Which words of two texts differ: the longest common subsequence of their words (Wagner and Fischer
 *  1974), in windows, so that the cost grows with the length and not with its square.
 *
 *  Words are equal without regard to ASCII case and to punctuation at their ends. Beyond a window of
 *  600 words the result is a common subsequence, not always the longest.
 *
 *      syn_diff diff = {0};
 *      if (syn_diff_make(a, a_bytes, b, b_bytes, 40, &diff) == SYN_OK) ... diff.a[0].differs ...
 *      syn_diff_release(&diff);
 *
 *  Owns    syn_diff owns its arrays and may be made again and again.  Fails   SYN_MEMORY.
 */
#ifndef SYN_REPORT_DIFF_H
#define SYN_REPORT_DIFF_H

#include "report/cells.h"
#include "syndic/base.h"

typedef struct syn_diff_word {
    syn_cells_word place;
    size_t begin, end; /**< what is compared: without punctuation at the ends; may be empty */
    bool differs;
} syn_diff_word;

typedef struct syn_diff {
    syn_diff_word *a, *b;
    size_t a_count, b_count, a_capacity, b_capacity;
    uint16_t *table;
} syn_diff;

/** Both texts are valid UTF-8 on one line; words of more than `most` cells are cut. */
syn_status syn_diff_make(const char *a, size_t a_bytes, const char *b, size_t b_bytes, size_t most,
                         syn_diff *diff);
void syn_diff_release(syn_diff *diff);

#endif
