#include "report/group.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

typedef struct owned {
    const char *outlet; /* NULL when the document stands alone */
    uint32_t document;
} owned;

static int owned_order(const void *a, const void *b)
{
    const owned *x = a, *y = b;
    int order = x->outlet && y->outlet ? strcmp(x->outlet, y->outlet) : !x->outlet - !y->outlet;
    return order ? order : (x->document > y->document) - (x->document < y->document);
}

/** For each document, the first one that it stands together with. */
static void find_firsts(const syn_corpus *corpus, bool by_outlet, owned *list, size_t count, uint32_t *of)
{
    for (size_t d = 0; d < count; d++) {
        const char *outlet = by_outlet ? syn_corpus_get(corpus, d)->outlet : NULL;
        list[d] = (owned){outlet && *outlet ? outlet : NULL, (uint32_t)d};
    }
    if (by_outlet && count > 0)
        qsort(list, count, sizeof *list, owned_order);
    for (size_t i = 0, first = 0; i < count; i++) {
        if (!list[i].outlet || !list[first].outlet || strcmp(list[i].outlet, list[first].outlet) != 0)
            first = i;
        of[list[i].document] = list[first].document;
    }
}

/** Turns first documents into numbers of groups; a first document comes before those it stands for. */
static void number_groups(const syn_corpus *corpus, bool by_outlet, size_t count, syn_groups *groups)
{
    for (size_t d = 0; d < count; d++) {
        uint32_t group = groups->of[d] == d ? (uint32_t)groups->count : groups->of[groups->of[d]];
        const char *outlet = syn_corpus_get(corpus, d)->outlet;
        if (group == groups->count) {
            groups->first[group] = (uint32_t)d;
            groups->outlet[group] = by_outlet && outlet && *outlet;
            groups->outlets += groups->outlet[group];
            groups->count++;
        }
        groups->of[d] = group;
        groups->size[group]++;
    }
}

syn_status syn_groups_make(const syn_corpus *corpus, bool by_outlet, syn_groups *out)
{
    size_t count = syn_corpus_count(corpus);
    owned *list = syn_alloc(count, sizeof *list);
    syn_groups groups = {.of = syn_alloc(count, sizeof *groups.of),
                         .first = syn_alloc(count, sizeof *groups.first),
                         .size = syn_alloc_zero(count, sizeof *groups.size),
                         .outlet = syn_alloc_zero(count, sizeof *groups.outlet)};
    if (!list || !groups.of || !groups.first || !groups.size || !groups.outlet) {
        free(list);
        syn_groups_release(&groups);
        return SYN_MEMORY;
    }
    find_firsts(corpus, by_outlet, list, count, groups.of);
    number_groups(corpus, by_outlet, count, &groups);
    free(list);
    *out = groups;
    return SYN_OK;
}

void syn_groups_release(syn_groups *groups)
{
    free(groups->of);
    free(groups->first);
    free(groups->size);
    free(groups->outlet);
    *groups = (syn_groups){0};
}
