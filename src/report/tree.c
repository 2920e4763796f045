/* The stemma as a tree: each source with the texts below it, and under each text its passages. */

#include "report/sheet.h"

#include "report/cells.h"
#include "report/escape.h"

#include <stdio.h>
#include <string.h>

/* Columns of a passage's line, for numbers up to 99; the note has a line of its own where the page is narrow. */
enum { AT_NUMBER = 4, AT_KIND = 9, AT_WORDS = 18, AT_PLACE = 25, AT_NOTE = 32, AT_NOTE_BELOW = 8, NARROW = 72 };

typedef struct tree {
    syn_sheet *sheet;
    const syn_head *head;
    const syn_edge *edge;
    syn_places places;
    const char *said; /* what was last shown as evidence below this source */
    const char *rail; /* what stands before the lines below a text: the next one's, or nothing */
    size_t column;    /* where what is said of a text begins */
    size_t shift;     /* further digits of the largest number of a passage */
} tree;

static size_t note_column(const tree *t)
{
    return t->sheet->page.width < NARROW ? (size_t)AT_NOTE_BELOW : AT_NOTE + t->shift;
}

/* Shares */

enum { WORDING = SYN_REWORDED + 1, QUOTED = WORDING, UNTOLD, CLASSES };

/** Adds the words of one document below an edge to classes: by kind, or as quoted speech. Copies may
 *  overlap; where they do, their sum is not the document's, and only the whole is told. */
static void count_document(const tree *t, const syn_leaf *leaf, size_t count, uint64_t classes[CLASSES])
{
    const syn_result_view *view = t->sheet->view;
    const syn_share *share = &view->shares[leaf->document];
    uint64_t sums[CLASSES] = {0}, sum = 0, whole = 0;
    for (size_t i = 0; i < count; i++) {
        if (leaf[i].passage == SYN_NONE)
            continue;
        const syn_witness *w = &view->witnesses[leaf[i].witness];
        int told = syn_view_counts(w->kind) ? (int)w->kind : (int)UNTOLD;
        sums[w->standing == SYN_QUOTED ? (int)QUOTED : told] += w->words;
        sum += w->words;
        whole += leaf[i].words;
    }
    if (t->head->source == SYN_NONE)
        whole = t->sheet->stemma.partly[leaf->document] ? sum : share->reused_words;
    if (sum == whole) {
        for (int c = 0; c < CLASSES; c++)
            classes[c] += sums[c];
    } else if (whole == share->reused_words && share->standing[SYN_QUOTED] == 0) {
        for (int c = 0; c < WORDING; c++)
            classes[c] += share->how[c];
    } else {
        classes[UNTOLD] += whole;
    }
}

/** Adds up an edge, document by document; their words in all. */
static uint64_t count_edge(const tree *t, uint64_t classes[CLASSES])
{
    const syn_leaf *leaf = &t->sheet->stemma.leaves[t->edge->leaf_first];
    uint64_t words = 0;
    for (size_t i = 0, end; i < t->edge->leaf_count; i = end) {
        for (end = i + 1; end < t->edge->leaf_count && leaf[end].document == leaf[i].document; end++)
            ;
        count_document(t, leaf + i, end - i, classes);
        words += t->sheet->view->shares[leaf[i].document].words;
    }
    return words;
}

/* Texts */

/** "97 verbatim · 30 quoted, of 705 words" */
static void add_share(const tree *t, syn_buf *text)
{
    static const int order[CLASSES] = {SYN_VERBATIM, SYN_EDITED, QUOTED, SYN_REWORDED, UNTOLD};
    uint64_t classes[CLASSES] = {0}, words = count_edge(t, classes);
    char number[32];
    bool any = false;
    for (int i = 0; i < CLASSES; i++) {
        int c = order[i];
        if (!classes[c])
            continue;
        syn_buf_format(text, "%s%s %s", any ? " · " : "", syn_sheet_number(classes[c], number),
                       c == QUOTED ? "quoted" : c == UNTOLD ? "shared" : syn_kind_name((syn_kind)c));
        any = true;
    }
    syn_buf_format(text, "%sof %s words", any ? ", " : "", syn_sheet_number(words, number));
}

/** What is said of a text behind its name. */
static void add_text(const tree *t, syn_buf *text)
{
    syn_sheet *sheet = t->sheet;
    const syn_leaf *leaf = &sheet->stemma.leaves[t->edge->leaf_first];
    uint32_t size = sheet->groups.size[t->edge->group];
    char number[32], dated[128];
    syn_buf_clear(text);
    if (t->edge->passages)
        add_share(t, text);
    else
        syn_note_credit_only(sheet, leaf, &t->places, text);
    if (sheet->groups.outlet[t->edge->group] && size > 1) {
        syn_buf_format(text, " · %s texts", syn_sheet_number(size, number));
    } else {
        syn_sheet_dated(&syn_corpus_get(sheet->view->corpus, leaf->document)->date, dated);
        syn_buf_text(text, dated);
    }
    if (t->edge->direct)
        syn_buf_text(text, " · direct");
    if (t->head->source == SYN_NONE && sheet->stemma.partly[leaf->document])
        syn_buf_text(text, " · besides what stands above");
}

/** The level at the right end, on a line of its own where the text leaves no room. */
static void write_level(const tree *t)
{
    syn_page *page = &t->sheet->page;
    char text[64];
    if (t->head->source == SYN_NONE)
        return;
    snprintf(text, sizeof text, "%s%s", syn_level_name(t->edge->level), t->edge->passages ? "" : ", credit only");
    size_t cells = strlen(text);
    if (page->column + 2 + cells > page->width) {
        syn_page_end(page);
        syn_page_text(page, SYN_DIM, t->rail);
    }
    syn_page_pad(page, page->width - cells);
    syn_page_text(page, SYN_BOLD, text);
}

static void write_text(const tree *t, bool last)
{
    syn_page *page = &t->sheet->page;
    syn_page_text(page, SYN_DIM, last ? "└─ " : "├─ ");
    syn_page_text(page, SYN_BOLD, syn_sheet_group(t->sheet, t->edge->group));
    syn_page_pad(page, t->column);
    add_text(t, &t->sheet->text);
    if (!t->sheet->text.failed)
        syn_sheet_words(t->sheet, SYN_PLAIN, t->rail, t->column, t->sheet->text.bytes);
    write_level(t);
    syn_page_end(page);
}

/* Passages of a text */

/** "│   [1] verbatim    97  ¶5–7   " up to the note. */
static void write_place(const tree *t, const syn_leaf *leaf)
{
    syn_sheet *sheet = t->sheet;
    const syn_witness *witness = &sheet->view->witnesses[leaf->witness];
    syn_page *page = &sheet->page;
    bool quoted = witness->standing == SYN_QUOTED;
    char where[64], number[32];
    syn_page_text(page, SYN_DIM, t->rail);
    syn_page_pad(page, AT_NUMBER);
    syn_page_format(page, SYN_BOLD, "[%u]", sheet->view->passages[leaf->passage].id);
    syn_page_pad(page, AT_KIND + t->shift);
    syn_page_text(page, syn_sheet_style(witness->kind), quoted ? "quoted" : syn_kind_name(witness->kind));
    syn_page_pad(page, AT_WORDS + t->shift);
    syn_page_format(page, SYN_PLAIN, "%5s", syn_sheet_number(witness->words, number));
    syn_page_pad(page, AT_PLACE + t->shift);
    if (sheet->groups.outlet[t->edge->group]) {
        syn_page_text(page, SYN_DIM, syn_sheet_name(sheet, leaf->document));
        syn_page_text(page, SYN_DIM, " ");
    }
    syn_sheet_paragraphs(syn_sheet_layout(sheet, leaf->document), &witness->span, where);
    syn_page_text(page, SYN_DIM, where);
}

/** Starts what follows in the note's column, on a line of its own where it does not fit beside. */
static void begin_note(const tree *t)
{
    syn_page *page = &t->sheet->page;
    size_t column = note_column(t);
    if (page->column + 1 > column) {
        syn_page_end(page);
        syn_page_text(page, SYN_DIM, t->rail);
    }
    if (page->column < column)
        syn_page_pad(page, column);
}

static void write_leaf(const tree *t, const syn_leaf *leaf)
{
    syn_sheet *sheet = t->sheet;
    const syn_witness *witness = &sheet->view->witnesses[leaf->witness];
    bool unknown = t->head->source == SYN_NONE;
    write_place(t, leaf);
    begin_note(t);
    if (unknown) {
        syn_page_text(&sheet->page, SYN_DIM, "also in");
        syn_sheet_others(sheet, &sheet->view->passages[leaf->passage], leaf->document, t->rail, note_column(t) + 7);
    }
    if (!unknown || syn_credit_of_witness(sheet->view, witness)) {
        if (unknown)
            begin_note(t);
        syn_buf_clear(&sheet->note);
        syn_note_make(sheet, leaf, &sheet->note);
        if (!sheet->note.failed)
            syn_sheet_words(sheet, SYN_PLAIN, t->rail, note_column(t), sheet->note.bytes);
    }
    syn_page_end(&sheet->page);
}

static void write_more(const tree *t, size_t count, const char *what)
{
    char number[32];
    syn_page_text(&t->sheet->page, SYN_DIM, t->rail);
    syn_page_pad(&t->sheet->page, AT_NUMBER);
    syn_page_format(&t->sheet->page, SYN_DIM, "%s more %s%s (--all lists them)", syn_sheet_number(count, number), what,
                    count == 1 ? "" : "s");
    syn_page_end(&t->sheet->page);
}

static void write_leaves(const tree *t)
{
    const syn_leaf *leaf = &t->sheet->stemma.leaves[t->edge->leaf_first];
    size_t most = syn_sheet_limit(t->sheet, SYN_MOST_PLACES, t->edge->passages), listed = 0;
    for (size_t i = 0; listed < most; i++) {
        if (leaf[i].passage == SYN_NONE)
            continue;
        write_leaf(t, &leaf[i]);
        listed++;
    }
    if (most < t->edge->passages)
        write_more(t, t->edge->passages - most, "passage");
}

/** "dated 2020-05-01, before 2020-05-02", `the same speech, "told the Gazette" (kerbside)`. */
static void write_proof(const tree *t, const syn_evidence *evidence, uint32_t document)
{
    syn_sheet *sheet = t->sheet;
    syn_buf_clear(&sheet->note);
    syn_escape_line(&sheet->note, evidence->says, strlen(evidence->says));
    if (evidence->document != document && strcmp(evidence->kind, "date") != 0)
        syn_buf_format(&sheet->note, " (%s)", syn_sheet_name(sheet, evidence->document));
    syn_page_text(&sheet->page, SYN_DIM, t->rail);
    syn_page_pad(&sheet->page, AT_NUMBER);
    if (!sheet->note.failed)
        syn_sheet_words(sheet, SYN_DIM, t->rail, AT_NUMBER, sheet->note.bytes);
    syn_page_end(&sheet->page);
}

/** What a descent rests on besides its text's own credits, which stand beside the passages; what was
 *  just said of the text before is not said again. */
static void write_evidence(tree *t)
{
    const syn_result_view *view = t->sheet->view;
    const syn_leaf *leaf = &t->sheet->stemma.leaves[t->edge->leaf_first];
    size_t told = 0, most = syn_sheet_limit(t->sheet, SYN_MOST_EVIDENCE, SIZE_MAX);
    uint32_t before = SYN_NONE;
    for (uint32_t i = 0; i < t->edge->leaf_count && told < most; before = leaf[i++].descent) {
        if (leaf[i].descent == SYN_NONE || leaf[i].descent == before)
            continue;
        const syn_descent *descent = &view->descents[leaf[i].descent];
        for (uint32_t e = 0; e < descent->evidence_count && told < most; e++) {
            const syn_evidence *evidence = &view->evidence[descent->evidence_first + e];
            if (strcmp(evidence->kind, "credit") == 0 || !evidence->says || !*evidence->says)
                continue;
            if (t->said && !t->sheet->terminal.all && strcmp(t->said, evidence->says) == 0)
                continue;
            write_proof(t, evidence, leaf[i].document);
            t->said = evidence->says;
            told++;
        }
    }
}

/* Sources */

static void add_names(syn_sheet *sheet, const syn_source *source, syn_buf *text)
{
    size_t most = syn_sheet_limit(sheet, SYN_MOST_NAMES, source->name_count);
    for (uint32_t i = 0; i < most; i++) {
        const char *name = sheet->view->source_names[source->name_first + i];
        syn_buf_text(text, i ? ", \"" : "; also written \"");
        syn_sheet_cut(text, name, strlen(name), 40);
        syn_buf_text(text, "\"");
    }
    if (most < source->name_count)
        syn_buf_text(text, " and others");
}

/** "New York Daily News   not among the texts; each link may run through texts not seen here" */
static void write_head(syn_sheet *sheet, const syn_head *head, bool lead)
{
    const syn_source *source = &sheet->view->sources[head->source];
    char dated[128];
    syn_page_text(&sheet->page, SYN_BOLD, syn_sheet_source(sheet, head->source, false));
    syn_page_text(&sheet->page, SYN_PLAIN, "   ");
    syn_buf_clear(&sheet->text);
    syn_buf_text(&sheet->text, source->seen ? "among the texts" : "not among the texts");
    if (!source->seen && sheet->credits.texts[head->source] == 0)
        syn_buf_text(&sheet->text, ", and no text names it");
    if (source->seen) {
        const char *name = syn_sheet_name(sheet, source->document);
        if (sheet->credits.texts[head->source] || sheet->groups.outlet[sheet->groups.of[source->document]])
            syn_buf_format(&sheet->text, ": %s", name);
        syn_sheet_dated(&syn_corpus_get(sheet->view->corpus, source->document)->date, dated);
        syn_buf_text(&sheet->text, dated);
    }
    if (head->sharing)
        syn_buf_text(&sheet->text, source->seen ? "; links not called direct may run through texts not seen here"
                                                : "; each link may run through texts not seen here");
    if (!lead || !sheet->names_told)
        add_names(sheet, source, &sheet->text);
    if (!sheet->text.failed)
        syn_sheet_words(sheet, SYN_DIM, "", 4, sheet->text.bytes);
    syn_page_end(&sheet->page);
}

/** Where what is said of the texts begins: behind the widest of their names. */
static size_t text_column(syn_sheet *sheet, const syn_head *head, size_t most)
{
    size_t widest = 0;
    for (size_t i = 0; i < most; i++) {
        const char *name = syn_sheet_group(sheet, sheet->stemma.edges[head->edge_first + i].group);
        size_t cells = syn_cells_count(name, strlen(name));
        widest = cells > widest ? cells : widest;
    }
    return 3 + widest + 3;
}

static void write_source(tree *t, const syn_head *head, bool lead)
{
    syn_sheet *sheet = t->sheet;
    bool unknown = head->source == SYN_NONE;
    size_t limit = lead || unknown ? SYN_MOST_DOCUMENTS : SYN_MOST_LATER;
    size_t most = syn_sheet_limit(sheet, limit, head->edge_count);
    t->head = head;
    t->said = NULL;
    t->column = text_column(sheet, head, most);
    if (unknown)
        syn_sheet_say(sheet, SYN_BOLD, "No source is known for");
    else
        write_head(sheet, head, lead);
    for (size_t i = 0; i < most; i++) {
        bool last = i + 1 == head->edge_count;
        t->edge = &sheet->stemma.edges[head->edge_first + i];
        t->rail = last ? "" : "│";
        write_text(t, last);
        write_evidence(t);
        write_leaves(t);
    }
    if (most == head->edge_count)
        return;
    t->rail = "└─";
    write_more(t, head->edge_count - most, "text");
}

void syn_tree_write(syn_sheet *sheet)
{
    tree t = {.sheet = sheet};
    size_t count = sheet->stemma.head_count, unknown, most;
    char number[32];
    if (syn_places_make(sheet->view, &t.places) < 0) {
        sheet->status = SYN_MEMORY;
        return;
    }
    for (size_t p = sheet->view->passage_count; p > 99; p /= 10)
        t.shift++;
    unknown = count > 0 && sheet->stemma.heads[count - 1].source == SYN_NONE;
    most = syn_sheet_limit(sheet, SYN_MOST_SOURCES, count - unknown);
    for (size_t h = 0; h < most; h++)
        write_source(&t, &sheet->stemma.heads[h], h == 0);
    if (most < count - unknown) {
        syn_page_format(&sheet->page, SYN_PLAIN, "%s more source%s (--all lists them)",
                        syn_sheet_number(count - unknown - most, number), count - unknown - most == 1 ? "" : "s");
        syn_page_end(&sheet->page);
    }
    if (unknown)
        write_source(&t, &sheet->stemma.heads[count - 1], false);
    if (count > 0)
        syn_page_end(&sheet->page);
    syn_places_release(&t.places);
}
