#include "report/table.h"

#include "base/alloc.h"
#include "report/escape.h"
#include "report/json.h"
#include "report/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Cells */

static syn_cell none(void)
{
    return (syn_cell){0};
}

static syn_cell text(const char *text)
{
    return text ? (syn_cell){.type = SYN_CELL_TEXT, .text = {text, strlen(text)}} : none();
}

static syn_cell whole(uint64_t value)
{
    return (syn_cell){.type = SYN_CELL_WHOLE, .whole = value};
}

static syn_cell fixed(double value, unsigned decimals)
{
    return (syn_cell){.type = SYN_CELL_FIXED, .fixed = value, .decimals = decimals};
}

static syn_cell truth(bool value)
{
    return (syn_cell){.type = SYN_CELL_TRUTH, .whole = value};
}

static const syn_document *document(const syn_table_row *row, uint32_t number)
{
    return syn_corpus_get(row->view->corpus, number);
}

static syn_cell id(const syn_table_row *row, uint32_t number)
{
    return number == SYN_NONE ? none() : text(document(row, number)->id);
}

static syn_cell source_id(syn_table_row *row, uint32_t source)
{
    if (source == SYN_NONE)
        return none();
    snprintf(row->source, sizeof row->source, "s%llu", (unsigned long long)source + 1);
    return text(row->source);
}

static syn_cell date(syn_table_row *row, size_t which, uint32_t number)
{
    return syn_sheet_date(&document(row, number)->date, row->dates[which]) ? text(row->dates[which]) : none();
}

/** Bytes of the first SYN_TABLE_CHARACTERS characters of a clean line. */
static size_t cut(const char *line, size_t bytes)
{
    size_t characters = 0;
    for (size_t at = 0; at < bytes; at++) {
        characters += ((unsigned char)line[at] & 0xC0) != 0x80;
        if (characters > SYN_TABLE_CHARACTERS)
            return at;
    }
    return bytes;
}

/** Text of an article as one line. Of a long one only the beginning is looked at, so that the cost has a bound. */
static syn_cell line(syn_table_row *row, syn_slice slice)
{
    enum { LOOKED = 16 * SYN_TABLE_CHARACTERS };
    if (slice.count == 0)
        return none();
    size_t looked = slice.count < LOOKED ? slice.count : LOOKED;
    while (looked < slice.count && looked > 0 && ((unsigned char)slice.at[looked] & 0xC0) == 0x80)
        looked--;
    syn_buf_clear(&row->text);
    syn_escape_line(&row->text, slice.at, looked);
    size_t kept = row->text.len ? cut(row->text.bytes, row->text.len) : 0;
    if (kept < row->text.len || looked < slice.count) {
        row->text.len = kept;
        syn_buf_text(&row->text, "…");
    }
    row->failed |= row->text.failed;
    return row->failed || !row->text.len
               ? none()
               : (syn_cell){.type = SYN_CELL_TEXT, .text = {row->text.bytes, row->text.len}};
}

/* Takes the cells of a row; the number of values must be that of the columns. */
#define SET(columns, ...)                                                                                              \
    do {                                                                                                               \
        const syn_cell set_[] = {__VA_ARGS__};                                                                         \
        _Static_assert(sizeof set_ / sizeof *set_ == sizeof columns / sizeof *columns, "a cell for each column");      \
        _Static_assert(sizeof set_ / sizeof *set_ <= SYN_TABLE_COLUMNS, "room for each column");                       \
        memcpy(row->cells, set_, sizeof set_);                                                                         \
    } while (0)

/* Pairs */

static const char *const pair_columns[] = {"a",        "b",        "words",  "share_a", "share_b", "passages",
                                           "longest",  "a_outlet", "b_outlet", "a_date", "b_date"};

static size_t count_pairs(const syn_result_view *view)
{
    return view->pair_count;
}

static void fill_pair(syn_table_row *row, size_t item)
{
    const syn_pair *pair = &row->view->pairs[item];
    uint32_t passages = 0, longest = 0;
    for (uint32_t i = 0; i < pair->match_count; i++) {
        const syn_pair_match *match = &row->view->matches[pair->match_first + i];
        if (!syn_view_counts(match->kind))
            continue;
        passages++;
        longest = match->words > longest ? match->words : longest;
    }
    SET(pair_columns, id(row, pair->a), id(row, pair->b), whole(pair->words), fixed(pair->share_a, 4),
        fixed(pair->share_b, 4), whole(passages), whole(longest), text(document(row, pair->a)->outlet),
        text(document(row, pair->b)->outlet), date(row, 0, pair->a), date(row, 1, pair->b));
}

/* Passages */

static const char *const passage_columns[] = {"passage", "key",      "kind",   "words", "weight",         "documents",
                                              "copies",  "quoted",   "credited", "open", "representative", "speaker",
                                              "text"};

static size_t count_passages(const syn_result_view *view)
{
    return view->passage_count;
}

static void fill_passage(syn_table_row *row, size_t item)
{
    const syn_passage *passage = &row->view->passages[item];
    const syn_witness *w = &row->view->witnesses[passage->witness_first];
    uint32_t documents = 0, standing[3] = {0};
    for (uint32_t i = 0; i < passage->witness_count; i++) {
        documents += i == 0 || w[i].document != w[i - 1].document;
        standing[w[i].standing]++;
    }
    SET(passage_columns, whole(passage->id), text(passage->key), text(syn_kind_name(passage->kind)),
        whole(passage->words), fixed(passage->weight, 1), whole(documents), whole(passage->witness_count),
        whole(standing[SYN_QUOTED]), whole(standing[SYN_CREDITED]), whole(standing[SYN_OPEN]),
        id(row, w[passage->representative].document), text(passage->speaker),
        line(row, syn_view_passage_text(row->view, passage)));
}

/* Witnesses */

static const char *const witness_columns[] = {
    "passage", "key",      "document", "path",     "record",  "outlet",         "date",     "begin",   "end", "cbegin",
    "cend",    "words",    "identity", "kind",     "standing", "representative", "credited", "unnamed", "text"};

static size_t count_witnesses(const syn_result_view *view)
{
    return view->witness_count;
}

static syn_slice witness_text(const syn_result_view *view, const syn_passage *passage, const syn_witness *w)
{
    bool shown = w == &view->witnesses[passage->witness_first + passage->representative];
    return shown ? syn_view_passage_text(view, passage) : syn_view_text(view, w->document, &w->span);
}

static void fill_witness(syn_table_row *row, size_t item)
{
    const syn_result_view *view = row->view;
    while (item >= (size_t)view->passages[row->passage].witness_first + view->passages[row->passage].witness_count)
        row->passage++;
    const syn_passage *p = &view->passages[row->passage];
    const syn_witness *w = &view->witnesses[item];
    const syn_document *d = document(row, w->document);
    const syn_span *span = &w->span;
    const char *credited = w->credit < view->credit_count ? view->credits[w->credit].name : NULL;
    SET(witness_columns, whole(p->id), text(p->key), text(d->id), text(d->path),
        d->record < 0 ? none() : whole((uint64_t)d->record), text(d->outlet), date(row, 0, w->document),
        whole(span->begin), whole(span->end), whole(span->cbegin), whole(span->cend), whole(w->words),
        fixed(w->identity, 4), text(syn_kind_name(w->kind)), text(syn_standing_name(w->standing)),
        truth(item == p->witness_first + p->representative), text(credited), truth(w->unnamed),
        line(row, witness_text(view, p, w)));
}

/* Descents */

static const char *const descent_columns[] = {
    "from",  "source",   "seen",   "document", "to",         "to_outlet", "to_date",
    "words", "passages", "direct", "level",    "confidence", "evidence"};

static size_t count_descents(const syn_result_view *view)
{
    return view->descent_count;
}

static syn_cell passages_of(syn_table_row *row, const syn_descent *descent)
{
    const syn_result_view *view = row->view;
    if (!syn_alloc_room((void **)&row->numbers, &row->number_capacity, descent->passage_count, sizeof *row->numbers)) {
        row->failed = true;
        return none();
    }
    row->number_count = descent->passage_count;
    for (uint32_t i = 0; i < descent->passage_count; i++)
        row->numbers[i] = view->passages[view->descent_passages[descent->passage_first + i]].id;
    return (syn_cell){.type = SYN_CELL_NUMBERS};
}

static syn_cell evidence_of(syn_table_row *row, const syn_descent *descent)
{
    if (!syn_alloc_room((void **)&row->texts, &row->text_capacity, descent->evidence_count, sizeof *row->texts)) {
        row->failed = true;
        return none();
    }
    row->text_count = descent->evidence_count;
    for (uint32_t i = 0; i < descent->evidence_count; i++)
        row->texts[i] = row->view->evidence[descent->evidence_first + i].says;
    return (syn_cell){.type = SYN_CELL_TEXTS};
}

static void fill_descent(syn_table_row *row, size_t item)
{
    const syn_descent *descent = &row->view->descents[item];
    const syn_source *source = &row->view->sources[descent->source];
    SET(descent_columns, source_id(row, descent->source), text(source->name), truth(source->seen),
        id(row, source->document), id(row, descent->to), text(document(row, descent->to)->outlet),
        date(row, 0, descent->to), whole(descent->words), passages_of(row, descent), truth(descent->direct),
        text(syn_level_name(descent->level)), fixed(descent->confidence, 4), evidence_of(row, descent));
}

/* Credits */

static const char *const credit_columns[] = {"document", "source", "source_name", "name",  "begin", "end",    "cbegin",
                                             "cend",     "cue",    "of",          "place", "level", "covers", "text"};

static size_t count_credits(const syn_result_view *view)
{
    return view->credit_count;
}

static void fill_credit(syn_table_row *row, size_t item)
{
    const syn_result_view *view = row->view;
    const syn_credit *credit = &view->credits[item];
    const syn_span *span = &credit->span;
    uint64_t covered = 0;
    for (uint32_t i = 0; i < credit->cover_count; i++) {
        const syn_span *cover = &view->covers[credit->cover_first + i].span;
        covered += cover->cend - cover->cbegin;
    }
    SET(credit_columns, id(row, credit->document), source_id(row, credit->source),
        credit->source == SYN_NONE ? none() : text(view->sources[credit->source].name), text(credit->name),
        whole(span->begin), whole(span->end), whole(span->cbegin), whole(span->cend), text(credit->cue),
        text(syn_credit_of_name(credit->of)), text(syn_credit_place_name(credit->place)),
        text(syn_level_name(credit->level)), whole(covered),
        line(row, syn_view_text(view, credit->document, span)));
}

/* Tables */

#define COLUMNS(columns) columns, sizeof columns / sizeof *columns

static const syn_table tables[] = {
    {SYN_TABLE_PAIRS, "pairs", "pair", COLUMNS(pair_columns), count_pairs, fill_pair},
    {SYN_TABLE_PASSAGES, "passages", "passage", COLUMNS(passage_columns), count_passages, fill_passage},
    {SYN_TABLE_WITNESSES, "witnesses", "witness", COLUMNS(witness_columns), count_witnesses, fill_witness},
    {SYN_TABLE_DESCENTS, "descents", "descent", COLUMNS(descent_columns), count_descents, fill_descent},
    {SYN_TABLE_CREDITS, "credits", "credit", COLUMNS(credit_columns), count_credits, fill_credit},
};
enum { table_count = sizeof tables / sizeof *tables };

const char *syn_table_kind_name(syn_table_kind kind)
{
    for (size_t i = 0; i < table_count; i++)
        if (tables[i].kind == kind)
            return tables[i].name;
    return NULL;
}

const syn_table *syn_table_get(const syn_result_view *view, syn_table_kind kind)
{
    for (size_t i = 0; i < table_count; i++)
        if (tables[i].kind == kind)
            return &tables[i];
    return syn_table_get(view, view->traced && !view->is_check ? SYN_TABLE_DESCENTS : SYN_TABLE_PAIRS);
}

bool syn_table_next(const syn_table *table, syn_table_row *row)
{
    if (row->failed || row->next >= table->count(row->view))
        return false;
    table->fill(row, row->next++);
    return !row->failed;
}

void syn_table_release(syn_table_row *row)
{
    free(row->numbers);
    free(row->texts);
    syn_buf_release(&row->text);
    *row = (syn_table_row){0};
}

bool syn_cell_write(const syn_cell *cell, syn_buf *buf)
{
    if (cell->type == SYN_CELL_WHOLE)
        syn_json_whole(buf, cell->whole);
    else if (cell->type == SYN_CELL_FIXED)
        syn_json_fixed(buf, cell->fixed, cell->decimals);
    else if (cell->type == SYN_CELL_TRUTH)
        syn_buf_text(buf, cell->whole ? "true" : "false");
    else
        return false;
    return true;
}
