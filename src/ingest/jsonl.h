/** Records of JSON: the one door to json-c.
 *
 *  A record is an object with the fields id (string or number), text (or the name asked for), title,
 *  outlet or source, url, byline or author or authors (several are joined by ", "), canonical or canonical_url,
 *  and dates (ingest/dating.h names the fields; a string, or a number for the Unix epoch). Only the text is needed;
 *  what is null, empty or of another type counts as not there, but an id that can not be kept as it is (an integer
 *  past 64 bits, a string with U+0000) is a trouble: cut short, it might be another record's. Escapes are
 *  decoded; a lone surrogate becomes U+FFFD. A date field that cannot be read leaves the record as good as any: when
 *  no other says when it was published, the document keeps the first 64 bytes of what was written in `date_unread`.
 *
 *  Owns    strings go into the part's arena.  Fails   the part's `failed`; bad records are troubles.
 *  Units   an object may hold 2 GiB and nest 64 deep. The format is RFC 8259, read leniently.
 */
#ifndef SYN_INGEST_JSONL_H
#define SYN_INGEST_JSONL_H

#include "ingest/ingest.h"

/** SYN_FORMAT_LINES when the first line that is not blank is an object, SYN_FORMAT_VALUES when the
 *  bytes open with an object over several lines or an array of objects. What opens like JSON and
 *  breaks is JSON still when `expected` (the name says so), so that the damage is told. Else PLAIN.
 *  SYN_MEMORY is the one failure. */
syn_status syn_jsonl_tell(const char *bytes, size_t count, bool expected, syn_format *out);
/** The same for the first bytes of a file. `*sure` says whether they are all of it, and afterwards whether more of
 *  them cannot change what was told. Each call costs what was read so far: come back with twice as much. */
syn_status syn_jsonl_tell_start(const char *bytes, size_t count, bool expected, bool *sure, syn_format *out);

/** Whether the bytes are a result of syndic, of any version: an object whose first field is the schema. */
bool syn_jsonl_is_result(const char *bytes, size_t count);

/** Parses one object a line. Blank lines are passed over and counted. */
void syn_jsonl_lines(syn_part *part, const char *field_text);
/** Parses objects behind one another, or in an array. The first breach ends it. */
void syn_jsonl_values(syn_part *part, const char *field_text);

/** The text of single records, with what serves from one to the next: nothing else of them is looked at. */
typedef struct syn_jsonl_record {
    void *tokener, *tree;
    char *room;
    size_t room_bytes;
    const char *text; /**< good until the next record is read */
    size_t text_bytes;
} syn_jsonl_record;
/** The text of the record that the bytes are, as a part's documents have it. SYN_INPUT when they are none that has a
 *  text; SYN_MEMORY. */
syn_status syn_jsonl_again(syn_jsonl_record *record, const char *bytes, size_t count, const char *field_text);
void syn_jsonl_release(syn_jsonl_record *record);

#endif
