/* How fast texts become sketches, apart from all else: plain text in memory, cut into texts of about so many bytes, on so many
 * threads.
 *
 *      sketches FILE [THREADS [BYTES]]
 *
 * Prints GB/s of the best of five rounds, for the sweep alone and for sketches. Linked with the library's inner archive:
 *
 *      cc -O2 -std=c11 -D_GNU_SOURCE -Iinclude -Isrc bench/sketches.c BUILD/libsyndic-core.a $(pkg-config --libs libxxhash \
 *          libutf8proc json-c zlib libzstd lmdb libcrypto) -ldivsufsort -lpthread
 */
#include "base/file.h"
#include "base/pool.h"
#include "dedup/sketch.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct measuring {
    const char *text;
    size_t *edges, count;   /* of texts */
    syn_sweep *sweeps[64];
    syn_sketch_room rooms[64];
    bool sketches;
} measuring;

static void make(void *context, uint32_t worker, size_t item)
{
    measuring *m = context;
    for (size_t i = 64 * item; i < 64 * (item + 1) && i < m->count; i++) {
        const char *text = m->text + m->edges[i];
        const size_t bytes = m->edges[i + 1] - m->edges[i];
        syn_sketch sketch;
        syn_sampled sampled;
        if (m->sketches)
            syn_sketch_make(m->sweeps[worker], text, bytes, &m->rooms[worker], &sketch);
        else
            syn_sweep_shingles(m->sweeps[worker], text, bytes, SYN_SKETCH_SHINGLE_WORDS, syn_sweep_bound(1.0 / 8), &sampled);
    }
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv)
{
    const uint32_t threads = argc > 2 ? (uint32_t)atoi(argv[2]) : 2;
    const size_t bytes = argc > 3 ? (size_t)atol(argv[3]) : 3000;
    syn_bytes file = {0};
    syn_error error = {0};
    syn_pool *pool = NULL;
    measuring m = {0};
    if (argc < 2 || threads > 64 || syn_file_read(argv[1], &file, &error) < 0 || syn_pool_new(threads, &pool) < 0)
        return fprintf(stderr, "sketches: %s\n", *error.message ? error.message : "usage: sketches FILE [THREADS [BYTES]]"), 2;
    m.text = file.at;
    m.edges = calloc(file.count / bytes + 3, sizeof *m.edges);
    for (size_t at = 0; m.edges && at < file.count; m.edges[++m.count] = at)
        for (at = at + bytes < file.count ? at + bytes : file.count; at < file.count && file.at[at] != ' ';)
            at++;
    for (uint32_t w = 0; w < threads; w++)
        syn_sweep_new(SYN_SWEEP_BEST, &m.sweeps[w]);
    for (int way = 0; way < 2; way++) {
        double best = 1e9;
        m.sketches = way;
        for (int round = 0; round < 5; round++) {
            const double begin = seconds();
            syn_pool_run(pool, m.count / 64 + 1, make, &m);
            best = seconds() - begin < best ? seconds() - begin : best;
        }
        printf("%-8s %.2f GB/s, %u threads, %zu texts\n", way ? "sketch" : "sweep", (double)file.count / best / 1e9, threads,
               m.count);
    }
    return 0;
}
