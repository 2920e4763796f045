/** What an addition keeps, for the files it is made of: addition_claim.c settles ids, addition.c does the rest. */
#ifndef SYN_STORE_ADDITION_INSIDE_H
#define SYN_STORE_ADDITION_INSIDE_H

#include "store/addition.h"
#include "store/arrivals.h"
#include "store/segment.h"

/** A document that gets another id at the end. */
typedef struct syn_renaming {
    uint32_t number;
    const char *id;
} syn_renaming;

struct syn_addition {
    syn_store *store;
    syn_manifest manifest;     /* as it is going to be */
    syn_arrivals arrivals;
    syn_members members;
    syn_spill *spills[SYN_KIND_COUNT];
    syn_dictionary *dictionary;
    uint32_t base_number;      /* the first of the addition */
    uint64_t documents, words, bytes, packed, known, replaced, posting_count;
    syn_renaming *renamings;
    size_t renaming_count, renaming_capacity;
    uint32_t *dropped;         /* documents that go again */
    size_t dropped_count, dropped_capacity;
    syn_arena arena;
    syn_buf record;
    bool writing;
};

#endif
