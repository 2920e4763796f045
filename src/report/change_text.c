/* What differs, to be read: a line that counts, then what is new, gone and changed, each with what it was. */
#include "report/change.h"

#include "base/error.h"
#include "report/escape.h"
#include "report/sheet.h"

#include <stdio.h>
#include <string.h>

enum { narrowest = 40, widest = 1000, most_items = 20, most_texts = 8, excerpt_cells = 160, indent = 6 };

typedef struct writer {
    const syn_changes *changes;
    syn_page page;
    syn_buf line;
    bool all, failed;
} writer;

/* Lines */

static void end_line(writer *w, syn_style style, size_t at)
{
    w->failed |= w->line.failed;
    if (!w->line.failed && w->line.len)
        syn_page_words(&w->page, style, at, w->line.bytes);
    syn_page_end(&w->page);
    syn_buf_clear(&w->line);
}

static void add_name(writer *w, const char *text)
{
    syn_escape_line(&w->line, text, strlen(text));
}

static void add_count(writer *w, const char *what, const syn_change_count *count)
{
    const size_t counts[] = {count->same, count->added, count->gone, count->changed};
    static const char *const names[] = {"the same", "new", "gone", "changed"};
    size_t told = 0;
    char number[32];
    for (size_t i = 0; i < 4; i++) {
        if (counts[i] == 0)
            continue;
        if (told++ == 0)
            syn_buf_format(&w->line, "%s%s: ", w->line.len ? " " : "", what);
        else
            syn_buf_text(&w->line, ", ");
        syn_buf_format(&w->line, "%s %s", syn_sheet_number(counts[i], number), names[i]);
    }
    syn_buf_text(&w->line, told ? "." : "");
}

static void write_counts(writer *w)
{
    const syn_changes *c = w->changes;
    char number[32];
    if (syn_changes_count(c) == 0)
        syn_buf_text(&w->line, "Nothing differs.");
    add_count(w, "Passages", &c->passages);
    add_count(w, "Texts", &c->documents);
    add_count(w, "Descents", &c->descents);
    if (c->verdicts)
        syn_buf_format(&w->line, " New texts with other open words: %s.", syn_sheet_number(c->verdicts, number));
    end_line(w, SYN_BOLD, 0);
}

static void note_option(writer *w, const char *name, uint64_t before, uint64_t after)
{
    char a[32], b[32];
    if (before == after)
        return;
    syn_buf_format(&w->line, "%s %s %s (was %s)", w->line.len ? "," : "The results were made with other options:",
                   name, syn_sheet_number(after, a), syn_sheet_number(before, b));
}

static const char *command_of(const syn_result_view *view)
{
    return view->is_check ? "check" : view->traced ? "trace" : "compare";
}

/** Other options are no difference, but may be why there are some. */
static void write_options(writer *w)
{
    const syn_result_view *a = w->changes->before, *b = w->changes->after;
    if (a->traced != b->traced || a->is_check != b->is_check)
        syn_buf_format(&w->line, "The results were made with other options: %s (was %s)", command_of(b),
                       command_of(a));
    note_option(w, "--min-words", a->options->min_words, b->options->min_words);
    note_option(w, "--shingle", a->options->shingle_words, b->options->shingle_words);
    note_option(w, "--window", a->options->window_words, b->options->window_words);
    if (!w->line.len)
        return;
    syn_buf_text(&w->line, ".");
    end_line(w, SYN_PLAIN, 0);
}

/** Whether item number `shown` of a list is still listed; the first opens the list. */
static bool list_item(writer *w, const char *title, size_t shown)
{
    if (shown == 0) {
        syn_page_end(&w->page);
        syn_page_text(&w->page, SYN_BOLD, title);
        syn_page_end(&w->page);
    }
    return w->all || shown < most_items;
}

static void end_list(writer *w, size_t count)
{
    char number[32];
    if (w->all || count <= most_items)
        return;
    syn_buf_format(&w->line, "  and %s more (--all lists them)", syn_sheet_number(count - most_items, number));
    syn_page_text(&w->page, SYN_PLAIN, w->line.failed ? "" : w->line.bytes);
    syn_page_end(&w->page);
    syn_buf_clear(&w->line);
}

/* What checks say */

static void add_verdict(writer *w, const syn_checked *checked)
{
    char number[32];
    syn_buf_format(&w->line, "%s open word%s%s", syn_sheet_number(checked->words, number),
                   checked->words == 1 ? "" : "s", checked->over ? ", over the limit" : "");
}

static void write_verdicts(writer *w)
{
    const syn_changes *c = w->changes;
    const syn_checked *before;
    size_t shown = 0;
    for (uint32_t n = 0; n < c->after->checked_count && c->verdicts; n++) {
        if (!syn_change_verdict(c, n, &before) || !list_item(w, "New texts with other open words", shown++))
            continue;
        syn_page_pad(&w->page, 2);
        add_name(w, syn_corpus_get(c->after->corpus, n)->id);
        syn_buf_text(&w->line, ": ");
        add_verdict(w, &c->after->checked[n]);
        syn_buf_text(&w->line, before ? " (was " : " (was not checked");
        if (before)
            add_verdict(w, before);
        syn_buf_text(&w->line, ")");
        end_line(w, SYN_PLAIN, 4);
    }
    end_list(w, c->verdicts);
}

/* Passages */

/** The first witness behind `i` that is in another document. */
static uint32_t next_text(const syn_result_view *view, const syn_passage *passage, uint32_t i)
{
    const syn_witness *w = &view->witnesses[passage->witness_first];
    uint32_t next = i + 1;
    while (next < passage->witness_count && w[next].document == w[i].document)
        next++;
    return next;
}

static void add_texts(writer *w, const syn_result_view *view, const syn_passage *passage)
{
    const syn_witness *witnesses = &view->witnesses[passage->witness_first];
    size_t told = 0, left = 0;
    char number[32];
    for (uint32_t i = 0; i < passage->witness_count; i = next_text(view, passage, i)) {
        if (!w->all && told == most_texts) {
            left++;
            continue;
        }
        syn_buf_text(&w->line, told++ ? ", " : " ");
        add_name(w, syn_corpus_get(view->corpus, witnesses[i].document)->id);
    }
    if (left)
        syn_buf_format(&w->line, " and %s more", syn_sheet_number(left, number));
}

static void write_excerpt(writer *w, const syn_result_view *view, const syn_passage *passage)
{
    syn_slice text = syn_view_passage_text(view, passage);
    if (text.count == 0)
        return;
    syn_sheet_cut(&w->line, text.at, text.count, excerpt_cells);
    syn_page_pad(&w->page, indent);
    end_line(w, SYN_DIM, indent);
}

static void write_passage(writer *w, const syn_result_view *view, uint32_t number)
{
    const syn_passage *p = &view->passages[number];
    char words[32];
    syn_page_format(&w->page, SYN_PLAIN, "  [%u]", p->id);
    syn_buf_format(&w->line, " %s word%s, %s:", syn_sheet_number(p->words, words), p->words == 1 ? "" : "s",
                   syn_kind_name(p->kind));
    add_texts(w, view, p);
    end_line(w, SYN_PLAIN, indent);
    write_excerpt(w, view, p);
}

static void write_alone(writer *w, const char *title, const syn_result_view *view, const uint32_t *partners,
                        size_t count)
{
    size_t shown = 0;
    for (uint32_t i = 0; i < view->passage_count && count; i++)
        if (partners[i] == SYN_NONE && list_item(w, title, shown++))
            write_passage(w, view, i);
    end_list(w, count);
}

/** What one text says otherwise of a passage that both results have. */
typedef enum turn { TURN_NONE, TURN_JOINED, TURN_LEFT, TURN_MOVED, TURN_STANDING } turn;

static turn turn_of(const syn_witness *a, uint32_t a_count, const syn_witness *b, uint32_t b_count)
{
    bool moved = a_count != b_count, stands = false;
    for (uint32_t i = 0; i < a_count && !moved; i++) {
        moved = syn_change_witness(&a[i], &b[i]);
        stands |= a[i].standing != b[i].standing || a[i].unnamed != b[i].unnamed;
    }
    return moved ? TURN_MOVED : stands ? TURN_STANDING : TURN_NONE;
}

static void add_turn(writer *w, turn what, const char *id, const syn_witness *a, const syn_witness *b, size_t *told)
{
    static const char *const intro[] = {"", "also in", "no longer in", "other words in", ""};
    static const char unnamed[] = ", outlet not named";
    syn_buf_format(&w->line, "%s%s%s", *told ? "; " : "", intro[what], *intro[what] ? " " : "");
    add_name(w, id);
    if (what == TURN_STANDING)
        syn_buf_format(&w->line, " %s%s (was %s%s)", syn_standing_name(b->standing), b->unnamed ? unnamed : "",
                       syn_standing_name(a->standing), a->unnamed ? unnamed : "");
    ++*told;
}

/** Walks the witnesses of both, which come in one order of documents. */
static void write_turns(writer *w, uint32_t before, uint32_t after)
{
    const syn_changes *c = w->changes;
    const syn_passage *p = &c->before->passages[before], *q = &c->after->passages[after];
    const syn_witness *a = &c->before->witnesses[p->witness_first], *b = &c->after->witnesses[q->witness_first];
    size_t told = 0, left = 0;
    char number[32];
    for (uint32_t i = 0, j = 0; i < p->witness_count || j < q->witness_count;) {
        const char *old = i < p->witness_count ? syn_corpus_get(c->before->corpus, a[i].document)->id : NULL;
        const char *new = j < q->witness_count ? syn_corpus_get(c->after->corpus, b[j].document)->id : NULL;
        int way = !old ? 1 : !new ? -1 : syn_change_order(c->before, a[i].document, c->after, b[j].document);
        uint32_t i_end = way <= 0 ? next_text(c->before, p, i) : i, j_end = way >= 0 ? next_text(c->after, q, j) : j;
        turn what = way < 0 ? TURN_LEFT : way > 0 ? TURN_JOINED : turn_of(a + i, i_end - i, b + j, j_end - j);
        if (what != TURN_NONE && !w->all && told == most_texts)
            left++;
        else if (what != TURN_NONE)
            add_turn(w, what, old && way <= 0 ? old : new, a + i, b + j, &told);
        i = i_end;
        j = j_end;
    }
    if (left)
        syn_buf_format(&w->line, " and %s more", syn_sheet_number(left, number));
    if (!told)
        return;
    syn_page_pad(&w->page, indent);
    end_line(w, SYN_PLAIN, indent);
}

static void write_changed(writer *w, uint32_t before, uint32_t after)
{
    const syn_result_view *a = w->changes->before, *b = w->changes->after;
    const syn_passage *p = &a->passages[before], *q = &b->passages[after];
    char number[32];
    syn_page_format(&w->page, SYN_PLAIN, "  [%u]", q->id);
    syn_buf_format(&w->line, " was [%u]: %s word%s", p->id, syn_sheet_number(q->words, number),
                   q->words == 1 ? "" : "s");
    if (p->words != q->words)
        syn_buf_format(&w->line, " (was %s)", syn_sheet_number(p->words, number));
    syn_buf_format(&w->line, ", %s", syn_kind_name(q->kind));
    if (p->kind != q->kind)
        syn_buf_format(&w->line, " (was %s)", syn_kind_name(p->kind));
    end_line(w, SYN_PLAIN, indent);
    write_turns(w, before, after);
    write_excerpt(w, b, q);
}

static void write_passages(writer *w)
{
    const syn_changes *c = w->changes;
    size_t shown = 0;
    write_alone(w, "New passages", c->after, c->of_after.passages, c->passages.added);
    write_alone(w, "Passages that are gone", c->before, c->of_before.passages, c->passages.gone);
    for (uint32_t i = 0; i < c->after->passage_count && c->passages.changed; i++) {
        uint32_t before = c->of_after.passages[i];
        if (before != SYN_NONE && syn_change_passage(c, before, i) && list_item(w, "Changed passages", shown++))
            write_changed(w, before, i);
    }
    end_list(w, c->passages.changed);
}

/* Texts and descents: three lists of lines each */

typedef void add_line(writer *w, const syn_result_view *view, uint32_t item);

static void add_document(writer *w, const syn_result_view *view, uint32_t document)
{
    syn_page_pad(&w->page, 2);
    add_name(w, syn_corpus_get(view->corpus, document)->id);
}

static void add_descent(writer *w, const syn_result_view *view, uint32_t number)
{
    const syn_descent *d = &view->descents[number];
    char words[32];
    syn_page_pad(&w->page, 2);
    add_name(w, syn_corpus_get(view->corpus, d->to)->id);
    syn_buf_text(&w->line, " from ");
    add_name(w, syn_change_source(view, d->source));
    syn_buf_format(&w->line, ": %s word%s, %s, %s", syn_sheet_number(d->words, words), d->words == 1 ? "" : "s",
                   syn_level_name(d->level), d->direct ? "direct" : "direct or through texts not seen");
}

static void add_earlier(writer *w, const syn_descent *a, const syn_descent *b)
{
    char words[32];
    syn_buf_text(&w->line, " (was");
    if (a->words != b->words)
        syn_buf_format(&w->line, " %s words", syn_sheet_number(a->words, words));
    if (a->level != b->level)
        syn_buf_format(&w->line, " %s", syn_level_name(a->level));
    if (a->direct != b->direct)
        syn_buf_text(&w->line, a->direct ? " direct" : " perhaps through texts not seen");
    if (a->words == b->words && a->level == b->level && a->direct == b->direct)
        syn_buf_format(&w->line, " in %s passages", syn_sheet_number(a->passage_count, words));
    syn_buf_text(&w->line, ")");
}

static void write_lines(writer *w, const char *title, const syn_result_view *view, const uint32_t *partners,
                        size_t items, size_t count, add_line *add)
{
    size_t shown = 0;
    for (uint32_t i = 0; i < items && count; i++) {
        if (partners[i] != SYN_NONE || !list_item(w, title, shown++))
            continue;
        add(w, view, i);
        end_line(w, SYN_PLAIN, 4);
    }
    end_list(w, count);
}

static void write_documents(writer *w)
{
    const syn_changes *c = w->changes;
    size_t m = syn_corpus_count(c->before->corpus), n = syn_corpus_count(c->after->corpus), shown = 0;
    write_lines(w, "New texts", c->after, c->of_after.documents, n, c->documents.added, add_document);
    write_lines(w, "Texts that are gone", c->before, c->of_before.documents, m, c->documents.gone, add_document);
    for (uint32_t i = 0; i < n && c->documents.changed; i++) {
        uint32_t before = c->of_after.documents[i];
        if (before == SYN_NONE || !syn_change_document(c, before, i) ||
            !list_item(w, "Texts with other words", shown++))
            continue;
        add_document(w, c->after, i);
        end_line(w, SYN_PLAIN, 4);
    }
    end_list(w, c->documents.changed);
}

static void write_descents(writer *w)
{
    const syn_changes *c = w->changes;
    const syn_result_view *a = c->before, *b = c->after;
    size_t shown = 0;
    write_lines(w, "New descents", b, c->of_after.descents, b->descent_count, c->descents.added, add_descent);
    write_lines(w, "Descents that are gone", a, c->of_before.descents, a->descent_count, c->descents.gone, add_descent);
    for (uint32_t i = 0; i < b->descent_count && c->descents.changed; i++) {
        uint32_t before = c->of_after.descents[i];
        if (before == SYN_NONE || !syn_change_descent(c, before, i) || !list_item(w, "Changed descents", shown++))
            continue;
        add_descent(w, b, i);
        add_earlier(w, &a->descents[before], &b->descents[i]);
        end_line(w, SYN_PLAIN, 4);
    }
    end_list(w, c->descents.changed);
}

syn_status syn_changes_terminal(const syn_changes *changes, const syn_terminal *terminal, const syn_sink *sink,
                                syn_error *error)
{
    syn_terminal look = terminal ? *terminal : (syn_terminal){0};
    size_t width = look.width_columns ? look.width_columns : 100;
    writer w = {.changes = changes, .all = look.all};
    w.page = (syn_page){.sink = sink, .color = look.color,
                        .width = width < narrowest ? narrowest : width > widest ? widest : width};
    write_counts(&w);
    write_options(&w);
    write_verdicts(&w);
    write_passages(&w);
    write_documents(&w);
    write_descents(&w);
    syn_status status = syn_page_close(&w.page);
    syn_buf_release(&w.line);
    if (status == SYN_MEMORY || (status == SYN_OK && w.failed))
        return syn_fail_memory(error);
    if (status != SYN_OK)
        return syn_fail(error, status, "report: could not be written in full (see where it was sent)");
    return SYN_OK;
}
