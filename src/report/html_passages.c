/* The passages: the text of each, and everywhere it stands, in the order of dates, with what differs marked. */

#include "report/html.h"

#include "base/alloc.h"
#include "report/escape.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_COPIES = 40,   /* of one passage; html_plan.c counts with it */
    SHOWN_BYTES = 4000, /* of a longer passage the beginning and the end */
    TAIL_BYTES = 1000,
    FIRST_CELLS = 90,   /* of its beginning, told while it is folded; ... */
    FIRST_SHORT = 60,   /* ... on a long page */
    OPEN_PASSAGES = 8   /* so few are all shown open */
};

/* The order of dates: those known before those that are not. */

typedef struct dated {
    const syn_date *date;
    uint32_t witness, document;
} dated;

static int64_t date_key(const syn_date *d)
{
    if (d->precision == SYN_DATE_NONE)
        return INT64_MAX;
    const int64_t parts[] = {d->month, d->day, d->hour, d->minute, d->second, d->bound};
    int64_t key = d->year;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        key = key * 100 + parts[i];
    return key;
}

static int dated_order(const void *a, const void *b)
{
    const dated *x = a, *y = b;
    int64_t p = date_key(x->date), q = date_key(y->date);
    if (p != q)
        return p < q ? -1 : 1;
    return (x->witness > y->witness) - (x->witness < y->witness);
}

static dated *sort_copies(const syn_result_view *view, const syn_passage *passage)
{
    dated *list = syn_alloc(passage->witness_count, sizeof *list);
    for (uint32_t i = 0; list && i < passage->witness_count; i++) {
        uint32_t w = passage->witness_first + i, d = view->witnesses[w].document;
        list[i] = (dated){&syn_corpus_get(view->corpus, d)->date, w, d};
    }
    if (list && passage->witness_count > 0)
        qsort(list, passage->witness_count, sizeof *list, dated_order);
    return list;
}

/* Text */

/** The passage as its representative has it, or what the result keeps of it. */
static syn_slice text_of(const syn_html_out *out, const syn_passage *passage)
{
    const syn_result_view *view = out->sheet.view;
    const syn_witness *w = &view->witnesses[passage->witness_first + passage->representative];
    if (syn_corpus_get(view->corpus, w->document)->text)
        return syn_view_quoted(view, w->document, &w->span);
    return (syn_slice){passage->text ? passage->text : "", passage->text ? strlen(passage->text) : 0};
}

static bool is_inside(const char *at)
{
    return ((unsigned char)*at & 0xC0) == 0x80;
}

static void write_text(syn_html_out *out, syn_slice text)
{
    size_t head = SHOWN_BYTES - TAIL_BYTES, tail = text.count - TAIL_BYTES;
    syn_html_raw(out, "<blockquote lang=\"\" dir=\"auto\">");
    if (text.count <= SHOWN_BYTES) {
        syn_html_body(out, text.at, text.count);
    } else {
        while (head > 0 && is_inside(text.at + head))
            head--;
        while (tail < text.count && is_inside(text.at + tail))
            tail++;
        syn_html_body(out, text.at, head);
        syn_html_format(out, " <span class=\"no\">[… %zu characters, about, are left out …]</span> ", tail - head);
        syn_html_body(out, text.at + tail, text.count - tail);
    }
    syn_html_raw(out, "</blockquote>\n");
}

/* Copies */

/** What the text says of where the copy is from; that it says nothing, its standing tells. */
static void write_note(syn_html_out *out, uint32_t passage, uint32_t witness)
{
    const syn_result_view *view = out->sheet.view;
    const syn_witness *w = &view->witnesses[witness];
    syn_leaf leaf = {.passage = passage, .witness = witness, .document = w->document, .descent = SYN_NONE};
    if ((w->standing == SYN_OPEN && !w->unnamed) || !syn_credit_of_witness(view, w) ||
        !syn_corpus_get(view->corpus, w->document)->text)
        return;
    syn_buf *note = &out->sheet.note;
    syn_buf_clear(note);
    syn_note_make(&out->sheet, &leaf, note);
    syn_html_raw(out, " – ");
    if (!note->failed && note->len > 0)
        syn_html_linked(out, note->bytes, note->len);
}

static void write_changes(syn_html_out *out, const syn_passage *passage, const syn_witness *w)
{
    const syn_document *d = syn_corpus_get(out->sheet.view->corpus, w->document);
    const syn_witness *shown = &out->sheet.view->witnesses[passage->witness_first + passage->representative];
    if (w == shown || !d->text || !syn_corpus_get(out->sheet.view->corpus, shown->document)->text)
        return;
    if (!syn_html_compare(out, text_of(out, passage), syn_view_quoted(out->sheet.view, w->document, &w->span))) {
        syn_html_format(out, "<div class=\"diff later no\" data-d=\"%u\" data-c=\"%llu-%llu\">", w->document,
                        (unsigned long long)w->span.cbegin, (unsigned long long)w->span.cend);
        syn_html_raw(out, "not compared word by word here</div>");
        return;
    }
    syn_html_raw(out, "<div class=\"diff\" lang=\"\" dir=\"auto\">");
    syn_html_changes(out);
    syn_html_raw(out, "</div>");
}

static bool is_word_for_word(const syn_passage *passage, const syn_witness *w)
{
    return w->kind == SYN_VERBATIM && w->words == passage->words && w->identity > 0.99995;
}

static void write_copy(syn_html_out *out, uint32_t number, uint32_t witness)
{
    const syn_result_view *view = out->sheet.view;
    const syn_passage *passage = &view->passages[number];
    const syn_witness *w = &view->witnesses[witness];
    bool shown = witness == passage->witness_first + passage->representative, counts = syn_view_counts(w->kind);
    char when[48];
    syn_html_raw(out, "<li>");
    if (syn_html_when(&syn_corpus_get(view->corpus, w->document)->date, when))
        syn_html_line(out, when, strlen(when));
    else
        syn_html_raw(out, "<i>no date</i>");
    syn_html_raw(out, " ");
    syn_html_name(out, w->document);
    syn_html_raw(out, " ");
    syn_html_place(out, witness);
    if (counts) {
        syn_html_raw(out, " · ");
        syn_html_standing(out, w->standing);
    }
    if (shown)
        syn_html_raw(out, " · as above");
    else if (is_word_for_word(passage, w))
        syn_html_raw(out, " · word for word");
    else {
        syn_html_raw(out, " · ");
        syn_html_kind(out, w->kind);
        syn_html_format(out, ", %u of %u words", w->words, passage->words);
    }
    write_note(out, number, witness);
    if (!shown && !is_word_for_word(passage, w))
        write_changes(out, passage, w);
    syn_html_raw(out, "</li>\n");
}

static void write_copies(syn_html_out *out, uint32_t number)
{
    const syn_passage *passage = &out->sheet.view->passages[number];
    dated *list = sort_copies(out->sheet.view, passage);
    if (!list) {
        out->status = SYN_MEMORY;
        return;
    }
    syn_html_raw(out, "<ol class=\"copies\">\n");
    for (uint32_t i = 0; i < passage->witness_count && i < MOST_COPIES; i++)
        write_copy(out, number, list[i].witness);
    syn_html_raw(out, "</ol>\n");
    if (passage->witness_count > MOST_COPIES) {
        syn_html_raw(out, "<p class=\"no\">");
        syn_html_counted(out, passage->witness_count - MOST_COPIES, "more copy", "more copies");
        syn_html_raw(out, "</p>\n");
    }
    free(list);
}

/* Passages */

static void write_standings(syn_html_out *out, const syn_passage *passage)
{
    bool met[SYN_OPEN + 1] = {0};
    for (uint32_t i = 0; i < passage->witness_count; i++)
        met[out->sheet.view->witnesses[passage->witness_first + i].standing] = true;
    for (int s = SYN_QUOTED; s <= SYN_OPEN; s++)
        if (met[s])
            syn_html_format(out, "%c", syn_html_standing_letter((syn_standing)s));
}

static void write_passage(syn_html_out *out, uint32_t number, bool open)
{
    const syn_passage *passage = &out->sheet.view->passages[number];
    syn_slice text = text_of(out, passage);
    size_t texts = syn_sheet_texts(&out->sheet, passage);
    syn_html_format(out, "<details class=\"passage\" id=\"p%u\" data-k=\"%c\" data-s=\"", passage->id,
                    syn_html_kind_letter(passage->kind));
    write_standings(out, passage);
    syn_html_format(out, "\"%s><summary><b>[%u]</b> ", open ? " open" : "", passage->id);
    syn_html_counted(out, passage->words, "word", "words");
    syn_html_raw(out, " · ");
    syn_html_kind(out, passage->kind);
    syn_html_raw(out, " · ");
    syn_html_counted(out, texts, "text", "texts");
    if (passage->speaker) {
        syn_html_raw(out, " · speech of <bdi>");
        syn_html_cut(out, passage->speaker, strlen(passage->speaker), 60);
        syn_html_raw(out, "</bdi>");
    }
    syn_html_raw(out, " <span class=\"first\" lang=\"\" dir=\"auto\">");
    syn_html_cut(out, text.at, text.count, out->passages > SYN_HTML_LONG ? FIRST_SHORT : FIRST_CELLS);
    syn_html_raw(out, "</span></summary>\n");
    write_text(out, text);
    write_copies(out, number);
    syn_html_raw(out, "</details>\n");
}

static size_t write_list(syn_html_out *out, bool counted)
{
    bool open = counted && out->sheet.summary.counted <= OPEN_PASSAGES;
    size_t listed = 0;
    for (uint32_t p = 0; p < out->passages && out->status == SYN_OK; p++) {
        if (syn_view_counts(out->sheet.view->passages[p].kind) != counted)
            continue;
        write_passage(out, p, open);
        listed++;
    }
    return listed;
}

static size_t count_uncounted(const syn_html_out *out)
{
    size_t count = 0;
    for (size_t p = 0; p < out->passages; p++)
        count += !syn_view_counts(out->sheet.view->passages[p].kind);
    return count;
}

void syn_html_passages(syn_html_out *out)
{
    size_t uncounted = count_uncounted(out);
    if (out->passages == 0)
        return;
    syn_html_raw(out, "<section id=\"passages\">\n<h2>Passages</h2>\n<p>Each passage, and everywhere it stands in the "
                      "order of dates. <ins>Words like these</ins> one copy has instead of "
                      "<del>words like these</del>.</p>\n");
    syn_html_filter(out, "passage", "With the words");
    write_list(out, true);
    if (out->passages < out->sheet.view->passage_count) {
        syn_html_raw(out, "<p>");
        syn_html_number(out, out->sheet.view->passage_count - out->passages);
        syn_html_raw(out, " smaller passages are not listed.</p>\n");
    }
    if (uncounted > 0) {
        syn_html_raw(out, "<details class=\"uncounted\"><summary>");
        syn_html_counted(out, uncounted, "name, title or set phrase", "names, titles and set phrases");
        syn_html_raw(out, ", in no share</summary>\n");
        write_list(out, false);
        syn_html_raw(out, "</details>\n");
    }
    syn_html_raw(out, "</section>\n");
}
