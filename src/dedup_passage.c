/* A batch goes three ways: side by side its words become shingles; one text after the other, in the order of keeping,
 * they are held against those that are kept; side by side what was found is proved and becomes bytes. */
#include "dedup_passage.h"

#include "base/alloc.h"
#include "base/error.h"
#include "base/hash.h"
#include "dedup/repeat.h"
#include "dedup_proof.h"

#include <stdlib.h>

enum {
    BATCH = 256,
    STRETCH_WORDS = 2 << 20,  /* of texts that are in work at once, but for one */
    WORD_BYTES = 8,           /* a text of shorter words counts as if it had these: they are what takes memory */
    KEPT_SHINGLES = 16 << 10, /* a text's room that has grown beyond that is given back */
    SEEN_BYTES = 22           /* of a shingle that is kept */
};

static const uint64_t rolling_base = 0x9e3779b97f4a7c15u;

typedef struct cutting {
    syn_dedup_run *run;
    syn_seen *seen;
    syn_repeats repeats[BATCH];
    syn_sketch sketches[BATCH];
    syn_proof proofs[BATCH];
    bool again[BATCH];
    size_t count;
    bool full;
    uint64_t done, first_done; /* texts; when the round began */
    syn_roster *rest;
} cutting;

/** Hashes of all shingles of so many words (Karp and Rabin 1987), into the worker's room. */
static syn_status hash_shingles(syn_dedup_worker *w, const syn_swept *swept, uint32_t k, size_t *out)
{
    const size_t count = swept->count >= k ? swept->count - k + 1 : 0;
    uint64_t sum = 0, leaving = 1;
    *out = count;
    if (count == 0)
        return SYN_OK;
    if (!syn_alloc_room((void **)&w->shingles, &w->shingle_capacity, count, sizeof *w->shingles))
        return SYN_MEMORY;
    for (uint32_t i = 0; i + 1 < k; i++) {
        sum = sum * rolling_base + swept->hash[i];
        leaving *= rolling_base;
    }
    for (size_t i = 0; i < count; i++) {
        sum = sum * rolling_base + swept->hash[i + k - 1];
        w->shingles[i] = syn_hash_mix(sum);
        sum -= leaving * swept->hash[i];
    }
    return SYN_OK;
}

/** Counts the words of a text that is too long for the memory there is. */
static syn_status leave(syn_dedup_worker *worker, const char *text, size_t bytes, syn_sketch *out)
{
    const syn_status status = syn_sketch_whole(worker->sweep, text, bytes, &worker->sketch, out);
    out->count = out->bound = 0;
    return status;
}

syn_status syn_passages_see(syn_dedup_run *run, syn_dedup_worker *worker, const char *text, size_t bytes,
                            syn_sketch *out)
{
    syn_swept swept;
    size_t count;
    if (bytes > run->share.passage)
        return leave(worker, text, bytes, out);
    syn_status status = syn_sweep_words(worker->sweep, text, bytes, false, &swept);
    if (status == SYN_OK && swept.count >= UINT32_MAX)
        status = SYN_LIMIT;
    if (status == SYN_OK && swept.count > run->share.passage / WORD_BYTES)
        return leave(worker, text, bytes, out);
    if (status == SYN_OK)
        status = hash_shingles(worker, &swept, run->plan->min_words, &count);
    if (status < 0)
        return status;
    *out = (syn_sketch){.words = (uint32_t)swept.count, .bound = UINT32_MAX};
    worker->again_count += syn_twice_see(run->twice, worker->shingles, count);
    return SYN_OK;
}

/* Side by side */

/** A text's shingles that may stand twice. */
static void find_shingles(void *context, uint32_t number, size_t i)
{
    cutting *c = context;
    syn_dedup_run *run = c->run;
    syn_dedup_worker *w = &run->workers[number];
    syn_repeats *r = &c->repeats[i];
    syn_error error = {0};
    syn_swept swept;
    size_t count = 0;
    syn_repeats_begin(r, c->sketches[i].text, run->plan->min_words);
    if (w->status < 0 || c->sketches[i].words < run->plan->min_words || c->sketches[i].bound == 0)
        return;
    syn_status status = syn_texts_read(run->texts, c->sketches[i].text, true, &w->own, &error);
    if (status == SYN_OK)
        status = syn_sweep_words(w->sweep, w->own.text, w->own.text_bytes, false, &swept);
    if (status == SYN_OK)
        status = hash_shingles(w, &swept, run->plan->min_words, &count);
    for (size_t s = 0; s < count && status == SYN_OK; s++) {
        if (s + 16 < count)
            syn_twice_prefetch(run->twice, w->shingles[s + 16]);
        if (!syn_twice_may(run->twice, w->shingles[s]))
            continue;
        if (!syn_alloc_room((void **)&r->shingles, &r->shingle_capacity, r->shingle_count + 1, sizeof *r->shingles))
            status = SYN_MEMORY;
        else
            r->shingles[r->shingle_count++] = (syn_shingle_at){w->shingles[s], (uint32_t)s};
    }
    syn_dedup_note(w, status, &error);
}

static void prove_item(void *context, uint32_t number, size_t i)
{
    cutting *c = context;
    syn_dedup_worker *w = &c->run->workers[number];
    syn_error error = {0};
    c->proofs[i].count = 0;
    if (w->status < 0 || c->again[i] || c->repeats[i].segment_count == 0)
        return;
    syn_dedup_note(w, syn_proof_make(c->run, w, &c->repeats[i], &c->proofs[i], &error), &error);
}

/* One after the other */

/** What was found of a text when it went round before. */
static syn_status load_older(syn_dedup_run *run, uint32_t text, syn_repeats *r)
{
    syn_verdict verdict;
    syn_status status = syn_column_get(&run->verdicts, text, 1, &verdict, run->error);
    if (status < 0 || verdict.span_count == 0)
        return status;
    if (!syn_alloc_room((void **)&r->older, &r->older_capacity, verdict.span_count, sizeof *r->older))
        return syn_fail_memory(run->error);
    for (; r->older_count < verdict.span_count && status == SYN_OK; r->older_count++) {
        syn_found f;
        status = syn_column_get(&run->spans, verdict.span_at + r->older_count, 1, &f, run->error);
        r->older[r->older_count] = (syn_segment_at){f.begin, f.end, f.kept, f.kept_begin};
    }
    return status;
}

/** Keeps what was found of a text, in words, until it comes round again. */
static syn_status put_off(cutting *c, size_t i)
{
    syn_dedup_run *run = c->run;
    const syn_repeats *r = &c->repeats[i];
    syn_verdict verdict;
    c->again[i] = true;
    syn_status status = syn_column_get(&run->verdicts, r->text, 1, &verdict, run->error);
    verdict.span_at = run->spans.count;
    verdict.span_count = (uint32_t)r->segment_count;
    for (size_t s = 0; s < r->segment_count && status == SYN_OK; s++) {
        const syn_segment_at *at = &r->segments[s];
        const syn_found f = {.begin = at->begin, .end = at->end, .kept = at->kept, .kept_begin = at->kept_begin};
        status = syn_column_add(&run->spans, &f, 1, run->error);
    }
    if (status == SYN_OK)
        status = syn_column_put(&run->verdicts, r->text, 1, &verdict, run->error);
    return status == SYN_OK ? syn_roster_add(c->rest, &c->sketches[i], run->error) : status;
}

/** Whether too little of a text is left. One that repeats itself has the copy of its own that is kept. */
static bool is_emptied(const syn_dedup_run *run, uint32_t words, uint32_t gone, bool own)
{
    return gone > 0 && !own && !run->plan->mark && words - gone < run->plan->min_left_words;
}

static bool repeats_itself(const syn_repeats *r)
{
    for (size_t i = 0; i < r->segment_count; i++)
        if (r->segments[i].kept == r->text)
            return true;
    return false;
}

static syn_status find_item(cutting *c, size_t i)
{
    syn_dedup_run *run = c->run;
    syn_repeats *r = &c->repeats[i];
    const bool reference = r->text < run->reference_count;
    c->full |= syn_seen_room(c->seen) < r->shingle_count;
    if (c->full && c->done == c->first_done)
        return syn_fail(run->error, SYN_LIMIT, "mem: too little for a text of %u words (give it more)",
                        c->sketches[i].words);
    syn_status status = load_older(run, r->text, r);
    if (status == SYN_OK && reference)
        status = c->full ? SYN_OK : syn_repeats_keep(r, c->seen);
    else if (status == SYN_OK && syn_repeats_find(r, c->seen, !c->full) < 0)
        status = syn_fail_memory(run->error);
    if (status == SYN_OK && c->full)
        return put_off(c, i);
    if (!reference && is_emptied(run, c->sketches[i].words, syn_repeats_words(r), repeats_itself(r)))
        syn_repeats_undo(r, c->seen);
    c->again[i] = false;
    c->done++;
    return status;
}

/** The verdict on a text whose segments are proved. */
static syn_status judge(cutting *c, size_t i)
{
    syn_dedup_run *run = c->run;
    const syn_proof *p = &c->proofs[i];
    const uint32_t words = c->sketches[i].words;
    const bool emptied = is_emptied(run, words, p->words, repeats_itself(&c->repeats[i]));
    const syn_covered covered = {.words = words, .covered = p->words};
    return syn_dedup_drop(run, c->sketches[i].text, emptied ? SYN_VERDICT_EMPTIED : SYN_VERDICT_KEPT, &covered,
                          p->found, p->count);
}

static syn_status cut_some(cutting *c)
{
    syn_dedup_run *run = c->run;
    syn_pool_run(run->pool, c->count, find_shingles, c);
    syn_status status = syn_dedup_settle(run);
    for (size_t i = 0; i < c->count && status == SYN_OK; i++)
        status = find_item(c, i);
    if (status < 0)
        return status;
    syn_pool_run(run->pool, c->count, prove_item, c);
    status = syn_dedup_settle(run);
    for (size_t i = 0; i < c->count && status == SYN_OK; i++)
        if (!c->again[i] && (c->proofs[i].count > 0 || c->repeats[i].older_count > 0))
            status = judge(c, i);
    syn_tally_set(&run->tally, c->done);
    return status;
}

/** Many texts in turn could each have made another of the rooms large. */
static void empty_large(cutting *c)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->repeats[i].shingle_capacity > KEPT_SHINGLES)
            syn_repeats_release(&c->repeats[i]);
        if (c->proofs[i].capacity > KEPT_SHINGLES)
            syn_proof_release(&c->proofs[i]);
    }
}

static syn_status cut_batch(cutting *c, const syn_sketch *sketches, size_t count)
{
    syn_status status = SYN_OK;
    for (size_t first = 0; first < count && status == SYN_OK; first += c->count) {
        size_t words = 0;
        empty_large(c);
        c->count = 0;
        do {
            c->sketches[c->count] = sketches[first + c->count];
            words += sketches[first + c->count++].words;
        } while (first + c->count < count && words + sketches[first + c->count].words <= STRETCH_WORDS);
        status = cut_some(c);
    }
    return status;
}

static syn_status cut_round(cutting *c)
{
    syn_dedup_run *run = c->run;
    syn_sketch sketches[BATCH];
    size_t count = 0;
    syn_status status = syn_roster_sort(run->roster, run->error);
    syn_seen_clear(c->seen);
    c->full = false;
    c->first_done = c->done;
    if (status == SYN_OK)
        status = syn_roster_new(run->plan->temporary, run->share.roster, SYN_DEDUP_MARK, &c->rest, run->error);
    do {
        if (status == SYN_OK)
            status = syn_roster_next(run->roster, sketches, BATCH, &count, run->error);
        if (status == SYN_OK && count > 0)
            status = cut_batch(c, sketches, count);
    } while (status == SYN_OK && count > 0);
    syn_dedup_spent(run, c->rest);
    syn_roster_free(run->roster);
    run->roster = c->rest;
    c->rest = NULL;
    return status;
}

syn_status syn_passages_cut(syn_dedup_run *run)
{
    uint64_t again = 0, most = run->share.table / 2 / SEEN_BYTES;
    cutting *c = syn_alloc_zero(1, sizeof *c);
    if (!c)
        return syn_fail_memory(run->error);
    for (uint32_t w = 0; w < run->worker_count; w++)
        again += run->workers[w].again_count;
    c->run = run;
    syn_status status = syn_seen_new(2 * again < most ? 2 * again : most, &c->seen);
    if (status < 0)
        syn_fail_memory(run->error);
    while (status == SYN_OK && c->done < run->text_count)
        status = cut_round(c);
    for (size_t i = 0; i < BATCH; i++) {
        syn_repeats_release(&c->repeats[i]);
        syn_proof_release(&c->proofs[i]);
    }
    syn_seen_free(c->seen);
    free(c);
    return status;
}
