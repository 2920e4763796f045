/** Which kept texts have values of a sketch: an inverted index that grows text by text.
 *
 *      syn_table *table = NULL;
 *      syn_table_new(value_count, text_count, &table);
 *      syn_table_add(table, &kept);                                     // its values are copied
 *      syn_seek seek = {.probe_count = 32, .least_permille = 400};         // one a worker
 *      syn_table_seek(table, &sketch, &sketch, UINT32_MAX, &seek);
 *      for (size_t i = 0; i < seek.count; i++) ... syn_table_text(table, seek.found[i].slot) ...
 *      syn_seek_release(&seek);
 *
 *  A sketch's smallest values are looked up; a text that has enough of them is a candidate, and how much of the sketch
 *  it has is then estimated over all values that both would have kept (Broder 1997: up to the smaller bound). Of a
 *  value that very many kept texts have, the last SYN_TABLE_CHAIN are looked at: a text has other values, and one that
 *  has not is like any of them.
 *
 *  Owns    its copies; what a seek finds is the seek's until its next call.
 *  Fails   SYN_MEMORY: only new, and the first seek of a worker.
 *  Cost    about 16 bytes a value and 32 a text, taken at once and touched as it fills; a lookup is a cache miss or
 *          two, and those of a sketch overlap. Many may seek at once while nobody adds.
 */
#ifndef SYN_DEDUP_TABLE_H
#define SYN_DEDUP_TABLE_H

#include "dedup/roster.h"

#include <stdbool.h>

#define SYN_TABLE_CHAIN 256
#define SYN_SEEK_MOST 8 /**< candidates */

typedef struct syn_table syn_table;

syn_status syn_table_new(size_t value_count, size_t text_count, syn_table **out);
void syn_table_free(syn_table *table);
void syn_table_clear(syn_table *table);
/** Whether there is room for a sketch of so many values. */
bool syn_table_fits(const syn_table *table, size_t value_count);
/** Adds a sketch that fits, as the next slot. Values that no other text has may be left out. */
void syn_table_add(syn_table *table, const syn_sketch *sketch);
uint32_t syn_table_count(const syn_table *table);
/** The number of the text in a slot. */
uint32_t syn_table_text(const syn_table *table, uint32_t slot);

typedef struct syn_candidate {
    uint32_t slot;
    uint32_t shared, of; /**< of so many values of the sketch that could be common, so many are */
} syn_candidate;

typedef struct syn_seek {
    uint32_t probe_count;   /**< values that are looked up; at most SYN_SEEK_PROBES */
    uint32_t least_permille; /**< of its values a text is to have, but for chance; at most 1000 */
    bool whole;             /**< only texts with the same hash of all words */
    syn_candidate found[SYN_SEEK_MOST]; /**< by share, most first */
    size_t count;
    uint16_t *hits;         /**< a slot's; all 0 between calls */
    uint32_t *touched;
    size_t hit_capacity, touched_capacity;
} syn_seek;

#define SYN_SEEK_PROBES 64

/** `held` is the sketch without the values that no other text has, so that they need not be looked up: the sketch
 *  itself does. `before`: only slots below this one. */
syn_status syn_table_seek(const syn_table *table, const syn_sketch *sketch, const syn_sketch *held, uint32_t before,
                          syn_seek *seek);
void syn_seek_release(syn_seek *seek);

#endif
