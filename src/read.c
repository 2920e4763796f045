/* Paths become documents (syn_corpus_read in include/syndic/corpus.h): the feed takes them in, in the order of input,
 * and settling puts them in order. */
#include "base/tally.h"
#include "feed.h"
#include "model/corpus.h"

#define BATCH_BYTES ((size_t)64 << 20)

static syn_status read_all(syn_feed *feed, syn_corpus *corpus, syn_tally *tally, syn_error *error)
{
    syn_status status = SYN_OK;
    size_t before;
    syn_tally_begin(tally, "read", SYN_BYTES, syn_feed_total(feed));
    syn_feed_tell(feed, tally);
    do {
        before = corpus->count;
        status = syn_feed_fill(feed, BATCH_BYTES, corpus, error);
    } while (status == SYN_OK && corpus->count > before);
    return status;
}

syn_status syn_corpus_read(syn_corpus *corpus, const char *const *paths, size_t path_count,
                           const syn_options *options, syn_error *error)
{
    size_t count = corpus->count, skip_count = corpus->skip_count;
    syn_tally tally = {.options = options};
    syn_feed *feed = NULL;
    syn_status status = syn_feed_open(paths, path_count, options, &feed, error);
    if (status == SYN_OK)
        status = read_all(feed, corpus, &tally, error);
    syn_feed_close(feed);
    if (status == SYN_OK) {
        status = syn_corpus_settle(corpus, error);
    } else {
        corpus->count = count;
        corpus->skip_count = skip_count;
    }
    syn_tally_end(&tally);
    return status;
}
