/** Outlets: what is the name of one, and which names belong together.
 *
 *  Within a text first: "the Daily News" and "The News" are the "New York Daily News" that it credits in full
 *  above, or below when it does so nowhere above; of two, the nearest above. "NY" is "New York", capitals are no other
 *  name, an article is none, agencies have their initials (AP, AFP).
 *  Then across texts: a short form that a text leaves alone belongs to the full name that other texts use
 *  for it, or to the only full name that ends so. Initials and an agency's first word join where a credit stands
 *  ("(FNB)", "With Northsea"); which of them nobody names in full are taken out of the mentions, unless two texts
 *  have a name where agencies sign ("BRAY (Northwire) --"): then "told Northwire" counts too. What stays apart is
 *  said to be apart.
 *
 *      syn_outlets outlets = {0};
 *      syn_outlets_join(texts, mentions, own, document_count, &outlets);   // sets mention.outlet everywhere
 *      outlets.items[mention.outlet].name;                                 // "New York Daily News"
 *      outlets.of_document[d];                                             // what d says is its own, or SYN_NONE
 *
 *  Owns    a syn_outlets owns its arrays and names.  Fails   SYN_MEMORY.
 *  Cost    names sorted once; nothing is compared pair by pair.
 */
#ifndef SYN_TRACE_OUTLET_H
#define SYN_TRACE_OUTLET_H

#include "base/arena.h"
#include "trace/credit.h"

/** One outlet: the fullest name in use (most words, then not all in capitals, then the most frequent, then first in
 *  order of bytes), and the others, in order of bytes. */
typedef struct syn_outlet {
    const char *name;
    uint32_t form_first, form_count; /**< into forms[] */
    bool agency;
} syn_outlet;

typedef struct syn_outlets {
    syn_outlet *items;      /**< in order of their names */
    uint32_t count;
    const char **forms;
    uint32_t form_count;
    uint32_t *of_document;  /**< by document: of its metadata; where they say nothing, of its masthead, else of the
                                 copyright line or byline that names a house */
    syn_arena arena;
} syn_outlets;

/** Whether these words are the name of an outlet by themselves: a known one, or one that ends as outlets do
 *  ("… Gazette", "… News", "… Press"). Person names, institutions and places are not. */
bool syn_outlet_is_name(const char *text, size_t bytes);

/** Joins the names of all mentions and of the documents' own outlets, and marks mentions of these as `own`.
 *  own[d] may be NULL; a web address counts by its known host, else by the name that has the letters of its own
 *  ("fenmouthgazette.com"). Persons and images keep SYN_NONE. On failure nothing is changed. */
syn_status syn_outlets_join(const char *const *texts, syn_mentions *mentions, const char *const *own,
                            uint32_t document_count, syn_outlets *out);
void syn_outlets_release(syn_outlets *outlets);

#endif
