/* Two looks at the file: the first finds the members of the result, the second reads them, one after another in the
 * order in which they need one another, whatever order they stand in. */
#include "ingest/saved.h"

#include "base/alloc.h"
#include "base/error.h"
#include "ingest/saved_item.h"
#include "ingest/scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HINT "write it anew: syndic trace -f json"

typedef struct section {
    const char *name;
    syn_saved_item *read; /* an item of the array, or the object itself */
    bool array;
    bool check;           /* only a check has it */
    void (*settle)(syn_saved_reader *r); /* when all of it is read */
} section;

static const section sections[] = {
    {"params", syn_saved_params, false, false, NULL},
    {"documents", syn_saved_document, true, false, syn_saved_order},
    {"sources", syn_saved_source, true, false, NULL},
    {"credits", syn_saved_credit, true, false, NULL},
    {"passages", syn_saved_passage, true, false, NULL},
    {"check", syn_saved_checked, true, true, syn_saved_settle_check},
    {"pairs", syn_saved_pair, true, false, NULL},
    {"descents", syn_saved_descent, true, false, NULL},
    {"skipped", syn_saved_skip, true, false, NULL},
    {"summary", syn_saved_summary, false, false, NULL},
};
enum { section_count = sizeof sections / sizeof *sections };

typedef struct file {
    const char *path, *bytes, *end;
    syn_error *error;
    syn_tally *tally; /* or NULL */
    syn_piece schema, left_out, members[section_count];
} file;

/* Trouble */

static size_t line_of(const file *f, const char *at)
{
    size_t line = 1;
    for (const char *from = f->bytes; from < at; line++, from++)
        if (!(from = memchr(from, '\n', (size_t)(at - from))))
            break;
    return line;
}

static syn_status refuse_break(const file *f, const char *at)
{
    return syn_fail(f->error, SYN_INPUT, "%s:%zu: broken JSON%s (" HINT ")", f->path, line_of(f, at),
                    at == f->end ? ": it ends too soon" : "");
}

/** What the reader found wrong with item `index` of a section. */
static syn_status refuse_item(const file *f, const syn_saved_reader *r, const section *s, size_t index,
                              const char *at)
{
    char place[32] = "", inner[64] = "";
    if (r->fields.status == SYN_MEMORY)
        return syn_fail_memory(f->error);
    if (s->array)
        snprintf(place, sizeof place, "[%zu]", index);
    if (r->list)
        snprintf(inner, sizeof inner, ".%s[%zu]", r->list, r->index);
    return syn_fail(f->error, SYN_INPUT, "%s:%zu: %s%s%s: %s (" HINT ")", f->path, line_of(f, at), s->name, place,
                    inner, r->fields.why);
}

/* The first look */

static bool is_named(syn_piece name, const char *what)
{
    return name.count == strlen(what) && memcmp(name.at, what, name.count) == 0;
}

static syn_piece *place_of(file *f, syn_piece name)
{
    if (is_named(name, "schema"))
        return &f->schema;
    if (is_named(name, "pairs_left_out"))
        return &f->left_out;
    for (size_t i = 0; i < section_count; i++)
        if (is_named(name, sections[i].name))
            return &f->members[i];
    return NULL;
}

static syn_status refuse_missing(const file *f, const char *name)
{
    return syn_fail(f->error, SYN_INPUT, "%s: \"%s\" is missing (" HINT ")", f->path, name);
}

/** Whether a string of JSON opens with `what`; a slash may stand behind a backslash. Sets where it does to. */
static bool opens_with(syn_piece string, const char *what, size_t *end)
{
    size_t at = 0;
    for (; *what; what++) {
        if (*what == '/' && at < string.count && string.at[at] == '\\')
            at++;
        if (at == string.count || string.at[at++] != *what)
            return false;
    }
    *end = at;
    return true;
}

/** A result says so in its schema; of another version only that can be said. */
static syn_status check_schema(const file *f)
{
    size_t end;
    if (opens_with(f->schema, "\"syndic-result/1\"", &end) && end == f->schema.count)
        return SYN_OK;
    if (opens_with(f->schema, "\"syndic-result/", &end))
        return syn_fail(f->error, SYN_INPUT, "%s: a result of another version than this syndic reads (" HINT ")",
                        f->path);
    return syn_fail(f->error, SYN_INPUT, "%s: not a result of syndic (make one: syndic trace -f json)", f->path);
}

static syn_status find_members(file *f)
{
    syn_scan scan;
    syn_piece name, value;
    if (!syn_scan_open(f->bytes, (size_t)(f->end - f->bytes), '{', &scan))
        return check_schema(f);
    while (syn_scan_next(&scan, &name, &value)) {
        syn_piece *place = place_of(f, name);
        if (place && place->at)
            return syn_fail(f->error, SYN_INPUT, "%s:%zu: \"%.*s\" stands twice (" HINT ")", f->path,
                            line_of(f, value.at), (int)name.count, name.at);
        if (place)
            *place = value;
    }
    syn_status status = check_schema(f);
    if (status == SYN_OK && scan.broken)
        status = refuse_break(f, scan.at);
    else if (status == SYN_OK && scan.at < f->end)
        status = syn_fail(f->error, SYN_INPUT, "%s:%zu: something follows the result (" HINT ")", f->path,
                          line_of(f, scan.at));
    for (size_t i = 0; i < section_count && status == SYN_OK; i++)
        if (!f->members[i].at && !sections[i].check)
            status = refuse_missing(f, sections[i].name);
    return status == SYN_OK && !f->left_out.at ? refuse_missing(f, "pairs_left_out") : status;
}

/* The second look */

/** Items are what takes time; all of them up to here are read. */
static void tell_read(const file *f, size_t bytes)
{
    if (f->tally)
        syn_tally_set(f->tally, bytes);
}

static syn_status read_item(const file *f, syn_saved_reader *r, const section *s, size_t index, syn_piece value)
{
    struct json_object *item = syn_field_parse(&r->fields, value.at, value.count);
    r->list = NULL;
    if (item)
        s->read(r, item);
    return r->fields.status < 0 ? refuse_item(f, r, s, index, value.at) : SYN_OK;
}

static syn_status settle_section(const file *f, syn_saved_reader *r, const section *s, const char *at)
{
    s->settle(r);
    if (r->fields.status == SYN_OK)
        return SYN_OK;
    if (r->fields.status == SYN_MEMORY)
        return syn_fail_memory(f->error);
    return syn_fail(f->error, SYN_INPUT, "%s:%zu: %s: %s (" HINT ")", f->path, line_of(f, at), s->name, r->fields.why);
}

static syn_status read_section(const file *f, syn_saved_reader *r, size_t number)
{
    const section *s = &sections[number];
    syn_piece member = f->members[number], name, value;
    syn_scan scan;
    syn_status status = SYN_OK;
    size_t before = 0;
    for (size_t i = 0; i < number; i++)
        before += f->members[i].count;
    if (!s->array)
        return read_item(f, r, s, 0, member);
    if (!syn_scan_open(member.at, member.count, '[', &scan))
        return syn_fail(f->error, SYN_INPUT, "%s:%zu: \"%s\" is no list (" HINT ")", f->path, line_of(f, member.at),
                        s->name);
    for (size_t i = 0; status == SYN_OK && syn_scan_next(&scan, &name, &value); i++) {
        status = read_item(f, r, s, i, value);
        tell_read(f, before + (size_t)(value.at - member.at));
    }
    if (status == SYN_OK && scan.broken)
        return refuse_break(f, scan.at);
    return status == SYN_OK && s->settle ? settle_section(f, r, s, member.at) : status;
}

static syn_status read_left_out(const file *f, syn_saved_reader *r)
{
    uint64_t value = 0;
    for (size_t i = 0; i < f->left_out.count; i++) {
        char c = f->left_out.at[i];
        if (c < '0' || c > '9' || value > INT64_MAX / 10 - 1)
            return syn_fail(f->error, SYN_INPUT, "%s:%zu: \"pairs_left_out\" is not a whole number (" HINT ")", f->path,
                            line_of(f, f->left_out.at));
        value = 10 * value + (uint64_t)(c - '0');
    }
    r->saved.view.pairs_left_out = value;
    return SYN_OK;
}

static syn_status read_all(const file *f, syn_saved_reader *r)
{
    syn_status status = read_left_out(f, r);
    r->saved.view.limit_words = UINT32_MAX;
    r->saved.view.limit_share = 2;
    for (size_t i = 0; i < section_count && status == SYN_OK; i++) {
        if (sections[i].check && !r->saved.view.is_check)
            continue;
        status = f->members[i].at ? read_section(f, r, i) : refuse_missing(f, sections[i].name);
    }
    return status;
}

/* What is read goes out */

/** As in a result that was just made, an array without items is one nevertheless. */
static bool settle_lists(syn_saved_reader *r)
{
    syn_saved_list *const lists[] = {&r->documents, &r->shares, &r->skips, &r->passages, &r->witnesses, &r->pairs,
                                     &r->matches, &r->sources, &r->names, &r->credits, &r->covers, &r->descents,
                                     &r->descent_passages, &r->evidence, &r->checked, &r->counted,
                                     &r->versions};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (!lists[i]->items && !(lists[i]->items = syn_alloc(0, 1)))
            return false;
    return true;
}

static void hand_over(syn_saved_reader *r, syn_saved *out)
{
    syn_saved *s = &r->saved;
    syn_result_view *v = &s->view;
    s->documents = r->documents.items, s->document_count = r->documents.count;
    s->skips = r->skips.items, s->skip_count = r->skips.count;
    v->shares = r->shares.items;
    v->passages = r->passages.items, v->passage_count = r->passages.count;
    v->witnesses = r->witnesses.items, v->witness_count = r->witnesses.count;
    v->pairs = r->pairs.items, v->pair_count = r->pairs.count;
    v->matches = r->matches.items, v->match_count = r->matches.count;
    v->sources = r->sources.items, v->source_count = r->sources.count;
    v->source_names = r->names.items;
    v->credits = r->credits.items, v->credit_count = r->credits.count;
    v->covers = r->covers.items;
    v->descents = r->descents.items, v->descent_count = r->descents.count;
    v->descent_passages = r->descent_passages.items;
    v->evidence = r->evidence.items, v->evidence_count = r->evidence.count;
    v->checked = r->checked.items, v->checked_count = r->checked.count;
    v->counted = r->counted.items, v->counted_count = r->counted.count;
    v->versions = r->versions.items, v->version_count = r->versions.count;
    *out = *s;
}

void syn_saved_release(syn_saved *saved)
{
    const syn_result_view *v = &saved->view;
    const void *const arrays[] = {saved->documents, saved->skips, v->shares, v->passages, v->witnesses, v->pairs,
                                  v->matches, v->sources, v->source_names, v->credits, v->covers, v->descents,
                                  v->descent_passages, v->evidence, v->checked, v->counted, v->versions};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        free((void *)arrays[i]);
    syn_arena_release(&saved->arena);
    syn_arena_release(&saved->excerpts);
    *saved = (syn_saved){0};
}

syn_status syn_saved_read(const char *path, const char *bytes, size_t count, syn_tally *tally, syn_saved *out,
                          syn_error *error)
{
    const char *begin = count ? bytes : "";
    file f = {.path = path, .bytes = begin, .end = begin + count, .error = error, .tally = tally};
    syn_saved_reader r = {0};
    syn_saved made = {0};
    if (tally)
        syn_tally_begin(tally, "read", SYN_BYTES, count);
    syn_status status = find_members(&f);
    if (status < 0)
        return status;
    syn_options_init(&r.saved.options);
    r.fields.arena = &r.saved.arena;
    syn_field_open(&r.fields);
    status = r.fields.status < 0 ? syn_fail_memory(error) : read_all(&f, &r);
    syn_field_close(&r.fields);
    free(r.by_id);
    if (status == SYN_OK && !settle_lists(&r))
        status = syn_fail_memory(error);
    hand_over(&r, &made);
    if (status < 0)
        syn_saved_release(&made);
    else
        *out = made;
    return status;
}
