/* Everything is looked at: tables and references by one thread, texts by the workers. Damages are told in the order of
 * documents, whoever found them. */
#include "index.h"

#include "base/alloc.h"
#include "base/error.h"
#include "base/pool.h"
#include "base/tally.h"
#include "store/verification.h"

#include <stdlib.h>

enum { BATCH_TEXTS = 1 << 12 };

typedef struct finding {
    syn_status status;
    const char *what; /* in its arena */
    syn_arena arena;
} finding;

typedef struct verifying {
    const syn_verification *verification;
    syn_packer *packers;
    finding *findings;
    size_t first;
} verifying;

static void look(void *context, uint32_t worker, size_t item)
{
    verifying *v = context;
    finding *f = &v->findings[item];

    f->status = syn_verification_text(v->verification, v->first + item, &v->packers[worker], &f->arena, &f->what);
    if (f->what == NULL)
        syn_arena_release(&f->arena);
}

static syn_status look_at_texts(syn_verification *verification, syn_pool *pool, const syn_options *options,
                                syn_error *error)
{
    size_t count = syn_verification_count(verification);
    verifying v = {.verification = verification, .packers = syn_alloc_zero(syn_pool_workers(pool), sizeof *v.packers),
                   .findings = syn_alloc_zero(BATCH_TEXTS, sizeof *v.findings)};
    syn_tally tally = {.options = options};
    syn_status status = v.packers != NULL && v.findings != NULL ? SYN_OK : SYN_MEMORY;

    syn_tally_begin(&tally, "verify", SYN_TEXTS, count);
    for (; v.first < count && status == SYN_OK; v.first += BATCH_TEXTS) {
        size_t batch = count - v.first < BATCH_TEXTS ? count - v.first : BATCH_TEXTS;
        syn_pool_run(pool, batch, look, &v);
        for (size_t i = 0; i < batch; i++) {
            finding *f = &v.findings[i];
            status = status == SYN_OK ? f->status : status;
            if (f->what != NULL)
                syn_verification_tell(verification, f->what);
            syn_arena_release(&f->arena);
            f->what = NULL;
        }
        syn_tally_set(&tally, v.first + batch);
    }
    syn_tally_end(&tally);
    for (uint32_t w = 0; v.packers != NULL && w < syn_pool_workers(pool); w++)
        syn_packer_release(&v.packers[w]);
    free(v.packers);
    free(v.findings);
    return status < 0 ? syn_fail_memory(error) : SYN_OK;
}

syn_status syn_index_verify(syn_index *index, const syn_options *options, syn_index_damage *damage, void *context,
                            uint64_t *damage_count, syn_error *error)
{
    syn_verification *verification = NULL;
    syn_pool *pool = NULL;
    syn_status status = syn_options_check(options, error);

    if (status == SYN_OK && syn_pool_new(options->thread_count, &pool) < 0)
        status = syn_fail_memory(error);
    if (status == SYN_OK)
        status = syn_verification_begin(index->store, damage, context, &verification, error);
    if (status == SYN_OK)
        status = look_at_texts(verification, pool, options, error);
    if (status == SYN_OK)
        *damage_count = syn_verification_damages(verification);
    syn_verification_free(verification);
    syn_pool_free(pool);
    return status;
}
