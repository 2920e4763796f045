/** From one file's bytes to its documents. The format is told by content, never by name alone.
 *
 *      syn_ingest file = {0};
 *      if (syn_ingest_open(&file, path, &error) == SYN_OK)
 *          for (size_t i = 0; i < file.part_count; i++)   // in parallel, if wished
 *              syn_ingest_parse(&file, i, "text");
 *      syn_ingest_release(&file);
 *
 *  Opening reads and inflates the file, tells its format and cuts it into parts; parsing turns one
 *  part into documents and touches nothing but that part, so parts may be parsed by different workers.
 *  What is wrong with a record is a *trouble*, kept with the line it stands on: whether that ends the
 *  run or is only listed is for the caller to say (src/read.c).
 *
 *  Owns    a syn_ingest owns its bytes and parts. The documents of a plain text point into the bytes;
 *          those of JSON own their strings in the part's arena. `path` is the caller's.
 *  Fails   syn_ingest_open: SYN_IO, SYN_INPUT (not a text, a broken stream), SYN_MEMORY.
 *          Parsing cannot fail but for memory, which sticks in the part's `failed`.
 *  Units   lines and records count from zero here; messages count from one.
 */
#ifndef SYN_INGEST_INGEST_H
#define SYN_INGEST_INGEST_H

#include "base/arena.h"
#include "base/file.h"
#include "syndic/corpus.h"

typedef enum syn_format {
    SYN_FORMAT_PLAIN,  /**< the whole file is one text */
    SYN_FORMAT_LINES,  /**< JSONL: one object a line; a record is a line of the file */
    SYN_FORMAT_VALUES, /**< JSON over several lines, or an array; a record is an object, in order */
    SYN_FORMAT_RESULT  /**< a result that syndic wrote: no documents, no parts */
} syn_format;

/** What is wrong at a line of a part. `why` is a whole clause; `hint` says what to do. */
typedef struct syn_trouble {
    int64_t line;
    const char *why, *hint;
} syn_trouble;

/** A stretch of a file and what was found in it. */
typedef struct syn_part {
    const char *bytes;
    size_t count;
    syn_document *documents;  /**< path is NULL; record counts from the part's start; id may be NULL */
    size_t document_count, document_capacity;
    syn_trouble *troubles;
    size_t trouble_count, trouble_capacity;
    int64_t line_count;       /**< SYN_FORMAT_LINES: lines in the part, blank ones too */
    syn_arena arena;
    bool failed;              /**< memory ran out */
} syn_part;

/** A file on its way in. */
typedef struct syn_ingest {
    const char *path;
    syn_bytes bytes;
    syn_format format;
    syn_part *parts;
    size_t part_count;
} syn_ingest;

syn_status syn_ingest_open(syn_ingest *file, const char *path, syn_error *error);
/** Parses part `index`; `field_text` names the field of JSON records that holds the text. */
void syn_ingest_parse(syn_ingest *file, size_t index, const char *field_text);
void syn_ingest_release(syn_ingest *file);

/** Appends a document whose strings live in the part; computes its hash and its broken sequences. */
void syn_part_add(syn_part *part, const syn_document *document);
/** Appends a trouble; `why` is copied, `hint` is static. */
void syn_part_trouble(syn_part *part, int64_t line, const char *why, const char *hint);

#endif
