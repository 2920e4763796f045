/** Random crawls: folders and files of texts with planted copies, for laws of dedup.
 *
 *      crawl c = {.names = CRAWL_UNIQUE};
 *      crawl_random(&c, 0, 2, 30);          // 30 texts or some more in two inputs, files of the working directory
 *      ... c.pages[i], in the order of input; c.paths[0 .. c.path_count) ...
 *      crawl_release(&c);                   // files too
 *
 *  What a page says is written anew for each: words in other spellings, other blanks and marks between them, other
 *  escapes of JSON. Short memory aborts.
 */
#ifndef TESTS_SUPPORT_CRAWL_H
#define TESTS_SUPPORT_CRAWL_H

#include "base/buf.h"
#include "report/escape.h"
#include "support/law.h"
#include "support/oracle.h"
#include "syndic/report.h"

#include <sys/stat.h>
#include <unistd.h>

enum { CRAWL_WORDS = 400, CRAWL_STORIES = 3, CRAWL_FILES = 6, CRAWL_WAYS = 5 };

/** Words as numbers. */
typedef struct crawl_words {
    uint32_t word[CRAWL_WORDS], count;
} crawl_words;

typedef struct page {
    char *id, *outlet, *text, *record; /**< record: the line that goes out when nothing is done to it */
    uint32_t date, bytes, record_bytes; /**< date: 20210314, or 0 */
    uint32_t *raw_at;                   /**< where in the record a byte of the text stands, and the text's end */
    bool reference;
} page;

typedef enum crawl_names { CRAWL_UNIQUE, CRAWL_ANY } crawl_names;

typedef struct crawl {
    page *pages;
    crawl_words *words; /**< of each page */
    uint32_t count, room, kinds, flavour;
    crawl_words stories[CRAWL_STORIES];
    char path[CRAWL_FILES][40];
    const char *paths[CRAWL_FILES];
    char kind[CRAWL_FILES]; /**< of a file */
    uint32_t path_count;
    crawl_names names;
} crawl;

/* Words */

static const char *const crawl_spellings[][CRAWL_WAYS] = {
    {"harbour", "Harbour", "HARBOUR", "har\u00adbour", "har-\nbour"},
    {"caf\u00e9", "cafe\u0301", "CAF\u00c9", "Cafe\u0301", "caf\u00e9"},
    {"it's", "it\u2019s", "IT'S", "It\u02bcs", "it's"},
    {"stra\u00dfe", "STRASSE", "strasse", "stra\u1e9ee", "Strasse"},
    {"fish", "\ufb01sh", "\uff46\uff49sh", "FISH", "fi\u200bsh"},
    {"the", "The", "THE", "the", "the"},
    {"\u6771", "\u6771", "\u6771", "\u6771", "\u6771"},
    {"\u043c\u043e\u0440\u0435", "\u041c\u043e\u0440\u0435", "\u041c\u041e\u0420\u0415", "\u043c\u043e\u0440\u0435", "\u043c\u043e\u0440\u0435"},
    {"\U0001d400bc", "abc", "ABC", "Abc", "a\u00adbc"},
    {"42", "\uff14\uff12", "42", "42", "42"},
    {"of", "Of", "OF", "of", "of"}};
enum { CRAWL_SPELLED = sizeof crawl_spellings / sizeof *crawl_spellings };
static const char *const crawl_between[] = {" ", " ", " ", " ", " ", ", ", ". ", "\n", "\n\n", " \u2014 ", " \U0001f41f ", "\t",
                                            "\u00a0", "! ", " \"", "\" ", " \\ ", "\u2014", "\r\n", " <b>", "\x01 "};
static const char *const crawl_wordless[] = {"", "", "!!!", "\u2014", "\u2014 ", " ", "\n", "...", "\U0001f41f"};

static inline void crawl_add(crawl_words *w, uint32_t word)
{
    if (w->count < CRAWL_WORDS)
        w->word[w->count++] = word;
}

static inline void crawl_fresh(crawl_words *w, uint32_t count, uint32_t kinds)
{
    for (; count > 0; count--)
        crawl_add(w, law_chance(kinds));
}

/** A part, one word in `edits` replaced, dropped or doubled; 0: none. */
static inline void crawl_part(crawl_words *w, const crawl_words *of, uint32_t begin, uint32_t end, uint32_t edits,
                              uint32_t kinds)
{
    for (uint32_t i = begin; i < end; i++) {
        const uint32_t edit = edits && law_chance(edits) == 0 ? law_between(1, 3) : 0;
        if (edit != 2)
            crawl_add(w, edit == 1 ? law_chance(kinds) : of->word[i]);
        if (edit == 3)
            crawl_add(w, law_chance(kinds));
    }
}

static inline void crawl_trimmed(crawl_words *w, const crawl_words *of, uint32_t kinds)
{
    const uint32_t most = law_chance(3) ? of->count / 4 : of->count;
    const uint32_t begin = law_chance(2) ? 0 : law_chance(most + 1), cut = law_chance(2) ? 0 : law_chance(most + 1);
    crawl_part(w, of, begin, begin + cut < of->count ? of->count - cut : begin, law_chance(2) ? 0 : law_between(8, 60), kinds);
}

static inline void crawl_periodic(crawl_words *w, uint32_t kinds)
{
    const uint32_t first = law_chance(kinds), period = law_between(1, 9), count = law_between(5, 150);
    for (uint32_t i = 0; i < count; i++)
        crawl_add(w, (first + i % period) % kinds);
}

/** The words of the next page. Most kinds have to do with pages before it. */
static inline void crawl_say(crawl *c, crawl_words *w)
{
    static const uint8_t flavours[][8] = {
        {0, 1, 2, 3, 4, 5, 6, 7}, {1, 1, 2, 2, 5, 7, 1, 2}, {3, 3, 3, 3, 3, 2, 1, 0}, {6, 6, 6, 8, 8, 0, 5, 2},
        {4, 4, 4, 2, 7, 5, 3, 0}, {7, 7, 2, 0, 1, 7, 7, 3}};
    const crawl_words *story = &c->stories[law_chance(CRAWL_STORIES)];
    const crawl_words *earlier = c->count > 0 ? &c->words[law_chance(c->count)] : story;
    w->count = 0;
    switch (flavours[c->flavour][law_chance(8)]) {
    case 0: crawl_fresh(w, law_chance(80), c->kinds); break;
    case 1: crawl_part(w, story, 0, story->count, law_between(4, 80), c->kinds); break;
    case 2: crawl_trimmed(w, earlier, c->kinds); break;
    case 3: /* a template with something of its own */
        crawl_fresh(w, law_chance(20), c->kinds);
        crawl_part(w, &c->stories[0], 0, c->stories[0].count, 0, 1);
        crawl_fresh(w, law_chance(20), c->kinds);
        break;
    case 4: crawl_periodic(w, c->kinds); break;
    case 5: *w = *earlier; break;
    case 6: crawl_fresh(w, law_chance(3), c->kinds < 8 ? c->kinds : 8); break;
    case 7: /* of several */
        for (uint32_t parts = law_between(1, 4); parts > 0; parts--) {
            const crawl_words *from = law_chance(4) == 0 ? w : law_chance(2) || c->count == 0 ? story : &c->words[law_chance(c->count)];
            const uint32_t begin = law_chance(from->count + 1), end = law_between(begin, from->count);
            crawl_part(w, from, begin, end, law_chance(3) ? 0 : law_between(8, 60), c->kinds);
            crawl_fresh(w, law_chance(2) ? 0 : law_chance(12), c->kinds);
        }
        break;
    default: crawl_fresh(w, law_between(2, 7), c->kinds < 5 ? c->kinds : 5);
    }
}

/* Texts */

static inline void crawl_spell(syn_buf *out, uint32_t word, bool bare)
{
    if (word < CRAWL_SPELLED)
        syn_buf_text(out, crawl_spellings[word][bare ? 0 : law_chance(CRAWL_WAYS)]);
    else
        syn_buf_format(out, "%s%x", word % 9 == 0 ? "extraordinarily" : bare || law_chance(4) ? "w" : "W", (unsigned)word);
}

static inline void crawl_write(const crawl_words *w, syn_buf *out)
{
    const uint32_t plain = law_chance(9);
    if (w->count == 0)
        syn_buf_text(out, crawl_wordless[law_chance(sizeof crawl_wordless / sizeof *crawl_wordless)]);
    else
        syn_buf_text(out, law_chance(4) ? "" : " \u2014 ");
    for (uint32_t i = 0; i < w->count; i++) {
        const bool bare = law_chance(8) < plain;
        crawl_spell(out, w->word[i], bare);
        if (i + 1 < w->count || law_chance(2))
            syn_buf_text(out, bare ? " " : crawl_between[law_chance(sizeof crawl_between / sizeof *crawl_between)]);
    }
}

/* Records */

static inline void crawl_escape(const char *at, unsigned bytes, syn_buf *out)
{
    const uint32_t c = oracle_decode(at, bytes, &bytes);
    if (c == '\n' && law_chance(2))
        syn_buf_text(out, "\\n");
    else if ((c == '"' || c == '\\') && law_chance(4))
        syn_buf_format(out, "\\%c", (int)c);
    else if (c < 0x20 || c == '"' || c == '\\' || law_chance(16) == 0) {
        if (c >= 0x10000)
            syn_buf_format(out, "\\u%04x\\u%04X", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
        else
            syn_buf_format(out, "\\u%04x", (unsigned)c);
    } else
        syn_buf_add(out, at, bytes);
}

/** The text as JSON has it, with places. `made`: by the program, which has one way to write it. */
static inline void crawl_string(page *p, bool made, syn_buf *out)
{
    unsigned step;
    p->raw_at = law_need(calloc(p->bytes + 1, sizeof *p->raw_at));
    syn_buf_text(out, "\"");
    for (uint32_t at = 0; at < p->bytes; at += step) {
        oracle_decode(p->text + at, p->bytes - at, &step);
        p->raw_at[at] = (uint32_t)out->len;
        if (made) {
            syn_escape_json(out, p->text + at, step); /* with quotes around it */
            memmove(out->bytes + p->raw_at[at], out->bytes + p->raw_at[at] + 1, out->len - p->raw_at[at] - 1);
            out->len -= 2;
        } else
            crawl_escape(p->text + at, step, out);
    }
    p->raw_at[p->bytes] = (uint32_t)out->len;
    syn_buf_text(out, "\"");
}

static inline void crawl_member(page *p, unsigned which, const char *id, const char *comma, syn_buf *out)
{
    if (which == 0 && id)
        syn_buf_format(out, "%s\"id\": %s", comma, id);
    else if (which == 1 && p->outlet)
        syn_buf_format(out, "%s\"%s\":\"%s\"", comma, law_chance(2) ? "outlet" : "source", p->outlet);
    else if (which == 2 && p->date)
        syn_buf_format(out, "%s\"date\":\"%04u-%02u-%02u\"", comma, p->date / 10000, p->date / 100 % 100, p->date % 100);
    else if (which == 3 && law_chance(3) == 0)
        syn_buf_format(out, "%s\"n\":[1,{\"text\":\"no\"}]", comma);
    else if (which == 4) {
        syn_buf_format(out, "%s\"text\" :", comma);
        crawl_string(p, false, out);
    }
}

/** Its id: as the record says it, or of its place. Returns what stands in the record, if anything does. */
static inline const char *crawl_name(crawl *c, page *p, const char *path, uint32_t line, char said[64])
{
    const bool any = c->names == CRAWL_ANY && law_chance(4) == 0, quoted = law_chance(2), has_id = law_chance(4) > 0;
    const uint32_t number = any ? law_chance(4) : (uint32_t)(p - c->pages) + 10;
    char name[64];
    if (has_id)
        snprintf(name, sizeof name, quoted ? "p%u" : "%u", (unsigned)number);
    else
        snprintf(name, sizeof name, "%s:%u", path, (unsigned)line);
    snprintf(said, 64, quoted ? "\"p%u\"" : "%u", (unsigned)number);
    p->id = law_need(strdup(name));
    return has_id ? said : NULL;
}

/** An object, its members in any order; `several`: over several lines. */
static inline void crawl_object(page *p, const char *id, bool several, syn_buf *out)
{
    static const char *const commas[] = {",", ", ", " ,", ",\n"};
    unsigned order[5] = {0, 1, 2, 3, 4};
    const size_t opened = out->len + 1;
    for (unsigned i = 5; i > 1; i--) {
        const unsigned other = law_chance(i), kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
    syn_buf_text(out, "{");
    for (unsigned i = 0; i < 5; i++)
        crawl_member(p, order[i], id, out->len == opened ? "" : commas[law_chance(several ? 4 : 3)], out);
    syn_buf_text(out, law_chance(8) ? "}" : " }");
}

static inline void crawl_keep(page *p, const syn_buf *record)
{
    p->record = law_need(strdup(record->bytes));
    p->record_bytes = (uint32_t)record->len;
}

/** As an array's object goes out: a line. */
static inline void crawl_flatten(page *p)
{
    for (uint32_t i = 0; i < p->record_bytes; i++)
        if (p->record[i] == '\n')
            p->record[i] = ' ';
}

static inline page *crawl_page(crawl *c)
{
    static const char *const outlets[] = {NULL, "Bell", "Gazette", "Tide", "Echo"};
    syn_buf text = {0};
    if (c->count == c->room) {
        c->room = 2 * c->room + 16;
        c->pages = law_need(realloc(c->pages, c->room * sizeof *c->pages));
        c->words = law_need(realloc(c->words, c->room * sizeof *c->words));
    }
    crawl_words made;
    crawl_say(c, &made);
    c->words[c->count] = made;
    page *p = &c->pages[c->count++];
    crawl_write(&made, &text);
    *p = (page){.date = law_chance(3) ? 0 : 20210300 + law_between(1, 4), .bytes = (uint32_t)text.len,
                .text = text.bytes ? text.bytes : law_need(strdup(""))};
    if (outlets[law_chance(5)])
        p->outlet = law_need(strdup(outlets[law_between(1, 4)]));
    return p;
}

/* Files */

static inline syn_status crawl_put(void *context, const void *bytes, size_t count)
{
    return fwrite(bytes, 1, count, context) == count ? SYN_OK : SYN_IO;
}

static inline void crawl_file(const char *path, const syn_buf *buf, syn_packing packing)
{
    FILE *file = law_need(fopen(path, "wb"));
    const syn_sink sink = {.write = crawl_put, .context = file};
    syn_packed *packed = NULL;
    syn_status status = syn_packed_new(&sink, packing, &packed, NULL);
    if (status == SYN_OK && buf->len > 0)
        status = syn_packed_sink(packed)->write(syn_packed_sink(packed)->context, buf->bytes, buf->len);
    if (status == SYN_OK)
        status = syn_packed_end(packed);
    syn_packed_free(packed);
    law_hold(fclose(file) == 0 && status == SYN_OK, "a file can be written", "%s", path);
}

static inline void crawl_lines(crawl *c, const char *path, uint32_t count, syn_buf *out)
{
    char said[64];
    uint32_t line = 1;
    for (uint32_t i = 0; i < count; i++, line++) {
        syn_buf record = {0};
        page *p = crawl_page(c);
        for (; i > 0 && law_chance(9) == 0; line++)
            syn_buf_text(out, law_chance(2) ? "\n" : " \n");
        syn_buf_text(&record, i > 0 && law_chance(9) == 0 ? "  " : "");
        crawl_object(p, crawl_name(c, p, path, line, said), false, &record);
        syn_buf_text(&record, law_chance(6) == 0 ? "\r" : "");
        crawl_keep(p, &record);
        syn_buf_add(out, record.bytes, record.len);
        syn_buf_text(out, i + 1 < count || law_chance(2) ? "\n" : "");
        syn_buf_release(&record);
    }
}

static inline void crawl_array(crawl *c, const char *path, uint32_t count, syn_buf *out)
{
    char said[64];
    syn_buf_text(out, "[\n");
    for (uint32_t i = 0; i < count; i++) {
        syn_buf record = {0};
        page *p = crawl_page(c);
        crawl_object(p, crawl_name(c, p, path, i + 1, said), true, &record);
        syn_buf_format(out, "%s%s", i > 0 ? ",\n " : "", record.bytes);
        crawl_keep(p, &record);
        crawl_flatten(p);
        syn_buf_release(&record);
    }
    syn_buf_text(out, "]\n");
}

/** A folder of plain texts. They have no names, dates and outlets but their paths. */
static inline void crawl_folder(crawl *c, const char *path, uint32_t count)
{
    law_hold(mkdir(path, 0700) == 0, "a folder can be made", "%s", path);
    for (uint32_t i = 0; i < count; i++) {
        syn_buf record = {0}, text = {0};
        char name[64];
        page *p = crawl_page(c);
        snprintf(name, sizeof name, "%s/%05u.txt", path, (unsigned)i);
        free(p->outlet);
        p->outlet = NULL;
        p->date = 0;
        p->id = law_need(strdup(name));
        syn_buf_format(&record, "{\"id\":\"%s\",\"text\":", name);
        crawl_string(p, true, &record);
        syn_buf_text(&record, "}");
        crawl_keep(p, &record);
        syn_buf_add(&text, p->text, p->bytes);
        crawl_file(name, &text, SYN_PACKING_NONE);
        syn_buf_release(&record);
        syn_buf_release(&text);
    }
}

/** One more input of so many texts. */
static inline void crawl_input(crawl *c, const char *name, uint32_t count)
{
    static const char *const endings[] = {".jsonl", ".jsonl.gz", ".jsonl.zst", ".json", ""};
    const uint32_t at = c->path_count++, kind = count > 0 && law_chance(2) ? law_chance(5) : 0;
    const uint32_t first = c->count;
    syn_buf out = {0};
    snprintf(c->path[at], sizeof c->path[at], "%s%u%s", name, (unsigned)at, endings[kind]);
    c->kind[at] = (char)kind;
    if (kind == 4)
        crawl_folder(c, c->path[at], count);
    else if (kind == 3)
        crawl_array(c, c->path[at], count, &out);
    else
        crawl_lines(c, c->path[at], count, &out);
    for (uint32_t i = first; i < c->count; i++)
        c->pages[i].reference = *name == 'r';
    if (kind != 4)
        crawl_file(c->path[at], &out, kind == 1 ? SYN_PACKING_GZIP : kind == 2 ? SYN_PACKING_ZSTD : SYN_PACKING_NONE);
    syn_buf_release(&out);
}

/** References first, if any, in inputs of their own; `references` says in how many. */
static inline void crawl_random(crawl *c, uint32_t references, uint32_t inputs, uint32_t count)
{
    static const uint32_t kinds_of[] = {2, 6, 16, 60, 1000, 100000, 100000};
    c->kinds = kinds_of[law_chance(7)];
    c->flavour = law_chance(6);
    for (uint32_t i = 0; i < CRAWL_STORIES; i++)
        crawl_fresh(&c->stories[i], law_between(6, law_chance(4) ? 60 : 250), c->kinds);
    for (uint32_t i = 0; i < references + inputs; i++)
        crawl_input(c, i < references ? "r" : "in", 1 + count / (references + inputs));
    for (uint32_t i = 0; i < c->path_count; i++)
        c->paths[i] = c->path[i];
}

static inline void crawl_release(crawl *c)
{
    for (uint32_t i = 0; i < c->count; i++) {
        page *p = &c->pages[i];
        if (strchr(p->id, '/'))
            unlink(p->id);
        free(p->id);
        free(p->outlet);
        free(p->text);
        free(p->record);
        free(p->raw_at);
    }
    for (uint32_t i = 0; i < c->path_count; i++)
        remove(c->path[i]);
    free(c->pages);
    free(c->words);
    *c = (crawl){0};
}

#endif
