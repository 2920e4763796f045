/** The words that dates are written with: months, days of the week, zones, and what stands between.
 *
 *      syn_date_word word;
 *      size_t bytes = syn_date_word_read(at, count, &word); // "Sept" of "Sept. 2": 4, a month, 9
 *
 *  English, German, French, Spanish, Italian, Portuguese, Dutch and Russian, whole or as abbreviated in
 *  news, capitals or not. A name that two languages share means the same in both. A zone by name has the
 *  offset that RFC 2822 gives it, or the one that it has alone; "ET" (summer or winter?) and "IST"
 *  (three countries) are zones that say no offset.
 *
 *  Owns    nothing.  Fails   never.  Units   offsets in minutes east of UTC.
 */
#ifndef SYN_BASE_DATE_WORD_H
#define SYN_BASE_DATE_WORD_H

#include <stddef.h>

typedef enum syn_date_word_kind {
    SYN_DATE_WORD_OTHER, /**< not in the table */
    SYN_DATE_WORD_MONTH, /**< value: 1 to 12 */
    SYN_DATE_WORD_WEEKDAY,
    SYN_DATE_WORD_ZONE,  /**< value: the offset, or SYN_DATE_WORD_NO_OFFSET */
    SYN_DATE_WORD_FILL   /**< "of", "de", "Uhr" */
} syn_date_word_kind;

#define SYN_DATE_WORD_NO_OFFSET 9999

typedef struct syn_date_word {
    syn_date_word_kind kind;
    int value;
} syn_date_word;

/** Reads the run of letters (Latin, Cyrillic) at `at`. Returns its bytes; 0 when there is no letter. */
size_t syn_date_word_read(const char *at, size_t count, syn_date_word *out);

#endif
