/* Longer names are settled before shorter ones, so that "courier" finds "bray courier" where that already is
 * "port bray courier". First words and initials are kept apart from last words by a mark that no key holds. */
#include "trace/outlet_full.h"

#include "base/alloc.h"
#include "base/arena.h"
#include "trace/outlet_name.h"

#include <stdlib.h>
#include <string.h>

enum { words_most = 12 };
static const char initials_mark = '=', first_mark = '>';

/* Words that may stand for a name. */
typedef struct short_name {
    const char *words;
    uint32_t name;
} short_name;

typedef struct resolving {
    syn_full_name *names;
    uint32_t count;
    short_name *shorts;
    size_t short_count, short_capacity;
    syn_arena words;
} resolving;

static int by_words(const void *a, const void *b)
{
    const short_name *x = a, *y = b;
    int order = strcmp(x->words, y->words);
    return order != 0 ? order : (x->name > y->name) - (x->name < y->name);
}

static bool add_short(resolving *r, const char *words, uint32_t name)
{
    if (!words || !syn_alloc_room((void **)&r->shorts, &r->short_capacity, r->short_count + 1, sizeof *r->shorts))
        return false;
    r->shorts[r->short_count++] = (short_name){words, name};
    return true;
}

static const char *marked(resolving *r, char mark, const char *words, size_t bytes)
{
    char text[SYN_OUTLET_KEY + 1];
    if (bytes > SYN_OUTLET_KEY - 1)
        bytes = SYN_OUTLET_KEY - 1;
    text[0] = mark;
    memcpy(text + 1, words, bytes);
    return syn_arena_text(&r->words, text, bytes + 1);
}

/* What a full name may be called: its last words, its initials, its first words. */
static bool add_shorts(resolving *r, uint32_t number)
{
    const char *key = r->names[number].key, *at = strchr(key, ' ');
    char initials[SYN_OUTLET_INITIALS_MOST + 1];
    size_t letters = syn_outlet_initials(key, initials);
    bool fine = letters == 0 || add_short(r, marked(r, initials_mark, initials, letters), number);
    for (int i = 0; fine && at && i < words_most; i++, at = strchr(at + 1, ' '))
        fine = add_short(r, at + 1, number) && add_short(r, marked(r, first_mark, key, (size_t)(at - key)), number);
    return fine;
}

/* The name that all of these words stand for; SYN_NONE when none does, or more than one. A known name counts as one
 * more, but is not chosen: its short forms are known too. */
static uint32_t the_only(const resolving *r, const char *words, bool *any)
{
    size_t low = 0, high = r->short_count;
    uint32_t only = SYN_NONE;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(r->shorts[middle].words, words) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *any = false;
    for (; low < r->short_count && strcmp(r->shorts[low].words, words) == 0; low++) {
        uint32_t name = r->names[r->shorts[low].name].to;
        *any |= !r->names[name].known;
        if (only != SYN_NONE && name != only)
            return SYN_NONE;
        only = name;
    }
    return only != SYN_NONE && r->names[only].known ? SYN_NONE : only;
}

static void settle(resolving *r, uint32_t number)
{
    syn_full_name *name = &r->names[number];
    char words[SYN_OUTLET_KEY + 1];
    size_t bytes = strlen(name->key);
    bool any;
    if (name->known || bytes >= SYN_OUTLET_KEY)
        return;
    uint32_t only = the_only(r, name->key, &any);
    memcpy(words + 1, name->key, bytes + 1);
    words[0] = initials_mark;
    if (!any && name->brief && !strchr(name->key, ' '))
        only = the_only(r, words, &any);
    words[0] = first_mark;
    if (!any && name->brief) {
        only = the_only(r, words, &any);
        if (only != SYN_NONE && !syn_outlet_is_agency(r->names[only].key, strlen(r->names[only].key)))
            only = SYN_NONE;
    }
    if (only != SYN_NONE)
        name->to = only;
}

typedef struct turn {
    size_t bytes;
    uint32_t number;
} turn;

static int longest_first(const void *a, const void *b)
{
    const turn *x = a, *y = b;
    if (x->bytes != y->bytes)
        return x->bytes > y->bytes ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

syn_status syn_outlet_resolve(syn_full_name *names, uint32_t count)
{
    resolving r = {.names = names, .count = count};
    turn *turns = syn_alloc(count, sizeof *turns);
    bool fine = turns != NULL;
    for (uint32_t i = 0; fine && i < count; i++) {
        names[i].to = i;
        turns[i] = (turn){strlen(names[i].key), i};
        fine = !names[i].sure || add_shorts(&r, i);
    }
    if (fine && r.short_count > 0)
        qsort(r.shorts, r.short_count, sizeof *r.shorts, by_words);
    if (fine && count > 0)
        qsort(turns, count, sizeof *turns, longest_first);
    for (uint32_t i = 0; fine && i < count; i++)
        settle(&r, turns[i].number);
    free(turns);
    free(r.shorts);
    syn_arena_release(&r.words);
    return fine ? SYN_OK : SYN_MEMORY;
}
