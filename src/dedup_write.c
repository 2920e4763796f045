/* The way out, in the order of the input. Side by side, what is not written as it was found is made: records that were
 * cut or marked, and lines of the log. Then all goes out one after the other; records that lie behind one another in a
 * file and stay as they are go in one piece. */
#include "dedup.h"

#include "base/alloc.h"
#include "base/error.h"
#include "dedup_log.h"
#include "ingest/revise.h"

#include <stdlib.h>

enum {
    BATCH = 1024,
    STRETCH_WORDS = 1 << 20, /* of records that are made anew at once, but for one */
    PIECE_BYTES = 1 << 20,
    KEPT_BYTES = 64 << 10    /* a buffer that has grown beyond that is given back */
};

typedef enum outcome { AS_FOUND, LEFT /* for it cannot be rewritten */, REVISED, GONE } outcome;

typedef struct writing {
    syn_dedup_run *run;
    uint64_t first;
    size_t count;
    syn_verdict verdicts[BATCH];
    outcome outcomes[BATCH];
    syn_buf out[BATCH], log[BATCH];
    syn_again lines;
} writing;

static const char *text_field(const syn_dedup_run *run)
{
    return run->options.field_text ? run->options.field_text : "text";
}

static outcome decide(const syn_dedup_run *run, const syn_verdict *v)
{
    const bool dropped = v->kept != SYN_VERDICT_KEPT, touched = dropped || v->span_count > 0;
    if (!touched)
        return AS_FOUND;
    return dropped && !run->plan->mark ? GONE : REVISED;
}

static bool cut_record(const syn_dedup_run *run, const syn_logging *l, syn_buf *out)
{
    const syn_record *record = &l->own->record;
    syn_span_bytes *spans = syn_alloc(l->verdict->span_count, sizeof *spans);
    out->failed |= !spans;
    for (uint32_t i = 0; spans && i < l->verdict->span_count; i++)
        spans[i] = (syn_span_bytes){l->found[i].begin, l->found[i].end};
    const bool done = spans && syn_revise_cut(record->bytes, record->count, text_field(run), spans,
                                              l->verdict->span_count, out);
    free(spans);
    return done;
}

/** The record as it goes out; `*done` is false for one that is read, but is written so loosely that it cannot be
 *  rewritten. */
static syn_status revise(const syn_dedup_run *run, const syn_logging *l, syn_buf *marks, syn_buf *out, bool *done)
{
    const syn_record *record = &l->own->record;
    syn_status status = SYN_OK;
    if (run->plan->mark) {
        syn_buf_clear(marks);
        status = syn_log_mark(l, marks);
        *done = status == SYN_OK && !marks->failed &&
                syn_revise_add(record->bytes, record->count, "syndic", marks->bytes, out);
    } else {
        *done = cut_record(run, l, out);
    }
    syn_buf_add(out, "\n", 1);
    return status == SYN_OK && (out->failed || marks->failed) ? SYN_MEMORY : status;
}

static void make_item(void *context, uint32_t number, size_t i)
{
    writing *w = context;
    syn_dedup_run *run = w->run;
    syn_dedup_worker *worker = &run->workers[number];
    const syn_verdict *v = &w->verdicts[i];
    syn_error error = {0};
    syn_found *found = NULL;
    w->outcomes[i] = decide(run, v);
    syn_buf_clear(&w->out[i]);
    syn_buf_clear(&w->log[i]);
    const bool logs = run->plan->log;
    if (worker->status < 0 || w->outcomes[i] == AS_FOUND || (w->outcomes[i] == GONE && !logs))
        return;
    syn_status status = syn_texts_read(run->texts, w->first + i, false, &worker->own, &error);
    syn_logging l = {.run = run, .verdict = v, .own = &worker->own, .other = &worker->other, .error = &error,
                     .field_text = text_field(run)};
    if (status == SYN_OK) {
        found = syn_alloc(v->span_count + 1, sizeof *found);
        status = found ? syn_column_get(&run->spans, v->span_at, v->span_count, found, &error) : SYN_MEMORY;
        l.found = found;
    }
    bool done = true;
    if (status == SYN_OK && w->outcomes[i] == REVISED)
        status = revise(run, &l, &worker->marks, &w->out[i], &done);
    if (status == SYN_OK && logs && (done || v->kept != SYN_VERDICT_KEPT))
        status = syn_log_lines(&l, &w->log[i]);
    w->outcomes[i] = done ? w->outcomes[i] : LEFT;
    free(found);
    syn_dedup_note(worker, status, &error);
}

/* One after the other */

static syn_status put(const syn_dedup_run *run, const syn_sink *sink, const void *bytes, size_t count)
{
    if (!sink || count == 0)
        return SYN_OK;
    const syn_status status = sink->write(sink->context, bytes, count);
    return status < 0 ? syn_fail(run->error, status, "the output could not be written (make room, or write elsewhere)")
                      : SYN_OK;
}

/** Records from `i` on that go out as they were found, up to `end`. */
static syn_status put_found(writing *w, size_t i, size_t end)
{
    syn_dedup_run *run = w->run;
    syn_status status = SYN_OK;
    while (i < end && status == SYN_OK) {
        uint64_t taken = 0;
        status = syn_texts_lines(run->texts, w->first + i, end - i, PIECE_BYTES, &taken, &w->lines, run->error);
        if (status == SYN_OK)
            status = put(run, run->plan->out, w->lines.record.bytes, w->lines.record.count);
        i += taken;
    }
    return status;
}

static bool is_found(outcome o)
{
    return o == AS_FOUND || o == LEFT;
}

static syn_status put_batch(writing *w)
{
    const syn_dedup_run *run = w->run;
    syn_status status = SYN_OK;
    for (size_t i = 0, next; i < w->count && status == SYN_OK; i = next) {
        next = i + 1;
        run->summary->left_odd += w->outcomes[i] == LEFT;
        status = put(run, run->plan->log, w->log[i].bytes, w->log[i].len);
        while (is_found(w->outcomes[i]) && next < w->count && w->outcomes[next] == AS_FOUND)
            next++;
        if (status == SYN_OK && is_found(w->outcomes[i]))
            status = run->plan->out ? put_found(w, i, next) : SYN_OK;
        else if (status == SYN_OK && w->outcomes[i] == REVISED)
            status = put(run, run->plan->out, w->out[i].bytes, w->out[i].len);
    }
    return status;
}

static void empty(syn_buf *buf)
{
    if (buf->capacity > KEPT_BYTES)
        syn_buf_release(buf);
}

/** How many of `count` verdicts are worked on together: what is made of a record waits in memory until its turn
 *  comes. */
static size_t measure(const syn_dedup_run *run, const syn_verdict *verdicts, size_t count)
{
    uint64_t words = 0;
    for (size_t i = 0; i < count; i++) {
        words += decide(run, &verdicts[i]) == AS_FOUND ? 0 : verdicts[i].words;
        if (words > STRETCH_WORDS)
            return i > 0 ? i : 1;
    }
    return count;
}

static syn_status write_batch(writing *w)
{
    syn_dedup_run *run = w->run;
    syn_pool_run(run->pool, w->count, make_item, w);
    syn_status status = syn_dedup_settle(run);
    if (status == SYN_OK)
        status = put_batch(w);
    for (size_t i = 0; i < w->count; i++) {
        empty(&w->out[i]);
        empty(&w->log[i]);
    }
    return status;
}

static syn_status write_all(writing *w)
{
    syn_dedup_run *run = w->run;
    syn_status status = SYN_OK;
    for (; w->first < run->text_count && status == SYN_OK; w->first += w->count) {
        const uint64_t left = run->text_count - w->first;
        w->count = left < BATCH ? left : BATCH;
        status = syn_column_get(&run->verdicts, w->first, w->count, w->verdicts, run->error);
        if (status < 0)
            break;
        w->count = measure(run, w->verdicts, w->count);
        status = write_batch(w);
        syn_tally_set(&run->tally, w->first + w->count - run->reference_count);
    }
    return status;
}

syn_status syn_dedup_write(syn_dedup_run *run)
{
    writing *w = syn_alloc_zero(1, sizeof *w);
    if (!w)
        return syn_fail_memory(run->error);
    w->run = run;
    w->first = run->reference_count;
    syn_tally_begin(&run->tally, "write", SYN_TEXTS, run->text_count - run->reference_count);
    const syn_status status = run->plan->out || run->plan->log ? write_all(w) : SYN_OK;
    for (size_t i = 0; i < BATCH; i++) {
        syn_buf_release(&w->out[i]);
        syn_buf_release(&w->log[i]);
    }
    syn_again_release(&w->lines);
    free(w);
    return status;
}
