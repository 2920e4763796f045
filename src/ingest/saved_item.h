/** The items of a saved result, one function each: JSON in, a line of the result's arrays out. saved.c finds the items
 *  and says where one breaks; saved_document.c reads documents, sources and credits, saved_passage.c passages, pairs
 *  and descents, saved_check.c what a check adds; saved_item.c has what they share.
 *
 *      struct json_object *item = syn_field_parse(&r->fields, value.at, value.count);
 *      syn_saved_document(r, item);
 *
 *  Owns    the reader owns its lists.  Fails   r->fields.status, which sticks: all calls are harmless behind it.
 */
#ifndef SYN_INGEST_SAVED_ITEM_H
#define SYN_INGEST_SAVED_ITEM_H

#include "ingest/field.h"
#include "ingest/saved.h"

/** An array while it grows. */
typedef struct syn_saved_list {
    void *items;
    size_t count, capacity;
} syn_saved_list;

/** A document by its id. */
typedef struct syn_saved_id {
    const char *id;
    uint32_t document;
} syn_saved_id;

typedef struct syn_saved_reader {
    syn_fields fields;
    syn_saved saved; /**< all but the arrays */
    syn_saved_list documents, shares, skips, passages, witnesses, pairs, matches, sources, names, credits, covers,
        descents, descent_passages, evidence, checked, counted, versions;
    syn_saved_id *by_id; /**< all documents, once they are read */
    const char *list; /**< the list within an item that is being read, or NULL */
    size_t index;     /**< where in it */
    size_t next, list_count;
} syn_saved_reader;

typedef void syn_saved_item(syn_saved_reader *r, struct json_object *item);

/* What each needs read before it: all the documents; credits the sources; passages the credits; pairs, descents and
 * what is checked the passages. */
syn_saved_item syn_saved_params, syn_saved_summary, syn_saved_document, syn_saved_skip, syn_saved_source,
    syn_saved_credit, syn_saved_passage, syn_saved_pair, syn_saved_descent, syn_saved_checked;

/** Makes by_id behind the documents; no id may stand twice. */
void syn_saved_order(syn_saved_reader *r);
/** Behind what is checked: the other documents must be in the order of their ids. */
void syn_saved_settle_check(syn_saved_reader *r);

static inline bool syn_saved_sound(const syn_saved_reader *r)
{
    return r->fields.status == SYN_OK;
}

/** A new last line of a list, all zero; NULL when memory is short. */
void *syn_saved_append(syn_saved_reader *r, syn_saved_list *list, size_t size);
/** A list within an item: while (syn_saved_list_next(r)) ... r->index. */
struct json_object *syn_saved_list_open(syn_saved_reader *r, struct json_object *in, const char *name);
bool syn_saved_list_next(syn_saved_reader *r);

uint32_t syn_saved_words(syn_saved_reader *r, struct json_object *in, const char *name);
syn_kind syn_saved_kind(syn_saved_reader *r, struct json_object *in);
syn_level syn_saved_level(syn_saved_reader *r, struct json_object *in);
const char *syn_saved_standing_name(unsigned i);
int syn_saved_digit(char c); /**< 0 to 15, or -1 */
bool syn_saved_is_hex(const char *text, size_t count);
syn_span syn_saved_span(syn_saved_reader *r, struct json_object *in);
syn_span syn_saved_stretch(syn_saved_reader *r, struct json_object *in); /**< a span that holds something */

/* Names become indices; 0, and a failure, for what is not there. */
uint32_t syn_saved_find_document(syn_saved_reader *r, struct json_object *in, const char *name);
/** "s7", one of the first `count` sources. */
uint32_t syn_saved_find_source(syn_saved_reader *r, struct json_object *in, const char *name, size_t count);
uint32_t syn_saved_find_passage(syn_saved_reader *r, uint64_t id);

#endif
