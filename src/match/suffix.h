/** The suffix array of shared stretches, sorted by words, with the lengths of common prefixes.
 *
 *  The stretches of all documents are laid one behind another with a separator (symbol 0) between
 *  them; a word's symbol is its number plus one. libdivsufsort (Mori; Fischer and Kurpicz 2017) sorts
 *  bytes, so each symbol of a group is written as a fixed number of bytes (two while the group has up to
 *  65,536 distinct words, three up to 16 million, four beyond), highest first, and the suffixes that
 *  start on a word are kept. Prefix lengths come
 *  from the phi algorithm (Kaerkkaeinen, Manzini, Puglisi 2009), in words. They end at separators:
 *  nothing runs over a stretch's end, and so over a document's.
 *
 *  Stretches are sorted in groups, each by one worker, and the groups' arrays are merged two by two
 *  with the help of their prefix lengths (Ng and Kakehi 2008), each merge in as many ranges of the
 *  first symbol as there are workers. The merged array is the one that a single group would give but
 *  for the order of suffixes that are equal up to their separators; so groups are for speed and
 *  memory alone. A group of 2 GiB or more is sorted with 64-bit indices.
 *
 *      syn_suffixes suffixes = {0};
 *      syn_suffixes_init(&suffixes, texts, stretches, stretch_count, lexicon_count, group_words, workers);
 *      for each group: syn_suffixes_sort(&suffixes, group);               // parallel
 *      while ((ranges = syn_suffixes_plan(&suffixes)) > 0) {
 *          for each range: syn_suffixes_merge(&suffixes, range);          // parallel
 *          syn_suffixes_turn(&suffixes);
 *      }
 *
 *  Owns    its arrays.  Cost    4 + 5 w bytes a symbol of w bytes while a group is sorted, 20 while groups are
 *  merged.
 *  Fails   SYN_MEMORY; SYN_LIMIT beyond 2^32 symbols.
 *  Units   a place is an index into symbols[]; lengths are words.
 */
#ifndef SYN_MATCH_SUFFIX_H
#define SYN_MATCH_SUFFIX_H

#include "syndic/base.h"
#include "text/stretch.h"

typedef struct syn_suffix_group {
    uint32_t first, count; /**< places sorted together, separators among them */
} syn_suffix_group;

/** One merge of two neighbouring runs of the array, restricted to a range of first symbols. */
typedef struct syn_suffix_range {
    uint32_t left, left_end, right, right_end, out;
} syn_suffix_range;

typedef struct syn_suffixes {
    uint32_t *symbols;          /**< symbol_count; 0 between stretches, at the front and at the end */
    uint32_t symbol_count;
    uint32_t *at, *lcp;         /**< per suffix in order: its place, and the words shared with the one before */
    uint32_t count;             /**< suffixes in at[] and lcp[]; separators are not among them */
    uint32_t *stretch_first;    /**< place of each stretch's first word; stretch_count + 1 of them */
    const syn_stretch *stretches;
    uint32_t stretch_count, word_count;
    syn_suffix_group *groups;
    uint32_t group_count, worker_count;
    uint32_t *runs, run_count;  /**< bounds of the sorted runs in at[], run_count + 1 of them */
    uint32_t *next_at, *next_lcp;
    syn_suffix_range *ranges;
    uint32_t range_count;
    uint32_t *block_stretch;    /**< stretch of every 256th place */
} syn_suffixes;

/** Lays out the symbols. `ids[d]` are the words of document d. Stretches come in order of document
 *  and place. `group_words` 0 makes one group. */
syn_status syn_suffixes_init(syn_suffixes *suffixes, const uint32_t *const *ids, const syn_stretch *stretches,
                             uint32_t stretch_count, uint32_t word_count, uint32_t group_words,
                             uint32_t worker_count);
void syn_suffixes_release(syn_suffixes *suffixes);

/** Sorts one group into its part of at[] and lcp[]. */
syn_status syn_suffixes_sort(syn_suffixes *suffixes, uint32_t group);
/** Plans the next round of merges; the number of ranges, 0 when one run is left, or a negative status. */
int64_t syn_suffixes_plan(syn_suffixes *suffixes);
void syn_suffixes_merge(syn_suffixes *suffixes, uint32_t range);
void syn_suffixes_turn(syn_suffixes *suffixes);

/** The stretch that holds a place. */
uint32_t syn_suffixes_stretch(const syn_suffixes *suffixes, uint32_t place);
/** First suffix at or behind `from` whose first symbol is at least `symbol`. */
uint32_t syn_suffixes_find(const syn_suffixes *suffixes, uint32_t from, uint32_t end, uint32_t symbol);

#endif
