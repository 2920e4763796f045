/* The sentences of a check, for all its new texts: which are over their limit, which share nothing, and one by one. */

#include "report/sheet.h"

#include <string.h>

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

/* All new texts */

static void name_over(syn_sheet *sheet, size_t over)
{
    const syn_result_view *view = sheet->view;
    size_t most = syn_sheet_limit(sheet, SYN_MOST_WITNESSES, over), told = 0;
    char number[32];
    for (uint32_t n = 0; n < view->checked_count && told < most; n++) {
        if (!view->checked[n].over)
            continue;
        syn_buf_format(&sheet->text, "%s%s (", told++ ? ", " : ": ", syn_sheet_name(sheet, n));
        syn_sheet_add_words(sheet, view->checked[n].words);
        syn_buf_text(&sheet->text, ")");
    }
    if (most < over)
        syn_buf_format(&sheet->text, " and %s more (--all lists them)", syn_sheet_number(over - most, number));
}

void syn_checked_summary(syn_sheet *sheet)
{
    const syn_result_view *view = sheet->view;
    size_t over = syn_checked_over(view), count = view->checked_count, open = 0;
    char who[128];
    for (size_t n = 0; n < count; n++)
        open += view->checked[n].words > 0;
    syn_buf_clear(&sheet->text);
    if (count == 0)
        syn_buf_text(&sheet->text, "There are no new texts.");
    if (count < 2) {
        syn_sheet_say_text(sheet, SYN_BOLD);
        return;
    }
    size_t told = syn_checked_limited(view) ? over : open;
    if (told == 0)
        syn_buf_format(&sheet->text, "None of the %s new texts ", syn_sheet_count(count, who));
    else
        syn_shared_texts(told, count, "new texts", who);
    if (told > 0)
        syn_buf_format(&sheet->text, "%s ", who);
    if (syn_checked_limited(view)) {
        syn_buf_text(&sheet->text, told == 0 || told == 1 ? "is over " : "are over ");
        syn_checked_limits(view, view->limit_words != UINT32_MAX, view->limit_share <= 1, &sheet->text);
        name_over(sheet, over);
    } else {
        syn_buf_text(&sheet->text, told == 0 || told == 1 ? "has open words" : "have open words");
    }
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_BOLD);
}

bool syn_checked_is_clean(const syn_sheet *sheet, uint32_t text)
{
    const syn_checked *checked = &sheet->view->checked[text];
    const size_t *first = sheet->checks.copies.first;
    return !checked->over && checked->words == 0 && first[text] == first[text + 1] && checked->version_count == 0 &&
           checked->ignored_words == 0 && checked->known_words == 0;
}

void syn_checked_say_clean(syn_sheet *sheet)
{
    size_t count = 0, told = 0, most;
    char number[32];
    for (uint32_t n = 0; n < sheet->view->checked_count; n++)
        count += syn_checked_is_clean(sheet, n);
    if (count == 0 || sheet->view->checked_count == 1)
        return;
    most = syn_sheet_limit(sheet, SYN_MOST_WITNESSES, count);
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "Nothing of these is shared with known texts: ");
    for (uint32_t n = 0; n < sheet->view->checked_count && told < most; n++)
        if (syn_checked_is_clean(sheet, n))
            syn_buf_format(&sheet->text, "%s%s", told++ ? ", " : "", syn_sheet_name(sheet, n));
    if (most < count)
        syn_buf_format(&sheet->text, " and %s more (--all lists them)", syn_sheet_number(count - most, number));
    syn_buf_text(&sheet->text, ".");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

/** Those that are over, then those that share something. */
static bool comes(const syn_sheet *sheet, uint32_t text, bool over)
{
    const syn_result_view *view = sheet->view;
    return view->checked[text].over == over && (view->checked_count == 1 || !syn_checked_is_clean(sheet, text));
}

void syn_checked_each(syn_sheet *sheet, void (*passages)(syn_sheet *sheet))
{
    const syn_result_view *view = sheet->view;
    size_t count = 0, told = 0, most;
    char number[32];
    for (uint32_t n = 0; n < view->checked_count; n++)
        count += view->checked_count == 1 || !syn_checked_is_clean(sheet, n);
    most = syn_sheet_limit(sheet, SYN_MOST_DOCUMENTS, count);
    for (int within = 0; within < 2; within++)
        for (uint32_t n = 0; n < view->checked_count && told < most; n++) {
            if (!comes(sheet, n, !within))
                continue;
            if (view->checked_count > 1)
                syn_page_end(&sheet->page);
            told++;
            sheet->checked = n;
            syn_checked_say(sheet);
            if (passages)
                passages(sheet);
        }
    if (told == count)
        return;
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "%s more new text%s share%s wording (--all lists them).",
                   syn_sheet_number(count - told, number), plural(count - told), count - told == 1 ? "s" : "");
    syn_page_end(&sheet->page);
    syn_sheet_say_text(sheet, SYN_PLAIN);
}
