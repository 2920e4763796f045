/** The pages of an LMDB file (version 0.9, data version 1), read without trusting them.
 *
 *  LMDB itself takes the file's pages as they are: a garbled one ends the process. All reading of the store therefore
 *  goes through here, over a mapping of its own; LMDB writes, and keeps a reader's pages from being used again.
 *  Every page number, offset and length is checked before it is followed.
 *
 *      syn_tree_cursor cursor = {.tree = &tree};
 *      if (syn_tree_seek(&cursor, key, sizeof key) && syn_tree_get(&cursor, &at, &value)) ...
 *      if (cursor.broken) ...                     // a page is not what it should be
 *
 *  A tree:   meta page -> root -> branch pages (key, page) -> leaf pages (key, value); a value longer than about half
 *            a page lies in overflow pages of its own.
 *  Owns      nothing; what is handed out lies in the mapping.  Fails   cursor.broken, or false.
 *  Cost      a seek reads as many pages as the tree is deep.
 */
#ifndef SYN_STORE_PAGE_H
#define SYN_STORE_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SYN_TREE_DEPTH = 16, SYN_META_BYTES = 16 + 40 + 12 * sizeof(size_t) };

/** The file in memory: only pages below `count` are there. */
typedef struct syn_pages {
    const unsigned char *at;
    size_t count, page_bytes;
} syn_pages;

typedef struct syn_slice {
    const unsigned char *at;
    size_t count;
} syn_slice;

typedef struct syn_tree {
    const syn_pages *pages;
    size_t root; /**< SIZE_MAX: empty */
    unsigned depth;
    uint64_t entries;
} syn_tree;

/** What a meta page says. */
typedef struct syn_meta {
    size_t page_bytes, last_page, transaction;
    syn_tree spare, main; /**< pages to be used again; the tree of tables */
} syn_meta;

/** Reads one of the two meta pages from its first SYN_META_BYTES bytes; false when it is none, or of another kind. */
bool syn_meta_read(const unsigned char *bytes, syn_meta *out);

typedef struct syn_tree_cursor {
    const syn_tree *tree;
    struct {
        const unsigned char *page;
        unsigned index, count;
    } level[SYN_TREE_DEPTH];
    bool placed, broken;
} syn_tree_cursor;

/** Goes to the first entry whose key is `key` or behind it (bytewise); false when there is none. */
bool syn_tree_seek(syn_tree_cursor *cursor, const void *key, size_t count);
/** Goes to the last entry whose key is `key` or before it. */
bool syn_tree_seek_back(syn_tree_cursor *cursor, const void *key, size_t count);
bool syn_tree_last(syn_tree_cursor *cursor);
bool syn_tree_next(syn_tree_cursor *cursor);
bool syn_tree_previous(syn_tree_cursor *cursor);
/** The entry the cursor is at. */
bool syn_tree_get(syn_tree_cursor *cursor, syn_slice *key, syn_slice *value);
/** The value of exactly this key. */
bool syn_tree_find(syn_tree_cursor *cursor, const void *key, size_t count, syn_slice *value);
/** A table that the main tree names. False when it is not named, or the cursor broke. */
bool syn_tree_table(const syn_tree *main, const char *name, syn_tree *out, bool *broken);

/** Told of each page a tree is made of, `count` pages from `page`; false ends the walk. */
typedef bool syn_tree_each(void *context, size_t page, size_t count);
/** Walks a whole tree: every page's marks, the order of all keys, every reference. False when something is not as it
 *  should be; `*page` then is where. */
bool syn_tree_walk(const syn_tree *tree, syn_tree_each *each, void *context, size_t *page);

/** Looks through all pages on the way to a key, and the pages beside them, before others follow what stands there.
 *  `seen` has a bit for each page of the file: pages looked through already are passed over. False when one is not
 *  sound. */
bool syn_tree_sound(const syn_tree *tree, const void *key, size_t count, unsigned char *seen);

#endif
