#include "run.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

static void count_fingerprints(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    syn_group_count(&r->group, (uint32_t)item, &r->workers[w].group);
}

static void deal_fingerprints(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    syn_group_deal(&r->group, (uint32_t)item, &r->workers[w].group);
}

static void mark_shared(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    syn_run_note(r, w, syn_group_mark(&r->group, (uint32_t)item, &r->workers[w].group));
}

static void find_stretches(void *context, uint32_t w, size_t item)
{
    (void)w;
    syn_run *r = context;
    syn_group_stretches(&r->group, (uint32_t)item);
}

/* Joins the batches' stretches in order of documents; the group's own tables are given back. */
static syn_status collect_stretches(syn_run *r)
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

syn_status syn_run_sketch(syn_run *r)
{
    syn_run_begin(r, "sketch", 4);
    syn_sketch sketch = {.hash = r->lexicon.hash, .shingle_words = r->options->shingle_words,
                         .window_words = r->options->window_words};
    syn_group_text *texts = syn_alloc(r->document_count, sizeof *texts);
    if (texts == NULL)
        return SYN_MEMORY;
    for (uint32_t d = 0; d < r->document_count; d++)
        texts[d] = (syn_group_text){.ids = r->wording[d].ids, .count = r->wording[d].count};
    syn_status status = syn_group_init(&r->group, &sketch, texts, r->document_count);
    if (status == SYN_OK)
        status = syn_run_items(r, r->group.batch_count, count_fingerprints);
    if (status == SYN_OK)
        status = syn_group_place(&r->group);
    if (status == SYN_OK)
        status = syn_run_items(r, r->group.batch_count, deal_fingerprints);
    if (status == SYN_OK)
        status = syn_run_items(r, SYN_GROUP_PARTITIONS, mark_shared);
    if (status == SYN_OK)
        status = syn_run_items(r, r->group.batch_count, find_stretches);
    if (status == SYN_OK)
        status = collect_stretches(r);
    free(texts);
    return status;
}
