#include "store/page_node.h"

/* ---- the walk ---- */

typedef struct walk {
    const syn_tree *tree;
    syn_tree_each *each;
    void *context;
    uint64_t entries;
    size_t page; /* in work */
} walk;

/* All keys of a subtree are `low` or behind it and before `high` (NULL: no bound). */
static bool walk_page(walk *w, size_t number, unsigned level, const syn_slice *low, const syn_slice *high)
{
    const syn_pages *pages = w->tree->pages;
    bool branch = level + 1 < w->tree->depth;
    unsigned count;
    syn_node n, next = {0};

    w->page = number;
    const unsigned char *page = syn_page_of(pages, number, branch ? SYN_PAGE_BRANCH : SYN_PAGE_LEAF, &count);
    if (page == NULL || count == 0 || !w->each(w->context, number, 1) || !syn_node_read(pages, page, 0, branch, &n))
        return false;
    if (branch)
        n.key = low != NULL ? *low : (syn_slice){page, 0};
    else if (low != NULL && syn_key_order(&n.key, low->at, low->count) < 0)
        return false;
    w->entries += branch ? 0 : count;
    for (unsigned i = 0; i < count; i++, n = next) {
        if (i + 1 < count &&
            (!syn_node_read(pages, page, i + 1, branch, &next) ||
             syn_key_order(&n.key, next.key.at, next.key.count) >= 0))
            return false;
        const syn_slice *above = i + 1 < count ? &next.key : high;
        if (branch && !walk_page(w, n.page, level + 1, i > 0 ? &n.key : low, above))
            return false;
        w->page = number;
        if (!branch && above != NULL && syn_key_order(&n.key, above->at, above->count) >= 0)
            return false;
        if (!branch && !syn_node_value(pages, &n))
            return false;
        if (!branch && (n.flags & SYN_NODE_BIG) != 0 &&
            !w->each(w->context, n.page, syn_node_spread(pages, &n)))
            return false;
    }
    return true;
}

bool syn_tree_walk(const syn_tree *tree, syn_tree_each *each, void *context, size_t *page)
{
    walk w = {.tree = tree, .each = each, .context = context, .page = tree->root};
    bool whole = tree->root == SIZE_MAX ? tree->entries == 0
                                        : tree->depth >= 1 && tree->depth <= SYN_TREE_DEPTH &&
                                              walk_page(&w, tree->root, 0, NULL, NULL) && w.entries == tree->entries;
    *page = w.page;
    return whole;
}

/* ---- the way of a writer ---- */

/* A node, and that what it refers to may be followed. */
static bool read_whole_node(const syn_pages *pages, const unsigned char *page, unsigned index, bool branch,
                            syn_node *out)
{
    if (!syn_node_read(pages, page, index, branch, out))
        return false;
    return branch ? out->page >= 2 && out->page < pages->count : syn_node_value(pages, out);
}

static bool page_sound(const syn_tree *tree, size_t number, bool branch, unsigned char *seen)
{
    unsigned count;
    syn_node n, next = {0};
    const unsigned char *page = syn_page_of(tree->pages, number, branch ? SYN_PAGE_BRANCH : SYN_PAGE_LEAF, &count);

    if (page == NULL || count == 0)
        return false;
    if ((seen[number / 8] >> number % 8 & 1) != 0)
        return true;
    for (unsigned i = 0; i < count; i++, n = next) {
        if (!read_whole_node(tree->pages, page, i, branch, &next))
            return false;
        if (i > (branch ? 1 : 0) && syn_key_order(&n.key, next.key.at, next.key.count) >= 0)
            return false;
    }
    seen[number / 8] |= (unsigned char)(1u << number % 8);
    return true;
}

/* The children left and right of the one that `level` points at. */
static bool beside_sound(syn_tree_cursor *cursor, unsigned level, unsigned char *seen)
{
    bool branch = level + 2 < cursor->tree->depth;
    syn_node n;

    for (unsigned step = 0; step < 3; step++) {
        unsigned index = cursor->level[level].index + step;
        if (index == 0 || index > cursor->level[level].count)
            continue;
        if (!syn_node_read(cursor->tree->pages, cursor->level[level].page, index - 1, true, &n) ||
            !page_sound(cursor->tree, n.page, branch, seen))
            return false;
    }
    return true;
}

bool syn_tree_sound(const syn_tree *tree, const void *key, size_t count, unsigned char *seen)
{
    syn_tree_cursor cursor = {.tree = tree};
    bool same;

    if (tree->root == SIZE_MAX)
        return true;
    if (!syn_tree_descend(&cursor, key, count, &same) || !page_sound(tree, tree->root, tree->depth > 1, seen))
        return false;
    for (unsigned level = 0; level + 1 < tree->depth; level++)
        if (!beside_sound(&cursor, level, seen))
            return false;
    return true;
}
