#include "report/credits.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

bool syn_credit_names_source(const syn_credit *credit)
{
    return credit->source != SYN_NONE && credit->of != SYN_OF_IMAGE && credit->of != SYN_OF_SELF;
}

const syn_credit *syn_credit_of_witness(const syn_result_view *view, const syn_witness *witness)
{
    return witness->credit < view->credit_count ? &view->credits[witness->credit] : NULL;
}

static int naming_order(const void *a, const void *b)
{
    const syn_naming *x = a, *y = b;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return (x->credit > y->credit) - (x->credit < y->credit); /* credits come by document */
}

/** A text is not credited to itself. */
static bool is_own(const syn_result_view *view, const syn_groups *groups, const syn_credit *credit)
{
    const syn_source *source = &view->sources[credit->source];
    return source->seen && groups->of[source->document] == groups->of[credit->document];
}

static size_t list_namings(const syn_result_view *view, const syn_groups *groups, syn_naming *namings)
{
    size_t count = 0;
    for (size_t i = 0; i < view->credit_count; i++) {
        const syn_credit *c = &view->credits[i];
        if (syn_credit_names_source(c) && !is_own(view, groups, c))
            namings[count++] = (syn_naming){c->source, groups->of[c->document], c->document, (uint32_t)i};
    }
    if (count > 0)
        qsort(namings, count, sizeof *namings, naming_order);
    return count;
}

static void count_texts(const syn_result_view *view, size_t count, syn_credits *credits)
{
    const syn_naming *n = credits->namings;
    for (size_t i = 0; i < count; i++) {
        credits->naming_first[n[i].source + 1] = i + 1;
        credits->texts[n[i].source] += i == 0 || n[i].source != n[i - 1].source || n[i].group != n[i - 1].group;
    }
    for (size_t s = 0; s < view->source_count; s++)
        if (credits->naming_first[s + 1] < credits->naming_first[s])
            credits->naming_first[s + 1] = credits->naming_first[s];
}

/** Whether "the " stands right before the name; 0 when the name is not found in the credit's words. */
static int article_before(const syn_result_view *view, const syn_credit *credit)
{
    enum { NEAR = 256 };
    const syn_document *d = syn_corpus_get(view->corpus, credit->document);
    size_t begin = credit->span.begin < d->text_bytes ? (size_t)credit->span.begin : d->text_bytes;
    size_t end = credit->span.end < d->text_bytes ? (size_t)credit->span.end : d->text_bytes;
    size_t length = strlen(credit->name);
    if (length == 0)
        return 0;
    for (size_t at = begin; at + length <= end && at - begin < NEAR; at++) {
        if (memcmp(d->text + at, credit->name, length) != 0)
            continue;
        const char *before = d->text + at - 4;
        bool article = at >= 4 && (before[0] == 't' || before[0] == 'T') && memcmp(before + 1, "he ", 3) == 0;
        return article ? 1 : -1;
    }
    return 0;
}

static void count_articles(const syn_result_view *view, const syn_credits *credits, int32_t *votes)
{
    for (size_t i = 0; i < view->credit_count; i++) {
        const syn_credit *c = &view->credits[i];
        if (c->source != SYN_NONE && c->place == SYN_AT_SENTENCE && c->name)
            votes[c->source] += article_before(view, c);
    }
    for (size_t s = 0; s < view->source_count; s++)
        credits->articled[s] = votes[s] > 0;
}

syn_status syn_credits_make(const syn_result_view *view, const syn_groups *groups, syn_credits *out)
{
    size_t documents = syn_corpus_count(view->corpus), sources = view->source_count;
    int32_t *votes = syn_alloc_zero(sources, sizeof *votes);
    syn_credits credits = {.first = syn_alloc_zero(documents + 1, sizeof *credits.first),
                           .namings = syn_alloc(view->credit_count, sizeof *credits.namings),
                           .naming_first = syn_alloc_zero(sources + 1, sizeof *credits.naming_first),
                           .texts = syn_alloc_zero(sources, sizeof *credits.texts),
                           .articled = syn_alloc_zero(sources, sizeof *credits.articled)};
    bool made = votes && credits.first && credits.namings && credits.naming_first && credits.texts && credits.articled;
    if (made) {
        for (size_t i = 0; i < view->credit_count; i++)
            credits.first[view->credits[i].document + 1]++;
        for (size_t d = 0; d < documents; d++)
            credits.first[d + 1] += credits.first[d];
        count_texts(view, list_namings(view, groups, credits.namings), &credits);
        count_articles(view, &credits, votes);
        *out = credits;
    } else {
        syn_credits_release(&credits);
    }
    free(votes);
    return made ? SYN_OK : SYN_MEMORY;
}

void syn_credits_release(syn_credits *credits)
{
    free(credits->first);
    free(credits->namings);
    free(credits->naming_first);
    free(credits->texts);
    free(credits->articled);
    *credits = (syn_credits){0};
}

size_t syn_credits_find(const syn_credits *credits, uint32_t source, uint32_t group)
{
    size_t low = credits->naming_first[source], end = credits->naming_first[source + 1], high = end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (credits->namings[middle].group < group)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && credits->namings[low].group == group ? low : SIZE_MAX;
}

size_t syn_credits_behind(const syn_credits *credits, const syn_result_view *view, uint32_t document, uint64_t at)
{
    size_t low = credits->first[document], high = credits->first[document + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (view->credits[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
