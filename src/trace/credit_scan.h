/** What the steps of finding credits share: the text with its layout and quotations, and the credits so far.
 *
 *      syn_credit_scan scan = {.text = text, .bytes = bytes, .layout = layout, .quotes = quotes, .out = out};
 *      syn_credit_heads(&scan);       // bylines, datelines, tails
 *      syn_credit_labels(&scan);
 *      syn_credit_sentences(&scan);
 *
 *  Only credit.c puts them in this order: what a sentence's "told the Gazette" means depends on the
 *  labels above it.
 *
 *  Owns    nothing: what is found goes to `out`.  Fails   `status`, sticky.  Units   bytes.
 */
#ifndef SYN_TRACE_CREDIT_SCAN_H
#define SYN_TRACE_CREDIT_SCAN_H

#include "trace/credit.h"
#include "trace/credit_name.h"

typedef struct syn_credit_scan {
    const char *text;
    uint32_t bytes;
    const char *outlet;         /**< the text's own, or NULL */
    const syn_layout *layout;
    const syn_quotes *quotes;
    syn_mentions *out;
    uint32_t head_count;        /**< of out: credits of the whole text and labels, found first */
    syn_status status;
} syn_credit_scan;

/** Adds a mention; `own` and the outlet are set here. */
void syn_credit_add(syn_credit_scan *scan, const syn_mention *mention);
/** From the first to the last byte that is no blank. */
syn_reach syn_credit_whole(const syn_credit_scan *scan);
/** Whether byte `at` lies inside quoted speech. */
bool syn_credit_quoted(const syn_credit_scan *scan, uint32_t at);
/** Whether two names in the text are one outlet's. */
bool syn_credit_same(const syn_credit_scan *scan, syn_reach a, syn_reach b);

void syn_credit_heads(syn_credit_scan *scan);
/** The text's own outlet on one of its first lines, where nothing else says whose it is. */
void syn_credit_masthead(syn_credit_scan *scan);
void syn_credit_tails(syn_credit_scan *scan);
/** The credit of a copyright sign or word at `at`, if that is near the head or the tail. */
void syn_credit_copyright(syn_credit_scan *scan, uint32_t at);
/** The same for a line that opens with a copyright sign. */
void syn_credit_signed(syn_credit_scan *scan, syn_reach line);
void syn_credit_labels(syn_credit_scan *scan);
/** Labels in capitals of outlets that nobody knows; `first` of out are the labels found before. */
void syn_credit_caps(syn_credit_scan *scan, uint32_t first);
/** Makes labels sure whose name a sentence has for an outlet too. */
void syn_credit_confirm_labels(syn_credit_scan *scan);
void syn_credit_sentences(syn_credit_scan *scan);
/** Sentences of scripts without spaces between words. */
void syn_credit_solid(syn_credit_scan *scan);
/** The credit of a photo, video or other image at the word [begin, end), which may be one of those that stand
 *  with images. */
bool syn_credit_image(syn_credit_scan *scan, uint32_t begin, uint32_t end);
/** The words that syn_credit_image is asked about, separated by spaces. */
extern const char syn_credit_image_words[];

#endif
