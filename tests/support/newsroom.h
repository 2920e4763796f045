/** A few texts with their outlets and dates, traced: what credits make of them.
 *
 *      newsroom n = newsroom_of(2, (const news[]){{.text = "...", .outlet = "Fenmouth Gazette", .date = "2017-04-04"}, {.text = "..."}});
 *      const syn_descent *d = newsroom_descent(&n, "Fenmouth Gazette", 1);
 *      newsroom_close(&n);
 *
 *  Document i is the i-th text and has the id "d00i". Short memory aborts.
 */
#ifndef TESTS_SUPPORT_NEWSROOM_H
#define TESTS_SUPPORT_NEWSROOM_H

#include "base/date.h"
#include "syndic/syndic.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct news {
    const char *text, *outlet, *date, *url, *canonical;
} news;

typedef struct newsroom {
    syn_corpus *corpus;
    syn_options options;
    syn_result *result;
    const syn_result_view *view;
} newsroom;

static inline newsroom newsroom_of(uint32_t count, const news *texts)
{
    newsroom n = {0};
    syn_error error = {0};
    syn_options_init(&n.options);
    if (syn_corpus_new(&n.corpus) < 0)
        abort();
    for (uint32_t i = 0; i < count; i++) {
        char id[16];
        snprintf(id, sizeof id, "d%03u", (unsigned)i);
        syn_document d = {.id = id, .path = id, .record = -1, .text = texts[i].text, .text_bytes = strlen(texts[i].text),
                          .outlet = texts[i].outlet, .url = texts[i].url, .canonical = texts[i].canonical};
        if (texts[i].date != NULL && !syn_date_parse(texts[i].date, strlen(texts[i].date), "date field", &d.date))
            abort();
        if (syn_corpus_add(n.corpus, &d, NULL) < 0)
            abort();
    }
    if (syn_trace(n.corpus, &n.options, &n.result, &error) < 0)
        abort();
    n.view = syn_result_get(n.result);
    return n;
}

static inline void newsroom_close(newsroom *n)
{
    syn_result_free(n->result);
    syn_corpus_free(n->corpus);
}

/** The descent of a document from a source of that name, or NULL. */
static inline const syn_descent *newsroom_descent(const newsroom *n, const char *source, uint32_t to)
{
    for (size_t i = 0; i < n->view->descent_count; i++) {
        const syn_descent *d = &n->view->descents[i];
        if (d->to == to && strcmp(n->view->sources[d->source].name, source) == 0)
            return d;
    }
    return NULL;
}

/** The credit whose words are `written` in a document, or NULL. */
static inline const syn_credit *newsroom_credit(const newsroom *n, uint32_t document, const char *written)
{
    for (size_t i = 0; i < n->view->credit_count; i++) {
        const syn_credit *c = &n->view->credits[i];
        const char *text = syn_corpus_get(n->corpus, document)->text;
        if (c->document == document && c->span.end - c->span.begin == strlen(written) &&
            memcmp(text + c->span.begin, written, strlen(written)) == 0)
            return c;
    }
    return NULL;
}

/** How surely the label or credit covers the place where `words` stand in its document. */
static inline syn_level newsroom_cover(const newsroom *n, const syn_credit *c, const char *words)
{
    const char *text = syn_corpus_get(n->corpus, c->document)->text, *at = strstr(text, words);
    if (at == NULL)
        abort();
    for (uint32_t i = c->cover_first; i < c->cover_first + c->cover_count; i++)
        if (n->view->covers[i].span.begin <= (uint64_t)(at - text) && n->view->covers[i].span.end >= (uint64_t)(at - text) + strlen(words))
            return n->view->covers[i].level;
    return SYN_UNKNOWN;
}

/** The witness of a passage in a document, or NULL. */
static inline const syn_witness *newsroom_witness(const newsroom *n, uint32_t passage, uint32_t document)
{
    const syn_passage *p = &n->view->passages[passage];
    for (uint32_t i = 0; passage < n->view->passage_count && i < p->witness_count; i++)
        if (n->view->witnesses[p->witness_first + i].document == document)
            return &n->view->witnesses[p->witness_first + i];
    return NULL;
}

#endif
