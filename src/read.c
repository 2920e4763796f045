/* Paths become documents (syn_corpus_read in include/syndic/corpus.h):
 *
 *      paths --list--> entries --drop repeats, open--> files in parts --parse--> parts --join--> corpus --settle-->
 *
 * Files go through in batches, so that what is open at once has a bound. Opening and parsing run on
 * the pool; a worker writes only its own slot or part. Joining follows the order of the entries, so
 * neither documents nor errors depend on which worker was faster. */
#include "base/alloc.h"
#include "base/date.h"
#include "base/encoding.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/tally.h"
#include "ingest/ingest.h"
#include "model/corpus.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define BATCH_FILES 64

typedef struct entry {
    const char *path; /* in the corpus's arena */
    bool named;       /* by the caller, not met in a folder */
    dev_t device;
    ino_t inode;      /* 0: not known to be a file that may be met again */
    uint64_t bytes;   /* 0 without an inode */
    int64_t changed_seconds; /* of the epoch; 0 without an inode */
    size_t place;     /* in the order they were met */
} entry;

typedef struct slot {
    const entry *entry;
    syn_ingest file;
    syn_status status;
    syn_error error;
} slot;

typedef struct job {
    syn_ingest *file;
    size_t part;
    uint64_t end; /* bytes of all files up to here */
} job;

typedef struct reading {
    syn_corpus *corpus;
    const syn_options *options;
    syn_error *error;
    entry *entries;
    size_t entry_count, entry_capacity;
    slot *slots;
    job *jobs;
    size_t job_capacity;
    syn_tally tally;
    uint64_t done_bytes; /* of the files before the batch */
} reading;

/** Lists what was met in a folder and cannot be used. `message` may open with the path, as errors do. */
static syn_status pass_over(reading *r, const char *path, const char *message)
{
    size_t count = strlen(path);
    bool opens = strncmp(message, path, count) == 0 && strncmp(message + count, ": ", 2) == 0;
    const char *why = opens ? message + count + 2 : message;
    return syn_corpus_skip(r->corpus, path, why) < 0 ? syn_fail_memory(r->error) : SYN_OK;
}

static syn_status add_entry(reading *r, const char *path, bool named)
{
    const char *kept = syn_arena_text(&r->corpus->arena, path, strlen(path));
    if (!kept || !syn_alloc_room((void **)&r->entries, &r->entry_capacity, r->entry_count + 1, sizeof(entry)))
        return syn_fail_memory(r->error);
    entry *e = &r->entries[r->entry_count];
    *e = (entry){.path = kept, .named = named, .place = r->entry_count++};
    struct stat about;
    if (strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISREG(about.st_mode)) {
        e->device = about.st_dev;
        e->inode = about.st_ino;
        e->bytes = (uint64_t)about.st_size;
        e->changed_seconds = (int64_t)about.st_mtime;
    }
    return SYN_OK;
}

static int order_files(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    if (a->device != b->device)
        return a->device < b->device ? -1 : 1;
    if (a->inode != b->inode)
        return a->inode < b->inode ? -1 : 1;
    int way = strcmp(a->path, b->path);
    return way ? way : (a->place > b->place) - (a->place < b->place);
}

static int order_places(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    return (a->place > b->place) - (a->place < b->place);
}

/** Keeps a file that was met under several names once, by the name that is first bytewise. */
static void drop_repeats(reading *r)
{
    size_t kept = 0;
    if (r->entry_count < 2)
        return;
    qsort(r->entries, r->entry_count, sizeof(entry), order_files);
    for (size_t i = 0; i < r->entry_count; i++) {
        const entry *e = &r->entries[i];
        entry *last = kept ? &r->entries[kept - 1] : NULL;
        if (last && e->inode && e->inode == last->inode && e->device == last->device)
            last->named |= e->named;
        else
            r->entries[kept++] = *e;
    }
    r->entry_count = kept;
    qsort(r->entries, r->entry_count, sizeof(entry), order_places);
}

static syn_status take_walked(void *context, const char *path, const char *why)
{
    reading *r = context;
    if (!why)
        return add_entry(r, path, false);
    if (r->options->strict)
        return syn_fail(r->error, SYN_IO, "%s: %s (mend it, or leave it out)", path, why);
    return pass_over(r, path, why);
}

static syn_status list(reading *r, const char *const *paths, size_t path_count)
{
    syn_status status = SYN_OK;
    for (size_t i = 0; i < path_count && status == SYN_OK; i++) {
        int kind = strcmp(paths[i], "-") == 0 ? 0 : syn_file_kind(paths[i], r->error);
        if (kind < 0)
            status = (syn_status)kind;
        else if (kind == 1)
            status = syn_file_walk(paths[i], take_walked, r, r->error);
        else
            status = add_entry(r, paths[i], true);
    }
    return status;
}

static void open_one(void *context, uint32_t worker, size_t item)
{
    slot *s = &((slot *)context)[item];
    (void)worker;
    s->status = syn_ingest_open(&s->file, s->entry->path, &s->error);
}

static void parse_one(void *context, uint32_t worker, size_t item)
{
    reading *r = context;
    const char *field_text = r->options->field_text ? r->options->field_text : "text";
    (void)worker;
    syn_ingest_parse(r->jobs[item].file, r->jobs[item].part, field_text);
}

/** Parts are begun in order, so those that are done are the first. */
static void tell_parsed(void *context, size_t done)
{
    reading *r = context;
    if (done > 0)
        syn_tally_set(&r->tally, r->jobs[done - 1].end);
}

/** Every part of every file of a batch, in order. Parts of one file are of about one size. */
static syn_status list_jobs(reading *r, size_t slot_count, size_t *job_count)
{
    size_t count = 0;
    for (size_t i = 0; i < slot_count; i++) {
        syn_ingest *file = &r->slots[i].file;
        if (!syn_alloc_room((void **)&r->jobs, &r->job_capacity, count + file->part_count, sizeof(job)))
            return syn_fail_memory(r->error);
        uint64_t bytes = r->slots[i].entry->inode ? r->slots[i].entry->bytes : file->bytes.count;
        for (size_t k = 0; k < file->part_count; k++)
            r->jobs[count++] = (job){file, k, r->done_bytes + bytes * (k + 1) / file->part_count};
        r->done_bytes += bytes;
    }
    *job_count = count;
    return SYN_OK;
}

/** "PATH:LINE" in the corpus's arena, counted from one. */
static char *place_make(reading *r, const char *path, int64_t line)
{
    size_t bytes = strlen(path) + 24;
    char *place = syn_arena_take(&r->corpus->arena, bytes);
    if (place)
        snprintf(place, bytes, "%s:%" PRId64, path, line + 1);
    return place;
}

/** An id whose bytes are no UTF-8 has each such byte as %XX, so that no two ids look the same in a report
 *  where those bytes cannot stand. The path stays as it is. */
static const char *readable_id(reading *r, const char *id)
{
    size_t bytes = strlen(id), step;
    if (syn_utf8_broken(id, bytes) == 0)
        return id;
    char *made = syn_arena_take(&r->corpus->arena, 3 * bytes + 1), *to = made;
    for (size_t at = 0; made && at < bytes; at += step) {
        bool broken;
        step = syn_utf8_step(id + at, bytes - at, &broken);
        for (size_t i = at; i < at + step; i++)
            to += broken ? sprintf(to, "%%%02X", (unsigned char)id[i]) : (*to = id[i], 1);
    }
    if (made)
        *to = '\0';
    return made;
}

/** A text that nothing else dates is no younger than its file. Copying or unpacking makes files young, so this
 *  is weak. */
static void date_by_file(const entry *from, syn_date *date)
{
    if (date->precision != SYN_DATE_NONE || !from->inode)
        return;
    if (syn_date_epoch(from->changed_seconds, "file time", date))
        date->bound = true;
}

static syn_status take_documents(reading *r, const entry *from, const syn_part *part, int64_t line_first)
{
    for (size_t i = 0; i < part->document_count; i++) {
        syn_document document = part->documents[i];
        document.path = from->path;
        if (document.record >= 0)
            document.record += line_first;
        if (!document.id)
            document.id = document.record < 0 ? from->path : place_make(r, from->path, document.record);
        if (r->options->read_file_times)
            date_by_file(from, &document.date);
        if (document.id)
            document.id = readable_id(r, document.id);
        if (!document.id || syn_corpus_take(r->corpus, &document) < 0)
            return syn_fail_memory(r->error);
    }
    return SYN_OK;
}

static syn_status tell_troubles(reading *r, const entry *from, const syn_part *part, int64_t line_first)
{
    for (size_t i = 0; i < part->trouble_count; i++) {
        const syn_trouble *t = &part->troubles[i];
        int64_t line = line_first + t->line;
        if (from->named || r->options->strict)
            return syn_fail(r->error, SYN_INPUT, "%s:%" PRId64 ": %s (%s)", from->path, line + 1, t->why,
                            t->hint);
        char *place = place_make(r, from->path, line);
        if (!place || pass_over(r, place, t->why) < 0)
            return syn_fail_memory(r->error);
    }
    return SYN_OK;
}

/** A file of JSON in a folder that has troubles only is no collection of articles: one line says so. */
static bool is_other_json(const slot *s)
{
    size_t documents = 0, troubles = 0;
    for (size_t i = 0; i < s->file.part_count; i++) {
        documents += s->file.parts[i].document_count;
        troubles += s->file.parts[i].trouble_count;
    }
    return documents == 0 && troubles > 0;
}

static syn_status pass_over_json(reading *r, const char *path)
{
    char why[256];
    const char *field_text = r->options->field_text ? r->options->field_text : "text";
    snprintf(why, sizeof why, "no record with a field \"%s\"", field_text);
    return pass_over(r, path, why);
}

static syn_status join_parts(reading *r, slot *s)
{
    syn_status status = SYN_OK;
    int64_t line_first = 0;
    if (s->file.format == SYN_FORMAT_PLAIN && syn_corpus_hold(r->corpus, &s->file.bytes) < 0)
        return syn_fail_memory(r->error);
    for (size_t i = 0; i < s->file.part_count && status == SYN_OK; i++) {
        syn_part *part = &s->file.parts[i];
        status = tell_troubles(r, s->entry, part, line_first);
        if (status == SYN_OK)
            status = take_documents(r, s->entry, part, line_first);
        syn_arena_join(&r->corpus->arena, &part->arena);
        line_first += part->line_count;
    }
    return status;
}

/** A result in a folder is no article and no trouble: a run that writes there may be run again. */
static syn_status take_result(reading *r, const entry *from)
{
    if (!from->named)
        return SYN_OK;
    return syn_fail(r->error, SYN_INPUT, "%s: is a result of syndic, not a text (leave it out)", from->path);
}

static syn_status join_one(reading *r, slot *s)
{
    bool must = s->entry->named || r->options->strict;
    if (s->status < 0 && (must || s->status == SYN_MEMORY)) {
        if (r->error)
            *r->error = s->error;
        return s->status;
    }
    if (s->status < 0)
        return pass_over(r, s->entry->path, s->error.message);
    for (size_t i = 0; i < s->file.part_count; i++)
        if (s->file.parts[i].failed)
            return syn_fail_memory(r->error);
    if (s->file.format == SYN_FORMAT_RESULT)
        return take_result(r, s->entry);
    if (!must && is_other_json(s))
        return pass_over_json(r, s->entry->path);
    return join_parts(r, s);
}

static syn_status read_batch(reading *r, syn_pool *pool, const entry *entries, size_t count)
{
    size_t job_count = 0;
    for (size_t i = 0; i < count; i++)
        r->slots[i] = (slot){.entry = &entries[i]};
    syn_pool_run(pool, count, open_one, r->slots);
    syn_status status = list_jobs(r, count, &job_count);
    if (status == SYN_OK)
        syn_pool_run_told(pool, job_count, parse_one, tell_parsed, r);
    syn_tally_set(&r->tally, r->done_bytes);
    for (size_t i = 0; i < count; i++) {
        if (status == SYN_OK)
            status = join_one(r, &r->slots[i]);
        syn_ingest_release(&r->slots[i].file);
    }
    return status;
}

/** Bytes of all files; 0 when that cannot be told, as of standard input. */
static uint64_t total_bytes(const reading *r)
{
    uint64_t total = 0;
    for (size_t i = 0; i < r->entry_count; i++) {
        if (!r->entries[i].inode)
            return 0;
        total += r->entries[i].bytes;
    }
    return total;
}

static syn_status read_all(reading *r)
{
    syn_pool *pool = NULL;
    uint32_t workers = r->options->thread_count ? r->options->thread_count : 1;
    r->slots = syn_alloc_zero(BATCH_FILES, sizeof *r->slots);
    if (!r->slots || syn_pool_new(workers, &pool) < 0)
        return syn_fail_memory(r->error);
    syn_status status = SYN_OK;
    syn_tally_begin(&r->tally, "read", SYN_BYTES, total_bytes(r));
    for (size_t at = 0; at < r->entry_count && status == SYN_OK; at += BATCH_FILES) {
        size_t left = r->entry_count - at;
        status = read_batch(r, pool, r->entries + at, left < BATCH_FILES ? left : BATCH_FILES);
    }
    syn_pool_free(pool);
    return status;
}

syn_status syn_corpus_read(syn_corpus *corpus, const char *const *paths, size_t path_count,
                           const syn_options *options, syn_error *error)
{
    reading r = {.corpus = corpus, .options = options, .error = error, .tally = {.options = options}};
    size_t count = corpus->count, skip_count = corpus->skip_count;
    syn_status status = list(&r, paths, path_count);
    if (status == SYN_OK) {
        drop_repeats(&r);
        status = read_all(&r);
    }
    if (status == SYN_OK) {
        status = syn_corpus_settle(corpus, error);
    } else {
        corpus->count = count;
        corpus->skip_count = skip_count;
    }
    syn_tally_end(&r.tally);
    free(r.entries);
    free(r.slots);
    free(r.jobs);
    return status;
}
