/** cover.c, built so that a test can make its hashes weak: then other words have the same ones, as they have one time
 *  in 2^64 otherwise.
 *
 *      weak_bits = 7;                   // of each word's hash these bits are kept
 *      syn_cover_set(cover, text, bytes);
 *      weak_bits = UINT64_MAX;          // as it is
 *
 *  Included by one file of a program, in place of the library's cover.c.
 */
#ifndef TESTS_SUPPORT_WEAK_COVER_H
#define TESTS_SUPPORT_WEAK_COVER_H

#include "text/sweep.h"

static uint64_t weak_bits = UINT64_MAX;

static syn_status weak_sweep_words(syn_sweep *sweep, const char *text, size_t bytes, bool spans, syn_swept *out)
{
    syn_status status = syn_sweep_words(sweep, text, bytes, spans, out);
    uint64_t *hash = status < 0 || weak_bits == UINT64_MAX ? NULL : (uint64_t *)out->hash;

    for (size_t i = 0; hash && i < out->count; ++i)
        hash[i] &= weak_bits;
    return status;
}

#define syn_sweep_words weak_sweep_words
#include "dedup/cover.c"
#undef syn_sweep_words

#endif
