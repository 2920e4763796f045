/** Credits: words in a text that name where it, or a part of it, came from.
 *
 *      syn_mentions mentions = {0};
 *      syn_credit_find(text, bytes, outlet, &layout, &quotes, &mentions);   // parallel, by document
 *      syn_mentions_release(&mentions);
 *
 *  Credits stand in four places. The head (mastheads, bylines, datelines) and the tail (contributions, copyright lines,
 *  agency marks, h/t lines) speak of the whole text. A label, an outlet's name set off at the head of a
 *  paragraph, opens a block. A sentence speaks of itself ("told the Fenmouth Gazette", "the Gazette
 *  reported", "via Gazette", a link). The cues are one table (credit_cue.h); what is an outlet's name,
 *  outlet_name.h says. Persons, institutions and places are none; a colleague who "wrote about this" is a
 *  credit of speech whose `person` is set, and no source. Nothing is read inside quoted speech.
 *
 *  Where a text is credited to an outlet by its head or a label above, "told the Gazette" is the Gazette's
 *  own voice, not the text's; "the Gazette has learned" always is.
 *
 *  Owns    a syn_mentions owns its arrays; names are bytes of the text.  Fails   SYN_MEMORY.
 *  Units   bytes.  Cost    linear in the text.
 */
#ifndef SYN_TRACE_CREDIT_H
#define SYN_TRACE_CREDIT_H

#include "syndic/result.h"
#include "trace/quote.h"

typedef struct syn_mention {
    syn_reach all;         /**< cue and name: "told the New York Daily News" */
    syn_reach name;        /**< the name alone: "New York Daily News"; with the article where it is one word and
                                the article a capital ("The News"); empty where a house style stands for it
                                ("Reporting by ...; editing by ...": Reuters, says outlet.h) */
    syn_reach covers;      /**< what it surely covers: its own sentence, its label's paragraph, the block it
                                introduces,
                                    the whole text for head and tail; empty for images and the outlet's own voice */
    const char *cue;       /**< static: "told", "label", "dateline", "byline", "copyright", "photo", "link", ... */
    syn_credit_of of;
    syn_credit_place place;
    syn_level level;       /**< how surely these words are a credit of that outlet */
    bool person;           /**< the name is a person's: a credit, but no source of text */
    bool own;              /**< the name is the text's own outlet, as its metadata say; where they say nothing,
                                that of a masthead, a byline or a copyright line that names no agency */
    bool tentative;        /**< these words are a name only if other words of the collection say whose ("FNB" on the
                                last line): what nobody names in full, outlet.h takes out again */
    bool signs;            /**< of a tentative one: it stands where agencies sign ("BRAY (Northsea) --", "(Northsea)" at
                                the end); two texts that have it so, or a text at both ends, make it an agency */
    uint32_t outlet;       /**< number of the outlet in the run; set by outlet.h, SYN_NONE before and for persons */
} syn_mention;

typedef struct syn_mentions {
    syn_mention *items;    /**< in order of place */
    uint32_t count;
    size_t capacity;
} syn_mentions;

/** Finds the credits of one text. `outlet` is the text's own, a name or an address, NULL when not known. What
 *  `out` held is replaced, its room used again; on failure it is empty. */
syn_status syn_credit_find(const char *text, size_t bytes, const char *outlet, const syn_layout *layout,
                           const syn_quotes *quotes, syn_mentions *out);
void syn_mentions_release(syn_mentions *mentions);

#endif
