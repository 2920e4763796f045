/** Documents from paths, some at a time: for inputs that do not fit into memory.
 *
 *      syn_feed *feed = NULL;
 *      syn_feed_open(paths, path_count, &options, &feed, &error);
 *      for (;;) {
 *          syn_corpus *batch = NULL;
 *          if (syn_feed_next(feed, 64 << 20, &batch, &error) < 0 || syn_corpus_count(batch) == 0) ...
 *          syn_corpus_free(batch);
 *      }
 *      syn_feed_close(feed);
 *
 *  Takes what syn_corpus_read takes, by the same rules (which is made of this); batches are in the order of input, not
 *  sorted, ids as they are, not made unique. Compressed files are inflated as they are read. Memory is a batch and
 *  some megabytes a worker, whatever the files' size; a single document is whole in memory, and so are a plain text
 *  and JSON that is not one object a line. Of a file in a folder that opens with bad records, those before the first
 *  good one are remembered.
 *
 *  Owns    the caller frees each batch; it does not need the feed. The options' strings outlive the feed.
 *  Fails   as syn_corpus_read; what is passed over in folders stands in each batch's skips, the last one's too, which
 *          has no documents. After a failure the feed can only be closed.
 *  Cost    a packed file in a folder is unpacked twice when it is long: a damaged one is passed over as a whole, and
 *          that must be known before its first document is handed out. Named files are unpacked once.
 */
#ifndef SYN_FEED_H
#define SYN_FEED_H

#include "base/tally.h"
#include "ingest/ingest.h"
#include "syndic/corpus.h"

typedef struct syn_feed syn_feed;

syn_status syn_feed_open(const char *const *paths, size_t path_count, const syn_options *options, syn_feed **out,
                         syn_error *error);
void syn_feed_close(syn_feed *feed);
/** The next documents: at least one, and about `bytes` bytes of input; none at the end. */
syn_status syn_feed_next(syn_feed *feed, size_t bytes, syn_corpus **out, syn_error *error);
/** The same, behind the documents of a corpus that is to be settled later. After a failure it may hold some of them. */
syn_status syn_feed_fill(syn_feed *feed, size_t bytes, syn_corpus *corpus, syn_error *error);

/** Bytes of all files, 0 when not known, and those read so far: for progress. */
uint64_t syn_feed_total(const syn_feed *feed);
uint64_t syn_feed_done(const syn_feed *feed);
/** Sets the tally while batches are made, more often than once a batch. It must outlive the feed. */
void syn_feed_tell(syn_feed *feed, syn_tally *tally);

/** Asks that batches from now on say what their documents were read from. */
void syn_feed_keep_records(syn_feed *feed);
/** What document `index` of the last batch was read from: where it stands in the file that the document's path names,
 *  or what stood there when it cannot be read again at its place (packed JSON, a pipe). Its form is SYN_RECORD_NONE
 *  when that was not asked for. Good until the next batch, its bytes as long as the document's. */
syn_record syn_feed_record(const syn_feed *feed, size_t index);
/** Asks that documents from now on come without sha256 and count of broken sequences: both are zero then. */
void syn_feed_leave_sha256(syn_feed *feed);
/** Instead of syn_corpus_free: the memory of a batch serves for those that follow. */
void syn_feed_reuse(syn_feed *feed, syn_corpus *batch);

#endif
