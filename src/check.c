/* A check (syn_check in include/syndic/store.h), in short:
 *
 *   new texts --words--> fingerprints --probe--> runs in documents of the indexes: seeds
 *             --load those--> corpus: new texts, candidates --the pipeline, from seeds on--> result
 *             --gate--> open words against the limits
 *
 * Nothing that the pipeline could find is lost on the way: probe.h says why. */
#include "base/alloc.h"
#include "base/error.h"
#include "index.h"
#include "model/corpus.h"
#include "model/result.h"
#include "owned.h"
#include "probe.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

enum { little_bytes = 1 << 19 };

/* Equal words of a new text and a candidate. */
typedef struct tie {
    uint32_t fresh;
    syn_probe_run run;
} tie;

/* A document of an index that is held against the new texts. */
typedef struct candidate {
    syn_held held;
    const char *text;  /* as it was loaded: the address stays when documents are sorted */
    uint32_t document; /* in the corpus; SYN_NONE: another index holds the same */
} candidate;

typedef struct checking {
    const syn_corpus *fresh;
    syn_store **stores;
    size_t store_count;
    const syn_surprisal_list *list;
    syn_options options;     /* with as many threads as the texts are worth */
    uint32_t thread_count;   /* that were asked for */
    syn_error *error;
    syn_run words;           /* the new texts' words */
    syn_asked reading;       /* with which they are read */
    syn_probe probe;
    size_t fresh_count;
    syn_owned owned;         /* what the indexes hold of the new texts themselves */
    tie *ties;               /* by new text */
    size_t tie_count, tie_capacity;
    candidate *candidates;   /* by store and number */
    size_t candidate_count;
    syn_seed *seeds;
    size_t seed_count;
    syn_corpus *corpus;
} checking;

void syn_gate_init(syn_gate *gate)
{
    *gate = (syn_gate){.limit_words = 40, .limit_share = 0.2};
}

static syn_status probe_text(checking *c, size_t d)
{
    const size_t first = c->owned.first[d], count = c->owned.first[d + 1] - first;
    const syn_probe *p = &c->probe;
    syn_status status = syn_probe_text(&c->probe, c->stores, c->store_count, &c->words.wordings, (uint32_t)d,
                                       syn_corpus_get(c->fresh, d)->text_bytes, c->owned.held + first, count,
                                       c->error);
    for (size_t i = 0; i < count && status == SYN_OK; i++)
        c->owned.met[first + i] = p->owned_met[i];
    if (status < 0)
        return status;
    if (!syn_alloc_room((void **)&c->ties, &c->tie_capacity, c->tie_count + p->run_count, sizeof *c->ties))
        return syn_fail_memory(c->error);
    for (size_t i = 0; i < p->run_count; i++)
        c->ties[c->tie_count++] = (tie){(uint32_t)d, p->runs[i]};
    return SYN_OK;
}

static int by_candidate(const void *a, const void *b)
{
    return syn_held_order(&((const candidate *)a)->held, &((const candidate *)b)->held);
}

/* The documents of all ties, each once. */
static syn_status list_candidates(checking *c)
{
    size_t kept = 0;
    c->candidates = syn_alloc(c->tie_count, sizeof *c->candidates);
    if (c->candidates == NULL)
        return syn_fail_memory(c->error);
    for (size_t i = 0; i < c->tie_count; i++)
        if (kept == 0 || syn_held_order(&c->candidates[kept - 1].held, &c->ties[i].run.held) != 0)
            c->candidates[kept++] = (candidate){.held = c->ties[i].run.held};
    c->candidate_count = kept;
    kept = 0;
    if (c->candidate_count > 1)
        qsort(c->candidates, c->candidate_count, sizeof *c->candidates, by_candidate);
    for (size_t i = 0; i < c->candidate_count; i++)
        if (kept == 0 || by_candidate(&c->candidates[kept - 1], &c->candidates[i]) != 0)
            c->candidates[kept++] = c->candidates[i];
    c->candidate_count = kept;
    return SYN_OK;
}

/* Threads cost more than they save where there is little text. */
static void share_out(checking *c, const syn_corpus *corpus)
{
    size_t bytes = 0;
    for (size_t d = 0; d < syn_corpus_count(corpus); d++)
        bytes += syn_corpus_get(corpus, d)->text_bytes;
    c->options.thread_count = bytes < little_bytes ? 1 : c->thread_count;
}

static syn_status read_words(checking *c)
{
    c->words.corpus = c->fresh;
    share_out(c, c->fresh);
    c->words.options = &c->options;
    c->words.document_count = (uint32_t)c->fresh_count;
    c->reading.list = c->list;
    c->words.asked = &c->reading;
    syn_status status = syn_run_open(&c->words);
    if (status == SYN_OK)
        status = syn_run_text(&c->words);
    return status == SYN_MEMORY ? syn_fail_memory(c->error)
           : status < 0         ? syn_fail(c->error, status, "check: more than 4 billion words (split it)")
                                : SYN_OK;
}

static syn_status find_candidates(checking *c)
{
    syn_status status = syn_owned_find(&c->owned, c->stores, c->store_count, c->fresh, c->error);
    for (size_t d = 0; d < c->fresh_count && status == SYN_OK; d++)
        status = probe_text(c, d);
    return status == SYN_OK ? list_candidates(c) : status;
}

static int by_text(const void *a, const void *b)
{
    const syn_document *x = a, *y = b;
    const int way = memcmp(x->sha256, y->sha256, sizeof x->sha256);
    return way != 0 ? way : strcmp(x->id, y->id);
}

/* What two indexes hold by one id and with one text is one document. */
static void drop_doubles(syn_corpus *old)
{
    size_t kept = 0;
    if (old->count > 1)
        qsort(old->documents, old->count, sizeof *old->documents, by_text);
    for (size_t i = 0; i < old->count; i++)
        if (kept == 0 || by_text(&old->documents[kept - 1], &old->documents[i]) != 0)
            old->documents[kept++] = old->documents[i];
    old->count = kept;
}

/* The candidates, loaded, as a settled corpus. */
static syn_status load_candidates(checking *c, syn_corpus *old)
{
    for (size_t i = 0; i < c->candidate_count; i++) {
        candidate *x = &c->candidates[i];
        syn_document document;
        uint32_t words = 0;
        syn_status status = syn_store_document(c->stores[x->held.store], x->held.number, true, &old->arena, &document,
                                               &words, c->error);
        if (status < 0)
            return status;
        x->text = document.text;
        if (syn_corpus_take(old, &document) < 0)
            return syn_fail_memory(c->error);
    }
    if (c->store_count > 1)
        drop_doubles(old);
    return syn_corpus_settle(old, c->error);
}

static syn_status make_corpus(checking *c)
{
    syn_corpus *old = NULL;
    syn_status status = syn_corpus_new(&c->corpus);
    if (status == SYN_OK)
        status = syn_corpus_new(&old);
    for (size_t d = 0; d < c->fresh_count && status == SYN_OK; d++)
        status = syn_corpus_copy(c->corpus, syn_corpus_get(c->fresh, d));
    for (size_t i = 0; i < syn_corpus_skip_count(c->fresh) && status == SYN_OK; i++)
        status = syn_corpus_skip(c->corpus, syn_corpus_skip_get(c->fresh, i)->path, syn_corpus_skip_get(c->fresh, i)->why);
    if (status < 0)
        syn_fail_memory(c->error);
    if (status == SYN_OK)
        status = load_candidates(c, old);
    if (status == SYN_OK)
        status = syn_corpus_append(c->corpus, old, c->error);
    syn_corpus_free(old);
    return status;
}

/* A document's text and its number. */
typedef struct numbered {
    const char *text;
    uint32_t document;
} numbered;

static int by_address(const void *a, const void *b)
{
    const uintptr_t x = (uintptr_t)((const numbered *)a)->text, y = (uintptr_t)((const numbered *)b)->text;
    return (x > y) - (x < y);
}

/* Where each candidate stands in the corpus. */
static syn_status number_candidates(checking *c)
{
    const size_t count = syn_corpus_count(c->corpus) - c->fresh_count;
    numbered *list = syn_alloc(count, sizeof *list);
    if (list == NULL)
        return syn_fail_memory(c->error);
    for (size_t i = 0; i < count; i++)
        list[i] = (numbered){syn_corpus_get(c->corpus, c->fresh_count + i)->text, (uint32_t)(c->fresh_count + i)};
    if (count > 1)
        qsort(list, count, sizeof *list, by_address);
    for (size_t i = 0; i < c->candidate_count; i++) {
        const numbered key = {.text = c->candidates[i].text};
        const numbered *at = bsearch(&key, list, count, sizeof *list, by_address);
        c->candidates[i].document = at != NULL ? at->document : SYN_NONE;
    }
    free(list);
    return SYN_OK;
}

static syn_status make_seeds(checking *c)
{
    c->seeds = syn_alloc(c->tie_count, sizeof *c->seeds);
    if (c->seeds == NULL)
        return syn_fail_memory(c->error);
    for (size_t i = 0; i < c->tie_count; i++) {
        const syn_probe_run *run = &c->ties[i].run;
        const candidate key = {.held = run->held};
        const candidate *at = bsearch(&key, c->candidates, c->candidate_count, sizeof key, by_candidate);
        if (at->document != SYN_NONE)
            c->seeds[c->seed_count++] = (syn_seed){.document_a = c->ties[i].fresh, .document_b = at->document,
                                                   .block = {run->begin, run->word, run->words}, .common = run->common};
    }
    return SYN_OK;
}

static syn_status run_check(checking *c, const syn_gate *gate, syn_result **out)
{
    const syn_asked asked = {.count = (uint32_t)c->fresh_count, .seeds = c->seeds, .seed_count = c->seed_count,
                             .gate = gate, .list = c->list};
    syn_result *result = NULL;
    share_out(c, c->corpus);
    syn_status status = syn_run_corpus(c->corpus, &c->options, &asked, true, &result, c->error);
    if (status < 0)
        return status;
    result->own_corpus = c->corpus;
    c->corpus = NULL;
    status = syn_result_trim(result, c->fresh_count);
    if (status < 0)
        syn_fail_memory(c->error);
    if (status == SYN_OK)
        status = syn_owned_name(&c->owned, c->stores, c->fresh_count, result, c->error);
    if (status == SYN_OK)
        *out = result;
    else
        syn_result_free(result);
    return status;
}

static void release(checking *c)
{
    for (size_t s = 0; c->stores != NULL && s < c->store_count; s++)
        syn_store_end(c->stores[s]);
    syn_run_close(&c->words);
    syn_probe_release(&c->probe);
    syn_corpus_free(c->corpus);
    free(c->stores);
    syn_owned_release(&c->owned);
    free(c->ties);
    free(c->candidates);
    free(c->seeds);
}

/* All calls see each index as it is now. */
static syn_status begin(checking *c, syn_index *const *indexes, size_t index_count)
{
    c->stores = syn_alloc(index_count, sizeof *c->stores);
    if (c->stores == NULL)
        return syn_fail_memory(c->error);
    if (index_count > 0 && indexes[0]->list == NULL && syn_surprisal_list_new(&indexes[0]->list) < 0)
        return syn_fail_memory(c->error);
    c->list = index_count > 0 ? indexes[0]->list : NULL;
    for (size_t i = 0; i < index_count; i++) {
        syn_status status = syn_store_begin(indexes[i]->store, c->error);
        if (status < 0)
            return status;
        c->stores[c->store_count++] = indexes[i]->store;
    }
    return SYN_OK;
}

syn_status syn_check(const syn_corpus *fresh, syn_index *const *indexes, size_t index_count, const syn_gate *gate,
                     const syn_options *options, syn_result **out, syn_error *error)
{
    checking c = {.fresh = fresh, .options = *options, .thread_count = options->thread_count, .error = error, .fresh_count = syn_corpus_count(fresh),
                  .probe = {.min_words = options->min_words}};
    syn_status status = syn_index_options(options, error);
    if (status < 0)
        return status;
    if (c.fresh_count >= UINT32_MAX - 2)
        return syn_fail(error, SYN_LIMIT, "check: more than 4 billion texts (split them)");
    status = begin(&c, indexes, index_count);
    if (status == SYN_OK)
        status = read_words(&c);
    if (status == SYN_OK)
        status = find_candidates(&c);
    if (status == SYN_OK)
        status = make_corpus(&c);
    if (status == SYN_OK)
        status = number_candidates(&c);
    if (status == SYN_OK)
        status = make_seeds(&c);
    if (status == SYN_OK)
        status = run_check(&c, gate, out);
    release(&c);
    return status;
}
