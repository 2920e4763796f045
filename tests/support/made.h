/** Results made by hand, so that reports can be tested without the stages before them.
 *
 *      made m;
 *      made_open(&m);
 *      made_text(&m, "a.txt", "One and the same sentence.");
 *      made_text(&m, "b.txt", "Here is one and the same sentence.");
 *      made_passage(&m, SYN_VERBATIM, 4, "and the same sentence", 2, (uint32_t[]){0, 1});
 *      made_pair(&m, 0, 1);
 *      ... m.result ...
 *      made_close(&m);
 *
 *  Texts are added in the order of their ids. A witness is where the passage's text stands in the
 *  document; made_witness adds one that is worded otherwise.
 */
#ifndef SYN_TESTS_MADE_H
#define SYN_TESTS_MADE_H

#include "model/result.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { MADE_MOST = 16384 };

typedef struct made {
    syn_corpus *corpus;
    syn_result *result;
    syn_share *shares;
    syn_passage *passages;
    syn_witness *witnesses;
    syn_pair *pairs;
    syn_pair_match *matches;
} made;

static inline void *made_array(size_t size)
{
    void *array = calloc(MADE_MOST, size);
    assert(array);
    return array;
}

static inline void made_open(made *m)
{
    syn_options options;
    syn_options_init(&options);
    *m = (made){.shares = made_array(sizeof *m->shares),
                .passages = made_array(sizeof *m->passages),
                .witnesses = made_array(sizeof *m->witnesses),
                .pairs = made_array(sizeof *m->pairs),
                .matches = made_array(sizeof *m->matches)};
    assert(syn_corpus_new(&m->corpus) == SYN_OK);
    assert(syn_result_new(m->corpus, &options, &m->result) == SYN_OK);
    m->result->view.shares = m->shares;
    m->result->view.passages = m->passages;
    m->result->view.witnesses = m->witnesses;
    m->result->view.pairs = m->pairs;
    m->result->view.matches = m->matches;
}

static inline void made_close(made *m)
{
    syn_result_free(m->result);
    syn_corpus_free(m->corpus);
}

static inline uint32_t made_words(const char *text, size_t count)
{
    uint32_t words = 0;
    for (size_t i = 0; i < count; i++)
        words += text[i] != ' ' && text[i] != '\n' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n');
    return words;
}

static inline void made_document(made *m, const syn_document *document)
{
    syn_document d = *document;
    if (d.text_bytes == 0)
        d.text_bytes = strlen(d.text);
    m->shares[syn_corpus_count(m->corpus)].words = made_words(d.text, d.text_bytes);
    assert(syn_corpus_add(m->corpus, &d, NULL) == SYN_OK);
}

static inline void made_text(made *m, const char *id, const char *text)
{
    made_document(m, &(syn_document){.id = id, .path = id, .record = -1, .text = text});
}

static inline uint64_t made_points(const char *text, uint64_t count)
{
    uint64_t points = 0;
    for (uint64_t i = 0; i < count; i++)
        points += ((unsigned char)text[i] & 0xC0) != 0x80;
    return points;
}

/** Adds a witness to the passage made last: `text` as it stands in the document. */
static inline void made_witness(made *m, uint32_t document, syn_kind kind, const char *text)
{
    syn_result_view *view = &m->result->view;
    syn_passage *passage = &m->passages[view->passage_count - 1];
    const char *body = syn_corpus_get(m->corpus, document)->text, *at = strstr(body, text);
    assert(at && view->witness_count < MADE_MOST);
    uint64_t begin = (uint64_t)(at - body), end = begin + strlen(text);
    m->witnesses[view->witness_count++] = (syn_witness){
        .document = document,
        .span = {begin, end, made_points(body, begin), made_points(body, end)},
        .words = passage->words,
        .identity = kind == SYN_VERBATIM ? 1 : 0.875,
        .kind = kind,
        .standing = SYN_OPEN};
    passage->witness_count++;
    if (kind == SYN_NAME || kind == SYN_COMMON)
        return;
    m->shares[document].reused_words += passage->words;
    m->shares[document].how[kind] += passage->words;
    m->shares[document].standing[SYN_OPEN] += passage->words;
}

static inline void made_passage(made *m, syn_kind kind, uint32_t words, const char *text, size_t count,
                                const uint32_t *documents)
{
    syn_result_view *view = &m->result->view;
    assert(view->passage_count < MADE_MOST);
    m->passages[view->passage_count] = (syn_passage){.id = (uint32_t)view->passage_count + 1,
                                                     .key = "00112233445566778899aabbccddeeff",
                                                     .kind = kind,
                                                     .words = words,
                                                     .weight = 123.456,
                                                     .witness_first = (uint32_t)view->witness_count};
    view->passage_count++;
    for (size_t i = 0; i < count; i++)
        made_witness(m, documents[i], kind, text);
}

/** Adds the pair of two documents with all passages they share so far. */
static inline void made_pair(made *m, uint32_t a, uint32_t b)
{
    syn_result_view *view = &m->result->view;
    syn_pair *pair = &m->pairs[view->pair_count++];
    *pair = (syn_pair){.a = a, .b = b, .match_first = (uint32_t)view->match_count};
    for (size_t p = 0; p < view->passage_count; p++) {
        const syn_witness *w = &m->witnesses[m->passages[p].witness_first], *x = NULL, *y = NULL;
        for (uint32_t i = 0; i < m->passages[p].witness_count; i++) {
            x = w[i].document == a ? &w[i] : x;
            y = w[i].document == b ? &w[i] : y;
        }
        if (!x || !y)
            continue;
        m->matches[view->match_count++] = (syn_pair_match){(uint32_t)p,  m->passages[p].kind,  x->span, y->span,
                                                           x->words, y->identity, 99.96};
        pair->match_count++;
        if (m->passages[p].kind != SYN_NAME && m->passages[p].kind != SYN_COMMON)
            pair->words += x->words;
    }
    pair->share_a = (double)pair->words / m->shares[a].words;
    pair->share_b = (double)pair->words / m->shares[b].words;
}

#endif
