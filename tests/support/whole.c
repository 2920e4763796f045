#include "support/whole.h"

#include "base/encoding.h"
#include "support/oracle.h"
#include "text/text.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A document's words and characters, looked up by byte. */
typedef struct place {
    uint32_t *point;        /* characters before a byte; `nowhere` inside one; text_bytes + 1 of them */
    uint32_t *begins, *ends; /* number of the word that begins, or ends, at a byte; or `nowhere` */
    uint32_t word_count;
    const uint32_t *ids;    /* canonical numbers, equal where words are */
} place;

typedef struct whole {
    const syn_result_view *view;
    uint32_t documents;
    place *places;
    syn_words words;
} whole;

static const uint32_t nowhere = UINT32_MAX;
static _Thread_local char where[160];

const char *whole_where(void)
{
    return where;
}

static void *need(void *memory)
{
    if (memory == NULL)
        abort();
    return memory;
}

/* ---- JSON ---- */

typedef struct bytes {
    char *at;
    size_t count, capacity;
} bytes;

static syn_status take(void *context, const void *more, size_t count)
{
    bytes *b = context;
    if (b->count + count + 1 > b->capacity) {
        b->capacity = 2 * (b->count + count + 1);
        b->at = need(realloc(b->at, b->capacity));
    }
    memcpy(b->at + b->count, more, count);
    b->count += count;
    b->at[b->count] = '\0';
    return SYN_OK;
}

char *whole_json(const syn_result *result, size_t *count)
{
    bytes b = {0};
    syn_sink sink = {.write = take, .context = &b};
    if (syn_report_json(result, &sink, NULL) < 0)
        abort();
    *count = b.count;
    return b.at;
}

bool whole_is_json(const char *at, size_t count)
{
    json_tokener *tokener = need(json_tokener_new());
    if (syn_utf8_broken(at, count) > 0)
        return false;
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    json_object *value = json_tokener_parse_ex(tokener, at, (int)count);
    bool good = value != NULL && json_tokener_get_error(tokener) == json_tokener_success;
    json_object_put(value);
    json_tokener_free(tokener);
    return good;
}

/* ---- words and characters, counted anew ---- */

static uint32_t *fresh(size_t count)
{
    uint32_t *made = need(malloc((count + 1) * sizeof *made));
    memset(made, 0xff, (count + 1) * sizeof *made);
    return made;
}

static void count_points(const syn_document *d, place *p)
{
    uint32_t points = 0;
    unsigned step;
    for (size_t at = 0; at < d->text_bytes; at += step) {
        p->point[at] = points++;
        oracle_decode(d->text + at, d->text_bytes - at, &step);
    }
    p->point[d->text_bytes] = points;
}

static void read_places(whole *w)
{
    syn_vocabulary *vocabulary = NULL;
    size_t *first = need(calloc((size_t)w->documents + 1, sizeof *first));
    w->places = need(calloc((size_t)w->documents + 1, sizeof *w->places));
    if (syn_vocabulary_new(&vocabulary) < 0)
        abort();
    for (uint32_t d = 0; d < w->documents; d++) {
        const syn_document *document = syn_corpus_get(w->view->corpus, d);
        first[d] = w->words.count;
        if (syn_text_make(document->text, document->text_bytes, vocabulary, &w->words, NULL) < 0)
            abort();
        w->places[d].word_count = (uint32_t)(w->words.count - first[d]);
    }
    for (uint32_t d = 0; d < w->documents; d++) {
        const syn_document *document = syn_corpus_get(w->view->corpus, d);
        place *p = &w->places[d];
        p->point = fresh(document->text_bytes);
        p->begins = fresh(document->text_bytes);
        p->ends = fresh(document->text_bytes);
        p->ids = p->word_count > 0 ? w->words.id + first[d] : NULL;
        count_points(document, p);
        for (uint32_t i = 0; i < p->word_count; i++) {
            p->begins[w->words.begin[first[d] + i]] = i;
            p->ends[w->words.end[first[d] + i]] = i;
        }
    }
    free(first);
    syn_vocabulary_free(vocabulary);
}

static void release(whole *w)
{
    for (uint32_t d = 0; d < w->documents; d++) {
        free(w->places[d].point);
        free(w->places[d].begins);
        free(w->places[d].ends);
    }
    free(w->places);
    syn_words_release(&w->words);
}

/* Number of the span's first word, and of the one behind its last. */
static uint32_t first_word(const whole *w, uint32_t document, const syn_span *span)
{
    return w->places[document].begins[span->begin];
}

static uint32_t end_word(const whole *w, uint32_t document, const syn_span *span)
{
    return w->places[document].ends[span->end] + 1;
}

static uint32_t words_in(const whole *w, uint32_t document, const syn_span *span)
{
    return end_word(w, document, span) - first_word(w, document, span);
}

static const char *span_broken(const whole *w, uint32_t document, const syn_span *span)
{
    if (document >= w->documents)
        return "a span is in a document";
    const place *p = &w->places[document];
    if (span->begin >= span->end || span->end > syn_corpus_get(w->view->corpus, document)->text_bytes)
        return "a span lies inside its text";
    if (p->point[span->begin] == nowhere || p->point[span->end] == nowhere)
        return "a span lies on character boundaries";
    if (span->cbegin != p->point[span->begin] || span->cend != p->point[span->end])
        return "code points are those counted one by one";
    if (p->begins[span->begin] == nowhere || p->ends[span->end] == nowhere)
        return "a span begins and ends with a word";
    return NULL;
}

/* ---- passages ---- */

static bool counts(syn_kind kind)
{
    return kind != SYN_NAME && kind != SYN_COMMON;
}

/* Whether the copy says the representative's words, or a part of them. */
static bool says_the_same(const whole *w, const syn_witness *copy, const syn_witness *representative)
{
    const uint32_t *x = w->places[copy->document].ids + first_word(w, copy->document, &copy->span);
    const uint32_t *y = w->places[representative->document].ids + first_word(w, representative->document, &representative->span);
    uint32_t x_count = words_in(w, copy->document, &copy->span);
    uint32_t y_count = words_in(w, representative->document, &representative->span);
    for (uint32_t from = 0; from + x_count <= y_count; from++)
        if (memcmp(x, y + from, x_count * sizeof *x) == 0)
            return true;
    return false;
}

/* Whether y begins before x or holds half of the words of the shorter of them. Text that repeats itself
 * without end has copies that begin inside one another. */
static bool overlaps_by_half(const whole *w, const syn_witness *x, const syn_witness *y)
{
    uint32_t x_words = words_in(w, x->document, &x->span), y_words = words_in(w, y->document, &y->span);
    uint32_t end = end_word(w, x->document, &x->span), begin = first_word(w, y->document, &y->span);
    uint32_t shared = end > begin ? end - begin : 0;
    return y->span.begin < x->span.begin || shared * 2 >= (x_words < y_words ? x_words : y_words);
}

static const char *witness_broken(const whole *w, const syn_passage *p, uint32_t i)
{
    const syn_witness *x = &w->view->witnesses[p->witness_first + i];
    const syn_witness *last = i > 0 ? x - 1 : NULL, *representative = &w->view->witnesses[p->witness_first + p->representative];
    const char *broken = span_broken(w, x->document, &x->span);
    if (broken != NULL)
        return broken;
    if (last != NULL && last->document > x->document)
        return "witnesses are in order of documents";
    if (last != NULL && last->document == x->document && overlaps_by_half(w, last, x))
        return "witnesses of one passage in one document are in order and overlap by less than half";
    if (x->words == 0 || x->words > words_in(w, x->document, &x->span))
        return "a witness matches no more words than it has";
    if (!(x->identity > 0 && x->identity <= 1))
        return "an identity is above 0 and at most 1";
    if (counts(x->kind) != counts(p->kind))
        return "a witness counts as its passage does";
    if (i != p->representative && x->identity == 1 && x->kind == SYN_VERBATIM && !says_the_same(w, x, representative))
        return "a verbatim copy of identity 1 says what the representative says";
    return NULL;
}

static const char *passage_broken(const whole *w, uint32_t i, uint32_t witness_first)
{
    const syn_passage *p = &w->view->passages[i];
    if (p->id != i + 1 || p->witness_first != witness_first)
        return "passages are numbered from 1, their witnesses one behind another";
    if (p->witness_count < 2 || p->witness_first + p->witness_count > w->view->witness_count)
        return "a passage has two witnesses or more";
    if (p->representative >= p->witness_count)
        return "the representative is a witness";
    const syn_witness *first = &w->view->witnesses[p->witness_first], *last = first + p->witness_count - 1;
    if (p->words != first[p->representative].words)
        return "a passage has the words of its representative";
    if (counts(p->kind) && p->words < w->view->options->min_words)
        return "a passage has the minimum of words";
    if (strlen(p->key) != 32 || strspn(p->key, "0123456789abcdef") != 32)
        return "a key is 32 hexadecimal digits";
    if (i > 0 && (p[-1].words < p->words || (p[-1].words == p->words && p[-1].witness_count < p->witness_count)))
        return "passages go by words, then witnesses";
    for (uint32_t x = 0; x < p->witness_count; x++) {
        const char *broken = witness_broken(w, p, x);
        if (broken != NULL) {
            snprintf(where, sizeof where, "passage %u of %u words, witness %u in document %u, bytes %llu to %llu", p->id, p->words, x,
                     first[x].document, (unsigned long long)first[x].span.begin, (unsigned long long)first[x].span.end);
            return broken;
        }
    }
    return first->document != last->document ? NULL : "a passage stands in two documents or more";
}

static const char *passages_broken(const whole *w)
{
    uint32_t witnesses = 0;
    for (uint32_t i = 0; i < w->view->passage_count; i++) {
        snprintf(where, sizeof where, "passage %u", i + 1);
        const char *broken = passage_broken(w, i, witnesses);
        if (broken != NULL)
            return broken;
        witnesses += w->view->passages[i].witness_count;
    }
    return witnesses == w->view->witness_count ? NULL : "every witness belongs to a passage";
}

/* ---- shares ---- */

/* What the spans of a document say of it: words in any witness that counts, in any that does not, and
 * the most and exact words of those that count. */
typedef struct cover {
    uint32_t counted, other, most;
    bool exact; /* every word of every span that counts is matched */
} cover;

static cover cover_of(const whole *w, uint32_t document)
{
    const syn_result_view *v = w->view;
    unsigned char *marks = need(calloc((size_t)w->places[document].word_count + 1, 1));
    cover c = {.exact = true};
    for (size_t p = 0; p < v->passage_count; p++) {
        for (uint32_t i = 0; i < v->passages[p].witness_count; i++) {
            const syn_witness *x = &v->witnesses[v->passages[p].witness_first + i];
            if (x->document != document)
                continue;
            bool counting = counts(x->kind);
            for (uint32_t word = first_word(w, document, &x->span); word < end_word(w, document, &x->span); word++)
                marks[word] |= counting ? 1 : 2;
            c.most = counting && x->words > c.most ? x->words : c.most;
            c.exact = c.exact && (!counting || x->words == words_in(w, document, &x->span));
        }
    }
    for (uint32_t word = 0; word < w->places[document].word_count; word++) {
        c.counted += marks[word] & 1;
        c.other += marks[word] == 2;
    }
    free(marks);
    return c;
}

static const char *share_broken(const whole *w, uint32_t document)
{
    const syn_share *s = &w->view->shares[document];
    cover c = cover_of(w, document);
    snprintf(where, sizeof where, "document %u: %u words, %u reused, spans hold %u", document, s->words, s->reused_words, c.counted);
    if (s->words != w->places[document].word_count)
        return "a share counts the document's words";
    if (s->how[0] + s->how[1] + s->how[2] != s->reused_words)
        return "verbatim, edited and reworded add up";
    if (s->standing[0] + s->standing[1] + s->standing[2] != s->reused_words)
        return "quoted, credited and open add up";
    if (s->reused_words + s->name_words + s->common_words > s->words)
        return "no word counts twice";
    if (s->reused_words > c.counted || s->reused_words < c.most)
        return "reused words stand in the witnesses";
    if (c.exact && s->reused_words != c.counted)
        return "where every word of the witnesses matches, reused words are their union";
    if (s->name_words + s->common_words > c.other + (c.counted - s->reused_words))
        return "name and common words stand in their witnesses";
    return NULL;
}

/* ---- pairs ---- */

static const char *match_broken(const whole *w, const syn_pair *pair, const syn_pair_match *m)
{
    const syn_result_view *v = w->view;
    const char *broken = span_broken(w, pair->a, &m->a);
    bool in_a = false, in_b = false;
    if (broken == NULL)
        broken = span_broken(w, pair->b, &m->b);
    if (broken != NULL || m->passage >= v->passage_count)
        return broken != NULL ? broken : "a match is of a passage";
    for (uint32_t i = 0; i < v->passages[m->passage].witness_count; i++) {
        const syn_witness *x = &v->witnesses[v->passages[m->passage].witness_first + i];
        in_a |= x->document == pair->a && x->span.begin <= m->a.begin && x->span.end >= m->a.end;
        in_b |= x->document == pair->b && x->span.begin <= m->b.begin && x->span.end >= m->b.end;
    }
    if (!in_a || !in_b)
        return "a match lies inside witnesses of its passage";
    if (m->words > words_in(w, pair->a, &m->a) || m->words > words_in(w, pair->b, &m->b))
        return "a match has no more words than its spans";
    if (m->words < v->options->min_words)
        return "a match has the minimum of words";
    return m->identity > 0 && m->identity <= 1 ? NULL : "an identity is above 0 and at most 1";
}

/* Words of the union of the matches on one side. */
static uint32_t united(const whole *w, const syn_pair *pair, bool side_a)
{
    uint32_t document = side_a ? pair->a : pair->b, count = 0;
    unsigned char *marks = need(calloc((size_t)w->places[document].word_count + 1, 1));
    for (uint32_t i = 0; i < pair->match_count; i++) {
        const syn_pair_match *m = &w->view->matches[pair->match_first + i];
        const syn_span *span = side_a ? &m->a : &m->b;
        memset(marks + first_word(w, document, span), 1, words_in(w, document, span));
    }
    for (uint32_t word = 0; word < w->places[document].word_count; word++)
        count += marks[word];
    free(marks);
    return count;
}

/* Shares have the four decimals of the JSON. */
static bool is_share(double share, uint32_t words, uint32_t all)
{
    const double off = share * all - words;
    return off < 5.1e-5 * all + 1e-9 && -off < 5.1e-5 * all + 1e-9;
}

static const char *pair_broken(const whole *w, const syn_pair *p)
{
    const syn_result_view *v = w->view;
    uint32_t most = 0;
    bool exact = true;
    if (p->a >= p->b || p->b >= w->documents || p->match_count == 0 || p->match_first + p->match_count > v->match_count)
        return "a pair is two documents and what they share";
    for (uint32_t i = 0; i < p->match_count; i++) {
        const syn_pair_match *m = &v->matches[p->match_first + i];
        const char *broken = match_broken(w, p, m);
        if (broken != NULL)
            return broken;
        most = m->words > most ? m->words : most;
        exact = exact && m->words == words_in(w, p->a, &m->a) && m->words == words_in(w, p->b, &m->b);
    }
    uint32_t in_a = united(w, p, true), in_b = united(w, p, false), fewer = in_a < in_b ? in_a : in_b;
    if (p->words < most || p->words > fewer)
        return "a pair has the words of its matches, and no more than stand in either document";
    if (p->words > v->shares[p->a].reused_words || p->words > v->shares[p->b].reused_words)
        return "a pair's words are reused words of both";
    if (exact && p->words != fewer)
        return "where every word of the matches matches, a pair's words are their union in the document that has fewer";
    if (!is_share(p->share_a, p->words, v->shares[p->a].words) || !is_share(p->share_b, p->words, v->shares[p->b].words))
        return "a pair's shares are its words among the documents'";
    return NULL;
}

static const syn_pair *find_pair(const syn_result_view *v, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < v->pair_count; i++)
        if (v->pairs[i].a == a && v->pairs[i].b == b)
            return &v->pairs[i];
    return NULL;
}

/* Two whole copies of the representative are a pair that shares all of it; in a check, with one of the new texts. */
static const char *whole_copies_broken(const whole *w, const syn_passage *p)
{
    const syn_result_view *v = w->view;
    for (uint32_t i = 0; i < p->witness_count; i++) {
        const syn_witness *x = &v->witnesses[p->witness_first + i];
        for (uint32_t j = i + 1; x->words == p->words && j < p->witness_count; j++) {
            const syn_witness *y = &v->witnesses[p->witness_first + j];
            if (y->words != p->words || x->document == y->document || (v->is_check && x->document >= v->checked_count))
                continue;
            const syn_pair *pair = find_pair(v, x->document, y->document);
            snprintf(where, sizeof where, "passage %u, documents %u and %u", p->id, x->document, y->document);
            if (pair == NULL)
                return "two whole copies of a passage make a pair";
            if (pair->words < p->words)
                return "a pair shares all of a passage it has two whole copies of";
        }
    }
    return NULL;
}

static const char *pairs_broken(const whole *w)
{
    const syn_result_view *v = w->view;
    const char *broken = NULL;
    for (size_t i = 0; i < v->pair_count; i++) {
        const syn_pair *p = &v->pairs[i], *last = i > 0 ? p - 1 : NULL;
        snprintf(where, sizeof where, "pair %zu: documents %u and %u, %u words", i, p->a, p->b, p->words);
        if (last != NULL && (last->words < p->words || (last->words == p->words && (last->a > p->a || (last->a == p->a && last->b >= p->b)))))
            return "pairs go by words, then documents";
        broken = pair_broken(w, p);
        if (broken != NULL)
            return broken;
    }
    if (v->options->pair_count > 0)
        return v->pair_count <= v->options->pair_count ? NULL : "no more pairs than were asked for";
    for (size_t i = 0; i < v->passage_count && broken == NULL && v->pairs_left_out == 0; i++)
        if (counts(v->passages[i].kind))
            broken = whole_copies_broken(w, &v->passages[i]);
    return broken;
}

/* ---- descents ---- */

static bool stands_in(const syn_result_view *v, uint32_t passage, uint32_t document)
{
    for (uint32_t i = 0; i < v->passages[passage].witness_count; i++)
        if (v->witnesses[v->passages[passage].witness_first + i].document == document)
            return true;
    return false;
}

static const char *descents_broken(const whole *w)
{
    const syn_result_view *v = w->view;
    for (size_t i = 0; i < v->descent_count; i++) {
        const syn_descent *d = &v->descents[i];
        snprintf(where, sizeof where, "descent %zu", i);
        if (d->source >= v->source_count || d->to >= w->documents || d->evidence_first + d->evidence_count > v->evidence_count)
            return "a descent is from a source to a document";
        uint32_t from = v->sources[d->source].document;
        for (uint32_t p = d->passage_first; p < d->passage_first + d->passage_count; p++) {
            uint32_t passage = v->descent_passages[p];
            if (passage >= v->passage_count || !counts(v->passages[passage].kind) || !stands_in(v, passage, d->to))
                return "what descends is a passage of the document";
            if (v->sources[d->source].seen && (from == d->to || !stands_in(v, passage, from)))
                return "a seen source has what it gave";
        }
    }
    return NULL;
}

const char *whole_broken(const syn_result *result)
{
    whole w = {.view = syn_result_get(result)};
    w.documents = (uint32_t)syn_corpus_count(w.view->corpus);
    read_places(&w);
    const char *broken = passages_broken(&w);
    for (uint32_t d = 0; d < w.documents && broken == NULL; d++)
        broken = share_broken(&w, d);
    if (broken == NULL)
        broken = pairs_broken(&w);
    if (broken == NULL)
        broken = descents_broken(&w);
    release(&w);
    return broken;
}
