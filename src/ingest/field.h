/** Objects of JSON whose fields are known: the second door to json-c. The first, ingest/jsonl.c, reads records that
 *  may be anything and takes what it can use; here every field has a type, and the first one that is not as it
 *  should be is told.
 *
 *      syn_fields fields = {.arena = &arena};
 *      syn_field_open(&fields);
 *      struct json_object *item = syn_field_parse(&fields, bytes, count);
 *      const char *id = syn_field_text(&fields, item, "id");
 *      uint64_t words = syn_field_whole(&fields, item, "words", UINT32_MAX);
 *      if (fields.status < 0) ... fields.why
 *
 *  The failure sticks: after it every call gives a harmless value, so only the end need be checked.
 *
 *  Owns    strings go into the arena; an item lives until the next is parsed.
 *  Fails   fields.status: SYN_INPUT with `why`, or SYN_MEMORY.
 */
#ifndef SYN_INGEST_FIELD_H
#define SYN_INGEST_FIELD_H

#include "base/arena.h"
#include "syndic/base.h"

#include <stdbool.h>

struct json_object;

typedef struct syn_fields {
    syn_arena *arena;
    struct json_tokener *tokener;
    struct json_object *item;   /**< parsed last */
    syn_status status;
    char why[256];              /**< a clause: what is wrong with which field */
} syn_fields;

void syn_field_open(syn_fields *fields);
void syn_field_close(syn_fields *fields);
/** The first trouble is kept; later ones come of it. */
void syn_field_refuse(syn_fields *fields, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** One object, strictly: RFC 8259, nested 64 deep at most. NULL when it is none. */
struct json_object *syn_field_parse(syn_fields *fields, const char *bytes, size_t count);

uint64_t syn_field_whole(syn_fields *fields, struct json_object *in, const char *name, uint64_t most);
double syn_field_fraction(syn_fields *fields, struct json_object *in, const char *name); /**< 0 to 1 */
double syn_field_number(syn_fields *fields, struct json_object *in, const char *name);   /**< within 10^12 */
bool syn_field_flag(syn_fields *fields, struct json_object *in, const char *name);
/** A string; U+0000, which no C string can hold, is U+FFFD in it. "" after a failure. */
const char *syn_field_text(syn_fields *fields, struct json_object *in, const char *name);
/** The string itself, not kept: good until the next item is parsed, and up to its first NUL. */
const char *syn_field_peek(syn_fields *fields, struct json_object *in, const char *name);
/** Whether the field is there and not null. */
bool syn_field_known(struct json_object *in, const char *name);
/** A string, or NULL when it is not there or null. */
const char *syn_field_maybe(syn_fields *fields, struct json_object *in, const char *name);
/** The place of a string among the names that `name_of` gives to 0, 1, ... up to `count`. */
unsigned syn_field_choice(syn_fields *fields, struct json_object *in, const char *name, const char *name_of(unsigned),
                          unsigned count);
/** An object within; NULL after a failure, and a NULL object has no fields, quietly. */
struct json_object *syn_field_object(syn_fields *fields, struct json_object *in, const char *name);
/** An array within and how many items it has; 0 after a failure. */
struct json_object *syn_field_list(syn_fields *fields, struct json_object *in, const char *name, size_t *count);
/** Item `index` of a list that must be an object, a whole number or a string; as the calls above. */
struct json_object *syn_field_item(syn_fields *fields, struct json_object *list, size_t index);
uint64_t syn_field_item_whole(syn_fields *fields, struct json_object *list, size_t index, uint64_t most);
const char *syn_field_item_text(syn_fields *fields, struct json_object *list, size_t index);

#endif
