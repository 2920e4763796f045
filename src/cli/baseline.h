/** The passages that are known: a text that people review and merge.
 *
 *      # Agreed with the agency in May.
 *
 *      0f3a...  34  The harbour council voted on Tuesday to close the  # licensed
 *      9c41...  12  Two otters were seen at dawn below the lock,
 *
 *  A line is a passage: its key, its words, a few of them, and behind "#" a note. Lines are sorted by key; what stands
 *  above a line (notes of whole lines, blank ones) stays above it, and what stands above the first stays at the top.
 *
 *      baseline known;
 *      if (baseline_read("known.txt", update, &known)) {
 *          gate.known = known.keys, gate.known_count = known.line_count;
 *          ...syn_check...
 *          baseline_see(&known, result);
 *          done = update ? baseline_write(&known, quiet) : baseline_say_stale(&known);
 *      }
 *      baseline_release(&known);
 *
 *  Owns    what it holds.  Fails   false, after one line on standard error; a broken line is named by its number.
 */
#ifndef SYN_CLI_BASELINE_H
#define SYN_CLI_BASELINE_H

#include "syndic/result.h"

enum { baseline_key_bytes = 32, baseline_few_bytes = 64 };

/** A passage, listed in the file or found now. */
typedef struct baseline_line {
    char key[baseline_key_bytes + 1];
    uint32_t words;
    char few[baseline_few_bytes + 1]; /**< its first words, one line without "#" */
    const char *above;                /**< whole lines above it, but those at the top */
    size_t above_bytes;
    const char *note;                 /**< from "#" on; NULL when there is none */
    bool seen;                        /**< a listed one was found */
} baseline_line;

typedef struct baseline {
    const char *path;
    char *text;           /**< the file; lines point into it */
    baseline_line *lines; /**< listed, by key */
    size_t line_count;
    const char **keys;    /**< of the lines */
    const char *top;      /**< what stands above the first line */
    size_t top_bytes;
    const char *below;    /**< what stands behind the last line */
    size_t below_bytes;
    baseline_line *found; /**< now, by key */
    size_t found_count, found_capacity;
    bool failed;          /**< memory ran out */
} baseline;

/** Reads a baseline. A file that is not there is an empty one when it `may_be_absent`. */
bool baseline_read(const char *path, bool may_be_absent, baseline *out);
/** Sorts lines by key and leaves one of each, if possible one with a note. Returns how many there are. */
size_t baseline_settle(baseline_line *lines, size_t count);
/** Notes which passages a check found. Of those that count, also what they are, for baseline_write. */
void baseline_see(baseline *known, const syn_result_view *view);
/** Says which lines were not found. True. */
bool baseline_say_stale(const baseline *known);
/** Writes what was found, with the notes there were, and says how many are new, known and gone. */
bool baseline_write(baseline *known, bool quiet);
void baseline_release(baseline *known);

#endif
