#include "store/environment_inside.h"

#include "base/alloc.h"
#include "base/error.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct walk {
    syn_environment_damage *damage;
    void *context;
    unsigned char *used;
    size_t page_count, twice;
} walk;

static bool use_page(void *context, size_t page, size_t count)
{
    walk *w = context;

    for (size_t i = page; i < page + count && i < w->page_count; i++) {
        if ((w->used[i / 8] >> i % 8 & 1) != 0) {
            w->twice = i;
            return false;
        }
        w->used[i / 8] |= (unsigned char)(1u << i % 8);
    }
    return true;
}

static void walk_tree(walk *w, const char *name, const syn_tree *tree)
{
    char what[160];
    size_t page;

    w->twice = 0;
    if (syn_tree_walk(tree, use_page, w, &page))
        return;
    if (w->twice != 0)
        snprintf(what, sizeof what, "table %s: page %zu is used twice", name, w->twice);
    else
        snprintf(what, sizeof what, "table %s: page %zu is garbled", name, page);
    w->damage(w->context, what);
}

syn_status syn_environment_walk(syn_environment *env, syn_environment_damage *damage, void *context, syn_error *error)
{
    walk w = {.damage = damage, .context = context, .page_count = env->pages.count};

    w.used = syn_alloc_zero(env->pages.count / 8 + 1, 1);
    if (w.used == NULL)
        return syn_fail_memory(error);
    walk_tree(&w, "main", &env->meta.main);
    walk_tree(&w, "spare", &env->meta.spare);
    for (int i = 0; i < SYN_TABLE_COUNT; i++)
        walk_tree(&w, syn_table_names[i], &env->trees[i]);
    free(w.used);
    return SYN_OK;
}
