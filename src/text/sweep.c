/** What drives the plain part of a sweep, and shingles.
 *
 *  What stops the plain part is read by syn_word_read, one word or character, and the plain part goes on
 *  behind it. The last bytes of a text are copied into a window padded with zeros, so that nobody reads
 *  beyond the text. For shingles a word's hash is added to the sum of all before it as soon as it is made,
 *  where that waits for nothing; a shingle is then the difference of two sums (a prefix hash), taken for a
 *  full batch at once, so that neither hashes nor sums leave the first cache.
 */
#include "text/sweep.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "text/plain.h"
#include "text/sweep_plain.h"
#include "text/word.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/** Words of a batch that is not kept. */
#define SWEEP_BATCH 2048
/** The window holds what the plain part leaves, and goes on for as long as it may look. */
#define SWEEP_WINDOW (2 * SYN_SWEEP_SLACK)

static const uint64_t base = 0x9e3779b97f4a7c15u, mixed = 0xbf58476d1ce4e5b9u;

/** What shingles are made of, from batch to batch. */
typedef struct rolling {
    uint32_t words;          /* of a shingle */
    uint64_t top, bound;     /* base to the power of words */
    uint64_t sum;           
    uint64_t least;          /* fingerprint while none is kept, and where */
    uint32_t least_place;
    size_t seen;             /* words before the batch */
} rolling;

struct syn_sweep {
    syn_sweep_plain *plain;
    syn_fold fold;
    syn_buf word, raw;
    syn_word_reader reader;
    uint64_t *hash;          /* of every word of a text, when asked for; and where it stands */
    uint32_t *begin, *end;
    size_t hash_capacity, begin_capacity, end_capacity;
    bool spans;
    uint64_t *fingerprint;
    uint32_t *place;
    size_t kept, fingerprint_capacity, place_capacity;
    rolling rolling;
    uint64_t replaced_count;
    /* The words of a batch, behind those of the shingle that is still open. */
    uint64_t batch[SYN_SWEEP_MOST_WORDS + SWEEP_BATCH];
    char window[SWEEP_WINDOW];
};

/** Makes room in the batch for the words of one more call. */
typedef syn_status sweep_turn(syn_sweep *sweep, syn_sweep_batch *batch);

bool syn_sweep_has(syn_sweep_way way)
{
#ifdef SYN_SWEEP_HAS_AVX2
    if (way == SYN_SWEEP_AVX2)
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
               __builtin_cpu_supports("popcnt");
#endif
    return way != SYN_SWEEP_AVX2;
}

syn_status syn_sweep_new(syn_sweep_way way, syn_sweep **out)
{
    syn_sweep *sweep = syn_alloc_zero(1, sizeof *sweep);

    if (!sweep)
        return SYN_MEMORY;
    sweep->reader = (syn_word_reader){.fold = &sweep->fold, .word = &sweep->word, .raw = &sweep->raw};
    sweep->plain = syn_sweep_portable;
#ifdef SYN_SWEEP_HAS_AVX2
    if (way != SYN_SWEEP_PORTABLE && syn_sweep_has(SYN_SWEEP_AVX2))
        sweep->plain = syn_sweep_avx2;
#else
    (void)way;
#endif
    *out = sweep;
    return SYN_OK;
}

void syn_sweep_free(syn_sweep *sweep)
{
    if (!sweep)
        return;
    syn_fold_release(&sweep->fold);
    syn_buf_release(&sweep->word);
    syn_buf_release(&sweep->raw);
    free(sweep->hash);
    free(sweep->begin);
    free(sweep->end);
    free(sweep->fingerprint);
    free(sweep->place);
    free(sweep);
}

uint64_t syn_sweep_hash(const char *word, size_t bytes)
{
    char head[SYN_VOCABULARY_SHORT] = {0};

    if (bytes > SYN_VOCABULARY_SHORT)
        return syn_hash(word, bytes);
    memcpy(head, word, bytes);
    return syn_sweep_short(syn_vocabulary_load(head), syn_vocabulary_load(head + 8));
}

uint64_t syn_sweep_bound(double fraction)
{
    if (!(fraction > 0))
        return 0;
    return fraction < 1 ? (uint64_t)(fraction * 18446744073709551616.0) : UINT64_MAX;
}

/** Reads what stands at `at`, a word or a character, whatever it is. */
static size_t sweep_one(syn_sweep *sweep, size_t at, syn_sweep_batch *batch)
{
    syn_word_reader *reader = &sweep->reader;
    syn_glyph g = syn_word_glyph(reader, at, &sweep->replaced_count);
    size_t end;

    if (g.kind < SYN_FOLD_LETTER)
        return at + g.bytes;
    end = syn_word_read(reader, at, g);
    if (reader->canonical_bytes > 0)
        syn_sweep_batch_add(batch, syn_sweep_hash(reader->canonical, reader->canonical_bytes), at, end);
    return end;
}

/** Reads what stands at `at`, and goes on for as long as no plain word can follow. */
static size_t sweep_step(syn_sweep *sweep, size_t at, syn_sweep_batch *batch)
{
    const unsigned char *text = (const unsigned char *)sweep->reader.text;
    size_t count = sweep->reader.count;

    do {
        at = sweep_one(sweep, at, batch);
        while (at < count && syn_plain_start(text[at]) == 0)
            ++at;
    } while (at < count && text[at] >= 0x80 && batch->count < batch->capacity);
    return at;
}

/** Plain words from `at` on; *window is where the window begins, once the text's end is in it. */
static size_t sweep_plain(syn_sweep *sweep, size_t at, size_t *window, syn_sweep_batch *batch)
{
    const syn_word_reader *reader = &sweep->reader;
    size_t left = reader->count - at;

    if (left >= SYN_SWEEP_SLACK)
        return sweep->plain(reader->text, at, reader->count, batch);
    if (*window == SIZE_MAX) {
        *window = at;
        memcpy(sweep->window, reader->text + at, left);
        memset(sweep->window + left, 0, sizeof sweep->window - left);
    }
    batch->offset = (uint32_t)*window;
    at = *window + sweep->plain(sweep->window, at - *window, sizeof sweep->window, batch);
    batch->offset = 0;
    return at < reader->count ? at : reader->count;
}

/** After a failure: buffers and table begin anew. */
static void sweep_forget(syn_sweep *sweep)
{
    syn_fold_release(&sweep->fold);
    syn_buf_release(&sweep->word);
    syn_buf_release(&sweep->raw);
    sweep->reader.failed = false;
}

static syn_status sweep_all(syn_sweep *sweep, const char *text, size_t bytes, syn_sweep_batch *batch, sweep_turn *turn)
{
    size_t at = 0, window = SIZE_MAX;
    syn_status status = SYN_OK;

    sweep->reader.text = text;
    sweep->reader.count = bytes;
    sweep->replaced_count = 0;
    while (at < bytes && status == SYN_OK) {
        bool last = bytes - at < SYN_SWEEP_SLACK;
        if (batch->capacity - batch->count < SYN_SWEEP_ROOM)
            status = turn(sweep, batch);
        if (status < 0)
            break; /* some of the arrays may have moved already */
        at = sweep_plain(sweep, at, &window, batch);
        if (at == bytes || batch->capacity - batch->count < SYN_SWEEP_ROOM || (!last && bytes - at < SYN_SWEEP_SLACK))
            continue;
        at = sweep_step(sweep, at, batch);
        if (sweep->reader.failed || sweep->fold.failed)
            status = SYN_MEMORY;
    }
    if (status < 0)
        sweep_forget(sweep);
    return status;
}

/** Lets the arrays of all words grow. */
static syn_status words_turn(syn_sweep *sweep, syn_sweep_batch *batch)
{
    size_t need = batch->count + SWEEP_BATCH;

    if (!syn_alloc_room((void **)&sweep->hash, &sweep->hash_capacity, need, sizeof *sweep->hash))
        return SYN_MEMORY;
    batch->hash = sweep->hash;
    batch->capacity = sweep->hash_capacity;
    if (!sweep->spans)
        return SYN_OK;
    if (!syn_alloc_room((void **)&sweep->begin, &sweep->begin_capacity, need, sizeof *sweep->begin) ||
        !syn_alloc_room((void **)&sweep->end, &sweep->end_capacity, need, sizeof *sweep->end))
        return SYN_MEMORY;
    batch->begin = sweep->begin;
    batch->end = sweep->end;
    if (batch->capacity > sweep->begin_capacity)
        batch->capacity = sweep->begin_capacity;
    if (batch->capacity > sweep->end_capacity)
        batch->capacity = sweep->end_capacity;
    return SYN_OK;
}

syn_status syn_sweep_words(syn_sweep *sweep, const char *text, size_t bytes, bool spans, syn_swept *out)
{
    syn_sweep_batch batch = {0};
    syn_status status;

    if (bytes > UINT32_MAX)
        return SYN_LIMIT;
    sweep->spans = spans;
    status = words_turn(sweep, &batch);
    if (status == SYN_OK)
        status = sweep_all(sweep, text, bytes, &batch, words_turn);
    if (status == SYN_OK)
        *out = (syn_swept){.hash = batch.hash, .begin = batch.begin, .end = batch.end, .count = batch.count,
                           .replaced_count = sweep->replaced_count};
    return status;
}

/** Spreads a sum over the high bits, which the bound looks at. */
static inline uint64_t shingle_mix(uint64_t sum)
{
    sum = (sum ^ sum >> 32) * mixed;
    return sum ^ sum >> 32;
}

/** Keeps the small ones of the shingles that end with words [first, count) of a batch of sums. */
static size_t shingles_keep(const rolling *r, const uint64_t *sum, size_t first, size_t count, syn_sweep *sweep)
{
    const uint64_t top = r->top, bound = r->bound;
    uint64_t *fingerprint = sweep->fingerprint;
    uint32_t *place = sweep->place, from = (uint32_t)(r->seen + 1 - r->words);
    size_t kept = sweep->kept;

    for (size_t i = first; i < count; ++i) {
        uint64_t f = shingle_mix(sum[i] - top * sum[i - r->words]);
        fingerprint[kept] = f;
        place[kept] = from + (uint32_t)i;
        kept += f <= bound;
    }
    return kept;
}

/** Finds the smallest of the shingles that shingles_keep keeps none of. */
static void shingles_least(rolling *r, const uint64_t *sum, size_t first, size_t count)
{
    for (size_t i = first; i < count; ++i) {
        uint64_t f = shingle_mix(sum[i] - r->top * sum[i - r->words]);
        if (f >= r->least)
            continue;
        r->least = f;
        r->least_place = (uint32_t)(r->seen + 1 - r->words + i);
    }
}

/** Makes shingles of a batch, and empties it. */
static syn_status shingles_turn(syn_sweep *sweep, syn_sweep_batch *batch)
{
    size_t need = sweep->kept + batch->count + 1, first;
    rolling *r = &sweep->rolling;

    if (!syn_alloc_room((void **)&sweep->fingerprint, &sweep->fingerprint_capacity, need, sizeof *sweep->fingerprint) ||
        !syn_alloc_room((void **)&sweep->place, &sweep->place_capacity, need, sizeof *sweep->place))
        return SYN_MEMORY;
    first = r->seen + 1 < r->words ? r->words - 1 - r->seen : 0;
    sweep->kept = shingles_keep(r, batch->hash, first, batch->count, sweep);
    if (sweep->kept == 0)
        shingles_least(r, batch->hash, first, batch->count);
    r->seen += batch->count;
    r->sum = batch->sum;
    memmove(sweep->batch, sweep->batch + batch->count, SYN_SWEEP_MOST_WORDS * sizeof *sweep->batch);
    batch->count = 0;
    return SYN_OK;
}

/** A text that kept nothing keeps its smallest shingle, or all its words as one. */
static void shingles_end(syn_sweep *sweep)
{
    rolling *r = &sweep->rolling;

    if (sweep->kept > 0 || r->seen == 0)
        return;
    sweep->fingerprint[0] = r->seen < r->words ? shingle_mix(r->sum) : r->least;
    sweep->place[0] = r->seen < r->words ? 0 : r->least_place;
    sweep->kept = 1;
}

syn_status syn_sweep_shingles(syn_sweep *sweep, const char *text, size_t bytes, uint32_t shingle_words, uint64_t bound,
                              syn_sampled *out)
{
    syn_sweep_batch batch = {.hash = sweep->batch + SYN_SWEEP_MOST_WORDS, .base = base, .capacity = SWEEP_BATCH};
    rolling *r = &sweep->rolling;
    syn_status status;

    assert(shingle_words >= 1 && shingle_words <= SYN_SWEEP_MOST_WORDS);
    if (bytes > UINT32_MAX)
        return SYN_LIMIT;
    *r = (rolling){.words = shingle_words, .top = 1, .bound = bound, .least = UINT64_MAX};
    for (uint32_t i = 0; i < shingle_words; ++i)
        r->top *= base;
    memset(sweep->batch, 0, SYN_SWEEP_MOST_WORDS * sizeof *sweep->batch);
    sweep->kept = 0;
    status = sweep_all(sweep, text, bytes, &batch, shingles_turn);
    if (status == SYN_OK)
        status = shingles_turn(sweep, &batch);
    if (status < 0)
        return status;
    shingles_end(sweep);
    *out = (syn_sampled){.fingerprint = sweep->fingerprint, .place = sweep->place, .count = sweep->kept,
                         .word_count = r->seen, .whole = r->seen ? syn_hash_mix(r->sum) : 0,
                         .replaced_count = sweep->replaced_count};
    return SYN_OK;
}
