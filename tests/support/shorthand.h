/** Texts of invented words, written short: a number is a word found in no table, equal numbers are equal
 *  words, "3..7" is five of them in a row, and anything else is a word as it stands.
 *
 *      found f = found_in((const char *const[]){"1..9 the 40", "200 1..9"}, 2, NULL);
 *      cr_assert(found_copy(&f, 0, 1, 1, 10));      // document 1 has words 1 to 9 of passage 0
 *      found_release(&f);
 *
 *  Words are counted by the spaces before them, so a text has one space between two words and no hyphen.
 *  Short memory aborts.
 */
#ifndef TESTS_SUPPORT_SHORTHAND_H
#define TESTS_SUPPORT_SHORTHAND_H

#include "base/buf.h"
#include "base/date.h"
#include "base/hash.h"
#include "syndic/syndic.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** The word a number stands for: no two within one edit of each other but by a rare chance. */
static inline void shorthand_word(uint32_t number, syn_buf *out)
{
    static const char consonants[] = "bdfgklmnprstvz", vowels[] = "aeiou";
    uint64_t letters = syn_hash_mix(number + 77);
    for (int i = 0; i < 4; i++, letters /= 70) {
        syn_buf_add(out, &consonants[letters % 14], 1);
        syn_buf_add(out, &vowels[letters / 14 % 5], 1);
    }
}

static inline void shorthand_token(const char *token, size_t length, syn_buf *out)
{
    unsigned first = 0, last = 0;
    if (token[0] < '0' || token[0] > '9') {
        syn_buf_add(out, token, length);
        syn_buf_add(out, " ", 1);
        return;
    }
    if (sscanf(token, "%u..%u", &first, &last) < 2)
        last = first;
    for (; first <= last; first++) {
        shorthand_word(first, out);
        syn_buf_add(out, " ", 1);
    }
}

/** The text, NUL-terminated and the caller's. */
static inline char *shorthand_text(const char *shorthand)
{
    syn_buf buf = {0};
    for (const char *at = shorthand + strspn(shorthand, " "); *at != '\0'; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        shorthand_token(at, length, &buf);
        at += length;
    }
    char *text = strdup(buf.len > 0 ? buf.bytes : "");
    if (buf.failed || text == NULL)
        abort();
    syn_buf_release(&buf);
    return text;
}

/** What a run found in a collection. */
typedef struct found {
    syn_corpus *corpus;
    syn_options options;
    syn_result *result;
    const syn_result_view *view;
} found;

/** Traces texts as they stand; document i is the i-th. `dates` (ISO 8601; "" is none) may be NULL. */
static inline found found_texts(const char *const *texts, uint32_t count, const char *const *dates)
{
    found f = {0};
    syn_error error = {0};
    syn_options_init(&f.options);
    if (syn_corpus_new(&f.corpus) < 0)
        abort();
    for (uint32_t d = 0; d < count; d++) {
        char id[16];
        snprintf(id, sizeof id, "d%03u", (unsigned)d);
        syn_document document = {.id = id, .path = id, .record = -1, .text = texts[d], .text_bytes = strlen(texts[d])};
        if (dates != NULL && *dates[d] != '\0' && !syn_date_parse(dates[d], strlen(dates[d]), "date field", &document.date))
            abort();
        if (syn_corpus_add(f.corpus, &document, NULL) < 0)
            abort();
    }
    if (syn_trace(f.corpus, &f.options, &f.result, &error) < 0)
        abort();
    f.view = syn_result_get(f.result);
    return f;
}

/** The same for texts written short. */
static inline found found_in(const char *const *shorthands, uint32_t count, const char *const *dates)
{
    char **texts = calloc(count, sizeof *texts);
    if (texts == NULL)
        abort();
    for (uint32_t d = 0; d < count; d++)
        texts[d] = shorthand_text(shorthands[d]);
    found f = found_texts((const char *const *)texts, count, dates);
    for (uint32_t d = 0; d < count; d++)
        free(texts[d]);
    free(texts);
    return f;
}

static inline void found_release(found *f)
{
    syn_result_free(f->result);
    syn_corpus_free(f->corpus);
}

/** How many words of a document begin before a byte. */
static inline uint32_t found_word(const found *f, uint32_t document, uint64_t byte)
{
    const char *text = syn_corpus_get(f->corpus, document)->text;
    uint32_t words = 0;
    for (uint64_t i = 0; i < byte; i++)
        words += text[i] == ' ';
    return words;
}

/** Whether a span is words [begin, end) of a document. */
static inline bool found_span(const found *f, uint32_t document, const syn_span *span, uint32_t begin, uint32_t end)
{
    return found_word(f, document, span->begin) == begin && found_word(f, document, span->end) + 1 == end;
}

static inline const syn_witness *found_witness(const found *f, uint32_t passage, uint32_t witness)
{
    return &f->view->witnesses[f->view->passages[passage].witness_first + witness];
}

/** Whether a passage has a copy in a document that is its words [begin, end). */
static inline bool found_copy(const found *f, uint32_t passage, uint32_t document, uint32_t begin, uint32_t end)
{
    for (uint32_t w = 0; passage < f->view->passage_count && w < f->view->passages[passage].witness_count; w++) {
        const syn_witness *x = found_witness(f, passage, w);
        if (x->document == document && found_span(f, document, &x->span, begin, end))
            return true;
    }
    return false;
}

/** Whether some copy in a document covers its words [begin, end). */
static inline bool found_covered(const found *f, uint32_t document, uint32_t begin, uint32_t end)
{
    for (size_t w = 0; w < f->view->witness_count; w++) {
        const syn_witness *x = &f->view->witnesses[w];
        if (x->document == document && found_word(f, document, x->span.begin) <= begin &&
            found_word(f, document, x->span.end) + 1 >= end)
            return true;
    }
    return false;
}

/** The pair of two documents, a < b, or NULL. */
static inline const syn_pair *found_pair(const found *f, uint32_t a, uint32_t b)
{
    for (size_t p = 0; p < f->view->pair_count; p++)
        if (f->view->pairs[p].a == a && f->view->pairs[p].b == b)
            return &f->view->pairs[p];
    return NULL;
}

#endif
