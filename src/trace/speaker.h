/** Who says what is quoted: tells speech from scare quotes, finds the verb of saying and the speaker.
 *
 *      syn_speaker_find(text, &layout, quoted, &quotes);
 *
 *  Read are the rest of the sentence behind a quotation, the words before it in its sentence, and the line
 *  above that introduces it; of each at most SYN_SPEAKER_BYTES. A pronoun is resolved to the last speaker named,
 *  or to the name that opens a sentence in between.
 *
 *  Fails   never.  Units   bytes.  Cost    SYN_SPEAKER_BYTES for each quotation at most.
 */
#ifndef SYN_TRACE_SPEAKER_H
#define SYN_TRACE_SPEAKER_H

#include "trace/quote.h"

#define SYN_SPEAKER_BYTES 600

/** How a quotation stands in the text. */
typedef struct syn_quoted {
    syn_reach outside; /**< with its marks */
    bool follows;      /**< goes on with the one before it, which its paragraph left open */
    bool block;        /**< set off without marks */
} syn_quoted;

/** Sets speaker, cue and speech of all quotes, and the utterance of those that go on with one before;
 *  quoted[i] is how quote i stands. */
void syn_speaker_find(const char *text, const syn_layout *layout, const syn_quoted *quoted, syn_quotes *quotes);

#endif
