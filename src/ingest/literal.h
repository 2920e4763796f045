/** Strings of JSON as they stand in a record: found without a parser, read unit by unit, decoded.
 *
 *      syn_piece text;
 *      const char *end;
 *      if (syn_literal_find(line, bytes, "text", &text, &end) && text.at && *text.at == '"' &&
 *          syn_literal_decode(text, to, &count)) ...          // room for text.count bytes at `to`
 *
 *  A unit is a byte as it is, an escape, or two escapes that are one character; half a pair alone is U+FFFD, as json-c reads
 *  it. What json-c reads leniently (single quotes, comments) is not found: then the whole record is for json-c.
 *
 *  Owns    nothing.  Fails   false.  Cost   several bytes a cycle where nothing is escaped.
 */
#ifndef SYN_INGEST_LITERAL_H
#define SYN_INGEST_LITERAL_H

#include "ingest/scan.h"

/** A unit: bytes in the line, and what it stands for. */
typedef struct syn_literal_unit {
    unsigned raw, count;
    char bytes[4];
    bool high, low; /**< half of a pair, alone */
} syn_literal_unit;

/** The unit at a place that is not the end. */
bool syn_literal_read(const char *at, const char *end, syn_literal_unit *out);

/** Goes through the object that the line is, and nothing else. `*found` is the value of the last member of that name, with
 *  at NULL when there is none; `*end` is behind the last member, or behind the opening bracket. */
bool syn_literal_find(const char *line, size_t bytes, const char *name, syn_piece *found, const char **end);

/** The content of a string that is given with its quotes. False for one that is not well formed or holds a NUL byte. */
bool syn_literal_decode(syn_piece literal, char *to, size_t *count);

#endif
