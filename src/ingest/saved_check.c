#include "ingest/saved_item.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

typedef syn_saved_reader reader;
typedef struct json_object object;

/* The order of documents: by id, but in a check the new texts come first, in their own order. */

/** Documents are where they are; `by_id` is an order of them by which they are found. */
static int order_ids(const void *a, const void *b)
{
    const syn_saved_id *x = a, *y = b;
    int way = strcmp(x->id, y->id);
    return way ? way : (x->document > y->document) - (x->document < y->document);
}

void syn_saved_order(reader *r)
{
    const syn_document *documents = r->documents.items;
    size_t count = r->documents.count;
    r->by_id = syn_alloc(count, sizeof *r->by_id);
    if (!r->by_id) {
        r->fields.status = r->fields.status < 0 ? r->fields.status : SYN_MEMORY;
        return;
    }
    bool sorted = true;
    for (size_t i = 0; i < count; i++) {
        r->by_id[i] = (syn_saved_id){documents[i].id, (uint32_t)i};
        sorted &= i == 0 || order_ids(&r->by_id[i - 1], &r->by_id[i]) < 0;
    }
    if (!sorted)
        qsort(r->by_id, count, sizeof *r->by_id, order_ids);
    for (size_t i = 1; i < count; i++)
        if (strcmp(r->by_id[i - 1].id, r->by_id[i].id) == 0) {
            syn_field_refuse(&r->fields, "the id \"%.100s\" stands twice", r->by_id[i].id);
            return;
        }
}

void syn_saved_settle_check(reader *r)
{
    const syn_document *documents = r->documents.items;
    for (size_t i = r->checked.count + 1; i < r->documents.count; i++)
        if (strcmp(documents[i - 1].id, documents[i].id) >= 0) {
            syn_field_refuse(&r->fields, "behind the new texts, ids must be in the order of their bytes");
            return;
        }
}

/* Limits */

/** A number with at most four decimals; false when there is none. */
static bool take_number(const char **at, double *value)
{
    uint64_t units = 0, scale = 1;
    const char *text = *at;
    for (; *text >= '0' && *text <= '9' && units < 100000000000; text++)
        units = 10 * units + (uint64_t)(*text - '0');
    if (text == *at)
        return false;
    if (*text == '.')
        for (text++; *text >= '0' && *text <= '9' && scale < 10000; text++, scale *= 10)
            units = 10 * units + (uint64_t)(*text - '0');
    *value = (double)units / (double)scale;
    *at = text;
    return true;
}

/** "40w,20%", either of them, or "never". */
static bool parse_limit(const char *text, uint32_t *words, double *share)
{
    double value;
    *words = UINT32_MAX;
    *share = 2;
    if (strcmp(text, "never") == 0)
        return true;
    if (!take_number(&text, &value))
        return false;
    if (*text == 'w' && value < UINT32_MAX && value == (double)(uint32_t)value) {
        *words = (uint32_t)value;
        if (*++text == '\0')
            return true;
        if (*text++ != ',' || !take_number(&text, &value))
            return false;
    }
    *share = value / 100;
    return strcmp(text, "%") == 0 && value <= 100;
}

static void take_limit(reader *r, object *item)
{
    syn_result_view *view = &r->saved.view;
    uint32_t words;
    double share;
    if (!parse_limit(syn_field_peek(&r->fields, item, "limit"), &words, &share)) {
        syn_field_refuse(&r->fields, "field \"limit\" is none as \"40w,20%%\"");
        return;
    }
    if (r->checked.count > 0 && (words != view->limit_words || share != view->limit_share))
        syn_field_refuse(&r->fields, "field \"limit\" is not that of the texts before");
    view->limit_words = words;
    view->limit_share = share;
}

/* Items */

static void take_versions(reader *r, object *item, syn_checked *checked)
{
    syn_fields *f = &r->fields;
    object *list = syn_saved_list_open(r, item, "versions");
    checked->version_first = (uint32_t)r->versions.count;
    while (syn_saved_list_next(r)) {
        object *in = syn_field_item(f, list, r->index);
        syn_edition *version = syn_saved_append(r, &r->versions, sizeof *version);
        if (version)
            *version = (syn_edition){syn_field_text(f, in, "id"), syn_field_maybe(f, in, "path"),
                                     syn_field_flag(f, in, "same")};
    }
    checked->version_count = (uint32_t)(r->versions.count - checked->version_first);
}

static void take_counted(reader *r, object *item, syn_checked *checked)
{
    syn_fields *f = &r->fields;
    object *list = syn_saved_list_open(r, item, "passages");
    checked->counted_first = (uint32_t)r->counted.count;
    while (syn_saved_list_next(r)) {
        object *in = syn_field_item(f, list, r->index);
        syn_counted *counted = syn_saved_append(r, &r->counted, sizeof *counted);
        if (!counted)
            return;
        counted->passage = syn_saved_find_passage(r, syn_field_whole(f, in, "passage", UINT32_MAX));
        counted->words = syn_saved_words(r, in, "words");
        counted->known = syn_field_flag(f, in, "known");
        if (r->index > 0 && counted[-1].passage >= counted->passage)
            syn_field_refuse(f, "passages must be in their order, each once");
    }
    checked->counted_count = (uint32_t)(r->counted.count - checked->counted_first);
}

void syn_saved_checked(reader *r, object *item)
{
    syn_fields *f = &r->fields;
    const syn_share *shares = r->shares.items;
    syn_checked checked = {.document = syn_saved_find_document(r, item, "document"),
                           .over = syn_field_flag(f, item, "over"),
                           .words = syn_saved_words(r, item, "words"),
                           .share = syn_field_fraction(f, item, "share"),
                           .ignored_words = syn_saved_words(r, item, "ignored_words"),
                           .known_words = syn_saved_words(r, item, "known_words")};
    if (syn_saved_sound(r) && checked.document != r->checked.count)
        syn_field_refuse(f, "new texts must be the first of the documents, in their order");
    if (syn_saved_sound(r) && checked.words > shares[checked.document].words)
        syn_field_refuse(f, "it has more open words than words");
    take_limit(r, item);
    take_versions(r, item, &checked);
    take_counted(r, item, &checked);
    syn_checked *kept = syn_saved_append(r, &r->checked, sizeof *kept);
    if (kept)
        *kept = checked;
}
