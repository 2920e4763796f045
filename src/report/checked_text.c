/* The passages of a check: of each new text what stands elsewhere, what wants a look first, each with its place, its
 * first words, and the known texts that have it. */

#include "report/sheet.h"

#include "base/alloc.h"
#include "base/date.h"

#include <stdlib.h>
#include <string.h>

enum { INDENT = 6 };

/* Known texts in order: earlier ones by date, others with a date, the rest */

typedef struct known {
    uint64_t when; /* the written date as one number */
    uint32_t document, group;
} known;

/** Dates in order of what is written. Zones are left out: this only puts names in a row. */
static uint64_t written(const syn_date *d)
{
    uint64_t day = (uint64_t)(d->year < 0 ? 0 : d->year) * 10000 + d->month * 100u + d->day;
    return day * 1000000 + d->hour * 10000u + d->minute * 100u + d->second;
}

static int known_order(const void *a, const void *b)
{
    const known *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    if (x->when != y->when)
        return x->when < y->when ? -1 : 1;
    return (x->document > y->document) - (x->document < y->document);
}

static known place(const syn_sheet *sheet, uint32_t text, uint32_t document)
{
    const syn_date *date = &syn_corpus_get(sheet->view->corpus, document)->date;
    const syn_date *own = &syn_corpus_get(sheet->view->corpus, text)->date;
    bool dated = date->precision != SYN_DATE_NONE, both = dated && own->precision != SYN_DATE_NONE;
    bool earlier = both && syn_date_order(date, own) < 0;
    return (known){.when = dated ? written(date) : 0, .document = document, .group = earlier ? 0 : dated ? 1 : 2};
}

size_t syn_checked_known(syn_sheet *sheet, uint32_t text, uint32_t passage, uint32_t *list, size_t *earlier)
{
    const syn_passage *p = &sheet->view->passages[passage];
    const syn_witness *w = &sheet->view->witnesses[p->witness_first];
    known *found = syn_alloc(p->witness_count, sizeof *found);
    size_t count = 0;
    *earlier = 0;
    if (!found)
        sheet->status = SYN_MEMORY;
    for (uint32_t i = 0; found && i < p->witness_count; i = syn_sheet_next(sheet, p, i))
        if (w[i].document >= sheet->view->checked_count)
            found[count++] = place(sheet, text, w[i].document);
    if (count > 1)
        qsort(found, count, sizeof *found, known_order);
    for (size_t i = 0; i < count; i++) {
        *earlier += found[i].group == 0;
        list[i] = found[i].document;
    }
    free(found);
    return count;
}

/* The texts that have a passage */

/** ` lanternpost-7 (2024-03-02), courier-11 and 12 more` */
static void add_list(syn_sheet *sheet, const uint32_t *list, size_t count, size_t most)
{
    char number[32], when[40];
    for (size_t i = 0; i < count && i < most; i++) {
        bool dated = syn_sheet_date(&syn_corpus_get(sheet->view->corpus, list[i])->date, when);
        syn_buf_format(&sheet->text, "%s %s", i ? "," : "", syn_sheet_name(sheet, list[i]));
        if (dated)
            syn_buf_format(&sheet->text, " (%s)", when);
    }
    if (most < count)
        syn_buf_format(&sheet->text, "%s %s more", most ? " and" : "", syn_sheet_number(count - most, number));
}

static void add_known(syn_sheet *sheet, const uint32_t *list, size_t count, size_t earlier)
{
    size_t most = syn_sheet_limit(sheet, SYN_MOST_KNOWN, SIZE_MAX), left = earlier < most ? most - earlier : 0;
    if (earlier > 0) {
        syn_buf_format(&sheet->text, "earlier known text%s:", earlier == 1 ? "" : "s");
        add_list(sheet, list, earlier, most);
    }
    if (earlier < count) {
        size_t rest = count - earlier;
        syn_buf_format(&sheet->text, "%sknown text%s:", earlier ? "; other " : "", rest == 1 ? "" : "s");
        add_list(sheet, list + earlier, rest, left);
    }
}

static void add_fresh(syn_sheet *sheet, uint32_t text, const syn_passage *passage)
{
    const syn_result_view *view = sheet->view;
    const syn_witness *w = &view->witnesses[passage->witness_first];
    size_t count = 0, most = syn_sheet_limit(sheet, SYN_MOST_KNOWN, SIZE_MAX);
    char number[32];
    for (uint32_t i = 0; i < passage->witness_count; i = syn_sheet_next(sheet, passage, i)) {
        if (w[i].document >= view->checked_count)
            break;
        if (w[i].document == text || ++count > most)
            continue;
        syn_buf_format(&sheet->text, "%s %s", count > 1 ? "," : sheet->text.len ? "; also new:" : "also new:",
                       syn_sheet_name(sheet, w[i].document));
    }
    if (count > most)
        syn_buf_format(&sheet->text, " and %s more", syn_sheet_number(count - most, number));
}

static void write_line(syn_sheet *sheet, syn_style style)
{
    if (sheet->text.failed || !sheet->text.len)
        return;
    syn_page_pad(&sheet->page, INDENT);
    syn_page_words(&sheet->page, style, INDENT, sheet->text.bytes);
    syn_page_end(&sheet->page);
}

static void write_known(syn_sheet *sheet, uint32_t text, uint32_t passage)
{
    const syn_passage *p = &sheet->view->passages[passage];
    uint32_t *list = syn_alloc(p->witness_count, sizeof *list);
    size_t earlier, count;
    if (!list) {
        sheet->status = SYN_MEMORY;
        return;
    }
    count = syn_checked_known(sheet, text, passage, list, &earlier);
    syn_buf_clear(&sheet->text);
    add_known(sheet, list, count, earlier);
    add_fresh(sheet, text, p);
    write_line(sheet, SYN_PLAIN);
    free(list);
}

/* One passage */

/** What of its words is counted, where that is not all or nothing. */
static void add_counted(syn_sheet *sheet, const syn_check_entry *entry, const syn_witness *w, bool again)
{
    const syn_counted *counted = syn_checked_counted(sheet->view, entry->text, entry->number);
    uint32_t words = counted && !again ? counted->words : 0;
    bool open = entry->rank == SYN_TOLD_OPEN || entry->rank == SYN_TOLD_KNOWN;
    if (words == (open ? w->words : 0))
        return;
    if (words == 0)
        syn_buf_text(&sheet->text, " (none of them counted here)");
    else
        syn_buf_format(&sheet->text, " (%u of them open)", words);
}

static void write_excerpt(syn_sheet *sheet, const syn_check_entry *entry, const syn_witness *w)
{
    syn_slice slice = syn_view_quoted(sheet->view, w->document, &w->span);
    if (slice.count == 0)
        slice = syn_view_passage_text(sheet->view, &sheet->view->passages[entry->number]);
    syn_buf_clear(&sheet->text);
    syn_sheet_cut(&sheet->text, slice.at, slice.count, sheet->page.width - INDENT);
    write_line(sheet, SYN_PLAIN);
}

/** How the text itself marks it, in its own words; of open words only where some credit stands in the text. */
static void write_note(syn_sheet *sheet, const syn_check_entry *entry, const syn_witness *w)
{
    const syn_leaf leaf = {.passage = entry->number, .witness = entry->item, .document = w->document,
                           .descent = SYN_NONE};
    bool open = w->standing == SYN_OPEN;
    if (open && !syn_credit_of_witness(sheet->view, w))
        return;
    syn_buf_clear(&sheet->note);
    syn_note_make(sheet, &leaf, &sheet->note);
    if (sheet->note.failed || !sheet->note.len)
        return;
    syn_page_pad(&sheet->page, INDENT);
    syn_page_words(&sheet->page, SYN_DIM, INDENT, sheet->note.bytes);
    syn_page_end(&sheet->page);
}

static void write_passage(syn_sheet *sheet, const syn_check_entry *entry, bool again)
{
    const syn_witness *w = &sheet->view->witnesses[entry->item];
    const syn_paragraphs *paragraphs = syn_sheet_layout(sheet, w->document);
    syn_kind kind = syn_checked_kind(sheet->view, entry->number, w);
    char where[64], number[32];
    syn_page_format(&sheet->page, SYN_BOLD, "  [%u]", sheet->view->passages[entry->number].id);
    syn_page_format(&sheet->page, SYN_PLAIN, " %s word%s, ", syn_sheet_number(w->words, number),
                    w->words == 1 ? "" : "s");
    syn_page_text(&sheet->page, syn_sheet_style(kind), syn_kind_name(kind));
    syn_buf_clear(&sheet->text);
    if (paragraphs->count > 0) {
        syn_sheet_paragraphs(paragraphs, &w->span, where);
        syn_buf_format(&sheet->text, ", %s", where);
    }
    add_counted(sheet, entry, w, again);
    if (!sheet->text.failed && sheet->text.len)
        syn_page_words(&sheet->page, SYN_PLAIN, INDENT, sheet->text.bytes);
    syn_page_end(&sheet->page);
    write_excerpt(sheet, entry, w);
    write_known(sheet, entry->text, entry->number);
    write_note(sheet, entry, w);
}

/* All of one new text */

/** The entries [first, end), which are told alike. */
static void write_group(syn_sheet *sheet, size_t first, size_t end)
{
    static const char *const heads[] = {"Open: not quoted, and no credit covers it",
                                        "Open, but known and accepted, so not counted",
                                        "Credited", "Quoted"};
    const syn_check_entry *at = sheet->checks.copies.at;
    size_t least = at[first].rank == SYN_TOLD_OPEN ? SYN_MOST_PLACES : SYN_MOST_LINES;
    size_t most = syn_sheet_limit(sheet, least, end - first);
    char number[32];
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "%s (%s passage%s)", heads[at[first].rank], syn_sheet_count(end - first, number),
                   end - first == 1 ? "" : "s");
    syn_sheet_say_text(sheet, SYN_BOLD);
    for (size_t i = first; i < first + most; i++)
        write_passage(sheet, &at[i], i > first && at[i].number == at[i - 1].number);
    if (first + most == end)
        return;
    syn_buf_clear(&sheet->text);
    syn_buf_format(&sheet->text, "  %s more passage%s (--all lists them)", syn_sheet_number(end - first - most, number),
                   end - first - most == 1 ? "" : "s");
    syn_sheet_say_text(sheet, SYN_PLAIN);
}

static void write_passages(syn_sheet *sheet)
{
    const syn_check_list *copies = &sheet->checks.copies;
    size_t end = copies->first[sheet->checked + 1];
    for (size_t i = copies->first[sheet->checked], stop; i < end; i = stop) {
        for (stop = i; stop < end && copies->at[stop].rank == copies->at[i].rank; stop++)
            ;
        if (copies->at[i].rank == SYN_TOLD_UNCOUNTED && !sheet->terminal.all)
            return;
        if (copies->at[i].rank == SYN_TOLD_UNCOUNTED)
            continue;
        syn_page_end(&sheet->page);
        write_group(sheet, i, stop);
    }
}

void syn_checked_write(syn_sheet *sheet)
{
    syn_checked_summary(sheet);
    syn_checked_each(sheet, write_passages);
    syn_page_end(&sheet->page);
    syn_checked_say_clean(sheet);
}
