/** One run of syn_dedup (include/syndic/dedup.h), and its stages.
 *
 *      paths --read--> sketches in order of keeping, places of texts --decide--> verdicts and spans --write-->
 *      records, log
 *
 *  What there is of every text lies in columns (base/column.h), which go to the disk when they are long; memory is
 *  shared out among them once, in dedup.c.
 */
#ifndef SYN_DEDUP_H
#define SYN_DEDUP_H

#include "base/buf.h"
#include "base/column.h"
#include "base/pool.h"
#include "base/tally.h"
#include "dedup/cover.h"
#include "dedup/roster.h"
#include "dedup/sketch.h"
#include "dedup/table.h"
#include "syndic/dedup.h"
#include "texts.h"

/** What rosters of sketches are marked with: how these are made. */
#define SYN_DEDUP_MARK ((uint64_t)SYN_SKETCH_SHINGLE_WORDS << 32 | SYN_SKETCH_PART << 16 | SYN_SKETCH_VALUES)

#define SYN_VERDICT_KEPT UINT32_MAX
#define SYN_VERDICT_EMPTIED (UINT32_MAX - 1) /**< dropped, as too little was left */

/** What was decided on a text. */
typedef struct syn_verdict {
    uint64_t span_at;                /**< its spans, in the column of spans */
    uint32_t span_count;
    uint32_t words, gone;            /**< gone: those that the kept text has, or that were cut */
    uint32_t kept_words, kept_gone;  /**< the same of the kept text */
    uint32_t kept;                   /**< the text it is dropped for, or one of the above */
    uint32_t outlet;
    uint32_t cluster;                /**< texts dropped for this one */
} syn_verdict;

/** A stretch of a text that stands in a kept one. */
typedef struct syn_found {
    uint32_t begin, end;             /**< bytes */
    uint32_t kept_begin, kept_end;
    uint32_t words;
    uint32_t kept;                   /**< the text it stands in */
} syn_found;

typedef struct syn_dedup_worker {
    syn_status status;               /**< the first failure */
    syn_error error;
    syn_sweep *sweep;
    syn_sketch_room sketch;
    syn_seek seek;
    syn_covering *cover;
    syn_again own, other;
    uint64_t *shingles;              /**< hashes of a text's, or of its sketch's values */
    size_t shingle_capacity;
    uint64_t again_count;            /**< shingles that may have been seen before */
    struct syn_prover *prover;
    syn_buf marks;
} syn_dedup_worker;

/** How memory is shared out, in bytes: for texts that are read at once, a roster, the table of kept texts, a column,
 *  two texts that are held together, a text that is looked through for passages. */
typedef struct syn_dedup_share {
    size_t batch, roster, table, column, cover, passage;
} syn_dedup_share;

typedef struct syn_dedup_run {
    const syn_dedup_plan *plan;
    syn_options options;
    syn_dedup_share share;
    syn_pool *pool;
    syn_dedup_worker *workers;
    uint32_t worker_count;
    syn_tally tally;
    syn_texts *texts;
    syn_column verdicts, spans;
    syn_roster *roster;
    uint64_t value_count;            /**< of all sketches */
    uint32_t least_permille;         /**< of a sketch's values that a near text has, but for chance */
    uint32_t text_count, reference_count; /**< references are the first texts */
    syn_dedup_summary *summary;
    struct syn_outlets *outlets;
    struct syn_twice *twice;         /**< shingles, or values of sketches, that may stand more than once */
    uint64_t spent_bytes;            /**< most that was on the disk at once */
    syn_error *error;
} syn_dedup_run;

/** syn_dedup of a plan that was checked, with memory shared out so. */
syn_status syn_dedup_shared(const char *const *paths, size_t path_count, const syn_dedup_plan *plan,
                            const syn_dedup_share *share, const syn_options *options, syn_dedup_summary **out,
                            syn_error *error);
/** The first failure of the workers, told. */
syn_status syn_dedup_settle(syn_dedup_run *run);
/** Keeps a worker's failure. */
void syn_dedup_note(syn_dedup_worker *worker, syn_status status, const syn_error *error);

syn_status syn_dedup_read(syn_dedup_run *run, const char *const *paths, size_t path_count);
/** Drops texts: the levels exact and near (dedup_near.c). */
syn_status syn_dedup_compare(syn_dedup_run *run);
syn_status syn_dedup_write(syn_dedup_run *run);

/** A value of a sketch as a hash of 64 bits. */
static inline uint64_t syn_dedup_spread(uint32_t value)
{
    return value * (uint64_t)0x9e3779b97f4a7c15u;
}
/** Notes what is on the disk, a second roster (or NULL) with the rest. */
void syn_dedup_spent(syn_dedup_run *run, const syn_roster *second);
/** Drops a text for another, or cuts it: its verdict and its spans are kept. */
syn_status syn_dedup_drop(syn_dedup_run *run, uint32_t text, uint32_t kept, const syn_covered *covered,
                          const syn_found *found, size_t found_count);

/** Outlets by name, and what they lose. At most SYN_OUTLETS are told apart; later ones count as without a name. */
#define SYN_OUTLETS 65536
typedef struct syn_outlets syn_outlets;
syn_outlets *syn_outlets_new(const char *const *dearest, size_t count);
void syn_outlets_free(syn_outlets *outlets);
/** Its number; that of a dearest one is its place in the list. UINT32_MAX when memory is short. */
uint32_t syn_outlets_find(syn_outlets *outlets, const char *name);
/** Fills the summary from the verdicts. */
syn_status syn_dedup_sum(syn_dedup_run *run);

#endif
