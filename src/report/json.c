#include "report/json.h"

#include "base/date.h"
#include "report/escape.h"
#include "report/view.h"

#include <string.h>

/* Where the bytes of a piece go. */
typedef struct json_out {
    const syn_result_view *view;
    syn_buf *buf;
    syn_buf excerpt;
} json_out;

void syn_json_whole(syn_buf *buf, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + value % 10);
    while (value /= 10);
    syn_buf_add(buf, digits + at, sizeof digits - at);
}

void syn_json_fixed(syn_buf *buf, double value, unsigned decimals)
{
    uint64_t scale = 1;
    for (unsigned i = 0; i < decimals; i++)
        scale *= 10;
    if (!(value > -1e12 && value < 1e12))
        value = 0;
    uint64_t units = (uint64_t)((value < 0 ? -value : value) * (double)scale + 0.5);
    if (value < 0 && units)
        syn_buf_add(buf, "-", 1);
    syn_json_whole(buf, units / scale);
    char part[8] = ".";
    size_t count = 0;
    for (uint64_t rest = units % scale; rest; rest %= scale) {
        scale /= 10;
        part[++count] = (char)('0' + rest / scale);
    }
    if (count)
        syn_buf_add(buf, part, count + 1);
}

/* Labels are literals: inlined, their lengths are known when this is compiled. */
#define INLINE static inline __attribute__((always_inline))

/* Members: `label` is all that stands before the value, such as ",\"words\":". */

INLINE void put(json_out *out, const char *text)
{
    syn_buf_add(out->buf, text, strlen(text));
}

INLINE void put_text(json_out *out, const char *label, const char *text)
{
    put(out, label);
    if (text)
        syn_escape_json(out->buf, text, strlen(text));
    else
        put(out, "null");
}

INLINE void put_whole(json_out *out, const char *label, uint64_t value)
{
    put(out, label);
    syn_json_whole(out->buf, value);
}

INLINE void put_fixed(json_out *out, const char *label, double value, unsigned decimals)
{
    put(out, label);
    syn_json_fixed(out->buf, value, decimals);
}

INLINE void put_id(json_out *out, const char *label, uint32_t document)
{
    put_text(out, label, document == SYN_NONE ? NULL : syn_corpus_get(out->view->corpus, document)->id);
}

static void put_source(json_out *out, const char *label, uint32_t source)
{
    put_whole(out, label, (uint64_t)source + 1);
    put(out, "\"");
}

static void put_span(json_out *out, const syn_span *span)
{
    put_whole(out, "\"begin\":", span->begin);
    put_whole(out, ",\"end\":", span->end);
    put_whole(out, ",\"cbegin\":", span->cbegin);
    put_whole(out, ",\"cend\":", span->cend);
}

static void put_head(json_out *out, size_t i)
{
    const syn_options *options = out->view->options;
    (void)i;
    put(out, "\"tool\":{\"name\":\"syndic\"");
    put_text(out, ",\"version\":", syn_version());
    put_text(out, "},\n\"params\":{\"command\":",
             out->view->is_check ? "check" : out->view->traced ? "trace" : "compare");
    put_whole(out, ",\"min_words\":", options->min_words);
    put_whole(out, ",\"shingle_words\":", options->shingle_words);
    put_whole(out, ",\"window_words\":", options->window_words);
    put_whole(out, ",\"pair_count\":", options->pair_count);
    put_text(out, ",\"field_text\":", options->field_text);
    put(out, options->read_file_times ? ",\"read_file_times\":true}" : "}");
}

static void put_sha256(json_out *out, const uint8_t digest[32])
{
    static const char digits[] = "0123456789abcdef";
    char text[64];
    for (size_t i = 0; i < 32; i++) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15];
    }
    put(out, ",\"sha256\":\"");
    syn_buf_add(out->buf, text, sizeof text);
    put(out, "\"");
}

static void put_date(json_out *out, const syn_date *date)
{
    static const char *const precisions[] = {"none", "year", "month", "day", "minute", "second"};
    char text[32];
    if (date->precision == SYN_DATE_NONE) {
        put(out, ",\"date\":null");
        return;
    }
    put(out, ",\"date\":{\"value\":");
    syn_escape_json(out->buf, text, syn_date_write(date, text));
    put_text(out, ",\"precision\":", precisions[date->precision]);
    put_text(out, ",\"from\":", date->from);
    put(out, date->bound ? ",\"bound\":true}" : "}");
}

static void put_share(json_out *out, const syn_share *share)
{
    put_whole(out, ",\"share\":{\"reused_words\":", share->reused_words);
    put_whole(out, ",\"how\":{\"verbatim\":", share->how[SYN_VERBATIM]);
    put_whole(out, ",\"edited\":", share->how[SYN_EDITED]);
    put_whole(out, ",\"reworded\":", share->how[SYN_REWORDED]);
    put_whole(out, "},\"standing\":{\"quoted\":", share->standing[SYN_QUOTED]);
    put_whole(out, ",\"credited\":", share->standing[SYN_CREDITED]);
    put_whole(out, ",\"open\":", share->standing[SYN_OPEN]);
    put_whole(out, "},\"common_words\":", share->common_words);
    put_whole(out, ",\"name_words\":", share->name_words);
    put(out, "}");
}

static void put_document(json_out *out, size_t i)
{
    const syn_document *document = syn_corpus_get(out->view->corpus, i);
    const syn_share *share = &out->view->shares[i];
    put_text(out, "{\"id\":", document->id);
    put_text(out, ",\"path\":", document->path);
    put(out, ",\"record\":");
    if (document->record < 0)
        put(out, "null");
    else
        syn_json_whole(out->buf, (uint64_t)document->record);
    put_sha256(out, document->sha256);
    put_text(out, ",\"title\":", document->title);
    put_text(out, ",\"outlet\":", document->outlet);
    put_text(out, ",\"url\":", document->url);
    put_whole(out, ",\"words\":", share->words);
    put_date(out, &document->date);
    if (document->date_unread)
        put_text(out, ",\"date_unread\":", document->date_unread);
    put_share(out, share);
    put(out, "}");
}

static void put_witness(json_out *out, const syn_witness *witness, bool representative)
{
    put_id(out, " {\"document\":", witness->document);
    put(out, ",");
    put_span(out, &witness->span);
    put_whole(out, ",\"words\":", witness->words);
    put_fixed(out, ",\"identity\":", witness->identity, 4);
    put_text(out, ",\"kind\":", syn_kind_name(witness->kind));
    put_text(out, ",\"standing\":", syn_standing_name(witness->standing));
    if (representative)
        put(out, ",\"representative\":true");
    if (witness->credit < out->view->credit_count)
        put_whole(out, ",\"credit\":", (uint64_t)witness->credit + 1);
    put(out, witness->unnamed ? ",\"unnamed\":true}" : "}");
}

/* A result holds no document bodies: of a long passage the beginning and the end, and between them as
 * many bytes left out as the spans tell. What was cut once, by the run that a result was read back from, stays
 * whole. */
static void put_excerpt(json_out *out, syn_slice text, bool whole)
{
    const size_t most = 800, half = 400;
    size_t head = half, tail = text.count > half ? text.count - half : 0;
    if (text.count <= most || whole) {
        syn_escape_json(out->buf, text.at, text.count);
        return;
    }
    while (head > 0 && ((unsigned char)text.at[head] & 0xc0) == 0x80)
        head--;
    while (tail < text.count && ((unsigned char)text.at[tail] & 0xc0) == 0x80)
        tail++;
    syn_buf_clear(&out->excerpt);
    syn_buf_add(&out->excerpt, text.at, head);
    syn_buf_text(&out->excerpt, " … ");
    syn_buf_add(&out->excerpt, text.at + tail, text.count - tail);
    if (out->excerpt.failed)
        out->buf->failed = true;
    else
        syn_escape_json(out->buf, out->excerpt.bytes, out->excerpt.len);
}

static void put_passage(json_out *out, size_t at)
{
    const syn_passage *passage = &out->view->passages[at];
    syn_slice text = syn_view_passage_text(out->view, passage);
    put_whole(out, "{\"id\":", passage->id);
    put_text(out, ",\"key\":", passage->key);
    put_text(out, ",\"kind\":", syn_kind_name(passage->kind));
    put_whole(out, ",\"words\":", passage->words);
    put_fixed(out, ",\"weight\":", passage->weight, 1);
    if (passage->speaker != NULL)
        put_text(out, ",\"speaker\":", passage->speaker);
    put(out, ",\"text\":");
    put_excerpt(out, text, text.at == passage->text);
    put(out, ",\"witnesses\":[");
    for (uint32_t i = 0; i < passage->witness_count; i++) {
        put(out, i ? ",\n" : "\n");
        put_witness(out, &out->view->witnesses[passage->witness_first + i], i == passage->representative);
    }
    put(out, "]}");
}

static void put_match(json_out *out, const syn_pair_match *match)
{
    put_whole(out, " {\"passage\":", out->view->passages[match->passage].id);
    put_text(out, ",\"kind\":", syn_kind_name(match->kind));
    put(out, ",\"a\":{");
    put_span(out, &match->a);
    put(out, "},\"b\":{");
    put_span(out, &match->b);
    put_whole(out, "},\"words\":", match->words);
    put_fixed(out, ",\"identity\":", match->identity, 4);
    put_fixed(out, ",\"weight\":", match->weight, 1);
    put(out, "}");
}

static void put_pair(json_out *out, size_t at)
{
    const syn_pair *pair = &out->view->pairs[at];
    put_id(out, "{\"a\":", pair->a);
    put_id(out, ",\"b\":", pair->b);
    put_whole(out, ",\"words\":", pair->words);
    put_fixed(out, ",\"share_a\":", pair->share_a, 4);
    put_fixed(out, ",\"share_b\":", pair->share_b, 4);
    put(out, ",\"matches\":[");
    for (uint32_t i = 0; i < pair->match_count; i++) {
        put(out, i ? ",\n" : "\n");
        put_match(out, &out->view->matches[pair->match_first + i]);
    }
    put(out, "]}");
}

static void put_left_out(json_out *out, size_t i)
{
    (void)i;
    put_whole(out, "\"pairs_left_out\":", out->view->pairs_left_out);
}

static void put_origin(json_out *out, size_t i)
{
    const syn_source *source = &out->view->sources[i];
    put_source(out, "{\"id\":\"s", (uint32_t)i);
    put_text(out, ",\"name\":", source->name);
    put(out, source->seen ? ",\"seen\":true" : ",\"seen\":false");
    put_id(out, ",\"document\":", source->document);
    put(out, ",\"names\":[");
    for (uint32_t n = 0; n < source->name_count; n++)
        put_text(out, n ? "," : "", out->view->source_names[source->name_first + n]);
    put(out, "]}");
}

static void put_credit(json_out *out, size_t i)
{
    const syn_credit *credit = &out->view->credits[i];
    put_id(out, "{\"document\":", credit->document);
    if (credit->source == SYN_NONE)
        put(out, ",\"source\":null");
    else
        put_source(out, ",\"source\":\"s", credit->source);
    put_text(out, ",\"name\":", credit->name);
    put(out, ",");
    put_span(out, &credit->span);
    put_text(out, ",\"cue\":", credit->cue);
    put_text(out, ",\"of\":", syn_credit_of_name(credit->of));
    put_text(out, ",\"place\":", syn_credit_place_name(credit->place));
    put(out, ",\"covers\":[");
    for (uint32_t c = 0; c < credit->cover_count; c++) {
        const syn_cover *cover = &out->view->covers[credit->cover_first + c];
        put(out, c ? ",{" : "{");
        put_span(out, &cover->span);
        put_text(out, ",\"level\":", syn_level_name(cover->level));
        put(out, "}");
    }
    put_text(out, "],\"level\":", syn_level_name(credit->level));
    put(out, "}");
}

static void put_evidence(json_out *out, const syn_evidence *evidence)
{
    put_text(out, "{\"kind\":", evidence->kind);
    put_id(out, ",\"document\":", evidence->document);
    put(out, ",");
    put_span(out, &evidence->span);
    put_text(out, ",\"says\":", evidence->says);
    put(out, "}");
}

static void put_descent(json_out *out, size_t at)
{
    const syn_result_view *view = out->view;
    const syn_descent *descent = &view->descents[at];
    put_source(out, "{\"from\":\"s", descent->source);
    put_id(out, ",\"to\":", descent->to);
    put(out, ",\"passages\":[");
    for (uint32_t i = 0; i < descent->passage_count; i++)
        put_whole(out, i ? "," : "",
                  view->passages[view->descent_passages[descent->passage_first + i]].id);
    put_whole(out, "],\"words\":", descent->words);
    put_text(out, ",\"route\":", descent->direct ? "direct" : "direct or through texts not seen");
    put_text(out, ",\"level\":", syn_level_name(descent->level));
    put_fixed(out, ",\"confidence\":", descent->confidence, 4);
    put(out, ",\"evidence\":[");
    for (uint32_t i = 0; i < descent->evidence_count; i++) {
        put(out, i ? "," : "");
        put_evidence(out, &view->evidence[descent->evidence_first + i]);
    }
    put(out, "]}");
}

static void put_checked(json_out *out, size_t i)
{
    syn_json_checked(out->view, i, out->buf);
}

static void put_skip(json_out *out, size_t i)
{
    const syn_skip *skip = syn_corpus_skip_get(out->view->corpus, i);
    put_text(out, "{\"path\":", skip->path);
    put_text(out, ",\"why\":", skip->why);
    put(out, "}");
}

static void put_summary(json_out *out, size_t i)
{
    syn_summary s;
    (void)i;
    syn_view_summary(out->view, &s);
    put_whole(out, "\"summary\":{\"documents\":", s.documents);
    put_whole(out, ",\"sharing_documents\":", s.sharing_documents);
    put_whole(out, ",\"words\":", s.words);
    put_whole(out, ",\"reused_words\":", s.reused_words);
    put(out, ",\"passages\":{");
    for (int kind = SYN_VERBATIM; kind <= SYN_COMMON; kind++) {
        put_text(out, kind ? "," : "", syn_kind_name((syn_kind)kind));
        put_whole(out, ":", s.passages[kind]);
    }
    put_whole(out, "},\"witnesses\":", s.witnesses);
    put_whole(out, ",\"pairs\":", s.pairs);
    put_whole(out, ",\"descents\":", s.descents);
    put_whole(out, ",\"skipped\":", s.skipped);
    put_whole(out, ",\"replaced_characters\":", s.replaced_characters);
    put(out, "}");
}

static size_t count_one(const syn_result_view *view)
{
    (void)view;
    return 1;
}

static size_t count_documents(const syn_result_view *view)
{
    return syn_corpus_count(view->corpus);
}

static size_t count_passages(const syn_result_view *view)
{
    return view->passage_count;
}

static size_t count_pairs(const syn_result_view *view)
{
    return view->pair_count;
}

static size_t count_sources(const syn_result_view *view)
{
    return view->source_count;
}

static size_t count_credits(const syn_result_view *view)
{
    return view->credit_count;
}

static size_t count_descents(const syn_result_view *view)
{
    return view->descent_count;
}

static size_t count_checked(const syn_result_view *view)
{
    return view->checked_count;
}

static size_t count_skips(const syn_result_view *view)
{
    return syn_corpus_skip_count(view->corpus);
}

/* A part of the result: an array with a line for each item, or something that stands once. */
typedef struct section {
    const char *open, *close;
    size_t (*count)(const syn_result_view *view);
    void (*put_item)(json_out *out, size_t item);
    size_t piece_items; /* items in one piece; 0: it stands once, without a line of its own */
    bool check;         /* only a check has it */
} section;

static const section sections[] = {
    {"{\"schema\":\"syndic-result/1\",\n", ",\n", count_one, put_head, 0, false},
    {"\"documents\":[", "],\n", count_documents, put_document, 256, false},
    {"\"check\":[", "],\n", count_checked, put_checked, 256, true},
    {"\"passages\":[", "],\n", count_passages, put_passage, 128, false},
    {"\"pairs\":[", "],\n", count_pairs, put_pair, 16, false},
    {"", ",\n", count_one, put_left_out, 0, false},
    {"\"sources\":[", "],\n", count_sources, put_origin, 1024, false},
    {"\"credits\":[", "],\n", count_credits, put_credit, 256, false},
    {"\"descents\":[", "],\n", count_descents, put_descent, 256, false},
    {"\"skipped\":[", "],\n", count_skips, put_skip, 1024, false},
    {"", "}\n", count_one, put_summary, 0, false},
};
static const size_t section_count = sizeof sections / sizeof *sections;

/* An empty section is a piece too: its brackets. */
static size_t pieces_of(const section *s, const syn_result_view *view)
{
    size_t count = s->count(view);
    if (s->check && !view->is_check)
        return 0;
    return s->piece_items == 0 || count == 0 ? 1 : (count + s->piece_items - 1) / s->piece_items;
}

size_t syn_json_pieces(const syn_result_view *view)
{
    size_t pieces = 0;
    for (size_t s = 0; s < section_count; s++)
        pieces += pieces_of(&sections[s], view);
    return pieces;
}

static void put_items(json_out *out, const section *s, size_t first)
{
    size_t count = s->count(out->view), end = s->piece_items == 0 ? 1 : first + s->piece_items;
    if (end > count)
        end = count;
    if (first == 0)
        put(out, s->open);
    for (size_t i = first; i < end; i++) {
        if (s->piece_items > 0)
            put(out, i ? ",\n" : "\n");
        s->put_item(out, i);
    }
    if (end == count)
        put(out, s->close);
}

void syn_json_piece(const syn_result_view *view, size_t piece, syn_buf *buf)
{
    json_out out = {.view = view, .buf = buf};
    const section *s = sections;
    for (size_t pieces; piece >= (pieces = pieces_of(s, view)); s++)
        piece -= pieces;
    put_items(&out, s, piece * s->piece_items);
    syn_buf_release(&out.excerpt);
}
