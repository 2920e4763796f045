/** Pages and nodes as lmdb's mdb.c lays them out, for the files that read them. */
#ifndef SYN_STORE_PAGE_NODE_H
#define SYN_STORE_PAGE_NODE_H

#include "store/page.h"

enum { SYN_PAGE_BRANCH = 0x01, SYN_PAGE_LEAF = 0x02, SYN_PAGE_OVERFLOW = 0x04, SYN_NODE_BIG = 0x01,
      SYN_NODE_TABLE = 0x02 };

/** An entry of a page. */
typedef struct syn_node {
    syn_slice key, value; /* a branch's value is empty */
    size_t page;          /* of the child, or of the value when it lies by itself */
    unsigned flags;
} syn_node;

/** A page of a tree, when it has the mark of its kind; NULL when not. */
const unsigned char *syn_page_of(const syn_pages *pages, size_t number, int kind, unsigned *count);
/** The value is read no further than to where it begins: searching looks at keys, and a value may have pages of its
 *  own. */
bool syn_node_read(const syn_pages *pages, const unsigned char *page, unsigned index, bool branch, syn_node *out);
/** Finds a value that lies in pages of its own. */
bool syn_node_value(const syn_pages *pages, syn_node *node);
/** How many pages such a value has. */
size_t syn_node_spread(const syn_pages *pages, const syn_node *node);
int syn_key_order(const syn_slice *a, const void *key, size_t count);
/** Down to the leaf where a key is or would be; the leaf's index may be its count. */
bool syn_tree_descend(syn_tree_cursor *cursor, const void *key, size_t count, bool *same);

#endif
