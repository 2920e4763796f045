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

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A document of an index that is a new text, or another version of it. */
typedef struct owning {
    syn_held held;
    bool same, met; /* the very text; shares words with the new one */
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

static bool differ(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) != 0;
}

/* Another outlet's text, or one at another address, is no version of this one, whatever else they share: of a feed
 * whose ids are numbers, of a copy word for word. */
static syn_status drop_others(checking *c, const syn_document *x, size_t first)
{
    syn_arena arena = {0};
    syn_status status = SYN_OK;
    size_t kept = first;
    for (size_t i = first; i < c->owned_count && status == SYN_OK; i++) {
        const syn_held *held = &c->owned[i].held;
        syn_document y;
        uint32_t words = 0;
        status = syn_store_document(c->stores[held->store], held->number, false, &arena, &y, &words, c->error);
        if (status == SYN_OK && !differ(x->outlet, y.outlet) && !differ(x->url, y.url))
            c->owned[kept++] = c->owned[i];
    }
    c->owned_count = kept;
    syn_arena_release(&arena);
    return status;
}

static syn_status own_named(checking *c, uint32_t store, syn_store_name by, const void *bytes, size_t count)
{
    size_t found = 0;
    syn_status status = syn_store_find(c->stores[store], by, bytes, count, NULL, 0, &found);
    if (status < 0 || found == 0)
        return status;
    uint32_t *numbers = syn_alloc(found, sizeof *numbers);
    if (numbers == NULL ||
        !syn_alloc_room((void **)&c->owned, &c->owned_capacity, c->owned_count + found, sizeof *c->owned)) {
        free(numbers);
        return SYN_MEMORY;
    }
    status = syn_store_find(c->stores[store], by, bytes, count, numbers, found, &found);
    for (size_t i = 0; i < found && status == SYN_OK; i++)
        c->owned[c->owned_count++] = (owning){.held = {store, numbers[i]}, .same = by == SYN_STORE_HASH};
    free(numbers);
    return status;
}

static int by_owned(const void *a, const void *b)
{
    return syn_held_order(&((const owning *)a)->held, &((const owning *)b)->held);
}

/* Those that several names found become one. */
static void merge_owned(checking *c, size_t first)
{
    size_t kept = first;
    if (c->owned_count - first > 1)
        qsort(c->owned + first, c->owned_count - first, sizeof *c->owned, by_owned);
    for (size_t i = first; i < c->owned_count; i++) {
        if (kept > first && by_owned(&c->owned[kept - 1], &c->owned[i]) == 0)
            c->owned[kept - 1].same |= c->owned[i].same;
        else
            c->owned[kept++] = c->owned[i];
    }
    c->owned_count = kept;
}

/* By a path, written with or without the "./" that tools put before it. */
static syn_status own_path(checking *c, uint32_t store, syn_store_name by, const char *path)
{
    while (strncmp(path, "./", 2) == 0)
        path += 2;
    const size_t count = strlen(path);
    char *dotted = syn_alloc(count + 3, 1);
    if (dotted == NULL)
        return SYN_MEMORY;
    snprintf(dotted, count + 3, "./%s", path);
    syn_status status = own_named(c, store, by, path, count);
    if (status == SYN_OK)
        status = own_named(c, store, by, dotted, count + 2);
    free(dotted);
    return status;
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
        status = own_named(c, s, SYN_STORE_HASH, x->sha256, sizeof x->sha256);
        if (status == SYN_OK && named)
            status = own_path(c, s, SYN_STORE_ID, x->id);
        if (status == SYN_OK && named && x->path != NULL && x->record < 0)
            status = own_path(c, s, SYN_STORE_PATH, x->path);
        if (status == SYN_OK && x->url != NULL)
            status = own_named(c, s, SYN_STORE_URL, x->url, strlen(x->url));
    }
    merge_owned(c, first);
    if (status == SYN_OK)
        status = drop_others(c, x, first);
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
    syn_status status = syn_probe_text(&c->probe, c->stores, c->store_count, &c->words.wordings, (uint32_t)d,
                                       syn_corpus_get(c->fresh, d)->text_bytes, owned, count, c->error);
    for (size_t i = 0; i < count && status == SYN_OK; i++)
        c->owned[first + i].met = c->probe.owned_met[i];
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

static syn_status name_version(checking *c, syn_result *result, const owning *owned, syn_edition *out)
{
    syn_document document;
    uint32_t words = 0;
    syn_status status = syn_store_document(c->stores[owned->held.store], owned->held.number, false, &result->arena,
                                           &document, &words, c->error);
    if (status == SYN_OK)
        *out = (syn_edition){document.id, document.path != NULL ? document.path : "", owned->same};
    return status;
}

/* Names what was left out because it is the text itself; what has its name and nothing else is no version of it. */
static syn_status name_versions(checking *c, syn_result *result)
{
    syn_edition *versions = syn_alloc(c->owned_count, sizeof *versions);
    size_t count = 0;
    result->view.versions = versions;
    if (versions == NULL)
        return syn_fail_memory(c->error);
    for (size_t d = 0; d < c->fresh_count; d++) {
        syn_checked *checked = (syn_checked *)&result->view.checked[d];
        checked->version_first = (uint32_t)count;
        for (size_t i = c->owned_first[d]; i < c->owned_first[d + 1]; i++) {
            if (!c->owned[i].same && !c->owned[i].met)
                continue;
            syn_status status = name_version(c, result, &c->owned[i], &versions[count]);
            if (status < 0)
                return status;
            count++;
        }
        checked->version_count = (uint32_t)count - checked->version_first;
        if (checked->version_count > 1)
            qsort(versions + checked->version_first, checked->version_count, sizeof *versions, by_id);
    }
    result->view.version_count = count;
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
