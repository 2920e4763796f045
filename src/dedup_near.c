/* One text after the other, in the order of keeping, is held against those kept before it:
 *
 *      roster --batch--> candidates in the table, verified        side by side: the table stands still
 *                   '--> candidates within the batch, verified    side by side: the nearest few
 *                   '--> kept or dropped, one after the other     what is kept goes into the table
 *
 * When the table is full, the texts that are still open go round again, against the next tableful. Within a batch a
 * text may have only candidates that are dropped themselves: then those that they were dropped for are asked, so that
 * the middle of a cluster is found though it is not among the nearest. */
#include "dedup.h"

#include "base/alloc.h"
#include "base/error.h"
#include "dedup/seen.h"

#include <stdlib.h>
#include <string.h>

enum {
    BATCH = 1024,
    AHEAD = 2,           /* candidates within the batch that are verified before it is known that they are kept */
    STRETCH_VALUES = 1 << 20,
    LONG_WORDS = 1 << 20,
    WORD_BYTES = 6,
    VALUE_BYTES = 20,    /* of the table */
    TEXT_BYTES = 40,
    LEAST_PROBES = 20,
    MOST_SHINGLES = 900  /* in thousandths: a text that stands in another in parts lacks some where they meet */
};

typedef enum fate { OPEN, KEPT, DROPPED, AGAIN } fate;

/** What a text shares with one kept text. */
typedef struct answer {
    uint32_t text;       /**< asked about */
    bool is_near;
    syn_covered covered; /**< its spans are not asked: `found` has them */
    syn_found *found;
    size_t found_count, found_capacity;
} answer;

typedef struct item {
    syn_sketch sketch;
    syn_sketch held;     /**< without the values that no other text has */
    uint32_t *values;    /**< its */
    size_t value_capacity;
    fate fate;
    uint32_t kept;       /**< that it is dropped for */
    answer answer;       /**< why */
    answer ahead[AHEAD];
    size_t ahead_count;
    uint32_t slots[SYN_SEEK_MOST]; /**< candidates within the batch */
    size_t slot_count;
} item;

typedef struct deciding {
    syn_dedup_run *run;
    syn_table *table, *small; /**< of kept texts; of the batch's open ones, slot by slot */
    item *items;
    uint32_t count;
    uint32_t *open;           /**< by slot of `small`: the item */
    uint32_t open_count;
    bool full;
    syn_roster *rest;         /**< texts that go round again */
    uint64_t done;
} deciding;

/* One pair */

/** Divided, not multiplied: then 56 of 100 words are 0.56 of them. */
static bool is_enough(const syn_dedup_run *run, uint32_t covered, uint32_t words)
{
    return words > 0 && (double)covered / words >= run->plan->threshold;
}

/** The fewest words that make the threshold. */
static uint32_t least_of(const syn_dedup_run *run, uint32_t words)
{
    uint32_t least = (uint32_t)(run->plan->threshold * words);
    least -= least > 0 && is_enough(run, least - 1, words);
    return least + !is_enough(run, least, words);
}

static bool keep_spans(const syn_covered *covered, uint32_t kept, answer *out)
{
    out->found_count = 0;
    if (!syn_alloc_room((void **)&out->found, &out->found_capacity, covered->span_count, sizeof *out->found))
        return false;
    for (size_t i = 0; i < covered->span_count; i++) {
        const syn_cover_span *s = &covered->spans[i];
        out->found[out->found_count++] = (syn_found){s->begin, s->end, s->kept_begin, s->kept_end, s->words, kept};
    }
    return true;
}

/** All of both texts, for texts that are the same. */
static syn_status say_same(syn_dedup_worker *w, const syn_sketch *own, uint32_t kept, answer *out)
{
    const syn_cover_span whole = {0, (uint32_t)w->own.text_bytes, 0, (uint32_t)w->other.text_bytes, own->words};
    out->covered = (syn_covered){own->words, own->words, own->words, own->words, &whole, 1};
    out->is_near = true;
    return keep_spans(&out->covered, kept, out) ? SYN_OK : SYN_MEMORY;
}

/** Whether the worker's own text is to be dropped for a kept one. `set`: whether the cover has it already. */
static syn_status ask(syn_dedup_run *run, syn_dedup_worker *w, const syn_sketch *own, uint32_t kept, bool same,
                      bool *set, answer *out, syn_error *error)
{
    bool is_same = false;
    syn_verdict verdict;
    syn_status status = syn_column_get(&run->verdicts, kept, 1, &verdict, error);
    const bool is_long = status == SYN_OK && ((uint64_t)own->words + verdict.words) * WORD_BYTES > run->share.cover;
    out->text = kept;
    out->is_near = false;
    if (is_long && !same)
        return SYN_OK;
    if (status == SYN_OK)
        status = syn_texts_read(run->texts, kept, true, &w->other, error);
    if (status == SYN_OK && same)
        status = syn_cover_same(w->own.text, w->own.text_bytes, w->other.text, w->other.text_bytes, &is_same);
    if (status < 0)
        return status;
    if (is_same)
        return say_same(w, own, kept, out);
    if (run->plan->level == SYN_LEVEL_EXACT || is_long || w->own.text_bytes >= SYN_COVER_BYTES ||
        w->other.text_bytes >= SYN_COVER_BYTES)
        return SYN_OK;
    if (!*set)
        status = syn_cover_set(w->cover, w->own.text, w->own.text_bytes);
    *set = true;
    if (status == SYN_OK)
        status = syn_cover_measure(w->cover, w->other.text, w->other.text_bytes, least_of(run, own->words), true,
                                   &out->covered);
    if (status < 0)
        return status;
    out->is_near = is_enough(run, out->covered.covered, out->covered.words);
    return !out->is_near || keep_spans(&out->covered, kept, out) ? SYN_OK : SYN_MEMORY;
}

static void prepare(const syn_dedup_run *run, syn_seek *seek)
{
    const uint32_t probes = (uint32_t)(LEAST_PROBES / run->plan->threshold);
    seek->probe_count = probes < SYN_SEEK_PROBES ? probes : SYN_SEEK_PROBES;
    seek->least_permille = run->least_permille;
    seek->whole = run->plan->level == SYN_LEVEL_EXACT;
}

/** Of a text in which single words were changed here and there, so many that just the threshold of it is covered, the
 *  shingles that are left, in thousandths. With a fraction q of its words unchanged, q^5 of its shingles are, and
 *  q^5 (5 - 4q) of its words lie in one. Changes that stand together leave more. */
static uint32_t least_shingles(double threshold)
{
    const uint64_t wanted = (uint64_t)(1000 * threshold);
    uint64_t shingles = MOST_SHINGLES;
    for (uint64_t q = 1000; q > 0; q--) {
        const uint64_t fifth = q * q * q * q * q / 1000000000000;
        if (fifth * (5000 - 4 * q) / 1000 < wanted)
            break;
        shingles = fifth < MOST_SHINGLES ? fifth : MOST_SHINGLES;
    }
    return (uint32_t)shingles;
}

/* Side by side */

/** Looks for a text's like among those kept in the table. */
static syn_status seek_kept(deciding *d, syn_dedup_worker *w, item *i, syn_error *error)
{
    bool set = false;
    prepare(d->run, &w->seek);
    syn_status status = syn_table_seek(d->table, &i->sketch, &i->held, UINT32_MAX, &w->seek);
    if (status == SYN_OK && w->seek.count > 0)
        status = syn_texts_read(d->run->texts, i->sketch.text, true, &w->own, error);
    for (size_t c = 0; c < w->seek.count && status == SYN_OK && i->fate == OPEN; c++) {
        const uint32_t kept = syn_table_text(d->table, w->seek.found[c].slot);
        const bool same = w->seek.found[c].shared == w->seek.found[c].of;
        status = ask(d->run, w, &i->sketch, kept, same, &set, &i->answer, error);
        i->fate = status == SYN_OK && i->answer.is_near ? DROPPED : OPEN;
    }
    i->kept = i->answer.text;
    return status;
}

/** Long texts are held together one after the other: each takes many times its own bytes. */
static bool is_long(const item *i)
{
    return i->sketch.words > LONG_WORDS;
}

static bool is_reference(const deciding *d, const item *i)
{
    return i->sketch.text < d->run->reference_count;
}

/** Leaves out the values that were seen but once. */
static syn_status hold(const syn_dedup_run *run, item *i)
{
    const syn_sketch *sketch = &i->sketch;
    size_t count = 0;
    if (!syn_alloc_room((void **)&i->values, &i->value_capacity, sketch->count, sizeof *i->values))
        return SYN_MEMORY;
    for (size_t v = 0; v < sketch->count; v++) {
        if (v + 16 < sketch->count)
            syn_twice_prefetch(run->twice, syn_dedup_spread(sketch->values[v + 16]));
        i->values[count] = sketch->values[v];
        count += syn_twice_may(run->twice, syn_dedup_spread(sketch->values[v]));
    }
    i->held = *sketch;
    i->held.values = i->values;
    i->held.count = (uint32_t)count;
    return SYN_OK;
}

static void find_kept(void *context, uint32_t number, size_t at)
{
    deciding *d = context;
    syn_dedup_worker *w = &d->run->workers[number];
    item *i = &d->items[at];
    syn_error error = {0};
    i->fate = OPEN;
    i->slot_count = i->ahead_count = 0;
    syn_dedup_note(w, hold(d->run, i), NULL);
    if (w->status == SYN_OK && !is_reference(d, i) && !is_long(i))
        syn_dedup_note(w, seek_kept(d, w, i, &error), &error);
}

/** Looks for it among the open texts of the batch before it, and asks about the nearest. */
static void find_open(void *context, uint32_t number, size_t slot)
{
    deciding *d = context;
    syn_dedup_worker *w = &d->run->workers[number];
    item *i = &d->items[d->open[slot]];
    syn_error error = {0};
    bool set = false;
    if (w->status < 0 || is_reference(d, i))
        return;
    prepare(d->run, &w->seek);
    syn_status status = syn_table_seek(d->small, &i->sketch, &i->held, (uint32_t)slot, &w->seek);
    i->slot_count = w->seek.count;
    for (size_t c = 0; c < w->seek.count; c++)
        i->slots[c] = w->seek.found[c].slot;
    const size_t ahead = is_long(i) ? 0 : w->seek.count < AHEAD ? w->seek.count : AHEAD;
    if (status == SYN_OK && ahead > 0)
        status = syn_texts_read(d->run->texts, i->sketch.text, true, &w->own, &error);
    for (size_t c = 0; c < ahead && status == SYN_OK; c++) {
        const bool same = w->seek.found[c].shared == w->seek.found[c].of;
        status = ask(d->run, w, &i->sketch, syn_table_text(d->small, i->slots[c]), same, &set,
                     &i->ahead[i->ahead_count++], &error);
    }
    syn_dedup_note(w, status, &error);
}

/* One after the other */

/** The answer about a kept text: as it was given ahead, or asked for now. */
static syn_status answer_now(deciding *d, item *i, uint32_t kept, bool *read, bool *set, answer **out)
{
    syn_dedup_worker *w = &d->run->workers[0];
    syn_status status = SYN_OK;
    for (size_t a = 0; a < i->ahead_count; a++) {
        *out = &i->ahead[a];
        if (i->ahead[a].text == kept)
            return SYN_OK;
    }
    *out = &i->answer;
    if (!*read)
        status = syn_texts_read(d->run->texts, i->sketch.text, true, &w->own, d->run->error);
    *read = true;
    return status == SYN_OK ? ask(d->run, w, &i->sketch, kept, true, set, *out, d->run->error) : status;
}

static bool is_asked(const uint32_t *asked, size_t count, uint32_t text)
{
    for (size_t i = 0; i < count; i++)
        if (asked[i] == text)
            return true;
    return false;
}

/** Drops an open text for one of the batch that is kept, or that one of the batch was dropped for. */
static syn_status resolve(deciding *d, item *i, answer **why)
{
    uint32_t asked[SYN_SEEK_MOST];
    size_t asked_count = 0;
    bool read = false, set = false;
    syn_status status = SYN_OK;
    *why = NULL;
    for (size_t c = 0; c < i->slot_count && status == SYN_OK && !*why; c++) {
        const item *other = &d->items[d->open[i->slots[c]]];
        const uint32_t kept = other->fate == DROPPED ? other->kept : other->sketch.text;
        answer *a;
        if (other->fate == AGAIN || is_asked(asked, asked_count, kept))
            continue;
        asked[asked_count++] = kept;
        status = answer_now(d, i, kept, &read, &set, &a);
        if (status == SYN_OK && a->is_near) {
            i->kept = kept;
            *why = a;
        }
    }
    return status;
}

static syn_status drop(deciding *d, item *i, const answer *why)
{
    i->fate = DROPPED;
    return syn_dedup_drop(d->run, i->sketch.text, i->kept, &why->covered, why->found, why->found_count);
}

/** Into the table, or round again behind what it has no room for. */
static syn_status keep(deciding *d, item *i)
{
    syn_dedup_run *run = d->run;
    d->full |= !syn_table_fits(d->table, i->held.count);
    if (!d->full) {
        syn_table_add(d->table, &i->held);
        i->fate = KEPT;
        return SYN_OK;
    }
    if (syn_table_count(d->table) == 0)
        return syn_fail(run->error, SYN_LIMIT, "mem: too little for a text of %u words (give it more)",
                        i->sketch.words);
    i->fate = AGAIN;
    return syn_roster_add(d->rest, &i->sketch, run->error);
}

static syn_status settle_item(deciding *d, item *i)
{
    answer *why = NULL;
    syn_status status = SYN_OK;
    if (is_long(i) && !is_reference(d, i))
        status = seek_kept(d, &d->run->workers[0], i, d->run->error);
    if (status == SYN_OK && i->fate == DROPPED)
        return drop(d, i, &i->answer);
    if (status == SYN_OK)
        status = resolve(d, i, &why);
    if (status < 0)
        return status;
    return why ? drop(d, i, why) : keep(d, i);
}

/** The open texts of a stretch, in a table of their own. */
static syn_status gather_open(deciding *d, size_t value_count)
{
    if (!syn_table_fits(d->small, value_count)) {
        syn_table *larger = NULL;
        if (syn_table_new(2 * value_count, BATCH, &larger) < 0)
            return syn_fail_memory(d->run->error);
        syn_table_free(d->small);
        d->small = larger;
    }
    d->open_count = 0;
    for (uint32_t i = 0; i < d->count; i++) {
        if (d->items[i].fate != OPEN)
            continue;
        syn_table_add(d->small, &d->items[i].held);
        d->open[d->open_count++] = i;
    }
    return SYN_OK;
}

/** Decides on the items 0 to count - 1, which have so many values together. */
static syn_status decide_some(deciding *d, size_t value_count)
{
    syn_dedup_run *run = d->run;
    syn_pool_run(run->pool, d->count, find_kept, d);
    syn_status status = syn_dedup_settle(run);
    syn_table_clear(d->small);
    if (status == SYN_OK && !d->full)
        status = gather_open(d, value_count);
    if (status == SYN_OK && !d->full) {
        syn_pool_run(run->pool, d->open_count, find_open, d);
        status = syn_dedup_settle(run);
    }
    for (uint32_t i = 0; i < d->count && status == SYN_OK; i++) {
        status = settle_item(d, &d->items[i]);
        d->done += d->items[i].fate != AGAIN;
    }
    syn_tally_set(&run->tally, d->done);
    return status;
}

/** A batch in stretches of texts that have no more values than a table of their own is made for, or of one text. */
static syn_status decide_batch(deciding *d, const syn_sketch *sketches, size_t count)
{
    syn_status status = SYN_OK;
    for (size_t first = 0; first < count && status == SYN_OK; first += d->count) {
        size_t values = 0;
        d->count = 0;
        do {
            d->items[d->count].sketch = sketches[first + d->count];
            values += sketches[first + d->count++].count;
        } while (first + d->count < count && values + sketches[first + d->count].count <= STRETCH_VALUES);
        status = decide_some(d, values);
    }
    return status;
}

/** Once round: all texts that are open against one tableful of kept ones. */
static syn_status decide_round(deciding *d)
{
    syn_dedup_run *run = d->run;
    syn_sketch sketches[BATCH];
    size_t count = 0;
    syn_status status = syn_roster_sort(run->roster, run->error);
    syn_table_clear(d->table);
    d->full = false;
    if (status == SYN_OK)
        status = syn_roster_new(run->plan->temporary, run->share.roster, SYN_DEDUP_MARK, &d->rest, run->error);
    do {
        if (status == SYN_OK)
            status = syn_roster_next(run->roster, sketches, BATCH, &count, run->error);
        if (status == SYN_OK && count > 0)
            status = decide_batch(d, sketches, count);
    } while (status == SYN_OK && count > 0);
    syn_dedup_spent(run, d->rest);
    syn_roster_free(run->roster);
    run->roster = d->rest;
    d->rest = NULL;
    return status;
}

static syn_status make_room(deciding *d)
{
    const syn_dedup_run *run = d->run;
    const uint64_t fits = run->share.table / 8 * 5 / VALUE_BYTES;
    const uint64_t most = fits < UINT32_MAX ? fits : UINT32_MAX - 1, texts = run->share.table / 4 / TEXT_BYTES;
    uint64_t values = run->value_count, again = 0;
    for (uint32_t w = 0; w < run->worker_count; w++)
        again += run->workers[w].again_count;
    /* A bucket that was seen twice holds no more than two for each time but the first. */
    values = 2 * again < values ? 2 * again : values;
    values = values < most ? values : most;
    d->items = syn_alloc_zero(BATCH, sizeof *d->items);
    d->open = syn_alloc(BATCH, sizeof *d->open);
    if (!d->items || !d->open || syn_table_new(STRETCH_VALUES / 8, BATCH, &d->small) < 0 ||
        syn_table_new(values, run->text_count < texts ? run->text_count : texts, &d->table) < 0)
        return syn_fail_memory(run->error);
    return SYN_OK;
}

static void release(deciding *d)
{
    for (size_t i = 0; d->items && i < BATCH; i++) {
        free(d->items[i].values);
        free(d->items[i].answer.found);
        for (size_t a = 0; a < AHEAD; a++)
            free(d->items[i].ahead[a].found);
    }
    syn_table_free(d->table);
    syn_table_free(d->small);
    free(d->items);
    free(d->open);
}

syn_status syn_dedup_compare(syn_dedup_run *run)
{
    deciding d = {.run = run};
    run->least_permille = least_shingles(run->plan->threshold);
    syn_status status = make_room(&d);
    while (status == SYN_OK && d.done < run->text_count)
        status = decide_round(&d);
    release(&d);
    return status;
}
