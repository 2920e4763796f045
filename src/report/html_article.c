/* The texts themselves, each once, with a mark wherever a passage or a credit stands. */

#include "report/html.h"

#include "base/alloc.h"
#include "report/escape.h"

#include <stdlib.h>
#include <string.h>

/** The copies in one text while it is written from its first byte to its last. */
typedef struct article {
    syn_html_out *out;
    uint32_t document;
    syn_slice text;
    const syn_paragraphs *paragraphs;
    syn_place *copies;   /* by place */
    size_t copy_count, next;
    uint32_t *heap;      /* of copies begun and perhaps not ended, into copies: the foremost is marked */
    size_t heap_count;
    size_t credit, credit_end, cite_end;
    size_t at;           /* bytes so far, and ... */
    uint64_t points;     /* ... how many characters they are */
} article;

static const syn_witness *witness_of(const article *a, size_t copy)
{
    return &a->out->sheet.view->witnesses[a->copies[copy].witness];
}

/* The foremost copy: passages that count come before others, larger ones (smaller numbers) before smaller. */

static bool is_before(const article *a, uint32_t x, uint32_t y)
{
    const syn_passage *passages = a->out->sheet.view->passages;
    uint32_t p = a->copies[x].passage, q = a->copies[y].passage;
    bool p_counts = syn_view_counts(passages[p].kind), q_counts = syn_view_counts(passages[q].kind);
    if (p_counts != q_counts)
        return p_counts;
    return p != q ? p < q : x < y;
}

static void swap(uint32_t *a, uint32_t *b)
{
    uint32_t kept = *a;
    *a = *b;
    *b = kept;
}

static void heap_add(article *a, uint32_t copy)
{
    size_t at = a->heap_count++;
    a->heap[at] = copy;
    for (; at > 0 && is_before(a, a->heap[at], a->heap[(at - 1) / 2]); at = (at - 1) / 2)
        swap(&a->heap[at], &a->heap[(at - 1) / 2]);
}

static void heap_drop(article *a)
{
    a->heap[0] = a->heap[--a->heap_count];
    for (size_t at = 0, best = 0;; at = best) {
        size_t left = 2 * at + 1, right = left + 1;
        if (left < a->heap_count && is_before(a, a->heap[left], a->heap[best]))
            best = left;
        if (right < a->heap_count && is_before(a, a->heap[right], a->heap[best]))
            best = right;
        if (best == at)
            return;
        swap(&a->heap[at], &a->heap[best]);
    }
}

/* A stretch, piece by piece */

/** Copies that begin at `at` get their numbers, which lead to their passages. */
static void begin_copies(article *a, size_t at)
{
    for (; a->next < a->copy_count && witness_of(a, a->next)->span.begin <= at; a->next++) {
        const syn_witness *w = witness_of(a, a->next);
        uint32_t passage = a->copies[a->next].passage, id = a->out->sheet.view->passages[passage].id;
        char standing = syn_view_counts(w->kind) ? syn_html_standing_letter(w->standing) : 'n';
        heap_add(a, (uint32_t)a->next);
        if (passage < a->out->passages)
            syn_html_format(a->out, "<a class=\"n s%c\" id=\"w%u\" href=\"#p%u\">%u</a>", standing,
                            a->copies[a->next].witness, id, id);
        else
            syn_html_format(a->out, "<span class=\"n s%c\" id=\"w%u\">%u</span>", standing, a->copies[a->next].witness,
                            id);
    }
}

static void begin_credits(article *a, size_t at)
{
    const syn_credit *credits = a->out->sheet.view->credits;
    for (; a->credit < a->credit_end && credits[a->credit].span.begin <= at; a->credit++) {
        size_t end = (size_t)credits[a->credit].span.end;
        a->cite_end = end > a->cite_end ? end : a->cite_end;
    }
}

/** Where the piece that begins at `at` ends: something else begins, or what is marked ends. */
static size_t piece_end(const article *a, size_t at, size_t end)
{
    const syn_credit *credits = a->out->sheet.view->credits;
    if (a->next < a->copy_count && witness_of(a, a->next)->span.begin < end)
        end = (size_t)witness_of(a, a->next)->span.begin;
    if (a->credit < a->credit_end && credits[a->credit].span.begin < end)
        end = (size_t)credits[a->credit].span.begin;
    if (a->cite_end > at && a->cite_end < end)
        end = a->cite_end;
    if (a->heap_count > 0 && witness_of(a, a->heap[0])->span.end < end)
        end = (size_t)witness_of(a, a->heap[0])->span.end;
    return end;
}

static void begin_mark(const article *a, size_t copy)
{
    const syn_witness *w = witness_of(a, copy);
    char kind = syn_html_kind_letter(syn_checked_kind(a->out->sheet.view, a->copies[copy].passage, w));
    if (syn_view_counts(w->kind))
        syn_html_format(a->out, "<mark class=\"k%c s%c\">", kind, syn_html_standing_letter(w->standing));
    else
        syn_html_format(a->out, "<mark class=\"k%c\">", kind);
}

static void write_piece(article *a, size_t begin, size_t end)
{
    syn_html_out *out = a->out;
    bool cite = a->cite_end > begin, mark = a->heap_count > 0;
    if (mark)
        begin_mark(a, a->heap[0]);
    if (cite)
        syn_html_raw(out, "<cite>");
    a->points += syn_html_body(out, a->text.at + begin, end - begin);
    a->at = end;
    if (cite)
        syn_html_raw(out, "</cite>");
    if (mark)
        syn_html_raw(out, "</mark>");
}

static void write_pieces(article *a, size_t at, size_t end)
{
    while (at < end) {
        begin_copies(a, at);
        begin_credits(a, at);
        while (a->heap_count > 0 && witness_of(a, a->heap[0])->span.end <= at)
            heap_drop(a);
        size_t stop = piece_end(a, at, end);
        write_piece(a, at, stop);
        at = stop;
    }
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/** Counts the characters up to `at` that are not written. */
static void pass_over(article *a, size_t at)
{
    for (unsigned length; a->at < at; a->at += length, a->points++)
        syn_escape_decode(a->text.at + a->at, a->text.count - a->at, &length);
}

/** The part of paragraph `number` (from 1) that is in [begin, end), without the blanks around it. */
static void write_paragraph(article *a, size_t number, size_t begin, size_t end)
{
    while (end > begin && is_blank(a->text.at[end - 1]))
        end--;
    while (begin < end && is_blank(a->text.at[begin]))
        begin++;
    if (begin == end)
        return;
    pass_over(a, begin);
    syn_html_raw(a->out, "<p dir=\"auto\"");
    if (a->out->extents[a->document] == SYN_HTML_WHOLE)
        syn_html_format(a->out, " id=\"t%u-%zu\"", a->document, number);
    syn_html_format(a->out, " data-n=\"%zu\" data-c=\"%llu\">", number, (unsigned long long)a->points);
    write_pieces(a, begin, end);
    syn_html_raw(a->out, "</p>\n");
}

static void write_stretch(article *a, size_t begin, size_t end)
{
    const syn_paragraphs *p = a->paragraphs;
    for (size_t n = syn_paragraphs_find(p, begin); n <= p->count && p->begin[n - 1] < end; n++) {
        size_t from = p->begin[n - 1] > begin ? p->begin[n - 1] : begin;
        size_t to = n < p->count && p->begin[n] < end ? p->begin[n] : end;
        write_paragraph(a, n, from, to);
    }
}

static size_t clipped(const article *a, uint64_t at)
{
    return at < a->text.count ? (size_t)at : a->text.count;
}

/** Only what the copies cover; those that overlap or touch are one stretch. */
static void write_parts(article *a)
{
    for (size_t i = 0; i < a->copy_count;) {
        size_t begin = clipped(a, witness_of(a, i)->span.begin), end = begin;
        for (; i < a->copy_count && witness_of(a, i)->span.begin <= end; i++) {
            size_t stop = clipped(a, witness_of(a, i)->span.end);
            end = stop > end ? stop : end;
        }
        if (begin > a->at)
            syn_html_raw(a->out, "<p class=\"gap\">[…]</p>\n");
        write_stretch(a, begin, end);
        if (begin == end && i < a->copy_count && witness_of(a, i)->span.begin >= a->text.count)
            return;
    }
    if (a->at < a->text.count)
        syn_html_raw(a->out, "<p class=\"gap\">[…]</p>\n");
}

/* Texts */

typedef struct placed {
    syn_place place;
    uint64_t begin;
} placed;

static int placed_order(const void *a, const void *b)
{
    const placed *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return (x->place.witness > y->place.witness) - (x->place.witness < y->place.witness);
}

/** The copies in a text by their place. */
static bool sort_copies(article *a)
{
    const syn_places *places = &a->out->places;
    size_t first = places->first[a->document];
    a->copy_count = places->first[a->document + 1] - first;
    placed *list = syn_alloc(a->copy_count, sizeof *list);
    a->copies = syn_alloc(a->copy_count, sizeof *a->copies);
    a->heap = syn_alloc(a->copy_count, sizeof *a->heap);
    bool made = list && a->copies && a->heap;
    for (size_t i = 0; made && i < a->copy_count; i++) {
        syn_place place = places->at[first + i];
        list[i] = (placed){place, a->out->sheet.view->witnesses[place.witness].span.begin};
    }
    if (made && a->copy_count > 0)
        qsort(list, a->copy_count, sizeof *list, placed_order);
    for (size_t i = 0; made && i < a->copy_count; i++)
        a->copies[i] = list[i].place;
    free(list);
    return made;
}

static void write_marked(syn_html_out *out, uint32_t document)
{
    const syn_document *d = syn_corpus_get(out->sheet.view->corpus, document);
    article a = {.out = out, .document = document, .text = {d->text, d->text_bytes},
                 .paragraphs = syn_sheet_layout(&out->sheet, document),
                 .credit = out->sheet.credits.first[document], .credit_end = out->sheet.credits.first[document + 1]};
    if (!sort_copies(&a))
        out->status = SYN_MEMORY;
    else if (out->extents[document] == SYN_HTML_WHOLE)
        write_stretch(&a, 0, a.text.count);
    else
        write_parts(&a);
    free(a.copies);
    free(a.heap);
}

enum { FIELD_CELLS = 600 };

/** Only addresses of the web are links, and none that is longer than addresses are; what else a field holds is text. */
static bool is_address(const char *url)
{
    return (strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0) && strlen(url) < FIELD_CELLS;
}

static void write_field(syn_html_out *out, const char *label, const char *text)
{
    if (!text || !*text)
        return;
    syn_html_format(out, "<div><dt>%s</dt><dd dir=\"auto\">", label);
    syn_html_cut(out, text, strlen(text), FIELD_CELLS);
    syn_html_raw(out, "</dd></div>");
}

static void write_about(syn_html_out *out, uint32_t document)
{
    const syn_document *d = syn_corpus_get(out->sheet.view->corpus, document);
    syn_html_raw(out, "<dl class=\"about\">");
    write_field(out, "Title", d->title);
    write_field(out, "Outlet", d->outlet);
    if (d->url && is_address(d->url)) {
        syn_html_raw(out, "<div><dt>Address</dt><dd><a rel=\"noopener noreferrer nofollow\" href=\"");
        syn_html_line(out, d->url, strlen(d->url));
        syn_html_raw(out, "\">");
        syn_html_line(out, d->url, strlen(d->url));
        syn_html_raw(out, "</a></dd></div>");
    } else {
        write_field(out, "Address", d->url);
    }
    write_field(out, "File", d->id);
    syn_html_raw(out, "</dl>\n");
}

static void write_text(syn_html_out *out, uint32_t document, bool open)
{
    const syn_share *share = &out->sheet.view->shares[document];
    syn_html_format(out, "<details class=\"text\" id=\"t%u\"%s><summary><h3>", document, open ? " open" : "");
    syn_html_name_plain(out, document);
    syn_html_raw(out, "</h3> ");
    syn_html_number(out, share->reused_words);
    syn_html_raw(out, " of ");
    syn_html_counted(out, share->words, "word", "words");
    syn_html_raw(out, " shared · ");
    syn_html_date(out, document);
    syn_html_raw(out, "</summary>\n");
    syn_html_strip(out, document, true);
    write_about(out, document);
    syn_html_format(out, "<article lang=\"\" dir=\"auto\" data-d=\"%u\">\n", document);
    write_marked(out, document);
    syn_html_raw(out, "</article>\n</details>\n");
}

void syn_html_articles(syn_html_out *out)
{
    if (out->texts == 0)
        return;
    syn_html_raw(out, "<section id=\"reading\">\n<h2>Reading</h2>\n<p>The texts with every passage marked. A number "
                      "leads to its passage, and from there to all other copies.</p>\n");
    for (uint32_t d = 0; d < out->sheet.summary.documents && out->status == SYN_OK; d++)
        if (syn_html_has_text(out, d))
            write_text(out, d, d == 0 && out->sheet.view->checked_count == 1);
    syn_html_raw(out, "</section>\n");
}
