#include "report/remark.h"

#include "base/alloc.h"
#include "report/checked.h"
#include "report/escape.h"
#include "report/sheet.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_CELLS = 60, SAYS_CELLS = 160, MOST_OTHERS = 5, MOST_EVIDENCE = 3 };

syn_status syn_remarks_make(syn_remarks *remarks)
{
    const syn_result_view *view = remarks->view;
    remarks->status = syn_names_make(view->corpus, &remarks->names);
    if (remarks->status == SYN_OK)
        remarks->status = syn_accounts_make(view, &remarks->accounts);
    remarks->lines = syn_alloc_zero(syn_corpus_count(view->corpus), sizeof *remarks->lines);
    if (!remarks->lines)
        remarks->status = SYN_MEMORY;
    return remarks->status;
}

void syn_remarks_release(syn_remarks *remarks)
{
    for (size_t d = 0; remarks->lines && d < syn_corpus_count(remarks->view->corpus); d++)
        syn_lines_release(&remarks->lines[d]);
    free(remarks->lines);
    syn_names_release(&remarks->names);
    syn_accounts_release(&remarks->accounts);
    syn_buf_release(&remarks->text);
    *remarks = (syn_remarks){.view = remarks->view};
}

/* What is said */

static void say(syn_remarks *remarks, const char *text)
{
    syn_buf_text(&remarks->text, text);
}

static void say_cut(syn_remarks *remarks, const char *text, size_t cells)
{
    syn_sheet_cut(&remarks->text, text, strlen(text), cells);
}

static void say_count(syn_remarks *remarks, uint64_t count, const char *one, const char *many)
{
    char number[32];
    say(remarks, syn_sheet_number(count, number));
    say(remarks, count == 1 ? one : many);
}

void syn_remark_name(const syn_remarks *remarks, uint32_t document, syn_buf *out)
{
    syn_slice name = remarks->names.at[document];
    syn_sheet_cut(out, name.at, name.count, NAME_CELLS);
}

/** How many documents have the passage; counted once for all its copies. */
static uint32_t count_documents(syn_remarks *remarks, uint32_t number)
{
    const syn_passage *passage = &remarks->view->passages[number];
    const syn_witness *w = &remarks->view->witnesses[passage->witness_first];
    if (remarks->documents > 0 && remarks->counted == number)
        return remarks->documents;
    remarks->counted = number;
    remarks->documents = 0;
    for (uint32_t i = 0; i < passage->witness_count; i++)
        remarks->documents += i == 0 || w[i].document != w[i - 1].document;
    return remarks->documents;
}

/** Names some of the other documents that have the passage, and says how many more there are. */
static void say_others(syn_remarks *remarks, uint32_t number, uint32_t but)
{
    const syn_passage *passage = &remarks->view->passages[number];
    const syn_witness *w = &remarks->view->witnesses[passage->witness_first];
    uint32_t others = count_documents(remarks, number) - 1, named = 0;
    for (uint32_t i = 0; i < passage->witness_count && named < MOST_OTHERS; i++) {
        if (w[i].document == but || (i > 0 && w[i].document == w[i - 1].document))
            continue;
        say(remarks, named++ == 0 ? " also in " : ", ");
        syn_remark_name(remarks, w[i].document, &remarks->text);
    }
    if (others == 0)
        say(remarks, " more than once in this text");
    if (others > named) {
        say(remarks, " and ");
        say_count(remarks, others - named, " more text", " more texts");
    }
}

static void say_standing(syn_remarks *remarks, const syn_witness *w, uint32_t number)
{
    const syn_counted *counted = syn_checked_counted(remarks->view, w->document, number);
    const char *named = w->credit < remarks->view->credit_count ? remarks->view->credits[w->credit].name : NULL;
    if (w->standing == SYN_OPEN)
        say(remarks, remarks->view->is_check ? " It is not quoted, and no credit covers it."
                                             : " No credit stands near it.");
    if (w->standing == SYN_QUOTED)
        say(remarks, named ? " It is quoted; the nearest credit names " : " It is quoted.");
    if (w->standing == SYN_CREDITED)
        say(remarks, named ? " It is credited to " : " It is credited.");
    if (w->standing != SYN_OPEN && named) {
        say_cut(remarks, named, NAME_CELLS);
        say(remarks, ".");
    }
    if (w->standing == SYN_OPEN && counted && counted->known)
        say(remarks, " It is known and accepted.");
    if (w->unnamed)
        say(remarks, " Other texts credit this speech to an outlet, this one does not.");
}

static void say_source(syn_remarks *remarks, const syn_source *source)
{
    if (source->seen) {
        syn_remark_name(remarks, source->document, &remarks->text);
        return;
    }
    say_cut(remarks, source->name, NAME_CELLS);
    say(remarks, ", which is not among the texts");
}

static void say_descent(syn_remarks *remarks, const syn_descent *descent)
{
    const syn_result_view *view = remarks->view;
    say(remarks, descent->level >= SYN_MODERATE ? " Source: " : " Possible source: ");
    say_source(remarks, &view->sources[descent->source]);
    say(remarks, " (");
    say(remarks, syn_level_name(descent->level));
    for (uint32_t i = 0, told = 0; i < descent->evidence_count && told < MOST_EVIDENCE; i++) {
        const syn_evidence *evidence = &view->evidence[descent->evidence_first + i];
        if (view->is_check && !syn_checked_proves(view, descent, i))
            continue;
        say(remarks, told++ == 0 ? ": " : "; ");
        say_cut(remarks, evidence->says, SAYS_CELLS);
        if (!view->is_check || syn_checked_speaks(descent, evidence) == SYN_NONE)
            continue;
        say(remarks, " in ");
        syn_remark_name(remarks, evidence->document, &remarks->text);
    }
    say(remarks, ").");
}

const char *syn_remark_says(syn_remarks *remarks, uint32_t number, uint32_t witness)
{
    const syn_witness *w = &remarks->view->witnesses[witness];
    uint32_t taken = syn_accounts_taken(&remarks->accounts, w->document, number);
    syn_buf_clear(&remarks->text);
    say(remarks, "Shared wording, ");
    say(remarks, syn_kind_name(syn_checked_kind(remarks->view, number, w)));
    say(remarks, ": ");
    say_count(remarks, w->words, " word", " words");
    say_others(remarks, number, w->document);
    say(remarks, ".");
    say_standing(remarks, w, number);
    if (taken != SYN_NONE)
        say_descent(remarks, &remarks->view->descents[taken]);
    else if (syn_accounts_given(&remarks->accounts, w->document, number) != SYN_NONE)
        say(remarks, " Of the texts at hand this is where others have it from.");
    if (remarks->text.failed)
        remarks->status = SYN_MEMORY;
    return remarks->text.failed ? "" : remarks->text.bytes;
}

bool syn_remark_absents(syn_remarks *remarks, syn_buf *out)
{
    const syn_result_view *view = remarks->view;
    syn_absents absents;
    if (syn_absents_all(view, &absents) < 0)
        remarks->status = SYN_MEMORY;
    bool any = absents.count > 0;
    if (any) {
        char who[96], number[32];
        const char *name = view->sources[absents.at[0].source].name;
        syn_absents_who(&absents, &absents.at[0], who);
        syn_buf_format(out, "%s ", who);
        syn_sheet_cut(out, name, strlen(name), NAME_CELLS);
        syn_buf_text(out, absents.known == 1 ? ", which is not among the texts" : ", which is not among them");
        if (absents.count > 1)
            syn_buf_format(out, ", nor %s %s more", absents.count == 2 ? "is" : "are",
                           syn_sheet_number(absents.count - 1, number));
        syn_buf_text(out, ".");
    }
    syn_absents_release(&absents);
    return any;
}

bool syn_remark_warns(const syn_remarks *remarks, uint32_t number, uint32_t witness)
{
    const syn_witness *w = &remarks->view->witnesses[witness];
    if (w->standing != SYN_OPEN)
        return false;
    return syn_accounts_taken(&remarks->accounts, w->document, number) != SYN_NONE ||
           syn_accounts_given(&remarks->accounts, w->document, number) == SYN_NONE;
}

syn_alarm syn_remark_alarm(const syn_remarks *remarks, uint32_t number, uint32_t witness)
{
    if (remarks->view->is_check)
        return syn_checked_presses(remarks->view, number, &remarks->view->witnesses[witness]) ? SYN_ALARM_ERROR
                                                                                             : SYN_ALARM_NOTE;
    return syn_remark_warns(remarks, number, witness) ? SYN_ALARM_WARNING : SYN_ALARM_NOTE;
}

bool syn_remark_presses(const syn_result_view *view, uint32_t number)
{
    const syn_passage *passage = &view->passages[number];
    for (uint32_t i = 0; i < passage->witness_count; i++) {
        const syn_witness *w = &view->witnesses[passage->witness_first + i];
        if (w->document >= view->checked_count)
            return false;
        if (syn_checked_presses(view, number, w))
            return true;
    }
    return false;
}

/* Where it is */

const char *syn_remark_path(const syn_result_view *view, uint32_t document)
{
    const char *path = syn_corpus_get(view->corpus, document)->path;
    if (!path || strcmp(path, "-") == 0)
        return NULL;
    while (strncmp(path, "./", 2) == 0 && path[2] && path[2] != '/')
        path += 2;
    return *path ? path : NULL;
}

static bool has_ending(const char *path, const char *ending)
{
    size_t length = strlen(path), count = strlen(ending);
    return length >= count && strcmp(path + length - count, ending) == 0;
}

static bool is_compressed(const char *path)
{
    return has_ending(path, ".gz") || has_ending(path, ".zst");
}

bool syn_remark_is_file(const syn_result_view *view, uint32_t document)
{
    const char *path = syn_remark_path(view, document);
    return path && !is_compressed(path) && syn_corpus_get(view->corpus, document)->record < 0;
}

/** A record of JSONL is a line of its file; one of an array (.json) is not. */
static bool record_region(const syn_document *d, const char *path, syn_region *out)
{
    if (is_compressed(path) || has_ending(path, ".json"))
        return false;
    *out = (syn_region){.first_line = (uint64_t)d->record + 1, .last_line = (uint64_t)d->record + 1};
    return true;
}

static uint64_t column(const syn_line *line, uint64_t point)
{
    return point > line->point ? point - line->point + 1 : 1;
}

bool syn_remark_region(syn_remarks *remarks, uint32_t witness, syn_region *out)
{
    const syn_witness *w = &remarks->view->witnesses[witness];
    const syn_document *d = syn_corpus_get(remarks->view->corpus, w->document);
    const char *path = syn_remark_path(remarks->view, w->document);
    syn_lines *lines = &remarks->lines[w->document];
    if (path && d->record >= 0)
        return record_region(d, path, out);
    if (!d->text || !syn_remark_is_file(remarks->view, w->document))
        return false;
    if (lines->count == 0 && syn_lines_make(d->text, d->text_bytes, lines) < 0) {
        syn_lines_release(lines);
        remarks->status = SYN_MEMORY;
        return false;
    }
    const syn_line *first = syn_lines_find(lines, w->span.begin), *last = syn_lines_find(lines, w->span.end);
    *out = (syn_region){(uint64_t)(first - lines->at) + 1, column(first, w->span.cbegin),
                        (uint64_t)(last - lines->at) + 1, column(last, w->span.cend)};
    return true;
}
