/* Texts into an index:
 *
 *      paths --feed--> batch --claim--> what is new --workers: words, fingerprints, packed text--> addition
 *
 * A batch at a time, so that memory does not grow with the input. Whose an id is and where a document's words begin is
 * settled in the order of input, outside the workers: the index is the same whatever their number. A worker's
 * vocabulary gives hashes only, so it is thrown away when it has grown. */
#include "index.h"

#include "base/alloc.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/pool.h"
#include "base/tally.h"
#include "feed.h"
#include "model/corpus.h"
#include "store/addition.h"
#include "store/packing.h"
#include "text/sweep.h"

#include <stdlib.h>
#include <string.h>

enum {
    BATCH_BYTES = 16 << 20,
    JOB_BYTES = 1 << 18,          /* text for a worker at once */
    SAMPLE_BYTES = 4 << 20,
    LEAST_MEMORY = 4 << 20, MOST_MEMORY = 512 << 20 /* for postings */
};

/** A document that is going to be held. */
typedef struct newcomer {
    const syn_document *document;
    syn_claim claim;
    uint32_t words;
    size_t packed_at, packed_bytes, posting_at, posting_count; /* in its job */
} newcomer;

typedef struct job {
    size_t first, count; /* newcomers */
    syn_buf packed;
    syn_posting *postings;
    size_t posting_count, posting_capacity;
} job;

typedef struct worker {
    syn_status status;
    syn_sweep *sweep;
    syn_packer packer;
} worker;

typedef struct adding {
    syn_store *store;
    syn_addition *addition;
    syn_pool *pool;
    worker *workers;
    newcomer *newcomers;
    size_t newcomer_count, newcomer_capacity;
    job *jobs;
    size_t job_count, job_capacity;
    syn_arena arena;     /* of a batch */
    bool sampled;
    uint64_t skipped;
    syn_error *error;
} adding;

/* ---- one text ---- */

/* Fingerprints of all shingles; a text of fewer words than a shingle has none. */
static syn_status print_words(worker *w, job *j, newcomer *n)
{
    const syn_document *d = n->document;
    syn_sampled all;
    syn_status status = syn_sweep_shingles(w->sweep, d->text, d->text_bytes, SYN_INDEX_SHINGLE_WORDS, UINT64_MAX, &all);

    if (status < 0)
        return status;
    if (all.word_count >= UINT32_MAX)
        return SYN_LIMIT;
    n->words = (uint32_t)all.word_count;
    n->posting_at = j->posting_count;
    n->posting_count = all.word_count < SYN_INDEX_SHINGLE_WORDS ? 0 : all.count;
    if (!syn_alloc_room((void **)&j->postings, &j->posting_capacity, j->posting_count + n->posting_count, sizeof *j->postings))
        return SYN_MEMORY;
    for (size_t i = 0; i < n->posting_count; i++)
        j->postings[j->posting_count++] =
            (syn_posting){all.fingerprint[i] & (((uint64_t)1 << SYN_POSTING_BITS) - 1), all.place[i]};
    return SYN_OK;
}

static syn_status make_one(const adding *a, worker *w, job *j, newcomer *n)
{
    const syn_document *d = n->document;
    syn_status status = w->sweep != NULL ? SYN_OK : syn_sweep_new(SYN_SWEEP_BEST, &w->sweep);

    if (status == SYN_OK)
        status = print_words(w, j, n);
    n->packed_at = j->packed.len;
    if (status == SYN_OK)
        status = syn_pack(&w->packer, syn_addition_dictionary(a->addition), d->text, d->text_bytes, &j->packed);
    n->packed_bytes = j->packed.len - n->packed_at;
    return status;
}

static void make_job(void *context, uint32_t number, size_t item)
{
    adding *a = context;
    worker *w = &a->workers[number];
    job *j = &a->jobs[item];

    j->posting_count = 0;
    syn_buf_clear(&j->packed);
    for (size_t i = j->first; i < j->first + j->count && w->status == SYN_OK; i++)
        w->status = make_one(a, w, j, &a->newcomers[i]);
}

/* ---- one batch ---- */

static syn_status claim_all(adding *a, const syn_corpus *batch)
{
    a->newcomer_count = 0;
    for (size_t i = 0; i < syn_corpus_count(batch); i++) {
        newcomer n = {.document = syn_corpus_get(batch, i)};
        syn_status status = syn_addition_claim(a->addition, n.document, &a->arena, &n.claim, a->error);
        if (status < 0)
            return status;
        if (n.claim.known)
            continue;
        if (!syn_alloc_room((void **)&a->newcomers, &a->newcomer_capacity, a->newcomer_count + 1, sizeof n))
            return syn_fail_memory(a->error);
        a->newcomers[a->newcomer_count++] = n;
    }
    return SYN_OK;
}

static syn_status add_job(adding *a, size_t first)
{
    size_t before = a->job_capacity;

    if (!syn_alloc_room((void **)&a->jobs, &a->job_capacity, a->job_count + 1, sizeof *a->jobs))
        return syn_fail_memory(a->error);
    if (a->job_capacity > before)
        memset(a->jobs + before, 0, (a->job_capacity - before) * sizeof *a->jobs);
    a->jobs[a->job_count].first = first;
    a->jobs[a->job_count++].count = 0;
    return SYN_OK;
}

static syn_status share_out(adding *a)
{
    size_t bytes = JOB_BYTES;

    a->job_count = 0;
    for (size_t i = 0; i < a->newcomer_count; i++) {
        if (bytes >= JOB_BYTES) {
            syn_status status = add_job(a, i);
            if (status < 0)
                return status;
            bytes = 0;
        }
        bytes += a->newcomers[i].document->text_bytes + 64;
        a->jobs[a->job_count - 1].count++;
    }
    return SYN_OK;
}

/* The first texts are the sample that a dictionary is made of, evenly taken. */
static syn_status take_sample(adding *a)
{
    syn_buf sample = {0};
    size_t all = 0, seen = 0, count = 0;
    size_t *sizes = syn_alloc(a->newcomer_count, sizeof *sizes);

    a->sampled = a->newcomer_count > 0;
    for (size_t i = 0; i < a->newcomer_count; i++)
        all += a->newcomers[i].document->text_bytes;
    for (size_t i = 0; i < a->newcomer_count && sizes != NULL; i++) {
        const syn_document *d = a->newcomers[i].document;
        bool due = all <= SAMPLE_BYTES || sample.len <= (double)seen / (double)all * SAMPLE_BYTES;
        seen += d->text_bytes;
        if (!due || d->text_bytes == 0 || d->text_bytes > SAMPLE_BYTES / 8)
            continue;
        syn_buf_add(&sample, d->text, d->text_bytes);
        sizes[count++] = d->text_bytes;
    }
    syn_status status = sizes == NULL || sample.failed
                            ? syn_fail_memory(a->error)
                            : syn_addition_train(a->addition, sample.bytes, sizes, count, a->error);
    syn_buf_release(&sample);
    free(sizes);
    return status;
}

static syn_status put_job(adding *a, job *j)
{
    syn_status status = SYN_OK;

    for (size_t i = j->first; i < j->first + j->count && status == SYN_OK; i++) {
        newcomer *n = &a->newcomers[i];
        syn_posting *postings = j->postings + n->posting_at;
        uint64_t first = 0;
        status = syn_addition_put(a->addition, &n->claim, n->document, n->words,
                                  j->packed.bytes != NULL ? j->packed.bytes + n->packed_at : "", n->packed_bytes,
                                      &first,
                                  a->error);
        for (size_t p = 0; p < n->posting_count; p++)
            postings[p].place += first;
    }
    return status == SYN_OK ? syn_addition_print(a->addition, j->postings, j->posting_count, a->error) : status;
}

static syn_status add_batch(adding *a, const syn_corpus *batch)
{
    syn_status status = claim_all(a, batch);

    if (status == SYN_OK && !a->sampled)
        status = take_sample(a);
    if (status == SYN_OK)
        status = share_out(a);
    if (status < 0)
        return status;
    syn_pool_run(a->pool, a->job_count, make_job, a);
    for (uint32_t w = 0; w < syn_pool_workers(a->pool); w++)
        if (a->workers[w].status < 0)
            return syn_store_fail(a->store, a->workers[w].status, a->error);
    for (size_t i = 0; i < a->job_count && status == SYN_OK; i++)
        status = put_job(a, &a->jobs[i]);
    syn_arena_release(&a->arena);
    return status;
}

/* ---- an addition ---- */

/* A word has some six bytes and its posting nine; of packed files less is known, and what does not fit goes to the
 * disk. */
static size_t memory_for(uint64_t input_bytes)
{
    if (input_bytes == 0 || input_bytes > MOST_MEMORY / 4)
        return MOST_MEMORY;
    return input_bytes < LEAST_MEMORY / 4 ? LEAST_MEMORY : (size_t)input_bytes * 4;
}

static syn_status open_adding(adding *a, syn_index *index, uint64_t input_bytes, const syn_options *options,
                              syn_error *error)
{
    *a = (adding){.store = index->store, .error = error};
    syn_status status = syn_index_options(options, error);
    if (status < 0)
        return status;
    if (syn_pool_new(options->thread_count, &a->pool) < 0)
        return syn_fail_memory(error);
    a->workers = syn_alloc_zero(syn_pool_workers(a->pool), sizeof *a->workers);
    if (a->workers == NULL)
        return syn_fail_memory(error);
    return syn_addition_begin(index->store, a->pool, memory_for(input_bytes), &a->addition, error);
}

static void close_adding(adding *a)
{
    syn_addition_free(a->addition);
    for (uint32_t i = 0; a->workers != NULL && i < syn_pool_workers(a->pool); i++) {
        worker *w = &a->workers[i];
        syn_sweep_free(w->sweep);
        syn_packer_release(&w->packer);
    }
    for (size_t i = 0; i < a->job_capacity; i++) {
        syn_buf_release(&a->jobs[i].packed);
        free(a->jobs[i].postings);
    }
    free(a->workers);
    free(a->jobs);
    free(a->newcomers);
    syn_arena_release(&a->arena);
    syn_pool_free(a->pool);
}

static syn_status end_adding(adding *a, syn_tally *tally, syn_added *out)
{
    syn_added added;

    syn_tally_begin(tally, "merge", SYN_TEXTS, 0);
    syn_status status = syn_addition_end(a->addition, &added, a->error);

    if (status == SYN_OK) {
        added.skipped = a->skipped;
        *out = added;
    }
    return status;
}

static syn_status add_feed(adding *a, syn_feed *feed)
{
    for (;;) {
        syn_corpus *batch = NULL;
        syn_status status = syn_feed_next(feed, BATCH_BYTES, &batch, a->error);
        if (status < 0)
            return status;
        bool more = syn_corpus_count(batch) > 0;
        a->skipped += syn_corpus_skip_count(batch);
        if (more)
            status = add_batch(a, batch);
        syn_corpus_free(batch);
        if (status < 0 || !more)
            return status;
    }
}

syn_status syn_index_add(syn_index *index, const char *const *paths, size_t path_count, const syn_options *options,
                         syn_added *out, syn_error *error)
{
    adding a;
    syn_feed *feed = NULL;
    syn_tally tally = {.options = options};
    syn_status status = syn_feed_open(paths, path_count, options, &feed, error);

    if (status < 0)
        return status;
    status = open_adding(&a, index, syn_feed_total(feed), options, error);
    if (status == SYN_OK) {
        syn_tally_begin(&tally, "add", SYN_BYTES, syn_feed_total(feed));
        syn_feed_tell(feed, &tally);
        status = add_feed(&a, feed);
    }
    syn_feed_close(feed);
    if (status == SYN_OK)
        status = end_adding(&a, &tally, out);
    syn_tally_end(&tally);
    close_adding(&a);
    return status;
}

/* In parts as large as a batch. */
static syn_status add_parts(adding *a, const syn_corpus *corpus, syn_tally *tally)
{
    size_t count = syn_corpus_count(corpus), first = 0;
    syn_status status = SYN_OK;

    while (first < count && status == SYN_OK) {
        syn_corpus *part = NULL;
        size_t bytes = 0;
        status = syn_corpus_new(&part);
        for (; first < count && bytes < BATCH_BYTES && status == SYN_OK; first++) {
            bytes += syn_corpus_get(corpus, first)->text_bytes + 64;
            status = syn_corpus_take(part, syn_corpus_get(corpus, first));
        }
        status = status < 0 ? syn_fail_memory(a->error) : add_batch(a, part);
        syn_corpus_free(part);
        syn_tally_set(tally, first);
    }
    return status;
}

syn_status syn_index_add_corpus(syn_index *index, const syn_corpus *corpus, const syn_options *options, syn_added *out,
                                syn_error *error)
{
    adding a;
    syn_tally tally = {.options = options};
    uint64_t bytes = 1;

    for (size_t i = 0; i < syn_corpus_count(corpus); i++)
        bytes += syn_corpus_get(corpus, i)->text_bytes;
    syn_status status = open_adding(&a, index, bytes, options, error);
    syn_tally_begin(&tally, "add", SYN_TEXTS, syn_corpus_count(corpus));
    if (status == SYN_OK)
        status = add_parts(&a, corpus, &tally);
    if (status == SYN_OK)
        status = end_adding(&a, &tally, out);
    syn_tally_end(&tally);
    close_adding(&a);
    return status;
}
