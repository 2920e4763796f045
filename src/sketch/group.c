#include "sketch/group.h"

#include "base/alloc.h"
#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

enum {
    batch_words = 1 << 18,  /* enough work to hide the cost of handing it out */
    block_bits = 8,
    filter_least = 8,
    filter_most = 20        /* two bits a slot: 256 KiB, which stays in the second-level cache */
};

static uint32_t count_batches(const syn_group_text *texts, uint32_t document_count, syn_group_batch *out)
{
    uint32_t batches = 0;
    uint64_t words = batch_words;
    for (uint32_t d = 0; d < document_count; d++) {
        if (words >= batch_words) {
            if (out != NULL)
                out[batches].document_first = d;
            batches++;
            words = 0;
        }
        if (out != NULL)
            out[batches - 1].document_count++;
        words += texts[d].count + 1u;
    }
    return batches;
}

static void index_words(syn_group *group)
{
    uint32_t block = 0;
    for (uint32_t d = 0; d < group->document_count; d++) {
        group->first_word[d + 1] = group->first_word[d] + group->texts[d].count;
        for (; (uint64_t)block << block_bits < group->first_word[d + 1]; block++)
            group->block_document[block] = d;
    }
}

syn_status syn_group_init(syn_group *group, const syn_sketch *sketch, const syn_group_text *texts,
                          uint32_t document_count)
{
    uint64_t words = 0;
    for (uint32_t d = 0; d < document_count; d++)
        words += texts[d].count;
    if (words >= UINT32_MAX)
        return SYN_LIMIT;
    *group = (syn_group){.sketch = *sketch, .texts = texts, .document_count = document_count};
    group->batch_count = count_batches(texts, document_count, NULL);
    group->first_word = syn_alloc_zero((size_t)document_count + 1, sizeof *group->first_word);
    group->block_document = syn_alloc((size_t)(words >> block_bits) + 1, sizeof *group->block_document);
    group->batches = syn_alloc_zero(group->batch_count, sizeof *group->batches);
    if (group->first_word == NULL || group->block_document == NULL || group->batches == NULL ||
        syn_marks_init(&group->marks, words) < 0) {
        syn_group_release(group);
        return SYN_MEMORY;
    }
    count_batches(texts, document_count, group->batches);
    index_words(group);
    return SYN_OK;
}

void syn_group_release(syn_group *group)
{
    for (uint32_t b = 0; b < group->batch_count && group->batches != NULL; b++)
        free(group->batches[b].stretches);
    free(group->batches);
    free(group->first_word);
    free(group->block_document);
    free(group->records);
    syn_marks_release(&group->marks);
    *group = (syn_group){0};
}

void syn_group_scratch_release(syn_group_scratch *scratch)
{
    free(scratch->keys);
    free(scratch->spare);
    free(scratch->places);
    free(scratch->seen);
    *scratch = (syn_group_scratch){0};
}

static bool room(syn_group_scratch *scratch, size_t count)
{
    return syn_alloc_room((void **)&scratch->keys, &scratch->keys_capacity, count, sizeof *scratch->keys) &&
           syn_alloc_room((void **)&scratch->places, &scratch->places_capacity, count, sizeof *scratch->places);
}

/* The fingerprints of document d in scratch->keys and scratch->places; SIZE_MAX when memory is short. */
static size_t sketch_document(const syn_group *group, uint32_t d, syn_group_scratch *scratch)
{
    const syn_group_text *text = &group->texts[d];
    if (!room(scratch, text->count))
        return SIZE_MAX;
    return syn_shingle_all(&group->sketch, text->ids, text->count, scratch->keys, scratch->places);
}

void syn_group_count(syn_group *group, uint32_t batch, syn_group_scratch *scratch)
{
    syn_group_batch *b = &group->batches[batch];
    for (uint32_t d = b->document_first; d < b->document_first + b->document_count; d++) {
        size_t count = sketch_document(group, d, scratch);
        if (count == SIZE_MAX) {
            b->status = SYN_MEMORY;
            return;
        }
        for (size_t i = 0; i < count; i++)
            b->counts[scratch->keys[i] >> 56]++;
    }
}

/* Gives every batch its place in every partition, so that records lie in order of their places
 * whichever worker writes them. */
syn_status syn_group_place(syn_group *group)
{
    uint64_t next = 0;
    for (uint32_t p = 0; p < SYN_GROUP_PARTITIONS; p++) {
        group->partition_first[p] = next;
        for (uint32_t b = 0; b < group->batch_count; b++) {
            if (group->batches[b].status < 0)
                return group->batches[b].status;
            uint64_t count = group->batches[b].counts[p];
            group->batches[b].counts[p] = next;
            next += count;
        }
    }
    group->partition_first[SYN_GROUP_PARTITIONS] = next;
    group->records = syn_alloc(next, sizeof *group->records);
    return group->records == NULL ? SYN_MEMORY : SYN_OK;
}

void syn_group_deal(syn_group *group, uint32_t batch, syn_group_scratch *scratch)
{
    syn_group_batch *b = &group->batches[batch];
    for (uint32_t d = b->document_first; d < b->document_first + b->document_count; d++) {
        size_t count = sketch_document(group, d, scratch);
        if (count == SIZE_MAX) {
            b->status = SYN_MEMORY;
            return;
        }
        for (size_t i = 0; i < count; i++) {
            uint64_t key = scratch->keys[i];
            group->records[b->counts[key >> 56]++] =
                (key >> 24 & 0xffffffffu) << 32 | (group->first_word[d] + scratch->places[i]);
        }
    }
}

static uint32_t document_at(const syn_group *group, uint32_t place)
{
    uint32_t d = group->block_document[place >> block_bits];
    while (group->first_word[d + 1] <= place)
        d++;
    return d;
}

static uint32_t slot(uint64_t record, unsigned bits)
{
    return (uint32_t)(record >> 32) >> (32 - bits);
}

/* Eight slots a record, so that few collide and a small input clears little. */
static unsigned filter_bits(size_t count)
{
    unsigned bits = filter_least;
    while (bits < filter_most && (size_t)1 << bits < count * 8)
        bits++;
    return bits;
}

/* Copies the records whose slot was met at least twice to scratch->keys. */
static size_t filter(const uint64_t *records, size_t count, syn_group_scratch *scratch)
{
    const unsigned bits = filter_bits(count);
    memset(scratch->seen, 0, (size_t)2 << (bits - 3));
    for (size_t i = 0; i < count; i++) {
        uint32_t s = slot(records[i], bits);
        uint64_t *cell = &scratch->seen[s >> 5];
        uint64_t once = (uint64_t)1 << (s % 32 * 2);
        *cell |= (*cell & once) << 1 | once;
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t s = slot(records[i], bits);
        scratch->keys[kept] = records[i];
        kept += scratch->seen[s >> 5] >> (s % 32 * 2 + 1) & 1;
    }
    return kept;
}

/* Records are stable-sorted from ascending places, so the first and the last of a class tell
 * whether a second document holds it. */
static void mark_classes(syn_group *group, const uint64_t *keys, size_t count)
{
    for (size_t i = 0, j; i < count; i = j) {
        for (j = i + 1; j < count && keys[j] >> 32 == keys[i] >> 32; j++)
            ;
        if (j - i < 2 || (uint32_t)keys[j - 1] < group->first_word[document_at(group, (uint32_t)keys[i]) + 1])
            continue;
        for (size_t r = i; r < j; r++)
            syn_marks_set(&group->marks, (uint32_t)keys[r]);
    }
}

syn_status syn_group_mark(syn_group *group, uint32_t partition, syn_group_scratch *scratch)
{
    const uint64_t *records = group->records + group->partition_first[partition];
    size_t count = group->partition_first[partition + 1] - group->partition_first[partition];
    if (scratch->seen == NULL)
        scratch->seen = syn_alloc(2u << (filter_most - 6), sizeof *scratch->seen);
    if (scratch->seen == NULL ||
        !syn_alloc_room((void **)&scratch->keys, &scratch->keys_capacity, count + 1, sizeof *scratch->keys) ||
        !syn_alloc_room((void **)&scratch->spare, &scratch->spare_capacity, count + 1, sizeof *scratch->spare))
        return SYN_MEMORY;
    size_t kept = filter(records, count, scratch);
    syn_sort_u64(scratch->keys, scratch->spare, kept, 32, 64);
    mark_classes(group, scratch->keys, kept);
    return SYN_OK;
}

static bool add_stretch(syn_group_batch *b, uint32_t document, uint32_t begin, uint32_t end)
{
    if (!syn_alloc_room((void **)&b->stretches, &b->stretch_capacity, b->stretch_count + 1, sizeof *b->stretches))
        return false;
    b->stretches[b->stretch_count++] = (syn_stretch){.document = document, .begin = begin, .end = end};
    return true;
}

/* A marked place p stands for words [p - (w - 1), p + k + w - 1). */
static bool document_stretches(const syn_group *group, syn_group_batch *b, uint32_t d)
{
    const uint32_t before = group->sketch.window_words - 1;
    const uint32_t behind = group->sketch.shingle_words + before;
    const uint32_t first = group->first_word[d], count = group->texts[d].count;
    uint32_t begin = 0, end = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!syn_marks_get(&group->marks, (size_t)first + i))
            continue;
        uint32_t from = i > before ? i - before : 0;
        if (from > end || end == 0) {
            if (end > begin && !add_stretch(b, d, begin, end))
                return false;
            begin = from;
        }
        end = count - i < behind ? count : i + behind;
    }
    return end <= begin || add_stretch(b, d, begin, end);
}

void syn_group_stretches(syn_group *group, uint32_t batch)
{
    syn_group_batch *b = &group->batches[batch];
    for (uint32_t d = b->document_first; d < b->document_first + b->document_count; d++) {
        if (!document_stretches(group, b, d)) {
            b->status = SYN_MEMORY;
            return;
        }
    }
}
