/** A run of dedup over a crawl, and what it wrote, read again.
 *
 *      ran r = crawl_run(&c, references, &plan, &share, threads);
 *      ... r.out.line[i], r.out.bytes_of[i] ... r.log ... r.summary
 *      said s = said_read(r.log.line[i]);     // what a line of the log says
 *      said_release(&s);
 *      ran_release(&r);
 */
#ifndef TESTS_SUPPORT_CRAWL_RUN_H
#define TESTS_SUPPORT_CRAWL_RUN_H

#include "dedup.h"
#include "support/crawl_twin.h"
#include "support/whole.h"

#include <json-c/json.h>

/** Lines without their ends. */
typedef struct ran_lines {
    syn_buf buf;
    char **line;
    uint32_t *bytes_of, count;
} ran_lines;

typedef struct ran {
    ran_lines out, log;
    syn_dedup_summary *summary;
    syn_status status;
    syn_error error;
} ran;

static inline syn_status ran_write(void *context, const void *bytes, size_t count)
{
    syn_buf_add(context, bytes, count);
    return ((syn_buf *)context)->failed ? SYN_MEMORY : SYN_OK;
}

static inline void ran_split(ran_lines *l)
{
    uint32_t count = 0;
    for (size_t i = 0; i < l->buf.len; i++)
        count += l->buf.bytes[i] == '\n';
    law_hold(l->buf.len == 0 || l->buf.bytes[l->buf.len - 1] == '\n', "what is written ends with a line end", " ");
    l->line = law_need(calloc(count + 1, sizeof *l->line));
    l->bytes_of = law_need(calloc(count + 1, sizeof *l->bytes_of));
    for (char *at = l->buf.bytes; l->count < count; at += l->bytes_of[l->count++] + 1) {
        l->line[l->count] = at;
        l->bytes_of[l->count] = (uint32_t)((char *)memchr(at, '\n', l->buf.len) - at);
    }
}

/** The first `references` inputs are held against. */
static inline ran crawl_run(const crawl *c, uint32_t references, const syn_dedup_plan *plan, const syn_dedup_share *share,
                            uint32_t threads)
{
    ran r = {0};
    syn_sink out = {ran_write, &r.out.buf}, log = {ran_write, &r.log.buf};
    syn_dedup_plan used = *plan;
    syn_options options;
    syn_options_init(&options);
    options.thread_count = threads;
    used.against = c->paths;
    used.against_count = references;
    used.out = &out;
    used.log = &log;
    r.status = syn_dedup_shared(c->paths + references, c->path_count - references, &used, share, &options, &r.summary,
                                &r.error);
    return r;
}

static inline ran crawl_run_well(const crawl *c, uint32_t references, const syn_dedup_plan *plan,
                                 const syn_dedup_share *share, uint32_t threads)
{
    ran r = crawl_run(c, references, plan, share, threads);
    law_hold(r.status == SYN_OK, "a crawl is deduplicated", "%d: %s", r.status, r.error.message);
    ran_split(&r.out);
    ran_split(&r.log);
    return r;
}

static inline void ran_release(ran *r)
{
    syn_buf_release(&r->out.buf);
    syn_buf_release(&r->log.buf);
    free(r->out.line);
    free(r->out.bytes_of);
    free(r->log.line);
    free(r->log.bytes_of);
    syn_dedup_summary_free(r->summary);
    *r = (ran){0};
}

static inline bool ran_is(const ran_lines *l, uint32_t i, const char *bytes, size_t count)
{
    return i < l->count && l->bytes_of[i] == count && memcmp(l->line[i], bytes, count) == 0;
}

/** Memory shared out: plenty, or so little that rosters and columns go to the disk and tables fill. `most_words`: of one
 *  text, which must have room. */
static inline syn_dedup_share share_plenty(void)
{
    return (syn_dedup_share){.batch = 1 << 20, .roster = 4 << 20, .table = 8 << 20, .column = 1 << 20, .cover = 1 << 20, .passage = 1 << 20};
}

static inline syn_dedup_share share_little(uint32_t most_words)
{
    const uint32_t least = most_words * 50 + 4096;
    return (syn_dedup_share){.batch = law_chance(2) ? 1 : law_between(1, 20000), .roster = law_chance(2) ? 0 : 1 << 20,
                             .table = law_chance(2) ? least : law_between(least, 16 * least),
                             .column = law_chance(2) ? 0 : law_between(1, 9000), .cover = 1 << 20, .passage = 1 << 20};
}

/* What a line says */

typedef struct said_span {
    uint32_t begin, end, kept_begin, kept_end, words;
    const char *kept;
} said_span;

/** Strings are the tree's. */
typedef struct said {
    json_object *tree;
    const char *dropped, *cut, *kept, *why, *record; /**< NULL: not said */
    int record_bytes;
    uint32_t words, left;
    double share_dropped, share_kept, share;
    said_span *spans;
    size_t span_count;
} said;

static inline json_object *said_member(json_object *in, const char *name)
{
    json_object *found = NULL;
    json_object_object_get_ex(in, name, &found);
    return found;
}

static inline const char *said_text(json_object *in, const char *name)
{
    return json_object_get_string(said_member(in, name));
}

static inline uint32_t said_number(json_object *in, const char *name)
{
    json_object *found = said_member(in, name);
    const int64_t value = found ? json_object_get_int64(found) : 0;
    law_hold(value >= 0 && value <= UINT32_MAX, "numbers are small", "%s", name);
    return (uint32_t)value;
}

static inline said_span said_place(json_object *in)
{
    return (said_span){.begin = said_number(in, "begin"), .end = said_number(in, "end"), .words = said_number(in, "words"),
                       .kept_begin = said_number(in, "kept_begin"), .kept_end = said_number(in, "kept_end"),
                       .kept = said_text(in, "kept")};
}

static inline uint32_t said_end(json_object *in, const char *name, size_t which)
{
    return (uint32_t)json_object_get_int64(json_object_array_get_idx(said_member(in, name), which));
}

static inline void said_spans(said *s)
{
    json_object *spans = said_member(s->tree, "spans"), *cuts = said_member(s->tree, "cuts");
    s->span_count = s->cut ? 1 : spans ? json_object_array_length(spans) : cuts ? json_object_array_length(cuts) : 0;
    s->spans = law_need(calloc(s->span_count + 1, sizeof *s->spans));
    for (size_t i = 0; i < s->span_count; i++) {
        json_object *at = s->cut ? s->tree : json_object_array_get_idx(spans ? spans : cuts, i);
        if (spans)
            s->spans[i] = (said_span){said_end(at, "dropped", 0), said_end(at, "dropped", 1), said_end(at, "kept", 0),
                                      said_end(at, "kept", 1), said_number(at, "words"), s->kept};
        else
            s->spans[i] = said_place(at);
    }
}

/** A line of the log, or the value of a mark. */
static inline said said_read(const char *at, size_t count)
{
    law_hold(whole_is_json(at, count), "a line is JSON", "%.*s", (int)count, at);
    char *line = law_need(strndup(at, count));
    said s = {.tree = json_tokener_parse(line)};
    free(line);
    law_hold(json_object_is_type(s.tree, json_type_object), "a line is an object", "%.*s", (int)count, at);
    s.cut = said_text(s.tree, "cut");
    s.kept = said_text(s.tree, "kept");
    s.why = said_text(s.tree, "why");
    s.dropped = said_text(s.tree, "dropped");
    s.record = said_text(s.tree, "record");
    s.record_bytes = s.record ? json_object_get_string_len(said_member(s.tree, "record")) : 0;
    s.words = said_number(s.tree, "words");
    s.left = said_number(s.tree, "left");
    s.share = json_object_get_double(said_member(s.tree, "share"));
    s.share_dropped = json_object_get_double(said_member(s.tree, "share_dropped"));
    s.share_kept = json_object_get_double(said_member(s.tree, "share_kept"));
    said_spans(&s);
    return s;
}

static inline void said_release(said *s)
{
    json_object_put(s->tree);
    free(s->spans);
    *s = (said){0};
}

/** What the field "syndic" of a marked line says; its tree is NULL when there is none. Nothing else is new in the line. */
static inline said said_mark(const page *p, const char *line, uint32_t bytes)
{
    uint32_t inside = p->record_bytes, tail;
    if (bytes == p->record_bytes && memcmp(line, p->record, bytes) == 0)
        return (said){0};
    while (p->record[inside - 1] != '}')
        inside--;
    inside--;
    while (p->record[inside - 1] == ' ')
        inside--;
    tail = p->record_bytes - inside;
    static const char name[] = ",\"syndic\":";
    const bool fits = bytes > p->record_bytes + strlen(name) && memcmp(line, p->record, inside) == 0 &&
                      memcmp(line + bytes - tail, p->record + inside, tail) == 0 &&
                      memcmp(line + inside, name, strlen(name)) == 0;
    law_hold(fits, "a marked record only gains the field", "%.*s\n  %s", (int)bytes, line, p->record);
    return said_read(line + inside + strlen(name), bytes - tail - inside - strlen(name));
}

/** A share of words as the log has it. */
static inline bool said_share_is(double share, uint32_t part, uint32_t whole)
{
    const double wanted = whole > 0 ? (double)((uint64_t)part * 10000 / whole) / 10000 : 1;
    return share > wanted - 1e-9 && share < wanted + 1e-9;
}

/** The word of a text that begins at a byte, or whose end is there; SYN_NONE: none. */
static inline uint32_t twin_word_at(const twin_text *t, const uint32_t *edges, uint32_t byte)
{
    for (uint32_t i = 0; i < t->count; i++)
        if (edges[i] == byte)
            return i;
    return SYN_NONE;
}

#endif
