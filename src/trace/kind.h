/** What a shared stretch is, by its own words: a name with its title, stock wording, or text.
 *
 *  A name is short and all but made of capitalised words and titles, where the text around it is not
 *  ("Ada Quill, deputy director of the Harbour Trust"). Stock wording is what pages say of themselves:
 *  subscription prompts, cookie notices, copyright lines; a fixed table of phrases tells it. Neither
 *  counts as reuse. How many documents hold a stretch never matters here.
 *
 *  Fails   never.  Cost    one pass over the stretch.
 */
#ifndef SYN_TRACE_KIND_H
#define SYN_TRACE_KIND_H

#include "text/stretch.h"
#include "trace/wording.h"

/** Looks for a name in a stretch: the longest run that starts and ends with a capitalised word or
 *  title and holds no other content word. True when that is all the stretch is but for at most a
 *  third of it, and *name (may be the whole stretch) is set. */
bool syn_kind_name_in(const syn_wordings *wordings, syn_stretch stretch, syn_stretch *name);

/** Whether a stretch is stock wording: a phrase of the table in every 20 words, or two or more and one in 40. */
bool syn_kind_is_common(const syn_wordings *wordings, syn_stretch stretch);

#endif
