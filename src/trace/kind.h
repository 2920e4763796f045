/** Stock wording: what pages say of themselves, such as subscription prompts, cookie notices and
 *  copyright lines. A fixed table of phrases tells it; it does not count as reuse. How many documents
 *  hold a stretch never matters here.
 *
 *  Fails   never.  Cost    one pass over the stretch.
 */
#ifndef SYN_TRACE_KIND_H
#define SYN_TRACE_KIND_H

#include "text/stretch.h"
#include "text/wording.h"

/** Whether a stretch is stock wording: a phrase of the table in every 20 words, or two or more and one in 40. */
bool syn_kind_is_common(const syn_wordings *wordings, syn_stretch stretch);

#endif
