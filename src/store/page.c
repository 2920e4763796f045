#include "store/page_node.h"

#include <string.h>

/* Numbers are in the machine's order and width. */
enum { HEAD_BYTES = 16, NODE_BYTES = 8, PAGE_KINDS = 0x7f, MAGIC_AT = 0x10, VERSION_AT = 0x14, MARK = (int)0xBEEFC0DE };

static uint16_t get16(const unsigned char *at)
{
    uint16_t x;
    memcpy(&x, at, sizeof x);
    return x;
}

static uint32_t get32(const unsigned char *at)
{
    uint32_t x;
    memcpy(&x, at, sizeof x);
    return x;
}

static size_t get_size(const unsigned char *at)
{
    size_t x;
    memcpy(&x, at, sizeof x);
    return x;
}

enum { TREE_BYTES = 8 + 5 * sizeof(size_t) };

static syn_tree read_tree(const unsigned char *at)
{
    return (syn_tree){.depth = get16(at + 6), .entries = get_size(at + 8 + 3 * sizeof(size_t)),
                      .root = get_size(at + 8 + 4 * sizeof(size_t))};
}

static bool tree_fits(const syn_tree *tree, size_t last_page)
{
    if (tree->root == SIZE_MAX)
        return tree->depth == 0;
    return tree->root > 1 && tree->root <= last_page && tree->depth > 0 && tree->depth <= SYN_TREE_DEPTH;
}

/* head, magic, version, address, size of the map, two trees (the first one's pad is the page's size, its flags those
 * of the environment, of which LMDB keeps MDB_NOSUBDIR), last page, transaction. */
bool syn_meta_read(const unsigned char *bytes, syn_meta *out)
{
    const unsigned char *trees = bytes + HEAD_BYTES + 8 + 2 * sizeof(size_t), *end = trees + 2 * TREE_BYTES;
    syn_meta meta = {.page_bytes = get32(trees), .last_page = get_size(end),
                     .transaction = get_size(end + sizeof(size_t)),
                     .spare = read_tree(trees), .main = read_tree(trees + TREE_BYTES)};

    if (get32(bytes + MAGIC_AT) != (uint32_t)MARK || get32(bytes + VERSION_AT) != 1 || (get16(bytes + 10) & 0x08) == 0)
        return false;
    if (meta.page_bytes < 512 || meta.page_bytes > 65536 || (meta.page_bytes & (meta.page_bytes - 1)) != 0)
        return false;
    if ((get16(trees + 4) & ~0x4000) != 0x08 || get16(trees + TREE_BYTES + 4) != 0 || meta.last_page < 1 ||
        meta.last_page > SIZE_MAX / meta.page_bytes - 1)
        return false;
    if (!tree_fits(&meta.spare, meta.last_page) || !tree_fits(&meta.main, meta.last_page))
        return false;
    *out = meta;
    return true;
}

const unsigned char *syn_page_of(const syn_pages *pages, size_t number, int kind, unsigned *count)
{
    const unsigned char *page;

    if (number < 2 || number >= pages->count)
        return NULL;
    page = pages->at + number * pages->page_bytes;
    unsigned lower = get16(page + 12), upper = get16(page + 14);
    if (get_size(page) != number || (get16(page + 10) & PAGE_KINDS) != kind || lower < HEAD_BYTES || lower > upper ||
        upper > pages->page_bytes || (lower & 1) != 0)
        return NULL;
    *count = (lower - HEAD_BYTES) / 2;
    return page;
}

bool syn_node_read(const syn_pages *pages, const unsigned char *page, unsigned index, bool branch, syn_node *out)
{
    size_t at = get16(page + HEAD_BYTES + 2 * index), room = pages->page_bytes;

    if (at < HEAD_BYTES || (at & 1) != 0 || at + NODE_BYTES > room)
        return false;
    const unsigned char *head = page + at;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    size_t low = get16(head + 2), high = get16(head);
#else
    size_t low = get16(head), high = get16(head + 2);
#endif
    size_t flags = get16(head + 4), key_bytes = get16(head + 6), size = low | high << 16;
    at += NODE_BYTES;
    if (key_bytes > room - at)
        return false;
    *out = (syn_node){.key = {page + at, key_bytes}, .flags = (unsigned)flags};
    at += key_bytes;
    if (branch) {
        out->page = size;
        if (sizeof(size_t) > 4)
            out->page |= flags << 16 << 16;
        return true;
    }
    out->value = (syn_slice){page + at, size};
    if ((flags & SYN_NODE_BIG) == 0)
        return size <= room - at;
    if (sizeof(size_t) > room - at)
        return false;
    out->page = get_size(page + at);
    return out->page >= 2 && out->page < pages->count;
}

bool syn_node_value(const syn_pages *pages, syn_node *n)
{
    if ((n->flags & SYN_NODE_BIG) == 0)
        return true;
    const unsigned char *first = pages->at + n->page * pages->page_bytes;
    size_t spread = get32(first + 12);
    if (get_size(first) != n->page || (get16(first + 10) & PAGE_KINDS) != SYN_PAGE_OVERFLOW || spread < 1 ||
        spread > pages->count - n->page || n->value.count > spread * pages->page_bytes - HEAD_BYTES)
        return false;
    n->value.at = first + HEAD_BYTES;
    return true;
}

size_t syn_node_spread(const syn_pages *pages, const syn_node *node)
{
    return get32(pages->at + node->page * pages->page_bytes + 12);
}

int syn_key_order(const syn_slice *a, const void *key, size_t count)
{
    size_t least = a->count < count ? a->count : count;
    int way = least > 0 ? memcmp(a->at, key, least) : 0;
    return way ? way : (a->count > count) - (a->count < count);
}

static bool breaks(syn_tree_cursor *cursor)
{
    cursor->broken = true;
    cursor->placed = false;
    return false;
}

/* Enters the page `number` at `level`. */
static bool enter(syn_tree_cursor *cursor, unsigned level, size_t number)
{
    bool leaf = level + 1 == cursor->tree->depth;
    unsigned count;
    const unsigned char *page = syn_page_of(cursor->tree->pages, number, leaf ? SYN_PAGE_LEAF : SYN_PAGE_BRANCH,
                                            &count);

    if (page == NULL || count == 0)
        return breaks(cursor);
    cursor->level[level].page = page;
    cursor->level[level].count = count;
    cursor->level[level].index = 0;
    return true;
}

static bool child(syn_tree_cursor *cursor, unsigned level, size_t *number)
{
    syn_node n;

    if (!syn_node_read(cursor->tree->pages, cursor->level[level].page, cursor->level[level].index, true, &n))
        return breaks(cursor);
    *number = n.page;
    return true;
}

/* The first index in a page whose key is `key` or behind it. A branch's first key stands for "before all". */
static bool search(syn_tree_cursor *cursor, unsigned level, const void *key, size_t count, unsigned *index, bool *same)
{
    bool branch = level + 1 < cursor->tree->depth;
    unsigned low = branch ? 1 : 0, high = cursor->level[level].count;
    syn_node n;

    *same = false;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (!syn_node_read(cursor->tree->pages, cursor->level[level].page, middle, branch, &n))
            return breaks(cursor);
        int way = syn_key_order(&n.key, key, count);
        if (way == 0)
            *same = true;
        if (way < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *index = low;
    return true;
}

bool syn_tree_descend(syn_tree_cursor *cursor, const void *key, size_t count, bool *same)
{
    const syn_tree *tree = cursor->tree;
    size_t number = tree->root;
    unsigned index;

    cursor->placed = false;
    if (number == SIZE_MAX)
        return false;
    if (tree->depth == 0 || tree->depth > SYN_TREE_DEPTH)
        return breaks(cursor);
    for (unsigned level = 0;; level++) {
        if (!enter(cursor, level, number) || !search(cursor, level, key, count, &index, same))
            return false;
        if (level + 1 == tree->depth) {
            cursor->level[level].index = index;
            return true;
        }
        cursor->level[level].index = *same ? index : index - 1;
        if (!child(cursor, level, &number))
            return false;
    }
}

/* To the edge of the subtree that `level` points at: its first entry, or its last. */
static bool fall(syn_tree_cursor *cursor, unsigned level, bool last)
{
    size_t number;

    for (; level + 1 < cursor->tree->depth; level++) {
        if (!child(cursor, level, &number) || !enter(cursor, level + 1, number))
            return false;
        if (last)
            cursor->level[level + 1].index = cursor->level[level + 1].count - 1;
    }
    cursor->placed = true;
    return true;
}

static bool step(syn_tree_cursor *cursor, bool back)
{
    for (unsigned level = cursor->tree->depth; level-- > 0;) {
        unsigned index = cursor->level[level].index;
        if (back ? index == 0 : index + 1 >= cursor->level[level].count)
            continue;
        cursor->level[level].index = back ? index - 1 : index + 1;
        return fall(cursor, level, back);
    }
    cursor->placed = false;
    return false;
}

bool syn_tree_seek(syn_tree_cursor *cursor, const void *key, size_t count)
{
    unsigned leaf = cursor->tree->depth - 1;
    bool same;

    if (!syn_tree_descend(cursor, key, count, &same))
        return false;
    cursor->placed = true;
    if (cursor->level[leaf].index < cursor->level[leaf].count)
        return true;
    cursor->level[leaf].index--;
    return step(cursor, false);
}

bool syn_tree_seek_back(syn_tree_cursor *cursor, const void *key, size_t count)
{
    unsigned leaf = cursor->tree->depth - 1;
    bool same;

    if (!syn_tree_descend(cursor, key, count, &same))
        return false;
    cursor->placed = true;
    if (same)
        return true;
    if (cursor->level[leaf].index > 0) {
        cursor->level[leaf].index--;
        return true;
    }
    return step(cursor, true);
}

bool syn_tree_last(syn_tree_cursor *cursor)
{
    cursor->placed = false;
    if (cursor->tree->root == SIZE_MAX)
        return false;
    if (cursor->tree->depth == 0 || cursor->tree->depth > SYN_TREE_DEPTH)
        return breaks(cursor);
    if (!enter(cursor, 0, cursor->tree->root))
        return false;
    cursor->level[0].index = cursor->level[0].count - 1;
    return fall(cursor, 0, true);
}

bool syn_tree_next(syn_tree_cursor *cursor)
{
    return cursor->placed && step(cursor, false);
}

bool syn_tree_previous(syn_tree_cursor *cursor)
{
    return cursor->placed && step(cursor, true);
}

bool syn_tree_get(syn_tree_cursor *cursor, syn_slice *key, syn_slice *value)
{
    unsigned leaf = cursor->tree->depth - 1;
    syn_node n;

    if (!cursor->placed)
        return false;
    if (!syn_node_read(cursor->tree->pages, cursor->level[leaf].page, cursor->level[leaf].index, false, &n) ||
        (value != NULL && !syn_node_value(cursor->tree->pages, &n)))
        return breaks(cursor);
    if (key != NULL)
        *key = n.key;
    if (value != NULL)
        *value = n.value;
    return true;
}

bool syn_tree_find(syn_tree_cursor *cursor, const void *key, size_t count, syn_slice *value)
{
    bool same;

    if (!syn_tree_descend(cursor, key, count, &same) || !same)
        return false;
    cursor->placed = true;
    return syn_tree_get(cursor, NULL, value);
}

bool syn_tree_table(const syn_tree *main, const char *name, syn_tree *out, bool *broken)
{
    syn_tree_cursor cursor = {.tree = main};
    bool same;
    syn_node n;

    *broken = false;
    if (!syn_tree_descend(&cursor, name, strlen(name), &same) || !same) {
        *broken = cursor.broken;
        return false;
    }
    unsigned leaf = main->depth - 1;
    *broken = true;
    if (!syn_node_read(main->pages, cursor.level[leaf].page, cursor.level[leaf].index, false, &n) ||
        (n.flags & (SYN_NODE_BIG | SYN_NODE_TABLE)) != SYN_NODE_TABLE || n.value.count != TREE_BYTES)
        return false;
    syn_tree tree = read_tree(n.value.at);
    if (!tree_fits(&tree, main->pages->count - 1))
        return false;
    *broken = false;
    tree.pages = main->pages;
    *out = tree;
    return true;
}
