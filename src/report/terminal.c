#include "report/sheet.h"

#include "base/error.h"
#include "report/escape.h"

#include <stdio.h>
#include <string.h>

/* A page is made of whole lines in memory, so its width has a bound. */
enum { NARROWEST = 40, WIDEST = 1000 };

/* Head */

static void capitalise(char *text)
{
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - 32);
}

static void say(syn_sheet *sheet, syn_style style, const char *sentence)
{
    syn_page_words(&sheet->page, style, 0, sentence);
    syn_page_end(&sheet->page);
}

/** "Four of five texts", "All five texts", "Both texts". */
static void name_texts(const syn_summary *s, char text[128])
{
    char some[32], all[32];
    syn_sheet_count(s->documents, all);
    if (s->sharing_documents < s->documents)
        snprintf(text, 128, "%s of %s texts", syn_sheet_count(s->sharing_documents, some),
                 syn_sheet_count(s->documents, all));
    else if (s->documents == 2)
        snprintf(text, 128, "both texts");
    else
        snprintf(text, 128, "all %s texts", syn_sheet_count(s->documents, all));
    capitalise(text);
}

static void say_nothing_shared(syn_sheet *sheet)
{
    char text[160], number[32];
    const syn_summary *s = &sheet->summary;
    if (s->documents == 0)
        snprintf(text, sizeof text, "There are no texts.");
    else if (s->documents == 1)
        snprintf(text, sizeof text, "There is one text only, so nothing can be shared.");
    else
        snprintf(text, sizeof text, "The %s texts share no passage of %u words or more.",
                 syn_sheet_count(s->documents, number), sheet->view->options->min_words);
    say(sheet, SYN_BOLD, text);
}

static const syn_passage *largest_counted(const syn_result_view *view)
{
    for (size_t i = 0; i < view->passage_count; i++)
        if (syn_view_counts(view->passages[i].kind))
            return &view->passages[i];
    return NULL;
}

static const syn_passage *most_widespread(const syn_sheet *sheet)
{
    const syn_result_view *view = sheet->view;
    const syn_passage *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < view->passage_count; i++) {
        const syn_passage *p = &view->passages[i];
        if (!syn_view_counts(p->kind) || p->witness_count <= most)
            continue;
        size_t texts = syn_sheet_texts(sheet, p);
        if (texts > most) {
            most = texts;
            best = p;
        }
    }
    return best;
}

/** " 002 and 003", or " 90 texts". */
static void add_holders(syn_sheet *sheet, const syn_passage *passage)
{
    const syn_witness *w = &sheet->view->witnesses[passage->witness_first];
    size_t texts = syn_sheet_texts(sheet, passage);
    char number[32];
    if (texts > 4) {
        syn_buf_format(&sheet->text, " %s texts", syn_sheet_count(texts, number));
        return;
    }
    for (uint32_t i = 0, n = 0; i < passage->witness_count; i = syn_sheet_next(sheet, passage, i), n++)
        syn_buf_format(&sheet->text, "%s %s", n == 0 ? "" : n + 1 == texts ? " and" : ",",
                       syn_sheet_name(sheet, w[i].document));
}

static void say_shared(syn_sheet *sheet)
{
    const syn_summary *s = &sheet->summary;
    const syn_passage *large = largest_counted(sheet->view), *wide = most_widespread(sheet);
    char who[128], number[32], words[32];
    name_texts(s, who);
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "%s share wording, in %s passage%s. %s %s word%s and stands in", who,
                   syn_sheet_count(s->counted, number), s->counted == 1 ? "" : "s",
                   s->counted == 1 ? "It has" : "The largest has",
                   syn_sheet_number(large->words, words), large->words == 1 ? "" : "s");
    add_holders(sheet, large);
    if (syn_sheet_texts(sheet, wide) > syn_sheet_texts(sheet, large)) {
        syn_buf_format(&sheet->text, "; the most widespread, [%u], stands in", wide->id);
        add_holders(sheet, wide);
    }
    syn_buf_text(&sheet->text, ".");
    if (!sheet->text.failed)
        say(sheet, SYN_BOLD, sheet->text.bytes);
}

/** Nobody can be first without dates: says which are there. */
static void say_undated(syn_sheet *sheet)
{
    uint32_t only = SYN_NONE;
    size_t dated = 0;
    for (size_t i = 0; i < sheet->summary.documents; i++) {
        if (sheet->view->shares[i].reused_words == 0 ||
            syn_corpus_get(sheet->view->corpus, i)->date.precision == SYN_DATE_NONE)
            continue;
        only = (uint32_t)i;
        dated++;
    }
    syn_buf_clear(&sheet->text);
    if (dated == 0)
        syn_buf_text(&sheet->text, "None of them carries a date");
    else if (dated == 1)
        syn_buf_format(&sheet->text, "Only %s carries a date", syn_sheet_name(sheet, only));
    else
        syn_buf_text(&sheet->text, "The dates of no passage tell which text is the earliest");
    syn_buf_text(&sheet->text, ", so nothing is said about who came first.");
    if (!sheet->text.failed)
        say(sheet, SYN_PLAIN, sheet->text.bytes);
}

/** Says of how many passages the earliest text is known, and which that is when it is always the same. */
static void say_first(syn_sheet *sheet)
{
    size_t told = 0;
    uint32_t same = SYN_NONE;
    bool several = false;
    for (size_t i = 0; i < sheet->view->passage_count; i++) {
        const syn_passage *p = &sheet->view->passages[i];
        uint32_t first = syn_view_counts(p->kind) ? syn_sheet_first(sheet, p) : SYN_NONE;
        if (first == SYN_NONE)
            continue;
        several |= told && first != same;
        same = first;
        told++;
    }
    if (told == 0) {
        say_undated(sheet);
        return;
    }
    size_t counted = sheet->summary.counted;
    char number[32], all[32];
    syn_buf_clear(&sheet->text);
    if (several)
        syn_buf_text(&sheet->text, "Dates tell the earliest text of ");
    else
        syn_buf_format(&sheet->text, "%s has the earliest known date for ", syn_sheet_name(sheet, same));
    if (told == counted)
        syn_buf_text(&sheet->text, counted == 1 ? "it." : "every passage.");
    else
        syn_buf_format(&sheet->text, "%s of the %s passages; of the rest, nothing is said about who came first.",
                       syn_sheet_count(told, number), syn_sheet_count(counted, all));
    if (!sheet->text.failed)
        say(sheet, SYN_PLAIN, sheet->text.bytes);
}

/* Foot */

static void say_not_counted(syn_sheet *sheet)
{
    const size_t *kinds = sheet->summary.passages;
    char text[160], names[32], common[32];
    if (kinds[SYN_NAME] + kinds[SYN_COMMON] == 0)
        return;
    snprintf(text, sizeof text, "Not counted: %s%s%s%s%s.",
             kinds[SYN_NAME] ? syn_sheet_count(kinds[SYN_NAME], names) : "",
             kinds[SYN_NAME] == 1 ? " name or title" : kinds[SYN_NAME] ? " names and titles" : "",
             kinds[SYN_NAME] && kinds[SYN_COMMON] ? ", " : "",
             kinds[SYN_COMMON] ? syn_sheet_count(kinds[SYN_COMMON], common) : "",
             kinds[SYN_COMMON] == 1 ? " common passage" : kinds[SYN_COMMON] ? " common passages" : "");
    say(sheet, SYN_PLAIN, text);
}

static void say_skipped(syn_sheet *sheet)
{
    size_t count = sheet->summary.skipped, most = syn_sheet_limit(sheet, SYN_MOST_SKIPS, count);
    char number[32], text[96];
    for (size_t i = 0; i < most; i++) {
        const syn_skip *skip = syn_corpus_skip_get(sheet->view->corpus, i);
        syn_page_text(&sheet->page, SYN_PLAIN, "Passed over: ");
        syn_buf_clear(&sheet->text);
        syn_escape_line(&sheet->text, skip->path, strlen(skip->path));
        syn_buf_text(&sheet->text, ": ");
        syn_escape_line(&sheet->text, skip->why, strlen(skip->why));
        if (!sheet->text.failed)
            syn_page_words(&sheet->page, SYN_PLAIN, 2, sheet->text.bytes);
        syn_page_end(&sheet->page);
    }
    if (most < count) {
        snprintf(text, sizeof text, "Passed over: %s more (--all lists them)",
                 syn_sheet_number(count - most, number));
        say(sheet, SYN_PLAIN, text);
    }
    if (sheet->summary.replaced_characters) {
        snprintf(text, sizeof text, "Broken UTF-8 was replaced in %s places.",
                 syn_sheet_number(sheet->summary.replaced_characters, number));
        say(sheet, SYN_PLAIN, text);
    }
}

static void write_sheet(syn_sheet *sheet)
{
    if (sheet->summary.counted == 0) {
        say_nothing_shared(sheet);
    } else {
        say_shared(sheet);
        if (!sheet->terminal.side_by_side)
            say_first(sheet);
    }
    if (sheet->terminal.side_by_side) {
        syn_side_pairs(sheet);
    } else {
        syn_tree_documents(sheet);
        syn_tree_passages(sheet);
    }
    syn_page_end(&sheet->page);
    say_not_counted(sheet);
    say_skipped(sheet);
    say(sheet, SYN_DIM, "This shows shared wording. It does not say whether the use was agreed.");
}

syn_status syn_report_terminal(const syn_result *result, const syn_terminal *terminal,
                               const syn_sink *sink, syn_error *error)
{
    uint32_t width = terminal->width_columns ? terminal->width_columns : 100;
    width = width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : width;
    syn_sheet sheet = {.view = syn_result_get(result),
                       .terminal = *terminal,
                       .page = {.sink = sink, .width = width, .color = terminal->color}};
    sheet.status = syn_sheet_make(&sheet);
    if (sheet.status == SYN_OK)
        write_sheet(&sheet);
    if (sheet.text.failed || sheet.name.failed)
        sheet.status = SYN_MEMORY;
    syn_status written = syn_page_close(&sheet.page);
    syn_sheet_release(&sheet);
    if (sheet.status == SYN_MEMORY || written == SYN_MEMORY)
        return syn_fail_memory(error);
    if (written != SYN_OK)
        return syn_fail(error, written, "report: could not be written in full (see where it was sent)");
    return SYN_OK;
}
