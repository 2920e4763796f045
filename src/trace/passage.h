/** Gathering: matches become passages with all their witnesses.
 *
 *  Every match ties a stretch of a document, the hub, to a copy in a later one. The stretches of one
 *  hub that cover at least half of the longest among them (or differ from it by less than the minimum
 *  of words), and end less than the minimum beyond it, are one passage. Shorter ones inside it join it as partial copies while they are no more
 *  than it has copies already; where more documents have the part than the whole, the part is a
 *  passage of its own, whose witnesses are also the copies of the whole, cut to it. So passages nest
 *  where that tells something, and no copy is compared with any but the hub's. A name never joins.
 *
 *          hub   ....[=========================]....      passage 1: hub, b, c, d
 *          b         [=========================]
 *          c         [=======  ================]
 *          d         [==========]
 *          e to z               [=====]                   passage 2: hub, b, c, e to z
 *
 *  A passage whose hub stretch is itself a copy in an earlier passage gives its copies to that one, by
 *  way of the hub both know, on the same terms and as long as none loses the minimum of words; what lies inside another passage in every witness is
 *  not listed again.
 *
 *      for each document: syn_gather_document(&wordings, matches, count, blocks, min_words, &parts[document]); // parallel
 *      syn_gather_all(&wordings, parts, document_count, min_words, false, &passages);
 *
 *  Owns    syn_passages owns its arrays.  Fails   SYN_MEMORY.
 *  Units   word indices. A copy's blocks pair words of the hub (a) with words of the copy (b).
 */
#ifndef SYN_TRACE_PASSAGE_H
#define SYN_TRACE_PASSAGE_H

#include "syndic/result.h"
#include "text/stretch.h"
#include "text/wording.h"

#include <stdbool.h>
#include <stddef.h>

/** One document's copy of a passage. */
typedef struct syn_copy {
    syn_stretch place;
    uint32_t block_first, block_count;
    uint32_t matched_words;
    uint32_t column_count; /**< of the alignment with the representative; set by finding.h */
    bool verbatim;         /**< word for word, at most interrupted once, as by a speaker; set by finding.h */
} syn_copy;

/** A passage: the hub's stretch and all copies, the hub's own among them, by document and place. */
typedef struct syn_gathered {
    syn_stretch hub;
    uint32_t copy_first, copy_count;
    /* What finding.h sets: */
    syn_kind kind;
    uint32_t representative; /**< among the copies; the blocks' side a is its words then */
    uint32_t words;          /**< matched words of the representative */
    float weight;            /**< their bits; nothing is taken off for gaps */
} syn_gathered;

/** Passages and what they point into. */
typedef struct syn_passages {
    syn_gathered *items;
    size_t count, capacity;
    syn_copy *copies;
    size_t copy_count, copy_capacity;
    syn_block *blocks;
    size_t block_count, block_capacity;
} syn_passages;

void syn_passages_release(syn_passages *passages);

/** Gathers matches of one first document, the hub; `matches` are reordered, longest first. */
syn_status syn_gather_document(const syn_wordings *wordings, syn_match *matches, size_t match_count,
                               const syn_block *blocks, uint32_t min_words, syn_passages *out);

/** Joins what the hubs found into one set, in order of hub and place. `parts` has one entry a document. When hubs
 *  stay `apart` each keeps the passages it has, whatever others found. */
syn_status syn_gather_all(const syn_wordings *wordings, const syn_passages *parts, uint32_t document_count,
                          uint32_t min_words, bool apart, syn_passages *out);

#endif
