/** What the steps of joining names share: every use of a name, and what is known of it so far.
 *
 *      syn_joining j = {.out = &made};
 *      ... uses are added, and each gets its `outlet` ...
 *      syn_status status = syn_outlets_list(&j);     // made.items, j.outlet_of
 *
 *  Only outlet.c puts the steps in order.
 *
 *  Owns    its arrays and the folded names; outlet.c frees them.  Fails   SYN_MEMORY.
 */
#ifndef SYN_TRACE_OUTLET_JOIN_H
#define SYN_TRACE_OUTLET_JOIN_H

#include "trace/outlet.h"

typedef struct syn_use {
    const char *form;   /* as it is written */
    const char *key;    /* folded */
    const char *outlet; /* folded name of the outlet it belongs to */
    uint32_t document, mention; /* mention: SYN_NONE for the document's own outlet */
    uint32_t parent;    /* the use that says which outlet is meant, or SYN_NONE */
    bool known;
    bool brief;         /* stands in a place of credit, where initials will do */
    bool tentative;
    bool weak;          /* a name only if agencies sign so elsewhere */
    bool agency;        /* an agency, by where it signs */
    uint8_t signs;      /* tentative where agencies sign: 1 in a dateline, 2 at the end */
} syn_use;

/* The last words of a longer name, or what a text means by a short one. */
typedef struct syn_sense {
    const char *words;
    const char *outlet;
    uint32_t use;
} syn_sense;

typedef struct syn_joining {
    syn_use *uses;
    size_t count, capacity;
    syn_sense *senses;
    size_t sense_count, sense_capacity;
    syn_arena words;
    syn_outlets *out;
    uint32_t *outlet_of; /* by use */
} syn_joining;

/** Makes an outlet of each group of uses with the same `outlet`: its name, its forms, its number in outlet_of. */
syn_status syn_outlets_list(syn_joining *j);

#endif
