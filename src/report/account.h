/** Which descent accounts for a passage in a document: the one by which it was taken, and the one by which
 *  another document has it from there.
 *
 *      syn_accounts accounts = {0};
 *      syn_accounts_make(view, &accounts);
 *      uint32_t descent = syn_accounts_taken(&accounts, document, passage); // or SYN_NONE
 *      syn_accounts_release(&accounts);
 *
 *  Of several the one with the strongest level is named, then the first.
 *
 *  Owns    a syn_accounts owns its arrays.  Fails   SYN_MEMORY.
 *  Cost    a sort of the passages below descents, and a binary search each time.
 */
#ifndef SYN_REPORT_ACCOUNT_H
#define SYN_REPORT_ACCOUNT_H

#include "syndic/result.h"

typedef struct syn_account {
    uint32_t document, passage, descent;
    syn_level level;
} syn_account;

typedef struct syn_accounts {
    syn_account *taken, *given;
    size_t taken_count, given_count;
} syn_accounts;

syn_status syn_accounts_make(const syn_result_view *view, syn_accounts *out);
uint32_t syn_accounts_taken(const syn_accounts *accounts, uint32_t document, uint32_t passage);
/** `document` is the source, one that is among the texts. */
uint32_t syn_accounts_given(const syn_accounts *accounts, uint32_t document, uint32_t passage);
void syn_accounts_release(syn_accounts *accounts);

#endif
