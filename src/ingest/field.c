/* json-c builds a small tree for one item at a time. Its strict mode refuses what RFC 8259 does; a number beyond
 * 64 bits becomes the nearest there is, which is above every bound asked for here. */
#include "ingest/field.h"

#include <json-c/json_object.h>
#include <json-c/json_tokener.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { depth = 64 };

void syn_field_open(syn_fields *fields)
{
    fields->tokener = json_tokener_new_ex(depth);
    if (!fields->tokener)
        fields->status = SYN_MEMORY;
    else
        json_tokener_set_flags(fields->tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
}

void syn_field_close(syn_fields *fields)
{
    json_object_put(fields->item);
    fields->item = NULL;
    if (fields->tokener)
        json_tokener_free(fields->tokener);
    fields->tokener = NULL;
}

void syn_field_refuse(syn_fields *fields, const char *format, ...)
{
    va_list arguments;
    if (fields->status < 0)
        return;
    fields->status = SYN_INPUT;
    va_start(arguments, format);
    vsnprintf(fields->why, sizeof fields->why, format, arguments);
    va_end(arguments);
}

static void note_memory(syn_fields *fields)
{
    if (fields->status == SYN_OK)
        fields->status = SYN_MEMORY;
}

struct json_object *syn_field_parse(syn_fields *fields, const char *bytes, size_t count)
{
    json_object_put(fields->item);
    fields->item = NULL;
    if (fields->status < 0)
        return NULL;
    if (count == 0 || *bytes != '{' || count >= INT_MAX) {
        syn_field_refuse(fields, count < INT_MAX ? "it is no object" : "it is 2 GiB or longer");
        return NULL;
    }
    json_tokener_reset(fields->tokener);
    fields->item = json_tokener_parse_ex(fields->tokener, bytes, (int)count);
    enum json_tokener_error kind = json_tokener_get_error(fields->tokener);
    if (!fields->item && kind == json_tokener_success)
        note_memory(fields);
    else if (kind != json_tokener_success)
        syn_field_refuse(fields, "broken JSON: %s",
                         kind == json_tokener_continue ? "it ends too soon" : json_tokener_error_desc(kind));
    return fields->item;
}

/** The value of a field; NULL, and said, when it is not there. */
static struct json_object *need(syn_fields *fields, struct json_object *in, const char *name)
{
    struct json_object *value = NULL;
    if (in && !json_object_object_get_ex(in, name, &value))
        syn_field_refuse(fields, "field \"%s\" is missing", name);
    else if (in && !value)
        syn_field_refuse(fields, "field \"%s\" is null", name);
    return value;
}

static uint64_t take_whole(syn_fields *fields, struct json_object *value, const char *name, uint64_t most)
{
    if (!value)
        return 0;
    if (!json_object_is_type(value, json_type_int)) {
        syn_field_refuse(fields, "field \"%s\" is not a whole number", name);
        return 0;
    }
    int64_t sign = json_object_get_int64(value);
    uint64_t whole = json_object_get_uint64(value);
    if (sign < 0 || whole > most || whole == UINT64_MAX) {
        syn_field_refuse(fields, "field \"%s\" is out of range", name);
        return 0;
    }
    return whole;
}

uint64_t syn_field_whole(syn_fields *fields, struct json_object *in, const char *name, uint64_t most)
{
    return take_whole(fields, need(fields, in, name), name, most);
}

static double take_number(syn_fields *fields, struct json_object *in, const char *name, double least, double most)
{
    struct json_object *value = need(fields, in, name);
    if (!value)
        return 0;
    if (!json_object_is_type(value, json_type_int) && !json_object_is_type(value, json_type_double)) {
        syn_field_refuse(fields, "field \"%s\" is not a number", name);
        return 0;
    }
    double number = json_object_get_double(value);
    if (number >= least && number <= most)
        return number;
    syn_field_refuse(fields, "field \"%s\" is out of range", name);
    return 0;
}

double syn_field_fraction(syn_fields *fields, struct json_object *in, const char *name)
{
    return take_number(fields, in, name, 0, 1);
}

double syn_field_number(syn_fields *fields, struct json_object *in, const char *name)
{
    return take_number(fields, in, name, -1e12, 1e12);
}

bool syn_field_flag(syn_fields *fields, struct json_object *in, const char *name)
{
    struct json_object *value = need(fields, in, name);
    if (value && !json_object_is_type(value, json_type_boolean))
        syn_field_refuse(fields, "field \"%s\" is neither true nor false", name);
    return value && json_object_get_boolean(value);
}

/** A copy in the arena, each NUL in it written as U+FFFD. */
static const char *keep_text(syn_fields *fields, const char *text, size_t count)
{
    size_t holes = 0;
    for (const char *at = text; (at = memchr(at, 0, count - (size_t)(at - text))) != NULL; at++)
        holes++;
    char *kept = syn_arena_take(fields->arena, count + 2 * holes + 1), *to = kept;
    if (!kept) {
        note_memory(fields);
        return "";
    }
    if (holes == 0)
        memcpy(kept, text, count);
    for (size_t i = 0; holes > 0 && i < count; i++) {
        memcpy(to, text[i] ? &text[i] : "\xef\xbf\xbd", text[i] ? 1 : 3);
        to += text[i] ? 1 : 3;
    }
    kept[count + 2 * holes] = '\0';
    return kept;
}

static const char *take_text(syn_fields *fields, struct json_object *value, const char *name)
{
    if (value && !json_object_is_type(value, json_type_string))
        syn_field_refuse(fields, "field \"%s\" is not a string", name);
    if (!value || fields->status < 0)
        return "";
    return keep_text(fields, json_object_get_string(value), (size_t)json_object_get_string_len(value));
}

const char *syn_field_text(syn_fields *fields, struct json_object *in, const char *name)
{
    return take_text(fields, need(fields, in, name), name);
}

const char *syn_field_peek(syn_fields *fields, struct json_object *in, const char *name)
{
    struct json_object *value = need(fields, in, name);
    if (value && !json_object_is_type(value, json_type_string))
        syn_field_refuse(fields, "field \"%s\" is not a string", name);
    return value && fields->status == SYN_OK ? json_object_get_string(value) : "";
}

bool syn_field_known(struct json_object *in, const char *name)
{
    struct json_object *value;
    return in && json_object_object_get_ex(in, name, &value) && value;
}

const char *syn_field_maybe(syn_fields *fields, struct json_object *in, const char *name)
{
    return syn_field_known(in, name) ? syn_field_text(fields, in, name) : NULL;
}

unsigned syn_field_choice(syn_fields *fields, struct json_object *in, const char *name, const char *name_of(unsigned),
                          unsigned count)
{
    struct json_object *value = need(fields, in, name);
    if (!value)
        return 0;
    if (json_object_is_type(value, json_type_string))
        for (unsigned i = 0; i < count; i++)
            if (strcmp(json_object_get_string(value), name_of(i)) == 0)
                return i;
    syn_field_refuse(fields, "field \"%s\" is none of the names it may be", name);
    return 0;
}

static struct json_object *take_type(syn_fields *fields, struct json_object *value, const char *name, json_type type)
{
    if (!value || json_object_is_type(value, type))
        return value;
    syn_field_refuse(fields, "field \"%s\" is no %s", name, type == json_type_array ? "list" : "object");
    return NULL;
}

struct json_object *syn_field_object(syn_fields *fields, struct json_object *in, const char *name)
{
    return take_type(fields, need(fields, in, name), name, json_type_object);
}

struct json_object *syn_field_list(syn_fields *fields, struct json_object *in, const char *name, size_t *count)
{
    struct json_object *list = take_type(fields, need(fields, in, name), name, json_type_array);
    *count = list ? json_object_array_length(list) : 0;
    return list;
}

/** An item of a list, which has a value; what is said of it names the list's item by its number. */
static struct json_object *need_item(syn_fields *fields, struct json_object *list, size_t index)
{
    struct json_object *value = json_object_array_get_idx(list, index);
    if (!value)
        syn_field_refuse(fields, "an item of a list is null");
    return value;
}

struct json_object *syn_field_item(syn_fields *fields, struct json_object *list, size_t index)
{
    return take_type(fields, need_item(fields, list, index), "item", json_type_object);
}

uint64_t syn_field_item_whole(syn_fields *fields, struct json_object *list, size_t index, uint64_t most)
{
    return take_whole(fields, need_item(fields, list, index), "item", most);
}

const char *syn_field_item_text(syn_fields *fields, struct json_object *list, size_t index)
{
    return take_text(fields, need_item(fields, list, index), "item");
}
