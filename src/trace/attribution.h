/** Who a sentence says has said something: "Quill insisted", "added Bram Tolley", "the mayor, Ada Quill, said".
 *
 *      uint32_t word = syn_attribution_find(&wording, begin, end);
 *      word == SYN_NONE || ...   // the last word of the name
 *
 *  A speaker is a name that stands right beside a verb of saying; "he", "officials" and "the council said" name
 *  nobody. English verbs.
 *
 *  Fails   never.  Units   word indices.  Cost    one pass over the sentence.
 */
#ifndef SYN_TRACE_ATTRIBUTION_H
#define SYN_TRACE_ATTRIBUTION_H

#include "syndic/result.h"
#include "text/wording.h"

/** The first speaker that words [begin, end) name: the last word of the name, or SYN_NONE. */
uint32_t syn_attribution_find(const syn_wording *wording, uint32_t begin, uint32_t end);
/** Whether a word is written as names are. */
bool syn_attribution_capital(const syn_wording *wording, uint32_t word);

#endif
