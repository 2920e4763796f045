#include "report/checked.h"

#include "base/alloc.h"
#include "report/json.h"
#include "report/view.h"

#include <stdlib.h>

/* Lists */

static int entry_order(const void *a, const void *b)
{
    const syn_check_entry *x = a, *y = b;
    if (x->text != y->text)
        return x->text < y->text ? -1 : 1;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return (x->item > y->item) - (x->item < y->item);
}

/** Fills `at`, if there is any, with what is to be listed, and counts it. */
typedef size_t fill(const syn_result_view *view, syn_check_entry *at);

static syn_status make_list(const syn_result_view *view, fill *fill_in, syn_check_list *list)
{
    size_t count = fill_in(view, NULL);
    list->at = syn_alloc(count, sizeof *list->at);
    list->first = syn_alloc_zero(view->checked_count + 1, sizeof *list->first);
    if (!list->at || !list->first)
        return SYN_MEMORY;
    fill_in(view, list->at);
    if (count > 1)
        qsort(list->at, count, sizeof *list->at, entry_order);
    for (size_t i = 0; i < count; i++)
        list->first[list->at[i].text + 1]++;
    for (size_t n = 0; n < view->checked_count; n++)
        list->first[n + 1] += list->first[n];
    return SYN_OK;
}

static syn_told told_as(const syn_result_view *view, uint32_t passage, const syn_witness *w)
{
    if (!syn_view_counts(w->kind))
        return SYN_TOLD_UNCOUNTED;
    if (w->standing != SYN_OPEN)
        return w->standing == SYN_CREDITED ? SYN_TOLD_CREDITED : SYN_TOLD_QUOTED;
    const syn_counted *counted = syn_checked_counted(view, w->document, passage);
    return counted && counted->known ? SYN_TOLD_KNOWN : SYN_TOLD_OPEN;
}

/** New texts are the first documents, so their copies are the first of each passage. */
static size_t fill_copies(const syn_result_view *view, syn_check_entry *at)
{
    size_t count = 0;
    for (uint32_t p = 0; p < view->passage_count; p++)
        for (uint32_t i = 0; i < view->passages[p].witness_count; i++) {
            uint32_t witness = view->passages[p].witness_first + i;
            const syn_witness *w = &view->witnesses[witness];
            if (w->document >= view->checked_count)
                break;
            if (at)
                at[count] = (syn_check_entry){w->document, told_as(view, p, w), p, witness};
            count++;
        }
    return count;
}

static size_t fill_pairs(const syn_result_view *view, syn_check_entry *at)
{
    size_t count = 0;
    for (size_t i = 0; i < view->pair_count; i++) {
        const syn_pair *pair = &view->pairs[i];
        if (pair->a >= view->checked_count || pair->b < view->checked_count || pair->words == 0)
            continue;
        if (at)
            at[count] = (syn_check_entry){pair->a, UINT32_MAX - pair->words, pair->b, (uint32_t)i};
        count++;
    }
    return count;
}

static size_t fill_taken(const syn_result_view *view, syn_check_entry *at)
{
    size_t count = 0;
    for (size_t i = 0; i < view->descent_count; i++) {
        const syn_descent *descent = &view->descents[i];
        if (descent->to >= view->checked_count || descent->passage_count == 0)
            continue;
        if (at)
            at[count] = (syn_check_entry){descent->to, UINT32_MAX - descent->words, (uint32_t)i, (uint32_t)i};
        count++;
    }
    return count;
}

static size_t fill_given(const syn_result_view *view, syn_check_entry *at)
{
    size_t count = 0;
    for (size_t i = 0; i < view->descent_count; i++) {
        const syn_source *source = &view->sources[view->descents[i].source];
        if (!source->seen || source->document >= view->checked_count || view->descents[i].passage_count == 0)
            continue;
        if (at)
            at[count] = (syn_check_entry){source->document, UINT32_MAX - view->descents[i].words, (uint32_t)i,
                                          (uint32_t)i};
        count++;
    }
    return count;
}

syn_status syn_checks_make(const syn_result_view *view, syn_checks *out)
{
    syn_checks made = {0};
    if (make_list(view, fill_copies, &made.copies) < 0 || make_list(view, fill_pairs, &made.pairs) < 0 ||
        make_list(view, fill_taken, &made.taken) < 0 || make_list(view, fill_given, &made.given) < 0) {
        syn_checks_release(&made);
        return SYN_MEMORY;
    }
    *out = made;
    return SYN_OK;
}

void syn_checks_release(syn_checks *checks)
{
    syn_check_list *const lists[] = {&checks->copies, &checks->pairs, &checks->taken, &checks->given};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        free(lists[i]->at);
        free(lists[i]->first);
    }
    *checks = (syn_checks){0};
}

/* What is counted */

const syn_counted *syn_checked_counted(const syn_result_view *view, uint32_t text, uint32_t passage)
{
    if (text >= view->checked_count)
        return NULL;
    const syn_checked *checked = &view->checked[text];
    uint32_t low = checked->counted_first, end = low + checked->counted_count, high = end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (view->counted[middle].passage < passage)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && view->counted[low].passage == passage ? &view->counted[low] : NULL;
}

bool syn_checked_presses(const syn_result_view *view, uint32_t passage, const syn_witness *witness)
{
    if (witness->document >= view->checked_count || !view->checked[witness->document].over)
        return false;
    const syn_counted *counted = syn_checked_counted(view, witness->document, passage);
    return counted && counted->words > 0 && !counted->known && witness->standing == SYN_OPEN &&
           syn_view_counts(witness->kind);
}

size_t syn_checked_over(const syn_result_view *view)
{
    size_t count = 0;
    for (size_t i = 0; i < view->checked_count; i++)
        count += view->checked[i].over;
    return count;
}

/* Limits */

bool syn_checked_limited(const syn_result_view *view)
{
    return view->limit_words != UINT32_MAX || view->limit_share <= 1;
}

void syn_checked_limits(const syn_result_view *view, bool words, bool share, syn_buf *out)
{
    syn_buf_text(out, words && share ? "the limits of " : "the limit of ");
    if (words) {
        syn_json_whole(out, view->limit_words);
        syn_buf_text(out, view->limit_words == 1 ? " word" : " words");
    }
    if (words && share)
        syn_buf_text(out, " and ");
    if (share) {
        syn_json_fixed(out, 100 * view->limit_share, 4);
        syn_buf_text(out, "%");
    }
}

void syn_checked_verdict(const syn_result_view *view, const syn_checked *checked, syn_buf *out)
{
    bool words = view->limit_words != UINT32_MAX, share = view->limit_share <= 1;
    bool words_over = words && checked->words > view->limit_words;
    bool share_over = share && checked->words > view->limit_share * view->shares[checked->document].words;
    if (!words && !share)
        return;
    if (checked->over && (words_over || share_over)) {
        words = words_over;
        share = share_over;
    }
    syn_buf_text(out, checked->over ? "over " : "within ");
    syn_checked_limits(view, words, share, out);
}

void syn_checked_percent(const syn_result_view *view, const syn_checked *checked, syn_buf *out)
{
    uint32_t all = view->shares[checked->document].words;
    syn_json_fixed(out, all ? 100.0 * checked->words / all : 0, 1);
    syn_buf_text(out, "%");
}
