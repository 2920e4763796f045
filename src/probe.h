/** Which texts of an index share enough words with a new one to be looked at.
 *
 *  The fingerprints of the new text are looked up one behind another. Places that go on from one to the next are one
 *  run of equal words, so that maximal runs come out whole without any text being read:
 *
 *      shingle  7   ... 4711        90210 ...
 *      shingle  8   ... 4712  ...   90211 ...     two runs go on, by one merge of sorted lists a shingle
 *      shingle  9   ...             90212 ...     the first ends: 6 words
 *
 *  Runs are seeds by the rules of the suffix array's (match/seed.h): those with the minimum of words; weak ones in few
 *  places; telling ones in more, which count in a chain with others. Removed texts and the text's own are no places. A
 *  document that has one that counts, or telling ones that may be a chain, is a candidate. So what the pipeline finds
 *  between two texts is found by way of their index, too, and no text need be sorted.
 *
 *      syn_probe probe = {.min_words = 8};
 *      syn_probe_text(&probe, stores, store_count, &wordings, document, bytes, owned, owned_count, &error);
 *      for (size_t i = 0; i < probe.run_count; i++) ... probe.runs[i]
 *      syn_probe_release(&probe);
 *
 *  Fingerprints are 40 bits of a hash: a run may hold words that differ, and the store may be damaged. Whoever uses a
 *  run looks at the words.
 *
 *  Cost    linear in the postings of the text's fingerprints; a few bytes of memory for each that is in a run.
 *  Owns    its arrays, reused from text to text.  Fails   as the store does.
 */
#ifndef SYN_PROBE_H
#define SYN_PROBE_H

#include "store/store.h"
#include "text/sweep.h"
#include "text/wording.h"

/** A document of one of the stores. */
typedef struct syn_held {
    uint32_t store, number;
} syn_held;

/** For sorting them by store and number. */
int syn_held_order(const void *a, const void *b);

/** Equal words of the new text and of a document. */
typedef struct syn_probe_run {
    syn_held held;
    uint32_t segment;
    uint32_t begin, words;  /**< in the new text */
    uint32_t word;          /**< where it begins in the document */
    uint64_t place;
    bool located;           /**< the document is known */
    bool near;              /**< another is near enough for a chain */
    bool telling;           /**< of those with fewer than the minimum of words */
    bool common;            /**< counts in a chain only */
} syn_probe_run;

/** A run that may go on: where its last fingerprint stands, and the word of the new text it began at. */
typedef struct syn_probe_open {
    uint64_t place;
    uint32_t begin;
} syn_probe_open;

typedef struct syn_probe {
    uint32_t min_words;
    syn_probe_run *runs;    /**< those that count, by document and place in the new text */
    size_t run_count, run_capacity;
    uint32_t *places_held;  /**< by word and length: how many places hold the run of SYN_SEED_WORDS + length words */
    uint8_t *places_live;   /**< the same: how many are known to end in texts that count; no more than it matters */
    size_t held_capacity, live_capacity;
    uint32_t held_lengths;
    bool *owned_met;        /**< by owned document: a run of it was met */
    syn_sweep *sweep;
    const uint64_t *hashes; /**< of the shingle at each word; the sweep's */
    uint64_t *list;
    syn_probe_open *open, *next;
    size_t met_capacity, list_capacity, open_capacity, next_capacity;
    size_t open_count, next_count;
} syn_probe;

/** Finds the runs of one document of `wordings` in others; those of `owned` documents, which ascend, are not counted. Each
 *  store has been begun. */
syn_status syn_probe_text(syn_probe *probe, syn_store *const *stores, size_t store_count, const syn_wordings *wordings,
                          uint32_t document, size_t text_bytes, const syn_held *owned, size_t owned_count,
                          syn_error *error);
void syn_probe_release(syn_probe *probe);

#endif
