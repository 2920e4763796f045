/** Sources, credits and descents of results made by hand (made.h).
 *
 *      credited c;
 *      credited_open(&c);
 *      made_text(&c.m, "a.txt", "... told the Gazette ...");
 *      uint32_t gazette = credited_source(&c, "Fenmouth Gazette");
 *      uint32_t told = credited_credit(&c, 0, gazette, "told the Gazette", "Gazette", SYN_AT_SENTENCE);
 *      made_passage(&c.m, SYN_VERBATIM, 9, "...", 1, (uint32_t[]){0});
 *      credited_stands(&c, SYN_QUOTED, told);         // of the witness made last
 *      credited_descent(&c, gazette, 0, 9, 1, (uint32_t[]){0});
 *      credited_close(&c);
 *
 *  Credits are added in the order of documents and places.
 */
#ifndef SYN_TESTS_CREDITED_H
#define SYN_TESTS_CREDITED_H

#include "support/made.h"

typedef struct credited {
    made m;
    syn_source *sources;
    const char **names;
    syn_credit *credits;
    syn_cover *covers;
    syn_descent *descents;
    uint32_t *passages;
    syn_evidence *evidence;
    uint32_t name_count, cover_count, passage_count;
} credited;

static inline void credited_open(credited *c)
{
    *c = (credited){.sources = made_array(sizeof *c->sources),
                    .names = made_array(sizeof *c->names),
                    .credits = made_array(sizeof *c->credits),
                    .covers = made_array(sizeof *c->covers),
                    .descents = made_array(sizeof *c->descents),
                    .passages = made_array(sizeof *c->passages),
                    .evidence = made_array(sizeof *c->evidence)};
    made_open(&c->m);
    syn_result_view *view = &c->m.result->view;
    view->sources = c->sources;
    view->source_names = c->names;
    view->credits = c->credits;
    view->covers = c->covers;
    view->descents = c->descents;
    view->descent_passages = c->passages;
    view->evidence = c->evidence;
}

static inline void credited_close(credited *c)
{
    made_close(&c->m);
}

/** A source that is not among the texts. */
static inline uint32_t credited_source(credited *c, const char *name)
{
    syn_result_view *view = &c->m.result->view;
    c->sources[view->source_count] = (syn_source){.name = name, .document = SYN_NONE, .name_first = c->name_count};
    return (uint32_t)view->source_count++;
}

/** A source that is one of the texts. */
static inline uint32_t credited_document(credited *c, uint32_t document)
{
    uint32_t source = credited_source(c, syn_corpus_get(c->m.corpus, document)->id);
    c->sources[source].seen = true;
    c->sources[source].document = document;
    return source;
}

/** Another name of the source made last. */
static inline void credited_name(credited *c, const char *name)
{
    c->names[c->name_count++] = name;
    c->sources[c->m.result->view.source_count - 1].name_count++;
}

static inline syn_span credited_span(const credited *c, uint32_t document, const char *text)
{
    const char *body = syn_corpus_get(c->m.corpus, document)->text, *at = strstr(body, text);
    assert(at);
    uint64_t begin = (uint64_t)(at - body), end = begin + strlen(text);
    return (syn_span){begin, end, made_points(body, begin), made_points(body, end)};
}

static inline uint32_t credited_credit(credited *c, uint32_t document, uint32_t source, const char *words,
                                       const char *name, syn_credit_place place)
{
    syn_result_view *view = &c->m.result->view;
    assert(view->credit_count < MADE_MOST);
    c->credits[view->credit_count] = (syn_credit){
        .document = document, .source = source, .name = name, .cue = "told", .of = SYN_OF_TEXT, .place = place,
        .level = SYN_STRONG, .span = credited_span(c, document, words), .cover_first = c->cover_count};
    return (uint32_t)view->credit_count++;
}

/** What the credit made last covers. */
static inline void credited_covers(credited *c, const char *text)
{
    syn_credit *credit = &c->credits[c->m.result->view.credit_count - 1];
    c->covers[c->cover_count++] = (syn_cover){credited_span(c, credit->document, text), SYN_STRONG};
    credit->cover_count++;
}

/** How the witness made last stands, and its nearest credit. */
static inline syn_witness *credited_stands(credited *c, syn_standing standing, uint32_t credit)
{
    syn_witness *w = &c->m.witnesses[c->m.result->view.witness_count - 1];
    syn_share *share = &c->m.shares[w->document];
    share->standing[w->standing] -= w->words;
    share->standing[standing] += w->words;
    w->standing = standing;
    w->credit = credit;
    return w;
}

static inline syn_descent *credited_descent(credited *c, uint32_t source, uint32_t to, uint32_t words, uint32_t count,
                                            const uint32_t *passages)
{
    syn_result_view *view = &c->m.result->view;
    assert(view->descent_count < MADE_MOST && c->passage_count + count <= MADE_MOST);
    syn_descent *descent = &c->descents[view->descent_count++];
    *descent = (syn_descent){.source = source, .to = to, .words = words, .level = SYN_STRONG,
                             .passage_first = c->passage_count, .passage_count = count,
                             .evidence_first = (uint32_t)view->evidence_count};
    for (uint32_t i = 0; i < count; i++)
        c->passages[c->passage_count++] = passages[i];
    return descent;
}

/** Evidence of the descent made last. */
static inline void credited_evidence(credited *c, const char *kind, const char *says)
{
    syn_result_view *view = &c->m.result->view;
    c->evidence[view->evidence_count++] = (syn_evidence){.kind = kind, .says = says};
    c->descents[view->descent_count - 1].evidence_count++;
}

#endif
