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
#include "probe.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

enum { names_most = 64 /* documents of one name that are looked at */ };

/* A document of an index that is a new text, or another version of it. */
typedef struct owning {
    syn_held held;
    bool same;
} owning;

/* Equal words of a new text and a candidate. */
typedef struct tie {
    uint32_t fresh;
    syn_probe_run run;
} tie;

/* A document of an index that is held against the new texts. */
typedef struct candidate {
    syn_held held;
    const char *text;  /* as it was loaded: the address stays when documents are sorted */
    uint32_t document; /* in the corpus */
} candidate;

typedef struct checking {
    const syn_corpus *fresh;
    syn_store **stores;
    size_t store_count;
    const syn_surprisal_list *list;
    const syn_options *options;
    syn_error *error;
    syn_run words;           /* the new texts' words */
    syn_asked reading;       /* with which they are read */
    syn_probe probe;
    size_t fresh_count;
    owning *owned;           /* by new text, then ascending */
    size_t *owned_first;     /* by new text, one more at the end */
    size_t owned_count, owned_capacity;
    tie *ties;               /* by new text */
    size_t tie_count, tie_capacity;
    candidate *candidates;   /* by store and number */
    size_t candidate_count;
    syn_seed *seeds;         /* by tie */
    syn_corpus *corpus;
} checking;

void syn_gate_init(syn_gate *gate)
{
    *gate = (syn_gate){.limit_words = 40, .limit_share = 0.2};
}

static int by_held(const void *a, const void *b)
{
    const syn_held *x = a, *y = b;
    if (x->store != y->store)
        return x->store < y->store ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static syn_status own(checking *c, size_t first, syn_held held, bool same)
{
    for (size_t i = first; i < c->owned_count; i++) {
        if (by_held(&c->owned[i].held, &held) == 0) {
            c->owned[i].same |= same;
            return SYN_OK;
        }
    }
    if (!syn_alloc_room((void **)&c->owned, &c->owned_capacity, c->owned_count + 1, sizeof *c->owned))
        return SYN_MEMORY;
    c->owned[c->owned_count++] = (owning){held, same};
    return SYN_OK;
}

static syn_status own_named(checking *c, size_t first, uint32_t store, syn_store_name by, const void *bytes, size_t count)
{
    uint32_t numbers[names_most];
    size_t found = 0;
    syn_status status = syn_store_find(c->stores[store], by, bytes, count, numbers, names_most, &found);
    for (size_t i = 0; i < found && i < names_most && status == SYN_OK; i++)
        status = own(c, first, (syn_held){store, numbers[i]}, by == SYN_STORE_HASH);
    return status;
}

static int by_owned(const void *a, const void *b)
{
    return by_held(&((const owning *)a)->held, &((const owning *)b)->held);
}

/* What the indexes hold under the names of a new text. Standard input names nothing; of a JSONL file, whose records
 * share its path, the path names nothing either. */
static syn_status find_owned(checking *c, size_t d)
{
    const syn_document *x = syn_corpus_get(c->fresh, d);
    const bool named = strcmp(x->id, "-") != 0;
    const size_t first = c->owned_count;
    syn_status status = SYN_OK;
    for (uint32_t s = 0; s < c->store_count && status == SYN_OK; s++) {
        status = own_named(c, first, s, SYN_STORE_HASH, x->sha256, sizeof x->sha256);
        if (status == SYN_OK && named)
            status = own_named(c, first, s, SYN_STORE_ID, x->id, strlen(x->id));
        if (status == SYN_OK && named && x->path != NULL && x->record < 0)
            status = own_named(c, first, s, SYN_STORE_PATH, x->path, strlen(x->path));
        if (status == SYN_OK && x->url != NULL)
            status = own_named(c, first, s, SYN_STORE_URL, x->url, strlen(x->url));
    }
    if (c->owned_count - first > 1)
        qsort(c->owned + first, c->owned_count - first, sizeof *c->owned, by_owned);
    c->owned_first[d + 1] = c->owned_count;
    return status == SYN_MEMORY ? syn_fail_memory(c->error)
           : status < 0         ? syn_fail(c->error, status, "index: its names are damaged (syndic index verify says where)")
                                : SYN_OK;
}

static syn_status probe_text(checking *c, size_t d)
{
    const size_t first = c->owned_first[d], count = c->owned_first[d + 1] - first;
    const syn_probe *p = &c->probe;
    syn_held *owned = syn_alloc(count, sizeof *owned);
    if (owned == NULL)
        return syn_fail_memory(c->error);
    for (size_t i = 0; i < count; i++)
        owned[i] = c->owned[first + i].held;
    syn_status status = syn_probe_text(&c->probe, c->stores, c->store_count, &c->words.wordings, (uint32_t)d, owned,
                                       count, c->error);
    free(owned);
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
    return by_held(&((const candidate *)a)->held, &((const candidate *)b)->held);
}

/* The documents of all ties, each once. */
static syn_status list_candidates(checking *c)
{
    size_t kept = 0;
    c->candidates = syn_alloc(c->tie_count, sizeof *c->candidates);
    if (c->candidates == NULL)
        return syn_fail_memory(c->error);
    for (size_t i = 0; i < c->tie_count; i++)
        if (kept == 0 || by_held(&c->candidates[kept - 1].held, &c->ties[i].run.held) != 0)
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

static syn_status read_words(checking *c)
{
    c->words.corpus = c->fresh;
    c->words.options = c->options;
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
    syn_status status = SYN_OK;
    c->owned_first = syn_alloc_zero(c->fresh_count + 1, sizeof *c->owned_first);
    if (c->owned_first == NULL)
        return syn_fail_memory(c->error);
    for (size_t d = 0; d < c->fresh_count && status == SYN_OK; d++) {
        status = find_owned(c, d);
        if (status == SYN_OK)
            status = probe_text(c, d);
    }
    return status == SYN_OK ? list_candidates(c) : status;
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
    const size_t count = c->candidate_count;
    numbered *list = syn_alloc(count, sizeof *list);
    if (list == NULL)
        return syn_fail_memory(c->error);
    for (size_t i = 0; i < count; i++)
        list[i] = (numbered){syn_corpus_get(c->corpus, c->fresh_count + i)->text, (uint32_t)(c->fresh_count + i)};
    if (count > 1)
        qsort(list, count, sizeof *list, by_address);
    for (size_t i = 0; i < count; i++) {
        const numbered key = {.text = c->candidates[i].text};
        const numbered *at = bsearch(&key, list, count, sizeof *list, by_address);
        c->candidates[i].document = at->document;
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
        c->seeds[i] = (syn_seed){.document_a = c->ties[i].fresh, .document_b = at->document,
                                 .block = {run->begin, run->word, run->words}, .common = run->common};
    }
    return SYN_OK;
}

/* Numbers of the documents that stay: the new texts, and those with a witness. */
static uint32_t *keep_documents(const checking *c, const syn_result_view *view, uint32_t *kept_count)
{
    const size_t count = syn_corpus_count(view->corpus);
    uint32_t *number = syn_alloc_zero(count, sizeof *number), kept = 0;
    for (size_t i = 0; number != NULL && i < view->witness_count; i++)
        number[view->witnesses[i].document] = 1;
    for (size_t d = 0; number != NULL && d < count; d++)
        number[d] = d < c->fresh_count || number[d] ? kept++ : SYN_NONE;
    *kept_count = kept;
    return number;
}

static void renumber(const uint32_t *number, uint32_t *document)
{
    if (*document != SYN_NONE)
        *document = number[*document];
}

/* Takes candidates that share nothing after all out of the corpus and the result. */
static syn_status drop_idle(checking *c, syn_result *result)
{
    syn_result_view *v = &result->view;
    syn_corpus *corpus = result->own_corpus;
    uint32_t kept, *number = keep_documents(c, v, &kept);
    if (number == NULL)
        return syn_fail_memory(c->error);
    for (size_t d = 0; d < corpus->count; d++) {
        if (number[d] == SYN_NONE)
            continue;
        corpus->documents[number[d]] = corpus->documents[d];
        ((syn_share *)v->shares)[number[d]] = v->shares[d];
    }
    corpus->count = kept;
    for (size_t i = 0; i < v->witness_count; i++)
        renumber(number, &((syn_witness *)v->witnesses)[i].document);
    for (size_t i = 0; i < v->pair_count; i++) {
        renumber(number, &((syn_pair *)v->pairs)[i].a);
        renumber(number, &((syn_pair *)v->pairs)[i].b);
    }
    for (size_t i = 0; i < v->source_count; i++)
        renumber(number, &((syn_source *)v->sources)[i].document);
    for (size_t i = 0; i < v->credit_count; i++)
        renumber(number, &((syn_credit *)v->credits)[i].document);
    for (size_t i = 0; i < v->descent_count; i++)
        renumber(number, &((syn_descent *)v->descents)[i].to);
    for (size_t i = 0; i < v->evidence_count; i++)
        renumber(number, &((syn_evidence *)v->evidence)[i].document);
    free(number);
    return SYN_OK;
}

static int by_id(const void *a, const void *b)
{
    const syn_edition *x = a, *y = b;
    const int way = strcmp(x->id, y->id);
    return way != 0 ? way : strcmp(x->path, y->path);
}

/* Names what was left out because it is the text itself. */
static syn_status name_versions(checking *c, syn_result *result)
{
    syn_edition *versions = syn_alloc(c->owned_count, sizeof *versions);
    result->view.versions = versions;
    result->view.version_count = c->owned_count;
    if (versions == NULL)
        return syn_fail_memory(c->error);
    for (size_t d = 0; d < c->fresh_count; d++) {
        const size_t first = c->owned_first[d], count = c->owned_first[d + 1] - first;
        syn_checked *checked = (syn_checked *)&result->view.checked[d];
        checked->version_first = (uint32_t)first;
        checked->version_count = (uint32_t)count;
        for (size_t i = first; i < first + count; i++) {
            syn_document document;
            uint32_t words = 0;
            const syn_held *held = &c->owned[i].held;
            syn_status status = syn_store_document(c->stores[held->store], held->number, false, &result->arena, &document,
                                                   &words, c->error);
            if (status < 0)
                return status;
            versions[i] = (syn_edition){document.id, document.path != NULL ? document.path : "", c->owned[i].same};
        }
        if (count > 1)
            qsort(versions + first, count, sizeof *versions, by_id);
    }
    return SYN_OK;
}

static syn_status run_check(checking *c, const syn_gate *gate, syn_result **out)
{
    const syn_asked asked = {.count = (uint32_t)c->fresh_count, .seeds = c->seeds, .seed_count = c->tie_count,
                             .gate = gate, .list = c->list};
    syn_result *result = NULL;
    syn_status status = syn_run_corpus(c->corpus, c->options, &asked, true, &result, c->error);
    if (status < 0)
        return status;
    result->own_corpus = c->corpus;
    c->corpus = NULL;
    status = drop_idle(c, result);
    if (status == SYN_OK)
        status = name_versions(c, result);
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
    free(c->owned);
    free(c->owned_first);
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
    checking c = {.fresh = fresh, .options = options, .error = error, .fresh_count = syn_corpus_count(fresh),
                  .probe = {.min_words = options->min_words}};
    syn_status status = syn_options_check(options, error);
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
