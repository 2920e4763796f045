/** Collections of invented texts, for laws of the whole pipeline.
 *
 *      collection c = {0};
 *      written *d = collection_add(&c);
 *      write_word(d, 17);                       // words are numbers; equal numbers are equal words
 *      write_run(d, passage, passage_count);
 *      traced t = collection_trace(&c, &options, NULL);
 *      ... t.view, t.json ...
 *      traced_release(&t);
 *      collection_release(&c);
 *
 *  A document keeps its words as numbers and where each stands in its text. Short memory aborts.
 */
#ifndef TESTS_SUPPORT_COLLECTION_H
#define TESTS_SUPPORT_COLLECTION_H

#include "support/law.h"
#include "support/whole.h"

#include <string.h>

/** A number with this bit is written with a capital. */
#define WORD_CAPITAL 0x40000000u
/** Numbers from here on are words of no other range: not one letter in common. */
#define WORD_FOREIGN 0x20000000u
/** Numbers from here on may be in any script; below, words are of five syllables in ASCII. */
#define WORD_ANY_SCRIPT 0x10000000u

typedef struct written {
    char id[16];
    syn_date date;
    char *text;
    uint32_t *numbers, *begin, *end;
    uint32_t count, bytes, word_room, byte_room;
} written;

typedef struct collection {
    written *documents;
    uint32_t count;
} collection;

/** A run over a collection; `json` is NUL-terminated. */
typedef struct traced {
    syn_corpus *corpus;
    syn_options options;
    syn_result *result;
    const syn_result_view *view;
    char *json;
    size_t json_bytes;
} traced;

/** Appends a document; pointers to earlier ones are no longer good. */
static inline written *collection_add(collection *c)
{
    c->documents = law_need(realloc(c->documents, (c->count + 1) * sizeof *c->documents));
    written *d = &c->documents[c->count];
    *d = (written){0};
    snprintf(d->id, sizeof d->id, "d%05u", (unsigned)c->count++);
    return d;
}

static inline void collection_release(collection *c)
{
    for (uint32_t d = 0; d < c->count; ++d) {
        free(c->documents[d].text);
        free(c->documents[d].numbers);
        free(c->documents[d].begin);
        free(c->documents[d].end);
    }
    free(c->documents);
    *c = (collection){0};
}

static inline void write_text(written *d, const char *text)
{
    uint32_t bytes = (uint32_t)strlen(text);
    if (d->bytes + bytes > d->byte_room) {
        d->byte_room = 2 * (d->bytes + bytes);
        d->text = law_need(realloc(d->text, d->byte_room));
    }
    memcpy(d->text + d->bytes, text, bytes);
    d->bytes += bytes;
}

static inline void spell(uint32_t number, const char *consonants, const char *const vowels[5], uint32_t syllables, char out[64])
{
    uint64_t hash = syn_hash_mix(number + 1);
    *out = '\0';
    for (uint32_t s = 0; s < syllables; ++s, hash /= 64) {
        strncat(out, &consonants[hash % 12], 1);
        strcat(out, vowels[hash / 12 % 5]);
    }
}

/** The word a number stands for. */
static inline void word_of(uint32_t number, char out[64])
{
    static const char *const plain[5] = {"a", "e", "i", "o", "u"}, *const greek[5] = {"α", "ε", "ι", "ο", "ω"};
    static const char *const marked[5] = {"a\u0301", "\u00e9", "i", "\u00f6", "u\u0308"}, *const foreign[5] = {"y", "yj", "yq", "yw", "yx"};
    uint32_t bare = number & ~WORD_CAPITAL;
    if (bare >= WORD_FOREIGN)
        spell(bare, "jqwxjqwxjqwx", foreign, 6, out);
    else if (bare >= WORD_ANY_SCRIPT && bare % 5 == 1)
        spell(bare, "bdfgklmnprst", marked, 2, out);
    else if (bare >= WORD_ANY_SCRIPT && bare % 5 == 2)
        spell(bare, "            ", greek, 1 + bare % 3, out);
    else if (bare >= WORD_ANY_SCRIPT && bare % 5 == 3)
        snprintf(out, 64, "%s", bare % 2 ? "\u6771\u4eac" : "\u0e01\u0e34\u0e19");
    else if (bare >= WORD_ANY_SCRIPT && bare % 5 == 4)
        snprintf(out, 64, "%u", bare % 97);
    else
        spell(bare, "bdfgklmnprst", plain, 5, out);
    if (number & WORD_CAPITAL && *out >= 'a' && *out <= 'z')
        *out = (char)(*out - 'a' + 'A');
}

/** Appends a word, and `behind` behind it. */
static inline void write_word_with(written *d, uint32_t number, const char *behind)
{
    char word[64];
    if (d->count == d->word_room) {
        d->word_room = 2 * d->word_room + 16;
        d->numbers = law_need(realloc(d->numbers, d->word_room * sizeof *d->numbers));
        d->begin = law_need(realloc(d->begin, d->word_room * sizeof *d->begin));
        d->end = law_need(realloc(d->end, d->word_room * sizeof *d->end));
    }
    word_of(number, word);
    d->begin[d->count] = d->bytes;
    write_text(d, word);
    d->end[d->count] = d->bytes;
    d->numbers[d->count++] = number;
    write_text(d, behind);
}

static inline void write_word(written *d, uint32_t number)
{
    static const char *const behind[] = {" ", " ", " ", " ", " ", " ", ", ", ". ", "\n", " \u2014 "};
    write_word_with(d, number, behind[law_chance(10)]);
}

static inline void write_run(written *d, const uint32_t *numbers, uint32_t count)
{
    for (uint32_t i = 0; i < count; ++i)
        write_word(d, numbers[i]);
}

/** A corpus of the documents, added in the order given, or (NULL) in their own. */
static inline syn_corpus *collection_corpus(const collection *c, const uint32_t *order)
{
    syn_corpus *corpus = NULL;
    if (syn_corpus_new(&corpus) < 0)
        abort();
    for (uint32_t i = 0; i < c->count; ++i) {
        const written *d = &c->documents[order ? order[i] : i];
        syn_document document = {.id = d->id, .path = d->id, .record = -1, .date = d->date,
                                 .text = d->text ? d->text : "", .text_bytes = d->bytes};
        if (syn_corpus_add(corpus, &document, NULL) < 0)
            abort();
    }
    return corpus;
}

/** Traces; `order` as above. */
static inline traced collection_trace(const collection *c, const syn_options *options, const uint32_t *order)
{
    traced t = {.corpus = collection_corpus(c, order), .options = *options};
    syn_error error = {0};
    law_hold(syn_trace(t.corpus, &t.options, &t.result, &error) == SYN_OK, "a collection is traced", "%s", error.message);
    t.view = syn_result_get(t.result);
    t.json = whole_json(t.result, &t.json_bytes);
    return t;
}

static inline void traced_release(traced *t)
{
    free(t->json);
    syn_result_free(t->result);
    syn_corpus_free(t->corpus);
}

#endif
