/* The way back in: a saved result becomes a result again (syn_result_read in include/syndic/result.h).
 *
 *      file --ingest/saved--> arrays --reread--> texts --spans checked--> corpus and result
 */
#include "base/error.h"
#include "base/tally.h"
#include "ingest/inflate.h"
#include "ingest/saved.h"
#include "model/corpus.h"
#include "model/result.h"
#include "reread.h"

/* Spans */

/** A span begins and ends between characters. Where a text has broken sequences, any byte may. */
static bool parts(const syn_document *d, uint64_t at)
{
    return at == d->text_bytes || ((unsigned char)d->text[at] & 0xc0) != 0x80 || d->replaced_count > 0;
}

static bool lies_in(const syn_corpus *corpus, uint32_t document, const syn_span *span)
{
    const syn_document *d = &corpus->documents[document];
    return !d->text || (span->end <= d->text_bytes && parts(d, span->begin) && parts(d, span->end));
}

static syn_status refuse_span(const char *path, const char *section, size_t index, syn_error *error)
{
    return syn_fail(error, SYN_INPUT, "%s: %s[%zu]: a span lies outside of its text or cuts a character (%s)", path,
                    section, index, "write it anew: syndic trace -f json");
}

static syn_status check_passages(const syn_corpus *corpus, const syn_result_view *v, const char *path, syn_error *error)
{
    for (size_t p = 0; p < v->passage_count; p++)
        for (uint32_t i = 0; i < v->passages[p].witness_count; i++) {
            const syn_witness *w = &v->witnesses[v->passages[p].witness_first + i];
            if (!lies_in(corpus, w->document, &w->span))
                return refuse_span(path, "passages", p, error);
        }
    for (size_t p = 0; p < v->pair_count; p++)
        for (uint32_t i = 0; i < v->pairs[p].match_count; i++) {
            const syn_pair_match *m = &v->matches[v->pairs[p].match_first + i];
            if (!lies_in(corpus, v->pairs[p].a, &m->a) || !lies_in(corpus, v->pairs[p].b, &m->b))
                return refuse_span(path, "pairs", p, error);
        }
    return SYN_OK;
}

static syn_status check_credits(const syn_corpus *corpus, const syn_result_view *v, const char *path, syn_error *error)
{
    for (size_t c = 0; c < v->credit_count; c++) {
        const syn_credit *credit = &v->credits[c];
        bool within = lies_in(corpus, credit->document, &credit->span);
        for (uint32_t i = 0; i < credit->cover_count; i++)
            within &= lies_in(corpus, credit->document, &v->covers[credit->cover_first + i].span);
        if (!within)
            return refuse_span(path, "credits", c, error);
    }
    for (size_t d = 0; d < v->descent_count; d++)
        for (uint32_t i = 0; i < v->descents[d].evidence_count; i++) {
            const syn_evidence *e = &v->evidence[v->descents[d].evidence_first + i];
            if (!lies_in(corpus, e->document, &e->span))
                return refuse_span(path, "descents", d, error);
        }
    return SYN_OK;
}

/* Putting together */

/** The result knows how many broken sequences all texts had together: what is missing stood in those that are gone. */
static void settle_replaced(syn_corpus *corpus, uint64_t replaced_count)
{
    syn_document *gone = NULL;
    uint64_t known = 0;
    for (size_t i = corpus->count; i-- > 0;) {
        known += corpus->documents[i].replaced_count;
        if (!corpus->documents[i].text)
            gone = &corpus->documents[i];
    }
    if (gone && known < replaced_count)
        gone->replaced_count = replaced_count - known;
}

/** Excerpts stand in for texts that are gone, and only for those. */
static void keep_excerpts(syn_saved *saved, const syn_corpus *corpus)
{
    syn_passage *passages = (syn_passage *)saved->view.passages;
    bool any = false;
    for (size_t i = 0; i < saved->view.passage_count; i++) {
        syn_passage *p = &passages[i];
        if (corpus->documents[saved->view.witnesses[p->witness_first + p->representative].document].text)
            p->text = NULL;
        any |= p->text != NULL;
    }
    if (any)
        syn_arena_join(&saved->arena, &saved->excerpts);
}

/** The corpus takes the documents, whose strings lie in the result's arena until the result has its own. */
static syn_status make_corpus(syn_saved *saved, syn_corpus **out)
{
    syn_status status = syn_corpus_new(out);
    if (status < 0)
        return status;
    (*out)->documents = saved->documents;
    (*out)->count = (*out)->capacity = saved->document_count;
    (*out)->skips = saved->skips;
    (*out)->skip_count = (*out)->skip_capacity = saved->skip_count;
    saved->documents = NULL;
    saved->skips = NULL;
    return SYN_OK;
}

static syn_status make_result(syn_saved *saved, const syn_options *options, syn_corpus *corpus, syn_result **out)
{
    syn_options own = saved->options;
    own.thread_count = options ? options->thread_count : 1;
    syn_status status = syn_result_new(corpus, &own, out);
    if (status < 0)
        return status;
    saved->view.corpus = corpus;
    saved->view.options = &(*out)->options;
    (*out)->view = saved->view;
    saved->view = (syn_result_view){0};
    /* Documents' strings are here too, and the corpus outlives the result. */
    syn_arena_join(&corpus->arena, &saved->arena);
    return SYN_OK;
}

static syn_status read_saved(const char *path, syn_tally *tally, syn_saved *out, syn_error *error)
{
    syn_bytes bytes = {0};
    syn_status status = syn_file_read(path, &bytes, error);
    if (status == SYN_OK && syn_inflate_packed(bytes.at, bytes.count))
        status = syn_inflate(path, &bytes, error);
    if (status == SYN_OK)
        status = syn_saved_read(path, bytes.at, bytes.count, tally, out, error);
    syn_bytes_release(&bytes);
    return status;
}

/** Everything behind the JSON; `saved` and `*corpus` stay the caller's to release. */
static syn_status load(syn_saved *saved, const char *path, const syn_options *options, syn_corpus **corpus,
                       syn_result **out, syn_error *error)
{
    syn_status status = make_corpus(saved, corpus);
    if (status == SYN_OK && options && !options->leave_texts)
        status = syn_reread(*corpus, path, saved->options.field_text, options);
    if (status == SYN_MEMORY)
        return syn_fail_memory(error);
    if (status == SYN_OK)
        status = check_passages(*corpus, &saved->view, path, error);
    if (status == SYN_OK)
        status = check_credits(*corpus, &saved->view, path, error);
    if (status < 0)
        return status;
    settle_replaced(*corpus, saved->replaced_count);
    keep_excerpts(saved, *corpus);
    return make_result(saved, options, *corpus, out) < 0 ? syn_fail_memory(error) : SYN_OK;
}

syn_status syn_result_read(const char *path, const syn_options *options, syn_corpus **corpus, syn_result **out,
                           syn_error *error)
{
    syn_saved saved = {0};
    syn_corpus *made = NULL;
    syn_tally tally = {.options = options};
    syn_status status = options ? syn_options_check(options, error) : SYN_OK;
    if (status == SYN_OK)
        status = read_saved(path, &tally, &saved, error);
    if (status == SYN_OK)
        status = load(&saved, path, options, &made, out, error);
    syn_tally_end(&tally);
    syn_saved_release(&saved);
    if (status < 0)
        syn_corpus_free(made);
    else
        *corpus = made;
    return status;
}
