#include "report/change.h"

#include "base/alloc.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

/* Documents: sorted by id, one walk finds all partners. Those of a check are sorted only behind its new texts. */

typedef struct named {
    const char *id;
    uint32_t document;
} named;

static int order_named(const void *left, const void *right)
{
    const named *a = left, *b = right;
    int way = strcmp(a->id, b->id);
    return way ? way : (a->document > b->document) - (a->document < b->document);
}

static named *list_named(const syn_result_view *view)
{
    size_t count = syn_corpus_count(view->corpus);
    named *list = syn_alloc(count, sizeof *list);
    for (size_t i = 0; list && i < count; i++)
        list[i] = (named){syn_corpus_get(view->corpus, i)->id, (uint32_t)i};
    if (list && view->is_check && count > 1)
        qsort(list, count, sizeof *list, order_named);
    return list;
}

static syn_status pair_documents(syn_changes *c)
{
    named *before = list_named(c->before), *after = list_named(c->after);
    size_t i = 0, j = 0, m = syn_corpus_count(c->before->corpus), n = syn_corpus_count(c->after->corpus);
    while (before && after && i < m && j < n) {
        int way = strcmp(before[i].id, after[j].id);
        if (way == 0) {
            c->of_before.documents[before[i].document] = after[j].document;
            c->of_after.documents[after[j].document] = before[i].document;
        }
        i += way <= 0;
        j += way >= 0;
    }
    syn_status status = before && after ? SYN_OK : SYN_MEMORY;
    free(before);
    free(after);
    return status;
}

int syn_change_order(const syn_result_view *a, uint32_t i, const syn_result_view *b, uint32_t j)
{
    bool fresh_a = i < a->checked_count, fresh_b = j < b->checked_count;
    if (fresh_a != fresh_b)
        return fresh_a ? -1 : 1;
    return strcmp(syn_corpus_get(a->corpus, i)->id, syn_corpus_get(b->corpus, j)->id);
}

bool syn_change_verdict(const syn_changes *c, uint32_t after, const syn_checked **before)
{
    uint32_t partner = c->of_after.documents[after];
    *before = partner < c->before->checked_count ? &c->before->checked[partner] : NULL;
    const syn_checked *now = &c->after->checked[after];
    return *before ? now->over != (*before)->over || now->words != (*before)->words : now->over;
}

bool syn_change_document(const syn_changes *c, uint32_t before, uint32_t after)
{
    const syn_document *a = syn_corpus_get(c->before->corpus, before), *b = syn_corpus_get(c->after->corpus, after);
    return memcmp(a->sha256, b->sha256, sizeof a->sha256) != 0;
}

/* Descents: sorted by the text they lead to and the name of their source, then one walk. */

typedef struct link {
    const char *to, *source;
    bool seen;
    uint32_t number;
} link;

const char *syn_change_source(const syn_result_view *view, uint32_t source)
{
    const syn_source *s = &view->sources[source];
    if (s->document != SYN_NONE)
        return syn_corpus_get(view->corpus, s->document)->id;
    return s->name ? s->name : "";
}

static int order_names(const link *a, const link *b)
{
    int way = strcmp(a->to, b->to);
    if (way == 0)
        way = strcmp(a->source, b->source);
    return way ? way : a->seen - b->seen;
}

static int order_links(const void *left, const void *right)
{
    const link *a = left, *b = right;
    int way = order_names(a, b);
    return way ? way : (a->number > b->number) - (a->number < b->number);
}

static link *list_links(const syn_result_view *view)
{
    link *links = syn_alloc(view->descent_count, sizeof *links);
    for (size_t i = 0; links && i < view->descent_count; i++) {
        const syn_descent *d = &view->descents[i];
        links[i] = (link){syn_corpus_get(view->corpus, d->to)->id, syn_change_source(view, d->source),
                          view->sources[d->source].seen, (uint32_t)i};
    }
    if (links && view->descent_count > 1)
        qsort(links, view->descent_count, sizeof *links, order_links);
    return links;
}

static syn_status pair_descents(syn_changes *c)
{
    link *before = list_links(c->before), *after = list_links(c->after);
    size_t i = 0, j = 0;
    while (before && after && i < c->before->descent_count && j < c->after->descent_count) {
        int way = order_names(&before[i], &after[j]);
        if (way == 0) {
            c->of_before.descents[before[i].number] = after[j].number;
            c->of_after.descents[after[j].number] = before[i].number;
        }
        i += way <= 0;
        j += way >= 0;
    }
    syn_status status = before && after ? SYN_OK : SYN_MEMORY;
    free(before);
    free(after);
    return status;
}

bool syn_change_descent(const syn_changes *c, uint32_t before, uint32_t after)
{
    const syn_descent *a = &c->before->descents[before], *b = &c->after->descents[after];
    return a->words != b->words || a->direct != b->direct || a->level != b->level ||
           a->passage_count != b->passage_count;
}

/* All of it */

static uint32_t *no_partners(size_t count)
{
    uint32_t *partners = syn_alloc(count, sizeof *partners);
    for (size_t i = 0; partners && i < count; i++)
        partners[i] = SYN_NONE;
    return partners;
}

static bool make_partners(const syn_result_view *view, syn_partners *out)
{
    out->documents = no_partners(syn_corpus_count(view->corpus));
    out->passages = no_partners(view->passage_count);
    out->descents = no_partners(view->descent_count);
    return out->documents && out->passages && out->descents;
}

typedef bool differs(const syn_changes *changes, uint32_t before, uint32_t after);

static syn_change_count count_changes(const syn_changes *c, const uint32_t *of_before, size_t before_count,
                                      const uint32_t *of_after, size_t after_count, differs *differ)
{
    syn_change_count count = {0};
    for (uint32_t i = 0; i < before_count; i++)
        count.gone += of_before[i] == SYN_NONE;
    for (uint32_t i = 0; i < after_count; i++) {
        bool added = of_after[i] == SYN_NONE, changed = !added && differ(c, of_after[i], i);
        count.added += added;
        count.changed += changed;
        count.same += !added && !changed;
    }
    return count;
}

static void count_all(syn_changes *c)
{
    const syn_result_view *a = c->before, *b = c->after;
    c->documents = count_changes(c, c->of_before.documents, syn_corpus_count(a->corpus), c->of_after.documents,
                                 syn_corpus_count(b->corpus), syn_change_document);
    c->passages = count_changes(c, c->of_before.passages, a->passage_count, c->of_after.passages, b->passage_count,
                                syn_change_passage);
    c->descents = count_changes(c, c->of_before.descents, a->descent_count, c->of_after.descents, b->descent_count,
                                syn_change_descent);
    for (uint32_t n = 0; n < b->checked_count; n++) {
        const syn_checked *before;
        c->verdicts += syn_change_verdict(c, n, &before);
    }
}

syn_status syn_changes_make(const syn_result *before, const syn_result *after, syn_changes **out, syn_error *error)
{
    syn_changes *c = syn_alloc_zero(1, sizeof *c);
    syn_status status = SYN_MEMORY;
    if (!c)
        return syn_fail_memory(error);
    c->before = syn_result_get(before);
    c->after = syn_result_get(after);
    if (make_partners(c->before, &c->of_before) && make_partners(c->after, &c->of_after)) {
        status = pair_documents(c);
        if (status == SYN_OK)
            status = syn_change_passages(c);
        if (status == SYN_OK)
            status = pair_descents(c);
    }
    if (status < 0) {
        syn_changes_free(c);
        return syn_fail_memory(error);
    }
    count_all(c);
    *out = c;
    return SYN_OK;
}

static void release_partners(syn_partners *partners)
{
    free(partners->documents);
    free(partners->passages);
    free(partners->descents);
}

void syn_changes_free(syn_changes *changes)
{
    if (!changes)
        return;
    release_partners(&changes->of_before);
    release_partners(&changes->of_after);
    free(changes);
}

size_t syn_changes_count(const syn_changes *changes)
{
    const syn_change_count *const counts[] = {&changes->documents, &changes->passages, &changes->descents};
    size_t sum = changes->verdicts;
    for (size_t i = 0; i < 3; i++)
        sum += counts[i]->added + counts[i]->gone + counts[i]->changed;
    return sum;
}
