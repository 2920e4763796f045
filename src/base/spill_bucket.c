/* The memory's front is chunks, taken as buckets grow; what is left behind them must always do for sorting the largest
 * bucket: its words, as many spare ones, and a little. So even one key in all postings stays within the memory. */
#include "base/spill_bucket.h"

#include "base/alloc.h"
#include "base/sort.h"
#include "base/spill_run.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    LEAST_PLACE_BITS = 32,
    LEAST_CHUNK = 8,
    MOST_CHUNK = 4096,      /* words */
    SLOT_EXTRA = 64,        /* words: headers of blocks when a bucket has few postings */
    PAGE_POSTINGS = 2048
};

/* A word has place_bits, and the key's bits below the bucket's. */
static uint32_t bucket_count_of(uint32_t place_bits)
{
    return 1u << (place_bits + SYN_POSTING_BITS - 64);
}

syn_status syn_buckets_init(syn_buckets *buckets, size_t memory_bytes, syn_pool *pool)
{
    *buckets = (syn_buckets){.pool = pool, .word_count = memory_bytes / sizeof(uint64_t)};
    buckets->words = syn_alloc_zero(buckets->word_count, sizeof *buckets->words); /* pages that are not used stay untouched */
    const syn_status status = buckets->words ? syn_buckets_clear(buckets, LEAST_PLACE_BITS) : SYN_MEMORY;
    if (status < 0)
        syn_buckets_release(buckets);
    return status;
}

void syn_buckets_release(syn_buckets *buckets)
{
    free(buckets->words);
    free(buckets->buckets);
    *buckets = (syn_buckets){0};
}

syn_status syn_buckets_clear(syn_buckets *buckets, uint32_t place_bits)
{
    const uint32_t count = bucket_count_of(place_bits);

    if (count != buckets->bucket_count) {
        syn_bucket *made = syn_alloc(count, sizeof *made);
        if (!made)
            return SYN_MEMORY;
        free(buckets->buckets);
        buckets->buckets = made;
        buckets->bucket_count = count;
        buckets->place_bits = place_bits;
    }
    memset(buckets->buckets, 0, count * sizeof *buckets->buckets);
    /* Half a chunk of each bucket stays empty: a sixteenth of all. */
    buckets->chunk_words = buckets->word_count / (8 * (size_t)count);
    if (buckets->chunk_words < LEAST_CHUNK)
        buckets->chunk_words = LEAST_CHUNK;
    if (buckets->chunk_words > MOST_CHUNK)
        buckets->chunk_words = MOST_CHUNK;
    buckets->chunk_count = buckets->largest = buckets->slot_count = 0;
    buckets->count = buckets->last_place = 0;
    buckets->next = 0;
    buckets->rising = true;
    return SYN_OK;
}

static size_t sorting_words(size_t count)
{
    return 2 * count + SLOT_EXTRA;
}

/* Gives a bucket one more chunk, unless sorting would then lack room. */
static bool grow(syn_buckets *buckets, syn_bucket *bucket)
{
    const size_t chunk_words = buckets->chunk_words, largest = bucket->count + chunk_words;
    size_t spare = sorting_words(largest > buckets->largest ? largest : buckets->largest);

    if (spare < buckets->word_count / 8)
        spare = buckets->word_count / 8;
    if ((buckets->chunk_count + 1) * chunk_words + spare > buckets->word_count || buckets->chunk_count == UINT32_MAX)
        return false;
    if (largest > buckets->largest)
        buckets->largest = largest;
    const uint32_t chunk = (uint32_t)buckets->chunk_count++;
    if (bucket->count == 0)
        bucket->first = chunk;
    else
        buckets->words[bucket->last * chunk_words] = chunk;
    bucket->last = chunk;
    bucket->fill = 1;
    return true;
}

bool syn_buckets_add(syn_buckets *buckets, const syn_posting *posting)
{
    const uint32_t place_bits = buckets->place_bits;
    syn_bucket *bucket = &buckets->buckets[posting->key >> (64 - place_bits)];

    if ((bucket->count == 0 || bucket->fill == buckets->chunk_words) && !grow(buckets, bucket))
        return false;
    buckets->words[bucket->last * buckets->chunk_words + bucket->fill++] = posting->key << place_bits | posting->place;
    bucket->count++;
    buckets->count++;
    buckets->rising &= posting->place >= buckets->last_place;
    buckets->last_place = posting->place;
    return true;
}

static void gather(const syn_buckets *buckets, const syn_bucket *bucket, uint64_t *out)
{
    uint64_t left = bucket->count;

    for (uint64_t chunk = bucket->first; left > 0; ) {
        const uint64_t *words = buckets->words + chunk * buckets->chunk_words;
        const size_t here = left < buckets->chunk_words - 1 ? left : buckets->chunk_words - 1;
        memcpy(out, words + 1, here * sizeof *out);
        out += here;
        left -= here;
        chunk = words[0];
    }
}

/* Postings take less than their words: of n in a bucket the keys' gaps have log2(n) bits less than the keys, and what a
 * block adds is in SLOT_EXTRA when there are few. */
static void pack(const syn_buckets *buckets, syn_bucket_slot *slot)
{
    const size_t room = (slot->count + SLOT_EXTRA) * sizeof(uint64_t);
    syn_posting page[PAGE_POSTINGS];

    for (size_t done = 0, packed; done < slot->count; done += packed) {
        const size_t left = slot->count - done, count = left < PAGE_POSTINGS ? left : PAGE_POSTINGS;
        for (size_t i = 0; i < count; i++)
            page[i] = syn_bucket_posting(buckets, slot->bucket, slot->words[done + i]);
        assert(room - slot->byte_count >= SYN_RUN_FRAME + 64);
        slot->byte_count += syn_spill_run_pack(page, count, buckets->mark, slot->bytes + slot->byte_count,
                                         room - slot->byte_count, &packed);
    }
}

static void slot_make(void *context, uint32_t worker, size_t item)
{
    const syn_buckets *buckets = context;
    syn_bucket_slot *slot = &((syn_buckets *)context)->slots[item];
    uint64_t *spare = slot->words + slot->count;

    (void)worker;
    gather(buckets, &buckets->buckets[slot->bucket], slot->words);
    syn_sort_u64(slot->words, spare, slot->count, buckets->rising ? buckets->place_bits : 0, 64);
    slot->bytes = (unsigned char *)spare;
    if (buckets->packs)
        pack(buckets, slot);
}

size_t syn_buckets_sort(syn_buckets *buckets, uint64_t mark, bool packs)
{
    size_t used = buckets->chunk_count * buckets->chunk_words;

    buckets->mark = mark;
    buckets->packs = packs;
    buckets->slot_count = 0;
    for (; buckets->next < buckets->bucket_count && buckets->slot_count < SYN_BUCKET_SLOTS; buckets->next++) {
        const size_t count = buckets->buckets[buckets->next].count;
        if (count == 0)
            continue;
        if (used + sorting_words(count) > buckets->word_count)
            break;
        buckets->slots[buckets->slot_count++] =
            (syn_bucket_slot){.bucket = buckets->next, .count = count, .words = buckets->words + used};
        used += sorting_words(count);
    }
    if (buckets->pool)
        syn_pool_run(buckets->pool, buckets->slot_count, slot_make, buckets);
    else
        for (size_t i = 0; i < buckets->slot_count; i++)
            slot_make(buckets, 0, i);
    return buckets->slot_count;
}
