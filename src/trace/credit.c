/* The order of work: what speaks of the whole text, labels, sentences. Each finds its own; then all are put
 * in order of place, and of two that name one source with the same words the surer place is kept. */
#include "trace/credit.h"

#include "base/alloc.h"
#include "trace/credit_scan.h"
#include "trace/outlet_name.h"

#include <stdlib.h>
#include <string.h>

bool syn_credit_quoted(const syn_credit_scan *scan, uint32_t at)
{
    uint32_t quote = syn_quotes_at(scan->quotes, at);
    return quote != SYN_NONE && scan->quotes->items[quote].speech;
}

bool syn_credit_same(const syn_credit_scan *scan, syn_reach a, syn_reach b)
{
    return syn_outlet_same(scan->text + a.begin, a.end - a.begin, scan->text + b.begin, b.end - b.begin);
}

syn_reach syn_credit_whole(const syn_credit_scan *scan)
{
    const syn_layout *layout = scan->layout;
    if (layout->paragraph_count == 0)
        return (syn_reach){0, scan->bytes};
    return (syn_reach){layout->paragraphs[0].begin, layout->paragraphs[layout->paragraph_count - 1].end};
}

static bool has_initials(const char *whole, size_t whole_bytes, const char *name, size_t name_bytes)
{
    char key[SYN_OUTLET_KEY], brief[SYN_OUTLET_KEY], initials[SYN_OUTLET_INITIALS_MOST + 1];
    size_t count = name_bytes <= 2 * SYN_OUTLET_INITIALS_MOST ? syn_outlet_key(name, name_bytes, brief) : 0;
    return count > 0 && syn_outlet_key(whole, whole_bytes, key) > 0 &&
           syn_outlet_initials(key, initials) == count && strcmp(initials, brief) == 0;
}

/* Whether the name is the text's own outlet, given by name or by address. */
static bool is_own(const syn_credit_scan *scan, syn_reach name)
{
    size_t bytes = scan->outlet ? strlen(scan->outlet) : 0;
    const char *known = bytes > 0 ? syn_outlet_at_host(scan->outlet, bytes) : NULL;
    if (bytes == 0)
        return false;
    if (!known && has_initials(scan->outlet, bytes, scan->text + name.begin, name.end - name.begin))
        return true;
    return syn_outlet_same(scan->text + name.begin, name.end - name.begin, known ? known : scan->outlet, known ?
                           strlen(known) : bytes);
}

void syn_credit_add(syn_credit_scan *scan, const syn_mention *mention)
{
    syn_mentions *out = scan->out;
    if (!syn_alloc_room((void **)&out->items, &out->capacity, out->count + 1, sizeof *out->items)) {
        scan->status = SYN_MEMORY;
        return;
    }
    syn_mention *added = &out->items[out->count++];
    *added = *mention;
    added->own |= !mention->person && mention->of != SYN_OF_IMAGE && is_own(scan, mention->name);
    added->outlet = SYN_NONE;
}

/* Heads, tails and labels before sentences where the same words are both. */
static int by_name(const void *a, const void *b)
{
    const syn_mention *x = a, *y = b;
    if (x->name.begin != y->name.begin)
        return x->name.begin < y->name.begin ? -1 : 1;
    if (x->of != y->of && (x->of == SYN_OF_IMAGE || y->of == SYN_OF_IMAGE))
        return x->of == SYN_OF_IMAGE ? -1 : 1;
    if (x->tentative != y->tentative)
        return y->tentative ? -1 : 1;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    if (x->all.begin != y->all.begin)
        return x->all.begin < y->all.begin ? -1 : 1;
    return (x->all.end > y->all.end) - (x->all.end < y->all.end);
}

static int by_place(const void *a, const void *b)
{
    const syn_mention *x = a, *y = b;
    if (x->all.begin != y->all.begin)
        return x->all.begin < y->all.begin ? -1 : 1;
    return by_name(a, b);
}

/* Heads, then tails, then labels, each in order of place: as sentences ask for them. */
static int by_kind(const void *a, const void *b)
{
    const syn_mention *x = a, *y = b;
    return x->place != y->place ? (x->place < y->place ? -1 : 1) : by_place(a, b);
}

/* Each name is credited once. */
static void put_in_order(syn_mentions *m)
{
    uint32_t kept = 0;
    if (m->count < 2)
        return;
    qsort(m->items, m->count, sizeof *m->items, by_name);
    for (uint32_t i = 0; i < m->count; i++) {
        const syn_mention *last = kept > 0 ? &m->items[kept - 1] : NULL;
        bool again = last && m->items[i].name.begin < last->name.end;
        bool empty = m->items[i].name.begin == m->items[i].name.end;
        if (!again || empty)
            m->items[kept++] = m->items[i];
    }
    m->count = kept;
    qsort(m->items, m->count, sizeof *m->items, by_place);
}

syn_status syn_credit_find(const char *text, size_t bytes, const char *outlet, const syn_layout *layout,
                           const syn_quotes *quotes, syn_mentions *out)
{
    syn_mentions found = *out;
    syn_credit_scan scan = {.text = text, .bytes = (uint32_t)bytes, .outlet = outlet, .layout = layout,
                            .quotes = quotes, .out = &found};
    found.count = 0;
    if (bytes > UINT32_MAX)
        return SYN_LIMIT;
    syn_credit_masthead(&scan);
    syn_credit_heads(&scan);
    syn_credit_tails(&scan);
    syn_credit_labels(&scan);
    scan.head_count = found.count;
    if (found.count > 1)
        qsort(found.items, found.count, sizeof *found.items, by_kind);
    syn_credit_sentences(&scan);
    syn_credit_confirm_labels(&scan);
    put_in_order(&found);
    *out = found; /* on failure too: it owns the array, whose room may have grown */
    if (scan.status < 0)
        out->count = 0;
    return scan.status;
}

void syn_mentions_release(syn_mentions *mentions)
{
    free(mentions->items);
    *mentions = (syn_mentions){0};
}
