/* The way out: a result's JSON is put together by all workers and handed on in order. Memory holds a
 * round of pieces at a time, never the whole. */
#include "base/alloc.h"
#include "base/error.h"
#include "base/pool.h"
#include "report/json.h"
#include "syndic/report.h"

#include <stdlib.h>

enum { pieces_each = 8 /* pieces a worker gets in a round */ };

typedef struct writing {
    const syn_result_view *view;
    syn_buf *bufs;
    size_t first;
} writing;

static void write_piece(void *context, uint32_t w, size_t i)
{
    writing *x = context;
    (void)w;
    syn_buf_clear(&x->bufs[i]);
    syn_json_piece(x->view, x->first + i, &x->bufs[i]);
}

static syn_status hand_on(const syn_buf *buf, const syn_sink *sink)
{
    if (buf->failed)
        return SYN_MEMORY;
    return buf->len > 0 ? sink->write(sink->context, buf->bytes, buf->len) : SYN_OK;
}

static syn_status write_all(writing *x, syn_pool *pool, size_t round, const syn_sink *sink)
{
    const size_t count = syn_json_pieces(x->view);
    syn_status status = SYN_OK;
    for (x->first = 0; x->first < count && status == SYN_OK; x->first += round) {
        size_t items = count - x->first < round ? count - x->first : round;
        syn_pool_run(pool, items, write_piece, x);
        for (size_t i = 0; i < items && status == SYN_OK; i++)
            status = hand_on(&x->bufs[i], sink);
    }
    return status;
}

syn_status syn_report_json(const syn_result *result, const syn_sink *sink, syn_error *error)
{
    writing x = {.view = syn_result_get(result)};
    const size_t round = (size_t)x.view->options->thread_count * pieces_each;
    syn_pool *pool = NULL;
    syn_status status = syn_pool_new(x.view->options->thread_count, &pool);
    x.bufs = syn_alloc_zero(round, sizeof *x.bufs);
    if (status == SYN_OK)
        status = x.bufs == NULL ? SYN_MEMORY : write_all(&x, pool, round, sink);
    for (size_t i = 0; x.bufs != NULL && i < round; i++)
        syn_buf_release(&x.bufs[i]);
    free(x.bufs);
    syn_pool_free(pool);
    if (status == SYN_MEMORY)
        return syn_fail_memory(error);
    if (status != SYN_OK)
        return syn_fail(error, status, "report: could not be written in full (see where it was sent)");
    return SYN_OK;
}
