/* What a page can hold. It is one file that is mailed and opened at once, so it has a size: of a large result
 * the largest passages and pairs are on it, the texts that share most, and it says what is not. */

#include "report/html.h"

#include "base/alloc.h"

#include <stdlib.h>

enum {
    MOST_BYTES = 14400000,         /* of all parts; the texts get what the others leave */
    OWN_BYTES = 150000,            /* of the style sheet, the script and the stemma */
    MOST_LINK_LINES = 4000,        /* as in html_links.c */
    LINK_BYTES = 260,
    MOST_PASSAGES = 5000,
    MOST_PASSAGE_BYTES = 9750000,
    PASSAGE_BYTES = 470,           /* of markup for a passage, ... */
    COPY_BYTES = 140,              /* ... and for a copy of it */
    SHORT_BYTES = 330,
    MOST_COPIES = 40,              /* as in html_passages.c */
    SHOWN_BYTES = 4000,
    MOST_TEXTS = 2000,
    MOST_PART_BYTES = 1000000,     /* of passages whose texts do not fit whole */
    TEXT_BYTES = 500,
    MARK_BYTES = 160,
    MOST_ROWS = 2000,
    ROW_BYTES = 450,
    PAIRS = 1000,
    PAIR_BYTES = 500,
    MOST_PAIR_MATCHES = 200,
    MATCH_BYTES = 28,
    MOST_MATCHES = 20000,
    MOST_SIDE_BYTES = 1000000
};

/* Passages */

static uint64_t shown_bytes(uint64_t bytes)
{
    return bytes < SHOWN_BYTES ? bytes : SHOWN_BYTES;
}

/** What differs takes less where pages are long, for much of what is the same is left out. */
static uint64_t changes_bytes(const syn_result_view *view, uint64_t bytes)
{
    uint64_t most = view->passage_count > SYN_HTML_LONG ? SHORT_BYTES : SHOWN_BYTES;
    return bytes < most ? bytes : most;
}

static uint64_t passage_bytes(const syn_result_view *view, const syn_passage *passage)
{
    const syn_witness *w = &view->witnesses[passage->witness_first];
    const syn_witness *shown = &w[passage->representative];
    uint64_t bytes = PASSAGE_BYTES + shown_bytes(shown->span.end - shown->span.begin);
    for (uint32_t i = 0; i < passage->witness_count && i < MOST_COPIES; i++)
        bytes += COPY_BYTES + (w[i].kind == SYN_VERBATIM ? 0 : changes_bytes(view, w[i].span.end - w[i].span.begin));
    return bytes + bytes / 4; /* escapes, and the notes of credits */
}

static void plan_passages(syn_html_out *out)
{
    const syn_result_view *view = out->sheet.view;
    uint64_t bytes = 0;
    while (out->passages < view->passage_count && out->passages < MOST_PASSAGES) {
        bytes += passage_bytes(view, &view->passages[out->passages]);
        if (bytes > MOST_PASSAGE_BYTES && out->passages > 0)
            return;
        out->passages++;
        out->planned = bytes;
    }
}

/* Texts */

static int text_order(const void *a, const void *b)
{
    const syn_html_rank *x = a, *y = b;
    if (x->fresh != y->fresh)
        return x->fresh ? -1 : 1;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    return (x->document > y->document) - (x->document < y->document);
}

/** Whether anything is to be seen in a text: a passage or a credit. */
static bool has_marks(const syn_html_out *out, uint32_t document)
{
    const syn_places *places = &out->places;
    const size_t *first = out->sheet.credits.first;
    return places->first[document + 1] > places->first[document] || first[document + 1] > first[document];
}

static uint64_t part_bytes(const syn_html_out *out, uint32_t document)
{
    uint64_t bytes = 0;
    for (size_t i = out->places.first[document]; i < out->places.first[document + 1]; i++) {
        const syn_span *span = &out->sheet.view->witnesses[out->places.at[i].witness].span;
        bytes += span->end - span->begin;
    }
    return bytes;
}

static uint64_t mark_bytes(const syn_html_out *out, uint32_t document)
{
    return TEXT_BYTES + MARK_BYTES * (uint64_t)(out->places.first[document + 1] - out->places.first[document]);
}

/** What all texts in which anything is to be seen would take. */
static uint64_t whole_bytes(const syn_html_out *out)
{
    uint64_t bytes = 0;
    for (uint32_t d = 0; d < out->sheet.summary.documents; d++)
        if (has_marks(out, d))
            bytes += syn_corpus_get(out->sheet.view->corpus, d)->text_bytes + mark_bytes(out, d);
    return bytes;
}

static void plan_text(syn_html_out *out, uint32_t document, uint64_t *room, uint64_t *part)
{
    const syn_document *d = syn_corpus_get(out->sheet.view->corpus, document);
    uint64_t marks = mark_bytes(out, document), parts = part_bytes(out, document);
    if (!d->text || !has_marks(out, document) || out->texts == MOST_TEXTS)
        return;
    if (!out->options.no_full_text && d->text_bytes + marks <= *room) {
        *room -= d->text_bytes + marks;
        out->extents[document] = SYN_HTML_WHOLE;
    } else if (parts > 0 && parts + marks <= *part) {
        *part -= parts + marks;
        out->extents[document] = SYN_HTML_PARTS;
    }
    out->texts += out->extents[document] != SYN_HTML_ROW;
}

/** Texts that share most come first; smaller ones may still fit where a larger one does not. */
static bool plan_texts(syn_html_out *out)
{
    const syn_result_view *view = out->sheet.view;
    size_t count = out->sheet.summary.documents;
    syn_html_rank *ranks = out->ranks = syn_alloc(count, sizeof *ranks);
    uint64_t room = out->planned < MOST_BYTES ? MOST_BYTES - out->planned : 0, part = room;
    if (!ranks)
        return false;
    if (!out->options.no_full_text && whole_bytes(out) > room) {
        part = room < MOST_PART_BYTES ? room : MOST_PART_BYTES;
        room -= part;
    }
    for (size_t d = 0; d < count; d++) {
        ranks[d] = (syn_html_rank){view->shares[d].reused_words, (uint32_t)d, d < view->checked_count};
        out->gone += syn_corpus_get(view->corpus, d)->text == NULL;
    }
    if (count > 0)
        qsort(ranks, count, sizeof *ranks, text_order);
    for (size_t i = 0; i < count; i++)
        plan_text(out, ranks[i].document, &room, &part);
    return true;
}

/* Pairs */

static int pair_order(const void *a, const void *b)
{
    const syn_html_pair *x = a, *y = b;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

static uint64_t side_bytes(const syn_result_view *view, const syn_html_pair *pair)
{
    const syn_pair *p = &view->pairs[pair->pair];
    uint64_t bytes = 0;
    for (size_t i = 0; i < pair->listed; i++) {
        const syn_pair_match *m = &view->matches[p->match_first + i];
        bytes += 400 + shown_bytes(m->a.end - m->a.begin) + shown_bytes(m->b.end - m->b.begin);
    }
    return bytes;
}

static void cut_pairs(syn_html_out *out)
{
    const syn_result_view *view = out->sheet.view;
    uint64_t most = out->options.max_pairs ? out->options.max_pairs : PAIRS, matches = 0, bytes = 0;
    size_t kept = 0;
    for (; kept < out->pair_count && kept < most; kept++) {
        syn_html_pair *pair = &out->pairs[kept];
        uint32_t count = view->pairs[pair->pair].match_count;
        pair->listed = count < MOST_PAIR_MATCHES ? count : MOST_PAIR_MATCHES;
        matches += pair->listed;
        if (matches > MOST_MATCHES)
            break;
        bytes += side_bytes(view, pair);
        pair->side = bytes <= MOST_SIDE_BYTES;
        out->planned += PAIR_BYTES + MATCH_BYTES * (uint64_t)pair->listed;
    }
    out->planned += bytes < MOST_SIDE_BYTES ? bytes : MOST_SIDE_BYTES;
    out->pair_count = kept;
}

static bool plan_pairs(syn_html_out *out)
{
    const syn_result_view *view = out->sheet.view;
    out->pairs = syn_alloc_zero(view->pair_count, sizeof *out->pairs);
    if (!out->pairs)
        return false;
    for (size_t i = 0; i < view->pair_count; i++)
        if (view->pairs[i].words)
            out->pairs[out->pair_count++] = (syn_html_pair){.words = view->pairs[i].words, .pair = i};
    if (out->pair_count > 0)
        qsort(out->pairs, out->pair_count, sizeof *out->pairs, pair_order);
    out->pairs_counted = out->pair_count;
    cut_pairs(out);
    return true;
}

/** What links take: passages and evidence, a line each. */
static uint64_t link_bytes(const syn_html_out *out)
{
    uint64_t lines = (uint64_t)out->sheet.stemma.leaf_count + out->sheet.view->evidence_count;
    return LINK_BYTES * (lines < MOST_LINK_LINES ? lines : MOST_LINK_LINES);
}

/** What is told of new texts: some sentences each, and a row for a passage. */
static uint64_t check_bytes(const syn_html_out *out)
{
    const syn_result_view *view = out->sheet.view;
    uint64_t texts = view->checked_count < SYN_HTML_CHECK_TEXTS ? view->checked_count : SYN_HTML_CHECK_TEXTS;
    uint64_t rows = view->is_check ? out->sheet.checks.copies.first[view->checked_count] : 0;
    return 3000 * texts + 1200 * (rows < SYN_HTML_CHECK_ROWS ? rows : SYN_HTML_CHECK_ROWS);
}

syn_status syn_html_plan(syn_html_out *out)
{
    if (syn_places_make(out->sheet.view, &out->places) < 0)
        return SYN_MEMORY;
    out->extents = syn_alloc_zero(out->sheet.summary.documents, sizeof *out->extents);
    if (!out->extents)
        return SYN_MEMORY;
    out->rows = out->sheet.summary.documents < MOST_ROWS ? out->sheet.summary.documents : MOST_ROWS;
    plan_passages(out);
    out->planned += OWN_BYTES + link_bytes(out) + ROW_BYTES * (uint64_t)out->rows + check_bytes(out);
    return plan_pairs(out) && plan_texts(out) ? SYN_OK : SYN_MEMORY;
}

void syn_html_plan_release(syn_html_out *out)
{
    syn_places_release(&out->places);
    free(out->extents);
    free(out->ranks);
    free(out->pairs);
}
