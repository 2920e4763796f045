/* What trace's report says beside the tree and the passages: what stands open, speech without its outlet,
 * texts that share nothing and credit somebody, and what was not counted. */

#include "report/sheet.h"

#include "base/alloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Open words */

typedef struct opening {
    uint32_t words, document;
} opening;

static int opening_order(const void *a, const void *b)
{
    const opening *x = a, *y = b;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    return (x->document > y->document) - (x->document < y->document);
}

static void write_openings(syn_sheet *sheet, const opening *list, size_t count)
{
    size_t most = syn_sheet_limit(sheet, SYN_MOST_WITNESSES, count);
    char number[32];
    syn_buf_clear(&sheet->text);
    syn_buf_text(&sheet->text, "Open, with no credit found near it: ");
    for (size_t i = 0; i < most; i++)
        syn_buf_format(&sheet->text, "%s%s word%s in %s", i ? ", " : "", syn_sheet_number(list[i].words, number),
                       list[i].words == 1 ? "" : "s", syn_sheet_name(sheet, list[i].document));
    if (most < count)
        syn_buf_format(&sheet->text, " and in %s more text%s (--all lists them)",
                       syn_sheet_number(count - most, number), count - most == 1 ? "" : "s");
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

/** Told only where somebody is credited, else all that is shared stands open; and not of a text that
 *  others have it from. */
static bool say_open(syn_sheet *sheet)
{
    opening *list = syn_alloc(sheet->summary.documents, sizeof *list);
    size_t count = 0, namings = sheet->view->source_count ? sheet->credits.naming_first[sheet->view->source_count] : 0;
    if (!list) {
        sheet->status = SYN_MEMORY;
        return false;
    }
    for (size_t d = 0; d < sheet->summary.documents && namings > 0; d++)
        if (sheet->view->shares[d].standing[SYN_OPEN] && !sheet->stemma.origin[d])
            list[count++] = (opening){sheet->view->shares[d].standing[SYN_OPEN], (uint32_t)d};
    if (count > 0) {
        qsort(list, count, sizeof *list, opening_order);
        write_openings(sheet, list, count);
    }
    free(list);
    return count > 0;
}

/* Speech without its outlet */

/** The source that another witness credits for the speech, or SYN_NONE. */
static uint32_t named_source(const syn_result_view *view, const syn_passage *passage)
{
    const syn_witness *w = &view->witnesses[passage->witness_first];
    for (uint32_t i = 0; i < passage->witness_count; i++) {
        const syn_credit *credit = syn_credit_of_witness(view, &w[i]);
        if (credit && !w[i].unnamed && w[i].standing != SYN_OPEN)
            return credit->source;
    }
    return SYN_NONE;
}

/** "[2] in 002 (others credit the New York Daily News)" */
static void write_unnamed(syn_sheet *sheet, const syn_passage *passage)
{
    const syn_witness *w = &sheet->view->witnesses[passage->witness_first];
    uint32_t source = named_source(sheet->view, passage), before = SYN_NONE;
    size_t listed = 0, count = 0;
    char number[32];
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "Quoted, outlet not named: [%u] in", passage->id);
    for (uint32_t i = 0; i < passage->witness_count; i++) {
        if (!w[i].unnamed || w[i].document == before)
            continue;
        before = w[i].document;
        if (++count > SYN_MOST_WITNESSES && !sheet->terminal.all)
            continue;
        syn_buf_format(&sheet->text, "%s %s", listed++ ? "," : "", syn_sheet_name(sheet, before));
    }
    if (listed < count)
        syn_buf_format(&sheet->text, " and %s more", syn_sheet_number(count - listed, number));
    if (source != SYN_NONE)
        syn_buf_format(&sheet->text, "; others credit %s", syn_sheet_source(sheet, source, true));
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

static bool has_unnamed(const syn_result_view *view, const syn_passage *passage)
{
    const syn_witness *w = &view->witnesses[passage->witness_first];
    for (uint32_t i = 0; i < passage->witness_count; i++)
        if (w[i].unnamed)
            return true;
    return false;
}

static bool say_unnamed(syn_sheet *sheet)
{
    const syn_result_view *view = sheet->view;
    size_t count = 0, most;
    char number[32], text[96];
    for (size_t p = 0; p < view->passage_count; p++)
        count += has_unnamed(view, &view->passages[p]);
    most = syn_sheet_limit(sheet, SYN_MOST_LINES, count);
    for (size_t p = 0, listed = 0; listed < most; p++) {
        if (!has_unnamed(view, &view->passages[p]))
            continue;
        write_unnamed(sheet, &view->passages[p]);
        listed++;
    }
    if (most < count) {
        snprintf(text, sizeof text, "Quoted, outlet not named: %s more passage%s (--all lists them).",
                 syn_sheet_number(count - most, number), count - most == 1 ? "" : "s");
        syn_sheet_say(sheet, SYN_PLAIN, text);
    }
    return count > 0;
}

void syn_rest_open(syn_sheet *sheet)
{
    bool open = say_open(sheet), unnamed = say_unnamed(sheet);
    if (open || unnamed)
        syn_page_end(&sheet->page);
}

/* Texts that share nothing */

static bool is_colleague(const syn_sheet *sheet, const syn_credit *credit)
{
    static const char word[] = "colleague";
    syn_slice slice = syn_view_text(sheet->view, credit->document, &credit->span);
    size_t length = sizeof word - 1, count = slice.count < 256 ? slice.count : 256;
    for (size_t at = 0; at + length <= count; at++)
        if (memcmp(slice.at + at, word, length) == 0)
            return true;
    return false;
}

static const char *without_article(const char *name)
{
    return strncmp(name, "The ", 4) == 0 || strncmp(name, "the ", 4) == 0 || strncmp(name, "THE ", 4) == 0 ? name + 4
                                                                                                           : name;
}

/** Whether the text names its own outlet, as a nameplate does; in capitals, too. */
static bool is_own_name(const syn_sheet *sheet, const syn_credit *credit)
{
    const char *outlet = syn_corpus_get(sheet->view->corpus, credit->document)->outlet;
    if (!outlet)
        return false;
    const char *a = without_article(credit->name), *b = without_article(outlet);
    for (; *a && *b; a++, b++) {
        char x = *a >= 'A' && *a <= 'Z' ? (char)(*a + 32) : *a, y = *b >= 'A' && *b <= 'Z' ? (char)(*b + 32) : *b;
        if (x != y)
            return false;
    }
    return *a == *b;
}

/** Whether a credit tells something of a text without shared passages that the tree does not. */
static bool is_told(const syn_sheet *sheet, const syn_credit *credit)
{
    if (sheet->view->shares[credit->document].reused_words || credit->of == SYN_OF_IMAGE || credit->of == SYN_OF_SELF)
        return false;
    if (!credit->name || !*credit->name || is_own_name(sheet, credit))
        return false;
    return credit->source == SYN_NONE || !sheet->stemma.linked[credit->document];
}

/** "004 shares no passage with the others; it credits a colleague, Megan Fox (¶6)." */
static void write_shareless(syn_sheet *sheet, size_t first, size_t end)
{
    enum { MOST = 3 };
    const syn_result_view *view = sheet->view;
    uint32_t d = view->credits[first].document;
    const syn_paragraphs *paragraphs = syn_sheet_layout(sheet, d);
    size_t told = 0;
    char where[32];
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "%s shares no passage with the others; it credits", syn_sheet_name(sheet, d));
    for (size_t c = first; c < end && told < MOST; c++) {
        const syn_credit *credit = &view->credits[c];
        if (!is_told(sheet, credit))
            continue;
        syn_buf_text(&sheet->text, told++ ? ", " : " ");
        if (is_colleague(sheet, credit))
            syn_buf_text(&sheet->text, "a colleague, ");
        syn_sheet_cut(&sheet->text, credit->name, strlen(credit->name), 40);
        syn_buf_format(&sheet->text, " (%s)", syn_sheet_at(paragraphs, credit->span.begin, where));
    }
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

void syn_rest_shareless(syn_sheet *sheet)
{
    const syn_credits *credits = &sheet->credits;
    size_t count = 0, most = syn_sheet_limit(sheet, SYN_MOST_LINES, SIZE_MAX);
    char number[32], text[96];
    for (size_t d = 0; d < sheet->summary.documents; d++) {
        size_t c = credits->first[d];
        while (c < credits->first[d + 1] && !is_told(sheet, &sheet->view->credits[c]))
            c++;
        if (c < credits->first[d + 1] && count++ < most)
            write_shareless(sheet, c, credits->first[d + 1]);
    }
    if (most < count) {
        snprintf(text, sizeof text, "%s more text%s nothing and credit%s somebody (--all lists them).",
                 syn_sheet_number(count - most, number), count - most == 1 ? " shares" : "s share",
                 count - most == 1 ? "s" : "");
        syn_sheet_say(sheet, SYN_PLAIN, text);
    }
}

/* What was not counted */

static int name_order(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

/** Appends " (iStock, AP)": the different names of those credited for images. */
static void add_image_names(syn_sheet *sheet, const char **names, size_t count)
{
    size_t different = 0, listed = 0;
    char number[32];
    qsort(names, count, sizeof *names, name_order);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(names[i], names[i - 1]) != 0)
            names[different++] = names[i];
    size_t most = syn_sheet_limit(sheet, SYN_MOST_NAMES, different);
    for (; listed < most; listed++) {
        syn_buf_text(&sheet->text, listed ? ", " : " (");
        syn_sheet_cut(&sheet->text, names[listed], strlen(names[listed]), 40);
    }
    if (listed < different)
        syn_buf_format(&sheet->text, " and %s more", syn_sheet_number(different - listed, number));
    syn_buf_text(&sheet->text, ")");
}

static void add_images(syn_sheet *sheet)
{
    const syn_result_view *view = sheet->view;
    const char **names = syn_alloc(view->credit_count, sizeof *names);
    size_t count = 0;
    if (!names) {
        sheet->status = SYN_MEMORY;
        return;
    }
    for (size_t i = 0; i < view->credit_count; i++)
        if (view->credits[i].of == SYN_OF_IMAGE && view->credits[i].name && *view->credits[i].name)
            names[count++] = view->credits[i].name;
    if (count > 0) {
        syn_buf_format(&sheet->text, "%sphoto credits", sheet->text.len ? ", " : "");
        add_image_names(sheet, names, count);
    }
    free(names);
}

static void add_kind(syn_sheet *sheet, size_t count, const char *one, const char *many)
{
    char number[32];
    if (count > 0)
        syn_buf_format(&sheet->text, "%s%s %s", sheet->text.len ? ", " : "", syn_sheet_count(count, number),
                       count == 1 ? one : many);
}

void syn_rest_not_counted(syn_sheet *sheet)
{
    const size_t *kinds = sheet->summary.passages;
    syn_buf_clear(&sheet->text);
    add_kind(sheet, kinds[SYN_NAME], "name or title", "names and titles");
    add_kind(sheet, kinds[SYN_COMMON], "common passage", "common passages");
    if (!sheet->terminal.side_by_side)
        add_images(sheet);
    if (!sheet->text.len || sheet->text.failed)
        return;
    syn_page_text(&sheet->page, SYN_PLAIN, "Not counted: ");
    syn_buf_text(&sheet->text, ".");
    if (!sheet->text.failed)
        syn_page_words(&sheet->page, SYN_PLAIN, 0, sheet->text.bytes);
    syn_page_end(&sheet->page);
}
