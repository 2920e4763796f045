/** From one file's bytes to its documents. The format is told by content, never by name alone.
 *
 *      syn_ingest file = {0};
 *      if (syn_ingest_open(&file, path, &error) == SYN_OK)
 *          for (size_t i = 0; i < file.part_count; i++)   // in parallel, if wished
 *              syn_ingest_parse(&file, i, "text");
 *      syn_ingest_release(&file);
 *
 *  and for JSONL of any length, a part at a time:
 *
 *      syn_part part;
 *      status = syn_ingest_begin(&file, path, false, &error);
 *      while (status == SYN_OK && !syn_ingest_ended(&file)) {
 *          while (syn_ingest_take(&file, part_bytes, &part))
 *              ... syn_part_parse(&part, "text") ... syn_part_release(&part) ...
 *          status = syn_ingest_fetch(&file, part_bytes, 8 * part_bytes, &error);
 *      }
 *
 *  Opening reads and inflates the file, tells its format and cuts it into parts; parsing turns one
 *  part into documents and touches nothing but that part, so parts may be parsed by different workers.
 *  What is wrong with a record is a *trouble*, kept with the line it stands on: whether that ends the
 *  run or is only listed is for the caller to say (src/feed.c).
 *
 *  Owns    a syn_ingest owns its bytes and the parts that were not taken. The documents of a plain text point into
 *          the bytes; those of JSON own their strings in the part's arena. `path` is the caller's.
 *  Fails   opening and fetching: SYN_IO, SYN_INPUT (not a text, a broken stream), SYN_MEMORY.
 *          Parsing cannot fail but for memory, which sticks in the part's `failed`.
 *  Units   lines and records count from zero here; messages count from one.
 *  Cost    begin, take and fetch hold what was fetched and not parsed yet: of a file on the disk that is not packed,
 *          nothing. A plain text, JSON that is not one object a line, and one line of up to 2 GiB are whole in memory.
 */
#ifndef SYN_INGEST_INGEST_H
#define SYN_INGEST_INGEST_H

#include "base/arena.h"
#include "ingest/stream.h"
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

typedef enum syn_record_form {
    SYN_RECORD_NONE,  /**< it was not asked for */
    SYN_RECORD_LINE,  /**< a line of JSONL, without its end and without a byte order mark before it */
    SYN_RECORD_VALUE, /**< an object among others; it may go over several lines */
    SYN_RECORD_TEXT   /**< a plain text: all of the file, unpacked */
} syn_record_form;

/** What a document was read from. */
typedef struct syn_record {
    const char *bytes;    /**< NULL: it stands in its file and can be read there again */
    size_t count;
    syn_record_form form;
    uint64_t at;          /**< without bytes: where in the file (which is not packed, but for a plain text) */
    uint64_t hash;        /**< syn_hash of the record's bytes */
    uint64_t text_hash;   /**< syn_hash of the document's text */
} syn_record;

/** What is wanted of documents beside what they say. */
typedef struct syn_wanted {
    bool records;         /**< where they stand, or what was found there */
    bool no_sha256;       /**< documents have no sha256, and a replaced_count of 0 */
} syn_wanted;

/** A stretch of a file and what was found in it. */
typedef struct syn_part {
    const char *bytes;
    size_t count;
    char *room;               /**< what the bytes lie in, when it is the part's; NULL once it is parsed */
    syn_format format;
    uint64_t done_bytes;      /**< of the file as it lies on the disk, up to the part's end; 0: all of it */
    syn_wanted wanted;
    bool lasting;             /**< it can be read again from the file, and lies there ... */
    uint64_t at;              /**< ... behind so many bytes */
    syn_document *documents;  /**< path is NULL; record counts from the part's start; id may be NULL */
    size_t document_count, document_capacity;
    syn_record *records;      /**< of the documents, when they are wanted; bytes lie in the arena */
    size_t record_capacity;
    syn_trouble *troubles;
    size_t trouble_count, trouble_capacity;
    int64_t line_count;       /**< SYN_FORMAT_LINES: lines in the part, blank ones too */
    syn_arena arena;
    bool failed;              /**< memory ran out */
} syn_part;

/** A file on its way in. */
typedef struct syn_ingest {
    const char *path;
    syn_format format;
    syn_bytes bytes;          /**< all of it, when it is not streamed */
    size_t taken_bytes;       /**< of these */
    bool taken;               /**< the last part was taken */
    bool regular;             /**< a file on the disk: it can be opened again */
    bool packed;
    bool streamed;            /**< JSONL that is packed or comes from a pipe, and is longer than its head */
    syn_stream stream;
    char *room;               /**< streamed: [begin, end) in it is read and in no part yet */
    size_t begin, end, capacity;
    syn_part *parts;          /**< those from `part_first` on are there to be taken */
    size_t part_first, part_count, part_capacity;
} syn_ingest;

/** All of a file, in parts. */
syn_status syn_ingest_open(syn_ingest *file, const char *path, syn_error *error);
/** Parses part `index`; `field_text` names the field of JSON records that holds the text. */
void syn_ingest_parse(syn_ingest *file, size_t index, const char *field_text);
void syn_ingest_release(syn_ingest *file);

/** As much of a file as tells its format. `proven`: damage of a packed file is told now, though that costs unpacking
 *  it twice; else when it is met. */
syn_status syn_ingest_begin(syn_ingest *file, const char *path, bool proven, syn_error *error);
/** The next part, of `part_bytes` or a line more, now the caller's; false when there is none, or none fetched yet. */
bool syn_ingest_take(syn_ingest *file, size_t part_bytes, syn_part *out);
/** Makes parts of the next `bytes` or so of a streamed file, for syn_ingest_take. Parts are as large as ever whatever
 *  fails: those before the damage are there. */
syn_status syn_ingest_fetch(syn_ingest *file, size_t part_bytes, size_t bytes, syn_error *error);
/** Whether a streamed file has more to fetch. */
bool syn_ingest_fetchable(const syn_ingest *file);
/** Whether every part was taken. */
bool syn_ingest_ended(const syn_ingest *file);

void syn_part_parse(syn_part *part, const char *field_text);
void syn_part_release(syn_part *part);

/** Appends a document whose strings live in the part; computes its hash and its broken sequences. `record` is where it
 *  was read from, bytes of the part: they are kept when that is wanted and they cannot be read again. */
void syn_part_add(syn_part *part, const syn_document *document, syn_record record);
/** Appends a trouble; `why` is copied, `hint` is static. */
void syn_part_trouble(syn_part *part, int64_t line, const char *why, const char *hint);

#endif
