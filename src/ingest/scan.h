/** Where values of JSON begin and end, found by quotes and brackets alone: no tree is built.
 *
 *      syn_scan scan;
 *      if (syn_scan_open(bytes, count, '{', &scan))
 *          while (syn_scan_next(&scan, &name, &value)) ... name is "documents", value "[...]"
 *      if (scan.broken) ... at scan.at the JSON breaks
 *
 *  What stands inside of a value is not looked at but for strings and the depth of brackets; whoever parses
 *  it finds what is wrong there.
 *
 *  Owns    nothing: pieces point into the bytes.  Fails   scan.broken.  Cost   one look at each byte.
 */
#ifndef SYN_INGEST_SCAN_H
#define SYN_INGEST_SCAN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct syn_piece {
    const char *at;
    size_t count;
} syn_piece;

typedef struct syn_scan {
    const char *at, *end;
    char close;   /**< '}' or ']' */
    bool started; /**< the first item is behind us */
    bool broken;
} syn_scan;

/** Steps into the object ('{') or array ('[') that opens the bytes; false when it is none. */
bool syn_scan_open(const char *bytes, size_t count, char open, syn_scan *scan);
/** The next member or item; an item of an array has an empty name. False behind the last: `at` is behind the bracket
 *  that closes then, and behind the blanks there. */
bool syn_scan_next(syn_scan *scan, syn_piece *name, syn_piece *value);
/** Behind the string whose opening quote is at `at`; NULL when it does not end. */
const char *syn_scan_string(const char *at, const char *end);

#endif
