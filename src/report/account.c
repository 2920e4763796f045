#include "report/account.h"

#include "base/alloc.h"

#include <stdlib.h>

static int place_order(const syn_account *x, const syn_account *y)
{
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    return (x->passage > y->passage) - (x->passage < y->passage);
}

static int account_order(const void *a, const void *b)
{
    const syn_account *x = a, *y = b;
    int order = place_order(x, y);
    if (order)
        return order;
    if (x->level != y->level)
        return x->level > y->level ? -1 : 1;
    return (x->descent > y->descent) - (x->descent < y->descent);
}

static void list_accounts(const syn_result_view *view, syn_accounts *out)
{
    for (uint32_t d = 0; d < view->descent_count; d++) {
        const syn_descent *descent = &view->descents[d];
        const syn_source *source = &view->sources[descent->source];
        for (uint32_t i = 0; i < descent->passage_count; i++) {
            syn_account account = {.document = descent->to, .descent = d, .level = descent->level,
                                   .passage = view->descent_passages[descent->passage_first + i]};
            out->taken[out->taken_count++] = account;
            account.document = source->document;
            if (source->seen)
                out->given[out->given_count++] = account;
        }
    }
}

syn_status syn_accounts_make(const syn_result_view *view, syn_accounts *out)
{
    size_t count = 0;
    for (size_t d = 0; d < view->descent_count; d++)
        count += view->descents[d].passage_count;
    syn_accounts accounts = {.taken = syn_alloc(count, sizeof *accounts.taken),
                             .given = syn_alloc(count, sizeof *accounts.given)};
    if (!accounts.taken || !accounts.given) {
        syn_accounts_release(&accounts);
        return SYN_MEMORY;
    }
    list_accounts(view, &accounts);
    qsort(accounts.taken, accounts.taken_count, sizeof *accounts.taken, account_order);
    qsort(accounts.given, accounts.given_count, sizeof *accounts.given, account_order);
    *out = accounts;
    return SYN_OK;
}

static uint32_t find(const syn_account *list, size_t count, uint32_t document, uint32_t passage)
{
    const syn_account wanted = {.document = document, .passage = passage};
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (place_order(&list[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && place_order(&list[low], &wanted) == 0 ? list[low].descent : SYN_NONE;
}

uint32_t syn_accounts_taken(const syn_accounts *accounts, uint32_t document, uint32_t passage)
{
    return find(accounts->taken, accounts->taken_count, document, passage);
}

uint32_t syn_accounts_given(const syn_accounts *accounts, uint32_t document, uint32_t passage)
{
    return find(accounts->given, accounts->given_count, document, passage);
}

void syn_accounts_release(syn_accounts *accounts)
{
    free(accounts->taken);
    free(accounts->given);
    *accounts = (syn_accounts){0};
}
