/* The pipeline: start reading here.
 *
 *   files --ingest--> documents --text--> words --sketch--> fingerprints --group--> stretches
 *         --match--> matches --gather--> passages --trace--> stemmata --report--> terminal, JSON
 *
 * Ingest is in read.c, report behind its own door; everything between is here, in order. A stage is a
 * function of one item that writes the item's own slot; the pool runs it over all items; what is joined
 * afterwards is joined in order. So the number of threads changes nothing but the time. */
#include "syndic/syndic.h"

#include "base/alloc.h"
#include "base/error.h"
#include "base/pool.h"
#include "convert.h"
#include "match/match.h"
#include "model/result.h"
#include "sketch/group.h"
#include "text/surprisal.h"
#include "trace/finding.h"
#include "trace/lineage.h"
#include "trace/pair.h"
#include "trace/passage.h"
#include "trace/share.h"

#include <stdlib.h>
#include <string.h>

enum {
    batch_bytes = 1 << 20,   /* text handed to a worker at once */
    range_count = 64,        /* pieces the suffix array is read in */
    batch_passages = 64,     /* passages worked out as one item */
    batch_documents = 64     /* documents paired before the list of pairs is looked at again */
};

/* Consecutive documents and their words. */
typedef struct batch {
    uint32_t first, count, worker;
    syn_words words;
} batch;

/* What a worker keeps from item to item. */
typedef struct worker {
    syn_status status; /* the first failure; later items are passed over */
    syn_group_scratch group;
    syn_matcher matcher;
    syn_match_set matches;
    uint32_t *seen;
} worker;

/* Where the matches of one document lie. */
typedef struct hub {
    uint32_t worker;
    size_t first, count;
} hub;

typedef struct run {
    const syn_corpus *corpus;
    const syn_options *options;
    syn_pool *pool;
    worker *workers;
    uint32_t worker_count, document_count;
    /* text */
    batch *batches;
    uint32_t batch_count;
    syn_vocabulary **vocabularies;
    syn_lexicon lexicon;
    syn_surprisal surprisal;
    syn_wording *wording;       /* by document */
    syn_wordings wordings;
    const syn_date **dates;     /* by document */
    /* sketch, group */
    syn_group group;
    syn_stretch *stretches;
    uint32_t stretch_count;
    /* match */
    syn_suffixes suffixes;
    uint32_t range_first[range_count + 1];
    syn_seeds range_seeds[range_count];
    syn_seed *seeds;            /* by first document */
    size_t *seed_first;         /* document_count + 1 */
    hub *hubs;                  /* by document */
    /* gather */
    syn_passages *parts;        /* by document, then by batch of passages */
    size_t part_count;
    syn_passages gathered, found;
    syn_sort *sorts;
    syn_name_list names;
    syn_stock stock;
    /* trace */
    syn_holdings holdings;
    syn_share *shares;          /* by document */
    uint32_t *reused;           /* by document */
    syn_pairings *pair_parts;   /* by document */
    uint32_t floor_words, pair_first;
    uint64_t *pair_totals;      /* by document */
    syn_pairing *pairs;
    const syn_pairings **pair_sets;
    size_t pair_count, pair_capacity;
    syn_lineage lineage;
    syn_convert convert;
} run;

/* ---- running a stage ---- */

static void begin(const run *r, const char *stage)
{
    if (r->options->progress != NULL)
        r->options->progress(r->options->progress_context, stage);
}

static syn_status run_stage(run *r, size_t item_count, syn_pool_item *item)
{
    syn_pool_run(r->pool, item_count, item, r);
    for (uint32_t w = 0; w < r->worker_count; w++)
        if (r->workers[w].status < 0)
            return r->workers[w].status;
    return SYN_OK;
}

static void note(run *r, uint32_t w, syn_status status)
{
    if (status < 0 && r->workers[w].status == SYN_OK)
        r->workers[w].status = status;
}

static syn_status open_run(run *r)
{
    const uint32_t n = r->document_count;
    syn_status status = syn_pool_new(r->options->thread_count, &r->pool);
    if (status < 0)
        return status;
    r->worker_count = syn_pool_workers(r->pool);
    r->workers = syn_alloc_zero(r->worker_count, sizeof *r->workers);
    r->vocabularies = syn_alloc_zero(r->worker_count, sizeof *r->vocabularies);
    r->wording = syn_alloc_zero(n, sizeof *r->wording);
    r->dates = syn_alloc_zero(n, sizeof *r->dates);
    if (r->workers == NULL || r->vocabularies == NULL || r->wording == NULL || r->dates == NULL)
        return SYN_MEMORY;
    for (uint32_t w = 0; w < r->worker_count && status == SYN_OK; w++)
        status = syn_vocabulary_new(&r->vocabularies[w]);
    return status;
}

/* ---- text: documents become words ---- */

static uint32_t count_batches(const run *r, batch *out)
{
    uint32_t batches = 0;
    size_t bytes = batch_bytes;
    for (uint32_t d = 0; d < r->document_count; d++) {
        if (bytes >= batch_bytes) {
            bytes = 0;
            if (out != NULL)
                out[batches].first = d;
            batches++;
        }
        bytes += syn_corpus_get(r->corpus, d)->text_bytes + 64;
        if (out != NULL)
            out[batches - 1].count++;
    }
    return batches;
}

static void read_words(void *context, uint32_t w, size_t item)
{
    run *r = context;
    batch *b = &r->batches[item];
    b->worker = w;
    for (uint32_t d = b->first; d < b->first + b->count && r->workers[w].status == SYN_OK; d++) {
        const syn_document *document = syn_corpus_get(r->corpus, d);
        size_t before = b->words.count;
        note(r, w, syn_text_make(document->text, document->text_bytes, r->vocabularies[w], &b->words, NULL));
        if (b->words.count - before >= UINT32_MAX)
            note(r, w, SYN_LIMIT);
        r->wording[d] = (syn_wording){.text = document->text, .count = (uint32_t)(b->words.count - before)};
    }
}

/* The lexicon's numbers do not depend on who read what, and neither does anything from here on. */
static void number_words(void *context, uint32_t w, size_t item)
{
    (void)w;
    run *r = context;
    batch *b = &r->batches[item];
    syn_lexicon_apply(&r->lexicon, b->worker, b->words.id, b->words.count);
    size_t at = 0;
    for (uint32_t d = b->first; d < b->first + b->count; d++) {
        syn_wording *wording = &r->wording[d];
        wording->ids = b->words.id + at;
        wording->begin = b->words.begin + at;
        wording->end = b->words.end + at;
        at += wording->count;
    }
}

static int by_date(const void *x, const void *y)
{
    const syn_date *a = **(const syn_date *const *const *)x, *b = **(const syn_date *const *const *)y;
    int64_t a_key = ((a->year * 100 + a->month) * 100 + a->day) * (int64_t)1000000 + (a->hour * 100 + a->minute) * 100 + a->second;
    int64_t b_key = ((b->year * 100 + b->month) * 100 + b->day) * (int64_t)1000000 + (b->hour * 100 + b->minute) * 100 + b->second;
    return (a_key > b_key) - (a_key < b_key);
}

/* Ages are places in the order of dates as written, equal dates sharing one. */
static syn_status find_ages(run *r)
{
    const syn_date ***order = syn_alloc(r->document_count, sizeof *order);
    size_t dated = 0;
    if (order == NULL)
        return SYN_MEMORY;
    for (uint32_t d = 0; d < r->document_count; d++) {
        r->dates[d] = &syn_corpus_get(r->corpus, d)->date;
        r->wording[d].age = UINT32_MAX;
        if (r->dates[d]->precision != SYN_DATE_NONE)
            order[dated++] = &r->dates[d];
    }
    qsort(order, dated, sizeof *order, by_date);
    for (size_t i = 0, age = 0; i < dated; i++) {
        if (i > 0 && by_date(&order[i - 1], &order[i]) != 0)
            age = i;
        r->wording[order[i] - r->dates].age = (uint32_t)age;
    }
    free(order);
    return SYN_OK;
}

static syn_status text_all(run *r)
{
    r->batch_count = count_batches(r, NULL);
    r->batches = syn_alloc_zero(r->batch_count, sizeof *r->batches);
    if (r->batches == NULL)
        return SYN_MEMORY;
    count_batches(r, r->batches);
    syn_status status = run_stage(r, r->batch_count, read_words);
    if (status == SYN_OK)
        status = syn_lexicon_make(r->vocabularies, r->worker_count, &r->lexicon);
    if (status == SYN_OK)
        status = run_stage(r, r->batch_count, number_words);
    if (status == SYN_OK)
        status = syn_surprisal_init(&r->surprisal, &r->lexicon);
    r->wordings = (syn_wordings){.of = r->wording, .lexicon = &r->lexicon, .surprisal = &r->surprisal};
    return status == SYN_OK ? find_ages(r) : status;
}

/* ---- sketch and group: words become fingerprints, those shared become stretches ---- */

static void count_fingerprints(void *context, uint32_t w, size_t item)
{
    run *r = context;
    syn_group_count(&r->group, (uint32_t)item, &r->workers[w].group);
}

static void deal_fingerprints(void *context, uint32_t w, size_t item)
{
    run *r = context;
    syn_group_deal(&r->group, (uint32_t)item, &r->workers[w].group);
}

static void mark_shared(void *context, uint32_t w, size_t item)
{
    run *r = context;
    note(r, w, syn_group_mark(&r->group, (uint32_t)item, &r->workers[w].group));
}

static void find_stretches(void *context, uint32_t w, size_t item)
{
    (void)w;
    run *r = context;
    syn_group_stretches(&r->group, (uint32_t)item);
}

/* Joins the batches' stretches in order of documents; the group's own tables are given back. */
static syn_status collect_stretches(run *r)
{
    size_t count = 0;
    for (uint32_t b = 0; b < r->group.batch_count; b++) {
        if (r->group.batches[b].status < 0)
            return r->group.batches[b].status;
        count += r->group.batches[b].stretch_count;
    }
    if (count >= UINT32_MAX)
        return SYN_LIMIT;
    r->stretches = syn_alloc(count, sizeof *r->stretches);
    if (r->stretches == NULL)
        return SYN_MEMORY;
    for (uint32_t b = 0; b < r->group.batch_count; b++) {
        const syn_group_batch *from = &r->group.batches[b];
        if (from->stretch_count > 0)
            memcpy(r->stretches + r->stretch_count, from->stretches, from->stretch_count * sizeof *r->stretches);
        r->stretch_count += (uint32_t)from->stretch_count;
    }
    syn_group_release(&r->group);
    return SYN_OK;
}

static syn_status sketch_all(run *r)
{
    syn_sketch sketch = {.hash = r->lexicon.hash, .shingle_words = r->options->shingle_words,
                         .window_words = r->options->window_words};
    syn_group_text *texts = syn_alloc(r->document_count, sizeof *texts);
    if (texts == NULL)
        return SYN_MEMORY;
    for (uint32_t d = 0; d < r->document_count; d++)
        texts[d] = (syn_group_text){.ids = r->wording[d].ids, .count = r->wording[d].count};
    syn_status status = syn_group_init(&r->group, &sketch, texts, r->document_count);
    if (status == SYN_OK)
        status = run_stage(r, r->group.batch_count, count_fingerprints);
    if (status == SYN_OK)
        status = syn_group_place(&r->group);
    if (status == SYN_OK)
        status = run_stage(r, r->group.batch_count, deal_fingerprints);
    if (status == SYN_OK)
        status = run_stage(r, SYN_GROUP_PARTITIONS, mark_shared);
    if (status == SYN_OK)
        status = run_stage(r, r->group.batch_count, find_stretches);
    if (status == SYN_OK)
        status = collect_stretches(r);
    free(texts);
    return status;
}

/* ---- match: stretches become a suffix array, its repeats seeds, seeds alignments ---- */

static void sort_suffixes(void *context, uint32_t w, size_t item)
{
    run *r = context;
    note(r, w, syn_suffixes_sort(&r->suffixes, (uint32_t)item));
}

static void merge_suffixes(void *context, uint32_t w, size_t item)
{
    (void)w;
    run *r = context;
    syn_suffixes_merge(&r->suffixes, (uint32_t)item);
}

static void find_seeds(void *context, uint32_t w, size_t item)
{
    run *r = context;
    note(r, w, syn_seed_all(&r->suffixes, &r->surprisal, r->range_first[item], r->range_first[item + 1],
                            r->options->min_words, &r->range_seeds[item]));
}

static syn_status sort_all(run *r)
{
    const uint32_t **ids = syn_alloc(r->document_count, sizeof *ids);
    if (ids == NULL)
        return SYN_MEMORY;
    for (uint32_t d = 0; d < r->document_count; d++)
        ids[d] = r->wording[d].ids;
    syn_status status = syn_suffixes_init(&r->suffixes, ids, r->stretches, r->stretch_count, r->lexicon.count,
                                          r->options->group_words, r->worker_count);
    free(ids);
    if (status == SYN_OK)
        status = run_stage(r, r->suffixes.group_count, sort_suffixes);
    while (status == SYN_OK) {
        int64_t ranges = syn_suffixes_plan(&r->suffixes);
        if (ranges <= 0)
            return (syn_status)ranges;
        status = run_stage(r, (size_t)ranges, merge_suffixes);
        syn_suffixes_turn(&r->suffixes);
    }
    return status;
}

/* Ranges begin where the first word of the suffixes changes: no repeat crosses that. */
static void cut_ranges(run *r)
{
    const syn_suffixes *s = &r->suffixes;
    for (uint32_t i = 1; i < range_count; i++) {
        uint32_t aim = (uint32_t)((uint64_t)s->count * i / range_count);
        r->range_first[i] = s->count == 0 ? 0 : syn_suffixes_find(s, r->range_first[i - 1], s->count, s->symbols[s->at[aim]]);
    }
    r->range_first[range_count] = s->count;
}

/* Deals the seeds to their first documents. */
static syn_status deal_seeds(run *r)
{
    size_t count = 0, *next = syn_alloc_zero((size_t)r->document_count + 2, sizeof *next);
    for (uint32_t i = 0; i < range_count; i++)
        count += r->range_seeds[i].count;
    r->seeds = syn_alloc(count, sizeof *r->seeds);
    r->seed_first = next;
    if (r->seeds == NULL || next == NULL)
        return SYN_MEMORY;
    for (uint32_t i = 0; i < range_count; i++)
        for (size_t s = 0; s < r->range_seeds[i].count; s++)
            next[r->range_seeds[i].items[s].document_a + 2]++;
    for (uint32_t d = 0; d < r->document_count; d++)
        next[d + 2] += next[d + 1];
    for (uint32_t i = 0; i < range_count; i++) {
        for (size_t s = 0; s < r->range_seeds[i].count; s++)
            r->seeds[next[r->range_seeds[i].items[s].document_a + 1]++] = r->range_seeds[i].items[s];
        syn_seeds_release(&r->range_seeds[i]);
    }
    return SYN_OK;
}

static void match_document(void *context, uint32_t w, size_t d)
{
    run *r = context;
    worker *me = &r->workers[w];
    if (me->status < 0)
        return;
    size_t first = me->matches.count;
    note(r, w, syn_match_document(&me->matcher, r->seeds + r->seed_first[d], r->seed_first[d + 1] - r->seed_first[d], &me->matches));
    r->hubs[d] = (hub){.worker = w, .first = first, .count = me->matches.count - first};
}

static syn_status match_all(run *r)
{
    syn_status status = sort_all(r);
    if (status < 0)
        return status;
    begin(r, "seed");
    cut_ranges(r);
    status = run_stage(r, range_count, find_seeds);
    syn_suffixes_release(&r->suffixes);
    if (status == SYN_OK)
        status = deal_seeds(r);
    r->hubs = syn_alloc_zero(r->document_count, sizeof *r->hubs);
    if (status < 0 || r->hubs == NULL)
        return status < 0 ? status : SYN_MEMORY;
    begin(r, "match");
    for (uint32_t w = 0; w < r->worker_count; w++) {
        r->workers[w].matcher.wordings = &r->wordings;
        r->workers[w].matcher.min_words = r->options->min_words;
        r->workers[w].matcher.aligner.lexicon = &r->lexicon;
        r->workers[w].matcher.aligner.surprisal = &r->surprisal;
    }
    status = run_stage(r, r->document_count, match_document);
    free(r->seeds);
    r->seeds = NULL;
    return status;
}

/* ---- gather: matches become passages ---- */

static void gather_document(void *context, uint32_t w, size_t d)
{
    run *r = context;
    const hub *h = &r->hubs[d];
    syn_match_set *set = &r->workers[h->worker].matches;
    if (h->count > 0)
        note(r, w, syn_gather_document(&r->wordings, set->items + h->first, h->count, set->blocks, r->options->min_words, &r->parts[d]));
}

static void release_parts(run *r)
{
    for (size_t i = 0; i < r->part_count; i++)
        syn_passages_release(&r->parts[i]);
    free(r->parts);
    r->parts = NULL;
    r->part_count = 0;
}

static syn_status make_parts(run *r, size_t count)
{
    release_parts(r);
    r->parts = syn_alloc_zero(count, sizeof *r->parts);
    if (r->parts == NULL)
        return SYN_MEMORY;
    r->part_count = count;
    return SYN_OK;
}

static size_t batch_end(const run *r, size_t item)
{
    size_t end = (item + 1) * batch_passages;
    return end < r->gathered.count ? end : r->gathered.count;
}

static void sort_passages(void *context, uint32_t w, size_t item)
{
    (void)w;
    run *r = context;
    for (size_t i = item * batch_passages; i < batch_end(r, item); i++)
        syn_finding_sort(&r->wordings, &r->stock, &r->gathered, i, &r->sorts[i]);
}

static void make_findings(void *context, uint32_t w, size_t item)
{
    run *r = context;
    for (size_t i = item * batch_passages; i < batch_end(r, item); i++)
        note(r, w, syn_finding_make(&r->wordings, &r->gathered, i, &r->sorts[i], &r->names, r->options->min_words, &r->parts[item]));
}

static syn_status gather_all(run *r)
{
    syn_status status = make_parts(r, r->document_count);
    if (status == SYN_OK)
        status = run_stage(r, r->document_count, gather_document);
    for (uint32_t w = 0; w < r->worker_count; w++)
        syn_match_set_release(&r->workers[w].matches);
    if (status == SYN_OK)
        status = syn_gather_all(&r->wordings, r->parts, r->document_count, r->options->min_words, &r->gathered);
    release_parts(r);
    if (status < 0)
        return status;
    size_t items = (r->gathered.count + batch_passages - 1) / batch_passages;
    r->sorts = syn_alloc(r->gathered.count, sizeof *r->sorts);
    if (r->sorts == NULL)
        return SYN_MEMORY;
    status = syn_stock_init(&r->stock, &r->wordings);
    if (status == SYN_OK)
        status = run_stage(r, items, sort_passages);
    if (status == SYN_OK)
        status = syn_name_list_make(r->sorts, r->gathered.count, r->document_count, &r->names);
    if (status == SYN_OK)
        status = make_parts(r, items);
    if (status == SYN_OK)
        status = run_stage(r, items, make_findings);
    if (status == SYN_OK)
        status = syn_passages_join(r->parts, r->part_count, &r->found);
    syn_passages_release(&r->gathered);
    release_parts(r);
    return status;
}

/* ---- trace: what passages say of documents ---- */

static void share_document(void *context, uint32_t w, size_t d)
{
    run *r = context;
    note(r, w, syn_share_make(&r->found, &r->holdings, (uint32_t)d, r->wording[d].count, &r->shares[d]));
    r->reused[d] = r->shares[d].reused_words;
}

static void pair_document(void *context, uint32_t w, size_t item)
{
    run *r = context;
    uint32_t d = r->pair_first + (uint32_t)item;
    note(r, w, syn_pair_document(&r->found, &r->holdings, d, r->reused, r->floor_words, r->options->min_words,
                                 (size_t)r->options->pair_count, &r->pair_parts[d]));
}

static void count_pairs(void *context, uint32_t w, size_t d)
{
    run *r = context;
    if (r->workers[w].seen == NULL)
        r->workers[w].seen = syn_alloc_zero(r->document_count, sizeof *r->workers[w].seen);
    if (r->workers[w].seen == NULL)
        note(r, w, SYN_MEMORY);
    else
        r->pair_totals[d] = syn_pair_count(&r->found, &r->holdings, (uint32_t)d, r->workers[w].seen);
}

static int by_size(const void *x, const void *y)
{
    const syn_pairing *a = x, *b = y;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

/* Adds the pairs of documents [first, end) to the list, largest first, and keeps as many as are wanted.
 * Of equal pairs that of the earlier documents stays, so a full list asks later ones for more words. */
static syn_status list_pairs(run *r, uint32_t first, uint32_t end)
{
    const size_t most = r->options->pair_count > 0 ? (size_t)r->options->pair_count : SIZE_MAX;
    size_t count = r->pair_count;
    for (uint32_t d = first; d < end; d++)
        count += r->pair_parts[d].count;
    if (!syn_alloc_room((void **)&r->pairs, &r->pair_capacity, count, sizeof *r->pairs))
        return SYN_MEMORY;
    for (uint32_t d = first; d < end; d++) {
        if (r->pair_parts[d].count > 0)
            memcpy(r->pairs + r->pair_count, r->pair_parts[d].items, r->pair_parts[d].count * sizeof *r->pairs);
        r->pair_count += r->pair_parts[d].count;
    }
    if (r->pair_count > 0)
        qsort(r->pairs, r->pair_count, sizeof *r->pairs, by_size);
    if (r->pair_count >= most) {
        r->pair_count = most;
        if (r->pairs[most - 1].words >= r->floor_words)
            r->floor_words = r->pairs[most - 1].words + 1;
    }
    return SYN_OK;
}

static syn_status pair_all(run *r, uint64_t *left_out)
{
    const uint32_t step = r->options->pair_count > 0 ? batch_documents : r->document_count;
    syn_status status = SYN_OK;
    *left_out = 0;
    if (r->options->pair_count > 0) {
        status = syn_pair_floor(&r->found, r->options->pair_count, &r->floor_words);
        if (status == SYN_OK)
            status = run_stage(r, r->document_count, count_pairs);
        for (uint32_t d = 0; d < r->document_count; d++)
            *left_out += r->pair_totals[d];
    }
    for (uint32_t d = 0; d < r->document_count && status == SYN_OK; d += step) {
        uint32_t end = r->document_count - d < step ? r->document_count : d + step;
        r->pair_first = d;
        status = run_stage(r, end - d, pair_document);
        if (status == SYN_OK)
            status = list_pairs(r, d, end);
    }
    r->pair_sets = syn_alloc(r->pair_count, sizeof *r->pair_sets);
    if (status < 0 || r->pair_sets == NULL)
        return status < 0 ? status : SYN_MEMORY;
    for (size_t i = 0; i < r->pair_count; i++)
        r->pair_sets[i] = &r->pair_parts[r->pairs[i].a];
    *left_out -= *left_out > r->pair_count ? r->pair_count : *left_out;
    return SYN_OK;
}

static syn_status trace_all(run *r, bool descents, uint64_t *left_out)
{
    r->shares = syn_alloc_zero(r->document_count, sizeof *r->shares);
    r->reused = syn_alloc_zero(r->document_count, sizeof *r->reused);
    r->pair_parts = syn_alloc_zero(r->document_count, sizeof *r->pair_parts);
    r->pair_totals = syn_alloc_zero(r->document_count, sizeof *r->pair_totals);
    if (r->shares == NULL || r->reused == NULL || r->pair_parts == NULL || r->pair_totals == NULL)
        return SYN_MEMORY;
    syn_status status = syn_holdings_make(&r->found, r->document_count, &r->holdings);
    if (status == SYN_OK)
        status = run_stage(r, r->document_count, share_document);
    if (status == SYN_OK)
        status = pair_all(r, left_out);
    if (status == SYN_OK && descents)
        status = syn_lineage_all(&r->found, &r->holdings, r->document_count, r->dates, r->options->min_words, &r->lineage);
    return status;
}

/* ---- the result ---- */

static void find_points(void *context, uint32_t w, size_t d)
{
    run *r = context;
    if (r->holdings.first[d + 1] > r->holdings.first[d])
        note(r, w, syn_convert_points(&r->convert, (uint32_t)d));
}

static syn_status make_result(run *r, bool descents, uint64_t left_out, syn_result **out)
{
    r->convert = (syn_convert){.corpus = r->corpus, .wordings = &r->wordings, .passages = &r->found, .pairs = r->pairs,
                               .pair_count = r->pair_count, .pair_sets = r->pair_sets,
                               .lineage = descents ? &r->lineage : NULL};
    r->convert.points = syn_alloc_zero(r->document_count, sizeof *r->convert.points);
    if (r->convert.points == NULL)
        return SYN_MEMORY;
    syn_result *result = NULL;
    syn_status status = run_stage(r, r->document_count, find_points);
    if (status == SYN_OK)
        status = syn_result_new(r->corpus, r->options, &result);
    if (status == SYN_OK)
        status = syn_convert_all(&r->convert, result);
    if (status < 0) {
        syn_result_free(result);
        return status;
    }
    result->view.shares = r->shares;
    result->view.pairs_left_out = left_out;
    r->shares = NULL;
    *out = result;
    return SYN_OK;
}

static void close_run(run *r)
{
    syn_convert_release(&r->convert, r->document_count);
    syn_lineage_release(&r->lineage);
    for (uint32_t d = 0; r->pair_parts != NULL && d < r->document_count; d++)
        syn_pairings_release(&r->pair_parts[d]);
    free(r->pair_parts);
    free(r->pairs);
    free(r->pair_sets);
    free(r->pair_totals);
    free(r->shares);
    free(r->reused);
    syn_holdings_release(&r->holdings);
    syn_name_list_release(&r->names);
    syn_stock_release(&r->stock);
    free(r->sorts);
    syn_passages_release(&r->found);
    syn_passages_release(&r->gathered);
    release_parts(r);
    free(r->hubs);
    free(r->seeds);
    free(r->seed_first);
    for (uint32_t i = 0; i < range_count; i++)
        syn_seeds_release(&r->range_seeds[i]);
    syn_suffixes_release(&r->suffixes);
    free(r->stretches);
    syn_group_release(&r->group);
    syn_surprisal_release(&r->surprisal);
    syn_lexicon_release(&r->lexicon);
    for (uint32_t b = 0; r->batches != NULL && b < r->batch_count; b++)
        syn_words_release(&r->batches[b].words);
    free(r->batches);
    for (uint32_t w = 0; w < r->worker_count; w++) {
        if (r->vocabularies != NULL)
            syn_vocabulary_free(r->vocabularies[w]);
        if (r->workers == NULL)
            continue;
        syn_group_scratch_release(&r->workers[w].group);
        syn_matcher_release(&r->workers[w].matcher);
        syn_match_set_release(&r->workers[w].matches);
        free(r->workers[w].seen);
    }
    free(r->vocabularies);
    free(r->workers);
    free(r->wording);
    free(r->dates);
    syn_pool_free(r->pool);
}

static syn_status run_all(const syn_corpus *corpus, const syn_options *options, bool descents, syn_result **out)
{
    run *r = syn_alloc_zero(1, sizeof *r);
    uint64_t left_out = 0;
    if (r == NULL)
        return SYN_MEMORY;
    if (syn_corpus_count(corpus) >= UINT32_MAX - 2) {
        free(r);
        return SYN_LIMIT;
    }
    r->corpus = corpus;
    r->options = options;
    r->document_count = (uint32_t)syn_corpus_count(corpus);
    syn_status status = open_run(r);
    begin(r, "text");
    if (status == SYN_OK)
        status = text_all(r);
    begin(r, "sketch");
    if (status == SYN_OK)
        status = sketch_all(r);
    begin(r, "sort");
    if (status == SYN_OK)
        status = match_all(r);
    begin(r, "gather");
    if (status == SYN_OK)
        status = gather_all(r);
    begin(r, "trace");
    if (status == SYN_OK)
        status = trace_all(r, descents, &left_out);
    if (status == SYN_OK)
        status = make_result(r, descents, left_out, out);
    begin(r, "done");
    close_run(r);
    free(r);
    return status;
}

static syn_status run_checked(const syn_corpus *corpus, const syn_options *options, bool descents, syn_result **out, syn_error *error)
{
    syn_status status = syn_options_check(options, error);
    if (status < 0)
        return status;
    status = run_all(corpus, options, descents, out);
    if (status == SYN_MEMORY)
        return syn_fail_memory(error);
    if (status == SYN_LIMIT)
        return syn_fail(error, status, "corpus: more than 4 billion words (split it)");
    return status;
}

syn_status syn_compare(const syn_corpus *corpus, const syn_options *options, syn_result **out, syn_error *error)
{
    return run_checked(corpus, options, false, out, error);
}

syn_status syn_trace(const syn_corpus *corpus, const syn_options *options, syn_result **out, syn_error *error)
{
    return run_checked(corpus, options, true, out, error);
}
