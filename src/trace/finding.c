#include "trace/finding.h"

#include "base/alloc.h"
#include "text/name.h"
#include "trace/blocks.h"

#include <stdlib.h>
#include <string.h>

/* The hub words that every copy has: from where the last one begins to where the first one ends. */
static syn_stretch common_to_all(const syn_passages *p, const syn_gathered *g)
{
    syn_stretch all = g->hub;
    for (uint32_t c = 0; c < g->copy_count; c++) {
        const syn_copy *copy = &p->copies[g->copy_first + c];
        const syn_block *first = &p->blocks[copy->block_first], *last = first + copy->block_count - 1;
        if (first->a > all.begin)
            all.begin = first->a;
        if (last->a + last->count < all.end)
            all.end = last->a + last->count;
    }
    return all;
}

/* Whether some copy has as many words outside the stretch as make a passage: partial copies may have no more
 * in common than a name, and are copies of a text all the same. */
static bool has_more(const syn_passages *p, const syn_gathered *g, syn_stretch stretch, uint32_t min_words)
{
    for (uint32_t c = 0; c < g->copy_count; c++) {
        const syn_copy *copy = &p->copies[g->copy_first + c];
        uint32_t outside = 0;
        if (copy->place.document == g->hub.document && copy->place.begin == g->hub.begin)
            continue;
        for (uint32_t b = 0; b < copy->block_count; b++) {
            const syn_block *x = &p->blocks[copy->block_first + b];
            const uint32_t begin = x->a > stretch.begin ? x->a : stretch.begin;
            const uint32_t end = x->a + x->count < stretch.end ? x->a + x->count : stretch.end;
            outside += x->count - (end > begin ? end - begin : 0);
        }
        if (outside >= min_words)
            return true;
    }
    return false;
}

/* All stock is kind common; stock at an end, such as the foot of a page, is cut off the rest. */
static void cut_stock(const syn_wordings *wordings, const syn_stock *stock, syn_stretch hub, syn_sort *out)
{
    syn_stretch rest;
    syn_stock_cut(stock, wordings, hub, &rest);
    if (rest.end - rest.begin < SYN_STOCK_EDGE)
        out->kind = SYN_COMMON;
    else
        out->kept = rest;
}

void syn_finding_sort(const syn_wordings *wordings, const syn_stock *stock, const syn_passages *p, size_t index,
                      uint32_t min_words, syn_sort *out)
{
    const syn_gathered *g = &p->items[index];
    syn_stretch all = common_to_all(p, g), name;
    *out = (syn_sort){.kind = SYN_VERBATIM, .kept = g->hub};
    if (all.begin < all.end && syn_name_in(wordings, all, &name) && !has_more(p, g, all, min_words))
        *out = (syn_sort){.kind = SYN_NAME, .kept = name};
    else
        cut_stock(wordings, stock, g->hub, out);
}

static int by_document(const void *x, const void *y)
{
    const syn_stretch *a = x, *b = y;
    if (a->document != b->document)
        return a->document < b->document ? -1 : 1;
    if (a->begin != b->begin)
        return a->begin < b->begin ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

syn_status syn_name_list_make(const syn_sort *sorts, size_t count, uint32_t document_count, syn_name_list *out)
{
    syn_name_list names = {.items = syn_alloc(count, sizeof *names.items),
                       .first = syn_alloc_zero((size_t)document_count + 1, sizeof *names.first)};
    if (names.items == NULL || names.first == NULL) {
        syn_name_list_release(&names);
        return SYN_MEMORY;
    }
    for (size_t i = 0; i < count; i++)
        if (sorts[i].kind == SYN_NAME)
            names.items[names.count++] = sorts[i].kept;
    qsort(names.items, names.count, sizeof *names.items, by_document);
    size_t at = 0;
    for (uint32_t d = 0; d <= document_count; d++) {
        while (at < names.count && names.items[at].document < d)
            at++;
        names.first[d] = (uint32_t)at;
    }
    *out = names;
    return SYN_OK;
}

void syn_name_list_release(syn_name_list *names)
{
    free(names->items);
    free(names->first);
    *names = (syn_name_list){0};
}

/* A passage being worked out: its copies and their blocks, side a being the hub's words. */
typedef struct draft {
    syn_copy *copies;
    uint32_t count;
    syn_block *blocks;
    size_t block_count;
    uint32_t representative;
} draft;

static bool covers(const syn_passages *p, const syn_copy *copy, const syn_stretch *name)
{
    uint32_t found = 0;
    for (uint32_t b = 0; b < copy->block_count; b++) {
        const syn_block *x = &p->blocks[copy->block_first + b];
        uint32_t from = x->a > name->begin ? x->a : name->begin;
        uint32_t to = x->a + x->count < name->end ? x->a + x->count : name->end;
        found += to > from ? to - from : 0;
    }
    return found * 2 >= name->end - name->begin;
}

/* A name inside the passage that some copy lacks, or an empty stretch. */
static syn_stretch foreign_name(const syn_passages *p, const syn_gathered *g, const syn_name_list *names)
{
    for (uint32_t n = names->first[g->hub.document]; n < names->first[g->hub.document + 1]; n++) {
        const syn_stretch *name = &names->items[n];
        if (name->begin < g->hub.begin || name->end > g->hub.end || name->end - name->begin == g->hub.end - g->hub.begin)
            continue;
        for (uint32_t c = 0; c < g->copy_count; c++)
            if (!covers(p, &p->copies[g->copy_first + c], name))
                return *name;
    }
    return (syn_stretch){g->hub.document, 0, 0};
}

static void place_copy(const syn_block *blocks, syn_copy *copy)
{
    const syn_block *last = &blocks[copy->block_count - 1];
    copy->place.begin = blocks[0].b;
    copy->place.end = last->b + last->count;
    copy->matched_words = syn_blocks_words(blocks, copy->block_count);
}

/* The copies cut to what is kept; those with fewer than `least` words go. */
static void cut_copies(const syn_passages *p, const syn_gathered *g, const syn_sort *sort, syn_stretch dropped,
                       uint32_t least, draft *d)
{
    const syn_stretch *kept = &sort->kept;
    for (uint32_t c = 0; c < g->copy_count; c++) {
        syn_copy copy = p->copies[g->copy_first + c];
        const syn_block *from = p->blocks + copy.block_first;
        syn_block *to = d->blocks + d->block_count;
        size_t count = syn_blocks_drop(from, copy.block_count, dropped.begin, dropped.end, to);
        count = syn_blocks_cut(to, count, kept->begin, kept->end, to);
        copy.block_first = (uint32_t)d->block_count;
        copy.block_count = (uint32_t)count;
        if (count == 0 || syn_blocks_words(to, count) < least)
            continue;
        place_copy(to, &copy);
        d->block_count += count;
        d->copies[d->count++] = copy;
    }
}

static int by_place(const void *x, const void *y)
{
    const syn_copy *a = x, *b = y;
    if (a->place.document != b->place.document)
        return a->place.document < b->place.document ? -1 : 1;
    if (a->place.begin != b->place.begin)
        return a->place.begin < b->place.begin ? -1 : 1;
    if (a->place.end != b->place.end)
        return a->place.end > b->place.end ? -1 : 1;
    return (a->matched_words < b->matched_words) - (a->matched_words > b->matched_words);
}

/* Whether y, which begins no earlier, overlaps x by half of the shorter. */
static bool same_place(const syn_stretch *x, const syn_stretch *y)
{
    uint32_t x_words = x->end - x->begin, y_words = y->end - y->begin, shorter = x_words < y_words ? x_words : y_words;
    uint32_t end = x->end < y->end ? x->end : y->end;
    return x->document == y->document && end > y->begin && (end - y->begin) * 2 >= shorter;
}

/* Copies by place; of two at one place the fuller stays. */
static void settle(draft *d)
{
    uint32_t kept = 0;
    qsort(d->copies, d->count, sizeof *d->copies, by_place);
    for (uint32_t c = 0; c < d->count; c++) {
        syn_copy *last = kept > 0 ? &d->copies[kept - 1] : NULL;
        if (last == NULL || !same_place(&last->place, &d->copies[c].place))
            d->copies[kept++] = d->copies[c];
        else if (d->copies[c].matched_words > last->matched_words)
            *last = d->copies[c];
    }
    d->count = kept;
}

static bool stands_better(const syn_wordings *w, const syn_copy *x, const syn_copy *y)
{
    uint32_t x_words = x->place.end - x->place.begin, y_words = y->place.end - y->place.begin;
    if (x->matched_words != y->matched_words)
        return x->matched_words > y->matched_words;
    if (x_words != y_words)
        return x_words < y_words;
    return w->of[x->place.document].age < w->of[y->place.document].age;
}

/* Writes copy c, aligned with the representative, behind the blocks of `out`. False when fewer than
 * `least` words are left. */
static bool write_copy(const syn_wordings *w, const draft *d, uint32_t c, uint32_t least, syn_passages *out)
{
    const syn_copy *rep = &d->copies[d->representative];
    syn_copy copy = d->copies[c];
    syn_block *to = out->blocks + out->block_count;
    const syn_block *from = d->blocks + copy.block_first;
    copy.block_count = (uint32_t)syn_blocks_compose(d->blocks + rep->block_first, rep->block_count, true, from, copy.block_count, to);
    if (copy.block_count == 0 || syn_blocks_words(to, copy.block_count) < least)
        return false;
    copy.block_first = (uint32_t)out->block_count;
    place_copy(to, &copy);
    copy.column_count = syn_blocks_columns(to, copy.block_count);
    copy.verbatim = syn_blocks_verbatim(w->of[rep->place.document].ids, w->of[copy.place.document].ids, to, copy.block_count);
    out->block_count += copy.block_count;
    out->copies[out->copy_count++] = copy;
    return true;
}

/* The representative's own copy comes from what the others have of it. */
static void write_representative(const draft *d, syn_passages *out, syn_gathered *made)
{
    syn_copy rep = d->copies[d->representative];
    syn_block *to = out->blocks + out->block_count;
    uint32_t count = 0;
    for (uint32_t c = 0; c < made->copy_count; c++) {
        const syn_copy *copy = &out->copies[made->copy_first + c];
        if (c == made->representative)
            continue;
        memcpy(to + count, out->blocks + copy->block_first, copy->block_count * sizeof *to);
        count += copy->block_count;
    }
    rep.block_first = (uint32_t)out->block_count;
    rep.block_count = (uint32_t)syn_blocks_unite(to, count);
    place_copy(to, &rep);
    rep.column_count = rep.matched_words;
    rep.verbatim = false;
    for (uint32_t c = 0; c < made->copy_count; c++)
        rep.verbatim = rep.verbatim || (c != made->representative && out->copies[made->copy_first + c].verbatim);
    out->block_count += rep.block_count;
    out->copies[made->copy_first + made->representative] = rep;
}

static void weigh(const syn_wordings *w, const syn_sort *sort, syn_passages *out, syn_gathered *made)
{
    const syn_copy *rep = &out->copies[made->copy_first + made->representative];
    const uint32_t *ids = w->of[rep->place.document].ids;
    uint32_t edited = 0;
    made->words = rep->matched_words;
    made->weight = 0;
    for (uint32_t b = 0; b < rep->block_count; b++) {
        const syn_block *x = &out->blocks[rep->block_first + b];
        for (uint32_t i = x->a; i < x->a + x->count; i++)
            made->weight += syn_surprisal_bits(w->surprisal, i > x->a ? ids[i - 1] : SYN_NONE_WORD, ids[i]);
    }
    for (uint32_t c = 0; c < made->copy_count; c++)
        edited += c != made->representative && !out->copies[made->copy_first + c].verbatim;
    made->kind = sort->kind != SYN_VERBATIM ? sort->kind : edited * 2 > made->copy_count - 1 ? SYN_EDITED : SYN_VERBATIM;
}

/* The copy that stands for the passage; the best of `hub`, if one stands there. */
static uint32_t find_representative(const syn_wordings *w, const draft *d, uint32_t hub)
{
    uint32_t best = 0;
    for (uint32_t c = 1; c < d->count; c++) {
        bool here = d->copies[c].place.document == hub, there = d->copies[best].place.document == hub;
        if (here != there ? here : stands_better(w, &d->copies[c], &d->copies[best]))
            best = c;
    }
    return best;
}

static syn_status write_out(const syn_wordings *w, draft *d, const syn_sort *sort, uint32_t least, syn_passages *out)
{
    const uint32_t rep_blocks = d->copies[d->representative].block_count;
    size_t blocks = (d->block_count + (size_t)rep_blocks * d->count) * 2;
    if (!syn_alloc_room((void **)&out->items, &out->capacity, out->count + 1, sizeof *out->items) ||
        !syn_alloc_room((void **)&out->copies, &out->copy_capacity, out->copy_count + d->count, sizeof *out->copies) ||
        !syn_alloc_room((void **)&out->blocks, &out->block_capacity, out->block_count + blocks, sizeof *out->blocks))
        return SYN_MEMORY;
    syn_gathered made = {.hub = d->copies[d->representative].place, .copy_first = (uint32_t)out->copy_count};
    const size_t first_block = out->block_count;
    for (uint32_t c = 0; c < d->count; c++) {
        if (!write_copy(w, d, c, least, out))
            continue;
        if (c == d->representative)
            made.representative = made.copy_count;
        made.copy_count++;
    }
    if (made.copy_count < 2) {
        out->copy_count = made.copy_first;
        out->block_count = first_block;
        return SYN_OK;
    }
    write_representative(d, out, &made);
    weigh(w, sort, out, &made);
    out->items[out->count++] = made;
    return SYN_OK;
}

syn_status syn_finding_make(const syn_wordings *w, const syn_passages *p, size_t index, const syn_sort *sort,
                            const syn_name_list *names, uint32_t min_words, bool hub_stands, syn_passages *out)
{
    const syn_gathered *g = &p->items[index];
    syn_stretch dropped = {g->hub.document, 0, 0};
    if (sort->kind != SYN_NAME)
        dropped = foreign_name(p, g, names);
    size_t blocks = 0;
    for (uint32_t c = 0; c < g->copy_count; c++)
        blocks += p->copies[g->copy_first + c].block_count + 1;
    draft d = {.copies = syn_alloc(g->copy_count, sizeof *d.copies), .blocks = syn_alloc(blocks, sizeof *d.blocks)};
    syn_status status = SYN_MEMORY;
    if (d.copies == NULL || d.blocks == NULL)
        goto out;
    cut_copies(p, g, sort, dropped, min_words, &d);
    settle(&d);
    d.representative = find_representative(w, &d, hub_stands ? g->hub.document : SYN_NONE);
    status = d.count < 2 ? SYN_OK : write_out(w, &d, sort, min_words, out);
out:
    free(d.copies);
    free(d.blocks);
    return status;
}

static int by_size(const void *x, const void *y)
{
    const syn_gathered *a = x, *b = y;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    if (a->copy_count != b->copy_count)
        return a->copy_count > b->copy_count ? -1 : 1;
    if (a->hub.document != b->hub.document)
        return a->hub.document < b->hub.document ? -1 : 1;
    if (a->hub.begin != b->hub.begin)
        return a->hub.begin < b->hub.begin ? -1 : 1;
    return (a->copy_first > b->copy_first) - (a->copy_first < b->copy_first);
}

syn_status syn_passages_join(const syn_passages *parts, size_t part_count, syn_passages *out)
{
    syn_passages all = {0};
    for (size_t i = 0; i < part_count; i++) {
        all.capacity += parts[i].count;
        all.copy_capacity += parts[i].copy_count;
        all.block_capacity += parts[i].block_count;
    }
    all.items = syn_alloc(all.capacity, sizeof *all.items);
    all.copies = syn_alloc(all.copy_capacity, sizeof *all.copies);
    all.blocks = syn_alloc(all.block_capacity, sizeof *all.blocks);
    if (all.items == NULL || all.copies == NULL || all.blocks == NULL || all.block_capacity >= UINT32_MAX) {
        syn_passages_release(&all);
        return SYN_MEMORY;
    }
    for (size_t i = 0; i < part_count; i++) {
        const syn_passages *p = &parts[i];
        for (size_t g = 0; g < p->count; g++) {
            all.items[all.count] = p->items[g];
            all.items[all.count++].copy_first += (uint32_t)all.copy_count;
        }
        for (size_t c = 0; c < p->copy_count; c++) {
            all.copies[all.copy_count + c] = p->copies[c];
            all.copies[all.copy_count + c].block_first += (uint32_t)all.block_count;
        }
        if (p->block_count > 0)
            memcpy(all.blocks + all.block_count, p->blocks, p->block_count * sizeof *all.blocks);
        all.copy_count += p->copy_count;
        all.block_count += p->block_count;
    }
    qsort(all.items, all.count, sizeof *all.items, by_size);
    *out = all;
    return SYN_OK;
}
