#include "report/view.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

syn_slice syn_view_text(const syn_result_view *view, uint32_t document, const syn_span *span)
{
    const syn_document *d = syn_corpus_get(view->corpus, document);
    if (!d->text)
        return (syn_slice){"", 0};
    size_t begin = span->begin < d->text_bytes ? (size_t)span->begin : d->text_bytes;
    size_t end = span->end < d->text_bytes ? (size_t)span->end : d->text_bytes;
    return (syn_slice){d->text + begin, end > begin ? end - begin : 0};
}

/** The length of one of `marks` at the start (or end) of `count` bytes, or 0. */
static size_t mark_at(const char *const *marks, const char *at, size_t count, bool at_end)
{
    for (; *marks; marks++) {
        size_t length = strlen(*marks);
        if (length <= count && memcmp(at_end ? at + count - length : at, *marks, length) == 0)
            return length;
    }
    return 0;
}

syn_slice syn_view_quoted(const syn_result_view *view, uint32_t document, const syn_span *span)
{
    static const char *const opening[] = {"\"", "'", "(", "[", "“", "‘", "«", "„", "‚", "「", "『", "¿", "¡", NULL};
    static const char *const closing[] = {".", ",", "!", "?", ";", ":", "\"", "'", ")", "]", "”", "’", "»",
                                          "“", "‘", "…", "。", "，", "、", "！", "？", "」", "』", NULL};
    const syn_document *d = syn_corpus_get(view->corpus, document);
    syn_slice slice = syn_view_text(view, document, span);
    if (!d->text)
        return slice;
    size_t begin = (size_t)(slice.at - d->text), end = begin + slice.count, step;
    while ((step = mark_at(opening, d->text, begin, true)) != 0)
        begin -= step;
    while ((step = mark_at(closing, d->text + end, d->text_bytes - end, false)) != 0)
        end += step;
    return (syn_slice){d->text + begin, end - begin};
}

syn_slice syn_view_passage_text(const syn_result_view *view, const syn_passage *passage)
{
    const syn_witness *w = &view->witnesses[passage->witness_first + passage->representative];
    if (passage->text && !syn_corpus_get(view->corpus, w->document)->text)
        return (syn_slice){passage->text, strlen(passage->text)};
    return syn_view_text(view, w->document, &w->span);
}

bool syn_view_counts(syn_kind kind)
{
    return kind != SYN_NAME && kind != SYN_COMMON;
}

void syn_view_summary(const syn_result_view *view, syn_summary *out)
{
    syn_summary s = {.documents = syn_corpus_count(view->corpus),
                     .skipped = syn_corpus_skip_count(view->corpus),
                     .witnesses = view->witness_count,
                     .pairs = view->pair_count,
                     .pairs_left_out = view->pairs_left_out,
                     .descents = view->descent_count};
    for (size_t i = 0; i < s.documents; i++) {
        s.words += view->shares[i].words;
        s.reused_words += view->shares[i].reused_words;
        s.sharing_documents += view->shares[i].reused_words > 0;
        s.replaced_characters += syn_corpus_get(view->corpus, i)->replaced_count;
    }
    for (size_t i = 0; i < view->passage_count; i++) {
        s.passages[view->passages[i].kind]++;
        s.counted += syn_view_counts(view->passages[i].kind);
    }
    *out = s;
}

/* Places: a counting sort of the witnesses by document. */

syn_status syn_places_make(const syn_result_view *view, syn_places *out)
{
    size_t documents = syn_corpus_count(view->corpus);
    syn_places places = {.at = syn_alloc(view->witness_count, sizeof *places.at),
                         .first = syn_alloc_zero(documents + 1, sizeof *places.first)};
    if (!places.at || !places.first) {
        syn_places_release(&places);
        return SYN_MEMORY;
    }
    for (size_t i = 0; i < view->witness_count; i++)
        places.first[view->witnesses[i].document]++;
    size_t sum = 0;
    for (size_t d = 0; d <= documents; d++)
        places.first[d] = sum += d < documents ? places.first[d] : 0;
    for (size_t p = view->passage_count; p-- > 0;) {
        const syn_passage *passage = &view->passages[p];
        for (uint32_t i = passage->witness_count; i-- > 0;) {
            uint32_t w = passage->witness_first + i;
            places.at[--places.first[view->witnesses[w].document]] = (syn_place){(uint32_t)p, w};
        }
    }
    *out = places;
    return SYN_OK;
}

void syn_places_release(syn_places *places)
{
    free(places->at);
    free(places->first);
    *places = (syn_places){0};
}

/* Names: three cuts, each taken for all documents or for none. */

/** Bytes that all ids have in common up to and with a '/'. Ids are sorted, so first and last tell. */
static size_t common_folder(const syn_corpus *corpus)
{
    size_t count = syn_corpus_count(corpus), cut = 0;
    if (count < 2)
        return 0;
    const char *a = syn_corpus_get(corpus, 0)->id, *b = syn_corpus_get(corpus, count - 1)->id;
    for (size_t i = 0; a[i] && a[i] == b[i]; i++)
        if (a[i] == '/')
            cut = i + 1;
    return cut;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t without_extension(const char *at, size_t count)
{
    for (size_t i = count; i-- > 1 && count - i <= 6;) {
        if (at[i] == '.')
            return i + 1 < count && is_letter(at[i + 1]) && at[i - 1] != '/' ? i : count;
        if (!is_letter(at[i]) && !is_digit(at[i]))
            break;
    }
    return count;
}

static size_t without_hash(const char *at, size_t count)
{
    size_t i = count;
    while (i > 0 && (is_digit(at[i - 1]) || (at[i - 1] >= 'a' && at[i - 1] <= 'f')))
        i--;
    bool hash = count - i >= 8 && i > 1 && (at[i - 1] == '_' || at[i - 1] == '-') && at[i - 2] != '/';
    return hash ? i - 1 : count;
}

static int slice_order(const void *a, const void *b)
{
    const syn_slice *x = a, *y = b;
    int order = memcmp(x->at, y->at, x->count < y->count ? x->count : y->count);
    return order ? order : (x->count > y->count) - (x->count < y->count);
}

/** Cuts all ids by `level` steps; false when two become the same or one is left empty. */
static bool names_cut(const syn_corpus *corpus, int level, syn_names *names, syn_slice *scratch)
{
    size_t folder = level > 0 ? common_folder(corpus) : 0;
    for (size_t i = 0; i < names->count; i++) {
        const char *at = syn_corpus_get(corpus, i)->id + folder;
        size_t count = strlen(at);
        if (level > 1)
            count = without_extension(at, count);
        if (level > 2)
            count = without_hash(at, count);
        names->at[i] = scratch[i] = (syn_slice){at, count};
        if (count == 0)
            return false;
    }
    qsort(scratch, names->count, sizeof *scratch, slice_order);
    for (size_t i = 1; i < names->count; i++)
        if (slice_order(&scratch[i - 1], &scratch[i]) == 0)
            return false;
    return true;
}

syn_status syn_names_make(const syn_corpus *corpus, syn_names *out)
{
    size_t count = syn_corpus_count(corpus);
    syn_names names = {.at = syn_alloc(count, sizeof *names.at), .count = count};
    syn_slice *scratch = syn_alloc(count, sizeof *scratch);
    if (!names.at || !scratch) {
        free(scratch);
        syn_names_release(&names);
        return SYN_MEMORY;
    }
    for (int level = 3; level >= 0 && !names_cut(corpus, level, &names, scratch); level--)
        ;
    free(scratch);
    *out = names;
    return SYN_OK;
}

void syn_names_release(syn_names *names)
{
    free(names->at);
    *names = (syn_names){0};
}

/* Paragraphs */

/** What makes a line the first of a paragraph; the first line with anything on it always is. */
typedef enum start_rule { BEHIND_BLANK_LINE, INDENTED, ANY_LINE } start_rule;

static bool is_indented(const char *line, size_t count)
{
    return count > 1 && (line[0] == '\t' || (line[0] == ' ' && line[1] == ' '));
}

static syn_status find_starts(syn_slice text, start_rule rule, syn_paragraphs *paragraphs)
{
    bool blank = true; /* the line before had nothing on it */
    paragraphs->count = 0;
    for (size_t at = 0; at < text.count;) {
        const char *stop = memchr(text.at + at, '\n', text.count - at);
        size_t end = stop ? (size_t)(stop - text.at) : text.count, first = at;
        while (first < end && strchr(" \t\r\v\f", text.at[first]) && text.at[first])
            first++;
        bool starts = rule == ANY_LINE || (rule == INDENTED ? is_indented(text.at + at, end - at) : blank);
        if (first < end && (starts || paragraphs->count == 0)) {
            if (!syn_alloc_room((void **)&paragraphs->begin, &paragraphs->capacity,
                                paragraphs->count + 1, sizeof *paragraphs->begin))
                return SYN_MEMORY;
            paragraphs->begin[paragraphs->count++] = at;
        }
        blank = first == end;
        at = end + 1;
    }
    return SYN_OK;
}

syn_status syn_paragraphs_make(syn_slice text, syn_paragraphs *paragraphs)
{
    syn_status status = find_starts(text, BEHIND_BLANK_LINE, paragraphs);
    for (start_rule rule = INDENTED; rule <= ANY_LINE && status == SYN_OK && paragraphs->count == 1; rule++)
        status = find_starts(text, rule, paragraphs);
    return status;
}

size_t syn_paragraphs_find(const syn_paragraphs *paragraphs, size_t at)
{
    size_t low = 0, high = paragraphs->count; /* begin[low - 1] <= at < begin[high] */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (paragraphs->begin[middle] <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low : 1;
}

void syn_paragraphs_release(syn_paragraphs *paragraphs)
{
    free(paragraphs->begin);
    *paragraphs = (syn_paragraphs){0};
}
