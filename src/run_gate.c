#include "run.h"

#include "base/alloc.h"
#include "text/setphrase.h"

#include <stdlib.h>
#include <string.h>

/* What a word of a text that is checked is, beside the passage it is laid to. */
enum { reused = 1, accounted = 2 /* quoted or credited */ };

typedef struct gating {
    syn_run *run;
    syn_setphrases phrases;
    const char **known;       /* keys, ascending */
    unsigned char *marks;     /* by word of the text at hand */
    uint32_t *owner;          /* by word: the passage it is laid to, or SYN_NONE */
    bool *ignored;            /* by word */
    size_t mark_capacity, owner_capacity, ignored_capacity;
    syn_checked *checked;
    syn_counted *counted;
    size_t counted_count, counted_capacity;
} gating;

static int by_text(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static syn_status sort_known(gating *g)
{
    const syn_gate *gate = g->run->asked->gate;
    g->known = syn_alloc(gate->known_count, sizeof *g->known);
    if (g->known == NULL)
        return SYN_MEMORY;
    for (size_t i = 0; i < gate->known_count; i++)
        g->known[i] = gate->known[i];
    if (gate->known_count > 1)
        qsort(g->known, gate->known_count, sizeof *g->known, by_text);
    return SYN_OK;
}

static bool is_known(const gating *g, uint32_t passage)
{
    const char *key = g->run->result->view.passages[passage].key;
    return g->run->asked->gate->known_count > 0 &&
           bsearch(&key, g->known, g->run->asked->gate->known_count, sizeof *g->known, by_text) != NULL;
}

static syn_status open_text(gating *g, uint32_t document)
{
    const syn_wording *text = &g->run->wording[document];
    if (!syn_alloc_room((void **)&g->marks, &g->mark_capacity, text->count, sizeof *g->marks) ||
        !syn_alloc_room((void **)&g->owner, &g->owner_capacity, text->count, sizeof *g->owner) ||
        !syn_alloc_room((void **)&g->ignored, &g->ignored_capacity, text->count, sizeof *g->ignored))
        return SYN_MEMORY;
    for (uint32_t i = 0; i < text->count; i++) {
        g->marks[i] = 0;
        g->owner[i] = SYN_NONE;
        g->ignored[i] = false;
    }
    syn_setphrases_mark(&g->phrases, g->run->lexicon.hash, text->ids, text->count, g->ignored);
    return SYN_OK;
}

/* Calls `each` for the matched words of every copy in a document that counts, in order of passages; or of known ones only. */
static void each_copy(gating *g, uint32_t document, bool known_only,
                      void (*each)(gating *g, uint32_t copy, uint32_t passage, uint32_t word))
{
    const syn_run *r = g->run;
    for (uint32_t e = r->holdings.first[document]; e < r->holdings.first[document + 1]; e++) {
        const uint32_t passage = r->holdings.passage[e], copy = r->holdings.copy[e];
        const syn_copy *x = &r->found.copies[copy];
        if (!syn_kind_counts(r->found.items[passage].kind) || (known_only && !is_known(g, passage)))
            continue;
        for (uint32_t b = 0; b < x->block_count; b++) {
            const syn_block *block = &r->found.blocks[x->block_first + b];
            for (uint32_t i = block->b; i < block->b + block->count; i++)
                each(g, copy, passage, i);
        }
    }
}

static void mark_word(gating *g, uint32_t copy, uint32_t passage, uint32_t word)
{
    (void)passage;
    g->marks[word] |= g->run->standings[copy].standing == SYN_OPEN ? reused : reused | accounted;
}

static void lay_to(gating *g, uint32_t copy, uint32_t passage, uint32_t word)
{
    (void)copy;
    if (g->owner[word] == SYN_NONE && !g->ignored[word] && !(g->marks[word] & accounted))
        g->owner[word] = passage;
}

static bool add_counted(gating *g, uint32_t passage)
{
    if (!syn_alloc_room((void **)&g->counted, &g->counted_capacity, g->counted_count + 1, sizeof *g->counted))
        return false;
    g->counted[g->counted_count++] = (syn_counted){.passage = passage, .known = is_known(g, passage)};
    return true;
}

/* The passages that have an open copy in the document. */
static syn_status list_counted(gating *g, uint32_t document, syn_checked *out)
{
    const syn_run *r = g->run;
    out->counted_first = (uint32_t)g->counted_count;
    for (uint32_t e = r->holdings.first[document]; e < r->holdings.first[document + 1]; e++) {
        const uint32_t passage = r->holdings.passage[e];
        const size_t first = out->counted_first, last = g->counted_count;
        if (!syn_kind_counts(r->found.items[passage].kind) || r->standings[r->holdings.copy[e]].standing != SYN_OPEN)
            continue;
        if ((last == first || g->counted[last - 1].passage != passage) && !add_counted(g, passage))
            return SYN_MEMORY;
    }
    out->counted_count = (uint32_t)g->counted_count - out->counted_first;
    return SYN_OK;
}

static syn_counted *counted_of(gating *g, const syn_checked *c, uint32_t passage)
{
    size_t low = c->counted_first, high = low + c->counted_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (g->counted[middle].passage < passage)
            low = middle + 1;
        else
            high = middle;
    }
    const bool there = low < (size_t)c->counted_first + c->counted_count && g->counted[low].passage == passage;
    return there ? &g->counted[low] : NULL;
}

static void count_words(gating *g, uint32_t document, syn_checked *out)
{
    const uint32_t count = g->run->wording[document].count;
    for (uint32_t i = 0; i < count; i++) {
        const bool open = g->marks[i] == reused;
        syn_counted *c = g->owner[i] != SYN_NONE ? counted_of(g, out, g->owner[i]) : NULL;
        if (open && g->ignored[i])
            out->ignored_words++;
        if (!open || c == NULL)
            continue;
        c->words++;
        if (c->known)
            out->known_words++;
        else
            out->words++;
    }
    out->share = syn_convert_share(out->words, count);
    out->over = out->words > g->run->asked->gate->limit_words ||
                (count > 0 && (double)out->words > g->run->asked->gate->limit_share * (double)count);
}

static syn_status gate_text(gating *g, uint32_t document)
{
    syn_checked *out = &g->checked[document];
    *out = (syn_checked){.document = document};
    syn_status status = open_text(g, document);
    if (status == SYN_OK)
        status = list_counted(g, document, out);
    if (status < 0)
        return status;
    each_copy(g, document, false, mark_word);
    each_copy(g, document, true, lay_to);
    each_copy(g, document, false, lay_to);
    count_words(g, document, out);
    return SYN_OK;
}

static syn_status read_phrases(gating *g)
{
    const syn_gate *gate = g->run->asked->gate;
    syn_status status = SYN_OK;
    for (size_t i = 0; i < gate->ignored_count && status == SYN_OK; i++)
        status = syn_setphrases_add(&g->phrases, gate->ignored[i], strlen(gate->ignored[i]));
    syn_setphrases_settle(&g->phrases);
    return status;
}

syn_status syn_run_gate(syn_run *r)
{
    gating g = {.run = r, .checked = syn_alloc(r->asked->count, sizeof *g.checked)};
    syn_status status = g.checked != NULL ? sort_known(&g) : SYN_MEMORY;
    if (status == SYN_OK)
        status = read_phrases(&g);
    for (uint32_t d = 0; d < r->asked->count && status == SYN_OK; d++)
        status = gate_text(&g, d);
    syn_setphrases_release(&g.phrases);
    free(g.known);
    free(g.marks);
    free(g.owner);
    free(g.ignored);
    if (status < 0) {
        free(g.checked);
        free(g.counted);
        return status;
    }
    syn_result_view *view = &r->result->view;
    view->is_check = true;
    view->limit_words = r->asked->gate->limit_words;
    view->limit_share = r->asked->gate->limit_share;
    view->checked = g.checked;
    view->checked_count = r->asked->count;
    view->counted = g.counted;
    view->counted_count = g.counted_count;
    return SYN_OK;
}
