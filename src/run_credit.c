#include "run.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

enum { batch_passages = 256 /* passages traced as one item */ };

static bool keep(syn_arena *arena, void **items, size_t bytes)
{
    void *kept = syn_arena_take(arena, bytes);
    if (kept != NULL && bytes > 0)
        memcpy(kept, *items, bytes);
    *items = kept;
    return kept != NULL;
}

/* Keeps what was found in a text, without the room it was found in. Where nothing is shared, quotations do not
 * matter; where nothing is credited either, nothing does. */
static syn_status keep_text(syn_run *r, syn_run_tracer *x, uint32_t d)
{
    const bool shares = r->holdings.first[d + 1] > r->holdings.first[d];
    syn_layout *l = &r->layouts[d];
    if (!shares && x->mentions.count == 0)
        return SYN_OK;
    *l = x->layout;
    r->mentions[d] = x->mentions;
    if (!keep(&x->kept, (void **)&l->paragraphs, l->paragraph_count * sizeof *l->paragraphs) ||
        !keep(&x->kept, (void **)&l->sentences, l->sentence_count * sizeof *l->sentences) ||
        !keep(&x->kept, (void **)&l->paragraph_of, l->sentence_count * sizeof *l->paragraph_of) ||
        !keep(&x->kept, (void **)&r->mentions[d].items, x->mentions.count * sizeof *x->mentions.items))
        return SYN_MEMORY;
    if (shares) {
        r->quotes[d] = x->quotes;
        if (!keep(&x->kept, (void **)&r->quotes[d].items, x->quotes.count * sizeof *x->quotes.items))
            return SYN_MEMORY;
    }
    return SYN_OK;
}

/* A candidate that shares nothing after all, or names and common text only, is as if it were not there: what it
 * credits says nothing of the texts asked about. */
static bool is_idle(const syn_run *r, uint32_t d)
{
    if (r->asked == NULL || d < r->asked->count)
        return false;
    for (uint32_t e = r->holdings.first[d]; e < r->holdings.first[d + 1]; e++)
        if (syn_kind_counts(r->found.items[r->holdings.passage[e]].kind))
            return false;
    return true;
}

static void read_text(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    syn_run_tracer *x = &r->workers[w].tracer;
    const syn_document *document = syn_corpus_get(r->corpus, item);
    r->texts[item] = document->text;
    if (is_idle(r, (uint32_t)item))
        return;
    r->urls[item] = document->url;
    r->addresses[item] = document->canonical;
    r->own[item] = document->outlet != NULL ? document->outlet : document->url;
    syn_status status = syn_layout_make(document->text, document->text_bytes, &x->layout);
    if (status == SYN_OK)
        status = syn_quotes_make(document->text, document->text_bytes, &x->layout, &x->quotes);
    if (status == SYN_OK)
        status = syn_credit_find(document->text, document->text_bytes, document->outlet, &x->layout, &x->quotes,
                                 &x->mentions);
    if (status == SYN_OK)
        status = keep_text(r, x, (uint32_t)item);
    syn_run_note(r, w, status);
}

/* ---- claims and scope ---- */

static void claim_surely(void *context, uint32_t w, size_t d)
{
    syn_run *r = context;
    syn_run_tracer *x = &r->workers[w].tracer;
    const syn_testimony *t = &r->tracing.testimony;
    syn_scope scope;
    if (r->mentions[d].count == 0 || r->holdings.first[d + 1] == r->holdings.first[d])
        return;
    syn_status status = syn_scope_sure(t, (uint32_t)d, &x->scope, &scope);
    if (status == SYN_OK)
        status = syn_nearby_make(t, &scope, (uint32_t)d, &x->nearby);
    if (status == SYN_OK)
        status = syn_claims_make(t, &x->nearby, (uint32_t)d, &x->claims);
    syn_run_note(r, w, status);
}

/* With all that confirms it each credit gets its scope, each copy its standing, and claims are made anew. */
static void judge_document(void *context, uint32_t w, size_t d)
{
    syn_run *r = context;
    syn_run_tracer *x = &r->workers[w].tracer;
    const syn_testimony *t = &r->tracing.testimony;
    syn_status status = SYN_OK;
    if (r->mentions[d].count > 0)
        status = syn_scope_make(t, (uint32_t)d, &r->claims, &x->scope, &x->kept, &r->scopes[d]);
    if (status == SYN_OK && r->holdings.first[d + 1] > r->holdings.first[d])
        status = syn_nearby_make(t, &r->scopes[d], (uint32_t)d, &x->nearby);
    else
        x->nearby.name_count = x->nearby.whole_count = x->nearby.local_count = 0;
    if (status == SYN_OK)
        status = syn_standing_make(t, &x->nearby, (uint32_t)d, &x->standing, r->standings, &r->shares[d]);
    if (status == SYN_OK)
        status = syn_claims_make(t, &x->nearby, (uint32_t)d, &x->claims);
    syn_run_note(r, w, status);
}

static void settle_claims(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    (void)w;
    for (size_t p = item * batch_passages; p < (item + 1) * batch_passages && p < r->found.count; p++)
        syn_claims_settle(&r->claims, (uint32_t)p);
}

static size_t batches_of(const syn_run *r)
{
    return (r->found.count + batch_passages - 1) / batch_passages;
}

static syn_status join_claims(syn_run *r)
{
    syn_claims *parts = syn_alloc(r->worker_count, sizeof *parts);
    if (parts == NULL)
        return SYN_MEMORY;
    for (uint32_t w = 0; w < r->worker_count; w++)
        parts[w] = r->workers[w].tracer.claims;
    syn_claims_release(&r->claims);
    syn_status status = syn_claims_join(parts, r->worker_count, (uint32_t)r->found.count, &r->claims);
    for (uint32_t w = 0; w < r->worker_count; w++)
        r->workers[w].tracer.claims.count = 0;
    free(parts);
    return status == SYN_OK ? syn_run_items(r, batches_of(r), settle_claims) : status;
}

static void compare_copies(void *context, uint32_t w, size_t item)
{
    syn_run *r = context;
    (void)w;
    for (size_t p = item * batch_passages; p < (item + 1) * batch_passages && p < r->found.count; p++)
        syn_standing_passage(&r->tracing.testimony, &r->claims, (uint32_t)p, r->standings, &r->speakers[p]);
}

/* ---- names of outlets ---- */

/* Documents whose address is on another's host; each is asked for its outlet as if it were one more text. */
static uint32_t count_foreign(const syn_run *r)
{
    uint32_t count = 0;
    for (uint32_t d = 0; r->canonicals != NULL && d < r->document_count; d++)
        count += r->canonicals[d].foreign && r->canonicals[d].document == SYN_NONE;
    return count;
}

static syn_status find_canonicals(syn_run *r)
{
    bool any = false;
    for (uint32_t d = 0; d < r->document_count && !any; d++)
        any = r->addresses[d] != NULL;
    if (!any)
        return SYN_OK;
    r->canonicals = syn_alloc(r->document_count, sizeof *r->canonicals);
    if (r->canonicals == NULL)
        return SYN_MEMORY;
    return syn_canonical_find(r->urls, r->addresses, r->document_count, r->canonicals);
}

/* Puts the foreign addresses behind the documents' own outlets; texts without mentions stand beside them. */
static bool append_foreign(syn_run *r, uint32_t count)
{
    const size_t n = r->document_count;
    size_t texts = n, own = n, mentions = n;
    if (!syn_alloc_room((void **)&r->texts, &texts, n + count, sizeof *r->texts) ||
        !syn_alloc_room((void **)&r->own, &own, n + count, sizeof *r->own) ||
        !syn_alloc_room((void **)&r->mentions, &mentions, n + count, sizeof *r->mentions))
        return false;
    for (uint32_t d = 0, at = r->document_count; d < r->document_count; d++) {
        if (!r->canonicals[d].foreign || r->canonicals[d].document != SYN_NONE)
            continue;
        r->texts[at] = "";
        r->mentions[at] = (syn_mentions){0};
        r->own[at++] = r->addresses[d];
    }
    return true;
}

static syn_status join_outlets(syn_run *r)
{
    syn_status status = find_canonicals(r);
    const uint32_t foreign = status == SYN_OK ? count_foreign(r) : 0;
    if (foreign > 0 && !append_foreign(r, foreign))
        return SYN_MEMORY;
    if (status == SYN_OK)
        status = syn_outlets_join(r->texts, r->mentions, r->own, r->document_count + foreign, &r->outlets);
    for (uint32_t d = 0, at = r->document_count; foreign > 0 && status == SYN_OK && d < r->document_count; d++) {
        if (!r->canonicals[d].foreign || r->canonicals[d].document != SYN_NONE)
            continue;
        const uint32_t outlet = r->outlets.of_document[at++];
        r->canonicals[d].outlet = outlet == r->outlets.of_document[d] ? SYN_NONE : outlet;
    }
    return status;
}

static syn_status make_room(syn_run *r)
{
    const size_t n = r->document_count;
    r->texts = syn_alloc_zero(n, sizeof *r->texts);
    r->own = syn_alloc_zero(n, sizeof *r->own);
    r->urls = syn_alloc_zero(n, sizeof *r->urls);
    r->addresses = syn_alloc_zero(n, sizeof *r->addresses);
    r->layouts = syn_alloc_zero(n, sizeof *r->layouts);
    r->quotes = syn_alloc_zero(n, sizeof *r->quotes);
    r->mentions = syn_alloc_zero(n, sizeof *r->mentions);
    r->scopes = syn_alloc_zero(n, sizeof *r->scopes);
    r->standings = syn_alloc_zero(r->found.copy_count, sizeof *r->standings);
    r->speakers = syn_alloc_zero(r->found.count, sizeof *r->speakers);
    const bool texts = r->texts != NULL && r->own != NULL && r->urls != NULL && r->addresses != NULL;
    const bool read = r->layouts != NULL && r->quotes != NULL && r->mentions != NULL && r->scopes != NULL;
    const bool judged = r->standings != NULL && r->speakers != NULL;
    return texts && read && judged ? SYN_OK : SYN_MEMORY;
}

syn_status syn_run_credit(syn_run *r)
{
    syn_run_begin(r, "credit", 6);
    syn_status status = make_room(r);
    if (status == SYN_OK)
        status = syn_run_items(r, r->document_count, read_text);
    if (status == SYN_OK)
        status = join_outlets(r);
    r->tracing.testimony =
        (syn_testimony){r->wording, r->layouts, r->quotes, r->mentions, &r->outlets, &r->found, &r->holdings};
    if (status == SYN_OK)
        status = syn_run_items(r, r->document_count, claim_surely);
    if (status == SYN_OK)
        status = join_claims(r);
    if (status == SYN_OK)
        status = syn_run_items(r, r->document_count, judge_document);
    if (status == SYN_OK)
        status = join_claims(r);
    return status == SYN_OK ? syn_run_items(r, batches_of(r), compare_copies) : status;
}

static void close_tracer(syn_run_tracer *x)
{
    syn_layout_release(&x->layout);
    syn_quotes_release(&x->quotes);
    syn_mentions_release(&x->mentions);
    syn_scope_scratch_release(&x->scope);
    syn_nearby_release(&x->nearby);
    syn_standing_scratch_release(&x->standing);
    syn_parent_scratch_release(&x->parent);
    syn_claims_release(&x->claims);
    syn_links_release(&x->links);
    syn_arena_release(&x->kept);
}

void syn_run_close_credit(syn_run *r)
{
    syn_lineage_release(&r->lineage);
    syn_kinship_release(&r->kinship);
    syn_credited_release(&r->credited);
    syn_claims_release(&r->claims);
    syn_outlets_release(&r->outlets);
    free(r->parents);
    free(r->speakers);
    free(r->standings);
    free(r->scopes);
    free(r->mentions);
    free(r->quotes);
    free(r->layouts);
    free(r->urls);
    free(r->addresses);
    free(r->canonicals);
    free(r->own);
    free(r->texts);
    for (uint32_t w = 0; r->workers != NULL && w < r->worker_count; w++)
        close_tracer(&r->workers[w].tracer);
}
