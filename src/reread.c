/* Documents of one file are read from it together; files go through in batches, opened and parsed by all workers. What
 * is found in a file and what is wanted from it both come in the order of records, so one pass brings them together. */
#include "reread.h"

#include "base/alloc.h"
#include "base/pool.h"
#include "base/tally.h"
#include "ingest/ingest.h"
#include "model/corpus.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { batch_files = 64 };

/** A file and the documents that were read from it: wanted[first] to wanted[first + count]. */
typedef struct slot {
    size_t first, count;
    char *path;
    syn_ingest file;
    syn_status status;
} slot;

typedef struct job {
    syn_ingest *file;
    size_t part;
} job;

typedef struct loading {
    syn_corpus *corpus;
    const char *field_text;
    syn_document **wanted; /* without a text, by path and record */
    size_t wanted_count;
    slot *slots;
    size_t slot_count;
    job *jobs;
    size_t job_count, job_capacity;
    syn_pool *pool;
    syn_tally tally; /* of the first round: the second finds little */
} loading;

/* What is wanted */

static int order_places(const void *left, const void *right)
{
    const syn_document *a = *(syn_document *const *)left, *b = *(syn_document *const *)right;
    int way = strcmp(a->path, b->path);
    if (way == 0)
        way = (a->record > b->record) - (a->record < b->record);
    return way ? way : strcmp(a->id, b->id);
}

/** Standard input was read by the first run and is gone. */
static bool may_be_read(const syn_document *d)
{
    return !d->text && d->path && *d->path && strcmp(d->path, "-") != 0;
}

static void list_wanted(loading *l)
{
    l->wanted_count = 0;
    for (size_t i = 0; i < l->corpus->count; i++)
        if (may_be_read(&l->corpus->documents[i]))
            l->wanted[l->wanted_count++] = &l->corpus->documents[i];
    if (l->wanted_count > 1)
        qsort(l->wanted, l->wanted_count, sizeof *l->wanted, order_places);
}

/** How many documents from `first` on have the same path. */
static size_t run_of(const loading *l, size_t first)
{
    size_t end = first + 1;
    while (end < l->wanted_count && strcmp(l->wanted[end]->path, l->wanted[first]->path) == 0)
        end++;
    return end - first;
}

/* Reading */

/** Opens a file if it is one: a path in a result may name anything, also a pipe that never ends. */
static void open_one(void *context, uint32_t worker, size_t item)
{
    slot *s = &((loading *)context)->slots[item];
    struct stat about;
    (void)worker;
    if (stat(s->path, &about) == 0 && S_ISREG(about.st_mode))
        s->status = syn_ingest_open(&s->file, s->path, NULL);
}

static void parse_one(void *context, uint32_t worker, size_t item)
{
    loading *l = context;
    (void)worker;
    syn_ingest_parse(l->jobs[item].file, l->jobs[item].part, l->field_text);
}

/** So many of the batch's parts are done; they stand for its texts, which are wanted one after another. */
static void tell_parsed(void *context, size_t done)
{
    loading *l = context;
    const slot *first = &l->slots[0], *last = &l->slots[l->slot_count - 1];
    double texts = (double)(last->first + last->count - first->first);
    syn_tally_set(&l->tally, first->first + (uint64_t)(texts * (double)done / (double)l->job_count));
}

static bool list_jobs(loading *l)
{
    l->job_count = 0;
    for (size_t i = 0; i < l->slot_count; i++) {
        syn_ingest *file = &l->slots[i].file;
        if (!syn_alloc_room((void **)&l->jobs, &l->job_capacity, l->job_count + file->part_count, sizeof(job)))
            return false;
        for (size_t k = 0; k < file->part_count; k++)
            l->jobs[l->job_count++] = (job){file, k};
    }
    return true;
}

/** What the result does not hold of a document, from the text that was read again. */
static void take_text(syn_document *to, const syn_document *from)
{
    to->text = from->text;
    to->text_bytes = from->text_bytes;
    to->replaced_count = from->replaced_count;
    to->byline = from->byline;
    to->canonical = from->canonical;
}

/** Gives the texts of a part to those who want them; both are in the order of records. Says how many it gave. */
static size_t match_part(loading *l, const slot *s, const syn_part *part, int64_t line_first, size_t *next)
{
    size_t taken = 0;
    for (size_t i = 0; i < part->document_count && *next < s->count; i++) {
        const syn_document *read = &part->documents[i];
        int64_t record = read->record < 0 ? read->record : read->record + line_first;
        for (; *next < s->count && l->wanted[s->first + *next]->record <= record; ++*next) {
            syn_document *d = l->wanted[s->first + *next];
            if (d->record != record || memcmp(d->sha256, read->sha256, sizeof d->sha256) != 0)
                continue;
            take_text(d, read);
            taken++;
        }
    }
    return taken;
}

/** Keeps what texts point into. */
static syn_status join_one(loading *l, slot *s)
{
    size_t next = 0;
    int64_t line_first = 0;
    if (s->status == SYN_MEMORY)
        return SYN_MEMORY;
    for (size_t i = 0; i < s->file.part_count; i++) {
        syn_part *part = &s->file.parts[i];
        if (part->failed)
            return SYN_MEMORY;
        size_t taken = match_part(l, s, part, line_first, &next);
        line_first += part->line_count;
        if (taken == 0)
            continue;
        syn_arena_join(&l->corpus->arena, &part->arena);
        if (s->file.format == SYN_FORMAT_PLAIN && syn_corpus_hold(l->corpus, &s->file.bytes) < 0)
            return SYN_MEMORY;
    }
    return SYN_OK;
}

static syn_status read_batch(loading *l)
{
    syn_pool_run(l->pool, l->slot_count, open_one, l);
    syn_status status = list_jobs(l) ? SYN_OK : SYN_MEMORY;
    if (status == SYN_OK)
        syn_pool_run_told(l->pool, l->job_count, parse_one, tell_parsed, l);
    for (size_t i = 0; i < l->slot_count; i++) {
        if (status == SYN_OK)
            status = join_one(l, &l->slots[i]);
        syn_ingest_release(&l->slots[i].file);
        free(l->slots[i].path);
    }
    l->slot_count = 0;
    return status;
}

/** `path`, in the folder that the first `folder` bytes of `result` name. */
static char *path_make(const char *result, size_t folder, const char *path)
{
    size_t bytes = strlen(path);
    char *made = syn_alloc(folder + bytes + 1, 1);
    if (!made)
        return NULL;
    memcpy(made, result, folder);
    memcpy(made + folder, path, bytes + 1);
    return made;
}

static syn_status read_round(loading *l, const char *result, size_t folder)
{
    syn_status status = SYN_OK;
    list_wanted(l);
    if (folder == 0)
        syn_tally_begin(&l->tally, "reread", SYN_TEXTS, l->wanted_count);
    for (size_t at = 0, count; at < l->wanted_count && status == SYN_OK; at += count) {
        const char *path = l->wanted[at]->path;
        count = run_of(l, at);
        if (folder > 0 && *path == '/')
            continue;
        slot *s = &l->slots[l->slot_count];
        *s = (slot){.first = at, .count = count, .path = path_make(result, folder, path)};
        if (!s->path)
            status = SYN_MEMORY;
        else if (++l->slot_count == batch_files)
            status = read_batch(l);
    }
    if (status == SYN_OK)
        return read_batch(l);
    while (l->slot_count > 0)
        free(l->slots[--l->slot_count].path);
    return status;
}

syn_status syn_reread(syn_corpus *corpus, const char *result, const char *field_text, const syn_options *options)
{
    loading l = {.corpus = corpus, .field_text = field_text ? field_text : "text", .tally = {.options = options}};
    const char *slash = strrchr(result, '/');
    l.wanted = syn_alloc(corpus->count, sizeof *l.wanted);
    l.slots = syn_alloc(batch_files, sizeof *l.slots);
    syn_status status = l.wanted && l.slots ? syn_pool_new(options->thread_count, &l.pool) : SYN_MEMORY;
    if (status == SYN_OK)
        status = read_round(&l, result, 0);
    if (status == SYN_OK && slash)
        status = read_round(&l, result, (size_t)(slash - result) + 1);
    syn_pool_free(l.pool);
    free(l.jobs);
    free(l.slots);
    free(l.wanted);
    return status;
}
