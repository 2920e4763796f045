/* The sink that packs: what is written comes back, in whatever pieces it was, and failures stick. */
#include "syndic/report.h"

#include "base/buf.h"
#include "ingest/inflate.h"

#include "../support/oom.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const syn_packing packings[] = {SYN_PACKING_NONE, SYN_PACKING_GZIP, SYN_PACKING_ZSTD};
enum { packing_count = sizeof packings / sizeof *packings, MOST_BYTES = 700000 };

typedef struct taken {
    syn_buf bytes;
    size_t room; /* what is more than that fails */
} taken;

static syn_status take(void *context, const void *bytes, size_t count)
{
    taken *t = context;
    if (count > t->room)
        return SYN_IO;
    t->room -= count;
    syn_buf_add(&t->bytes, bytes, count);
    return t->bytes.failed ? SYN_MEMORY : SYN_OK;
}

static char text[MOST_BYTES];

static void fill(void)
{
    uint32_t state = 1;
    for (size_t i = 0; i < MOST_BYTES; i++) {
        state = state * 1664525u + 1013904223u;
        text[i] = (char)('a' + (state >> 24) % 20);
    }
}

/** Packs so many bytes in pieces of that size. */
static syn_status pack(syn_packing packing, size_t count, size_t piece, taken *out)
{
    syn_sink sink = {.write = take, .context = out};
    syn_packed *packed = NULL;
    syn_error error;
    syn_status status = syn_packed_new(&sink, packing, &packed, &error);
    for (size_t at = 0; at < count && status == SYN_OK; at += piece) {
        const syn_sink *to = syn_packed_sink(packed);
        status = to->write(to->context, text + at, count - at < piece ? count - at : piece);
    }
    const bool failed = status < 0;
    if (packed && (status = syn_packed_end(packed)) == SYN_OK)
        cr_assert(!failed, "a failure did not stick");
    syn_packed_free(packed);
    return status;
}

Test(packed, endings_ask_for_it)
{
    cr_assert_eq(syn_packing_of("a.jsonl.gz"), SYN_PACKING_GZIP);
    cr_assert_eq(syn_packing_of("a.zst"), SYN_PACKING_ZSTD);
    cr_assert_eq(syn_packing_of("a.jsonl"), SYN_PACKING_NONE);
    cr_assert_eq(syn_packing_of(".gz"), SYN_PACKING_NONE);
    cr_assert_eq(syn_packing_of("-"), SYN_PACKING_NONE);
    cr_assert_eq(syn_packing_of(""), SYN_PACKING_NONE);
}

Test(packed, comes_back_as_it_was, .init = fill)
{
    static const size_t counts[] = {0, 1, 131071, 131072, 131073, MOST_BYTES};
    for (size_t p = 0; p < packing_count; p++)
        for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
            taken out = {.room = SIZE_MAX};
            syn_error error;
            cr_assert_eq(pack(packings[p], counts[i], 5000, &out), SYN_OK);
            syn_bytes bytes = {.at = malloc(out.bytes.len + 1), .count = out.bytes.len};
            if (out.bytes.len > 0)
                memcpy(bytes.at, out.bytes.bytes, out.bytes.len);
            if (packings[p] != SYN_PACKING_NONE)
                cr_assert_eq(syn_inflate("a", &bytes, &error), SYN_OK, "%s", error.message);
            cr_assert_eq(bytes.count, counts[i]);
            cr_assert(counts[i] == 0 || memcmp(bytes.at, text, counts[i]) == 0);
            syn_bytes_release(&bytes);
            syn_buf_release(&out.bytes);
        }
}

Test(packed, pieces_do_not_show, .init = fill)
{
    for (size_t p = 0; p < packing_count; p++) {
        taken whole = {.room = SIZE_MAX};
        static const size_t pieces[] = {777, 131072, 200001};
        cr_assert_eq(pack(packings[p], MOST_BYTES, MOST_BYTES, &whole), SYN_OK);
        for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
            taken out = {.room = SIZE_MAX};
            cr_assert_eq(pack(packings[p], MOST_BYTES, pieces[i], &out), SYN_OK);
            cr_assert_eq(out.bytes.len, whole.bytes.len);
            cr_assert_eq(memcmp(out.bytes.bytes, whole.bytes.bytes, whole.bytes.len), 0);
            syn_buf_release(&out.bytes);
        }
        syn_buf_release(&whole.bytes);
    }
}

Test(packed, a_sink_that_fails_is_told, .init = fill)
{
    for (size_t p = 0; p < packing_count; p++)
        for (size_t room = 0; room < 400000; room += 100000) {
            taken out = {.room = room};
            cr_assert_eq(pack(packings[p], MOST_BYTES, 5000, &out), SYN_IO);
            syn_buf_release(&out.bytes);
        }
}

Test(packed, memory_that_fails_is_told, .init = fill)
{
    for (size_t p = 0; p < packing_count; p++)
        for (long n = 0; n == 0 || oom_struck(); n++) {
            taken out = {.room = SIZE_MAX};
            oom_after(n);
            const syn_status status = pack(packings[p], 1000, 1000, &out);
            oom_never();
            cr_assert_eq(status, oom_struck() ? SYN_MEMORY : SYN_OK);
            syn_buf_release(&out.bytes);
        }
}
