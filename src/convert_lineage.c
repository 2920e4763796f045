#include "convert.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "base/date.h"

#include <string.h>

enum { quoted_bytes = 120 /* of a credit, in what evidence says */ };

static const char *kind_name(syn_proof_kind kind)
{
    switch (kind) {
    case SYN_PROOF_CREDIT: return "credit";
    case SYN_PROOF_CANONICAL: return "canonical";
    case SYN_PROOF_OWN: return "credit";
    case SYN_PROOF_QUOTATION: return "quotation";
    case SYN_PROOF_DATE: return "date";
    case SYN_PROOF_LACK: return "containment";
    }
    return NULL;
}

/* "told the Fenmouth Gazette", or the cue and what is written: label "FENMOUTH GAZETTE". */
static void say_credit(const syn_convert *c, const syn_proof *proof, const syn_mention *m, syn_buf *buf)
{
    const char *text = c->wordings->of[proof->document].text + m->all.begin;
    size_t bytes = m->all.end - m->all.begin;
    if (proof->kind == SYN_PROOF_QUOTATION)
        syn_buf_text(buf, "the same speech, ");
    if (m->place != SYN_AT_SENTENCE)
        syn_buf_format(buf, "%s ", m->cue);
    if (bytes > quoted_bytes)
        for (bytes = quoted_bytes; bytes > 0 && ((unsigned char)text[bytes] & 0xc0) == 0x80; bytes--)
            ;
    syn_buf_text(buf, "\"");
    syn_buf_add(buf, text, bytes);
    syn_buf_text(buf, "\"");
}

/* "dated 2017-04-04, before 2017-04-05". */
static void say_dates(const syn_convert *c, uint32_t from, uint32_t to, syn_buf *buf)
{
    char first[32], second[32];
    syn_date_write(c->tracing->dates[from], first);
    syn_date_write(c->tracing->dates[to], second);
    syn_buf_format(buf, "%s %s, before %s", c->tracing->dates[from]->bound ? "known by" : "dated", first, second);
}

static syn_status add_evidence(const syn_convert *c, const syn_line *line, const syn_proof *proof, syn_result *result,
                               syn_evidence *out)
{
    const syn_origin *origin = &c->lineage->origins[line->origin];
    syn_buf buf = {0};
    *out = (syn_evidence){.kind = kind_name(proof->kind), .document = proof->document};
    if (proof->mention != SYN_NONE) {
        const syn_mention *m = &c->tracing->testimony.mentions[proof->document].items[proof->mention];
        out->span = syn_convert_span(c, proof->document, m->all.begin, m->all.end);
        say_credit(c, proof, m, &buf);
    } else if (proof->kind == SYN_PROOF_CANONICAL) {
        syn_buf_format(&buf, "canonical address %s", syn_corpus_get(c->corpus, proof->document)->canonical);
    } else if (proof->kind == SYN_PROOF_DATE) {
        say_dates(c, proof->document, line->to, &buf);
    } else {
        const bool unknown = origin->from == SYN_FROM_UNKNOWN;
        syn_buf_text(&buf, unknown ? "each of these texts lacks something that others of them share"
                                   : "has what the others share; each of them lacks some of it");
    }
    out->says = buf.failed ? NULL : syn_arena_text(&result->arena, buf.bytes, buf.len);
    syn_buf_release(&buf);
    return out->says != NULL ? SYN_OK : SYN_MEMORY;
}

/* ---- sources ---- */

/* All forms of an outlet's name but the one it is called by. */
static void add_names(const syn_convert *c, const syn_outlet *outlet, const char **names, syn_source *source)
{
    const syn_outlets *outlets = c->tracing->testimony.outlets;
    for (uint32_t f = outlet->form_first; f < outlet->form_first + outlet->form_count; f++)
        if (strcmp(outlets->forms[f], outlet->name) != 0)
            names[source->name_first + source->name_count++] = outlets->forms[f];
}

/* Unknown sources are numbered as they are listed. */
static const char *name_of(const syn_convert *c, const syn_origin *origin, uint32_t *unknown_count, syn_arena *arena)
{
    if (origin->from == SYN_FROM_DOCUMENT)
        return syn_corpus_get(c->corpus, origin->id)->id;
    if (origin->from == SYN_FROM_OUTLET)
        return c->tracing->testimony.outlets->items[origin->id].name;
    syn_buf buf = {0};
    syn_buf_format(&buf, "unknown source %u", (unsigned)++*unknown_count);
    const char *name = buf.failed ? NULL : syn_arena_text(arena, buf.bytes, buf.len);
    syn_buf_release(&buf);
    return name;
}

/* Names move into the result, which outlives the outlets. */
static syn_status keep_names(syn_source *source, const char **names, syn_arena *arena)
{
    source->name = syn_arena_text(arena, source->name, strlen(source->name));
    for (uint32_t i = source->name_first; source->name != NULL && i < source->name_first + source->name_count; i++) {
        names[i] = syn_arena_text(arena, names[i], strlen(names[i]));
        if (names[i] == NULL)
            return SYN_MEMORY;
    }
    return source->name != NULL ? SYN_OK : SYN_MEMORY;
}

static syn_status convert_sources(const syn_convert *c, syn_result *result)
{
    const syn_lineage *l = c->lineage;
    syn_source *sources = syn_alloc(l->origin_count, sizeof *sources);
    const char **names = syn_alloc(c->tracing->testimony.outlets->form_count, sizeof *names);
    uint32_t name_count = 0, unknown_count = 0;
    result->view.sources = sources;
    result->view.source_names = names;
    if (sources == NULL || names == NULL)
        return SYN_MEMORY;
    for (size_t i = 0; i < l->origin_count; i++) {
        const syn_origin *o = &l->origins[i];
        const bool seen = o->from == SYN_FROM_DOCUMENT;
        sources[i] = (syn_source){.name = name_of(c, o, &unknown_count, &result->arena), .seen = seen,
                                  .document = seen ? o->id : SYN_NONE, .name_first = name_count};
        if (sources[i].name == NULL)
            return SYN_MEMORY;
        if (o->from == SYN_FROM_OUTLET)
            add_names(c, &c->tracing->testimony.outlets->items[o->id], names, &sources[i]);
        if (keep_names(&sources[i], names, &result->arena) < 0)
            return SYN_MEMORY;
        name_count += sources[i].name_count;
    }
    result->view.source_count = l->origin_count;
    return SYN_OK;
}

/* ---- descents ---- */

/* The share of descents of that level that were right in generated cascades, rounded down to 0.05 (docs/method.md);
 * those that rest on dates stand apart. */
static double confidence_of(const syn_lineage *lineage, const syn_line *line)
{
    static const double by_level[] = {[SYN_UNKNOWN] = 0, [SYN_WEAK] = 0.65, [SYN_MODERATE] = 0.95, [SYN_STRONG] = 0.95};
    const bool dated = line->proof_count > 0 && lineage->proofs[line->proof_first].kind == SYN_PROOF_DATE;
    return line->level == SYN_WEAK && dated ? 0.55 : by_level[line->level];
}

/* Words that the source's credits cover at one level or above. */
static syn_status count_at(const syn_convert *c, const syn_line *line, syn_level least, syn_spread *spread, uint32_t *words)
{
    const syn_testimony *t = &c->tracing->testimony;
    const syn_scope *scope = &c->scopes[line->to];
    spread->count = 0;
    for (uint32_t i = 0; i < scope->count; i++) {
        const syn_extent *x = &scope->items[i];
        if (t->mentions[line->to].items[x->mention].outlet != c->lineage->origins[line->origin].id || x->level < least)
            continue;
        const syn_stretch covered = syn_testimony_words(t, line->to, x->reach);
        if (syn_spread_add(spread, covered.begin, covered.end) < 0)
            return SYN_MEMORY;
    }
    syn_spread_unite(spread);
    *words = syn_spread_words(spread, 0, t->wording[line->to].count);
    return SYN_OK;
}

/* Words that credits cover in a text that shares no passage with any other taker: those they surely cover, or, where
 * none is sure, those they may. */
static syn_status count_covered(const syn_convert *c, const syn_line *line, syn_spread *spread, uint32_t *words)
{
    const syn_status status = count_at(c, line, SYN_STRONG, spread, words);
    return status == SYN_OK && *words == 0 ? count_at(c, line, SYN_MODERATE, spread, words) : status;
}

static syn_status convert_descents(const syn_convert *c, syn_result *result)
{
    const syn_lineage *l = c->lineage;
    syn_descent *descents = syn_alloc(l->count, sizeof *descents);
    syn_evidence *evidence = syn_alloc(l->proof_count, sizeof *evidence);
    uint32_t *passages = syn_alloc(l->passage_count, sizeof *passages);
    result->view.descents = descents;
    result->view.evidence = evidence;
    result->view.descent_passages = passages;
    if (descents == NULL || evidence == NULL || passages == NULL)
        return SYN_MEMORY;
    if (l->passage_count > 0)
        memcpy(passages, l->passages, l->passage_count * sizeof *passages);
    syn_spread spread = {0};
    syn_status status = SYN_OK;
    for (size_t i = 0; i < l->count && status == SYN_OK; i++) {
        const syn_line *line = &l->items[i];
        descents[i] = (syn_descent){.source = line->origin, .to = line->to, .words = line->words,
                                    .passage_first = line->first, .passage_count = line->count,
                                    .evidence_first = line->proof_first, .evidence_count = line->proof_count,
                                    .direct = line->direct, .level = line->level,
                                    .confidence = confidence_of(l, line)};
        if (line->count == 0)
            status = count_covered(c, line, &spread, &descents[i].words);
        for (uint32_t p = line->proof_first; p < line->proof_first + line->proof_count && status == SYN_OK; p++)
            status = add_evidence(c, line, &l->proofs[p], result, &evidence[p]);
    }
    syn_spread_release(&spread);
    result->view.descent_count = l->count;
    result->view.evidence_count = l->proof_count;
    return status;
}

syn_status syn_convert_lineage(const syn_convert *c, syn_result *result)
{
    const syn_status status = convert_sources(c, result);
    return status == SYN_OK ? convert_descents(c, result) : status;
}
