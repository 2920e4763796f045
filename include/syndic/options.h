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

/** Told when a stage of syn_compare or syn_trace begins ("text", "sketch", "sort", "seed", "match", "gather",
 *  "trace") and when the run ends ("done"), from the thread that called. */
typedef void syn_progress(void *context, const char *stage);

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
    const char *field_text; /**< name of the field that holds the text in JSONL ("text") */
    syn_progress *progress; /**< may be NULL */
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
