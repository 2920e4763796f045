/** One of each: texts that stand elsewhere are dropped, or the passages that are cut, with a reason for every one.
 *
 *      syn_dedup_plan plan;
 *      syn_dedup_summary *summary = NULL;
 *      syn_dedup_plan_init(&plan);
 *      plan.out = &sink;
 *      if (syn_dedup((const char *[]){"crawl.jsonl"}, 1, &plan, &options, &summary, &error) == SYN_OK)
 *          printf("%" PRIu64 " of %" PRIu64 " dropped\n", summary->dropped, summary->texts);
 *      syn_dedup_summary_free(summary);
 *
 *  Texts are taken in the order of keeping (syn_keep), and each is held against those kept before it: it is dropped
 *  when one of them has enough of its words. So every dropped text really matches the one that is named for it, and
 *  that one is kept; texts that are only alike through a third are not. Signatures (bottom sketches: Broder 1997) say
 *  which texts to look at; what is decided, is decided on the words of both texts. What is kept is a function of the
 *  texts, and for SYN_KEEP_FIRST of their order; never of threads.
 *
 *  Records go out in the order they came in, each a line of JSON: lines as they were found, objects of an array without
 *  line ends, plain texts as {"id","text"}.
 *
 *  Owns    the summary is the caller's and holds its own strings. Sinks and strings of the plan are the caller's.
 *  Fails   as syn_corpus_read; SYN_IO, also with what a sink returned; SYN_LIMIT when memory_bytes is too little for
 *          one text. What was written to the sinks is of no use then. Nothing is left in the temporary folder,
 *          whatever ends it.
 *  Units   shares are fractions of a text's words.
 *  Limits  near: two texts of together more than a sixteenth of memory_bytes, or one of 256 MiB, count as alike only
 *          when they are the same; passage: a text longer than that sixteenth is left as it is. A word
 *          counts as six bytes there, in a passage's text as eight.
 *  Cost    memory_bytes, but for one text and what stands on the disk mapped. Input is read twice, and once more where
 *          two texts are held together; what is packed or comes from a pipe is kept packed in the temporary folder
 *          meanwhile.
 */
#ifndef SYNDIC_DEDUP_H
#define SYNDIC_DEDUP_H

#include "syndic/report.h"
#include "syndic/store.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum syn_dedup_level {
    SYN_LEVEL_EXACT,  /**< the same canonical words; texts without words: the same bytes */
    SYN_LEVEL_NEAR,   /**< at least the threshold of its words stand in the kept text, in runs of five or more */
    SYN_LEVEL_PASSAGE /**< runs of at least min_words that stand in a kept text, or before in the same one, are cut */
} syn_dedup_level;

/** Which of several is kept. What is equal in one is decided by the next: words (more), date (earlier, without one
 *  last), hash of the text, hash of the id, place in the input. */
typedef enum syn_keep {
    SYN_KEEP_LONGEST,  /**< most words */
    SYN_KEEP_EARLIEST, /**< earliest date, then as above */
    SYN_KEEP_FIRST,    /**< the first of the input */
    SYN_KEEP_PRIORITY  /**< of the outlet that stands first in a list; others behind them; then as above */
} syn_keep;

typedef struct syn_dedup_plan {
    syn_dedup_level level;          /**< near */
    syn_keep keep;                  /**< longest */
    const char *const *priorities;  /**< outlets, dearest first, for SYN_KEEP_PRIORITY */
    size_t priority_count;
    double threshold;               /**< near: above 0 and at most 1 (0.8; docs/method.md says where it comes from) */
    uint32_t min_words;             /**< passage: at least 5 (50) */
    uint32_t min_left_words;        /**< passage: a text that was cut and has fewer words left is dropped (10) */
    bool mark;                      /**< nothing is removed: records say in a field "syndic" what would be */
    const char *const *against;     /**< files and folders of texts that are kept before all others, and not written */
    size_t against_count;
    syn_index *const *indexes;      /**< the same, as indexes */
    size_t index_count;
    uint64_t memory_bytes;          /**< at least 64 MiB (2 GiB) */
    const char *temporary;          /**< folder for what does not fit ("/tmp") */
    const syn_sink *out, *log;      /**< NULL: not written */
} syn_dedup_plan;

/** Fills `plan` with the defaults named above: near, the longest is kept, nothing is written. */
SYN_API void syn_dedup_plan_init(syn_dedup_plan *plan);

/** What became of the texts of one outlet. */
typedef struct syn_loss {
    const char *outlet;             /**< NULL: of those that name none */
    uint64_t texts, dropped, words, words_gone;
} syn_loss;

/** Texts that were dropped for one. */
typedef struct syn_cluster {
    const char *id;                 /**< of the kept text */
    uint64_t dropped;
    bool reference;                 /**< it stands in what was held against */
} syn_cluster;

typedef struct syn_dedup_summary {
    uint64_t texts, dropped;        /**< of the input, references not counted */
    uint64_t emptied;               /**< of those dropped: cut below min_left_words */
    uint64_t cut_texts, passages;   /**< texts that are kept and were cut; passages cut in all texts */
    uint64_t left_long;             /**< passage: texts left as they are, longer than a sixteenth of memory_bytes */
    uint64_t left_odd;              /**< records left as they are: JSON that is read, but cannot be rewritten */
    uint64_t words, words_gone;
    uint64_t references;            /**< texts held against */
    uint64_t input_bytes, temporary_bytes; /**< of files as they lie on the disk; in the temporary folder
                                                 at once, at most */
    syn_loss *losses;               /**< by words gone, most first, then by name */
    size_t loss_count;
    syn_cluster *clusters;          /**< the largest ten at most, then by id */
    size_t cluster_count;
    uint64_t cluster_total;         /**< kept texts for which any was dropped */
    syn_skip *skips;                /**< passed over in folders, by path */
    size_t skip_count;
} syn_dedup_summary;

/** `paths` as syn_corpus_read takes them. */
SYN_API syn_status syn_dedup(const char *const *paths, size_t path_count, const syn_dedup_plan *plan,
                             const syn_options *options, syn_dedup_summary **out, syn_error *error);
SYN_API void syn_dedup_summary_free(syn_dedup_summary *summary);

/** Bytes that syn_dedup is going to need in the temporary folder for files of this size in all, when texts have some
 *  hundred words and more; short ones take more. 0: it all fits into memory. */
SYN_API uint64_t syn_dedup_space(uint64_t input_bytes, const syn_dedup_plan *plan);

#ifdef __cplusplus
}
#endif
#endif
