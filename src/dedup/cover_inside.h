/** What the files of a cover share: cover.c holds the two texts, cover_table.c knows where each shingle of the set text
 *  stands, cover_walk.c finds by hash what both have in common, cover_word.c holds it together word for word, and
 *  cover_exact.c does a pair anew whose hashes lied.
 *
 *      set  --- shingles ---> table                 once for all texts that it is held against
 *      kept --- walk, looking up ---> met, places   its runs; where each shingle of the set text stands in it
 *      set  --- walk along the places ---> runs
 */
#ifndef SYN_DEDUP_COVER_INSIDE_H
#define SYN_DEDUP_COVER_INSIDE_H

#include "dedup/cover.h"
#include "text/sweep.h"
#include "text/word.h"

/** A text that was swept. Equal words have equal hashes; that others differ is only likely. */
typedef struct syn_cover_side {
    const char *text;
    size_t bytes;
    const uint64_t *hash;
    const uint32_t *begin, *end;
    uint32_t count;
} syn_cover_side;

/** The shingles of the set text. */
typedef struct syn_cover_table {
    uint32_t *slots;    /* 0: empty; else the shingle's first place + 1 and, above, bits of its hash */
    size_t slot_capacity;
    unsigned shift;     /* 64 - log2 of the slots */
    uint32_t *first;    /* of each shingle: the first place of the same words */
    size_t first_capacity;
    uint32_t count;
    bool repeats;       /* one stands at several places */
} syn_cover_table;

/** Places in a slot: a text of less than 256 MiB has at most 2^27 words, and fewer shingles. */
#define SYN_COVER_PLACE_BITS 27
#define SYN_COVER_NOWHERE UINT32_MAX

/** Words that are equal in both texts, one behind another: those from `begin` on lie in no run before. The `lead` words
 *  before them do, and make shingles of the first ones. */
typedef struct syn_cover_run {
    uint32_t begin, kept_begin; /* words */
    uint32_t words;
    uint32_t lead;
} syn_cover_run;

/** Runs one behind another. */
typedef struct syn_cover_runs {
    syn_cover_run *items;
    size_t count, capacity;
    uint32_t words; /* of all */
} syn_cover_runs;

/** What two texts have in common. */
typedef struct syn_cover_walk {
    uint32_t *place;           /* of each shingle of the set text that is the first of its words: where it stands in the
                                  kept one + 1, or 0 */
    size_t place_capacity;
    syn_cover_runs runs, met;  /* by the order of the set text; by that of the kept one */
} syn_cover_walk;

/** Reads words as they are, canonical, one of each text at a time. */
typedef struct syn_cover_word {
    syn_fold fold;
    syn_buf word[2], raw[2];
    syn_word_reader reader[2];
    uint64_t left_bytes; /* to be read at most */
} syn_cover_word;

struct syn_covering {
    syn_sweep *sweep[2];
    syn_cover_side set, kept;
    syn_cover_table table;
    syn_cover_walk walk;
    syn_cover_word word;
    syn_cover_span *spans;
    size_t span_capacity;
    size_t most_bytes; /* of the texts that the arrays have grown for */
};

/** The hash of SYN_COVER_WORDS words: a polynomial, whose high bits depend on all of them. */
static inline uint64_t syn_cover_hash(const uint64_t *h)
{
    const uint64_t base = 0x9e3779b97f4a7c15u, square = base * base;

    return ((h[0] * base + h[1]) * square + (h[2] * base + h[3])) * base + h[4];
}

static inline bool syn_cover_equal(const uint64_t *a, const uint64_t *b)
{
    return ((a[0] ^ b[0]) | (a[1] ^ b[1]) | (a[2] ^ b[2]) | (a[3] ^ b[3]) | (a[4] ^ b[4])) == 0;
}

static inline uint32_t syn_cover_shingles(const syn_cover_side *side)
{
    return side->count < SYN_COVER_WORDS ? 0 : side->count - SYN_COVER_WORDS + 1;
}

/** SYN_MEMORY. */
syn_status syn_cover_table_make(syn_cover_table *table, const syn_cover_side *set);
void syn_cover_table_release(syn_cover_table *table);

/** The slot of the words at `hash`, or the empty one where they belong. */
static inline uint32_t *syn_cover_table_slot(const syn_cover_table *table, const uint64_t *set, const uint64_t *hash)
{
    const uint32_t places = (1u << SYN_COVER_PLACE_BITS) - 1;
    uint64_t shingle = syn_cover_hash(hash), mask = UINT64_MAX >> table->shift;
    uint32_t tag = (uint32_t)shingle & ~places;

    for (uint64_t at = shingle >> table->shift;; at = (at + 1) & mask) {
        uint32_t *slot = &table->slots[at];
        if (*slot == 0 || ((*slot & ~places) == tag && syn_cover_equal(set + (*slot & places) - 1, hash)))
            return slot;
    }
}

/** The first place in the set text of the words at `hash`, or SYN_COVER_NOWHERE. */
static inline uint32_t syn_cover_table_find(const syn_cover_table *table, const uint64_t *set, const uint64_t *hash)
{
    return (*syn_cover_table_slot(table, set, hash) & ((1u << SYN_COVER_PLACE_BITS) - 1)) - 1;
}

/** Finds all runs of at least SYN_COVER_WORDS equal hashes; none when less than `least` words of the set text lie in
 *  them. SYN_MEMORY. */
syn_status syn_cover_walk_make(syn_cover_walk *walk, const syn_cover_table *table, const syn_cover_side *set,
                               const syn_cover_side *kept, uint32_t least);
void syn_cover_walk_release(syn_cover_walk *walk);

void syn_cover_word_init(syn_cover_word *word);
void syn_cover_word_release(syn_cover_word *word);
/** Whether `count` words of both texts have the same canonical bytes, those from `a_at` and from `b_at` on. False as
 *  well when left_bytes do not suffice, or memory: syn_cover_word_failed then. */
bool syn_cover_word_equal(syn_cover_word *word, const syn_cover_side *a, uint32_t a_at, const syn_cover_side *b,
                          uint32_t b_at, uint32_t count);
bool syn_cover_word_failed(const syn_cover_word *word);

/** syn_cover_walk_make by the words themselves instead of their hashes: exact, and dear. Leaves the table as it finds
 *  it, or, when it fails, of no use. SYN_MEMORY. */
syn_status syn_cover_exact(syn_cover_walk *walk, syn_cover_table *table, const syn_cover_side *set,
                           const syn_cover_side *kept, uint32_t least);

#endif
