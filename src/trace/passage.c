#include "trace/passage.h"

#include "base/alloc.h"
#include "text/name.h"
#include "trace/blocks.h"
#include "trace/shelf.h"

#include <stdlib.h>
#include <string.h>

/* What gathering one hub's matches needs beside the passages themselves. */
typedef struct hub_sheet {
    syn_shelf cores, matches;       /* by the hub words they cover */
    uint32_t *home, *moved;          /* by match: its core; by core: the core it joined, or itself */
    uint32_t *first_home, *by_home;  /* matches by core: by_home[first_home[c] .. first_home[c + 1]) */
} hub_sheet;

void syn_passages_release(syn_passages *p)
{
    free(p->items);
    free(p->copies);
    free(p->blocks);
    *p = (syn_passages){0};
}

static uint32_t length(const syn_stretch *s)
{
    return s->end - s->begin;
}

static uint32_t overlap(const syn_stretch *x, const syn_stretch *y)
{
    uint32_t begin = x->begin > y->begin ? x->begin : y->begin, end = x->end < y->end ? x->end : y->end;
    return end > begin ? end - begin : 0;
}

static bool room(syn_passages *p, size_t items, size_t copies, size_t blocks)
{
    return syn_alloc_room((void **)&p->items, &p->capacity, p->count + items, sizeof *p->items) &&
           syn_alloc_room((void **)&p->copies, &p->copy_capacity, p->copy_count + copies, sizeof *p->copies) &&
           syn_alloc_room((void **)&p->blocks, &p->block_capacity, p->block_count + blocks, sizeof *p->blocks);
}

/* Longest hub stretch first, then by place on the hub, then by copy: a total order. */
static int by_length(const void *x, const void *y)
{
    const syn_match *a = x, *b = y;
    if (length(&a->a) != length(&b->a))
        return length(&a->a) > length(&b->a) ? -1 : 1;
    if (a->a.begin != b->a.begin)
        return a->a.begin < b->a.begin ? -1 : 1;
    if (a->b.document != b->b.document)
        return a->b.document < b->b.document ? -1 : 1;
    if (a->b.begin != b->b.begin)
        return a->b.begin < b->b.begin ? -1 : 1;
    return (a->b.end < b->b.end) - (a->b.end > b->b.end);
}

/* Whether a stretch that is no longer than the core is the same passage. */
static bool same_passage(const syn_stretch *core, const syn_stretch *s, uint32_t min_words)
{
    uint32_t shared = overlap(core, s), longer = length(core) > length(s) ? length(core) : length(s);
    if (s->begin + min_words <= core->begin || s->end >= core->end + min_words)
        return false;
    return shared * 2 >= longer || (shared == length(s) && longer - length(s) < min_words);
}

/* The core of each match: the first, in order of length, that it is the same passage as. */
static syn_status find_cores(const syn_match *matches, size_t count, uint32_t min_words, hub_sheet *sheet, syn_passages *out)
{
    for (size_t m = 0; m < count; m++) {
        const syn_stretch *s = &matches[m].a;
        syn_shelf_walk walk = syn_shelf_over(&sheet->cores, 0, s->begin, s->end);
        uint32_t home = SYN_NONE;
        for (uint32_t c; (c = syn_shelf_next(&sheet->cores, &walk)) != SYN_NONE;)
            if (c < home && same_passage(&out->items[c].hub, s, min_words))
                home = c;
        if (syn_shelf_put(&sheet->matches, 0, s->begin, s->end, (uint32_t)m) < 0)
            return SYN_MEMORY;
        if (home == SYN_NONE) {
            home = (uint32_t)out->count;
            if (!room(out, 1, 0, 0) || syn_shelf_put(&sheet->cores, 0, s->begin, s->end, home) < 0)
                return SYN_MEMORY;
            out->items[out->count++] = (syn_gathered){.hub = *s};
        }
        sheet->home[m] = home;
        out->items[home].copy_count++;
    }
    return SYN_OK;
}

static bool is_inside(const syn_stretch *inner, const syn_stretch *outer, uint32_t min_words)
{
    return overlap(inner, outer) + min_words / 2 > length(inner);
}

/* Gives cores that lie in a longer one and have no more matches than it to that one. copy_count holds
 * the matches of a core until its copies are made; a core that was given away has none. */
static void join_parts(const syn_wordings *wordings, uint32_t min_words, const hub_sheet *sheet, syn_passages *out)
{
    uint32_t *moved = sheet->moved;
    for (uint32_t c = 0; c < out->count; c++) {
        syn_gathered *part = &out->items[c];
        syn_stretch name;
        moved[c] = c;
        syn_shelf_walk walk = syn_shelf_over(&sheet->cores, 0, part->hub.begin, part->hub.end);
        for (uint32_t w; (w = syn_shelf_next(&sheet->cores, &walk)) != SYN_NONE;)
            if (w < moved[c] && moved[w] == w && part->copy_count <= out->items[w].copy_count &&
                is_inside(&part->hub, &out->items[w].hub, min_words))
                moved[c] = w;
        if (moved[c] != c && syn_name_in(wordings, part->hub, &name))
            moved[c] = c;
        if (moved[c] != c)
            out->items[moved[c]].copy_count += part->copy_count;
    }
}

/* Appends the part of an alignment that lies in hub words [begin, end), as the blocks of a copy. */
static void clip(const syn_block *blocks, uint32_t count, uint32_t begin, uint32_t end, syn_passages *out, syn_copy *copy)
{
    syn_block *made = out->blocks + out->block_count;
    copy->block_first = (uint32_t)out->block_count;
    copy->block_count = (uint32_t)syn_blocks_cut(blocks, count, begin, end, made);
    copy->matched_words = syn_blocks_words(made, copy->block_count);
    if (copy->block_count == 0)
        return;
    const syn_block *last = &made[copy->block_count - 1];
    copy->place.begin = made[0].b;
    copy->place.end = last->b + last->count;
    out->block_count += copy->block_count;
}

/* The hub words a copy may cover: an end that goes beyond the core by less than the minimum of words
 * lengthens the copy, a longer one belongs to a passage of its own. */
static syn_stretch reach(const syn_stretch *core, const syn_stretch *s, uint32_t min_words)
{
    syn_stretch r = *core;
    if (s->begin < core->begin && core->begin - s->begin < min_words)
        r.begin = s->begin;
    if (s->end > core->end && s->end - core->end < min_words)
        r.end = s->end;
    return r;
}

/* A copy must hold the minimum of words. */
static void add_copy(const syn_match *match, const syn_block *blocks, syn_gathered *core, uint32_t min_words, syn_passages *out)
{
    syn_stretch within = reach(&core->hub, &match->a, min_words);
    syn_copy copy = {.place.document = match->b.document};
    size_t block_count = out->block_count;
    clip(blocks + match->block_first, match->block_count, within.begin, within.end, out, &copy);
    if (copy.matched_words < min_words || copy.block_count == 0) {
        out->block_count = block_count;
        return;
    }
    out->copies[out->copy_count++] = copy;
    core->copy_count++;
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

static bool same_place(const syn_stretch *x, const syn_stretch *y)
{
    uint32_t shorter = length(x) < length(y) ? length(x) : length(y);
    return overlap(x, y) * 2 >= shorter;
}

/* Sorts the copies by place; of copies that overlap by half in one document the fuller stays. */
static void settle_copies(syn_passages *p, syn_gathered *g)
{
    syn_copy *copies = p->copies + g->copy_first;
    qsort(copies, g->copy_count, sizeof *copies, by_place);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < g->copy_count; i++) {
        syn_copy *last = kept > 0 ? &copies[kept - 1] : NULL;
        if (last == NULL || last->place.document != copies[i].place.document || !same_place(&last->place, &copies[i].place))
            copies[kept++] = copies[i];
        else if (copies[i].matched_words > last->matched_words)
            *last = copies[i];
    }
    g->copy_count = kept;
}

/* The hub's own copy: every word of it that some copy has too. */
static syn_status add_hub(syn_passages *p, syn_gathered *g)
{
    size_t total = 0;
    for (uint32_t c = 0; c < g->copy_count; c++)
        total += p->copies[g->copy_first + c].block_count;
    if (!room(p, 0, 1, total))
        return SYN_MEMORY;
    syn_copy hub = {.place = g->hub, .block_first = (uint32_t)p->block_count};
    syn_block *own = p->blocks + p->block_count;
    size_t count = 0;
    for (uint32_t c = 0; c < g->copy_count; c++) {
        const syn_copy *copy = &p->copies[g->copy_first + c];
        memcpy(own + count, p->blocks + copy->block_first, copy->block_count * sizeof *own);
        count += copy->block_count;
    }
    size_t kept = syn_blocks_unite(own, count);
    hub.matched_words = syn_blocks_words(own, kept);
    hub.block_count = (uint32_t)kept;
    hub.place.begin = own[0].a;
    hub.place.end = own[kept - 1].a + own[kept - 1].count;
    p->block_count += kept;
    p->copies[p->copy_count++] = hub;
    g->copy_count++;
    g->hub = hub.place;
    return SYN_OK;
}

static syn_status add_match(const syn_match *match, const syn_block *blocks, uint32_t min_words, syn_gathered *core, syn_passages *out)
{
    if (!room(out, 0, 1, match->block_count))
        return SYN_MEMORY;
    add_copy(match, blocks, core, min_words, out);
    return SYN_OK;
}

/* A core's copies: the matches at home in it, and those of longer cores that cover half of it. */
static syn_status fill_core(const syn_match *matches, const hub_sheet *sheet, uint32_t c, const syn_block *blocks,
                            uint32_t min_words, syn_passages *out)
{
    syn_gathered *core = &out->items[c];
    syn_shelf_walk walk = syn_shelf_over(&sheet->matches, 0, core->hub.begin, core->hub.end);
    syn_status status = SYN_OK;
    core->copy_first = (uint32_t)out->copy_count;
    core->copy_count = 0;
    for (uint32_t m = sheet->first_home[c]; m < sheet->first_home[c + 1] && status == SYN_OK; m++)
        status = add_match(&matches[sheet->by_home[m]], blocks, min_words, core, out);
    for (uint32_t m; status == SYN_OK && (m = syn_shelf_next(&sheet->matches, &walk)) != SYN_NONE;)
        if (sheet->home[m] != c && overlap(&core->hub, &matches[m].a) * 2 >= length(&core->hub))
            status = add_match(&matches[m], blocks, min_words, core, out);
    if (status < 0)
        return status;
    settle_copies(out, core);
    out->copy_count = core->copy_first + core->copy_count;
    return core->copy_count == 0 ? SYN_OK : add_hub(out, core);
}

/* Lists the matches by the core they are at home in, once parts have joined their wholes. */
static syn_status sort_homes(size_t count, size_t core_count, hub_sheet *sheet)
{
    sheet->first_home = syn_alloc_zero(core_count + 2, sizeof *sheet->first_home);
    sheet->by_home = syn_alloc(count, sizeof *sheet->by_home);
    if (sheet->first_home == NULL || sheet->by_home == NULL)
        return SYN_MEMORY;
    for (size_t m = 0; m < count; m++) {
        sheet->home[m] = sheet->moved[sheet->home[m]];
        sheet->first_home[sheet->home[m] + 2]++;
    }
    for (size_t c = 0; c < core_count; c++)
        sheet->first_home[c + 2] += sheet->first_home[c + 1];
    for (size_t m = 0; m < count; m++)
        sheet->by_home[sheet->first_home[sheet->home[m] + 1]++] = (uint32_t)m;
    return SYN_OK;
}

static syn_status open_sheet(hub_sheet *sheet, uint32_t hub_words, size_t match_count)
{
    sheet->home = syn_alloc(match_count, sizeof *sheet->home);
    sheet->moved = syn_alloc(match_count, sizeof *sheet->moved);
    if (sheet->home == NULL || sheet->moved == NULL || syn_shelf_init(&sheet->cores, syn_shelf_buckets(hub_words)) < 0 ||
        syn_shelf_init(&sheet->matches, syn_shelf_buckets(hub_words)) < 0)
        return SYN_MEMORY;
    return SYN_OK;
}

static void close_sheet(hub_sheet *sheet)
{
    syn_shelf_release(&sheet->cores);
    syn_shelf_release(&sheet->matches);
    free(sheet->home);
    free(sheet->moved);
    free(sheet->first_home);
    free(sheet->by_home);
}

syn_status syn_gather_document(const syn_wordings *wordings, syn_match *matches, size_t count, const syn_block *blocks,
                               uint32_t min_words, syn_passages *out)
{
    hub_sheet sheet = {.home = NULL};
    size_t kept = 0;
    if (count == 0)
        return SYN_OK;
    qsort(matches, count, sizeof *matches, by_length);
    syn_status status = open_sheet(&sheet, wordings->of[matches->a.document].count, count);
    if (status == SYN_OK)
        status = find_cores(matches, count, min_words, &sheet, out);
    if (status == SYN_OK) {
        join_parts(wordings, min_words, &sheet, out);
        status = sort_homes(count, out->count, &sheet);
    }
    for (uint32_t c = 0; c < out->count && status == SYN_OK; c++) {
        if (sheet.moved[c] != c)
            out->items[c].copy_count = 0;
        else
            status = fill_core(matches, &sheet, c, blocks, min_words, out);
    }
    for (size_t c = 0; c < out->count && status == SYN_OK; c++)
        if (out->items[c].copy_count >= 2)
            out->items[kept++] = out->items[c];
    out->count = kept;
    close_sheet(&sheet);
    return status;
}
