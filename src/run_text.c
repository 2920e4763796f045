#include "run.h"

#include "base/alloc.h"

#include <stdlib.h>

enum { batch_bytes = 1 << 20 /* text handed to a worker at once */ };

static uint32_t count_batches(const syn_run *r, syn_run_batch *out)
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
    syn_run *r = context;
    syn_run_batch *b = &r->batches[item];
    b->worker = w;
    for (uint32_t d = b->first; d < b->first + b->count && r->workers[w].status == SYN_OK; d++) {
        const syn_document *document = syn_corpus_get(r->corpus, d);
        size_t before = b->words.count;
        syn_run_note(r, w, syn_text_make(document->text, document->text_bytes, r->vocabularies[w], &b->words, NULL));
        if (b->words.count - before >= UINT32_MAX)
            syn_run_note(r, w, SYN_LIMIT);
        r->wording[d] = (syn_wording){.text = document->text, .count = (uint32_t)(b->words.count - before)};
    }
}

/* The lexicon's numbers do not depend on who read what, and neither does anything from here on. */
static void number_words(void *context, uint32_t w, size_t item)
{
    (void)w;
    syn_run *r = context;
    syn_run_batch *b = &r->batches[item];
    syn_lexicon_apply(&r->lexicon, b->worker, b->words.id, b->words.count);
    size_t at = 0;
    if (b->words.count == 0)
        return;
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

/* Ages are places in the order of dates as written, equal dates sharing one; a bound is no age. */
static syn_status find_ages(syn_run *r)
{
    const syn_date ***order = syn_alloc(r->document_count, sizeof *order);
    size_t dated = 0;
    if (order == NULL)
        return SYN_MEMORY;
    for (uint32_t d = 0; d < r->document_count; d++) {
        r->dates[d] = &syn_corpus_get(r->corpus, d)->date;
        r->wording[d].age = UINT32_MAX;
        if (r->dates[d]->precision != SYN_DATE_NONE && !r->dates[d]->bound)
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

syn_status syn_run_text(syn_run *r)
{
    syn_run_begin(r, "text", 2);
    r->batch_count = count_batches(r, NULL);
    r->batches = syn_alloc_zero(r->batch_count, sizeof *r->batches);
    if (r->batches == NULL)
        return SYN_MEMORY;
    count_batches(r, r->batches);
    syn_status status = syn_run_items(r, r->batch_count, read_words);
    if (status == SYN_OK)
        status = syn_lexicon_make(r->vocabularies, r->worker_count, &r->lexicon);
    if (status == SYN_OK)
        status = syn_run_items(r, r->batch_count, number_words);
    if (status == SYN_OK)
        status = syn_surprisal_init(&r->surprisal, r->asked != NULL ? r->asked->list : NULL, &r->lexicon);
    r->wordings = (syn_wordings){.of = r->wording, .lexicon = &r->lexicon, .surprisal = &r->surprisal};
    return status == SYN_OK ? find_ages(r) : status;
}
