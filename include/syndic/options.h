/** What a caller may choose before a run.
 *
 *      syn_options options;
 *      syn_options_init(&options);
 *      options.min_words = 10;
 *
 *  Owns    nothing: the strings belong to the caller and must outlive the run.
 *  Fails   syn_options_check says what is out of range; init cannot fail.
 *  Units   the ending of each name says it.
 */
#ifndef SYNDIC_OPTIONS_H
#define SYNDIC_OPTIONS_H

#include "syndic/base.h"

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a stage counts. */
typedef enum syn_unit {
    SYN_TEXTS,
    SYN_BYTES /**< of files as they lie on the disk; of a result, unpacked */
} syn_unit;

/** How far the work is. */
typedef struct syn_step {
    const char *stage; /**< "read", "reread", "text", "sketch", "sort", "seed", "match", "gather", "trace", "credit",
                            "lineage", "convert", "add", "merge", "compact", "verify", "compare", "write"; "done" when the call is about to return, failed or not. Static */
    syn_unit unit;
    uint64_t done;     /**< never less than before in the same stage, and 0 when it begins. A stage that goes over
                            the texts several times counts each time as an equal part: it is an estimate */
    uint64_t total;    /**< 0: not known */
} syn_step;

/** Told by syn_corpus_read, syn_result_read, syn_compare, syn_trace, syn_check, syn_dedup and the index when a stage begins, while it goes on (some
 *  thousand times at most, as often as the work allows: not at equal times) and when the call is done. It is called
 *  by the thread that called, never by two at once, and that thread does nothing else meanwhile: be quick, and call
 *  nothing of the corpus or result that is being made. `step` is good during the call. The result does not depend
 *  on it. */
typedef void syn_progress(void *context, const syn_step *step);

typedef struct syn_options {
    uint32_t min_words;     /**< matched words an alignment needs to be a passage (8) */
    uint32_t thread_count;  /**< workers; the result does not depend on it (1) */
    uint32_t shingle_words; /**< k: words in a shingle (5) */
    uint32_t window_words;  /**< w: shingles in a winnowing window (1); k + w - 1 <= 5 */
    uint32_t group_words;   /**< words sorted at once; 0 sorts all in one group; speed only (16,000,000) */
    uint64_t pair_count;    /**< pairs kept in the result, largest first; 0 keeps all (0) */
    bool strict;            /**< a file in a folder that cannot be read is an error (false) */
    bool read_file_times;   /**< the time of a file bounds the date of texts that have none; it is another on
                                 another machine, and so is the result then (false) */
    bool leave_texts;       /**< syn_result_read reads no text again (false) */
    const char *field_text; /**< name of the field that holds the text in JSONL ("text") */
    syn_progress *progress; /**< may be NULL; a result does not keep it */
    void *progress_context;
} syn_options;

/** Fills `options` with the defaults named above. */
SYN_API void syn_options_init(syn_options *options);

/** Checks every field. SYN_ARGUMENT with a message when one is out of range. */
SYN_API syn_status syn_options_check(const syn_options *options, syn_error *error);

#ifdef __cplusplus
}
#endif
#endif
