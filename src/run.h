/** One run of the pipeline: all that its stages make, in the order in which they make it.
 *
 *  A stage takes what the stages before it left here, runs its items on the pool and leaves its own. An
 *  item's function writes the item's slot and its worker's scratch, nothing else; what is joined
 *  afterwards is joined in order. So the number of threads changes nothing but the time.
 *
 *      syn_status status = syn_run_text(run);
 *      if (status == SYN_OK)
 *          status = syn_run_sketch(run);
 *
 *  Owns    a syn_run owns everything in it but the corpus and the options.
 *  Fails   every stage: SYN_MEMORY, SYN_LIMIT; what it made so far goes with syn_run_close.
 */
#ifndef SYN_RUN_H
#define SYN_RUN_H

#include "base/pool.h"
#include "base/tally.h"
#include "convert.h"
#include "match/match.h"
#include "sketch/group.h"
#include "syndic/store.h"
#include "trace/finding.h"

/** Pieces the suffix array is read in. */
#define SYN_RUN_RANGES 64

/** Documents that are asked about: the first ones of the corpus. What ties them to documents behind them is known
 *  already; what the rest share among themselves is left alone. */
typedef struct syn_asked {
    uint32_t count;
    const syn_seed *seeds; /**< each from a document asked about to one behind them */
    size_t seed_count;
    const syn_gate *gate;  /**< what may stand open in them */
    const syn_surprisal_list *list;
} syn_asked;

/** Consecutive documents and their words. */
typedef struct syn_run_batch {
    uint32_t first, count, worker;
    syn_words words;
} syn_run_batch;

/** What a worker traces with, reused from item to item, and what it has found. */
typedef struct syn_run_tracer {
    syn_layout layout;
    syn_quotes quotes;
    syn_mentions mentions;
    syn_scope_scratch scope;
    syn_nearby nearby;
    syn_standing_scratch standing;
    syn_parent_scratch parent;
    syn_claims claims;
    syn_links links;
    syn_arena kept;          /* what stays of the texts of its items */
} syn_run_tracer;

/** What a worker keeps from item to item. */
typedef struct syn_run_worker {
    syn_status status; /* the first failure; later items are passed over */
    syn_group_scratch group;
    syn_matcher matcher;
    syn_match_set matches;
    uint32_t *seen;
    syn_run_tracer tracer;
} syn_run_worker;

/** Where the matches of one document lie. */
typedef struct syn_run_hub {
    uint32_t worker;
    size_t first, count;
} syn_run_hub;

typedef struct syn_run {
    const syn_corpus *corpus;
    const syn_options *options;
    const syn_asked *asked;     /* NULL: all documents are compared with all */
    syn_pool *pool;
    syn_run_worker *workers;
    uint32_t worker_count, document_count;
    /* how far the stage is: of its passes over the texts, this one, of whose items some are done */
    syn_tally tally;
    uint32_t pass, pass_count;
    size_t pass_first, pass_items;
    /* text */
    syn_run_batch *batches;
    uint32_t batch_count;
    syn_vocabulary **vocabularies;
    syn_lexicon lexicon;
    syn_surprisal surprisal;
    syn_wording *wording;       /* by document */
    syn_wordings wordings;
    const syn_date **dates;     /* by document */
    /* sketch, group */
    syn_group group;
    syn_stretch *stretches;
    uint32_t stretch_count;
    /* match */
    syn_suffixes suffixes;
    uint32_t range_first[SYN_RUN_RANGES + 1];
    syn_seeds range_seeds[SYN_RUN_RANGES];
    syn_seed *seeds;            /* by first document */
    size_t *seed_first;         /* document_count + 1 */
    syn_run_hub *hubs;                /* by document */
    /* gather */
    syn_passages *parts;        /* by document, then by batch of passages */
    size_t part_count;
    syn_passages gathered, found;
    syn_sort *sorts;
    syn_name_list names;
    syn_stock stock;
    /* trace */
    syn_holdings holdings;
    syn_share *shares;          /* by document */
    uint32_t *reused;           /* by document */
    syn_pairings *pair_parts;   /* by document */
    uint32_t floor_words, pair_first;
    uint64_t *pair_totals;      /* by document */
    syn_pairing *pairs;
    const syn_pairings **pair_sets;
    size_t pair_count, pair_capacity;
    uint64_t pairs_left_out;
    /* credit, lineage: by document */
    const char **texts, **own, **urls, **addresses;
    syn_canonical *canonicals;  /* NULL when no document names an address as its own */
    syn_layout *layouts;
    syn_quotes *quotes;
    syn_mentions *mentions;
    syn_scope *scopes;
    syn_outlets outlets;
    syn_claims claims;
    syn_copy_standing *standings;   /* by copy */
    syn_named_speaker *speakers;    /* by passage */
    syn_credited credited;
    syn_tracing tracing;
    syn_parent *parents;            /* by copy */
    syn_kinship kinship;
    syn_lineage lineage;
    syn_convert convert;
    syn_result *result;         /* until it is handed over */
} syn_run;

/** Makes the pool and the workers; the corpus and the options are set by the caller. */
syn_status syn_run_open(syn_run *r);
void syn_run_close(syn_run *r);

/** Tells the caller's progress function that a stage begins, which goes over the texts so many times: an estimate. */
void syn_run_begin(syn_run *r, const char *stage, uint32_t pass_count);
/** Runs `item` over all items; the first failure any worker noted. */
syn_status syn_run_items(syn_run *r, size_t item_count, syn_pool_item *item);
/** The same for `item_count` items that are `first` and following of the `all` of a pass, which goes on. */
syn_status syn_run_some(syn_run *r, size_t first, size_t item_count, size_t all, syn_pool_item *item);
/** Notes a failure of worker w, if it is its first. */
void syn_run_note(syn_run *r, uint32_t w, syn_status status);
/** Gives the passages in parts[] back. */
void syn_run_release_parts(syn_run *r);

syn_status syn_run_text(syn_run *r);   /**< documents become words */
syn_status syn_run_sketch(syn_run *r); /**< words become fingerprints, those shared become stretches */
syn_status syn_run_match(syn_run *r);  /**< stretches become a suffix array, its repeats seeds, seeds matches */
syn_status syn_run_gather(syn_run *r); /**< matches become passages */
/** What passages say of documents: shares, pairs and, if wanted, credits and descents. */
syn_status syn_run_trace(syn_run *r, bool descents);
syn_status syn_run_credit(syn_run *r);  /**< texts become credits, copies get their standing */
syn_status syn_run_lineage(syn_run *r); /**< passages become descents */
/** Counts the open words of the documents asked about, into the result. */
syn_status syn_run_gate(syn_run *r);
/** Frees what credit and lineage left. */
void syn_run_close_credit(syn_run *r);
syn_status syn_run_result(syn_run *r, bool descents, syn_result **out);

/** The whole pipeline over a corpus; `asked` may be NULL. */
syn_status syn_run_corpus(const syn_corpus *corpus, const syn_options *options, const syn_asked *asked,
                          bool descents, syn_result **out, syn_error *error);

#endif
