#include "convert.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "base/encoding.h"
#include "base/hash.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* Of a text without broken sequences, every byte but a continuation begins a code point. */
static void count_whole(const char *text, size_t bytes, size_t blocks, syn_points *points)
{
    points->at[0] = 0;
    for (size_t i = 1; i < blocks; i++) {
        const size_t bound = i * SYN_POINTS_BYTES;
        uint64_t so_far = points->at[i - 1];
        for (size_t b = bound - SYN_POINTS_BYTES; b < bound; b++)
            so_far += ((unsigned char)text[b] & 0xc0) != 0x80;
        points->at[i] = so_far;
        while (bound + points->skip[i] < bytes && ((unsigned char)text[bound + points->skip[i]] & 0xc0) == 0x80)
            points->skip[i]++;
    }
}

/* Of a text with broken sequences, code points are stepped through; one that a bound cuts counts before it. */
static void count_broken(const char *text, size_t bytes, size_t blocks, syn_points *points)
{
    uint64_t so_far = 0;
    size_t at = 0;
    for (size_t i = 0; i < blocks; i++) {
        bool broken = false;
        for (; at < i * SYN_POINTS_BYTES; so_far++)
            at += syn_utf8_step(text + at, bytes - at, &broken);
        points->at[i] = so_far;
        points->skip[i] = (unsigned char)(at - i * SYN_POINTS_BYTES);
    }
}

syn_status syn_convert_points(syn_convert *convert, uint32_t document)
{
    const syn_document *d = syn_corpus_get(convert->corpus, document);
    syn_points *points = &convert->points[document];
    const size_t blocks = d->text_bytes / SYN_POINTS_BYTES + 1;
    points->ascii = d->replaced_count == 0 && syn_utf8_count(d->text, d->text_bytes) == d->text_bytes;
    if (points->ascii)
        return SYN_OK;
    points->at = syn_alloc(blocks, sizeof *points->at);
    points->skip = syn_alloc_zero(blocks, 1);
    if (points->at == NULL || points->skip == NULL)
        return SYN_MEMORY;
    if (d->replaced_count == 0)
        count_whole(d->text, d->text_bytes, blocks, points);
    else
        count_broken(d->text, d->text_bytes, blocks, points);
    return SYN_OK;
}

static void release_points(syn_points *points)
{
    free(points->at);
    free(points->skip);
}

void syn_convert_release(syn_convert *convert, size_t document_count)
{
    for (size_t d = 0; convert->points != NULL && d < document_count; d++)
        release_points(&convert->points[d]);
    free(convert->points);
    free(convert->credit_first);
    free(convert->cover_first);
    free(convert->source_of);
    free(convert->name_first);
    *convert = (syn_convert){0};
}

static uint64_t code_point(const syn_convert *c, uint32_t document, uint64_t byte)
{
    const syn_points *points = &c->points[document];
    const char *text = syn_corpus_get(c->corpus, document)->text;
    if (points->ascii)
        return byte;
    uint64_t block = byte / SYN_POINTS_BYTES, from = block * SYN_POINTS_BYTES + points->skip[block];
    return points->at[block] + (byte > from ? syn_utf8_count(text + from, byte - from) : 0);
}

syn_span syn_convert_span(const syn_convert *c, uint32_t document, uint64_t begin, uint64_t end)
{
    return (syn_span){begin, end, code_point(c, document, begin), code_point(c, document, end)};
}

static syn_span span_of(const syn_convert *c, syn_stretch s)
{
    const syn_wording *w = &c->wordings->of[s.document];
    return syn_convert_span(c, s.document, w->begin[s.begin], w->end[s.end - 1]);
}

/* As many decimals as the JSON has, rounded as it rounds them (report/json.c): a result that is read back is the same
 * to the last bit, and so is every report of it. */
static double rounded(double value, double scale)
{
    return value < 0 ? -rounded(-value, scale) : (double)(uint64_t)(value * scale + 0.5) / scale;
}

double syn_convert_share(uint32_t words, uint32_t all)
{
    return all == 0 ? 0 : rounded((double)words / all, 1e4);
}

static double identity(uint32_t words, uint32_t columns)
{
    return columns == 0 ? 1.0 : syn_convert_share(words, columns);
}

/* The canonical words of a stretch with a space between them: what a passage's key is made of. */
static void key_of(const syn_convert *c, syn_stretch s, syn_buf *buf, char key[33])
{
    syn_buf_clear(buf);
    for (uint32_t i = s.begin; i < s.end; i++) {
        size_t bytes = 0;
        const char *word = syn_lexicon_word(c->wordings->lexicon, c->wordings->of[s.document].ids[i], &bytes);
        if (i > s.begin)
            syn_buf_add(buf, " ", 1);
        syn_buf_add(buf, word, bytes);
    }
    syn_hash_key(buf->bytes, buf->len, key);
}

/* What tracing says of a copy. */
static void stand(const syn_convert *c, uint32_t copy, syn_witness *witness)
{
    const syn_copy_standing *x = &c->tracing->standings[copy];
    witness->standing = (syn_standing)x->standing;
    witness->credit = x->credit == SYN_NONE ? SYN_NONE : c->credit_first[witness->document] + x->credit;
    witness->unnamed = x->unnamed;
}

static syn_witness witness_of(const syn_convert *c, const syn_gathered *g, uint32_t copy)
{
    const syn_copy *x = &c->passages->copies[g->copy_first + copy];
    const bool near = g->kind == SYN_VERBATIM || g->kind == SYN_EDITED;
    const syn_kind kind = !near ? g->kind : x->verbatim ? SYN_VERBATIM : SYN_EDITED;
    return (syn_witness){.document = x->place.document, .span = span_of(c, x->place), .words = x->matched_words,
                         .identity = identity(x->matched_words, x->column_count), .kind = kind,
                         .standing = SYN_OPEN, .credit = SYN_NONE};
}

syn_status syn_convert_passages(const syn_convert *c, syn_result *result, size_t first, size_t end)
{
    syn_passage *passages = (syn_passage *)result->view.passages;
    syn_witness *witnesses = (syn_witness *)result->view.witnesses;
    syn_buf buf = {0};
    for (size_t i = first; i < end; i++) {
        const syn_gathered *g = &c->passages->items[i];
        passages[i].id = (uint32_t)i + 1;
        passages[i].kind = g->kind;
        passages[i].words = g->words;
        passages[i].weight = rounded(g->weight, 10);
        passages[i].representative = g->representative;
        key_of(c, c->passages->copies[g->copy_first + g->representative].place, &buf, passages[i].key);
        for (uint32_t w = 0; w < g->copy_count; w++) {
            syn_witness *witness = &witnesses[passages[i].witness_first + w];
            *witness = witness_of(c, g, w);
            if (c->tracing != NULL)
                stand(c, g->copy_first + w, witness);
        }
    }
    bool failed = buf.failed;
    syn_buf_release(&buf);
    return failed ? SYN_MEMORY : SYN_OK;
}

syn_status syn_convert_begin(syn_convert *c, syn_result *result)
{
    const syn_passages *p = c->passages;
    syn_passage *passages = syn_alloc_zero(p->count, sizeof *passages);
    syn_witness *witnesses = syn_alloc_zero(p->copy_count, sizeof *witnesses);
    result->view.passages = passages;
    result->view.witnesses = witnesses;
    if (passages == NULL || witnesses == NULL)
        return SYN_MEMORY;
    for (size_t i = 0; i < p->count; i++) {
        passages[i].witness_first = (uint32_t)result->view.witness_count;
        passages[i].witness_count = p->items[i].copy_count;
        result->view.witness_count += p->items[i].copy_count;
    }
    result->view.passage_count = p->count;
    return c->tracing != NULL ? syn_convert_credits_begin(c, result) : SYN_OK;
}

static syn_pair_match match_of(const syn_convert *c, const syn_joint *j)
{
    const syn_gathered *g = &c->passages->items[j->passage];
    float share = g->words > 0 ? (float)j->words / (float)g->words : 0;
    return (syn_pair_match){.passage = j->passage, .kind = j->verbatim ? SYN_VERBATIM : SYN_EDITED,
                            .a = span_of(c, j->in_a), .b = span_of(c, j->in_b), .words = j->words,
                            .identity = identity(j->words, j->columns), .weight = rounded(g->weight * share, 10)};
}

static syn_status convert_pairs(const syn_convert *c, syn_result *result)
{
    size_t match_count = 0;
    for (size_t i = 0; i < c->pair_count; i++)
        match_count += c->pairs[i].joint_count;
    syn_pair *pairs = syn_alloc(c->pair_count, sizeof *pairs);
    syn_pair_match *matches = syn_alloc(match_count, sizeof *matches);
    result->view.pairs = pairs;
    result->view.matches = matches;
    if (pairs == NULL || matches == NULL)
        return SYN_MEMORY;
    for (size_t i = 0; i < c->pair_count; i++) {
        const syn_pairing *x = &c->pairs[i];
        uint32_t a_words = c->wordings->of[x->a].count, b_words = c->wordings->of[x->b].count;
        pairs[i] = (syn_pair){.a = x->a, .b = x->b, .words = x->words, .match_count = x->joint_count,
                              .share_a = syn_convert_share(x->words, a_words),
                              .share_b = syn_convert_share(x->words, b_words),
                              .match_first = (uint32_t)result->view.match_count};
        for (uint32_t m = 0; m < x->joint_count; m++)
            matches[result->view.match_count++] = match_of(c, &c->pair_sets[i]->joints[x->joint_first + m]);
    }
    result->view.pair_count = c->pair_count;
    return SYN_OK;
}

syn_status syn_convert_end(const syn_convert *c, syn_result *result)
{
    syn_status status = convert_pairs(c, result);
    return status == SYN_OK && c->tracing != NULL ? syn_convert_lineage(c, result) : status;
}
