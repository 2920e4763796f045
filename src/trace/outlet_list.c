/* Uses that came to one outlet stand together when sorted by it; each such group is an outlet, its fullest form the
 * name. */
#include "trace/outlet_join.h"

#include "base/alloc.h"
#include "trace/outlet_name.h"

#include <stdlib.h>
#include <string.h>

static bool is_shouted(const char *form)
{
    for (; *form; form++)
        if (*form >= 'a' && *form <= 'z')
            return false;
    return true;
}

/* The article is none. */
static uint32_t words_of(const char *form)
{
    uint32_t words = 1;
    for (form += strncmp(form, "The ", 4) == 0 ? 4 : 0; *form; form++)
        words += *form == ' ';
    return words;
}

typedef struct named {
    const char *outlet, *form;
    uint32_t use;
} named;

static int by_outlet(const void *a, const void *b)
{
    const named *x = a, *y = b;
    int order = strcmp(x->outlet, y->outlet);
    if (order == 0)
        order = strcmp(x->form, y->form);
    return order != 0 ? order : (x->use > y->use) - (x->use < y->use);
}

/* The fullest form of names [first, end): most words, then not all in capitals, then most uses, then first in
 * order of bytes. */
static const char *fullest(const named *names, size_t first, size_t end)
{
    const char *best = names[first].form;
    size_t best_uses = 0;
    for (size_t i = first, next; i < end; i = next) {
        for (next = i; next < end && strcmp(names[next].form, names[i].form) == 0;)
            next++;
        uint32_t words = words_of(names[i].form), most = words_of(best);
        bool shouts = is_shouted(names[i].form), shouted = is_shouted(best);
        if (words > most || (words == most && (shouts != shouted ? shouted : next - i > best_uses))) {
            best = names[i].form;
            best_uses = next - i;
        }
    }
    return best;
}

static syn_status fill_outlet(syn_joining *j, const named *names, size_t first, size_t end, syn_outlet *outlet)
{
    const char *best = fullest(names, first, end);
    outlet->name = syn_arena_text(&j->out->arena, best, strlen(best));
    outlet->form_first = j->out->form_count;
    outlet->form_count = 0;
    outlet->agency = syn_outlet_is_agency(names[first].outlet, strlen(names[first].outlet));
    for (size_t i = first; i < end; i++) {
        outlet->agency |= j->uses[names[i].use].agency;
        if (strcmp(names[i].form, best) == 0 || (i > first && strcmp(names[i].form, names[i - 1].form) == 0))
            continue;
        const char *copy = syn_arena_text(&j->out->arena, names[i].form, strlen(names[i].form));
        if (!copy)
            return SYN_MEMORY;
        j->out->forms[j->out->form_count++] = copy;
        outlet->form_count++;
    }
    return outlet->name ? SYN_OK : SYN_MEMORY;
}

typedef struct place {
    const char *name;
    uint32_t number;
} place;

static int by_final_name(const void *a, const void *b)
{
    const place *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

/* Puts the outlets in order of their names and numbers the uses by it. */
static syn_status order_outlets(syn_joining *j, syn_outlet *made, const uint32_t *group_of)
{
    uint32_t count = j->out->count;
    place *places = syn_alloc(count, sizeof *places);
    uint32_t *rank = syn_alloc(count, sizeof *rank);
    syn_status status = places && rank ? SYN_OK : SYN_MEMORY;
    for (uint32_t i = 0; status == SYN_OK && i < count; i++)
        places[i] = (place){made[i].name, i};
    if (status == SYN_OK && count > 0)
        qsort(places, count, sizeof *places, by_final_name);
    for (uint32_t i = 0; status == SYN_OK && i < count; i++) {
        j->out->items[i] = made[places[i].number];
        rank[places[i].number] = i;
    }
    for (size_t i = 0; status == SYN_OK && i < j->count; i++)
        j->outlet_of[i] = rank[group_of[i]];
    free(places);
    free(rank);
    return status;
}

syn_status syn_outlets_list(syn_joining *j)
{
    size_t count = j->count;
    named *names = syn_alloc(count, sizeof *names);
    uint32_t *group_of = syn_alloc(count, sizeof *group_of);
    syn_outlet *made = syn_alloc(count, sizeof *made);
    j->outlet_of = syn_alloc(count, sizeof *j->outlet_of);
    j->out->forms = syn_alloc(count, sizeof *j->out->forms);
    j->out->items = syn_alloc(count, sizeof *j->out->items);
    syn_status status = names && group_of && made && j->outlet_of && j->out->forms && j->out->items ? SYN_OK
        : SYN_MEMORY;
    for (uint32_t i = 0; status == SYN_OK && i < count; i++)
        names[i] = (named){j->uses[i].outlet, j->uses[i].form, i};
    if (status == SYN_OK && count > 0)
        qsort(names, count, sizeof *names, by_outlet);
    for (size_t first = 0, end; status == SYN_OK && first < count; first = end) {
        for (end = first; end < count && strcmp(names[end].outlet, names[first].outlet) == 0; end++)
            group_of[names[end].use] = j->out->count;
        status = fill_outlet(j, names, first, end, &made[j->out->count++]);
    }
    if (status == SYN_OK)
        status = order_outlets(j, made, group_of);
    free(names);
    free(group_of);
    free(made);
    return status;
}
