/** libsyndic: the passages that documents share, every copy of each, and who has it first.
 *
 *      syn_corpus *corpus = NULL;
 *      syn_result *result = NULL;
 *      syn_error error = {0};
 *      syn_options options;
 *      syn_options_init(&options);
 *      if (syn_corpus_new(&corpus) == SYN_OK &&
 *          syn_corpus_read(corpus, paths, path_count, &options, &error) == SYN_OK &&
 *          syn_trace(corpus, &options, &result, &error) == SYN_OK)
 *          syn_report_json(result, &sink, &error);
 *      syn_result_free(result);
 *      syn_corpus_free(corpus);
 *
 *  The same corpus and options give the same result for any number of threads and any order of
 *  files. The library prints nothing, exits never, and reads no environment, clock or locale.
 *
 *  Owns    the caller frees both; the result must go before the corpus it refers to.
 *  Fails   SYN_MEMORY, SYN_LIMIT, SYN_ARGUMENT for options out of range; outputs are untouched then.
 */
#ifndef SYNDIC_SYNDIC_H
#define SYNDIC_SYNDIC_H

#include "syndic/base.h"
#include "syndic/changes.h"
#include "syndic/corpus.h"
#include "syndic/dedup.h"
#include "syndic/options.h"
#include "syndic/report.h"
#include "syndic/result.h"
#include "syndic/store.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Finds every shared passage; the result holds pairs (options->pair_count) and no descents. */
SYN_API syn_status syn_compare(const syn_corpus *corpus, const syn_options *options,
                               syn_result **out, syn_error *error);

/** Finds every shared passage and says who has each first where dates can tell. */
SYN_API syn_status syn_trace(const syn_corpus *corpus, const syn_options *options,
                             syn_result **out, syn_error *error);

#ifdef __cplusplus
}
#endif
#endif
