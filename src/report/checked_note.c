/* What all reports of a check say alike: how a copy is worded, which version of a text the index holds, whose words an
 * evidence quotes, and which sources the known copies credit that are not among the texts. */

#include "report/sheet.h"

#include "base/alloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How a copy is worded */

syn_kind syn_checked_kind(const syn_result_view *view, uint32_t passage, const syn_witness *witness)
{
    const syn_passage *p = &view->passages[passage];
    if (!view->is_check || witness != &view->witnesses[p->witness_first + p->representative])
        return witness->kind;
    return syn_view_counts(witness->kind) ? p->kind : witness->kind;
}

/* Versions */

uint32_t syn_checked_version(const syn_result_view *view, const syn_checked *checked)
{
    uint32_t end = checked->version_first + checked->version_count;
    for (uint32_t i = checked->version_first; i < end; i++)
        if (view->versions[i].same)
            return i;
    return checked->version_count > 0 ? checked->version_first : SYN_NONE;
}

void syn_checked_edition(const syn_edition *version, syn_buf *out)
{
    enum { ID_CELLS = 80 };
    syn_buf_text(out, version->same ? "this very text is known as " : "an earlier version of it is known: ");
    syn_sheet_cut(out, version->id, strlen(version->id), ID_CELLS);
    if (!version->path || !*version->path || strcmp(version->path, version->id) == 0)
        return;
    syn_buf_text(out, " (");
    syn_sheet_cut(out, version->path, strlen(version->path), ID_CELLS);
    syn_buf_text(out, ")");
}

/* Evidence */

bool syn_checked_proves(const syn_result_view *view, const syn_descent *descent, uint32_t number)
{
    const syn_evidence *own = &view->evidence[descent->evidence_first + number];
    if (!own->says || !*own->says)
        return false;
    for (uint32_t i = 0; i < number; i++) {
        const char *says = view->evidence[descent->evidence_first + i].says;
        if (says && strcmp(says, own->says) == 0)
            return false;
    }
    return true;
}

uint32_t syn_checked_speaks(const syn_descent *descent, const syn_evidence *evidence)
{
    bool quotes = evidence->kind && (strcmp(evidence->kind, "credit") == 0 || strcmp(evidence->kind, "quotation") == 0);
    return quotes && evidence->document != descent->to ? evidence->document : SYN_NONE;
}

/* Sources that are not among the texts */

typedef struct naming {
    uint32_t source, document; /* SYN_NONE: only that this known text has a copy */
} naming;

static int naming_order(const void *a, const void *b)
{
    const naming *x = a, *y = b;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->document > y->document) - (x->document < y->document);
}

static int absent_order(const void *a, const void *b)
{
    const syn_absent *x = a, *y = b;
    if (x->texts != y->texts)
        return x->texts > y->texts ? -1 : 1;
    return (x->source > y->source) - (x->source < y->source);
}

static uint32_t names_absent(const syn_result_view *view, const syn_witness *w)
{
    const syn_credit *credit = syn_credit_of_witness(view, w);
    bool told = credit && credit->level >= SYN_MODERATE && syn_credit_names_source(credit);
    return told && !view->sources[credit->source].seen ? credit->source : SYN_NONE;
}

/** Known copies of the passages of these entries; `out`, if there is any, has room for two of each. */
static size_t list_namings(const syn_result_view *view, const syn_check_entry *at, size_t count, naming *out)
{
    size_t listed = 0;
    for (size_t e = 0; e < count; e++) {
        const syn_passage *p = &view->passages[at[e].number];
        if (at[e].rank == SYN_TOLD_UNCOUNTED || (e > 0 && at[e].number == at[e - 1].number))
            continue;
        for (uint32_t i = 0; i < p->witness_count; i++) {
            const syn_witness *w = &view->witnesses[p->witness_first + i];
            uint32_t source = w->document < view->checked_count ? SYN_NONE : names_absent(view, w);
            if (w->document < view->checked_count)
                continue;
            if (out)
                out[listed] = (naming){SYN_NONE, w->document};
            listed++;
            if (out && source != SYN_NONE)
                out[listed] = (naming){source, w->document};
            listed += source != SYN_NONE;
        }
    }
    return listed;
}

syn_status syn_absents_make(const syn_result_view *view, const syn_check_entry *at, size_t count, syn_absents *out)
{
    size_t listed = list_namings(view, at, count, NULL);
    naming *namings = syn_alloc(listed, sizeof *namings);
    *out = (syn_absents){.at = syn_alloc(listed, sizeof *out->at)};
    if (!namings || !out->at) {
        free(namings);
        syn_absents_release(out);
        return SYN_MEMORY;
    }
    list_namings(view, at, count, namings);
    if (listed > 1)
        qsort(namings, listed, sizeof *namings, naming_order);
    for (size_t i = 0; i < listed; i++) {
        bool first = i == 0 || namings[i].source != namings[i - 1].source;
        if (!first && namings[i].document == namings[i - 1].document)
            continue;
        if (namings[i].source == SYN_NONE) {
            out->known++;
            continue;
        }
        if (first)
            out->at[out->count++] = (syn_absent){.source = namings[i].source};
        out->at[out->count - 1].texts++;
    }
    if (out->count > 1)
        qsort(out->at, out->count, sizeof *out->at, absent_order);
    free(namings);
    return SYN_OK;
}

syn_status syn_absents_all(const syn_result_view *view, syn_absents *out)
{
    syn_checks checks = {0};
    syn_status status = syn_checks_make(view, &checks);
    *out = (syn_absents){0};
    if (status == SYN_OK)
        status = syn_absents_make(view, checks.copies.at, checks.copies.first[view->checked_count], out);
    syn_checks_release(&checks);
    return status;
}

void syn_absents_release(syn_absents *absents)
{
    free(absents->at);
    *absents = (syn_absents){0};
}

void syn_absents_who(const syn_absents *absents, const syn_absent *absent, char text[96])
{
    char some[32], all[32];
    if (absents->known == 1)
        snprintf(text, 96, "The known text credits");
    else if (absent->texts == absents->known)
        snprintf(text, 96, "%s%s known texts credit", absents->known == 2 ? "Both" : "All ",
                 absents->known == 2 ? "" : syn_sheet_count(absents->known, all));
    else
        snprintf(text, 96, "%s of the %s known texts credit%s", syn_sheet_count(absent->texts, some),
                 syn_sheet_count(absents->known, all), absent->texts == 1 ? "s" : "");
    syn_sheet_capitalise(text);
}
