/* What a text says beside a passage of where it is from, in its own words. */

#include "report/sheet.h"

#include <stdio.h>
#include <string.h>

enum {
    QUOTED_CELLS = 56,    /* of a credit's words */
    SPEAKER_BYTES = 400,  /* around a quotation in which its speaker is looked for */
    UNMARKED_WORDS = 20,  /* from which on the lack of quotation marks is told */
    VOICES = 2,           /* of the source, told beside one passage */
    LOOKED_AT = 16        /* credits looked at for them */
};

/** A copy of a passage and where it stands. */
typedef struct note {
    syn_sheet *sheet;
    const syn_passage *passage;
    const syn_witness *witness;
    const syn_paragraphs *paragraphs;
    size_t first, last; /* paragraphs of the copy */
    syn_buf *out;
} note;

static size_t paragraph_of(const note *n, const syn_span *span)
{
    return syn_paragraphs_find(n->paragraphs, (size_t)span->begin);
}

static const char *place_of(const note *n, const syn_credit *credit, char text[32])
{
    return syn_sheet_at(n->paragraphs, credit->span.begin, text);
}

/** Appends the words of a credit in quotation marks; the name alone where the text is gone. */
static void add_words(syn_sheet *sheet, const syn_credit *credit, syn_buf *out)
{
    syn_slice slice = syn_view_text(sheet->view, credit->document, &credit->span);
    if (slice.count == 0 && credit->name)
        slice = (syn_slice){credit->name, strlen(credit->name)};
    syn_buf_text(out, "\"");
    syn_sheet_cut(out, slice.at, slice.count, QUOTED_CELLS);
    syn_buf_text(out, "\"");
}

static void add_label(const note *n, const syn_credit *credit)
{
    bool opens = n->paragraphs->count > 0 && n->first == paragraph_of(n, &credit->span);
    char where[32];
    syn_buf_text(n->out, opens ? "label \"" : "under label \"");
    syn_sheet_cut(n->out, credit->name, strlen(credit->name), QUOTED_CELLS);
    syn_buf_format(n->out, opens ? "\" opens %s" : "\" of %s", place_of(n, credit, where));
}

/** The credit that covers the copy, or that stands near its speech. */
static void add_credit(const note *n, const syn_credit *credit)
{
    size_t at = paragraph_of(n, &credit->span);
    bool quoted = n->witness->standing == SYN_QUOTED;
    size_t near = quoted ? 1 : 0;
    char where[32];
    if (credit->place == SYN_AT_LABEL && credit->name) {
        add_label(n, credit);
        return;
    }
    if (credit->place == SYN_AT_HEAD)
        syn_buf_text(n->out, "credited at the head ");
    else if (credit->place == SYN_AT_TAIL)
        syn_buf_text(n->out, "credited at the end ");
    else if (at + near < n->first || at > n->last + near)
        syn_buf_format(n->out, quoted ? "outlet named in %s " : "credited in %s ", place_of(n, credit, where));
    add_words(n->sheet, credit, n->out);
}

/** Whether the last word of the speaker's name stands near this copy. */
static bool names_speaker(const note *n)
{
    const syn_document *d = syn_corpus_get(n->sheet->view->corpus, n->witness->document);
    const char *speaker = n->passage->speaker, *space = speaker ? strrchr(speaker, ' ') : NULL;
    const char *last = space ? space + 1 : speaker;
    size_t length = last ? strlen(last) : 0;
    size_t begin = n->witness->span.begin > SPEAKER_BYTES ? (size_t)n->witness->span.begin - SPEAKER_BYTES : 0;
    size_t end = (size_t)n->witness->span.end, around = SPEAKER_BYTES;
    end = end > d->text_bytes || d->text_bytes - end < around ? d->text_bytes : end + around;
    for (size_t at = begin; length > 0 && at + length <= end; at++)
        if (memcmp(d->text + at, last, length) == 0)
            return true;
    return false;
}

/** Speech whose outlet this text leaves out. */
static void add_unnamed(const note *n, const syn_credit *credit)
{
    char where[32];
    if (names_speaker(n))
        syn_buf_text(n->out, "speaker named, ");
    syn_buf_text(n->out, "outlet not named here ");
    if (credit)
        syn_buf_format(n->out, "(nearest credit: %s)", place_of(n, credit, where));
    else
        syn_buf_text(n->out, "(no credit found in this text)");
}

static void add_uncredited(const note *n, const syn_credit *credit)
{
    bool quoted = n->witness->standing == SYN_QUOTED;
    size_t at = credit ? paragraph_of(n, &credit->span) : 0;
    char where[32];
    if (!credit)
        syn_buf_text(n->out, quoted ? "quoted; no credit found in this text" : "open: no credit found in this text");
    else if (at >= n->first && at <= n->last)
        syn_buf_format(n->out, "open: the credit in %s does not cover it", place_of(n, credit, where));
    else
        syn_buf_format(n->out, "open: no credit found near it (nearest: %s)", place_of(n, credit, where));
}

/* Quotation marks */

static bool is_mark(const char *at, size_t count)
{
    static const char *const marks[] = {"\"", "“", "”", "„", "‟", "«", "»", "‘", "‚", "「", "」", "『", "』", "``", "''"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strlen(marks[i]) <= count && memcmp(at, marks[i], strlen(marks[i])) == 0)
            return true;
    return false;
}

/** Whether nothing that could be a quotation mark stands between the start of the paragraph and the
 *  copy, so that none is open where it begins. */
static bool is_unmarked(const note *n)
{
    enum { MOST_BYTES = 2000 };
    const syn_document *d = syn_corpus_get(n->sheet->view->corpus, n->witness->document);
    size_t end = n->witness->span.begin < d->text_bytes ? (size_t)n->witness->span.begin : d->text_bytes;
    size_t begin = n->first <= n->paragraphs->count ? n->paragraphs->begin[n->first - 1] : 0;
    if (!d->text || begin > end || end - begin > MOST_BYTES)
        return false;
    for (size_t at = begin; at < end; at++)
        if (is_mark(d->text + at, end - at) || (d->text[at] == '\'' && (at == begin || d->text[at - 1] == ' ')))
            return false;
    return true;
}

/** `; ¶4 "the Daily News has learned" is its voice`: names inside copied text are the source's own. */
static void add_voices(const note *n, uint32_t source)
{
    const syn_result_view *view = n->sheet->view;
    const syn_credits *credits = &n->sheet->credits;
    uint32_t d = n->witness->document;
    size_t from = n->first > 1 && n->first - 2 < n->paragraphs->count ? n->paragraphs->begin[n->first - 2] : 0;
    size_t c = syn_credits_behind(credits, view, d, from), told = 0;
    for (size_t looked = 0; c < credits->first[d + 1] && looked < LOOKED_AT && told < VOICES; c++, looked++) {
        const syn_credit *credit = &view->credits[c];
        size_t at = paragraph_of(n, &credit->span);
        if (at > n->last)
            return;
        if (credit->of != SYN_OF_SELF || credit->source != source)
            continue;
        syn_buf_text(n->out, "; ");
        if (at < n->first)
            syn_buf_format(n->out, "¶%zu ", at);
        add_words(n->sheet, credit, n->out);
        syn_buf_text(n->out, " is its voice");
        told++;
    }
}

void syn_note_make(syn_sheet *sheet, const syn_leaf *leaf, syn_buf *out)
{
    const syn_result_view *view = sheet->view;
    note n = {.sheet = sheet, .passage = &view->passages[leaf->passage], .witness = &view->witnesses[leaf->witness],
              .paragraphs = syn_sheet_layout(sheet, leaf->document), .out = out};
    const syn_span *span = &n.witness->span;
    const syn_credit *credit = syn_credit_of_witness(view, n.witness);
    n.first = syn_paragraphs_find(n.paragraphs, (size_t)span->begin);
    n.last = syn_paragraphs_find(n.paragraphs, (size_t)(span->end > span->begin ? span->end - 1 : span->begin));
    if (n.witness->unnamed)
        add_unnamed(&n, credit);
    else if (!credit || n.witness->standing == SYN_OPEN)
        add_uncredited(&n, credit);
    else
        add_credit(&n, credit);
    if (credit && n.witness->standing == SYN_CREDITED && credit->place == SYN_AT_SENTENCE &&
        n.witness->kind == SYN_VERBATIM && n.witness->words >= UNMARKED_WORDS && is_unmarked(&n))
        syn_buf_text(out, "; no quotation marks around it");
    if (leaf->descent != SYN_NONE)
        add_voices(&n, view->descents[leaf->descent].source);
}

/* Credit only */

/** Whether a copy of any passage stands in what the credits cover; unknown is taken for yes. */
static bool covers_shared(const syn_sheet *sheet, const syn_naming *naming, size_t count, const syn_places *places)
{
    enum { MOST_COVERS = 64, MOST_HELD = 4096 };
    const syn_result_view *view = sheet->view;
    size_t first = places->first[naming->document], end = places->first[naming->document + 1], covers = 0;
    if (end - first > MOST_HELD)
        return true;
    for (size_t i = 0; i < count; i++) {
        const syn_credit *credit = &view->credits[naming[i].credit];
        for (uint32_t c = 0; c < credit->cover_count; c++) {
            const syn_span *cover = &view->covers[credit->cover_first + c].span;
            if (++covers > MOST_COVERS)
                return true;
            for (size_t p = first; p < end; p++) {
                const syn_span *copy = &view->witnesses[places->at[p].witness].span;
                if (syn_view_counts(view->passages[places->at[p].passage].kind) && copy->begin < cover->end &&
                    cover->begin < copy->end)
                    return true;
            }
        }
    }
    return covers == 0;
}

/** "label opens ¶3 and ¶11", or the first credit's own words and its paragraph. */
static void add_namings(syn_sheet *sheet, const syn_naming *naming, size_t count, syn_buf *out)
{
    enum { MOST = 4 };
    const syn_paragraphs *paragraphs = syn_sheet_layout(sheet, naming->document);
    const syn_credit *credit = &sheet->view->credits[naming->credit];
    bool label = credit->place == SYN_AT_LABEL;
    size_t told = count < MOST ? count : MOST;
    char where[32];
    if (label)
        syn_buf_text(out, "label opens");
    else
        add_words(sheet, credit, out);
    for (size_t i = 0; i < told; i++) {
        credit = &sheet->view->credits[naming[i].credit];
        syn_buf_format(out, "%s %s", i == 0 ? "" : i + 1 == told && told == count ? " and" : ",",
                       syn_sheet_at(paragraphs, credit->span.begin, where));
    }
    if (told < count)
        syn_buf_format(out, " and %zu more", count - told);
}

void syn_note_credit_only(syn_sheet *sheet, const syn_leaf *leaf, const syn_places *places, syn_buf *out)
{
    const syn_result_view *view = sheet->view;
    const syn_descent *descent = &view->descents[leaf->descent];
    const syn_credits *credits = &sheet->credits;
    size_t first = syn_credits_find(credits, descent->source, leaf->group), end, behind;
    char number[32];
    bool told = false;
    if (first == SIZE_MAX) {
        syn_buf_text(out, "credited");
        return;
    }
    behind = credits->naming_first[descent->source + 1];
    while (first < behind && credits->namings[first].group == leaf->group &&
           credits->namings[first].document != leaf->document)
        first++;
    for (end = first; end < behind && credits->namings[end].document == leaf->document; end++)
        ;
    if (end > first) {
        add_namings(sheet, &credits->namings[first], end - first, out);
        told = descent->words > 0;
    }
    if (told)
        syn_buf_format(out, ": %s words%s", syn_sheet_number(descent->words, number),
                       covers_shared(sheet, &credits->namings[first], end - first, places)
                           ? "" : " that no other text here has");
}
