/* json-c builds a small tree for each record; its strings are copied into the part's arena and the
 * tree is dropped, so a part costs its texts and one record. One tokener serves a whole part.
 * json-c ends input at a NUL byte and stops behind the first value: where it stopped is compared with
 * where the line ends. */
#include "ingest/jsonl.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "ingest/dating.h"
#include "ingest/literal.h"

#include <json-c/json_object.h>
#include <json-c/json_tokener.h>
#include <json-c/linkhash.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH 64
#define UNREAD_BYTES 64
#define BRIEF_BYTES 128 /* a text that is worth finding first */
#define FIRST_BYTES (64 << 20) /* of a line that is too long to be a record: whether it is several that end */

typedef struct reader {
    syn_part *part;
    const char *field_text;
    json_tokener *tokener;
    syn_record record; /* the one that is read */
    const char *text;  /* of a line, decoded already, or NULL */
    size_t text_bytes;
    syn_buf brief;     /* the line without it */
    const char *seen;  /* values: line ends before this byte are counted in `line` */
    int64_t line;
} reader;

static const char *skip_blank(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n'))
        at++;
    return at;
}

static const char *skip_mark(const char *at, const char *end)
{
    return end - at >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0 ? at + 3 : at;
}

static const char *line_end(const char *at, const char *end)
{
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    return newline ? newline : end;
}

/** The value at `at`, and where it ends; NULL when there is none that is whole (null is none, too). */
static json_object *read_value(json_tokener *tokener, const char *at, const char *end, const char **stop)
{
    size_t count = (size_t)(end - at);
    json_tokener_reset(tokener);
    json_object *value = json_tokener_parse_ex(tokener, at, count < INT_MAX ? (int)count : INT_MAX);
    *stop = at + json_tokener_get_parse_end(tokener);
    return value;
}

/** json-c has no error for memory that ran out: it says success and hands out nothing. */
static bool lacks_memory(json_tokener *tokener, const json_object *value)
{
    return !value && json_tokener_get_error(tokener) == json_tokener_success;
}

typedef enum finding { FOUND_NOT, FOUND, FOUND_OPEN /* it does not end here */, FOUND_NO_MEMORY } finding;

/** Whether an object stands at `at`, and when `whole` nothing behind it. */
static finding find_object(const char *at, const char *end, bool whole)
{
    if (whole && end - at >= INT_MAX)
        return FOUND_NOT;
    json_tokener *tokener = json_tokener_new_ex(DEPTH);
    if (!tokener)
        return FOUND_NO_MEMORY;
    const char *stop;
    json_object *value = read_value(tokener, at, end, &stop);
    finding found = lacks_memory(tokener, value) ? FOUND_NO_MEMORY : FOUND_NOT;
    if (json_object_is_type(value, json_type_object) && (!whole || skip_blank(stop, end) == end))
        found = FOUND;
    else if (!value && json_tokener_get_error(tokener) == json_tokener_continue)
        found = FOUND_OPEN;
    json_object_put(value);
    json_tokener_free(tokener);
    return found;
}

/** Where `word` ends when it stands behind blanks at `at`; NULL when it does not. */
static const char *skip_word(const char *at, const char *end, const char *word)
{
    size_t bytes = strlen(word);
    at = skip_blank(at, end);
    return (size_t)(end - at) >= bytes && memcmp(at, word, bytes) == 0 ? at + bytes : NULL;
}

bool syn_jsonl_is_result(const char *bytes, size_t count)
{
    static const char *const words[] = {"{", "\"schema\"", ":", "\"syndic-result/"};
    const char *at = bytes, *end = bytes + count;
    for (size_t i = 0; at && i < sizeof words / sizeof *words; i++)
        at = skip_word(at, end, words[i]);
    return count && at;
}

/** What bytes that open with an object (behind "[" when `array`) are; otherwise FOUND_NOT. */
static finding tell_object(const char *at, const char *end, bool array, bool *sure, syn_format *out)
{
    const char *stop = line_end(at, end);
    finding line = FOUND_NOT, value;
    if (!array && stop == end && !*sure)
        return FOUND_NOT;
    if (!array)
        line = find_object(at, stop, true);
    if (stop - at >= INT_MAX)
        end = at + FIRST_BYTES;
    value = line == FOUND_NOT || line == FOUND_OPEN ? find_object(at, end, false) : line;
    *sure |= value != FOUND_OPEN;
    if (value == FOUND)
        *out = line == FOUND ? SYN_FORMAT_LINES : SYN_FORMAT_VALUES;
    return value;
}

syn_status syn_jsonl_tell_start(const char *bytes, size_t count, bool expected, bool *sure, syn_format *out)
{
    const char *end = bytes + count, *at = count ? skip_blank(skip_mark(bytes, end), end) : end;
    bool array = at < end && *at == '[';
    const char *brace = array ? skip_blank(at + 1, end) : at;
    *out = expected ? SYN_FORMAT_LINES : SYN_FORMAT_PLAIN;
    if (at < end && *at != '{' && !array)
        *out = SYN_FORMAT_PLAIN;
    else if (array && expected)
        *out = SYN_FORMAT_VALUES;
    if (brace < end && *brace == '{')
        return tell_object(brace, end, array, sure, out) == FOUND_NO_MEMORY ? SYN_MEMORY : SYN_OK;
    *sure |= brace < end;
    return SYN_OK;
}

syn_status syn_jsonl_tell(const char *bytes, size_t count, bool expected, syn_format *out)
{
    bool sure = true;
    return syn_jsonl_tell_start(bytes, count, expected, &sure, out);
}

/** A copy of a string that is not empty, or of a number when `number` allows it; else NULL. */
static const char *read_text(reader *r, json_object *value, bool number)
{
    json_type type = json_object_get_type(value);
    if (type != json_type_string && !(number && (type == json_type_int || type == json_type_double)))
        return NULL;
    const char *text = json_object_get_string(value);
    if (!text) {
        r->part->failed = true;
        return NULL;
    }
    if (!*text)
        return NULL;
    const char *kept = syn_arena_text(&r->part->arena, text, strlen(text));
    r->part->failed |= !kept;
    return kept;
}

static const char *read_field(reader *r, json_object *record, const char *name, bool number)
{
    json_object *value;
    return json_object_object_get_ex(record, name, &value) ? read_text(r, value, number) : NULL;
}

/** A name is a string, or an object that has one. */
static const char *name_of(json_object *value)
{
    json_object *name;
    if (json_object_is_type(value, json_type_object) && json_object_object_get_ex(value, "name", &name))
        value = name;
    return json_object_is_type(value, json_type_string) ? json_object_get_string(value) : NULL;
}

/** The names of a list joined by ", ", or one name; NULL when there is none. */
static const char *join_names(reader *r, json_object *value)
{
    bool list = json_object_is_type(value, json_type_array);
    size_t count = list ? json_object_array_length(value) : 1;
    syn_buf buf = {0};
    for (size_t i = 0; i < count; i++) {
        const char *name = name_of(list ? json_object_array_get_idx(value, i) : value);
        if (!name || !*name)
            continue;
        syn_buf_text(&buf, buf.len ? ", " : "");
        syn_buf_text(&buf, name);
    }
    const char *kept = buf.len ? syn_arena_text(&r->part->arena, buf.bytes, buf.len) : NULL;
    r->part->failed |= buf.failed || (buf.len && !kept);
    syn_buf_release(&buf);
    return kept;
}

/** Offers a date field. What is neither a text nor a number that is a date is kept as it was written. */
static void offer_date(reader *r, syn_dating *dating, int rank, json_object *value)
{
    json_type type = json_object_get_type(value);
    double number = type == json_type_int || type == json_type_double ? json_object_get_double(value) : 0;
    if (type == json_type_null || type == json_type_boolean)
        return;
    if (number >= 1 && number < 1e14 && syn_dating_number(dating, rank, (int64_t)number))
        return;
    const char *text = json_object_get_string(value);
    r->part->failed |= !text;
    if (text && type == json_type_string)
        syn_dating_text(dating, rank, text, (size_t)json_object_get_string_len(value));
    else if (text)
        syn_dating_refuse(dating, rank, text, strlen(text));
}

/** A copy of what could not be read, cut at a character. */
static const char *keep_unread(reader *r, const syn_dating *dating)
{
    size_t bytes = dating->unread_bytes;
    if (bytes > UNREAD_BYTES)
        for (bytes = UNREAD_BYTES; bytes > 0 && ((unsigned char)dating->unread[bytes] & 0xc0) == 0x80;)
            bytes--;
    const char *kept = syn_arena_text(&r->part->arena, dating->unread, bytes);
    r->part->failed |= !kept;
    return kept;
}

/** Dates, names and addresses may stand in many fields: one walk over what the record has. */
static void read_others(reader *r, json_object *record, syn_document *document)
{
    static const char *const names[] = {"byline", "author", "authors", "canonical", "canonical_url"};
    enum { byline, author, authors, canonical, canonical_url, name_count };
    json_object *found[name_count] = {NULL};
    syn_dating dating = {0};
    struct json_object_iter at;
    json_object_object_foreachC(record, at)
    {
        int rank = syn_dating_rank(at.key);
        if (rank >= 0)
            offer_date(r, &dating, rank, at.val);
        for (int i = 0; i < name_count && rank < 0; i++)
            if (names[i][0] == at.key[0] && strcmp(names[i], at.key) == 0)
                found[i] = at.val;
    }
    for (int i = byline; i <= authors && !document->byline; i++)
        document->byline = join_names(r, found[i]);
    for (int i = canonical; i <= canonical_url && !document->canonical; i++)
        document->canonical = read_text(r, found[i], false);
    syn_dating_settle(&dating, document->text, document->text_bytes, &document->date);
    if (dating.unread && !dating.date_rank)
        document->date_unread = keep_unread(r, &dating);
}

/** Says what keeps a record from having a text. */
static void refuse_text(reader *r, int64_t line, bool missing)
{
    char why[256];
    snprintf(why, sizeof why, "field \"%s\" is %s", r->field_text, missing ? "missing" : "not a string");
    syn_part_trouble(r->part, line, why, "use --fields text=NAME");
}

/** Whether an id would be kept other than it was written: json-c sets an integer past its range to the
 *  nearest it has, and a string is kept up to its first NUL. */
static bool refuse_id(reader *r, json_object *record, int64_t line)
{
    json_object *id;
    if (!json_object_object_get_ex(record, "id", &id))
        return false;
    bool wide = json_object_is_type(id, json_type_int) &&
                (json_object_get_int64(id) == INT64_MIN || json_object_get_uint64(id) == UINT64_MAX);
    bool holed = json_object_is_type(id, json_type_string) &&
                 memchr(json_object_get_string(id), 0, (size_t)json_object_get_string_len(id));
    if (wide)
        syn_part_trouble(r->part, line, "field \"id\" is a number too large to keep", "write it as a string");
    if (holed)
        syn_part_trouble(r->part, line, "field \"id\" holds a NUL character", "write the id without it");
    return wide || holed;
}

/** The text of a document: decoded already, or json-c's. */
static bool give_text(reader *r, json_object *text, syn_document *document)
{
    if (r->text) {
        document->text = r->text;
        document->text_bytes = r->text_bytes;
        return true;
    }
    document->text_bytes = (size_t)json_object_get_string_len(text);
    document->text = syn_arena_text(&r->part->arena, json_object_get_string(text), document->text_bytes);
    return document->text != NULL;
}

static void take_record(reader *r, json_object *record, int64_t number, int64_t line)
{
    json_object *text;
    bool found = json_object_object_get_ex(record, r->field_text, &text);
    if (!found || !json_object_is_type(text, json_type_string)) {
        refuse_text(r, line, !found);
        return;
    }
    if (refuse_id(r, record, line))
        return;
    syn_document document = {.record = number};
    r->part->failed |= !give_text(r, text, &document);
    document.id = read_field(r, record, "id", true);
    document.title = read_field(r, record, "title", false);
    document.outlet = read_field(r, record, "outlet", false);
    if (!document.outlet)
        document.outlet = read_field(r, record, "source", false);
    document.url = read_field(r, record, "url", false);
    if (document.text)
        read_others(r, record, &document);
    if (document.text && !r->part->failed)
        syn_part_add(r->part, &document, r->record);
    else
        r->part->failed = true;
}

/** Says where and how JSON breaks; `at` is the first byte of the line or value. */
static void refuse_json(reader *r, int64_t line, const char *at, const char *stop)
{
    enum json_tokener_error kind = json_tokener_get_error(r->tokener);
    const char *how = kind == json_tokener_continue  ? "it ends too soon"
                      : kind == json_tokener_success ? "something follows the object"
                                                     : json_tokener_error_desc(kind);
    char why[256];
    snprintf(why, sizeof why, "broken JSON at byte %zu: %s", (size_t)(stop - at) + 1, how);
    syn_part_trouble(r->part, line, why, "mend or remove the line");
}

static void refuse_kind(reader *r, int64_t line)
{
    syn_part_trouble(r->part, line, "not a JSON object", "a record is one object with a text");
}

/** Decodes a long text by itself, and parses the rest of the record with an empty one in its place: json-c takes bytes one
 *  by one. NULL, and nothing decoded, when that cannot be: the whole record tells then what is wrong with it. */
static json_object *read_brief(reader *r, const char *at, const char *end)
{
    syn_piece text;
    const char *last, *stop;
    r->text = NULL;
    if (end - at < BRIEF_BYTES || !syn_literal_find(at, (size_t)(end - at), r->field_text, &text, &last) ||
        text.count < BRIEF_BYTES || *text.at != '"')
        return NULL;
    syn_buf_clear(&r->brief);
    syn_buf_add(&r->brief, at, (size_t)(text.at + 1 - at));
    syn_buf_add(&r->brief, text.at + text.count - 1, (size_t)(end - (text.at + text.count - 1)));
    if (r->brief.failed)
        return NULL;
    const char *brief_end = r->brief.bytes + r->brief.len;
    json_object *record = read_value(r->tokener, r->brief.bytes, brief_end, &stop);
    char *to = record && skip_blank(stop, brief_end) == brief_end ? syn_arena_take(&r->part->arena, text.count) : NULL;
    if (!to || !syn_literal_decode(text, to, &r->text_bytes)) {
        json_object_put(record);
        return NULL;
    }
    to[r->text_bytes] = '\0';
    r->text = to;
    return record;
}

static void take_line(reader *r, int64_t line, const char *begin, const char *end)
{
    if (end - begin >= INT_MAX) {
        syn_part_trouble(r->part, line, "the line is 2 GiB or longer", "split it");
        return;
    }
    const char *first = skip_mark(begin, end), *at = skip_blank(first, end), *stop;
    if (at == end)
        return;
    if (*at != '{') {
        refuse_kind(r, line);
        return;
    }
    r->record = (syn_record){.form = SYN_RECORD_LINE, .bytes = first, .count = (size_t)(end - first)};
    json_object *record = read_brief(r, at, end);
    const bool brief = record;
    if (!brief)
        record = read_value(r->tokener, at, end, &stop);
    if (brief || (record && skip_blank(stop, end) == end))
        take_record(r, record, line, line);
    else if (lacks_memory(r->tokener, record))
        r->part->failed = true;
    else
        refuse_json(r, line, begin, stop);
    json_object_put(record);
}

/** The text without a parser. False when it is not that simple. */
static bool decode_again(syn_jsonl_record *record, const char *bytes, size_t count, const char *field_text)
{
    syn_piece text;
    const char *last;
    if (!syn_literal_find(bytes, count, field_text, &text, &last) || !text.at || *text.at != '"' ||
        !syn_alloc_room((void **)&record->room, &record->room_bytes, text.count, 1) ||
        !syn_literal_decode(text, record->room, &record->text_bytes))
        return false;
    record->room[record->text_bytes] = '\0';
    record->text = record->room;
    return true;
}

syn_status syn_jsonl_again(syn_jsonl_record *record, const char *bytes, size_t count, const char *field_text)
{
    const char *end = bytes + count, *at = skip_blank(bytes, end), *stop;
    json_object *text;
    if (decode_again(record, bytes, count, field_text))
        return SYN_OK;
    if (!record->tokener)
        record->tokener = json_tokener_new_ex(DEPTH);
    if (!record->tokener)
        return SYN_MEMORY;
    json_object_put(record->tree);
    record->tree = read_value(record->tokener, at, end, &stop);
    if (lacks_memory(record->tokener, record->tree))
        return SYN_MEMORY;
    if (!json_object_is_type(record->tree, json_type_object) || skip_blank(stop, end) != end ||
        !json_object_object_get_ex(record->tree, field_text, &text) || !json_object_is_type(text, json_type_string))
        return SYN_INPUT;
    record->text = json_object_get_string(text);
    record->text_bytes = (size_t)json_object_get_string_len(text);
    return record->text ? SYN_OK : SYN_MEMORY;
}

void syn_jsonl_release(syn_jsonl_record *record)
{
    json_object_put(record->tree);
    free(record->room);
    if (record->tokener)
        json_tokener_free(record->tokener);
    *record = (syn_jsonl_record){0};
}

void syn_jsonl_lines(syn_part *part, const char *field_text)
{
    reader r = {.part = part, .field_text = field_text};
    r.tokener = json_tokener_new_ex(DEPTH);
    part->failed = !r.tokener;
    if (!r.tokener)
        return;
    const char *at = part->bytes, *end = at + part->count;
    while (at < end && !part->failed) {
        const char *stop = line_end(at, end);
        take_line(&r, part->line_count++, at, stop);
        at = stop < end ? stop + 1 : end;
    }
    json_tokener_free(r.tokener);
    syn_buf_release(&r.brief);
}

/** Where a value ends: json-c goes on over the blanks behind it. */
static const char *stop_of(const char *at, const char *stop)
{
    while (stop > at && skip_blank(stop - 1, stop) == stop)
        stop--;
    return stop;
}

static int64_t line_at(reader *r, const char *at)
{
    for (const char *end; (end = line_end(r->seen, at)) < at; r->seen = end + 1)
        r->line++;
    return r->line;
}

/** One value of an array or sequence, and where it ends; NULL when nothing behind it can be trusted. */
static const char *take_value(reader *r, int64_t number, const char *at, const char *end)
{
    const char *stop;
    int64_t line = line_at(r, at);
    json_object *record = read_value(r->tokener, at, end, &stop);
    bool whole = json_tokener_get_error(r->tokener) == json_tokener_success;
    r->record = (syn_record){.form = SYN_RECORD_VALUE, .bytes = at, .count = (size_t)(stop_of(at, stop) - at)};
    if (*at == '{' && lacks_memory(r->tokener, record))
        r->part->failed = true;
    else if (!whole)
        refuse_json(r, line, at, stop);
    else if (!json_object_is_type(record, json_type_object))
        refuse_kind(r, line);
    else
        take_record(r, record, number, line);
    json_object_put(record);
    return whole && !r->part->failed ? skip_blank(stop, end) : NULL;
}

static const char *break_off(reader *r, const char *at, const char *why)
{
    syn_part_trouble(r->part, line_at(r, at), why, "mend the file");
    return NULL;
}

/** Where the next value of an array begins, behind `number` of them and their comma; NULL when the
 *  array ends or breaks. */
static const char *next_item(reader *r, int64_t number, const char *at, const char *end)
{
    if (at < end && *at == ']') {
        at = skip_blank(at + 1, end);
        return at < end ? break_off(r, at, "something follows the array") : NULL;
    }
    if (at < end && number > 0) {
        if (*at != ',')
            return break_off(r, at, "broken JSON: a comma is missing");
        at = skip_blank(at + 1, end);
    }
    return at < end ? at : break_off(r, at, "broken JSON: the array does not end");
}

void syn_jsonl_values(syn_part *part, const char *field_text)
{
    reader r = {.part = part, .field_text = field_text, .seen = part->bytes};
    r.tokener = json_tokener_new_ex(DEPTH);
    part->failed = !r.tokener;
    if (!r.tokener)
        return;
    const char *end = part->bytes + part->count;
    const char *at = skip_blank(skip_mark(part->bytes, end), end);
    bool array = at < end && *at == '[';
    if (array)
        at = skip_blank(at + 1, end);
    for (int64_t number = 0; at; number++) {
        if (array)
            at = next_item(&r, number, at, end);
        if (!at || at == end)
            break;
        at = take_value(&r, number, at, end);
    }
    json_tokener_free(r.tokener);
}
