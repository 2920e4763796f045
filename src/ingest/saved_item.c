#include "ingest/saved_item.h"

#include "base/alloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef syn_saved_reader reader;
typedef struct json_object object;

void *syn_saved_append(reader *r, syn_saved_list *list, size_t size)
{
    if (list->count >= SYN_NONE - 1) {
        syn_field_refuse(&r->fields, "there are more than 4 billion such items");
        return NULL;
    }
    if (!syn_alloc_room(&list->items, &list->capacity, list->count + 1, size)) {
        r->fields.status = r->fields.status < 0 ? r->fields.status : SYN_MEMORY;
        return NULL;
    }
    return memset((char *)list->items + size * list->count++, 0, size);
}

/* Lists within an item */

object *syn_saved_list_open(reader *r, object *in, const char *name)
{
    object *list = syn_field_list(&r->fields, in, name, &r->list_count);
    r->next = 0;
    if (syn_saved_sound(r)) /* else the place of the trouble stays */
        r->list = name;
    return list;
}

bool syn_saved_list_next(reader *r)
{
    if (!syn_saved_sound(r))
        return false;
    if (r->next == r->list_count) {
        r->list = NULL;
        return false;
    }
    r->index = r->next++;
    return true;
}

/* Values */

uint32_t syn_saved_words(reader *r, object *in, const char *name)
{
    return (uint32_t)syn_field_whole(&r->fields, in, name, UINT32_MAX);
}

static const char *kind_name(unsigned i)
{
    return syn_kind_name((syn_kind)i);
}

static const char *level_name(unsigned i)
{
    return syn_level_name((syn_level)i);
}

const char *syn_saved_standing_name(unsigned i)
{
    return syn_standing_name((syn_standing)i);
}

syn_kind syn_saved_kind(reader *r, object *in)
{
    return (syn_kind)syn_field_choice(&r->fields, in, "kind", kind_name, SYN_COMMON + 1);
}

syn_level syn_saved_level(reader *r, object *in)
{
    return (syn_level)syn_field_choice(&r->fields, in, "level", level_name, SYN_STRONG + 1);
}

int syn_saved_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool syn_saved_is_hex(const char *text, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (syn_saved_digit(text[i]) < 0)
            return false;
    return text[count] == '\0';
}

/* References */

static int order_ids(const void *id, const void *entry)
{
    return strcmp(id, ((const syn_saved_id *)entry)->id);
}

uint32_t syn_saved_find_document(reader *r, object *in, const char *name)
{
    const char *id = syn_field_peek(&r->fields, in, name);
    const syn_saved_id *found = NULL;
    if (syn_saved_sound(r) && r->documents.count > 0)
        found = bsearch(id, r->by_id, r->documents.count, sizeof *found, order_ids);
    if (!found) {
        syn_field_refuse(&r->fields, "field \"%s\" names none of the documents", name);
        return 0;
    }
    return found->document;
}

uint32_t syn_saved_find_source(reader *r, object *in, const char *name, size_t count)
{
    const char *id = syn_field_peek(&r->fields, in, name);
    char *end = NULL, made[24];
    unsigned long long number = *id == 's' && id[1] >= '1' && id[1] <= '9' ? strtoull(id + 1, &end, 10) : 0;
    snprintf(made, sizeof made, "s%llu", number);
    if (syn_saved_sound(r) && number >= 1 && number <= count && strcmp(made, id) == 0)
        return (uint32_t)number - 1;
    syn_field_refuse(&r->fields, "field \"%s\" names none of the sources", name);
    return 0;
}

uint32_t syn_saved_find_passage(reader *r, uint64_t id)
{
    if (id >= 1 && id <= r->passages.count)
        return (uint32_t)id - 1;
    syn_field_refuse(&r->fields, "names a passage that is not there");
    return 0;
}

syn_span syn_saved_span(reader *r, object *in)
{
    syn_fields *f = &r->fields;
    syn_span span;
    span.begin = syn_field_whole(f, in, "begin", INT64_MAX);
    span.end = syn_field_whole(f, in, "end", INT64_MAX);
    span.cbegin = syn_field_whole(f, in, "cbegin", INT64_MAX);
    span.cend = syn_field_whole(f, in, "cend", INT64_MAX);
    if (span.begin > span.end || span.cbegin > span.cend || span.cbegin > span.begin ||
        span.cend - span.cbegin > span.end - span.begin)
        syn_field_refuse(f, "its span ends before it begins, or has more characters than bytes");
    return span;
}

syn_span syn_saved_stretch(reader *r, object *in)
{
    syn_span span = syn_saved_span(r, in);
    if (span.begin == span.end || span.cbegin == span.cend)
        syn_field_refuse(&r->fields, "its span is empty");
    return span;
}
