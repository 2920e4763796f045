/* Files wait in a queue, and documents leave it from the front. A round is one run of the pool, in which three kinds
 * of jobs go side by side:
 *
 *      entries --open--> [ file | file | file ... ] --take--> parts --parse--> parts --join--> corpus
 *                           '--fetch--> parts of the next round
 *
 * so that one worker unpacks what comes next while the others parse what is there. What a round does depends on the
 * files alone, and joining follows their order: neither documents nor errors depend on which worker was faster. */
#include "feed.h"

#include "base/alloc.h"
#include "base/error.h"
#include "base/pool.h"
#include "feed_file.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_FILES = 64,           /* open at once */
    OPEN_BYTES = 32 << 20,     /* of files ahead, but for one a worker */
    PART_BYTES = 1 << 20,
    FETCHED_PARTS = 4,         /* a worker */
    BLOCK_BYTES = 128 << 10
};

typedef enum task { FETCH, OPEN, PARSE } task;

typedef struct job {
    task task;
    syn_feed_file *file;
    syn_part part;  /* PARSE */
    size_t bytes;   /* FETCH: about so many */
    uint64_t end;   /* PARSE: bytes of all files up to here */
} job;

struct syn_feed {
    syn_options options;
    syn_paths files;
    size_t entry_next;
    syn_pool *pool;
    syn_feed_file *queue;
    size_t queue_count;
    job *jobs;
    size_t job_count, job_capacity;
    syn_joint joint;
    size_t part_bytes;   /* of the batch that is made */
    bool walked;         /* the skips of folders were handed out */
    uint64_t done_bytes; /* of files that have left the queue */
    uint64_t read_bytes;
    syn_tally *tally;
    syn_corpus *empty;   /* batches that were given back: one without its memory ... */
    syn_arena spare;     /* ... and that */
    bool reuses;
};

syn_status syn_feed_open(const char *const *paths, size_t path_count, const syn_options *options, syn_feed **out,
                         syn_error *error)
{
    syn_feed *feed = syn_alloc_zero(1, sizeof *feed);
    if (!feed)
        return syn_fail_memory(error);
    feed->options = *options;
    feed->queue = syn_alloc_zero(MOST_FILES, sizeof *feed->queue);
    syn_status status = feed->queue ? SYN_OK : syn_fail_memory(error);
    if (status == SYN_OK)
        status = syn_paths_list(&feed->files, paths, path_count, options->strict, error);
    if (status == SYN_OK && syn_pool_new(options->thread_count ? options->thread_count : 1, &feed->pool) < 0)
        status = syn_fail_memory(error);
    if (status == SYN_OK)
        *out = feed;
    else
        syn_feed_close(feed);
    return status;
}

void syn_feed_close(syn_feed *feed)
{
    if (!feed)
        return;
    syn_pool_free(feed->pool);
    for (size_t i = 0; i < feed->queue_count; i++)
        syn_feed_file_release(&feed->queue[i]);
    free(feed->queue);
    free(feed->jobs);
    free(feed->joint.records);
    syn_corpus_free(feed->empty);
    syn_arena_release(&feed->spare);
    syn_paths_release(&feed->files);
    free(feed);
}

/* What a round does */

static void do_job(void *context, uint32_t worker, size_t item)
{
    syn_feed *feed = context;
    job *j = &feed->jobs[item];
    syn_feed_file *f = j->file;
    (void)worker;
    if (j->task == PARSE) {
        syn_part_parse(&j->part, feed->options.field_text ? feed->options.field_text : "text");
    } else if (j->task == FETCH) {
        f->status = syn_ingest_fetch(&f->file, feed->part_bytes, j->bytes, &f->error);
    } else {
        f->status = syn_ingest_begin(&f->file, f->entry->path, !f->must, &f->error);
        f->opened = true;
    }
}

static void note_read(syn_feed *feed, uint64_t bytes)
{
    if (bytes > feed->read_bytes)
        feed->read_bytes = bytes;
    if (feed->tally)
        syn_tally_set(feed->tally, feed->read_bytes);
}

/** Jobs are begun in order, so those that are done are the first; parsing comes behind the rest. */
static void tell_done(void *context, size_t done)
{
    syn_feed *feed = context;
    if (done > 0)
        note_read(feed, feed->jobs[done - 1].end);
}

static void fill_queue(syn_feed *feed)
{
    uint64_t ahead = 0;
    for (size_t i = 0; i < feed->queue_count; i++)
        ahead += feed->queue[i].entry->bytes;
    while (feed->entry_next < feed->files.count && feed->queue_count < MOST_FILES &&
           (ahead < OPEN_BYTES || feed->queue_count < syn_pool_workers(feed->pool))) {
        const syn_entry *entry = &feed->files.entries[feed->entry_next++];
        bool must = entry->named || feed->options.strict;
        feed->queue[feed->queue_count++] = (syn_feed_file){.entry = entry, .must = must};
        ahead += entry->bytes;
    }
}

static job *add_job(syn_feed *feed, task kind, syn_feed_file *file)
{
    if (!syn_alloc_room((void **)&feed->jobs, &feed->job_capacity, feed->job_count + 1, sizeof(job)))
        return NULL;
    job *j = &feed->jobs[feed->job_count++];
    *j = (job){.task = kind, .file = file};
    return j;
}

static bool is_broken(const syn_feed_file *f)
{
    return f->opened && f->status < 0 && !f->file.path;
}

/** Bytes of the file up to here, as it lies on the disk. */
static uint64_t bytes_up_to(const syn_feed_file *f, uint64_t done)
{
    uint64_t all = f->entry->inode ? f->entry->bytes : f->file.bytes.count;
    return done == 0 || (f->entry->inode && done > all) ? all : done;
}

/** What a part's strings need, as a rule, rounded so that blocks fit other parts. What needs more grows. */
static bool begin_arena(syn_feed *feed, syn_part *part)
{
    if (part->format == SYN_FORMAT_PLAIN || part->count > 2 * PART_BYTES)
        return true;
    size_t wanted = part->count + part->count / 64 + BLOCK_BYTES - 1;
    return syn_arena_begin(&part->arena, wanted / BLOCK_BYTES * BLOCK_BYTES, &feed->spare);
}

/** Takes parts from the front of the queue, as many as are there or `room` bytes of them. */
static bool plan_parsing(syn_feed *feed, size_t room)
{
    uint64_t before = feed->done_bytes;
    size_t planned = 0;
    for (size_t i = 0; i < feed->queue_count && feed->queue[i].opened; i++) {
        syn_feed_file *f = &feed->queue[i];
        uint64_t done = 0;
        if (is_broken(f) && f->must)
            break;
        while (planned < room && !is_broken(f)) {
            job *j = add_job(feed, PARSE, f);
            if (!j)
                return false;
            if (!syn_ingest_take(&f->file, feed->part_bytes, &j->part)) {
                feed->job_count--;
                break;
            }
            j->part.wanted = feed->joint.wanted;
            if (feed->reuses && !begin_arena(feed, &j->part))
                return false;
            done = bytes_up_to(f, j->part.done_bytes);
            j->end = before + done;
            planned += j->part.count + sizeof(syn_document);
        }
        if (!is_broken(f) && !syn_ingest_ended(&f->file))
            break;
        before += f->entry->inode ? f->entry->bytes : done;
    }
    return true;
}

/** Has streams made ready for the next round: the first one for all workers, and one each for others. */
static bool plan_fetching(syn_feed *feed)
{
    uint32_t workers = syn_pool_workers(feed->pool), streams = 0;
    for (size_t i = 0; i < feed->queue_count && streams < workers; i++) {
        syn_feed_file *f = &feed->queue[i];
        if (!f->opened || f->status < 0 || !syn_ingest_fetchable(&f->file))
            continue;
        size_t share = streams++ == 0 ? workers : 1, wanted = FETCHED_PARTS * share;
        size_t ready = f->file.part_count - f->file.part_first;
        if (2 * ready > wanted)
            continue;
        job *j = add_job(feed, FETCH, f);
        if (!j)
            return false;
        j->bytes = (wanted - ready) * feed->part_bytes;
    }
    return true;
}

static bool plan_opening(syn_feed *feed)
{
    for (size_t i = 0; i < feed->queue_count; i++)
        if (!feed->queue[i].opened && !add_job(feed, OPEN, &feed->queue[i]))
            return false;
    return true;
}

/* What came of it */

static syn_status join_file(syn_feed *feed, syn_feed_file *f, size_t *next, bool *over, syn_error *error)
{
    syn_status status = SYN_OK;
    uint64_t done = 0;
    for (; *next < feed->job_count && feed->jobs[*next].file == f && status == SYN_OK; ++*next) {
        syn_part *part = &feed->jobs[*next].part;
        done = bytes_up_to(f, part->done_bytes);
        status = syn_feed_file_join(f, part, &feed->joint, error);
        syn_part_release(part);
    }
    bool waits = f->status == SYN_OK ? !syn_ingest_ended(&f->file) : f->file.part_first < f->file.part_count;
    *over = status == SYN_OK && f->opened && !waits;
    if (*over)
        status = syn_feed_file_end(f, &feed->joint, error);
    if (*over)
        feed->done_bytes += f->entry->inode ? f->entry->bytes : done;
    return status;
}

static syn_status join_round(syn_feed *feed, size_t next, syn_error *error)
{
    syn_status status = SYN_OK;
    size_t gone = 0;
    for (bool over = true; gone < feed->queue_count && status == SYN_OK && over; gone += over)
        status = join_file(feed, &feed->queue[gone], &next, &over, error);
    for (size_t i = next; i < feed->job_count; i++)
        syn_part_release(&feed->jobs[i].part);
    for (size_t i = 0; i < gone; i++)
        syn_feed_file_release(&feed->queue[i]);
    feed->queue_count -= gone;
    memmove(feed->queue, feed->queue + gone, feed->queue_count * sizeof *feed->queue);
    note_read(feed, feed->done_bytes);
    return status;
}

/** Parses about `room` bytes of what is open, and opens and fetches what comes behind. */
static syn_status run_round(syn_feed *feed, size_t room, size_t *parsed, syn_error *error)
{
    feed->job_count = 0;
    fill_queue(feed);
    bool planned = plan_fetching(feed) && plan_opening(feed);
    size_t first = feed->job_count;
    planned = planned && plan_parsing(feed, room);
    if (planned)
        syn_pool_run_told(feed->pool, feed->job_count, do_job, tell_done, feed);
    for (size_t i = first; i < feed->job_count; i++)
        *parsed += feed->jobs[i].part.count + sizeof(syn_document);
    if (planned)
        return join_round(feed, first, error);
    for (size_t i = first; i < feed->job_count; i++)
        syn_part_release(&feed->jobs[i].part);
    return syn_fail_memory(error);
}

/** What was passed over when the folders were walked. */
static syn_status give_walked(syn_feed *feed, syn_error *error)
{
    for (size_t i = 0; i < feed->files.skip_count && !feed->walked; i++) {
        const syn_skip *skip = &feed->files.skips[i];
        if (syn_corpus_skip(feed->joint.corpus, skip->path, skip->why) < 0)
            return syn_fail_memory(error);
    }
    feed->walked = true;
    return SYN_OK;
}

syn_status syn_feed_fill(syn_feed *feed, size_t bytes, syn_corpus *corpus, syn_error *error)
{
    size_t before = corpus->count, parsed = 0;
    feed->joint.corpus = corpus;
    feed->joint.options = &feed->options;
    feed->joint.record_count = 0;
    bytes += bytes == 0;
    feed->part_bytes = bytes < PART_BYTES ? bytes : PART_BYTES;
    for (size_t i = 0; i < feed->queue_count; i++)
        feed->queue[i].path = NULL;
    syn_status status = give_walked(feed, error);
    while (status == SYN_OK && (feed->queue_count > 0 || feed->entry_next < feed->files.count) &&
           (parsed < bytes || corpus->count == before))
        status = run_round(feed, parsed < bytes ? bytes - parsed : bytes, &parsed, error);
    return status;
}

syn_status syn_feed_next(syn_feed *feed, size_t bytes, syn_corpus **out, syn_error *error)
{
    syn_corpus *batch = feed->empty;
    feed->empty = NULL;
    if (!batch && syn_corpus_new(&batch) < 0)
        return syn_fail_memory(error);
    syn_status status = syn_feed_fill(feed, bytes, batch, error);
    if (status == SYN_OK)
        *out = batch;
    else
        syn_corpus_free(batch);
    return status;
}

uint64_t syn_feed_total(const syn_feed *feed)
{
    return syn_paths_bytes(&feed->files);
}

uint64_t syn_feed_done(const syn_feed *feed)
{
    return feed->read_bytes;
}

void syn_feed_tell(syn_feed *feed, syn_tally *tally)
{
    feed->tally = tally;
}

void syn_feed_keep_records(syn_feed *feed)
{
    feed->joint.wanted.records = true;
}

void syn_feed_leave_sha256(syn_feed *feed)
{
    feed->joint.wanted.no_sha256 = true;
}

/** Blocks that the batches since did not need are given back now. */
void syn_feed_reuse(syn_feed *feed, syn_corpus *batch)
{
    if (!batch)
        return;
    feed->reuses = true;
    syn_arena_release(&feed->spare);
    syn_corpus_empty(batch, &feed->spare);
    if (feed->empty)
        syn_corpus_free(batch);
    else
        feed->empty = batch;
}

syn_record syn_feed_record(const syn_feed *feed, size_t index)
{
    return index < feed->joint.record_count ? feed->joint.records[index] : (syn_record){0};
}
