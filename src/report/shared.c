/* Who shares wording, how much, and which text dates show to be the earliest. */

#include "report/sheet.h"

#include <stdio.h>

/* Texts and passages */

void syn_shared_texts(size_t sharing, size_t all, const char *many, char text[128])
{
    char some[32], digits[32];
    const char *number = syn_sheet_count(all, digits);
    if (sharing < all)
        snprintf(text, 128, "%s of %s %s", syn_sheet_count(sharing, some), number, many);
    else if (all == 2)
        snprintf(text, 128, "both %s", many);
    else if (all == 1)
        snprintf(text, 128, "one %s", many);
    else
        snprintf(text, 128, "all %s %s", number, many);
    syn_sheet_capitalise(text);
}

void syn_shared_nothing(syn_sheet *sheet)
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
    syn_sheet_say(sheet, SYN_BOLD, text);
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

void syn_shared_passages(syn_sheet *sheet, const char *who)
{
    const syn_summary *s = &sheet->summary;
    const syn_passage *large = largest_counted(sheet->view), *wide = most_widespread(sheet);
    char number[32], words[32];
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
    syn_sheet_say_text(sheet, SYN_BOLD);
}

void syn_shared_write(syn_sheet *sheet)
{
    char who[128];
    syn_shared_texts(sheet->summary.sharing_documents, sheet->summary.documents, "texts", who);
    if (sheet->summary.counted == 0)
        syn_shared_nothing(sheet);
    else
        syn_shared_passages(sheet, who);
}

/* Dates */

/** Nobody can be first without dates: says which are there. */
static void say_undated(syn_sheet *sheet)
{
    uint32_t only = SYN_NONE;
    size_t dated = 0;
    for (size_t i = 0; i < sheet->summary.documents; i++) {
        const syn_date *date = &syn_corpus_get(sheet->view->corpus, i)->date;
        if (sheet->view->shares[i].reused_words == 0 || date->precision == SYN_DATE_NONE || date->bound)
            continue;
        only = (uint32_t)i;
        dated++;
    }
    syn_buf_clear(&sheet->text);
    if (dated == 0)
        syn_buf_text(&sheet->text, sheet->summary.sharing_documents == 2 ? "Neither of them carries a date"
                                                                         : "None of them carries a date");
    else if (dated == 1)
        syn_buf_format(&sheet->text, "Only %s carries a date", syn_sheet_name(sheet, only));
    else
        syn_buf_text(&sheet->text, "The dates of no passage tell which text is the earliest");
    syn_buf_text(&sheet->text, ", so nothing is said about who came first.");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

static void add_told(syn_sheet *sheet, size_t told)
{
    size_t counted = sheet->summary.counted;
    char number[32], all[32];
    if (told == counted)
        syn_buf_text(&sheet->text, counted == 1 ? "it." : "every passage.");
    else
        syn_buf_format(&sheet->text, "%s of the %s passages; of the rest, nothing is said about who came first.",
                       syn_sheet_count(told, number), syn_sheet_count(counted, all));
}

void syn_shared_first(syn_sheet *sheet)
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
    syn_buf_clear(&sheet->text);
    if (several)
        syn_buf_text(&sheet->text, "Dates tell the earliest text of ");
    else
        syn_buf_format(&sheet->text, "%s has the earliest known date for ", syn_sheet_name(sheet, same));
    add_told(sheet, told);
    syn_sheet_say_text(sheet, SYN_PLAIN);
}
