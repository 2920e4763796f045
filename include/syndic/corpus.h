/** The documents of a run: their text and what is known of each.
 *
 *      syn_corpus *corpus = NULL;
 *      syn_corpus_new(&corpus);
 *      syn_corpus_read(corpus, (const char *[]){"articles/"}, 1, &options, &error);
 *      for (size_t i = 0; i < syn_corpus_count(corpus); i++)
 *          puts(syn_corpus_get(corpus, i)->id);
 *      syn_corpus_free(corpus);
 *
 *  Owns    the corpus owns every string and text; pointers stay good until it is freed.
 *  Fails   SYN_MEMORY, SYN_IO, SYN_INPUT; a corpus that failed to grow still holds what it held.
 *  Units   text in bytes as it was read (JSONL: as decoded), not normalised.
 */
#ifndef SYNDIC_CORPUS_H
#define SYNDIC_CORPUS_H

#include "syndic/options.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How much of a date is known. */
typedef enum syn_precision {
    SYN_DATE_NONE = 0,
    SYN_DATE_YEAR,
    SYN_DATE_MONTH,
    SYN_DATE_DAY,
    SYN_DATE_MINUTE,
    SYN_DATE_SECOND
} syn_precision;

/** A date with its precision. Without a zone the time is local to nobody knows where. */
typedef struct syn_date {
    syn_precision precision;
    int16_t year;
    uint8_t month, day, hour, minute, second;
    bool zoned;             /**< a zone was written; then offset_minutes is east of UTC */
    int16_t offset_minutes;
    bool bound;             /**< published at or before this, unknown when: a crawl, a later change, a file's time */
    const char *from;       /**< where it was read: "date field", "head line", "dateline", "modified field",
                                 "crawl field", "file time"; static; NULL when none */
} syn_date;

/** One document. Strings that are not known are NULL. Read only. */
typedef struct syn_document {
    const char *id;             /**< unique in the corpus; documents are sorted by it, bytewise */
    const char *path;           /**< the file as it was named; "-" for standard input */
    int64_t record;             /**< zero-based line of a JSONL file, or -1 */
    const char *title, *outlet, *url;
    const char *byline;         /**< who wrote it; several names are joined by ", " */
    const char *canonical;      /**< the address that the text itself names as its own */
    syn_date date;
    const char *date_unread;    /**< what a date field holds that cannot be read, where none tells the publication */
    const char *text;           /**< UTF-8 as found; broken sequences are left in place. NULL when the
                                     result was read back and the text is gone (text_bytes is 0) */
    size_t text_bytes;
    uint64_t replaced_count;    /**< broken UTF-8 sequences, each read as U+FFFD */
    uint8_t sha256[32];         /**< of the text */
} syn_document;

/** A path that was passed over in a folder, and why. */
typedef struct syn_skip {
    const char *path, *why;
} syn_skip;

typedef struct syn_corpus syn_corpus;

/** Makes an empty corpus. */
SYN_API syn_status syn_corpus_new(syn_corpus **out);
SYN_API void syn_corpus_free(syn_corpus *corpus);

/** Adds a copy of one document. `id` and `text` must be set; the hash and the count of broken
 *  sequences are computed here. A second document of the same id gets "#" and the first eight
 *  hexadecimal digits of its hash behind its id. */
SYN_API syn_status syn_corpus_add(syn_corpus *corpus, const syn_document *document, syn_error *error);

/** Reads files, folders (recursively, in any order), JSONL (also .gz, .zst; told by content) and "-",
 *  with options->thread_count workers. A named path that cannot be read is an error; inside a folder
 *  it is skipped and listed, unless options->strict. Afterwards the corpus is sorted by id. */
SYN_API syn_status syn_corpus_read(syn_corpus *corpus, const char *const *paths, size_t path_count,
                                   const syn_options *options, syn_error *error);

SYN_API size_t syn_corpus_count(const syn_corpus *corpus);
/** Document `index` in the order of ids, index < count. The struct is good until the corpus is added
 *  to; its strings until the corpus is freed. */
SYN_API const syn_document *syn_corpus_get(const syn_corpus *corpus, size_t index);

/** What was passed over in folders, in the order of paths. */
SYN_API size_t syn_corpus_skip_count(const syn_corpus *corpus);
SYN_API const syn_skip *syn_corpus_skip_get(const syn_corpus *corpus, size_t index);

#ifdef __cplusplus
}
#endif
#endif
