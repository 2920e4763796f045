/* The way in: batches of texts, each swept once for its sketch.
 *
 *      feed --batch--> texts (where each can be read again)
 *                 '--workers: sketch--> roster (order of keeping), verdicts (words, outlet)
 *
 * Workers take some texts at once and write into their own rooms; what is joined is joined in order of input. */
#include "dedup.h"

#include "base/alloc.h"
#include "base/date.h"
#include "base/error.h"
#include "base/hash.h"
#include "dedup/seen.h"
#include "dedup_passage.h"
#include "index.h"
#include "model/corpus.h"

#include <stdlib.h>
#include <string.h>

enum {
    JOB_BYTES = 1 << 18, /* text for a worker at once */
    BYTES_A_WORD = 6, BYTES_A_VALUE = 36, BYTES_A_TEXT = 500
};

typedef struct job {
    size_t first, count;   /* documents of the batch */
    uint32_t *values;      /* of its sketches, behind one another */
    size_t value_count, value_capacity;
} job;

typedef struct reading {
    syn_dedup_run *run;
    const syn_corpus *batch;
    syn_sketch *sketches;  /* of the batch's documents; values are set when all is joined */
    size_t sketch_capacity;
    job *jobs;
    size_t job_count, job_capacity;
    bool reference;
} reading;

static const uint64_t not_reference = (uint64_t)1 << 63;

/** What is kept before what. Without a reference all numbers are of 63 bits. */
static void set_order(const syn_dedup_run *run, const syn_document *document, uint64_t text_hash, uint32_t outlet,
                      bool reference, syn_sketch *sketch)
{
    const uint64_t words = UINT32_MAX - sketch->words, date = syn_date_latest(&document->date) >> 1;
    uint64_t *order = sketch->order;
    order[2] = text_hash;
    order[3] = syn_hash(document->id, strlen(document->id));
    if (run->plan->keep == SYN_KEEP_FIRST || reference) {
        order[0] = sketch->text;
        order[1] = order[2] = order[3] = 0;
    } else if (run->plan->keep == SYN_KEEP_EARLIEST) {
        order[0] = date;
        order[1] = words;
    } else {
        const bool listed = run->plan->keep == SYN_KEEP_PRIORITY;
        const uint64_t rank = outlet < run->plan->priority_count ? outlet : run->plan->priority_count;
        order[0] = (listed ? rank << 32 : 0) | words;
        order[1] = date;
    }
    order[0] |= reference ? 0 : not_reference;
}

/** Counts the values of a sketch: what stands in one only need not be looked for. */
static syn_status see_values(syn_dedup_run *run, syn_dedup_worker *worker, const syn_sketch *sketch)
{
    if (!syn_alloc_room((void **)&worker->shingles, &worker->shingle_capacity, sketch->count, sizeof *worker->shingles))
        return SYN_MEMORY;
    for (size_t i = 0; i < sketch->count; i++)
        worker->shingles[i] = syn_dedup_spread(sketch->values[i]);
    worker->again_count += syn_twice_see(run->twice, worker->shingles, sketch->count);
    return SYN_OK;
}

static syn_status make_sketch(syn_dedup_run *run, syn_dedup_worker *worker, const char *text, size_t bytes,
                              syn_sketch *out)
{
    syn_status status;
    if (run->plan->level == SYN_LEVEL_PASSAGE)
        return syn_passages_see(run, worker, text, bytes, out);
    if (run->plan->level == SYN_LEVEL_NEAR)
        status = syn_sketch_make(worker->sweep, text, bytes, &worker->sketch, out);
    else
        status = syn_sketch_whole(worker->sweep, text, bytes, &worker->sketch, out);
    return status == SYN_OK ? see_values(run, worker, out) : status;
}

static void make_job(void *context, uint32_t w, size_t item)
{
    reading *r = context;
    job *j = &r->jobs[item];
    syn_dedup_worker *worker = &r->run->workers[w];
    j->value_count = 0;
    for (size_t i = j->first; i < j->first + j->count && worker->status == SYN_OK; i++) {
        const syn_document *document = syn_corpus_get(r->batch, i);
        syn_sketch *sketch = &r->sketches[i];
        syn_error error = {0};
        syn_status status = make_sketch(r->run, worker, document->text, document->text_bytes, sketch);
        if (status == SYN_LIMIT)
            syn_fail(&error, status, "%s: a text of 4 GiB or more (split it)", document->id);
        if (status == SYN_OK && !syn_alloc_room((void **)&j->values, &j->value_capacity, j->value_count + sketch->count,
                                                sizeof *j->values))
            status = SYN_MEMORY;
        syn_dedup_note(worker, status, &error);
        if (status < 0)
            break;
        if (sketch->count > 0)
            memcpy(j->values + j->value_count, sketch->values, sketch->count * sizeof *j->values);
        j->value_count += sketch->count;
    }
}

static bool plan_jobs(reading *r)
{
    const size_t count = syn_corpus_count(r->batch);
    size_t bytes = JOB_BYTES;
    r->job_count = 0;
    if (!syn_alloc_room((void **)&r->sketches, &r->sketch_capacity, count, sizeof *r->sketches))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (bytes >= JOB_BYTES) {
            const size_t before = r->job_capacity;
            if (!syn_alloc_room((void **)&r->jobs, &r->job_capacity, r->job_count + 1, sizeof *r->jobs))
                return false;
            memset(r->jobs + before, 0, (r->job_capacity - before) * sizeof *r->jobs);
            r->jobs[r->job_count].first = i;
            r->jobs[r->job_count++].count = 0;
            bytes = 0;
        }
        bytes += syn_corpus_get(r->batch, i)->text_bytes + 64;
        r->jobs[r->job_count - 1].count++;
    }
    return true;
}

/** A text's sketch, in its order, and the beginning of its verdict. */
static syn_status take_text(syn_dedup_run *run, const syn_document *document, uint64_t text_hash, bool reference,
                            syn_sketch *sketch)
{
    const uint32_t outlet = reference ? 0 : syn_outlets_find(run->outlets, document->outlet);
    const syn_verdict verdict = {.words = sketch->words, .kept = SYN_VERDICT_KEPT, .outlet = outlet};
    if (outlet == UINT32_MAX)
        return syn_fail_memory(run->error);
    if (run->text_count >= SYN_VERDICT_EMPTIED)
        return syn_fail(run->error, SYN_LIMIT, "more than %u texts (split the input)", run->text_count);
    sketch->text = run->text_count++;
    set_order(run, document, text_hash, outlet, reference, sketch);
    run->value_count += sketch->count;
    run->summary->left_long += run->plan->level == SYN_LEVEL_PASSAGE && !reference && sketch->bound == 0;
    syn_status status = syn_column_add(&run->verdicts, &verdict, 1, run->error);
    return status == SYN_OK ? syn_roster_add(run->roster, sketch, run->error) : status;
}

static syn_status take_batch(reading *r, const syn_feed *feed)
{
    syn_dedup_run *run = r->run;
    if (!plan_jobs(r))
        return syn_fail_memory(run->error);
    syn_pool_run(run->pool, r->job_count, make_job, r);
    syn_status status = syn_dedup_settle(run);
    if (status == SYN_OK)
        status = syn_texts_add(run->texts, feed, r->batch, run->error);
    for (size_t j = 0; j < r->job_count; j++) {
        const uint32_t *values = r->jobs[j].values;
        for (size_t i = r->jobs[j].first; i < r->jobs[j].first + r->jobs[j].count && status == SYN_OK; i++) {
            r->sketches[i].values = values;
            values += r->sketches[i].count;
            status = take_text(run, syn_corpus_get(r->batch, i), syn_feed_record(feed, i).text_hash, r->reference,
                               &r->sketches[i]);
        }
    }
    return status;
}

/** Keeps what was passed over, for the summary. */
static syn_status keep_skips(syn_dedup_run *run, const syn_corpus *batch)
{
    syn_dedup_summary *sum = run->summary;
    const size_t count = syn_corpus_skip_count(batch);
    syn_skip *skips = count > 0 ? realloc(sum->skips, (sum->skip_count + count) * sizeof *skips) : sum->skips;
    if (count > 0 && !skips)
        return syn_fail_memory(run->error);
    sum->skips = skips;
    for (size_t i = 0; i < count; i++) {
        const syn_skip *skip = syn_corpus_skip_get(batch, i);
        char *path = strdup(skip->path), *why = strdup(skip->why);
        sum->skips[sum->skip_count++] = (syn_skip){path, why};
        if (!path || !why)
            return syn_fail_memory(run->error);
    }
    return SYN_OK;
}

static syn_status read_batches(reading *r, syn_feed *feed)
{
    syn_dedup_run *run = r->run;
    for (;;) {
        syn_corpus *batch = NULL;
        syn_status status = syn_feed_next(feed, run->share.batch, &batch, run->error);
        const size_t count = status == SYN_OK ? syn_corpus_count(batch) : 0;
        r->batch = batch;
        if (status == SYN_OK)
            status = keep_skips(run, batch);
        if (status == SYN_OK && count > 0)
            status = take_batch(r, feed);
        syn_feed_reuse(feed, batch);
        if (status < 0 || count == 0)
            return status;
    }
}

static syn_status open_feed(syn_dedup_run *run, const char *const *paths, size_t path_count, syn_feed **out)
{
    syn_status status = path_count > 0 ? syn_feed_open(paths, path_count, &run->options, out, run->error) : SYN_OK;
    if (*out)
        syn_feed_keep_records(*out);
    if (*out)
        syn_feed_leave_sha256(*out);
    return status;
}

static syn_status read_feed(reading *r, syn_feed *feed)
{
    syn_dedup_run *run = r->run;
    if (!feed)
        return SYN_OK;
    syn_tally_begin(&run->tally, "read", SYN_BYTES, syn_feed_total(feed));
    syn_feed_tell(feed, &run->tally);
    const syn_status status = read_batches(r, feed);
    run->summary->input_bytes += r->reference ? 0 : syn_feed_done(feed);
    return status;
}

/* Texts of indexes are read by their numbers, when all places are known. */

static syn_status add_stored(syn_dedup_run *run, syn_index *index)
{
    syn_status status = SYN_OK;
    const uint32_t count = syn_store_numbers(index->store);
    for (uint32_t number = 0; number < count && status == SYN_OK; number++)
        if (syn_store_holds(index->store, number))
            status = syn_texts_add_stored(run->texts, index, number, run->error);
    return status;
}

typedef struct stored {
    syn_dedup_run *run;
    uint32_t first;
    syn_sketch sketches[256];
    uint32_t *values[256];
} stored;

static void make_stored(void *context, uint32_t w, size_t item)
{
    stored *s = context;
    syn_dedup_worker *worker = &s->run->workers[w];
    syn_error error = {0};
    if (worker->status < 0)
        return;
    syn_status status = syn_texts_read(s->run->texts, s->first + item, true, &worker->own, &error);
    syn_sketch *sketch = &s->sketches[item];
    if (status == SYN_OK)
        status = make_sketch(s->run, worker, worker->own.text, worker->own.text_bytes, sketch);
    if (status == SYN_OK) {
        s->values[item] = syn_alloc(sketch->count + 1, sizeof *s->values[item]);
        status = s->values[item] ? SYN_OK : SYN_MEMORY;
    }
    if (status == SYN_OK && sketch->count > 0)
        memcpy(s->values[item], sketch->values, sketch->count * sizeof *sketch->values);
    syn_dedup_note(worker, status, &error);
}

static syn_status take_stored(syn_dedup_run *run, uint32_t end)
{
    syn_status status = SYN_OK;
    stored s = {.run = run};
    while (run->text_count < end && status == SYN_OK) {
        const uint32_t left = end - run->text_count, count = left < 256 ? left : 256;
        s.first = run->text_count;
        syn_pool_run(run->pool, count, make_stored, &s);
        status = syn_dedup_settle(run);
        for (uint32_t i = 0; i < count; i++) {
            s.sketches[i].values = s.values[i];
            if (status == SYN_OK)
                status = take_text(run, &(syn_document){.id = ""}, 0, true, &s.sketches[i]);
            free(s.values[i]);
            s.values[i] = NULL;
        }
    }
    return status;
}

static syn_status read_references(reading *r, syn_feed *feed)
{
    syn_dedup_run *run = r->run;
    const syn_dedup_plan *plan = run->plan;
    syn_status status = SYN_OK;
    r->reference = true;
    for (size_t i = 0; i < plan->index_count && status == SYN_OK; i++)
        status = add_stored(run, plan->indexes[i]);
    if (status == SYN_OK)
        status = take_stored(run, (uint32_t)syn_texts_count(run->texts));
    if (status == SYN_OK)
        status = read_feed(r, feed);
    r->reference = false;
    run->reference_count = run->text_count;
    return status;
}

/** Bytes of all that is going to be read, as far as they are known. */
static uint64_t count_bytes(const syn_dedup_run *run, const syn_feed *against, const syn_feed *input)
{
    uint64_t bytes = (against ? syn_feed_total(against) : 0) + (input ? syn_feed_total(input) : 0);
    for (size_t i = 0; i < run->plan->index_count; i++)
        bytes += syn_store_text_bytes(run->plan->indexes[i]->store);
    return bytes;
}

/** The filter of what stands more than once, for so many bytes of input; 0 when that is not known. */
static syn_status open_filter(syn_dedup_run *run, uint64_t bytes)
{
    static const uint16_t bytes_each[] = {BYTES_A_TEXT, BYTES_A_VALUE, BYTES_A_WORD};
    const uint64_t most = run->share.table / (run->plan->level == SYN_LEVEL_PASSAGE ? 2 : 8);
    const uint64_t expected = bytes > 0 ? bytes / bytes_each[run->plan->level] : most;
    return syn_twice_new(most, expected, &run->twice) < 0 ? syn_fail_memory(run->error) : SYN_OK;
}

static void release(reading *r)
{
    for (size_t j = 0; j < r->job_capacity; j++)
        free(r->jobs[j].values);
    free(r->jobs);
    free(r->sketches);
}

syn_status syn_dedup_read(syn_dedup_run *run, const char *const *paths, size_t path_count)
{
    reading r = {.run = run};
    const syn_dedup_plan *plan = run->plan;
    syn_feed *against = NULL, *input = NULL;
    syn_status status = open_feed(run, plan->against, plan->against_count, &against);
    if (status == SYN_OK)
        status = open_feed(run, paths, path_count, &input);
    if (status == SYN_OK)
        status = syn_roster_new(plan->temporary, run->share.roster, SYN_DEDUP_MARK, &run->roster, run->error);
    if (status == SYN_OK)
        status = open_filter(run, count_bytes(run, against, input));
    if (status == SYN_OK)
        status = read_references(&r, against);
    if (status == SYN_OK)
        status = read_feed(&r, input);
    if (status == SYN_OK)
        status = syn_texts_close(run->texts, run->error);
    syn_feed_close(against);
    syn_feed_close(input);
    release(&r);
    return status;
}
