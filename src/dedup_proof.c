#include "dedup_proof.h"

#include "base/alloc.h"
#include "dedup/cover_inside.h"

#include <stdlib.h>

struct syn_prover {
    syn_sweep *sweep;     /* of kept texts; their hashes are not the worker's own text's */
    syn_cover_word word;
};

void syn_prover_free(syn_prover *prover)
{
    if (!prover)
        return;
    syn_sweep_free(prover->sweep);
    syn_cover_word_release(&prover->word);
    free(prover);
}

static syn_prover *prover_new(void)
{
    syn_prover *prover = syn_alloc_zero(1, sizeof *prover);
    if (!prover)
        return NULL;
    syn_cover_word_init(&prover->word);
    if (syn_sweep_new(SYN_SWEEP_BEST, &prover->sweep) == SYN_OK)
        return prover;
    syn_prover_free(prover);
    return NULL;
}

void syn_proof_release(syn_proof *proof)
{
    free(proof->found);
    *proof = (syn_proof){0};
}

static syn_status sweep_side(syn_sweep *sweep, const syn_again *again, syn_cover_side *out)
{
    syn_swept swept;
    syn_status status = syn_sweep_words(sweep, again->text, again->text_bytes, true, &swept);
    if (status == SYN_OK)
        *out = (syn_cover_side){again->text, again->text_bytes, swept.hash, swept.begin, swept.end,
                                (uint32_t)swept.count};
    return status;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/** Where what belongs to word `next` begins, behind the word before it: behind the last blank between the two. */
static uint32_t find_edge(const syn_cover_side *side, uint32_t next, uint32_t otherwise)
{
    const uint32_t low = next > 0 ? side->end[next - 1] : 0;
    const uint32_t high = next < side->count ? side->begin[next] : (uint32_t)side->bytes;
    uint32_t at = high;
    if (next == 0)
        return 0;
    if (next == side->count)
        return high;
    while (at > low && !is_blank(side->text[at - 1]))
        at--;
    return at > low ? at : otherwise;
}

/** A segment in bytes. What lies between it and one that ends where it begins goes with that one. */
static void place(const syn_cover_side *own, const syn_cover_side *kept, const syn_segment_at *s, syn_proof *proof)
{
    syn_found *f = &proof->found[proof->count];
    const uint32_t words = s->end - s->begin, last = s->kept_begin + words - 1;
    *f = (syn_found){.words = words, .kept = s->kept};
    f->begin = find_edge(own, s->begin, own->begin[s->begin]);
    f->end = find_edge(own, s->end, own->end[s->end - 1]);
    f->kept_begin = kept->begin[s->kept_begin];
    f->kept_end = kept->end[last];
    if (proof->count > 0 && proof->end == s->begin)
        f[-1].end = f->begin;
    proof->end = s->end;
    proof->words += words;
    proof->count++;
}

static syn_status prove_segment(syn_dedup_run *run, syn_dedup_worker *w, const syn_cover_side *own,
                                const syn_segment_at *s, bool same, syn_cover_side *kept, syn_proof *out,
                                syn_error *error)
{
    syn_status status = SYN_OK;
    const uint32_t words = s->end - s->begin;
    if (!same)
        status = syn_texts_read(run->texts, s->kept, true, &w->other, error);
    if (!same && status == SYN_OK)
        status = sweep_side(w->prover->sweep, &w->other, kept);
    if (status < 0 || s->kept_begin > kept->count || words > kept->count - s->kept_begin || s->end > own->count)
        return status;
    w->prover->word.left_bytes = UINT64_MAX; /* a word of a segment is read once */
    if (syn_cover_word_equal(&w->prover->word, own, s->begin, kept, s->kept_begin, words))
        place(own, kept, s, out);
    return syn_cover_word_failed(&w->prover->word) ? SYN_MEMORY : SYN_OK;
}

syn_status syn_proof_make(syn_dedup_run *run, syn_dedup_worker *worker, const syn_repeats *repeats, syn_proof *out,
                          syn_error *error)
{
    syn_cover_side own, kept;
    out->count = out->words = 0;
    if (!worker->prover)
        worker->prover = prover_new();
    if (!worker->prover ||
        !syn_alloc_room((void **)&out->found, &out->capacity, repeats->segment_count, sizeof *out->found))
        return SYN_MEMORY;
    syn_status status = syn_texts_read(run->texts, repeats->text, true, &worker->own, error);
    if (status == SYN_OK)
        status = sweep_side(worker->sweep, &worker->own, &own);
    for (size_t i = 0; i < repeats->segment_count && status == SYN_OK; i++) {
        const bool same = i > 0 && repeats->segments[i].kept == repeats->segments[i - 1].kept;
        status = prove_segment(run, worker, &own, &repeats->segments[i], same, &kept, out, error);
    }
    return status;
}
