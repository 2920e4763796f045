/** Which words are worth sorting: those near a fingerprint that two documents share.
 *
 *  Fingerprints are dealt into 256 partitions by their top bits (the first digit of a radix sort);
 *  in each a counting filter drops those met once, the rest are radix-sorted, and every class that
 *  two documents hold marks its places. The marked places of a document, widened by what the
 *  winnowing guarantee leaves open, are its shared stretches; every run of k + w - 1 words that two
 *  documents share lies inside one in both. No class is dropped for being common.
 *
 *  Collisions of the 40 bits compared only make a stretch too long: the suffix array is exact.
 *
 *      syn_group group = {0};
 *      syn_group_init(&group, &sketch, texts, document_count);
 *      for each batch: syn_group_count(&group, batch, ...);     // parallel
 *      syn_group_place(&group);
 *      for each batch: syn_group_deal(&group, batch, ...);      // parallel
 *      for each partition: syn_group_mark(&group, partition, ...); // parallel
 *      for each batch: syn_group_stretches(&group, batch);      // parallel
 *
 *  Owns    all its arrays.  Fails   SYN_MEMORY; SYN_LIMIT beyond 2^32 words.
 */
#ifndef SYN_SKETCH_GROUP_H
#define SYN_SKETCH_GROUP_H

#include "base/sets.h"
#include "sketch/shingle.h"
#include "text/stretch.h"

#define SYN_GROUP_PARTITIONS 256

/** The words of one document as this stage needs them. */
typedef struct syn_group_text {
    const uint32_t *ids;
    uint32_t count;
} syn_group_text;

/** Consecutive documents handled as one item, and the stretches found in them. */
typedef struct syn_group_batch {
    uint32_t document_first, document_count;
    uint64_t counts[SYN_GROUP_PARTITIONS]; /**< fingerprints by partition; later: where the next goes */
    syn_stretch *stretches;
    size_t stretch_count, stretch_capacity;
    syn_status status;
} syn_group_batch;

typedef struct syn_group {
    syn_sketch sketch;
    const syn_group_text *texts;
    uint32_t document_count;
    uint32_t *first_word;       /**< document_count + 1: each document's place among all words */
    uint32_t *block_document;   /**< document of every 256th word, the way back from a place */
    uint64_t *records;          /**< 32 bits of fingerprint, 32 bits of place, by partition */
    uint64_t partition_first[SYN_GROUP_PARTITIONS + 1];
    syn_marks marks;            /**< of every word: a shared fingerprint starts here */
    syn_group_batch *batches;
    uint32_t batch_count;
} syn_group;

/** A worker's own memory, grown as needed and reused. */
typedef struct syn_group_scratch {
    uint64_t *keys, *spare;
    uint32_t *places;
    uint64_t *seen;             /**< two bits a slot: met once, met again */
    size_t keys_capacity, spare_capacity, places_capacity;
} syn_group_scratch;

syn_status syn_group_init(syn_group *group, const syn_sketch *sketch, const syn_group_text *texts,
                          uint32_t document_count);
void syn_group_release(syn_group *group);
void syn_group_scratch_release(syn_group_scratch *scratch);

void syn_group_count(syn_group *group, uint32_t batch, syn_group_scratch *scratch);
syn_status syn_group_place(syn_group *group);
void syn_group_deal(syn_group *group, uint32_t batch, syn_group_scratch *scratch);
syn_status syn_group_mark(syn_group *group, uint32_t partition, syn_group_scratch *scratch);
void syn_group_stretches(syn_group *group, uint32_t batch);

#endif
