/** Standing: whether a copy is quoted speech, credited to an outlet, or open.
 *
 *  A copy is quoted when three quarters of its matched words stand in quotations that are speech; what is put
 *  between two halves of one utterance ("said Ada Quill, who runs it") is not counted. Else it is credited when
 *  credits of outlets, of level moderate or strong, cover half of it. Else it is open. A word takes
 *  the first standing (quoted, credited, open) among the copies it is in, so the parts add up to what is reused.
 *
 *      syn_standing_make(&testimony, &nearby, document, &scratch, standings, &share);   // parallel, by document
 *      syn_standing_passage(&testimony, &claims, passage, standings, &speaker);         // parallel, by passage
 *
 *  Owns    syn_standing_scratch owns its spreads.  Fails   SYN_MEMORY.
 */
#ifndef SYN_TRACE_STANDING_H
#define SYN_TRACE_STANDING_H

#include "trace/evidence.h"

/** What is known of one copy. */
typedef struct syn_copy_standing {
    uint32_t credit;  /**< the nearest mention of an outlet in its document, or SYN_NONE */
    uint32_t quote;   /**< the speech that holds its first quoted word, when it is quoted, or SYN_NONE */
    uint8_t standing; /**< syn_standing */
    bool claimed;     /**< an outlet is credited with it */
    bool unnamed;     /**< quoted, not claimed, while another document's copy is; set by passage */
} syn_copy_standing;

/** What is reused from document to document. */
typedef struct syn_standing_scratch {
    syn_spread speech, between, covered;
    unsigned char *marks;
    size_t mark_capacity;
} syn_standing_scratch;

/** Judges the copies of one document, into standings[] by copy, and splits the document's reused words. */
syn_status syn_standing_make(const syn_testimony *t, const syn_nearby *nearby, uint32_t document,
                             syn_standing_scratch *scratch, syn_copy_standing *standings, syn_share *share);
void syn_standing_scratch_release(syn_standing_scratch *scratch);

/** Where a document names a speaker; document SYN_NONE: nowhere. */
typedef struct syn_named_speaker {
    uint32_t document;
    syn_reach name;
} syn_named_speaker;

/** Compares the copies of one passage: sets `unnamed`, and finds the fullest form of the speaker's name when most
 *  quoted copies name one: most words, then first in order of bytes. */
void syn_standing_passage(const syn_testimony *t, const syn_claims *claims, uint32_t passage,
                          syn_copy_standing *standings, syn_named_speaker *speaker);

#endif
